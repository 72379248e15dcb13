//! From a pane's filter, marks and sort to its rows. The one place where panes meet the query module.

use super::order::Orders;
use super::pane::{Pane, Rows, Sort};
use crate::edit::Book;
use crate::model::{Key, Model, Row, Text};
use crate::query::{self, Bits, Difference, Facts, Ground, Level, Term, fuzzy::Typos};
use crate::rules::Severity;
use rustc_hash::FxHashSet;
use std::sync::Arc;

/// How many rows a key looks at when it seeks one: the rest of a million is for the problems list.
pub(super) const LOOKED_AT: usize = 100_000;

/// Of so few rows each is looked up in the kept order; of more, the kept order is walked.
const FEW: usize = 20_000;

/// A pane asks for its rows.
pub(super) struct Ask<'a> {
    pub book: &'a Book,
    pub pane: &'a Pane,
    pub orders: &'a Orders,
}

/// What a query may ask of the book beside its records.
struct Known<'a> {
    book: &'a Book,
    marks: &'a FxHashSet<Key>,
}

impl Facts for Known<'_> {
    fn worst(&self, key: Key) -> Option<Level> {
        self.book.findings().worst(key).map(level)
    }
    fn has_level(&self, key: Key, wanted: Level) -> bool {
        self.book.findings().on(key).iter().any(|finding| level(finding.severity) == wanted)
    }
    fn has_rule(&self, key: Key, rule: &str) -> bool {
        let begins = |code: &str| code.get(..rule.len()).is_some_and(|head| head.eq_ignore_ascii_case(rule));
        self.book.findings().on(key).iter().any(|finding| begins(finding.rule.text()))
    }
    fn difference(&self, key: Key) -> Option<Difference> {
        let kind = || if self.book.baseline().contains(key) { Difference::Changed } else { Difference::New };
        self.book.is_planned(key).then(kind)
    }
    fn is_marked(&self, key: Key) -> bool {
        self.marks.contains(&key)
    }
}

fn level(severity: Severity) -> Level {
    match severity {
        Severity::Integrity | Severity::Error => Level::Error,
        Severity::Warning => Level::Warning,
        Severity::Hint => Level::Hint,
    }
}

impl Ask<'_> {
    /// The rows to show: of these, or of all.
    pub fn rows(&self, related: Option<Vec<Row>>) -> Rows {
        let by_name = matches!(self.pane.sort[..], [] | [Sort::Name]) && !self.pane.reverse;
        let plain = related.is_none() && !self.pane.filter.is_on() && !self.pane.only_marked;
        if plain && by_name {
            return Rows::Kept(Arc::clone(self.orders.names(self.pane.kind)));
        }
        let mut rows = self.by_name(self.hits(related));
        if self.pane.only_marked {
            rows.retain(|row| self.key(*row).is_some_and(|key| self.pane.marks.contains(&key)));
        }
        if !by_name {
            self.sort(&mut rows);
        }
        Rows::Picked(rows)
    }

    /// The rows that the filter leaves; nothing when it leaves all of the pane.
    fn hits(&self, related: Option<Vec<Row>>) -> Option<Vec<Row>> {
        let Some(query) = &self.pane.filter.query else { return related };
        let known = Known { book: self.book, marks: &self.pane.marks };
        let ground = Ground {
            model: self.book.model(),
            arenas: self.orders.arenas(),
            facts: &known,
            today: self.book.today(),
            typos: Typos::Low,
        };
        let within: Bits = match related {
            Some(rows) => rows.into_iter().collect(),
            None => ground.everything(self.pane.kind),
        };
        Some(ground.hits_within(query, self.pane.kind, &within).rows.rows().collect())
    }

    /// Puts rows in the kept order.
    fn by_name(&self, rows: Option<Vec<Row>>) -> Vec<Row> {
        let kind = self.pane.kind;
        match rows {
            None => self.orders.names(kind).to_vec(),
            Some(mut few) if few.len() <= FEW => {
                few.sort_unstable_by_key(|row| self.orders.rank(kind, *row));
                few
            }
            Some(many) => {
                let wanted: Bits = many.into_iter().collect();
                self.orders.names(kind).iter().copied().filter(|row| wanted.has(*row)).collect()
            }
        }
    }

    /// Sorts by what the pane asks for. What is equal stays in the order by name.
    fn sort(&self, rows: &mut Vec<Row>) {
        if self.pane.sort.iter().any(|by| *by != Sort::Name) {
            let mut keyed: Vec<(Vec<u64>, Row)> =
                rows.iter().map(|row| (self.sort_key(*row), *row)).collect();
            keyed.sort_by(|a, b| a.0.cmp(&b.0));
            *rows = keyed.into_iter().map(|(_, row)| row).collect();
        }
        if self.pane.reverse {
            rows.reverse();
        }
    }

    fn sort_key(&self, row: Row) -> Vec<u64> {
        let rank = || u64::try_from(self.orders.rank(self.pane.kind, row)).unwrap_or(u64::MAX);
        let key = self.key(row);
        let one = |by: &Sort| match (by, key) {
            (Sort::Name, _) => rank(),
            (_, None) => u64::MAX,
            (by, Some(key)) => sort_value(self.book, *by, key),
        };
        self.pane.sort.iter().map(one).collect()
    }

    fn key(&self, row: Row) -> Option<Key> {
        self.book.model().key_at(self.pane.kind.table(), row)
    }
}

