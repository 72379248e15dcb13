//! The real program on the real file system, killed at its system calls, and refused them: what it had confirmed by then
//! is there when the book is opened again, and nothing that it had not begun. Needs `strace`; without it the test says so.
//!
//! ```text
//! SWEEP=full cargo test --release --test it syscalls -- --nocapture
//! ```
//!
//! kills the program at every system call of a longer script, refuses it every call once and from then on, kills the
//! opening after a kill at every call of its own, and prints figures.

mod judge;
mod life;
mod strace;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use judge::judge;
use life::Life;
use strace::{Fault, Point};

/// So many programs run at once.
const THREADS: usize = 2;

/// How much is tried.
struct Effort {
    /// How often the script says the same again, with other words.
    rounds: usize,
    kills: usize,
    errors: usize,
    /// Kills of the opening after each of `recovered` kills.
    recoveries: usize,
    recovered: usize,
}

impl Effort {
    fn now() -> Self {
        if std::env::var("SWEEP").is_ok_and(|effort| effort == "full") {
            let all = usize::MAX;
            Self { rounds: 3, kills: all, errors: all, recoveries: all, recovered: 6 }
        } else {
            Self { rounds: 1, kills: 36, errors: 18, recoveries: 6, recovered: 1 }
        }
    }
}

/// What was tried, and what was wrong.
#[derive(Default)]
struct Figures {
    tried: BTreeMap<String, usize>,
    killed: usize,
    faults: Vec<String>,
}

#[test]
fn what_was_confirmed_outlives_a_kill_at_any_system_call() {
    if let Err(why) = strace::find() {
        return println!("SKIPPED: no program is killed at its system calls, because {why}.");
    }
    let effort = Effort::now();
    let life = Life::new(effort.rounds);
    let calls = strace::calls(&life.home.copy(), &life.script());
    let kills = spread(&points(&calls, |_| vec![Fault::Kill]), effort.kills);
    let errors = spread(&points(&calls, Fault::errors_of), effort.errors);
    let figures = Mutex::new(Figures::default());
    in_parallel(&[kills.clone(), errors].concat(), |point| one(&life, point, &figures));
    let middle: Vec<Point> = kills.iter().filter(|point| point.writes()).cloned().collect();
    for first in spread(&middle, effort.recovered) {
        recoveries(&life, &first, effort.recoveries, &figures);
    }
    let figures = figures.into_inner().unwrap();
    println!("{:?}, {} killed, {} faults", figures.tried, figures.killed, figures.faults.len());
    assert!(figures.killed > 10, "hardly anything was killed: {:?}", figures.tried);
    assert!(figures.faults.is_empty(), "{:#?}", &figures.faults[..figures.faults.len().min(20)]);
}

/// Every call once for each fault that it may have.
fn points(calls: &BTreeMap<String, usize>, faults: impl Fn(&str) -> Vec<Fault>) -> Vec<Point> {
    let of_name = |(name, count): (&String, &usize)| -> Vec<Point> {
        let faults = faults(name);
        let at = |at| faults.iter().map(move |fault| Point { name: name.clone(), at, fault: *fault });
        (1..=*count).flat_map(at).collect()
    };
    calls.iter().flat_map(of_name).collect()
}

/// At most so many of them, from the first to the last.
fn spread(points: &[Point], most: usize) -> Vec<Point> {
    let count = most.min(points.len());
    (0..count).map(|n| points[n * points.len() / count].clone()).collect()
}

/// Does something wrong to the program at a point, and looks at what is left.
fn one(life: &Life, point: &Point, figures: &Mutex<Figures>) {
    let home = life.home.copy();
    let ran = strace::run(&home, &life.script(), point);
    let verdict = judge(&life.states, &ran.acks(), &home.book(), &home.opened_twice());
    let mut figures = figures.lock().unwrap();
    figures.killed += usize::from(ran.was_killed());
    *figures.tried.entry(point.fault.kind()).or_default() += 1;
    let faults = [ran.fault(), verdict.err()];
    figures.faults.extend(faults.into_iter().flatten().map(|fault| format!("{point}: {fault}")));
}

/// Kills the program in its work, and then the opening that finds what was left, at its calls.
fn recoveries(life: &Life, first: &Point, most: usize, figures: &Mutex<Figures>) {
    let left = life.home.copy();
    let acks = strace::run(&left, &life.script(), first).acks();
    let calls = strace::calls(&left.copy(), "Save\n");
    in_parallel(&spread(&points(&calls, |_| vec![Fault::Kill]), most), |point| {
        let home = left.copy();
        let ran = strace::run(&home, "Save\n", point);
        let verdict = judge(&life.states, &acks, &home.book(), &home.opened_twice());
        let mut figures = figures.lock().unwrap();
        figures.killed += usize::from(ran.was_killed());
        *figures.tried.entry("kill in recovery".to_owned()).or_default() += 1;
        figures.faults.extend(verdict.err().map(|fault| format!("{first}, then {point}: {fault}")));
    });
}

fn in_parallel(points: &[Point], work: impl Fn(&Point) + Sync) {
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                while let Some(point) = points.get(next.fetch_add(1, Ordering::Relaxed)) {
                    work(point);
                }
            });
        }
    });
}
