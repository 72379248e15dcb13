//! The words of the history: what was done, which moments there are, why one cannot be shown. One struct, two values.

use super::{Lang, en, fr};
use crate::keymap::nearest;
use crate::model::{Model, Moment, Text, Transaction};
use crate::store::{BadName, Deed, Entry, Kind, NoMoment, Then};

/// Every word and sentence of the history, in one language.
#[derive(Debug)]
#[allow(missing_docs)] // each field is the text it is named after; sentences take what they speak of
pub struct History {
    pub edit: &'static str,
    pub bulk: &'static str,
    pub import: &'static str,
    pub fix: &'static str,
    pub restore: &'static str,
    pub undo: &'static str,
    pub redo: &'static str,
    pub checkpoint: &'static str,
    pub(super) named: fn(&str) -> String,
    pub(super) future: fn(&str, &str) -> String,
    pub(super) unknown: fn(&str, Option<&str>, &str) -> String,
    pub not_kept: fn(u64) -> String,
    pub(super) out_of_range: fn(u64, u64, u64) -> String,
    pub(super) before_kept: fn(&str, u64, Option<&str>) -> String,
    pub(super) unread: fn(&str, u64) -> String,
    pub(super) name_empty: &'static str,
    pub(super) name_too_long: fn(usize, usize) -> String,
    pub(super) name_numeric: &'static str,
    pub(super) as_it_was: fn(&str, u64, Option<&str>) -> String,
    pub(super) before_all: fn(&str) -> String,
    pub(super) unclear: fn(usize) -> String,
    pub listed: fn(usize, bool) -> String,
    pub set: fn(&str, u64) -> String,
    pub same: &'static str,
    pub misfit: &'static str,
    pub dry_run: &'static str,
    /// What the moments are: for whoever typed something else.
    pub no_moment: fn(&str) -> String,
    /// A checkpoint of this name was set by this change, at this time.
    pub name_taken: fn(&str, u64, &str) -> String,
}

/// At most so many records of a step are called what they were called then: a step on more is told by their number.
const MOST_NAMED: usize = 100;

/// So many names are listed when none is near.
const NAMES: usize = 5;

/// A moment to the minute, UTC, as the history shows it: `2026-09-15 09:02`; the day alone for midnight.
pub fn minute(at: Moment) -> String {
    let text = at.to_string();
    text.split_once('T')
        .map_or_else(|| text.clone(), |(day, time)| format!("{day} {}", time.get(..5).unwrap_or(time)))
}

