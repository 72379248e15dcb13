//! The canonical form of a value as RON: one line, one spelling. Knows serde and nothing of the book.
//!
//! Stock `ron` reads what this writes (with `implicit_some`). Our own writer stands here because the stock one turns
//! `O'Neil` into `O\'Neil` and chooses its escapes by the Unicode version of the compiler: two builds would write
//! one value in two ways, and every save would be a merge conflict.

mod escape;
mod writer;

use std::fmt;

use serde::Serialize;

/// Why a value has no canonical form: always a defect of a type, never of the user's data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CanonicalError {
    /// A float: `1e400` would come back as infinity.
    Float,
    /// A byte string: ids and hashes are text.
    Bytes,
    /// A map: doubled keys would be dropped in silence on reading.
    Map,
    /// An integer of 128 bits: stock `ron` does not read it.
    Wide,
    /// A field or variant whose name is not a plain identifier.
    Name(&'static str),
    /// What a type of ours said while it was written.
    Message(String),
}

impl fmt::Display for CanonicalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

impl std::error::Error for CanonicalError {}

impl serde::ser::Error for CanonicalError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::Message(message.to_string())
    }
}

/// Appends the canonical form of `value` to `out`, without a line end.
///
/// # Errors
/// When the type has no canonical form; `out` then ends in half a value.
pub fn write<T: Serialize + ?Sized>(out: &mut String, value: &T) -> Result<(), CanonicalError> {
    value.serialize(&mut writer::Writer { out })
}

/// The canonical form of `value` as a line of its own, without a line end.
///
/// # Errors
/// When the type has no canonical form.
pub fn line<T: Serialize + ?Sized>(value: &T) -> Result<String, CanonicalError> {
    let mut out = String::new();
    write(&mut out, value)?;
    Ok(out)
}

/// Appends a field of the root: a line of its own.
///
/// # Errors
/// When the type has no canonical form.
pub fn write_field<T: Serialize + ?Sized>(
    out: &mut String,
    name: &str,
    value: &T,
) -> Result<(), CanonicalError> {
    out.push_str("    ");
    out.push_str(name);
    out.push_str(": ");
    write(out, value)?;
    out.push_str(",\n");
    Ok(())
}

/// Appends a row of a list of the root: a line of its own.
///
/// # Errors
/// When the type has no canonical form.
pub fn write_row<T: Serialize + ?Sized>(out: &mut String, value: &T) -> Result<(), CanonicalError> {
    out.push_str("        ");
    write(out, value)?;
    out.push_str(",\n");
    Ok(())
}

#[cfg(test)]
mod tests;
