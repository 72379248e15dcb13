//! What a rule says of a record: codes and keys, never sentences.

use super::code::{Code, Severity};
use super::reason::Reason;
use crate::model::{FieldRef, Key};

/// A rule that does not hold on a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Finding {
    /// How grave it is.
    pub severity: Severity,
    /// The rule.
    pub rule: Code,
    /// In which way it does not hold.
    pub reason: Reason,
    /// The record it is on.
    pub subject: Key,
    /// The other record it speaks of.
    pub other: Option<Key>,
    /// The field of the subject to look at.
    pub field: Option<FieldRef>,
}

/// A rule that could not be judged on a record, for want of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unjudged {
    /// The rule.
    pub rule: Code,
    /// The record it would be on.
    pub subject: Key,
    /// The fact that is missing.
    pub missing: FieldRef,
    /// The record that lacks it.
    pub of: Key,
}

/// What the judges say: findings, and what could not be judged.
#[derive(Clone, Debug, Default)]
pub struct Verdicts {
    /// Rules that do not hold.
    pub findings: Vec<Finding>,
    /// Rules that do not hold, which the user accepts.
    pub waived: Vec<Finding>,
    /// Rules that lack a fact.
    pub unjudged: Vec<Unjudged>,
}

/// Where a rule puts what it has to say of its subject.
#[derive(Debug)]
pub struct Out<'a> {
    pub(super) rule: Code,
    pub(super) severity: Severity,
    pub(super) subject: Key,
    pub(super) to: &'a mut Verdicts,
}

impl Out<'_> {
    /// The rule does not hold, at its own severity.
    pub fn find(&mut self, reason: Reason, other: Option<Key>, field: Option<FieldRef>) {
        self.find_as(self.severity, reason, other, field);
    }

    /// The rule does not hold, at a severity that depends on the case.
    pub fn find_as(
        &mut self,
        severity: Severity,
        reason: Reason,
        other: Option<Key>,
        field: Option<FieldRef>,
    ) {
        let (rule, subject) = (self.rule, self.subject);
        self.to.findings.push(Finding { severity, rule, reason, subject, other, field });
    }

    /// The rule lacks a fact: `missing` of the record `of` (rules.md 0.5).
    pub fn unknown(&mut self, of: Key, missing: FieldRef) {
        self.to.unjudged.push(Unjudged { rule: self.rule, subject: self.subject, missing, of });
    }

    /// Speaks of another record of the same step: for rules that are judged on edits.
    pub fn about(&mut self, subject: Key) -> &mut Self {
        self.subject = subject;
        self
    }
}
