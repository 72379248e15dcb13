//! Opening a book: the lock, the header, every table on several threads. What cannot be read is listed, and then the
//! book may only be looked at. Knows the model.

mod doubled;
mod header;
mod journal;
mod parts;
mod tables;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::book_file::Meta;
use super::disk::{Access, Disk, Models, Side, holds_book};
use super::error::{Doing, StoreError};
use super::fault::Fault as Deliberate;
use super::journal::{Entry, Head, Journal, Journaled, Tail};
use super::lock::Lock;
use super::past;
use super::replay::Conflict;
use super::volume::{Drive, Volume};
use super::{atomic, files};
pub(super) use doubled::doubled_in;
use parts::list;

/// What a book is opened for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To change it, when nobody else does.
    Write,
    /// To look at it only.
    Look,
}

/// Something that the user is told when a book opens, and that needs nothing done.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// A file was changed by something else than this program since the last save; it was read as it is.
    EditedOutside {
        /// The file.
        file: PathBuf,
    },
    /// Comments stand among the data of a file, where they have no place: the next save of the file drops them.
    CommentsInside {
        /// The file.
        file: PathBuf,
        /// The lines, from 1, where they begin.
        lines: Vec<usize>,
    },
    /// `book.ron` is not there: the book has no name and no owner.
    NoHeader,
    /// The file system has no locks: nothing keeps a second program from writing.
    NoLocks,
    /// The files are those of an earlier save: a checkout, or a copy that was put back.
    OlderFiles {
        /// The number of the last change that they have.
        files: u64,
        /// The number of the last change that was saved, as the journal has it.
        journal: u64,
    },
    /// So many steps that were not saved were taken up again from the journal.
    TakenUp(usize),
    /// The journal ends in half a line, which was never confirmed: it is left out.
    JournalTorn {
        /// The line, from 1.
        line: usize,
    },
    /// A record was changed by somebody else too, in a way that does not go with ours.
    Conflict(Box<Conflict>),
    /// Steps of earlier saves cannot be read: undo does not reach back to them.
    HistoryUnread(Box<StoreError>),
    /// Forms that were being filled cannot be read: their file was given this name.
    FormsAside {
        /// The file as it is called now.
        file: PathBuf,
        /// Why it cannot be read.
        why: Box<StoreError>,
    },
    /// Forms that are being filled are not kept: something is in the way.
    FormsBarred(Box<StoreError>),
}

/// How far a piece of work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is done, in parts that are about alike.
    pub done: u64,
    /// All that is to be done.
    pub total: u64,
}

/// A book as it was opened.
#[derive(Debug)]
pub struct Opened {
    /// What the book says of itself.
    pub meta: Meta,
    /// Book and baseline.
    pub models: Models,
    /// The folder: what is saved goes there.
    pub disk: Disk,
    /// What the user is told.
    pub notices: Vec<Notice>,
    /// The journal, to be appended to.
    pub journal: Journal,
    /// What was done and saved, the oldest first, as far back as it is kept at hand.
    pub past: Vec<Entry>,
}

/// Opens the book in `folder`. A book that is held by somebody else, newer than this program or in part unreadable
/// is opened for looking: the access says why.
///
/// # Errors
/// [`StoreError::NoBook`] when there is none; else what the system says of the folder.
pub fn open(
    volume: &Drive,
    folder: &Path,
    purpose: Purpose,
    progress: &mut dyn FnMut(Progress),
) -> Result<Opened, StoreError> {
    let none = || StoreError::NoBook { folder: folder.to_owned() };
    let is_there = match volume.is_folder(folder) {
        Ok(is_folder) => is_folder,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => false,
        Err(error) => return Err(StoreError::system(Doing::Read, folder, &error)),
    };
    let folder = if is_there { files::real(&**volume, folder)? } else { return Err(none()) };
    if !holds_book(&**volume, &folder)? {
        return Err(none());
    }
    let (lock, refused) = match purpose {
        Purpose::Look => (None, Vec::new()),
        Purpose::Write => {
            let lock = may_write(&**volume, &folder).and_then(|()| volume.lock(&folder));
            lock.map_or_else(|e| (None, vec![e]), |lock| (Some(lock), Vec::new()))
        }
    };
    let mut opening = Opening::new(volume.clone(), folder, refused);
    opening.read(lock.as_ref(), progress);
    Ok(opening.finish(lock))
}

struct Opening {
    disk: Disk,
    models: Models,
    /// The models as they stand in the files.
    saved: Models,
    troubles: Vec<StoreError>,
    notices: Vec<Notice>,
    journaled: Journaled,
}

impl Opening {
    fn new(volume: Drive, folder: PathBuf, troubles: Vec<StoreError>) -> Self {
        let disk = Disk::new(volume, folder, Access::Look(Vec::new()));
        let journaled = Journaled { head: Head { id: 0, after: 0 }, entries: Vec::new(), tail: Tail::Whole };
        let (models, saved) = (Models::default(), Models::default());
        Self { disk, models, saved, troubles, notices: Vec::new(), journaled }
    }

    fn read(&mut self, lock: Option<&Lock>, progress: &mut dyn FnMut(Progress)) {
        self.read_header();
        let mut parts = Vec::new();
        for side in Side::ALL {
            match list(&*self.disk.volume, &self.disk.folder_of(side), lock) {
                Ok(names) => parts.extend(self.find(side, &names, lock)),
                Err(error) => self.troubles.push(error),
            }
        }
        if !Deliberate::TrustFolders.is_in_force() {
            // A save that failed may have put names there that the disk does not have yet.
            let folders = parts.iter().map(|part| atomic::folder_of(&part.path).to_owned());
            self.disk.unsynced.extend(folders);
        }
        self.expect_listed(&parts);
        self.read_parts(&parts, progress);
        self.saved = self.models.clone();
        self.read_journal();
    }

    fn finish(mut self, lock: Option<Lock>) -> Opened {
        if matches!(lock, Some(Lock::Unsupported)) {
            self.notices.push(Notice::NoLocks);
        }
        let is_ours = lock.is_some() && self.troubles.is_empty();
        let journal = self.journal(is_ours);
        let first = journal.entries().first().map_or(journal.last() + 1, |first| first.seq);
        let (past, unread) = past::before(&self.disk.volume, &self.disk.folder, first);
        self.notices.extend(unread.map(|error| Notice::HistoryUnread(Box::new(error))));
        let troubles = std::mem::take(&mut self.troubles);
        self.disk.access = match lock {
            Some(lock) if troubles.is_empty() => Access::Write(lock),
            Some(_) | None => Access::Look(troubles),
        };
        self.disk.saved = self.saved;
        let meta = self.disk.header.meta.clone();
        Opened { meta, models: self.models, disk: self.disk, notices: self.notices, journal, past }
    }
}

/// Better said before the first edit than at the first save.
fn may_write(volume: &dyn Volume, folder: &Path) -> Result<(), StoreError> {
    volume.may_write(folder).map_err(|e| StoreError::system(Doing::Create, folder, &e))
}
