//! The words of scripts of edits: one struct, two values.

use super::{Lang, en, fr};

/// Every sentence about a script of edits, in one language.
#[derive(Debug)]
pub struct ApplyWords {
    /// What is wrong on a line.
    pub at: fn(usize, &str) -> String,
    /// A line is longer than any edit.
    pub too_long: fn(usize) -> String,
    /// There is no such table; the nearest, else all.
    pub no_table: fn(&str, Option<&str>, &str) -> String,
    /// A record of this kind has no such field; the nearest, else all.
    pub no_field: fn(&str, &str, Option<&str>, &str) -> String,
    /// Standard input cannot be imported.
    pub no_stdin: &'static str,
    /// The edit on a line was refused, and why.
    pub refused: fn(usize, &str) -> String,
    /// A refusal ends the script.
    pub stopped: &'static str,
    /// What the disk says of the edit on a line.
    pub unconfirmed: fn(usize, &str) -> String,
    /// Nobody reads what is confirmed.
    pub unread: &'static str,
    /// How many edits were confirmed, how many refused.
    pub told: fn(usize, usize) -> String,
    /// What was done is kept in the journal.
    pub draft: &'static str,
    /// The book could not be saved at the end, and why.
    pub not_saved: fn(&str) -> String,
}

impl Lang {
    /// The words of scripts of edits.
    pub fn apply(self) -> &'static ApplyWords {
        match self {
            Self::En => &en::apply::APPLY,
            Self::Fr => &fr::apply::APPLY,
        }
    }
}
