//! Forms that are not confirmed yet: what is typed into them is handed to the disk while it is typed, and what an earlier
//! run left is offered again. Nothing here waits for the disk, and one piece of such work is under way at most.

mod again;
mod offer;

pub(super) use again::{Again, as_filled, as_typed};

use super::{App, Desk, Effect, Job, Mode, Notice, Opened, Overlay, Task, Transfer};
use crate::model::Moment;
use crate::store::StoreError;
use crate::store::forms::{Sitting, Unfinished};

/// What is known of the forms that are not confirmed.
#[derive(Debug, Default)]
#[allow(clippy::struct_excessive_bools)] // independent facts, not one state in pieces
pub(super) struct State {
    /// What earlier runs left, the oldest first.
    left: Vec<Sitting>,
    /// What is open now, as it was last seen.
    now: Vec<Unfinished>,
    /// True when the disk was not yet asked to keep what is known.
    is_news: bool,
    /// True when a form went since the disk was last asked.
    shrinks: bool,
    /// True while the disk is at it.
    is_writing: bool,
    /// True when a form that was confirmed is still in the file, because the journal refused what it came to.
    is_owed: bool,
    /// True once the user was told that the disk refuses; not told again for every key.
    is_told: bool,
    /// True once a book that was never written was written for what is typed.
    has_asked: bool,
    /// How often the disk was asked: the newest is what counts, whoever comes first.
    number: u64,
}

/// Forms to keep.
#[derive(Debug)]
pub struct Keeping {
    /// The open folder.
    pub desk: Desk,
    /// Which of several: an earlier one never replaces a later one.
    pub number: u64,
    /// What earlier runs left.
    pub left: Vec<Sitting>,
    /// What is open now.
    pub now: Vec<Unfinished>,
    /// When it was typed.
    pub at: Moment,
    /// True when a form went: what it came to must be on the disk before its text goes.
    pub shrinks: bool,
}

impl Keeping {
    /// All that is to be in the file.
    pub fn sittings(&self) -> Vec<Sitting> {
        let now = Sitting { at: self.at, forms: self.now.clone() };
        self.left.iter().cloned().chain((!self.now.is_empty()).then_some(now)).collect()
    }
}

impl App {
    /// Asks the disk to keep what is typed into forms, when that is news. The work grows with what is typed, not with the
    /// book.
    pub(super) fn keep_unfinished(&mut self) {
        if self.opened.mode != Mode::Normal || self.looked_at().is_some() {
            return;
        }
        let now = self.unfinished_now();
        let is_paid = self.unfinished.is_owed && !self.is_journal_refused();
        let state = &mut self.unfinished;
        state.shrinks |= now.len() < state.now.len() || is_paid;
        state.is_news |= now != state.now || is_paid;
        state.is_owed &= !is_paid;
        state.now = now;
        let is_end = self.effects.iter().any(|effect| matches!(effect, Effect::Quit));
        if self.unfinished.is_news && (is_end || !self.unfinished.is_writing) {
            self.hand_over();
        }
    }

    /// True when the disk has all that is typed into the forms that are open.
    pub fn is_typing_kept(&self) -> bool {
        let state = &self.unfinished;
        !state.now.is_empty() && !state.is_news && !state.is_writing && !state.is_told
    }

    /// The forms that are open and hold what is typed, the transfer that was left among them.
    fn unfinished_now(&self) -> Vec<Unfinished> {
        let parked = self.draft.iter().filter_map(Transfer::unfinished).map(Unfinished::Transfer);
        let open = self.overlays.iter().filter_map(|overlay| match overlay {
            Overlay::Form(form) => form.unfinished().map(Unfinished::Form),
            Overlay::Slip(slip) => slip.unfinished().map(Unfinished::Slip),
            Overlay::Transfer(transfer) => transfer.unfinished().map(Unfinished::Transfer),
            _ => None,
        });
        parked.chain(open).collect()
    }

    fn hand_over(&mut self) {
        let Some(desk) = self.opened.desk.clone() else { return self.make_room() };
        let state = &mut self.unfinished;
        (state.is_news, state.is_writing) = (false, true);
        state.number += 1;
        let keeping = Keeping {
            desk,
            number: state.number,
            left: state.left.clone(),
            now: state.now.clone(),
            at: self.now,
            shrinks: std::mem::take(&mut state.shrinks),
        };
        // Not among what runs: it is no work that people wait for or stop.
        self.effect(Effect::Run(Task::Forms, Job::Forms(Box::new(keeping))));
    }

    /// A book that was never written has no folder for what is typed: it is written first.
    fn make_room(&mut self) {
        let is_busy = self.running.iter().any(|(task, _, _)| matches!(task, Task::Save | Task::Open));
        let is_empty = self.unfinished.now.is_empty();
        if self.opened.folder.is_some() && !is_busy && !is_empty && !self.unfinished.has_asked {
            self.unfinished.has_asked = true;
            self.save_by_itself();
        }
    }

    /// The disk has what was typed.
    pub(super) fn forms_kept(&mut self) {
        (self.unfinished.is_writing, self.unfinished.is_told) = (false, false);
    }

    /// A form was confirmed, and the journal refused what it came to: its text stays in the file until a save succeeds.
    pub(super) fn forms_held(&mut self) {
        (self.unfinished.is_writing, self.unfinished.is_owed) = (false, true);
    }

    /// The disk refused what was typed. What is typed next is tried again; it is told once.
    pub(super) fn forms_not_kept(&mut self, error: &StoreError) {
        self.unfinished.is_writing = false;
        if !std::mem::replace(&mut self.unfinished.is_told, true) {
            let text = self.lang.unfinished().not_kept(&self.lang.store_error(error));
            self.say(Notice::failed(text, &[]));
        }
    }

    /// Another book takes the place of this one. What is typed stays in the file of its own book; where that book is read
    /// again, it is offered.
    pub(super) fn leave_unfinished(&mut self, next: &Opened) {
        let is_same = self.opened.folder.is_some() && self.opened.folder == next.folder;
        if !is_same {
            if self.unfinished.is_news && self.opened.desk.is_some() {
                self.hand_over();
            }
            self.unfinished = State::default();
            return;
        }
        let state = std::mem::take(&mut self.unfinished);
        let now = Sitting { at: self.now, forms: state.now };
        let has_some = !now.forms.is_empty();
        self.unfinished.left = state.left;
        self.unfinished.left.extend(has_some.then_some(now));
        (self.unfinished.number, self.unfinished.is_news) = (state.number, has_some);
    }
}
