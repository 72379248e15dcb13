//! Long work, done: one function per kind of job, on a snapshot of the book. Runs on a thread or, in tests, in place.

mod line;

use super::planted::{self, Place};
use crate::app::{
    Desk, Done, FileResult, Imported, Importing, Job, Judged, Keeping, Listener, Msg, Orders, Reading,
    Reopening, Restored, Saving, Sorting, Task, Written,
};
use crate::edit::Book;
use crate::edit::moving::check;
use crate::exchange::{self, Import, Refusal, SIZE_CAP, Unreadable};
use crate::model::{Day, Transaction, show};
use crate::rules::{Findings, Look, Progress};
use crate::store::backup::Backup;
use crate::store::disk::Heads;
use crate::store::foreign::{self, Accept, Foreign};
use crate::store::forms::{Found, Sitting};
use crate::store::journal::Head;
use crate::store::{
    self, Access, Conflict, Disk, Entry, Journal, Meta, Models, Purpose, Saved, StoreError, Taken,
};
pub use line::reach;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// So many copies of one day are told apart by a number.
const MOST_COPIES: u32 = 99;

/// So long is waited at a time for work that has the folder of a book, and so often.
const A_WAIT: Duration = Duration::from_millis(5);
const MOST_WAITS: u32 = 2000;

/// What a job needs from whoever runs it.
pub trait Teller {
    /// Tells how far it is, or what came of it.
    fn tell(&self, msg: Msg);

    /// Tells whether the work is no longer wanted.
    fn is_cancelled(&self) -> bool;
}

/// Does the work and tells what came of it. Work that was cancelled tells nothing, but what was written was written.
pub fn run(job: Job, teller: &impl Teller) {
    match &job {
        Job::Save(_) => planted::at(Place::Save),
        Job::Journal(_) | Job::Forms(_) => {}
        _ => planted::at(Place::Worker),
    }
    let done = match job {
        Job::Order(book) => Done::Ordered(Orders::of(&book)),
        Job::Save(saving) => return teller.tell(Msg::Done(save(*saving, teller))),
        Job::Journal(desk) => {
            let Some(done) = journal(&desk) else { return };
            planted::at(Place::Journaled);
            return teller.tell(Msg::Done(done));
        }
        Job::Forms(keeping) => return teller.tell(Msg::Done(forms(&keeping, teller))),
        Job::Open(folder, today) => {
            open(&folder, today, teller).map_or_else(Done::NotOpened, |r| Done::Opened(Box::new(r)))
        }
        Job::Reopen(reopening) => reopened(*reopening, teller),
        Job::Backups { folder, offered } => store::backup::list(&store::machine(), &folder)
            .map_or_else(|error| Done::NotRestored(vec![error]), |found| Done::Backups(found, offered)),
        Job::Restore(backup) => restored(backup),
        Job::Rescue { folder, backup, today } => {
            return teller.tell(Msg::Done(rescued(&folder, backup, today, teller)));
        }
        Job::Import(importing) => match import(*importing, teller) {
            Some(imported) => Done::Imported(Box::new(imported)),
            None => return,
        },
        Job::Agenda(gathering) => {
            let goes_on = |done, of| {
                teller.tell(Msg::Progress(Task::Agenda, done, of));
                !teller.is_cancelled()
            };
            let Some(gathered) = gathering.run(goes_on) else { return };
            Done::Gathered(Box::new(gathered))
        }
        Job::History(paging) => match paging.run(|| !teller.is_cancelled()) {
            Some(page) => Done::Paged(Box::new(page)),
            None => return,
        },
        Job::Moment(looking) => {
            let asked = looking.asked;
            match looking.run(|| !teller.is_cancelled()) {
                Some(moved) => Done::Moved(asked, moved),
                None => return,
            }
        }
        Job::Dig(digging) => Done::Dug(Box::new(line::dug(&digging))),
        Job::Transfer(sorting) => {
            let Sorting { mut book, wish, left_out } = *sorting;
            Done::Sorted(Box::new(check(&mut book, &wish, &left_out)))
        }
        Job::Judge(judging) => return judging.run(&Hears(teller)),
        Job::Bulk(bulking) => match bulking.run(&|| teller.is_cancelled()) {
            Some(done) => done,
            None => return,
        },
    };
    if !teller.is_cancelled() {
        teller.tell(Msg::Done(done));
    }
}

