//! Which records name a record: those that cannot be without it, and those that only refer to it.

use crate::model::{Key, Model, Record, Row, SubscriptionId, TableName, TenantId};

/// The records that name a record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// They mean nothing without it: removed along with it.
    pub parts: Vec<Key>,
    /// They refer to it in a field that may be empty: emptied when it goes.
    pub refer: Vec<Key>,
}

impl Names {
    /// True when nothing names the record.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty() && self.refer.is_empty()
    }

    fn tidy(mut self, of: Key) -> Self {
        self.parts.retain(|key| *key != of);
        self.parts.sort_unstable();
        self.parts.dedup();
        self.refer.sort_unstable();
        self.refer.dedup();
        self.refer.retain(|key| *key != of && self.parts.binary_search(key).is_err());
        self
    }
}

/// The records that name this one.
pub fn names(model: &Model, key: Key) -> Names {
    let keys = |table: TableName, rows: &[Row]| -> Vec<Key> {
        rows.iter().filter_map(|row| model.key_at(table, *row)).collect()
    };
    let links = model.links();
    let mut names = Names { parts: waivers(model, key), refer: Vec::new() };
    match key {
        Key::Partner(id) => partner(model, id, &mut names),
        Key::Customer(id) => names.parts.extend(
            keys(TableName::Relationship, links.relationships_by_customer.get(&id))
                .into_iter()
                .chain(keys(TableName::Subscription, links.subscriptions_by_customer.get(&id)))
                .chain(keys(TableName::Admin, links.admin_by_customer.get(&id)))
                .chain(keys(TableName::Transfer, links.transfers_by_customer.get(&id))),
        ),
        Key::Subscription(id) => {
            names.parts.extend(keys(TableName::Subscription, links.subscriptions_by_parent.get(&id)));
            names.refer.extend(keys(TableName::Subscription, links.subscriptions_by_origin.get(&id)));
            names.refer.extend(keys(TableName::Transfer, links.transfers_by_subscription.get(&id)));
        }
        Key::Group(id) => names.refer.extend(
            keys(TableName::Partner, links.partners_by_group.get(&id))
                .into_iter()
                .chain(keys(TableName::Customer, links.customers_by_group.get(&id)))
                .chain(keys(TableName::Group, links.groups_by_affiliate.get(&id))),
        ),
        Key::Partnership(_) | Key::Relationship(_) | Key::Admin(_) | Key::Transfer(_) | Key::Waiver(_) => {}
    }
    names.tidy(key)
}

fn waivers(model: &Model, key: Key) -> Vec<Key> {
    let rows = model.links().waivers_by_record.get(&key.to_string().as_str().into());
    rows.iter().filter_map(|row| model.key_at(TableName::Waiver, *row)).collect()
}

fn partner(model: &Model, id: TenantId, names: &mut Names) {
    let links = model.links();
    let parts = [
        (TableName::Partnership, links.partnerships_by_provider.get(&id)),
        (TableName::Partnership, links.partnerships_by_reseller.get(&id)),
        (TableName::Relationship, links.relationships_by_partner.get(&id)),
        (TableName::Admin, links.admin_by_partner.get(&id)),
        (TableName::Transfer, links.transfers_by_partner.get(&id)),
    ];
    let refer = [
        (TableName::Relationship, links.relationships_by_via_provider.get(&id)),
        (TableName::Subscription, links.subscriptions_by_seller.get(&id)),
        (TableName::Subscription, links.subscriptions_by_support.get(&id)),
        (TableName::Subscription, links.subscriptions_by_supporter.get(&id)),
        (TableName::Admin, links.admin_by_indirect_provider.get(&id)),
        (TableName::Customer, links.customers_by_named_partner.get(&id)),
    ];
    let keys = |(table, rows): (TableName, &[Row])| -> Vec<Key> {
        rows.iter().filter_map(|row| model.key_at(table, *row)).collect()
    };
    names.parts.extend(parts.into_iter().flat_map(keys));
    names.refer.extend(refer.into_iter().flat_map(keys));
}

