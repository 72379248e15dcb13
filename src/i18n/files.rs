//! The words of saving, opening, importing and leaving: one struct, two values.

use super::{Lang, en, fr};

/// Every word and sentence about books and files, in one language.
#[derive(Debug)]
#[allow(missing_docs)] // each field is the text it is named after; sentences take what they speak of
pub struct Files {
    pub demo_name: &'static str,
    pub demo_not_saved: &'static str,
    pub no_folder: &'static str,
    pub saved_already: &'static str,
    pub save_first: &'static str,
    pub keep_as_copy: &'static str,
    pub merge: &'static str,
    pub merge_does: &'static str,
    pub take_theirs: &'static str,
    pub theirs_comes: &'static str,
    pub took_theirs: &'static str,
    pub merge_needs_journal: &'static str,
    pub quit_with_draft: &'static str,
    pub quit_with_copy: &'static str,
    pub copy_goes: &'static str,
    pub decide_later: &'static str,
    pub which_book: &'static str,
    pub which_files: &'static str,
    pub whose_export: &'static str,
    pub which_customer: &'static str,
    pub not_a_tenant: &'static str,
    pub nothing_new: &'static str,
    pub save_and_quit: &'static str,
    pub drop_and_quit: &'static str,
    pub import_title: &'static str,
    pub import_apply: &'static str,
    pub import_told: &'static str,
    pub import_leave: &'static str,
    pub welcome: &'static str,
    pub welcome_text: &'static [&'static str],
    pub begin: [(&'static str, &'static str); 4],
    pub book_will_be: &'static str,
    pub language: &'static str,
    pub other_language: &'static str,
    pub today: &'static str,
    pub(super) opened: fn(&str) -> String,
    pub(super) saved: fn(usize, &str) -> String,
    pub(super) not_saved: fn(&str) -> String,
    pub(super) safe_in_journal: fn(&str) -> String,
    pub(super) safe_in_copy: fn(&str) -> String,
    pub(super) in_copy_alone: fn(usize) -> String,
    pub(super) copied_to: fn(&str) -> String,
    pub(super) unsaved: fn(usize) -> String,
    pub(super) lost: fn(usize) -> String,
    pub(super) kept_as_draft: fn(usize) -> String,
    pub(super) lose_and_quit: fn(usize) -> String,
}

impl Lang {
    /// The words about books and files.
    pub fn files(self) -> &'static Files {
        match self {
            Self::En => &en::files::FILES,
            Self::Fr => &fr::files::FILES,
        }
    }
}

macro_rules! sentences {
    ($($(#[$doc:meta])* $name:ident($($arg:ident: $type:ty),*);)*) => {
        impl Files {
            $($(#[$doc])*
            pub fn $name(&self, $($arg: $type),*) -> String {
                (self.$name)($($arg),*)
            })*
        }
    };
}

sentences! {
    /// A book was opened.
    opened(name: &str);
    /// So many files of a book were written.
    saved(files: usize, name: &str);
    /// The book was not written, and why.
    not_saved(why: &str);
    /// The book was not written, and why, but its steps are in the journal.
    safe_in_journal(why: &str);
    /// The book was not written, and why, but a copy has its steps.
    safe_in_copy(why: &str);
    /// So many steps are in a copy and would not be in the book that is read again.
    in_copy_alone(steps: usize);
    /// A copy was written.
    copied_to(folder: &str);
    /// So many steps are not on disk.
    unsaved(steps: usize);
    /// So many steps are nowhere on the disk.
    lost(steps: usize);
    /// So many others are in the journal.
    kept_as_draft(steps: usize);
    /// The answer that leaves all the same.
    lose_and_quit(steps: usize);
}

/// The first few of a list, and dots when there are more.
pub(super) fn few(items: &[impl ToString]) -> String {
    const MOST: usize = 8;
    let mut shown: Vec<String> = items.iter().take(MOST).map(ToString::to_string).collect();
    if items.len() > MOST {
        shown.push("...".to_owned());
    }
    shown.join(", ")
}
