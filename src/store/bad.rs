//! What is wrong in a file, and where: from an error of the RON reader to file, line, record, field and fault.

use std::path::{Path, PathBuf};

use ron::error::SpannedError;
use serde_path_to_error::{Path as FieldPath, Segment};

use crate::model::{Country, Currency, NotADay, NotAnId, Text};

use super::header;

/// A file whose content is not what belongs there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadFile {
    /// The file.
    pub file: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
    /// The record, when the place is inside one.
    pub record: Option<Subject>,
    /// The field inside the record, such as `support.tenant`, or of the file when there is no record.
    pub field: Option<Text>,
    /// What is wrong, and what would be right.
    pub fault: Fault,
}

/// Which record of a file, as far as its text says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Its position among the rows, from 1.
    pub row: usize,
    /// What its field `id` says.
    pub id: Option<Text>,
    /// What its field `name` says.
    pub name: Option<Text>,
}

/// So many records are read of one file: small ones take many times their size in memory. The program itself splits a
/// table long before.
pub const MOST_ROWS: usize = 1_000_000;

/// A table with more values than this in one file is not read. A file that the program writes has some hundred thousand;
/// what is read takes up to a hundred times the memory of what is written.
pub const MOST_VALUES: usize = 4_000_000;

/// What the reader of rows says when there are more; it is found again here.
pub(super) const TOO_MANY_ROWS: &str = "too many rows";

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The bytes are not UTF-8.
    NotUtf8,
    /// Lines of an unfinished merge stand in the file.
    MergeMarkers,
    /// Zero bytes stand at the end: the disk lost what was written.
    TrailingNuls,
    /// The file holds something else than its name says.
    WrongRoot {
        /// The name at the top that belongs there.
        expected: &'static str,
        /// The name that stands there.
        found: Text,
    },
    /// A field that no record of this kind has.
    UnknownField {
        /// The field that stands there.
        found: Text,
        /// The fields that there are.
        known: Vec<&'static str>,
    },
    /// A field that every record of this kind needs.
    MissingField(&'static str),
    /// A field that stands there twice.
    DoubledField(&'static str),
    /// A word that is none of the choices.
    UnknownChoice {
        /// The word that stands there.
        found: Text,
        /// The choices that there are.
        known: Vec<&'static str>,
    },
    /// Something of another kind, or nothing, stands where this belongs.
    Expected(Expected),
    /// A number beyond what the field holds.
    NumberTooLarge,
    /// A backslash in a text is followed by something without a meaning (JSON's `\u0041` is `\u{41}` here).
    BadEscape,
    /// Something follows after the end.
    Trailing,
    /// A value that its type refuses: the type's own words.
    Refused(Text),
    /// A record whose id another one has already: the row of that one, from 1, or nothing when it stands in another
    /// file of the table.
    DoubledId(Option<usize>),
    /// More than [`MOST_VALUES`] values stand in one file.
    TooManyValues,
    /// More than [`MOST_ROWS`] records stand in one file.
    TooManyRows,
    /// A table stands there twice: as a file and as a folder of files.
    DoubledTable,
    /// A format that no version ever wrote.
    UnknownFormat(u32),
    /// The journal does not begin as one.
    JournalHead,
    /// A line of the journal is damaged, and so many whole ones follow it.
    JournalLine(usize),
    /// A line of the journal of an earlier save is damaged.
    HistoryLine,
    /// Anything else, in the words of the RON reader.
    Syntax(Text),
}

/// What belongs at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A text in quotes.
    Text,
    /// The quote that ends a text.
    TextEnd,
    /// One character in single quotes.
    Character,
    /// `true` or `false`.
    Boolean,
    /// A whole number.
    Number,
    /// A list in square brackets.
    List,
    /// The bracket that ends a list, or a comma.
    ListEnd,
    /// Fields in round brackets.
    Fields,
    /// The bracket that ends the fields, or a comma.
    FieldsEnd,
    /// A colon after a field's name.
    Colon,
    /// A comma.
    Comma,
    /// A name of a field or choice.
    Name,
    /// A value, before the end of the file.
    More,
    /// An id such as `5c2f7b1e-77aa-4f0c-9d0e-1f0a8f2f9a20`.
    Id,
    /// A day such as `2026-10-03`.
    Day,
    /// A two-letter country code such as `FR`.
    Country,
    /// A three-letter currency code such as `EUR`.
    Currency,
}

