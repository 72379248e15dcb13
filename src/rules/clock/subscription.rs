//! When a subscription renews, ends, may be cancelled for the last time, and loses its data (R-SUB-005, R-SUB-006).

use super::Clock;
use crate::model::{Day, Family, Moment, Status, Subscription};
use crate::rules::lifecycle::{Cancelling, Life, cancelling};

/// The data of a suspended subscription of the old commerce is kept for so many days; 120 at most, when the first
/// billing period is counted in.
pub(in crate::rules) const KEPT_DAYS: i32 = 90;

/// An expired subscription of the new commerce is disabled after so many days.
pub(in crate::rules) const EXPIRED_DAYS: i32 = 30;

/// A disabled one is deleted after so many days more.
pub(in crate::rules) const DISABLED_DAYS: i32 = 90;

/// The deadlines of a subscription as it stands on a day.
pub(super) fn of(s: &Subscription, today: Day) -> Vec<(Clock, Day)> {
    let mut found = Vec::new();
    found.extend(term(s));
    if s.status.is_live() {
        found.extend(last_days(s, today).map(|on| (Clock::CancelUntil, on)));
    }
    found.extend(data(s));
    found
}

/// A suspended licence of the new commerce is billed to the end of its term, which it does not outlive.
fn term(s: &Subscription) -> Option<(Clock, Day)> {
    let end = s.ends()?;
    match s.status {
        Status::Active | Status::Pending => Some((end_of_term(s), end)),
        Status::Suspended if s.channel.is_csp() && Life::of(s.family) == Some(Life::NewCommerce) => {
            Some((Clock::Ends, end))
        }
        Status::Suspended
        | Status::Deleted
        | Status::Expired
        | Status::Disabled
        | Status::None
        | Status::Other(_) => None,
    }
}

fn end_of_term(s: &Subscription) -> Clock {
    match s.auto_renew {
        Some(true) => Clock::Renews,
        Some(false) => Clock::Ends,
        None => Clock::TermEnds,
    }
}

/// The last days for cancelling it, and for giving back seats that were added.
fn last_days(s: &Subscription, today: Day) -> impl Iterator<Item = Day> {
    let whole = match s.cancel_until {
        Some(until) => Some(until.day()),
        None if s.channel.is_csp() => cancelling(s, today).and_then(|window| match window {
            Cancelling::Until(last) => Some(last),
            Cancelling::Always | Cancelling::Never => None,
        }),
        None => None,
    };
    let seats = s.refundable.iter().map(|refund| Moment::day(refund.until));
    let mut days: Vec<Day> = whole.into_iter().chain(seats).filter(|on| *on >= today).collect();
    days.sort_unstable();
    days.dedup();
    days.into_iter()
}

/// When it is disabled, and when its data is deleted.
fn data(s: &Subscription) -> Vec<(Clock, Day)> {
    if !s.channel.is_csp() {
        return Vec::new();
    }
    let deleted = |on: Day| (Clock::DataDeleted, on);
    match (s.status, Life::of(s.family), s.family) {
        (Status::Suspended, Some(Life::Legacy), _) => {
            s.suspended_on.map(|on| deleted(on.plus(KEPT_DAYS))).into_iter().collect()
        }
        (Status::Expired, _, Family::LicenseNce) => s.ends().map_or_else(Vec::new, |end| {
            vec![(Clock::Disabled, end.plus(EXPIRED_DAYS)), deleted(end.plus(EXPIRED_DAYS + DISABLED_DAYS))]
        }),
        (Status::Disabled, _, Family::LicenseNce) => {
            s.ends().map(|end| deleted(end.plus(EXPIRED_DAYS + DISABLED_DAYS))).into_iter().collect()
        }
        _ => Vec::new(),
    }
}
