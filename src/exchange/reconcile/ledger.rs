//! The two models an import works on, and what it did to them.

use std::collections::{BTreeMap, BTreeSet};

use super::super::note::{Aside, Note, NoteKind, Place, Reason};
use super::pair::{Effect, Pair};
use crate::model::{Change, Customer, Key, Model, Partner, Record, Role, Roles, TableName, TenantId, Text};

/// What was done since [`Ledger::begin`].
#[derive(Clone, Debug, Default)]
pub(super) struct Done {
    pub effects: Vec<Effect>,
    pub records: BTreeMap<TableName, (usize, usize)>,
    pub notes: Vec<Note>,
    pub aside: Vec<Aside>,
}

/// Working copies of book and baseline, and the originals they are compared with. The copies share what they do not
/// change.
#[derive(Clone, Debug)]
pub(super) struct Ledger {
    pub book: Model,
    pub baseline: Model,
    before: (Model, Model),
    at_begin: Model,
    touched: BTreeSet<Key>,
    of_file: BTreeSet<Key>,
    done: Done,
}

impl Ledger {
    pub fn new(book: &Model, baseline: &Model) -> Self {
        Self {
            book: book.clone(),
            baseline: baseline.clone(),
            before: (book.clone(), baseline.clone()),
            at_begin: book.clone(),
            touched: BTreeSet::new(),
            of_file: BTreeSet::new(),
            done: Done::default(),
        }
    }

    /// Begins a file.
    pub fn begin(&mut self) {
        self.at_begin = self.book.clone();
        self.of_file.clear();
        self.done = Done::default();
    }

    /// Ends a file and gives what it did.
    pub fn end(&mut self) -> Done {
        let mut done = std::mem::take(&mut self.done);
        for key in &self.of_file {
            let (before, after) = (self.at_begin.get(*key), self.book.get(*key));
            if before == after {
                continue;
            }
            let (new, changed) = done.records.entry(key.table()).or_default();
            *(if before.is_none() { new } else { changed }) += 1;
        }
        done
    }

    /// The changes of book and baseline since the beginning.
    pub fn changes(&self) -> (Vec<Change>, Vec<Change>) {
        let between = |before: &Model, after: &Model| {
            let pairs = self.touched.iter().map(|key| (before.get(*key), after.get(*key)));
            pairs
                .filter(|(before, after)| before != after)
                .map(|(before, after)| Change { before, after })
                .collect()
        };
        (between(&self.before.0, &self.book), between(&self.before.1, &self.baseline))
    }

    /// Puts both sides of a merged record in their place.
    pub fn keep<R: Into<Record> + Clone + PartialEq>(&mut self, pair: Pair<R>) -> Effect {
        let effect = pair.effect();
        let (base, book) = pair.news();
        for (model, record) in [(&mut self.baseline, base), (&mut self.book, book)] {
            let Some(record) = record.map(Into::into) else { continue };
            self.touched.insert(record.key());
            self.of_file.insert(record.key());
            drop(model.put(record));
        }
        effect
    }

    /// Counts what a row did: the most of what it did to its records.
    pub fn row(&mut self, effects: impl IntoIterator<Item = Effect>) {
        self.done.effects.extend(effects.into_iter().max());
    }

    /// Notes the fields of a row whose plan gave way to the portal.
    pub fn note_overruled<R: Clone + PartialEq>(&mut self, number: usize, pair: &Pair<R>) {
        for field in pair.overruled() {
            self.note(number, field, NoteKind::Overruled);
        }
    }

    pub fn note(&mut self, number: usize, field: &str, kind: NoteKind) {
        let place = Place { item: number, field: field.into() };
        self.done.notes.push(Note { place, kind, raw: Text::default() });
    }

    pub fn put_aside(&mut self, number: usize, reason: Reason) {
        self.done.aside.push(Aside { item: number, reason });
    }

    pub fn partner(&self, tenant: TenantId) -> Pair<Partner> {
        let blank = Partner { tenant, ..Partner::default() };
        Pair::new(self.book.partner(tenant).cloned(), self.baseline.partner(tenant).cloned(), blank)
    }

    pub fn customer(&self, tenant: TenantId) -> Pair<Customer> {
        let blank = Customer { tenant, ..Customer::default() };
        Pair::new(self.book.customer(tenant).cloned(), self.baseline.customer(tenant).cloned(), blank)
    }

    /// Makes sure that a partner is there which another record names.
    pub fn mention(&mut self, tenant: TenantId, role: Option<Role>) {
        let has = |model: &Model| {
            model.partner(tenant).is_some_and(|partner| role.is_none_or(|role| partner.roles.has(role)))
        };
        if has(&self.book) && has(&self.baseline) {
            return;
        }
        let mut pair = self.partner(tenant);
        pair.need();
        add_role(&mut pair, role);
        self.keep(pair);
    }

    /// Makes sure that a customer is there which another record names.
    pub fn mention_customer(&mut self, tenant: TenantId, name: Option<&Text>) {
        let has = |model: &Model| {
            model.customer(tenant).is_some_and(|customer| name.is_none() || !customer.name.is_empty())
        };
        if has(&self.book) && has(&self.baseline) {
            return;
        }
        let mut pair = self.customer(tenant);
        pair.need();
        pair.fill(name, |customer| &mut customer.name);
        self.keep(pair);
    }
}

/// Adds a role to what a partner has; no file says that it has no other.
pub(super) fn add_role(pair: &mut Pair<Partner>, role: Option<Role>) {
    let Some(role) = role else { return };
    let with = |roles: &Roles| roles.clone().with(role);
    pair.grow(with, |partner| &mut partner.roles);
}
