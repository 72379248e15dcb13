//! The kept order of every pane's rows by name, and what an edit does to it.

use crate::edit::Book;
use crate::model::{Key, Model, Row};
use crate::query::{Pane, fold::fold};
use std::sync::Arc;

/// The orders by name of the four panes.
#[derive(Debug, Default)]
pub struct Orders {
    names: [Arc<Vec<Row>>; 4],
    touched: bool,
}

fn slot(pane: Pane) -> usize {
    super::PANES.iter().position(|kind| *kind == pane).unwrap_or_default()
}

fn rows(model: &Model, pane: Pane) -> Vec<Row> {
    match pane {
        Pane::Providers => model.sellers().map(|(row, _)| row).collect(),
        Pane::Resellers => model.resellers().map(|(row, _)| row).collect(),
        Pane::Customers => model.customers().iter().map(|(row, _)| row).collect(),
        _ => model.subscriptions().iter().map(|(row, _)| row).collect(),
    }
}

impl Orders {
    /// The orders of a book.
    pub fn of(book: &Book) -> Self {
        let model = book.model();
        let sorted = |pane: Pane| {
            let mut rows = rows(model, pane);
            rows.sort_by_cached_key(|row| {
                let key = model.key_at(pane.table(), *row);
                (key.map(|key| fold(model.name(key).raw()).into_owned()), *row)
            });
            Arc::new(rows)
        };
        Self { names: super::PANES.map(sorted), touched: false }
    }

    /// A record has changed.
    pub fn touch(&mut self, _key: Key) {
        self.touched = true;
    }

    /// Takes in what was touched.
    pub fn follow(&mut self, book: &Book) {
        if std::mem::take(&mut self.touched) {
            *self = Self::of(book);
        }
    }

    /// All rows of a pane, by name.
    pub fn names(&self, pane: Pane) -> &Arc<Vec<Row>> {
        &self.names[slot(pane)]
    }

    /// How many rows a pane has in all.
    pub fn count(&self, pane: Pane) -> usize {
        self.names[slot(pane)].len()
    }

    /// The place of a row in the order by name.
    pub fn rank(&self, pane: Pane, row: Row) -> usize {
        self.names[slot(pane)].iter().position(|r| *r == row).unwrap_or(usize::MAX)
    }
}
