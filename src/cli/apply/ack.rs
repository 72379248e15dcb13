//! What is told of a confirmed edit: one line, the same in every language, for programs that read it.

use std::fmt::Write as _;

use super::super::args::Format;
use super::super::fail::Fail;
use super::super::item::{Item, Json, cell, json, safe};
use super::super::out::Out;
use crate::model::{FieldRef, Key, Model, Transaction};

/// A confirmed edit.
#[derive(Debug, PartialEq)]
pub struct Ack {
    word: &'static str,
    /// The record that is meant.
    record: Option<Key>,
    /// What is told of it.
    parts: Vec<(&'static str, Json)>,
}

impl Ack {
    /// An edit of a record, with the fields that were set as they are in the book now; of an edit without one record how
    /// many were changed.
    pub fn of_record(
        word: &'static str,
        model: &Model,
        record: Option<Key>,
        fields: &[FieldRef],
        changed: usize,
    ) -> Self {
        let now = record.and_then(|key| model.get(key));
        let part = |field: &FieldRef| {
            Some((field.name(), now.as_ref().map_or(Json::Null, |now| json(now.get(*field)))))
        };
        let parts = match record {
            Some(_) => fields.iter().filter_map(part).collect(),
            None => vec![("records", changed.into())],
        };
        Self { word, record, parts }
    }

    /// A step that was taken back or done again.
    pub fn of_step(word: &'static str, step: &Transaction) -> Self {
        let mut keys = step.keys();
        let (first, second) = (keys.next(), keys.next());
        let record = first.filter(|_| second.is_none());
        let parts = if record.is_some() { Vec::new() } else { vec![("records", step.changes.len().into())] };
        Self { word, record, parts }
    }

    /// A save.
    pub fn of_save(generation: u64) -> Self {
        Self { word: "Save", record: None, parts: vec![("generation", generation.into())] }
    }

    /// Writes the line at once: whoever waits for it goes on.
    ///
    /// # Errors
    /// As [`Out::data`].
    pub fn tell(&self, number: usize, line: usize, format: Format, out: &mut Out) -> Result<(), Fail> {
        match format {
            Format::Json | Format::Jsonl => out.data(&self.object(number, line)?)?,
            Format::Text | Format::Tsv | Format::Md => out.data(&self.words(number))?,
        }
        out.end()
    }

    fn words(&self, number: usize) -> String {
        let mut words = format!("ack {number} {}", self.word);
        // Writing to a String cannot fail.
        if let Some(record) = self.record {
            write!(words, " {record}").unwrap_or_default();
        }
        for (name, value) in &self.parts {
            write!(words, " {name}={}", cell(value)).unwrap_or_default();
        }
        words
    }

    fn object(&self, number: usize, line: usize) -> Result<String, Fail> {
        let record = self.record.map(|key| key.to_string());
        let mut item = Item::new([
            ("ack", number.into()),
            ("line", line.into()),
            ("edit", self.word.into()),
            ("record", record.into()),
        ]);
        self.parts.iter().for_each(|(name, value)| item.push(*name, value.clone()));
        let text = serde_json::to_string(&item).map_err(anyhow::Error::from)?;
        Ok(safe(&text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Customer, CustomerField, Guid, TenantId};

    fn model() -> (Model, Key) {
        let mut model = Model::default();
        let customer =
            Customer { tenant: TenantId(Guid::own(1)), note: "a\n\u{1b}[2J".into(), ..Customer::default() };
        let key = Key::Customer(customer.tenant);
        drop(model.put(customer.into()));
        (model, key)
    }

    #[test]
    fn a_line_names_record_and_values_and_is_safe() {
        let (model, key) = model();
        let fields = [FieldRef::Customer(CustomerField::Note), FieldRef::Customer(CustomerField::Country)];
        let ack = Ack::of_record("Set", &model, Some(key), &fields, 1);
        let words = ack.words(3);
        assert!(
            words.starts_with(&format!("ack 3 Set {key} note=a")) && words.ends_with(" country="),
            "{words}"
        );
        assert!(!words.contains(['\n', '\u{1b}']), "{words:?}");
        let object: Json = serde_json::from_str(&ack.object(3, 9).unwrap()).unwrap();
        assert_eq!((&object["ack"], &object["line"], &object["edit"]), (&3.into(), &9.into(), &"Set".into()));
        assert_eq!(object["note"], "a\n\u{1b}[2J");
    }

    #[test]
    fn an_edit_of_many_records_tells_how_many() {
        let (model, _) = model();
        assert_eq!(Ack::of_record("Import", &model, None, &[], 7).words(1), "ack 1 Import records=7");
        assert_eq!(Ack::of_save(4).words(2), "ack 2 Save generation=4");
    }
}
