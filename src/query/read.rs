//! Reads one value of a field by what may be asked of the field.

use super::problem::{Problem, Trouble};
use super::term::{Meaning, Term, steps};
use super::value::{Compare, DateTest, Test, Unit, When};
use crate::model::Day;
use std::ops::Range;

/// A value as it was typed.
pub(super) struct Raw {
    pub term: Term,
    pub text: String,
    pub at: Range<usize>,
    pub quotes: Quotes,
    pub exact: Exact,
    pub end: End,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Quotes {
    None,
    Around,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Exact {
    No,
    Yes,
}

/// Whether the query ends with the value, which may then still grow.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Closed,
    Open,
}

impl Raw {
    /// What the value means.
    pub fn test(&self) -> Result<Test, Problem> {
        if self.text.is_empty() {
            let trouble =
                if self.quotes == Quotes::Around { Trouble::EmptyQuote } else { Trouble::NoValue(self.term) };
            return Err(self.refuse(trouble, self.quotes == Quotes::None));
        }
        if let Some(test) = self.keyword() {
            return Ok(test);
        }
        match self.term.meaning() {
            Meaning::Text | Meaning::Related => Ok(self.words()),
            Meaning::Number => self.number(),
            Meaning::Choice(words) => self.choice(words),
            Meaning::ChoiceOrPast(words) if self.text.starts_with(char::is_alphabetic) => {
                self.date().map(Test::Date).or_else(|_| self.choice(words))
            }
            Meaning::Future | Meaning::Past | Meaning::ChoiceOrPast(_) => self.date().map(Test::Date),
        }
    }

    /// A problem that more typing may mend when the value is the last thing typed and could grow into a right one.
    fn refuse(&self, trouble: Trouble, grows: bool) -> Problem {
        if grows && self.end == End::Open {
            Problem::unfinished(self.at.clone(), trouble)
        } else {
            Problem::wrong(self.at.clone(), trouble)
        }
    }

    fn keyword(&self) -> Option<Test> {
        if self.quotes == Quotes::Around || self.exact == Exact::Yes {
            return None;
        }
        match self.text.to_ascii_lowercase().as_str() {
            "none" => Some(Test::Missing),
            "any" => Some(Test::Present),
            _ => None,
        }
    }

    fn words(&self) -> Test {
        match self.exact {
            Exact::Yes => Test::Equals(self.text.clone()),
            Exact::No => Test::Contains(self.text.clone()),
        }
    }

    fn choice(&self, words: &'static [&'static str]) -> Result<Test, Problem> {
        let typed = self.text.to_lowercase();
        if let Some(word) = words.iter().find(|word| **word == typed) {
            return Ok(Test::Choice(word));
        }
        let grows = begins(&typed, words.iter().chain(&["none", "any"]));
        let nearest = words.iter().copied().min_by_key(|word| steps(&typed, word));
        let nearest = nearest.filter(|word| steps(&typed, word) <= 1 + typed.chars().count() / 4);
        Err(self.refuse(Trouble::UnknownValue(self.term, self.text.as_str().into(), nearest), grows))
    }

    fn number(&self) -> Result<Test, Problem> {
        let not = |grows| self.refuse(Trouble::NotANumber(self.term, self.text.as_str().into()), grows);
        let read = |text: &str| text.parse::<u64>().map_err(|_| not(false));
        let typed = self.text.as_str();
        if let Some((from, to)) = typed.split_once("..") {
            let side = |text: &str| if text.is_empty() { Ok(None) } else { read(text).map(Some) };
            let (from, to) = (side(from)?, side(to)?);
            return if from.or(to).is_some() { Ok(Test::Numbers(from, to)) } else { Err(not(true)) };
        }
        let (compare, digits) = signed(typed);
        if digits.is_empty() || begins(typed, &["none", "any"]) || digits.ends_with('.') {
            return Err(not(true));
        }
        read(digits).map(|number| Test::Number(compare, number))
    }

