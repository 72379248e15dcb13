//! Saves that come half way, and what is done after them.

use rustix::io::Errno;

use super::super::sim::{Chance, Plan, Sim};
use super::{Client, Figures, fault_of, folder, life};

/// Two saves waited for each other, and the older comes last.
pub(super) fn older_last(figures: &mut Figures) {
    let (sim, mut client) = life(Plan::Fine);
    let (models, seq) = (client.models.clone(), client.seq);
    client.set(2, "newer");
    client.save();
    client.save_of(&models, seq);
    figures.judge("older save last", String::new, fault_of(&sim, &client));
}

/// A save fails at a call, and what it was to save is taken back before the next one.
pub(super) fn failed(figures: &mut Figures) {
    let mut at = 1;
    loop {
        let (sim, mut client) = imported();
        sim.plan(Plan::ErrorAt(at, Errno::NOSPC));
        client.save();
        if sim.calls() < at {
            return;
        }
        sim.plan(Plan::Fine);
        client.undo();
        client.save();
        figures.judge("failed save", || format!("at {at}"), fault_of(&sim, &client));
        at += 1;
    }
}

/// The journal did not confirm a step that changes several files, and the power goes off in the save that is to: of
/// the step there is all or nothing.
pub(super) fn after_a_failed_journal(figures: &mut Figures) {
    let mut at = 1;
    loop {
        let sim = Sim::new(folder().parent().unwrap());
        let mut client = Client::new(&sim);
        sim.plan(Plan::ErrorFrom(1, Errno::IO));
        client.import(7);
        sim.plan(Plan::CrashAt(at));
        client.save();
        if sim.calls() < at {
            return;
        }
        for seed in 0..4 {
            let found = sim.after_crash(&mut Chance(at * 10 + seed));
            let place = || format!("at {at} seed {seed}");
            figures.judge("crash in a save after a failed journal", place, fault_of(&found, &client));
        }
        at += 1;
    }
}

fn imported() -> (Sim, Client) {
    let sim = Sim::new(folder().parent().unwrap());
    let mut client = Client::new(&sim);
    client.import(7);
    (sim, client)
}
