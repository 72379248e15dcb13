//! `remembered.ron`: answers that the program does not ask for twice. Losing it costs a question. Knows the store.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::model::TenantId;
use crate::store::error::StoreError;
use crate::store::volume::{Machine, machine};
use crate::store::{atomic, book_file, canonical, files, reader, stored};

/// The name of the file in the config folder.
pub const NAME: &str = "remembered.ron";

/// Answers given before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Remembered {
    /// Who we are, for a new book.
    us: Option<TenantId>,
    /// Whose exports a folder holds, by its full path.
    owners: BTreeMap<String, TenantId>,
}

#[derive(Deserialize)]
#[serde(rename = "Remembered", deny_unknown_fields)]
struct File {
    #[serde(rename = "format")]
    _format: u32,
    #[serde(default)]
    us: Option<TenantId>,
    #[serde(default)]
    exports: Vec<Export>,
    #[serde(default)]
    sum: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Export {
    folder: String,
    owner: TenantId,
}

impl Remembered {
    /// Reads the file of the config folder; without it nothing is remembered, and nothing of one that is not as it
    /// was written: a wrong answer is worse than a question.
    ///
    /// # Errors
    /// When the file cannot be read; nothing is remembered then, and the file must not be replaced.
    pub fn read(config: &Path) -> Result<Self, StoreError> {
        let path = config.join(NAME);
        let Some(bytes) = files::read_small(&Machine, &path)? else { return Ok(Self::default()) };
        let file: File = reader::read(&path, bytes)?;
        let owners = file.exports.into_iter().map(|export| (export.folder, export.owner)).collect();
        let found = Self { us: file.us, owners };
        let is_as_written = found.body().is_ok_and(|body| sum_of(&body) == file.sum);
        Ok(if is_as_written { found } else { Self::default() })
    }

    /// Writes the file of the config folder.
    ///
    /// # Errors
    /// When the system refuses; the old file stands then.
    pub fn write(&self, config: &Path) -> Result<atomic::Synced, StoreError> {
        let path = config.join(NAME);
        let text = self.text().map_err(|why| StoreError::Unwritable { path: path.clone(), why })?;
        files::ensure_folder(&Machine, config)?;
        atomic::replace(&machine(), &path, text.as_bytes())
    }

    fn text(&self) -> Result<String, canonical::CanonicalError> {
        let mut out =
            stored::head("Remembered", "answers of yours, so that they are not asked for twice", "");
        let body = self.body()?;
        out.push_str(&body);
        canonical::write_field(&mut out, "sum", &sum_of(&body))?;
        out.push_str(")\n");
        Ok(out)
    }

    /// All fields but the sum.
    fn body(&self) -> Result<String, canonical::CanonicalError> {
        let mut out = String::new();
        if let Some(us) = &self.us {
            canonical::write_field(&mut out, "us", us)?;
        }
        out.push_str("    exports: [\n");
        for (folder, owner) in &self.owners {
            canonical::write_row(&mut out, &Export { folder: folder.clone(), owner: *owner })?;
        }
        out.push_str("    ],\n");
        Ok(out)
    }

    /// Who we are, as it was said last.
    pub fn us(&self) -> Option<TenantId> {
        self.us
    }

    /// Remembers who we are.
    pub fn set_us(&mut self, us: TenantId) {
        self.us = Some(us);
    }

    /// Whose exports this folder, or the nearest one above it, holds.
    pub fn owner_of(&self, folder: &Path) -> Option<TenantId> {
        folder.ancestors().find_map(|above| self.owners.get(above.to_str()?).copied())
    }

    /// Remembers whose exports a folder holds. A folder whose path is no text is not remembered.
    pub fn set_owner(&mut self, folder: &Path, owner: TenantId) {
        if let Some(folder) = folder.to_str() {
            self.owners.insert(folder.to_owned(), owner);
        }
    }
}

fn sum_of(body: &str) -> String {
    book_file::hash_text(book_file::hash(body.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Guid;

    #[test]
    fn answers_come_back_and_hold_below_a_folder() {
        let config = tempfile::tempdir().unwrap();
        let folder = config.path().join("new/partnerbook");
        assert_eq!(Remembered::read(&folder), Ok(Remembered::default()));
        let mut answers = Remembered::default();
        let [us, other] = [1, 2].map(|n| TenantId(Guid::own(n)));
        answers.set_us(us);
        answers.set_owner(Path::new("/exports/O'Neil \"2026\""), other);
        assert_eq!(answers.write(&folder), Ok(atomic::Synced::Kept));
        let back = Remembered::read(&folder).unwrap();
        assert_eq!(back, answers);
        assert_eq!((back.us(), back.owner_of(Path::new("/exports"))), (Some(us), None));
        assert_eq!(back.owner_of(Path::new("/exports/O'Neil \"2026\"/october")), Some(other));
    }

    #[test]
    fn a_flipped_bit_costs_a_question_and_never_gives_another_answer() {
        let config = tempfile::tempdir().unwrap();
        let mut answers = Remembered::default();
        answers.set_us(TenantId(Guid::derived(&[b"us"])));
        answers.set_owner(Path::new("/exports"), TenantId(Guid::derived(&[b"other"])));
        let _ = answers.write(config.path()).unwrap();
        let path = config.path().join(NAME);
        let whole = std::fs::read(&path).unwrap();
        for place in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[place] ^= 1 << (place % 7);
            std::fs::write(&path, bytes).unwrap();
            let found = Remembered::read(config.path());
            let is_fine =
                found.as_ref().map_or(true, |found| *found == answers || *found == Remembered::default());
            assert!(is_fine, "byte {place}: {found:?}");
        }
    }
}
