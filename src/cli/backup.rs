//! `backup`: the last saves, listed, brought back, thinned out.

use std::io::{self, BufRead as _};
use std::path::{Path, PathBuf};

use super::args::{Backup, BackupCommand, Prune};
use super::around::Around;
use super::books::Desk;
use super::fail::{Exit, Fail};
use super::item::{Item, Json};
use super::out::{self, Out};
use super::table::{About, Sheet};
use crate::app::is_for_a_backup;
use crate::model::{Transaction, Verb, show};
use crate::store::backup::{self, Soundness};
use crate::store::{self, Access, Drive, Purpose, StoreError};

/// The columns of backups.
const COLUMNS: &[&str] = &["number", "saved", "records", "bytes", "state"];

/// Lists backups, brings one back, or removes old ones.
///
/// # Errors
/// When there is no book or no such backup, somebody else has the book, or the disk refuses.
pub fn run(args: &Backup, around: &Around, out: &mut Out) -> Result<Exit, Fail> {
    let folder = around.folder(None)?;
    match &args.command {
        BackupCommand::List => list(around, &folder, out),
        BackupCommand::Restore(asked) => restore(around, &folder, asked.number, out),
        BackupCommand::Prune(args) => prune(around, &folder, args, out),
    }
}

fn list(around: &Around, folder: &Path, out: &mut Out) -> Result<Exit, Fail> {
    let found = backup::list(&store::machine(), folder).map_err(|e| around.refused(&e))?;
    let words = around.lang.keeping();
    if found.is_empty() && !folder.is_dir() {
        return Err(around.refused(&StoreError::NoBook { folder: folder.to_owned() }));
    }
    let items: Vec<Item> = found.iter().map(item).collect();
    let name = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy().into_owned();
    let about = About { book: name, ..About::default() };
    Sheet { columns: COLUMNS.to_vec(), items }.write(around.format, &about, out)?;
    let place = show(&folder.join(backup::FOLDER).to_string_lossy()).into_owned();
    let told =
        if found.is_empty() { words.no_backups.to_owned() } else { (words.kept_in)(found.len(), &place) };
    out.say(&told);
    for backup in &found {
        if let Soundness::Unreadable(why) = &backup.soundness {
            why.iter().for_each(|error| out::complain(&around.lang.store_error(error)));
        }
    }
    let is_sound = |backup: &backup::Backup| !matches!(backup.soundness, Soundness::Unreadable(_));
    Ok(if found.iter().all(is_sound) { Exit::Done } else { Exit::Unreadable })
}

fn item(backup: &backup::Backup) -> Item {
    let state = match backup.soundness {
        Soundness::Whole => "whole",
        Soundness::Changed => "changed",
        Soundness::Unreadable(_) => "unreadable",
    };
    Item::new([
        ("number", backup.number.into()),
        ("saved", backup.saved.map_or(Json::Null, |saved| saved.to_string().into())),
        ("records", backup.records.map_or(Json::Null, Json::from)),
        ("bytes", backup.bytes.into()),
        ("state", state.into()),
        ("folder", backup.folder.to_string_lossy().into_owned().into()),
    ])
}

/// Brings a backup back: one step where the book can be read, else in the place of its files.
fn restore(around: &Around, folder: &Path, number: u64, out: &mut Out) -> Result<Exit, Fail> {
    let drive = store::machine();
    let found = backup::list(&drive, folder).map_err(|e| around.refused(&e))?;
    let Some(chosen) = found.iter().find(|backup| backup.number == number) else {
        let known: Vec<String> = found.iter().map(|backup| backup.number.to_string()).collect();
        let words = (around.lang.keeping().no_such_backup)(number, &known.join(", "));
        return Err(Fail::new(Exit::Usage, words));
    };
    if is_readable(around, &drive, folder)? {
        return as_step(around, folder, chosen, out);
    }
    let rescued = store::rescue::rescue(&drive, folder, number).map_err(|errors| all(around, &errors))?;
    let name = around.lang.backup(chosen);
    around.lang.rescued(&rescued, &name).iter().for_each(|line| out.say(line));
    Ok(Exit::Done)
}

