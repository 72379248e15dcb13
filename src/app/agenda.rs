//! The agenda: what ends, lapses or is deleted when, over all customers and channels. What has passed stands first.

mod gather;

pub use gather::{Asked, Cells, Gathered, Gathering, Words};

use super::browse::{self, Browse};
use super::job::Job;
use super::notice::Notice;
use super::overlay::{Overlay, Turn};
use super::reader::Reader;
use super::{App, Effect, Task};
use crate::action::Action;
use crate::rules::Deadline;
use crate::survey::agenda::Agenda as Deadlines;
use std::sync::Arc;

/// The agenda on the screen.
#[derive(Clone, Debug, Default)]
pub struct Agenda {
    /// The deadlines that fit what is typed; none while they are gathered for the first time.
    pub shown: Option<Arc<Deadlines>>,
    /// The word that no kind of deadlines is called by, when one was typed.
    pub no_kind: Option<String>,
    /// The deadline under the cursor, and what is typed to narrow them.
    pub browse: Browse,
    all: Option<Arc<Deadlines>>,
    gathered: Option<Asked>,
    asked: Option<Asked>,
}

/// A line of the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AgendaLine {
    /// The heading over so many that have passed.
    Overdue(usize),
    /// The heading over so many that lie ahead.
    Ahead(usize),
    /// A deadline, by its number.
    Row(usize),
}

impl Agenda {
    /// The deadline under the cursor.
    pub fn here(&self) -> Option<&Deadline> {
        self.rows().get(self.browse.cursor)
    }

    /// The deadlines shown.
    pub fn rows(&self) -> &[Deadline] {
        self.shown.as_ref().map_or(&[], |shown| shown.rows())
    }

    /// How many of them have passed.
    pub fn overdue(&self) -> usize {
        self.shown.as_ref().map_or(0, |shown| shown.overdue())
    }

    /// How many lines there are: a heading stands above what has passed, and then above what lies ahead.
    pub fn lines(&self) -> usize {
        self.rows().len() + self.headings(usize::MAX)
    }

    /// How many headings stand above a deadline.
    fn headings(&self, row: usize) -> usize {
        let overdue = self.overdue();
        let has_ahead = self.rows().len() > overdue;
        usize::from(overdue > 0) + usize::from(overdue > 0 && has_ahead && row >= overdue)
    }

    /// What stands in a line.
    pub fn line(&self, line: usize) -> AgendaLine {
        let overdue = self.overdue();
        match line {
            _ if overdue == 0 => AgendaLine::Row(line),
            0 => AgendaLine::Overdue(overdue),
            n if n <= overdue => AgendaLine::Row(n - 1),
            n if n == overdue + 1 => AgendaLine::Ahead(self.rows().len() - overdue),
            n => AgendaLine::Row(n - 2),
        }
    }

    /// The line of the cursor, and the first line on screen that keeps it there.
    pub fn window(&self, height: usize) -> (usize, usize) {
        let line = self.browse.cursor + self.headings(self.browse.cursor);
        (line, (line + 1).saturating_sub(height.max(1)))
    }

    pub(super) fn typed(&mut self, typed: char) -> Turn {
        self.browse.typed(typed);
        Turn::Stay
    }

    pub(super) fn paste(&mut self, text: &str) -> Turn {
        self.browse.paste(text);
        Turn::Stay
    }

    pub(super) fn act(&mut self, app: &mut App, action: Action) -> Turn {
        let rows = self.rows().len();
        if self.browse.typing {
            self.browse.narrows(action, rows);
            return Turn::Stay;
        }
        if self.browse.moves(action, rows) {
            return Turn::Stay;
        }
        match action {
            Action::Open => return self.open(app),
            Action::Why => return self.why(app),
            Action::Fixes => {
                return self.here().map_or(Turn::Stay, |deadline| app.fixes_of(deadline.subject));
            }
            Action::CopyRow => self.copy(app),
            // Asked for again it begins anew: after it was stopped, too.
            Action::Agenda => (self.asked, self.all) = (None, None),
            _ => return browse::elsewhere(app, action),
        }
        Turn::Stay
    }

