//! A book's folder while it is open: who may write, and every file as it was last seen. Knows the file system.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::model::Model;

use super::book_file::{self, Hash, Header, Listing};
use super::error::StoreError;
use super::files::{self, Stamp};
use super::lock::Lock;
use super::stored::{SHELVES, Shelf};
use super::volume::{Drive, Volume};

/// Which of the two sets of tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// What we want to be true.
    Book,
    /// What the portal last said.
    Baseline,
}

impl Side {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Book, Self::Baseline];

    /// What the paths of its files begin with.
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Book => "",
            Self::Baseline => "baseline/",
        }
    }

    /// Its folder in the folder of the book.
    pub fn folder(self) -> &'static str {
        self.prefix().trim_end_matches('/')
    }

    /// The one of the two models that is meant.
    pub fn of(self, models: &Models) -> &Model {
        match self {
            Self::Book => &models.book,
            Self::Baseline => &models.baseline,
        }
    }
}

/// The book and the baseline.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Models {
    /// What we want to be true.
    pub book: Model,
    /// What the portal last said.
    pub baseline: Model,
}

/// Whether this program may write the book.
#[derive(Debug)]
pub enum Access {
    /// It may, as long as the lock is kept.
    Write(Lock),
    /// It may not, for these reasons; without any, nobody asked to write.
    Look(Vec<StoreError>),
}

/// A file as it was last read or written.
#[derive(Debug, Clone, Copy)]
pub struct Known {
    /// The hash of its bytes.
    pub hash: Hash,
    /// Its stamp; nothing when the system did not tell it.
    pub stamp: Option<Stamp>,
}

/// What people wrote above the data, by the path of the file in the folder of the book.
pub type Heads = BTreeMap<String, String>;

/// More records than this, and a table becomes a folder of shards.
pub const SHARD_ABOVE: usize = 10_000;

/// The folder of an open book. A book with a trouble in any file is never written to.
#[derive(Debug)]
pub struct Disk {
    pub(super) volume: Drive,
    pub(super) folder: PathBuf,
    pub(super) access: Access,
    /// Every file of the book, by its path in the folder.
    pub(super) known: BTreeMap<String, Known>,
    /// Files to be written anew whether or not their records changed: some stand in the wrong one. And `book.ron` when
    /// its sum is not that of what it says.
    pub(super) stale: BTreeSet<String>,
    /// Files that a save put in place and that was not finished: they hold something else than `saved`.
    pub(super) ahead: BTreeSet<String>,
    /// Folders with new names that the disk may not have yet.
    pub(super) unsynced: BTreeSet<PathBuf>,
    pub(super) heads: Heads,
    pub(super) header: Header,
    pub(super) saved: Models,
    pub(super) shard_above: usize,
}

impl Disk {
    /// Makes the folder for a new book and takes its lock; the first save writes the book.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when there is a book already; else when the system refuses, or somebody else has it.
    pub fn create(volume: &Drive, folder: &Path) -> Result<Self, StoreError> {
        files::ensure_folder(&**volume, folder)?;
        let folder = files::real(&**volume, folder)?;
        let lock = volume.lock(&folder)?;
        if holds_book(&**volume, &folder)? {
            return Err(StoreError::Exists { folder });
        }
        Ok(Self::new(volume.clone(), folder, Access::Write(lock)))
    }

    pub(super) fn new(volume: Drive, folder: PathBuf, access: Access) -> Self {
        Self {
            volume,
            folder,
            access,
            known: BTreeMap::new(),
            stale: BTreeSet::new(),
            ahead: BTreeSet::new(),
            unsynced: BTreeSet::new(),
            heads: Heads::new(),
            header: Header::default(),
            saved: Models::default(),
            shard_above: SHARD_ABOVE,
        }
    }

    /// The folder of the book.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether this program may write the book.
    pub fn access(&self) -> &Access {
        &self.access
    }

