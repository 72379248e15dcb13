//! The book as it was, held against states that were noted when they were; the last of them go through a disk.

use proptest::prelude::*;

use super::*;
use crate::model::{Change, Customer, Guid, Model, Moment, Record, TenantId, Transaction, Verb};
use crate::store::journal::{Head, Journal};
use crate::store::{Disk, Drive, Meta, machine, save_over};
use std::path::Path;
use std::sync::Mutex;

const DAY: i64 = 86_400;

fn day(n: i64) -> Day {
    Moment::from_seconds(n * DAY).day()
}

fn customer(n: u64, name: &str, note: &str) -> Record {
    let tenant = TenantId(Guid::own(n));
    Customer { tenant, name: name.into(), note: note.into(), ..Customer::default() }.into()
}

fn model(records: &[Record]) -> Model {
    let mut model = Model::default();
    records.iter().for_each(|record| drop(model.put(record.clone())));
    model
}

fn entry(seq: u64, second: i64, deed: Deed) -> Entry {
    Entry { seq, at: Moment::from_seconds(second), deed }
}

fn did(changes: Vec<Change>) -> Deed {
    Deed::Did(Transaction::new(Verb::Edit, changes))
}

fn past(entries: &[Entry]) -> Past {
    let last = entries.last().map_or(0, |entry| entry.seq);
    Past::new(&machine(), Path::new("/nowhere"), entries.to_vec(), last)
}

/// A customer that came on day 1, was renamed on days 2 and 4, with a checkpoint in between.
fn life() -> (Model, Vec<Entry>) {
    let states = ["a", "b", "c"].map(|name| customer(1, name, ""));
    let entries = vec![
        entry(1, DAY + 5, did(vec![Change::add(states[0].clone())])),
        entry(2, 2 * DAY, did(vec![Change::edit(states[0].clone(), states[1].clone())])),
        entry(3, 3 * DAY, Deed::Named("Before".into())),
        entry(4, 4 * DAY, did(vec![Change::edit(states[1].clone(), states[2].clone())])),
    ];
    (model(&states[2..]), entries)
}

fn then(book: &Model, entries: &[Entry], at: &At) -> Result<Then, NoMoment> {
    let models = Models { book: book.clone(), ..Models::default() };
    Then::of(models, None, past(entries), at, day(9))
}

fn named(then: &Then) -> (Option<String>, u64) {
    let name = then
        .models
        .book
        .get(customer(1, "", "").key())
        .map(|_| then.models.book.name(customer(1, "", "").key()).raw().to_owned());
    (name, then.change)
}

#[test]
fn a_moment_is_found_by_day_name_and_number() {
    let (book, entries) = life();
    for (at, name, change) in [
        ("1970-01-05", Some("c"), 4),
        ("1970-01-04", Some("b"), 3),
        ("1970-01-03", Some("b"), 2),
        ("1970-01-02", Some("a"), 1),
        ("1970-01-01", None, 0),
        ("before", Some("b"), 3),
        ("4", Some("c"), 4),
        ("2", Some("b"), 2),
        ("0", None, 0),
    ] {
        let found = then(&book, &entries, &at.parse().unwrap()).unwrap();
        assert_eq!(named(&found), (name.map(str::to_owned), change), "{at}");
        assert_eq!(found.made.is_none(), change == 0, "{at}");
    }
}

#[test]
fn a_moment_that_cannot_be_shown_says_which_can() {
    let (book, entries) = life();
    let ask = |entries: &[Entry], at: &str| then(&book, entries, &at.parse().unwrap()).unwrap_err();
    assert_eq!(ask(&entries, "1970-02-01"), NoMoment::Future { day: day(31), today: day(9) });
    assert_eq!(ask(&entries, "5"), NoMoment::OutOfRange { number: 5, range: (0, 4) });
    let unknown = |oldest| NoMoment::Unknown { name: "after".into(), known: vec!["Before".into()], oldest };
    assert_eq!(ask(&entries, "after"), unknown(1));
    let late = &entries[2..];
    assert_eq!(ask(late, "after"), unknown(3));
    assert_eq!(ask(late, "1"), NoMoment::OutOfRange { number: 1, range: (2, 4) });
    let made = Some(Moment::from_seconds(3 * DAY));
    assert_eq!(ask(late, "1970-01-03"), NoMoment::BeforeKept { day: day(2), oldest: 3, made });
    assert_eq!(named(&then(&book, late, &At::Change(2)).unwrap()).0.as_deref(), Some("b"));
}

