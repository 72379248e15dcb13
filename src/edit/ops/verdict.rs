//! What the rules say of a candidate before it is chosen: a commit that is tried and taken back.

use super::impossible::Impossible;
use super::record;
use super::slot::Slot;
use crate::edit::{Book, Rejection};
use crate::model::{Key, Transaction};
use crate::rules::Finding;

/// Whether a candidate may be chosen.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// It may; these findings would appear, none of which refuses it.
    Allowed(Vec<Finding>),
    /// It may not; these rules would break.
    Barred(Vec<Finding>),
    /// The step leads nowhere.
    Impossible(Impossible),
    /// Something else is picked after it; the rules speak then.
    Later,
}

impl Verdict {
    /// True when it may be chosen as it is.
    pub fn allows(&self) -> bool {
        matches!(self, Self::Allowed(_) | Self::Later)
    }

    /// What the rules say of a step.
    pub fn of(book: &mut Book, step: &Transaction) -> Self {
        match book.would(step) {
            Ok(receipt) => Self::Allowed(receipt.appeared),
            Err(Rejection::Broken(findings)) => Self::Barred(findings),
            Err(Rejection::Stale(key)) => Self::Impossible(Impossible::Gone(key)),
            Err(Rejection::Nothing) => Self::Impossible(Impossible::Nothing),
        }
    }
}

impl Slot {
    /// What the rules say of a candidate. The book is as it was afterwards.
    pub fn verdict(&self, book: &mut Book, candidate: Key) -> Verdict {
        let verdict = match self.transaction(book.model(), book.today(), candidate) {
            Ok(Some(step)) => Verdict::of(book, &step),
            Ok(None) => Verdict::Later,
            Err(impossible) => Verdict::Impossible(impossible),
        };
        match (self, verdict) {
            (Self::Field { .. }, Verdict::Barred(findings)) => self.of_candidate_alone(book, findings),
            // A form may be opened at a field that already holds the candidate.
            (Self::Field { .. }, Verdict::Impossible(Impossible::Nothing)) => Verdict::Allowed(Vec::new()),
            (_, verdict) => verdict,
        }
    }

    /// Leaves out what is wrong with the form whoever stands in this field: other fields may not be filled yet.
    fn of_candidate_alone(&self, book: &mut Book, mut findings: Vec<Finding>) -> Verdict {
        let Self::Field { key, record, field } = self else { return Verdict::Barred(findings) };
        let mut without = record.as_ref().clone();
        if without.set(*field, "").is_ok() {
            let step = match key {
                Some(key) => record::replace(book.model(), *key, without),
                None => record::add(book.model(), without),
            };
            if let Ok(Err(Rejection::Broken(anyway))) = step.map(|step| book.would(&step)) {
                findings.retain(|finding| !anyway.contains(finding));
            }
        }
        if findings.is_empty() { Verdict::Allowed(findings) } else { Verdict::Barred(findings) }
    }
}