/// Whether the book can be read and written; a failure when it is not for a backup to help.
fn is_readable(around: &Around, drive: &Drive, folder: &Path) -> Result<bool, Fail> {
    let opened = match store::open(drive, folder, Purpose::Write, &mut |_| {}) {
        Ok(opened) => opened,
        Err(StoreError::NoBook { .. }) => return Ok(false),
        Err(error) => return Err(around.refused(&error)),
    };
    let Access::Look(why) = opened.disk.access() else { return Ok(true) };
    let is_elsewhere = |error: &&StoreError| matches!(error, StoreError::Held(_) | StoreError::Newer { .. });
    if let Some(error) = why.iter().find(is_elsewhere) {
        return Err(around.refused(error));
    }
    // A damaged journal is repaired where it is: the tables need no backup.
    if is_for_a_backup(why) { Ok(false) } else { Err(all(around, why)) }
}

fn all(around: &Around, errors: &[StoreError]) -> Fail {
    let lines = errors.iter().map(|error| around.lang.store_error(error)).collect();
    Fail::Said(errors.first().map_or(Exit::Unreadable, super::fail::exit_of), lines)
}

fn as_step(around: &Around, folder: &Path, chosen: &backup::Backup, out: &mut Out) -> Result<Exit, Fail> {
    let held = backup::read(&store::machine(), &chosen.folder).map_err(|errors| all(around, &errors))?;
    let mut desk = Desk::open(around, folder, out)?;
    let step = Transaction {
        verb: Verb::Restore,
        changes: backup::changes(desk.book.model(), &held.models.book),
        baseline: backup::changes(desk.book.baseline(), &held.models.baseline),
    };
    let words = around.lang.keeping();
    let name = around.lang.backup(chosen);
    if step.is_empty() {
        out.say(&(words.is_that_already)(&name));
        return Ok(Exit::Done);
    }
    let records = step.changes.len();
    let _ = desk.commit(around, step)?;
    desk.book.date(held.meta.baseline_on);
    let saved = desk.save(around)?;
    out.say(&(words.restored)(&name, records));
    warn(around, saved.unkept.as_ref(), out);
    Ok(Exit::Done)
}

/// Says that the state before a save is not kept.
pub fn warn(around: &Around, unkept: Option<&StoreError>, out: &mut Out) {
    if let Some(error) = unkept {
        out.say(&(around.lang.keeping().not_kept)(&around.lang.store_error(error)));
    }
}

/// Removes all but the newest backups, once somebody said so.
fn prune(around: &Around, folder: &Path, args: &Prune, out: &mut Out) -> Result<Exit, Fail> {
    let drive = store::machine();
    let words = around.lang.keeping();
    let numbers = backup::numbers(&*drive, folder).map_err(|e| around.refused(&e))?;
    let gone = numbers.len().saturating_sub(args.keep);
    let left = numbers.len() - gone;
    if gone == 0 {
        out.say(&(words.nothing_to_prune)(left));
        return Ok(Exit::Done);
    }
    if !args.yes {
        if !out::can_ask() {
            return Err(Fail::new(Exit::Usage, words.prune_needs));
        }
        out.say(&(words.prune_asks)(gone, left));
        if !is_agreed(words.prune_word)? {
            out.say(words.not_pruned);
            return Ok(Exit::Done);
        }
    }
    let _lock = drive.lock(&real(around, folder)?).map_err(|e| around.refused(&e))?;
    let gone = backup::prune(&*drive, folder, args.keep).map_err(|e| around.refused(&e))?;
    out.say(&(words.pruned)(gone.len(), left));
    Ok(Exit::Done)
}

fn real(around: &Around, folder: &Path) -> Result<PathBuf, Fail> {
    store::files::real(&*store::machine(), folder).map_err(|e| around.refused(&e))
}

fn is_agreed(word: &str) -> Result<bool, Fail> {
    let mut line = String::new();
    let read = io::stdin().lock().read_line(&mut line);
    read.map_err(|error| Fail::new(Exit::Unreadable, show(&error.to_string())))?;
    Ok(line.trim().eq_ignore_ascii_case(word) || line.trim().eq_ignore_ascii_case("yes"))
}
