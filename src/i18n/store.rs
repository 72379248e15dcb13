//! What the disk refused and what a file holds, in sentences. Paths and texts from files are made safe to show here.

use super::{Lang, en, fr};
use crate::keymap::nearest;
use crate::model::{FieldRef, Model, Record, Value, show};
use crate::store::bad::{BadFile, Subject};
use crate::store::error::Cause;
use crate::store::{Conflict, Holder, Notice, StoreError};
use std::path::Path;

impl Lang {
    /// Why a book or a file of the user's cannot be read or written: what happened, why, what leads on.
    pub fn store_error(self, error: &StoreError) -> String {
        match self {
            Self::En => en::store::error(error),
            Self::Fr => fr::store::error(error),
        }
    }

    /// What the system answered, in a few words: "no space is left".
    pub fn cause(self, cause: Cause) -> String {
        match self {
            Self::En => en::store::cause(cause),
            Self::Fr => fr::store::cause(cause),
        }
    }

    /// That what a command tells cannot be written, and why.
    pub fn not_put_out(self, cause: Cause) -> String {
        match self {
            Self::En => en::store::output(cause),
            Self::Fr => fr::store::output(cause),
        }
    }

    /// Something worth saying about a book that was opened.
    pub fn store_notice(self, notice: &Notice) -> String {
        match self {
            Self::En => en::store::notice(notice),
            Self::Fr => fr::store::notice(notice),
        }
    }
}

/// A path, safe to show.
pub(super) fn path(path: &Path) -> String {
    show(&path.to_string_lossy()).into_owned()
}

/// The name of a record that two changed, and for a field what theirs was; all safe to show.
pub(super) fn told(conflict: &Conflict) -> (String, Option<(FieldRef, String)>) {
    let name = |record: &Record| {
        let mut alone = Model::default();
        alone.put(record.clone());
        alone.name(record.key()).show().into_owned()
    };
    let named = conflict.theirs.as_ref().map_or_else(|| conflict.key.to_string(), name);
    let theirs = |field| conflict.theirs.as_ref().map(|theirs| (field, value(&theirs.get(field))));
    (named, conflict.field.and_then(theirs))
}

fn value(value: &Value) -> String {
    match value {
        Value::Empty => "-".to_owned(),
        Value::Text(text) => text.show().into_owned(),
        Value::Number(n) => n.to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::Day(day) => day.to_string(),
        Value::Moment(moment) => moment.to_string(),
        Value::Choice(code) => (*code).to_owned(),
        Value::Code(code) => show(code).into_owned(),
        Value::List(values) => values.iter().map(self::value).collect::<Vec<_>>().join(", "),
    }
}

/// Where a fault stands in its file.
pub(super) struct Spot {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1.
    pub column: usize,
    /// The row of the record, from 1, and its name or else its id; empty when it has neither.
    pub record: Option<(usize, String)>,
    /// The field; empty when it is none.
    pub field: String,
}

impl Spot {
    /// Where the fault of a file stands.
    pub fn of(bad: &BadFile) -> Self {
        let name = |subject: &Subject| {
            let words = subject.name.as_ref().or(subject.id.as_ref());
            words.map(|words| words.show().into_owned()).unwrap_or_default()
        };
        Self {
            line: bad.line,
            column: bad.column,
            record: bad.record.as_ref().map(|subject| (subject.row, name(subject))),
            field: bad.field.as_ref().map(|field| field.show().into_owned()).unwrap_or_default(),
        }
    }
}

/// What would be right instead of an unknown name: the nearest, or all of them when they are few.
pub(super) enum Instead {
    /// One is near.
    Near(&'static str),
    /// These are all.
    These(String),
}

/// The most names that a sentence lists.
const MOST: usize = 12;

/// What would be right instead of `found`.
pub(super) fn instead(found: &str, known: &[&'static str]) -> Option<Instead> {
    if let Some(near) = nearest(found, known) {
        return Some(Instead::Near(near));
    }
    (1..=MOST).contains(&known.len()).then(|| Instead::These(known.join(", ")))
}

/// The parts of a lock's signature that are known: process, user, computer, time, each safe to show.
pub(super) fn signature(holder: &Holder) -> [Option<String>; 4] {
    let safe = |text: &Option<String>| text.as_deref().map(|text| show(text).into_owned());
    [
        holder.pid.map(|pid| pid.to_string()),
        safe(&holder.user),
        safe(&holder.host),
        holder.since.as_deref().map(|since| show(&since.replace('T', " ").replace('Z', " UTC")).into_owned()),
    ]
}

#[cfg(test)]
mod tests;
