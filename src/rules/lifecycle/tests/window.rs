//! R-SUB-005.

use super::*;

/// What is said when it is cancelled on a day, bought on another.
fn cancelled(family: Family, bought: &str, on_day: &str, edit: fn(&mut Subscription)) -> Vec<Reason> {
    let net = with(sold(family), |s| {
        (s.creation, s.effective) = (Some(moment(bought)), Some(moment(bought)));
        s.commitment_end = None;
        edit(s);
    });
    goes(&on(&net, on_day), Code::Sub005, Status::Deleted)
}

const LATE: &[Reason] = &[Reason::WindowOver];

#[test]
fn r_sub_005_licences_of_new_commerce_have_seven_days_and_had_72_hours() {
    for (bought, day, expected) in [
        ("2026-09-09", "2026-09-15", NONE),
        ("2026-09-08", "2026-09-15", NONE),
        ("2026-09-06", "2026-09-15", LATE),
        // The preview, to the end of 2021.
        ("2021-12-31", "2022-01-03", NONE),
        ("2021-12-31", "2022-01-04", LATE),
        ("2022-01-01", "2022-01-08", NONE),
        ("2022-01-01", "2022-01-09", LATE),
        // After a renewal it is open again.
        ("2025-09-10", "2026-09-15", NONE),
        ("2025-09-01", "2026-09-15", LATE),
        ("2024-02-29", "2026-03-07", NONE),
    ] {
        assert_eq!(cancelled(Family::LicenseNce, bought, day, |_| {}), expected, "{bought} {day}");
    }
    let monthly = |s: &mut Subscription| s.term = Term::P1M;
    assert_eq!(cancelled(Family::LicenseNce, "2026-01-12", "2026-09-15", monthly), NONE);
    assert_eq!(cancelled(Family::LicenseNce, "2026-01-16", "2026-09-15", monthly), LATE);
}

#[test]
fn r_sub_005_what_did_not_renew_has_no_second_window() {
    let net = with(sold(Family::LicenseNce), |s| s.commitment_end = Some(moment("2026-03-01")));
    assert_eq!(goes(&on(&net, "2026-03-03"), Code::Sub005, Status::Deleted), LATE);
    let renewed = with(net, |s| s.commitment_end = Some(moment("2027-03-01")));
    assert_eq!(goes(&on(&renewed, "2026-03-03"), Code::Sub005, Status::Deleted), NONE);
}

#[test]
fn r_sub_005_what_the_portal_says_stands_first() {
    let net =
        with(sold(Family::LicenseNce), |s| s.cancel_until = Some("2026-09-15T08:00:00Z".parse().unwrap()));
    assert_eq!(goes(&net, Code::Sub005, Status::Deleted), NONE);
    assert_eq!(goes(&on(&net, "2026-09-16"), Code::Sub005, Status::Deleted), LATE);
    let legacy = with(sold(Family::LicenseLegacy), |s| s.cancel_until = Some(moment("2026-09-14")));
    assert_eq!(goes(&legacy, Code::Sub005, Status::Deleted), LATE);
}

#[test]
fn r_sub_005_software_is_returned_in_its_days() {
    for (family, bought, day, expected) in [
        (Family::SoftwarePerpetual, "2021-05-31", "2021-07-30", NONE),
        (Family::SoftwarePerpetual, "2021-05-31", "2021-07-31", LATE),
        (Family::SoftwarePerpetual, "2021-06-01", "2021-07-01", NONE),
        (Family::SoftwarePerpetual, "2021-06-01", "2021-07-02", LATE),
        (Family::SoftwareSubscription, "2021-05-31", "2021-07-30", NONE),
        (Family::SoftwareSubscription, "2021-05-31", "2021-07-31", LATE),
        (Family::SoftwareSubscription, "2021-06-01", "2021-07-01", NONE),
        (Family::SoftwareSubscription, "2023-12-31", "2024-01-30", NONE),
        (Family::SoftwareSubscription, "2023-12-31", "2024-01-31", LATE),
        (Family::SoftwareSubscription, "2024-01-01", "2024-01-08", NONE),
        (Family::SoftwareSubscription, "2024-01-01", "2024-01-09", LATE),
    ] {
        assert_eq!(cancelled(family, bought, day, |_| {}), expected, "{family:?} {bought} {day}");
    }
}

#[test]
fn r_sub_005_the_marketplace_has_72_hours_and_had_others() {
    let monthly = |s: &mut Subscription| s.billing_cycle = BillingCycle::Monthly;
    let annual = |s: &mut Subscription| s.billing_cycle = BillingCycle::Annual;
    for (bought, day, edit, expected) in [
        ("2023-12-31", "2024-01-01", monthly as fn(&mut Subscription), NONE),
        ("2023-12-31", "2024-01-02", monthly, LATE),
        ("2023-12-31", "2024-01-14", annual, NONE),
        ("2023-12-31", "2024-01-15", annual, LATE),
        ("2024-01-01", "2024-01-04", annual, NONE),
        ("2024-01-01", "2024-01-05", monthly, LATE),
    ] {
        assert_eq!(cancelled(Family::MarketplaceSaas, bought, day, edit), expected, "{bought} {day}");
    }
}

#[test]
fn r_sub_005_other_families_are_cancelled_at_any_time_or_never() {
    for family in [Family::LicenseLegacy, Family::AzureLegacy, Family::AzurePlan, Family::Reservation] {
        assert_eq!(goes(&sold(family), Code::Sub005, Status::Deleted), NONE, "{family:?}");
    }
    let a1 = with(sold(Family::LicenseLegacy), |s| s.term = Term::P6Y);
    assert_eq!(goes(&a1, Code::Sub005, Status::Deleted), [Reason::NeverCancelled]);
    // Facts that are missing, and states that are over.
    let undated = with(sold(Family::LicenseNce), |s| (s.creation, s.effective) = (None, None));
    assert_eq!(goes(&undated, Code::Sub005, Status::Deleted), NONE);
    assert_eq!(goes(&sold(Family::SavingsPlan), Code::Sub005, Status::Deleted), NONE);
    let disabled = with(sold(Family::LicenseNce), |s| s.status = Status::Disabled);
    assert_eq!(goes(&disabled, Code::Sub005, Status::Deleted), NONE);
}

#[test]
fn r_sub_005_a_transfer_is_no_cancellation() {
    let net = sold(Family::LicenseNce);
    let ended = change(&net, |s| s.status = Status::Deleted);
    assert_eq!(net.books.refused(Verb::TransferLicences, Code::Sub005, &ended), []);
    assert_eq!(net.books.refused(Verb::CancelSubscription, Code::Sub005, &ended).len(), 1);
}
