//! The journals of earlier saves: what undo reaches back through. Knows a volume.

use std::path::Path;

use super::error::StoreError;
use super::files;
use super::journal::{self, Entry, HISTORY};
use super::volume::Volume;

/// So many steps are kept at hand; older ones stay in their files.
const AT_HAND: usize = 1_000;

/// The steps before the entry `first`, the oldest first, without a gap; and what could not be read, where that ends them.
pub(super) fn before(volume: &dyn Volume, folder: &Path, first: u64) -> (Vec<Entry>, Option<StoreError>) {
    let mut past = Vec::new();
    let unread = collect(volume, folder, first, &mut past).err();
    past.reverse();
    (past, unread)
}

/// The newest first.
fn collect(volume: &dyn Volume, folder: &Path, first: u64, past: &mut Vec<Entry>) -> Result<(), StoreError> {
    let mut next = first;
    for path in files::list(volume, &folder.join(HISTORY))?.iter().rev() {
        if path.extension().is_none_or(|ending| ending != "ron") {
            continue;
        }
        let Some(journal) = journal::read(volume, path)? else { continue };
        for entry in journal.entries.into_iter().rev().filter(|entry| entry.seq < first) {
            if entry.seq + 1 == next {
                next = entry.seq;
                past.push(entry);
            }
        }
        if past.len() >= AT_HAND || next <= 1 {
            break;
        }
    }
    Ok(())
}
