//! The program as the store sees it, and a life of a book.

use std::sync::Mutex;

use super::super::journal::Head;
use super::super::sim::Sim;
use super::super::*;
use super::{drive, folder};
use crate::model::{Change, Customer, Guid, Moment, TenantId, Transaction, Verb};

/// What the program does with the store, without its screens: an edit is journaled, a failure calls for a save, a save
/// takes over what it holds.
pub(super) struct Client {
    pub(super) disk: Disk,
    pub(super) journal: Mutex<Journal>,
    pub(super) models: Models,
    /// The states of the book: after so many edits.
    pub(super) states: Vec<Models>,
    pub(super) done: Vec<Transaction>,
    pub(super) undone: Vec<Transaction>,
    pub(super) seq: u64,
    pub(super) confirmed: u64,
    pub(super) waiting: Vec<Entry>,
    pub(super) failed: bool,
    /// The journal failed at some time: then the history may lack a beginning.
    pub(super) had_trouble: bool,
}

impl Client {
    /// A book that was saved once, on a disk that has it.
    pub(super) fn new(sim: &Sim) -> Self {
        let mut disk = Disk::create(&drive(sim), folder()).unwrap();
        let models = Models { book: (1..=3).map(|n| customer(n, "first")).collect(), ..Models::default() };
        let _ = disk.save(&Meta::default(), &models, Taken::default(), &mut |_| {}).unwrap();
        let journal = Journal::new(&drive(sim), folder(), Head { id: 0, after: 0 }, Vec::new());
        Self {
            disk,
            journal: Mutex::new(journal),
            states: vec![models.clone()],
            models,
            done: Vec::new(),
            undone: Vec::new(),
            seq: 0,
            confirmed: 0,
            waiting: Vec::new(),
            failed: false,
            had_trouble: false,
        }
    }

    fn edit(&mut self, step: Transaction, deed: fn(Transaction) -> Deed) {
        write(&mut self.models.book, &step.changes);
        write(&mut self.models.baseline, &step.baseline);
        self.states.push(self.models.clone());
        self.seq += 1;
        let entry = Entry { seq: self.seq, at: Moment::from_seconds(0), deed: deed(step) };
        self.waiting.push(entry);
        self.flush();
    }

    fn flush(&mut self) {
        let appended = self.journal.get_mut().unwrap().append(self.waiting.clone());
        match appended {
            Ok(_) => (self.confirmed, self.waiting, self.failed) = (self.seq, Vec::new(), false),
            Err(_) if self.failed => {}
            Err(_) => {
                self.failed = true;
                self.save();
            }
        }
    }

    pub(super) fn save(&mut self) {
        let models = self.models.clone();
        self.save_of(&models, self.seq);
    }

    /// A save of an earlier state, as when edits came while it ran.
    pub(super) fn save_of(&mut self, models: &Models, seq: u64) {
        let saved = save_over(
            &mut self.disk,
            &self.journal,
            &Meta::default(),
            models,
            seq,
            &self.waiting,
            &mut |_| {},
        );
        if saved.is_ok() {
            self.confirmed = self.confirmed.max(seq);
            self.waiting.retain(|entry| entry.seq > seq);
            self.failed = false;
            self.flush();
        }
    }

    pub(super) fn set(&mut self, n: u64, name: &str) {
        let change = named(&self.models.book, n, name);
        self.does(Transaction::new(Verb::Edit, vec![change]));
    }

    fn does(&mut self, step: Transaction) {
        self.done.push(step.clone());
        self.undone.clear();
        self.edit(step, Deed::Did);
    }

    pub(super) fn undo(&mut self) {
        let step = self.done.pop().unwrap();
        self.undone.push(step.clone());
        self.edit(step.inverse(), Deed::Undid);
    }

    pub(super) fn redo(&mut self) {
        let step = self.undone.pop().unwrap();
        self.done.push(step.clone());
        self.edit(step, Deed::Redid);
    }

    /// The program is started again, and goes on with what it finds.
    pub(super) fn goes_on(&mut self, opened: Opened) -> Result<(), String> {
        self.is_told_of(&opened)?;
        self.states.truncate(usize::try_from(opened.journal.last()).unwrap() + 1);
        self.seq = opened.journal.last();
        (self.disk, self.journal, self.models) = (opened.disk, Mutex::new(opened.journal), opened.models);
        (self.done, self.undone, self.waiting) = (Vec::new(), Vec::new(), Vec::new());
        self.had_trouble |= self.failed;
        self.failed = false;
        Ok(())
    }

    /// The book is where its history ends: there is no step in it that the history does not have.
    pub(super) fn is_told_of(&self, opened: &Opened) -> Result<(), String> {
        let last = usize::try_from(opened.journal.last()).unwrap();
        if self.states.get(last) == Some(&opened.models) {
            return Ok(());
        }
        let is_at = self.states.iter().position(|state| *state == opened.models);
        Err(format!("the journal ends with edit {last}, the book is at {is_at:?}"))
    }

    pub(super) fn journal_never_failed(&self) -> bool {
        !self.failed
            && !self.had_trouble
            && self.waiting.is_empty()
            && self.journal.lock().unwrap().last() >= self.confirmed
    }

    /// An import changes the baseline too.
    pub(super) fn import(&mut self, n: u64) {
        self.does(Transaction {
            verb: Verb::Import,
            changes: vec![named(&self.models.book, n, "imported")],
            baseline: vec![named(&self.models.baseline, n, "imported")],
        });
    }
}

/// A life of a book: edits, an undo, an import, saves, and an edit that comes while a save runs.
pub(super) fn live(client: &mut Client) {
    client.set(1, "Nordlys");
    client.set(2, "two\nlines");
    client.save();
    client.set(1, "O'Neil");
    client.undo();
    client.import(7);
    let (models, seq) = (client.models.clone(), client.seq);
    client.set(2, "while it is saved");
    client.save_of(&models, seq);
    client.set(8, "new");
    client.set(1, "last but one");
    client.save();
    client.set(1, "last");
}

pub(super) fn customer(n: u64, name: &str) -> crate::model::Record {
    Customer { tenant: TenantId(Guid::own(n)), name: name.into(), ..Customer::default() }.into()
}

/// A customer gets a name, and is made if it is not there.
fn named(model: &crate::model::Model, n: u64, name: &str) -> Change {
    let before = model.get(customer(n, "").key());
    let after = match &before {
        Some(crate::model::Record::Customer(old)) => Customer { name: name.into(), ..old.clone() }.into(),
        _ => customer(n, name),
    };
    Change { before, after: Some(after) }
}

fn write(model: &mut crate::model::Model, changes: &[Change]) {
    for change in changes {
        match (&change.after, change.key()) {
            (Some(after), _) => drop(model.put(after.clone())),
            (None, Some(key)) => drop(model.take(key)),
            (None, None) => {}
        }
    }
}

impl FromIterator<crate::model::Record> for crate::model::Model {
    fn from_iter<I: IntoIterator<Item = crate::model::Record>>(records: I) -> Self {
        let mut model = Self::default();
        records.into_iter().for_each(|record| drop(model.put(record)));
        model
    }
}
