//! Ways out of what is wrong with the life of a subscription.

use super::*;
use crate::model::{BillingCycle, FieldRef, Key, Subscription, SubscriptionField, SubscriptionId, Term};

/// An active licence of this family in the network, with its facts told.
fn licence(net: &mut Network, family: Family, edit: impl FnOnce(&mut Subscription)) {
    net.books.edit_sub(net.sub, |s| {
        (s.family, s.quantity) = (family, Some(10));
        (s.term, s.billing_cycle, s.auto_renew) = (Term::P1Y, BillingCycle::Annual, Some(true));
        (s.effective, s.commitment_end) = (Some(moment("2026-03-01")), Some(moment("2027-03-01")));
        edit(s);
    });
}

fn edits(kinds: &[FixKind], field: SubscriptionField) -> bool {
    let of = |kind: &FixKind| matches!(kind, FixKind::EditValue(_, f) if *f == FieldRef::Subscription(field));
    kinds.iter().any(of)
}

#[test]
fn seats_are_clamped_or_typed() {
    for (family, quantity, offer, reason) in [
        (Family::LicenseNce, 0, "", Reason::TooFewSeats),
        (Family::LicenseLegacy, 20_000_000, "", Reason::TooManySeats),
        (Family::LicenseLegacy, 400, "CFQ7TTC0LH18:0001:CFQ7TTC0P0WS", Reason::ManyForSmallBusiness),
        (Family::AzurePlan, 5, "", Reason::NotOne),
    ] {
        let kinds = offered(reason, |net| {
            licence(net, family, |s| {
                (s.quantity, s.offer_id) = (Some(quantity), offer.into());
                if family == Family::AzurePlan {
                    (s.term, s.billing_cycle) = (Term::None, BillingCycle::OneTime);
                }
            });
        });
        assert_eq!(kinds[0], FixKind::ClampQuantity, "{reason:?}");
        assert!(edits(&kinds, SubscriptionField::Quantity));
    }
}

#[test]
fn renewals_are_put_right() {
    let kinds = offered(Reason::ChangeWithoutRenewal, |net| {
        licence(net, Family::LicenseNce, |s| (s.auto_renew, s.next_quantity) = (Some(false), Some(8)));
    });
    assert_eq!(kinds, [FixKind::RenewOn, FixKind::DropSchedule]);
    let kinds = offered(Reason::ChangeWhileNotActive, |net| {
        licence(net, Family::LicenseNce, |s| (s.status, s.next_quantity) = (Status::Suspended, Some(8)));
    });
    assert_eq!(kinds, [FixKind::DropSchedule]);
    let kinds = offered(Reason::RenewalUndecided, |net| {
        licence(net, Family::LicenseNce, |s| s.commitment_end = Some(moment("2026-10-01")));
    });
    assert_eq!(kinds[0], FixKind::DecideRenewal);
    let kinds = offered(Reason::TooFewSeats, |net| {
        licence(net, Family::LicenseNce, |s| s.next_quantity = Some(0));
    });
    assert_eq!(kinds[0], FixKind::ClampQuantity);
}

#[test]
fn what_is_suspended_is_reactivated() {
    let kinds = offered(Reason::BilledWhileSuspended, |net| {
        licence(net, Family::LicenseNce, |s| s.status = Status::Suspended);
    });
    assert_eq!(kinds, [FixKind::Reactivate]);
    let kinds = offered(Reason::DataDeletedSoon, |net| {
        licence(net, Family::LicenseLegacy, |s| {
            (s.status, s.suspended_on) = (Status::Suspended, "2026-06-27".parse().ok());
        });
    });
    assert_eq!(kinds, [FixKind::Reactivate]);
}

#[test]
fn pairs_are_typed_anew() {
    let kinds = offered(Reason::PairNewCommerce, |net| {
        licence(net, Family::LicenseNce, |s| s.term = Term::P1M);
    });
    assert!(edits(&kinds, SubscriptionField::BillingCycle));
}

#[test]
fn an_add_on_follows_its_base_and_is_suspended_with_it_unasked() {
    let added = |net: &mut Network| -> SubscriptionId {
        licence(net, Family::LicenseLegacy, |_| {});
        let base = net.books.model.subscription(net.sub).unwrap().clone();
        let id = SubscriptionId(net.books.guid());
        net.books.put(Subscription { id, parent: Some(base.id), ..base });
        id
    };
    let kinds = offered(Reason::BaseNotLive, |net| {
        added(net);
        net.books.edit_sub(net.sub, |s| s.status = Status::Suspended);
    });
    assert_eq!(kinds[0], FixKind::Cascade);
    assert!(edits(&kinds, SubscriptionField::Parent));
    // The edit of a base alone lacks its add-on: the fix supplies it.
    let mut net = network();
    let id = added(&mut net);
    let mut book = Book::new(net.books.model, net.books.today);
    let before = book.model().subscription(net.sub).unwrap().clone();
    let after = Subscription { status: Status::Suspended, ..before.clone() };
    let step = Transaction::new(Verb::Edit, vec![Change::edit(before, after)]);
    assert!(!Verdict::of(&mut book, &step).allows());
    let whole = fix_and_retry(&mut book, step).unwrap();
    let _ = book.commit(whole).unwrap();
    assert_eq!(book.model().subscription(id).unwrap().status, Status::Suspended);
}

#[test]
fn what_cannot_be_cancelled_runs_out() {
    let mut net = network();
    licence(&mut net, Family::LicenseNce, |s| s.next_quantity = Some(8));
    let mut book = Book::new(net.books.model, net.books.today);
    let step = crate::edit::ops::cancel_subscription(book.model(), net.sub).unwrap();
    let Err(crate::edit::Rejection::Broken(refused)) = book.would(&step) else { panic!("refused") };
    let offered = fixes(book.model(), book.today(), &refused[0]);
    assert_eq!((refused[0].reason, offered[0].kind), (Reason::WindowOver, FixKind::StopRenewal));
    let Does::Step(off) = offered[0].does.clone() else { panic!("a step") };
    let _ = book.commit(off).unwrap();
    let s = book.model().subscription(net.sub).unwrap();
    assert!(s.auto_renew == Some(false) && !s.has_scheduled_change() && s.renewal_decided);
    assert!(book.findings().on(Key::Subscription(net.sub)).is_empty());
}
