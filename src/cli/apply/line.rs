//! The language of scripts: one edit on a line, as RON. Every form is here; nothing is done here.

use std::path::{Path, PathBuf};

use serde::Deserialize;

use crate::edit::ops::Acceptance;
use crate::model::{Day, TenantId, Text};
use crate::store::{StoreError, reader};

/// A field by name and what it becomes, as in a form.
pub type Pair = (String, String);

/// One edit.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Edit {
    /// Fields of a record become these values, as one step.
    Set {
        /// The record, as for `show`.
        record: String,
        /// The fields.
        fields: Vec<Pair>,
        /// What the rules refuse is accepted.
        #[serde(default)]
        waive: Option<Waive>,
    },
    /// A record comes to be.
    Add {
        /// The code of its table.
        table: String,
        /// Its fields; an id that is left out is made by the program.
        fields: Vec<Pair>,
        /// What the rules refuse is accepted.
        #[serde(default)]
        waive: Option<Waive>,
    },
    /// A record goes, with what means nothing without it.
    Remove {
        /// The record, as for `show`.
        record: String,
        /// What the rules refuse is accepted.
        #[serde(default)]
        waive: Option<Waive>,
    },
    /// Files are taken in, all or none, as one step.
    Import {
        /// The files.
        files: Vec<PathBuf>,
        /// The tenant of the partner whose export it is.
        #[serde(default)]
        us: Option<TenantId>,
        /// The tenant of the customer that the files are about.
        #[serde(default)]
        customer: Option<TenantId>,
    },
    /// The last step is taken back.
    Undo,
    /// The step that was last taken back is done again.
    Redo,
    /// The book is saved.
    Save,
}

/// Why the problems of an edit are accepted, and until when.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Waive {
    /// The reason.
    pub reason: Text,
    /// The last day.
    pub until: Day,
}

impl From<Waive> for Acceptance {
    fn from(Waive { reason, until }: Waive) -> Self {
        Self { reason, until: Some(until) }
    }
}

impl Edit {
    /// What it is called in a script.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Set { .. } => "Set",
            Self::Add { .. } => "Add",
            Self::Remove { .. } => "Remove",
            Self::Import { .. } => "Import",
            Self::Undo => "Undo",
            Self::Redo => "Redo",
            Self::Save => "Save",
        }
    }
}

/// The edit on a line of a script; nothing on a blank line and on one that is only a comment.
///
/// # Errors
/// When the line is no edit: line, column, and what would be right.
pub fn read(script: &Path, number: usize, line: Vec<u8>) -> Result<Option<Edit>, StoreError> {
    let start = line.trim_ascii_start();
    if start.is_empty() || start.starts_with(b"//") {
        return Ok(None);
    }
    let read = reader::read(script, line).map(Some);
    read.map_err(|error| match error {
        StoreError::Bad(mut bad) => {
            bad.line = number;
            StoreError::Bad(bad)
        }
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(line: &str) -> Result<Option<Edit>, StoreError> {
        read(Path::new("script.ron"), 7, line.into())
    }

    #[test]
    fn a_line_is_an_edit_or_nothing() {
        assert_eq!(edit("  \n"), Ok(None));
        assert_eq!(edit("// Set(record: \"a\")\r\n"), Ok(None));
        assert_eq!(edit("Undo // back\r\n"), Ok(Some(Edit::Undo)));
        let set = Edit::Set {
            record: "Nordlys".to_owned(),
            fields: vec![("note".to_owned(), "O'Neil \"x\"".to_owned())],
            waive: Some(Waive { reason: "audited".into(), until: "2026-12-31".parse().unwrap() }),
        };
        let line = r#"Set(record: "Nordlys", fields: [("note", "O'Neil \"x\"")], waive: (reason: "audited", until: "2026-12-31"))"#;
        assert_eq!(edit(line), Ok(Some(set)));
    }

    #[test]
    fn what_is_no_edit_has_its_line_and_column() {
        for (line, column) in [
            ("Sett(record: \"a\")", 1),
            ("Set(record: \"a\")", 16),
            ("Set(record: \"a\", field: [])", 18),
            ("Undo Redo", 6),
            ("Set(record: \"a\", fields: [(\"note\")])", 27),
            ("Remove(record: \"a", 17),
        ] {
            let Err(StoreError::Bad(bad)) = edit(line) else { panic!("{line} was read") };
            assert_eq!(bad.line, 7, "{line}");
            assert!(bad.column.abs_diff(column) <= 9, "{line}: {bad:?}");
        }
    }
}
