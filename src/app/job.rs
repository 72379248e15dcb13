//! Long work: what is to be done on a snapshot of the book, and what came of it.

use super::App;
use super::message::Task;

/// Long work, as data.
#[derive(Debug)]
pub enum Job {
    /// Put the rows of all panes in order.
    Order(Box<crate::edit::Book>),
}

/// What came of long work.
#[derive(Debug)]
pub enum Done {
    /// The orders of all panes.
    Ordered(super::Orders),
}

impl App {
    /// Long work tells how far it is.
    pub(super) fn progress(&mut self, task: Task, done: usize, of: usize) {
        if let Some(running) = self.running.iter_mut().find(|(running, _, _)| *running == task) {
            (running.1, running.2) = (done, of);
        }
    }

    /// Takes in what long work brought.
    pub(super) fn done(&mut self, done: Done) {
        match done {
            Done::Ordered(orders) => {
                self.orders = orders;
                self.stale(0);
            }
        }
    }
}
