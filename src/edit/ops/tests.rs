//! Each operation on an everyday network: what it changes, and that nothing else changes.

use super::*;
use crate::edit::Book;
use crate::model::{
    Change, Channel, Cloud, Customer, Dap, Day, Family, FieldRef, Key, Model, Origin, Partner, PartnerField,
    Partnership, PartnershipState, Record, Relationship, RelationshipId, RelationshipState, Role, Status,
    Subscription, SubscriptionField, SubscriptionId, TableName, TenantId, Transaction, Verb, Wrong,
};
use crate::rules::testing::{Network, day, network};

mod accounts;
mod between;
mod customers;
mod granular;
mod life;
mod moving;
mod offers;
mod records;
mod sales;
mod transfer;
mod waivers;

const TODAY: &str = "2026-09-15";

fn today() -> Day {
    day(TODAY)
}

/// The book after a step, rules apart.
fn after(model: &Model, step: &Transaction) -> Model {
    let mut after = model.clone();
    for change in &step.changes {
        assert_eq!(change.key().and_then(|key| model.get(key)), change.before, "built on another book");
        match &change.after {
            Some(record) => drop(after.put(record.clone())),
            None => drop(change.key().and_then(|key| after.take(key))),
        }
    }
    after
}

/// The records that differ, in order.
fn changed(before: &Model, after: &Model) -> Vec<Key> {
    let mut keys: Vec<Key> =
        before.keys().chain(after.keys()).filter(|key| before.get(*key) != after.get(*key)).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Does a step, and checks that it changes nothing but these records.
fn done(model: &Model, step: Result<Transaction, Impossible>, verb: Verb, expected: &[Key]) -> Model {
    let step = step.unwrap();
    assert_eq!(step.verb, verb);
    let after = after(model, &step);
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    assert_eq!(changed(model, &after), expected);
    after
}

/// The partnership of a pair in the order they were made.
fn partnerships(model: &Model, provider: TenantId, reseller: TenantId) -> Vec<Partnership> {
    model.partnerships_between(provider, reseller).cloned().collect()
}

/// The relationships of a pair in the order they were made.
fn relationships(model: &Model, partner: TenantId, customer: TenantId) -> Vec<Relationship> {
    model.relationships_between(partner, customer).cloned().collect()
}
