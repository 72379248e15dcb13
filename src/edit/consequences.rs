//! What ending a partnership or a relationship, removing a record, or leaving the programme comes to: what stays, what is
//! lost, what goes along, and what the rules say of the book after it. Nothing is changed by asking.

mod leaving;

use super::ops::{Impossible, Intent};
use super::{Book, Rejection};
use crate::model::{
    Dap, Key, Model, Partnership, PartnershipState, Record, Relationship, Row, Subscription, TenantId,
    Transaction,
};
use crate::rules::Finding;

/// What a step comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Consequences {
    /// The step, to be committed when the user wants it so.
    pub step: Transaction,
    /// The rules that refuse it; none when it can be done.
    pub refused: Vec<Finding>,
    /// What stays as it is, though one might think otherwise.
    pub stays: Vec<Effect>,
    /// What is lost.
    pub loses: Vec<Effect>,
    /// Findings that would be new.
    pub appears: Vec<Finding>,
    /// How many findings would be gone.
    pub cleared: usize,
    /// The other records that the step changes or removes.
    pub touches: Vec<Key>,
}

/// A matter, and the records it concerns; none for what the book does not record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Effect {
    /// What it is.
    pub matter: Matter,
    /// The records, as many as are counted.
    pub of: Vec<Key>,
    /// True when there are so many that counting stopped.
    pub at_least: bool,
}

/// What stays, and what is lost.
type Effects = (Vec<Effect>, Vec<Effect>);

/// So many records are looked at for one matter.
const COUNTED: usize = 20_000;

/// What may stay or be lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Matter {
    /// Customers that the provider and the reseller serve together.
    Customers,
    /// Subscriptions that name the reseller and run.
    Subscriptions,
    /// Delegated admin privileges.
    DelegatedPrivileges,
    /// Granular admin privileges, which end on their own.
    GranularPrivileges,
    /// Roles on Azure resources, which the book does not record.
    AzureRoles,
    /// Relationships of other partners with the customer.
    OtherPartners,
    /// The admin access of the provider to the reseller's account.
    ProviderAccess,
    /// New orders, and changes of what was ordered.
    NewOrders,
    /// The partner as support contact.
    SupportContact,
    /// Reseller relationships of a partner that leaves.
    Relationships,
    /// The reseller of running subscriptions: the partner on record may not stand there any more.
    Reseller,
    /// The seller of running subscriptions: it may not order or change anything for them.
    Seller,
    /// Active partnerships of a partner that leaves: nothing ends them but the user.
    Partnerships,
    /// Add-ons, which go with their base.
    AddOns,
    /// What is scheduled for the end of a term.
    ScheduledChange,
}

impl Consequences {
    /// What an operation would come to.
    ///
    /// # Errors
    /// The operation leads nowhere.
    pub fn of(book: &mut Book, intent: &Intent) -> Result<Self, Impossible> {
        let step = intent.transaction(book.model(), book.today())?;
        let effects = effects(book.model(), intent, &step);
        Self::with(book, step, effects)
    }

    /// What a step would come to that was built already: a form asks, before a partner leaves the programme.
    ///
    /// # Errors
    /// The step was built on another state of the book, or changes nothing.
    pub fn of_step(book: &mut Book, step: Transaction) -> Result<Self, Impossible> {
        let effects = leaving::effects(book.model(), &step);
        Self::with(book, step, effects)
    }

    /// True when a partner leaves the programme by a step: it loses a role, or its enrolment ends or is suspended.
    pub fn leaves(step: &Transaction) -> bool {
        leaving::leaves_programme(step)
    }

    fn with(book: &mut Book, step: Transaction, (stays, loses): Effects) -> Result<Self, Impossible> {
        let subject = step.keys().next();
        let touches = step.keys().filter(|key| Some(*key) != subject).collect();
        let (refused, appears, cleared) = match book.would(&step) {
            Ok(receipt) => (Vec::new(), receipt.appeared, receipt.cleared),
            Err(Rejection::Broken(refused)) => (refused, Vec::new(), 0),
            Err(Rejection::Stale(key)) => return Err(Impossible::Gone(key)),
            Err(Rejection::Nothing) => return Err(Impossible::Nothing),
        };
        Ok(Self { step, refused, stays, loses, appears, cleared, touches })
    }

    /// True when the step may be done without a word: it touches one record and nothing follows.
    pub fn is_plain(&self) -> bool {
        self.touches.is_empty() && self.refused.is_empty() && self.appears.is_empty() && self.loses.is_empty()
    }
}

/// What stays and what is lost by an operation that ends something.
pub(super) fn effects(model: &Model, intent: &Intent, step: &Transaction) -> Effects {
    let effects = match intent {
        Intent::EndPartnership(id) => model.partnerships().get(*id).map(|p| of_partnership(model, p)),
        Intent::RemoveRelationship(id, _) => {
            model.relationships().get(*id).map(|r| of_relationship(model, r, step))
        }
        Intent::Remove(Key::Partnership(id)) => {
            let active = model.partnerships().get(*id).filter(|p| p.state == PartnershipState::Active);
            active.map(|p| of_partnership(model, p))
        }
        Intent::Remove(Key::Relationship(id)) => {
            let active = model.relationships().get(*id).filter(|r| r.is_active_reseller());
            active.map(|r| of_relationship(model, r, step))
        }
        Intent::SuspendSubscription(id) | Intent::CancelSubscription(id) => {
            model.subscription(*id).map(|s| of_subscription(s, step))
        }
        _ => Some(leaving::effects(model, step)),
    };
    effects.unwrap_or_default()
}

