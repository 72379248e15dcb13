//! Days and moments, in UTC as in the portal. No clock: today is always given.

use super::id::{as_text, from_text};
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A day of the calendar, UTC.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

/// A second of a day, UTC. Prints as a plain day when it is midnight.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

/// The text is not a day (or a moment) of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADay;

impl fmt::Display for NotADay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a day like 2026-10-03")
    }
}

impl std::error::Error for NotADay {}

/// More days than the calendar has; a span of more is refused with a panic.
const CALENDAR_DAYS: i64 = 7_304_484;

/// More months than the calendar has.
const CALENDAR_MONTHS: i64 = 239_976;

const EPOCH: Date = date(1970, 1, 1);
const SECONDS: i64 = 86_400;

impl Day {
    /// The day of a year, a month (1..=12) and a day of the month (1..=31), when there is one.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Self> {
        Date::new(year, month, day).ok().map(Self::from_civil)
    }

    fn from_civil(date: Date) -> Self {
        Self(EPOCH.until(date).map_or(0, |span| span.get_days()))
    }

    fn civil(self) -> Date {
        EPOCH.saturating_add(i64::from(self.0).days())
    }

    /// The day `days` later, or earlier when negative. Stops at the ends of the calendar.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        let days = i64::from(days).clamp(-CALENDAR_DAYS, CALENDAR_DAYS);
        Self::from_civil(self.civil().saturating_add(days.days()))
    }

    /// The same day of the month `months` later; the last of the month when it is shorter.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let months = i64::from(months).clamp(-CALENDAR_MONTHS, CALENDAR_MONTHS);
        Self::from_civil(self.civil().saturating_add(months.months()))
    }

    /// Days from `earlier` to this day; negative when it is later.
    pub fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    /// Year, month, day of the month.
    pub fn parts(self) -> (i16, i8, i8) {
        let civil = self.civil();
        (civil.year(), civil.month(), civil.day())
    }

    /// The first second of the day.
    pub fn start(self) -> Moment {
        Moment(i64::from(self.0) * SECONDS)
    }
}

impl Moment {
    /// The moment this many seconds after 1970-01-01T00:00:00Z.
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    pub const fn seconds(self) -> i64 {
        self.0
    }

    /// The day it falls on.
    pub fn day(self) -> Day {
        Day(i32::try_from(self.0.div_euclid(SECONDS)).unwrap_or(i32::MAX))
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Day {
    type Err = NotADay;
    /// Reads `2026-10-03`, nothing shorter and nothing else.
    fn from_str(text: &str) -> Result<Self, NotADay> {
        let bytes = text.as_bytes();
        let shape = bytes.len() == 10
            && bytes
                .iter()
                .enumerate()
                .all(|(i, b)| if matches!(i, 4 | 7) { *b == b'-' } else { b.is_ascii_digit() });
        if !shape {
            return Err(NotADay);
        }
        text.parse().map(Self::from_civil).map_err(|_| NotADay)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let second = self.0.rem_euclid(SECONDS);
        if second == 0 {
            return self.day().fmt(f);
        }
        write!(f, "{}T{:02}:{:02}:{:02}Z", self.day(), second / 3600, second / 60 % 60, second % 60)
    }
}

impl fmt::Debug for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Moment {
    type Err = NotADay;
    /// Reads a day, or an ISO 8601 instant with its zone; parts of a second are cut off.
    fn from_str(text: &str) -> Result<Self, NotADay> {
        if let Ok(day) = text.parse::<Day>() {
            return Ok(day.start());
        }
        text.parse::<Timestamp>().map(|at| Self(at.as_second())).map_err(|_| NotADay)
    }
}

impl From<Timestamp> for Moment {
    fn from(at: Timestamp) -> Self {
        Self(at.as_second())
    }
}

/// This moment by the clock of the machine, UTC: for people only, never to decide anything by.
pub fn now_by_clock() -> Moment {
    Moment::from(Timestamp::now())
}

/// Today by the clock of the machine, UTC. Only a command may ask.
pub fn today_by_clock() -> Day {
    Moment::from(Timestamp::now()).day()
}

macro_rules! as_text {
    ($($name:ident)*) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                as_text(self, to)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                from_text(from)
            }
        }
    )*};
}

as_text!(Day Moment);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_print_as_they_read() {
        for text in ["1970-01-01", "0001-01-01", "9999-12-31", "2024-02-29"] {
            assert_eq!(text.parse::<Day>().unwrap().to_string(), text);
        }
        for text in ["2026-02-29", "2026-2-9", "3/10/26", "2026-10-03 ", "20261003", ""] {
            assert_eq!(text.parse::<Day>(), Err(NotADay), "{text}");
        }
    }

    #[test]
    fn arithmetic_stays_in_the_calendar() {
        let day: Day = "2026-01-31".parse().unwrap();
        assert_eq!(day.plus(1).to_string(), "2026-02-01");
        assert_eq!(day.plus_months(1).to_string(), "2026-02-28");
        assert_eq!(day.plus(-31).since(day), -31);
        assert_eq!(Day::new(9999, 12, 31).unwrap().plus(5).to_string(), "9999-12-31");
    }

    #[test]
    fn moments_are_days_at_midnight() {
        let noon: Moment = "2021-01-14T12:00:00.0966728Z".parse().unwrap();
        assert_eq!(noon.to_string(), "2021-01-14T12:00:00Z");
        assert_eq!(noon.day().to_string(), "2021-01-14");
        assert_eq!("2021-01-14T00:00:00Z".parse::<Moment>().unwrap().to_string(), "2021-01-14");
        let before: Moment = "1969-12-31T23:00:00Z".parse().unwrap();
        assert_eq!(before.day().to_string(), "1969-12-31");
        assert_eq!(
            "2017-04-10T16:02:25-07:00".parse::<Moment>().unwrap().to_string(),
            "2017-04-10T23:02:25Z"
        );
    }
}
