//! Long work, done: one function per kind of job, on a snapshot of the book. Runs on a thread or, in tests, in place.

use crate::app::{Done, Job, Msg, Orders};

/// What a job needs from whoever runs it.
pub trait Teller {
    /// Tells how far it is, or what came of it.
    fn tell(&self, msg: Msg);

    /// Tells whether the work is no longer wanted.
    fn is_cancelled(&self) -> bool;
}

/// Does the work and tells what came of it. Work that was cancelled tells nothing.
pub fn run(job: Job, teller: &impl Teller) {
    let done = match job {
        Job::Order(book) => Done::Ordered(Orders::of(&book)),
    };
    if !teller.is_cancelled() {
        teller.tell(Msg::Done(done));
    }
}
