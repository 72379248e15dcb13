//! Saves that come half way, and what is done after them.

use rustix::io::Errno;

use super::super::sim::{Chance, Plan, Sim};
use super::{Client, Effort, Figures, fault_of, folder, life, open_on};

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

/// The journal did not confirm a line, and the program ended there: the next one finds the line, which the disk may not
/// have, and saves. The power goes off in that save.
pub(super) fn after_a_line_without_sync(effort: Effort, figures: &mut Figures) {
    for refused in 1.. {
        let mut at = 1;
        while let Some((sim, client)) = saved_after_refusal(refused, Plan::CrashAt(at)) {
            for seed in 0..2 * effort.seeds {
                let found = sim.after_crash(&mut Chance(at * 10 + seed));
                let place = || format!("{refused} refused, at {at} seed {seed}");
                figures.judge("crash in a save after a line without sync", place, fault_of(&found, &client));
            }
            at += 1;
        }
        if at == 1 || effort.is_done(figures) {
            return;
        }
    }
}

/// A book in which the call `refused` of journaling an edit failed, that was opened and saved with a plan; nothing when
/// there are no such calls.
fn saved_after_refusal(refused: u64, plan: Plan) -> Option<(Sim, Client)> {
    let sim = Sim::new(folder().parent().unwrap());
    let mut client = Client::new(&sim);
    client.set(1, "confirmed");
    client.failed = true; // no save is tried: the program ends
    sim.plan(Plan::ErrorAt(refused, Errno::IO));
    client.set(2, "not confirmed");
    let was_refused = sim.calls() >= refused;
    sim.plan(Plan::Fine);
    client.goes_on(open_on(&sim).unwrap()).unwrap();
    sim.plan(plan);
    client.save();
    (was_refused && sim.is_dead()).then_some((sim, client))
}

/// A save failed at a call, and the program ended there: the next one finds files under their names, though the disk
/// may not have those names, and saves something else. The power goes off after that save.
pub(super) fn after_a_folder_without_sync(figures: &mut Figures) {
    let mut at = 1;
    loop {
        let (sim, mut client) = imported();
        sim.plan(Plan::ErrorAt(at, Errno::IO));
        client.save();
        if sim.calls() < at {
            return;
        }
        sim.plan(Plan::Fine);
        client.goes_on(open_on(&sim).unwrap()).unwrap();
        client.set(2, "later");
        client.save();
        for seed in 0..4 {
            let found = sim.after_crash(&mut Chance(at * 10 + seed));
            let place = || format!("{at} refused, seed {seed}");
            figures.judge("crash after a folder without sync", place, fault_of(&found, &client));
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
