//! Gathering the agenda: long work on a snapshot of the records. What narrows it is looked for here too, in the words that
//! are shown, so that a key costs nothing on a large book.

use crate::i18n::Lang;
use crate::model::{Day, Key, Model, TenantId};
use crate::query::fold::fold;
use crate::rules::Deadline;
use crate::survey::agenda::{Agenda, TOLD_AFTER, Wish, accepted, sides};
use std::sync::Arc;

/// What is gathered, and what for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Names the state of the book.
    pub position: u64,
    /// What is typed to narrow it.
    pub typed: String,
    /// The language of the words that are looked through.
    pub lang: Lang,
}

/// Gathering, as data.
#[derive(Debug)]
pub struct Gathering {
    /// What is asked for.
    pub asked: Asked,
    /// The records.
    pub model: Model,
    /// The day of the book.
    pub today: Day,
    /// Every deadline, when it was gathered before and nothing has changed since.
    pub known: Option<Arc<Agenda>>,
}

/// What came of it.
#[derive(Debug)]
pub struct Gathered {
    /// What was asked for.
    pub asked: Asked,
    /// Every deadline.
    pub all: Arc<Agenda>,
    /// Those that fit what is typed, or the word that no kind is called by.
    pub shown: Result<Arc<Agenda>, String>,
}

impl Gathering {
    /// Does the work; nothing comes of it when it is told not to go on.
    pub fn run(self, mut goes_on: impl FnMut(usize, usize) -> bool) -> Option<Gathered> {
        let all = match self.known {
            Some(known) => known,
            None => Arc::new(Agenda::of(&self.model, self.today, &mut goes_on)?),
        };
        let words = Words { model: &self.model, lang: self.asked.lang, today: self.today };
        let shown = match self.asked.typed.trim() {
            "" => Ok(Arc::clone(&all)),
            typed => match Wish::read(typed) {
                Ok(wish) => Ok(Arc::new(words.only(&all, &wish, goes_on)?)),
                Err(word) => Err(word),
            },
        };
        Some(Gathered { asked: self.asked, all, shown })
    }
}

/// A deadline in words, safe to show: the cells of its row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cells {
    /// How many days it is from today.
    pub days: i32,
    /// What happens.
    pub what: &'static str,
    /// To which record.
    pub record: String,
    /// Of which customer.
    pub customer: String,
    /// Of which partner.
    pub partner: String,
}

/// What deadlines are put into words with.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// The records.
    pub model: &'a Model,
    /// The language.
    pub lang: Lang,
    /// The day of the book.
    pub today: Day,
}

impl Words<'_> {
    /// The cells of a deadline.
    pub fn cells(&self, deadline: &Deadline) -> Cells {
        let sides = sides(self.model, deadline.subject);
        let name = |id: Option<TenantId>, key: fn(TenantId) -> Key| {
            id.map(|id| self.name(key(id))).unwrap_or_default()
        };
        Cells {
            days: deadline.on.since(self.today),
            what: self.lang.clock(deadline.clock),
            record: self.record(deadline.subject),
            customer: name(sides.customer, Key::Customer),
            partner: name(sides.partner, Key::Partner),
        }
    }

    /// What a record is called where its customer and its partner stand beside it.
    fn record(&self, key: Key) -> String {
        match key {
            // A transfer goes by the name of its customer.
            Key::Transfer(_) => self.lang.table(key.table()).to_owned(),
            Key::Waiver(_) => {
                let of = accepted(self.model, key).map(|record| self.record(record));
                of.map_or_else(|| self.name(key), |of| format!("{} / {of}", self.name(key)))
            }
            Key::Partner(_)
            | Key::Customer(_)
            | Key::Subscription(_)
            | Key::Partnership(_)
            | Key::Relationship(_)
            | Key::Admin(_)
            | Key::Group(_) => self.name(key),
        }
    }

    fn name(&self, key: Key) -> String {
        self.model.name(key).show().into_owned()
    }

    /// Those of the kinds that are wanted in whose words every word typed is found.
    fn only(
        &self,
        all: &Agenda,
        wish: &Wish,
        mut goes_on: impl FnMut(usize, usize) -> bool,
    ) -> Option<Agenda> {
        let typed: Vec<String> = fold(&wish.rest).split_whitespace().map(str::to_owned).collect();
        let (mut seen, mut stopped) = (0, false);
        let found = all.only(|deadline| {
            stopped |= seen % TOLD_AFTER == 0 && !goes_on(seen, all.rows().len());
            seen += 1;
            !stopped && wish.wants(deadline.clock) && self.holds(deadline, &typed)
        });
        (!stopped).then_some(found)
    }

    fn holds(&self, deadline: &Deadline, typed: &[String]) -> bool {
        typed.is_empty() || {
            let Cells { what, record, customer, partner, .. } = self.cells(deadline);
            let text = format!("{} {what} {record} {customer} {partner}", deadline.on);
            let text = fold(&text);
            typed.iter().all(|word| text.contains(word.as_str()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gathering(typed: &str, known: Option<Arc<Agenda>>) -> Gathering {
        let asked = Asked { position: 7, typed: typed.to_owned(), lang: Lang::En };
        let model = crate::demo::small(crate::demo::SEED);
        Gathering { asked, model, today: crate::demo::day(), known }
    }

    #[test]
    fn what_is_known_is_narrowed_and_not_gathered_again() {
        let all = gathering("", None).run(|_, _| true).unwrap().all;
        assert!(all.rows().len() > 100);
        let mut told = Vec::new();
        let narrowed = gathering("what:ends", Some(Arc::clone(&all))).run(|done, of| {
            told.push((done, of));
            true
        });
        let shown = narrowed.unwrap().shown.unwrap();
        assert!((1..all.rows().len()).contains(&shown.rows().len()));
        assert_eq!(told, [(0, all.rows().len())], "only the deadlines are looked through");
    }

    #[test]
    fn work_that_is_no_longer_wanted_comes_to_nothing() {
        let all = gathering("", None).run(|_, _| true).unwrap().all;
        assert!(gathering("", None).run(|_, _| false).is_none());
        assert!(gathering("clinique", Some(all)).run(|_, _| false).is_none());
    }
}
