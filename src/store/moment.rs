//! How a moment of the book's past is named: by a day, by the name of a checkpoint, by the number of a change.

use std::fmt;
use std::str::FromStr;

use crate::model::{Day, NotADay, Text, is_hostile};

use super::journal::{Deed, Entry};

/// The longest name of a checkpoint, in characters.
pub const LONGEST: usize = 60;

/// A moment of the book's past.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum At {
    /// The end of a day, UTC: after the newest change that was made on it or before.
    Day(Day),
    /// Where a checkpoint was set; the newest, should several have this name.
    Name(Text),
    /// Right after the change with this number; 0 is before the first.
    Change(u64),
}

/// Why a text is no name for a checkpoint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadName {
    /// Nothing is in it that could be seen.
    Empty,
    /// It has so many characters, more than [`LONGEST`].
    TooLong(usize),
    /// It would be taken for a day or for the number of a change.
    Numeric,
}

/// The name of a checkpoint as it is kept: without characters that hide or turn others, one space between words.
///
/// # Errors
/// When nothing is left, when it is too long, or when it reads like a day or a number.
pub fn checkpoint(text: &str) -> Result<Text, BadName> {
    let seen: String =
        text.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|c| !is_hostile(*c)).collect();
    let name = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    match name.chars().count() {
        0 => Err(BadName::Empty),
        _ if is_numeric(&name) => Err(BadName::Numeric),
        long @ LONGEST.. if long > LONGEST => Err(BadName::TooLong(long)),
        _ => Ok(name.into()),
    }
}

/// Days and numbers are never names, also those that no calendar has: who mistypes a day is told so.
fn is_numeric(name: &str) -> bool {
    name.chars().all(|c| c.is_ascii_digit() || "#-/. :".contains(c))
}

/// Whether two names are one for people.
fn is_same(a: &Text, b: &Text) -> bool {
    a.raw().to_lowercase() == b.raw().to_lowercase()
}

impl At {
    /// Whether this is the newest entry that counts, when those after it do not.
    pub fn is_reached_by(&self, entry: &Entry) -> bool {
        match self {
            Self::Day(day) => entry.at.day() <= *day,
            Self::Name(name) => matches!(&entry.deed, Deed::Named(own) if is_same(own, name)),
            Self::Change(number) => entry.seq <= *number,
        }
    }
}

impl FromStr for At {
    type Err = NotADay;

    /// Reads a day like `2026-09-15`, a number like `12` or `#12`; anything else is the name of a checkpoint.
    fn from_str(text: &str) -> Result<Self, NotADay> {
        let text = text.trim();
        if let Ok(number) = text.strip_prefix('#').unwrap_or(text).parse() {
            return Ok(Self::Change(number));
        }
        if is_numeric(text) {
            return text.parse().map(Self::Day);
        }
        Ok(Self::Name(checkpoint(text).unwrap_or_else(|_| text.into())))
    }
}

impl fmt::Display for At {
    /// As it is typed, safe to show.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Name(name) => f.write_str(&name.show()),
            Self::Change(number) => number.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_a_day_a_number_or_a_name() {
        let day = "2026-09-15".parse().unwrap();
        assert_eq!("2026-09-15".parse(), Ok(At::Day(day)));
        for text in ["12", "#12", " 12 "] {
            assert_eq!(text.parse(), Ok(At::Change(12)), "{text}");
        }
        assert_eq!("before the move".parse(), Ok(At::Name("before the move".into())));
        for text in ["2026-02-31", "3/10/26", "15.09.2026", "-3", ""] {
            assert_eq!(text.parse::<At>(), Err(NotADay), "{text}");
        }
    }

    #[test]
    fn names_are_cleaned_and_bounded() {
        assert_eq!(checkpoint("  before\tthe \u{202e}move\n"), Ok("before the move".into()));
        assert_eq!(checkpoint("Été 2026"), Ok("Été 2026".into()));
        assert_eq!(checkpoint(&"x".repeat(60)), Ok("x".repeat(60).into()));
        assert_eq!(checkpoint(&"x".repeat(61)), Err(BadName::TooLong(61)));
        assert_eq!(checkpoint("\u{200b} \t"), Err(BadName::Empty));
        for name in ["12", "#3", "2026-09-15", "2026-02-31"] {
            assert_eq!(checkpoint(name), Err(BadName::Numeric), "{name}");
        }
    }
}
