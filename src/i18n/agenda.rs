//! The words of the agenda: what ends, lapses or is deleted when. One struct, two values.

use super::{Lang, en, fr};
use crate::model::Day;
use crate::rules::Clock;

/// The words of the agenda, in one language. Sentences take what they speak of.
#[derive(Debug)]
#[allow(missing_docs)] // each field is the text it is named after
pub struct Agenda {
    /// How many deadlines have passed, and how many lie ahead.
    pub(super) title: fn(usize, usize) -> String,
    /// The heading over those that have passed.
    pub(super) overdue: fn(usize) -> String,
    /// The heading over those from a day on.
    pub(super) ahead: fn(Day, usize) -> String,
    /// How many days it is from today: negative for what has passed.
    pub(super) in_days: fn(i32) -> String,
    pub(super) none_match: fn(&str) -> String,
    pub(super) no_kind: fn(&str, &str) -> String,
    pub(super) gathering: &'static str,
    pub(super) stopped: &'static str,
    pub(super) empty: &'static str,
    pub(super) no_place: &'static str,
    pub(super) columns: [&'static str; 6],
    pub(super) clock: fn(Clock) -> &'static str,
    pub(super) explains: fn(Clock) -> &'static str,
}

impl Lang {
    /// The words of the agenda.
    pub fn agenda(self) -> &'static Agenda {
        match self {
            Self::En => &en::agenda::AGENDA,
            Self::Fr => &fr::agenda::AGENDA,
        }
    }

    /// What happens at a deadline, in a few words.
    pub fn clock(self, clock: Clock) -> &'static str {
        (self.agenda().clock)(clock)
    }

    /// What a deadline means, and what follows from it.
    pub fn clock_explains(self, clock: Clock) -> &'static str {
        (self.agenda().explains)(clock)
    }
}

impl Agenda {
    /// How many deadlines have passed, and how many lie ahead.
    pub fn title(&self, overdue: usize, ahead: usize) -> String {
        (self.title)(overdue, ahead)
    }

    /// The heading over those that have passed.
    pub fn overdue(&self, count: usize) -> String {
        (self.overdue)(count)
    }

    /// The heading over those from a day on.
    pub fn ahead(&self, today: Day, count: usize) -> String {
        (self.ahead)(today, count)
    }

    /// How far a deadline is from today, in days; negative for what has passed.
    pub fn in_days(&self, days: i32) -> String {
        (self.in_days)(days)
    }

    /// That nothing fits what is typed.
    pub fn none_match(&self, typed: &str) -> String {
        (self.none_match)(typed)
    }

    /// That no kind of deadlines is called so, with those that there are.
    pub fn no_kind(&self, typed: &str) -> String {
        let known: Vec<&str> = Clock::ALL.iter().map(|clock| clock.code()).collect();
        (self.no_kind)(typed, &known.join(", "))
    }

    /// That the deadlines are being gathered.
    pub fn gathering(&self) -> &'static str {
        self.gathering
    }

    /// That gathering was stopped.
    pub fn stopped(&self) -> &'static str {
        self.stopped
    }

    /// That there is no deadline.
    pub fn empty(&self) -> &'static str {
        self.empty
    }

    /// That the record of a deadline is shown nowhere.
    pub fn no_place(&self) -> &'static str {
        self.no_place
    }

    /// The headings of the columns: day, days, what, record, customer, partner.
    pub fn columns(&self) -> [&'static str; 6] {
        self.columns
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_clock_has_its_own_words_in_both_languages() {
        for lang in Lang::ALL {
            let words: HashSet<_> = Clock::ALL.iter().map(|clock| lang.clock(*clock)).collect();
            assert_eq!(words.len(), Clock::ALL.len(), "{lang:?}");
            assert!(words.iter().all(|words| words.chars().count() <= 34 && !words.ends_with('.')));
            let sentences: HashSet<_> = Clock::ALL.iter().map(|clock| lang.clock_explains(*clock)).collect();
            assert_eq!(sentences.len(), Clock::ALL.len(), "{lang:?}");
            assert!(sentences.iter().all(|text| text.ends_with('.') && !text.contains('!')));
        }
    }

    #[test]
    fn zero_is_singular_in_french_and_plural_in_english() {
        assert_eq!(Lang::En.agenda().title(0, 1), "Agenda: 0 overdue, 1 ahead");
        assert_eq!(Lang::Fr.agenda().title(0, 2), "Échéances : 0 dépassée, 2 à venir");
        assert_eq!(Lang::Fr.agenda().in_days(-1), "depuis 1 jour");
        assert_eq!(Lang::En.agenda().in_days(0), "today");
    }
}
