//! English: scripts of edits.

use crate::i18n::apply::ApplyWords;

pub(in crate::i18n) static APPLY: ApplyWords = ApplyWords {
    at: |line, why| format!("Line {line}: {why}"),
    too_long: |line| format!("Line {line} is longer than 1 MiB. Write one edit on a line."),
    no_table: |name, near, known| match near {
        Some(near) => format!("There is no table \"{name}\". Did you mean {near}?"),
        None => format!("There is no table \"{name}\". There are: {known}."),
    },
    no_field: |name, kind, near, known| match near {
        Some(near) => format!("A {kind} has no field \"{name}\". Did you mean {near}?"),
        None => format!("A {kind} has no field \"{name}\". There are: {known}."),
    },
    no_stdin: "A script cannot import standard input. Name a file.",
    refused: |line, why| format!("Line {line} is refused: {why}"),
    stopped: "The script stops here. What was confirmed before stays. To go on past what is refused, add --keep-going.",
    unconfirmed: |line, why| {
        format!(
            "Line {line} is NOT CONFIRMED: {why} What was confirmed before is on the disk. Open the book to see whether it has this edit; nothing after it was done."
        )
    },
    unread: "Nobody reads any more what is confirmed, so the script stops here. What was confirmed stays.",
    told: |confirmed, refused| match (confirmed, refused) {
        (n, 0) => format!("{} confirmed.", edits(n)),
        (n, refused) => format!("{} confirmed, {refused} refused.", edits(n)),
    },
    draft: "They are in the journal, as a draft. They are saved with the next save.",
    not_saved: |why| {
        format!(
            "NOT SAVED: {why} Every confirmed edit is in the journal and is there when the book is opened."
        )
    },
};

fn edits(n: usize) -> String {
    if n == 1 { "1 edit".to_owned() } else { format!("{n} edits") }
}
