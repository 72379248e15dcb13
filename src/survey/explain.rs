//! Why a rule holds on a record or not: what it says there, and the facts that decide it.
//!
//! The facts are found by asking the rule again with one field otherwise: a field whose change changes the answer decides
//! it. So they are true of every rule, and there is no list of them that could say something else than the rule does.

mod near;
mod probe;

pub use near::related;

use crate::model::{Day, FieldRef, Key, Model, Value};
use crate::rules::{Code, Deadline, Finding, Look, Reason, Rule, Unjudged, Verdicts, deadlines, judge, rule};
use std::collections::BTreeSet;

/// What stands for a text that is not repeated.
const HIDDEN: &str = "***";

/// What a rule says of a record, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// The rule.
    pub rule: Code,
    /// The record it is judged on.
    pub subject: Key,
    /// The ways in which it does not hold.
    pub findings: Vec<Finding>,
    /// Those of them that the user accepts are here instead.
    pub waived: Vec<Finding>,
    /// What is missing to judge it.
    pub gaps: Vec<Unjudged>,
    /// The facts that decide, those of the subject first.
    pub facts: Vec<Fact>,
    /// How they decide.
    pub weight: Weight,
    /// True when the answer would be another one on another day.
    pub by_day: bool,
}

/// A fact: what is recorded in a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Fact {
    /// The record.
    pub of: Key,
    /// The field.
    pub field: FieldRef,
    /// What is recorded there.
    pub value: Value,
}

impl Fact {
    /// Leaves out what is recorded: who asks why a password may not stand in a note is not shown the password again.
    fn hide(&mut self) {
        if matches!(self.value, Value::Text(_) | Value::List(_)) {
            self.value = Value::Text(HIDDEN.into());
        }
    }
}

/// How facts decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Each of them alone: were it otherwise, the rule would say something else.
    Each,
    /// Two of them together: one alone otherwise changes nothing.
    Together,
}

/// Whether a rule holds on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InForce {
    /// It does.
    Now,
    /// It begins later, on this day.
    NotYet(Day),
    /// It ended, with this day for its last.
    NoMore(Day),
}

/// Whether a rule holds on a day.
pub fn in_force(rule: &Rule, today: Day) -> InForce {
    let day = |(y, m, d)| Day::new(y, m, d);
    let (from, until) = (rule.valid.from.and_then(day), rule.valid.until.and_then(day));
    match (from, until) {
        (Some(from), _) if today < from => InForce::NotYet(from),
        (_, Some(until)) if until < today => InForce::NoMore(until),
        _ => InForce::Now,
    }
}

impl Case {
    /// Judges a record by a rule, and finds what decides.
    pub fn of(look: &Look<'_>, code: Code, subject: Key) -> Self {
        let verdicts = judge::by_rule(look, code, subject);
        let records = near::deciding(look.model, subject, &verdicts);
        let asks = Asks { code, subject };
        let mut trial = probe::Trial::new(look, asks, &records);
        let (weight, mut facts) = trial.facts();
        if code == Code::Hyg003 {
            facts.iter_mut().for_each(Fact::hide);
        }
        let by_day = trial.day_decides();
        let Verdicts { findings, waived, unjudged: gaps } = verdicts;
        Self { rule: code, subject, findings, waived, gaps, facts, weight, by_day }
    }

    /// True when the rule has nothing to say of the record.
    pub fn is_silent(&self) -> bool {
        self.findings.is_empty() && self.waived.is_empty() && self.gaps.is_empty()
    }
}

/// The records to judge by a rule when it is asked about this one: the record itself, where the rule is judged on its
/// kind; else a few that it is related by, those first on which something is found or missing.
pub fn subjects(look: &Look<'_>, code: Code, key: Key, most: usize) -> Vec<Key> {
    let tables = rule(code).map(judge::tables).unwrap_or_default();
    if tables.contains(&key.table()) {
        return vec![key];
    }
    let judged = related(look.model, key).into_iter().filter(|near| tables.contains(&near.table()));
    let mut judged: Vec<(Rank, Key)> = judged.map(|near| (rank(look, code, near), near)).collect();
    judged.sort_by_key(|(rank, _)| *rank);
    judged.into_iter().take(most).map(|(_, key)| key).collect()
}

/// In what order records are told of.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Found,
    Missing,
    Silent,
}

fn rank(look: &Look<'_>, code: Code, key: Key) -> Rank {
    let verdicts = judge::by_rule(look, code, key);
    match (verdicts.findings.is_empty() && verdicts.waived.is_empty(), verdicts.unjudged.is_empty()) {
        (false, _) => Rank::Found,
        (true, false) => Rank::Missing,
        (true, true) => Rank::Silent,
    }
}

/// What a rule answers: in which ways it does not hold, and what it lacks. Of whom it speaks does not matter here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Answer {
    reasons: BTreeSet<Reason>,
    missing: BTreeSet<FieldRef>,
}

impl Answer {
    fn of(verdicts: &Verdicts) -> Self {
        Self {
            reasons: verdicts.findings.iter().chain(&verdicts.waived).map(|f| f.reason).collect(),
            missing: verdicts.unjudged.iter().map(|gap| gap.missing).collect(),
        }
    }
}

/// A rule on a record, as a question that is asked again.
struct Asks {
    code: Code,
    subject: Key,
}

impl probe::Question for Asks {
    type Answer = Answer;

    fn ask(&self, model: &Model, today: Day) -> Answer {
        Answer::of(&judge::by_rule(&Look { model, today }, self.code, self.subject))
    }

    fn holds_on(&self, day: Day) -> bool {
        rule(self.code).is_some_and(|rule| rule.valid.holds_on(day))
    }
}

/// Whether a deadline is there, as a question that is asked again.
struct Falls(Deadline);

impl probe::Question for Falls {
    type Answer = bool;

    fn ask(&self, model: &Model, today: Day) -> bool {
        deadlines(model, today, self.0.subject).contains(&self.0)
    }

    fn holds_on(&self, _: Day) -> bool {
        true
    }
}

/// The facts of its record that make a deadline fall on its day.
pub fn facts_of_deadline(look: &Look<'_>, deadline: &Deadline) -> Vec<Fact> {
    probe::Trial::new(look, Falls(*deadline), &[deadline.subject]).facts().1
}

/// What is recorded in a field of a record.
fn value(model: &Model, of: Key, field: FieldRef) -> Value {
    model.get(of).map_or(Value::Empty, |record| record.get(field))
}

#[cfg(test)]
mod tests;
