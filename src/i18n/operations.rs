//! The words of the operations of the programme, by language.

use super::{Lang, en, fr};
use crate::edit::ops::{Actor, OpId};

/// What people read of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// What it is called.
    pub title: &'static str,
    /// What it does, in a sentence.
    pub does: &'static str,
    /// What it must not change, in a sentence.
    pub keeps: &'static str,
}

impl Lang {
    /// The words of an operation.
    pub fn operation(self, id: OpId) -> Words {
        match self {
            Self::En => en::operations::words(id),
            Self::Fr => fr::operations::words(id),
        }
    }

    /// Who acts in an operation.
    pub fn actor(self, actor: Actor) -> &'static str {
        match self {
            Self::En => en::operations::actor(actor),
            Self::Fr => fr::operations::actor(actor),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_operation_has_words_of_its_own() {
        for lang in Lang::ALL {
            let all: Vec<Words> = OpId::ALL.iter().map(|id| lang.operation(*id)).collect();
            for words in &all {
                for sentence in [words.does, words.keeps] {
                    assert!(sentence.ends_with('.') && sentence.matches(". ").count() == 0, "{sentence}");
                    assert!(!sentence.contains('!') && !sentence.contains("  "), "{sentence}");
                }
                assert!(!words.title.is_empty() && !words.title.ends_with('.'), "{}", words.title);
            }
            let titles: HashSet<_> = all.iter().map(|words| words.title).collect();
            let does: HashSet<_> = all.iter().map(|words| words.does).collect();
            assert_eq!((titles.len(), does.len()), (OpId::ALL.len(), OpId::ALL.len()));
        }
    }

    #[test]
    fn the_two_languages_differ() {
        for id in OpId::ALL {
            let (en, fr) = (Lang::En.operation(*id), Lang::Fr.operation(*id));
            assert!(en.title != fr.title && en.does != fr.does && en.keeps != fr.keeps, "{}", id.text());
        }
    }
}
