//! Saving a book: only what changed, each file written beside, read back by stock `ron` and put in place, `book.ron`
//! last. Knows the model.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::model::Row;

use super::atomic::{self, Beside, Synced};
use super::backup;
use super::book_file::{self, Hash, Header, Meta, Taken};
use super::canonical::CanonicalError;
use super::disk::{Access, Disk, Heads, Models, Side, shard_file, shard_folder, table_folder, whole_file};
use super::error::StoreError;
use super::fault::Fault;
use super::files;
use super::journal::{Entry, Journal};
use super::open::Progress;
use super::stored::{SHARDS, SHELVES, Shelf};
use super::volume::Drive;
use super::work;

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

/// One file to be written.
pub(super) struct Job {
    pub(super) name: String,
    /// Where it is written; for a table that becomes a folder, in the new folder.
    path: PathBuf,
    side: Side,
    table: &'static Shelf,
    rows: Vec<Row>,
    /// What people wrote above the data.
    head: String,
    old: Option<Hash>,
}

impl Job {
    /// The text of the file.
    ///
    /// # Errors
    /// When a value has no canonical form.
    pub(super) fn text(&self, models: &Models) -> Result<String, StoreError> {
        let text = (self.table.text)(self.side.of(models), &self.rows, &self.head);
        text.map_err(|why| unwritable(&self.path, why))
    }
}

/// A file that is written beside, and read back.
struct Ready {
    name: String,
    beside: Beside,
    hash: Hash,
}

/// What is to be written.
#[derive(Default)]
pub(super) struct Plan {
    pub(super) jobs: Vec<Job>,
    /// Tables that become folders.
    new_folders: Vec<(Side, &'static Shelf)>,
}

impl Disk {
    /// The number of the last entry that a save took over, also one that could not let it go from the journal.
    fn saved_up_to(&self, journal: &Journal) -> u64 {
        let taken = self.header.taken;
        let is_known = taken.journal == journal.id();
        journal.saved().max(if is_known { taken.seq } else { 0 })
    }

    /// Saves the book, which holds all that was done up to the entry of the journal that is named. When it fails, every file is whole, old or new, and saving again goes on from there.
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

    fn plan(&self, models: &Models) -> Plan {
        let mut plan = Plan::default();
        for side in Side::ALL {
            for table in SHELVES {
                self.plan_table(&mut plan, models, side, table);
            }
        }
        plan
    }

    fn plan_table(&self, plan: &mut Plan, models: &Models, side: Side, table: &'static Shelf) {
        let model = side.of(models);
        let differing = (table.differing)(side.of(&self.saved), model);
        let is_same = differing.is_empty() && !self.ahead.contains(&whole_file(side, table));
        if self.is_sharded(side, table) {
            plan.jobs.extend(self.shard_jobs(models, side, table, &differing));
        } else if !is_same && (table.count)(model) > self.shard_above {
            plan.new_folders.push((side, table));
            plan.jobs.extend(self.folder_jobs(models, side, table));
        } else if !is_same {
            plan.jobs.push(self.job_of_whole(models, side, table));
        }
    }

    /// The shards that changed, and the files that hold records of others, whatever their names.
    fn shard_jobs(
        &self,
        models: &Models,
        side: Side,
        table: &'static Shelf,
        differing: &BTreeSet<u8>,
    ) -> Vec<Job> {
        let changed = differing.iter().map(|shard| shard_file(side, table, *shard));
        self.jobs_of_shards(models, side, table, changed.collect())
    }

    /// The shards of these names, and those that are stale: what leaves one of them goes into another.
    pub(super) fn jobs_of_shards(
        &self,
        models: &Models,
        side: Side,
        table: &'static Shelf,
        mut names: BTreeSet<String>,
    ) -> Vec<Job> {
        let folder = shard_folder(side, table);
        names.extend(self.stale.union(&self.ahead).filter(|name| name.starts_with(&folder)).cloned());
        if names.is_empty() {
            return Vec::new();
        }
        let is_wanted = |shard| names.contains(&shard_file(side, table, shard));
        let mut rows = (table.shards)(side.of(models), &is_wanted);
        let shard_of = |name: &str| (0..=u8::MAX).find(|shard| shard_file(side, table, *shard) == name);
        let jobs = names.into_iter().map(|name| {
            let rows = shard_of(&name).map(|shard| std::mem::take(&mut rows[usize::from(shard)]));
            self.job(name, side, table, rows.unwrap_or_default())
        });
        jobs.collect()
    }

    fn folder_jobs(&self, models: &Models, side: Side, table: &'static Shelf) -> Vec<Job> {
        let folder = atomic::new_folder_name(&self.path(&table_folder(side, table)));
        let rows = (table.shards)(side.of(models), &|_| true).into_iter().take(SHARDS);
        let jobs = (0..=u8::MAX).zip(rows).map(|(shard, rows)| {
            let name = shard_file(side, table, shard);
            let path = folder.join(format!("{shard:02x}.ron"));
            // What stood above the one file goes above the first of many.
            let head =
                if shard == 0 { self.head_of(&whole_file(side, table)).to_owned() } else { String::new() };
            Job { path, head, name, side, table, rows, old: None }
        });
        jobs.collect()
    }

