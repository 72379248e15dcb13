//! What lies over the four panes: views and pop-ups, one upon the other. The topmost gets the keys.

use super::App;
use super::filter::FilterLine;
use crate::action::Action;
use crate::keymap::Context;
use crate::model::Key;

/// A view or a pop-up.
#[derive(Clone, Debug)]
pub enum Overlay {
    /// The line in which a filter is typed.
    Filter(FilterLine),
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
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A record was chosen, or none.
    Picked(Option<Key>),
}

impl Overlay {
    /// Where its keys have a meaning.
    pub fn context(&self) -> Context {
        match self {
            Self::Filter(_) => Context::Filter,
        }
    }

    /// True when nothing of the panes is left to see.
    pub fn is_view(&self) -> bool {
        match self {
            Self::Filter(_) => false,
        }
    }

    /// Takes an action.
    pub fn act(&mut self, app: &mut App, action: Action) -> Turn {
        match self {
            Self::Filter(filter) => filter.act(app, action),
        }
    }

    /// Takes a typed character.
    pub fn typed(&mut self, app: &mut App, typed: char) -> Turn {
        match self {
            Self::Filter(filter) => filter.typed(app, typed),
        }
    }

    /// Takes pasted text.
    pub fn paste(&mut self, app: &mut App, text: &str) -> Turn {
        match self {
            Self::Filter(filter) => filter.paste(app, text),
        }
    }

    /// Takes the answer of the overlay that lay on it.
    pub fn answered(&mut self, _app: &mut App, _answer: Answer) -> Turn {
        match self {
            Self::Filter(_) => Turn::Stay,
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
        let turn = take(&mut top, self);
        self.turn(top, turn);
        true
    }

    fn turn(&mut self, overlay: Overlay, turn: Turn) {
        match turn {
            Turn::Stay => self.overlays.push(overlay),
            Turn::Close => {}
            Turn::Over(next) => self.overlays.extend([overlay, *next]),
            Turn::Swap(next) => self.overlays.push(*next),
            Turn::Main => self.overlays.clear(),
            Turn::Answer(answer) => {
                self.with_top(|below, app| below.answered(app, answer));
            }
        }
    }
}
