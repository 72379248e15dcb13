//! Rows against the book and the baseline: what an import changes in either. Knows the model, no rules, no words.
//!
//! The portal counts for what it says, and for nothing else: an absent value never clears a stored one, fields of our
//! own are never touched, and a value that the portal already said last time leaves the book's plan alone. What the
//! book plans to remove is not brought back.

mod customers;
mod ledger;
mod pair;
mod partners;
mod privileges;
mod subscriptions;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::kind::Kind;
use super::note::{Aside, Note};
use super::partner_center::relationships::LinkRow;
use super::rows::{Export, Extent, Reading, Rows};
use crate::model::{Model, TableName, TenantId, Transaction, Verb};
use ledger::Ledger;
use pair::Effect;

/// What a file cannot say and its reader has to be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Context {
    /// The partner whose export it is.
    pub us: Option<TenantId>,
    /// The customer that it is about.
    pub customer: Option<TenantId>,
}

/// Something that has to be told before a file can be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Whose export it is (`--us`).
    Us,
    /// Which customer it is about (`--customer`).
    Customer,
}

/// How many rows did what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// They made a record.
    pub new: usize,
    /// They changed one.
    pub changed: usize,
    /// They said for the first time what the book held already.
    pub confirmed: usize,
    /// They said nothing new.
    pub same: usize,
    /// Their record is planned to go and stays away.
    pub away: usize,
}

/// What importing one file does, and everything worth saying about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// What the file is.
    pub kind: Kind,
    /// What its rows did.
    pub rows: Counts,
    /// Records of the book that are new and that changed, by table; a row may touch several.
    pub records: BTreeMap<TableName, (usize, usize)>,
    /// Rows that were kept aside.
    pub aside: Vec<Aside>,
    /// What is worth saying about single fields, dropped secrets among them.
    pub notes: Vec<Note>,
    /// Properties that are not known, with how often they were met.
    pub unknown: BTreeMap<String, usize>,
    /// How much of the collection is in the file.
    pub extent: Extent,
    /// How the bytes were read.
    pub reading: Reading,
    /// What a link that asks for a relationship says; it changes nothing.
    pub link: Option<LinkRow>,
}

/// An import of one or several files, one step in the end.
#[derive(Clone, Debug)]
pub struct Import {
    ledger: Ledger,
}

impl Import {
    /// An import into a book and its baseline. Neither is touched.
    pub fn new(book: &Model, baseline: &Model) -> Self {
        Self { ledger: Ledger::new(book, baseline) }
    }

    /// Says what has to be told before [`Import::add`] can do its work; nothing when the file says enough.
    pub fn needs(&self, export: &Export, context: Context) -> Vec<Need> {
        let us = context.us.is_none() && needs_us(&export.rows);
        let about = export.customer.or(context.customer);
        let customer = about.is_none() && self.needs_customer(&export.rows);
        [(us, Need::Us), (customer, Need::Customer)]
            .into_iter()
            .filter_map(|(needed, need)| needed.then_some(need))
            .collect()
    }

    fn needs_customer(&self, rows: &Rows) -> bool {
        match rows {
            Rows::ResellersOfCustomer(_) | Rows::Agreements(_) => true,
            Rows::Subscriptions(rows) => {
                rows.iter().any(|item| subscriptions::customer_of(&self.ledger, &item.row, None).is_none())
            }
            Rows::Customers(_)
            | Rows::ResellersOfProvider(_)
            | Rows::ProvidersOfReseller(_)
            | Rows::Link(_)
            | Rows::Support(_)
            | Rows::Admin(_) => false,
        }
    }

    /// Takes a file in.
    ///
    /// # Errors
    /// What has to be told first; nothing is taken in then.
    pub fn add(&mut self, export: &Export, context: Context) -> Result<Report, Vec<Need>> {
        let needs = self.needs(export, context);
        if !needs.is_empty() {
            return Err(needs);
        }
        self.ledger.begin();
        // A kind that needs neither runs with an id that it never looks at.
        let us = context.us.unwrap_or_default();
        let about = export.customer.or(context.customer);
        self.take(&export.rows, us, about);
        Ok(self.report(export))
    }

    fn take(&mut self, rows: &Rows, us: TenantId, about: Option<TenantId>) {
        let ledger = &mut self.ledger;
        let customer = about.unwrap_or_default();
        match rows {
            Rows::Customers(rows) => customers::take(ledger, rows, us),
            Rows::ResellersOfProvider(rows) => partners::take_resellers(ledger, rows, us),
            Rows::ProvidersOfReseller(rows) => partners::take_providers(ledger, rows, us),
            Rows::ResellersOfCustomer(rows) => partners::take_resellers_of(ledger, rows, us, customer),
            Rows::Link(_) => {}
            Rows::Subscriptions(rows) => subscriptions::take(ledger, rows, us, about),
            Rows::Support(rows) => subscriptions::take_support(ledger, rows),
            Rows::Agreements(rows) => customers::take_agreements(ledger, rows, customer),
            Rows::Admin(rows) => privileges::take(ledger, rows, us),
        }
    }

    fn report(&mut self, export: &Export) -> Report {
        let done = self.ledger.end();
        let link = if let Rows::Link(rows) = &export.rows {
            rows.first().map(|item| item.row.clone())
        } else {
            None
        };
        let mut aside = [export.aside.clone(), done.aside].concat();
        aside.sort_by_key(|aside| aside.item);
        Report {
            kind: export.kind,
            rows: done.effects.iter().fold(Counts::default(), |counts, effect| counts.plus(*effect)),
            records: done.records,
            aside,
            notes: [export.notes.clone(), done.notes].concat(),
            unknown: export.unknown.clone(),
            extent: export.extent,
            reading: export.reading.clone(),
            link,
        }
    }

    /// The one step that does it all; it is empty when nothing would change.
    pub fn finish(self) -> Transaction {
        let (changes, baseline) = self.ledger.changes();
        Transaction { verb: Verb::Import, changes, baseline }
    }
}

fn needs_us(rows: &Rows) -> bool {
    match rows {
        Rows::Customers(_)
        | Rows::ResellersOfProvider(_)
        | Rows::ProvidersOfReseller(_)
        | Rows::ResellersOfCustomer(_)
        | Rows::Subscriptions(_)
        | Rows::Admin(_) => true,
        Rows::Link(_) | Rows::Support(_) | Rows::Agreements(_) => false,
    }
}

impl Counts {
    fn plus(mut self, effect: Effect) -> Self {
        let count = match effect {
            Effect::New => &mut self.new,
            Effect::Changed => &mut self.changed,
            Effect::Confirmed => &mut self.confirmed,
            Effect::Same => &mut self.same,
            Effect::Away => &mut self.away,
        };
        *count += 1;
        self
    }
}
