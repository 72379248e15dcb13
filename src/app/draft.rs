//! The draft: every step goes to the journal at once, and the screen says so only when the disk has it. What the journal
//! has not confirmed is kept here until it has, or until a save has taken it over.

use super::notice::Notice;
use super::{App, Draft, Effect, Mode};
use crate::action::Action;
use crate::model::Text;
use crate::store::journal::NAME as JOURNAL;
use crate::store::{At, Deed, Entry, StoreError};

/// What the journal knows of the steps.
#[derive(Debug)]
pub(super) struct State {
    /// The number of the last step.
    seq: u64,
    /// The number of the last step that a save took over.
    taken: u64,
    /// Steps that neither the journal nor a save has confirmed, the oldest first.
    waiting: Vec<Entry>,
    /// What was done to an invented book, the oldest first: it has no journal.
    run: Vec<Entry>,
    /// The moments that have a name.
    named: Vec<Entry>,
    /// The number of the oldest step at hand: those before it are in the files of the history.
    oldest: Option<u64>,
    /// Why nothing is confirmed any more.
    failed: Option<StoreError>,
    /// The number of the last step that is in a copy.
    copied: Option<u64>,
    /// True while the book is saved by itself: what the user was told last stays to be read.
    by_itself: bool,
}

/// How safe the steps are that are not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Nothing is to be kept: all is saved, or the book never is.
    Nothing,
    /// All of them are in the journal, on the disk.
    Draft,
    /// Some are on their way.
    OnTheWay,
    /// The disk refused, and a copy in another folder has all of them.
    Copy,
    /// The disk refused: until a save succeeds nothing is confirmed.
    Failed,
}

/// Whether the journal is not where an opening would look for it, and nothing can be promised of what it has.
fn is_gone(error: &StoreError) -> bool {
    matches!(error, StoreError::ChangedOnDisk { file } if file.ends_with(JOURNAL))
}

impl State {
    pub(super) fn new(draft: &Draft) -> Self {
        let (seq, named, oldest) = (draft.seq, draft.named.clone(), draft.oldest);
        let (waiting, run, taken) = (Vec::new(), Vec::new(), draft.taken);
        Self { seq, taken, waiting, run, named, oldest, failed: None, copied: None, by_itself: false }
    }

    /// The moment that has this name, if one has.
    pub(super) fn named(&self, name: &Text) -> Option<&Entry> {
        let at = At::Name(name.clone());
        self.named.iter().rev().find(|entry| at.is_reached_by(entry))
    }

    /// The number of the last step.
    pub(super) fn seq(&self) -> u64 {
        self.seq
    }

    /// What was done in this run to a book without a folder, the oldest first.
    pub(super) fn of_run(&self) -> &[Entry] {
        if self.run.is_empty() { &self.waiting } else { &self.run }
    }

    /// Steps that neither the journal nor a save has confirmed.
    pub(super) fn waiting(&self) -> &[Entry] {
        &self.waiting
    }

    /// The number of the oldest step at hand, where older ones were done.
    pub(super) fn cut_at(&self) -> Option<u64> {
        self.oldest.filter(|oldest| *oldest > 1)
    }

    /// What is at hand reaches back to this step.
    pub(super) fn reaches(&mut self, oldest: Option<u64>) {
        self.oldest = oldest;
    }

    /// How many steps would be lost, as far as that is known.
    pub(super) fn lost(&self) -> Option<usize> {
        let is_known = self.failed.as_ref().is_some_and(|why| !is_gone(why));
        Some(self.waiting.len()).filter(|lost| is_known && *lost > 0)
    }

    /// How many steps the journal has that no save took over.
    pub(super) fn journaled(&self) -> usize {
        let since = self.seq.saturating_sub(self.taken);
        usize::try_from(since).unwrap_or(usize::MAX).saturating_sub(self.waiting.len())
    }

    fn confirmed(&mut self, seq: u64) {
        self.waiting.retain(|entry| entry.seq > seq);
    }
}

