//! `show`: one record, whole.

use anyhow::Context as _;

use super::args::{As, Format, Show};
use super::around::Around;
use super::check;
use super::fail::{Exit, Fail};
use super::find::find;
use super::item::{Item, Json, cell};
use super::look::ends;
use super::out::Out;
use super::record;
use super::table::Sheet;
use crate::app::{LINES, PLAIN_LINES, Tree};
use crate::edit::Book;
use crate::model::{FieldRef, Key, Record};
use crate::store::canonical;
use crate::survey::tree::{Lens, root_of};
use crate::tui::signs::Charset;
use crate::tui::text::width;

/// Shows one record.
///
/// # Errors
/// When there is no book, none or several records fit, or the record has no relations to be drawn.
pub fn run(args: &Show, around: &Around, out: &mut Out) -> Result<Exit, Fail> {
    let reading = around.look_at(args.past.at.as_deref(), out)?;
    let book = &reading.book;
    let key = find(around, book.model(), &args.record)?;
    match shape(args, around) {
        As::Text => text(around, book, key, out)?,
        As::Ron => out.data(&ron(book, key)?)?,
        As::Tree => tree(around, book, key, out)?,
        As::Mermaid => out.data(grown(around, book, key)?.mermaid(book, around.lang).trim_end())?,
        As::Json => {
            let items = item(around, book, key).into_iter().collect();
            let format = if around.format == Format::Jsonl { Format::Jsonl } else { Format::Json };
            Sheet { columns: Vec::new(), items }.write_machine(format, &check::about(&reading), out)?;
        }
    }
    Ok(ends(&reading, Exit::Done))
}

fn shape(args: &Show, around: &Around) -> As {
    match (args.shape, around.format) {
        (Some(shape), _) => shape,
        (None, Format::Json | Format::Jsonl) => As::Json,
        (None, Format::Text | Format::Tsv | Format::Md) => As::Text,
    }
}

/// The relations of the record, as far as they are unfolded at first.
fn grown(around: &Around, book: &Book, key: Key) -> Result<Tree, Fail> {
    let root = root_of(book.model(), key);
    root.map(|root| Tree::new(book, root, Lens::All))
        .ok_or_else(|| Fail::new(Exit::Usage, around.lang.tree().no_tree(around.lang.table(key.table()))))
}

fn tree(around: &Around, book: &Book, key: Key, out: &mut Out) -> Result<(), Fail> {
    let signs = if around.options.theme.charset == Charset::Ascii { PLAIN_LINES } else { LINES };
    for line in grown(around, book, key)?.lines {
        let (name, detail) = line.text(book, around.lang);
        let gap = if detail.is_empty() { "" } else { "  " };
        let problem = line.worst(book).map(|worst| format!("  ({})", around.lang.severity(worst)));
        out.data(&format!("{}{name}{gap}{detail}{}", line.guides(signs), problem.unwrap_or_default()))?;
    }
    Ok(())
}

fn item(around: &Around, book: &Book, key: Key) -> Option<Item> {
    let mut item = record::item(book, key)?;
    item.0.retain(|(name, _)| name != "problems");
    item.0.insert(0, ("kind".into(), key.table().code().into()));
    let findings = book.findings_around(key);
    let problems: Result<Vec<Json>, _> =
        findings.iter().map(|finding| serde_json::to_value(check::item(around, book, finding))).collect();
    item.push("problem_list", problems.unwrap_or_default());
    Some(item)
}

/// The record as the book's files write it.
fn ron(book: &Book, key: Key) -> anyhow::Result<String> {
    let record = book.model().get(key);
    let line = match &record {
        None => return Ok(String::new()),
        Some(Record::Partner(r)) => canonical::line(r),
        Some(Record::Customer(r)) => canonical::line(r),
        Some(Record::Subscription(r)) => canonical::line(r),
        Some(Record::Partnership(r)) => canonical::line(r),
        Some(Record::Relationship(r)) => canonical::line(r),
        Some(Record::Admin(r)) => canonical::line(r),
        Some(Record::Transfer(r)) => canonical::line(r),
        Some(Record::Group(r)) => canonical::line(r),
        Some(Record::Waiver(r)) => canonical::line(r),
    };
    line.context("RON cannot be written")
}

/// The fields that hold something, then the problems.
fn text(around: &Around, book: &Book, key: Key, out: &mut Out) -> Result<(), Fail> {
    let Some(item) = record::item(book, key) else { return Ok(()) };
    let name = book.model().name(key).show().into_owned();
    out.data(&format!("{name}  ({})", around.lang.table(key.table())))?;
    let lines: Vec<(&str, String)> = FieldRef::of(key.table())
        .into_iter()
        .map(|field| (around.lang.field(field), cell(item.shown(field.name()))))
        .filter(|(_, value)| !value.is_empty())
        .collect();
    let widest = lines.iter().map(|(label, _)| width(label)).max().unwrap_or(0);
    for (label, value) in lines {
        let blank = " ".repeat(usize::from(widest - width(label)));
        out.data(&format!("  {label}{blank}  {value}"))?;
    }
    for finding in &book.findings_around(key) {
        let severity = around.lang.severity(finding.severity);
        let sentence = around.lang.finding_sentence(book.model(), finding);
        out.data(&format!("  {severity} {}: {sentence}", finding.rule.text()))?;
    }
    Ok(())
}