    /// How often the book was saved.
    pub fn generation(&self) -> u64 {
        self.header.generation
    }

    /// What stands in the files, without the steps of the journal.
    pub fn saved(&self) -> &Models {
        &self.saved
    }

    /// What people wrote above the data of each file.
    pub fn heads(&self) -> &Heads {
        &self.heads
    }

    pub(super) fn head_of(&self, name: &str) -> &str {
        self.heads.get(name).map_or("", String::as_str)
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// The folder of one side, without a slash at the end: that would follow a link.
    pub(super) fn folder_of(&self, side: Side) -> PathBuf {
        match side {
            Side::Book => self.folder.clone(),
            Side::Baseline => self.path(side.folder()),
        }
    }

    /// Whether a table is a folder of shards.
    pub(super) fn is_sharded(&self, side: Side, table: &Shelf) -> bool {
        let start = shard_folder(side, table);
        self.known.range(start.clone()..).next().is_some_and(|(name, _)| name.starts_with(&start))
    }

    /// The hashes of all files but `book.ron` itself.
    pub(super) fn listing(&self) -> Listing {
        let tables = self.known.iter().filter(|(name, _)| *name != book_file::NAME);
        tables.map(|(name, known)| (name.clone(), book_file::hash_text(known.hash))).collect()
    }

    /// Notes what now stands in a file, whatever the system then says of it: a later save must not take what we wrote
    /// for somebody else's.
    pub(super) fn know(&mut self, name: &str, hash: Hash) -> Result<(), StoreError> {
        let file = self.path(name);
        let stamp = files::stamp(&*self.volume, &file);
        let known = Known { hash, stamp: stamp.clone().ok().flatten() };
        self.known.insert(name.to_owned(), known);
        self.stale.remove(name);
        stamp?.map(drop).ok_or(StoreError::ChangedOnDisk { file })
    }

    /// Looks whether every file is as it was last seen; reads those whose stamp is another.
    pub(super) fn expect_all_unchanged(&self) -> Result<(), StoreError> {
        self.known.iter().try_for_each(|(name, known)| {
            if known.stamp.is_some() && files::stamp(&*self.volume, &self.path(name))? == known.stamp {
                return Ok(());
            }
            self.expect_unchanged(name)
        })
    }

    /// Reads a file and looks whether it is as it was last seen: absent, or of the same hash.
    pub(super) fn expect_unchanged(&self, name: &str) -> Result<(), StoreError> {
        let file = self.path(name);
        let found = files::read(&*self.volume, &file)?.map(|bytes| book_file::hash(&bytes));
        if found == self.known.get(name).map(|known| known.hash) {
            return Ok(());
        }
        Err(StoreError::ChangedOnDisk { file })
    }
}

/// The path of a table as one file.
pub fn whole_file(side: Side, table: &Shelf) -> String {
    format!("{}{}.ron", side.prefix(), table.file)
}

/// The path of a table as a folder.
pub fn table_folder(side: Side, table: &Shelf) -> String {
    format!("{}{}", side.prefix(), table.file)
}

/// What the paths of a table's shards begin with.
pub fn shard_folder(side: Side, table: &Shelf) -> String {
    format!("{}{}/", side.prefix(), table.file)
}

/// The path of one shard.
pub fn shard_file(side: Side, table: &Shelf, shard: u8) -> String {
    format!("{}{shard:02x}.ron", shard_folder(side, table))
}

/// Whether there is anything of a book in the folder.
///
/// # Errors
/// When the folder cannot be listed.
pub fn holds_book(volume: &dyn Volume, folder: &Path) -> Result<bool, StoreError> {
    let names: BTreeSet<PathBuf> = files::list(volume, folder)?.into_iter().collect();
    let tables = SHELVES.iter().flat_map(|s| [whole_file(Side::Book, s), s.file.to_owned()]);
    Ok(tables.chain([book_file::NAME.to_owned()]).any(|name| names.contains(&folder.join(name))))
}