/// Whoever tells hears what a picker's worker finds.
struct Hears<'a, T>(&'a T);

impl<T: Teller> Listener for Hears<'_, T> {
    fn hears(&self, asked: u64, judged: Judged) {
        self.0.tell(Msg::Judged(asked, judged));
    }

    fn progress(&self, done: usize, of: usize) {
        self.0.tell(Msg::Progress(Task::Judge, done, of));
    }

    fn is_gone(&self) -> bool {
        self.0.is_cancelled()
    }
}

fn progress(teller: &impl Teller, task: Task) -> impl FnMut(store::Progress) + '_ {
    let part = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
    move |at| teller.tell(Msg::Progress(task, part(at.done), part(at.total)))
}

fn save(saving: Saving, teller: &impl Teller) -> Done {
    let meta = Meta { name: saving.name.as_str().into(), us: saving.us, baseline_on: saving.baseline_day };
    let models = Models { book: saving.model, baseline: saving.baseline };
    let mut progress = progress(teller, Task::Save);
    match (saving.desk, saving.copy) {
        (Some(desk), false) => {
            let saved = store::save_over(
                &mut held(&desk.disk),
                &desk.journal,
                &meta,
                &models,
                saving.seq,
                &saving.missed,
                &mut progress,
            );
            let saved = saved.map(|saved| (saved, None)).map_err(|why| graver(&desk, why));
            written(saved, saving.position, saving.seq)
        }
        (None, false) => {
            let made = created(&saving.folder, &meta, &models, &saving.missed, &mut progress);
            written(made, saving.position, saving.seq)
        }
        (desk, true) => {
            let heads = desk.map(|desk| held(&desk.disk).heads().clone()).unwrap_or_default();
            match copied(&saving.folder, &meta, &models, &heads, &mut progress) {
                Ok(folder) => Done::Copied(saving.seq, show(&folder.to_string_lossy()).into_owned()),
                Err(error) => Done::NotSaved(error),
            }
        }
    }
}

/// Writes a copy into a folder of this name; where there is a book already, an earlier copy, into one with a number.
fn copied(
    folder: &Path,
    meta: &Meta,
    models: &Models,
    heads: &Heads,
    progress: &mut dyn FnMut(store::Progress),
) -> Result<PathBuf, StoreError> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let mut at = folder.to_owned();
    for number in 2..=MOST_COPIES {
        match store::save_copy(&store::machine(), &at, meta, models, heads.clone(), progress) {
            Err(StoreError::Exists { .. }) => {
                at = folder.with_file_name(format!("{name}-{number}"));
            }
            written => return written.map(|_| at),
        }
    }
    Err(StoreError::Exists { folder: at })
}

/// Why a save failed. When the folder is gone, and the journal that has the steps with it, that is what is told.
fn graver(desk: &Desk, why: StoreError) -> StoreError {
    let file = held(&desk.disk).folder().join(store::journal::NAME);
    let is_needed =
        matches!(why, StoreError::ChangedOnDisk { .. }) && !held(&desk.journal).entries().is_empty();
    let is_gone = || store::machine().about(&file).is_err_and(|e| e.kind() == std::io::ErrorKind::NotFound);
    if is_needed && is_gone() { StoreError::ChangedOnDisk { file } } else { why }
}

fn created(
    folder: &Path,
    meta: &Meta,
    models: &Models,
    steps: &[Entry],
    progress: &mut dyn FnMut(store::Progress),
) -> Result<(Saved, Option<Desk>), StoreError> {
    let drive = store::machine();
    let mut disk = Disk::create(&drive, folder)?;
    let seq = steps.last().map_or(0, |last| last.seq);
    // What was done before there was a folder is history too. It goes first: should it fail, there is no book yet, and
    // the next save makes it.
    let mut journal = Journal::new(&drive, disk.folder(), Head { id: 0, after: 0 }, Vec::new());
    journal.retire(seq, disk.generation() + 1, steps)?;
    let saved = disk.save(meta, models, Taken { seq, journal: journal.id() }, progress)?;
    Ok((saved, Some(Desk::new(disk, journal))))
}

