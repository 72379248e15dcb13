//! A table of records that is cheap to clone: rows in chunks, each copied only when it is written to while shared.

use super::field::Entity;
use super::index::Index;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Rows in a chunk: small enough to copy in microseconds, large enough that a million rows clone in as many.
pub const CHUNK: usize = 256;

/// The place of a record in its table. It stays while the record lives; after a removal it may serve another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Row(pub u32);

impl Row {
    /// The place as an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }

    fn at(place: usize) -> Self {
        // A table of four thousand million rows does not fit a laptop; the last place stands for all beyond.
        Self(u32::try_from(place).unwrap_or(u32::MAX))
    }
}

#[derive(Clone, Debug)]
struct Chunk<T> {
    rows: Arc<Vec<Option<T>>>,
    version: u64,
}

/// The records of one kind.
#[derive(Clone, Debug)]
pub struct Table<T: Entity> {
    chunks: Vec<Chunk<T>>,
    index: Index<T::Id, Row>,
    free: Vec<Row>,
    slots: usize,
}

/// Versions are never used twice, so that what was computed from a chunk can tell that it is out of date.
static VERSION: AtomicU64 = AtomicU64::new(1);

impl<T: Entity> Default for Table<T> {
    fn default() -> Self {
        Self { chunks: Vec::new(), index: Index::default(), free: Vec::new(), slots: 0 }
    }
}

impl<T: Entity> Table<T> {
    /// How many records there are.
    pub fn len(&self) -> usize {
        self.slots - self.free.len()
    }

    /// True when there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One more than the highest row in use: the size of an array by row.
    pub fn slots(&self) -> usize {
        self.slots
    }

    /// The record with this key.
    pub fn get(&self, id: T::Id) -> Option<&T> {
        self.at(self.row(id)?)
    }

    /// True when there is a record with this key.
    pub fn contains(&self, id: T::Id) -> bool {
        self.row(id).is_some()
    }

    /// The row of a key.
    pub fn row(&self, id: T::Id) -> Option<Row> {
        self.index.get(&id).copied()
    }

    /// The record in a row.
    pub fn at(&self, row: Row) -> Option<&T> {
        self.chunks.get(row.index() / CHUNK)?.rows.get(row.index() % CHUNK)?.as_ref()
    }

    /// All records with their rows, in the order of the rows.
    pub fn iter(&self) -> impl Iterator<Item = (Row, &T)> {
        self.chunks().flat_map(|chunk| chunk.iter())
    }

    /// All records, in the order of the rows.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.iter().map(|(_, record)| record)
    }

    /// The records of these rows.
    pub fn rows<'a>(&'a self, rows: &'a [Row]) -> impl Iterator<Item = &'a T> {
        rows.iter().filter_map(|row| self.at(*row))
    }

    /// The chunks, for work that is kept per chunk and done again only where the version is another.
    pub fn chunks(&self) -> impl Iterator<Item = View<'_, T>> {
        self.chunks.iter().enumerate().map(|(n, chunk)| View {
            first: Row::at(n * CHUNK),
            version: chunk.version,
            rows: &chunk.rows,
        })
    }

    /// Puts a record in the place of the one with the same key, or in a new place. Returns its row and what stood
    /// there.
    pub(super) fn put(&mut self, record: T) -> (Row, Option<T>) {
        if let Some(row) = self.row(record.id()) {
            return (row, self.slot(row).replace(record));
        }
        let row = self.free.pop().unwrap_or_else(|| self.grow());
        self.index.insert(record.id(), row);
        *self.slot(row) = Some(record);
        (row, None)
    }

    /// Takes a record out.
    pub(super) fn take(&mut self, id: T::Id) -> Option<(Row, T)> {
        let row = self.index.remove(&id)?;
        self.free.push(row);
        self.slot(row).take().map(|record| (row, record))
    }

    fn grow(&mut self) -> Row {
        let row = Row::at(self.slots);
        if self.slots.is_multiple_of(CHUNK) {
            self.chunks.push(Chunk { rows: Arc::new(Vec::with_capacity(CHUNK)), version: 0 });
        }
        self.slots += 1;
        row
    }

    fn slot(&mut self, row: Row) -> &mut Option<T> {
        let chunk = &mut self.chunks[row.index() / CHUNK];
        chunk.version = VERSION.fetch_add(1, Ordering::Relaxed);
        let rows = Arc::make_mut(&mut chunk.rows);
        let place = row.index() % CHUNK;
        if rows.len() <= place {
            rows.resize(place + 1, None);
        }
        &mut rows[place]
    }
}

impl<T: Entity> PartialEq for Table<T> {
    /// True when both hold the same records, wherever they stand.
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && self.values().all(|record| other.get(record.id()) == Some(record))
    }
}

/// A chunk as readers see it.
#[derive(Debug)]
pub struct View<'a, T> {
    /// The row of its first place.
    pub first: Row,
    /// Changes with every write to the chunk, and is never used again.
    pub version: u64,
    /// Its places.
    pub rows: &'a [Option<T>],
}

impl<'a, T> View<'a, T> {
    /// The records with their rows.
    pub fn iter(&self) -> impl Iterator<Item = (Row, &'a T)> + use<'a, T> {
        let first = self.first.index();
        self.rows.iter().enumerate().filter_map(move |(n, slot)| Some((Row::at(first + n), slot.as_ref()?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Group, GroupId, Guid};

    fn group(n: u64) -> Group {
        Group { id: GroupId(Guid::own(n)), ..Group::default() }
    }

    #[test]
    fn rows_are_found_replaced_and_reused() {
        let mut table = Table::default();
        for n in 1..=600 {
            table.put(group(n));
        }
        assert_eq!((table.len(), table.slots(), table.chunks().count()), (600, 600, 3));
        let (row, old) = table.take(GroupId(Guid::own(300))).unwrap();
        assert_eq!((old, table.len(), table.at(row)), (group(300), 599, None));
        assert_eq!(table.put(group(900)).0, row);
        let named = Group { name: "x".into(), ..group(900) };
        assert_eq!(table.put(named.clone()), (row, Some(group(900))));
        assert_eq!(table.get(named.id), Some(&named));
    }

    #[test]
    fn a_clone_is_not_touched_and_only_written_chunks_change_version() {
        let mut table = Table::default();
        (1..=600).for_each(|n| drop(table.put(group(n))));
        let clone = table.clone();
        table.put(Group { name: "x".into(), ..group(300) });
        assert!(clone.get(GroupId(Guid::own(300))).unwrap().name.is_empty());
        assert_ne!(table, clone);
        let changed: Vec<bool> =
            table.chunks().zip(clone.chunks()).map(|(a, b)| a.version != b.version).collect();
        assert_eq!(changed, [false, true, false]);
    }
}
