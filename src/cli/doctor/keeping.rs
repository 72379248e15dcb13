//! How a book is kept: who has it, its journal, files, backups, rights, the room on the disk.

use std::path::{Path, PathBuf};

use super::{Line, State};
use crate::app::Reading;
use crate::cli::around::Around;
use crate::i18n::Lang;
use crate::i18n::keeping::minute;
use crate::model::{now_by_clock, show};
use crate::store::backup::{self, Soundness};
use crate::store::health::{self, Held, JournalHealth};
use crate::store::journal::Tail;
use crate::store::{self, Notice, StoreError};

/// So many files with open rights are told.
const LOOSE: usize = 5;

/// Less than this, in bytes, and a save may not fit.
const LITTLE: u64 = 50_000_000;

/// How the book in the folder is kept.
pub fn lines(around: &Around, folder: &Path, reading: &Reading) -> Vec<Line> {
    let mut lines = lock(around, folder);
    lines.extend(journal(around, folder));
    lines.extend(files(around, folder, reading));
    lines.extend(backups(around, folder));
    lines.extend(rights(around, folder));
    lines.extend(space(around, folder));
    lines
}

fn refused(around: &Around, name: &'static str, label: &'static str, error: &StoreError) -> Vec<Line> {
    vec![Line::new(name, label, State::Unreadable, around.lang.store_error(error))]
}

fn lock(around: &Around, folder: &Path) -> Vec<Line> {
    let words = around.lang.doctor();
    let (state, text) = match health::held(&*store::machine(), folder) {
        Ok(Held::Free) => (State::Well, words.free.to_owned()),
        Ok(Held::Unknown) => (State::Note, words.no_locks.to_owned()),
        Ok(Held::By(holder)) => (State::Note, around.lang.store_error(&StoreError::Held(holder))),
        Err(error) => return refused(around, "lock", words.lock, &error),
    };
    vec![Line::new("lock", words.lock, state, text)]
}

fn journal(around: &Around, folder: &Path) -> Vec<Line> {
    let words = around.lang.doctor();
    let found = match health::journal(&*store::machine(), folder) {
        Ok(Some(found)) => found,
        Ok(None) => {
            return vec![Line::new("journal", words.journal, State::Well, words.no_journal.to_owned())];
        }
        // It is told among what cannot be read.
        Err(_) => return Vec::new(),
    };
    let JournalHealth { steps, bytes, tail, last } = found;
    let text = if steps == 0 {
        words.no_journal.to_owned()
    } else {
        (words.steps)(steps, &size(around.lang, bytes))
    };
    let mut lines = vec![Line::new("journal", words.journal, State::Well, text)];
    if let Tail::Torn(line) = tail {
        lines.push(Line::new("journal", words.journal, State::Note, (words.torn)(line)));
    }
    let now = now_by_clock();
    if let Some(last) = last.filter(|last| last.seconds() > now.seconds()) {
        let text = (words.clock_behind)(&minute(now), &minute(last));
        lines.push(Line::new("clock", words.clock, State::Found, text));
    }
    lines
}

/// What was changed outside is told by the notices of the opening, and is welcome.
fn files(around: &Around, folder: &Path, reading: &Reading) -> Vec<Line> {
    let words = around.lang.doctor();
    let mut lines = Vec::new();
    let is_edited = reading.notices.iter().any(|notice| matches!(notice, Notice::EditedOutside { .. }));
    if !is_edited && reading.refused.is_empty() {
        lines.push(Line::new("files", words.files, State::Well, words.as_saved.to_owned()));
    }
    match health::strangers(&*store::machine(), folder) {
        Ok(found) if found.is_empty() => {}
        Ok(found) => {
            let text = (words.strangers)(&names(&found));
            lines.push(Line::new("files", words.files, State::Note, text));
        }
        Err(error) => lines.extend(refused(around, "files", words.files, &error)),
    }
    lines
}

fn names(paths: &[PathBuf]) -> String {
    let name =
        |path: &PathBuf| show(&path.file_name().unwrap_or(path.as_os_str()).to_string_lossy()).into_owned();
    paths.iter().map(name).collect::<Vec<_>>().join(", ")
}

fn backups(around: &Around, folder: &Path) -> Vec<Line> {
    let words = around.lang.doctor();
    let found = match backup::list(&store::machine(), folder) {
        Ok(found) => found,
        Err(error) => return refused(around, "backups", words.backups, &error),
    };
    let told = found.first().map_or_else(
        || around.lang.keeping().no_backups.to_owned(),
        |newest| (words.kept)(found.len(), &around.lang.backup(newest)),
    );
    let mut lines = vec![Line::new("backups", words.backups, State::Well, told)];
    let unsound = found.iter().filter(|backup| matches!(backup.soundness, Soundness::Unreadable(_)));
    let unsound: Vec<String> = unsound.map(|backup| backup.number.to_string()).collect();
    if !unsound.is_empty() {
        let text = (words.unsound)(&unsound.join(", "));
        lines.push(Line::new("backups", words.backups, State::Found, text));
    }
    lines
}

fn rights(around: &Around, folder: &Path) -> Vec<Line> {
    let words = around.lang.doctor();
    let closed = health::closed(&*store::machine(), folder);
    if !closed.is_empty() {
        let line = |e| Line::new("rights", words.rights, State::Found, around.lang.store_error(e));
        return closed.iter().map(line).collect();
    }
    match health::loose(folder, LOOSE) {
        Ok(found) if found.is_empty() => {
            vec![Line::new("rights", words.rights, State::Well, words.private.to_owned())]
        }
        Ok(found) => {
            let line = |loose| Line::new("rights", words.rights, State::Found, around.lang.loose(loose));
            found.iter().map(line).collect()
        }
        Err(error) => refused(around, "rights", words.rights, &error),
    }
}

fn space(around: &Around, folder: &Path) -> Option<Line> {
    let words = around.lang.doctor();
    let free = health::free(folder)?;
    let (state, text) = if free < LITTLE {
        (State::Found, (words.little_room)(&size(around.lang, free)))
    } else {
        (State::Well, (words.room)(&size(around.lang, free)))
    };
    Some(Line::new("space", words.space, state, text))
}

/// A size for people, in powers of a thousand.
fn size(lang: Lang, bytes: u64) -> String {
    let byte = lang.doctor().byte;
    match bytes {
        0..1_000 => format!("{bytes} {byte}"),
        1_000..1_000_000 => format!("{} k{byte}", bytes / 1_000),
        1_000_000..1_000_000_000 => format!("{} M{byte}", bytes / 1_000_000),
        _ => format!("{} G{byte}", bytes / 1_000_000_000),
    }
}
