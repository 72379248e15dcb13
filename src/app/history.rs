//! The history of the book: what was done, the newest first. It is read page by page beside the screen; Enter looks at the
//! book as it was.

mod look;
mod reel;

pub(super) use look::Present;
pub use look::{Looked, Looking, Moved, Wish};
pub use reel::{Page, Paging, Reel, Told};

use super::browse::{self, Browse};
use super::job::Job;
use super::notice::Notice;
use super::overlay::{Overlay, Turn};
use super::prompt::{Prompt, Wanted};
use super::{App, Effect, Task};
use crate::action::Action;
use crate::i18n::Lang;
use crate::query::fold::fold;
use crate::store::{Deed, StoreError, moment};

/// So many lines are read beyond the cursor.
const AHEAD: usize = 100;

/// The history on the screen.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// The line under the cursor, and what is typed to narrow them.
    pub browse: Browse,
    /// Why it ends where it does, when something could not be read.
    pub error: Option<StoreError>,
    /// True once there is no more to read.
    pub is_over: bool,
    /// The number of the oldest change that was read; above 1 at the end when older ones are not kept.
    pub reached: u64,
    told: Vec<Told>,
    /// The places among them that fit what is typed.
    shown: Vec<usize>,
    /// The question that the next page answers.
    asked: u64,
    /// The newest change, the state that is saved, and the language, of what was read.
    of: Option<(u64, u64, Lang)>,
}

impl History {
    /// The changes that fit what is typed, by their line.
    pub fn line(&self, line: usize) -> Option<&Told> {
        self.told.get(*self.shown.get(line)?)
    }

    /// How many lines there are so far.
    pub fn lines(&self) -> usize {
        self.shown.len()
    }

    /// The change under the cursor.
    pub fn here(&self) -> Option<&Told> {
        self.line(self.browse.cursor)
    }

    fn wants_more(&self) -> bool {
        !self.is_over && self.lines() < self.browse.cursor.saturating_add(AHEAD)
    }

    fn narrow(&mut self, from: usize) {
        let wish = fold(self.browse.filter.text().trim());
        let words: Vec<&str> = wish.split_whitespace().collect();
        let fits = |told: &Told| words.iter().all(|word| told.folded.contains(word));
        self.shown.retain(|place| *place < from);
        let rest = self.told.iter().enumerate().skip(from);
        self.shown.extend(rest.filter(|(_, told)| fits(told)).map(|(place, _)| place));
        self.browse.go(self.browse.cursor, self.lines());
    }

    /// Takes in what was read.
    fn take(&mut self, page: Vec<Told>) {
        let from = self.told.len();
        self.told.extend(page);
        self.narrow(from);
    }

    pub(super) fn typed(&mut self, typed: char) -> Turn {
        self.browse.typed(typed);
        self.narrow(0);
        Turn::Stay
    }

    pub(super) fn paste(&mut self, text: &str) -> Turn {
        self.browse.paste(text);
        self.narrow(0);
        Turn::Stay
    }

    pub(super) fn act(&mut self, app: &mut App, action: Action) -> Turn {
        let (lines, typed) = (self.lines(), self.browse.filter.text().to_owned());
        if self.browse.typing {
            self.browse.narrows(action, lines);
        } else if !self.browse.moves(action, lines) {
            return self.does(app, action);
        }
        if self.browse.filter.text() != typed {
            self.narrow(0);
        }
        Turn::Stay
    }

    fn does(&self, app: &mut App, action: Action) -> Turn {
        match action {
            Action::Open => self.ask(app, Wish::Look),
            Action::Restore => self.ask(app, Wish::Restore),
            Action::Checkpoint => return ask_name(app),
            Action::CopyRow => self.copy(app),
            Action::History => return Turn::Close,
            _ => return browse::elsewhere(app, action),
        }
        Turn::Stay
    }

    fn ask(&self, app: &mut App, wish: Wish) {
        if let Some(told) = self.here() {
            app.ask_moment(told.seq, wish);
        }
    }

    fn copy(&self, app: &mut App) {
        let Some(told) = self.here() else { return };
        let parts =
            [crate::i18n::history::minute(told.at), app.lang.kind(told.kind).to_owned(), told.text.clone()];
        app.effect(Effect::Copy(parts.join("\t")));
        app.say(Notice::done(app.lang.overlays().copied_text, &[]));
    }
}

/// Asks for the name of this moment.
fn ask_name(app: &mut App) -> Turn {
    if app.refuses_to_write() {
        return Turn::Stay;
    }
    Turn::Over(Box::new(Overlay::Prompt(Prompt::new(Wanted::Name, app.lang.looking().which_name))))
}

impl App {
    /// True while the history is read.
    pub fn is_reading_history(&self) -> bool {
        self.running.iter().any(|(task, _, _)| *task == Task::History)
    }

    /// Gives this moment a name. Nothing in the book changes by it.
    ///
    /// # Errors
    /// The text is no name, or is the name of another moment: says so.
    pub(super) fn name_moment(&mut self, text: &str) -> Result<(), String> {
        let name = moment::checkpoint(text).map_err(|bad| self.lang.bad_name(bad))?;
        if let Some(entry) = self.unsaved.named(&name) {
            return Err(self.lang.name_taken(&name, entry));
        }
        let words = self.lang.looking().named(&name.show());
        self.journal(Deed::Named(name));
        self.say(Notice::done(words, &[Action::History]));
        Ok(())
    }

    fn history_mut(&mut self) -> Option<&mut History> {
        self.overlays.iter_mut().find_map(|overlay| match overlay {
            Overlay::History(history) => Some(history.as_mut()),
            _ => None,
        })
    }

    /// Has the history read on as far as it is looked at; anew when something was done since.
    pub(super) fn read_history(&mut self) {
        let of = (self.unsaved.seq(), self.saved, self.lang);
        let is_cut = self.reel.is_none() && !self.is_reading_history();
        let questions = self.questions + 1;
        let Some(history) = self.history_mut() else { return self.read_no_more() };
        // What was put aside, or stopped, begins anew.
        if history.of != Some(of) || (is_cut && history.wants_more()) {
            let browse = history.browse.clone();
            *history = History { browse, asked: questions, of: Some(of), ..History::default() };
            self.questions = questions;
            self.reel = Some(self.new_reel());
        }
        let Some(history) = self.history_mut() else { return };
        let (asked, wants) = (history.asked, history.wants_more());
        if let Some(reel) = self.reel.take_if(|_| wants) {
            self.start(Task::History, Job::History(Box::new(Paging { asked, reel })));
        }
    }

    /// Nobody looks at the history any more.
    fn read_no_more(&mut self) {
        self.reel = None;
        if self.is_reading_history() {
            self.ended(Task::History);
            self.effect(Effect::Cancel(Task::History));
        }
    }

    /// Takes in a page, unless another is asked for by now.
    pub(super) fn was_paged(&mut self, page: Page) {
        let Some(history) = self.history_mut() else { return };
        if history.asked != page.asked {
            return;
        }
        history.is_over = page.reel.is_none();
        (history.reached, history.error) = (page.reached, page.error);
        history.take(page.told);
        self.reel = page.reel;
        self.ended(Task::History);
    }
}
