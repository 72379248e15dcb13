//! `book.ron`: what the book is called, whose it is, and the hash of every file. Knows the model's types.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::model::{Day, TenantId, Text};

use super::canonical::{self, CanonicalError};
use super::error::StoreError;
use super::{reader, stored};

/// The name of the file.
pub const NAME: &str = "book.ron";

/// The name at the top of the file.
pub const ROOT: &str = "Book";

/// What a book says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meta {
    /// What its user calls it.
    pub name: Text,
    /// The tenant of the partner whose book it is.
    pub us: Option<TenantId>,
    /// The day of the newest export in the baseline.
    pub baseline_on: Option<Day>,
}

/// All that `book.ron` says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Header {
    /// What the book says of itself.
    pub meta: Meta,
    /// How often it was saved.
    pub generation: u64,
    /// The entry of the journal up to which it was saved.
    pub taken: Taken,
    /// The files of the book as they were saved.
    pub listing: Listing,
}

/// How far a save took the journal over.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Taken {
    /// The number of the last entry.
    pub seq: u64,
    /// The journal file that held the entries then: only of that file it is known which of them are saved. After a
    /// checkout of other files the journal beside them is another.
    pub journal: u64,
}

/// The hash of a file's bytes, as `book.ron` writes it.
pub type Hash = u64;

/// The hash of `bytes`: tells files apart, and is no defence against forgery.
pub fn hash(bytes: &[u8]) -> Hash {
    twox_hash::XxHash3_64::oneshot(bytes)
}

/// Hashes by path; paths are relative to the folder of the book, with `/`.
pub type Listing = BTreeMap<String, String>;

/// A hash as text: sixteen hexadecimal digits.
pub fn hash_text(hash: Hash) -> String {
    format!("{hash:016x}")
}

#[derive(Deserialize)]
#[serde(rename = "Book", deny_unknown_fields)]
struct BookFile {
    #[serde(rename = "format")]
    _format: u32,
    #[serde(default)]
    name: Text,
    #[serde(default)]
    us: Option<TenantId>,
    #[serde(default)]
    baseline_on: Option<Day>,
    #[serde(default)]
    generation: u64,
    #[serde(default)]
    saved: u64,
    #[serde(default)]
    journal: String,
    #[serde(default)]
    files: Vec<Listed>,
    #[serde(default)]
    sum: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    path: String,
    hash: String,
}

/// Reads `book.ron`.
///
/// # Errors
/// When it is of a newer format, or not what belongs there.
pub fn read(file: &Path, bytes: Vec<u8>) -> Result<Header, StoreError> {
    read_summed(file, bytes).map(|(header, _)| header)
}

/// Reads `book.ron`, and whether it says what was written: nothing else stands behind what it says, so it carries a sum
/// of its own. A file without one is as people made it.
///
/// # Errors
/// As [`read`].
pub fn read_summed(file: &Path, bytes: Vec<u8>) -> Result<(Header, bool), StoreError> {
    let BookFile { name, us, baseline_on, generation, saved, journal, files, sum, .. } =
        reader::read(file, bytes)?;
    let listing = files.into_iter().map(|listed| (listed.path, listed.hash)).collect();
    let journal = u64::from_str_radix(&journal, 16).unwrap_or_default();
    let taken = Taken { seq: saved, journal };
    let header = Header { meta: Meta { name, us, baseline_on }, generation, taken, listing };
    let own = body(&header).ok().map(|body| sum_of(&body));
    let is_as_written = sum.is_none_or(|sum| Some(sum) == own);
    Ok((header, is_as_written))
}

fn sum_of(body: &str) -> String {
    hash_text(hash(body.as_bytes()))
}

/// The text of `book.ron`, under comments of the user's: one field and one file on a line.
///
/// # Errors
/// When a value has no canonical form.
pub fn text(header: &Header, comments: &str) -> Result<String, CanonicalError> {
    let mut out = stored::head(ROOT, "a book of CSP partners, customers and subscriptions", comments);
    let body = body(header)?;
    out.push_str(&body);
    canonical::write_field(&mut out, "sum", &sum_of(&body))?;
    out.push_str(")\n");
    Ok(out)
}

/// All fields but the sum.
fn body(header: &Header) -> Result<String, CanonicalError> {
    let Header { meta, generation, taken, listing } = header;
    let mut out = String::new();
    canonical::write_field(&mut out, "name", &meta.name)?;
    if let Some(us) = &meta.us {
        canonical::write_field(&mut out, "us", us)?;
    }
    if let Some(day) = &meta.baseline_on {
        canonical::write_field(&mut out, "baseline_on", day)?;
    }
    canonical::write_field(&mut out, "generation", generation)?;
    if *taken != Taken::default() {
        canonical::write_field(&mut out, "saved", &taken.seq)?;
        canonical::write_field(&mut out, "journal", &hash_text(taken.journal))?;
    }
    out.push_str("    files: [\n");
    for (path, hash) in listing {
        canonical::write_row(&mut out, &Listed { path: path.clone(), hash: hash.clone() })?;
    }
    out.push_str("    ],\n");
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_back() {
        let full = Header {
            meta: Meta {
                name: "O'Neil \"&\" \u{202e}Söhne".into(),
                us: Some("53eb21cb-6b2d-4ee5-9e92-27dfc927e93c".parse().unwrap()),
                baseline_on: Day::new(2026, 11, 1),
            },
            generation: 12,
            taken: Taken { seq: 40, journal: u64::MAX - 1 },
            listing: [("partners.ron".into(), hash_text(7)), ("a/00.ron".into(), hash_text(8))].into(),
        };
        for header in [full, Header::default()] {
            let text = text(&header, "").unwrap();
            assert_eq!(read(Path::new(NAME), text.into_bytes()).unwrap(), header);
        }
    }

    /// One bit of a file of which nothing else tells what stood there.
    #[test]
    fn no_flipped_bit_passes_for_what_was_written() {
        let listing = Listing::from([("partners.ron".into(), hash_text(7))]);
        let meta = Meta { name: "Sud".into(), us: None, baseline_on: Day::new(2026, 11, 1) };
        let header = Header { meta, generation: 3, taken: Taken { seq: 40, journal: 99 }, listing };
        let whole = text(&header, "").unwrap().into_bytes();
        for place in 0..whole.len() {
            for bit in 0..8 {
                let mut bytes = whole.clone();
                bytes[place] ^= 1 << bit;
                let found = read_summed(Path::new(NAME), bytes);
                let is_told = found.as_ref().map_or(true, |(_, is_as_written)| !is_as_written);
                assert!(is_told || found == Ok((header.clone(), true)), "bit {bit} of byte {place}");
            }
        }
    }

    #[test]
    fn without_a_sum_it_is_as_people_made_it() {
        let text = "Book(format: 1, name: \"Sud\")";
        assert!(read_summed(Path::new(NAME), text.into()).unwrap().1);
    }

    #[test]
    fn people_can_read_it() {
        let listing = Listing::from([("partners.ron".into(), hash_text(7))]);
        let meta = Meta { name: "Sud".into(), ..Meta::default() };
        insta::assert_snapshot!(
            text(&Header { meta, generation: 3, taken: Taken::default(), listing }, "").unwrap()
        );
    }
}
