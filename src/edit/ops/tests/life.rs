//! The life of subscriptions: OP-22 to OP-28.

use super::*;
use crate::model::{BillingCycle, Refund, Term};
use crate::rules::Reason;
use crate::rules::testing::moment;

/// The network with an active licence of this family, and a base with an add-on where it is asked for.
fn licence(family: Family) -> Network {
    let mut net = network();
    net.books.edit_sub(net.sub, |s| {
        (s.family, s.offer_id) = (family, "91FD106F-4B2C-4938-95AC-F54F74E9A239".into());
        (s.quantity, s.term, s.billing_cycle) = (Some(10), Term::P1Y, BillingCycle::Annual);
        (s.effective, s.commitment_end) = (Some(moment("2026-03-01")), Some(moment("2027-03-01")));
        s.auto_renew = Some(true);
    });
    net
}

fn add_on(net: &mut Network) -> SubscriptionId {
    let base = net.books.model.subscription(net.sub).unwrap().clone();
    let id = SubscriptionId(net.books.guid());
    net.books.put(Subscription { id, parent: Some(base.id), offer_id: "".into(), ..base });
    id
}

fn sub(model: &Model, id: SubscriptionId) -> Subscription {
    model.subscription(id).unwrap().clone()
}

fn keys(ids: &[SubscriptionId]) -> Vec<Key> {
    ids.iter().map(|id| Key::Subscription(*id)).collect()
}

fn reasons(model: Model, step: Result<Transaction, Impossible>) -> Vec<Reason> {
    match Book::new(model, today()).would(&step.unwrap()) {
        Err(crate::edit::Rejection::Broken(findings)) => findings.into_iter().map(|f| f.reason).collect(),
        Ok(_) => Vec::new(),
        Err(other) => panic!("{other:?}"),
    }
}

#[test]
fn op_22_and_op_23_suspend_and_reactivate_with_the_add_ons() {
    let mut net = licence(Family::LicenseNce);
    let added = add_on(&mut net);
    net.books.edit_sub(net.sub, |s| s.next_quantity = Some(8));
    let model = &net.books.model;
    let step = suspend_subscription(model, today(), net.sub);
    let suspended = done(model, step.clone(), Verb::SuspendSubscription, &keys(&[net.sub, added]));
    for id in [net.sub, added] {
        let s = sub(&suspended, id);
        assert_eq!((s.status, s.suspended_on), (Status::Suspended, Some(today())));
        assert!(!s.has_scheduled_change() && s.quantity == Some(10));
    }
    assert_eq!(reasons(model.clone(), step), []);
    let verb = Verb::ReactivateSubscription;
    let alone = reactivate_subscription(&suspended, net.sub, AddOns::Stay);
    let alone = done(&suspended, alone, verb, &keys(&[net.sub]));
    assert_eq!((sub(&alone, net.sub).status, sub(&alone, added).status), (Status::Active, Status::Suspended));
    let both = reactivate_subscription(&suspended, net.sub, AddOns::Along);
    let both = done(&suspended, both, verb, &keys(&[net.sub, added]));
    assert_eq!((sub(&both, added).status, sub(&both, added).suspended_on), (Status::Active, None));
    // An add-on does not come back under a base that rests.
    let early = reactivate_subscription(&suspended, added, AddOns::Stay);
    assert_eq!(reasons(suspended, early), [Reason::BaseNotLive]);
}

#[test]
fn op_22_a_plan_is_not_suspended_under_live_azure() {
    let mut net = network();
    net.books.edit_sub(net.sub, |s| (s.family, s.quantity) = (Family::AzurePlan, Some(1)));
    let azure = add_on(&mut net);
    net.books.edit_sub(azure, |s| s.family = Family::AzureSubscription);
    let step = suspend_subscription(&net.books.model, today(), net.sub);
    assert_eq!(step.as_ref().unwrap().changes.len(), 1, "it is no add-on");
    assert_eq!(reasons(net.books.model, step), [Reason::BaseNotLive]);
}