#[test]
fn with_no_history_only_the_present_can_be_shown() {
    let (book, _) = life();
    let ask = |at: &At| {
        let past = Past::new(&machine(), Path::new("/nowhere"), Vec::new(), 40);
        let models = Models { book: book.clone(), ..Models::default() };
        Then::of(models, None, past, at, day(9))
    };
    assert_eq!(named(&ask(&At::Day(day(9))).unwrap()), (Some("c".to_owned()), 40));
    assert_eq!(
        ask(&At::Day(day(8))).unwrap_err(),
        NoMoment::BeforeKept { day: day(8), oldest: 41, made: None }
    );
}

#[test]
fn an_edit_by_hand_stands_in_every_moment_as_far_as_it_can() {
    let (_, entries) = life();
    let noted = model(&[customer(1, "c", "by hand"), customer(2, "by hand", "")]);
    let found = then(&noted, &entries, &At::Change(2)).unwrap();
    assert_eq!(
        (found.models.book, found.unclear),
        (model(&[customer(1, "b", "by hand"), customer(2, "by hand", "")]), 0)
    );
    let renamed = model(&[customer(1, "by hand", "")]);
    let found = then(&renamed, &entries, &At::Change(2)).unwrap();
    assert_eq!((found.models.book, found.unclear), (model(&[customer(1, "b", "")]), 1));
}

#[test]
fn the_baseline_has_the_day_of_its_last_import_then() {
    let import = |n| Transaction {
        verb: Verb::Import,
        changes: Vec::new(),
        baseline: vec![Change::add(customer(n, "", ""))],
    };
    let entries = [
        entry(1, DAY, Deed::Did(import(1))),
        entry(2, 2 * DAY, did(vec![Change::add(customer(3, "", ""))])),
        entry(3, 3 * DAY, Deed::Did(import(2))),
    ];
    let models =
        Models { book: model(&[customer(3, "", "")]), baseline: model(&[1, 2].map(|n| customer(n, "", ""))) };
    let ask = |at| Then::of(models.clone(), Some(day(3)), past(&entries), &At::Change(at), day(9)).unwrap();
    let found = [3, 2, 1, 0].map(|at| (ask(at).baseline_on, ask(at).models.baseline.keys().count()));
    assert_eq!(found, [(Some(day(3)), 2), (Some(day(1)), 1), (Some(day(1)), 1), (None, 0)]);
}

/// What is done to a book in a life of it.
#[derive(Debug, Clone)]
enum Act {
    /// A customer gets a name, or goes; in the book, or in the baseline too.
    Set(u64, Option<String>, bool),
    Undo,
    Redo,
    Name,
    Save,
    Reopen,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        6 => (0..5_u64, proptest::option::weighted(0.8, "[a-z]{0,2}"), proptest::bool::weighted(0.2))
            .prop_map(|(n, name, both)| Act::Set(n, name, both)),
        2 => Just(Act::Undo),
        1 => Just(Act::Redo),
        1 => Just(Act::Name),
        2 => Just(Act::Save),
        1 => Just(Act::Reopen),
    ];
    proptest::collection::vec(act, 1..40)
}

/// A book on disk, and each state that it was in.
struct Book {
    home: tempfile::TempDir,
    volume: Drive,
    open: Option<(Disk, Mutex<Journal>)>,
    models: Models,
    done: Vec<Transaction>,
    undone: Vec<Transaction>,
    states: Vec<Models>,
}

