//! All derived state, computed once after a burst of messages: the rows of the panes, and where their cursors are.

use super::App;
use super::narrow::Ask;
use super::pane::{Chosen, PANES, Rows};
use super::related::{self, Chain};
use crate::model::{Key, Model, Row};
use crate::query::Pane as Kind;

impl App {
    /// The rows of this pane and of those to its right must be computed again.
    pub(super) fn stale(&mut self, pane: usize) {
        self.stale_from = Some(self.stale_from.map_or(pane, |from| from.min(pane)));
    }

    /// Computes what is out of date.
    pub(super) fn refresh(&mut self) {
        let Some(from) = self.stale_from.take() else { return };
        if std::mem::take(&mut self.edited) {
            self.release();
            self.orders.follow(&self.book);
        }
        for pane in from..PANES.len() {
            self.refresh_pane(pane);
        }
    }

    /// Lets go of the kept orders, so that they can be mended in place instead of copied. Every pane is computed again
    /// afterwards.
    fn release(&mut self) {
        self.panes
            .iter_mut()
            .filter(|pane| matches!(pane.rows, Rows::Kept(_)))
            .for_each(|pane| pane.rows = Rows::default());
    }

    fn refresh_pane(&mut self, n: usize) {
        let kind = PANES[n];
        let chain = self.chain(n);
        let model = self.book.model();
        let related = match self.pin {
            Some(pin) => Some(only(model, kind, related::pinned(model, pin, kind))),
            None => chain.rows(model, kind).map(|rows| only(model, kind, rows)),
        };
        let ask = Ask { book: &self.book, pane: &self.panes[n], orders: &self.orders };
        let rows = ask.rows(related);
        let total = self.orders.count(kind);
        let pane = &mut self.panes[n];
        pane.rows = rows;
        pane.total = total;
        pane.nobody = kind == Kind::Resellers && chain.provider.is_some() && self.pin.is_none();
        self.restore(n);
    }

    /// Puts the cursor on the record it was on; when that is not shown any more, on the row of all.
    fn restore(&mut self, n: usize) {
        let kind = PANES[n];
        let pane = &mut self.panes[n];
        let line = match pane.chosen {
            Chosen::All => Some(0),
            Chosen::Nobody => pane.nobody.then(|| pane.lines() - 1),
            Chosen::Record(key) => self.book.model().row(key).and_then(|row| {
                let is_whole = matches!(pane.rows, Rows::Kept(_));
                pane.find(row, self.orders.rank(kind, row).filter(|_| is_whole))
            }),
        };
        if line.is_none() {
            pane.chosen = Chosen::All;
        }
        pane.cursor = line.unwrap_or(0);
        pane.scroll();
    }

    /// What is chosen to the left of a pane, as far as following goes.
    pub(super) fn chain(&self, pane: usize) -> Chain {
        if !self.follow || self.pin.is_some() {
            return Chain::default();
        }
        let tenant = |n: usize| match self.panes[n].chosen.key().filter(|_| n < pane) {
            Some(Key::Partner(id) | Key::Customer(id)) => Some(id),
            _ => None,
        };
        Chain {
            provider: tenant(0),
            reseller: tenant(1),
            nobody: pane > 1 && self.panes[1].chosen == Chosen::Nobody,
            customer: tenant(2),
        }
    }
}

/// The rows whose record belongs in the pane: the two partner panes share a table.
fn only(model: &Model, kind: Kind, mut rows: Vec<Row>) -> Vec<Row> {
    match kind {
        Kind::Providers => {
            rows.retain(|row| model.partners().at(*row).is_some_and(crate::model::Partner::can_sell));
        }
        // A direct-bill partner in transition stands in both panes.
        Kind::Resellers => rows.retain(|row| model.partners().at(*row).is_some_and(|p| !p.is_provider())),
        _ => {}
    }
    rows
}
