//! Writing the files beside those that they replace, and putting them in place.

use std::ops::ControlFlow;

use super::super::atomic::{self, Beside, Synced};
use super::super::book_file::{self, Hash};
use super::super::disk::{Disk, Models, Side, shard_file, shard_folder, table_folder, whole_file};
use super::super::error::StoreError;
use super::super::fault::Fault;
use super::super::open::Progress;
use super::super::volume::Drive;
use super::super::{files, work};
use super::plan::{Job, Plan};

/// A file that is written beside, and read back.
pub(super) struct Ready {
    pub(super) name: String,
    beside: Beside,
    hash: Hash,
}

impl Disk {
    pub(super) fn write_beside(
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

    pub(super) fn put_in_place(&mut self, plan: &Plan, ready: Vec<Ready>) -> Result<Synced, StoreError> {
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
