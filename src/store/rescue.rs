//! Putting a backup in the place of a book whose files cannot be read. Those are set aside whole; the steps that the journals
//! hold since the backup are taken up again, as a draft. Knows the file system.
//!
//! A crash anywhere leaves a book that opens, or one that says what is missing and can be restored again: the journal goes
//! first, then `book.ron`, which lists what belongs there: as long as a table is missing, nothing is written.

use std::path::{Path, PathBuf};

use super::aside;
use super::atomic;
use super::backup;
use super::book_file;
use super::disk::{Access, Disk, Models, Side, table_folder, whole_file};
use super::error::{Doing, StoreError};
use super::files;
use super::journal::{self, Entry, bridged, salvage};
use super::lock::Lock;
use super::open::{Opened, Purpose, open};
use super::past;
use super::repair;
use super::stored::SHELVES;
use super::volume::{Drive, Kind, Volume};

/// What a rescue did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rescued {
    /// The folder with the files that were there before.
    pub aside: PathBuf,
    /// How many steps since the backup were taken up again.
    pub steps: usize,
    /// Whether steps are missing between the backup and these.
    pub has_gap: bool,
}

/// The folder in which the files of the backup wait to be put in place.
const STAGE: &str = "restore";

/// Puts the backup with this number in the place of the book's files.
///
/// # Errors
/// All that cannot be read of the backup; [`StoreError::Held`] when somebody else has the book; else what the system
/// refused: whatever was there is then still in the book's folder or set aside.
pub fn rescue(volume: &Drive, book: &Path, number: u64) -> Result<Rescued, Vec<StoreError>> {
    let one = |error| vec![error];
    let book = files::real(&**volume, book).map_err(one)?;
    let _lock = volume.lock(&book).map_err(one)?;
    let found = backup::read(volume, &backup::folder_of(&book, number))?;
    let live = match open(volume, &book, Purpose::Look, &mut |_| {}) {
        Ok(live) => Some(live),
        // All of its files may be gone.
        Err(StoreError::NoBook { .. }) => None,
        Err(error) => return Err(one(error)),
    };
    put_in_place(volume, &book, &found, live.as_ref()).map_err(one)
}

fn put_in_place(
    volume: &Drive,
    book: &Path,
    found: &Opened,
    live: Option<&Opened>,
) -> Result<Rescued, StoreError> {
    let taken = found.disk.header.taken;
    let path = book.join(journal::NAME);
    let bytes = files::read(&**volume, &path)?;
    let (later, has_gap) = later(volume, book, found, live, bytes.as_deref())?;
    stage(volume, book, found, live)?;
    let header = files::read(&**volume, &book.join(book_file::NAME)).ok().flatten();
    let kept = [(journal::NAME, bytes), (book_file::NAME, header)];
    let kept: Vec<(&str, Vec<u8>)> =
        kept.into_iter().filter_map(|(name, bytes)| Some((name, bytes?))).collect();
    let aside = aside::new(&**volume, book, &kept)?;
    repair::begin(volume, &path, &later, taken.seq)?;
    swap(&**volume, book, &aside, kept.iter().any(|(name, _)| *name == book_file::NAME))?;
    Ok(Rescued { aside, steps: later.len(), has_gap })
}

/// The steps since the backup that the journals still hold, and whether some before them are missing. What is damaged of the
/// history ends it; what the disk does not give out stops everything, or steps would be left out that are there.
fn later(
    volume: &Drive,
    book: &Path,
    found: &Opened,
    live: Option<&Opened>,
    bytes: Option<&[u8]>,
) -> Result<(Vec<Entry>, bool), StoreError> {
    let since = found.disk.header.taken.seq;
    let saved = bytes.map(salvage);
    let head = saved.as_ref().and_then(|saved| saved.head).map(|head| head.after);
    let entries = saved.map(|saved| saved.entries).unwrap_or_default();
    let last = head.or_else(|| live.map(|live| live.disk.header.taken.seq)).unwrap_or(since);
    let first = entries.first().map_or(last + 1, |first| first.seq);
    let past = match past::before(volume, book, first) {
        (_, Some(error @ StoreError::System { .. })) => return Err(error),
        (past, _) => past,
    };
    let later: Vec<Entry> = past.into_iter().chain(entries).filter(|entry| entry.seq > since).collect();
    let has_gap = later.first().map_or(first, |first| first.seq) > since + 1;
    Ok((bridged(later, Some(since)), has_gap))
}

