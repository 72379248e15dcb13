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
    let BookFile { name, us, baseline_on, generation, saved, journal, files, .. } =
        reader::read(file, bytes)?;
    let listing = files.into_iter().map(|listed| (listed.path, listed.hash)).collect();
    let journal = u64::from_str_radix(&journal, 16).unwrap_or_default();
    let taken = Taken { seq: saved, journal };
    Ok(Header { meta: Meta { name, us, baseline_on }, generation, taken, listing })
}

/// The text of `book.ron`: one field and one file on a line.
///
/// # Errors
/// When a value has no canonical form.
pub fn text(header: &Header) -> Result<String, CanonicalError> {
    let Header { meta, generation, taken, listing } = header;
    let mut out = stored::head("Book", "a book of CSP partners, customers and subscriptions");
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
    out.push_str("    ],\n)\n");
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
            let text = text(&header).unwrap();
            assert_eq!(read(Path::new(NAME), text.into_bytes()).unwrap(), header);
        }
    }

    #[test]
    fn people_can_read_it() {
        let listing = Listing::from([("partners.ron".into(), hash_text(7))]);
        let meta = Meta { name: "Sud".into(), ..Meta::default() };
        insta::assert_snapshot!(
            text(&Header { meta, generation: 3, taken: Taken::default(), listing }).unwrap()
        );
    }
}
