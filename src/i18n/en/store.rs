//! English: what the disk refused, what is wrong in a file.

use std::io::ErrorKind;

use crate::i18n::store::{Instead, Spot, instead, path, signature, told};
use crate::store::bad::{BadFile, Expected, Fault};
use crate::store::bad::{MOST_ROWS, MOST_VALUES};
use crate::store::error::{Cause, Doing};
use crate::store::{Holder, Notice, StoreError};

/// Why a book or a file cannot be read or written.
pub(in crate::i18n) fn error(error: &StoreError) -> String {
    match error {
        StoreError::System { doing, path: at, cause } => system(*doing, &path(at), *cause),
        StoreError::Link { path: at } => format!(
            "{} is a link. Files of a book are never followed elsewhere. Put the file itself there.",
            path(at)
        ),
        StoreError::NotAFile { path: at } => {
            format!("{} is not a plain file. Move it out of the folder of the book.", path(at))
        }
        StoreError::TooLarge { path: at, bytes, limit } => format!(
            "{} is too large: {} MB, and {} MB is the most that is read. Split it.",
            path(at),
            megabytes(*bytes),
            megabytes(*limit)
        ),
        StoreError::Held(holder) => held(holder),
        StoreError::Newer { path: at, found, known } => format!(
            "{} was written by a newer version of Partnerbook (format {found}, this version knows {known}). It is left as it is. Update Partnerbook.",
            path(at)
        ),
        StoreError::Bad(bad) => in_file(bad),
        StoreError::ChangedOnDisk { file } => format!(
            "{} was changed, moved or removed by another program since it was opened. Nothing of it was overwritten. Save a copy, or open the book again.",
            path(file)
        ),
        StoreError::ReadBack { path: at } => format!(
            "{} was not saved: what was written does not read back. The file before it still stands. Save again, and report this if it stays.",
            path(at)
        ),
        StoreError::ReadOnly { folder } => {
            format!("The book in {} is open for reading only. Save a copy elsewhere.", path(folder))
        }
        StoreError::Missing { path: at } => format!(
            "{} is not there, but the book lists it. Put the file back, for instance from a backup.",
            path(at)
        ),
        StoreError::Hole { path: at, gone: (first, last) } => format!(
            "The history has a hole: {} in no file, and {} goes on further back. What was done before cannot be followed; the book itself is whole. Put the missing file back, for instance from version control: the backups of Partnerbook hold no history.",
            if first == last {
                format!("change {first} is")
            } else {
                format!("changes {first} to {last} are")
            },
            path(at)
        ),
        StoreError::Unwritable { path: at, why } => format!(
            "{} was not saved: a value has no place in the file ({why}). This is an error in Partnerbook. The file before it still stands.",
            path(at)
        ),
        StoreError::NoBook { folder } => {
            format!("There is no book in {}. Make one, or name another folder.", path(folder))
        }
        StoreError::Exists { folder } => {
            format!("There is a book in {} already. Open it, or name another folder.", path(folder))
        }
    }
}

fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}

fn system(doing: Doing, at: &str, cause: Cause) -> String {
    let did = match doing {
        Doing::MakeFolder => format!("The folder {at} cannot be made"),
        Doing::ListFolder => format!("The folder {at} cannot be listed"),
        Doing::Create | Doing::Write => format!("{at} cannot be written"),
        Doing::Sync | Doing::SyncFolder => format!("The disk did not confirm {at}"),
        Doing::Rename => format!("The new {at} cannot take the place of the old one"),
        Doing::Read => format!("{at} cannot be read"),
        Doing::Remove => format!("{at} cannot be removed"),
        Doing::Lock => format!("{at} cannot be locked"),
    };
    let (why, then) = because(cause);
    format!("{did}: {why}. {then}")
}

/// What the system answered, in a few words.
pub(in crate::i18n) fn cause(cause: Cause) -> String {
    because(cause).0
}

/// That what a command tells cannot be written, and why.
pub(in crate::i18n) fn output(cause: Cause) -> String {
    let (why, then) = because(cause);
    format!("The output cannot be written: {why}. {then}")
}

