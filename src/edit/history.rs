//! The line of steps: what can be undone, and what can be done again.

use crate::model::Transaction;

/// What was done, in order, and how far of it holds now.
#[derive(Clone, Debug, Default)]
pub struct History {
    steps: Vec<(u64, Transaction)>,
    now: usize,
    made: u64,
}

impl History {
    /// The step that undo takes back.
    pub fn last(&self) -> Option<&Transaction> {
        self.now.checked_sub(1).and_then(|last| self.steps.get(last)).map(|(_, step)| step)
    }

    /// The step that redo does again.
    pub fn next(&self) -> Option<&Transaction> {
        self.steps.get(self.now).map(|(_, step)| step)
    }

    /// Names the state of the book: it is the same again after undo and redo, and never used for another state.
    pub fn position(&self) -> u64 {
        self.now.checked_sub(1).and_then(|last| self.steps.get(last)).map_or(0, |(made, _)| *made)
    }

    /// How many steps lie between a state and now; all of them when that state is no longer in the line.
    pub fn since(&self, position: u64) -> usize {
        let place = self.steps.iter().position(|(made, _)| *made == position);
        match (position, place) {
            (1.., Some(place)) => self.now.abs_diff(place + 1),
            (0, _) | (_, None) => self.now,
        }
    }

    /// How many steps hold now.
    pub fn len(&self) -> usize {
        self.now
    }

    /// True when nothing can be undone.
    pub fn is_empty(&self) -> bool {
        self.now == 0
    }

    /// A step that was done in an earlier run of the program.
    pub fn did(&mut self, step: Transaction) {
        self.push(step);
    }

    /// A step that was taken back in an earlier run; `back` is what was applied. Where the line does not reach back to
    /// that step, it begins anew: what came before it cannot be undone any more.
    pub fn undid(&mut self, back: &Transaction) {
        if self.is_empty() { self.begin() } else { self.undone_by(back) }
    }

    /// A step that was done again in an earlier run.
    pub fn redid(&mut self, step: &Transaction) {
        if self.next().is_some() { self.redone_by(step) } else { self.push(step.clone()) }
    }

    /// Nothing can be undone, and the state has a name of its own.
    fn begin(&mut self) {
        self.steps.clear();
        (self.now, self.made) = (0, self.made + 1);
    }

    /// A new step was done: what had been undone is no longer ahead.
    pub(super) fn push(&mut self, step: Transaction) {
        self.steps.truncate(self.now);
        self.made += 1;
        self.steps.push((self.made, step));
        self.now += 1;
    }

    /// The last step was taken back by this one. It may have done less than the step's inverse, where somebody else
    /// changed the same records since: then only that can be done again. What did nothing leaves the line.
    pub(super) fn undone_by(&mut self, back: &Transaction) {
        let Some(last) = self.now.checked_sub(1) else { return };
        self.now = last;
        self.becomes(last, back.inverse());
    }

    /// The next step was done again, by this one.
    pub(super) fn redone_by(&mut self, step: &Transaction) {
        if self.now < self.steps.len() {
            self.now += 1;
            self.becomes(self.now - 1, step.clone());
        }
    }

    fn becomes(&mut self, place: usize, step: Transaction) {
        if !step.is_empty() {
            self.steps[place].1 = step;
            return;
        }
        self.steps.remove(place);
        self.now = self.now.min(place);
    }
}
