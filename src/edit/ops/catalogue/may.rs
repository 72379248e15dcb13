//! What a step may change, held against what it changes.

use super::beside::beside;
use super::of_verb;
use crate::edit::ops::Impossible;
use crate::model::{Change, FieldRef, Key, TableName, Transaction, Verb};

/// Something that a step may do to the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum May {
    /// Records of this table come to be.
    Add(TableName),
    /// Records of this table go.
    Remove(TableName),
    /// These fields change in records that are there.
    Edit(&'static [FieldRef]),
}

impl May {
    fn adds(self, table: TableName) -> bool {
        self == Self::Add(table)
    }

    fn removes(self, table: TableName) -> bool {
        self == Self::Remove(table)
    }

    fn edits(self, field: FieldRef) -> bool {
        match self {
            Self::Edit(fields) => fields.contains(&field),
            Self::Add(_) | Self::Remove(_) => false,
        }
    }
}

/// The first record that a step changes although none of these verbs may: what an operation does not list stays as it
/// is. What is edited by hand, imported or mended knows no such list. A verb that neither table names may change
/// nothing.
pub fn stray(step: &Transaction, verbs: &[Verb]) -> Option<Key> {
    if verbs.iter().any(|verb| matches!(verb, Verb::Edit | Verb::Import | Verb::Fix)) {
        return None;
    }
    let of = |verb: &Verb| of_verb(*verb).map_or_else(|| beside(*verb), |operation| operation.may);
    let may: Vec<May> = verbs.iter().flat_map(of).copied().collect();
    step.changes.iter().filter(|change| !is_listed(change, &may)).find_map(Change::key)
}

/// The step, when it changes nothing that it must not: as its own verb may, and as the verbs that it is put together
/// from.
///
/// # Errors
/// [`Impossible::Strays`] names the first record that must stay as it is.
pub(in crate::edit::ops) fn checked(step: Transaction, parts: &[Verb]) -> Result<Transaction, Impossible> {
    let verbs = [&[step.verb], parts].concat();
    stray(&step, &verbs).map_or(Ok(step), |key| Err(Impossible::Strays(key)))
}

fn is_listed(change: &Change, may: &[May]) -> bool {
    match (&change.before, &change.after) {
        (None, Some(after)) => may.iter().any(|may| may.adds(after.key().table())),
        (Some(before), None) => may.iter().any(|may| may.removes(before.key().table())),
        (Some(before), Some(after)) => {
            before.differing(after).into_iter().all(|field| may.iter().any(|may| may.edits(field)))
        }
        (None, None) => true,
    }
}
