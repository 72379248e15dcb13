//! Random lives of a book: several programs one after another, each with its own edits, undos, imports, saves and
//! trouble, with crashes in between, in openings too, and edits by hand. The same seed is the same life.

use rustix::io::Errno;

use super::super::sim::{Chance, Plan, Sim};
use super::{Client, Effort, Figures, fault_of, folder, open_on, openings};

/// Lives with these seeds.
pub(super) fn random(effort: Effort, figures: &mut Figures) {
    for seed in 0..effort.lives {
        if effort.is_done(figures) {
            return;
        }
        live(seed, figures);
    }
}

fn live(seed: u64, figures: &mut Figures) {
    let chance = &mut Chance(seed.wrapping_mul(7_919) + 1);
    let mut sim = Sim::new(folder().parent().unwrap());
    let mut client = Client::new(&sim);
    let mut noted = 0;
    for session in 0..2 + chance.below(4) {
        let place = || format!("{seed}, session {session}");
        sim.plan(trouble(chance));
        (0..=chance.below(10)).for_each(|n| act(&mut client, chance, &format!("{session}.{n}")));
        let is_cut = sim.is_dead() || chance.below(2) == 0;
        if is_cut {
            sim = sim.after_crash(chance);
        }
        sim.plan(Plan::Fine);
        let verdict = fault_of(&sim.copy(), &client);
        let is_well = verdict.is_ok();
        figures.judge("random life", place, verdict);
        if !is_well {
            return;
        }
        // Nothing of what is edited by hand waits for the disk: what is on its way would win.
        if is_cut && noted < 3 && chance.below(3) == 0 {
            noted += 1;
            openings::note(&sim, &mut client, noted);
        }
        if chance.below(2) == 0 {
            sim.plan(Plan::CrashAt(1 + chance.below(60)));
            drop(open_on(&sim));
            sim = sim.after_crash(chance);
            figures.judge("random crash in recovery", place, fault_of(&sim.copy(), &client));
        }
        if let Err(why) = open_on(&sim).and_then(|opened| client.goes_on(opened)) {
            return figures.judge("random life", place, Err(why));
        }
    }
}

/// What goes wrong in a session, if anything.
fn trouble(chance: &mut Chance) -> Plan {
    let at = 1 + chance.below(120);
    let errno = if chance.below(2) == 0 { Errno::IO } else { Errno::NOSPC };
    match chance.below(6) {
        0 => Plan::Fine,
        1 | 2 => Plan::CrashAt(at),
        3 => Plan::ErrorAt(at, errno),
        4 => Plan::ErrorsAt(at, 1 + chance.below(12), errno),
        _ => Plan::ErrorFrom(at, errno),
    }
}

fn act(client: &mut Client, chance: &mut Chance, name: &str) {
    match chance.below(12) {
        0..5 => client.set(1 + chance.below(4), name),
        5 | 6 if !client.done.is_empty() => client.undo(),
        7 if !client.undone.is_empty() => client.redo(),
        8 => client.import(4 + chance.below(3)),
        9 => {
            let (models, seq) = (client.models.clone(), client.seq);
            client.set(1 + chance.below(4), name);
            client.save_of(&models, seq);
        }
        _ => client.save(),
    }
}