impl App {
    /// How safe the steps are that are not saved.
    pub fn kept(&self) -> Kept {
        match (&self.opened.mode, &self.unsaved.failed) {
            (Mode::Normal, Some(_)) if self.unsaved.copied == Some(self.unsaved.seq) => Kept::Copy,
            (Mode::Normal, Some(_)) => Kept::Failed,
            (Mode::Normal, None) if !self.unsaved.waiting.is_empty() => Kept::OnTheWay,
            (Mode::Normal, None) if self.is_dirty() => Kept::Draft,
            (Mode::Demo | Mode::ReadOnly(_), _) | (Mode::Normal, None) => Kept::Nothing,
        }
    }

    /// Why nothing is confirmed any more, if that is so.
    pub(super) fn why_not_kept(&self) -> Option<String> {
        let failed = self.unsaved.failed.as_ref().filter(|_| self.kept() == Kept::Failed)?;
        Some(self.lang.files().not_saved(&self.lang.store_error(failed)))
    }

    /// A step was done, taken back or done again: it goes to the journal.
    pub(super) fn journal(&mut self, deed: Deed) {
        if let Mode::ReadOnly(_) = self.opened.mode {
            return;
        }
        self.unsaved.seq += 1;
        let entry = Entry { seq: self.unsaved.seq, at: self.now, deed };
        if let Deed::Named(_) = entry.deed {
            self.unsaved.named.push(entry.clone());
        }
        if self.opened.mode == Mode::Demo {
            return self.unsaved.run.push(entry);
        }
        self.unsaved.waiting.push(entry.clone());
        match &self.opened.desk {
            Some(desk) if self.unsaved.failed.is_none() => {
                let desk = desk.clone();
                self.effect(Effect::Journal(desk, vec![entry]));
            }
            // A book that was never written has no journal yet: its first step writes it.
            None if self.opened.folder.is_some() => self.save_by_itself(),
            Some(_) | None => {}
        }
    }

    /// The journal has everything up to this step.
    pub(super) fn was_journaled(&mut self, seq: u64) {
        self.unsaved.confirmed(seq);
    }

    /// The disk refused the journal: nothing is confirmed until a save into new files succeeds, which is tried at once.
    pub(super) fn was_not_journaled(&mut self, error: &StoreError) {
        let is_first = self.unsaved.failed.is_none();
        self.unsaved.failed = Some(error.clone());
        let text = self.lang.files().not_saved(&self.lang.store_error(error));
        self.say(Notice::failed(text, &[Action::Save]));
        if is_first {
            self.save_by_itself();
        }
    }

    /// A save failed. Where there is no journal, the steps that wait for it are nowhere but here; where it is gone, those
    /// that it had are too.
    pub(super) fn was_not_kept(&mut self, error: &StoreError) {
        let has_none = self.opened.desk.is_none() && !self.unsaved.waiting.is_empty();
        if has_none || is_gone(error) {
            self.unsaved.failed = Some(error.clone());
        }
    }

    /// A copy has everything up to this step. What the journal did not confirm is safe there, though not in the book.
    pub(super) fn was_copied(&mut self, seq: u64, folder: &str) {
        self.unsaved.copied = Some(seq);
        self.say(Notice::done(self.lang.files().copied_to(folder), &[]));
    }

    /// True while the journal takes nothing.
    pub(super) fn is_journal_refused(&self) -> bool {
        matches!(self.kept(), Kept::Copy | Kept::Failed)
    }

    pub(super) fn save_by_itself(&mut self) {
        self.save();
        self.unsaved.by_itself = true;
    }

    /// Whether the save that just ended was not asked for.
    pub(super) fn saved_by_itself(&mut self) -> bool {
        std::mem::take(&mut self.unsaved.by_itself)
    }

    /// A save took over everything up to this step; what came after it goes to the journal anew.
    pub(super) fn was_taken_over(&mut self, seq: u64) {
        self.unsaved.confirmed(seq);
        self.unsaved.taken = self.unsaved.taken.max(seq);
        self.unsaved.failed = None;
        if let (Some(desk), false) = (&self.opened.desk, self.unsaved.waiting.is_empty()) {
            let again = Effect::Journal(desk.clone(), self.unsaved.waiting.clone());
            self.effect(again);
        }
    }
}