#[test]
fn op_24_is_cancelled_as_a_whole_in_its_window() {
    let mut net = licence(Family::LicenseNce);
    let added = add_on(&mut net);
    let model = &net.books.model;
    let step = cancel_subscription(model, net.sub);
    let cancelled = done(model, step.clone(), Verb::CancelSubscription, &keys(&[net.sub, added]));
    assert_eq!(
        (sub(&cancelled, net.sub).status, sub(&cancelled, added).status),
        (Status::Deleted, Status::Deleted)
    );
    assert_eq!(reasons(model.clone(), step), [Reason::WindowOver, Reason::WindowOver]);
    net.books.edit_sub(net.sub, |s| s.cancel_until = Some(moment("2026-09-15")));
    net.books.edit_sub(added, |s| s.cancel_until = Some(moment("2026-09-15")));
    let step = cancel_subscription(&net.books.model, net.sub);
    assert_eq!(reasons(net.books.model, step), []);
}

#[test]
fn op_25_decides_what_follows_and_leaves_what_runs() {
    let net = licence(Family::LicenseNce);
    let model = &net.books.model;
    let renewal = Renewal {
        renews: Some(true),
        quantity: Some(8),
        billing: Some(BillingCycle::Monthly),
        ..Renewal::default()
    };
    let step = set_renewal(model, net.sub, &renewal);
    let decided = done(model, step.clone(), Verb::SetRenewal, &keys(&[net.sub]));
    let s = sub(&decided, net.sub);
    assert!(s.renewal_decided && s.next_quantity == Some(8) && s.quantity == Some(10));
    assert_eq!(Renewal::of(&s), renewal);
    assert_eq!(reasons(model.clone(), step), []);
    let without = Renewal { renews: Some(false), ..renewal.clone() };
    assert_eq!(reasons(model.clone(), set_renewal(model, net.sub, &without)), [Reason::ChangeWithoutRenewal]);
    let pair = Renewal { billing: Some(BillingCycle::Triennial), ..renewal };
    assert_eq!(reasons(model.clone(), set_renewal(model, net.sub, &pair)), [Reason::PairNewCommerce]);
}

#[test]
fn op_26_sets_the_total_and_remembers_what_may_be_given_back() {
    let mut net = licence(Family::LicenseNce);
    let model = &net.books.model;
    let more = set_quantity(model, today(), net.sub, 14);
    let more = done(model, more, Verb::SetQuantity, &keys(&[net.sub]));
    let refund = Refund { quantity: 4, until: moment("2026-09-22") };
    assert_eq!((sub(&more, net.sub).quantity, sub(&more, net.sub).refundable), (Some(14), vec![refund]));
    let fewer = set_quantity(&more, today(), net.sub, 11);
    assert_eq!(reasons(more.clone(), fewer.clone()), []);
    let fewer = after(&more, &fewer.unwrap());
    assert_eq!(sub(&fewer, net.sub).refundable, [Refund { quantity: 1, ..refund }]);
    let bound = set_quantity(&fewer, today(), net.sub, 9);
    assert_eq!(reasons(fewer, bound), [Reason::SeatsAreBound]);
    assert_eq!(set_quantity(model, today(), net.sub, 10), Err(Impossible::Nothing));
    assert_eq!(reasons(model.clone(), set_quantity(model, today(), net.sub, 0)).len(), 2);
    // Seats of old licences go up and down, and nothing is remembered.
    net.books.edit_sub(net.sub, |s| s.family = Family::LicenseLegacy);
    let legacy = set_quantity(&net.books.model, today(), net.sub, 14).unwrap();
    assert_eq!(sub(&after(&net.books.model, &legacy), net.sub).refundable, []);
}

fn product(offer_id: &str) -> Product {
    Product {
        offer_id: offer_id.into(),
        name: "Microsoft 365 E5".into(),
        term: Term::P1Y,
        billing: BillingCycle::Monthly,
    }
}

const E5: &str = "CFQ7TTC0KZCR:0001:CFQ7TTC0K71H";

