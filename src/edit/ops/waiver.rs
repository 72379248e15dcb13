//! Problems that the user accepts, with a reason and an end date: one waiver per rule and record. An edit that the rules
//! refuse goes into the book only together with the waivers of what refuses it.

use super::draft::{step, together};
use super::impossible::Impossible;
use crate::model::{
    Change, Day, FieldRef, Key, Model, Text, Transaction, Verb, Waiver, WaiverField, WaiverId, Wrong,
};
use crate::rules::{Code, Finding, Severity};

/// Why a problem is accepted, and until when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Acceptance {
    /// The reason; it must not be empty.
    pub reason: Text,
    /// The last day; there must be one, and it must not be over.
    pub until: Option<Day>,
}

/// Accepts a problem of the book. The waiver that there is of it already is replaced.
///
/// # Errors
/// The record is not in the book, the problem is one of integrity, the reason is empty, there is no last day or it is
/// over, or nothing would change.
pub fn waive(
    model: &Model,
    day: Day,
    finding: &Finding,
    acceptance: &Acceptance,
) -> Result<Transaction, Impossible> {
    if !model.contains(finding.subject) {
        return Err(Impossible::Gone(finding.subject));
    }
    step(Verb::Waive, [accepted(model, day, finding, acceptance)?])
}

/// The step with the waivers of all that refuses it, as one step.
///
/// # Errors
/// One of the problems is of integrity, or the acceptance is not complete.
pub fn insist(
    model: &Model,
    day: Day,
    refused: Transaction,
    findings: &[Finding],
    acceptance: &Acceptance,
) -> Result<Transaction, Impossible> {
    let mut whole = refused;
    for finding in findings {
        let waiver = accepted(model, day, finding, acceptance)?;
        whole = together(whole, Transaction::new(Verb::Waive, vec![waiver]));
    }
    Ok(whole)
}

/// Takes an acceptance back: the problem counts again.
///
/// # Errors
/// The waiver is not in the book.
pub fn end_waiver(model: &Model, id: WaiverId) -> Result<Transaction, Impossible> {
    let waiver = model.waivers().get(id).ok_or(Impossible::Gone(Key::Waiver(id)))?;
    step(Verb::EndWaiver, [Change::remove(waiver.clone())])
}

/// The waiver of a rule on a record, whether it still holds or is over.
pub fn recorded(model: &Model, rule: Code, record: Key) -> Option<&Waiver> {
    let rows = model.links().waivers_by_record.get(&record.to_string().as_str().into());
    model.waivers().rows(rows).find(|waiver| Code::parse(waiver.rule.raw()) == Some(rule))
}

fn accepted(
    model: &Model,
    day: Day,
    finding: &Finding,
    acceptance: &Acceptance,
) -> Result<Change, Impossible> {
    if finding.severity == Severity::Integrity {
        return Err(Impossible::NeverAccepted(finding.rule));
    }
    complete(acceptance, day)?;
    let Acceptance { reason, until } = acceptance.clone();
    let (rule, record) = (finding.rule.text(), finding.subject.to_string());
    let before = recorded(model, finding.rule, finding.subject);
    let id = before.map_or_else(|| WaiverId::of(rule, &record), |before| before.id);
    let after = Waiver { id, rule: rule.into(), record: record.as_str().into(), reason, until };
    Ok(Change { before: before.cloned().map(Into::into), after: Some(after.into()) })
}

fn complete(acceptance: &Acceptance, day: Day) -> Result<(), Impossible> {
    let wrong = |field, wrong| Err(Impossible::Field(FieldRef::Waiver(field), wrong));
    if acceptance.reason.raw().trim().is_empty() {
        return wrong(WaiverField::Reason, Wrong::Missing);
    }
    match acceptance.until {
        None => wrong(WaiverField::Until, Wrong::Missing),
        Some(until) if until < day => wrong(WaiverField::Until, Wrong::Past),
        Some(_) => Ok(()),
    }
}
