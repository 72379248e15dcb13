//! The first screen when there is no book yet: no account, no network, one choice.

use super::App;
use super::overlay::Turn;
use crate::action::Action;
use std::path::PathBuf;

/// What a first-time user can begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Begin {
    /// Look around in the invented book.
    Demo,
    /// Start from exports of Partner Center.
    Import,
    /// Start an empty book.
    Empty,
    /// Open a book of a colleague.
    Open,
}

/// The choices, in their order.
pub const CHOICES: [Begin; 4] = [Begin::Demo, Begin::Import, Begin::Empty, Begin::Open];

/// The first screen.
#[derive(Clone, Debug)]
pub struct Welcome {
    /// Where the book will be.
    pub folder: PathBuf,
    /// The choice under the cursor.
    pub cursor: usize,
    /// The invented book, made when the program started.
    pub demo: Box<crate::edit::Book>,
}

impl Welcome {
    pub(super) fn typed(&mut self, app: &mut App, typed: char) -> Turn {
        let number = typed.to_digit(10).and_then(|n| (n as usize).checked_sub(1));
        match number.filter(|n| *n < CHOICES.len()) {
            Some(n) => {
                self.cursor = n;
                self.begin(app)
            }
            None => Turn::Stay,
        }
    }

    pub(super) fn act(&mut self, app: &mut App, action: Action) -> Turn {
        match action {
            Action::RowDown => self.cursor = (self.cursor + 1).min(CHOICES.len() - 1),
            Action::RowUp => self.cursor = self.cursor.saturating_sub(1),
            Action::Accept => return self.begin(app),
            Action::Language => app.lang = app.lang.next(),
            Action::Help | Action::Palette => return app.help_over(Action::Help),
            Action::Quit | Action::QuitAll => app.quit(),
            // Esc is a step back, and there is nothing behind this screen: it never quits.
            _ => {}
        }
        Turn::Stay
    }

    fn begin(&self, app: &mut App) -> Turn {
        match CHOICES[self.cursor] {
            Begin::Demo => {
                let opened = super::Opened {
                    name: app.lang.files().demo_name.to_owned(),
                    folder: None,
                    us: None,
                    mode: super::Mode::Demo,
                    desk: None,
                    draft: crate::app::Draft::default(),
                };
                app.show((*self.demo).clone(), opened);
            }
            Begin::Import => app.after.push(Action::Import),
            Begin::Empty => {}
            Begin::Open => app.after.push(Action::OpenBook),
        }
        Turn::Close
    }
}
