//! Work that must not be broken off, counted: whoever ends the program waits for it, for a time.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// How long the end of the program waits for steps on their way to the disk. A disk that takes longer is as good as gone.
pub const LIMIT: Duration = Duration::from_secs(10);

/// The work of this process.
static PENDING: Pending = Pending { count: Mutex::new(0), fewer: Condvar::new() };

struct Pending {
    count: Mutex<usize>,
    fewer: Condvar,
}

/// A piece of such work; it is done when this is dropped, also by a panic.
#[derive(Debug)]
#[must_use = "the work counts as done when this is dropped"]
pub struct Piece(());

/// Begins a piece of work.
pub fn begin() -> Piece {
    *PENDING.count.lock().unwrap_or_else(PoisonError::into_inner) += 1;
    Piece(())
}

impl Drop for Piece {
    fn drop(&mut self) {
        *PENDING.count.lock().unwrap_or_else(PoisonError::into_inner) -= 1;
        PENDING.fewer.notify_all();
    }
}

/// Waits until all of it is done, but no longer than the limit.
pub fn wait(limit: Duration) {
    let count = PENDING.count.lock().unwrap_or_else(PoisonError::into_inner);
    drop(PENDING.fewer.wait_timeout_while(count, limit, |count| *count > 0));
}
