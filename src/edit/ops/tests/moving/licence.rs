//! OP-13, OP-14.

use super::*;

#[test]
fn op_13_licences_go_on_under_new_ids_with_product_term_and_seats() {
    let mut two = two();
    two.books.edit_sub(two.sub, |s| {
        (s.quantity, s.commitment_end) = (Some(45), Some(day("2027-03-01").start()));
        s.support_contact = Some(two.reseller);
    });
    let step = transfer_licences(two.model(), today(), &[two.sub], two.to()).unwrap();
    assert_eq!(step.changes.len(), 3, "old, new, transfer");
    let after = after(two.model(), &step);
    let (old, new) = (after.subscription(two.sub).unwrap(), successor(&after, two.sub));
    assert_eq!((old.status, old.seller), (Status::Deleted, Some(two.source)));
    let expected = Subscription {
        id: new.id,
        seller: Some(two.target),
        transferred_from: Some(two.sub),
        ..two.sub(two.sub)
    };
    assert_eq!(new, expected, "the reseller stays on record and in support");
    let t = &transfers(&after)[0];
    assert_eq!((t.kind, t.source, t.target), (TransferKind::NewCommerce, Some(two.source), Some(two.target)));
    assert_eq!(
        beside(&step, &[Key::Subscription(two.sub), Key::Subscription(new.id), Key::Transfer(t.id)]),
        []
    );
}

#[test]
fn op_13_add_ons_go_along_under_the_new_id_of_their_base() {
    let mut two = two();
    let add_on = two.sold(Family::LicenseNce);
    two.books.edit_sub(add_on, |s| s.parent = Some(two.sub));
    let step = transfer_licences(two.model(), today(), &[two.sub], two.to()).unwrap();
    let after = after(two.model(), &step);
    assert_eq!(successor(&after, add_on).parent, Some(successor(&after, two.sub).id));
    assert_eq!(transfers(&after)[0].subscriptions, [two.sub, add_on]);
}

#[test]
fn op_13_more_than_25_items_are_several_requests_and_a_base_keeps_its_add_ons() {
    let mut two = two();
    let mut all: Vec<SubscriptionId> = (0..24).map(|_| two.sold(Family::LicenseNce)).collect();
    let [base, add_on] = [two.sold(Family::LicenseNce), two.sold(Family::LicenseNce)];
    two.books.edit_sub(add_on, |s| s.parent = Some(base));
    all.push(base);
    let step = transfer_licences(two.model(), today(), &all, two.to()).unwrap();
    let requests: Vec<usize> =
        transfers(&after(two.model(), &step)).iter().map(|t| t.subscriptions.len()).collect();
    assert_eq!(requests, [2, 24], "24 + 2 are more than 25");
    all.remove(0);
    let step = transfer_licences(two.model(), today(), &all, two.to()).unwrap();
    assert_eq!(transfers(&after(two.model(), &step)).len(), 1, "25 fit");
}

#[test]
fn op_13_moves_what_belongs_together_alone() {
    let mut two = two();
    let legacy = two.sold(Family::LicenseLegacy);
    let held = Err(Impossible::Held(legacy, Hold::NotTransferable));
    assert_eq!(transfer_licences(two.model(), today(), &[two.sub, legacy], two.to()), held);
    let other = two.books.customer("Vidal", "FR");
    let theirs = two.books.sub(other, two.source, Some(two.reseller));
    let apart = Err(Impossible::NotTogether(theirs));
    assert_eq!(transfer_licences(two.model(), today(), &[two.sub, theirs], two.to()), apart);
    assert_eq!(transfer_licences(two.model(), today(), &[], two.to()), Err(Impossible::Nothing));
}

fn legacy(two: &mut Two, ends: &str) -> SubscriptionId {
    let id = two.sold(Family::LicenseLegacy);
    two.books.edit_sub(id, |s| {
        (s.term, s.auto_renew) = (crate::model::Term::P1Y, Some(true));
        s.commitment_end = Some(day(ends).start());
    });
    id
}

#[test]
fn op_14_at_the_end_of_the_term_the_old_one_runs_out_and_the_new_one_starts() {
    let mut two = two();
    let id = legacy(&mut two, "2026-11-01");
    let step = rebuy_licence(two.model(), today(), id, two.to(), Rebuy::AtTermEnd).unwrap();
    let after = after(two.model(), &step);
    let (old, new) = (after.subscription(id).unwrap(), successor(&after, id));
    let expected = Subscription { auto_renew: Some(false), renewal_decided: true, ..two.sub(id) };
    assert_eq!(old, &expected, "its seller is the same");
    assert_eq!((new.status, new.seller), (Status::Pending, Some(two.target)));
    assert_eq!((new.effective, new.ends()), (Some(day("2026-11-01").start()), Some(day("2027-11-01"))));
    assert_eq!(transfers(&after), [], "nothing is transferred");
    assert_eq!(step.verb, Verb::RebuyLicence);
}

#[test]
fn op_14_today_the_old_one_is_suspended_the_same_day() {
    let mut two = two();
    let id = legacy(&mut two, "2026-11-01");
    let step = rebuy_licence(two.model(), today(), id, two.to(), Rebuy::Today).unwrap();
    let after = after(two.model(), &step);
    let (old, new) = (after.subscription(id).unwrap(), successor(&after, id));
    assert_eq!((old.status, old.suspended_on), (Status::Suspended, Some(today())));
    assert_eq!((new.status, new.effective), (Status::Active, Some(today().start())));
}

#[test]
fn op_14_waits_for_an_end_that_is_known() {
    let mut two = two();
    let id = two.sold(Family::LicenseLegacy);
    let step = rebuy_licence(two.model(), today(), id, two.to(), Rebuy::AtTermEnd);
    assert_eq!(step, Err(Impossible::Held(id, Hold::TermRuns(None))));
    let here = Target { seller: two.source, reseller: None };
    let step = rebuy_licence(two.model(), today(), id, here, Rebuy::Today);
    assert_eq!(step, Err(Impossible::Held(id, Hold::ThereAlready)));
}
