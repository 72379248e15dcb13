//! A sweep over every call that the store makes to the disk in a life of a book: the power goes off there, or the call
//! fails, once or from then on, and the power may go off again while the book is opened. Afterwards every confirmed edit is
//! there, in order, at most followed by some that were not confirmed yet; opening twice gives the same book; undo reaches
//! as far as before. Deliberate faults of the protocol must all be caught, or the sweep proves nothing.
//!
//! `SWEEP=full cargo test --lib store::sweep -- --nocapture` tries more than ten thousand points, in minutes, and prints figures;
//! `SWEEP=night` with `--release` tries many more, for hours.

mod calls;
mod client;
mod files;
mod lives;
mod openings;
mod oracle;
mod saves;
mod shards;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::Drive;
use super::fault::Fault;
use super::sim::Sim;
use calls::{PlanAt, life};
use client::{Client, customer};
use oracle::{backup_fault, fault_of, open_on};

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
    /// About so many of the calls of a table that becomes a folder.
    shards: u64,
    /// Whether the first fault is enough.
    one: bool,
}

impl Effort {
    fn is_done(self, figures: &Figures) -> bool {
        self.one && !figures.faults.is_empty()
    }

    fn now() -> Self {
        match std::env::var("SWEEP").as_deref() {
            Ok("night") => {
                Self { seeds: 24, stride: 1, every: 1, lives: 40_000, shards: u64::MAX, one: false }
            }
            Ok("full") => Self { seeds: 2, stride: 23, every: 3, lives: 1_600, shards: 300, one: false },
            Ok(_) | Err(_) => Self { seeds: 1, stride: 83, every: 12, lives: 30, shards: 12, one: false },
        }
    }
}

fn drive(sim: &Sim) -> Drive {
    Arc::new(sim.clone())
}

fn folder() -> &'static Path {
    Path::new(FOLDER)
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

fn all(effort: Effort) -> Figures {
    let mut figures = Figures::default();
    if !Fault::hides_backups() {
        files::backups(&mut figures);
    }
    files::checkouts(&mut figures);
    files::damage(&mut figures);
    saves::older_last(&mut figures);
    saves::failed(&mut figures);
    saves::after_a_failed_journal(&mut figures);
    saves::after_a_line_without_sync(effort, &mut figures);
    saves::after_a_folder_without_sync(effort, &mut figures);
    shards::troubles(effort, &mut figures);
    openings::hand_edits(effort, &mut figures);
    openings::errors(effort, &mut figures);
    calls::errors(effort, &mut figures);
    calls::crashes(effort, &mut figures);
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
        let figures = all(Effort { seeds: 1, stride: 97, every: 2, lives: 100, shards: 12, one: true });
        Fault::set(None);
        println!("{fault:?}: {}", figures.faults.first().map_or("not caught", String::as_str));
        assert!(!figures.faults.is_empty(), "{fault:?} is not caught");
    }
}
