//! R-SUB-006, and the deadlines of a subscription.

use super::*;
use crate::model::Day;
use crate::rules::testing::day;
use crate::rules::{Clock, deadlines};

fn suspended(on_day: &str) -> Network {
    with(sold(Family::LicenseLegacy), |s| {
        (s.status, s.suspended_on) = (Status::Suspended, Some(day(on_day)));
    })
}

#[test]
fn r_sub_006_data_of_old_licences_is_deleted_after_90_days() {
    // 2026-09-15 is the day.
    for (since, expected) in [
        ("2026-09-05", NONE),
        ("2026-07-18", NONE),
        ("2026-07-17", &[Reason::DataDeletedSoon][..]),
        ("2026-06-27", &[Reason::DataDeletedSoon]),
        ("2026-06-18", &[Reason::DataDeletedSoon]),
        ("2026-06-17", &[Reason::DataDeleted]),
    ] {
        assert_eq!(found(&suspended(since), Code::Sub006), expected, "{since}");
    }
    let undated = with(suspended("2026-01-01"), |s| s.suspended_on = None);
    assert!(found(&undated, Code::Sub006).is_empty() && unjudged(&undated, Code::Sub006));
    let unknown = with(suspended("2026-01-01"), |s| s.family = Family::Unknown);
    assert!(found(&unknown, Code::Sub006).is_empty() && unjudged(&unknown, Code::Sub006));
}

#[test]
fn r_sub_006_a_suspended_licence_of_new_commerce_is_billed() {
    let net = with(sold(Family::LicenseNce), |s| s.status = Status::Suspended);
    assert_eq!(found(&net, Code::Sub006), [Reason::BilledWhileSuspended]);
    assert_eq!(found(&with(net, |s| s.status = Status::Active), Code::Sub006), NONE);
}

#[test]
fn r_sub_006_what_expired_is_disabled_after_30_days() {
    let expired = |end| {
        with(sold(Family::LicenseNce), |s| {
            (s.status, s.commitment_end) = (Status::Expired, Some(moment(end)));
        })
    };
    assert_eq!(found(&expired("2026-09-10"), Code::Sub006), [Reason::DisabledSoon]);
    assert_eq!(found(&expired("2026-08-17"), Code::Sub006), [Reason::DisabledSoon]);
    assert_eq!(found(&expired("2026-08-16"), Code::Sub006), [Reason::AdminsOnly]);
    let disabled = with(expired("2026-07-01"), |s| s.status = Status::Disabled);
    assert_eq!(found(&disabled, Code::Sub006), [Reason::AdminsOnly]);
    let late = with(expired("2026-09-10"), |s| s.status = Status::Suspended);
    assert_eq!(found(&late, Code::Sub006), [Reason::DisabledSoon], "suspended to the end of its term");
}

fn clocks(net: &Network) -> Vec<(Clock, String)> {
    let found = deadlines(&net.books.model, net.books.today, Key::Subscription(net.sub));
    let mut found: Vec<(Clock, Day)> = found.into_iter().map(|d| (d.clock, d.on)).collect();
    found.sort_unstable();
    found.into_iter().map(|(clock, on)| (clock, on.to_string())).collect()
}

#[test]
fn an_active_subscription_has_its_term_and_its_window() {
    let net = with(sold(Family::LicenseNce), |s| s.effective = Some(moment("2026-09-10")));
    let term = (Clock::Renews, "2027-03-01".to_owned());
    assert_eq!(clocks(&net), [term.clone(), (Clock::CancelUntil, "2026-09-17".to_owned())]);
    assert_eq!(clocks(&on(&net, "2026-09-18")), [term]);
    let added = with(sold(Family::LicenseNce), |s| {
        s.auto_renew = None;
        s.refundable = vec![crate::model::Refund { quantity: 2, until: moment("2026-09-20") }];
    });
    let expected =
        [(Clock::TermEnds, "2027-03-01".to_owned()), (Clock::CancelUntil, "2026-09-20".to_owned())];
    assert_eq!(clocks(&added), expected);
}

#[test]
fn what_is_suspended_or_expired_has_the_days_of_its_data() {
    assert_eq!(clocks(&suspended("2026-06-27")), [(Clock::DataDeleted, "2026-09-25".to_owned())]);
    let billed = with(sold(Family::LicenseNce), |s| s.status = Status::Suspended);
    assert_eq!(clocks(&billed), [(Clock::Ends, "2027-03-01".to_owned())]);
    let expired = with(sold(Family::LicenseNce), |s| {
        (s.status, s.commitment_end) = (Status::Expired, Some(moment("2026-09-01")));
    });
    let expected =
        [(Clock::Disabled, "2026-10-01".to_owned()), (Clock::DataDeleted, "2026-12-30".to_owned())];
    assert_eq!(clocks(&expired), expected);
    let disabled = with(expired, |s| s.status = Status::Disabled);
    assert_eq!(clocks(&disabled), [(Clock::DataDeleted, "2026-12-30".to_owned())]);
}
