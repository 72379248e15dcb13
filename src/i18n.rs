//! Sentences for people, in English and French; knows the names of things below, not their workings.

pub mod agenda;
pub mod apply;
mod commands;
pub mod conflicts;
pub mod consequences;
pub mod doctor;
mod edits;
pub mod en;
pub mod explain;
mod fields;
pub mod files;
pub mod fr;
pub mod history;
mod imports;
pub mod keeping;
pub mod looking;
pub mod operations;
pub mod overlays;
pub mod picks;
mod queries;
mod rules;
pub mod screen;
mod step_lines;
mod store;
mod topics;
pub mod transfer;
pub mod tree;
pub mod unfinished;
pub mod who;
pub mod window;

pub use commands::Commands;
pub use imports::NotImported;

use crate::action::{Action, Group};
use crate::keymap::{Context, FileError, Finding};
use std::str::FromStr;

/// A language of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// French.
    Fr,
}

/// The text names no language of the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownLang;

impl FromStr for Lang {
    type Err = UnknownLang;

    /// Reads "fr", "fr_BE.UTF-8", "fr-CA" and the like.
    fn from_str(text: &str) -> Result<Lang, UnknownLang> {
        let name = text.split(['-', '_', '.', '@']).next().unwrap_or_default();
        match name.to_ascii_lowercase().as_str() {
            "en" | "c" | "posix" => Ok(Lang::En),
            "fr" => Ok(Lang::Fr),
            _ => Err(UnknownLang),
        }
    }
}

impl Lang {
    /// All languages.
    pub const ALL: &'static [Lang] = &[Lang::En, Lang::Fr];

    /// The language to speak: the flag, else the program's environment variable, else what the system asks for, of
    /// which the first language that the program has; English when it has none.
    pub fn detect(flag: Option<Lang>, variable: Option<&str>) -> Lang {
        Lang::choose(flag, variable, sys_locale::get_locales())
    }

    fn choose(flag: Option<Lang>, variable: Option<&str>, mut system: impl Iterator<Item = String>) -> Lang {
        let named = flag.or_else(|| variable?.parse().ok());
        named.or_else(|| system.find_map(|locale| locale.parse().ok())).unwrap_or_default()
    }

    /// The short code: "en", "fr".
    pub const fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Fr => "fr",
        }
    }

    /// The language after this one.
    #[must_use]
    pub const fn next(self) -> Lang {
        match self {
            Lang::En => Lang::Fr,
            Lang::Fr => Lang::En,
        }
    }

    /// One to three words for hints and the palette.
    pub fn action_label(self, action: Action) -> &'static str {
        match self {
            Lang::En => en::actions::label(action),
            Lang::Fr => fr::actions::label(action),
        }
    }

    /// A sentence for help: what the action does.
    pub fn action_does(self, action: Action) -> &'static str {
        match self {
            Lang::En => en::actions::does(action),
            Lang::Fr => fr::actions::does(action),
        }
    }

    /// The heading of a group in help, and the title of the pop-up after its prefix key.
    pub fn action_group(self, group: Group) -> &'static str {
        match self {
            Lang::En => en::actions::group(group),
            Lang::Fr => fr::actions::group(group),
        }
    }

    /// Where keys are valid, as a heading.
    pub fn key_context(self, context: Context) -> &'static str {
        match self {
            Lang::En => en::keys::context(context),
            Lang::Fr => fr::keys::context(context),
        }
    }

    /// What is wrong with a keymap, as a sentence.
    pub fn key_finding(self, finding: &Finding) -> String {
        match self {
            Lang::En => en::keys::finding(finding),
            Lang::Fr => fr::keys::finding(finding),
        }
    }

    /// Why a keymap file cannot be used, with its place.
    pub fn key_file_error(self, error: &FileError) -> String {
        match self {
            Lang::En => en::keys::file_error(error),
            Lang::Fr => fr::keys::file_error(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;
    use crate::action::{Action, Group};
    use crate::keymap::{Context, Keymap};
    use std::collections::HashSet;

    fn choose(flag: Option<Lang>, variable: Option<&str>, system: &[&str]) -> Lang {
        Lang::choose(flag, variable, system.iter().map(ToString::to_string))
    }

    #[test]
    fn the_flag_then_the_variable_then_the_system() {
        assert_eq!(choose(Some(Lang::En), Some("fr"), &["fr"]), Lang::En);
        assert_eq!(choose(None, Some("fr"), &["en_GB"]), Lang::Fr);
        assert_eq!(choose(None, Some("tlh"), &["fr_BE.UTF-8"]), Lang::Fr);
        assert_eq!(choose(None, None, &["de-DE", "fr-CH", "en"]), Lang::Fr);
        assert_eq!(choose(None, None, &["C"]), Lang::En);
        assert_eq!(choose(None, None, &[]), Lang::En);
    }

    #[test]
    fn labels_are_short_and_distinct() {
        for lang in Lang::ALL {
            let labels: HashSet<_> = Action::ALL.iter().map(|action| lang.action_label(*action)).collect();
            assert_eq!(labels.len(), Action::ALL.len(), "{lang:?}");
            assert!(labels.iter().all(|label| label.split(' ').count() <= 3 && label.chars().count() <= 24));
        }
    }

    #[test]
    fn sentences_end_with_a_full_stop_and_name_no_key() {
        let map = Keymap::standard().unwrap();
        let keys: HashSet<String> = Context::ALL
            .iter()
            .flat_map(|context| map.bindings(*context))
            .flat_map(|binding| binding.sequence.0.iter().map(ToString::to_string))
            .filter(|key| key.len() > 1)
            .collect();
        for (lang, action) in Lang::ALL.iter().flat_map(|lang| Action::ALL.iter().map(move |a| (lang, *a))) {
            let sentence = lang.action_does(action);
            assert!(sentence.ends_with('.') && !sentence.contains('!'), "{sentence}");
            assert!(sentence.split([' ', ',', '.', ':', ';']).all(|word| !keys.contains(word)), "{sentence}");
        }
    }

    #[test]
    fn groups_and_contexts_have_distinct_names() {
        for lang in Lang::ALL {
            let groups: HashSet<_> = Group::ALL.iter().map(|group| lang.action_group(*group)).collect();
            assert_eq!(groups.len(), Group::ALL.len());
            let contexts: HashSet<_> =
                Context::ALL.iter().map(|context| lang.key_context(*context)).collect();
            assert_eq!(contexts.len(), Context::ALL.len());
        }
    }
}
