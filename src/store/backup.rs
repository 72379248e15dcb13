//! The last saves, whole: before a save replaces anything, the files are kept as they stand, in a folder that is a book by
//! itself. Knows the file system.
//!
//! A backup is made before a save and not after it, so that what people changed by hand, and what an older version wrote,
//! is in it as it was. It never shares a file with the book: editors write in place, and would change the backup too. It
//! shares the files that did not change with the backup before it, where the file system has links, so that a save of a
//! large book copies what the save before it wrote and no more. It is filled under a hidden name and gets its own once the
//! disk has all of it: what has a number is whole.

mod list;
mod manifest;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::model::{Moment, TableName, now_by_clock};

use super::atomic::{self, Synced};
use super::book_file;
use super::disk::Disk;
use super::error::{Doing, StoreError};
use super::fault::Fault;
use super::files;
use super::volume::{Kind, Volume};
use super::work;
pub use list::{Backup, Soundness, changes, has_sound, list, read};
pub use manifest::{Content, Manifest, NAME as MANIFEST};

/// The folder of the backups in the folder of a book.
pub const FOLDER: &str = "backups";

/// So many are kept.
pub const KEPT: usize = 5;

/// The folder of a backup.
pub fn folder_of(book: &Path, number: u64) -> PathBuf {
    book.join(FOLDER).join(format!("{number:06}"))
}

/// The numbers of the backups of a book, the oldest first.
///
/// # Errors
/// When the folder is a link or cannot be listed.
pub fn numbers(volume: &dyn Volume, book: &Path) -> Result<Vec<u64>, StoreError> {
    let mut numbers = Vec::new();
    for path in files::list(volume, &book.join(FOLDER))? {
        let name = path.file_name().and_then(|name| name.to_str());
        let digits = name.filter(|name| name.len() >= 6 && name.bytes().all(|b| b.is_ascii_digit()));
        let Some(number) = digits.and_then(|digits| digits.parse().ok()) else { continue };
        if files::about(volume, &path)?.is_some_and(|about| about.kind == Kind::Folder) {
            numbers.push(number);
        }
    }
    numbers.sort_unstable();
    Ok(numbers)
}

/// Removes all but the newest `keep` backups; returns the numbers of those that are gone. Only for the one who holds the
/// lock. A backup loses its number before it is removed, so that none is ever half there.
///
/// # Errors
/// When the folder cannot be listed, or the system refuses.
pub fn prune(volume: &dyn Volume, book: &Path, keep: usize) -> Result<Vec<u64>, StoreError> {
    let numbers = numbers(volume, book)?;
    let old = numbers[..numbers.len().saturating_sub(keep)].to_vec();
    for number in &old {
        let folder = folder_of(book, *number);
        let hidden = atomic::new_folder_name(&folder);
        volume.rename(&folder, &hidden).map_err(|e| StoreError::system(Doing::Rename, &folder, &e))?;
        volume.remove_folder(&hidden).map_err(|e| StoreError::system(Doing::Remove, &hidden, &e))?;
    }
    Ok(old)
}

/// A file to be kept.
struct Kept<'a> {
    name: &'a str,
    to: PathBuf,
    /// The same content in the backup before; nothing when it is not there.
    same: Option<PathBuf>,
}

/// Keeps the files of a book as they stand, unless the newest backup holds just that, and lets go of the oldest backups.
///
/// # Errors
/// When the disk refuses; nothing is left of the attempt then but what the next one removes.
pub(super) fn take(disk: &Disk) -> Result<(), StoreError> {
    let volume = &*disk.volume;
    if disk.known.is_empty() {
        return Ok(());
    }
    let all = disk.path(FOLDER);
    files::ensure_inner_folder(volume, &all)?;
    atomic::sweep(volume, &all)?;
    let before = newest(volume, &disk.folder)?;
    if before.as_ref().is_some_and(|(_, manifest)| is_same(disk, manifest)) {
        return Ok(());
    }
    let last = numbers(volume, &disk.folder)?.last().copied();
    let number = last.map_or(disk.generation(), |last| disk.generation().max(last + 1));
    let folder = folder_of(&disk.folder, number);
    if let Err(error) = fill(disk, number, &folder, before.as_ref()) {
        // What failed is what the user hears of; what is left is removed by the next backup.
        let _ = volume.remove_folder(&atomic::new_folder_name(&folder));
        return Err(error);
    }
    prune(volume, &disk.folder, KEPT).map(drop)
}

/// The newest backup whose manifest can be read: what did not change since is linked to it.
fn newest(volume: &dyn Volume, book: &Path) -> Result<Option<(PathBuf, Manifest)>, StoreError> {
    for number in numbers(volume, book)?.into_iter().rev() {
        let folder = folder_of(book, number);
        if let Ok(Some(manifest)) = manifest::read(volume, &folder) {
            return Ok(Some((folder, manifest)));
        }
    }
    Ok(None)
}

fn is_same(disk: &Disk, manifest: &Manifest) -> bool {
    let own = disk.known.iter().map(|(name, known)| (name.as_str(), known.hash));
    own.eq(manifest.files.iter().map(|(name, content)| (name.as_str(), content.hash)))
}

