//! What can be saved of a damaged journal. Each line is chained to the one before it, so the lines behind a damaged one still
//! prove themselves; and where one bit flipped, the chain tells which. Knows only text.

use std::collections::BTreeMap;

use crate::model::{Change, Key, Record, Transaction, Verb};
use crate::store::reader;

use super::line::{self, Head};
use super::{Deed, Entry};

/// The longest line, in bytes, of which every bit is tried: beyond it that would take seconds.
const LONGEST_MENDED: usize = 8 * 1024;

/// What a damaged journal still says.
#[derive(Debug, Clone, PartialEq)]
pub struct Salvage {
    /// Its head; nothing when it cannot be told any more.
    pub head: Option<Head>,
    /// The entries that prove themselves, in order, numbered as they were.
    pub entries: Vec<Entry>,
    /// The lines, from 1, that one flipped bit had damaged and that are as they were again.
    pub mended: Vec<usize>,
    /// The lines, from 1, that nothing can be known of.
    pub lost: Vec<usize>,
}

/// A line and where it stands.
struct Piece<'a> {
    line: usize,
    bytes: &'a [u8],
}

/// Saves what can be saved of the bytes of a journal.
pub fn of(bytes: &[u8]) -> Salvage {
    let pieces = pieces(bytes);
    let (before, rest) = pieces.split_first().map_or((&[][..], &[][..]), |(first, rest)| (first.bytes, rest));
    let mut saved = Salvage { head: None, entries: Vec::new(), mended: Vec::new(), lost: Vec::new() };
    match head(before, rest.first().map(|piece| piece.bytes)) {
        Found::Whole(head) => saved.head = Some(head),
        Found::Mended(head) => {
            saved.head = Some(head);
            saved.mended.push(1);
        }
        Found::Nothing => saved.lost.push(1),
    }
    let mut sum = saved.head.map(Head::sum);
    for (at, piece) in rest.iter().enumerate() {
        let is_last = at + 1 == rest.len();
        sum = take(&mut saved, piece, sum, is_last && !bytes.ends_with(b"\n"));
    }
    saved
}

/// What stands before the first entry, then each entry, also where a line end is damaged or a line was cut in two. No text
/// inside an entry looks like the beginning of a line: its quotes are escaped.
fn pieces(bytes: &[u8]) -> Vec<Piece<'_>> {
    let behind_head = end_of_head(bytes);
    let lines = memchr::memmem::find_iter(bytes, line::SUM.as_bytes());
    let starts: Vec<usize> = [0].into_iter().chain(behind_head).chain(lines).collect();
    let starts = sorted(starts);
    let ends = starts.iter().skip(1).copied().chain([bytes.len()]);
    let mut pieces = Vec::new();
    for (at, (start, end)) in starts.iter().zip(ends).enumerate() {
        let line = 1 + memchr::memchr_iter(b'\n', &bytes[..*start]).count();
        let own = trimmed(&bytes[*start..end]);
        // A damaged beginning makes a line look like the end of the one before it.
        match own.iter().position(|b| *b == b'\n') {
            Some(cut) if at > 0 && own[..cut].ends_with(b"))") => {
                pieces.push(Piece { line, bytes: &own[..cut] });
                pieces.push(Piece { line: line + 1, bytes: &own[cut + 1..] });
            }
            _ => pieces.push(Piece { line, bytes: own }),
        }
    }
    pieces
}

fn sorted(mut places: Vec<usize>) -> Vec<usize> {
    places.sort_unstable();
    places.dedup();
    places
}

/// Where the first entry begins, however damaged it is.
fn end_of_head(bytes: &[u8]) -> Option<usize> {
    let head = memchr::memmem::find(bytes, line::HEAD.as_bytes())?;
    let end = head + bytes[head..].iter().position(|b| *b == b'\n')? + 1;
    (end < bytes.len()).then_some(end)
}

fn trimmed(bytes: &[u8]) -> &[u8] {
    bytes.strip_suffix(b"\n").unwrap_or(bytes)
}

/// Takes one line in; returns the sum that the next one follows, when it is known.
fn take(saved: &mut Salvage, piece: &Piece<'_>, before: Option<u64>, is_torn: bool) -> Option<u64> {
    let text = std::str::from_utf8(piece.bytes).ok();
    let whole = before.and_then(|before| entry(text?, before));
    if let Some((entry, sum)) = whole {
        // Without its line end a line was not written to its end, however whole it looks.
        if !is_torn {
            saved.entries.push(entry);
        }
        return Some(sum);
    }
    if is_torn {
        return None;
    }
    if let Some((entry, sum)) =
        before.and_then(|before| mended(piece.bytes, |text| entry(text.trim_end_matches('\n'), before)))
    {
        saved.entries.push(entry);
        saved.mended.push(piece.line);
        return Some(sum);
    }
    // What a disk had no time for at the end was never confirmed.
    if !piece.bytes.iter().all(|b| *b == 0) {
        saved.lost.push(piece.line);
    }
    line::named(&String::from_utf8_lossy(piece.bytes))
}

