//! R-SUB-003, R-SUB-004.

use super::*;
use crate::model::Refund;
use crate::rules::Severity;

const BUSINESS_PREMIUM: &str = "031C9E47-4802-4248-838E-778FB1D2CC05";
const BUSINESS_BASIC: &str = "CFQ7TTC0LH18:0001:CFQ7TTC0P0WS";
const TRIAL: &str = "C0BD2E08-11AC-4836-BDC7-3712E744922F";

fn seats(family: Family, offer: &str, quantity: Option<u32>) -> Network {
    with(sold(family), |s| (s.offer_id, s.quantity) = (offer.into(), quantity))
}

#[test]
fn r_sub_003_seats_are_within_the_limits_of_the_offer() {
    let service_automation = "F1A2FDB0-5CA8-475D-8CCC-9BB81C033DA5";
    for (family, offer, quantity, expected) in [
        (Family::LicenseNce, BUSINESS_BASIC, 299, NONE),
        (Family::LicenseNce, BUSINESS_BASIC, 300, NONE),
        (Family::LicenseNce, BUSINESS_BASIC, 301, &[Reason::ManyForSmallBusiness]),
        (Family::LicenseNce, "", 0, &[Reason::TooFewSeats]),
        (Family::LicenseNce, "", 1, NONE),
        (Family::LicenseNce, "", 10_000_000, NONE),
        (Family::LicenseNce, "", 10_000_001, &[Reason::TooManySeats]),
        (Family::LicenseLegacy, service_automation, 249, &[Reason::TooFewSeats]),
        (Family::LicenseLegacy, service_automation, 250, NONE),
        (Family::AzurePlan, "", 1, NONE),
        (Family::AzurePlan, "", 5, &[Reason::NotOne]),
        (Family::AzureLegacy, "", 5, &[Reason::NotOne]),
        (Family::AzureSubscription, "", 0, &[Reason::NotOne]),
    ] {
        let net = seats(family, offer, Some(quantity));
        assert_eq!(found(&net, Code::Sub003), expected, "{family:?} {offer} {quantity}");
    }
    let many = seats(Family::LicenseNce, BUSINESS_BASIC, Some(301));
    let graded = many.books.graded(Code::Sub003, Key::Subscription(many.sub));
    assert_eq!(graded, [(Reason::ManyForSmallBusiness, Severity::Warning)]);
    let untold = seats(Family::LicenseNce, "", None);
    assert!(found(&untold, Code::Sub003).is_empty() && unjudged(&untold, Code::Sub003));
    let over = with(seats(Family::LicenseNce, "", Some(0)), |s| s.status = Status::Deleted);
    assert_eq!(found(&over, Code::Sub003), NONE);
}

#[test]
fn r_sub_003_a_trial_has_25_seats_for_30_days_once() {
    let trial = || {
        with(seats(Family::LicenseLegacy, TRIAL, Some(25)), |s| {
            s.is_trial = true;
            (s.effective, s.commitment_end) = (Some(moment("2026-09-01")), Some(moment("2026-10-01")));
        })
    };
    assert_eq!(found(&trial(), Code::Sub003), NONE);
    assert_eq!(found(&with(trial(), |s| s.quantity = Some(24)), Code::Sub003), [Reason::NotTrialSeats]);
    let long = with(trial(), |s| s.commitment_end = Some(moment("2026-10-03")));
    assert_eq!(found(&long, Code::Sub003), [Reason::TrialTooLong]);
    let mut again = trial();
    another(&mut again, |s| s.status = Status::Deleted);
    assert_eq!(found(&again, Code::Sub003), [Reason::SecondTrial]);
}

