//! What lies over the four panes: views and pop-ups, one upon the other. The topmost gets the keys.

use super::App;
use super::agenda::Agenda;
use super::detail::Detail;
use super::filter::FilterLine;
use super::form::Form;
use super::help::{Help, Kind};
use super::history::History;
use super::menu::Menu;
use super::picker::Picker;
use super::preview::Preview;
use super::problems::Problems;
use super::prompt::Prompt;
use super::reader::Reader;
use super::sheet::Sheet;
use super::slip::Slip;
use super::transfer::Transfer;
use super::tree::Tree;
use super::welcome::Welcome;
use super::who::WhoView;
use crate::action::Action;
use crate::keymap::Context;
use crate::model::Key;

/// A view or a pop-up.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// The line in which a filter is typed.
    Filter(FilterLine),
    /// A list of records to pick one from.
    Picker(Box<Picker>),
    /// A form for a record, or for several.
    Form(Box<Form>),
    /// The values that an operation asks for.
    Slip(Box<Slip>),
    /// A few choices.
    Menu(Menu),
    /// A question about consequences.
    Sheet(Sheet),
    /// A text to read.
    Reader(Reader),
    /// The problems list.
    Problems(Box<Problems>),
    /// What ends when.
    Agenda(Box<Agenda>),
    /// What was done.
    History(Box<History>),
    /// The detail view of a record.
    Detail(Detail),
    /// The relations of a record as a tree.
    Tree(Box<Tree>),
    /// Who may do what for a customer.
    Who(Box<WhoView>),
    /// Help, or the palette.
    Help(Box<Help>),
    /// A question that is answered with a line of text.
    Prompt(Prompt),
    /// The preview of an import.
    Preview(Box<Preview>),
    /// The transfer wizard.
    Transfer(Box<Transfer>),
    /// The first screen.
    Welcome(Box<Welcome>),
}

/// What becomes of an overlay after it took a key.
#[derive(Clone, Debug)]
pub enum Turn {
    /// It stays.
    Stay,
    /// It goes.
    Close,
    /// Another comes on top of it.
    Over(Box<Overlay>),
    /// Another takes its place.
    Swap(Box<Overlay>),
    /// It goes, and the one below gets its answer.
    Answer(Answer),
    /// All go: the four panes are in front again.
    Main,
}

/// What an overlay tells the one below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A record was chosen, or none.
    Picked(Option<Key>),
}

impl Overlay {
    /// Where its keys have a meaning.
    pub fn context(&self) -> Context {
        match self {
            Self::Filter(_) => Context::Filter,
            Self::Picker(_) => Context::Picker,
            Self::Form(_) | Self::Slip(_) => Context::Form,
            Self::Menu(_) => Context::Menu,
            Self::Sheet(_) => Context::Sheet,
            Self::Reader(_) => Context::Reader,
            Self::Problems(problems) if problems.typing => Context::Filter,
            Self::Problems(_) => Context::Problems,
            Self::Agenda(agenda) if agenda.browse.typing => Context::Filter,
            Self::Agenda(_) => Context::Agenda,
            Self::History(history) if history.browse.typing => Context::Filter,
            Self::History(_) => Context::History,
            Self::Detail(_) => Context::Detail,
            Self::Tree(_) => Context::Tree,
            Self::Who(_) => Context::Who,
            Self::Help(help) if help.kind == Kind::Palette => Context::Palette,
            Self::Help(_) => Context::Help,
            Self::Prompt(_) => Context::Input,
            Self::Preview(_) => Context::Preview,
            Self::Transfer(_) => Context::Wizard,
            Self::Welcome(_) => Context::Welcome,
        }
    }

    /// True when nothing of the panes is left to see.
    pub fn is_view(&self) -> bool {
        matches!(
            self,
            Self::Problems(_)
                | Self::Agenda(_)
                | Self::History(_)
                | Self::Detail(_)
                | Self::Tree(_)
                | Self::Welcome(_)
        )
    }

    /// True when typed text goes into a line of it.
    pub fn takes_text(&self) -> bool {
        let lines = [
            Context::Filter,
            Context::Picker,
            Context::Form,
            Context::Palette,
            Context::Input,
            Context::Help,
        ];
        lines.contains(&self.context())
    }

    /// Takes an action.
    pub fn act(&mut self, app: &mut App, action: Action) -> Turn {
        match self {
            Self::Filter(filter) => filter.act(app, action),
            Self::Picker(picker) => picker.act(app, action),
            Self::Form(form) => form.act(app, action),
            Self::Slip(slip) => slip.act(app, action),
            Self::Menu(menu) => menu.act(app, action),
            Self::Sheet(sheet) => sheet.act(action),
            Self::Reader(reader) => reader.act(app, action),
            Self::Problems(problems) => problems.act(app, action),
            Self::Agenda(agenda) => agenda.act(app, action),
            Self::History(history) => history.act(app, action),
            Self::Detail(detail) => detail.act(app, action),
            Self::Tree(tree) => tree.act(app, action),
            Self::Who(who) => who.act(app, action),
            Self::Help(help) => help.act(app, action),
            Self::Prompt(prompt) => prompt.act(app, action),
            Self::Preview(preview) => preview.act(app, action),
            Self::Transfer(transfer) => transfer.act(app, action),
            Self::Welcome(welcome) => welcome.act(app, action),
        }
    }

