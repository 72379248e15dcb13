//! What keys do in a picker.

use super::{Asking, Picker, Remedy};
use crate::action::Action;
use crate::app::line::Line;
use crate::app::{App, Turn};

impl Picker {
    pub(in crate::app) fn typed(&mut self, app: &mut App, typed: char) -> Turn {
        self.edit(app, |line| line.type_char(typed))
    }

    pub(in crate::app) fn paste(&mut self, app: &mut App, text: &str) -> Turn {
        self.edit(app, |line| line.paste(text))
    }

    fn edit(&mut self, app: &mut App, edit: impl FnOnce(&mut Line)) -> Turn {
        let before = self.line.text().to_owned();
        edit(&mut self.line);
        if self.line.text() != before {
            self.cursor = 0;
            self.asking = Asking::new(app, self.asking.purpose.clone(), self.line.text());
            self.fill(app);
        }
        Turn::Stay
    }

    pub(in crate::app) fn act(&mut self, app: &mut App, action: Action) -> Turn {
        match action {
            Action::Leave | Action::Cancel => return Turn::Close,
            Action::CandidateUp => self.step(app, -1),
            Action::CandidateDown => self.step(app, 1),
            Action::PageUp => self.step(app, -10),
            Action::PageDown => self.step(app, 10),
            Action::HideBarred => {
                self.hide_barred = !self.hide_barred;
                self.step(app, 0);
            }
            Action::Accept => return self.accept(app),
            Action::WhyCandidate => return self.why(app),
            Action::FixAndChoose => return self.fix_and_choose(app),
            _ => {
                return self.edit(app, |line| {
                    line.act(action);
                });
            }
        }
        Turn::Stay
    }

    /// Moves the cursor. The candidate that it comes to is explained, and so tried at once.
    pub(super) fn step(&mut self, app: &mut App, by: isize) {
        let last = self.lines().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
        let Some(place) = self.cursor.checked_sub(self.list.allowed.len()) else { return };
        let Some(candidate) = self.list.barred.get_mut(place) else { return };
        if candidate.remedy == Remedy::Untried {
            candidate.remedy = self.asking.remedy(&mut app.book, candidate);
        }
    }
}
