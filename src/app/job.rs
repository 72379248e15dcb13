//! Long work: what is to be done on a snapshot of the book, and what came of it.

use super::agenda::{Gathered, Gathering};
use super::bulk::Bulking;
use super::history::{Looking, Moved, Page, Paging};
use super::notice::Notice;
use super::order::Orders;
use super::overlay::Overlay;
use super::picker::Judging;
use super::preview::Preview;
use super::undo::{Digging, Dug};
use super::unfinished::Keeping;
use super::{App, Desk, Draft, Effect, Mode, Opened, Pane, Task};
use crate::action::Action;
use crate::edit::Book;
use crate::edit::bulk::Outcome;
use crate::edit::moving::Check;
use crate::edit::ops::moving::Move;
use crate::exchange::{Context, Need, Refusal, Report};
use crate::model::{Day, Model, SubscriptionId, TenantId, Transaction};
use crate::store::backup::Backup;
use crate::store::forms::Sitting;
use crate::store::rescue::Rescued;
use crate::store::{At, Entry, Notice as StoreNotice, StoreError};
use rustc_hash::FxHashSet;
use std::path::PathBuf;

/// Long work, as data.
#[derive(Debug)]
pub enum Job {
    /// Put the rows of all panes in order.
    Order(Box<Book>),
    /// Write the book.
    Save(Box<Saving>),
    /// Write what waits into the journal.
    Journal(Desk),
    /// Keep forms that are not confirmed.
    Forms(Box<Keeping>),
    /// Read a book and judge it.
    Open(PathBuf, Day),
    /// Read the open book again.
    Reopen(Box<Reopening>),
    /// Look what backups a book has; whether they are offered or were asked for.
    Backups {
        /// The folder of the book.
        folder: PathBuf,
        /// True when files of the book cannot be read.
        offered: bool,
    },
    /// Read a backup.
    Restore(Backup),
    /// Put a backup in the place of files that cannot be read, and read the book.
    Rescue {
        /// The folder of the book.
        folder: PathBuf,
        /// The backup.
        backup: Backup,
        /// The day the book is judged for.
        today: Day,
    },
    /// Read files and see what they would change.
    Import(Box<Importing>),
    /// Gather the deadlines of the book.
    Agenda(Box<Gathering>),
    /// Read what was done.
    History(Box<Paging>),
    /// Go back to a moment.
    Moment(Box<Looking>),
    /// Read what was done further back than is at hand.
    Dig(Box<Digging>),
    /// See what becomes of a move.
    Transfer(Box<Sorting>),
    /// Judge the candidates of a picker.
    Judge(Box<Judging>),
    /// Judge a step on many records.
    Bulk(Box<Bulking>),
}

/// The open book, to be read again.
#[derive(Debug)]
pub struct Reopening {
    /// Its folder.
    pub folder: PathBuf,
    /// The folder as it is open. Its lock is given back first, or the book would be opened for reading only.
    pub desk: Option<Desk>,
    /// The day the book is judged for.
    pub today: Day,
    /// True when the step to what stands in its files is wished too.
    pub theirs: bool,
}

/// A book to write.
#[derive(Debug)]
pub struct Saving {
    /// Its folder.
    pub folder: PathBuf,
    /// The open folder; nothing when the book was never written.
    pub desk: Option<Desk>,
    /// Its name, as it came.
    pub name: String,
    /// Whose it is.
    pub us: Option<TenantId>,
    /// The records.
    pub model: Model,
    /// What the portal last said.
    pub baseline: Model,
    /// When it said so.
    pub baseline_day: Option<Day>,
    /// Names the state that is written.
    pub position: u64,
    /// The number of the last step in it.
    pub seq: u64,
    /// The steps in it that the journal has not confirmed.
    pub missed: Vec<Entry>,
    /// True for a copy in another folder: the book stays where it is.
    pub copy: bool,
}

/// Files to read.
#[derive(Clone, Debug)]
pub struct Importing {
    /// The files.
    pub paths: Vec<PathBuf>,
    /// What they cannot say.
    pub context: Context,
    /// The records.
    pub model: Model,
    /// What the portal last said.
    pub baseline: Model,
}

