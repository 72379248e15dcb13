//! What a form comes to as it stands: the record it makes, the step that would be done, what is wrong with it.

use super::text::{completed, stored};
use super::{Aim, Form};
use crate::app::App;
use crate::edit::{Impossible, Intent, Rejection};
use crate::model::{FieldRef, Key, Record, RelationshipField, TableName, Transaction};
use crate::rules::{Finding, Severity};

/// More records than these are not judged while a key is pressed.
const MANY: usize = 20;

impl Form {
    /// The findings that belong beside a field; without one, those that belong to none that is shown.
    pub fn findings_at(&self, field: Option<FieldRef>) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| self.place_of(finding) == field)
    }

    /// The field that a finding belongs beside: one of the form's record, not the same field of another. A relationship
    /// that comes with a new customer names it by its key.
    pub(super) fn place_of(&self, finding: &Finding) -> Option<FieldRef> {
        let shown = |f: &FieldRef| self.fields.iter().any(|field| field.field == *f);
        match finding.field {
            Some(FieldRef::Relationship(RelationshipField::Customer))
                if self.table() == TableName::Customer =>
            {
                FieldRef::of(TableName::Customer).into_iter().next()
            }
            field => field.filter(|field| self.is_on_record(finding, *field)).filter(shown),
        }
    }

    /// True when the record that a finding points to in this field is the form's.
    fn is_on_record(&self, finding: &Finding, field: FieldRef) -> bool {
        let of = [Some(finding.subject), finding.other].into_iter().flatten();
        let key = of.into_iter().find(|key| key.table() == field.table());
        key.is_some_and(|key| match &self.aim {
            Aim::Add | Aim::Create(_) => self.made == Some(key),
            // It makes waivers, and asks for nothing else.
            Aim::Accept(_) => key.table() == TableName::Waiver,
            Aim::Fill(fill) => key == fill.key(),
            Aim::Replace(known) => key == *known || self.made == Some(key),
            Aim::Edit(keys) => keys.contains(&key),
        })
    }

    /// The record as the form has it; what cannot be stored is left as it was.
    pub(super) fn record(&self) -> Record {
        let mut record = self.base.clone();
        for field in self.fields.iter().filter(|field| field.is_changed()) {
            // What is wrong was found when it was typed, and stands beside the field.
            let _ = record.set(field.field, &stored(field.field, field.line.text()));
        }
        record
    }

    /// The step that the form comes to.
    ///
    /// # Errors
    /// It leads nowhere.
    pub(super) fn step(&self, app: &App) -> Result<Transaction, Impossible> {
        let intent = match &self.aim {
            Aim::Add => Intent::Add(self.record()),
            Aim::Create(creator) => match self.record() {
                Record::Customer(customer) => Intent::CreateCustomer(customer, *creator),
                other => Intent::Add(other),
            },
            Aim::Replace(key) => Intent::Replace(*key, self.record()),
            Aim::Edit(keys) => Intent::Edit(keys.to_vec(), self.changes()),
            Aim::Fill(fill) => match self.record() {
                Record::Subscription(filled) => fill.intent(&filled),
                other => Intent::Add(other),
            },
            Aim::Accept(accepting) => return self.accepted(app, accepting),
        };
        intent.transaction(app.book.model(), app.book.today())
    }

    /// The fields that were changed, as they are stored.
    pub(super) fn changes(&self) -> Vec<(FieldRef, String)> {
        let changed = self.fields.iter().filter(|field| field.is_changed());
        changed.map(|f| (f.field, stored(f.field, f.line.text()))).collect()
    }

    /// Checks every changed field, and asks the rules what they would refuse.
    pub(super) fn judge(&mut self, app: &mut App) {
        let today = app.book.today();
        for field in &mut self.fields {
            let mut record = self.base.clone();
            let text = completed(field.field, field.line.text(), today);
            field.wrong = if field.is_changed() { record.set(field.field, &text).err() } else { None };
        }
        self.made = None;
        self.findings = match &self.aim {
            // Many are judged once, when the values are kept.
            Aim::Edit(keys) if keys.len() > MANY => Vec::new(),
            Aim::Edit(_) | Aim::Add | Aim::Create(_) | Aim::Replace(_) | Aim::Fill(_) | Aim::Accept(_) => {
                self.say_rules(app)
            }
        };
    }

    /// What the rules would refuse; when they refuse nothing, what they would warn of.
    fn say_rules(&mut self, app: &mut App) -> Vec<Finding> {
        let step = match self.step(app) {
            Ok(step) => step,
            Err(Impossible::Field(at, wrong)) => {
                let changed = self.fields.iter_mut().find(|field| field.field == at && field.is_changed());
                changed
                    .into_iter()
                    .for_each(|field| field.wrong = field.wrong.take().or(Some(wrong.clone())));
                return Vec::new();
            }
            Err(_) => return Vec::new(),
        };
        let of_table = |key: &Key| key.table() == self.table();
        let mut after = step.changes.iter().filter_map(|change| change.after.as_ref()).map(Record::key);
        self.made = after.rfind(of_table);
        match app.book.would(&step) {
            Err(Rejection::Broken(findings)) => findings,
            Ok(receipt) => receipt.appeared.into_iter().filter(|f| f.severity <= Severity::Warning).collect(),
            Err(Rejection::Stale(_) | Rejection::Nothing) => Vec::new(),
        }
    }
}