/// The fault of `file`, whose content is `text`, from what the reader said and at which field.
pub fn from_reader(file: &Path, text: &str, path: &FieldPath, error: SpannedError) -> BadFile {
    if let Some((line, fault)) = header::known_damage(text) {
        return BadFile { file: file.to_owned(), line, column: 1, record: None, field: None, fault };
    }
    let place = error.span.start;
    let (row, field) = split(path);
    let record = row.map(|row| record_at(text, place.line, row));
    BadFile {
        file: file.to_owned(),
        line: place.line,
        column: place.col,
        record,
        field,
        fault: fault(error.code),
    }
}

/// The row of the record, from 1, and the field inside it.
fn split(path: &FieldPath) -> (Option<usize>, Option<Text>) {
    let segments: Vec<&Segment> = path.iter().collect();
    let (row, fields) = match segments.as_slice() {
        [Segment::Map { key }, Segment::Seq { index }, fields @ ..] if key == "rows" => {
            (Some(index + 1), fields)
        }
        fields => (None, fields),
    };
    let known = fields.iter().filter(|segment| !matches!(segment, Segment::Unknown));
    let names: Vec<String> = known.map(ToString::to_string).collect();
    (row, Some(names.join(".")).filter(|field| !field.is_empty()).map(Text::from))
}

/// Looks for the record's own words around the place: from behind the record before it to its own end.
fn record_at(text: &str, line: usize, row: usize) -> Subject {
    let lines: Vec<&str> = text.lines().take(line + 50).collect();
    let at = line.min(lines.len()).saturating_sub(1);
    let ends = |line: &&str| ["),", "},"].iter().any(|end| line.trim_end().ends_with(end));
    let first = lines[..at].iter().rposition(|line| ends(line) || line.trim_end().ends_with('['));
    let own = &lines[first.map_or(0, |before| before + 1)..];
    let last = own.iter().position(ends).map_or(own.len(), |last| last + 1);
    let find = |field: &str| own[..last].iter().find_map(|line| text_field(line, field));
    Subject { row, id: find("id").or_else(|| find("tenant")), name: find("name") }
}

/// The text after `field: "` in a line, up to the next quote that is not escaped.
fn text_field(line: &str, field: &str) -> Option<Text> {
    let start = [format!("({field}: \""), format!(" {field}: \"")]
        .iter()
        .find_map(|head| line.find(head).map(|at| at + head.len()))
        .or_else(|| line.strip_prefix(&format!("{field}: \"")).map(|rest| line.len() - rest.len()))?;
    let mut is_escaped = false;
    let inside = line[start..].chars().take_while(|&c| {
        let ends = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        !ends
    });
    Some(inside.collect::<String>().into())
}

fn fault(error: ron::Error) -> Fault {
    use ron::Error as E;
    match error {
        E::ExpectedDifferentStructName { expected, found } => {
            Fault::WrongRoot { expected, found: found.into() }
        }
        E::NoSuchStructField { expected, found, .. } => {
            Fault::UnknownField { found: found.into(), known: expected.to_vec() }
        }
        E::MissingStructField { field, .. } => Fault::MissingField(field),
        E::DuplicateStructField { field, .. } => Fault::DoubledField(field),
        E::NoSuchEnumVariant { expected, found, .. } => {
            Fault::UnknownChoice { found: found.into(), known: expected.to_vec() }
        }
        E::IntegerOutOfBounds => Fault::NumberTooLarge,
        E::InvalidEscape(_) => Fault::BadEscape,
        E::TrailingCharacters => Fault::Trailing,
        E::Message(words) if words == TOO_MANY_ROWS => Fault::TooManyRows,
        E::Message(words) => refused(words),
        E::InvalidValueForType { expected, found } => Fault::Refused(format!("{expected}: {found}").into()),
        other => expected(&other).map_or_else(|| Fault::Syntax(other.to_string().into()), Fault::Expected),
    }
}

