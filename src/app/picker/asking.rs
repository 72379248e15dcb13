//! What a picker asks: for what, among which records, with what typed. Plain data, so that a worker can ask it too.

use super::{Candidate, Judged, Remedy, WINDOW};
use crate::app::{App, Rows, narrow};
use crate::edit::fix::parts;
use crate::edit::{Book, Bulk, Slot, Verdict, fix_and_choose};
use crate::model::{Key, Model, TableName, Transaction};
use crate::query::fold::fold;

/// What a record is picked for.
#[derive(Clone, Debug)]
pub enum Purpose {
    /// To go there.
    GoTo,
    /// To fill a gap in an operation.
    Fill(Slot),
    /// To fill the same gap on many records; the slot is that of the first.
    Many(Bulk, Slot),
    /// To fill a field of the form below, which is about one record.
    Field(Slot),
    /// To fill a field of a form whose step is more than its record: other fields decide with it.
    Part(Slot),
}

impl Purpose {
    /// The gap; nothing where any record may be gone to.
    pub fn slot(&self) -> Option<&Slot> {
        match self {
            Self::GoTo => None,
            Self::Fill(slot) | Self::Many(_, slot) | Self::Field(slot) | Self::Part(slot) => Some(slot),
        }
    }
}

/// A question: who comes into question, and what the rules say of each.
#[derive(Clone, Debug)]
pub struct Asking {
    /// For what.
    pub purpose: Purpose,
    /// What is typed, folded, in words.
    words: Vec<String>,
    /// The rows that fit what is typed, in order; nothing where the table has no kept order.
    rows: Option<Rows>,
    /// Records found by any name, where any may be gone to.
    found: Vec<Key>,
}

impl Asking {
    /// What is asked when this is typed.
    pub(super) fn new(app: &App, purpose: Purpose, typed: &str) -> Self {
        let words: Vec<String> = fold(typed).split_whitespace().map(str::to_owned).collect();
        let table = purpose.slot().and_then(Slot::table);
        let rows = table.and_then(|table| rows(app, table, typed));
        let found = match purpose {
            Purpose::GoTo if !words.is_empty() => narrow::find(app, typed, super::LISTED + 1),
            Purpose::GoTo | Purpose::Fill(_) | Purpose::Many(..) | Purpose::Field(_) | Purpose::Part(_) => {
                Vec::new()
            }
        };
        Self { purpose, words, rows, found }
    }

    /// True where the rules are asked.
    pub fn is_judged(&self) -> bool {
        self.purpose.slot().is_some()
    }

    /// True where what is missing can be added to the step.
    pub(super) fn is_fixed(&self) -> bool {
        match &self.purpose {
            Purpose::Fill(_) | Purpose::Field(_) => true,
            Purpose::Many(bulk, _) => bulk.keys.len() <= WINDOW,
            Purpose::GoTo | Purpose::Part(_) => false,
        }
    }

    /// How many candidates are judged before the picker is drawn: fewer when each is a step on many records.
    pub(super) fn window(&self) -> usize {
        match &self.purpose {
            Purpose::Many(bulk, _) if bulk.keys.len() <= WINDOW => (WINDOW / bulk.keys.len().max(1)).max(1),
            Purpose::Many(..) | Purpose::GoTo | Purpose::Fill(_) | Purpose::Field(_) | Purpose::Part(_) => {
                WINDOW
            }
        }
    }

    /// The list before anybody is judged: a field may be emptied.
    pub(super) fn start(&self) -> Judged {
        let mut list = Judged::default();
        let is_field = matches!(self.purpose, Purpose::Field(_) | Purpose::Part(_));
        if is_field && self.words.is_empty() {
            list.allowed.push(Candidate { key: None, verdict: Verdict::Later, remedy: Remedy::Untried });
        }
        list
    }

