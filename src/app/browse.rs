//! A list over the whole screen: its cursor, and the line that narrows it. Shared by the agenda and the history.

use super::App;
use super::line::Line;
use super::overlay::Turn;
use crate::action::Action;

/// So many lines a page has, where nobody has measured the screen.
const PAGE: usize = 15;

/// Where a person is in a list.
#[derive(Clone, Debug, Default)]
pub struct Browse {
    /// The number of the line under the cursor, among those that fit what is typed.
    pub cursor: usize,
    /// What is typed to narrow the list.
    pub filter: Line,
    /// True while it is typed.
    pub typing: bool,
}

impl Browse {
    /// To a line, or the last of so many.
    pub(super) fn go(&mut self, line: usize, lines: usize) {
        self.cursor = line.min(lines.saturating_sub(1));
    }

    /// Takes in a character; nothing when no filter is typed.
    pub(super) fn typed(&mut self, typed: char) {
        if self.typing {
            self.filter.type_char(typed);
        }
    }

    /// Takes in pasted text; nothing when no filter is typed.
    pub(super) fn paste(&mut self, text: &str) {
        if self.typing {
            self.filter.paste(text);
        }
    }

    /// Moves in a list of so many lines, or begins to narrow it. False when the action does neither.
    pub(super) fn moves(&mut self, action: Action, lines: usize) -> bool {
        let to = match action {
            Action::RowDown => self.cursor + 1,
            Action::RowUp => self.cursor.saturating_sub(1),
            Action::PageDown | Action::HalfDown => self.cursor + PAGE,
            Action::PageUp | Action::HalfUp => self.cursor.saturating_sub(PAGE),
            Action::FirstRow => 0,
            Action::LastRow => usize::MAX,
            Action::Filter => {
                self.typing = true;
                return true;
            }
            Action::StepBack if !self.filter.is_empty() => {
                self.filter = Line::default();
                return true;
            }
            _ => return false,
        };
        self.go(to, lines);
        true
    }

    /// What a key does while the filter is typed.
    pub(super) fn narrows(&mut self, action: Action, lines: usize) {
        match action {
            Action::Accept => self.typing = false,
            Action::Leave | Action::Cancel => (self.typing, self.filter) = (false, Line::default()),
            Action::CandidateDown => self.go(self.cursor + 1, lines),
            Action::CandidateUp => self.go(self.cursor.saturating_sub(1), lines),
            _ => drop(self.filter.act(action)),
        }
    }
}

/// What a key does in every such list, when the list itself does nothing with it.
pub(super) fn elsewhere(app: &mut App, action: Action) -> Turn {
    match action {
        Action::Undo | Action::Redo => app.act(action),
        Action::Save => app.save(),
        Action::Help | Action::Palette => return app.help_over(action),
        Action::GoMain => return Turn::Main,
        Action::StepBack | Action::Quit | Action::Back | Action::Cancel => return Turn::Close,
        Action::QuitAll => app.quit(),
        _ => app.off_here(action),
    }
    Turn::Stay
}
