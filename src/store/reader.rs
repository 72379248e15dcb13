//! From the bytes of a file to a typed value, or to what is wrong and where. Knows RON and the heads of files.

use std::path::Path;

use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::bad::{self, BadFile, Fault};
use super::error::StoreError;
use super::header;

/// The newest format that this program reads, and the one it writes.
pub const FORMAT: u32 = 1;

/// Bare values are read for optional fields, whether or not the file asks for it.
pub fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// Reads the value that `bytes`, the content of `file`, are to hold.
///
/// # Errors
/// [`StoreError::Newer`] for a file of a newer format, [`StoreError::Bad`] for anything that does not belong there.
pub fn read<T: DeserializeOwned>(file: &Path, bytes: Vec<u8>) -> Result<T, StoreError> {
    value(file, &text(file, bytes)?)
}

/// The text of a file of a format that this program knows, or of none that can be seen.
///
/// # Errors
/// [`StoreError::Newer`] for a file of a newer format, [`StoreError::Bad`] for what is no text.
pub fn text(file: &Path, bytes: Vec<u8>) -> Result<String, StoreError> {
    let text = header::text(bytes).map_err(|(line, column)| not_text(file, line, column))?;
    match header::format_of(&text) {
        Some(found) if found > FORMAT => {
            Err(StoreError::Newer { path: file.to_owned(), found, known: FORMAT })
        }
        Some(0) => Err(fault_at(file, 1, 1, Fault::UnknownFormat(0))),
        Some(_) | None => Ok(text),
    }
}

/// Tracking the path of fields costs time, so only a text that did not read is read again with it.
fn value<T: DeserializeOwned>(file: &Path, text: &str) -> Result<T, StoreError> {
    options()
        .from_str::<T>(text)
        .map_err(|error| diagnose::<T>(file, text).unwrap_or_else(|| bad_file(file, text, &nowhere(), error)))
}

fn diagnose<T: DeserializeOwned>(file: &Path, text: &str) -> Option<StoreError> {
    let mut reader = ron::Deserializer::from_str_with_options(text, &options()).ok()?;
    let error = serde_path_to_error::deserialize::<_, T>(&mut reader).err()?;
    let path = error.path().clone();
    Some(bad_file(file, text, &path, reader.span_error(error.into_inner())))
}

fn nowhere() -> serde_path_to_error::Path {
    serde_path_to_error::Track::new().path()
}

fn bad_file(
    file: &Path,
    text: &str,
    path: &serde_path_to_error::Path,
    error: ron::error::SpannedError,
) -> StoreError {
    StoreError::Bad(Box::new(bad::from_reader(file, text, path, error)))
}

/// The error for a file that is no text from a place on.
pub fn not_text(file: &Path, line: usize, column: usize) -> StoreError {
    fault_at(file, line, column, Fault::NotUtf8)
}

/// The error for a fault at a place of a file.
pub fn fault_at(file: &Path, line: usize, column: usize, fault: Fault) -> StoreError {
    StoreError::Bad(Box::new(BadFile {
        file: file.to_owned(),
        line,
        column,
        record: None,
        field: None,
        fault,
    }))
}
