//! The state machine: messages in, effects out. Reaches the disk and the terminal by effects alone.

mod act;
mod agenda;
mod backups;
mod browse;
mod bulk;
mod conflicts;
mod consequences;
mod copy;
mod detail;
mod draft;
mod edit;
mod explain;
mod facts;
mod files;
mod filter;
mod form;
mod help;
mod hints;
mod history;
mod inspect;
mod job;
mod jump;
mod keys;
mod line;
mod mark;
mod menu;
mod message;
mod motion;
mod narrow;
mod notice;
mod operations;
mod order;
mod overlay;
mod pane;
mod picker;
mod preview;
mod problems;
mod prompt;
mod reader;
mod refresh;
mod relate;
mod related;
mod rows;
mod sheet;
mod slip;
mod transfer;
mod tree;
mod undo;
mod unfinished;
mod welcome;
mod who;

pub use agenda::{
    Agenda, AgendaLine, Asked, Cells as AgendaCells, Gathered, Gathering, Words as DeadlineWords,
};
pub use backups::is_for_a_backup;
pub use browse::Browse;
pub use bulk::Bulking;
pub use detail::{Detail, Entry, Section};
pub use draft::Kept;
pub use explain::Explainer;
pub use filter::FilterLine;
pub use form::{Form, FormField, choices_of, names_a_record, value_of};
pub use help::{About, Help, HelpLine, Kind as HelpKind, Page};
pub use hints::Hint;
pub use history::{History, Looked, Looking, Moved, Page as HistoryPage, Paging, Reel, Told, Wish};
pub use inspect::{Info, Inspection};
pub use job::{
    AsOf, Done, FileResult, Imported, Importing, Job, Reading, Reopening, Restored, Saving, Sorting, Written,
};
pub use jump::{Jumps, Place};
pub use line::Line;
pub use menu::{Item, Menu};
pub use message::{Effect, Msg, Task};
pub use narrow::Known;
pub use notice::{Notice, Tone};
pub use order::Orders;
pub use overlay::{Answer, Overlay, Turn};
pub use pane::{Chosen, Filter, PANES, Pane, Rows, Sort};
pub use picker::{Asking, Candidate, Judged, Judging, Listener, Picker, Purpose, Remedy};
pub use preview::Preview;
pub use problems::{Problems, place_of};
pub use prompt::{Prompt, Wanted};
pub use reader::{Reader, Text as ReaderText};
pub use related::Chain;
pub use rows::{Field, Line as RowLine, Mark, fields};
pub use sheet::{Reply, Sheet};
pub use slip::{Slip, SlipLine};
pub use transfer::{Entry as TransferEntry, Page as TransferPage, Part as TransferPart, Shown, Transfer};
pub use tree::{Connected, Fold, LINES, PLAIN_LINES, Tree, TreeLine, TreePlace};
pub use undo::{Digging, Dug};
pub use unfinished::Keeping;
pub use welcome::{Begin, CHOICES, Welcome};
pub use who::{WhoLine, WhoView};

use crate::action::Action;
use crate::edit::Book;
use crate::i18n::Lang;
use crate::keymap::{Binding, Keymap, Resolver};
use crate::model::{Key, Moment, TenantId};
use crate::store::forms::Keeper;
use crate::store::{self, Disk, Journal};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

/// What kind of book is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mode {
    /// It can be edited and saved.
    Normal,
    /// Invented data: edited, never saved.
    Demo,
    /// It can be looked at only; says why, in words that may be shown.
    ReadOnly(String),
}

/// The book that is open, beside its records.
#[derive(Clone, Debug)]
pub struct Opened {
    /// Its name, safe to show.
    pub name: String,
    /// Its folder; nothing for invented data.
    pub folder: Option<PathBuf>,
    /// Whose book it is.
    pub us: Option<TenantId>,
    /// What may be done with it.
    pub mode: Mode,
    /// The open folder, for the work that writes it; nothing until the book is written for the first time.
    pub desk: Option<Desk>,
    /// The number of the last step in the journal, and the state of the book that is saved.
    pub draft: Draft,
}

