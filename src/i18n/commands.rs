//! The words of the commands: one struct, two values.

use super::{Lang, en, fr};
use crate::store::format::How;

/// Every word and sentence of the commands, in one language.
#[derive(Debug)]
#[allow(missing_docs)] // each field is the text it is named after; sentences take what they speak of
pub struct Commands {
    pub stopped: fn(&str) -> String,
    pub stopped_at_work: fn(&str, &str) -> String,
    pub terminal: fn(&str) -> String,
    pub no_terminal: &'static str,
    pub dumb_terminal: fn(&str) -> String,
    pub no_home: &'static str,
    pub not_a_book: fn(&str) -> String,
    pub make_book: &'static str,
    pub misspelt: fn(&str, &str) -> String,
    pub not_opened: &'static str,
    pub asked_read_only: &'static str,
    pub inventing: &'static str,
    pub made: fn(&str) -> String,
    pub nothing_imported: &'static str,
    pub add_flags: fn(&str) -> String,
    pub dry_run: &'static str,
    pub refused: &'static str,
    pub new_problems: fn(usize, usize) -> String,
    pub no_rule: fn(&str, Option<&str>) -> String,
    pub found: fn(usize, usize, usize, usize) -> String,
    pub unjudged: fn(&str) -> String,
    pub imported: fn(usize, usize) -> String,
    pub fixes: fn(&str) -> String,
    pub no_column: fn(&str, Option<&str>, &str) -> String,
    pub no_order: fn(&str, &str) -> String,
    pub listed: fn(usize, usize) -> String,
    pub no_record: fn(&str) -> String,
    pub several: fn(&str, usize) -> String,
    pub no_customer: fn(&str, &str) -> String,
    pub valid: fn(Option<&str>, Option<&str>) -> String,
    pub source: fn(&str) -> String,
    pub holds: fn(&str, &str) -> String,
    pub keys_checked: fn(usize) -> String,
    pub all_canonical: fn(usize) -> String,
    pub not_canonical: fn(usize, usize) -> String,
    pub formatted: fn(&[String]) -> String,
    pub comments_at: fn(&[usize]) -> String,
    pub comments_inside: fn(&str, &[usize]) -> String,
    pub nothing_written: &'static str,
    pub not_of_a_book: fn(&str) -> String,
    pub byte_order_mark: &'static str,
    pub line_ends: &'static str,
    pub other_form: &'static str,
    pub config_folder: &'static str,
    pub keys: &'static str,
    pub language: &'static str,
    pub fine: &'static str,
    pub absent: &'static str,
    pub yes: &'static str,
    pub no: &'static str,
    pub terminal_name: &'static str,
    pub can_ask: &'static str,
    pub colours: &'static str,
    pub book_folder: &'static str,
    pub book: &'static str,
    pub books: &'static str,
    pub generation: fn(u64) -> String,
    pub records: &'static str,
    pub problems: &'static str,
    pub baseline: &'static str,
}

impl Lang {
    /// The words of the commands.
    pub fn commands(self) -> &'static Commands {
        match self {
            Self::En => &en::commands::COMMANDS,
            Self::Fr => &fr::commands::COMMANDS,
        }
    }

    /// How a file differs from its canonical form.
    pub fn form(self, how: How) -> &'static str {
        let words = self.commands();
        match how {
            How::ByteOrderMark => words.byte_order_mark,
            How::LineEnds => words.line_ends,
            How::Form => words.other_form,
        }
    }
}
