use crate::model::{
    Agreement, Change, Channel, Family, Group, Key, Relationship, RelationshipId, RelationshipState, Role,
    Roles, Status, Subscription, SubscriptionId, TenantId, Verb,
};
use crate::rules::testing::{Network, network};
use crate::rules::{Code, Reason, Severity};

fn of_sub(net: &Network, rule: Code) -> Vec<Reason> {
    net.books.reasons(rule, Key::Subscription(net.sub))
}

fn is_unjudged(net: &Network, rule: Code) -> bool {
    net.books.unjudged(rule, Key::Subscription(net.sub))
}

const ADDING: [Verb; 3] = [Verb::AddPartner, Verb::RequestRelationship, Verb::AcceptRelationship];

/// A further partner of the network's customer, as a change.
fn further(net: &mut Network) -> (TenantId, Change) {
    let partner = net.books.direct_bill("Fabrikam", "FR");
    let id = RelationshipId::of(partner, net.customer, 0);
    let state = RelationshipState::Active;
    (
        partner,
        Change::add(Relationship { id, partner, customer: net.customer, state, ..Relationship::default() }),
    )
}

fn edit_sub(net: &Network, edit: impl FnOnce(&mut Subscription)) -> Change {
    let before = net.books.model.subscription(net.sub).unwrap().clone();
    let mut after = before.clone();
    edit(&mut after);
    Change::edit(before, after)
}

fn refused(net: &Network, verb: Verb, changes: impl Into<Vec<Change>>) -> Vec<(Key, Reason)> {
    net.books.refused(verb, Code::Mp001, &changes.into())
}

#[test]
fn r_mp_001_a_new_relationship_alone_is_right() {
    let mut net = network();
    let (_, add) = further(&mut net);
    for verb in ADDING.into_iter().chain([Verb::Add, Verb::Edit]) {
        assert_eq!(refused(&net, verb, vec![add.clone()]), []);
    }
}

#[test]
fn r_mp_001_a_subscription_stays_as_it_is() {
    let mut net = network();
    let (partner, add) = further(&mut net);
    let id = net.books.model.partner(partner).unwrap().partner_id.clone();
    let moved = edit_sub(&net, |s| s.partner_of_record.clone_from(&id));
    let found = [(Key::Subscription(net.sub), Reason::ChangesExisting)];
    for verb in ADDING.into_iter().chain([Verb::Add, Verb::Edit]) {
        assert_eq!(refused(&net, verb, vec![add.clone(), moved.clone()]), found);
    }
    let fresh = Subscription { id: SubscriptionId(net.books.guid()), ..Subscription::default() };
    let key = Key::Subscription(fresh.id);
    assert_eq!(
        refused(&net, Verb::AddPartner, vec![add.clone(), Change::add(fresh)]),
        [(key, Reason::ChangesExisting)]
    );
    assert_eq!(refused(&net, Verb::SetPartnerOfRecord, vec![moved.clone()]), []);
    assert_eq!(refused(&net, Verb::Import, vec![add, moved]), []);
}

#[test]
fn r_mp_001_other_relationships_and_privileges_stay_as_they_are() {
    let mut net = network();
    let admin = net.books.admin(net.provider, net.customer, "Old");
    let old = net.books.model.relationships_between(net.reseller, net.customer).next().unwrap().clone();
    let (partner, add) = further(&mut net);
    let ended = Relationship { state: RelationshipState::Removed, ..old.clone() };
    let key = Key::Relationship(old.id);
    let found = refused(&net, Verb::AddPartner, vec![add.clone(), Change::edit(old, ended)]);
    assert_eq!(found, [(key, Reason::ChangesExisting)]);
    let before = net.books.model.admin().get(admin).unwrap().clone();
    let found = refused(&net, Verb::AddPartner, vec![add.clone(), Change::remove(before.clone())]);
    assert_eq!(found, [(Key::Admin(admin), Reason::ChangesExisting)]);
    let own = crate::model::Admin {
        id: crate::model::AdminId(net.books.guid(), None),
        partner: Some(partner),
        ..before
    };
    assert_eq!(refused(&net, Verb::AddPartner, vec![add, Change::add(own)]), []);
}

#[test]
fn r_mp_001_acceptance_may_bring_the_agreement_and_nothing_else() {
    let mut net = network();
    let (partner, _) = further(&mut net);
    let id = net.books.relationship(partner, net.customer);
    net.books.edit_relationship(id, |r| r.state = RelationshipState::Requested);
    let before = net.books.model.relationships().get(id).unwrap().clone();
    let accept = Change::edit(before.clone(), Relationship { state: RelationshipState::Active, ..before });
    let customer = net.books.model.customer(net.customer).unwrap().clone();
    let mut signed = customer.clone();
    signed.agreements.push(Agreement::default());
    let sign = Change::edit(customer.clone(), signed.clone());
    let other = Change::edit(customer.clone(), crate::model::Customer { name: "Else".into(), ..signed });
    for verb in [Verb::AcceptRelationship, Verb::Edit] {
        assert_eq!(refused(&net, verb, vec![accept.clone(), sign.clone()]), []);
        let found = refused(&net, verb, vec![accept.clone(), other.clone()]);
        assert_eq!(found, [(Key::Customer(net.customer), Reason::ChangesExisting)]);
    }
    assert_eq!(refused(&net, Verb::Edit, vec![other]), []);
    let group = Group { id: crate::model::GroupId(net.books.guid()), ..Group::default() };
    assert_eq!(refused(&net, Verb::AcceptRelationship, vec![accept, Change::add(group)]), []);
}

