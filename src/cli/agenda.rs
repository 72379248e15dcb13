//! `list agenda`: what ends, lapses or is deleted when, over all customers and channels.

use super::around::Around;
use super::fail::{Exit, Fail};
use super::item::{Item, Json, text_json};
use super::pick::Picker;
use super::record::tenant;
use crate::app::DeadlineWords;
use crate::edit::Book;
use crate::model::{Key, Model, TenantId, show};
use crate::rules::Deadline;
use crate::survey::agenda::{Agenda, Wish, sides};

/// The columns of the agenda.
pub const COLUMNS: &[&str] = &["day", "days", "what", "record", "customer", "partner", "id"];

/// The deadlines that a query means, those that have passed first: kinds by `what:`, and else the records of the query
/// and those of its customers.
///
/// # Errors
/// When the query cannot be read.
pub fn deadlines(around: &Around, book: &Book, query: Option<&str>) -> Result<Vec<Deadline>, Fail> {
    let agenda = Agenda::of(book.model(), book.today(), |_, _| true).unwrap_or_default();
    let Some(query) = query else { return Ok(agenda.rows().to_vec()) };
    let wish = Wish::read(query)
        .map_err(|kind| Fail::new(Exit::Usage, around.lang.agenda().no_kind(&show(&kind))))?;
    let agenda = agenda.only(|deadline| wish.wants(deadline.clock));
    if wish.rest.is_empty() {
        return Ok(agenda.rows().to_vec());
    }
    let keys = Picker::new(book).anywhere(around, &wish.rest)?;
    let is_meant = |deadline: &Deadline| {
        let customer = sides(book.model(), deadline.subject).customer.map(Key::Customer);
        keys.contains(&deadline.subject) || customer.is_some_and(|key| keys.contains(&key))
    };
    Ok(agenda.only(is_meant).rows().to_vec())
}

/// A deadline as data. The codes are for programs, what stands beside them for people.
pub fn item(around: &Around, book: &Book, deadline: &Deadline) -> Item {
    let model = book.model();
    let words = DeadlineWords { model, lang: around.lang, today: book.today() };
    let cells = words.cells(deadline);
    let sides = sides(model, deadline.subject);
    let mut item = Item::new([
        ("id", deadline.subject.id_text().into()),
        ("day", deadline.on.to_string().into()),
        ("days", cells.days.into()),
        ("what", deadline.clock.code().into()),
        ("what_name", cells.what.into()),
        ("record", deadline.subject.to_string().into()),
        ("record_name", cells.record.into()),
    ]);
    side(model, "customer", "customer_name", sides.customer, &mut item);
    side(model, "partner", "partner_name", sides.partner, &mut item);
    item
}

fn side(model: &Model, name: &'static str, shown: &'static str, id: Option<TenantId>, item: &mut Item) {
    item.push(name, id.map(|id| id.to_string()));
    let known = id.and_then(|id| tenant(model, id));
    item.push(shown, known.map_or(Json::Null, |key| text_json(&model.name(key))));
}
