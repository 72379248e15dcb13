//! Marks: the rows that the next action is on.

use super::App;
use super::notice::Notice;
use crate::action::Action;
use crate::model::Key;

impl App {
    pub(super) fn mark(&mut self) {
        let n = self.focused();
        if let Some(key) = self.here() {
            let marks = &mut self.panes[n].marks;
            if !marks.remove(&key) {
                marks.insert(key);
            }
        }
        self.step(1);
    }

    pub(super) fn mark_range(&mut self) {
        let n = self.focused();
        let pane = &mut self.panes[n];
        pane.range = match pane.range {
            Some(_) => None,
            None => Some(pane.cursor),
        };
        self.extend_range(n);
    }

    /// While a range is marked, every row between its start and the cursor is.
    pub(super) fn extend_range(&mut self, n: usize) {
        let pane = &self.panes[n];
        let Some(start) = pane.range else { return };
        let (from, to) = (start.min(pane.cursor), start.max(pane.cursor));
        let keys: Vec<Key> = (from..=to).filter_map(|line| pane.at(self.book.model(), line)?.key()).collect();
        self.panes[n].marks.extend(keys);
    }

    pub(super) fn mark_all(&mut self) {
        let keys = self.shown();
        let n = self.focused();
        self.panes[n].marks.extend(keys);
        self.say_marks();
    }

    pub(super) fn mark_invert(&mut self) {
        let keys = self.shown();
        let n = self.focused();
        for key in keys {
            if !self.panes[n].marks.remove(&key) {
                self.panes[n].marks.insert(key);
            }
        }
        self.say_marks();
    }

    pub(super) fn mark_clear(&mut self) {
        let n = self.focused();
        self.panes[n].marks.clear();
        self.panes[n].range = None;
        if self.panes[n].only_marked {
            self.mark_only();
        }
    }

    pub(super) fn mark_problems(&mut self) {
        let keys: Vec<Key> = self.shown().into_iter().filter(|key| self.worst(*key).is_some()).collect();
        let n = self.focused();
        self.panes[n].marks.extend(keys);
        self.say_marks();
    }

    pub(super) fn mark_only(&mut self) {
        let n = self.focused();
        self.panes[n].only_marked = !self.panes[n].only_marked;
        self.stale(n);
    }

    fn say_marks(&mut self) {
        let count = self.pane().marks.len();
        self.say(Notice::done(self.lang.screen().marked(count), &[Action::Edit, Action::MarkClear]));
    }

    /// The records a pane shows. Asked for when all are to be marked: the one time their number is the point.
    fn shown(&self) -> Vec<Key> {
        let (pane, model) = (self.pane(), self.book.model());
        pane.rows.iter().filter_map(|row| model.key_at(pane.kind.table(), *row)).collect()
    }
}
