//! `check`: the findings of the rules.

use super::args::{AtLeast, Check, Format};
use super::around::Around;
use super::fail::{Exit, Fail};
use super::item::{Item, Json, cell, text_json};
use super::look::ends;
use super::out::{Out, complain};
use super::pick::Picker;
use super::table::{About, Sheet};
use crate::app::{Reading, is_for_a_backup};
use crate::edit::Book;
use crate::edit::fix::fixes;
use crate::edit::ops::recorded;
use crate::keymap::nearest;
use crate::model::show;
use crate::rules::{Code, Finding, Severity, rule};
use crate::store::{self, StoreError};

/// The columns of findings.
pub const COLUMNS: &[&str] = &["severity", "rule", "record", "message", "fixes"];

/// What is shown beside them of findings that are accepted.
pub const WAIVED: &[&str] = &["waived_until", "waived_reason"];

/// Every column that findings have.
pub const KNOWN: &[&str] = &[
    "severity",
    "rule",
    "record",
    "records",
    "field",
    "message",
    "fixes",
    "source",
    "waived",
    "waived_until",
    "waived_reason",
];

/// Judges the book.
///
/// # Errors
/// When there is no book, or a rule or the query cannot be read.
pub fn run(args: &Check, around: &Around, out: &mut Out) -> Result<Exit, Fail> {
    let only = args.only.iter().map(|name| known(around, name)).collect::<Result<Vec<_>, _>>()?;
    let is_lossy = args.repair && repair(around, out)?;
    let reading = around.look_at(args.past.at.as_deref(), out)?;
    if args.repair && is_for_a_backup(&reading.refused) && has_backup(around)? {
        complain(around.lang.keeping().then_restore);
    }
    let book = &reading.book;
    let worst = least(args.severity);
    let mut found = findings(around, book, args.query.as_deref())?;
    found.retain(|finding| is_asked(&only, finding.rule));
    let shown: Vec<Finding> = found.iter().filter(|finding| finding.severity <= worst).copied().collect();
    let mut accepted = waived(around, book, args.query.as_deref())?;
    accepted.retain(|finding| is_asked(&only, finding.rule));
    write(around, &reading, &shown, accepted.len(), out)?;
    out.say(&counts(around, &found, accepted.len()));
    gaps(around, book, &only, out);
    let exit = if shown.is_empty() && !is_lossy { Exit::Done } else { Exit::Found };
    Ok(ends(&reading, exit))
}

/// Repairs the journal; true when something of it is lost.
fn repair(around: &Around, out: &mut Out) -> Result<bool, Fail> {
    let folder = around.folder(None)?;
    if !folder.is_dir() {
        return Err(around.refused(&StoreError::NoBook { folder }));
    }
    let repaired = store::repair::journal(&store::machine(), &folder).map_err(|e| around.refused(&e))?;
    let Some(repaired) = repaired else {
        out.say(around.lang.keeping().nothing_to_repair);
        return Ok(false);
    };
    around.lang.repaired(&repaired).iter().for_each(|line| out.say(line));
    Ok(!repaired.lost.is_empty())
}

/// Whether a backup can stand in for files that cannot be read.
fn has_backup(around: &Around) -> Result<bool, Fail> {
    Ok(store::backup::has_sound(&store::machine(), &around.folder(None)?))
}

/// Writes findings: for people whole sentences, each with its ways out. Those that are accepted are only counted.
///
/// # Errors
/// When they cannot be written.
pub fn write(
    around: &Around,
    reading: &Reading,
    found: &[Finding],
    waived: usize,
    out: &mut Out,
) -> Result<(), Fail> {
    let items: Vec<Item> = found.iter().map(|finding| item(around, &reading.book, finding)).collect();
    if around.format != Format::Text {
        return Sheet { columns: COLUMNS.to_vec(), items }.write(
            around.format,
            &About { waived: Some(waived), ..about(reading) },
            out,
        );
    }
    for (item, finding) in items.iter().zip(found) {
        let severity = around.lang.severity(finding.severity);
        out.data(&format!("{severity:<9} {:<11} {}", finding.rule.text(), cell(item.get("message"))))?;
        let fixes = cell(item.get("fixes"));
        if !fixes.is_empty() {
            out.data(&format!("{:21} {}", "", (around.lang.commands().fixes)(&fixes)))?;
        }
    }
    Ok(())
}

/// What the output is of.
pub fn about(reading: &Reading) -> About {
    let at = reading.as_of.as_ref().map(|shown| (shown.at.to_string(), shown.change));
    About { at, ..About::of(reading.name.clone(), reading.book.baseline_day()) }
}

