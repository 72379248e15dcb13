//! Repairing a damaged journal: the file is kept whole, and what still proves itself goes on in a new one. Knows the file
//! system.

use std::path::{Path, PathBuf};

use super::aside;
use super::atomic;
use super::bad::Fault;
use super::book_file;
use super::error::StoreError;
use super::files;
use super::journal::{self, Entry, NAME, Salvage, bridged, salvage};
use super::volume::{Drive, Volume};

/// What a repair did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    /// The damaged file, as it was found.
    pub kept: PathBuf,
    /// How many steps the new journal holds.
    pub steps: usize,
    /// The lines, from 1, in which one flipped bit was put right.
    pub mended: Vec<usize>,
    /// The lines, from 1, that are lost.
    pub lost: Vec<usize>,
}

/// Repairs the journal of the book in `folder`; nothing when it has no damage. The damaged file is set aside first, so that
/// a crash at any moment leaves it, in both places or in one.
///
/// # Errors
/// [`StoreError::Held`] when somebody else has the book; [`StoreError::Newer`] for a journal of a newer version;
/// [`StoreError::Bad`] for one with lines of an unfinished merge; else when the system refuses.
pub fn journal(volume: &Drive, folder: &Path) -> Result<Option<Repaired>, StoreError> {
    let folder = files::real(&**volume, folder)?;
    let _lock = volume.lock(&folder)?;
    let path = folder.join(NAME);
    let Some(bytes) = damaged(volume, &path)? else { return Ok(None) };
    let Salvage { head, entries, mended, lost } = salvage(&bytes);
    let (after, saved) = (head.map(|head| head.after), saved(&**volume, &folder)?);
    let entries = bridged(entries, after.or((saved > 0).then_some(saved)));
    let aside = aside::new(&**volume, &folder, &[(NAME, bytes)])?;
    begin(volume, &path, &entries, after.unwrap_or_default().max(saved))?;
    Ok(Some(Repaired { kept: aside.join(NAME), steps: entries.len(), mended, lost }))
}

/// The bytes of a journal that is damaged. Which side of an unfinished merge counts is for people to say.
fn damaged(volume: &Drive, path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    let is_damaged = match journal::read(&**volume, path) {
        Ok(found) => found.is_some_and(|found| matches!(found.tail, journal::Tail::Damaged(..))),
        Err(StoreError::Bad(bad)) if bad.fault != Fault::MergeMarkers => true,
        Err(error) => return Err(error),
    };
    if is_damaged { files::read(&**volume, path) } else { Ok(None) }
}

/// The number of the last entry that is saved, for a journal that does not tell any more: what `book.ron` says, or where
/// that is not as it was written, what the history holds if that is more. Of a checkout of older files the history may
/// hold more too, but those entries are none of the book.
fn saved(volume: &dyn Volume, folder: &Path) -> Result<u64, StoreError> {
    let path = folder.join(book_file::NAME);
    let header = match files::read(volume, &path)?.map(|bytes| book_file::read_summed(&path, bytes)) {
        Some(Err(error @ StoreError::System { .. })) => return Err(error),
        Some(Err(_)) | None => None,
        Some(Ok(found)) => Some(found),
    };
    match header {
        Some((header, true)) if header.taken.seq > 0 => Ok(header.taken.seq),
        header => Ok(last_of_history(volume, folder)?.max(header.map_or(0, |(header, _)| header.taken.seq))),
    }
}

/// The number of the last entry of the newest journal in the history that has any; 0 without one.
fn last_of_history(volume: &dyn Volume, folder: &Path) -> Result<u64, StoreError> {
    for path in files::list(volume, &folder.join(journal::HISTORY))?.into_iter().rev() {
        let found = match journal::read(volume, &path) {
            Err(error @ StoreError::System { .. }) => return Err(error),
            Err(_) | Ok(None) => continue,
            Ok(Some(found)) => found,
        };
        if let Some(last) = found.entries.last() {
            return Ok(last.seq);
        }
    }
    Ok(0)
}

/// Puts a new journal with these entries in the place of the one that is there.
pub(super) fn begin(volume: &Drive, path: &Path, entries: &[Entry], after: u64) -> Result<(), StoreError> {
    let text = journal::new_text(entries, after)?;
    atomic::replace(volume, path, text.as_bytes()).map(drop)
}

#[cfg(test)]
mod tests;
