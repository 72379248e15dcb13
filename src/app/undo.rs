//! Steps taken back and done again. What was done further back than is at hand is read beside the screen.

use super::job::Job;
use super::notice::Notice;
use super::{App, Desk, Draft, Mode, Task};
use crate::action::Action;
use crate::edit::{History, Receipt};
use crate::store::{Deed, Entry};

/// The history to be read further back.
#[derive(Debug)]
pub struct Digging {
    /// The folder of the book.
    pub desk: Desk,
    /// Steps that the journal has not confirmed.
    pub waiting: Vec<Entry>,
    /// The number of the oldest step at hand.
    pub oldest: u64,
}

/// The history, further back.
#[derive(Debug)]
pub struct Dug {
    /// The line of steps.
    pub history: History,
    /// How far it reaches, and which state of it is saved.
    pub draft: Draft,
}

impl App {
    pub(super) fn undo(&mut self) {
        if self.refuses_to_write() {
            return;
        }
        // The records are called what they are called before the step is taken back.
        let words = self.book.history().last().map(|step| {
            let model = self.book.model();
            let told = self.lang.step(model, step);
            match self.lang.many_of(model, step) {
                Some(records) => self.lang.picks().undid_on(&records, &told),
                None => self.lang.screen().undid(&told),
            }
        });
        match (self.book.undo(), words) {
            (Ok(receipt), Some(words)) => {
                self.took(&receipt.entry);
                self.journal(Deed::Undid(receipt.entry.clone()));
                self.say_gone(&receipt, words, Action::Redo);
            }
            _ => self.undo_further(),
        }
    }

    pub(super) fn redo(&mut self) {
        if self.refuses_to_write() {
            return;
        }
        let meant = self.book.history().next().cloned();
        match (self.book.redo(), meant) {
            (Ok(receipt), Some(meant)) => {
                self.took(&receipt.entry);
                self.journal(Deed::Redid(receipt.entry.clone()));
                let step = self.lang.step(self.book.model(), &meant);
                self.say_gone(&receipt, self.lang.screen().redid(&step), Action::Undo);
            }
            _ => self.say(Notice::done(self.lang.screen().nothing_to_redo, &[])),
        }
    }

    /// Says what a step back or forth did, and what it left as it is.
    fn say_gone(&mut self, receipt: &Receipt, mut text: String, next: Action) {
        if let Some(names) = self.lang.few_names(self.book.model(), &receipt.stands) {
            text = format!("{text} {}", self.lang.screen().stands(&names));
        }
        self.say(Notice::done(text, &[next]));
    }

    /// Nothing that is at hand can be taken back: older steps are read, if there are any.
    fn undo_further(&mut self) {
        match (self.unsaved.cut_at(), &self.opened.desk) {
            (Some(oldest), Some(desk)) => {
                let digging =
                    Digging { desk: desk.clone(), waiting: self.unsaved.waiting().to_vec(), oldest };
                self.start(Task::Undo, Job::Dig(Box::new(digging)));
            }
            _ => self.say(Notice::done(self.lang.screen().nothing_to_undo, &[])),
        }
    }

    /// Goes on with what was read, unless something was done or saved meanwhile: then undo is asked for anew.
    pub(super) fn was_dug(&mut self, dug: Dug) {
        let is_saving = self.running.iter().any(|(task, _, _)| *task == Task::Save);
        if dug.draft.seq != self.unsaved.seq() || is_saving || self.present.is_some() {
            return;
        }
        let (had, has) = (self.unsaved.cut_at(), dug.draft.oldest);
        if self.opened.mode == Mode::Normal {
            self.saved = dug.draft.saved;
        }
        self.book.resume(dug.history);
        self.unsaved.reaches(has);
        match self.unsaved.cut_at() {
            Some(oldest) if had == has => {
                self.say(Notice::done(self.lang.screen().none_older(oldest), &[Action::History]));
            }
            _ => self.undo(),
        }
    }
}