fn fill(
    disk: &Disk,
    number: u64,
    folder: &Path,
    before: Option<&(PathBuf, Manifest)>,
) -> Result<(), StoreError> {
    let volume = &*disk.volume;
    let hidden = atomic::new_folder(volume, folder)?;
    let into = if Fault::BackupInPlace.is_in_force() {
        let renamed = volume.rename(&hidden, folder);
        renamed.map_err(|e| StoreError::system(Doing::Rename, folder, &e))?;
        folder.to_owned()
    } else {
        hidden
    };
    let inner: BTreeSet<PathBuf> = disk.known.keys().flat_map(|name| inner_folders(&into, name)).collect();
    for folder in &inner {
        volume.make_folder(folder).map_err(|e| StoreError::system(Doing::MakeFolder, folder, &e))?;
    }
    let manifest = Manifest { number, files: keep_all(disk, &into, before)?, ..about(disk)? };
    let _ = write(volume, &into.join(MANIFEST), manifest::text(&manifest)?.as_bytes())?;
    for folder in inner.iter().rev() {
        let _ = atomic::sync_folder(volume, folder)?;
    }
    if Fault::BackupInPlace.is_in_force() {
        return Ok(());
    }
    atomic::keep_folder(volume, folder).map(drop)
}

/// The folders that a file stands in, inside a backup, the outermost first.
fn inner_folders(folder: &Path, name: &str) -> Vec<PathBuf> {
    let ends = name.match_indices('/').map(|(at, _)| &name[..at]);
    ends.map(|inner| folder.join(inner)).collect()
}

/// What the backup is of.
fn about(disk: &Disk) -> Result<Manifest, StoreError> {
    let header = files::about(&*disk.volume, &disk.path(book_file::NAME))?;
    let changed = header.and_then(|header| header.changed?.duration_since(UNIX_EPOCH).ok());
    let seconds = changed.and_then(|since| i64::try_from(since.as_secs()).ok());
    let records: usize = TableName::ALL.iter().map(|table| disk.saved.book.count(*table)).sum();
    Ok(Manifest {
        number: 0,
        generation: disk.generation(),
        saved: seconds.map(Moment::from_seconds),
        kept: now_by_clock(),
        records: records as u64,
        files: BTreeMap::new(),
    })
}

fn keep_all(
    disk: &Disk,
    into: &Path,
    before: Option<&(PathBuf, Manifest)>,
) -> Result<BTreeMap<String, Content>, StoreError> {
    let volume = &*disk.volume;
    let since = match before {
        Some((folder, _)) => files::about(volume, &folder.join(MANIFEST))?.and_then(|about| about.changed),
        None => None,
    };
    let same = |name: &str| {
        let (folder, manifest) = before?;
        let content = manifest.files.get(name).filter(|old| old.hash == disk.known[name].hash)?;
        let path = folder.join(name);
        // Somebody may have written into the backup since.
        let about = files::about(volume, &path).ok().flatten()?;
        let is_untouched = about.kind == Kind::File && about.bytes == content.bytes && about.changed <= since;
        is_untouched.then_some(path)
    };
    let jobs: Vec<Kept<'_>> =
        disk.known.keys().map(|name| Kept { name, to: into.join(name), same: same(name) }).collect();
    let mut kept = BTreeMap::new();
    let mut failed = None;
    work::in_parallel(
        volume.threads(),
        &jobs,
        |job| keep(disk, job),
        |at, result| match result {
            Ok(content) => {
                kept.insert(jobs[at].name.to_owned(), content);
                ControlFlow::Continue(())
            }
            Err(error) => {
                failed = Some(error);
                ControlFlow::Break(())
            }
        },
    );
    failed.map_or(Ok(kept), Err)
}

/// Links one file to the backup before, or copies it. A file system without links has copies only.
fn keep(disk: &Disk, job: &Kept<'_>) -> Result<Content, StoreError> {
    let volume = &*disk.volume;
    if let Some(same) = &job.same
        && volume.link(same, &job.to).is_ok()
    {
        let bytes = files::about(volume, &job.to)?.map_or(0, |about| about.bytes);
        return Ok(Content { hash: disk.known[job.name].hash, bytes });
    }
    let path = disk.path(job.name);
    let bytes = files::read(volume, &path)?.ok_or(StoreError::ChangedOnDisk { file: path })?;
    let _ = write(volume, &job.to, &bytes)?;
    Ok(Content { hash: book_file::hash(&bytes), bytes: bytes.len() as u64 })
}

/// Writes a new file and waits until the disk has it.
pub(super) fn write(volume: &dyn Volume, path: &Path, bytes: &[u8]) -> Result<Synced, StoreError> {
    let failed = |doing| move |e: std::io::Error| StoreError::system(doing, path, &e);
    let mut file = volume.create(path).map_err(failed(Doing::Create))?;
    file.write(bytes).map_err(failed(Doing::Write))?;
    if Fault::BackupNotSynced.is_in_force() {
        return Ok(Synced::Kept);
    }
    atomic::synced(file.sync()).map_err(failed(Doing::Sync))
}

#[cfg(test)]
mod tests;
