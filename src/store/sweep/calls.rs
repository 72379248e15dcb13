//! Every call of a life: the power goes off there, or the call fails.

use rustix::io::Errno;

use super::super::sim::{Chance, Plan, Sim};
use super::client::live;
use super::{Client, Effort, Figures, backup_fault, fault_of, folder, open_on};

/// Lives until something goes wrong at a call, if anything does.
pub(super) fn life(plan: Plan) -> (Sim, Client) {
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

pub(super) fn crashes(effort: Effort, figures: &mut Figures) {
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
pub(super) type PlanAt = fn(u64) -> Plan;

/// A call fails. The life goes on; then the power goes off, or the disk is well again and the book is saved.
pub(super) fn errors(effort: Effort, figures: &mut Figures) {
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
