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

/// The headings and lines under which an operation is told.
#[derive(Debug)]
#[allow(missing_docs)] // each field is the text it is named after
pub struct Operations {
    pub actors: &'static str,
    pub needs: &'static str,
    pub changes: &'static str,
    pub keeps: &'static str,
    pub(super) adds: fn(&str) -> String,
    pub(super) removes: fn(&str) -> String,
    pub(super) edits: fn(&str, &str) -> String,
}

impl Operations {
    /// Records of a kind come to be.
    pub fn adds(&self, kind: &str) -> String {
        (self.adds)(kind)
    }

    /// Records of a kind go.
    pub fn removes(&self, kind: &str) -> String {
        (self.removes)(kind)
    }

    /// Fields of records of a kind change.
    pub fn edits(&self, kind: &str, fields: &str) -> String {
        (self.edits)(kind, fields)
    }
}

impl Lang {
    /// The headings and lines under which an operation is told.
    pub fn operations(self) -> &'static Operations {
        match self {
            Self::En => &en::operations::OPERATIONS,
            Self::Fr => &fr::operations::OPERATIONS,
        }
    }

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
