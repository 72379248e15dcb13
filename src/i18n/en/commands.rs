//! English: the commands.

use super::files::lines;
use crate::i18n::commands::Commands;
use crate::i18n::files::few;

pub(in crate::i18n) static COMMANDS: Commands = Commands {
    stopped: |place| {
        format!(
            "Partnerbook stopped because of an error in itself ({place}). What was saved before is as it was. Report this place; it tells nothing of the book."
        )
    },
    stopped_at_work: |place, folder| {
        format!(
            "Partnerbook stopped because of an error in itself ({place}). Every step that the screen called saved is on the disk, in {folder}, and is there at the next start; a step that it had not called saved may be missing. Report the place; it tells nothing of the book."
        )
    },
    terminal: |why| format!("The terminal fails: {why}. Use another terminal, or a command such as list."),
    no_terminal: "The screens need a terminal for keys and for drawing. Use a command such as list or check here.",
    dumb_terminal: |name| {
        let what = if name.is_empty() {
            "TERM names no kind of terminal".to_owned()
        } else {
            format!("TERM calls this terminal \"{name}\", which has no screens")
        };
        format!(
            "{what}. Set TERM to what it is, such as xterm-256color, or use a command such as list or check."
        )
    },
    no_home: "The system names no folder for settings. Set PARTNERBOOK_CONFIG_DIR.",
    not_a_book: |name| {
        format!(
            "\"{name}\" names no book. Write a short name in small letters, digits and dashes, or a path with a slash."
        )
    },
    make_book: "To make one: partnerbook init, or partnerbook import FILE.",
    misspelt: |named, near| {
        format!("There is no book and no command \"{named}\". Did you mean partnerbook {near}?")
    },
    not_opened: "The book cannot be opened: something else of this program holds it. Start the command again.",
    asked_read_only: "It was opened with --read-only.",
    inventing: "Inventing and judging one million subscriptions; this takes some seconds.",
    made: |folder| format!("The book is in {folder}."),
    nothing_imported: "Nothing was imported, and nothing was written.",
    add_flags: |flags| format!("Add {flags}."),
    dry_run: "Nothing was written. Leave --dry-run out to import.",
    refused: "The import was refused: it does not fit the book. Nothing was written.",
    new_problems: |new, gone| match (new, gone) {
        (0, 0) => String::new(),
        (new, 0) => format!("{}. partnerbook check lists them.", n(new, "new problem")),
        (new, gone) => format!("{}, {} gone. partnerbook check lists them.", n(new, "new problem"), gone),
    },
    no_rule: |name, near| match near {
        Some(near) => format!("There is no rule {name}. Did you mean {near}?"),
        None => format!("There is no rule {name}. Rules are called like R-REG-002, families like R-REG."),
    },
    found: |errors, warnings, hints, waived| {
        let waived = if waived == 0 { String::new() } else { format!(", {waived} waived") };
        format!("{}, {}, {}{waived}.", n(errors, "error"), n(warnings, "warning"), n(hints, "hint"))
    },
    unjudged: |list| format!("Not judged for want of facts: {list}."),
    imported: |records, files| format!("Imported {} from {}.", n(records, "record"), n(files, "file")),
    fixes: |list| format!("Ways out: {list}."),
    no_column: |name, near, known| match near {
        Some(near) => format!("There is no column \"{name}\". Did you mean {near}?"),
        None => format!("There is no column \"{name}\". There are: {known}."),
    },
    no_order: |name, known| format!("There is no order by \"{name}\". There are: {known}."),
    listed: |shown, all| {
        if shown == all { format!("{all} listed.") } else { format!("{shown} of {all} listed.") }
    },
    no_record: |name| {
        format!(
            "No record is called \"{name}\". Write an id, a name or a part of one, or look it up with list."
        )
    },
    several: |name, count| format!("{count} records fit \"{name}\". Write the key of one:"),
    no_customer: |name, kind| {
        format!(
            "{name} is a {kind}: who may do what is asked of a customer. Name a customer, or one of its subscriptions."
        )
    },
    valid: |from, until| match (from, until) {
        (Some(from), Some(until)) => format!("It holds from {from} to {until}."),
        (Some(from), None) => format!("It holds from {from} on."),
        (None, until) => format!("It holds until {}.", until.unwrap_or_default()),
    },
    source: |source| format!("Source: {source}"),
    holds: |rule, record| format!("{rule} has nothing to say of {record}."),
    keys_checked: |count| match count {
        0 => "Nothing is wrong with the keys.".to_owned(),
        count => format!("{} with the keys.", n(count, "problem")),
    },
    all_canonical: |files| match files {
        1 => "1 file, in canonical form.".to_owned(),
        n => format!("{n} files, all in canonical form."),
    },
    not_canonical: |uneven, files| {
        let are = if uneven == 1 { "is" } else { "are" };
        format!(
            "{uneven} of {} {are} not in canonical form. partnerbook fmt writes them anew.",
            n(files, "file")
        )
    },
    formatted: |names| format!("Written in canonical form: {}.", few(names)),
    comments_at: |at| format!("comments, {}", lines(at)),
    comments_inside: |file, at| {
        format!(
            "{file} has comments among its records ({}), which have no place in the canonical form. Move them to the top of the file to keep them, or add --drop-comments.",
            lines(at)
        )
    },
    nothing_written: "Nothing was written.",
    not_of_a_book: |file| {
        format!(
            "{file} is no table of a book and no book.ron. fmt leaves it as it is; so it does settings, keymap and whatever else is yours."
        )
    },
    byte_order_mark: "a byte order mark at the beginning",
    line_ends: "line ends of Windows",
    other_form: "another order, other line breaks or another spelling",
    config_folder: "settings and books",
    keys: "keys",
    language: "language",
    fine: "read",
    absent: "none",
    yes: "yes",
    no: "no",
    terminal_name: "terminal",
    can_ask: "screens possible",
    colours: "colours",
    book_folder: "folder of the book",
    book: "book",
    books: "books",
    generation: |count| format!("saved {count} {}", if count == 1 { "time" } else { "times" }),
    records: "records",
    problems: "problems",
    baseline: "portal, as of",
};

fn n(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}
