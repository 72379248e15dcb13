//! From a pane's filter, marks and sort to its rows. The one place where panes meet the query module.

use super::order::Orders;
use super::pane::{Pane, Rows, Sort};
use crate::edit::Book;
use crate::model::{Key, Row};
use crate::query;
use std::sync::Arc;

/// How many rows a key looks at when it seeks one: the rest of a million is for the problems list.
pub(super) const LOOKED_AT: usize = 100_000;

/// A pane asks for its rows.
pub(super) struct Ask<'a> {
    pub book: &'a Book,
    pub pane: &'a Pane,
    pub orders: &'a Orders,
}

impl Ask<'_> {
    /// The rows to show: of these, or of all.
    pub fn rows(&self, related: Option<Vec<Row>>) -> Rows {
        let plain = related.is_none() && !self.pane.filter.is_on() && !self.pane.only_marked;
        let by_name = matches!(self.pane.sort[..], [] | [Sort::Name]) && !self.pane.reverse;
        if plain && by_name {
            return Rows::Kept(Arc::clone(self.orders.names(self.pane.kind)));
        }
        let mut rows = related.unwrap_or_else(|| self.orders.names(self.pane.kind).to_vec());
        if self.pane.only_marked {
            rows.retain(|row| self.key(*row).is_some_and(|key| self.pane.marks.contains(&key)));
        }
        rows.sort_by_cached_key(|row| self.orders.rank(self.pane.kind, *row));
        Rows::Picked(rows)
    }

    fn key(&self, row: Row) -> Option<Key> {
        self.book.model().key_at(self.pane.kind.table(), row)
    }
}

/// What Tab makes of the line before the cursor.
pub(super) fn complete(_before: &str, _pane: query::Pane) -> Option<String> {
    None
}
