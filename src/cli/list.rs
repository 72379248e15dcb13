//! `list`: the records that a query means, with the columns that are asked for.

use super::agenda;
use super::args::{Format, List, ListKind};
use super::around::Around;
use super::check;
use super::fail::{Exit, Fail};
use super::item::Item;
use super::look::ends;
use super::out::Out;
use super::pick::{Picker, read_for};
use super::record;
use super::relation;
use super::table::{About, Sheet};
use crate::edit::Book;
use crate::keymap::nearest;
use crate::model::show;
use crate::query::{Flow, Pane, SortKey, parse, parse_for};

/// Lists records, relations, problems or deadlines.
///
/// # Errors
/// When there is no book, or the query, a column or the order cannot be read.
pub fn run(args: &List, around: &Around, out: &mut Out) -> Result<Exit, Fail> {
    let by = order(around, args.sort.as_deref())?;
    let reading = around.look_at(args.past.at.as_deref(), out)?;
    let book = &reading.book;
    let query = args.query.as_deref();
    let most = args.limit.unwrap_or(usize::MAX);
    if args.kind == ListKind::Problems {
        let mut found = check::findings(around, book, query)?;
        let waived = check::waived(around, book, query)?;
        let more: &[&str] = if waived.is_empty() { &[] } else { check::WAIVED };
        let about = About { waived: Some(waived.len()), ..check::about(&reading) };
        // Those that are accepted stand after all others.
        found.extend(waived);
        let all = found.len();
        found.truncate(most);
        let items = found.iter().map(|finding| check::item(around, book, finding)).collect();
        write(args, around, Sheet { columns: [check::COLUMNS, more].concat(), items }, &about, out)?;
        count(around, found.len(), all, out);
        return Ok(ends(&reading, Exit::Done));
    }
    if args.kind == ListKind::Agenda {
        let found = agenda::deadlines(around, book, query)?;
        let shown = found.iter().take(most);
        let items: Vec<Item> = shown.map(|deadline| agenda::item(around, book, deadline)).collect();
        let listed = items.len();
        let columns = usual(args.kind, around.format);
        write(args, around, Sheet { columns, items }, &check::about(&reading), out)?;
        count(around, listed, found.len(), out);
        return Ok(ends(&reading, Exit::Done));
    }
    let panes = panes(args.kind);
    let mut items = Vec::new();
    for pane in fitting(around, panes, query)? {
        let query = query.map(|query| read_for(around, query, pane)).transpose()?;
        items.extend(Picker::new(book).keys(pane, query.as_ref(), &by));
    }
    let all = items.len();
    items.truncate(most);
    let items: Vec<Item> = items.into_iter().filter_map(|key| item(args.kind, book, key)).collect();
    let shown = items.len();
    write(
        args,
        around,
        Sheet { columns: usual(args.kind, around.format), items },
        &check::about(&reading),
        out,
    )?;
    count(around, shown, all, out);
    Ok(ends(&reading, Exit::Done))
}

fn item(kind: ListKind, book: &Book, key: crate::model::Key) -> Option<Item> {
    match kind {
        ListKind::Relations => relation::item(book, key),
        ListKind::Providers
        | ListKind::Resellers
        | ListKind::Customers
        | ListKind::Subscriptions
        | ListKind::Problems
        | ListKind::Agenda => record::item(book, key),
    }
}

fn panes(kind: ListKind) -> &'static [Pane] {
    match kind {
        ListKind::Providers => &[Pane::Providers],
        ListKind::Resellers => &[Pane::Resellers],
        ListKind::Customers => &[Pane::Customers],
        ListKind::Subscriptions => &[Pane::Subscriptions],
        ListKind::Relations => &[Pane::Partnerships, Pane::Relationships, Pane::Admin],
        ListKind::Problems | ListKind::Agenda => Pane::ALL,
    }
}

