//! Help on the filter language and the output for programs: one struct, two values; and what each field of a query asks.

use super::{Lang, en, fr};
use crate::query::{Meaning, Term};

/// The texts of help on topics, in one language.
#[derive(Debug)]
pub struct Topics {
    /// The grammar of the filter language, line by line.
    pub filter: &'static [&'static str],
    /// The frame of the output for programs, line by line.
    pub format: &'static [&'static str],
    /// That there is no such topic, with the nearest, else with all.
    pub no_topic: fn(&str, Option<&str>, &str) -> String,
    pub(super) text: &'static str,
    pub(super) name: &'static str,
}

impl Lang {
    /// The texts of help on topics.
    pub fn topics(self) -> &'static Topics {
        match self {
            Self::En => &en::topics::TOPICS,
            Self::Fr => &fr::topics::TOPICS,
        }
    }

    /// What a field of the filter language asks, as a sentence.
    pub fn term(self, term: Term) -> &'static str {
        match self {
            Self::En => en::topics::term(term),
            Self::Fr => fr::topics::term(term),
        }
    }

    /// What may stand behind a field of the filter language: its words, or examples.
    pub fn term_values(self, term: Term) -> String {
        let examples = match term.meaning() {
            Meaning::Text => self.topics().text,
            Meaning::Related => self.topics().name,
            Meaning::Number => "50, >=50, 10..50",
            Meaning::Future => "<30d, 2026-10, overdue",
            Meaning::Past => "<30d, 2026-10",
            Meaning::Choice(_) => "",
            Meaning::ChoiceOrPast(_) => "<30d",
        };
        let parts = term.choices().iter().copied().chain([examples]).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_field_has_its_own_sentence_and_values() {
        for lang in Lang::ALL {
            let sentences: HashSet<_> = Term::ALL.iter().map(|term| lang.term(*term)).collect();
            assert_eq!(sentences.len(), Term::ALL.len(), "{lang:?}");
            assert!(sentences.iter().all(|text| text.ends_with('.') && !text.contains('!')));
            assert!(Term::ALL.iter().all(|term| !lang.term_values(*term).is_empty()));
        }
    }

    #[test]
    fn what_the_help_shows_as_a_query_can_be_read() {
        let examples = Lang::En.topics().filter.iter().filter_map(|line| line.strip_prefix("  "));
        let queries: Vec<&str> = examples.filter_map(|line| line.split("   ").next()).collect();
        assert!(queries.len() > 6);
        for query in queries {
            assert!(crate::query::parse(query).is_ok(), "{query}");
        }
    }
}
