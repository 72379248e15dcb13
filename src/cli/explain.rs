//! `explain`: a rule, its source, and why it hits a record or not.

use super::args::{Explain, Format};
use super::around::Around;
use super::check;
use super::fail::{Exit, Fail};
use super::find::find;
use super::item::{Item, Json, json, text_json};
use super::look::ends;
use super::out::Out;
use super::table::{About, Sheet};
use crate::app::{Explainer, ReaderText};
use crate::edit::Book;
use crate::edit::fix::fixes;
use crate::model::{Key, Model, TenantId};
use crate::rules::{Code, Finding, judge, rule};
use crate::survey::explain::{Case, Fact, InForce, in_force, subjects};

/// So many cases are told of.
const TOLD: usize = 10;

/// So many records are told of on which the rule has nothing to say, where it is not judged on the one that is asked about.
const SILENT: usize = 3;

/// Explains a rule, and what it says of a record.
///
/// # Errors
/// When there is no such rule, book or record.
pub fn run(args: &Explain, around: &Around, out: &mut Out) -> Result<Exit, Fail> {
    let name = args.rule.to_uppercase();
    let code = Code::parse(&name).ok_or_else(|| check::no_rule(around, &args.rule))?;
    let Some(wanted) = &args.record else {
        return alone(args, around, code, out);
    };
    let reading = around.look_at(args.past.at.as_deref(), out)?;
    let key = find(around, reading.book.model(), wanted)?;
    let asked = Asked::of(&reading.book, code, key);
    write(around, &reading.book, code, &asked, &check::about(&reading), out)?;
    let is_found = asked.cases.iter().any(|case| !case.findings.is_empty());
    Ok(ends(&reading, if is_found { Exit::Found } else { Exit::Done }))
}

/// Explains a rule alone: today, or on the day of a moment of the book.
fn alone(args: &Explain, around: &Around, code: Code, out: &mut Out) -> Result<Exit, Fail> {
    let asked = Asked::default();
    if args.past.at.is_none() {
        let book = Book::new(Model::default(), around.today());
        write(around, &book, code, &asked, &About::default(), out)?;
        return Ok(Exit::Done);
    }
    let reading = around.look_at(args.past.at.as_deref(), out)?;
    write(around, &reading.book, code, &asked, &check::about(&reading), out)?;
    Ok(ends(&reading, Exit::Done))
}

/// What is asked about a record.
#[derive(Default)]
struct Asked {
    key: Option<Key>,
    cases: Vec<Case>,
    more: usize,
}

impl Asked {
    /// The record itself, where the rule is judged on its kind, and whatever the rule finds that is about it; else a few
    /// of the records that it is related by.
    fn of(book: &Book, code: Code, key: Key) -> Self {
        let look = book.look();
        let tables = rule(code).map(judge::tables).unwrap_or_default();
        let mut on: Vec<Key> = tables.contains(&key.table()).then_some(key).into_iter().collect();
        let of_rule = book.findings().iter().filter(|finding| finding.rule == code);
        let mut found: Vec<Key> =
            of_rule.filter(|finding| is_about(book.model(), finding, key)).map(|f| f.subject).collect();
        found.sort_unstable();
        on.extend(found);
        on.dedup();
        if on.is_empty() {
            on = subjects(&look, code, key, SILENT);
        }
        let more = on.len().saturating_sub(TOLD);
        let cases = on.into_iter().take(TOLD).map(|subject| Case::of(&look, code, subject)).collect();
        Self { key: Some(key), cases, more }
    }
}

fn write(
    around: &Around,
    book: &Book,
    code: Code,
    asked: &Asked,
    about: &About,
    out: &mut Out,
) -> Result<(), Fail> {
    if matches!(around.format, Format::Json | Format::Jsonl) {
        let items = vec![item(around, book, code, &asked.cases)];
        return Sheet { columns: Vec::new(), items }.write_machine(around.format, about, out);
    }
    let explainer = Explainer { book, lang: around.lang };
    line(&explainer.heading(code), out)?;
    explainer.rule(code).iter().try_for_each(|text| line(text, out))?;
    for case in &asked.cases {
        out.data("")?;
        explainer.case(case).iter().try_for_each(|text| line(text, out))?;
    }
    match asked.key {
        Some(key) if asked.cases.is_empty() => {
            out.data("")?;
            out.data(&silent(around, book, code, key))
        }
        _ if asked.more > 0 => out.data(&around.lang.explain().more(asked.more)),
        _ => Ok(()),
    }
}