/// The panes in which every field of the query means something.
fn fitting(around: &Around, panes: &'static [Pane], query: Option<&str>) -> Result<Vec<Pane>, Fail> {
    let Some(query) = query else { return Ok(panes.to_vec()) };
    let said = |problem| Fail::new(Exit::Usage, around.lang.query_problem(&problem));
    parse(query).map_err(said)?;
    let fit: Vec<Pane> = panes.iter().copied().filter(|pane| parse_for(query, *pane).is_ok()).collect();
    match (fit.is_empty(), panes.first().map(|pane| parse_for(query, *pane))) {
        (true, Some(Err(problem))) => Err(said(problem)),
        _ => Ok(fit),
    }
}

/// The columns when none are asked for. On a terminal ids are left out: they need room that names need more.
fn usual(kind: ListKind, format: Format) -> Vec<&'static str> {
    let columns: &[&str] = match kind {
        ListKind::Providers | ListKind::Resellers => {
            &["name", "country", "roles", "partner_id", "enrolment", "problems", "id"]
        }
        ListKind::Customers => &["name", "domain", "country", "partners", "subscriptions", "problems", "id"],
        ListKind::Subscriptions => &[
            "customer", "product", "seats", "channel", "status", "ends", "renews", "support", "problems",
            "id",
        ],
        ListKind::Relations => &["from", "kind", "to", "through", "state", "since", "until", "id"],
        ListKind::Problems => check::COLUMNS,
        ListKind::Agenda => agenda::COLUMNS,
    };
    let wanted = |name: &&&str| format != Format::Text || **name != "id";
    columns.iter().filter(wanted).copied().collect()
}

/// Puts the columns that are asked for in the place of the usual ones.
fn write(
    args: &List,
    around: &Around,
    mut sheet: Sheet,
    about: &super::table::About,
    out: &mut Out,
) -> Result<(), Fail> {
    if !args.columns.is_empty() {
        let known = known(args.kind);
        let found = args.columns.iter().map(|name| column(around, name.trim(), &known));
        sheet.columns = found.collect::<Result<_, _>>()?;
        sheet.items.iter_mut().for_each(|item| item.keep(&sheet.columns));
    }
    sheet.write(around.format, about, out)
}

/// Every column that there is for a kind.
fn known(kind: ListKind) -> Vec<&'static str> {
    match kind {
        ListKind::Relations => relation::COLUMNS.to_vec(),
        ListKind::Problems => check::KNOWN.to_vec(),
        ListKind::Agenda => agenda::COLUMNS.to_vec(),
        ListKind::Providers | ListKind::Resellers | ListKind::Customers | ListKind::Subscriptions => {
            panes(kind).iter().flat_map(|pane| record::columns(pane.table())).collect()
        }
    }
}

fn column(around: &Around, name: &str, known: &[&'static str]) -> Result<&'static str, Fail> {
    known.iter().copied().find(|own| *own == name).ok_or_else(|| {
        let words = (around.lang.commands().no_column)(&show(name), nearest(name, known), &known.join(", "));
        Fail::new(Exit::Usage, words)
    })
}

/// The orders by name.
const ORDERS: &[(&str, SortKey)] = &[
    ("name", SortKey::Name),
    ("ends", SortKey::Ends),
    ("state", SortKey::State),
    ("country", SortKey::Country),
    ("problems", SortKey::Problems),
    ("seats", SortKey::Seats),
    ("channel", SortKey::Channel),
];

fn order(around: &Around, text: Option<&str>) -> Result<Vec<(SortKey, Flow)>, Fail> {
    let mut by = Vec::new();
    for word in text.into_iter().flat_map(|text| text.split(',')).map(str::trim) {
        let (flow, name) = word.strip_prefix('-').map_or((Flow::Up, word), |name| (Flow::Down, name));
        let found = ORDERS.iter().find(|(own, _)| *own == name);
        let names = || ORDERS.iter().map(|(own, _)| *own).collect::<Vec<_>>().join(", ");
        let (_, key) = found.ok_or_else(|| {
            Fail::new(Exit::Usage, (around.lang.commands().no_order)(&show(name), &names()))
        })?;
        by.push((*key, flow));
    }
    if !by.iter().any(|(key, _)| *key == SortKey::Name) {
        by.push((SortKey::Name, Flow::Up));
    }
    Ok(by)
}

fn count(around: &Around, shown: usize, all: usize, out: &mut Out) {
    out.say(&(around.lang.commands().listed)(shown, all));
}
