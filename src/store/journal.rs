//! The journal: what was done since the last save, one step on a line, each line chained to the one before it by a
//! checksum. A step is confirmed once its line is on the disk. Knows the model and a volume.

mod line;
mod read;
mod salvage;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::model::{Moment, Text, Transaction};

use super::atomic::{self, Beside, Synced};
use super::error::{Doing, StoreError};
use super::fault::Fault;
use super::past::Past;
use super::volume::{Drive, Handle};
pub use line::Head;
pub use read::{Journaled, Tail, read};
pub use salvage::{Salvage, bridged, of as salvage};

/// The name of the file in the folder of a book.
pub const NAME: &str = "journal.ron";

/// The folder of the journals of earlier saves.
pub const HISTORY: &str = "history";

/// What was done. The step that is named is the one that was applied: for undo, the way back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Deed {
    /// It was done.
    Did(Transaction),
    /// It was taken back.
    Undid(Transaction),
    /// It was done again.
    Redid(Transaction),
    /// This moment got a name: a checkpoint. Nothing changed.
    Named(Text),
}

impl Deed {
    /// The step as it was applied, to put it on top of what somebody else did.
    pub(super) fn applied_mut(&mut self) -> Option<&mut Transaction> {
        match self {
            Self::Did(step) | Self::Undid(step) | Self::Redid(step) => Some(step),
            Self::Named(_) => None,
        }
    }

    /// The step as it was applied; nothing where no record changed.
    pub fn applied(&self) -> Option<&Transaction> {
        match self {
            Self::Did(step) | Self::Undid(step) | Self::Redid(step) => Some(step),
            Self::Named(_) => None,
        }
    }
}

/// One line of the journal.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its number: one more than that of the line before, over all journals of the book.
    pub seq: u64,
    /// When it was done, by a clock that may be wrong: for people only.
    pub at: Moment,
    /// What was done.
    pub deed: Deed,
}

/// The journal that this program appends to. After a failure nothing is appended to its file any more: what a disk made
/// of half a line nobody knows.
#[derive(Debug)]
pub struct Journal {
    volume: Drive,
    path: PathBuf,
    /// The entries of the file, all confirmed.
    entries: Vec<Entry>,
    open: Option<Open>,
    failed: Option<StoreError>,
    head: Head,
}

/// A journal file that is open at its end.
#[derive(Debug)]
struct Open {
    file: Box<dyn Handle>,
    sum: u64,
}

impl Journal {
    /// The journal of the book in `folder`; `entries` follow the entry that the head names and are not saved yet. Nothing
    /// is written before the first [`Self::append`], and then into a file of its own.
    pub fn new(volume: &Drive, folder: &Path, head: Head, entries: Vec<Entry>) -> Self {
        let path = folder.join(NAME);
        Self { volume: volume.clone(), path, entries, open: None, failed: None, head }
    }

    /// The number of the last entry.
    pub fn last(&self) -> u64 {
        self.entries.last().map_or(self.head.after, |entry| entry.seq)
    }

    /// The number of the last entry that a save took over.
    pub fn saved(&self) -> u64 {
        self.head.after
    }

    /// Which journal file this is: a save notes it, so that an opening knows which entries the save took over.
    pub fn id(&self) -> u64 {
        self.head.id
    }

    /// All that was done to the book, the newest first. `waiting` are steps that the journal has not confirmed yet.
    pub fn past(&self, waiting: &[Entry]) -> Past {
        let new = waiting.iter().filter(|entry| entry.seq > self.last());
        let entries: Vec<Entry> = self.entries.iter().chain(new).cloned().collect();
        let last = entries.last().map_or(self.head.after, |entry| entry.seq);
        Past::new(&self.volume, atomic::folder_of(&self.path), entries, last)
    }

    /// The entries since the last save.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Writes entries and waits until the disk has them: they are confirmed then. Those that are there already are left
    /// out, so that nothing is lost and nothing doubled when it is not known how far an earlier call came.
    ///
    /// # Errors
    /// When the disk refuses, now or at an earlier call: then nothing is confirmed until a save has succeeded.
    pub fn append(&mut self, entries: Vec<Entry>) -> Result<Synced, StoreError> {
        if let Some(failed) = &self.failed {
            return Err(failed.clone());
        }
        let new: Vec<Entry> = entries.into_iter().filter(|entry| entry.seq > self.last()).collect();
        if new.is_empty() {
            return Ok(Synced::Kept);
        }
        let written = self.write(&new);
        match &written {
            Ok(_) => self.entries.extend(new),
            Err(_) if Fault::AppendAfterFailure.is_in_force() => {}
            Err(error) => {
                self.failed = Some(error.clone());
                self.open = None;
            }
        }
        written
    }

