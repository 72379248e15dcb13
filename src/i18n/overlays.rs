//! The words of forms, pickers, menus, sheets and texts to read: one struct, two values.

use super::{Lang, en, fr};

/// Every word and sentence of the overlays, in one language.
#[derive(Debug)]
#[allow(missing_docs)] // each field is the text it is named after; sentences take what they speak of
pub struct Overlays {
    pub why: &'static str,
    pub copied_text: &'static str,
    pub needs_record: &'static str,
    pub do_it: &'static str,
    pub keep_as_is: &'static str,
    pub nothing_to_fix: &'static str,
    pub no_fix: &'static str,
    pub no_problem: &'static str,
    /// Why a candidate is not allowed is asked, and it is.
    pub is_allowed: &'static str,
    /// Why a form is refused is asked, and it is not.
    pub nothing_refused: &'static str,
    pub keep_values: &'static str,
    pub drop_values: &'static str,
    pub form_changed: &'static str,
    pub stay: &'static str,
    pub choose_customer: &'static str,
    pub allowed: &'static str,
    pub barred: &'static str,
    pub can_be_fixed: &'static str,
    pub cannot_be_fixed: &'static str,
    pub nobody: &'static str,
    pub go_to: &'static str,
    pub no_candidate: &'static str,
    pub more_candidates: &'static str,
    pub was: &'static str,
    pub new_id: &'static str,
    pub unchanged: &'static str,
    pub no_problems: &'static str,
    pub by_severity: &'static str,
    pub what: &'static str,
    pub why_it_matters: &'static str,
    pub source_heading: &'static str,
    pub touches: &'static str,
    /// The sign of an accepted problem in a list.
    pub waived: &'static str,
    /// The heading over why a problem is accepted.
    pub accepted: &'static str,
    pub(super) accepted_until: fn(&str, Option<&str>) -> String,
    pub(super) accepted_before: fn(&str, &str) -> String,
    pub(super) accept: fn(&str, &str) -> String,
    pub(super) insist: fn(&str) -> String,
    pub question: &'static str,
    pub commands: &'static str,
    pub help_keys: &'static str,
    pub help_filter: &'static str,
    pub help_rules: &'static str,
    pub help_operations: &'static str,
    pub(super) sections: [&'static str; 7],
    pub stays: &'static str,
    pub loses: &'static str,
    pub term_elsewhere: &'static str,
    pub(super) source: fn(&str) -> String,
    pub(super) off_on: fn(&str, &str) -> String,
    pub(super) labelled: fn(&str, &str) -> String,
    pub(super) fixes_of: fn(&str) -> String,
    pub(super) new_record: fn(&str) -> String,
    pub(super) edit_record: fn(&str) -> String,
    pub(super) edit_many: fn(usize) -> String,
    pub(super) changed_fields: fn(usize) -> String,
    pub(super) not_allowed_now: fn(&str) -> String,
    pub(super) more_below: fn(usize) -> String,
    pub(super) problems: fn(usize, usize, usize, usize) -> String,
    pub(super) would_do: fn(&str) -> String,
    pub(super) appears: fn(usize) -> String,
    pub(super) clears: fn(usize) -> String,
    pub(super) copied: fn(&str, &str, usize) -> String,
}

impl Lang {
    /// The words of the overlays.
    pub fn overlays(self) -> &'static Overlays {
        match self {
            Self::En => &en::overlays::OVERLAYS,
            Self::Fr => &fr::overlays::OVERLAYS,
        }
    }
}

macro_rules! sentences {
    ($($(#[$doc:meta])* $name:ident($($arg:ident: $type:ty),*);)*) => {
        impl Overlays {
            $($(#[$doc])*
            pub fn $name(&self, $($arg: $type),*) -> String {
                (self.$name)($($arg),*)
            })*
        }
    };
}

sentences! {
    /// The pages a rule comes from.
    source(pages: &str);
    /// An action has no meaning on a record of this kind.
    off_on(action: &str, kind: &str);
    /// The title over the fixes of a record.
    fixes_of(name: &str);
    /// A label and what it is about, parted as the language parts them.
    labelled(label: &str, text: &str);
    /// The title over a new record of a kind.
    new_record(kind: &str);
    /// The title over a record being edited.
    edit_record(name: &str);
    /// The title over several records being edited.
    edit_many(count: usize);
    /// How many fields are changed.
    changed_fields(count: usize);
    /// The line above the candidates that are not allowed.
    not_allowed_now(count: &str);
    /// How many lines are below what is shown.
    more_below(lines: usize);
    /// How many problems there are: errors, warnings, hints, and those that are accepted.
    problems(errors: usize, warnings: usize, hints: usize, waived: usize);
    /// Why a problem is accepted, and its last day.
    accepted_until(reason: &str, until: Option<&str>);
    /// Why a problem was accepted, and the last day, which is over.
    accepted_before(reason: &str, until: &str);
    /// The title over the form that accepts a problem of a rule on a record.
    accept(rule: &str, name: &str);
    /// The title over the form that accepts what refuses a step.
    insist(rules: &str);
    /// What a step would do, before it is done.
    would_do(step: &str);
    /// How many problems appear.
    appears(count: usize);
    /// How many problems go.
    clears(count: usize);
    /// What was sent to the clipboard, of which record, and of how many more.
    copied(what: &str, name: &str, more: usize);
}

impl Overlays {
    /// The title of a section of the detail view, by its number.
    pub fn section(&self, number: usize) -> &'static str {
        self.sections.get(number).copied().unwrap_or_default()
    }
}