#[test]
fn op_27_an_upgrade_changes_the_offer_and_keeps_the_window() {
    let mut net = licence(Family::LicenseNce);
    net.books.edit_sub(net.sub, |s| s.effective = Some(moment("2026-09-12")));
    let model = &net.books.model;
    let step = upgrade(model, today(), net.sub, &product(E5));
    let upgraded = sub(&done(model, step.clone(), Verb::Upgrade, &keys(&[net.sub])), net.sub);
    assert_eq!((upgraded.offer_id.raw(), upgraded.name.raw()), (E5, "Microsoft 365 E5"));
    assert_eq!((upgraded.cancel_until, upgraded.quantity), (Some(moment("2026-09-19")), Some(10)));
    assert_eq!(reasons(model.clone(), step), []);
    let offer = FieldRef::Subscription(SubscriptionField::OfferId);
    let wrong = upgrade(model, today(), net.sub, &product("E5"));
    assert_eq!(wrong, Err(Impossible::Field(offer, Wrong::NotAnOffer)));
    let same = upgrade(model, today(), net.sub, &product("91fd106f-4b2c-4938-95ac-f54f74e9a239"));
    assert_eq!(same, Err(Impossible::Nothing));
}

#[test]
fn op_27_a_trial_becomes_a_subscription_beside_it() {
    let mut net = licence(Family::LicenseLegacy);
    net.books.edit_sub(net.sub, |s| {
        (s.is_trial, s.quantity, s.billing_cycle) = (true, Some(25), BillingCycle::None);
        (s.offer_id, s.term) = ("C0BD2E08-11AC-4836-BDC7-3712E744922F".into(), Term::None);
        (s.effective, s.commitment_end) = (Some(moment("2026-09-01")), Some(moment("2026-10-01")));
        s.renewal_decided = true;
    });
    let model = &net.books.model;
    let to = Product { billing: BillingCycle::None, ..product("031C9E47-4802-4248-838E-778FB1D2CC05") };
    let step = upgrade(model, today(), net.sub, &to).unwrap();
    let [Change { before: None, after: Some(Record::Subscription(paid)) }] = step.changes.as_slice() else {
        panic!("one new subscription")
    };
    assert_eq!((paid.is_trial, paid.term, paid.quantity), (false, Term::P1Y, Some(25)));
    assert_eq!((paid.ends(), paid.transferred_from), (Some(day("2027-09-15")), Some(net.sub)));
    assert_eq!(reasons(model.clone(), Ok(step)), []);
}

#[test]
fn op_28_a_licence_of_old_ends_and_one_of_new_commerce_begins() {
    let mut net = licence(Family::LicenseLegacy);
    let added = add_on(&mut net);
    let model = &net.books.model;
    let step = migrate_to_new_commerce(model, today(), net.sub, &product(E5)).unwrap();
    assert_eq!((step.verb, step.changes.len()), (Verb::MigrateToNewCommerce, 4));
    let migrated = after(model, &step);
    let of = |old| {
        let rows = migrated.links().subscriptions_by_origin.get(&old);
        migrated.subscriptions().rows(rows).next().unwrap().clone()
    };
    let (old, new, new_add_on) = (sub(&migrated, net.sub), of(net.sub), of(added));
    assert_eq!((old.status, sub(&migrated, added).status), (Status::Deleted, Status::Deleted));
    assert_eq!((new.family, new.status, new.offer_id.raw()), (Family::LicenseNce, Status::Active, E5));
    assert_eq!((new.customer, new.seller, new.quantity), (old.customer, old.seller, old.quantity));
    assert_eq!(new.partner_of_record, old.partner_of_record);
    assert_eq!((new.ends(), new.order_id.is_empty()), (Some(day("2027-09-15")), true));
    assert_eq!((new_add_on.parent, new_add_on.family), (Some(new.id), Family::LicenseNce));
    assert_eq!(reasons(model.clone(), Ok(step)), []);
}

