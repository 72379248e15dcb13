//! What is kept so that a key costs little: the orders of the tables by name, and the text that is searched.

use super::PANES;
use crate::edit::Book;
use crate::model::{Model, Partner, Row, TableName};
use crate::query::{Arenas, Flow, Ground, NoFacts, Orders as Kept, Pane, Permutation, SortKey, fuzzy::Typos};
use std::sync::Arc;

const TABLES: [TableName; 3] = [TableName::Partner, TableName::Customer, TableName::Subscription];

/// The orders by name of the tables on the screen, and the searched text. Cloning it copies pointers.
#[derive(Clone, Debug, Default)]
pub struct Orders {
    kept: Kept,
    arenas: Arenas,
    counts: [usize; 4],
}

/// What a query is asked of when it needs nothing but the records.
fn ground<'a>(model: &'a Model, arenas: &'a Arenas, today: crate::model::Day) -> Ground<'a> {
    Ground { model, arenas, facts: &NoFacts, today, typos: Typos::Low }
}

fn count(model: &Model, pane: Pane) -> usize {
    match pane {
        Pane::Providers => model.sellers().count(),
        Pane::Resellers => model.resellers().count(),
        _ => model.count(pane.table()),
    }
}

impl Orders {
    /// The orders and the searched text of a book. Long work on a large one.
    pub fn of(book: &Book) -> Self {
        let mut orders = Self::default();
        orders.arenas.refresh(book.model());
        for table in TABLES {
            let ground = ground(book.model(), &orders.arenas, book.today());
            orders.kept.keep(&ground, table, SortKey::Name);
        }
        orders.counts = PANES.map(|pane| count(book.model(), pane));
        orders
    }

    /// Takes in what an edit changed: only the chunks that it wrote are looked at.
    pub fn follow(&mut self, book: &Book) {
        self.arenas.refresh(book.model());
        self.kept.refresh(&ground(book.model(), &self.arenas, book.today()));
        self.counts = PANES.map(|pane| count(book.model(), pane));
    }

    /// The searched text.
    pub fn arenas(&self) -> &Arenas {
        &self.arenas
    }

    /// The kept orders.
    pub fn kept(&self) -> &Kept {
        &self.kept
    }

    /// The order of a whole table by name.
    pub fn table(&self, table: TableName) -> Option<&Arc<Permutation>> {
        self.kept.order(table, SortKey::Name)
    }

    /// All rows of one of the two partner panes, by name.
    pub fn partners(&self, model: &Model, pane: Pane) -> Vec<Row> {
        let belongs = if pane == Pane::Providers { Partner::can_sell } else { Partner::is_among_resellers };
        let rows = self.table(TableName::Partner).map(|order| order.rows()).unwrap_or_default();
        rows.iter().copied().filter(|row| model.partners().at(*row).is_some_and(belongs)).collect()
    }

    /// How many rows a pane has in all.
    pub fn count(&self, pane: Pane) -> usize {
        PANES.iter().position(|kind| *kind == pane).map_or(0, |n| self.counts[n])
    }

    /// The place of a row in the order of its table by name.
    pub fn rank(&self, pane: Pane, row: Row) -> Option<usize> {
        self.table(pane.table())?.rank(row)
    }
}

/// The way of a sort.
pub(super) fn flow(reverse: bool) -> Flow {
    if reverse { Flow::Down } else { Flow::Up }
}
