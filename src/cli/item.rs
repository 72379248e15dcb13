//! What a command lists, as data: names of fields and values, in their order, for every format.

use std::borrow::Cow;
use std::fmt::Write as _;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::model::{Text, Value, is_hostile, show};

/// A value; the text in it is as it came.
pub type Json = serde_json::Value;

/// One thing that is listed: its fields in their order.
#[derive(Clone, Debug, PartialEq)]
pub struct Item(pub Vec<(Cow<'static, str>, Json)>);

impl Item {
    /// An item with these fields.
    pub fn new<const N: usize>(fields: [(&'static str, Json); N]) -> Self {
        Self(fields.into_iter().map(|(name, value)| (name.into(), value)).collect())
    }

    /// Adds a field.
    pub fn push(&mut self, name: impl Into<Cow<'static, str>>, value: impl Into<Json>) {
        self.0.push((name.into(), value.into()));
    }

    /// Leaves these fields only, and the id.
    pub fn keep(&mut self, names: &[&str]) {
        self.0.retain(|(own, _)| {
            let own = own.strip_suffix("_name").unwrap_or(own);
            own == "id" || names.contains(&own)
        });
    }

    /// The value of a field; null when there is none.
    pub fn get(&self, name: &str) -> &Json {
        self.0.iter().find(|(own, _)| own == name).map_or(&Json::Null, |(_, value)| value)
    }

    /// What a table shows of a field: for an id of another record the name of that record.
    pub fn shown(&self, name: &str) -> &Json {
        match self.get(&format!("{name}_name")) {
            Json::Null => self.get(name),
            value => value,
        }
    }
}

impl Serialize for Item {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// A value of the catalogue as data: nothing is null, never an empty text.
pub fn json(value: Value) -> Json {
    match value {
        Value::Empty => Json::Null,
        Value::Text(text) => text_json(&text),
        Value::Number(n) => n.into(),
        Value::Flag(flag) => flag.into(),
        Value::Day(day) => day.to_string().into(),
        Value::Moment(moment) => moment.to_string().into(),
        Value::Choice(code) => code.into(),
        Value::Code(code) => code.into(),
        Value::List(list) => list.into_iter().map(json).collect(),
    }
}

/// A text as data.
pub fn text_json(text: &Text) -> Json {
    if text.is_empty() { Json::Null } else { text.raw().into() }
}

/// A value as one cell of a table, safe to show and without tabs and line ends.
pub fn cell(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::Bool(flag) => flag.to_string(),
        Json::Number(n) => n.to_string(),
        Json::String(text) => show(text).into_owned(),
        Json::Array(list) => list.iter().map(cell).collect::<Vec<_>>().join(", "),
        Json::Object(_) => show(&value.to_string()).into_owned(),
    }
}

/// JSON text in which nothing can harm a terminal: hostile characters are escaped, as JSON allows everywhere in texts.
pub fn safe(json: &str) -> String {
    let mut safe = String::with_capacity(json.len());
    for c in json.chars() {
        if c == '\u{7f}' || is_hostile(c) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                // Writing to a String cannot fail.
                write!(safe, "\\u{unit:04x}").unwrap_or_default();
            }
        } else {
            safe.push(c);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_safe_and_still_says_the_same() {
        let hostile = "a\u{202e}\u{1b}\u{7f}\u{e0041}\u{9b}é\t\n\"";
        let text = safe(&serde_json::to_string(hostile).unwrap());
        assert!(text.chars().all(|c| !c.is_control() && !is_hostile(c)), "{text}");
        assert_eq!(serde_json::from_str::<String>(&text).unwrap(), hostile);
    }

    #[test]
    fn a_cell_holds_no_tab_and_no_line_end() {
        let words = cell(&Json::from("a\tb\r\nc"));
        assert!(!words.contains(['\t', '\n', '\r']), "{words}");
        assert_eq!(cell(&Json::from(vec!["a", "b"])), "a, b");
    }

    #[test]
    fn fields_keep_their_order() {
        let item = Item::new([("rule", "R".into()), ("file", Json::Null)]);
        assert_eq!(serde_json::to_string(&item).unwrap(), r#"{"rule":"R","file":null}"#);
    }
}