fn because(cause: Cause) -> (String, &'static str) {
    let (why, then) = match cause.kind {
        ErrorKind::PermissionDenied => {
            ("permission is denied", "Ask for permission, or choose another place.")
        }
        ErrorKind::NotFound => ("it is not there", "Check the path."),
        ErrorKind::NotADirectory => ("a part of the path is not a folder", "Check the path."),
        ErrorKind::IsADirectory => ("it is a folder", "Name a file."),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            ("no space is left", "Free some space, then try again.")
        }
        ErrorKind::ReadOnlyFilesystem => ("the disk is read-only", "Choose another place."),
        ErrorKind::InvalidFilename => ("the name is not allowed there", "Choose another name."),
        _ => return (other_cause(cause), "Check the disk, then try again."),
    };
    (why.to_owned(), then)
}

fn other_cause(cause: Cause) -> String {
    let code = cause.code.map(|code| format!(", code {code}")).unwrap_or_default();
    format!("the system says {}{code}", cause.kind)
}

fn held(holder: &Holder) -> String {
    let [pid, user, host, since] = signature(holder);
    let words = [("process ", pid), ("user ", user), ("on ", host), ("since ", since)];
    let known: Vec<String> =
        words.into_iter().filter_map(|(word, value)| Some(format!("{word}{}", value?))).collect();
    let who = if known.is_empty() { String::new() } else { format!(" ({})", known.join(", ")) };
    format!(
        "The book is open in another program{who}. Only one may change it. Close it there, then open it here again."
    )
}

fn in_file(bad: &BadFile) -> String {
    let spot = Spot::of(bad);
    let record = match &spot.record {
        Some((row, name)) if name.is_empty() => format!(", record {row}"),
        Some((row, name)) => format!(", record {row} ({name})"),
        None => String::new(),
    };
    let field = if spot.field.is_empty() { String::new() } else { format!(", field {}", spot.field) };
    format!(
        "{} cannot be read: line {}, column {}{record}{field}: {} The file is left as it is.",
        path(&bad.file),
        spot.line,
        spot.column,
        fault(&bad.fault)
    )
}

fn fault(fault: &Fault) -> String {
    match fault {
        Fault::NotUtf8 => "these bytes are not UTF-8. Save the file as UTF-8.".to_owned(),
        Fault::MergeMarkers => "lines of an unfinished merge stand here. Finish the merge.".to_owned(),
        Fault::TrailingNuls => {
            "zero bytes stand at the end: the disk lost what was written. Restore the file.".to_owned()
        }
        Fault::WrongRoot { expected: right, found } => {
            format!("{} stands where {right} belongs. Check that the file has the right name.", found.show())
        }
        Fault::UnknownField { found, known } => unknown("there is no field", &found.show(), instead(found.raw(), known)),
        Fault::MissingField(field) => format!("the field {field} is missing. Add it."),
        Fault::DoubledField(field) => format!("the field {field} stands here twice. Remove one."),
        Fault::UnknownChoice { found, known } => unknown("there is no", &found.show(), instead(found.raw(), known)),
        Fault::Expected(what) => format!("expected {}.", expected(*what)),
        Fault::NumberTooLarge => "the number is too large for this field. Write a smaller one.".to_owned(),
        Fault::BadEscape => {
            "the backslash has no meaning here. Write \\\\ for a backslash, \\u{41} for a character by number.".to_owned()
        }
        Fault::Trailing => "something follows after the end. Remove it.".to_owned(),
        Fault::Refused(words) | Fault::Syntax(words) => format!("{}.", words.show().trim_end_matches('.')),
        Fault::DoubledId(Some(row)) => format!("record {row} has the same id. Remove one, or correct its id."),
        Fault::DoubledId(None) => {
            "a record in another file of the table has the same id. Remove one, or correct its id.".to_owned()
        }
        Fault::TooManyValues => {
            format!("more than {MOST_VALUES} values stand in one file. Put the records into several files in a folder with the name of the table.")
        }
        Fault::TooManyRows => {
            format!("more than {MOST_ROWS} records stand in one file. Put them into several files in a folder with the name of the table.")
        }
        Fault::DoubledTable => {
            "the table stands here twice, as a file and as a folder. Move one of them away.".to_owned()
        }
        Fault::JournalHead => "this is no journal, or its first line is damaged. What was saved is shown; nothing is written until it is repaired with check --repair, which keeps the damaged file and takes up what can still be read.".to_owned(),
        Fault::JournalLine(later) => format!("this line is damaged, and {later} whole ones follow it. What comes before it is shown; nothing is written until it is repaired with check --repair, which keeps the damaged file."),
        Fault::HistoryLine => "this line is damaged. What was done before it cannot be followed; the book itself is whole. Put the file back, for instance from version control: the backups of Partnerbook hold no history.".to_owned(),
        Fault::UnknownFormat(format) => format!("no version ever wrote format {format}. The newest is 1."),
    }
}