#[test]
fn r_sub_003_what_is_owned_is_not_tried() {
    let trial = || {
        let offer = "CFQ7TTC0LH18:0009:CFQ7TTC0P0WS";
        with(seats(Family::LicenseNce, offer, Some(25)), |s| (s.is_trial, s.commitment_end) = (true, None))
    };
    let owned = |s: &mut Subscription| (s.is_trial, s.offer_id) = (false, BUSINESS_BASIC.into());
    let mut net = trial();
    let id = another(&mut net, owned);
    assert_eq!(found(&net, Code::Sub003), [Reason::TrialOfOwned]);
    let of = net.sub;
    net.books.edit_sub(id, |s| s.transferred_from = Some(of));
    assert_eq!(found(&net, Code::Sub003), NONE, "it was converted to it");
    let mut over = trial();
    another(&mut over, |s| {
        owned(s);
        s.status = Status::Deleted;
    });
    assert_eq!(found(&over, Code::Sub003), NONE);
    let mut odd = trial();
    another(&mut odd, |s| {
        owned(s);
        s.status = Status::read("resting");
    });
    assert!(found(&odd, Code::Sub003).is_empty() && unjudged(&odd, Code::Sub003));
}

#[test]
fn r_sub_003_some_offers_are_had_so_many_times() {
    let mut net = seats(Family::LicenseLegacy, BUSINESS_PREMIUM, Some(5));
    another(&mut net, |s| s.status = Status::Suspended);
    assert_eq!(found(&net, Code::Sub003), NONE);
    another(&mut net, |s| s.status = Status::Deleted);
    assert_eq!(found(&net, Code::Sub003), NONE, "what was deleted does not count");
    another(&mut net, |_| {});
    assert_eq!(found(&net, Code::Sub003), [Reason::TooManyOfOffer]);
    // Once in a lifetime.
    let mut net = seats(Family::LicenseLegacy, TRIAL, Some(25));
    another(&mut net, |s| s.status = Status::Deleted);
    assert_eq!(found(&net, Code::Sub003), [Reason::TooManyOfOffer]);
}

#[test]
fn r_sub_004_seats_go_down_in_the_window_only() {
    let fewer = |net: &Network| refused(net, Code::Sub004, |s| s.quantity = Some(8));
    let bound = [Reason::SeatsAreBound];
    let until = |day| with(sold(Family::LicenseNce), |s| s.cancel_until = Some(moment(day)));
    assert_eq!(fewer(&until("2026-09-15")), NONE);
    assert_eq!(fewer(&until("2026-09-14")), bound);
    assert_eq!(fewer(&sold(Family::LicenseNce)), bound, "in month six, by its own dates");
    let young = with(sold(Family::LicenseNce), |s| s.effective = Some(moment("2026-09-12")));
    assert_eq!(fewer(&young), NONE);
    assert_eq!(refused(&sold(Family::LicenseNce), Code::Sub004, |s| s.quantity = Some(12)), NONE);
    assert_eq!(fewer(&sold(Family::LicenseLegacy)), NONE);
    assert_eq!(fewer(&sold(Family::SoftwareSubscription)), [Reason::SeatsNeverDown]);
    assert_eq!(fewer(&sold(Family::Unknown)), NONE);
    let undated = with(sold(Family::LicenseNce), |s| (s.creation, s.effective) = (None, None));
    assert_eq!(fewer(&undated), NONE, "nobody knows when it began");
}

#[test]
fn r_sub_004_seats_that_were_added_may_be_given_back() {
    let refund = |quantity, until| Refund { quantity, until: moment(until) };
    let net = |rows: &[Refund]| with(sold(Family::LicenseNce), |s| s.refundable = rows.to_vec());
    let fewer = |net: Network| refused(&net, Code::Sub004, |s| s.quantity = Some(8));
    assert_eq!(fewer(net(&[refund(2, "2026-09-15")])), NONE);
    assert_eq!(fewer(net(&[refund(1, "2026-09-15"), refund(1, "2026-09-20")])), NONE);
    assert_eq!(fewer(net(&[refund(2, "2026-09-14")])), [Reason::SeatsAreBound]);
    assert_eq!(fewer(net(&[refund(1, "2026-09-20")])), [Reason::SeatsAreBound]);
}