impl Book {
    fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        let volume = machine();
        let folder = home.path().join("book");
        let mut disk = Disk::create(&volume, &folder).unwrap();
        let models = Models::default();
        let _ = disk.save(&Meta::default(), &models, crate::store::Taken::default(), &mut |_| {}).unwrap();
        let journal = Journal::new(&volume, &folder, Head { id: 0, after: 0 }, Vec::new());
        let open = Some((disk, Mutex::new(journal)));
        let states = vec![models.clone()];
        Self { home, volume, open, models, done: Vec::new(), undone: Vec::new(), states }
    }

    fn journal(&mut self) -> &mut Journal {
        self.open.as_mut().unwrap().1.get_mut().unwrap()
    }

    fn note(&mut self, deed: Deed) {
        if let Some(step) = deed.applied() {
            drop(replay(&mut self.models.book, &step.changes));
            drop(replay(&mut self.models.baseline, &step.baseline));
        }
        self.states.push(self.models.clone());
        let seq = self.states.len() as u64 - 1;
        // Days pass now and then.
        let at = i64::try_from(seq / 3).unwrap() * DAY;
        self.journal().append(vec![entry(seq, at, deed)]).map(drop).unwrap();
    }

    fn act(&mut self, act: &Act) {
        match act {
            Act::Set(n, name, both) => {
                let key = customer(*n, "", "").key();
                let after = name.as_ref().map(|name| customer(*n, name, ""));
                let change = |model: &Model| Change { before: model.get(key), after: after.clone() };
                let is_change = |change: &Change| change.before != change.after;
                let changes: Vec<Change> =
                    Some(change(&self.models.book)).into_iter().filter(is_change).collect();
                let baseline =
                    both.then(|| change(&self.models.baseline)).into_iter().filter(is_change).collect();
                let step = Transaction { verb: Verb::Import, changes, baseline };
                self.done.push(step.clone());
                self.undone.clear();
                self.note(Deed::Did(step));
            }
            Act::Undo => {
                if let Some(step) = self.done.pop() {
                    self.undone.push(step.clone());
                    self.note(Deed::Undid(step.inverse()));
                }
            }
            Act::Redo => {
                if let Some(step) = self.undone.pop() {
                    self.done.push(step.clone());
                    self.note(Deed::Redid(step));
                }
            }
            Act::Name => self.note(Deed::Named(Text::from(format!("moment {}", self.states.len())))),
            Act::Save => self.save(),
            Act::Reopen => self.reopen(),
        }
    }

    fn save(&mut self) {
        let (disk, journal) = self.open.as_mut().unwrap();
        let seq = self.states.len() as u64 - 1;
        let _ = save_over(disk, journal, &Meta::default(), &self.models, seq, &[], &mut |_| {}).unwrap();
    }

    fn reopen(&mut self) {
        self.open = None;
        let folder = self.home.path().join("book");
        let opened =
            crate::store::open(&self.volume, &folder, crate::store::Purpose::Write, &mut |_| {}).unwrap();
        assert_eq!(opened.models, self.models);
        self.open = Some((opened.disk, Mutex::new(opened.journal)));
    }

    fn at(&mut self, at: &At) -> Then {
        let (models, past) = (self.models.clone(), self.journal().past(&[]));
        Then::of(models, None, past, at, day(99)).unwrap()
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        rng_seed: proptest::test_runner::RngSeed::Fixed(20_190_315),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// Whatever was done, saved, undone and opened again: the book at each moment is what it was then.
    #[test]
    fn every_moment_is_as_it_was(acts in acts()) {
        let mut book = Book::new();
        acts.iter().for_each(|act| book.act(act));
        let last = book.states.len() as u64 - 1;
        for seq in 0..=last {
            let found = book.at(&At::Change(seq));
            prop_assert_eq!(&found.models, &book.states[usize::try_from(seq).unwrap()], "after change {}", seq);
            prop_assert_eq!((found.change, found.unclear), (seq, 0));
        }
        let ends = (0..=last / 3).map(|n| (n, last.min(n * 3 + 2)));
        for (n, seq) in ends {
            let found = book.at(&At::Day(day(i64::try_from(n).unwrap())));
            prop_assert_eq!(&found.models, &book.states[usize::try_from(seq).unwrap()], "on day {}", n);
        }
    }
}
