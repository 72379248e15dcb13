//! OP-16.

use super::*;

/// The reseller that business goes to: a partner of the source without a relationship with the customer.
fn with_other() -> (Two, TenantId) {
    let mut two = two();
    let other = two.books.reseller("Sud Conseil", "FR");
    two.books.partnership(two.source, other);
    (two, other)
}

fn on_record(model: &Model, id: SubscriptionId) -> Option<TenantId> {
    model.reseller_of(model.subscription(id)?).map(|reseller| reseller.tenant)
}

#[test]
fn op_16_puts_the_reseller_on_record_and_in_support_and_relates_it() {
    let (mut two, other) = with_other();
    let apart = two.sold(Family::LicenseNce);
    two.books.edit_sub(two.sub, |s| s.support_contact = Some(two.reseller));
    let relation = Key::Relationship(RelationshipId::of(other, two.customer, 0));
    let step = move_customer(two.model(), today(), &[two.sub], other, false);
    let after = done(two.model(), step, Verb::MoveCustomer, &[Key::Subscription(two.sub), relation]);
    let expected = Subscription {
        partner_of_record: two.model().partner(other).unwrap().partner_id.clone(),
        support_contact: Some(other),
        ..two.sub(two.sub)
    };
    assert_eq!(after.subscription(two.sub), Some(&expected));
    assert!(after.is_reseller_of(other, two.customer) && after.is_reseller_of(two.reseller, two.customer));
    assert_eq!(on_record(&after, apart), Some(two.reseller), "what was not chosen stays");
}

#[test]
fn op_16_support_of_others_stays() {
    let (mut two, other) = with_other();
    two.books.edit_sub(two.sub, |s| s.support_contact = s.seller);
    let step = move_customer(two.model(), today(), &[two.sub], other, false).unwrap();
    let after = after(two.model(), &step);
    assert_eq!(after.subscription(two.sub).unwrap().support_contact, Some(two.source));
}

#[test]
fn op_16_the_old_reseller_leaves_once_nothing_names_it() {
    let (mut two, other) = with_other();
    let rest = two.sold(Family::LicenseNce);
    let step = move_customer(two.model(), today(), &[two.sub], other, true).unwrap();
    assert!(
        after(two.model(), &step).is_reseller_of(two.reseller, two.customer),
        "it is on record of the rest"
    );
    let step = move_customer(two.model(), today(), &[two.sub, rest], other, true).unwrap();
    let left = after(two.model(), &step);
    assert!(!left.is_reseller_of(two.reseller, two.customer));
    assert!(left.is_reseller_of(two.source, two.customer), "the provider's stays");
}

#[test]
fn op_16_a_plan_takes_what_is_under_it_along() {
    let (mut two, other) = with_other();
    let [plan, azure] = [two.sold(Family::AzurePlan), two.sold(Family::AzureSubscription)];
    two.books.edit_sub(azure, |s| s.parent = Some(plan));
    let step = move_customer(two.model(), today(), &[plan], other, false).unwrap();
    let moved = after(two.model(), &step);
    assert_eq!((on_record(&moved, plan), on_record(&moved, azure)), (Some(other), Some(other)));
    assert_eq!(moved.subscription(azure).unwrap().parent, Some(plan));
}

#[test]
fn op_16_what_is_under_a_plan_goes_under_the_one_that_the_reseller_has() {
    let (mut two, other) = with_other();
    let [plan, azure, theirs] =
        [two.sold(Family::AzurePlan), two.sold(Family::AzureSubscription), two.sold(Family::AzurePlan)];
    let record = two.model().partner(other).unwrap().partner_id.clone();
    two.books.edit_sub(azure, |s| s.parent = Some(plan));
    two.books.edit_sub(theirs, |s| s.partner_of_record = record);
    let step = move_customer(two.model(), today(), &[plan], other, false).unwrap();
    let moved = after(two.model(), &step);
    assert_eq!(moved.subscription(azure).unwrap().parent, Some(theirs));
    assert_eq!(on_record(&moved, plan), Some(two.reseller), "one plan for each reseller");
}