#[test]
fn op_28_waits_for_the_renewal_near_the_end_of_a_term() {
    let mut net = licence(Family::LicenseLegacy);
    let migrate = |net: &Network| migrate_to_new_commerce(&net.books.model, today(), net.sub, &product(E5));
    net.books.edit_sub(net.sub, |s| s.commitment_end = Some(moment("2026-09-16")));
    assert_eq!(migrate(&net), Err(Impossible::NearTermEnd(net.sub)));
    net.books.edit_sub(net.sub, |s| s.commitment_end = Some(moment("2026-09-17")));
    assert!(migrate(&net).is_ok());
}

#[test]
fn a_step_that_leads_nowhere_names_those_that_do() {
    let mut net = licence(Family::LicenseNce);
    let (id, key) = (net.sub, Key::Subscription(net.sub));
    let migrate = migrate_to_new_commerce(&net.books.model, today(), id, &product(E5));
    assert!(matches!(migrate, Err(Impossible::OtherFamily { step: Verb::MigrateToNewCommerce, .. })));
    let mut stands = |status, step: fn(&Model, SubscriptionId) -> Result<Transaction, Impossible>| {
        net.books.edit_sub(id, |s| s.status = status);
        match step(&net.books.model, id) {
            Err(Impossible::Standing { of, next, .. }) if of == key => next.to_vec(),
            other => panic!("{other:?}"),
        }
    };
    let (reactivate, cancel) = (Verb::ReactivateSubscription, Verb::CancelSubscription);
    let suspend = |model: &Model, id| suspend_subscription(model, today(), id);
    assert_eq!(stands(Status::Suspended, suspend), [reactivate, cancel]);
    assert_eq!(stands(Status::Suspended, |m, id| set_quantity(m, today(), id, 3)), [reactivate, cancel]);
    assert_eq!(
        stands(Status::Deleted, |m, id| reactivate_subscription(m, id, AddOns::Stay)),
        [Verb::AddSubscription]
    );
    assert_eq!(stands(Status::Expired, cancel_subscription), [Verb::AddSubscription]);
    assert_eq!(stands(Status::Pending, cancel_subscription), []);
    assert!(stands(Status::Active, |m, id| reactivate_subscription(m, id, AddOns::Stay)).contains(&cancel));
}

#[test]
fn the_row_of_a_subscription_offers_its_life() {
    let mut net = licence(Family::LicenseLegacy);
    let offers = |net: &Network| -> Vec<(Verb, bool)> {
        let all = Intent::for_row(&net.books.model, Key::Subscription(net.sub));
        all.into_iter().map(|offer| (offer.verb, offer.does.is_ok())).collect()
    };
    let active = offers(&net);
    for verb in [Verb::SetQuantity, Verb::SetRenewal, Verb::Upgrade, Verb::MigrateToNewCommerce] {
        assert!(active.contains(&(verb, true)), "{verb:?}");
    }
    assert!(active.contains(&(Verb::ReactivateSubscription, false)));
    add_on(&mut net);
    let suspended = suspend_subscription(&net.books.model, today(), net.sub).unwrap();
    net.books.model = after(&net.books.model, &suspended);
    let again = offers(&net).iter().filter(|offer| **offer == (Verb::ReactivateSubscription, true)).count();
    assert_eq!(again, 2, "alone, or with its add-ons");
    net.books.edit_sub(net.sub, |s| s.channel = Channel::Ea);
    assert!(
        offers(&net).iter().all(|(verb, _)| *verb != Verb::CancelSubscription),
        "changed where it was bought"
    );
}

#[test]
fn a_form_of_a_few_fields_makes_the_operation() {
    let net = licence(Family::LicenseLegacy);
    let model = &net.books.model;
    for fill in
        [Fill::Quantity(net.sub), Fill::Renewal(net.sub), Fill::Upgrade(net.sub), Fill::Migration(net.sub)]
    {
        let base = fill.base(model).unwrap();
        assert_eq!(fill.intent(&base).verb(), fill.verb());
        assert!(!fill.fields().is_empty() && fill.key() == Key::Subscription(net.sub));
    }
    let moved = Fill::Migration(net.sub).base(model).unwrap();
    assert!(moved.offer_id.is_empty() && moved.term == Term::P1Y, "which product it becomes is typed");
    assert_eq!(Fill::Quantity(SubscriptionId::default()).base(model), None);
}
