//! JSON text into a tree that keeps the order and the doubles of keys, strictly first, then forgiving comments and
//! trailing commas. Knows the grammar, not the contents.

use compact_str::CompactString;
use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use std::cell::Cell;
use std::fmt;

use super::tolerant::{self, Tolerated};

/// So many values are read of one file: a file of nothing but small values takes many times its size in memory.
pub const MOST_VALUES: usize = 8_000_000;

/// What the reader says when there are more; it is found again in the message.
const TOO_MANY: &str = "too many values";

/// A JSON value; an object keeps its keys in order, doubled ones too.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(serde_json::Number),
    /// A string.
    Text(CompactString),
    /// An array.
    List(Vec<Json>),
    /// An object.
    Object(Vec<(CompactString, Json)>),
}

/// Why a text is not JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A typographic quote stands where `"` belongs.
    SmartQuote,
    /// A backslash before a character that has no escape.
    BadEscape,
    /// After the end of the document another one begins.
    SecondDocument,
    /// After the end of the document there is something else.
    TrailingText,
    /// Objects within objects, more than 127 deep.
    TooDeep,
    /// More than [`MOST_VALUES`] values.
    TooMany,
    /// The text ends in the middle.
    CutOff,
    /// A line break or another control character inside a string.
    ControlCharacter,
    /// A placeholder such as `<id>` without quotes.
    BarePlaceholder,
    /// A key without its quotes.
    BareKey,
    /// A bracket closes what another one opened: one is missing before.
    Unclosed,
    /// A comma is missing between two values. It is never guessed.
    MissingComma,
    /// A colon is missing after a key.
    MissingColon,
    /// A number that no number type holds.
    BadNumber,
    /// Anything else.
    Unexpected,
}

/// A fault and where it is; lines and columns count from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// What is wrong.
    pub fault: Fault,
    /// The line.
    pub line: usize,
    /// The column.
    pub column: usize,
}

/// Reads one JSON document: strictly, and when that fails once more without comments and trailing commas.
///
/// # Errors
/// What is wrong and where, of the second try.
pub fn parse(text: &str) -> Result<(Json, Tolerated), JsonError> {
    if let Ok(json) = strict(text) {
        return Ok((json, Tolerated::default()));
    }
    let (cleaned, tolerated) = tolerant::clean(text);
    strict(&cleaned).map(|json| (json, tolerated)).map_err(|error| locate(text, &error))
}

fn strict(text: &str) -> Result<Json, serde_json::Error> {
    at_most(text, MOST_VALUES)
}

/// Reads a document of at most so many values.
fn at_most(text: &str, most: usize) -> Result<Json, serde_json::Error> {
    let left = Cell::new(most);
    let mut reader = serde_json::Deserializer::from_str(text);
    let json = Tree(&left).deserialize(&mut reader)?;
    reader.end()?;
    Ok(json)
}

fn locate(text: &str, error: &serde_json::Error) -> JsonError {
    let offset = offset(text, error.line(), error.column());
    let (before, rest) = text.split_at(offset);
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    JsonError {
        fault: fault(&error.to_string(), &before[line_start..], rest),
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
    }
}

/// The byte that `serde_json` complains about. It counts columns in bytes, and a line break that it has consumed as
/// column 0 of the line after.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let start = match line.saturating_sub(1) {
        0 => 0,
        breaks => memchr::memchr_iter(b'\n', text.as_bytes()).nth(breaks - 1).map_or(0, |at| at + 1),
    };
    let mut offset = (start + column).saturating_sub(1).min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

const SMART: [char; 5] = ['“', '”', '„', '‘', '’'];

