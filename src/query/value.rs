//! What a field of a query is tested for, and what days it means on a given day.

use super::node::quote;
use crate::model::Day;
use std::fmt::Write;
use std::ops::RangeInclusive;

/// One value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Test {
    /// Nothing is recorded.
    Missing,
    /// Something is recorded.
    Present,
    /// The text holds this, case and accents aside.
    Contains(String),
    /// The text is this, case and accents aside.
    Equals(String),
    /// The number stands so to this one.
    Number(Compare, u64),
    /// The number lies between these, both included.
    Numbers(Option<u64>, Option<u64>),
    /// The day is one of these.
    Date(DateTest),
    /// The word of the list.
    Choice(&'static str),
}

/// How a value stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the usual five
pub enum Compare {
    Less,
    AtMost,
    Equal,
    AtLeast,
    More,
}

/// Which days are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateTest {
    /// Any before today.
    Overdue,
    /// Those that stand so to a day or a span.
    Against(Compare, When),
    /// Those from one to the other, both included.
    Between(Option<When>, Option<When>),
}

/// A day or a span of days, as it was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// The book's day.
    Today,
    /// A day.
    Day(Day),
    /// A month of a year.
    Month(i16, i8),
    /// A year.
    Year(i16),
    /// So far from today, in the direction of the field.
    Away(u16, Unit),
}

/// What a distance is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // the units of the calendar
pub enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// Whether distances count from today on or back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // said above
pub enum Direction {
    Ahead,
    Back,
}

impl Compare {
    /// Every comparison with its sign, the longer signs first; equality has none.
    pub(super) const SIGNS: [(&'static str, Self); 5] = [
        ("<=", Self::AtMost),
        (">=", Self::AtLeast),
        ("<", Self::Less),
        (">", Self::More),
        ("=", Self::Equal),
    ];

    /// True when `a` stands so to `b`.
    pub fn holds(self, a: u64, b: u64) -> bool {
        match self {
            Self::Less => a < b,
            Self::AtMost => a <= b,
            Self::Equal => a == b,
            Self::AtLeast => a >= b,
            Self::More => a > b,
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Equal => "",
            Self::AtLeast => ">=",
            Self::More => ">",
        }
    }
}

impl Unit {
    /// Every unit with its letter.
    pub(super) const LETTERS: [(char, Self); 4] =
        [('d', Self::Day), ('w', Self::Week), ('m', Self::Month), ('y', Self::Year)];

    fn letter(self) -> char {
        match self {
            Self::Day => 'd',
            Self::Week => 'w',
            Self::Month => 'm',
            Self::Year => 'y',
        }
    }
}

impl When {
    /// The first and the last of the days that are meant.
    pub fn span(self, today: Day, direction: Direction) -> (Day, Day) {
        match self {
            Self::Today => (today, today),
            Self::Day(day) => (day, day),
            Self::Month(year, month) => month_span(year, month, 1).unwrap_or((today, today)),
            Self::Year(year) => month_span(year, 1, 12).unwrap_or((today, today)),
            Self::Away(count, unit) => {
                let day = away(today, i32::from(count), unit, direction);
                (day, day)
            }
        }
    }

    fn print(self, out: &mut String) {
        // Writing to a String cannot fail.
        let _ = match self {
            Self::Today => write!(out, "today"),
            Self::Day(day) => write!(out, "{day}"),
            Self::Month(year, month) => write!(out, "{year:04}-{month:02}"),
            Self::Year(year) => write!(out, "{year:04}"),
            Self::Away(count, unit) => write!(out, "{count}{}", unit.letter()),
        };
    }
}

fn month_span(year: i16, month: i8, months: i32) -> Option<(Day, Day)> {
    let first = Day::new(year, month, 1)?;
    // The last month of the calendar has no next one: its last day is the calendar's.
    let next = first.plus_months(months);
    let last = if next.parts().2 == 1 { next.plus(-1) } else { next };
    Some((first, last))
}

fn away(today: Day, count: i32, unit: Unit, direction: Direction) -> Day {
    let count = match direction {
        Direction::Ahead => count,
        Direction::Back => -count,
    };
    match unit {
        Unit::Day => today.plus(count),
        Unit::Week => today.plus(count * 7),
        Unit::Month => today.plus_months(count),
        Unit::Year => today.plus_months(count * 12),
    }
}

impl DateTest {
    /// The days that are meant, as a range that may be empty. A distance never reaches to the other side of today:
    /// `<30d` ahead is from today on.
    pub fn days(self, today: Day, direction: Direction) -> RangeInclusive<Day> {
        match self {
            Self::Overdue => first_day(today)..=today.plus(-1),
            Self::Against(compare, When::Away(count, unit)) => {
                let day = away(today, i32::from(count), unit, direction);
                match direction {
                    Direction::Ahead => narrowed(compare, today, day, day, last_day(today)),
                    Direction::Back => mirrored(compare, today, day),
                }
            }
            Self::Against(Compare::Equal, when) => {
                let (first, last) = when.span(today, direction);
                first..=last
            }
            Self::Against(compare, when) => {
                let (first, last) = when.span(today, direction);
                narrowed(compare, first_day(today), first, last, last_day(today))
            }
            Self::Between(from, to) => between(
                from.map(|when| when.span(today, direction)),
                to.map(|when| when.span(today, direction)),
                today,
            ),
        }
    }

