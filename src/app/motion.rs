//! Moving: cursors, focus, and from place to place.

use super::jump::{Jumps, Place};
use super::pane::PANES;
use super::{App, Focus};

impl App {
    pub(super) fn step(&mut self, by: isize) {
        if let Focus::Inspector(_) = self.focus {
            let to = self.inspector_offset.saturating_add_signed(by);
            self.inspector_offset = to.min(self.inspector_end());
            return;
        }
        let n = self.focused();
        let line = self.panes[n].cursor.saturating_add_signed(by);
        self.move_cursor(n, line);
    }

    pub(super) fn go_line(&mut self, line: usize) {
        self.move_cursor(self.focused(), line);
    }

    /// Puts the cursor of a pane on a line; what follows it to the right is out of date then.
    pub(super) fn move_cursor(&mut self, n: usize, line: usize) {
        let before = self.panes[n].chosen;
        self.panes[n].go(self.book.model(), line);
        self.extend_range(n);
        if self.panes[n].chosen != before {
            self.inspector_offset = 0;
            if self.follow && self.pin.is_none() && n + 1 < PANES.len() {
                self.stale(n + 1);
            }
        }
    }

    pub(super) fn move_by_page(&mut self, pages: isize) {
        let height = isize::try_from(self.pane().height).unwrap_or(isize::MAX);
        self.step(pages * height.saturating_sub(1).max(1));
    }

    pub(super) fn move_by_half(&mut self, halves: isize) {
        let height = isize::try_from(self.pane().height).unwrap_or(isize::MAX);
        self.step(halves * (height / 2).max(1));
    }

    pub(super) fn side(&mut self, by: isize) {
        let n = self.focused().saturating_add_signed(by).min(PANES.len() - 1);
        self.focus = Focus::Pane(n);
        self.inspector_offset = 0;
    }

    pub(super) fn turn_focus(&mut self, by: usize) {
        self.focus = Focus::Pane((self.focused() + by) % PANES.len());
        self.inspector_offset = 0;
    }

    /// The next row with a problem, round the end. Asks the findings of rows one by one and stops at the first.
    pub(super) fn go_problem(&mut self, by: isize) {
        let n = self.focused();
        let pane = &self.panes[n];
        let lines = pane.lines();
        let turns = (1..lines).map(|far| {
            let far = if by > 0 { far } else { lines - far };
            (pane.cursor + far) % lines
        });
        let model = self.book.model();
        let has_problem = |line: &usize| {
            pane.at(model, *line).and_then(super::Chosen::key).is_some_and(|key| self.worst(key).is_some())
        };
        let found = turns.take(super::narrow::LOOKED_AT).find(has_problem);
        match found {
            Some(line) => self.move_cursor(n, line),
            None => self.say(super::Notice::done(self.lang.screen().no_problem_here, &[])),
        }
    }

    /// Where the user is now.
    pub(super) fn here_place(&self) -> Place {
        Place { focus: self.focused(), chosen: std::array::from_fn(|n| self.panes[n].chosen), agenda: false }
    }

    pub(super) fn jump(&mut self, way: fn(&mut Jumps, Place) -> Option<Place>) {
        let here = self.here_place();
        let Some(to) = way(&mut self.jumps, here) else {
            return self.say(super::Notice::done(self.lang.screen().no_place, &[]));
        };
        self.focus = Focus::Pane(to.focus);
        for (pane, chosen) in self.panes.iter_mut().zip(to.chosen) {
            pane.chosen = chosen;
        }
        self.stale(0);
        if to.agenda {
            self.reopen_agenda();
        }
    }

    pub(super) fn click(&mut self, pane: usize, line: usize, double: bool) {
        if !self.overlays.is_empty() || pane >= PANES.len() {
            return;
        }
        self.focus = Focus::Pane(pane);
        let line = self.panes[pane].offset + line;
        if line < self.panes[pane].lines() {
            self.move_cursor(pane, line);
            if double {
                self.run(crate::action::Action::Open);
            }
        }
    }

    /// Scrolls the pane under the pointer; the cursor stays as long as it is on screen.
    pub(super) fn wheel(&mut self, pane: usize, by: isize) {
        if !self.overlays.is_empty() || pane >= PANES.len() {
            return;
        }
        let last = self.panes[pane].lines().saturating_sub(self.panes[pane].height.max(1));
        let offset = self.panes[pane].offset.saturating_add_signed(by).min(last);
        let end = offset + self.panes[pane].height.max(1) - 1;
        let cursor = self.panes[pane].cursor.clamp(offset, end);
        self.panes[pane].offset = offset;
        self.move_cursor(pane, cursor);
    }
}