    /// Goes to the record, or to what it is about; going back leads to this line again.
    fn open(&mut self, app: &mut App) -> Turn {
        let Some(deadline) = self.here() else { return Turn::Stay };
        let Some(key) = super::place_of(app, app.stands_for(deadline.subject)) else {
            app.say(Notice::refused(app.lang.agenda().no_place(), &[]));
            return Turn::Stay;
        };
        app.parked = Some(Box::new(self.clone()));
        app.reveal(key);
        app.jumps.left_agenda();
        Turn::Main
    }

    fn why(&self, app: &App) -> Turn {
        let Some(deadline) = self.here() else { return Turn::Stay };
        Turn::Over(Box::new(Overlay::Reader(Reader::deadline(app, deadline))))
    }

    fn copy(&self, app: &mut App) {
        let Some(deadline) = self.here() else { return };
        let cells = app.deadline_words().cells(deadline);
        let parts =
            [deadline.on.to_string(), cells.what.to_owned(), cells.record, cells.customer, cells.partner];
        app.effect(Effect::Copy(parts.join("\t")));
        app.say(Notice::done(app.lang.overlays().copied_text, &[]));
    }

    /// Takes in what was gathered. The cursor stays on its deadline, or where it would stand.
    fn take(&mut self, gathered: Gathered) {
        let here = self.here().copied();
        (self.shown, self.no_kind) = match gathered.shown {
            Ok(shown) => (Some(shown), None),
            Err(word) => (Some(Arc::default()), Some(word)),
        };
        self.all = Some(gathered.all);
        self.gathered = Some(gathered.asked);
        let row = here.zip(self.shown.as_ref()).map_or(0, |(here, shown)| shown.place_of(&here));
        self.browse.go(row, self.rows().len());
    }

    /// Every deadline, when it was gathered from this state of the book.
    fn known(&self, position: u64) -> Option<Arc<Deadlines>> {
        self.all.clone().filter(|_| self.gathered.as_ref().is_some_and(|asked| asked.position == position))
    }
}

impl App {
    /// What deadlines are put into words with.
    pub fn deadline_words(&self) -> Words<'_> {
        Words { model: self.book.model(), lang: self.lang, today: self.book.today() }
    }

    /// True while deadlines are gathered.
    pub fn is_gathering(&self) -> bool {
        self.running.iter().any(|(task, _, _)| *task == Task::Agenda)
    }

    pub(super) fn open_agenda(&mut self) {
        self.open(Overlay::Agenda(Box::default()));
    }

    /// The agenda that was left for a record, when it was left from that place.
    pub(super) fn reopen_agenda(&mut self) {
        if let Some(mut agenda) = self.parked.take() {
            // What was still being gathered when it was left, is not any more.
            agenda.asked.clone_from(&agenda.gathered);
            self.open(Overlay::Agenda(agenda));
        }
    }

    fn agenda_mut(&mut self) -> Option<&mut Agenda> {
        self.overlays.iter_mut().find_map(|overlay| match overlay {
            Overlay::Agenda(agenda) => Some(agenda.as_mut()),
            _ => None,
        })
    }

    /// Has the agenda gathered when what it shows is not of this book, or not what is typed.
    pub(super) fn gather(&mut self) {
        let (position, lang) = (self.book.history().position(), self.lang);
        let Some(agenda) = self.agenda_mut() else { return self.gather_no_more() };
        let asked = Asked { position, typed: agenda.browse.filter.text().to_owned(), lang };
        if agenda.asked.as_ref() == Some(&asked) {
            return;
        }
        agenda.asked = Some(asked.clone());
        let known = agenda.known(position);
        let (model, today) = (self.book.model().clone(), self.book.today());
        self.start(Task::Agenda, Job::Agenda(Box::new(Gathering { asked, model, today, known })));
    }

    /// Nobody looks at the agenda any more.
    fn gather_no_more(&mut self) {
        if self.is_gathering() {
            self.ended(Task::Agenda);
            self.effect(Effect::Cancel(Task::Agenda));
        }
    }

    /// Takes in what was gathered, unless something else is asked for by now.
    pub(super) fn was_gathered(&mut self, gathered: Gathered) {
        let Some(agenda) = self.agenda_mut() else { return };
        if agenda.asked.as_ref() == Some(&gathered.asked) {
            agenda.take(gathered);
            self.ended(Task::Agenda);
        }
    }

    /// The record that stands for this one where deadlines lead to: what is accepted is its record.
    fn stands_for(&self, key: crate::model::Key) -> crate::model::Key {
        crate::survey::agenda::accepted(self.book.model(), key).unwrap_or(key)
    }
}
