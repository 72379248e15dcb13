//! Which records a query means, whatever table they are in.

use rustc_hash::FxHashSet;

use super::around::Around;
use super::fail::{Exit, Fail};
use crate::app::Known;
use crate::edit::Book;
use crate::model::{Key, Row};
use crate::query::fuzzy::Typos;
use crate::query::{Arenas, Flow, Ground, Orders, Pane, Query, SortKey, parse, parse_for};

/// The searched text of a book, for one command.
pub struct Picker<'a> {
    book: &'a Book,
    arenas: Arenas,
    marks: FxHashSet<Key>,
}

impl<'a> Picker<'a> {
    /// For a book.
    pub fn new(book: &'a Book) -> Self {
        Self { book, arenas: Arenas::new(book.model()), marks: FxHashSet::default() }
    }

    /// The rows of a pane that a query means, in order.
    pub fn rows(&self, pane: Pane, query: Option<&Query>, by: &[(SortKey, Flow)]) -> Vec<Row> {
        let known = Known { book: self.book, marks: &self.marks };
        let ground = Ground {
            model: self.book.model(),
            arenas: &self.arenas,
            facts: &known,
            today: self.book.today(),
            typos: Typos::Low,
        };
        let all = ground.everything(pane);
        let hits = query.map_or_else(|| all.clone(), |query| ground.hits_within(query, pane, &all).rows);
        Orders::default().sort(&ground, pane.table(), &hits, by)
    }

    /// The keys of the same, in order.
    pub fn keys(&self, pane: Pane, query: Option<&Query>, by: &[(SortKey, Flow)]) -> Vec<Key> {
        let key = |row| self.book.model().key_at(pane.table(), row);
        self.rows(pane, query, by).into_iter().filter_map(key).collect()
    }

    /// Every record that a query means, in the panes in which all its fields mean something.
    ///
    /// # Errors
    /// When the query cannot be read, or means nothing anywhere.
    pub fn anywhere(&self, around: &Around, text: &str) -> Result<FxHashSet<Key>, Fail> {
        read(around, text)?;
        let panes = Pane::ALL.iter().filter_map(|pane| Some((*pane, parse_for(text, *pane).ok()?)));
        Ok(panes.flat_map(|(pane, query)| self.keys(pane, Some(&query), &[])).collect())
    }
}

/// Reads a query for a pane.
///
/// # Errors
/// When it cannot be read.
pub fn read_for(around: &Around, text: &str, pane: Pane) -> Result<Query, Fail> {
    parse_for(text, pane).map_err(|problem| Fail::new(Exit::Usage, around.lang.query_problem(&problem)))
}

/// Reads a query that must mean something in at least one pane.
fn read(around: &Around, text: &str) -> Result<(), Fail> {
    let said = |problem| Fail::new(Exit::Usage, around.lang.query_problem(&problem));
    parse(text).map_err(said)?;
    let mut last = None;
    for pane in Pane::ALL {
        match parse_for(text, *pane) {
            Ok(_) => return Ok(()),
            Err(problem) => last = Some(problem),
        }
    }
    last.map_or(Ok(()), |problem| Err(said(problem)))
}
