//! Records by hand: add, edit, give the real id, remove with what depends on it, duplicate.

use super::draft::{edited, step};
use super::ids::{next_group, next_subscription, next_tenant};
use super::impossible::Impossible;
use super::naming::{names, repoint};
use crate::model::{
    AdminStatus, Change, FieldRef, Guid, Key, Model, Origin, Record, TableName, Transaction, Verb,
};
use rustc_hash::FxHashSet;

/// Adds a record as it was typed, under an id of our own where none was. Partnerships and relationships are marked as
/// typed here.
///
/// # Errors
/// The key is another record's.
pub fn add(model: &Model, record: Record) -> Result<Transaction, Impossible> {
    let record = identified(model, record);
    let key = record.key();
    if model.contains(key) {
        return Err(Impossible::Taken(key));
    }
    let verb = match key.table() {
        TableName::Subscription => Verb::AddSubscription,
        TableName::Admin if is_draft(&record) => Verb::PreparePrivileges,
        TableName::Partner
        | TableName::Customer
        | TableName::Partnership
        | TableName::Relationship
        | TableName::Admin
        | TableName::Transfer
        | TableName::Group
        | TableName::Waiver => Verb::Add,
    };
    step(verb, [Change::add(typed(record))])
}

/// Granular admin privileges that are typed are drafted by that (OP-07), unless they are typed as they are already.
fn is_draft(record: &Record) -> bool {
    matches!(record, Record::Admin(admin) if admin.status == AdminStatus::Created)
}

/// All zeros are no id: a form that was left without one means that the real one is not known yet.
fn identified(model: &Model, mut record: Record) -> Record {
    let none = Guid::default();
    match &mut record {
        Record::Partner(p) if p.tenant.0 == none => {
            p.tenant = next_tenant(model, TableName::Partner, &p.name);
        }
        Record::Customer(c) if c.tenant.0 == none => {
            c.tenant = next_tenant(model, TableName::Customer, &c.name);
        }
        Record::Subscription(s) if s.id.0 == none => s.id = next_subscription(model, &s.name),
        Record::Group(g) if g.id.0 == none => g.id = next_group(model, &g.name),
        Record::Partner(_)
        | Record::Customer(_)
        | Record::Subscription(_)
        | Record::Partnership(_)
        | Record::Relationship(_)
        | Record::Admin(_)
        | Record::Transfer(_)
        | Record::Group(_)
        | Record::Waiver(_) => {}
    }
    record
}

fn typed(mut record: Record) -> Record {
    match &mut record {
        Record::Partnership(p) => p.origin = Origin::Typed,
        Record::Relationship(r) if r.origin == Origin::Imported => r.origin = Origin::Typed,
        Record::Relationship(_)
        | Record::Partner(_)
        | Record::Customer(_)
        | Record::Subscription(_)
        | Record::Admin(_)
        | Record::Transfer(_)
        | Record::Group(_)
        | Record::Waiver(_) => {}
    }
    record
}

/// Sets fields of records from text, as one step. A new id in the key field goes to every record that names it.
///
/// # Errors
/// A record is not in the book, a text cannot be stored, a new id is another record's, or nothing would change.
pub fn edit(model: &Model, keys: &[Key], fields: &[(FieldRef, String)]) -> Result<Transaction, Impossible> {
    let mut changes = Vec::new();
    for key in keys {
        let mut record = model.get(*key).ok_or(Impossible::Gone(*key))?;
        for (field, text) in fields.iter().filter(|(field, _)| field.table() == key.table()) {
            record.set(*field, text).map_err(|wrong| Impossible::Field(*field, wrong))?;
        }
        changes.extend(replaced(model, *key, record)?);
    }
    step(Verb::Edit, changes)
}

/// Puts an edited record in the place of the one with this key: what a form hands back. When the form gave the record
/// another id, because its real one became known, every record that names it follows.
///
/// # Errors
/// The record is not in the book, its new id is another record's, or nothing would change.
pub fn replace(model: &Model, key: Key, after: Record) -> Result<Transaction, Impossible> {
    step(Verb::Edit, replaced(model, key, after)?)
}

fn replaced(model: &Model, key: Key, after: Record) -> Result<Vec<Change>, Impossible> {
    let before = model.get(key).ok_or(Impossible::Gone(key))?;
    let new = after.key();
    if new == key {
        return Ok(vec![Change::edit(before, after)]);
    }
    if model.contains(new) || new.table() != key.table() {
        return Err(Impossible::Taken(new));
    }
    let named = names(model, key);
    let naming = named.parts.iter().chain(&named.refer).filter_map(|name| model.get(*name));
    let pointing = naming.map(|record| edited(&record, |r| repoint(r, key, Some(new))));
    Ok([Change::remove(before), Change::add(after)].into_iter().chain(pointing).collect())
}

/// Removes a record, the records that mean nothing without it, and every reference to one of them.
///
/// # Errors
/// The record is not in the book.
pub fn remove(model: &Model, key: Key) -> Result<Transaction, Impossible> {
    let mut going = vec![key];
    let mut seen = FxHashSet::from_iter([key]);
    let mut references: Vec<(Key, Key)> = Vec::new();
    let mut next = 0;
    while let Some(of) = going.get(next).copied() {
        next += 1;
        let named = names(model, of);
        going.extend(named.parts.into_iter().filter(|part| seen.insert(*part)));
        references.extend(named.refer.into_iter().map(|by| (by, of)));
    }
    references.sort_unstable();
    references.dedup();
    let gone: Vec<Change> = going
        .iter()
        .map(|key| model.get(*key).map(Change::remove).ok_or(Impossible::Gone(*key)))
        .collect::<Result<_, _>>()?;
    let emptied = references.chunk_by(|a, b| a.0 == b.0).filter(|refs| !seen.contains(&refs[0].0));
    let emptied = emptied.filter_map(|refs| {
        let record = model.get(refs[0].0)?;
        Some(edited(&record, |record| refs.iter().for_each(|(_, of)| repoint(record, *of, None))))
    });
    step(Verb::Remove, gone.into_iter().chain(emptied))
}

/// A record like this one with an id of our own, without what must be unique: for a form, before it is added.
///
/// # Errors
/// The record is not in the book, or follows from the records it joins.
pub fn copy(model: &Model, key: Key) -> Result<Record, Impossible> {
    let mut record = model.get(key).ok_or(Impossible::Gone(key))?;
    match &mut record {
        Record::Partner(p) => {
            p.tenant = next_tenant(model, TableName::Partner, &p.name);
            p.partner_id = None;
        }
        Record::Customer(c) => {
            c.tenant = next_tenant(model, TableName::Customer, &c.name);
            c.domain = crate::model::Text::default();
            c.custom_domains.clear();
            c.commerce_id = None;
        }
        Record::Subscription(s) => {
            s.id = next_subscription(model, &s.name);
            s.order_id = crate::model::Text::default();
            s.entitlement_id = None;
        }
        Record::Group(g) => g.id = next_group(model, &g.name),
        Record::Partnership(_)
        | Record::Relationship(_)
        | Record::Admin(_)
        | Record::Transfer(_)
        | Record::Waiver(_) => return Err(Impossible::NotCopied(key)),
    }
    Ok(record)
}

/// Adds a copy of a record.
///
/// # Errors
/// As for [`copy`].
pub fn duplicate(model: &Model, key: Key) -> Result<Transaction, Impossible> {
    step(Verb::Add, [Change::add(copy(model, key)?)])
}