    /// Takes a typed character.
    pub fn typed(&mut self, app: &mut App, typed: char) -> Turn {
        match self {
            Self::Filter(filter) => filter.typed(app, typed),
            Self::Picker(picker) => picker.typed(app, typed),
            Self::Form(form) => form.typed(app, typed),
            Self::Slip(slip) => slip.typed(app, typed),
            Self::Menu(menu) => menu.typed(app, typed),
            Self::Sheet(sheet) => sheet.typed(app, typed),
            Self::Problems(problems) => problems.typed(app, typed),
            Self::Agenda(agenda) => agenda.typed(typed),
            Self::History(history) => history.typed(typed),
            Self::Help(help) => help.typed(app, typed),
            Self::Prompt(prompt) => prompt.typed(typed),
            Self::Welcome(welcome) => welcome.typed(app, typed),
            Self::Reader(_)
            | Self::Detail(_)
            | Self::Tree(_)
            | Self::Who(_)
            | Self::Preview(_)
            | Self::Transfer(_) => Turn::Stay,
        }
    }

    /// Takes pasted text. Where nothing is typed a paste does nothing: it never runs commands.
    pub fn paste(&mut self, app: &mut App, text: &str) -> Turn {
        match self {
            Self::Filter(filter) => filter.paste(app, text),
            Self::Picker(picker) => picker.paste(app, text),
            Self::Form(form) => form.paste(app, text),
            Self::Slip(slip) => slip.paste(app, text),
            Self::Problems(problems) => problems.paste(app, text),
            Self::Agenda(agenda) => agenda.paste(text),
            Self::History(history) => history.paste(text),
            Self::Help(help) => help.paste(app, text),
            Self::Prompt(prompt) => prompt.paste(text),
            Self::Menu(_)
            | Self::Sheet(_)
            | Self::Reader(_)
            | Self::Detail(_)
            | Self::Tree(_)
            | Self::Who(_)
            | Self::Preview(_)
            | Self::Transfer(_)
            | Self::Welcome(_) => Turn::Stay,
        }
    }

    /// Catches up with what was done in the overlay that lay on it.
    pub fn uncovered(&mut self, app: &App) -> Turn {
        if let Self::Problems(problems) = self {
            problems.follow(app);
        }
        Turn::Stay
    }

    /// Takes the answer of the overlay that lay on it.
    pub fn answered(&mut self, app: &mut App, answer: Answer) -> Turn {
        match self {
            Self::Form(form) => form.answered(app, answer),
            // Its text insists on a candidate: the form below gets it.
            Self::Picker(_) => Turn::Answer(answer),
            Self::Transfer(transfer) => transfer.answered(app, answer),
            _ => Turn::Stay,
        }
    }
}

impl App {
    /// Puts an overlay on top.
    pub fn open(&mut self, overlay: Overlay) {
        self.resolver.clear();
        self.overlays.push(overlay);
    }

    /// Lets the topmost overlay take something, and does what it says then. False when there is none.
    pub(super) fn with_top(&mut self, take: impl FnOnce(&mut Overlay, &mut Self) -> Turn) -> bool {
        let Some(mut top) = self.overlays.pop() else { return false };
        let depth = self.overlays.len();
        let turn = take(&mut top, self);
        // What it opened meanwhile, a question of the program, stays on top of it.
        let opened = self.overlays.split_off(depth.min(self.overlays.len()));
        self.turn(top, turn);
        self.overlays.extend(opened);
        true
    }

    /// Lets the views that gather what the book says gather it again when it has changed.
    pub(super) fn follow_views(&mut self) {
        for overlay in &mut self.overlays {
            match overlay {
                Overlay::Tree(tree) => tree.follow(&self.book),
                Overlay::Who(who) => who.follow(&self.book),
                _ => {}
            }
        }
    }

    fn turn(&mut self, overlay: Overlay, turn: Turn) {
        match turn {
            Turn::Stay => self.overlays.push(overlay),
            Turn::Close => drop(self.with_top(|below, app| below.uncovered(app))),
            Turn::Over(next) => self.overlays.extend([overlay, *next]),
            Turn::Swap(next) => self.overlays.push(*next),
            Turn::Main => self.overlays.clear(),
            Turn::Answer(answer) => {
                self.with_top(|below, app| below.answered(app, answer));
            }
        }
    }
}
