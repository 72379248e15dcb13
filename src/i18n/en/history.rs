//! English: the history.

use crate::i18n::history::History;

pub(in crate::i18n) static HISTORY: History = History {
    edit: "edit",
    bulk: "bulk",
    import: "import",
    fix: "fix",
    restore: "restore",
    undo: "undo",
    redo: "redo",
    checkpoint: "checkpoint",
    named: |name| format!("Checkpoint \"{name}\"."),
    future: |day, today| format!("{day} is yet to come: today is {today}. Name a day up to today."),
    unknown: |name, near, all| match (near, all) {
        (Some(near), _) => format!("There is no checkpoint \"{name}\". Did you mean \"{near}\"?"),
        (None, "") => {
            format!(
                "There is no checkpoint \"{name}\", and no other. A moment is also a day or the number of a change."
            )
        }
        (None, all) => format!("There is no checkpoint \"{name}\". There are {all}."),
    },
    not_kept: |oldest| format!("Changes before number {oldest} are not kept."),
    out_of_range: |number, first, last| {
        format!("There is no change {number}: those that can be shown are {first} to {last}.")
    },
    before_kept: |day, oldest, made| {
        let made = made.map(|made| format!(" of {made}")).unwrap_or_default();
        format!(
            "{day} lies before the history that is kept: that begins with change {oldest}{made}. Name a later moment."
        )
    },
    unread: |error, oldest| {
        format!("{error} The history ends there: change {oldest} is the oldest that can be read.")
    },
    name_empty: "A checkpoint needs a name of letters that can be seen.",
    name_too_long: |n, most| format!("The name has {n} characters, and {most} is the most. Shorten it."),
    name_numeric: "The name reads like a day or the number of a change. Add a word to it.",
    as_it_was: |at, change, made| {
        let made = made.map(|made| format!(" of {made}")).unwrap_or_default();
        format!("The book as it was at {at}: after change {change}{made}.")
    },
    before_all: |at| format!("The book as it was at {at}: before its first change."),
    unclear: |n| {
        format!(
            "{n} {} changed outside of Partnerbook since. An edit by hand has no day: what {} then may differ.",
            if n == 1 { "record was" } else { "records were" },
            if n == 1 { "it was" } else { "they were" }
        )
    },
    listed: |n, is_all| match (n, is_all) {
        (n, true) => format!("{n} {} listed.", if n == 1 { "change" } else { "changes" }),
        (1, false) => "The newest one is listed.".to_owned(),
        (n, false) => format!("The newest {n} are listed."),
    },
    set: |named, change| format!("{named} It is change {change}."),
    same: "The book is as it was then already. Nothing was written.",
    misfit: "The moment does not fit the book any more. Nothing was written.",
    dry_run: "Nothing was written. Leave --dry-run out to do it.",
    no_moment: |text| {
        format!(
            "\"{text}\" is no moment. Write a day like 2026-09-15, the name of a checkpoint, or the number of a change."
        )
    },
    name_taken: |name, change, made| {
        format!("There is a checkpoint \"{name}\" already: change {change} of {made}. Choose another name.")
    },
};