/// Writes the book of the backup anew, in a hidden folder. Its number of saves goes on from the largest that is known, so that
/// no file of the history is ever written over.
fn stage(volume: &Drive, book: &Path, found: &Opened, live: Option<&Opened>) -> Result<(), StoreError> {
    let hidden = atomic::new_folder(&**volume, &book.join(STAGE))?;
    let mut disk = Disk::new(volume.clone(), hidden, Access::Write(Lock::Unsupported));
    disk.shard_above = found.disk.shard_above;
    disk.heads.clone_from(&found.disk.heads);
    let history = files::list(&**volume, &book.join(journal::HISTORY))?;
    let numbers = history.iter().filter_map(|path| path.file_stem()?.to_str()?.parse::<u64>().ok());
    let backups = backup::numbers(&**volume, book)?;
    let known = numbers
        .chain(backups)
        .chain([live.map_or(0, |live| live.disk.generation()), found.disk.generation()]);
    disk.header.generation = known.max().unwrap_or(0);
    let models = Models { book: found.models.book.clone(), baseline: found.models.baseline.clone() };
    disk.save(&found.meta, &models, found.disk.header.taken, &mut |_| {}).map(drop)
}

/// The tables of a book, as they may stand in its folder.
fn names() -> impl Iterator<Item = String> {
    let of_side =
        |side| SHELVES.iter().flat_map(move |table| [whole_file(side, table), table_folder(side, table)]);
    Side::ALL.into_iter().flat_map(of_side)
}

/// Sets aside what is there, then puts in place what waits. The disk has the one before the other begins: nothing is ever
/// written over.
fn swap(volume: &dyn Volume, book: &Path, aside: &Path, has_header: bool) -> Result<(), StoreError> {
    let stage = atomic::new_folder_name(&book.join(STAGE));
    let header = book.join(book_file::NAME);
    if !has_header && is_there(volume, &header)? {
        rename(volume, &header, &aside.join(book_file::NAME))?;
        let _ = atomic::sync_folder(volume, aside)?.and(atomic::sync_folder(volume, book)?);
    }
    rename(volume, &stage.join(book_file::NAME), &header)?;
    let _ = atomic::sync_folder(volume, book)?;
    set_aside(volume, book, aside)?;
    move_all(volume, &stage, book)?;
    volume.remove_folder(&stage).map_err(|e| StoreError::system(Doing::Remove, &stage, &e))
}

fn set_aside(volume: &dyn Volume, book: &Path, aside: &Path) -> Result<(), StoreError> {
    let baseline = book.join(Side::Baseline.folder());
    if files::about(volume, &baseline)?.is_some_and(|about| about.kind != Kind::Folder) {
        rename(volume, &baseline, &aside.join(format!("{}.odd", Side::Baseline.folder())))?;
    }
    move_all(volume, book, aside)
}

/// Moves the tables of one folder into another, and waits until the disk has it.
fn move_all(volume: &dyn Volume, from: &Path, to: &Path) -> Result<(), StoreError> {
    let folders = [from, to].map(|folder| (folder.to_owned(), folder.join(Side::Baseline.folder())));
    for (_, baseline) in &folders {
        files::ensure_inner_folder(volume, baseline)?;
    }
    for name in names() {
        let old = from.join(&name);
        if is_there(volume, &old)? {
            rename(volume, &old, &to.join(&name))?;
        }
    }
    // The new names first: a file is rather in two places than in none.
    for (folder, baseline) in folders.into_iter().rev() {
        let _ = atomic::sync_folder(volume, &baseline)?.and(atomic::sync_folder(volume, &folder)?);
    }
    Ok(())
}

fn is_there(volume: &dyn Volume, path: &Path) -> Result<bool, StoreError> {
    Ok(files::about(volume, path)?.is_some())
}

fn rename(volume: &dyn Volume, from: &Path, to: &Path) -> Result<(), StoreError> {
    volume.rename(from, to).map_err(|e| StoreError::system(Doing::Rename, to, &e))
}

#[cfg(test)]
mod tests;