/// A move to judge, on a copy of the book.
#[derive(Debug)]
pub struct Sorting {
    /// The book.
    pub book: Book,
    /// What is asked for.
    pub wish: Move,
    /// What of it is left out.
    pub left_out: FxHashSet<SubscriptionId>,
}

/// What one file brought.
#[derive(Debug)]
pub enum FileResult {
    /// It was read.
    Read(Box<Report>),
    /// It is not imported.
    Refused(Refusal),
    /// The disk refused it; the words of the system.
    Unreadable(String),
    /// It cannot say something that must be told first.
    Needs(Vec<Need>),
}

/// What files would change.
#[derive(Debug)]
pub struct Imported {
    /// Each file, with its name, safe to show.
    pub files: Vec<(String, FileResult)>,
    /// The one step that does it all.
    pub step: Transaction,
    /// What was asked for, to ask again with more.
    pub importing: Importing,
}

/// A book as it was read.
#[derive(Debug)]
pub struct Reading {
    /// The records, judged.
    pub book: Book,
    /// Its name, safe to show.
    pub name: String,
    /// Its folder.
    pub folder: PathBuf,
    /// Whose it is.
    pub us: Option<TenantId>,
    /// The open folder.
    pub desk: Desk,
    /// How far its journal and its files are.
    pub draft: Draft,
    /// Why it may not be written; nothing when it may.
    pub refused: Vec<StoreError>,
    /// What the user is told.
    pub notices: Vec<StoreNotice>,
    /// Forms that were being filled when the program ended.
    pub left: Vec<Sitting>,
    /// The moment of the past that it is of; nothing for the present.
    pub as_of: Option<AsOf>,
}

/// A moment of the past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// How it was asked for.
    pub at: At,
    /// The number of the last change then.
    pub change: u64,
}

/// What came of long work.
#[derive(Debug)]
pub enum Done {
    /// The orders of all panes.
    Ordered(Orders),
    /// The book was written.
    Saved(Written),
    /// The journal has everything up to this step.
    Journaled(u64),
    /// The journal was refused by the disk.
    NotJournaled(StoreError),
    /// The forms that are not confirmed are on the disk.
    FormsKept,
    /// They stay as they were there, because the journal was refused what one of them came to.
    FormsHeld,
    /// The disk refused them.
    FormsNotKept(StoreError),
    /// A copy of everything up to this step was written to a folder, safe to show.
    Copied(u64, String),
    /// The book was not written.
    NotSaved(StoreError),
    /// A book was read.
    Opened(Box<Reading>),
    /// A book was read, and this is the step to what stands in its files.
    Theirs(Box<Reading>, Transaction),
    /// A book was not read.
    NotOpened(StoreError),
    /// The backups of a book, and whether they are offered.
    Backups(Vec<Backup>, bool),
    /// A backup was read.
    Restored(Box<Restored>),
    /// A backup stands in the place of files that could not be read, and the book was read.
    Rescued(Box<Reading>, Box<Backup>, Rescued),
    /// A backup cannot be read or put in place.
    NotRestored(Vec<StoreError>),
    /// Files were read.
    Imported(Box<Imported>),
    /// The deadlines of the book.
    Gathered(Box<Gathered>),
    /// A page of what was done.
    Paged(Box<Page>),
    /// What came of going back; the question it answers.
    Moved(u64, Moved),
    /// What was done, further back.
    Dug(Box<Dug>),
    /// A move was judged.
    Sorted(Box<Check>),
    /// A step on many records was judged; the question it answers.
    Bulk(u64, Box<Outcome>),
}

/// A backup as it was read.
#[derive(Debug)]
pub struct Restored {
    /// Which it is.
    pub backup: Backup,
    /// What it holds.
    pub opened: Box<crate::store::Opened>,
}