    /// Who comes into question, the likely ones first.
    pub(super) fn candidates<'a>(&'a self, model: &'a Model) -> Box<dyn Iterator<Item = Key> + 'a> {
        match (self.purpose.slot(), &self.rows) {
            (None, _) if self.words.is_empty() => Box::new(everything(model)),
            (None, _) => Box::new(self.found.iter().copied()),
            (Some(slot), Some(rows)) => match slot.table() {
                Some(TableName::Partner | TableName::Customer) => slot.candidates_among(model, rows),
                _ => Box::new(self.named(model, slot.candidates(model))),
            },
            (Some(slot), None) => Box::new(self.named(model, slot.candidates(model))),
        }
    }

    /// Those whose name has every word that is typed.
    fn named<'a>(
        &'a self,
        model: &'a Model,
        keys: impl Iterator<Item = Key> + 'a,
    ) -> impl Iterator<Item = Key> + 'a {
        keys.filter(move |key| {
            let name = model.name(*key);
            self.words.is_empty() || {
                let name = fold(name.raw());
                self.words.iter().all(|word| name.contains(word.as_str()))
            }
        })
    }

    /// What the rules say of a candidate. The book is as it was afterwards.
    pub(super) fn candidate(&self, book: &mut Book, key: Key) -> Candidate {
        let verdict = match &self.purpose {
            Purpose::GoTo => Verdict::Allowed(Vec::new()),
            Purpose::Fill(slot) | Purpose::Field(slot) | Purpose::Part(slot) => slot.verdict(book, key),
            Purpose::Many(bulk, _) if bulk.keys.len() <= WINDOW => bulk.picked(key).verdict(book),
            // Many rows are judged once, by a worker, when the choice is made.
            Purpose::Many(..) => Verdict::Later,
        };
        Candidate { key: Some(key), verdict, remedy: Remedy::Untried }
    }

    /// The step that chooses a candidate, with all steps it lacks. The book is as it was afterwards.
    ///
    /// # Errors
    /// Why it cannot be.
    pub(super) fn fixed(&self, book: &mut Book, key: Key) -> Result<Transaction, Verdict> {
        match &self.purpose {
            Purpose::Fill(slot) | Purpose::Field(slot) => fix_and_choose(book, slot, key),
            Purpose::Many(bulk, _) => bulk.picked(key).with_fixes(book),
            Purpose::GoTo | Purpose::Part(_) => Err(Verdict::Later),
        }
    }

    /// What would make a candidate allowed: tried, and taken back.
    pub(super) fn remedy(&self, book: &mut Book, candidate: &Candidate) -> Remedy {
        match candidate.key {
            Some(key) if !candidate.allowed() && self.is_fixed() => match self.fixed(book, key) {
                Ok(step) => Remedy::Steps(parts(&step).into_iter().map(|part| part.verb).collect()),
                Err(Verdict::Barred(findings)) => Remedy::Nothing(findings.first().copied()),
                Err(Verdict::Impossible(_) | Verdict::Allowed(_) | Verdict::Later) => Remedy::Nothing(None),
            },
            Some(_) | None => Remedy::Untried,
        }
    }
}

/// The rows of a table that fit what is typed, by name.
fn rows(app: &App, table: TableName, typed: &str) -> Option<Rows> {
    let order = app.orders.table(table)?;
    if typed.trim().is_empty() {
        return Some(Rows::Kept(std::sync::Arc::clone(order)));
    }
    let hits = narrow::hits(app, typed, table)?;
    Some(Rows::Picked(order.rows().iter().copied().filter(|row| hits.rows.has(*row)).collect()))
}

/// Every record that has a pane, the partners first.
fn everything(model: &Model) -> impl Iterator<Item = Key> + '_ {
    let partners = model.partners().values().map(|p| Key::Partner(p.tenant));
    let customers = model.customers().values().map(|c| Key::Customer(c.tenant));
    partners.chain(customers).chain(model.subscriptions().values().map(|s| Key::Subscription(s.id)))
}
