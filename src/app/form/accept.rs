//! The form in which problems are accepted: why, and until when. A step that the rules refuse is insisted on in it.

use super::{Aim, Form};
use crate::app::App;
use crate::app::notice::Notice;
use crate::app::overlay::Turn;
use crate::edit::ops::{self, Acceptance};
use crate::edit::{Impossible, Intent};
use crate::model::{FieldRef, Record, Transaction, Waiver, WaiverField, Wrong};
use crate::rules::{Finding, Severity};
use std::sync::Arc;

/// An acceptance lasts so many days unless another end is typed.
const DAYS: i32 = 30;

/// What is accepted.
#[derive(Clone, Debug)]
pub(super) enum Accepting {
    /// A problem of the book.
    Found(Finding),
    /// All that refuses this step, which is done with it.
    Refused(Arc<Transaction>, Vec<Finding>),
}

impl Accepting {
    fn step(&self, app: &App, filled: Record) -> Result<Transaction, Impossible> {
        let Record::Waiver(Waiver { reason, until, .. }) = filled else { return Err(Impossible::Nothing) };
        let (model, today) = (app.book.model(), app.book.today());
        let acceptance = Acceptance { reason, until };
        match self {
            Self::Found(finding) => Intent::Waive(*finding, acceptance).transaction(model, today),
            Self::Refused(step, findings) => {
                ops::insist(model, today, step.as_ref().clone(), findings, &acceptance)
            }
        }
    }

    /// Where the user is after it: back at the list, or at the panes where the step was wanted.
    pub(super) fn ends(&self) -> Turn {
        match self {
            Self::Found(_) => Turn::Close,
            Self::Refused(..) => Turn::Main,
        }
    }
}

impl Form {
    /// A form that accepts a problem of the book, filled with what was said of it before.
    ///
    /// # Errors
    /// It is a problem of integrity, which cannot be accepted.
    pub fn waive(app: &mut App, finding: Finding) -> Result<Self, Impossible> {
        let name = app.book.model().name(finding.subject).show().into_owned();
        let title = app.lang.overlays().accept(finding.rule.text(), &name);
        let before = ops::recorded(app.book.model(), finding.rule, finding.subject).cloned();
        Self::accepting(app, title, before.unwrap_or_default(), Accepting::Found(finding))
    }

    /// A form that accepts all that refuses a step, and then does the step.
    ///
    /// # Errors
    /// One of the problems is of integrity, which cannot be accepted.
    pub fn insist(app: &mut App, step: Transaction, findings: Vec<Finding>) -> Result<Self, Impossible> {
        let mut rules: Vec<&str> = findings.iter().map(|finding| finding.rule.text()).collect();
        rules.dedup();
        let title = app.lang.overlays().insist(&rules.join(", "));
        Self::accepting(app, title, Waiver::default(), Accepting::Refused(Arc::new(step), findings))
    }

    fn accepting(
        app: &mut App,
        title: String,
        before: Waiver,
        accepting: Accepting,
    ) -> Result<Self, Impossible> {
        let findings = match &accepting {
            Accepting::Found(finding) => std::slice::from_ref(finding),
            Accepting::Refused(_, findings) => findings.as_slice(),
        };
        if let Some(joint) = findings.iter().find(|finding| finding.severity == Severity::Integrity) {
            return Err(Impossible::NeverAccepted(joint.rule));
        }
        let today = app.book.today();
        let until = before.until.filter(|until| *until >= today).unwrap_or_else(|| today.plus(DAYS));
        let base = Record::Waiver(Waiver { until: Some(until), ..before });
        let mut form = Self::new(app, title, base, Aim::Accept(accepting));
        let asked = [WaiverField::Reason, WaiverField::Until].map(FieldRef::Waiver);
        form.fields.retain(|field| asked.contains(&field.field));
        form.cursor = 0;
        Ok(form)
    }

    /// The step of an acceptance as the form has it.
    pub(super) fn accepted(&self, app: &App, accepting: &Accepting) -> Result<Transaction, Impossible> {
        accepting.step(app, self.record())
    }

    /// Puts what a step says of a field beside it; false when the field is not shown.
    pub(super) fn put_beside(&mut self, app: &mut App, field: FieldRef, wrong: &Wrong) -> bool {
        let Some(at) = self.fields.iter().position(|shown| shown.field == field) else { return false };
        self.cursor = at;
        self.fields[at].wrong = Some(wrong.clone());
        app.say(Notice::refused(app.lang.wrong(wrong), &[]));
        true
    }
}