/// Sorts the messages of `serde_json`, which keeps its codes to itself, by what stands at the place.
fn fault(message: &str, line_before: &str, rest: &str) -> Fault {
    let starts = |words: &[&str]| words.iter().any(|word| message.starts_with(word));
    if starts(&["recursion"]) {
        Fault::TooDeep
    } else if starts(&[TOO_MANY]) {
        Fault::TooMany
    } else if starts(&["EOF"]) {
        Fault::CutOff
    } else if starts(&["invalid escape", "invalid unicode", "lone leading", "unexpected end of hex"]) {
        Fault::BadEscape
    } else if starts(&["control character"]) {
        open_string_fault(line_before)
    } else if starts(&["trailing characters"]) {
        if rest.starts_with(['{', '[']) || rest.starts_with("HTTP/") {
            Fault::SecondDocument
        } else {
            Fault::TrailingText
        }
    } else if starts(&["number out of range", "invalid number"]) {
        Fault::BadNumber
    } else if rest.starts_with(SMART) {
        Fault::SmartQuote
    } else if rest.starts_with('<') {
        Fault::BarePlaceholder
    } else if starts(&["expected `:`"]) {
        Fault::MissingColon
    } else if starts(&["expected `,`"]) {
        if rest.starts_with(['}', ']']) { Fault::Unclosed } else { Fault::MissingComma }
    } else if starts(&["key must"]) && rest.starts_with(char::is_alphabetic) {
        Fault::BareKey
    } else {
        Fault::Unexpected
    }
}

/// A string that runs over the end of its line: most often a typographic quote closed it.
fn open_string_fault(line_before: &str) -> Fault {
    let last = line_before.rsplit('"').next().unwrap_or_default();
    if last.contains(['“', '”']) { Fault::SmartQuote } else { Fault::ControlCharacter }
}

/// A key; short ones, nearly all, take no memory of their own.
struct Key(CompactString);

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_str(KeyVisitor).map(Self)
    }
}

struct KeyVisitor;

impl Visitor<'_> for KeyVisitor {
    type Value = CompactString;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a key")
    }

    fn visit_str<E>(self, value: &str) -> Result<CompactString, E> {
        Ok(value.into())
    }
}

/// Builds the tree and counts down its values; `serde_json` itself bounds the depth.
#[derive(Clone, Copy)]
struct Tree<'c>(&'c Cell<usize>);

impl Tree<'_> {
    /// Takes one more value.
    fn count<E: de::Error>(self) -> Result<Self, E> {
        let left = self.0.get().checked_sub(1).ok_or_else(|| E::custom(TOO_MANY))?;
        self.0.set(left);
        Ok(self)
    }
}

impl<'de> DeserializeSeed<'de> for Tree<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Json, D::Error> {
        from.deserialize_any(self.count()?)
    }
}

