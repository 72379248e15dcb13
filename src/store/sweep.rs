//! A sweep over every call that the store makes to the disk in a life of a book: the power goes off there, or the call
//! fails, once or from then on, and the power may go off again while the book is opened. Afterwards every confirmed edit is
//! there, in order, at most followed by some that were not confirmed yet; opening twice gives the same book; undo reaches
//! as far as before. Deliberate faults of the protocol must all be caught, or the sweep proves nothing.
//!
//! `SWEEP=full cargo test --lib store::sweep -- --nocapture` tries more than ten thousand points, in minutes, and prints figures;
//! `SWEEP=night` with `--release` tries many more, for hours.

mod lives;
mod openings;
mod saves;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use rustix::io::Errno;

use super::fault::Fault;
use super::journal::{Head, NAME};
use super::sim::{Chance, Plan, Sim};
use super::*;
use crate::model::{Change, Customer, Guid, Key, Moment, TenantId, Transaction, Verb};

const FOLDER: &str = "/home/staff/books/main";

/// How much is tried.
#[derive(Clone, Copy)]
struct Effort {
    /// Crashes of each call, each with other remains.
    seeds: u64,
    /// Every so many-th call of an opening after a crash is crashed again.
    stride: u64,
    /// Every so many-th call fails, each kind of failure at others.
    every: u64,
    /// So many random lives.
    lives: u64,
    /// Whether the first fault is enough.
    one: bool,
}

impl Effort {
    fn is_done(self, figures: &Figures) -> bool {
        self.one && !figures.faults.is_empty()
    }

    fn now() -> Self {
        match std::env::var("SWEEP").as_deref() {
            Ok("night") => Self { seeds: 24, stride: 1, every: 1, lives: 40_000, one: false },
            Ok("full") => Self { seeds: 2, stride: 23, every: 3, lives: 1_600, one: false },
            Ok(_) | Err(_) => Self { seeds: 1, stride: 83, every: 12, lives: 30, one: false },
        }
    }
}

/// What the program does with the store, without its screens: an edit is journaled, a failure calls for a save, a save
/// takes over what it holds.
struct Client {
    disk: Disk,
    journal: Mutex<Journal>,
    models: Models,
    /// The states of the book: after so many edits.
    states: Vec<Models>,
    done: Vec<Transaction>,
    undone: Vec<Transaction>,
    seq: u64,
    confirmed: u64,
    waiting: Vec<Entry>,
    failed: bool,
    /// The journal failed at some time: then the history may lack a beginning.
    had_trouble: bool,
}

fn drive(sim: &Sim) -> Drive {
    Arc::new(sim.clone())
}

fn folder() -> &'static Path {
    Path::new(FOLDER)
}