/// That a rule says nothing of a record that it is not judged on.
fn silent(around: &Around, book: &Book, code: Code, key: Key) -> String {
    let on_edits = rule(code).is_some_and(|rule| judge::tables(rule).is_empty());
    if on_edits {
        return around.lang.explain().on_edits.to_owned();
    }
    (around.lang.commands().holds)(code.text(), &book.model().name(key).show())
}

fn line(text: &ReaderText, out: &mut Out) -> Result<(), Fail> {
    match text {
        ReaderText::Heading(text) | ReaderText::Plain(text) | ReaderText::Finding(_, text) => out.data(text),
        ReaderText::Fact(text) => out.data(&format!("  - {text}")),
    }
}

/// The rule with its cases as data.
fn item(around: &Around, book: &Book, code: Code, cases: &[Case]) -> Item {
    let mut item = of_rule(around, code);
    let now = rule(code).is_some_and(|rule| in_force(rule, book.today()) == InForce::Now);
    item.push("in_force", now);
    let cases: Vec<Json> = cases.iter().map(|case| of_case(around, book, case)).collect();
    item.push("cases", cases);
    item
}

/// A rule as data.
pub fn of_rule(around: &Around, code: Code) -> Item {
    let lang = around.lang;
    let Some(rule) = rule(code) else { return Item::new([("rule", code.text().into())]) };
    let day = |(y, m, d): (i16, i8, i8)| format!("{y:04}-{m:02}-{d:02}");
    let (from, until) = (rule.valid.from.map(day), rule.valid.until.map(day));
    let valid = match (&from, &until) {
        (None, None) => Json::Null,
        (from, until) => {
            format!("{} .. {}", from.as_deref().unwrap_or_default(), until.as_deref().unwrap_or_default())
                .trim()
                .into()
        }
    };
    Item::new([
        ("rule", code.text().into()),
        ("severity", rule.severity.code().into()),
        ("severity_name", lang.severity(rule.severity).into()),
        ("kind", rule.nature.code().into()),
        ("kind_name", lang.nature(rule.nature).into()),
        ("valid", valid),
        ("valid_from", from.into()),
        ("valid_until", until.into()),
        ("title", lang.rule_title(code).into()),
        ("explains", lang.rule_explains(code).into()),
        ("source", rule.source.into()),
    ])
}

fn of_case(around: &Around, book: &Book, case: &Case) -> Json {
    let (lang, model) = (around.lang, book.model());
    let messages: Vec<String> =
        case.findings.iter().chain(&case.waived).map(|f| lang.finding_sentence(model, f)).collect();
    let missing: Vec<String> = case.gaps.iter().map(|gap| lang.missing_sentence(model, gap)).collect();
    let fixes = case.findings.iter().flat_map(|f| fixes(model, book.today(), f));
    let fixes: Vec<String> = fixes.map(|fix| lang.fix(model, fix.kind)).collect();
    let facts: Vec<Json> = case.facts.iter().map(|fact| of_fact(model, fact)).collect();
    serde_json::json!({
        "record": case.subject.to_string(),
        "record_name": text_json(&model.name(case.subject)),
        "findings": messages,
        "waived": case.waived.len(),
        "missing": missing,
        "facts": facts,
        "by_day": case.by_day,
        "fixes": fixes,
    })
}

fn of_fact(model: &Model, fact: &Fact) -> Json {
    serde_json::json!({
        "record": fact.of.to_string(),
        "record_name": text_json(&model.name(fact.of)),
        "field": fact.field.name(),
        "value": json(fact.value.clone()),
    })
}

/// True when a finding is on a record, speaks of it, or is on something between it and another.
fn is_about(model: &Model, finding: &Finding, key: Key) -> bool {
    let id = match key {
        Key::Partner(id) | Key::Customer(id) => Some(id),
        _ => None,
    };
    let names = |ends: &[Option<TenantId>]| id.is_some() && ends.contains(&id);
    finding.subject == key
        || finding.other == Some(key)
        || match finding.subject {
            Key::Partnership(of) => {
                model.partnerships().get(of).is_some_and(|p| names(&[Some(p.provider), Some(p.reseller)]))
            }
            Key::Relationship(of) => {
                model.relationships().get(of).is_some_and(|r| names(&[Some(r.partner), Some(r.customer)]))
            }
            Key::Subscription(of) => {
                model.subscription(of).is_some_and(|s| names(&[Some(s.customer), s.seller]))
            }
            Key::Admin(of) => model.admin().get(of).is_some_and(|a| names(&[a.partner, a.customer])),
            Key::Transfer(of) => {
                model.transfers().get(of).is_some_and(|t| names(&[Some(t.customer), t.source, t.target]))
            }
            Key::Partner(_) | Key::Customer(_) | Key::Group(_) | Key::Waiver(_) => false,
        }
}
