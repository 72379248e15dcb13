//! The line of steps, read from the journals: what can be undone.

use super::held;
use crate::app::{Digging, Draft, Dug};
use crate::edit::{Book, History};
use crate::store::{Deed, Entry, Journal};

/// So many changes are read at least when what is at hand does not reach.
const MORE: usize = 2_000;

/// What can be undone, and how far the journals and the files are, with the moments that have a name. Entries up to
/// `saved` are in the files, the journal ends with `seq`.
pub(super) fn line(entries: &[&Entry], saved: u64, seq: u64) -> (History, Draft) {
    let (mut history, mut position) = (History::default(), 0);
    for entry in entries {
        replay(&mut history, &entry.deed);
        if entry.seq <= saved {
            position = history.position();
        }
    }
    let named = entries.iter().filter(|entry| matches!(entry.deed, Deed::Named(_)));
    let named = named.map(|entry| (*entry).clone()).collect();
    let oldest = Some(entries.first().map_or(seq + 1, |first| first.seq));
    (history, Draft { seq, taken: saved, saved: position, named, oldest, ..Draft::default() })
}

fn replay(history: &mut History, deed: &Deed) {
    match deed {
        Deed::Did(step) => history.did(step.clone()),
        Deed::Undid(step) => history.undid(step),
        Deed::Redid(step) => history.redid(step),
        Deed::Named(_) => {}
    }
}

/// The line of steps, read back over so many changes.
fn dig(journal: &Journal, waiting: &[Entry], limit: usize) -> (History, Draft) {
    let past = journal.past(waiting);
    let seq = past.newest();
    let mut entries: Vec<Entry> = past.take(limit).map_while(Result::ok).collect();
    entries.reverse();
    line(&entries.iter().collect::<Vec<_>>(), journal.saved(), seq)
}

/// Reads so much of the history that a book can go back so many steps, if as many are kept; `waiting` are steps that the
/// journal has not confirmed. Returns the number of the oldest change that was read; nothing when enough is at hand.
pub fn reach(book: &mut Book, journal: &Journal, waiting: &[Entry], steps: usize) -> Option<u64> {
    let (mut limit, mut oldest) = (MORE, None);
    while book.history().len() < steps {
        let (history, draft) = dig(journal, waiting, limit);
        book.resume(history);
        let is_all = draft.oldest.is_none_or(|first| first <= 1) || draft.oldest == oldest;
        oldest = draft.oldest;
        if is_all {
            break;
        }
        limit = limit.saturating_mul(2);
    }
    oldest
}

/// Reads twice as much of the history as is at hand.
pub(super) fn dug(digging: &Digging) -> Dug {
    let Digging { desk, waiting, oldest } = digging;
    let journal = held(&desk.journal);
    let at_hand = usize::try_from(journal.last().saturating_sub(*oldest)).unwrap_or(usize::MAX);
    let (history, draft) = dig(&journal, waiting, at_hand.saturating_mul(2).max(MORE));
    Dug { history, draft }
}
