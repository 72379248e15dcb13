//! R-SUB-007.

use super::*;
use crate::rules::Severity;

fn scheduled() -> Network {
    with(sold(Family::LicenseNce), |s| {
        (s.next_term, s.next_billing, s.next_quantity) =
            (Some(Term::P1Y), Some(BillingCycle::Monthly), Some(8));
    })
}

#[test]
fn r_sub_007_a_change_is_scheduled_for_what_renews() {
    assert_eq!(found(&scheduled(), Code::Sub007), NONE);
    let off = with(scheduled(), |s| s.auto_renew = Some(false));
    assert_eq!(found(&off, Code::Sub007), [Reason::ChangeWithoutRenewal]);
    let untold = with(scheduled(), |s| s.auto_renew = None);
    assert!(found(&untold, Code::Sub007).is_empty() && unjudged(&untold, Code::Sub007));
    let suspended = with(scheduled(), |s| s.status = Status::Suspended);
    assert_eq!(found(&suspended, Code::Sub007), [Reason::ChangeWhileNotActive]);
}

#[test]
fn r_sub_007_what_is_scheduled_may_be_bought() {
    let pair = with(scheduled(), |s| s.next_billing = Some(BillingCycle::Triennial));
    assert_eq!(found(&pair, Code::Sub007), [Reason::PairNewCommerce]);
    let none = with(scheduled(), |s| s.next_quantity = Some(0));
    assert_eq!(found(&none, Code::Sub007), [Reason::TooFewSeats]);
    let product = with(scheduled(), |s| {
        s.next_product = "F1A2FDB0-5CA8-475D-8CCC-9BB81C033DA5".into();
    });
    assert_eq!(found(&product, Code::Sub007), [Reason::TooFewSeats], "that offer has at least 250");
}

#[test]
fn r_sub_007_the_extended_term_is_a_third_choice_from_may_2026() {
    let extended = with(sold(Family::LicenseNce), |s| {
        (s.extended_term, s.auto_renew, s.renewal_decided) = (true, Some(false), true);
    });
    assert_eq!(found(&on(&extended, "2026-05-04"), Code::Sub007), NONE);
    assert_eq!(found(&on(&extended, "2026-05-03"), Code::Sub007), [Reason::ExtendedTooEarly]);
    let both = with(extended, |s| s.auto_renew = Some(true));
    assert_eq!(found(&both, Code::Sub007), [Reason::TwoRenewals]);
}

#[test]
fn r_sub_007_a_renewal_is_decided_within_30_days() {
    let ends = |day| with(sold(Family::LicenseNce), |s| s.commitment_end = Some(moment(day)));
    for (end, expected) in [
        ("2026-10-16", NONE),
        ("2026-10-15", &[Reason::RenewalUndecided][..]),
        ("2026-09-15", &[Reason::RenewalUndecided]),
        ("2026-09-14", NONE),
        ("9999-12-10", NONE),
    ] {
        assert_eq!(found(&ends(end), Code::Sub007), expected, "{end}");
    }
    let near = ends("2026-10-01");
    let graded = near.books.graded(Code::Sub007, Key::Subscription(near.sub));
    assert_eq!(graded, [(Reason::RenewalUndecided, Severity::Hint)]);
    assert_eq!(found(&with(near, |s| s.renewal_decided = true), Code::Sub007), NONE);
}
