//! Which records can decide what a rule says of another: those it names, and what joins those. Looked up by links, and
//! bounded: a distributor has thousands of resellers.

use crate::model::{FieldRef, Key, Model, Record, Row, TableName, TenantId, Value};
use crate::rules::Verdicts;

/// So many records of one kind are looked at.
const FEW: usize = 8;

/// So many records are tried at most.
const MOST: usize = 24;

/// So many records related to another are judged at most, of one kind.
const RELATED: usize = 100;

/// The records whose fields may decide: the subject first, then those that the verdict speaks of, those that the subject
/// names, and what joins them.
pub(super) fn deciding(model: &Model, subject: Key, verdicts: &Verdicts) -> Vec<Key> {
    let mut near = vec![subject];
    near.extend(verdicts.findings.iter().chain(&verdicts.waived).filter_map(|finding| finding.other));
    near.extend(verdicts.unjudged.iter().map(|gap| gap.of));
    near.extend(named(model, subject));
    let tenants = tenants(&near);
    for (n, a) in tenants.iter().enumerate() {
        for b in tenants.iter().skip(n + 1) {
            near.extend(between(model, *a, *b));
            near.extend(between(model, *b, *a));
        }
    }
    near.extend(own(model, subject, FEW));
    tidy(model, near)
}

/// The records that this one is related by: partnerships, relationships, sales, privileges, transfers.
pub fn related(model: &Model, key: Key) -> Vec<Key> {
    let mut near = named(model, key);
    near.extend(own(model, key, RELATED));
    near.retain(|other| *other != key && model.contains(*other));
    near.sort_unstable();
    near.dedup();
    near
}

fn tidy(model: &Model, near: Vec<Key>) -> Vec<Key> {
    let mut kept: Vec<Key> = Vec::new();
    for key in near {
        if kept.len() < MOST && !kept.contains(&key) && model.contains(key) {
            kept.push(key);
        }
    }
    kept
}

fn tenants(keys: &[Key]) -> Vec<TenantId> {
    let tenant = |key: &Key| match key {
        Key::Partner(id) | Key::Customer(id) => Some(*id),
        Key::Subscription(_)
        | Key::Partnership(_)
        | Key::Relationship(_)
        | Key::Admin(_)
        | Key::Transfer(_)
        | Key::Group(_)
        | Key::Waiver(_) => None,
    };
    let mut ids: Vec<TenantId> = keys.iter().filter_map(tenant).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// What joins a partner with another account or a customer.
fn between(model: &Model, a: TenantId, b: TenantId) -> impl Iterator<Item = Key> {
    let partnerships = model.partnerships_between(a, b).map(|p| Key::Partnership(p.id));
    let relationships = model.relationships_between(a, b).map(|r| Key::Relationship(r.id));
    let admin = model.admin_between(a, b).map(|a| Key::Admin(a.id));
    partnerships.take(FEW).chain(relationships.take(FEW)).chain(admin.take(FEW))
}

/// The records that the fields of a record name.
fn named(model: &Model, key: Key) -> Vec<Key> {
    let Some(record) = model.get(key) else { return Vec::new() };
    let mut names = Vec::new();
    for field in FieldRef::of(key.table()).into_iter().skip(1) {
        ids(&record.get(field), &mut |id| names.extend(with_id(id)));
    }
    if let Record::Subscription(s) = &record {
        names.extend(model.reseller_of(s).map(|partner| Key::Partner(partner.tenant)));
    }
    names
}

fn ids(value: &Value, see: &mut dyn FnMut(&str)) {
    match value {
        Value::Code(id) => see(id),
        Value::List(list) => list.iter().take(FEW).for_each(|value| ids(value, see)),
        Value::Empty
        | Value::Text(_)
        | Value::Number(_)
        | Value::Flag(_)
        | Value::Day(_)
        | Value::Moment(_)
        | Value::Choice(_) => {}
    }
}

/// The keys that an id may stand for: one tenant may be a partner and a customer. Those that are in no table are left
/// out later.
fn with_id(id: &str) -> Vec<Key> {
    let mut keys = Vec::new();
    keys.extend(id.parse().map(Key::Partner));
    keys.extend(id.parse().map(Key::Customer));
    keys.extend(id.parse().map(Key::Subscription));
    keys.extend(id.parse().map(Key::Group));
    keys
}

/// What names a record: its relations and its sales.
fn own(model: &Model, key: Key, most: usize) -> Vec<Key> {
    let links = model.links();
    let rows: Vec<(TableName, &[Row])> = match key {
        Key::Partner(id) => vec![
            (TableName::Partnership, links.partnerships_by_reseller.get(&id)),
            (TableName::Partnership, links.partnerships_by_provider.get(&id)),
            (TableName::Relationship, links.relationships_by_partner.get(&id)),
            (TableName::Admin, links.admin_by_partner.get(&id)),
            (TableName::Transfer, links.transfers_by_partner.get(&id)),
            (TableName::Subscription, links.subscriptions_by_seller.get(&id)),
            (TableName::Subscription, links.subscriptions_by_support.get(&id)),
        ],
        Key::Customer(id) => vec![
            (TableName::Relationship, links.relationships_by_customer.get(&id)),
            (TableName::Subscription, links.subscriptions_by_customer.get(&id)),
            (TableName::Admin, links.admin_by_customer.get(&id)),
            (TableName::Transfer, links.transfers_by_customer.get(&id)),
        ],
        Key::Subscription(id) => vec![
            (TableName::Subscription, links.subscriptions_by_parent.get(&id)),
            (TableName::Transfer, links.transfers_by_subscription.get(&id)),
        ],
        Key::Partnership(_)
        | Key::Relationship(_)
        | Key::Admin(_)
        | Key::Transfer(_)
        | Key::Group(_)
        | Key::Waiver(_) => Vec::new(),
    };
    let of_table = |(table, rows): (TableName, &[Row])| -> Vec<Key> {
        rows.iter().take(most).filter_map(|row| model.key_at(table, *row)).collect()
    };
    rows.into_iter().flat_map(of_table).collect()
}
