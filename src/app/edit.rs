//! Edits: a step goes to the book, and what became of it to the user.

use super::notice::Notice;
use super::{App, Mode};
use crate::action::Action;
use crate::edit::{Receipt, Rejection};
use crate::model::{Change, Key, Transaction};
use crate::rules::Severity;
use crate::store::Deed;

impl App {
    /// Commits a step and says so; a refusal is said too and returned, for screens that show it beside a field.
    ///
    /// # Errors
    /// Says why the step was refused. Nothing is changed then.
    pub fn commit(&mut self, step: Transaction) -> Result<(), Rejection> {
        if self.refuses_to_write() {
            return Err(Rejection::Nothing);
        }
        if self.looked_at().is_some() {
            self.refuse_in_the_past();
            return Err(Rejection::Nothing);
        }
        match self.book.commit(step) {
            Ok(receipt) => {
                self.took(&receipt.entry);
                self.journal(Deed::Did(receipt.entry.clone()));
                self.say_step(&receipt);
                Ok(())
            }
            Err(rejection) => {
                let text = self.rejection(&rejection);
                self.say(Notice::refused(text, &[Action::Why]));
                Err(rejection)
            }
        }
    }

    /// Refuses what would change a book that may only be looked at, and says why; false when it may be written.
    pub(super) fn refuses_to_write(&mut self) -> bool {
        let Mode::ReadOnly(why) = &self.opened.mode else { return false };
        let text = self.lang.screen().read_only(why);
        self.say(Notice::refused(text, &[]));
        true
    }

    /// Why a step was refused, in a sentence: the first reason, and how many more there are.
    pub fn rejection(&self, rejection: &Rejection) -> String {
        let words = self.lang.screen();
        match rejection {
            Rejection::Stale(key) => words.stale(&self.book.model().name(*key).show()),
            Rejection::Nothing => words.nothing_changes.to_owned(),
            Rejection::Broken(findings) => {
                let first = findings.first().map(|f| self.lang.finding_sentence(self.book.model(), f));
                words.refused(&first.unwrap_or_default(), findings.len().saturating_sub(1))
            }
        }
    }

    /// What a step took away is marked no longer.
    pub(super) fn took(&mut self, step: &Transaction) {
        self.edited = true;
        let gone = step.changes.iter().filter(|change| change.after.is_none()).filter_map(Change::key);
        for key in gone {
            for pane in &mut self.panes {
                pane.marks.remove(&key);
            }
        }
        self.stale(0);
    }

    fn say_step(&mut self, receipt: &Receipt) {
        let words = self.lang.screen();
        let mut text = self.lang.step(self.book.model(), &receipt.entry);
        let new = receipt.appeared.iter().filter(|f| f.severity <= Severity::Warning).count();
        if new > 0 {
            text = words.with_new_findings(&text, new);
        }
        self.say(Notice::done(text, &[Action::Undo]));
    }

    /// The gravest finding that concerns a record.
    pub fn worst(&self, key: Key) -> Option<Severity> {
        self.book.worst_around(key)
    }
}
