//! Who may do what on an everyday network, and after things have ended.

use super::*;
use crate::model::{
    AdminStatus, Channel, Dap, PartnershipState, RelationshipId, RelationshipState, Subscription, Transfer,
    TransferKind, TransferStatus,
};
use crate::rules::testing::{Network, day, moment, network};

fn who(net: &Network) -> Who {
    Who::of(&net.books.model, net.books.today, net.customer)
}

fn told(net: &Network) -> Vec<(Option<TenantId>, &'static str, Option<Left>)> {
    who(net).rights.into_iter().map(|right| (right.partner, right.power.code(), right.left)).collect()
}

#[test]
fn privileges_are_told_with_their_ground_and_their_end() {
    let mut net = network();
    let id = RelationshipId::of(net.provider, net.customer, 0);
    net.books.edit_relationship(id, |r| {
        r.dap = Dap::Granted;
        r.accepted_on = Some(day("2024-02-11"));
    });
    let admin = net.books.admin(net.reseller, net.customer, "support");
    net.books.edit_admin(admin, |a| a.end = Some(moment("2026-10-01")));
    let rights = who(&net).rights;
    assert_eq!(rights.len(), 2, "the reseller's relationship is told by its granular privileges");
    assert_eq!((rights[0].power.clone(), rights[0].because), (Power::All, Key::Relationship(id)));
    assert_eq!(rights[0].since, Some(day("2024-02-11")));
    assert_eq!((rights[1].because, rights[1].until), (Key::Admin(admin), Some(day("2026-10-01"))));
    assert!(!rights[1].extends && rights.iter().all(|right| right.left.is_none()));
    net.books.edit_admin(admin, |a| a.auto_extend_days = Some(180));
    assert!(who(&net).rights[1].extends);
}

#[test]
fn who_has_no_privileges_opens_no_tickets() {
    let mut net = network();
    assert_eq!(who(&net).tickets().count(), 0);
    assert_eq!(told(&net).iter().map(|(_, power, _)| *power).collect::<Vec<_>>(), ["nothing", "nothing"]);
    let admin = net.books.admin(net.reseller, net.customer, "a");
    net.books.admin(net.reseller, net.customer, "b");
    assert_eq!(who(&net).tickets().map(|right| right.partner).collect::<Vec<_>>(), [Some(net.reseller)]);
    net.books.edit_admin(admin, |a| a.status = AdminStatus::ApprovalPending);
    assert_eq!(told(&net)[1], (Some(net.reseller), "asked", None));
}

#[test]
fn what_outlives_a_removed_relationship_is_left_over() {
    let mut net = network();
    let id = RelationshipId::of(net.reseller, net.customer, 0);
    net.books.edit_relationship(id, |r| {
        r.state = RelationshipState::Removed;
        r.dap = Dap::Granted;
    });
    net.books.admin(net.reseller, net.customer, "a");
    let of_reseller: Vec<_> = told(&net).into_iter().filter(|(who, ..)| *who == Some(net.reseller)).collect();
    let left = Some(Left::Relationship);
    assert_eq!(of_reseller, [(Some(net.reseller), "dap", left), (Some(net.reseller), "gdap", left)]);
    assert_eq!(who(&net).tickets().count(), 0);
    net.books.edit_relationship(id, |r| r.dap = Dap::NotRequested);
    assert_eq!(told(&net).len(), 2, "a removed relationship without privileges leaves nothing");
}

#[test]
fn what_outlives_the_last_partnership_is_left_over() {
    let mut net = network();
    net.books.admin(net.reseller, net.customer, "a");
    let id = net.books.model.partnerships().values().next().unwrap().id;
    net.books.edit_partnership(id, |p| p.state = PartnershipState::Ended);
    assert!(told(&net).contains(&(Some(net.reseller), "gdap", Some(Left::Partnership))));
    let other = net.books.provider("Alpina", "DE");
    net.books.partnership(other, net.reseller);
    assert!(told(&net).contains(&(Some(net.reseller), "gdap", None)));
}

