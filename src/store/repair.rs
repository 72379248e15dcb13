//! Repairing a damaged journal: the file is kept whole, and what still proves itself goes on in a new one. Knows the file
//! system.

use std::path::{Path, PathBuf};

use super::aside;
use super::atomic;
use super::error::StoreError;
use super::files;
use super::journal::{self, Entry, NAME, Salvage, bridged, salvage};
use super::volume::Drive;

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
/// [`StoreError::Held`] when somebody else has the book; [`StoreError::Newer`] for a journal of a newer version; else when
/// the system refuses.
pub fn journal(volume: &Drive, folder: &Path) -> Result<Option<Repaired>, StoreError> {
    let folder = files::real(&**volume, folder)?;
    let _lock = volume.lock(&folder)?;
    let path = folder.join(NAME);
    let Some(bytes) = damaged(volume, &path)? else { return Ok(None) };
    let Salvage { head, entries, mended, lost } = salvage(&bytes);
    let entries = bridged(entries, head.map(|head| head.after));
    let aside = aside::new(&**volume, &folder, &[(NAME, bytes)])?;
    begin(volume, &path, &entries, head.map_or(0, |head| head.after))?;
    Ok(Some(Repaired { kept: aside.join(NAME), steps: entries.len(), mended, lost }))
}

/// The bytes of a journal that is damaged.
fn damaged(volume: &Drive, path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    let is_damaged = match journal::read(&**volume, path) {
        Ok(found) => found.is_some_and(|found| matches!(found.tail, journal::Tail::Damaged(..))),
        Err(StoreError::Bad(_)) => true,
        Err(error) => return Err(error),
    };
    if is_damaged { files::read(&**volume, path) } else { Ok(None) }
}

/// Puts a new journal with these entries in the place of the one that is there.
pub(super) fn begin(volume: &Drive, path: &Path, entries: &[Entry], after: u64) -> Result<(), StoreError> {
    let text = journal::new_text(entries, after)?;
    atomic::replace(volume, path, text.as_bytes()).map(drop)
}

#[cfg(test)]
mod tests;