/// How far the journal and the files are when a book is opened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    /// The number of the last entry of the journal.
    pub seq: u64,
    /// The number of the last entry that a save took over.
    pub taken: u64,
    /// Names the state of the book that its files hold.
    pub saved: u64,
    /// The moments that have a name, as far back as steps can be undone.
    pub named: Vec<store::Entry>,
    /// The number of the oldest step at hand, one more than the last when none is; nothing where there is no journal.
    pub oldest: Option<u64>,
    /// What we and somebody else both changed, as the opening found it.
    pub conflicts: Vec<store::Conflict>,
}

/// The open folder of a book. The state machine hands it on and never touches it.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The files.
    pub disk: Arc<Mutex<Disk>>,
    /// The journal.
    pub journal: Arc<Mutex<Journal>>,
    /// What waits to be written into the journal, in order.
    pub queue: Arc<Mutex<Vec<store::Entry>>>,
    /// The file of the forms that are not confirmed.
    pub forms: Arc<Mutex<Keeper>>,
}

impl Desk {
    /// The desk of a folder that is open.
    pub fn new(disk: Disk, journal: Journal) -> Self {
        Self {
            forms: Arc::new(Mutex::new(Keeper::new(&disk))),
            disk: Arc::new(Mutex::new(disk)),
            journal: Arc::new(Mutex::new(journal)),
            queue: Arc::default(),
        }
    }
}

/// Which part of the main view has the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Focus {
    /// A pane, by number.
    Pane(usize),
    /// The inspector, with the pane it looks at.
    Inspector(usize),
}

/// The whole state of the program.
#[derive(Debug)]
#[allow(clippy::struct_excessive_bools)] // independent switches of the user, not one state in pieces
pub struct App {
    /// The records, the rules' findings, undo.
    pub book: Book,
    /// The book's name, folder and mode.
    pub opened: Opened,
    /// The language of the screen.
    pub lang: Lang,
    /// Keys to actions.
    pub keymap: Keymap,
    /// A begun sequence of keys.
    pub resolver: Resolver,
    /// The four panes.
    pub panes: [Pane; 4],
    /// What has the keys.
    pub focus: Focus,
    /// True when a choice narrows the panes to its right.
    pub follow: bool,
    /// The record that narrows all panes.
    pub pin: Option<Key>,
    /// True when the focused pane has the whole screen.
    pub zoom: bool,
    /// True when the inspector is shown, where there is room.
    pub inspector: bool,
    /// The first line of the inspector on screen.
    pub inspector_offset: usize,
    /// Views and pop-ups, the topmost last.
    pub overlays: Vec<Overlay>,
    /// What just happened.
    pub notice: Option<Notice>,
    /// The keys that go on from a begun sequence, once they are shown.
    pub continuations: Option<Vec<Binding>>,
    /// The places visited.
    pub jumps: Jumps,
    /// The queries typed, the newest last.
    pub queries: Vec<String>,
    /// Long work that runs, with how far it is.
    pub running: Vec<(Task, usize, usize)>,
    /// Columns and rows of the window.
    pub size: (u16, u16),
    /// This moment, as whoever drives the program tells before each message: for the history that people read, never to
    /// decide anything by. Else the beginning of the book's day.
    pub now: Moment,
    /// The orders of all rows.
    pub orders: Orders,
    /// The agenda that was left for a record.
    parked: Option<Box<Agenda>>,
    /// The present, while the past is looked at.
    present: Option<Box<history::Present>>,
    /// The question about a moment that a worker is at.
    moment: Option<u64>,
    /// Where the history is read on.
    reel: Option<Reel>,
    /// The transfer that was left before it was done.
    pub draft: Option<Transfer>,
    /// True when files of the book cannot be read, and a backup could take their place.
    unreadable: bool,
    /// True when the program ends once the book is saved.
    quit_after_save: bool,
    /// How many questions workers were asked.
    questions: u64,
    /// The question about a step on many records, and how many overlays there were when it was asked.
    bulk: Option<(u64, Option<usize>)>,
    /// Actions to run once the overlay that asked for them is gone.
    after: Vec<Action>,
    /// A filter to type once the overlay that asked for it is gone.
    after_filter: Option<String>,
    /// The step that was last saved.
    saved: u64,
    /// What the journal knows of the steps.
    unsaved: draft::State,
    /// The forms that are not confirmed.
    unfinished: unfinished::State,
    /// True when the records have changed since the orders were mended.
    edited: bool,
    /// The first pane whose rows are out of date.
    stale_from: Option<usize>,
    /// What is to be done outside.
    effects: Vec<Effect>,
}

