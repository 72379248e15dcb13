//! Copying rows: as text, id, name, JSON, RON, Markdown. What leaves is made safe for where it goes.

use super::App;
use super::Effect;
use super::notice::Notice;
use crate::action::Action;
use crate::model::{FieldRef, Key, Value};

impl App {
    /// Copies the records that an action is on.
    pub(super) fn copy_here(&mut self, action: Action) {
        let keys = self.pane().targets();
        if keys.is_empty() {
            return self.say(Notice::refused(self.lang.overlays().needs_record, &[]));
        }
        self.copy(action, &keys);
    }

    /// Copies some records in a form.
    pub(super) fn copy(&mut self, action: Action, keys: &[Key]) {
        let parts: Vec<String> = keys.iter().filter_map(|key| self.copied(action, *key)).collect();
        self.effect(Effect::Copy(parts.join("\n")));
        let name =
            keys.first().map(|key| self.book.model().name(*key).show().into_owned()).unwrap_or_default();
        let text = self.lang.overlays().copied(self.lang.action_label(action), &name, keys.len() - 1);
        self.say(Notice::done(text, &[]));
    }

    fn copied(&self, action: Action, key: Key) -> Option<String> {
        let record = self.book.model().get(key)?;
        let name = self.book.model().name(key).show().into_owned();
        let cells = || {
            let fields = FieldRef::of(key.table());
            let cell = |field: &FieldRef| (field.name(), record.get(*field));
            fields.iter().map(cell).filter(|(_, value)| *value != Value::Empty).collect::<Vec<_>>()
        };
        Some(match action {
            Action::CopyId => key.id_text(),
            Action::CopyName => name,
            Action::CopyJson => {
                let fields = cells().into_iter().map(|(name, value)| (name.to_owned(), json(&value)));
                serde_json::Value::Object(fields.collect()).to_string()
            }
            Action::CopyRon => ron::to_string(&record).ok()?,
            Action::CopyMarkdown => {
                let shown = cells().into_iter().map(|(_, value)| escape_markdown(&shown(&value)));
                format!("| {} |", shown.collect::<Vec<_>>().join(" | "))
            }
            _ => {
                let shown =
                    cells().into_iter().map(|(_, value)| shown(&value)).filter(|text| !text.is_empty());
                shown.collect::<Vec<_>>().join("  ")
            }
        })
    }
}

/// A value as JSON: missing is null, days as text.
fn json(value: &Value) -> serde_json::Value {
    match value {
        Value::Empty => serde_json::Value::Null,
        Value::Text(text) => text.raw().into(),
        Value::Number(n) => (*n).into(),
        Value::Flag(flag) => (*flag).into(),
        Value::Day(day) => day.to_string().into(),
        Value::Moment(moment) => moment.to_string().into(),
        Value::Choice(code) => (*code).into(),
        Value::Code(code) => code.as_str().into(),
        Value::List(values) => values.iter().map(json).collect(),
    }
}

/// A value as text on a line.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => text.show().into_owned(),
        Value::Number(n) => n.to_string(),
        Value::Flag(flag) => flag.to_string(),
        Value::Day(day) => day.to_string(),
        Value::Moment(moment) => moment.to_string(),
        Value::Choice(code) => (*code).to_owned(),
        Value::Code(code) => code.clone(),
        Value::List(values) => values.iter().map(shown).collect::<Vec<_>>().join(", "),
    }
}

fn escape_markdown(text: &str) -> String {
    text.chars().flat_map(|c| ("\\|`*_[]<>#!".contains(c)).then_some('\\').into_iter().chain([c])).collect()
}