fn written(saved: Result<(Saved, Option<Desk>), StoreError>, position: u64, seq: u64) -> Done {
    saved.map_or_else(Done::NotSaved, |(Saved { files, unkept, .. }, desk)| {
        Done::Saved(Written { position, seq, files, desk, unkept })
    })
}

/// Writes what waits into the journal, all with one sync. What another thread has written meanwhile is confirmed too.
/// After a thread that had the journal panicked nothing is written: what it took from the queue is nowhere, and later
/// steps without it would be confirmed over a gap.
fn journal(desk: &Desk) -> Option<Done> {
    let mut journal = desk.journal.lock().ok()?;
    let waiting = std::mem::take(&mut *held(&desk.queue));
    planted::at(Place::Journal);
    Some(match journal.append(waiting) {
        Ok(_) => Done::Journaled(journal.last()),
        Err(error) => Done::NotJournaled(error),
    })
}

/// Keeps forms that are not confirmed. What a form came to is in the journal before its text goes from the file.
fn forms(keeping: &Keeping, teller: &impl Teller) -> Done {
    if keeping.shrinks {
        let Some(done) = journal(&keeping.desk) else { return Done::FormsHeld };
        let is_refused = matches!(done, Done::NotJournaled(_));
        teller.tell(Msg::Done(done));
        if is_refused {
            return Done::FormsHeld;
        }
    }
    let kept = held(&keeping.desk.forms).keep(keeping.number, &keeping.sittings());
    kept.map_or_else(Done::FormsNotKept, |()| Done::FormsKept)
}

/// What a mutex holds, also after a thread that had it panicked: that ends the program anyway.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Reads a book and judges every record.
///
/// # Errors
/// There is no book in the folder, or it cannot be listed.
pub fn open(folder: &Path, today: Day, teller: &impl Teller) -> Result<Reading, StoreError> {
    let opened = store::open(&store::machine(), folder, Purpose::Write, &mut progress(teller, Task::Open))?;
    Ok(reading(folder, opened, today))
}

/// Reads the open book again.
fn reopened(reopening: Reopening, teller: &impl Teller) -> Done {
    let Reopening { folder, desk, today, theirs } = reopening;
    desk.into_iter().for_each(|desk| wait_for(&desk, teller));
    open(&folder, today, teller).map_or_else(Done::NotOpened, |reading| read_again(reading, theirs))
}

/// What came of reading a book again; with the step to what stands in its files, when that is wished.
pub fn read_again(reading: Reading, theirs: bool) -> Done {
    let step = theirs.then(|| to_theirs(&reading));
    let reading = Box::new(reading);
    match step {
        Some(step) => Done::Theirs(reading, step),
        None => Done::Opened(reading),
    }
}

/// Waits until no other work has the folder: it may still write a step, and has the lock as long.
fn wait_for(desk: &Desk, teller: &impl Teller) {
    for _ in 0..MOST_WAITS {
        if Arc::strong_count(&desk.disk) == 1 || teller.is_cancelled() {
            break;
        }
        std::thread::sleep(A_WAIT);
    }
}

/// The step from a book that was read to what stands in its files.
fn to_theirs(reading: &Reading) -> Transaction {
    let disk = held(&reading.desk.disk);
    let Models { book, baseline } = disk.saved();
    let baseline = store::backup::changes(reading.book.baseline(), baseline);
    Transaction { baseline, ..reading.book.restoring(book) }
}

/// Reads a backup.
fn restored(backup: Backup) -> Done {
    match store::backup::read(&store::machine(), &backup.folder) {
        Ok(opened) => Done::Restored(Box::new(Restored { backup, opened: Box::new(opened) })),
        Err(errors) => Done::NotRestored(errors),
    }
}

