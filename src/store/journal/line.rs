//! A line of the journal as text, and the checksum that chains it to the line before.

use crate::store::book_file;
use crate::store::canonical::{self, CanonicalError};

use super::Entry;

/// The line for people at the top.
const COMMENT: &str =
    "// Partnerbook: what was done since the last save, one step a line. The program alone writes here.\n";

/// The newest format of the file that this program reads, and the one it writes.
pub const FORMAT: u32 = 1;

/// How the head begins.
pub const HEAD: &str = "Journal(";

/// How every line begins.
pub const SUM: &str = "(sum:\"";
const SUM_END: &str = "\",entry:";
const END: &str = ")";
const SUM_DIGITS: usize = 16;

/// The head of a journal file: tells it from all others, so that no line of one passes for a line of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// A number that no other journal file has.
    pub id: u64,
    /// The number of the entry that its first one follows.
    pub after: u64,
}

impl Head {
    fn text(self) -> String {
        format!("Journal(format: {FORMAT}, id: \"{}\", after: {})", book_file::hash_text(self.id), self.after)
    }

    /// The head that a line is; nothing when it is none.
    pub fn read(line: &str) -> Option<Self> {
        let rest = line.strip_prefix(&format!("Journal(format: {FORMAT}, id: \""))?.strip_suffix(')')?;
        let (id, after) = rest.split_once("\", after: ")?;
        let head = Self { id: u64::from_str_radix(id, 16).ok()?, after: after.parse().ok()? };
        (head.text() == line).then_some(head)
    }

    /// The sum that the first line of the file is chained to.
    pub fn sum(self) -> u64 {
        book_file::hash(self.text().as_bytes())
    }
}

/// The text of a whole file, and the sum of its last line.
///
/// # Errors
/// When an entry has no canonical form: a defect of the program.
pub fn file(entries: &[Entry], head: Head) -> Result<(String, u64), CanonicalError> {
    let mut text = format!("{COMMENT}{}\n", head.text());
    let mut sum = head.sum();
    for entry in entries {
        sum = push(&mut text, entry, sum)?;
    }
    Ok((text, sum))
}

/// Appends the line of an entry that follows the line with the sum `before`; returns its own sum.
///
/// # Errors
/// When the entry has no canonical form; `text` is as it was then.
pub fn push(text: &mut String, entry: &Entry, before: u64) -> Result<u64, CanonicalError> {
    let body = canonical::line(entry)?;
    let sum = chained(before, &body);
    for part in [SUM, &book_file::hash_text(sum), SUM_END, &body, END, "\n"] {
        text.push_str(part);
    }
    Ok(sum)
}

fn chained(before: u64, body: &str) -> u64 {
    let mut bytes = before.to_be_bytes().to_vec();
    bytes.extend_from_slice(body.as_bytes());
    book_file::hash(&bytes)
}

/// The sum and the entry of a line, both still as text; nothing when it has not the form of one.
pub fn parts(line: &str) -> Option<(u64, &str)> {
    let rest = line.strip_prefix(SUM)?;
    let (sum, body) = (rest.get(..SUM_DIGITS)?, rest.get(SUM_DIGITS..)?);
    let body = body.strip_prefix(SUM_END)?.strip_suffix(END)?;
    // One spelling only: a flipped bit must not read as the same number.
    let number = u64::from_str_radix(sum, 16).ok().filter(|number| book_file::hash_text(*number) == sum)?;
    Some((number, body))
}

/// Whether a line follows the line with the sum `before`.
pub fn follows(before: u64, sum: u64, body: &str) -> bool {
    chained(before, body) == sum
}

/// The sum that a line names, however damaged the rest of it is.
pub fn named(line: &str) -> Option<u64> {
    let digits = line.strip_prefix(SUM)?.get(..SUM_DIGITS)?;
    u64::from_str_radix(digits, 16).ok().filter(|number| book_file::hash_text(*number) == digits)
}

/// The lines of a damaged text, also where a line end is damaged. No text inside an entry looks like the beginning of a
/// line: its quotes are escaped.
pub fn pieces(text: &str) -> Vec<&str> {
    let starts: Vec<usize> = std::iter::once(0).chain(text.match_indices(SUM).map(|(at, _)| at)).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let pieces = starts.iter().zip(ends).map(|(start, end)| text[*start..end].trim_end_matches('\n'));
    pieces.filter(|piece| !piece.is_empty()).collect()
}

/// Whether `next` is a whole line behind the damaged `line`: it follows the sum that the line names or, when that is
/// what was damaged, the sum that the line would have behind one with the sum `before`.
pub fn is_behind(line: &str, next: &str, before: u64) -> bool {
    let Some((sum, body)) = parts(next) else { return false };
    let digits = line.strip_prefix(SUM).and_then(|rest| rest.get(..SUM_DIGITS));
    let named = digits.and_then(|digits| u64::from_str_radix(digits, 16).ok());
    let own = line.split_once(SUM_END).and_then(|(_, body)| body.strip_suffix(END));
    let meant = own.map(|own| chained(before, own));
    named.into_iter().chain(meant).any(|earlier| follows(earlier, sum, body))
}
