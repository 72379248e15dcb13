//! A change of the history as data: what `log` lists, and what the commands that make one tell.

use super::args::Format;
use super::around::Around;
use super::fail::Fail;
use super::item::{Item, Json, text_json};
use super::out::Out;
use super::table::{About, Sheet};
use crate::i18n::history::minute;
use crate::model::{Model, Moment};
use crate::store::{Deed, Entry, Kind};

/// The columns of a change.
pub const COLUMNS: &[&str] = &["change", "at", "kind", "what", "touched"];

/// Every name that a change has in JSON.
pub const KNOWN: &[&str] =
    &["change", "at", "kind", "kind_name", "operation", "what", "touched", "checkpoint"];

/// A change that was made.
pub fn item(around: &Around, model: &Model, entry: &Entry) -> Item {
    of(around, model, Some((entry.seq, entry.at)), &entry.deed)
}

/// A change that was made, or would be: then it has neither a number nor a time. The model is the book after it.
pub fn of(around: &Around, model: &Model, made: Option<(u64, Moment)>, deed: &Deed) -> Item {
    let kind = deed.kind();
    let operation = match kind {
        Kind::Operation(id) => id.into(),
        _ => Json::Null,
    };
    let checkpoint = match deed {
        Deed::Named(name) => text_json(name),
        Deed::Did(_) | Deed::Undid(_) | Deed::Redid(_) => Json::Null,
    };
    let time = |at: Moment| if around.format == Format::Text { minute(at) } else { at.to_string() };
    Item::new([
        ("change", made.map(|(number, _)| number).into()),
        ("at", made.map(|(_, at)| time(at)).into()),
        ("kind", kind.code().into()),
        ("kind_name", around.lang.kind(kind).into()),
        ("operation", operation),
        ("what", around.lang.deed(model, deed).into()),
        ("touched", deed.touched().into()),
        ("checkpoint", checkpoint),
    ])
}

/// Writes changes for programs; people are told in words.
///
/// # Errors
/// When they cannot be written.
pub fn tell(around: &Around, about: &About, items: Vec<Item>, out: &mut Out) -> Result<(), Fail> {
    Sheet { columns: Vec::new(), items }.write_machine(around.format, about, out)
}