/// What a save wrote.
#[derive(Debug)]
pub struct Written {
    /// Names the state that was written.
    pub position: u64,
    /// The number of the last step in it.
    pub seq: u64,
    /// How many files were replaced.
    pub files: usize,
    /// The folder, when it was written for the first time.
    pub desk: Option<Desk>,
    /// Why the state before is not kept as a backup; nothing when it is.
    pub unkept: Option<StoreError>,
}

impl App {
    /// Starts long work.
    pub(super) fn start(&mut self, task: Task, job: Job) {
        self.running.retain(|(running, _, _)| *running != task);
        self.running.push((task, 0, 0));
        self.effect(Effect::Run(task, job));
    }

    pub(super) fn ended(&mut self, task: Task) {
        self.running.retain(|(running, _, _)| *running != task);
    }

    /// Long work tells how far it is.
    pub(super) fn progress(&mut self, task: Task, done: usize, of: usize) {
        if let Some(running) = self.running.iter_mut().find(|(running, _, _)| *running == task) {
            (running.1, running.2) = (done, of);
        }
    }

    /// Takes in what long work brought. What was cancelled is not listed as running any more, and is dropped.
    pub(super) fn done(&mut self, done: Done) {
        let task = match &done {
            Done::Ordered(_) => Task::Order,
            Done::Journaled(_) | Done::NotJournaled(_) => Task::Journal,
            Done::FormsKept | Done::FormsHeld | Done::FormsNotKept(_) => Task::Forms,
            Done::Saved(_) | Done::Copied(..) | Done::NotSaved(_) => Task::Save,
            Done::Opened(..)
            | Done::Theirs(..)
            | Done::NotOpened(_)
            | Done::Backups(..)
            | Done::Restored(_)
            | Done::Rescued(..)
            | Done::NotRestored(_) => Task::Open,
            Done::Imported(_) => Task::Import,
            // It knows itself whether it is out of date.
            Done::Gathered(_) | Done::Paged(_) => return self.take(done),
            Done::Moved(..) => Task::Moment,
            Done::Dug(_) => Task::Undo,
            Done::Sorted(_) => Task::Transfer,
            Done::Bulk(..) => Task::Bulk,
        };
        let wanted = self.running.iter().any(|(running, _, _)| *running == task)
            || matches!(task, Task::Save | Task::Journal | Task::Forms);
        self.ended(task);
        if wanted {
            self.take(done);
        }
    }

    fn take(&mut self, done: Done) {
        match done {
            Done::Ordered(orders) => {
                self.orders = orders;
                self.stale(0);
            }
            Done::Saved(written) => self.was_saved(written),
            Done::Journaled(seq) => self.was_journaled(seq),
            Done::NotJournaled(error) => self.was_not_journaled(&error),
            Done::FormsKept => self.forms_kept(),
            Done::FormsHeld => self.forms_held(),
            Done::FormsNotKept(error) => self.forms_not_kept(&error),
            Done::Copied(seq, folder) => self.was_copied(seq, &folder),
            Done::NotSaved(error) => self.was_not_saved(&error),
            Done::Opened(reading) => self.was_read(*reading),
            Done::Theirs(reading, step) => self.was_theirs(*reading, step),
            Done::NotOpened(error) => {
                self.say(Notice::failed(self.lang.store_error(&error), &[Action::OpenBook]));
            }
            Done::Backups(found, offered) => self.have_backups(found, offered),
            Done::Restored(restored) => self.was_restored(*restored),
            Done::Rescued(reading, backup, rescued) => {
                self.was_read(*reading);
                self.was_rescued(&backup, &rescued);
            }
            Done::NotRestored(errors) => self.was_not_restored(&errors),
            Done::Gathered(gathered) => self.was_gathered(*gathered),
            Done::Paged(page) => self.was_paged(*page),
            Done::Moved(asked, moved) => self.was_moved(asked, moved),
            Done::Dug(dug) => self.was_dug(*dug),
            Done::Sorted(check) => self.was_sorted(check),
            Done::Imported(imported) => self.open(Overlay::Preview(Box::new(Preview::new(self, *imported)))),
            Done::Bulk(asked, outcome) => self.bulk_judged(asked, *outcome),
        }
    }