impl Lang {
    /// The words of the history.
    pub fn history(self) -> &'static History {
        match self {
            Self::En => &en::history::HISTORY,
            Self::Fr => &fr::history::HISTORY,
        }
    }

    /// What kind of change it was, in a word or by the id of the operation.
    pub fn kind(self, kind: Kind) -> &'static str {
        let words = self.history();
        match kind {
            Kind::Edit => words.edit,
            Kind::Bulk => words.bulk,
            Kind::Import => words.import,
            Kind::Fix => words.fix,
            Kind::Operation(id) => id,
            Kind::Restore => words.restore,
            Kind::Undo => words.undo,
            Kind::Redo => words.redo,
            Kind::Checkpoint => words.checkpoint,
        }
    }

    /// What was done, as a sentence. The model is the book right after it or right before it; one of another time may call
    /// records otherwise than they were called then.
    pub fn deed(self, model: &Model, deed: &Deed) -> String {
        match deed {
            Deed::Did(step) => self.step(model, step),
            Deed::Undid(back) => self.screen().undid(&self.undone(model, back)),
            Deed::Redid(step) => self.screen().redid(&self.step(model, step)),
            Deed::Named(name) => (self.history().named)(&name.show()),
        }
    }

    /// The step that was taken back, as a sentence: its records are called what they were called before that.
    pub fn undone(self, model: &Model, back: &Transaction) -> String {
        let is_named = back.changes.len() <= MOST_NAMED;
        let before = back.changes.iter().filter_map(|change| change.before.clone()).filter(|_| is_named);
        let mut then = model.clone();
        before.for_each(|record| drop(then.put(record)));
        self.step(&then, &back.inverse())
    }

    /// Why a moment cannot be shown, and which can.
    pub fn no_moment(self, no: &NoMoment) -> String {
        let words = self.history();
        match no {
            NoMoment::Future { day, today } => (words.future)(&day.to_string(), &today.to_string()),
            NoMoment::Unknown { name, known, oldest } => self.unknown_name(name, known, *oldest),
            NoMoment::OutOfRange { number, range: (first, last) } => {
                (words.out_of_range)(*number, *first, *last)
            }
            NoMoment::BeforeKept { day, oldest, made } => {
                (words.before_kept)(&day.to_string(), *oldest, made.map(minute).as_deref())
            }
            NoMoment::Unread { error, oldest } => (words.unread)(&self.store_error(error), *oldest),
        }
    }

    fn unknown_name(self, name: &Text, known: &[Text], oldest: u64) -> String {
        let words = self.history();
        let names: Vec<String> = known.iter().map(|name| name.show().into_owned()).collect();
        let asked = name.show();
        let near = nearest(&asked, &names.iter().map(String::as_str).collect::<Vec<_>>());
        let list = names.iter().take(NAMES).map(|name| format!("\"{name}\"")).collect::<Vec<_>>().join(", ");
        let mut text = (words.unknown)(&asked, near, &list);
        if oldest > 1 {
            text = format!("{text} {}", (words.not_kept)(oldest));
        }
        text
    }

    /// Why a text is no name for a checkpoint.
    pub fn bad_name(self, bad: BadName) -> String {
        let words = self.history();
        match bad {
            BadName::Empty => words.name_empty.to_owned(),
            BadName::TooLong(n) => (words.name_too_long)(n, crate::store::moment::LONGEST),
            BadName::Numeric => words.name_numeric.to_owned(),
        }
    }

    /// That another moment has this name already.
    pub fn name_taken(self, name: &Text, entry: &Entry) -> String {
        (self.history().name_taken)(&name.show(), entry.seq, &minute(entry.at))
    }

    /// Which moment is shown, and what of it is not sure; a sentence each. `at` is how it was asked for, safe to show.
    pub fn as_it_was(self, at: &str, then: &Then) -> Vec<String> {
        let words = self.history();
        let made = then.made.map(minute);
        let mut told = vec![match (then.change, &made) {
            (0, _) => (words.before_all)(at),
            (change, made) => (words.as_it_was)(at, change, made.as_deref()),
        }];
        if then.unclear > 0 {
            told.push((words.unclear)(then.unclear));
        }
        told.extend(then.unread.as_ref().map(|error| self.store_error(error)));
        told
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_told_to_the_minute() {
        assert_eq!(minute("2026-09-15T09:02:59Z".parse().unwrap()), "2026-09-15 09:02");
        assert_eq!(minute("2026-09-15".parse().unwrap()), "2026-09-15");
    }

    #[test]
    fn an_unknown_name_offers_the_nearest() {
        let known = vec!["before the move".into(), "after\u{1b}[2J".into()];
        let no = |name: &str, oldest| NoMoment::Unknown { name: name.into(), known: known.clone(), oldest };
        let near = Lang::En.no_moment(&no("before te move", 1));
        assert!(near.contains("Did you mean \"before the move\"?") && !near.contains("after"), "{near}");
        let far = Lang::En.no_moment(&no("xyz", 12));
        assert!(far.contains("\"before the move\", \"after\u{241b}[2J\"") && far.contains("12"), "{far}");
    }

    #[test]
    fn every_sentence_ends_and_names_what_it_speaks_of() {
        let day = "2026-09-15".parse().unwrap();
        let error =
            || Box::new(crate::store::StoreError::Hole { path: "history/000003.ron".into(), gone: (4, 6) });
        let all = [
            NoMoment::Future { day, today: day },
            NoMoment::Unknown { name: "2026".into(), known: Vec::new(), oldest: 1 },
            NoMoment::OutOfRange { number: 2026, range: (1, 12) },
            NoMoment::BeforeKept { day, oldest: 12, made: Some(day.start()) },
            NoMoment::BeforeKept { day, oldest: 12, made: None },
            NoMoment::Unread { error: error(), oldest: 2026 },
        ];
        for lang in Lang::ALL {
            for no in &all {
                let text = lang.no_moment(no);
                assert!(text.contains("2026") && text.ends_with('.'), "{text}");
            }
            for bad in [BadName::Empty, BadName::TooLong(61), BadName::Numeric] {
                assert!(lang.bad_name(bad).ends_with('.'));
            }
        }
    }
}
