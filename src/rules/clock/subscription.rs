//! When a subscription renews, ends, may be cancelled for the last time, and loses its data (R-SUB-005, R-SUB-006).

use super::Clock;
use crate::model::{Day, Moment, Subscription};

/// The deadlines of a subscription as it stands on a day.
pub(super) fn of(s: &Subscription, today: Day) -> Vec<(Clock, Day)> {
    let term = s.ends().filter(|_| s.status.is_live()).map(|on| (end_of_term(s), on));
    let cancel = s.cancel_until.map(Moment::day).filter(|on| s.status.is_live() && *on >= today);
    term.into_iter().chain(cancel.map(|on| (Clock::CancelUntil, on))).collect()
}

fn end_of_term(s: &Subscription) -> Clock {
    match s.auto_renew {
        Some(true) => Clock::Renews,
        Some(false) => Clock::Ends,
        None => Clock::TermEnds,
    }
}
