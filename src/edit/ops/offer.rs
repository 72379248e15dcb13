//! Which operations concern a record, and how far each is from being done: at once, after a choice, or not at all.

use super::candidates::{admin_rows, rows};
use super::fill::Fill;
use super::impossible::{Impossible, Standing};
use super::intent::Intent;
use super::moving::{Hold, verb_of};
use super::offer_privileges as privileges;
use super::paper::Paper;
use super::slot::{Slot, Terms, Wish, go_on};
use crate::model::{
    Cloud, Family, Key, Model, Partner, Partnership, PartnershipId, Record, Relationship, RelationshipId,
    Subscription, SubscriptionId, TenantId, Verb,
};

/// How an operation goes on.
#[derive(Clone, Debug, PartialEq)]
#[allow(clippy::large_enum_variant)] // one at a time passes by
pub enum Do {
    /// It is complete.
    Step(Intent),
    /// A record must be picked.
    Choose(Slot),
    /// A form must be filled, which starts from this record.
    Form(Box<Record>),
    /// A few values of a subscription must be typed.
    Fill(Fill),
    /// A few values must be told, which are no record.
    Paper(Paper),
}

/// An operation that concerns a record.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// What it is.
    pub verb: Verb,
    /// How it goes on, or why it leads nowhere from here.
    pub does: Result<Do, Impossible>,
}

/// As many partnerships or relationships are looked through to find that one alone comes into question; where there
/// are more, a picker walks them.
const FEW: usize = 256;

const OF_PARTNERSHIP: [Verb; 3] = [Verb::AcceptPartnership, Verb::WithdrawInvitation, Verb::EndPartnership];
const OF_RELATIONSHIP: [Verb; 3] =
    [Verb::AcceptRelationship, Verb::WithdrawRequest, Verb::RemoveRelationship];

impl Intent {
    /// The operations that concern the record of a row.
    pub fn for_row(model: &Model, key: Key) -> Vec<Offer> {
        let mut offers = match key {
            Key::Partner(id) => model.partner(id).map(|p| for_partner(model, p)),
            Key::Customer(id) => model.customer(id).map(|_| for_customer(model, id)),
            Key::Subscription(id) => model.subscription(id).map(|s| for_subscription(model, s)),
            Key::Partnership(id) => model.partnerships().get(id).map(going_on_with_partnership),
            Key::Relationship(id) => model.relationships().get(id).map(going_on_with_relationship),
            Key::Admin(id) => model.admin().get(id).map(privileges::of_admin),
            Key::Transfer(id) => model.transfers().get(id).map(privileges::of_transfer),
            Key::Group(_) | Key::Waiver(_) => model.contains(key).then(Vec::new),
        }
        .unwrap_or_default();
        if model.contains(key) {
            offers.push(step(Intent::Duplicate(key)).filter_copy(key));
            offers.push(step(Intent::Remove(key)));
        }
        offers
    }

    /// The operations that concern two records together: a provider and a reseller, or a partner and a customer.
    pub fn for_pair(model: &Model, a: Key, b: Key) -> Vec<Offer> {
        match (a, b) {
            (Key::Partner(a), Key::Partner(b)) => between_partners(model, a, b),
            (Key::Partner(partner), Key::Customer(customer))
            | (Key::Customer(customer), Key::Partner(partner)) => with_customer(model, partner, customer),
            _ => Vec::new(),
        }
    }
}

impl Offer {
    /// Says so at once where a record of this kind is never copied.
    fn filter_copy(self, key: Key) -> Self {
        match key {
            Key::Partner(_) | Key::Customer(_) | Key::Subscription(_) | Key::Group(_) => self,
            Key::Partnership(_)
            | Key::Relationship(_)
            | Key::Admin(_)
            | Key::Transfer(_)
            | Key::Waiver(_) => Self { does: Err(Impossible::NotCopied(key)), ..self },
        }
    }
}

pub(super) fn step(intent: Intent) -> Offer {
    Offer { verb: intent.verb(), does: Ok(Do::Step(intent)) }
}

pub(super) fn choose(verb: Verb, slot: Slot) -> Offer {
    Offer { verb, does: Ok(Do::Choose(slot)) }
}

const ACTIVE: Terms =
    Terms { through: super::Through::Alone, ask: super::Ask::Relationship, wish: Wish::Active };

fn for_partner(model: &Model, partner: &Partner) -> Vec<Offer> {
    let (id, terms) = (partner.tenant, Terms::default());
    let mut offers = Vec::new();
    if partner.is_provider() {
        offers.push(choose(Verb::InviteReseller, Slot::Reseller { provider: id }));
    }
    if partner.is_reseller() {
        offers.push(choose(Verb::InviteReseller, Slot::Provider { reseller: id }));
    }
    offers.extend(OF_PARTNERSHIP.map(|verb| going_on(model, Key::Partner(id), verb)));
    offers.push(choose(Verb::RequestRelationship, Slot::Customer { partner: id, terms }));
    if partner.is_reseller() {
        offers.push(choose(Verb::RequestRelationship, Slot::Via { reseller: id, customer: None, terms }));
    }
    offers.push(choose(Verb::AddPartner, Slot::Customer { partner: id, terms: ACTIVE }));
    offers.extend(OF_RELATIONSHIP.map(|verb| going_on(model, Key::Partner(id), verb)));
    offers.extend(of_account(model, partner));
    offers.extend(privileges::of_side(model, Key::Partner(id)));
    offers
}

