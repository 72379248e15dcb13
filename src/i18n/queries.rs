//! What is wrong with a query, as a sentence. Field names and their words are the filter language's own.

use super::{Lang, en, fr};
use crate::query::Problem;

impl Lang {
    /// Why a query cannot be answered, and what would be right.
    pub fn query_problem(self, problem: &Problem) -> String {
        match self {
            Self::En => en::queries::trouble(&problem.trouble),
            Self::Fr => fr::queries::trouble(&problem.trouble),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::i18n::Lang;
    use crate::query::{Pane, parse_for};

    fn sentence(lang: Lang, query: &str) -> String {
        let problem = parse_for(query, Pane::Subscriptions).err();
        lang.query_problem(&problem.unwrap_or_else(|| panic!("{query} has no problem")))
    }

    #[test]
    fn a_misspelt_field_is_named_with_its_neighbour() {
        assert_eq!(sentence(Lang::En, "chanel:csp"), "There is no field \"chanel\". Did you mean channel?");
        assert_eq!(
            sentence(Lang::Fr, "chanel:csp"),
            "Le champ « chanel » n'existe pas. Vouliez-vous dire channel ?"
        );
    }

    #[test]
    fn what_was_typed_cannot_harm_the_screen() {
        assert!(!sentence(Lang::En, "renews:x\u{202e}\u{1b}y").contains(['\u{202e}', '\u{1b}']));
    }

    #[test]
    fn every_trouble_ends_its_sentence_in_both_languages() {
        let queries = [
            "chanel:x",
            "zzzzz:x",
            "renews:maybe",
            "seats:many",
            "ends:soon",
            "ends:2026-02-31",
            "seats:",
            "\"open",
            "\"\"",
            "(a",
            "()",
            "a)",
            "or a",
            "-",
            "agreement:signed",
        ];
        for (lang, query) in Lang::ALL.iter().flat_map(|lang| queries.map(|query| (*lang, query))) {
            let sentence = sentence(lang, query);
            assert!(sentence.ends_with(['.', '?']), "{query}: {sentence}");
        }
    }
}