    fn print(self, out: &mut String) {
        match self {
            Self::Overdue => out.push_str("overdue"),
            Self::Against(compare, when) => {
                out.push_str(compare.sign());
                when.print(out);
            }
            Self::Between(from, to) => {
                if let Some(when) = from {
                    when.print(out);
                }
                out.push_str("..");
                if let Some(when) = to {
                    when.print(out);
                }
            }
        }
    }
}

/// The days between the ends that stand so to the span from `first` to `last`.
fn narrowed(compare: Compare, earliest: Day, first: Day, last: Day, end: Day) -> RangeInclusive<Day> {
    match compare {
        Compare::Less => earliest..=first.plus(-1),
        Compare::AtMost | Compare::Equal => earliest..=last,
        Compare::AtLeast => first..=end,
        Compare::More => last.plus(1)..=end,
    }
}

/// The same for a distance back: less of it is nearer to today.
fn mirrored(compare: Compare, today: Day, day: Day) -> RangeInclusive<Day> {
    match compare {
        Compare::Less => day.plus(1)..=today,
        Compare::AtMost | Compare::Equal => day..=today,
        Compare::AtLeast => first_day(today)..=day,
        Compare::More => first_day(today)..=day.plus(-1),
    }
}

fn between(from: Option<(Day, Day)>, to: Option<(Day, Day)>, today: Day) -> RangeInclusive<Day> {
    match (from, to) {
        // Typed the wrong way round, or counted back from today, it means the same days.
        (Some(a), Some(b)) => a.0.min(b.0)..=a.1.max(b.1),
        (Some(from), None) => from.0..=last_day(today),
        (None, Some(to)) => first_day(today)..=to.1,
        (None, None) => first_day(today)..=last_day(today),
    }
}

fn first_day(today: Day) -> Day {
    Day::new(1, 1, 1).unwrap_or(today)
}

fn last_day(today: Day) -> Day {
    Day::new(9999, 12, 31).unwrap_or(today)
}

impl Test {
    pub(super) fn print(&self, out: &mut String) {
        match self {
            Self::Missing => out.push_str("none"),
            Self::Present => out.push_str("any"),
            Self::Contains(text) => print_text(out, text),
            Self::Equals(text) => {
                out.push('=');
                print_text(out, text);
            }
            Self::Number(compare, number) => {
                out.push_str(compare.sign());
                out.push_str(&number.to_string());
            }
            Self::Numbers(from, to) => {
                out.push_str(&from.map(|n| n.to_string()).unwrap_or_default());
                out.push_str("..");
                out.push_str(&to.map(|n| n.to_string()).unwrap_or_default());
            }
            Self::Date(test) => test.print(out),
            Self::Choice(word) => out.push_str(word),
        }
    }
}

pub(super) fn print_text(out: &mut String, text: &str) {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '@' | '&' | '\'' | '/');
    let keyword = ["none", "any"].iter().any(|word| text.eq_ignore_ascii_case(word));
    if !keyword && text.chars().all(plain) { out.push_str(text) } else { quote(out, text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(query: &str, direction: Direction) -> String {
        let today: Day = "2026-09-15".parse().unwrap();
        let Ok(crate::query::Node::Field(_, tests)) = crate::query::parse(query).map(|query| query.root)
        else {
            panic!("{query}");
        };
        let [Test::Date(test)] = tests[..] else { panic!("{query}") };
        let range = test.days(today, direction);
        format!("{} {}", range.start(), range.end())
    }

    #[test]
    fn distances_ahead_count_from_today_on() {
        for (query, expected) in [
            ("ends:<30d", "2026-09-15 2026-10-14"),
            ("ends:<=30d", "2026-09-15 2026-10-15"),
            ("ends:30d", "2026-09-15 2026-10-15"),
            ("ends:>30d", "2026-10-16 9999-12-31"),
            ("ends:>=6w", "2026-10-27 9999-12-31"),
            ("ends:3m..1y", "2026-12-15 2027-09-15"),
            ("ends:overdue", "0001-01-01 2026-09-14"),
            ("ends:today", "2026-09-15 2026-09-15"),
        ] {
            assert_eq!(days(query, Direction::Ahead), expected, "{query}");
        }
    }

    #[test]
    fn distances_back_count_back() {
        for (query, expected) in [
            ("starts:<7d", "2026-09-09 2026-09-15"),
            ("starts:7d", "2026-09-08 2026-09-15"),
            ("starts:>7d", "0001-01-01 2026-09-07"),
            ("starts:30d..7d", "2026-08-16 2026-09-08"),
            ("starts:7d..30d", "2026-08-16 2026-09-08"),
        ] {
            assert_eq!(days(query, Direction::Back), expected, "{query}");
        }
    }

    #[test]
    fn months_and_years_are_spans() {
        for (query, expected) in [
            ("ends:2026-10", "2026-10-01 2026-10-31"),
            ("ends:2028-02", "2028-02-01 2028-02-29"),
            ("ends:2026", "2026-01-01 2026-12-31"),
            ("ends:9999", "9999-01-01 9999-12-31"),
            ("ends:<2026-10", "0001-01-01 2026-09-30"),
            ("ends:<=2026-10", "0001-01-01 2026-10-31"),
            ("ends:>2026-10", "2026-11-01 9999-12-31"),
            ("ends:>=2026", "2026-01-01 9999-12-31"),
            ("ends:2026-09-15..2026-12-31", "2026-09-15 2026-12-31"),
            ("ends:2026-09..2026-10", "2026-09-01 2026-10-31"),
            ("ends:2027..", "2027-01-01 9999-12-31"),
        ] {
            assert_eq!(days(query, Direction::Ahead), expected, "{query}");
        }
    }
}
