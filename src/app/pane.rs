//! One of the four panes: which rows it shows, in which order, and where its cursor is.

use super::line::Line;
use crate::model::{Key, Model, Row};
use crate::query::{self, Permutation};
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// The panes on the screen, from left to right.
pub const PANES: [query::Pane; 4] =
    [query::Pane::Providers, query::Pane::Resellers, query::Pane::Customers, query::Pane::Subscriptions];

/// What the cursor of a pane stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Chosen {
    /// The row of all.
    #[default]
    All,
    /// The row of those without a reseller; in the Resellers pane, below a provider.
    Nobody,
    /// A record.
    Record(Key),
}

impl Chosen {
    /// The record, when it is one.
    pub fn key(self) -> Option<Key> {
        match self {
            Self::Record(key) => Some(key),
            Self::All | Self::Nobody => None,
        }
    }
}

/// What a pane is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// By name, case and accents aside.
    Name,
    /// By the day a term ends; what never ends comes last.
    End,
    /// By state.
    State,
    /// By country.
    Country,
    /// The gravest problems first.
    Problems,
    /// What differs from the baseline first.
    Changed,
}

/// The rows of a pane in order. All of a table share the order that is kept for it.
#[derive(Clone, Debug)]
pub enum Rows {
    /// Every row of the table, in its kept order.
    Kept(Arc<Permutation>),
    /// Some rows.
    Picked(Vec<Row>),
}

impl Default for Rows {
    fn default() -> Self {
        Self::Picked(Vec::new())
    }
}

impl std::ops::Deref for Rows {
    type Target = [Row];
    fn deref(&self) -> &[Row] {
        match self {
            Self::Kept(order) => order.rows(),
            Self::Picked(rows) => rows,
        }
    }
}

/// The filter of a pane: what is typed, and the last of it that could be read.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// The line as typed.
    pub line: Line,
    /// The query in force.
    pub query: Option<query::Query>,
    /// Why the line cannot be read; the query in force is then an earlier one.
    pub problem: Option<query::Problem>,
}

impl Filter {
    /// True when it narrows the pane.
    pub fn is_on(&self) -> bool {
        self.query.is_some()
    }
}

/// The state of one pane.
#[derive(Clone, Debug)]
#[allow(clippy::struct_excessive_bools)] // independent switches of the user, not one state in pieces
pub struct Pane {
    /// Which pane it is.
    pub kind: query::Pane,
    /// The rows it shows.
    pub rows: Rows,
    /// True when a row for those without a reseller follows the others.
    pub nobody: bool,
    /// How many records it would show without follow, pin and filter.
    pub total: usize,
    /// What the cursor stands on.
    pub chosen: Chosen,
    /// The line of the cursor: 0 is the row of all.
    pub cursor: usize,
    /// The first line on screen.
    pub offset: usize,
    /// How many lines are on screen; known after the first layout.
    pub height: usize,
    /// Its filter.
    pub filter: Filter,
    /// What it is sorted by, the first key first. Empty means by name.
    pub sort: Vec<Sort>,
    /// True when the order is turned round.
    pub reverse: bool,
    /// True when the next sort chosen becomes a further key.
    pub sort_adds: bool,
    /// The marked records.
    pub marks: FxHashSet<Key>,
    /// The line where a range of marks began.
    pub range: Option<usize>,
    /// True when only marked rows are shown.
    pub only_marked: bool,
}

impl Pane {
    /// An empty pane.
    pub fn new(kind: query::Pane) -> Self {
        Self {
            kind,
            rows: Rows::default(),
            nobody: false,
            total: 0,
            chosen: Chosen::All,
            cursor: 0,
            offset: 0,
            height: 10,
            filter: Filter::default(),
            sort: Vec::new(),
            reverse: false,
            sort_adds: false,
            marks: FxHashSet::default(),
            range: None,
            only_marked: false,
        }
    }

    /// How many lines it has: the row of all, the records, and the row of those without a reseller.
    pub fn lines(&self) -> usize {
        1 + self.rows.len() + usize::from(self.nobody)
    }

    /// What stands on a line.
    pub fn at(&self, model: &Model, line: usize) -> Option<Chosen> {
        match line.checked_sub(1) {
            None => Some(Chosen::All),
            Some(n) if n == self.rows.len() && self.nobody => Some(Chosen::Nobody),
            Some(n) => model.key_at(self.kind.table(), *self.rows.get(n)?).map(Chosen::Record),
        }
    }

    /// Moves the cursor to a line, as near as there is one.
    pub fn go(&mut self, model: &Model, line: usize) {
        self.cursor = line.min(self.lines() - 1);
        self.chosen = self.at(model, self.cursor).unwrap_or_default();
        self.scroll();
    }

    /// Moves the cursor by so many lines.
    pub fn step(&mut self, model: &Model, by: isize) {
        self.go(model, self.cursor.saturating_add_signed(by));
    }

    /// Keeps the cursor on screen.
    pub fn scroll(&mut self) {
        let height = self.height.max(1);
        self.offset = self.offset.min(self.cursor).max((self.cursor + 1).saturating_sub(height));
        // After a list grew shorter or a pane taller no lines stay unused at its end.
        self.offset = self.offset.min(self.lines().saturating_sub(height));
    }

    /// The line a row stands on, looked up near where it was, then by `rank` where the order is kept.
    pub fn find(&self, row: Row, rank: Option<usize>) -> Option<usize> {
        let is_at = |n: usize| self.rows.get(n) == Some(&row);
        let near = self.cursor.checked_sub(1).filter(|n| is_at(*n));
        let found = near.or_else(|| rank.filter(|n| is_at(*n)));
        found.or_else(|| self.rows.iter().position(|r| *r == row)).map(|n| n + 1)
    }

    /// The records that an action is on: the marked ones, else the one under the cursor.
    pub fn targets(&self) -> Vec<Key> {
        if self.marks.is_empty() {
            return self.chosen.key().into_iter().collect();
        }
        let mut keys: Vec<Key> = self.marks.iter().copied().collect();
        keys.sort_unstable();
        keys
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pane(rows: u32, nobody: bool) -> Pane {
        let rows = Rows::Picked((0..rows).map(Row).collect());
        Pane { rows, nobody, ..Pane::new(query::Pane::Resellers) }
    }

    #[test]
    fn lines_are_all_then_records_then_nobody() {
        let model = Model::default();
        assert_eq!(pane(0, true).at(&model, 0), Some(Chosen::All));
        assert_eq!(pane(0, true).at(&model, 1), Some(Chosen::Nobody));
        assert_eq!(pane(0, false).at(&model, 1), None);
        assert_eq!(pane(3, true).lines(), 5);
    }

    #[test]
    fn the_cursor_stays_in_the_list_and_on_the_screen() {
        let model = Model::default();
        let mut pane = pane(100, false);
        pane.step(&model, 1000);
        assert_eq!((pane.cursor, pane.offset), (100, 91));
        pane.step(&model, -1000);
        assert_eq!((pane.cursor, pane.offset), (0, 0));
        pane.height = 0;
        pane.step(&model, 5);
        assert_eq!((pane.cursor, pane.offset), (5, 5));
    }
}
