//! When a transfer request lapses (R-TRF-004).

use super::Clock;
use crate::model::{Day, Moment, Transfer, TransferStatus};

/// A request that the current partner does not answer dies after so many days.
const REQUEST_DAYS: i32 = 30;

/// The deadlines of a transfer.
pub(super) fn of(transfer: &Transfer) -> Vec<(Clock, Day)> {
    let waits = transfer.status == TransferStatus::Active;
    lapses(transfer).filter(|_| waits).map(|on| (Clock::TransferLapses, on)).into_iter().collect()
}

/// The day on which an unanswered request lapses: as recorded, else by its creation.
pub(in crate::rules) fn lapses(transfer: &Transfer) -> Option<Day> {
    let by_creation = || transfer.created.map(|at| at.day().plus(REQUEST_DAYS));
    transfer.expires.map(Moment::day).or_else(by_creation)
}
