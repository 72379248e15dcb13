//! What a save has to write: which files of which tables, and what goes into each.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::model::Row;

use super::super::atomic;
use super::super::book_file::Hash;
use super::super::disk::{Disk, Models, Side, shard_file, shard_folder, table_folder, whole_file};
use super::super::error::StoreError;
use super::super::stored::{SHARDS, SHELVES, Shelf};
use super::unwritable;

/// One file to be written.
pub(in crate::store) struct Job {
    pub(in crate::store) name: String,
    /// Where it is written; for a table that becomes a folder, in the new folder.
    pub(super) path: PathBuf,
    pub(super) side: Side,
    pub(super) table: &'static Shelf,
    pub(super) rows: Vec<Row>,
    /// What people wrote above the data.
    head: String,
    pub(super) old: Option<Hash>,
}

impl Job {
    /// The text of the file.
    ///
    /// # Errors
    /// When a value has no canonical form.
    pub(in crate::store) fn text(&self, models: &Models) -> Result<String, StoreError> {
        let text = (self.table.text)(self.side.of(models), &self.rows, &self.head);
        text.map_err(|why| unwritable(&self.path, why))
    }
}

/// What is to be written.
#[derive(Default)]
pub(in crate::store) struct Plan {
    pub(in crate::store) jobs: Vec<Job>,
    /// Tables that become folders.
    pub(super) new_folders: Vec<(Side, &'static Shelf)>,
}

impl Disk {
    pub(super) fn plan(&self, models: &Models) -> Plan {
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
    pub(in crate::store) fn jobs_of_shards(
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

    pub(in crate::store) fn job_of_whole(&self, models: &Models, side: Side, table: &'static Shelf) -> Job {
        let rows = (table.shards)(side.of(models), &|_| true).concat();
        self.job(whole_file(side, table), side, table, rows)
    }

    fn job(&self, name: String, side: Side, table: &'static Shelf, rows: Vec<Row>) -> Job {
        let old = self.known.get(&name).map(|known| known.hash);
        Job { path: self.path(&name), head: self.head_of(&name).to_owned(), name, side, table, rows, old }
    }
}