impl Client {
    /// A book that was saved once, on a disk that has it.
    fn new(sim: &Sim) -> Self {
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

    fn save(&mut self) {
        let models = self.models.clone();
        self.save_of(&models, self.seq);
    }

    /// A save of an earlier state, as when edits came while it ran.
    fn save_of(&mut self, models: &Models, seq: u64) {
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

    fn set(&mut self, n: u64, name: &str) {
        let change = named(&self.models.book, n, name);
        self.does(Transaction::new(Verb::Edit, vec![change]));
    }

    fn does(&mut self, step: Transaction) {
        self.done.push(step.clone());
        self.undone.clear();
        self.edit(step, Deed::Did);
    }

    fn undo(&mut self) {
        let step = self.done.pop().unwrap();
        self.undone.push(step.clone());
        self.edit(step.inverse(), Deed::Undid);
    }

    fn redo(&mut self) {
        let step = self.undone.pop().unwrap();
        self.done.push(step.clone());
        self.edit(step, Deed::Redid);
    }

    /// The program is started again, and goes on with what it finds.
    fn goes_on(&mut self, opened: super::Opened) -> Result<(), String> {
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
    fn is_told_of(&self, opened: &super::Opened) -> Result<(), String> {
        let last = usize::try_from(opened.journal.last()).unwrap();
        if self.states.get(last) == Some(&opened.models) {
            return Ok(());
        }
        let is_at = self.states.iter().position(|state| *state == opened.models);
        Err(format!("the journal ends with edit {last}, the book is at {is_at:?}"))
    }

    /// An import changes the baseline too.
    fn import(&mut self, n: u64) {
        self.does(Transaction {
            verb: Verb::Import,
            changes: vec![named(&self.models.book, n, "imported")],
            baseline: vec![named(&self.models.baseline, n, "imported")],
        });
    }
}

/// A life of a book: edits, an undo, an import, saves, and an edit that comes while a save runs.
fn live(client: &mut Client) {
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

fn customer(n: u64, name: &str) -> crate::model::Record {
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

/// Opens the book on a disk, and says what is wrong with what is found there; nothing when all is well.
fn fault_of(sim: &Sim, client: &Client) -> Result<(), String> {
    let opened = open_on(sim)?;
    let found = &opened.models;
    let from = usize::try_from(client.confirmed).unwrap();
    let Some(reached) = (from..client.states.len()).rev().find(|n| client.states[*n] == *found) else {
        let is_at = client.states.iter().position(|state| state == found);
        return Err(format!("of {from} confirmed edits the book is at {is_at:?}"));
    };
    client.is_told_of(&opened)?;
    let seqs: Vec<u64> = opened.past.iter().chain(opened.journal.entries()).map(|entry| entry.seq).collect();
    let first = seqs.first().copied().unwrap_or_default();
    // What was never journaled, because the disk refused, can only be missing from the history as a whole beginning.
    let is_whole = seqs.iter().enumerate().all(|(n, seq)| *seq == first + n as u64);
    if !is_whole {
        return Err(format!("the history has holes: {seqs:?}"));
    }
    if client.journal_never_failed() && (seqs.len() as u64) < client.confirmed {
        return Err(format!("undo reaches {} of {} edits", seqs.len(), client.confirmed));
    }
    let again = open_on(sim)?;
    if again.models != *found || again.past.len() + again.journal.entries().len() != seqs.len() {
        return Err(format!("the second opening differs from the first, which was at {reached}"));
    }
    Ok(())
}

/// What has the number of a backup is whole, and holds what the book once held.
fn backup_fault(sim: &Sim, client: &Client) -> Result<(), String> {
    let drive = drive(sim);
    for backup in backup::list(&drive, folder()).map_err(|error| error.to_string())? {
        if backup.soundness != backup::Soundness::Whole {
            return Err(format!("the backup {} is {:?}", backup.number, backup.soundness));
        }
        let held = backup::read(&drive, &backup.folder).map_err(|errors| format!("{errors:?}"))?.models;
        // A save that failed half-way leaves a book of an earlier state beside a baseline of a later one.
        let was = |is_it: &dyn Fn(&Models) -> bool| client.states.iter().any(is_it);
        if !was(&|state| state.book == held.book) || !was(&|state| state.baseline == held.baseline) {
            return Err(format!("the backup {} holds what never was", backup.number));
        }
    }
    Ok(())
}

impl Client {
    fn journal_never_failed(&self) -> bool {
        !self.failed
            && !self.had_trouble
            && self.waiting.is_empty()
            && self.journal.lock().unwrap().last() >= self.confirmed
    }
}

fn open_on(sim: &Sim) -> Result<super::Opened, String> {
    let opened =
        open(&drive(sim), folder(), Purpose::Write, &mut |_| {}).map_err(|error| error.to_string())?;
    match opened.disk.access() {
        Access::Write(_) => Ok(opened),
        Access::Look(why) => Err(format!("only to be looked at: {why:?}")),
    }
}

/// Lives until something goes wrong at a call, if anything does.
fn life(plan: Plan) -> (Sim, Client) {
    let sim = Sim::new(folder().parent().unwrap());
    let mut client = Client::new(&sim);
    sim.plan(plan);
    live(&mut client);
    (sim, client)
}

/// How many calls a whole life makes.
fn calls_of_a_life() -> u64 {
    life(Plan::Fine).0.calls()
}

#[derive(Default)]
struct Figures {
    tried: BTreeMap<&'static str, u64>,
    faults: Vec<String>,
}

impl Figures {
    fn judge(&mut self, what: &'static str, place: impl Fn() -> String, verdict: Result<(), String>) {
        *self.tried.entry(what).or_default() += 1;
        if let Err(fault) = verdict {
            self.faults.push(format!("{what} {}: {fault}", place()));
        }
    }
}

fn crashes(effort: Effort, figures: &mut Figures) {
    for at in 1..=calls_of_a_life() {
        if effort.is_done(figures) {
            return;
        }
        let (sim, client) = life(Plan::CrashAt(at));
        for seed in 0..effort.seeds {
            let chance = &mut Chance(at * 1_000 + seed);
            let found = sim.after_crash(chance);
            let recovering = found.copy();
            figures.judge("crash", || format!("at {at} seed {seed}"), fault_of(&found, &client));
            // Reading every backup takes longer than all the rest.
            if seed == 0 {
                figures.judge("backups after a crash", || format!("at {at}"), backup_fault(&found, &client));
            }
            crashes_of_recovery(&recovering, &client, (at, seed), effort, figures);
        }
    }
}

/// The power goes off again while the book is opened.
fn crashes_of_recovery(sim: &Sim, client: &Client, place: (u64, u64), effort: Effort, figures: &mut Figures) {
    let counting = sim.copy();
    counting.plan(Plan::Fine);
    drop(open_on(&counting));
    let calls = counting.calls();
    let mut at = 1 + place.0 % effort.stride;
    while at <= calls {
        let again = sim.copy();
        again.plan(Plan::CrashAt(at));
        drop(open_on(&again));
        let found = again.after_crash(&mut Chance(place.0 * 31 + at));
        figures.judge("crash in recovery", || format!("at {place:?} then {at}"), fault_of(&found, client));
        at += effort.stride;
    }
}

/// What goes wrong when it does at this call.
type PlanAt = fn(u64) -> Plan;

/// A call fails. The life goes on; then the power goes off, or the disk is well again and the book is saved.
fn errors(effort: Effort, figures: &mut Figures) {
    let plans: [(_, PlanAt); 5] = [
        ("errors for a while", |at| Plan::ErrorsAt(at, 2, Errno::IO)),
        ("error once", |at| Plan::ErrorAt(at, Errno::IO)),
        ("full once", |at| Plan::ErrorAt(at, Errno::NOSPC)),
        ("error from then on", |at| Plan::ErrorFrom(at, Errno::IO)),
        ("full from then on", |at| Plan::ErrorFrom(at, Errno::NOSPC)),
    ];
    for at in (1..=calls_of_a_life()).rev() {
        if effort.is_done(figures) {
            return;
        }
        for (n, (what, plan)) in (0..).zip(plans) {
            if (at + n) % effort.every != 0 {
                continue;
            }
            let (sim, mut client) = life(plan(at));
            for seed in 0..effort.seeds.min(4) {
                let found = sim.after_crash(&mut Chance(at * 77 + seed));
                figures.judge(what, || format!("at {at} seed {seed}"), fault_of(&found, &client));
            }
            sim.plan(Plan::Fine);
            client.failed = true;
            client.save();
            let all = if client.confirmed == client.seq {
                Ok(())
            } else {
                Err("not saved when the disk was well".to_owned())
            };
            figures.judge(what, || format!("at {at}, then well"), all);
            figures.judge(what, || format!("at {at}, then well, opened"), fault_of(&sim, &client));
            figures.judge(
                "backups after an error",
                || format!("{what} at {at}"),
                backup_fault(&sim, &client),
            );
        }
    }
}

/// Files of other states beside a journal: another journal's saves say nothing of this one's entries.
fn checkouts(figures: &mut Figures) {
    let (sim, mut client) = life(Plan::Fine);
    client.set(3, "draft");
    let files = ["customers.ron", "book.ron"].map(|name| folder().join(name));
    let foreign = foreign_book(&files);
    for (path, bytes) in files.iter().zip(foreign) {
        sim.write_outside(path, &bytes);
    }
    let verdict = open_on(&sim).and_then(|opened| {
        let name = opened.models.book.name(Key::Customer(TenantId(Guid::own(3))));
        let theirs = opened.models.book.name(Key::Customer(TenantId(Guid::own(99))));
        let both = (name.raw() == "draft", theirs.raw() == "theirs");
        if both == (true, true) { Ok(()) } else { Err(format!("draft and theirs are there: {both:?}")) }
    });
    figures.judge("checkout", String::new, verdict);
}

/// The files of another line of saves, with larger numbers.
fn foreign_book(files: &[PathBuf; 2]) -> [Vec<u8>; 2] {
    let sim = Sim::new(folder().parent().unwrap());
    let mut client = Client::new(&sim);
    (0..40).for_each(|n| client.set(99, &format!("theirs {n}")));
    client.set(99, "theirs");
    client.save();
    files.each_ref().map(|path| sim.content(path).unwrap())
}

/// A bit flips in the middle of the journal: nothing is written, and nothing is taken for less than it is.
fn damage(figures: &mut Figures) {
    let sim = Sim::new(folder().parent().unwrap());
    let mut client = Client::new(&sim);
    ["a", "b", "c", "d"].into_iter().for_each(|name| client.set(1, name));
    let path = folder().join(NAME);
    let whole = sim.content(&path).unwrap();
    let lines: Vec<usize> =
        whole.iter().enumerate().filter(|(_, b)| **b == b'\n').map(|(at, _)| at).collect();
    for place in (lines[1] + 1..lines[lines.len() - 2]).step_by(11) {
        let damaged = sim.copy();
        let mut bytes = whole.clone();
        bytes[place] ^= 1;
        damaged.write_outside(&path, &bytes);
        let opened = open(&drive(&damaged), folder(), Purpose::Write, &mut |_| {}).unwrap();
        let is_kept =
            matches!(opened.disk.access(), Access::Look(_)) && damaged.content(&path).unwrap() == bytes;
        let verdict = if is_kept { Ok(()) } else { Err("opened for writing".to_owned()) };
        figures.judge("flipped bit", || format!("at {place}"), verdict);
    }
}

/// After each save the newest backup holds what was saved before it, and no more than five are kept.
fn backups(figures: &mut Figures) {
    let sim = Sim::new(folder().parent().unwrap());
    let mut client = Client::new(&sim);
    let mut saved = vec![client.models.clone()];
    for n in 0..8 {
        client.set(1 + n % 3, &format!("name {n}"));
        client.import(n);
        client.save();
        let listed = backup::list(&drive(&sim), folder()).unwrap();
        let held: Vec<Models> =
            listed.iter().map(|backup| backup::read(&drive(&sim), &backup.folder).unwrap().models).collect();
        let right: Vec<Models> = saved.iter().rev().take(backup::KEPT).cloned().collect();
        let verdict = if held == right { Ok(()) } else { Err(format!("{} kept", held.len())) };
        figures.judge("backups", || format!("after save {n}"), verdict);
        saved.push(client.models.clone());
    }
}

fn all(effort: Effort) -> Figures {
    let mut figures = Figures::default();
    if !Fault::hides_backups() {
        backups(&mut figures);
    }
    checkouts(&mut figures);
    damage(&mut figures);
    saves::older_last(&mut figures);
    saves::failed(&mut figures);
    saves::after_a_failed_journal(&mut figures);
    saves::after_a_line_without_sync(effort, &mut figures);
    openings::hand_edits(effort, &mut figures);
    openings::errors(effort, &mut figures);
    errors(effort, &mut figures);
    crashes(effort, &mut figures);
    lives::random(effort, &mut figures);
    figures
}

#[test]
#[allow(clippy::print_stdout)] // the figures are what the full sweep is run for
fn no_confirmed_edit_is_lost() {
    let figures = all(Effort::now());
    let tried: u64 = figures.tried.values().sum();
    println!("{tried} points: {:?}, {} faults", figures.tried, figures.faults.len());
    let few: Vec<&String> = figures.faults.iter().take(20).collect();
    assert!(figures.faults.is_empty(), "{} faults: {few:#?}", figures.faults.len());
}

#[test]
#[allow(clippy::print_stdout)] // which crash caught which fault
fn every_deliberate_fault_is_caught() {
    for fault in Fault::ALL {
        Fault::set(Some(*fault));
        let figures = all(Effort { seeds: 1, stride: 97, every: 2, lives: 100, one: true });
        Fault::set(None);
        println!("{fault:?}: {}", figures.faults.first().map_or("not caught", String::as_str));
        assert!(!figures.faults.is_empty(), "{fault:?} is not caught");
    }
}