    /// Gives the wizard what became of its move; one that was left meanwhile asks again when it is opened.
    fn was_sorted(&mut self, check: Box<Check>) {
        if let Some(place) = self.overlays.iter().rposition(|o| matches!(o, Overlay::Transfer(_))) {
            let mut wizard = self.overlays.remove(place);
            if let Overlay::Transfer(transfer) = &mut wizard {
                transfer.sorted(self, check);
            }
            self.overlays.insert(place, wizard);
        }
    }

    /// Shows a book that was read, and says why it can only be looked at.
    fn was_read(&mut self, reading: Reading) {
        let opened = reading.opened(self.lang);
        let told = reading.told(self.lang);
        self.show(reading.book, opened);
        if let Some(notice) = self.notice.as_mut().filter(|_| !told.is_empty()) {
            notice.text = format!("{} {}", notice.text, told.join(" "));
        }
        self.look_for_backups(&reading.refused);
        self.offer(reading.left);
    }

    /// Shows a book that was read again, and brings back what stands in its files as a step: it can be undone.
    fn was_theirs(&mut self, mut reading: Reading, step: Transaction) {
        reading.draft.conflicts.clear();
        reading.notices.retain(|notice| !matches!(notice, StoreNotice::Conflict(_)));
        self.was_read(reading);
        if !step.is_empty() && self.commit(step).is_ok() {
            self.say(Notice::done(self.lang.files().took_theirs, &[Action::Undo]));
        }
    }

    /// Puts another book in the place of this one.
    pub fn show(&mut self, book: Book, opened: Opened) {
        self.saved = match opened.mode {
            Mode::Normal => opened.draft.saved,
            Mode::Demo | Mode::ReadOnly(_) => book.history().position(),
        };
        self.leave_unfinished(&opened);
        let panes = self.new_panes(&opened);
        (self.present, self.moment, self.reel) = (None, None, None);
        self.unsaved = super::draft::State::new(&opened.draft);
        self.orders = Orders::of(&book);
        self.book = book;
        self.opened = opened;
        self.panes = panes;
        self.overlays.clear();
        self.parked = None;
        self.draft = None;
        self.unreadable = false;
        (self.pin, self.zoom, self.jumps) = (None, false, super::Jumps::default());
        self.stale(0);
        let text = self.lang.files().opened(&self.opened.name);
        let text = match &self.opened.mode {
            Mode::ReadOnly(why) => format!("{text} {}", self.lang.screen().read_only(why)),
            Mode::Normal | Mode::Demo => text,
        };
        self.say(Notice::done(text, &[Action::Help]));
    }

    /// The panes of a book that comes. One that is read from its folder again has the cursors on the same records, or the
    /// next key would be on all.
    fn new_panes(&self, next: &Opened) -> [Pane; 4] {
        let mut panes = super::PANES.map(Pane::new);
        if self.opened.folder.is_some() && self.opened.folder == next.folder {
            for (new, old) in panes.iter_mut().zip(&self.panes) {
                (new.chosen, new.height) = (old.chosen, old.height);
            }
        }
        panes
    }
}

impl Reading {
    /// What the user is told of it in the message line. A conflict takes a sentence, and there is room for few: a text of
    /// its own has them all.
    pub fn told(&self, lang: crate::i18n::Lang) -> Vec<String> {
        let others = self.notices.iter().filter(|notice| !matches!(notice, StoreNotice::Conflict(_)));
        others.map(|notice| lang.store_notice(notice)).collect()
    }

    /// What is open then: the folder, and why it may only be looked at.
    pub fn opened(&self, lang: crate::i18n::Lang) -> Opened {
        let why: Vec<String> = self.refused.iter().map(|error| lang.store_error(error)).collect();
        Opened {
            name: self.name.clone(),
            folder: Some(self.folder.clone()),
            us: self.us,
            mode: if why.is_empty() { Mode::Normal } else { Mode::ReadOnly(why.join(" ")) },
            desk: Some(self.desk.clone()),
            draft: self.draft.clone(),
        }
    }
}
