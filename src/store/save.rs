//! Saving a book: only what changed, each file written beside, read back by stock `ron` and put in place, `book.ron`
//! last. Knows the model.

mod place;
mod plan;

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::atomic::{self, Beside, Synced};
use super::backup;
use super::book_file::{self, Header, Meta, Taken};
use super::canonical::CanonicalError;
use super::disk::{Access, Disk, Heads, Models, whole_file};
use super::error::StoreError;
use super::fault::Fault;
use super::journal::{Entry, Journal};
use super::open::Progress;
use super::volume::Drive;
pub(super) use plan::Plan;

/// What a save did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// How many files were replaced; none when nothing had changed.
    pub files: usize,
    /// How often the book was saved by now.
    pub generation: u64,
    /// Whether the disk promised to keep it.
    pub synced: Synced,
    /// Why the state before is not kept as a backup; nothing when it is.
    pub unkept: Option<StoreError>,
}

/// Saves a whole book into a new folder, with what people wrote above the data of the old one.
///
/// # Errors
/// As [`Disk::create`] and [`Disk::save`].
pub fn save_copy(
    volume: &Drive,
    folder: &Path,
    meta: &Meta,
    models: &Models,
    heads: Heads,
    progress: &mut dyn FnMut(Progress),
) -> Result<(Disk, Saved), StoreError> {
    let mut disk = Disk::create(volume, folder)?;
    disk.heads = heads;
    let saved = disk.save(meta, models, Taken::default(), progress)?;
    Ok((disk, saved))
}

/// Saves a book that is open, and lets go what the save took over of its journal: everything up to the entry `seq`.
/// `missed` are entries that the journal has not confirmed: it has to hold them before any table is replaced.
///
/// # Errors
/// As [`Disk::save`]; and when the journal refuses, before the save or, though the book is saved then, after it.
pub fn save_over(
    disk: &mut Disk,
    journal: &Mutex<Journal>,
    meta: &Meta,
    models: &Models,
    seq: u64,
    missed: &[Entry],
    progress: &mut dyn FnMut(Progress),
) -> Result<Saved, StoreError> {
    // Of two saves that waited for each other the older may come last: it would bring back what was.
    if seq < disk.saved_up_to(&of(journal)) && !Fault::OlderLast.is_in_force() {
        return Ok(Saved { files: 0, generation: disk.generation(), synced: Synced::Kept, unkept: None });
    }
    if let Err(refused) = of(journal).hold(missed) {
        // A folder that was moved or removed is told as such.
        return Err(match disk.expect_all_unchanged() {
            Err(moved @ StoreError::ChangedOnDisk { .. }) => moved,
            Err(_) | Ok(()) => refused,
        });
    }
    let taken = Taken { seq, journal: of(journal).id() };
    if Fault::RetireFirst.is_in_force() {
        of(journal).retire(seq, disk.generation() + 1, missed)?;
    }
    let saved = disk.save(meta, models, taken, progress)?;
    of(journal).retire(seq, saved.generation, missed)?;
    Ok(saved)
}

/// The journal, also after a thread that held it panicked: it notes its own failures.
fn of(journal: &Mutex<Journal>) -> MutexGuard<'_, Journal> {
    journal.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Disk {
    /// The number of the last entry that a save took over, also one that could not let it go from the journal.
    fn saved_up_to(&self, journal: &Journal) -> u64 {
        let taken = self.header.taken;
        let is_known = taken.journal == journal.id();
        journal.saved().max(if is_known { taken.seq } else { 0 })
    }

    /// Saves the book, which holds all that was done up to the entry of the journal that is named. When it fails, every
    /// file is whole, old or new, and saving again goes on from there.
    ///
    /// # Errors
    /// [`StoreError::ReadOnly`] without the right to write; [`StoreError::ChangedOnDisk`] when somebody changed a
    /// file meanwhile, before anything was replaced; else what the system refused.
    pub fn save(
        &mut self,
        meta: &Meta,
        models: &Models,
        taken: Taken,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Saved, StoreError> {
        self.write(&self.plan(models), meta, models, taken, progress)
    }

    /// Writes what is planned, as [`Disk::save`] does.
    ///
    /// # Errors
    /// As [`Disk::save`].
    pub(super) fn write(
        &mut self,
        plan: &Plan,
        meta: &Meta,
        models: &Models,
        taken: Taken,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Saved, StoreError> {
        if matches!(self.access, Access::Look(_)) {
            return Err(StoreError::ReadOnly { folder: self.folder.clone() });
        }
        self.expect_all_unchanged()?;
        let ready = self.write_beside(plan, models, progress)?;
        let replaced = plan.new_folders.iter().map(|(side, table)| whole_file(*side, table));
        let names: Vec<String> = ready.iter().map(|file| file.name.clone()).chain(replaced).collect();
        let is_worth = (!names.is_empty() || self.header.meta != *meta) && !Fault::hides_backups();
        let are_unchanged = |disk: &Self| names.iter().try_for_each(|name| disk.expect_unchanged(name));
        are_unchanged(self)?;
        // The new files come first on a disk that is nearly full. Without a backup the save goes on: what it holds is
        // worth more than what it replaces.
        let is_late = Fault::BackupLate.is_in_force();
        let mut unkept = if is_worth && !is_late { backup::take(self).err() } else { None };
        are_unchanged(self)?;
        let mut files = ready.len();
        if Fault::HeaderFirst.is_in_force()
            && let Some(header) = self.header_to_write(meta, taken)
        {
            let _ = self.write_header(header)?;
        }
        let mut synced = self.put_in_place(plan, ready)?;
        if is_worth && is_late {
            unkept = backup::take(self).err();
        }
        if let Some(header) = self.header_to_write(meta, taken) {
            synced = synced.and(self.write_header(header)?);
            files += 1;
        }
        self.saved = models.clone();
        self.ahead.clear();
        Ok(Saved { files, generation: self.header.generation, synced, unkept })
    }

    fn header_to_write(&self, meta: &Meta, taken: Taken) -> Option<Header> {
        let listing = self.listing();
        let is_same = {
            self.header.meta == *meta && self.header.listing == listing && self.header.taken.seq == taken.seq
        };
        if is_same && self.known.contains_key(book_file::NAME) && !self.stale.contains(book_file::NAME) {
            return None;
        }
        Some(Header { meta: meta.clone(), generation: self.header.generation + 1, taken, listing })
    }

    pub(super) fn write_header(&mut self, header: Header) -> Result<Synced, StoreError> {
        let path = self.path(book_file::NAME);
        let text =
            book_file::text(&header, self.head_of(book_file::NAME)).map_err(|why| unwritable(&path, why))?;
        self.expect_unchanged(book_file::NAME)?;
        let beside = Beside::write(&self.volume, &path, text.as_bytes())?;
        if book_file::read(&path, beside.read_back()?).as_ref() != Ok(&header) {
            return Err(StoreError::ReadBack { path });
        }
        self.unsynced.insert(self.folder.clone());
        let synced = beside.keep()?;
        self.header = header;
        self.know(book_file::NAME, book_file::hash(text.as_bytes()))?;
        let folder = atomic::sync_folder(&*self.volume, &self.folder)?;
        self.unsynced.remove(&self.folder);
        Ok(synced.and(folder))
    }
}

pub(super) fn unwritable(path: &Path, why: CanonicalError) -> StoreError {
    StoreError::Unwritable { path: path.to_owned(), why }
}
