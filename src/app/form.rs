//! A form: the fields of one record, or those that marked records share. What is wrong stands beside its field while
//! it is typed; the rules are asked after every change, and what they refuse is refused here already.

mod accept;
mod begin;
mod judge;
mod keep;
mod keys;
mod left;
mod text;
mod wrong;

pub use text::{choices_of, names_a_record, value_of};
pub(super) use text::{completed_day, text_of};

use super::App;
use super::line::Line;
use crate::edit::ops::{self, Fill};
use crate::model::{FieldRef, Key, Kind, Record, TableName, Wrong};
use crate::rules::Finding;
use accept::Accepting;
use std::sync::Arc;
use text::is_own;

/// A field of a form.
#[derive(Clone, Debug)]
pub struct FormField {
    /// Which field.
    pub field: FieldRef,
    /// What stands in it.
    pub line: Line,
    /// Why that cannot be stored.
    pub wrong: Option<Wrong>,
    before: String,
}

impl FormField {
    /// True when it was changed.
    pub fn is_changed(&self) -> bool {
        self.line.text() != self.before
    }
}

/// What a form makes of its fields.
#[derive(Clone, Debug)]
enum Aim {
    Add,
    Create(ops::Creator),
    Replace(Key),
    Edit(Arc<[Key]>),
    Accept(Accepting),
    Fill(Fill),
}

/// A form over the panes.
#[derive(Clone, Debug)]
pub struct Form {
    /// What it is for, safe to show.
    pub title: String,
    /// The fields.
    pub fields: Vec<FormField>,
    /// The field of the cursor.
    pub cursor: usize,
    /// What the rules say of it as it stands: what they refuse, else what they would warn of.
    pub findings: Vec<Finding>,
    /// The record that it makes, as the step has it; nothing while it makes none.
    made: Option<Key>,
    base: Record,
    aim: Aim,
}

impl Form {
    /// A form for a new record that starts from this one.
    pub fn add(app: &mut App, base: Record) -> Self {
        let aim = match (&base, app.creator()) {
            (Record::Customer(_), Some(creator)) => Aim::Create(creator),
            _ => Aim::Add,
        };
        let title = app.lang.overlays().new_record(app.lang.table(base.key().table()));
        Self::new(app, title, base, aim)
    }

    /// A form for a record of the book, with the cursor on a field.
    pub fn edit(app: &mut App, key: Key, field: Option<FieldRef>) -> Option<Self> {
        let base = app.book.model().get(key)?;
        let title = app.lang.overlays().edit_record(&app.book.model().name(key).show());
        let mut form = Self::new(app, title, base, Aim::Replace(key));
        form.cursor = form.fields.iter().position(|f| Some(f.field) == field).unwrap_or(form.cursor);
        Some(form)
    }

    /// A form for what marked records of one table share: an empty field leaves each as it is.
    pub fn edit_many(app: &mut App, keys: Vec<Key>) -> Option<Self> {
        let base = Record::empty(*keys.first()?);
        let title = app.lang.overlays().edit_many(keys.len());
        let mut form = Self::new(app, title, base, Aim::Edit(keys.into()));
        for field in &mut form.fields {
            (field.line, field.before) = (Line::default(), String::new());
        }
        form.fields.retain(|field| !is_own(field.field));
        Some(form)
    }

    /// A form for the few values of an operation on a subscription.
    pub fn fill(app: &mut App, fill: Fill) -> Option<Self> {
        let base = fill.base(app.book.model())?;
        let name = app.book.model().name(fill.key());
        let title = app.lang.overlays().labelled(app.lang.verb(fill.verb()), &name.show());
        Some(Self::new(app, title, base.into(), Aim::Fill(fill)))
    }

    fn new(app: &mut App, title: String, base: Record, aim: Aim) -> Self {
        let all = FieldRef::of(base.key().table()).into_iter().filter(|f| f.kind() != Kind::Parts);
        let shown: Vec<FieldRef> = match &aim {
            Aim::Fill(fill) => fill.fields().iter().copied().map(FieldRef::Subscription).collect(),
            Aim::Add | Aim::Create(_) | Aim::Replace(_) | Aim::Edit(_) | Aim::Accept(_) => all.collect(),
        };
        let fields: Vec<FormField> = shown
            .into_iter()
            .map(|field| {
                let text = text_of(&base, field);
                FormField { field, line: Line::new(&text), wrong: None, before: text }
            })
            .collect();
        // The key comes first in the catalogue, but people begin with the name.
        let begins = |f: &FormField| f.field.name() == "name" && !matches!(aim, Aim::Fill(_));
        let cursor = fields.iter().position(begins).unwrap_or(0);
        let mut form = Self { title, fields, cursor, findings: Vec::new(), made: None, base, aim };
        form.judge(app);
        form
    }

    /// The field of the cursor.
    pub fn here(&self) -> &FormField {
        &self.fields[self.cursor]
    }

    /// True when anything was changed.
    pub fn is_changed(&self) -> bool {
        self.fields.iter().any(FormField::is_changed)
    }

    /// The table it is about.
    pub fn table(&self) -> TableName {
        self.base.key().table()
    }
}
