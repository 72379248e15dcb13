//! English: saving, opening, importing and leaving.

use crate::i18n::files::Files;

pub(in crate::i18n) static FILES: Files = Files {
    demo_name: "demo",
    demo_not_saved: "The demo book is invented and is never saved. Open or start a book of your own to keep what you do.",
    no_folder: "This book has no folder yet. Open one first.",
    saved_already: "Everything is saved already.",
    save_first: "The open book has steps that are not saved. Save them before another book is opened.",
    keep_as_copy: "keep mine as a copy",
    merge: "merge",
    merge_does: "Merging reads theirs and puts your steps on top; what does not go together is listed.",
    take_theirs: "take theirs",
    theirs_comes: "Taking theirs makes the book what stands in the files, as one step; undo brings yours back.",
    took_theirs: "The book is as in its files now, as one step. Undo brings yours back.",
    merge_needs_journal: "Your last steps are not on disk, so reading the book again would lose them. Save a copy first.",
    quit_with_draft: "quit, the draft is kept",
    quit_with_copy: "quit, the copy is kept",
    copy_goes: "A copy goes into a folder beside the book; nothing is overwritten.",
    decide_later: "decide later",
    which_book: "Folder of the book to open",
    which_files: "Files to import (quotes around a path with blanks)",
    whose_export: "Whose export is this? Tenant id or name of the partner",
    which_customer: "Which customer is this about? Tenant id or name",
    not_a_tenant: "This is neither a tenant id nor the name of one record of the book.",
    nothing_new: "Nothing to apply: the book has it all already.",
    save_and_quit: "save and quit",
    drop_and_quit: "quit without saving",
    import_title: "Import",
    import_apply: "apply as one step",
    import_told: "answer what is asked",
    import_leave: "leave everything as it is",
    welcome: "Welcome to Partnerbook",
    welcome_text: &[
        "No book yet. Partnerbook keeps partners, customers and subscriptions",
        "in text files on this computer. It never connects to anything.",
    ],
    begin: [
        ("Look around with the demo book", "an invented network; nothing is saved"),
        ("Start from your Partner Center exports", "JSON files; shows a preview first"),
        ("Start an empty book", ""),
        ("Open a book a colleague sent you", ""),
    ],
    book_will_be: "Your book will be in",
    language: "Language",
    other_language: "English (or français)",
    today: "Today",
    opened: |name| format!("Opened {name}."),
    saved: |files, name| match files {
        1 => format!("Saved {name}: 1 file written."),
        n => format!("Saved {name}: {n} files written."),
    },
    not_saved: |why| format!("NOT SAVED: {why}"),
    safe_in_journal: |why| {
        format!("The files are not written, but your steps are safe in the journal. {why}")
    },
    safe_in_copy: |why| format!("The files are not written, but your steps are safe in the copy. {why}"),
    in_copy_alone: |steps| match steps {
        1 => "Your last step is in the copy alone: it is not in the book that is read again.".to_owned(),
        n => {
            format!("Your last {n} steps are in the copy alone: they are not in the book that is read again.")
        }
    },
    copied_to: |folder| {
        format!(
            "Your state is kept as a copy in {folder}. The book in its own folder is as somebody else left it."
        )
    },
    unsaved: |steps| match steps {
        1 => "1 step is not saved.".to_owned(),
        n => format!("{n} steps are not saved."),
    },
    lost: |steps| match steps {
        1 => "1 step is in no file and would be lost.".to_owned(),
        n => format!("{n} steps are in no file and would be lost."),
    },
    kept_as_draft: |steps| match steps {
        1 => "1 other step is not saved, but kept as a draft for the next opening.".to_owned(),
        n => format!("{n} other steps are not saved, but kept as a draft for the next opening."),
    },
    lose_and_quit: |steps| match steps {
        1 => "lose 1 step and quit".to_owned(),
        n => format!("lose {n} steps and quit"),
    },
};

/// The numbers of lines; the first of them when they are many.
pub(in crate::i18n) fn lines(lines: &[usize]) -> String {
    let numbers = crate::i18n::files::few(lines);
    if lines.len() == 1 { format!("line {numbers}") } else { format!("lines {numbers}") }
}