    pub(super) fn job_of_whole(&self, models: &Models, side: Side, table: &'static Shelf) -> Job {
        let rows = (table.shards)(side.of(models), &|_| true).concat();
        self.job(whole_file(side, table), side, table, rows)
    }

    fn job(&self, name: String, side: Side, table: &'static Shelf, rows: Vec<Row>) -> Job {
        let old = self.known.get(&name).map(|known| known.hash);
        Job { path: self.path(&name), head: self.head_of(&name).to_owned(), name, side, table, rows, old }
    }

    fn write_beside(
        &self,
        plan: &Plan,
        models: &Models,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Vec<Ready>, StoreError> {
        self.make_folders(plan)?;
        let mut ready = Vec::new();
        let mut failed = None;
        let mut now = Progress { done: 0, total: plan.jobs.len() as u64 };
        work::in_parallel(
            self.volume.threads(),
            &plan.jobs,
            |job| write_one(&self.volume, job, models),
            |_, result| {
                now.done += 1;
                progress(now);
                match result {
                    Ok(file) => ready.extend(file),
                    Err(error) => failed = Some(error),
                }
                failed.as_ref().map_or(ControlFlow::Continue(()), |_| ControlFlow::Break(()))
            },
        );
        failed.map_or(Ok(ready), Err)
    }

    fn make_folders(&self, plan: &Plan) -> Result<(), StoreError> {
        if plan.jobs.iter().any(|job| job.side == Side::Baseline) {
            files::ensure_inner_folder(&*self.volume, &self.folder_of(Side::Baseline))?;
        }
        plan.new_folders.iter().try_for_each(|(side, table)| {
            atomic::new_folder(&*self.volume, &self.path(&table_folder(*side, table))).map(|_| ())
        })
    }

    fn put_in_place(&mut self, plan: &Plan, ready: Vec<Ready>) -> Result<Synced, StoreError> {
        let mut synced = Synced::Kept;
        let is_new = |name: &str| {
            plan.new_folders.iter().any(|(side, table)| name.starts_with(&shard_folder(*side, table)))
        };
        let (new, old): (Vec<Ready>, Vec<Ready>) = ready.into_iter().partition(|file| is_new(&file.name));
        for file in old {
            self.unsynced.insert(atomic::folder_of(&self.path(&file.name)).to_owned());
            if !Fault::ForgottenSave.is_in_force() {
                self.ahead.insert(file.name.clone());
            }
            synced = synced.and(file.beside.keep()?);
            self.know(&file.name, file.hash)?;
        }
        // Also what an earlier save put in place and could not wait for.
        while let Some(folder) = self.unsynced.first().cloned() {
            synced = synced.and(atomic::sync_folder(&*self.volume, &folder)?);
            self.unsynced.remove(&folder);
        }
        Ok(synced.and(self.put_folders_in_place(plan, new)?))
    }

    /// The folder takes its name in one step; from then on it is the table, and the one file goes.
    fn put_folders_in_place(&mut self, plan: &Plan, ready: Vec<Ready>) -> Result<Synced, StoreError> {
        let mut synced = Synced::Kept;
        let mut names = Vec::new();
        for file in ready {
            names.push((file.name, file.hash));
            synced = synced.and(file.beside.keep()?);
        }
        for (side, table) in &plan.new_folders {
            let folder = shard_folder(*side, table);
            synced = synced.and(atomic::keep_folder(&*self.volume, &self.path(&table_folder(*side, table)))?);
            for (name, hash) in names.iter().filter(|(name, _)| name.starts_with(&folder)) {
                self.ahead.insert(name.clone());
                self.know(name, *hash)?;
            }
            let whole = whole_file(*side, table);
            atomic::remove(&*self.volume, &self.path(&whole))?;
            self.known.remove(&whole);
            if let Some(head) = self.heads.remove(&whole) {
                self.heads.insert(shard_file(*side, table, 0), head);
            }
        }
        Ok(synced)
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

/// Writes one file beside and reads it back, unless it would be as it is.
fn write_one(volume: &Drive, job: &Job, models: &Models) -> Result<Option<Ready>, StoreError> {
    let model = job.side.of(models);
    let text = job.text(models)?;
    let hash = book_file::hash(text.as_bytes());
    if job.old == Some(hash) {
        return Ok(None);
    }
    let beside = Beside::write(volume, &job.path, text.as_bytes())?;
    let back = beside.read_back()?;
    if back != text.as_bytes() || (job.table.reads_back)(model, &job.rows, &job.path, back) != Ok(true) {
        return Err(StoreError::ReadBack { path: job.path.clone() });
    }
    Ok(Some(Ready { name: job.name.clone(), beside, hash }))
}
