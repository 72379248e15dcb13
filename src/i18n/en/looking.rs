//! English: looking back.

use crate::i18n::looking::Looking;

pub(in crate::i18n) static LOOKING: Looking = Looking {
    columns: ["When (UTC)", "What", "Kind", "Records", ""],
    reading: "reading",
    empty: "This book begins today: nothing was done yet.",
    begins: "the book begins here",
    undone: "undone",
    last_save: "last save",
    which_name: "Name of this moment: the book as it is now can be found by it later",
    before_all: "BEFORE THE FIRST CHANGE",
    is_past: "This is the book as it was: nothing can be changed in it. Go back to now, or bring this moment back.",
    is_now: "This is the book as it is now.",
    same: "The book is the same now: there is nothing to bring back.",
    title: |changes, are_all| match (changes, are_all) {
        (1, true) => "History: 1 change".to_owned(),
        (n, true) => format!("History: {n} changes"),
        (n, false) => format!("History: {n} changes so far"),
    },
    none_match: |typed| format!("No change has \"{typed}\" in it."),
    not_kept_before: |change| format!("changes before number {change} are not kept"),
    unread_before: |change| format!("changes before number {change} cannot be read"),
    as_of: |when| format!("AS IT WAS {when}"),
    looks: |change, unclear| {
        let unsure = match unclear {
            0 => String::new(),
            1 => " 1 record was changed outside of Partnerbook since and may differ.".to_owned(),
            n => format!(" {n} records were changed outside of Partnerbook since and may differ."),
        };
        format!("The book as it was after change {change}. Nothing can be changed in it.{unsure}")
    },
    unread: |why| match why {
        "" => "The history does not reach back to this moment: older changes are not kept.".to_owned(),
        why => format!("The history cannot be read up to this moment: {why}"),
    },
    named: |name| format!("This moment is called \"{name}\" now."),
};
