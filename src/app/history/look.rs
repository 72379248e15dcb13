//! Looking at the book as it was: the present one is put aside whole and comes back as it was. Nothing can be changed in
//! the past; a moment can be brought back as one step.

use super::Reel;
use crate::action::{Action, Group};
use crate::app::job::Job;
use crate::app::notice::Notice;
use crate::app::{Agenda, App, Effect, Focus, Jumps, Mode, Orders, Overlay, PANES, Pane, Task};
use crate::edit::Book;
use crate::i18n::history::minute;
use crate::model::{Day, Key, Moment, Transaction};
use crate::rules::Findings;
use crate::store::{Models, StoreError};

/// What is wished of a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    /// To look at the book as it was.
    Look,
    /// To bring it back.
    Restore,
}

/// A moment to go back to.
#[derive(Debug)]
pub struct Looking {
    /// The question.
    pub asked: u64,
    /// What is wished.
    pub wish: Wish,
    /// The number of the change after which it was so.
    pub change: u64,
    /// The history, at its newest end.
    pub reel: Reel,
    /// The present book.
    pub book: Book,
}

/// A moment that is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Looked {
    /// The number of the change after which it was so.
    pub change: u64,
    /// When that change was made.
    pub made: Option<Moment>,
    /// How many records were changed outside of the program since, so that what they were is not sure.
    pub unclear: usize,
}

/// What came of going back.
#[derive(Debug)]
pub enum Moved {
    /// The book as it was, judged for that day.
    There(Looked, Box<Book>),
    /// The step that brings it back.
    Step(Transaction),
    /// The history cannot be read up to there.
    Unread(Option<StoreError>),
}

/// The present, while the past is looked at.
#[derive(Debug)]
pub(in crate::app) struct Present {
    book: Book,
    looked: Looked,
    orders: Orders,
    panes: [Pane; 4],
    focus: Focus,
    pin: Option<Key>,
    follow: bool,
    zoom: bool,
    inspector: bool,
    inspector_offset: usize,
    overlays: Vec<Overlay>,
    jumps: Jumps,
    parked: Option<Box<Agenda>>,
}

impl Looking {
    /// Goes back; nothing comes of it when it is told not to go on.
    pub fn run(self, goes_on: impl Fn() -> bool) -> Option<Moved> {
        let Self { wish, change, mut reel, book, .. } = self;
        let (mut made, mut unclear) = (None, 0);
        loop {
            if !goes_on() {
                return None;
            }
            match reel.older() {
                Some(Ok(entry)) if entry.seq <= change => {
                    made = Some(entry.at);
                    break;
                }
                Some(Ok(entry)) => unclear += reel.wind(&entry),
                Some(Err(why)) => return Some(Moved::Unread(Some(why))),
                None if reel.reached > change + 1 => return Some(Moved::Unread(None)),
                None => break,
            }
        }
        let then = reel.models();
        Some(match wish {
            Wish::Restore => Moved::Step(book.restoring(&then.book)),
            Wish::Look => {
                let looked = Looked { change, made, unclear };
                Moved::There(looked, Box::new(judged(then, &book, made.map(Moment::day))))
            }
        })
    }
}

fn judged(then: &Models, now: &Book, day: Option<Day>) -> Book {
    let day = day.unwrap_or_else(|| now.today());
    let findings = Findings::of(&then.book, day);
    let baseline_day = now.baseline_day().filter(|known| *known <= day);
    Book::with_findings(then.book.clone(), then.baseline.clone(), findings, day).dated(baseline_day)
}

/// What changes the book, or asks for what would.
fn would_change(action: Action) -> bool {
    let is_of_group = matches!(action.group(), Group::Editing | Group::Relating);
    let is_other = matches!(
        action,
        Action::Fixes | Action::Waive | Action::Import | Action::Unfinished | Action::Backups
    );
    is_of_group || is_other
}

impl App {
    /// The book of now, whichever is on the screen.
    pub fn present_book(&self) -> &Book {
        self.present.as_ref().map_or(&self.book, |present| &present.book)
    }

    /// The moment that is looked at; nothing for now.
    pub fn looked_at(&self) -> Option<&Looked> {
        self.present.as_ref().map(|present| &present.looked)
    }

    /// When that was, as people read it.
    pub fn looked_at_words(&self) -> Option<String> {
        let looked = self.looked_at()?;
        let words = self.lang.looking();
        Some(looked.made.map_or_else(|| words.before_all.to_owned(), |made| words.as_of(&minute(made))))
    }

    /// Whether the past is looked at, where this action is refused.
    fn is_past_for(&self, action: Action) -> bool {
        self.present.is_some() && would_change(action) && action != Action::Restore
    }

    /// Whether the book may only be looked at, where this action is refused. A backup can take the place of its files.
    fn is_locked_for(&self, action: Action) -> bool {
        matches!(self.opened.mode, Mode::ReadOnly(_)) && would_change(action) && action != Action::Backups
    }

