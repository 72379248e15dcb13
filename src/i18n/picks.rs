//! The words of choosing among many and of doing one thing on many: one struct, two values.

use super::{Lang, en, fr};

/// Every word and sentence of pickers at scale and of bulk operations, in one language.
#[derive(Debug)]
#[allow(missing_docs)] // each field is the text it is named after; sentences take what they speak of
pub struct Picks {
    pub back: &'static str,
    pub other_fields: &'static str,
    pub no_way: &'static str,
    pub cannot: &'static str,
    pub do_all: &'static str,
    pub do_allowed: &'static str,
    pub leave_all: &'static str,
    pub one_by_one: &'static str,
    pub nothing_in_common: &'static str,
    pub nothing_offered: &'static str,
    pub empty: &'static str,
    pub(super) separator: char,
    pub(super) counts: fn(&str, &str, usize) -> String,
    pub(super) counting: fn(&str, &str) -> String,
    pub(super) to_allow: fn(usize, &str) -> String,
    pub(super) not_allowed: fn(&str, &str) -> String,
    pub(super) cannot_because: fn(&str, &str) -> String,
    pub(super) with_steps: fn(&str, usize) -> String,
    pub(super) problems: fn(&str, &str) -> String,
    pub(super) on_some: fn(&str, usize, usize) -> String,
    pub(super) on_none: fn(usize) -> String,
    pub(super) left_out: fn(usize) -> String,
    pub(super) already: fn(usize) -> String,
    pub(super) and_more: fn(usize) -> String,
    pub(super) operations_of: fn(&str) -> String,
    pub(super) undid_on: fn(&str, &str) -> String,
    pub(super) values: fn(&str, &str, &str) -> String,
    pub(super) not_a_day: fn(&str, &str) -> String,
    pub(super) not_our_form: fn(&str, &str) -> String,
    pub(super) too_large: fn(&str, u32) -> String,
    pub(super) no_number: fn(&str, u32) -> String,
    pub(super) not_in_list: fn(&str, &str) -> String,
}

impl Lang {
    /// The words of choosing among many, and of doing one thing on many.
    pub fn picks(self) -> &'static Picks {
        match self {
            Self::En => &en::picks::PICKS,
            Self::Fr => &fr::picks::PICKS,
        }
    }
}

macro_rules! sentences {
    ($($(#[$doc:meta])* $name:ident($($arg:ident: $type:ty),*);)*) => {
        impl Picks {
            $($(#[$doc])*
            pub fn $name(&self, $($arg: $type),*) -> String {
                (self.$name)($($arg),*)
            })*
        }
    };
}

sentences! {
    /// What makes it allowed: how many steps, and which.
    to_allow(steps: usize, told: &str);
    /// The heading over why a candidate is not allowed: its name, the rules.
    not_allowed(name: &str, rules: &str);
    /// Nothing makes it allowed: the rule that stays in the way, and what it says.
    cannot_because(rule: &str, why: &str);
    /// The question before a candidate is chosen with the steps it lacks.
    with_steps(name: &str, steps: usize);
    /// What is done on some of the marked records, and on how many of how many.
    on_some(what: &str, done: usize, of: usize);
    /// Nothing can be done on any of so many records.
    on_none(of: usize);
    /// The heading over the records that are left out.
    left_out(count: usize);
    /// So many records are as wished already.
    already(count: usize);
    /// So many more that are not listed.
    and_more(count: usize);
    /// The title over the operations on a record, or on marked ones.
    operations_of(what: &str);
    /// One step on many records was taken back.
    undid_on(records: &str, what: &str);
    /// The values of a field before and after.
    values(field: &str, before: &str, after: &str);
    /// The typed text is no day of the calendar; a day near it.
    not_a_day(typed: &str, near: &str);
    /// The typed text is a day in another form; the day in ours.
    not_our_form(typed: &str, day: &str);
    /// The typed number is larger than a field takes.
    too_large(typed: &str, most: u32);
    /// The typed text is no number.
    no_number(typed: &str, most: u32);
    /// The typed text is none of the values.
    not_in_list(typed: &str, values: &str);
}

impl Picks {
    /// How many candidates are allowed, and how many not.
    pub fn counts(&self, may: usize, may_not: usize) -> String {
        (self.counts)(&self.number(may), &self.number(may_not), may)
    }

    /// The same while others are still being judged.
    pub fn counting(&self, may: usize, may_not: usize) -> String {
        (self.counting)(&self.number(may), &self.number(may_not))
    }

    /// How many problems the book has before a step and after it.
    pub fn problems(&self, before: usize, after: usize) -> String {
        (self.problems)(&self.number(before), &self.number(after))
    }

    /// A number, its digits in groups of three.
    pub fn number(&self, n: usize) -> String {
        let digits = n.to_string();
        let mut text = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                text.push(self.separator);
            }
            text.push(digit);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped_as_the_language_does() {
        let number = |n| (Lang::En.picks().number(n), Lang::Fr.picks().number(n));
        assert_eq!(number(0), ("0".into(), "0".into()));
        assert_eq!(number(999), ("999".into(), "999".into()));
        assert_eq!(number(17_887), ("17,887".into(), "17\u{a0}887".into()));
        assert_eq!(number(1_000_000), ("1,000,000".into(), "1\u{a0}000\u{a0}000".into()));
    }
}