    fn date(&self) -> Result<DateTest, Problem> {
        let typed = self.text.to_lowercase();
        if typed == "overdue" && self.term.meaning() == Meaning::Future {
            return Ok(DateTest::Overdue);
        }
        if let Some((from, to)) = typed.split_once("..") {
            let side = |text: &str| if text.is_empty() { Ok(None) } else { self.when(text).map(Some) };
            let (from, to) = (side(from)?, side(to)?);
            return match from.or(to) {
                Some(_) => Ok(DateTest::Between(from, to)),
                None => Err(self.not_a_date(None, true)),
            };
        }
        let (compare, when) = signed(&typed);
        self.when(when).map(|when| DateTest::Against(compare, when))
    }

    fn when(&self, text: &str) -> Result<When, Problem> {
        if let Some(when) = distance(text).or_else(|| calendar(text)) {
            return Ok(when);
        }
        Err(self.not_a_date(nearest(text), grows_into_a_date(text)))
    }

    fn not_a_date(&self, nearest: Option<Day>, grows: bool) -> Problem {
        self.refuse(Trouble::NotADate(self.term, self.text.as_str().into(), nearest), grows)
    }
}

/// True when the text is the beginning of one of the words.
fn begins<'a>(text: &str, words: impl IntoIterator<Item = &'a &'a str>) -> bool {
    words.into_iter().any(|word| word.starts_with(text))
}

fn signed(text: &str) -> (Compare, &str) {
    Compare::SIGNS
        .iter()
        .find_map(|(sign, compare)| text.strip_prefix(sign).map(|rest| (*compare, rest)))
        .unwrap_or((Compare::Equal, text))
}

fn distance(text: &str) -> Option<When> {
    if text == "today" {
        return Some(When::Today);
    }
    let (letter, unit) = Unit::LETTERS.into_iter().find(|(letter, _)| text.ends_with(*letter))?;
    let count = text.strip_suffix(letter).filter(|digits| all_digits(digits))?;
    count.parse().ok().filter(|count| *count <= 9999).map(|count| When::Away(count, unit))
}

fn all_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Reads `2026-10-03`, `2026-10` or `2026`, nothing shorter.
fn calendar(text: &str) -> Option<When> {
    let (year, month, day) = numbers(text)?;
    let first = Day::new(year, month.unwrap_or(1), day.unwrap_or(1)).filter(|_| year > 0)?;
    Some(match (month, day) {
        (Some(_), Some(_)) => When::Day(first),
        (Some(month), None) => When::Month(year, month),
        (None, _) => When::Year(year),
    })
}

fn numbers(text: &str) -> Option<(i16, Option<i8>, Option<i8>)> {
    let mut parts = text.split('-');
    let mut part = |length: usize| match parts.next() {
        None => Some(None),
        Some(digits) if digits.len() == length && all_digits(digits) => Some(Some(digits)),
        Some(_) => None,
    };
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    let short = |digits: Option<&str>| digits.and_then(|digits| digits.parse().ok());
    if parts.next().is_some() { None } else { Some((year?.parse().ok()?, short(month), short(day))) }
}

/// The day of the calendar that is nearest to one that is not in it: `2026-02-30` is 2026-02-28.
fn nearest(text: &str) -> Option<Day> {
    let (year, month, day) = numbers(text)?;
    let (year, month) = (year.max(1), month.unwrap_or(1).clamp(1, 12));
    (1..=day.unwrap_or(1).clamp(1, 31)).rev().find_map(|day| Day::new(year, month, day))
}

fn grows_into_a_date(text: &str) -> bool {
    let shape = text.len() < 10
        && text
            .bytes()
            .enumerate()
            .all(|(n, b)| if matches!(n, 4 | 7) { b == b'-' } else { b.is_ascii_digit() });
    let complete = matches!(text.len(), 4 | 7) && shape;
    (shape && !complete)
        || text == "."
        || begins(text, &["today", "overdue", "none", "any"])
        || text.ends_with('.')
}
