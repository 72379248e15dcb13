//! `remembered.ron`: answers that the program does not ask for twice. Losing it costs a question. Knows the store.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::model::TenantId;
use crate::store::error::StoreError;
use crate::store::volume::{Machine, machine};
use crate::store::{atomic, canonical, files, reader, stored};

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
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Export {
    folder: String,
    owner: TenantId,
}

impl Remembered {
    /// Reads the file of the config folder; without it nothing is remembered.
    ///
    /// # Errors
    /// When the file cannot be read; nothing is remembered then, and the file must not be replaced.
    pub fn read(config: &Path) -> Result<Self, StoreError> {
        let path = config.join(NAME);
        let Some(bytes) = files::read(&Machine, &path)? else { return Ok(Self::default()) };
        let file: File = reader::read(&path, bytes)?;
        let owners = file.exports.into_iter().map(|export| (export.folder, export.owner)).collect();
        Ok(Self { us: file.us, owners })
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
        let mut out = stored::head("Remembered", "answers of yours, so that they are not asked for twice");
        if let Some(us) = &self.us {
            canonical::write_field(&mut out, "us", us)?;
        }
        out.push_str("    exports: [\n");
        for (folder, owner) in &self.owners {
            canonical::write_row(&mut out, &Export { folder: folder.clone(), owner: *owner })?;
        }
        out.push_str("    ],\n)\n");
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
}
