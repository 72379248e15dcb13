//! What steps come to on an everyday network.

use super::*;
use crate::edit::ops::DapAfter;
use crate::model::{Change, Enrolment, Partner, RelationshipId, Role, Subscription, TableName, Verb};
use crate::rules::Reason;
use crate::rules::testing::network;

fn matters(effects: &[Effect]) -> Vec<(Matter, usize)> {
    effects.iter().map(|effect| (effect.matter, effect.of.len())).collect()
}

#[test]
fn ending_a_partnership_keeps_customers_and_loses_orders() {
    let net = network();
    let id = net.books.model.partnerships().values().next().unwrap().id;
    let mut book = Book::new(net.books.model, net.books.today);
    let before = book.model().clone();
    let sheet = Consequences::of(&mut book, &Intent::EndPartnership(id)).unwrap();
    assert_eq!(matters(&sheet.stays), [(Matter::Customers, 1), (Matter::Subscriptions, 1)]);
    assert_eq!(matters(&sheet.loses), [(Matter::NewOrders, 0)]);
    assert!(sheet.appears.iter().any(|finding| finding.reason == Reason::NotPartners));
    assert_eq!((sheet.touches.len(), sheet.refused.len()), (0, 0));
    assert!(!sheet.is_plain());
    assert_eq!(book.model(), &before);
    let _ = book.commit(sheet.step).unwrap();
}

#[test]
fn removing_a_relationship_tells_what_refuses_it() {
    let mut net = network();
    let alpina = net.books.direct_bill("Alpina", "DE");
    net.books.relationship(alpina, net.customer);
    let id = RelationshipId::of(net.provider, net.customer, 0);
    let mut book = Book::new(net.books.model, net.books.today);
    let sheet = Consequences::of(&mut book, &Intent::RemoveRelationship(id, DapAfter::Removed)).unwrap();
    assert!(sheet.refused.iter().any(|finding| finding.reason == Reason::StillRunning));
    assert_eq!(matters(&sheet.stays), [(Matter::AzureRoles, 0), (Matter::OtherPartners, 2)]);
}

#[test]
fn a_support_contact_is_lost_with_its_relationship() {
    let mut net = network();
    net.books.admin(net.reseller, net.customer, "support");
    net.books.edit_sub(net.sub, |s| s.support_contact = Some(net.reseller));
    let id = RelationshipId::of(net.reseller, net.customer, 0);
    net.books.edit_relationship(id, |r| r.dap = Dap::Granted);
    let mut book = Book::new(net.books.model, net.books.today);
    for (dap, stays, loses) in [(DapAfter::Removed, 0, 1), (DapAfter::LeftInPlace, 1, 0)] {
        let sheet = Consequences::of(&mut book, &Intent::RemoveRelationship(id, dap)).unwrap();
        let count = |effects: &[Effect], matter| effects.iter().filter(|e| e.matter == matter).count();
        assert_eq!(count(&sheet.stays, Matter::DelegatedPrivileges), stays);
        assert_eq!(count(&sheet.loses, Matter::DelegatedPrivileges), loses);
        assert_eq!(count(&sheet.stays, Matter::GranularPrivileges), 1);
        assert_eq!(count(&sheet.loses, Matter::SupportContact), 1);
        assert_eq!(sheet.touches, [Key::Subscription(net.sub)]);
    }
}

#[test]
fn removing_a_customer_lists_what_goes_along() {
    let net = network();
    let mut book = Book::new(net.books.model, net.books.today);
    let sheet = Consequences::of(&mut book, &Intent::Remove(Key::Customer(net.customer))).unwrap();
    let of = |table| sheet.touches.iter().filter(|key| key.table() == table).count();
    assert_eq!((of(TableName::Relationship), of(TableName::Subscription)), (2, 1));
}

#[test]
fn removing_what_nothing_names_needs_no_sheet() {
    let mut net = network();
    let alone = net.books.customer("Orion", "DE");
    let mut book = Book::new(net.books.model, net.books.today);
    assert!(Consequences::of(&mut book, &Intent::Remove(Key::Customer(alone))).unwrap().is_plain());
    let nobody = Key::Customer(crate::model::TenantId::default());
    assert_eq!(Consequences::of(&mut book, &Intent::Remove(nobody)), Err(Impossible::Gone(nobody)));
}

fn leaving(net: &crate::rules::testing::Network, who: TenantId, leave: impl Fn(&mut Partner)) -> Transaction {
    let before = net.books.model.partner(who).unwrap().clone();
    let mut after = before.clone();
    leave(&mut after);
    Transaction::new(Verb::Edit, vec![Change::edit(before, after)])
}

