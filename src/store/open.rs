//! Opening a book: the lock, the header, every table on several threads. What cannot be read is listed, and then the
//! book may only be looked at. Knows the model.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use crate::model::Record;

use super::bad::{BadFile, Fault, Subject};
use super::book_file::{self, Hash, Header, Meta};
use super::comments::{self, Comments};
use super::disk::{
    Access, Disk, Known, Models, Side, holds_book, shard_file, shard_folder, table_folder, whole_file,
};
use super::error::{Doing, StoreError};
use super::fault::Fault as Deliberate;
use super::files::{self, Stamp};
use super::journal::{self, Entry, Head, Journal, Journaled, Tail};
use super::lock::Lock;
use super::past;
use super::replay::{Conflict, replay};
use super::stored::{SHELVES, Shelf};
use super::volume::{Drive, Volume};
use super::{atomic, header, reader, work};

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
    /// So many steps that were not saved were taken up again from the journal.
    TakenUp(usize),
    /// The journal ends in half a line, which was never confirmed: it was cut off.
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

/// One file of a table.
struct Part {
    name: String,
    path: PathBuf,
    side: Side,
    table: &'static Shelf,
}

struct Content {
    hash: Hash,
    stamp: Stamp,
    comments: Comments,
    rows: Vec<Record>,
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
        self.expect_listed(&parts);
        self.read_parts(&parts, progress);
        self.saved = self.models.clone();
        self.read_journal();
    }

    fn read_journal(&mut self) {
        let path = self.disk.path(journal::NAME);
        match journal::read(&*self.disk.volume, &path) {
            Ok(Some(found)) => self.take_up(&path, found),
            Ok(None) => self.journaled.head.after = self.disk.header.taken.seq,
            Err(error) => self.troubles.push(error),
        }
    }

    /// Brings the models to where the journal left them. What a save took over of this very journal is in the files; of
    /// another journal nothing is known, and the states of its records tell.
    fn take_up(&mut self, path: &Path, found: Journaled) {
        let taken = self.disk.header.taken;
        let is_known = found.head.id == taken.journal || Deliberate::NumbersAlone.is_in_force();
        let known = if is_known { taken.seq } else { 0 };
        let fresh = || found.entries.iter().filter(|entry| entry.seq > known);
        let steps = || fresh().filter_map(|entry| entry.deed.applied());
        let book = steps().flat_map(|step| &step.changes);
        let mut conflicts = replay(&mut self.models.book, book);
        let baseline = steps().flat_map(|step| &step.baseline);
        conflicts.extend(replay(&mut self.models.baseline, baseline));
        self.notices.extend(conflicts.into_iter().map(|conflict| Notice::Conflict(Box::new(conflict))));
        match steps().count() {
            0 => {}
            steps => self.notices.push(Notice::TakenUp(steps)),
        }
        match found.tail {
            Tail::Whole => {}
            Tail::Torn(line) => self.notices.push(Notice::JournalTorn { line }),
            Tail::Damaged(line, later) => {
                self.troubles.push(reader::fault_at(path, line, 1, Fault::JournalLine(later)));
            }
        }
        self.journaled = found;
    }

    fn read_header(&mut self) {
        let path = self.disk.path(book_file::NAME);
        match read_header(&*self.disk.volume, &path) {
            Ok(Some(FoundHeader { header, is_as_written, known, comments })) => {
                self.disk.header = header;
                if !is_as_written {
                    // How far it says that this journal was saved is not to be relied on either: the states of the
                    // records tell.
                    self.disk.header.taken.journal = 0;
                    self.disk.stale.insert(book_file::NAME.to_owned());
                    self.notices.push(Notice::EditedOutside { file: path.clone() });
                }
                self.disk.known.insert(book_file::NAME.to_owned(), known);
                self.note_comments(book_file::NAME, comments);
            }
            Ok(None) => self.notices.push(Notice::NoHeader),
            Err(error) => self.troubles.push(error),
        }
    }

    fn find(&mut self, side: Side, names: &[PathBuf], lock: Option<&Lock>) -> Vec<Part> {
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
    fn expect_listed(&mut self, parts: &[Part]) {
        let stands_for =
            |part: &Part, name: &str| part.name == name || whole_file(part.side, part.table) == name;
        let gone = |name: &&String| !parts.iter().any(|part| stands_for(part, name));
        let listed = self.disk.header.listing.keys();
        self.troubles.extend(
            listed.filter(gone).map(|name| StoreError::Missing { path: self.disk.folder.join(name) }),
        );
    }

    /// The rows go into the model in the order of the files, whichever thread is first: a book always opens alike.
    fn read_parts(&mut self, parts: &[Part], progress: &mut dyn FnMut(Progress)) {
        let total = parts.len() as u64;
        let mut waiting = BTreeMap::new();
        let mut next = 0;
        progress(Progress { done: 0, total });
        let volume = self.disk.volume.clone();
        let read = |part: &Part| read_part(&*volume, part);
        work::in_parallel(volume.threads(), parts, read, |at, content| {
            waiting.insert(at, content);
            while let Some(content) = waiting.remove(&next) {
                self.take_in(&parts[next], content);
                next += 1;
                progress(Progress { done: next as u64, total });
            }
            ControlFlow::Continue(())
        });
    }

    fn take_in(&mut self, part: &Part, content: Result<Content, StoreError>) {
        let Content { hash, stamp, comments, rows } = match content {
            Ok(content) => content,
            Err(error) => return self.troubles.push(error),
        };
        if self.disk.header.listing.get(&part.name).is_some_and(|saved| *saved != book_file::hash_text(hash))
        {
            self.notices.push(Notice::EditedOutside { file: part.path.clone() });
        }
        self.disk.known.insert(part.name.clone(), Known { hash, stamp: Some(stamp) });
        self.note_comments(&part.name, comments);
        let is_shard = part.name != whole_file(part.side, part.table);
        let mut doubles = Vec::new();
        for (row, record) in rows.into_iter().enumerate() {
            if is_shard {
                self.note_home(part, &record);
            }
            if let Some(old) = self.put(part, record) {
                doubles.push((row, old));
            }
        }
        self.troubles.extend(doubled(&*self.disk.volume, part, &doubles));
    }

    /// What people wrote above the data is written back; what they wrote elsewhere they are told of.
    fn note_comments(&mut self, name: &str, comments: Comments) {
        if !comments.head.is_empty() {
            self.disk.heads.insert(name.to_owned(), comments.head);
        }
        if !comments.inside.is_empty() {
            let file = self.disk.path(name);
            self.notices.push(Notice::CommentsInside { file, lines: comments.inside });
        }
    }

    /// A record that a person moved to another shard goes home at the next save of either.
    fn note_home(&mut self, part: &Part, record: &Record) {
        let home = (part.table.shard_of)(record).map(|shard| shard_file(part.side, part.table, shard));
        if let Some(home) = home.filter(|home| *home != part.name) {
            self.disk.stale.extend([home, part.name.clone()]);
        }
    }

    /// Puts a record into its model; returns the one that was there with its id.
    fn put(&mut self, part: &Part, record: Record) -> Option<Record> {
        let model = match part.side {
            Side::Book => &mut self.models.book,
            Side::Baseline => &mut self.models.baseline,
        };
        model.put(record)
    }

    /// The journal to go on with. Entries that a save took over before it could let them go are let go now.
    fn journal(&mut self, is_ours: bool) -> Journal {
        let Journaled { head, entries, .. } = std::mem::replace(
            &mut self.journaled,
            Journaled { head: Head { id: 0, after: 0 }, entries: Vec::new(), tail: Tail::Whole },
        );
        let taken = self.disk.header.taken;
        let is_late = head.id == taken.journal && entries.first().is_some_and(|first| first.seq <= taken.seq);
        let mut journal = Journal::new(&self.disk.volume, &self.disk.folder, head, entries);
        if is_ours && is_late {
            self.troubles.extend(journal.retire(taken.seq, self.disk.header.generation, &[]).err());
        }
        journal
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

/// What is in a folder, without what a crash left there.
fn list(volume: &dyn Volume, folder: &Path, lock: Option<&Lock>) -> Result<Vec<PathBuf>, StoreError> {
    lock.map_or(Ok(()), |_| atomic::sweep(volume, folder))?;
    files::list(volume, folder)
}

struct FoundHeader {
    header: Header,
    is_as_written: bool,
    known: Known,
    comments: Comments,
}

fn read_header(volume: &dyn Volume, path: &Path) -> Result<Option<FoundHeader>, StoreError> {
    let Some((bytes, stamp)) = files::read_stamped(volume, path)? else { return Ok(None) };
    let hash = book_file::hash(&bytes);
    let comments = comments::of(&bytes);
    let (header, is_as_written) = book_file::read_summed(path, bytes)?;
    Ok(Some(FoundHeader { header, is_as_written, known: Known { hash, stamp: Some(stamp) }, comments }))
}

fn read_part(volume: &dyn Volume, part: &Part) -> Result<Content, StoreError> {
    let missing = || StoreError::Missing { path: part.path.clone() };
    let (bytes, stamp) = files::read_stamped(volume, &part.path)?.ok_or_else(missing)?;
    let hash = book_file::hash(&bytes);
    let comments = comments::of(&bytes);
    Ok(Content { hash, stamp, comments, rows: (part.table.read)(&part.path, bytes)? })
}

/// So many doubled ids of a file are told; each costs a look through it.
const MOST_DOUBLES: usize = 20;

/// Rare enough that the file is read once more to say where.
fn doubled(volume: &dyn Volume, part: &Part, doubles: &[(usize, Record)]) -> Vec<StoreError> {
    if doubles.is_empty() {
        return Vec::new();
    }
    let bytes = files::read(volume, &part.path).ok().flatten().unwrap_or_default();
    let told = doubles.iter().take(MOST_DOUBLES);
    told.map(|(row, old)| doubled_in(&part.path, part.table, bytes.clone(), *row, old)).collect()
}

/// That a record of a file, the n-th from 0, has the id of one that is there already.
pub(super) fn doubled_in(path: &Path, table: &Shelf, bytes: Vec<u8>, row: usize, old: &Record) -> StoreError {
    let rows = (table.read)(path, bytes.clone()).unwrap_or_default();
    let text = header::text(bytes).unwrap_or_default();
    let (line, column) = (table.place)(&text, row).unwrap_or((1, 1));
    let first = rows.iter().take(row).position(|record| record.key() == old.key()).map(|first| first + 1);
    let subject = Subject { row: row + 1, id: Some(old.key().id_text().into()), name: None };
    StoreError::Bad(Box::new(BadFile {
        file: path.to_owned(),
        line,
        column,
        record: Some(subject),
        field: None,
        fault: Fault::DoubledId(first),
    }))
}
