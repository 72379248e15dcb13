//! The words of `doctor` about how a book is kept: one struct, two values.

use super::{Lang, en, fr};
use crate::store::health::Loose;

/// Every word and sentence of `doctor` about how a book is kept, in one language.
#[derive(Debug)]
#[allow(missing_docs)] // each field is the text it is named after; sentences take what they speak of
pub struct Doctor {
    pub byte: &'static str,
    pub lock: &'static str,
    pub free: &'static str,
    pub no_locks: &'static str,
    pub journal: &'static str,
    pub no_journal: &'static str,
    pub steps: fn(usize, &str) -> String,
    pub torn: fn(usize) -> String,
    pub clock: &'static str,
    pub clock_behind: fn(&str, &str) -> String,
    pub files: &'static str,
    pub as_saved: &'static str,
    pub strangers: fn(&str) -> String,
    pub backups: &'static str,
    pub kept: fn(usize, &str) -> String,
    pub unsound: fn(&str) -> String,
    pub rights: &'static str,
    pub private: &'static str,
    pub loose: fn(&str, u32, u32, bool) -> String,
    pub foreign: fn(&str) -> String,
    pub space: &'static str,
    pub room: fn(&str) -> String,
    pub little_room: fn(&str) -> String,
}

impl Lang {
    /// The words of `doctor` about how a book is kept.
    pub fn doctor(self) -> &'static Doctor {
        match self {
            Self::En => &en::doctor::DOCTOR,
            Self::Fr => &fr::doctor::DOCTOR,
        }
    }

    /// What others may do with a file, and what to type against it.
    pub fn loose(self, loose: &Loose) -> String {
        let path = super::store::path(&loose.path);
        if loose.is_foreign {
            return (self.doctor().foreign)(&path);
        }
        let right = if loose.is_folder { 0o700 } else { 0o600 };
        let is_plain = path.bytes().all(|b| b.is_ascii_alphanumeric() || b"/._-".contains(&b));
        (self.doctor().loose)(&path, loose.mode, right, is_plain)
    }
}