impl<'de> Visitor<'de> for Tree<'_> {
    type Value = Json;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Json, E> {
        Ok(Json::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Json, E> {
        Ok(Json::Number(value.into()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Json, E> {
        Ok(Json::Number(value.into()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Json, E> {
        Ok(serde_json::Number::from_f64(value).map_or(Json::Null, Json::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Json, E> {
        Ok(Json::Text(value.into()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self)? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut object = Vec::new();
        while let Some(Key(key)) = entries.next_key()? {
            object.push((key, entries.next_value_seed(self)?));
        }
        Ok(Json::Object(object))
    }
}

impl Json {
    /// Gives the value of a key of an object, the first one that is spelt so but for case.
    pub fn get(&self, key: &str) -> Option<&Json> {
        let Json::Object(entries) = self else { return None };
        entries.iter().find(|(name, _)| name.eq_ignore_ascii_case(key)).map(|(_, value)| value)
    }

    /// Tells whether an object has a key, whatever its value and its case.
    pub fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    /// Gives the items of an array.
    pub fn list(&self) -> Option<&[Json]> {
        if let Json::List(items) = self { Some(items) } else { None }
    }

    /// Gives the text of a string, not blank.
    pub fn text(&self) -> Option<&str> {
        if let Json::Text(text) = self { Some(text.trim()).filter(|text| !text.is_empty()) } else { None }
    }

    /// Gives a scalar as text: a string as it is, a number or a truth value as it would be written.
    pub fn scalar(&self) -> Option<String> {
        match self {
            Json::Text(text) => Some(text.to_string()),
            Json::Number(number) => Some(number.to_string()),
            Json::Bool(value) => Some(value.to_string()),
            Json::Null | Json::List(_) | Json::Object(_) => None,
        }
    }

    /// Tells whether the value says nothing: `null`, an empty or blank string.
    pub fn is_blank(&self) -> bool {
        match self {
            Json::Null => true,
            Json::Text(text) => text.trim().is_empty(),
            Json::Bool(_) | Json::Number(_) | Json::List(_) | Json::Object(_) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> (Fault, usize, usize) {
        let error = parse(text).unwrap_err();
        (error.fault, error.line, error.column)
    }

    #[test]
    fn values_are_counted_and_too_many_have_a_place() {
        let text = "[{\"a\": 1},\n [2, 3]]";
        assert!(at_most(text, 6).is_ok());
        let JsonError { fault, line, .. } = locate(text, &at_most(text, 5).unwrap_err());
        assert_eq!((fault, line), (Fault::TooMany, 2));
    }

    #[test]
    fn order_and_doubles_are_kept() {
        let (json, tolerated) = parse(r#"{"b": 1, "a": null, "b": [true, 0.5, "x"]}"#).unwrap();
        let Json::Object(entries) = &json else { panic!("an object") };
        assert_eq!(entries.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>(), ["b", "a", "b"]);
        assert_eq!(tolerated, Tolerated::default());
        assert_eq!(json.get("B").and_then(Json::scalar).as_deref(), Some("1"));
    }

    #[test]
    fn comments_and_trailing_commas_are_forgiven_and_counted() {
        let text = "{ // note\n \"a\": [1, 2,], /* x\n */ \"u\": \"http://x,]\",\n}";
        let (json, tolerated) = parse(text).unwrap();
        assert_eq!(json.get("u").and_then(Json::text), Some("http://x,]"));
        assert_eq!((tolerated.comments, tolerated.commas, tolerated.first_line), (2, 2, 1));
    }

    #[test]
    fn faults_have_their_kind_and_place() {
        let cases = [
            ("{\n  \"a\": \"\\*\"\n}", (Fault::BadEscape, 2, 10)),
            ("{\n  “a”: 1\n}", (Fault::SmartQuote, 2, 3)),
            ("{\n  \"a\": \"b”,\n  \"c\": 1\n}", (Fault::SmartQuote, 2, 12)),
            ("{\"a\": \"b\nc\"}", (Fault::ControlCharacter, 1, 9)),
            ("{\"a\": 1}\n{\"a\": 2}", (Fault::SecondDocument, 2, 1)),
            ("{\"a\": 1}\nWWW", (Fault::TrailingText, 2, 1)),
            ("{\"é\": <id>}", (Fault::BarePlaceholder, 1, 7)),
            ("{\"a\": 1,\n b\": 2}", (Fault::BareKey, 2, 2)),
            ("{\"a\": 1 \"b\": 2}", (Fault::MissingComma, 1, 9)),
            ("[{\"a\": 1\n]", (Fault::Unclosed, 2, 1)),
            ("{\"a\" 1}", (Fault::MissingColon, 1, 6)),
            ("{\"a\": 1e999}", (Fault::BadNumber, 1, 11)),
            ("[1, ,2]", (Fault::Unexpected, 1, 5)),
        ];
        for (text, expected) in cases {
            assert_eq!(refused(text), expected, "{text}");
        }
        assert_eq!(refused("{\"a\": [1").0, Fault::CutOff);
        assert_eq!(refused("").0, Fault::CutOff);
        assert_eq!(refused(&"[".repeat(200)).0, Fault::TooDeep);
    }

    #[test]
    fn places_after_forgiven_parts_are_those_of_the_file() {
        assert_eq!(refused("{ // one\n \"é\": 1, /* two */ b: 1 }"), (Fault::BareKey, 2, 20));
    }
}
