//! `explain`: a rule, its source, and why it hits a record.

use super::args::Explain;
use super::around::Around;
use super::books::ends;
use super::check;
use super::fail::{Exit, Fail};
use super::find::find;
use super::out::Out;
use crate::edit::Book;
use crate::edit::fix::fixes;
use crate::model::{Key, Model, TenantId};
use crate::rules::{Code, Finding, rule};

/// Explains a rule, and what it says of a record.
///
/// # Errors
/// When there is no such rule, book or record.
pub fn run(args: &Explain, around: &Around, out: &mut Out) -> Result<Exit, Fail> {
    let name = args.rule.to_uppercase();
    let code = Code::parse(&name).ok_or_else(|| check::no_rule(around, &args.rule))?;
    about(around, code, out)?;
    let Some(wanted) = &args.record else { return Ok(Exit::Done) };
    let reading = around.look(out)?;
    let key = find(around, reading.book.model(), wanted)?;
    out.data("")?;
    let exit = of_record(around, &reading.book, code, key, out)?;
    Ok(ends(&reading, exit))
}

fn about(around: &Around, code: Code, out: &mut Out) -> Result<(), Fail> {
    let (lang, words) = (around.lang, around.lang.commands());
    let Some(rule) = rule(code) else { return Ok(()) };
    out.data(&format!("{}  {}  {}", code.text(), lang.severity(rule.severity), lang.rule_title(code)))?;
    out.data(lang.rule_explains(code))?;
    let day = |(y, m, d): (i16, i8, i8)| format!("{y:04}-{m:02}-{d:02}");
    let (from, until) = (rule.valid.from.map(day), rule.valid.until.map(day));
    if from.is_some() || until.is_some() {
        out.data(&(words.valid)(from.as_deref(), until.as_deref()))?;
    }
    out.data(&(words.source)(rule.source))
}

fn of_record(around: &Around, book: &Book, code: Code, key: Key, out: &mut Out) -> Result<Exit, Fail> {
    let (lang, words) = (around.lang, around.lang.commands());
    let of_rule = book.findings().iter().filter(|finding| finding.rule == code);
    let mut found: Vec<_> = of_rule.filter(|finding| is_about(book.model(), finding, key)).collect();
    found.sort_unstable();
    for finding in &found {
        out.data(&lang.finding_sentence(book.model(), finding))?;
        let fixes = fixes(book.model(), book.today(), finding);
        let fixes: Vec<String> = fixes.iter().map(|fix| lang.fix(book.model(), fix.kind)).collect();
        if !fixes.is_empty() {
            out.data(&(words.fixes)(&fixes.join(", ")))?;
        }
    }
    let gaps = book.findings().unjudged_on(key).iter().filter(|gap| gap.rule == code);
    let gaps: Vec<String> = gaps.map(|gap| lang.missing_sentence(book.model(), gap)).collect();
    gaps.iter().try_for_each(|gap| out.data(gap))?;
    if found.is_empty() && gaps.is_empty() {
        out.data(&(words.holds)(code.text(), &book.model().name(key).show()))?;
    }
    Ok(if found.is_empty() { Exit::Done } else { Exit::Found })
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
            Key::Partner(_) | Key::Customer(_) | Key::Transfer(_) | Key::Group(_) | Key::Waiver(_) => false,
        }
}