/// Our own types say in words what belongs there; the words are found again here.
fn refused(words: String) -> Fault {
    let country = "".parse::<Country>().err().map(|error| error.to_string());
    let currency = "".parse::<Currency>().err().map(|error| error.to_string());
    let known = [
        (Some(NotAnId.to_string()), Expected::Id),
        (Some(NotADay.to_string()), Expected::Day),
        (country, Expected::Country),
        (currency, Expected::Currency),
    ];
    let found = known.into_iter().find(|(own, _)| own.as_ref() == Some(&words));
    found.map_or_else(|| Fault::Refused(words.into()), |(_, expected)| Fault::Expected(expected))
}

fn expected(error: &ron::Error) -> Option<Expected> {
    use ron::Error as E;
    Some(match error {
        E::ExpectedString => Expected::Text,
        E::ExpectedStringEnd => Expected::TextEnd,
        E::ExpectedChar => Expected::Character,
        E::ExpectedBoolean => Expected::Boolean,
        E::ExpectedInteger | E::InvalidIntegerDigit { .. } => Expected::Number,
        E::ExpectedArray => Expected::List,
        E::ExpectedArrayEnd => Expected::ListEnd,
        E::ExpectedStructLike | E::ExpectedNamedStructLike(_) => Expected::Fields,
        E::ExpectedStructLikeEnd => Expected::FieldsEnd,
        E::ExpectedMapColon => Expected::Colon,
        E::ExpectedComma => Expected::Comma,
        E::ExpectedIdentifier | E::InvalidIdentifier(_) | E::SuggestRawIdentifier(_) => Expected::Name,
        E::Eof => Expected::More,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    #![allow(dead_code, reason = "what is read here is read for its faults alone")]

    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields, rename = "Partners")]
    struct Root {
        format: u32,
        rows: Vec<Row>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Row {
        id: String,
        #[serde(default)]
        name: String,
        #[serde(default)]
        seats: u8,
        #[serde(default)]
        cloud: Option<Cloud>,
        #[serde(default)]
        is_ours: bool,
    }

    #[derive(Debug, Deserialize)]
    enum Cloud {
        Public,
        Germany,
    }

    fn bad(text: &str) -> BadFile {
        let text = format!("#![enable(implicit_some)]\n{text}");
        let mut reader = ron::Deserializer::from_str(&text).unwrap();
        let mut path = None;
        let error = if let Err(error) = serde_path_to_error::deserialize::<_, Root>(&mut reader) {
            path = Some(error.path().clone());
            reader.span_error(error.into_inner())
        } else {
            let error = reader.end().unwrap_err();
            reader.span_error(error)
        };
        let nowhere = || serde_path_to_error::Track::new().path();
        from_reader(Path::new("partners.ron"), &text, &path.unwrap_or_else(nowhere), error)
    }

    fn row(text: &str) -> BadFile {
        bad(&format!(
            "Partners(\n    format: 1,\n    rows: [\n        (id: \"a\"),\n        {text},\n        (id: \"z\"),\n    ],\n)\n"
        ))
    }

    fn show(bad: &BadFile) -> String {
        let record = bad
            .record
            .as_ref()
            .map(|r| (r.row, r.id.as_ref().map(Text::raw), r.name.as_ref().map(Text::raw)));
        format!(
            "{}:{} {record:?} {:?} {:?}",
            bad.line,
            bad.column,
            bad.field.as_ref().map(Text::raw),
            bad.fault
        )
    }

    #[test]
    fn each_fault_has_its_place_record_and_field() {
        let found: Vec<String> = [
            row(r#"(id: "b", name: "O\"N", sets: 3)"#),
            row(r#"(id: "b", seats: 300)"#),
            row(r#"(id: "b", seats: "3")"#),
            row(r#"(name: "N")"#),
            row(r#"(id: "b", id: "b")"#),
            row(r#"(id: "b", cloud: Chin)"#),
            row(r#"(id: "b", is_ours: yes)"#),
            row("(id: b)"),
            row(r#"(id: "\u0041")"#),
            row(r#"(id: "b" name: "N")"#),
            row("(\n            id: \"b\",\n            name: \"N\",\n            cloud: 3,\n        )"),
            row(r#"{"id": "b"}"#),
            bad("Customers(format: 1, rows: [])"),
            bad("Partners(format: 1)"),
            bad("Partners(format: 1, rows: []) x"),
            bad("Partners(format: 1, rows: [\n<<<<<<< mine\n"),
        ]
        .iter()
        .map(show)
        .collect();
        insta::assert_snapshot!(found.join("\n"));
    }
}
