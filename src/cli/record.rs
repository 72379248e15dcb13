//! A record as data: every field of the catalogue, the names of the records it names, and what follows from it.

use super::item::{Item, Json, json, text_json};
use crate::edit::Book;
use crate::model::{
    FieldRef, Key, Kind, Model, Region, Subscription, SubscriptionId, TableName, TenantId, Value, region_of,
};
use crate::query::region_word;

/// Fields by the names that the filter language has for them.
const ALIASES: &[(TableName, &str, &str)] = &[
    (TableName::Partner, "mpn", "partner_id"),
    (TableName::Subscription, "seats", "quantity"),
    (TableName::Subscription, "support", "support_contact"),
    (TableName::Subscription, "record", "partner_of_record"),
    (TableName::Subscription, "renews", "auto_renew"),
];

/// What follows from a record, by table.
fn derived(table: TableName) -> &'static [&'static str] {
    match table {
        TableName::Partner => &["region", "problems", "planned"],
        TableName::Customer => &["region", "partners", "subscriptions", "problems", "planned"],
        TableName::Subscription => &["product", "ends", "problems", "planned"],
        TableName::Partnership
        | TableName::Relationship
        | TableName::Admin
        | TableName::Transfer
        | TableName::Group
        | TableName::Waiver => &["problems", "planned"],
    }
}

/// Every column of a table.
pub fn columns(table: TableName) -> Vec<&'static str> {
    let fields = FieldRef::of(table).into_iter().map(FieldRef::name).filter(|name| *name != "id");
    let aliases = ALIASES.iter().filter(|(of, ..)| *of == table).map(|(_, alias, _)| *alias);
    std::iter::once("id").chain(fields).chain(derived(table).iter().copied()).chain(aliases).collect()
}

/// The field with this name, as columns, filters and files call it.
pub fn field_named(table: TableName, name: &str) -> Option<FieldRef> {
    let alias = ALIASES.iter().find(|(of, alias, _)| *of == table && *alias == name);
    let name = alias.map_or(name, |(.., name)| name);
    let fields = FieldRef::of(table);
    let own = fields.first().copied().filter(|_| name == "id");
    own.or_else(|| fields.into_iter().find(|field| field.name() == name))
}

/// A record as data; nothing when it is not in the book.
pub fn item(book: &Book, key: Key) -> Option<Item> {
    let model = book.model();
    let record = model.get(key)?;
    let mut item = Item::new([("id", key.id_text().into())]);
    for field in FieldRef::of(key.table()) {
        let value = record.get(field);
        if field.name() != "id" {
            // The key of a record does not name another one.
            let is_own = value == Value::Code(key.id_text());
            let name = if is_own { None } else { name_of(model, field, &value) };
            item.push(field.name(), json(value));
            name.into_iter().for_each(|name| item.push(format!("{}_name", field.name()), name));
        }
    }
    derive(book, key, &mut item);
    let aliases = ALIASES.iter().filter(|(of, ..)| *of == key.table());
    for (_, alias, name) in aliases {
        let value = item.shown(name).clone();
        item.push(*alias, value);
    }
    Some(item)
}

/// The name of the record that a field names.
fn name_of(model: &Model, field: FieldRef, value: &Value) -> Option<Json> {
    let Value::Code(id) = value else { return None };
    let key = match field.kind() {
        Kind::Tenant => tenant(model, id.parse().ok()?),
        Kind::Subscription => id.parse::<SubscriptionId>().ok().map(Key::Subscription),
        Kind::Group => id.parse().ok().map(Key::Group),
        _ => None,
    }?;
    model.contains(key).then(|| text_json(&model.name(key)))
}

/// The record of a tenant: a partner, else a customer.
pub fn tenant(model: &Model, id: TenantId) -> Option<Key> {
    [Key::Partner(id), Key::Customer(id)].into_iter().find(|key| model.contains(*key))
}

fn derive(book: &Book, key: Key, item: &mut Item) {
    let model = book.model();
    match key {
        Key::Partner(id) => {
            let country = model.partner(id).and_then(|p| p.country);
            item.push("region", region(country.and_then(region_of)));
        }
        Key::Customer(id) => {
            let country = model.customer(id).and_then(|c| c.country);
            item.push("region", region(country.and_then(region_of)));
            let partners = model.relationships_of(id).filter(|r| r.is_active_reseller()).count();
            item.push("partners", partners);
            item.push("subscriptions", model.subscriptions_of(id).count());
        }
        Key::Subscription(id) => {
            let subscription = model.subscription(id);
            item.push("product", subscription.map_or(Json::Null, |s| text_json(s.title())));
            item.push("ends", subscription.and_then(Subscription::ends).map(|day| day.to_string()));
        }
        Key::Partnership(_)
        | Key::Relationship(_)
        | Key::Admin(_)
        | Key::Transfer(_)
        | Key::Group(_)
        | Key::Waiver(_) => {}
    }
    item.push("problems", book.findings_around(key).len());
    item.push("planned", book.is_planned(key));
}

fn region(region: Option<Region>) -> Json {
    region.map_or(Json::Null, |region| region_word(region).into())
}
