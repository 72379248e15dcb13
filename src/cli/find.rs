//! One record by its key, its id or its name.

use super::around::Around;
use super::fail::{Exit, Fail};
use crate::model::{Key, Model, TableName, Text, show};
use crate::query::fold::fold;

/// So many candidates are named when several records fit.
const NAMED: usize = 10;

/// The record that is meant: by key (`customer:5c2f...`), by id, by name, or by a part of a name that only one has.
///
/// # Errors
/// When none or several fit; several are listed.
pub fn find(around: &Around, model: &Model, wanted: &str) -> Result<Key, Fail> {
    if let Some(key) = wanted.parse::<Key>().ok().filter(|key| model.contains(*key)) {
        return Ok(key);
    }
    let by_id: Vec<Key> = TableName::ALL
        .iter()
        .filter_map(|table| format!("{}:{wanted}", table.code()).parse::<Key>().ok())
        .filter(|key| model.contains(*key))
        .collect();
    if !by_id.is_empty() {
        return only(around, model, wanted, &by_id);
    }
    let folded = fold(wanted).into_owned();
    let named = |fits: &dyn Fn(&str) -> bool| -> Vec<Key> {
        keys_with_names(model).filter(|(_, name)| fits(&fold(name.raw()))).map(|(key, _)| key).collect()
    };
    let exact = named(&|name| name == folded);
    let found = if exact.is_empty() { named(&|name| name.contains(&folded)) } else { exact };
    only(around, model, wanted, &found)
}

/// Partners, customers and subscriptions with their names: what people look for by name.
fn keys_with_names(model: &Model) -> impl Iterator<Item = (Key, &Text)> {
    let partners = model.partners().values().map(|p| (Key::Partner(p.tenant), &p.name));
    let customers = model.customers().values().map(|c| (Key::Customer(c.tenant), &c.name));
    let subscriptions = model.subscriptions().values().map(|s| (Key::Subscription(s.id), s.title()));
    partners.chain(customers).chain(subscriptions)
}

fn only(around: &Around, model: &Model, wanted: &str, found: &[Key]) -> Result<Key, Fail> {
    let words = around.lang.commands();
    match found {
        [] => Err(Fail::new(Exit::Usage, (words.no_record)(&show(wanted)))),
        [key] => Ok(*key),
        several => {
            let mut lines = vec![(words.several)(&show(wanted), several.len())];
            lines.extend(several.iter().take(NAMED).map(|key| {
                let customer = match key {
                    Key::Subscription(id) => model.subscription(*id).map(|s| Key::Customer(s.customer)),
                    _ => None,
                };
                let of = customer.map(|key| format!(" ({})", model.name(key).show())).unwrap_or_default();
                format!("  {key}  {}{of}", model.name(*key).show())
            }));
            Err(Fail::Said(Exit::Usage, lines))
        }
    }
}
