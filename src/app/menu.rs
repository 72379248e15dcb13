//! A few choices, each with a number: the operations that concern a row, the fixes of a problem. A choice that is off
//! stays in its place and says why.

use super::App;
use super::notice::Notice;
use super::overlay::Turn;
use super::transfer::Transfer;
use crate::action::Action;
use crate::edit::{Bulk, Do, Fix};
use crate::store::backup::Backup;

/// What a choice does.
#[derive(Clone, Debug)]
#[allow(clippy::large_enum_variant)] // a menu has a few
pub enum Does {
    /// An operation goes on.
    Operation(Do),
    /// An operation goes on, on many records.
    Many(Bulk),
    /// A fix is made.
    Fix(Fix),
    /// The transfer wizard goes on.
    Transfer(Box<Transfer>),
    /// A backup is brought back.
    Restore(Box<Backup>),
}

/// One choice.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its words, safe to show.
    pub label: String,
    /// What it does, or why it is off.
    pub does: Result<Does, String>,
}

/// A list of a few choices.
#[derive(Clone, Debug)]
pub struct Menu {
    /// What is asked, safe to show.
    pub title: String,
    /// The choices.
    pub items: Vec<Item>,
    /// The choice under the cursor.
    pub cursor: usize,
}

impl Menu {
    /// A menu with the cursor on the first choice that is not off.
    pub fn new(title: String, items: Vec<Item>) -> Self {
        let cursor = items.iter().position(|item| item.does.is_ok()).unwrap_or(0);
        Self { title, items, cursor }
    }

    pub(super) fn typed(&mut self, app: &mut App, typed: char) -> Turn {
        let number = typed.to_digit(10).and_then(|n| (n as usize).checked_sub(1));
        match number.filter(|n| *n < self.items.len()) {
            Some(n) => {
                self.cursor = n;
                self.choose(app)
            }
            None => Turn::Stay,
        }
    }

    pub(super) fn act(&mut self, app: &mut App, action: Action) -> Turn {
        match action {
            Action::RowDown => self.cursor = (self.cursor + 1).min(self.items.len().saturating_sub(1)),
            Action::RowUp => self.cursor = self.cursor.saturating_sub(1),
            Action::Accept => return self.choose(app),
            Action::Leave | Action::Cancel => return Turn::Close,
            _ => {}
        }
        Turn::Stay
    }

    fn choose(&self, app: &mut App) -> Turn {
        match self.items.get(self.cursor).map(|item| item.does.clone()) {
            Some(Ok(does)) => app.choose(does),
            Some(Err(why)) => {
                app.say(Notice::refused(why, &[]));
                Turn::Stay
            }
            None => Turn::Close,
        }
    }
}

impl App {
    /// Does what a choice says.
    pub(super) fn choose(&mut self, does: Does) -> Turn {
        match does {
            Does::Operation(next) => self.next(next),
            Does::Many(bulk) => self.go_on_many(bulk),
            Does::Fix(fix) => self.fix(fix),
            Does::Transfer(transfer) => self.go_on(*transfer),
            Does::Restore(backup) => self.bring_back(*backup),
        }
    }
}
