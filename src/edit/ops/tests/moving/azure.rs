//! OP-10, OP-11, OP-12.

use super::*;

#[test]
fn op_10_a_new_subscription_stands_beside_the_one_bought_elsewhere() {
    let mut two = two();
    let old = two.sold(Family::AzureSubscription);
    two.books.edit_sub(old, |s| (s.channel, s.seller, s.partner_of_record) = (Channel::Ea, None, None));
    let plan = two.sold(Family::AzurePlan);
    two.books.edit_sub(plan, |s| s.seller = Some(two.target));
    let step = take_over_usage(two.model(), today(), old, two.to()).unwrap();
    let [Change { before: None, after: Some(Record::Subscription(new)) }] = step.changes.as_slice() else {
        panic!("{step:?}")
    };
    assert_eq!(step.verb, Verb::TakeOverUsage);
    assert_eq!((new.seller, new.channel, new.parent), (Some(two.target), Channel::CspIndirect, Some(plan)));
    assert_eq!((&new.partner_of_record, new.family), (&two.record(), Family::AzureSubscription));
    assert_eq!((new.transferred_from, new.customer), (None, two.customer), "it is bought, not transferred");
}

#[test]
fn op_10_is_for_usage_services_bought_outside_csp() {
    let mut two = two();
    let licence = two.sold(Family::LicenseLegacy);
    two.books.edit_sub(licence, |s| (s.channel, s.seller) = (Channel::Open, None));
    let held = |id, channel| Err(Impossible::Held(id, Hold::Elsewhere(channel)));
    assert_eq!(take_over_usage(two.model(), today(), licence, two.to()), held(licence, Channel::Open));
    let azure = two.sold(Family::AzureSubscription);
    assert_eq!(take_over_usage(two.model(), today(), azure, two.to()), held(azure, Channel::CspIndirect));
}

#[test]
fn op_11_the_subscription_stays_one_and_has_two_ids() {
    let mut two = two();
    let azure = two.sold(Family::AzureLegacy);
    two.books.edit_sub(azure, |s| s.support_contact = s.seller);
    let step = switch_azure(two.model(), today(), &[azure], two.to());
    let transfer = step.as_ref().unwrap().keys().find(|key| key.table() == TableName::Transfer).unwrap();
    let after = done(two.model(), step, Verb::SwitchAzure, &[Key::Subscription(azure), transfer]);
    let expected = Subscription {
        seller: Some(two.target),
        support_contact: Some(two.target),
        entitlement_id: Some(azure.0),
        ..two.sub(azure)
    };
    assert_eq!(after.subscription(azure), Some(&expected));
    let t = &transfers(&after)[0];
    assert_eq!((t.kind, t.status), (TransferKind::AzureLegacy, TransferStatus::Complete));
    assert_eq!((t.requested_by, t.partner_of_record.clone()), (Some(two.source), two.record()));
}

#[test]
fn op_11_is_for_azure_of_old_alone() {
    let two = two();
    let step = switch_azure(two.model(), today(), &[two.sub], two.to());
    assert_eq!(step, Err(Impossible::Held(two.sub, Hold::NotTransferable)));
}

/// A plan of the source with two Azure subscriptions, one of them suspended, and a reservation.
fn with_plan(two: &mut Two) -> [SubscriptionId; 4] {
    let plan = two.sold(Family::AzurePlan);
    let [a, b] = [two.sold(Family::AzureSubscription), two.sold(Family::AzureSubscription)];
    for id in [a, b] {
        two.books.edit_sub(id, |s| s.parent = Some(plan));
    }
    two.books.edit_sub(b, |s| s.status = Status::Suspended);
    [plan, a, b, two.sold(Family::Reservation)]
}

#[test]
fn op_12_what_runs_under_a_plan_goes_under_the_targets_plan() {
    let mut two = two();
    let [plan, azure, ..] = with_plan(&mut two);
    let theirs = two.sold(Family::AzurePlan);
    two.books.edit_sub(theirs, |s| s.seller = Some(two.target));
    let step = transfer_azure(two.model(), today(), &[plan], two.to());
    let transfer = step.as_ref().unwrap().keys().find(|key| key.table() == TableName::Transfer).unwrap();
    let after = done(two.model(), step, Verb::TransferAzure, &[Key::Subscription(azure), transfer]);
    let moved = after.subscription(azure).unwrap();
    assert_eq!((moved.seller, moved.parent), (Some(two.target), Some(theirs)));
    let t = &transfers(&after)[0];
    assert_eq!((t.kind, t.requested_by), (TransferKind::AzurePlan, Some(two.target)));
    assert_eq!(t.subscriptions, [azure]);
}

#[test]
fn op_12_to_a_direct_bill_partner_puts_nobody_on_record() {
    let mut two = two();
    let [plan, azure, ..] = with_plan(&mut two);
    let direct = two.books.direct_bill("Helvia Direct", "DE");
    let target = Target { seller: direct, reseller: Some(two.reseller) };
    let step = transfer_azure(two.model(), today(), &[plan], target).unwrap();
    let moved = after(two.model(), &step).subscription(azure).unwrap().clone();
    assert_eq!((moved.channel, moved.partner_of_record), (Channel::CspDirect, None));
    assert_eq!(moved.parent, None, "a plan is bought first: the rules ask for it");
}

#[test]
fn op_12_an_empty_plan_moves_nothing() {
    let mut two = two();
    let plan = two.sold(Family::AzurePlan);
    let step = transfer_azure(two.model(), today(), &[plan], two.to());
    assert_eq!(step, Err(Impossible::Held(plan, Hold::EmptyPlan)));
}
