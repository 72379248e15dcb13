//! The words of forms that were left before they were confirmed: one struct, two values.

use super::{Lang, en, fr};
use crate::model::Moment;

/// Every word and sentence about such forms, in one language.
#[derive(Debug)]
#[allow(missing_docs)] // each field is the text it is named after; sentences take what they speak of
pub struct Unfinished {
    pub go_on: &'static str,
    pub later: &'static str,
    pub none: &'static str,
    pub all_are_gone: &'static str,
    pub step_fits_not: &'static str,
    pub not_refused: &'static str,
    pub(super) at: fn(&str, &str) -> String,
    pub(super) was_filled: fn(&str, &str) -> String,
    pub(super) were_filled: fn(usize, &str) -> String,
    pub(super) has_changed: fn(&str) -> String,
    pub(super) is_gone: fn(&str) -> String,
    pub(super) add_anew: fn(&str) -> String,
    pub(super) some_are_gone: fn(usize) -> String,
    pub(super) no_problem: fn(&str) -> String,
    pub(super) no_field: fn(&str, &str) -> String,
    pub(super) not_kept: fn(&str) -> String,
}

impl Lang {
    /// The words of forms that were left before they were confirmed.
    pub fn unfinished(self) -> &'static Unfinished {
        match self {
            Self::En => &en::unfinished::UNFINISHED,
            Self::Fr => &fr::unfinished::UNFINISHED,
        }
    }
}

impl Unfinished {
    /// When something was typed last: the day and the minute, UTC.
    pub fn moment(&self, at: Moment) -> String {
        let text = at.to_string();
        match text.split_once('T') {
            Some((day, time)) => (self.at)(day, time.get(..5).unwrap_or(time)),
            None => text,
        }
    }
}

macro_rules! sentences {
    ($($(#[$doc:meta])* $name:ident($($arg:ident: $type:ty),*);)*) => {
        impl Unfinished {
            $($(#[$doc])*
            pub fn $name(&self, $($arg: $type),*) -> String {
                (self.$name)($($arg),*)
            })*
        }
    };
}

sentences! {
    /// A form, by its title, was being filled at a time.
    was_filled(form: &str, at: &str);
    /// So many forms were being filled at a time.
    were_filled(forms: usize, at: &str);
    /// The record has changed since the form was opened.
    has_changed(name: &str);
    /// The record that the form is about is gone.
    is_gone(name: &str);
    /// The record that the form is about is gone, and can be added anew.
    add_anew(name: &str);
    /// So many of the records that the form is about are gone.
    some_are_gone(records: usize);
    /// The problem that was to be accepted is gone from the record.
    no_problem(name: &str);
    /// What was typed fits no field of the form any more.
    no_field(field: &str, text: &str);
    /// The disk refuses what is typed, and why.
    not_kept(why: &str);
}
