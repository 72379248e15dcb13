//! Opening the book that is meant, to look at it or to write it.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::around::Around;
use super::fail::{Exit, Fail, exit_of};
use super::look::name_of;
use super::out::Out;
use super::table::About;
use crate::app::Reading;
use crate::config::{self, NotABook};
use crate::edit::{Book, Receipt};
use crate::model::{TenantId, Transaction, show};
use crate::store::journal::Head;
use crate::store::{self, Deed, Disk, Entry, Journal, Meta, Models, Past, Purpose, Saved, StoreError};
use crate::tui::jobs;

impl Around {
    /// The folder of the book that is meant.
    ///
    /// # Errors
    /// When it is neither a name nor a path.
    pub fn folder(&self, argument: Option<&OsStr>) -> Result<PathBuf, Fail> {
        config::folder_of(&self.config, self.name_of_book(argument))
            .map_err(|NotABook(name)| Fail::new(Exit::Usage, (self.lang.commands().not_a_book)(&name.show())))
    }

    /// The failure of what the disk refused.
    pub fn refused(&self, error: &StoreError) -> Fail {
        let words = self.lang.store_error(error);
        let hint = match error {
            StoreError::NoBook { .. } => vec![self.lang.commands().make_book.to_owned()],
            _ => Vec::new(),
        };
        Fail::Said(exit_of(error), [vec![words], hint].concat())
    }
}

/// A book that may be written.
pub struct Desk {
    /// The records, judged.
    pub book: Book,
    /// What the book says of itself.
    pub meta: Meta,
    disk: Disk,
    journal: Mutex<Journal>,
    seq: u64,
    /// What was done and the journal has not confirmed.
    waiting: Vec<Entry>,
}

impl Desk {
    /// Opens a book to write it.
    ///
    /// # Errors
    /// When there is none, or somebody else has it, or some of it cannot be read.
    pub fn open(around: &Around, folder: &Path, out: &mut Out) -> Result<Self, Fail> {
        let opened = store::open(&store::machine(), folder, Purpose::Write, &mut |_| {})
            .map_err(|e| around.refused(&e))?;
        let meta = opened.meta.clone();
        let Reading { book, desk, draft, refused, notices, .. } =
            jobs::reading(folder, opened, around.today());
        if let Some(first) = refused.first() {
            let lines = refused.iter().map(|error| around.lang.store_error(error)).collect();
            return Err(Fail::Said(exit_of(first), lines));
        }
        notices.iter().for_each(|notice| out.say(&around.lang.store_notice(notice)));
        let not_opened = || Fail::new(Exit::Own, around.lang.commands().not_opened);
        let disk = own(desk.disk).ok_or_else(not_opened)?;
        let journal = Mutex::new(own(desk.journal).ok_or_else(not_opened)?);
        Ok(Self { book, meta, disk, journal, seq: draft.seq, waiting: Vec::new() })
    }

    /// Makes a new book; the first save writes it.
    ///
    /// # Errors
    /// When there is one already, or its folder cannot be made.
    pub fn create(around: &Around, folder: &Path) -> Result<Self, Fail> {
        let disk = Disk::create(&store::machine(), folder).map_err(|e| around.refused(&e))?;
        let name = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy().into_owned();
        let meta = Meta { name: name.into(), ..Meta::default() };
        let head = Head { id: 0, after: 0 };
        let journal = Mutex::new(Journal::new(&store::machine(), disk.folder(), head, Vec::new()));
        let book = Book::new(crate::model::Model::default(), around.today());
        Ok(Self { book, meta, disk, journal, seq: 0, waiting: Vec::new() })
    }

    /// Remembers whose book it is, unless it is known.
    pub fn belongs_to(&mut self, us: Option<TenantId>) {
        self.meta.us = self.meta.us.or(us);
    }

    /// Does a step, and confirms it in the journal: undo reaches back to what commands did, too.
    ///
    /// # Errors
    /// When the step is refused, or the disk refuses the journal.
    pub fn commit(&mut self, around: &Around, step: Transaction) -> Result<Receipt, Fail> {
        let receipt = self.book.commit(step);
        let receipt = receipt.map_err(|_| Fail::new(Exit::Refused, around.lang.commands().refused))?;
        self.confirm(around, Deed::Did(receipt.entry.clone())).map_err(|error| around.refused(&error))?;
        Ok(receipt)
    }

    /// Waits until the disk has what was done with the book: it is confirmed then. Where the journal fails, only a save
    /// into new files can confirm it.
    ///
    /// # Errors
    /// When neither succeeds: then it is not confirmed, and an opening tells whether it is there.
    pub fn confirm(&mut self, around: &Around, deed: Deed) -> Result<(), StoreError> {
        self.confirm_all(around, vec![deed]).map(drop)
    }

    /// The same for several steps, with one sync.
    ///
    /// # Errors
    /// As [`Self::confirm`].
    pub fn confirm_all(&mut self, around: &Around, deeds: Vec<Deed>) -> Result<Vec<Entry>, StoreError> {
        let numbered = (self.seq + 1..).zip(deeds);
        let entries: Vec<Entry> = numbered.map(|(seq, deed)| Entry { seq, at: around.now(), deed }).collect();
        self.seq += entries.len() as u64;
        self.waiting.extend(entries.clone());
        let waiting = self.waiting.clone();
        // Whether the disk promises to keep it, the save that follows tells.
        match self.journal().append(waiting) {
            Ok(_) => self.waiting.clear(),
            Err(_) => drop(self.write()?),
        }
        Ok(entries)
    }

    /// All that was done to the book.
    pub fn past(&mut self) -> Past {
        let waiting = self.waiting.clone();
        self.journal().past(&waiting)
    }

    /// Reads so much of the history that so many steps can be taken back. Returns the number of the oldest change that was
    /// read, when not all at hand was enough.
    pub fn reach(&mut self, steps: usize) -> Option<u64> {
        let journal = self.journal.get_mut().unwrap_or_else(PoisonError::into_inner);
        jobs::reach(&mut self.book, journal, &self.waiting, steps)
    }

    fn journal(&mut self) -> &mut Journal {
        self.journal.get_mut().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the output is of.
    pub fn about(&self) -> About {
        About::of(name_of(&self.meta, self.disk.folder()), self.book.baseline_day())
    }

    /// Writes the book.
    ///
    /// # Errors
    /// When the disk refuses; the files are then each whole, old or new.
    pub fn save(&mut self, around: &Around) -> Result<Saved, Fail> {
        self.write().map_err(|error| around.refused(&error))
    }

    /// As [`Self::save`].
    ///
    /// # Errors
    /// As [`Self::save`].
    pub fn write(&mut self) -> Result<Saved, StoreError> {
        self.meta.baseline_on = self.book.baseline_day();
        let models = Models { book: self.book.model().clone(), baseline: self.book.baseline().clone() };
        let (disk, journal, meta) = (&mut self.disk, &self.journal, &self.meta);
        let saved = store::save_over(disk, journal, meta, &models, self.seq, &self.waiting, &mut |_| {})?;
        self.waiting.clear();
        Ok(saved)
    }

    /// Where it is, safe to show.
    pub fn place(&self) -> String {
        show(&self.disk.folder().to_string_lossy()).into_owned()
    }
}

/// What only we hold.
fn own<T>(shared: Arc<Mutex<T>>) -> Option<T> {
    Arc::into_inner(shared).map(|held| held.into_inner().unwrap_or_else(PoisonError::into_inner))
}
