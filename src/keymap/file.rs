//! The keymap file: read by stock `ron`, strictly; what is unknown is named with its place. Knows no language.

use super::context::Context;
use super::key::{Key, Sequence};
use super::nearest::nearest;
use crate::action::{Action, Group};
use serde::Deserialize;
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use std::fmt;
use std::marker::PhantomData;

/// The newest file format this program reads.
const FORMAT: u32 = 1;

/// A keymap file as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "Keymap")]
pub(super) struct File {
    format: u32,
    #[serde(default)]
    pub prefixes: Pairs<Typed<Sequence>, Typed<Group>>,
    #[serde(default)]
    pub contexts: Pairs<Typed<Context>, Entries>,
}

/// What a context says: the keys of its actions.
type Entries = Pairs<Typed<Action>, Vec<Typed<Sequence>>>;

/// A map in the order of the file, with what is there twice: a hash map would swallow it.
#[derive(Debug)]
pub(super) struct Pairs<K, V>(pub Vec<(K, V)>);

/// A value that the file writes as text.
#[derive(Clone, Debug)]
pub(super) struct Typed<T>(pub T);

/// What a name in a keymap file can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// A context.
    Context,
    /// An action.
    Action,
    /// A key or a sequence of keys.
    Keys,
    /// The group that titles a prefix.
    Group,
    /// A field of the file itself.
    Field,
}

/// What is wrong with a keymap file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A name that means nothing, and the known one nearest to it.
    Unknown(Known, String, Option<&'static str>),
    /// A field that must be there.
    Missing(&'static str),
    /// A format newer than this program.
    Newer(u32),
    /// Not RON of the right shape; the reader's own words, in English.
    Syntax(String),
}

/// Where a keymap file is wrong, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileError {
    /// The file, as the caller named it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong there.
    pub fault: Fault,
}

impl File {
    /// Reads the text of a file; `name` is only for the error.
    pub fn read(name: &str, text: &str) -> Result<File, FileError> {
        let file: File = ron::from_str(text).map_err(|error| spanned(name, error))?;
        if file.format > FORMAT {
            let fault = Fault::Newer(file.format);
            return Err(FileError { file: name.into(), line: 1, column: 1, fault });
        }
        Ok(file)
    }
}

fn spanned(name: &str, error: ron::error::SpannedError) -> FileError {
    let place = error.span.start;
    FileError { file: name.into(), line: place.line, column: place.col, fault: fault(error.code) }
}

fn fault(error: ron::Error) -> Fault {
    match error {
        ron::Error::NoSuchEnumVariant { expected, found, .. } => {
            let near = nearest(&found, expected);
            Fault::Unknown(kind(expected), found, near)
        }
        ron::Error::NoSuchStructField { expected, found, .. } => {
            let near = nearest(&found, expected);
            Fault::Unknown(Known::Field, found, near)
        }
        ron::Error::MissingStructField { field, .. } => Fault::Missing(field),
        other => Fault::Syntax(other.to_string()),
    }
}

/// The lists of names tell apart what was expected: serde's errors carry nothing else.
fn kind(expected: &'static [&'static str]) -> Known {
    match expected {
        names if names == Context::NAMES => Known::Context,
        names if names == Action::NAMES => Known::Action,
        names if names == Group::NAMES => Known::Group,
        names if names == Key::NAMES => Known::Keys,
        _ => Known::Field,
    }
}

/// What is read from one piece of text.
trait Named: Sized {
    const NAMES: &'static [&'static str];
    fn named(text: &str) -> Option<Self>;
}

impl Named for Context {
    const NAMES: &'static [&'static str] = Context::NAMES;
    fn named(text: &str) -> Option<Self> {
        Context::parse(text)
    }
}

impl Named for Action {
    const NAMES: &'static [&'static str] = Action::NAMES;
    fn named(text: &str) -> Option<Self> {
        Action::parse(text)
    }
}

impl Named for Group {
    const NAMES: &'static [&'static str] = Group::NAMES;
    fn named(text: &str) -> Option<Self> {
        Group::parse(text)
    }
}

impl Named for Sequence {
    const NAMES: &'static [&'static str] = Key::NAMES;
    fn named(text: &str) -> Option<Self> {
        text.parse().ok()
    }
}

impl<'de, T: Named> Deserialize<'de> for Typed<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        T::named(&text).map(Typed).ok_or_else(|| D::Error::unknown_variant(&text, T::NAMES))
    }
}

impl<K, V> Default for Pairs<K, V> {
    fn default() -> Self {
        Pairs(Vec::new())
    }
}

impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Deserialize<'de> for Pairs<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PairsVisitor(PhantomData))
    }
}

struct PairsVisitor<K, V>(PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Visitor<'de> for PairsVisitor<K, V> {
    type Value = Pairs<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry()? {
            pairs.push(pair);
        }
        Ok(Pairs(pairs))
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, File, Known};

    fn fault(text: &str) -> (usize, usize, Fault) {
        let error = File::read("keymap.ron", text).unwrap_err();
        assert_eq!(error.file, "keymap.ron");
        (error.line, error.column, error.fault)
    }

    fn unknown(known: Known, found: &str, near: Option<&'static str>) -> Fault {
        Fault::Unknown(known, found.into(), near)
    }

    #[test]
    fn an_unknown_action_is_named_with_its_place_and_its_neighbour() {
        let text = "Keymap(\n  format: 1,\n  contexts: {\"list\": {\n    \"row-dwon\": [\"j\"],\n  }},\n)";
        assert_eq!(fault(text), (4, 6, unknown(Known::Action, "row-dwon", Some("row-down"))));
    }

    #[test]
    fn unknown_contexts_keys_groups_and_fields_are_named() {
        let context = fault("Keymap(format: 1, contexts: {\"lists\": {}})");
        assert_eq!(context.2, unknown(Known::Context, "lists", Some("list")));
        let key = fault("Keymap(format: 1, contexts: {\"list\": {\"save\": [\"PageDwn\"]}})");
        assert_eq!(key.2, unknown(Known::Keys, "PageDwn", Some("PageDown")));
        let group = fault("Keymap(format: 1, prefixes: {\"g\": \"goo\"})");
        assert_eq!(group.2, unknown(Known::Group, "goo", Some("go")));
        let field = fault("Keymap(format: 1, context: {})");
        assert_eq!(field.2, unknown(Known::Field, "context", Some("contexts")));
    }

    #[test]
    fn a_missing_format_a_newer_one_and_what_is_no_ron_are_refused() {
        assert_eq!(fault("Keymap()").2, Fault::Missing("format"));
        assert_eq!(fault("Keymap(format: 2)").2, Fault::Newer(2));
        assert!(matches!(fault("Keymap(format: 1").2, Fault::Syntax(_)));
    }
}