#[test]
fn a_reseller_that_leaves_takes_its_place_on_subscriptions_along() {
    let mut net = network();
    net.books.admin(net.reseller, net.customer, "a");
    let step = leaving(&net, net.reseller, |p| p.enrolment = Enrolment::Offboarded);
    assert!(Consequences::leaves(&step));
    let mut book = Book::new(net.books.model, net.books.today);
    let sheet = Consequences::of_step(&mut book, step).unwrap();
    assert_eq!(
        matters(&sheet.stays),
        [(Matter::Relationships, 1), (Matter::GranularPrivileges, 1), (Matter::AzureRoles, 0)]
    );
    let loses = [(Matter::NewOrders, 0), (Matter::Partnerships, 1), (Matter::Reseller, 1)];
    assert_eq!(matters(&sheet.loses), loses);
    assert_eq!(sheet.loses[2].of, [Key::Subscription(net.sub)]);
}

#[test]
fn a_provider_that_leaves_leaves_subscriptions_without_a_seller() {
    let net = network();
    for leave in [
        (|p: &mut Partner| p.enrolment = Enrolment::Deauthorized) as fn(&mut Partner),
        |p| p.enrolment = Enrolment::Suspended,
        |p| p.roles = [Role::Advisor].into(),
    ] {
        let step = leaving(&net, net.provider, leave);
        let (_, loses) = leaving::effects(&net.books.model, &step);
        let expected = [(Matter::NewOrders, 0), (Matter::Partnerships, 1), (Matter::Seller, 1)];
        assert_eq!(matters(&loses), expected);
    }
}

#[test]
fn only_who_was_in_the_programme_leaves_it() {
    let net = network();
    let stays: [fn(&mut Partner); 3] = [
        |p| p.enrolment = Enrolment::Restricted,
        |p| p.roles = [Role::IndirectReseller, Role::DirectBill].into(),
        |p| p.name = "another name".into(),
    ];
    for stay in stays {
        assert!(!Consequences::leaves(&leaving(&net, net.reseller, stay)));
    }
    let mut out = net;
    out.books.edit_partner(out.reseller, |p| p.enrolment = Enrolment::Suspended);
    let further = leaving(&out, out.reseller, |p| p.enrolment = Enrolment::Offboarded);
    assert!(!Consequences::leaves(&further), "it is out already");
}

#[test]
fn several_that_leave_at_once_are_counted_together() {
    let net = network();
    let out = |p: &mut Partner| p.enrolment = Enrolment::Offboarded;
    let (one, other) = (leaving(&net, net.provider, out), leaving(&net, net.reseller, out));
    let step = Transaction::new(Verb::Edit, [one.changes, other.changes].concat());
    let (stays, _) = leaving::effects(&net.books.model, &step);
    assert_eq!(matters(&stays)[0], (Matter::Relationships, 2));
    assert_eq!(stays.iter().filter(|effect| effect.matter == Matter::AzureRoles).count(), 1);
}

#[test]
fn counting_stops_at_a_bound_and_says_so() {
    let mut net = network();
    for n in 0..COUNTED as u64 {
        let tenant = TenantId(crate::model::Guid::own(n + 1));
        net.books.relationship(net.reseller, tenant);
    }
    let step = leaving(&net, net.reseller, |p| p.enrolment = Enrolment::Offboarded);
    let (stays, _) = leaving::effects(&net.books.model, &step);
    assert_eq!((stays[0].of.len(), stays[0].at_least), (COUNTED, true));
}

#[test]
fn removing_a_partner_tells_what_loses_it() {
    let net = network();
    let mut book = Book::new(net.books.model, net.books.today);
    let sheet = Consequences::of(&mut book, &Intent::Remove(Key::Partner(net.reseller))).unwrap();
    assert_eq!((matters(&sheet.stays), matters(&sheet.loses)), (vec![], vec![(Matter::Reseller, 1)]));
    let along = |table| sheet.touches.iter().filter(|key| key.table() == table).count();
    assert_eq!((along(TableName::Partnership), along(TableName::Relationship)), (1, 1));
    assert!(!Consequences::leaves(&sheet.step), "removing asks in its own way");
}

#[test]
fn a_suspension_takes_add_ons_and_schedules_along() {
    let mut net = network();
    let base = net.books.model.subscription(net.sub).unwrap().clone();
    let add_on = crate::model::SubscriptionId(net.books.guid());
    net.books.put(Subscription { id: add_on, parent: Some(base.id), ..base });
    net.books.edit_sub(net.sub, |s| (s.next_quantity, s.auto_renew) = (Some(8), Some(true)));
    let mut book = Book::new(net.books.model, net.books.today);
    let sheet = Consequences::of(&mut book, &Intent::SuspendSubscription(net.sub)).unwrap();
    assert_eq!(matters(&sheet.loses), [(Matter::AddOns, 1), (Matter::ScheduledChange, 1)]);
    assert_eq!(sheet.touches, [Key::Subscription(add_on)]);
    let billed = |finding: &&Finding| finding.reason == Reason::BilledWhileSuspended;
    assert_eq!(sheet.appears.iter().filter(billed).count(), 2);
}