/// What moves with a whole account: OP-17, OP-19, OP-30.
fn of_account(model: &Model, partner: &Partner) -> Vec<Offer> {
    let id = partner.tenant;
    let mut offers = Vec::new();
    if partner.is_reseller() {
        offers.push(choose(Verb::AddProvider, Slot::FurtherProvider { reseller: id }));
    }
    if partner.is_direct_bill() {
        offers.push(choose(Verb::GoIndirect, Slot::ProviderInstead { partner: id }));
    }
    if partner.can_sell() {
        offers.push(choose(Verb::ConsolidateTenants, Slot::OtherAccount { from: id }));
    }
    let location = Do::Paper(Paper::Location { partner: id });
    offers.push(Offer { verb: Verb::AssociateLocation, does: Ok(location) });
    if partner.cloud == Cloud::Public {
        offers.extend(super::OTHER_CLOUDS.iter().map(|cloud| in_cloud(model, id, *cloud)));
    }
    offers
}

/// Says at once why there can be no account in a cloud.
fn in_cloud(model: &Model, partner: TenantId, cloud: Cloud) -> Offer {
    let intent = Intent::EnrolInCloud { partner, cloud };
    let does = super::enrol_in_cloud(model, partner, cloud).map(|_| Do::Step(intent));
    Offer { verb: Verb::EnrolInCloud, does }
}

/// Agreements are recorded in the public cloud alone.
fn agreement(model: &Model, customer: TenantId) -> Offer {
    let cloud = model.customer(customer).map_or(Cloud::Public, |c| c.cloud);
    let paper = Do::Paper(Paper::Agreement { customer, place: None });
    let does = if cloud == Cloud::Public { Ok(paper) } else { Err(Impossible::NoAgreements(customer)) };
    Offer { verb: Verb::RecordAgreement, does }
}

fn for_customer(model: &Model, customer: TenantId) -> Vec<Offer> {
    let terms = Terms::default();
    let form = Record::Subscription(Subscription { customer, ..Subscription::default() });
    let mut offers = vec![
        choose(Verb::RequestRelationship, Slot::Partner { customer, terms }),
        choose(Verb::RequestRelationship, Slot::ResellerWithProvider { customer, terms }),
        choose(Verb::AddPartner, Slot::Partner { customer, terms: ACTIVE }),
        Offer { verb: Verb::AddSubscription, does: Ok(Do::Form(Box::new(form))) },
        agreement(model, customer),
    ];
    offers.extend(OF_RELATIONSHIP.map(|verb| going_on(model, Key::Customer(customer), verb)));
    offers.extend(of_customer(model, customer));
    offers.extend(privileges::of_side(model, Key::Customer(customer)));
    offers
}

fn for_subscription(model: &Model, subscription: &Subscription) -> Vec<Offer> {
    let id = subscription.id;
    let mut offers = vec![choose(Verb::SetSupportContact, Slot::SupportContact { subscription: id })];
    if subscription.support_contact.is_some() {
        offers.push(step(Intent::SetSupportContact { subscription: id, contact: None }));
    }
    if subscription.channel.is_csp() {
        offers.push(of_record(model, id));
    } else {
        offers.push(choose(Verb::SupportElsewhere, Slot::Supporter { subscription: id }));
    }
    if subscription.partner_of_record.is_some() {
        offers.push(step(Intent::SetPartnerOfRecord { subscription: id, reseller: None }));
    }
    offers.extend(of_move(model, subscription));
    offers.extend(super::offer_life::for_life(model, subscription));
    offers.extend(privileges::of_subscription(model, id));
    offers
}

/// A subscription goes to another seller by the operation of its family, or to another reseller of its provider.
fn of_move(model: &Model, s: &Subscription) -> Vec<Offer> {
    let what = vec![s.id];
    let off = |verb, hold| Offer { verb, does: Err(Impossible::Held(s.id, hold)) };
    let mut offers = vec![match verb_of(s) {
        Ok(verb) => choose(verb, Slot::NewSeller { what: what.clone(), reseller: None }),
        Err(hold) => off(Verb::TransferLicences, hold),
    }];
    if let Some(seller) = s.seller.filter(|id| model.partner(*id).is_some_and(Partner::is_provider)) {
        offers.push(match s.family {
            Family::Reservation | Family::SavingsPlan => off(Verb::MoveCustomer, Hold::FixedAtPurchase),
            _ => choose(Verb::MoveCustomer, Slot::NewReseller { what, seller }),
        });
    }
    offers
}

