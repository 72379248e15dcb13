//! What an opening meets besides a crash: a call that fails, and files that people edited by hand while a journal lay
//! beside them.

use rustix::io::Errno;

use super::super::fault::Fault;
use super::super::sim::{Chance, Plan, Sim};
use super::super::{Access, Notice, Purpose, StoreError, open};
use super::{Client, Effort, Figures, PlanAt, customer, drive, fault_of, folder, life, open_on};
use crate::model::{Customer, Guid, Record};

/// A call of the opening fails: what opens all the same is whole, or says what it lacks.
pub(super) fn errors(effort: Effort, figures: &mut Figures) {
    let plans: [PlanAt; 3] = [
        |at| Plan::ErrorAt(at, Errno::IO),
        |at| Plan::ErrorFrom(at, Errno::IO),
        |at| Plan::ErrorFrom(at, Errno::NOSPC),
    ];
    let sim = life(Plan::Fine).0;
    sim.plan(Plan::Fine);
    drop(open_on(&sim));
    for at in 1..=sim.calls() {
        for plan in plans {
            if effort.is_done(figures) {
                return;
            }
            let (sim, mut client) = life(Plan::Fine);
            sim.plan(plan(at));
            let verdict = in_trouble(&sim, &mut client);
            figures.judge("error in an opening", || format!("at {at}: {:?}", plan(at)), verdict);
        }
    }
}

fn in_trouble(sim: &Sim, client: &mut Client) -> Result<(), String> {
    let opened = open(&drive(sim), folder(), Purpose::Write, &mut |_| {});
    sim.plan(Plan::Fine);
    match opened {
        Err(StoreError::NoBook { .. }) => return Err("said that there is no book".to_owned()),
        Ok(opened) if matches!(opened.disk.access(), Access::Write(_)) => {
            let steps = (opened.past.len() + opened.journal.entries().len()) as u64;
            let is_told = opened.notices.iter().any(|notice| matches!(notice, Notice::HistoryUnread(_)));
            if steps < client.confirmed && !is_told {
                return Err(format!("undo reaches {steps} of {} edits, untold", client.confirmed));
            }
            client.goes_on(opened)?;
            client.set(2, "after the trouble");
            client.save();
        }
        Err(_) | Ok(_) => {}
    }
    fault_of(sim, client)
}

/// Somebody edits the files by hand while what was done lies in the journal: both are there, and stay there whatever
/// happens to the next opening and save.
pub(super) fn hand_edits(effort: Effort, figures: &mut Figures) {
    let (sim, client) = edited_by_hand();
    figures.judge("edit by hand", String::new, fault_of(&sim, &client));
    let mut at = 1;
    loop {
        let (sim, mut client) = edited_by_hand();
        sim.plan(Plan::CrashAt(at));
        if let Ok(opened) = open_on(&sim)
            && client.goes_on(opened).is_ok()
        {
            client.set(1, "after the edit by hand");
            client.save();
        }
        if sim.calls() < at || effort.is_done(figures) {
            return;
        }
        let found = sim.after_crash(&mut Chance(at));
        figures.judge("crash after an edit by hand", || format!("at {at}"), fault_of(&found, &client));
        at += 1;
    }
}

fn edited_by_hand() -> (Sim, Client) {
    let (sim, mut client) = life(Plan::Fine);
    client.set(2, "draft");
    let sim = sim.after_crash(&mut Chance(3));
    note(&sim, &mut client, 1);
    note(&sim, &mut client, 2);
    (sim, client)
}

/// Writes a note of a customer into the file of the customers by hand. From then on the book has it, in whatever state.
pub(super) fn note(sim: &Sim, client: &mut Client, n: u64) {
    let path = folder().join("customers.ron");
    // What a deliberate fault made of the file nobody edits; the opening tells.
    let Some(Ok(text)) = sim.content(&path).map(String::from_utf8) else { return };
    let id = format!("\"{}\"", Guid::own(n));
    let with_note = |line: &str| match line.strip_suffix("),") {
        Some(row) if row.contains(&id) => format!("{row}, note: \"by hand {n}\"),\n"),
        _ => format!("{line}\n"),
    };
    let edited: String = text.lines().map(with_note).collect();
    let is_spoilt = Fault::ALL.iter().any(|fault| fault.is_in_force());
    assert!(edited != text || is_spoilt, "{n} is in the file");
    sim.write_outside(&path, edited.as_bytes());
    for state in &mut client.states {
        if let Some(Record::Customer(customer)) = state.book.get(customer(n, "").key()) {
            let noted = Customer { note: format!("by hand {n}").into(), ..customer };
            drop(state.book.put(noted.into()));
        }
    }
}
