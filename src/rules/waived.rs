//! Waivers: findings that the user accepts, with a reason and an end date. They are counted apart, and an edit that makes
//! one is not refused.

use super::catalogue::Look;
use super::code::{Code, Severity};
use super::finding::Finding;
use crate::model::Waiver;

/// True when the finding is accepted on the day of the look. What puts the book out of joint cannot be accepted.
pub fn is_waived(look: &Look<'_>, finding: &Finding) -> bool {
    finding.severity != Severity::Integrity && of_finding(look, finding).is_some()
}

/// The waiver that accepts a finding on the day of the look.
pub fn of_finding<'a>(look: &Look<'a>, finding: &Finding) -> Option<&'a Waiver> {
    let rows = look.model.links().waivers_by_record.get(&finding.subject.to_string().as_str().into());
    let mut waivers = look.model.waivers().rows(rows);
    waivers.find(|waiver| is_of(waiver, finding.rule) && holds(waiver, look))
}

fn is_of(waiver: &Waiver, rule: Code) -> bool {
    Code::parse(waiver.rule.raw()) == Some(rule)
}

/// The last day of a waiver is included.
fn holds(waiver: &Waiver, look: &Look<'_>) -> bool {
    waiver.until.is_none_or(|until| look.today <= until)
}
