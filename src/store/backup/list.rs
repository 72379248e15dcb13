//! What backups there are, how sound they are, and what is in one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::model::{Change, Key, Model, Moment};
use crate::store::book_file;
use crate::store::disk::Access;
use crate::store::error::StoreError;
use crate::store::files;
use crate::store::open::{Opened, Purpose, open};
use crate::store::volume::{Drive, Volume};

use super::manifest::{self, Content, Manifest};
use super::{folder_of, numbers};

/// A backup.
#[derive(Debug, Clone, PartialEq)]
pub struct Backup {
    /// Its number: the newest has the largest.
    pub number: u64,
    /// Its folder, a book by itself.
    pub folder: PathBuf,
    /// When the book had been saved that it holds; nothing when it does not say.
    pub saved: Option<Moment>,
    /// How many records it holds; nothing when it does not say.
    pub records: Option<u64>,
    /// The size of its files in bytes. Files that did not change are on the disk once for all backups.
    pub bytes: u64,
    /// How sound it is.
    pub soundness: Soundness,
}

/// How sound a backup is.
#[derive(Debug, Clone, PartialEq)]
pub enum Soundness {
    /// Every file is as it was kept.
    Whole,
    /// Somebody changed it since, and it can be read.
    Changed,
    /// It cannot be read, for these reasons.
    Unreadable(Vec<StoreError>),
}

/// The backups of a book, the newest first. Each file is read once, however many backups share it.
///
/// # Errors
/// When the folder of the backups is a link or cannot be listed.
pub fn list(volume: &Drive, book: &Path) -> Result<Vec<Backup>, StoreError> {
    let mut seen = BTreeMap::new();
    let numbers = numbers(&**volume, book)?;
    Ok(numbers.into_iter().rev().map(|number| about(volume, book, number, &mut seen)).collect())
}

/// Whether a backup of the book can be brought back.
pub fn has_sound(volume: &Drive, book: &Path) -> bool {
    let is_sound = |backup: &Backup| !matches!(backup.soundness, Soundness::Unreadable(_));
    list(volume, book).is_ok_and(|found| found.iter().any(is_sound))
}

/// The hash and the size of each file that was read, by its number in the file system.
type Seen = BTreeMap<u64, Content>;

fn about(volume: &Drive, book: &Path, number: u64, seen: &mut Seen) -> Backup {
    let folder = folder_of(book, number);
    let manifest = manifest::read(&**volume, &folder).ok().flatten();
    let is_whole = manifest.as_ref().is_some_and(|manifest| is_whole(&**volume, &folder, manifest, seen));
    let soundness = if is_whole { Soundness::Whole } else { looked_at(volume, &folder) };
    Backup {
        number,
        saved: manifest.as_ref().map(|manifest| manifest.saved.unwrap_or(manifest.kept)),
        records: manifest.as_ref().map(|manifest| manifest.records),
        bytes: manifest.map_or(0, |manifest| manifest.files.values().map(|file| file.bytes).sum()),
        folder,
        soundness,
    }
}

fn is_whole(volume: &dyn Volume, folder: &Path, manifest: &Manifest, seen: &mut Seen) -> bool {
    let is_kept = |(name, content): (&String, &Content)| {
        let found = content_of(volume, &folder.join(name), seen);
        found.is_ok_and(|found| found.as_ref() == Some(content))
    };
    manifest.files.iter().all(is_kept)
}

fn content_of(volume: &dyn Volume, path: &Path, seen: &mut Seen) -> Result<Option<Content>, StoreError> {
    let Some(about) = files::about(volume, path)? else { return Ok(None) };
    if let Some(content) = seen.get(&about.inode) {
        return Ok(Some(*content));
    }
    let Some(bytes) = files::read(volume, path)? else { return Ok(None) };
    let content = Content { hash: book_file::hash(&bytes), bytes: bytes.len() as u64 };
    if about.inode != 0 {
        seen.insert(about.inode, content);
    }
    Ok(Some(content))
}

fn looked_at(volume: &Drive, folder: &Path) -> Soundness {
    read(volume, folder).map_or_else(Soundness::Unreadable, |_| Soundness::Changed)
}

/// The book that a backup is.
///
/// # Errors
/// All that cannot be read of it.
pub fn read(volume: &Drive, folder: &Path) -> Result<Opened, Vec<StoreError>> {
    let opened = open(volume, folder, Purpose::Look, &mut |_| {}).map_err(|error| vec![error])?;
    match opened.disk.access() {
        Access::Look(why) if !why.is_empty() => Err(why.clone()),
        Access::Look(_) | Access::Write(_) => Ok(opened),
    }
}

/// What has to change for `now` to become `then`.
pub fn changes(now: &Model, then: &Model) -> Vec<Change> {
    let gone = now.keys().filter(|key| !then.contains(*key));
    let keys: Vec<Key> = then.keys().chain(gone).collect();
    let change = |key: Key| Change { before: now.get(key), after: then.get(key) };
    keys.into_iter().map(change).filter(|change| change.before != change.after).collect()
}
