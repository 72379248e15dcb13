//! Which files the tables of a book are in.

use std::path::{Path, PathBuf};

use super::super::bad::Fault;
use super::super::disk::{Side, shard_folder, table_folder, whole_file};
use super::super::error::StoreError;
use super::super::lock::Lock;
use super::super::stored::{SHELVES, Shelf};
use super::super::volume::Volume;
use super::super::{atomic, book_file, files, reader};
use super::Opening;

/// One file of a table.
pub(super) struct Part {
    pub(super) name: String,
    pub(super) path: PathBuf,
    pub(super) side: Side,
    pub(super) table: &'static Shelf,
}

impl Opening {
    pub(super) fn find(&mut self, side: Side, names: &[PathBuf], lock: Option<&Lock>) -> Vec<Part> {
        let mut parts = Vec::new();
        for table in SHELVES {
            match self.find_table(side, table, names, lock) {
                Ok(found) => parts.extend(found),
                Err(error) => self.troubles.push(error),
            }
        }
        parts
    }

    fn find_table(
        &self,
        side: Side,
        table: &'static Shelf,
        names: &[PathBuf],
        lock: Option<&Lock>,
    ) -> Result<Vec<Part>, StoreError> {
        let whole = self.part(side, table, whole_file(side, table));
        let folder = self.disk.path(&table_folder(side, table));
        match (names.contains(&whole.path), names.contains(&folder)) {
            (true, false) => Ok(vec![whole]),
            (false, true) => self.shards(side, table, &folder, lock),
            (true, true) if self.is_leftover(&whole)? => {
                lock.map_or(Ok(()), |_| atomic::remove(&*self.disk.volume, &whole.path))?;
                self.shards(side, table, &folder, lock)
            }
            (true, true) => Err(reader::fault_at(&whole.path, 1, 1, Fault::DoubledTable)),
            (false, false) => Ok(Vec::new()),
        }
    }

    /// A table that had just become a folder when the program was killed: the one file is still as it was saved.
    fn is_leftover(&self, whole: &Part) -> Result<bool, StoreError> {
        let found = files::read(&*self.disk.volume, &whole.path)?
            .map(|bytes| book_file::hash_text(book_file::hash(&bytes)));
        Ok(found.is_some() && found.as_ref() == self.disk.header.listing.get(&whole.name))
    }

    fn shards(
        &self,
        side: Side,
        table: &'static Shelf,
        folder: &Path,
        lock: Option<&Lock>,
    ) -> Result<Vec<Part>, StoreError> {
        let names = list(&*self.disk.volume, folder, lock)?.into_iter().filter_map(|path| {
            let name = path.file_name()?.to_str()?.to_owned();
            let is_ron = path.extension().is_some_and(|ending| ending == "ron");
            (is_ron && !name.starts_with('.')).then_some(name)
        });
        let start = shard_folder(side, table);
        Ok(names.map(|name| self.part(side, table, format!("{start}{name}"))).collect())
    }

    fn part(&self, side: Side, table: &'static Shelf, name: String) -> Part {
        Part { path: self.disk.path(&name), name, side, table }
    }

    /// A file that was saved and is gone would otherwise read as an empty table. That a table's one file gave way to
    /// a folder may not be in the header yet.
    pub(super) fn expect_listed(&mut self, parts: &[Part]) {
        let stands_for =
            |part: &Part, name: &str| part.name == name || whole_file(part.side, part.table) == name;
        let gone = |name: &&String| !parts.iter().any(|part| stands_for(part, name));
        let listed = self.disk.header.listing.keys();
        self.troubles.extend(
            listed.filter(gone).map(|name| StoreError::Missing { path: self.disk.folder.join(name) }),
        );
    }
}

/// What is in a folder, without what a crash left there.
pub(super) fn list(
    volume: &dyn Volume,
    folder: &Path,
    lock: Option<&Lock>,
) -> Result<Vec<PathBuf>, StoreError> {
    lock.map_or(Ok(()), |_| atomic::sweep(volume, folder))?;
    files::list(volume, folder)
}
