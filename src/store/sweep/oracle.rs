//! What must be true of a disk after whatever happened.

use super::super::sim::Sim;
use super::super::*;
use super::{Client, drive, folder};

/// Opens the book on a disk, and says what is wrong with what is found there; nothing when all is well.
pub(super) fn fault_of(sim: &Sim, client: &Client) -> Result<(), String> {
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
pub(super) fn backup_fault(sim: &Sim, client: &Client) -> Result<(), String> {
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

pub(super) fn open_on(sim: &Sim) -> Result<Opened, String> {
    let opened =
        open(&drive(sim), folder(), Purpose::Write, &mut |_| {}).map_err(|error| error.to_string())?;
    match opened.disk.access() {
        Access::Write(_) => Ok(opened),
        Access::Look(why) => Err(format!("only to be looked at: {why:?}")),
    }
}