impl App {
    /// A program with this book, in front of the four panes.
    pub fn new(book: Book, opened: Opened, lang: Lang, keymap: Keymap) -> Self {
        let saved = match opened.mode {
            Mode::Normal => opened.draft.saved,
            Mode::Demo | Mode::ReadOnly(_) => book.history().position(),
        };
        let book_day = book.today();
        let mut app = Self {
            orders: Orders::of(&book),
            book,
            lang,
            keymap,
            resolver: Resolver::default(),
            panes: PANES.map(Pane::new),
            focus: Focus::Pane(0),
            follow: true,
            pin: None,
            zoom: false,
            inspector: true,
            inspector_offset: 0,
            overlays: Vec::new(),
            notice: None,
            continuations: None,
            jumps: Jumps::default(),
            queries: Vec::new(),
            running: Vec::new(),
            size: (120, 36),
            now: book_day.start(),
            parked: None,
            present: None,
            moment: None,
            reel: None,
            draft: None,
            unreadable: false,
            quit_after_save: false,
            questions: 0,
            bulk: None,
            after: Vec::new(),
            after_filter: None,
            saved,
            unsaved: draft::State::new(&opened.draft),
            unfinished: unfinished::State::default(),
            opened,
            edited: false,
            stale_from: Some(0),
            effects: Vec::new(),
        };
        app.refresh();
        app
    }

    /// Takes a message and answers what is to be done outside. Derived state is up to date afterwards.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Key(key) => self.key(key),
            Msg::Paste(text) => self.paste(&text),
            Msg::Click { pane, line, double } => self.click(pane, line, double),
            Msg::Wheel { pane, by } => self.wheel(pane, by),
            Msg::Run(action) => self.run(action),
            Msg::Resize(columns, rows) => self.size = (columns, rows),
            Msg::HintsDue => self.show_continuations(),
            Msg::Progress(task, done, of) => self.progress(task, done, of),
            Msg::Judged(asked, judged) => self.judged(asked, judged),
            Msg::Done(done) => self.done(done),
        }
        self.run_after();
        self.drop_unasked();
        self.refresh();
        self.gather();
        self.read_history();
        self.follow_views();
        self.keep_unfinished();
        std::mem::take(&mut self.effects)
    }

    /// Takes in how many lines of each pane the layout has room for.
    pub fn fit(&mut self, heights: [usize; 4]) {
        for (pane, height) in self.panes.iter_mut().zip(heights) {
            if pane.height != height {
                pane.height = height;
                pane.scroll();
            }
        }
    }

    /// Asks for something to be done outside.
    pub fn effect(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Says what just happened.
    pub fn say(&mut self, notice: Notice) {
        self.notice = Some(notice);
    }

    /// True when the book holds steps that are not on disk.
    pub fn is_dirty(&self) -> bool {
        self.present_book().history().position() != self.saved
    }

    /// The number of the focused pane.
    pub fn focused(&self) -> usize {
        match self.focus {
            Focus::Pane(n) | Focus::Inspector(n) => n,
        }
    }

    /// The focused pane.
    pub fn pane(&self) -> &Pane {
        &self.panes[self.focused()]
    }

    /// The record under the cursor of the focused pane.
    pub fn here(&self) -> Option<Key> {
        self.pane().chosen.key()
    }

    /// The record that the inspector shows: the one under the cursor, else the nearest chosen to the left.
    pub fn inspected(&self) -> Option<Key> {
        (0..=self.focused()).rev().find_map(|n| self.panes[n].chosen.key())
    }
}
