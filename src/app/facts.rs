//! What a record without lines of its own says: every field that is filled, by its label.

use super::App;
use super::inspect::Info;
use crate::model::{FieldRef, Key, TenantId, Value};

impl App {
    /// The filled fields of a record, in the order of forms; tenants and subscriptions by their names.
    pub(super) fn facts(&self, key: Key) -> Option<Vec<Info>> {
        let record = self.book.model().get(key)?;
        let fields = FieldRef::of(key.table()).into_iter();
        let filled = fields.map(|field| (field, record.get(field))).filter(|(_, value)| is_told(value));
        let line = |(field, value)| Info {
            label: self.lang.field(field).to_owned(),
            text: self.told(&value),
            level: None,
        };
        Some(filled.map(line).collect())
    }

    fn told(&self, value: &Value) -> String {
        match value {
            Value::Empty => String::new(),
            Value::Text(text) => text.show().into_owned(),
            Value::Number(n) => n.to_string(),
            Value::Flag(flag) => self.lang.choice(if *flag { "yes" } else { "no" }).into_owned(),
            Value::Day(day) => day.to_string(),
            Value::Moment(at) => at.day().to_string(),
            Value::Choice(code) => self.lang.choice(code).into_owned(),
            Value::Code(code) => self.named(code),
            Value::List(values) => values.iter().map(|v| self.told(v)).collect::<Vec<_>>().join(", "),
        }
    }

    /// The name of the record that an id means; the id where it means none.
    fn named(&self, code: &str) -> String {
        let model = self.book.model();
        let tenant = code.parse::<TenantId>().ok();
        let keys =
            [tenant.map(Key::Partner), tenant.map(Key::Customer), code.parse().ok().map(Key::Subscription)];
        let known = keys.into_iter().flatten().find(|key| model.contains(*key));
        known.map_or_else(|| code.to_owned(), |key| model.name(key).show().into_owned())
    }
}

fn is_told(value: &Value) -> bool {
    match value {
        Value::Empty | Value::Flag(false) => false,
        Value::List(values) => !values.is_empty(),
        Value::Text(_)
        | Value::Number(_)
        | Value::Flag(true)
        | Value::Day(_)
        | Value::Moment(_)
        | Value::Choice(_)
        | Value::Code(_) => true,
    }
}