#[test]
fn azure_roles_stay_after_a_transfer_until_somebody_has_looked() {
    let mut net = network();
    let alpina = net.books.provider("Alpina", "DE");
    let id = net.books.transfer(net.customer, alpina, net.provider);
    let of = |net: &Network| {
        told(net).into_iter().any(|t| t == (Some(alpina), "azure-roles", Some(Left::Transfer)))
    };
    let edit = |net: &mut Network, change: fn(&mut Transfer)| {
        let mut t = net.books.model.transfers().get(id).unwrap().clone();
        change(&mut t);
        net.books.put(t);
    };
    assert!(!of(&net), "it is not complete");
    edit(&mut net, |t| {
        t.kind = TransferKind::AzurePlan;
        t.status = TransferStatus::Complete;
    });
    assert!(of(&net));
    edit(&mut net, |t| t.kind = TransferKind::NewCommerce);
    assert!(!of(&net), "licences have no Azure roles");
    edit(&mut net, |t| {
        t.kind = TransferKind::AzureLegacy;
        t.roles_reviewed = true;
    });
    assert!(!of(&net));
}

#[test]
fn a_seller_is_told_with_the_reseller_between() {
    let mut net = network();
    let sales = who(&net).sales;
    assert_eq!(sales.len(), 1);
    assert_eq!(
        (sales[0].seller, sales[0].through, sales[0].subscriptions),
        (net.provider, Some(net.reseller), 1)
    );
    assert_eq!(sales[0].hindrance, None);
    let id = net.books.model.partnerships().values().next().unwrap().id;
    net.books.edit_partnership(id, |p| p.state = PartnershipState::Ended);
    assert_eq!(who(&net).sales[0].hindrance, Some(Hindrance::NoPartnership));
    net.books.edit_relationship(RelationshipId::of(net.provider, net.customer, 0), |r| {
        r.state = RelationshipState::Removed;
    });
    assert_eq!(who(&net).sales[0].hindrance, Some(Hindrance::NoRelationship));
}

#[test]
fn who_may_sell_without_having_sold_is_told() {
    let mut net = network();
    let direct = net.books.direct_bill("Ponte", "IT");
    net.books.relationship(direct, net.customer);
    let sales = who(&net).sales;
    assert_eq!(
        sales.iter().map(|s| (s.seller, s.subscriptions)).collect::<Vec<_>>(),
        [(net.provider, 1), (direct, 0)]
    );
}

#[test]
fn every_subscription_has_a_supporter_or_nobody() {
    let mut net = network();
    let id = crate::model::SubscriptionId(net.books.guid());
    let bought = Subscription { id, customer: net.customer, channel: Channel::Ea, ..Subscription::default() };
    net.books.put(bought);
    let told = |net: &Network| who(net).supports.iter().map(|s| (s.how, s.by)).collect::<Vec<_>>();
    assert_eq!(told(&net), [(How::Seller, Some(net.provider)), (How::Nobody, None)]);
    net.books.edit_sub(id, |s| s.supported_by = Some(net.reseller));
    net.books.edit_sub(net.sub, |s| s.support_contact = Some(net.reseller));
    assert_eq!(told(&net), [(How::Contact, Some(net.reseller)), (How::Elsewhere, Some(net.reseller))]);
    net.books.edit_sub(id, |s| s.status = crate::model::Status::Deleted);
    assert_eq!(told(&net).len(), 1);
}

#[test]
fn a_subscription_is_asked_of_by_its_customer() {
    let net = network();
    let model = &net.books.model;
    assert_eq!(customer_of(model, Key::Subscription(net.sub)), Some(net.customer));
    assert_eq!(customer_of(model, Key::Customer(net.customer)), Some(net.customer));
    assert_eq!(customer_of(model, Key::Partner(net.provider)), None);
}
