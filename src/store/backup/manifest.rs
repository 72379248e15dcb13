//! `backup.ron`: what a backup holds, so that it is seen at once whether all of it is there. Knows the canonical form.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::model::Moment;
use crate::store::book_file::{Hash, hash_text};
use crate::store::canonical::{self, CanonicalError};
use crate::store::error::StoreError;
use crate::store::files;
use crate::store::reader::{self, FORMAT};
use crate::store::volume::Volume;

/// The name of the file.
pub const NAME: &str = "backup.ron";

/// The line for people at the top.
const COMMENT: &str = "// Partnerbook: what this backup of a book holds. The folder is a book by itself.\n";

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// Its number.
    pub number: u64,
    /// How often the book had been saved.
    pub generation: u64,
    /// When it had been saved last, by a clock that may be wrong; nothing when the disk did not say.
    pub saved: Option<Moment>,
    /// When the backup was made.
    pub kept: Moment,
    /// How many records the book held.
    pub records: u64,
    /// Its files.
    pub files: BTreeMap<String, Content>,
}

/// What a file of a backup holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Content {
    /// The hash of its bytes.
    pub hash: Hash,
    /// How many bytes.
    pub bytes: u64,
}

#[derive(Deserialize)]
#[serde(rename = "Backup", deny_unknown_fields)]
struct File {
    #[serde(rename = "format")]
    _format: u32,
    number: u64,
    generation: u64,
    #[serde(default)]
    saved: Option<Moment>,
    kept: Moment,
    records: u64,
    files: Vec<Listed>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    path: String,
    hash: String,
    bytes: u64,
}

/// Reads the manifest in the folder of a backup; nothing when there is none.
///
/// # Errors
/// When it cannot be read.
pub fn read(volume: &dyn Volume, folder: &Path) -> Result<Option<Manifest>, StoreError> {
    let path = folder.join(NAME);
    let Some(bytes) = files::read(volume, &path)? else { return Ok(None) };
    let File { number, generation, saved, kept, records, files, .. } = reader::read(&path, bytes)?;
    let content = |listed: Listed| {
        let hash = u64::from_str_radix(&listed.hash, 16).unwrap_or_default();
        (listed.path, Content { hash, bytes: listed.bytes })
    };
    let files = files.into_iter().map(content).collect();
    Ok(Some(Manifest { number, generation, saved, kept, records, files }))
}

/// The text of the file.
///
/// # Errors
/// When a value has no canonical form: a defect of the program.
pub fn text(manifest: &Manifest) -> Result<String, StoreError> {
    written(manifest).map_err(|why| StoreError::Unwritable { path: NAME.into(), why })
}

fn written(manifest: &Manifest) -> Result<String, CanonicalError> {
    let mut out = format!("{COMMENT}#![enable(implicit_some)]\nBackup(\n    format: {FORMAT},\n");
    canonical::write_field(&mut out, "number", &manifest.number)?;
    canonical::write_field(&mut out, "generation", &manifest.generation)?;
    if let Some(saved) = &manifest.saved {
        canonical::write_field(&mut out, "saved", saved)?;
    }
    canonical::write_field(&mut out, "kept", &manifest.kept)?;
    canonical::write_field(&mut out, "records", &manifest.records)?;
    out.push_str("    files: [\n");
    for (path, content) in &manifest.files {
        let listed = Listed { path: path.clone(), hash: hash_text(content.hash), bytes: content.bytes };
        canonical::write_row(&mut out, &listed)?;
    }
    out.push_str("    ],\n)\n");
    Ok(out)
}