/// Rows to count, and whether there are more than are counted: an answer must not take as long as the book is large.
fn counted(rows: &[Row]) -> (&[Row], bool) {
    (&rows[..rows.len().min(COUNTED)], rows.len() > COUNTED)
}

fn effect(matter: Matter, of: impl Iterator<Item = Key>, at_least: bool) -> Option<Effect> {
    let of: Vec<Key> = of.collect();
    (!of.is_empty()).then_some(Effect { matter, of, at_least })
}

fn unrecorded(matter: Matter) -> Effect {
    Effect { matter, of: Vec::new(), at_least: false }
}

/// OP-18: customers, subscriptions, partners of record and privileges stay; orders that name the reseller do not.
fn of_partnership(model: &Model, p: &Partnership) -> Effects {
    let (rows, more) = counted(model.links().relationships_by_partner.get(&p.reseller));
    let of_reseller = || model.relationships().rows(rows).filter(|r| r.is_active_reseller());
    let both = || of_reseller().filter(|r| model.is_reseller_of(p.provider, r.customer));
    let delegated = both().filter(|r| r.dap == Dap::Granted).map(|r| Key::Relationship(r.id));
    let granular = both().flat_map(|r| granular(model, p.reseller, r.customer));
    let access = p.provider_has_access.then_some(Key::Partner(p.reseller));
    let (on_record, many) = counted(on_record(model, p.reseller));
    let named = model.subscriptions().rows(on_record).filter(|s| s.seller == Some(p.provider));
    let named = named.filter(|s| s.status.is_live()).map(|s| Key::Subscription(s.id));
    let stays = [
        effect(Matter::Customers, both().map(|r| Key::Customer(r.customer)), more),
        effect(Matter::Subscriptions, named, many),
        effect(Matter::DelegatedPrivileges, delegated, more),
        effect(Matter::GranularPrivileges, granular, more),
        effect(Matter::ProviderAccess, access.into_iter(), false),
    ];
    (stays.into_iter().flatten().collect(), vec![unrecorded(Matter::NewOrders)])
}

fn granular(model: &Model, partner: TenantId, customer: TenantId) -> impl Iterator<Item = Key> {
    let active = model.admin_between(partner, customer).filter(|admin| admin.is_active());
    active.map(|admin| Key::Admin(admin.id))
}

/// The rows of the subscriptions that name a partner as the reseller on record.
fn on_record(model: &Model, partner: TenantId) -> &[Row] {
    let id = model.partner(partner).and_then(|partner| partner.partner_id.as_ref());
    id.map(|id| model.links().subscriptions_by_record.get(&id.canonical().into())).unwrap_or_default()
}

/// OP-20: granular privileges, Azure roles and other partners stay; orders and the place as support contact do not.
fn of_relationship(model: &Model, r: &Relationship, step: &Transaction) -> Effects {
    let others = model.relationships_of(r.customer).filter(|other| other.id != r.id);
    let others = others.filter(|other| other.is_active_reseller()).map(|other| Key::Relationship(other.id));
    let dap_after = step.changes.iter().find_map(|change| match &change.after {
        Some(Record::Relationship(after)) if after.id == r.id => Some(after.dap),
        _ => None,
    });
    let own = || std::iter::once(Key::Relationship(r.id)).filter(|_| r.dap == Dap::Granted);
    let kept = own().filter(|_| dap_after == Some(Dap::Granted));
    let lost = own().filter(|_| dap_after != Some(Dap::Granted));
    let contact = step.keys().filter(|key| matches!(key, Key::Subscription(_)));
    let stays = [
        effect(Matter::GranularPrivileges, granular(model, r.partner, r.customer), false),
        effect(Matter::DelegatedPrivileges, kept, false),
        Some(unrecorded(Matter::AzureRoles)),
        effect(Matter::OtherPartners, others, false),
    ];
    let loses = [
        Some(unrecorded(Matter::NewOrders)),
        effect(Matter::DelegatedPrivileges, lost, false),
        effect(Matter::SupportContact, contact, false),
    ];
    (stays.into_iter().flatten().collect(), loses.into_iter().flatten().collect())
}

/// OP-22, OP-24: the add-ons go along, what is scheduled is dropped.
fn of_subscription(s: &Subscription, step: &Transaction) -> (Vec<Effect>, Vec<Effect>) {
    let own = Key::Subscription(s.id);
    let scheduled = std::iter::once(own).filter(|_| s.has_scheduled_change());
    let loses = [
        effect(Matter::AddOns, step.keys().filter(|key| *key != own), false),
        effect(Matter::ScheduledChange, scheduled, false),
    ];
    (Vec::new(), loses.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests;
