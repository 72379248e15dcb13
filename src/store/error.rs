//! What can go wrong between the book and the disk: kinds, files and places, never sentences.

use std::path::{Path, PathBuf};
use std::{fmt, io};

use super::bad::BadFile;
use super::canonical::CanonicalError;
use super::lock::Holder;

/// What was being done when the system refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Making a folder.
    MakeFolder,
    /// Listing a folder.
    ListFolder,
    /// Making the new file beside the old one.
    Create,
    /// Writing into the new file.
    Write,
    /// Asking the disk to keep the new file.
    Sync,
    /// Putting the new file in the place of the old one.
    Rename,
    /// Asking the disk to keep the new name.
    SyncFolder,
    /// Opening or reading a file.
    Read,
    /// Removing a file.
    Remove,
    /// Taking the lock.
    Lock,
}

/// What the system answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cause {
    /// The kind, the same on every system.
    pub kind: io::ErrorKind,
    /// The number of the system's error, when there is one.
    pub code: Option<i32>,
}

impl From<&io::Error> for Cause {
    fn from(error: &io::Error) -> Self {
        Self { kind: error.kind(), code: error.raw_os_error() }
    }
}

/// Why reading or saving a book failed; every kind names the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StoreError {
    /// The system refused.
    System {
        /// What was being done.
        doing: Doing,
        /// With which file or folder.
        path: PathBuf,
        /// What the system answered.
        cause: Cause,
    },
    /// A link stands where a file or folder of the book belongs.
    Link {
        /// The link.
        path: PathBuf,
    },
    /// Something that is no plain file stands where a file of the book belongs.
    NotAFile {
        /// What stands there.
        path: PathBuf,
    },
    /// A file is larger than this program reads.
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size in bytes.
        bytes: u64,
        /// The largest size that is read, in bytes.
        limit: u64,
    },
    /// Another program has the book open for writing.
    Held(Holder),
    /// A file was written by a newer version of the program.
    Newer {
        /// The file.
        path: PathBuf,
        /// The format of the file.
        found: u32,
        /// The newest format that this program knows.
        known: u32,
    },
    /// The content of a file is not what belongs there.
    Bad(Box<BadFile>),
    /// A file is not as it was when it was read: somebody else changed, added or removed it.
    ChangedOnDisk {
        /// The file.
        file: PathBuf,
    },
    /// What was written does not read back as what was meant; the old file stands.
    ReadBack {
        /// The file.
        path: PathBuf,
    },
    /// The book was opened for reading only.
    ReadOnly {
        /// The folder of the book.
        folder: PathBuf,
    },
    /// The book lists a file that is not there.
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// Steps of earlier saves are not there: the history ends behind them.
    Hole {
        /// The file that goes on further back.
        path: PathBuf,
        /// The numbers of the first and the last change that is not there.
        gone: (u64, u64),
    },
    /// The book holds a value that has no place in a file: a defect of the program.
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What has no form.
        why: CanonicalError,
    },
    /// There is no book in the folder.
    NoBook {
        /// The folder.
        folder: PathBuf,
    },
    /// There is a book in the folder already.
    Exists {
        /// The folder.
        folder: PathBuf,
    },
}

impl StoreError {
    /// The system's refusal while `doing` something with `path`.
    pub fn system(doing: Doing, path: &Path, error: &io::Error) -> Self {
        Self::System { doing, path: path.to_owned(), cause: Cause::from(error) }
    }
}

impl fmt::Display for StoreError {
    /// For logs and tests; the sentences for people are elsewhere.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for StoreError {}