fn unknown(what: &str, found: &str, instead: Option<Instead>) -> String {
    match instead {
        Some(Instead::Near(near)) => format!("{what} \"{found}\", did you mean {near}?"),
        Some(Instead::These(names)) => format!("{what} \"{found}\". There are: {names}."),
        None => format!("{what} \"{found}\"."),
    }
}

fn expected(what: Expected) -> &'static str {
    match what {
        Expected::Text => "a text in quotes",
        Expected::TextEnd => "the quote that ends a text",
        Expected::Character => "one character in single quotes",
        Expected::Boolean => "true or false",
        Expected::Number => "a whole number",
        Expected::List => "a list in square brackets",
        Expected::ListEnd => "a comma, or the bracket ] that ends the list",
        Expected::Fields => "fields in round brackets",
        Expected::FieldsEnd => "a comma, or the bracket ) that ends the record",
        Expected::Colon => "a colon after the name of the field",
        Expected::Comma => "a comma",
        Expected::Name => "the name of a field or of a choice",
        Expected::More => "more: the file ends too soon",
        Expected::Id => "an id like 5c2f7b1e-77aa-4f0c-9d0e-1f0a8f2f9a20",
        Expected::Day => "a date like 2026-10-03",
        Expected::Country => "a two-letter country code like FR",
        Expected::Currency => "a three-letter currency code like EUR",
    }
}

/// Something worth saying about a book that was opened.
pub(in crate::i18n) fn notice(notice: &Notice) -> String {
    match notice {
        Notice::EditedOutside { file } => {
            format!(
                "{} was changed outside of Partnerbook since the last save: by hand, by version control, or by a fault of the disk. It was read as it is now. If nobody meant to, restore a backup.",
                path(file)
            )
        }
        Notice::CommentsInside { file, lines } => format!(
            "{} has comments among its records ({}). The next save of this file drops them: move them to the top of the file to keep them.",
            path(file),
            super::files::lines(lines)
        ),
        Notice::NoHeader => {
            "The book has no book.ron: it has no name and no owner until it is saved.".to_owned()
        }
        Notice::NoLocks => {
            "This disk knows no locks. Make sure that nobody else changes the book meanwhile.".to_owned()
        }
        Notice::OlderFiles { files, journal } => format!(
            "The files are those of an earlier save: they have what was done up to change {files}, the history knows of {journal}. What was saved in between is not in them; it is in backups, or where the files came from."
        ),
        Notice::TakenUp(steps) => match steps {
            1 => "One step that was not saved was taken up again.".to_owned(),
            n => format!("{n} steps that were not saved were taken up again."),
        },
        Notice::JournalTorn { line } => format!(
            "The journal ended in half a line (line {line}), which was never confirmed. It is left out."
        ),
        Notice::HistoryUnread(why) => {
            format!("Steps of earlier saves cannot be read: {} They cannot be undone.", error(why))
        }
        Notice::FormsAside { file, why } => format!(
            "Forms that were being filled cannot be offered again: {} Nothing of it is lost: it is called {} now.",
            error(why),
            path(file)
        ),
        Notice::FormsBarred(why) => format!(
            "What is typed into forms is not kept until they are confirmed: {} Move it away, and open the book again.",
            error(why)
        ),
        Notice::Conflict(conflict) => {
            let (name, told) = told(conflict);
            match told {
                Some((field, theirs)) => {
                    let label = super::fields::field(field);
                    format!(
                        "{name} was changed by somebody else too: {label}. Yours stands, theirs was: {theirs}."
                    )
                }
                None => format!(
                    "{name} was removed by one and changed by the other. It was kept as it was changed."
                ),
            }
        }
    }
}
