//! What is said of a typed value that cannot be stored: what was typed, why not, and what may be written instead.

use crate::app::App;
use crate::model::{Day, FieldRef, Wrong, show};

/// The largest number that a field takes.
const MOST: u32 = u32::MAX;

/// A day as people typed it, read as well as it can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Typed {
    /// The calendar has it; only the form is another.
    OtherForm(Day),
    /// The calendar has it not; the last day of that month.
    Near(Day),
}

impl App {
    /// Why what is typed in a field cannot be stored, and what can.
    pub fn wrong(&self, field: FieldRef, typed: &str, wrong: &Wrong) -> String {
        let words = self.lang.picks();
        let text = show(typed.trim()).into_owned();
        match wrong {
            Wrong::NotADay => match day(typed) {
                Some(Typed::OtherForm(day)) => words.not_our_form(&text, &day.to_string()),
                Some(Typed::Near(day)) => words.not_a_day(&text, &day.to_string()),
                None => words.not_a_day(&text, &self.book.today().to_string()),
            },
            Wrong::NotANumber if text.bytes().all(|b| b.is_ascii_digit()) => words.too_large(&text, MOST),
            Wrong::NotANumber => words.no_number(&text, MOST),
            Wrong::NotInList(codes) => {
                let value = |code: &&str| match self.meaning(field, code) {
                    meant if meant == **code => meant,
                    meant => format!("{code} ({meant})"),
                };
                words.not_in_list(&text, &codes.iter().map(value).collect::<Vec<_>>().join(", "))
            }
            Wrong::NotAnId
            | Wrong::NotAFlag
            | Wrong::NotACountry
            | Wrong::NotACurrency
            | Wrong::NotDigits
            | Wrong::TooLong(_)
            | Wrong::HasParts
            | Wrong::NotAnOffer
            | Wrong::Missing
            | Wrong::Past => self.lang.wrong(wrong),
        }
    }
}

/// Reads three numbers as a day: the year first or last, the day before the month unless only the other way round
/// gives a month. A day that the month lacks becomes its last.
fn day(typed: &str) -> Option<Typed> {
    let parts: Vec<&str> =
        typed.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    let (year, month, day) = if a.len() == 4 { (a, b, c) } else { (c, b, a) };
    let (year, mut month, mut day): (i16, i8, i8) = (century(year)?, month.parse().ok()?, day.parse().ok()?);
    if month > 12 && day <= 12 {
        (month, day) = (day, month);
    }
    if let Some(day) = Day::new(year, month, day) {
        return Some(Typed::OtherForm(day));
    }
    (28..=31).rev().find_map(|last| Day::new(year, month, last)).map(Typed::Near)
}

fn century(year: &str) -> Option<i16> {
    let number: i16 = year.parse().ok()?;
    match year.len() {
        2 => Some(2000 + number),
        4 => Some(number),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(text: &str) -> Typed {
        Typed::Near(text.parse().unwrap())
    }

    fn other(text: &str) -> Typed {
        Typed::OtherForm(text.parse().unwrap())
    }

    #[test]
    fn what_people_type_is_read_as_a_day_near_it() {
        assert_eq!(day("31/02/2026"), Some(near("2026-02-28")));
        assert_eq!(day("2024-02-30"), Some(near("2024-02-29")));
        assert_eq!(day("31.4.26"), Some(near("2026-04-30")));
        assert_eq!(day("00/04/2026"), Some(near("2026-04-30")));
        assert_eq!(day("3/10/26"), Some(other("2026-10-03")));
        assert_eq!(day("10/25/2026"), Some(other("2026-10-25")));
        assert_eq!(day("2026/1/5"), Some(other("2026-01-05")));
        for text in ["", "tomorrow", "2026-13-13", "1/2", "1/2/3", "99999999999999/1/2026", "1-2-3-2026"] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
