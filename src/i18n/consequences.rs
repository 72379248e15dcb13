//! The words of a sheet of consequences: one struct, two values.

use super::edits::of_customer;
use super::{Lang, en, fr};
use crate::model::{Key, Model};
use crate::rules::Code;

/// Every word of a sheet of consequences, in one language.
#[derive(Debug)]
#[allow(missing_docs)] // each field is the text it is named after; sentences take what they speak of
pub struct Follows {
    pub goes_along: &'static str,
    pub(super) at_least: fn(&str) -> String,
    pub(super) of_rule: fn(usize, &str, &str, &str) -> String,
    pub(super) in_full: fn(&str) -> String,
    pub(super) and_more: fn(usize) -> String,
}

impl Lang {
    /// The words of a sheet of consequences.
    pub fn follows(self) -> &'static Follows {
        match self {
            Self::En => &en::consequences::FOLLOWS,
            Self::Fr => &fr::consequences::FOLLOWS,
        }
    }

    /// So many findings of a rule.
    pub fn count_of_rule(self, rule: Code, count: usize) -> String {
        let severity = crate::rules::rule(rule).map(|rule| self.severity(rule.severity)).unwrap_or_default();
        (self.follows().of_rule)(count, rule.text(), severity, self.rule_title(rule))
    }

    /// The name of a record, of a subscription with its customer's; safe to show.
    pub fn named(self, model: &Model, key: Key) -> String {
        of_customer(model, key)
    }
}

macro_rules! sentences {
    ($($(#[$doc:meta])* $name:ident($($arg:ident: $type:ty),*);)*) => {
        impl Follows {
            $($(#[$doc])*
            pub fn $name(&self, $($arg: $type),*) -> String {
                (self.$name)($($arg),*)
            })*
        }
    };
}

sentences! {
    /// A count that stopped before all was counted.
    at_least(text: &str);
    /// The heading over the names that a count above stands for.
    in_full(text: &str);
    /// How many names are left out.
    and_more(count: usize);
}