    fn write(&mut self, new: &[Entry]) -> Result<Synced, StoreError> {
        let mut open = match self.open.take() {
            Some(open) => open,
            None if Fault::AppendToFound.is_in_force() && self.head.id != 0 => self.go_on()?,
            None => {
                let head = Head { id: new_id(), ..self.head };
                let open = self.begin(&self.entries, head)?;
                self.head = head;
                open
            }
        };
        let mut text = String::new();
        for entry in new {
            open.sum = line::push(&mut text, entry, open.sum).map_err(|why| self.unwritable(why))?;
        }
        let failed = |doing| move |e: std::io::Error| (doing, e);
        let done = open
            .file
            .write(text.as_bytes())
            .map_err(failed(Doing::Write))
            .and_then(|()| sync(&mut *open.file).map_err(failed(Doing::Sync)))
            .and_then(|synced| Ok((synced, open.file.is_at(&self.path).map_err(failed(Doing::Read))?)));
        if done.is_err() && Fault::AppendAfterFailure.is_in_force() {
            self.open = Some(open);
            return Err(StoreError::ReadBack { path: self.path.clone() });
        }
        let (synced, is_at) = done.map_err(|(doing, e)| StoreError::system(doing, &self.path, &e))?;
        if !is_at {
            // Somebody moved or removed the folder: what was written is nowhere that an opening would look.
            return Err(StoreError::ChangedOnDisk { file: self.path.clone() });
        }
        self.open = Some(open);
        Ok(synced)
    }

    /// What a careless version would do: the file that was found is appended to.
    fn go_on(&self) -> Result<Open, StoreError> {
        let (_, sum) = line::file(&self.entries, self.head).map_err(|why| self.unwritable(why))?;
        let file = self.volume.append(&self.path);
        let file = file.map_err(|e| StoreError::system(Doing::Write, &self.path, &e))?;
        Ok(Open { file, sum })
    }

    /// Puts a new file in the place of the journal, with these entries, and opens its end. The old file may end in half
    /// a line, or in what another program wrote; it is never appended to.
    fn begin(&self, entries: &[Entry], head: Head) -> Result<Open, StoreError> {
        let (text, sum) = line::file(entries, head).map_err(|why| self.unwritable(why))?;
        let beside = Beside::write(&self.volume, &self.path, text.as_bytes())?;
        let synced = beside.keep()?;
        let _ = synced.and(atomic::sync_folder(&*self.volume, atomic::folder_of(&self.path))?);
        let file = self.volume.append(&self.path);
        let file = file.map_err(|e| StoreError::system(Doing::Write, &self.path, &e))?;
        Ok(Open { file, sum })
    }

    /// Makes sure that these entries are on the disk: a save must not replace a table by one that holds a step which no
    /// journal has, or a crash in the middle of it would leave half of that step. After a failure a new file is begun,
    /// and for what was found by an opening too.
    ///
    /// # Errors
    /// When the disk refuses; the journal is then as failed as before.
    pub fn hold(&mut self, entries: &[Entry]) -> Result<(), StoreError> {
        // What an opening found may be in the memory of the system alone: it is written anew before tables rest on it.
        let is_ours = self.open.is_some() || self.entries.is_empty() || Fault::TrustFound.is_in_force();
        if Fault::SaveUnconfirmed.is_in_force() || (is_ours && self.append(entries.to_vec()).is_ok()) {
            return Ok(());
        }
        let last = self.last();
        let missed = entries.iter().filter(|entry| entry.seq > last);
        let entries: Vec<Entry> = self.entries.iter().chain(missed).cloned().collect();
        let head = Head { id: new_id(), ..self.head };
        let open = self.begin(&entries, head)?;
        (self.entries, self.head, self.open, self.failed) = (entries, head, Some(open), None);
        Ok(())
    }

