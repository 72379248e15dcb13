//! All that was done to a book, the newest first: what the journal holds, then the journals of earlier saves, one file in
//! memory at a time. Undo reaches back through it, and so do looks at the book as it was. Knows a volume.

use std::path::{Path, PathBuf};

use super::bad::Fault;
use super::error::StoreError;
use super::journal::{self, Entry, HISTORY, Journaled, Tail};
use super::volume::Drive;
use super::{files, reader};

/// So many steps are kept at hand; older ones stay in their files.
const AT_HAND: usize = 1_000;

/// The entries of a book, the newest first and without a gap. Where a file is damaged, or entries are not there, an error
/// says so and nothing follows it: what stands further back does not lead up to what is known.
#[derive(Debug)]
pub struct Past {
    volume: Drive,
    folder: PathBuf,
    /// The files that are not read yet, the oldest first; nothing before the first is needed.
    files: Option<Vec<PathBuf>>,
    /// The file at hand, and its entries that are not told yet, the oldest first.
    path: PathBuf,
    entries: Vec<Entry>,
    newest: u64,
    /// The number of the entry that was told last.
    reached: u64,
    is_over: bool,
}

impl Past {
    /// The past of the book in `folder`: first `entries`, which are in the journal, in order; `newest` is the number of the
    /// newest, also when there are none.
    pub(super) fn new(volume: &Drive, folder: &Path, entries: Vec<Entry>, newest: u64) -> Self {
        let path = folder.join(journal::NAME);
        let reached = newest.saturating_add(1);
        let (volume, folder) = (volume.clone(), folder.to_owned());
        Self { volume, folder, files: None, path, entries, newest, reached, is_over: false }
    }

    /// The number of the newest change.
    pub fn newest(&self) -> u64 {
        self.newest
    }

    /// The number of the oldest change that was told so far; one more than the last before any was. After the end a number
    /// above 1 means that what came before it is not kept.
    pub fn reached(&self) -> u64 {
        self.reached
    }

    /// The next entry of the file at hand. What is in two files, because of a crash between writing the one and the other,
    /// is told once.
    fn at_hand(&mut self) -> Result<Option<Entry>, StoreError> {
        while let Some(entry) = self.entries.pop() {
            if entry.seq + 1 == self.reached {
                self.reached = entry.seq;
                return Ok(Some(entry));
            }
            if entry.seq < self.reached {
                let gone = (entry.seq + 1, self.reached - 1);
                return Err(StoreError::Hole { path: self.path.clone(), gone });
            }
        }
        Ok(None)
    }

    /// Takes the next older file in hand; false when there is none.
    fn turn(&mut self) -> Result<bool, StoreError> {
        if self.reached <= 1 {
            return Ok(false);
        }
        if self.files.is_none() {
            self.files = Some(files::list(&*self.volume, &self.folder.join(HISTORY))?);
        }
        let Some(path) = self.files.as_mut().and_then(Vec::pop) else { return Ok(false) };
        if path.extension().is_some_and(|ending| ending == "ron")
            && let Some(found) = journal::read(&*self.volume, &path)?
        {
            self.entries = self.whole(&path, found)?;
            self.path = path;
        }
        Ok(true)
    }

    /// The entries of a file, unless its end is damaged and would be needed.
    fn whole(&self, path: &Path, found: Journaled) -> Result<Vec<Entry>, StoreError> {
        let is_enough = found.entries.last().is_some_and(|last| last.seq + 1 >= self.reached);
        match found.tail {
            Tail::Torn(line) if !is_enough => Err(reader::fault_at(path, line, 1, Fault::HistoryLine)),
            Tail::Damaged(line, _) if !is_enough => Err(reader::fault_at(path, line, 1, Fault::HistoryLine)),
            Tail::Whole | Tail::Torn(_) | Tail::Damaged(..) => Ok(found.entries),
        }
    }

    fn step(&mut self) -> Result<Option<Entry>, StoreError> {
        loop {
            if let Some(entry) = self.at_hand()? {
                return Ok(Some(entry));
            }
            if !self.turn()? {
                return Ok(None);
            }
        }
    }
}

impl Iterator for Past {
    type Item = Result<Entry, StoreError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.is_over {
            return None;
        }
        let next = self.step().transpose();
        self.is_over = !matches!(next, Some(Ok(_)));
        next
    }
}

/// The steps before the entry `first`, the oldest first, as far as they are kept at hand; and what could not be read,
/// where that ends them.
pub(super) fn before(volume: &Drive, folder: &Path, first: u64) -> (Vec<Entry>, Option<StoreError>) {
    let (mut past, mut unread) = (Vec::new(), None);
    for entry in Past::new(volume, folder, Vec::new(), first.saturating_sub(1)).take(AT_HAND) {
        match entry {
            Ok(entry) => past.push(entry),
            Err(error) => unread = Some(error),
        }
    }
    past.reverse();
    (past, unread)
}

#[cfg(test)]
mod tests;