/// OP-16 for what a customer has from each provider.
fn of_customer(model: &Model, customer: TenantId) -> Vec<Offer> {
    let mut sold: Vec<(TenantId, Vec<SubscriptionId>)> = Vec::new();
    for s in model.subscriptions_of(customer).filter(|s| s.status.is_live() && s.channel.is_csp()) {
        let Some(seller) = s.seller else { continue };
        match sold.iter_mut().find(|(of, _)| *of == seller) {
            Some((_, what)) => what.push(s.id),
            None => sold.push((seller, vec![s.id])),
        }
    }
    sold.retain(|(seller, _)| model.partner(*seller).is_some_and(Partner::is_provider));
    let offer = |(seller, what)| choose(Verb::MoveCustomer, Slot::NewReseller { what, seller });
    sold.into_iter().map(offer).collect()
}

/// Clearing it says at once whether the partner of record can be changed at all.
fn of_record(model: &Model, id: SubscriptionId) -> Offer {
    let slot = Slot::RecordReseller { subscription: id };
    let does = match super::set_partner_of_record(model, id, None) {
        Ok(_) | Err(Impossible::Nothing) => Ok(Do::Choose(slot)),
        Err(impossible) => Err(impossible),
    };
    Offer { verb: Verb::SetPartnerOfRecord, does }
}

/// Goes on with the one partnership or relationship that stands where the step starts from, or asks which.
pub(super) fn going_on(model: &Model, of: Key, verb: Verb) -> Offer {
    let slot = Slot::Open { of, step: verb };
    let (partnerships, relationships) = rows(model, of, verb);
    let mut many = partnerships.iter().map(|rows| rows.len()).sum::<usize>() + relationships.len();
    if privileges::OF_PRIVILEGES.contains(&verb) {
        many += admin_rows(model, of).len();
    }
    if many > FEW {
        return choose(verb, slot);
    }
    let first: Vec<Key> = slot.candidates(model).take(2).collect();
    let does = match first.as_slice() {
        [] => Err(Impossible::NothingOpen(verb, of)),
        [one] => go_on(*one, verb).map(Do::Step).ok_or(Impossible::NotACandidate(*one)),
        _ => Ok(Do::Choose(slot)),
    };
    Offer { verb, does }
}

fn going_on_with_partnership(partnership: &Partnership) -> Vec<Offer> {
    let now = Standing::Partnership(partnership.state);
    OF_PARTNERSHIP.map(|verb| from_standing(Key::Partnership(partnership.id), now, verb)).into()
}

fn going_on_with_relationship(relationship: &Relationship) -> Vec<Offer> {
    let now = Standing::Relationship(relationship.state);
    let mut offers: Vec<Offer> =
        OF_RELATIONSHIP.map(|verb| from_standing(Key::Relationship(relationship.id), now, verb)).into();
    offers.push(privileges::of_relationship(relationship));
    offers
}

pub(super) fn from_standing(key: Key, now: Standing, verb: Verb) -> Offer {
    let intent = go_on(key, verb).filter(|_| super::next_steps(now).contains(&verb));
    Offer { verb, does: intent.map(Do::Step).ok_or_else(|| Impossible::standing(verb, key, now)) }
}

fn between_partners(model: &Model, a: TenantId, b: TenantId) -> Vec<Offer> {
    let is_provider = |id| model.partner(id).is_some_and(Partner::is_provider);
    let known = model.partnerships_between(a, b).next().is_some() || !is_provider(b);
    let (provider, reseller) = if known { (a, b) } else { (b, a) };
    let latest = model.partnerships_between(provider, reseller).max_by_key(|p| newest(p));
    let mut offers = vec![step(Intent::InviteReseller { provider, reseller })];
    offers.extend(latest.map(going_on_with_partnership).unwrap_or_default());
    offers
}

fn with_customer(model: &Model, partner: TenantId, customer: TenantId) -> Vec<Offer> {
    let terms = Terms::default();
    let open = Slot::Partner { customer, terms };
    let mut offers: Vec<Offer> = Vec::new();
    if let Ok(Do::Step(intent)) = open.pick(model, Key::Partner(partner)) {
        offers.push(step(intent));
    }
    if model.partner(partner).is_some_and(Partner::is_reseller) {
        let via = Slot::Via { reseller: partner, customer: Some(customer), terms };
        offers.push(choose(Verb::RequestRelationship, via));
    }
    let latest = model.relationships_between(partner, customer).max_by_key(|r| latest(r));
    offers.extend(latest.map(going_on_with_relationship).unwrap_or_default());
    offers.extend(privileges::of_pair(model, partner, customer));
    offers
}

/// Open ones before ended ones, then the later.
fn newest(p: &Partnership) -> (bool, Option<crate::model::Day>, PartnershipId) {
    (!super::next_steps(Standing::Partnership(p.state)).contains(&Verb::InviteReseller), p.invited_on, p.id)
}

fn latest(r: &Relationship) -> (bool, Option<crate::model::Day>, RelationshipId) {
    let over = super::next_steps(Standing::Relationship(r.state)).contains(&Verb::RequestRelationship);
    (!over, r.requested_on, r.id)
}
