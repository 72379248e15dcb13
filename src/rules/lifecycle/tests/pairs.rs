//! R-SUB-009.

use super::*;
use crate::model::PartnerId;

fn pair(family: Family, term: Term, billing: BillingCycle) -> Network {
    with(sold(family), |s| (s.term, s.billing_cycle) = (term, billing))
}

/// The pairs of a family among all that can be written.
fn allowed(family: Family) -> Vec<String> {
    let terms = Term::ALL.iter().flat_map(|term| BillingCycle::ALL.iter().map(move |cycle| (*term, *cycle)));
    let judged = terms.filter(|(term, cycle)| {
        let net = pair(family, *term, *cycle);
        found(&net, Code::Sub009).is_empty() && !unjudged(&net, Code::Sub009)
    });
    judged.map(|(term, cycle)| format!("{} {}", term.code(), cycle.code())).collect()
}

#[test]
fn r_sub_009_term_and_billing_combine_by_family() {
    let nce = ["p1m monthly", "p1y monthly", "p1y annual", "p3y monthly", "p3y annual", "p3y triennial"];
    assert_eq!(allowed(Family::LicenseNce), nce);
    let legacy = ["p1y monthly", "p1y annual", "p3y monthly", "p3y annual", "p6y monthly", "p6y annual"];
    assert_eq!(allowed(Family::LicenseLegacy), legacy);
    let software =
        ["p1y annual", "p1y triennial", "p1y one-time", "p3y annual", "p3y triennial", "p3y one-time"];
    assert_eq!(allowed(Family::SoftwareSubscription), software);
    assert_eq!(allowed(Family::SoftwarePerpetual), ["none one-time"]);
    let reservation =
        ["p1y monthly", "p1y one-time", "p3y monthly", "p3y one-time", "p5y monthly", "p5y one-time"];
    assert_eq!(allowed(Family::Reservation), reservation);
    assert_eq!(allowed(Family::AzurePlan), ["none monthly", "none one-time"]);
    assert_eq!(allowed(Family::AzureLegacy), ["none monthly"]);
    assert_eq!(allowed(Family::MarketplaceSaas).len(), 8);
}

#[test]
fn r_sub_009_the_reason_names_what_is_allowed() {
    for (family, term, billing, reason) in [
        (Family::LicenseNce, Term::P1M, BillingCycle::Annual, Reason::PairNewCommerce),
        (Family::LicenseNce, Term::P1Y, BillingCycle::Triennial, Reason::PairNewCommerce),
        (Family::LicenseLegacy, Term::P1M, BillingCycle::Monthly, Reason::PairLegacy),
        (Family::SoftwareSubscription, Term::P1Y, BillingCycle::Monthly, Reason::PairSoftware),
        (Family::SoftwarePerpetual, Term::P1Y, BillingCycle::OneTime, Reason::PairPerpetual),
        (Family::Reservation, Term::P1Y, BillingCycle::Annual, Reason::PairReservation),
        (Family::AzurePlan, Term::P1Y, BillingCycle::OneTime, Reason::PairAzurePlan),
        (Family::AzureLegacy, Term::None, BillingCycle::Annual, Reason::PairAzureLegacy),
        (Family::MarketplaceSaas, Term::P1Y, BillingCycle::Triennial, Reason::PairMarketplace),
    ] {
        assert_eq!(found(&pair(family, term, billing), Code::Sub009), [reason], "{family:?}");
    }
}

#[test]
fn r_sub_009_what_is_not_told_may_be_any_of_the_list() {
    for (term, billing) in [
        (Term::None, BillingCycle::Monthly),
        (Term::P1Y, BillingCycle::Unknown),
        (Term::read("P2Y"), BillingCycle::Monthly),
    ] {
        let net = pair(Family::LicenseNce, term, billing);
        assert!(found(&net, Code::Sub009).is_empty() && unjudged(&net, Code::Sub009), "{term:?}");
    }
    let never = pair(Family::LicenseLegacy, Term::None, BillingCycle::Triennial);
    assert_eq!(found(&never, Code::Sub009), [Reason::PairLegacy], "no term has it");
    let unknown = pair(Family::Unknown, Term::P1M, BillingCycle::Annual);
    assert!(found(&unknown, Code::Sub009).is_empty() && unjudged(&unknown, Code::Sub009));
}

#[test]
fn r_sub_009_a_trial_is_not_billed() {
    let trial = |billing| {
        with(sold(Family::LicenseNce), |s| {
            (s.is_trial, s.term, s.billing_cycle) = (true, Term::None, billing);
        })
    };
    assert_eq!(found(&trial(BillingCycle::None), Code::Sub009), NONE);
    assert_eq!(found(&trial(BillingCycle::Monthly), Code::Sub009), [Reason::PairTrial]);
    assert!(unjudged(&trial(BillingCycle::Unknown), Code::Sub009));
}

#[test]
fn r_sub_009_the_record_of_a_reservation_is_fixed() {
    let other = |s: &mut Subscription| s.partner_of_record = Some(PartnerId::from("4847999"));
    assert_eq!(refused(&sold(Family::Reservation), Code::Sub009, other), [Reason::RecordIsFixed]);
    assert_eq!(refused(&sold(Family::LicenseNce), Code::Sub009, other), NONE);
}