/// The findings on what a query means, the gravest first.
///
/// # Errors
/// When the query cannot be read.
pub fn findings(around: &Around, book: &Book, query: Option<&str>) -> Result<Vec<Finding>, Fail> {
    among(around, book, query, book.findings().sorted())
}

/// The findings on what a query means that are accepted.
///
/// # Errors
/// When the query cannot be read.
pub fn waived(around: &Around, book: &Book, query: Option<&str>) -> Result<Vec<Finding>, Fail> {
    among(around, book, query, book.findings().waived_sorted())
}

fn among(
    around: &Around,
    book: &Book,
    query: Option<&str>,
    mut found: Vec<Finding>,
) -> Result<Vec<Finding>, Fail> {
    if let Some(query) = query {
        let keys = Picker::new(book).anywhere(around, query)?;
        found.retain(|finding| keys.contains(&finding.subject));
    }
    Ok(found)
}

fn least(severity: AtLeast) -> Severity {
    match severity {
        AtLeast::Error => Severity::Error,
        AtLeast::Warning => Severity::Warning,
        AtLeast::Hint => Severity::Hint,
    }
}

/// The name of a rule or a family, in capitals.
fn known(around: &Around, name: &str) -> Result<String, Fail> {
    let name = name.trim().to_uppercase();
    let is_family = |code: &&Code| code.text().starts_with(&format!("{name}-"));
    if Code::parse(&name).is_some() || Code::ALL.iter().any(|code| is_family(&code)) {
        return Ok(name);
    }
    Err(no_rule(around, &name))
}

/// That there is no such rule, with the one whose id is near.
pub fn no_rule(around: &Around, name: &str) -> Fail {
    let codes: Vec<&'static str> = Code::ALL.iter().map(|code| code.text()).collect();
    let near = nearest(name, &codes);
    Fail::new(Exit::Usage, (around.lang.commands().no_rule)(&show(name), near))
}

fn is_asked(only: &[String], rule: Code) -> bool {
    only.is_empty()
        || only.iter().any(|name| rule.text() == name || rule.text().starts_with(&format!("{name}-")))
}

/// A finding as data.
pub fn item(around: &Around, book: &Book, finding: &Finding) -> Item {
    let model = book.model();
    let ids: Vec<Json> = [Some(finding.subject), finding.other]
        .into_iter()
        .flatten()
        .map(|key| key.to_string().into())
        .collect();
    let fixes: Vec<Json> = fixes(model, book.today(), finding)
        .iter()
        .map(|fix| around.lang.fix(model, fix.kind).into())
        .collect();
    let is_waived = book.findings().waived_on(finding.subject).contains(finding);
    let waiver = recorded(model, finding.rule, finding.subject).filter(|_| is_waived);
    Item::new([
        ("severity", finding.severity.code().into()),
        ("rule", finding.rule.text().into()),
        ("record", model.name(finding.subject).raw().into()),
        ("records", ids.into()),
        ("field", finding.field.map_or(Json::Null, |field| field.name().into())),
        ("message", around.lang.finding_sentence(model, finding).into()),
        ("fixes", fixes.into()),
        ("source", rule(finding.rule).map_or(Json::Null, |rule| rule.source.into())),
        ("waived", is_waived.into()),
        ("waived_until", waiver.and_then(|w| w.until).map_or(Json::Null, |day| day.to_string().into())),
        ("waived_reason", waiver.map_or(Json::Null, |waiver| text_json(&waiver.reason))),
    ])
}

fn counts(around: &Around, found: &[Finding], waived: usize) -> String {
    let count = |severity: Severity| found.iter().filter(|finding| finding.severity == severity).count();
    let errors = count(Severity::Integrity) + count(Severity::Error);
    (around.lang.commands().found)(errors, count(Severity::Warning), count(Severity::Hint), waived)
}

/// Says which rules could not be judged, and how often.
fn gaps(around: &Around, book: &Book, only: &[String], out: &mut Out) {
    let of_rule = |code: &Code| (*code, book.findings().unjudged_count(*code));
    let gaps = Code::ALL.iter().filter(|code| is_asked(only, **code)).map(of_rule).filter(|(_, n)| *n > 0);
    let list: Vec<String> = gaps.map(|(code, n)| format!("{} {n}", code.text())).collect();
    if !list.is_empty() {
        out.say(&(around.lang.commands().unjudged)(&list.join(", ")));
    }
}
