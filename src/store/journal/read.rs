//! Reading a journal: as far as its chain holds. A line that was torn off at the end was never confirmed; a line that is
//! damaged with whole ones behind it was.

use std::path::Path;

use crate::store::bad::Fault;
use crate::store::error::StoreError;
use crate::store::fault::Fault as Deliberate;
use crate::store::volume::Volume;
use crate::store::{files, header, reader};

use super::Entry;
use super::line::{self, FORMAT, Head};

/// What a journal says.
#[derive(Debug, Clone, PartialEq)]
pub struct Journaled {
    /// Which journal it is, and the number of the entry that it follows.
    pub head: Head,
    /// The entries whose chain holds.
    pub entries: Vec<Entry>,
    /// How it ends.
    pub tail: Tail,
}

/// How a journal ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tail {
    /// With a whole line.
    Whole,
    /// With something that is no line: from this line on, counted from 1.
    Torn(usize),
    /// A line is damaged, counted from 1, and so many whole ones follow it.
    Damaged(usize, usize),
}

/// Reads a journal; nothing when there is none.
///
/// # Errors
/// When the file cannot be read, is of a newer format, has no head, or lines of an unfinished merge stand in it.
pub fn read(volume: &dyn Volume, path: &Path) -> Result<Option<Journaled>, StoreError> {
    let Some(bytes) = files::read(volume, path)? else { return Ok(None) };
    // A flipped bit may leave bytes that are no text; the lines around it still count.
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<&str> = text.split('\n').collect();
    let Some((place, head)) = head(&lines) else { return without_head(path, &text).map(Some) };
    let found = chain(&lines, place, head);
    match unmerged(path, &text).filter(|_| found.tail != Tail::Whole) {
        Some(error) => Err(error),
        None => Ok(Some(found)),
    }
}

/// The head and its place. Comments of people may stand before it.
fn head(lines: &[&str]) -> Option<(usize, Head)> {
    let place = lines.iter().position(|line| !line.starts_with("//"))?;
    Some((place, Head::read(lines[place])?))
}

/// A file of a newer format is left alone; lines of an unfinished merge are called that, as in a table.
fn without_head(path: &Path, text: &str) -> Result<Journaled, StoreError> {
    match header::format_of(text) {
        Some(found) if found > FORMAT => {
            Err(StoreError::Newer { path: path.to_owned(), found, known: FORMAT })
        }
        Some(_) | None => {
            Err(unmerged(path, text).unwrap_or_else(|| reader::fault_at(path, 1, 1, Fault::JournalHead)))
        }
    }
}

/// The lines of an unfinished merge, where there are some.
fn unmerged(path: &Path, text: &str) -> Option<StoreError> {
    let (line, fault) = header::known_damage(text).filter(|(_, fault)| *fault == Fault::MergeMarkers)?;
    Some(reader::fault_at(path, line, 1, fault))
}

fn chain(lines: &[&str], first: usize, head: Head) -> Journaled {
    let mut journal = Journaled { head, entries: Vec::new(), tail: Tail::Whole };
    let mut sum = head.sum();
    for (place, text) in lines.iter().enumerate().skip(first + 1) {
        let is_end = place + 1 == lines.len();
        if is_end && text.is_empty() {
            break;
        }
        let next = head.after + journal.entries.len() as u64 + 1;
        // Without its line end a line was not written to its end, however whole it looks.
        let Some((entry, own)) = entry(text, sum).filter(|(entry, _)| entry.seq == next && !is_end) else {
            journal.tail = broken(lines, place, sum);
            break;
        };
        sum = own;
        journal.entries.push(entry);
    }
    journal
}

fn entry(text: &str, before: u64) -> Option<(Entry, u64)> {
    let (sum, body) = line::parts(text)?;
    let holds = line::follows(before, sum, body) || Deliberate::NoChecksum.is_in_force();
    holds.then(|| reader::options().from_str(body).ok()).flatten().map(|entry| (entry, sum))
}

/// Whole lines behind a broken one mean that it was confirmed, and so does a line that is whole but for its sum: what a
/// disk did not write to its end is cut off, or has holes of zeros.
fn broken(lines: &[&str], place: usize, before: u64) -> Tail {
    let rest = lines[place..].join("\n");
    let pieces = line::pieces(&rest);
    let later = pieces.windows(2).filter(|pair| line::is_behind(pair[0], pair[1], before)).count();
    let is_whole = line::parts(lines[place]).is_some() && place + 1 < lines.len();
    if Deliberate::DamageIsTorn.is_in_force() {
        return Tail::Torn(place + 1);
    }
    if later > 0 || (is_whole && !lines[place].contains('\0')) {
        Tail::Damaged(place + 1, later)
    } else {
        Tail::Torn(place + 1)
    }
}