/// What a record is sorted by, as a number; what is missing comes last.
fn sort_value(book: &Book, by: Sort, key: Key) -> u64 {
    let model = book.model();
    match by {
        Sort::Name => 0,
        Sort::End => match key {
            Key::Subscription(id) => {
                let ends = model.subscription(id).and_then(crate::model::Subscription::ends);
                ends.map_or(u64::MAX, |day| day.start().seconds().unsigned_abs())
            }
            _ => u64::MAX,
        },
        Sort::State => state(model, key),
        Sort::Country => {
            let country = match key {
                Key::Partner(id) => model.partner(id).and_then(|p| p.country),
                Key::Customer(id) => model.customer(id).and_then(|c| c.country),
                Key::Subscription(id) => {
                    let customer = model.subscription(id).and_then(|s| model.customer(s.customer));
                    customer.and_then(|c| c.country)
                }
                _ => None,
            };
            country.map_or(u64::MAX, |c| c.as_str().bytes().fold(0, |n, b| n * 256 + u64::from(b)))
        }
        Sort::Problems => book.findings().worst(key).map_or(u64::MAX, |severity| severity as u64),
        Sort::Changed => u64::from(!book.is_planned(key)),
    }
}

fn state(model: &Model, key: Key) -> u64 {
    let place =
        |codes: &[&str], code: &str| codes.iter().position(|c| *c == code).unwrap_or(codes.len()) as u64;
    match key {
        Key::Subscription(id) => {
            model.subscription(id).map_or(u64::MAX, |s| place(crate::model::Status::CODES, s.status.code()))
        }
        Key::Partner(id) => {
            model.partner(id).map_or(u64::MAX, |p| place(crate::model::Enrolment::CODES, p.enrolment.code()))
        }
        _ => u64::MAX,
    }
}

/// What Tab makes of the line before the cursor; nothing when there is nothing to complete.
pub(super) fn complete(model: &Model, before: &str, pane: query::Pane) -> Option<String> {
    let names = |term: Term, part: &str| names_of(model, term, part);
    let found = query::complete(before, before.len(), pane, names);
    let first = found.offers.first()?;
    let mut line = before[..found.at.start].to_owned();
    line.push_str(&first.text());
    (line != before).then_some(line)
}

/// A few names that a field of names may have.
fn names_of(model: &Model, term: Term, part: &str) -> Vec<Text> {
    let part = query::fold::fold(part).into_owned();
    let fits = |name: &&Text| query::fold::fold(name.raw()).contains(&part);
    match term {
        Term::Customer => model.customers().values().map(|c| &c.name).filter(fits).take(8).cloned().collect(),
        Term::Provider | Term::Reseller | Term::Partner | Term::Support | Term::Record => {
            model.partners().values().map(|p| &p.name).filter(fits).take(8).cloned().collect()
        }
        _ => Vec::new(),
    }
}