#[test]
fn r_mp_002_several_partners_may_sell_to_one_customer() {
    let mut net = network();
    let other = net.books.direct_bill("Fabrikam", "FR");
    net.books.relationship(other, net.customer);
    let azure = net.books.sub(net.customer, other, None);
    net.books.edit_sub(azure, |s| s.family = Family::AzurePlan);
    assert_eq!(net.books.all(), []);
}

#[test]
fn r_mp_002_a_csp_subscription_has_one_seller() {
    let mut net = network();
    assert_eq!(of_sub(&net, Code::Mp002), []);
    let reseller = net.reseller;
    net.books.edit_sub(net.sub, |s| s.seller = None);
    assert_eq!(of_sub(&net, Code::Mp002), [Reason::NoSeller]);
    net.books.edit_sub(net.sub, |s| s.seller = Some(reseller));
    assert_eq!(of_sub(&net, Code::Mp002), [Reason::SellerCannotSell]);
    net.books.edit_partner(reseller, |p| p.roles = [Role::IndirectReseller, Role::DirectBill].into());
    assert_eq!(of_sub(&net, Code::Mp002), []);
    net.books.edit_partner(reseller, |p| p.roles = Roles::default());
    assert_eq!((of_sub(&net, Code::Mp002), is_unjudged(&net, Code::Mp002)), (vec![], true));
    net.books.edit_sub(net.sub, |s| (s.channel, s.seller) = (Channel::Open, None));
    assert_eq!((of_sub(&net, Code::Mp002), is_unjudged(&net, Code::Mp002)), (vec![], false));
    net.books.edit_sub(net.sub, |s| s.channel = Channel::Unknown);
    assert_eq!((of_sub(&net, Code::Mp002), is_unjudged(&net, Code::Mp002)), (vec![], true));
}

#[test]
fn r_mp_002_further_partners_are_there_once() {
    let mut net = network();
    let with = |net: &mut Network, ids: &[&str]| {
        net.books.edit_sub(net.sub, |s| {
            s.partner_of_record = Some("4847383".into());
            s.additional_partners = ids.iter().map(|id| (*id).into()).collect();
        });
        of_sub(net, Code::Mp002)
    };
    assert_eq!(with(&mut net, &["4847433", "517285"]), []);
    assert_eq!(with(&mut net, &["4847433", "04847433"]), [Reason::FurtherTwice]);
    assert_eq!(with(&mut net, &["04847383"]), [Reason::FurtherIsOnRecord]);
}

/// The network with two Azure plans of its provider and reseller.
fn two_plans() -> (Network, SubscriptionId) {
    let mut net = network();
    let second = net.books.sub(net.customer, net.provider, Some(net.reseller));
    for plan in [net.sub, second] {
        net.books.edit_sub(plan, |s| s.family = Family::AzurePlan);
    }
    (net, second)
}

#[test]
fn r_mp_003_one_plan_per_customer_seller_and_reseller() {
    let (mut net, second) = two_plans();
    for plan in [net.sub, second] {
        let found = net.books.graded(Code::Mp003, Key::Subscription(plan));
        assert_eq!(found, [(Reason::SecondAzurePlan, Severity::Warning)]);
    }
    let other = net.books.reseller("Fabrikam", "FR");
    let id = net.books.model.partner(other).unwrap().partner_id.clone();
    net.books.edit_sub(second, |s| s.partner_of_record = id);
    assert_eq!(of_sub(&net, Code::Mp003), []);
    for record in [None, Some("4847383".into())] {
        net.books.edit_sub(second, |s| s.partner_of_record = record);
        assert_eq!(of_sub(&net, Code::Mp003), []);
    }
    net.books.edit_sub(net.sub, |s| s.partner_of_record = Some("04847383".into()));
    assert_eq!(of_sub(&net, Code::Mp003), [Reason::SecondAzurePlan]);
}

#[test]
fn r_mp_003_a_direct_bill_partner_has_one_whatever_is_on_record() {
    let (mut net, second) = two_plans();
    let direct = net.books.direct_bill("Fabrikam", "FR");
    net.books.edit_sub(net.sub, |s| (s.channel, s.seller) = (Channel::CspDirect, Some(direct)));
    assert_eq!(of_sub(&net, Code::Mp003), []);
    net.books.edit_sub(second, |s| {
        (s.channel, s.seller, s.partner_of_record) = (Channel::CspDirect, Some(direct), None);
    });
    assert_eq!(of_sub(&net, Code::Mp003), [Reason::SecondAzurePlan]);
    net.books.edit_sub(second, |s| s.status = Status::Suspended);
    assert_eq!(of_sub(&net, Code::Mp003), []);
}

#[test]
fn r_mp_003_is_about_live_plans_of_known_family() {
    let (mut net, second) = two_plans();
    net.books.edit_sub(second, |s| s.family = Family::AzureSubscription);
    assert_eq!(of_sub(&net, Code::Mp003), []);
    net.books.edit_sub(net.sub, |s| s.family = Family::Unknown);
    assert_eq!((of_sub(&net, Code::Mp003), is_unjudged(&net, Code::Mp003)), (vec![], true));
    net.books.edit_sub(net.sub, |s| s.status = Status::Deleted);
    assert_eq!((of_sub(&net, Code::Mp003), is_unjudged(&net, Code::Mp003)), (vec![], false));
}