/// Puts a backup in the place of the files of a book, and reads it.
fn rescued(folder: &Path, backup: Backup, today: Day, teller: &impl Teller) -> Done {
    match store::rescue::rescue(&store::machine(), folder, backup.number) {
        Ok(rescued) => open(folder, today, teller).map_or_else(Done::NotOpened, |reading| {
            Done::Rescued(Box::new(reading), Box::new(backup), rescued)
        }),
        Err(errors) => Done::NotRestored(errors),
    }
}

/// A book as it was opened, judged.
pub fn reading(folder: &Path, opened: store::Opened, today: Day) -> Reading {
    let Models { book, baseline } = opened.models;
    let findings = Findings::full(&Look { model: &book, today }, &Progress::default()).unwrap_or_default();
    let refused = match opened.disk.access() {
        Access::Write(_) => Vec::new(),
        Access::Look(why) => why.clone(),
    };
    let entries: Vec<&Entry> = opened.past.iter().chain(opened.journal.entries()).collect();
    let (history, mut draft) = line::line(&entries, opened.journal.saved(), opened.journal.last());
    let mut notices = opened.notices;
    draft.conflicts = conflicts(&notices);
    let desk = Desk::new(opened.disk, opened.journal);
    let left = if refused.is_empty() { left(&desk, &mut notices) } else { Vec::new() };
    let named = opened.meta.name.show().into_owned();
    let of_folder =
        || folder.file_name().map(|name| show(&name.to_string_lossy()).into_owned()).unwrap_or_default();
    Reading {
        book: Book::with_findings(book, baseline, findings, today)
            .dated(opened.meta.baseline_on)
            .continued(history),
        name: if named.is_empty() { of_folder() } else { named },
        folder: folder.to_owned(),
        us: opened.meta.us,
        desk,
        draft,
        refused,
        notices,
        left,
        as_of: None,
    }
}

/// The forms that an earlier run left. Only who may write the book is offered them.
fn left(desk: &Desk, notices: &mut Vec<store::Notice>) -> Vec<Sitting> {
    match held(&desk.forms).open() {
        Found::Sittings(sittings) => return sittings,
        Found::Aside(file, why) => notices.push(store::Notice::FormsAside { file, why }),
        Found::Barred(why) => notices.push(store::Notice::FormsBarred(why)),
    }
    Vec::new()
}

/// What we and somebody else both changed, of all that is told of a book.
fn conflicts(notices: &[store::Notice]) -> Vec<Conflict> {
    let of_both = |notice: &store::Notice| match notice {
        store::Notice::Conflict(conflict) => Some(Conflict::clone(conflict)),
        _ => None,
    };
    notices.iter().filter_map(of_both).collect()
}

/// Reads files and sees what they would change, all as one step; nothing when that is no longer wanted.
fn import(importing: Importing, teller: &impl Teller) -> Option<Imported> {
    let mut work = Import::new(&importing.model, &importing.baseline);
    let mut files = Vec::new();
    for path in &importing.paths {
        if teller.is_cancelled() {
            return None;
        }
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        files.push((show(&name).into_owned(), file(path, &mut work, &importing)));
    }
    Some(Imported { files, step: work.finish(), importing })
}

fn file(path: &Path, work: &mut Import, importing: &Importing) -> FileResult {
    let refused = |why| FileResult::Refused(Refusal::Unreadable(why));
    let bytes = match foreign::read(path, SIZE_CAP, Accept::Files) {
        Ok(Foreign::Bytes(bytes)) => bytes,
        Ok(Foreign::TooLarge(bytes)) => return refused(Unreadable::TooLarge { bytes }),
        Ok(Foreign::NotAFile) => return refused(Unreadable::NotAFile),
        Err(error) => return FileResult::Unreadable(error.to_string()),
    };
    match exchange::read(&bytes).map(|export| work.add(&export, importing.context)) {
        Ok(Ok(report)) => FileResult::Read(Box::new(report)),
        Ok(Err(needs)) => FileResult::Needs(needs),
        Err(refusal) => FileResult::Refused(refusal),
    }
}