/// Lets every reference of a record to `from` point to `to`; to nothing where there is none and the field may be
/// empty.
pub(super) fn repoint(record: &mut Record, from: Key, to: Option<Key>) {
    match (from, to) {
        (Key::Partner(from), to) => {
            let to = to.map(|to| if let Key::Partner(to) = to { to } else { from });
            repoint_partner(record, from, to);
        }
        (Key::Customer(from), Some(Key::Customer(to))) => repoint_customer(record, from, to),
        (Key::Subscription(from), to) => {
            let to = to.and_then(|to| if let Key::Subscription(to) = to { Some(to) } else { None });
            match record {
                Record::Subscription(s) => {
                    let swap = |field: &mut Option<SubscriptionId>| {
                        if *field == Some(from) {
                            *field = to;
                        }
                    };
                    [&mut s.parent, &mut s.transferred_from].into_iter().for_each(swap);
                }
                Record::Transfer(t) => replace_in(&mut t.subscriptions, from, to),
                _ => {}
            }
        }
        (Key::Group(from), to) => {
            let to = to.and_then(|to| if let Key::Group(to) = to { Some(to) } else { None });
            match record {
                Record::Partner(p) if p.group == Some(from) => p.group = to,
                Record::Customer(c) if c.group == Some(from) => c.group = to,
                Record::Group(g) => replace_in(&mut g.affiliates, from, to),
                _ => {}
            }
        }
        _ => {}
    }
    if let (Record::Waiver(waiver), Some(to)) = (record, to)
        && waiver.record.raw() == from.to_string()
    {
        waiver.record = to.to_string().into();
    }
}

fn repoint_partner(record: &mut Record, from: TenantId, to: Option<TenantId>) {
    let swap = |field: &mut Option<TenantId>| {
        if *field == Some(from) {
            *field = to;
        }
    };
    let must = |field: &mut TenantId| {
        if *field == from {
            *field = to.unwrap_or(from);
        }
    };
    match record {
        Record::Partnership(p) => [&mut p.provider, &mut p.reseller].into_iter().for_each(must),
        Record::Relationship(r) => {
            must(&mut r.partner);
            swap(&mut r.via_provider);
        }
        Record::Subscription(s) => {
            [&mut s.seller, &mut s.support_contact, &mut s.supported_by].into_iter().for_each(swap);
        }
        Record::Admin(a) => [&mut a.partner, &mut a.indirect_provider].into_iter().for_each(swap),
        Record::Transfer(t) => {
            [&mut t.source, &mut t.target, &mut t.requested_by].into_iter().for_each(swap);
        }
        Record::Customer(c) => {
            swap(&mut c.associated_partner);
            c.agreements.iter_mut().for_each(|agreement| swap(&mut agreement.attested_by));
        }
        Record::Partner(_) | Record::Group(_) | Record::Waiver(_) => {}
    }
}

fn repoint_customer(record: &mut Record, from: TenantId, to: TenantId) {
    let must = |field: &mut TenantId| {
        if *field == from {
            *field = to;
        }
    };
    match record {
        Record::Relationship(r) => must(&mut r.customer),
        Record::Subscription(s) => must(&mut s.customer),
        Record::Transfer(t) => must(&mut t.customer),
        Record::Admin(a) if a.customer == Some(from) => a.customer = Some(to),
        Record::Admin(_)
        | Record::Partner(_)
        | Record::Customer(_)
        | Record::Partnership(_)
        | Record::Group(_)
        | Record::Waiver(_) => {}
    }
}

fn replace_in<T: PartialEq + Copy>(list: &mut Vec<T>, from: T, to: Option<T>) {
    match to {
        Some(to) => list.iter_mut().filter(|id| **id == from).for_each(|id| *id = to),
        None => list.retain(|id| *id != from),
    }
}