    /// Whether this action is refused before it begins, whatever it is on.
    pub(in crate::app) fn is_refused(&self, action: Action) -> bool {
        self.is_locked_for(action) || self.is_past_for(action)
    }

    /// Refuses what would change the past or a book that may only be looked at, and says why; false when the action does
    /// not.
    pub(in crate::app) fn refuses(&mut self, action: Action) -> bool {
        if self.is_locked_for(action) {
            return self.refuses_to_write();
        }
        let is_past = self.is_past_for(action);
        if is_past {
            self.refuse_in_the_past();
        }
        is_past
    }

    pub(in crate::app) fn refuse_in_the_past(&mut self) {
        self.say(Notice::refused(self.lang.looking().is_past, &[Action::History, Action::Restore]));
    }

    /// Has a worker go back to a moment.
    pub(super) fn ask_moment(&mut self, change: u64, wish: Wish) {
        self.questions += 1;
        let (asked, reel, book) = (self.questions, self.new_reel(), self.book.clone());
        self.moment = Some(asked);
        self.start(Task::Moment, Job::Moment(Box::new(Looking { asked, wish, change, reel, book })));
    }

    /// Takes in what came of it, unless something else is asked for by now.
    pub(in crate::app) fn was_moved(&mut self, asked: u64, moved: Moved) {
        if self.moment.take_if(|wanted| *wanted == asked).is_none() {
            return;
        }
        match moved {
            Moved::There(looked, book) => self.look_at(looked, *book),
            Moved::Step(step) => self.commit_moment(step),
            Moved::Unread(why) => {
                let why = why.map(|why| self.lang.store_error(&why)).unwrap_or_default();
                self.say(Notice::failed(self.lang.looking().unread(&why), &[]));
            }
        }
    }

    fn commit_moment(&mut self, step: Transaction) {
        if step.changes.is_empty() {
            return self.say(Notice::done(self.lang.looking().same, &[]));
        }
        // A refusal is said by the commit itself.
        let _ = self.commit(step);
    }

    /// Brings the moment back that is looked at, as one step of the present.
    pub(in crate::app) fn restore_looked_at(&mut self) {
        if self.present.is_none() {
            return self.off_here(Action::Restore);
        }
        let then = self.book.model().clone();
        self.back_to_now();
        self.commit_moment(self.book.restoring(&then));
    }

    /// Puts the present aside, and shows the book as it was: the same panes, with the cursors on the same records.
    fn look_at(&mut self, looked: Looked, book: Book) {
        self.stop_looking_up();
        let mut panes = PANES.map(Pane::new);
        for (new, old) in panes.iter_mut().zip(&self.panes) {
            (new.chosen, new.height) = (old.chosen, old.height);
        }
        let present = Present {
            orders: std::mem::replace(&mut self.orders, Orders::of(&book)),
            book: std::mem::replace(&mut self.book, book),
            looked,
            panes: std::mem::replace(&mut self.panes, panes),
            focus: self.focus,
            pin: self.pin.take(),
            follow: self.follow,
            zoom: std::mem::take(&mut self.zoom),
            inspector: self.inspector,
            inspector_offset: std::mem::take(&mut self.inspector_offset),
            overlays: std::mem::take(&mut self.overlays),
            jumps: std::mem::take(&mut self.jumps),
            parked: self.parked.take(),
        };
        let text = self.lang.looking().looks(present.looked.change, present.looked.unclear);
        self.present = Some(Box::new(present));
        self.stale(0);
        self.say(Notice::done(text, &[Action::History, Action::Restore]));
    }

    /// Shows the present again, exactly as it was left.
    pub(in crate::app) fn back_to_now(&mut self) {
        let Some(present) = self.present.take() else { return };
        self.stop_looking_up();
        let heights = [0, 1, 2, 3].map(|n: usize| self.panes[n].height);
        let Present { book, orders, panes, focus, pin, follow, zoom, inspector, .. } = *present;
        (self.book, self.orders, self.panes, self.focus) = (book, orders, panes, focus);
        (self.pin, self.follow, self.zoom, self.inspector) = (pin, follow, zoom, inspector);
        self.inspector_offset = present.inspector_offset;
        (self.overlays, self.jumps, self.parked) = (present.overlays, present.jumps, present.parked);
        self.resolver.clear();
        // The window may have another size by now.
        self.fit(heights);
        self.say(Notice::done(self.lang.looking().is_now, &[]));
    }

    /// What workers look up is of the book that goes from the screen.
    fn stop_looking_up(&mut self) {
        let goes = |task: &Task| !matches!(task, Task::Save | Task::Journal | Task::Open | Task::Forms);
        let gone: Vec<Task> = self.running.iter().map(|(task, _, _)| *task).filter(goes).collect();
        for task in gone {
            self.ended(task);
            self.effect(Effect::Cancel(task));
        }
        (self.bulk, self.moment, self.reel) = (None, None, None);
    }
}
