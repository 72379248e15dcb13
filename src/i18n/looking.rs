//! The words of looking back: the list of what was done, and the book as it was. One struct, two values.

use super::{Lang, en, fr};

/// Every word and sentence of looking back, in one language.
#[derive(Debug)]
#[allow(missing_docs)] // each field is the text it is named after; sentences take what they speak of
pub struct Looking {
    pub columns: [&'static str; 5],
    pub reading: &'static str,
    pub empty: &'static str,
    pub begins: &'static str,
    pub undone: &'static str,
    pub last_save: &'static str,
    pub which_name: &'static str,
    pub before_all: &'static str,
    pub is_past: &'static str,
    pub is_now: &'static str,
    pub same: &'static str,
    pub(super) title: fn(usize, bool) -> String,
    pub(super) none_match: fn(&str) -> String,
    pub(super) not_kept_before: fn(u64) -> String,
    pub(super) unread_before: fn(u64) -> String,
    pub(super) as_of: fn(&str) -> String,
    pub(super) looks: fn(u64, usize) -> String,
    pub(super) unread: fn(&str) -> String,
    pub(super) named: fn(&str) -> String,
}

impl Lang {
    /// The words of looking back.
    pub fn looking(self) -> &'static Looking {
        match self {
            Self::En => &en::looking::LOOKING,
            Self::Fr => &fr::looking::LOOKING,
        }
    }
}

macro_rules! sentences {
    ($($(#[$doc:meta])* $name:ident($($arg:ident: $type:ty),*);)*) => {
        impl Looking {
            $($(#[$doc])*
            pub fn $name(&self, $($arg: $type),*) -> String {
                (self.$name)($($arg),*)
            })*
        }
    };
}

sentences! {
    /// So many changes; whether these are all that there are.
    title(changes: usize, are_all: bool);
    /// No change has what was typed.
    none_match(typed: &str);
    /// Changes before this one are not kept.
    not_kept_before(change: u64);
    /// Changes before this one cannot be read.
    unread_before(change: u64);
    /// The banner over the book as it was at a time.
    as_of(when: &str);
    /// The book is shown as it was after a change; so many records are not sure.
    looks(change: u64, unclear: usize);
    /// The history cannot be read up to the moment, and why; empty when it is not kept.
    unread(why: &str);
    /// This moment got a name.
    named(name: &str);
}
