//! A relation between two records as data, whatever table it is in.

use super::item::{Item, Json, text_json};
use super::record::tenant;
use crate::edit::Book;
use crate::model::{Admin, Cell, Day, Key, Model, Partnership, Relationship, TenantId};

/// Every column of a relation.
pub const COLUMNS: &[&str] =
    &["id", "from", "kind", "to", "through", "state", "since", "until", "problems", "planned"];

/// A partnership, a reseller relationship or granular privileges; nothing for other records.
pub fn item(book: &Book, key: Key) -> Option<Item> {
    let model = book.model();
    let ends = match key {
        Key::Partnership(id) => Ends::of_partnership(model.partnerships().get(id)?),
        Key::Relationship(id) => Ends::of_relationship(model.relationships().get(id)?),
        Key::Admin(id) => Ends::of_admin(model.admin().get(id)?),
        Key::Partner(_)
        | Key::Customer(_)
        | Key::Subscription(_)
        | Key::Transfer(_)
        | Key::Group(_)
        | Key::Waiver(_) => return None,
    };
    let mut item = Item::new([("id", key.id_text().into())]);
    side(model, "from", ends.from, &mut item);
    item.push("kind", ends.kind);
    side(model, "to", ends.to, &mut item);
    side(model, "through", ends.through, &mut item);
    item.push("state", ends.state);
    item.push("since", ends.since.map(|day| day.to_string()));
    item.push("until", ends.until.map(|day| day.to_string()));
    item.push("problems", book.findings().on(key).len());
    item.push("planned", book.is_planned(key));
    Some(item)
}

fn side(model: &Model, name: &'static str, id: Option<TenantId>, item: &mut Item) {
    item.push(name, id.map(|id| id.to_string()));
    if let Some(key) = id.and_then(|id| tenant(model, id)) {
        item.push(format!("{name}_name"), text_json(&model.name(key)));
    }
}

/// The ends of a relation, alike for all tables.
struct Ends {
    from: Option<TenantId>,
    to: Option<TenantId>,
    through: Option<TenantId>,
    kind: &'static str,
    state: Json,
    since: Option<Day>,
    until: Option<Day>,
}

impl Ends {
    fn of_partnership(p: &Partnership) -> Self {
        Self {
            from: Some(p.provider),
            to: Some(p.reseller),
            through: None,
            kind: "partnership",
            state: super::item::json(p.state.value()),
            since: p.accepted_on.or(p.invited_on),
            until: p.ended_on,
        }
    }

    fn of_relationship(r: &Relationship) -> Self {
        Self {
            from: Some(r.partner),
            to: Some(r.customer),
            through: r.via_provider,
            kind: "reseller",
            state: super::item::json(r.state.value()),
            since: r.accepted_on.or(r.requested_on),
            until: r.removed_on,
        }
    }

    fn of_admin(a: &Admin) -> Self {
        Self {
            from: a.partner,
            to: a.customer,
            through: a.indirect_provider,
            kind: "gdap",
            state: super::item::json(a.status.value()),
            since: a.activated.or(a.created).map(crate::model::Moment::day),
            until: a.end.map(crate::model::Moment::day),
        }
    }
}