fn entry(text: &str, before: u64) -> Option<(Entry, u64)> {
    let (sum, body) = line::parts(text)?;
    let holds = line::follows(before, sum, body);
    holds.then(|| reader::options().from_str(body).ok()).flatten().map(|entry| (entry, sum))
}

/// What became of the head.
enum Found {
    Whole(Head),
    Mended(Head),
    Nothing,
}

/// The head is the one that the first entry follows. A flipped bit may leave one that reads, with another number.
fn head(before: &[u8], first: Option<&[u8]>) -> Found {
    let text = std::str::from_utf8(before).unwrap_or_default();
    let read = text.lines().find(|line| !line.starts_with("//")).and_then(Head::read);
    let first = first.and_then(|first| line::parts(std::str::from_utf8(first).ok()?));
    let is_it = |head: &Head| first.is_some_and(|(sum, body)| line::follows(head.sum(), sum, body));
    let mend = || mended(before, |text| text.lines().filter_map(Head::read).find(is_it));
    match read.filter(is_it) {
        Some(head) => Found::Whole(head),
        None => mend().map_or_else(|| read.map_or(Found::Nothing, Found::Whole), Found::Mended),
    }
}

/// What the bytes say with one bit the other way, where that makes sense; also with none, for what stands around it.
fn mended<T>(bytes: &[u8], says: impl Fn(&str) -> Option<T>) -> Option<T> {
    if bytes.len() > LONGEST_MENDED {
        return None;
    }
    let mut tried = bytes.to_vec();
    if let Some(found) = std::str::from_utf8(&tried).ok().and_then(&says) {
        return Some(found);
    }
    for at in 0..tried.len() {
        for bit in 0..8 {
            tried[at] ^= 1 << bit;
            if let Some(found) = std::str::from_utf8(&tried).ok().and_then(&says) {
                return Some(found);
            }
            tried[at] ^= 1 << bit;
        }
    }
    None
}

/// The entries with numbers that follow each other. What a lost one did to records that later ones changed too is known from
/// these: it stands before them, so that undo goes all the way back. `after` is the number before the first.
pub fn bridged(entries: Vec<Entry>, after: Option<u64>) -> Vec<Entry> {
    let mut states: BTreeMap<(bool, Key), Option<Record>> = BTreeMap::new();
    let mut whole: Vec<Entry> = Vec::new();
    let first = entries.first().map_or(1, |first| first.seq);
    let first = after.map_or(first, |after| first.min(after + 1));
    let mut expected = first;
    let mut has_gap = false;
    for entry in entries {
        has_gap |= entry.seq != expected;
        expected = entry.seq + 1;
        if let Some(step) = missing(&states, &entry).filter(|_| has_gap) {
            whole.push(Entry { seq: 0, at: entry.at, deed: Deed::Did(step) });
        }
        note(&mut states, &entry);
        whole.push(entry);
    }
    (first..).zip(whole).map(|(seq, entry)| Entry { seq, ..entry }).collect()
}

/// The changes of an entry, each with whether it is one of the baseline.
fn all(entry: &Entry) -> impl Iterator<Item = (bool, &Change)> {
    let step = || entry.deed.applied().into_iter();
    let book = step().flat_map(|step| &step.changes).map(|change| (false, change));
    book.chain(step().flat_map(|step| &step.baseline).map(|change| (true, change)))
}

fn note(states: &mut BTreeMap<(bool, Key), Option<Record>>, entry: &Entry) {
    for (is_baseline, change) in all(entry) {
        if let Some(key) = change.key() {
            states.insert((is_baseline, key), change.after.clone());
        }
    }
}

/// What happened between the states that are known and the entry.
fn missing(states: &BTreeMap<(bool, Key), Option<Record>>, entry: &Entry) -> Option<Transaction> {
    let mut step = Transaction::new(Verb::Restore, Vec::new());
    for (is_baseline, change) in all(entry) {
        let known = change.key().and_then(|key| states.get(&(is_baseline, key)));
        let Some(before) = known.filter(|known| **known != change.before) else { continue };
        let between = Change { before: before.clone(), after: change.before.clone() };
        let side = if is_baseline { &mut step.baseline } else { &mut step.changes };
        side.push(between);
    }
    (!step.is_empty()).then_some(step)
}
