//! When granular admin privileges and requests for them end (R-ADM-006).

use super::Clock;
use crate::model::{Admin, AdminStatus, Day, Moment};

/// A request that nobody answers dies after so many days.
const REQUEST_DAYS: i32 = 90;

/// The deadlines of a granular admin relationship.
pub(super) fn of(admin: &Admin) -> Vec<(Clock, Day)> {
    match admin.status {
        AdminStatus::Active | AdminStatus::Expiring => {
            let clock = if admin.auto_extend_days.is_some_and(|days| days > 0) {
                Clock::PrivilegesExtend
            } else {
                Clock::PrivilegesEnd
            };
            end(admin).map(|on| (clock, on)).into_iter().collect()
        }
        AdminStatus::ApprovalPending => {
            lapses(admin).map(|on| (Clock::PrivilegesRequestLapses, on)).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

/// The day on which active privileges end: as recorded, else as their duration says.
pub fn end(admin: &Admin) -> Option<Day> {
    let by_duration = || {
        let days = i32::try_from(admin.duration_days?).ok()?;
        admin.activated.map(|at| at.day().plus(days))
    };
    admin.end.map(Moment::day).or_else(by_duration)
}

/// The last day on which a request may be answered.
pub(in crate::rules) fn lapses(admin: &Admin) -> Option<Day> {
    admin.created.map(|at| at.day().plus(REQUEST_DAYS))
}