    /// A save took over everything up to the entry `saved`: those entries go to the history of the save with this
    /// number, the others stay. `missed` are entries that the disk refused before: the save has what they did, so the
    /// history has them too. The history is written before anything goes from the journal, so that a crash in between
    /// leaves them in both, never in none.
    ///
    /// # Errors
    /// When the disk refuses; the journal is then as it was, and the next save tries again.
    pub fn retire(&mut self, saved: u64, generation: u64, missed: &[Entry]) -> Result<(), StoreError> {
        let last = self.last();
        let missed = missed.iter().filter(|entry| entry.seq > last && entry.seq <= saved);
        let (old, rest): (Vec<Entry>, Vec<Entry>) =
            self.entries.iter().chain(missed).cloned().partition(|entry| entry.seq <= saved);
        let rest = if Fault::RetireAll.is_in_force() { Vec::new() } else { rest };
        let is_late = Fault::HistoryLast.is_in_force();
        if !old.is_empty() && !is_late {
            self.to_history(&old, generation)?;
        }
        let head = Head { id: new_id(), after: saved.max(self.head.after) };
        let is_there = self.open.is_some() || self.failed.is_some() || !old.is_empty();
        self.open = None;
        if is_there {
            self.open = Some(self.begin(&rest, head)?);
        }
        if !old.is_empty() && is_late {
            self.to_history(&old, generation)?;
        }
        (self.entries, self.head, self.failed) = (rest, head, None);
        Ok(())
    }

    fn to_history(&self, entries: &[Entry], generation: u64) -> Result<(), StoreError> {
        let folder = atomic::folder_of(&self.path).join(HISTORY);
        super::files::ensure_inner_folder(&*self.volume, &folder)?;
        let after = entries.first().map_or(0, |first| first.seq - 1);
        let (text, _) =
            line::file(entries, Head { after, ..self.head }).map_err(|why| self.unwritable(why))?;
        let path = self.place(&folder, generation, entries)?;
        atomic::replace(&self.volume, &path, text.as_bytes()).map(|_| ())
    }

    /// The file for these entries: that of the save, unless it holds others. After a checkout of older files the saves are
    /// counted from there again, and what was done in the meantime is still somebody's.
    fn place(&self, folder: &Path, generation: u64, entries: &[Entry]) -> Result<PathBuf, StoreError> {
        let own = folder.join(history_name(generation));
        let is_ours = match read(&*self.volume, &own) {
            Ok(None) => true,
            // What cannot be read is not ours to overwrite either.
            Ok(Some(found)) => {
                found.tail == Tail::Whole && found.entries.iter().all(|entry| entries.contains(entry))
            }
            Err(StoreError::Bad(_) | StoreError::Newer { .. }) => false,
            Err(error) => return Err(error),
        };
        if is_ours {
            return Ok(own);
        }
        let names = super::files::list(&*self.volume, folder)?;
        let numbers = names.iter().filter_map(|path| path.file_stem()?.to_str()?.parse::<u64>().ok());
        Ok(folder.join(history_name(numbers.max().map_or(generation, |last| last + 1))))
    }

    fn unwritable(&self, why: super::canonical::CanonicalError) -> StoreError {
        StoreError::Unwritable { path: self.path.clone(), why }
    }
}

fn sync(file: &mut dyn Handle) -> std::io::Result<Synced> {
    if Fault::NoJournalSync.is_in_force() {
        return Ok(Synced::Kept);
    }
    match atomic::synced(file.sync()) {
        Err(_) if Fault::RetriedSync.is_in_force() => atomic::synced(file.sync()),
        result => result,
    }
}

/// The text of a new journal file with these entries, whose numbers follow each other.
///
/// # Errors
/// When an entry has no canonical form: a defect of the program.
pub(super) fn new_text(entries: &[Entry], after: u64) -> Result<String, StoreError> {
    let after = entries.first().map_or(after, |first| first.seq.saturating_sub(1));
    let written = line::file(entries, Head { id: new_id(), after });
    written.map(|(text, _)| text).map_err(|why| StoreError::Unwritable { path: NAME.into(), why })
}

/// A number for a new journal file that no other has: who writes it, and when.
fn new_id() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_nanos());
    let parts = [now, u128::from(std::process::id()), u128::from(NEXT.fetch_add(1, Ordering::Relaxed))];
    super::book_file::hash(&parts.map(u128::to_be_bytes).concat())
}

/// The file in the history folder for the journal that a save took over.
pub fn history_name(generation: u64) -> String {
    format!("{generation:06}.ron")
}

#[cfg(test)]
mod tests;
