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
/// have, and saves. The power goes off in that opening or save, or after them.
pub(super) fn after_a_line_without_sync(effort: Effort, figures: &mut Figures) {
    for refused in 1.. {
        for at in 1.. {
            let Some((sim, client)) = saved_after_refusal(refused, Plan::CrashAt(at)) else { return };
            for seed in 0..2 * effort.seeds {
                let found = sim.after_crash(&mut Chance(at * 10 + seed));
                let place = || format!("{refused} refused, at {at} seed {seed}");
                figures.judge("crash in a save after a line without sync", place, fault_of(&found, &client));
            }
            if !sim.is_dead() || effort.is_done(figures) {
                break;
            }
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
    if sim.calls() < refused {
        return None;
    }
    sim.plan(plan);
    if let Ok(opened) = open_on(&sim)
        && client.goes_on(opened).is_ok()
    {
        client.save();
    }
    Some((sim, client))
}

/// A save failed at a call, and the program ended there: the next one finds files under their names, though the disk
/// may not have those names, and saves something else. The power goes off after that, or in the middle of it.
pub(super) fn after_a_folder_without_sync(effort: Effort, figures: &mut Figures) {
    let mut refused = 1;
    while let Some((sim, client)) = opened_after_refusal(refused, Plan::Fine) {
        for seed in 0..4 {
            let found = sim.after_crash(&mut Chance(refused * 10 + seed));
            let place = || format!("{refused} refused, seed {seed}");
            figures.judge("crash after a folder without sync", place, fault_of(&found, &client));
        }
        for at in (1 + refused % effort.stride..sim.calls()).step_by(usize::try_from(effort.stride).unwrap())
        {
            let Some((sim, client)) = opened_after_refusal(refused, Plan::CrashAt(at)) else { return };
            let found = sim.after_crash(&mut Chance(refused * 10 + at));
            let place = || format!("{refused} refused, at {at}");
            figures.judge("crash after an opening after an error", place, fault_of(&found, &client));
        }
        if effort.is_done(figures) {
            return;
        }
        refused += 1;
    }
}

/// A book whose save failed at the call `refused`, that was opened again with a plan, changed and saved; nothing when
/// there are no such calls.
fn opened_after_refusal(refused: u64, plan: Plan) -> Option<(Sim, Client)> {
    let (sim, mut client) = imported();
    sim.plan(Plan::ErrorAt(refused, Errno::IO));
    client.save();
    if sim.calls() < refused {
        return None;
    }
    sim.plan(plan);
    if let Ok(opened) = open_on(&sim)
        && client.goes_on(opened).is_ok()
    {
        client.set(2, "later");
        client.save();
    }
    Some((sim, client))
}

fn imported() -> (Sim, Client) {
    let sim = Sim::new(folder().parent().unwrap());
    let mut client = Client::new(&sim);
    client.import(7);
    (sim, client)
}
