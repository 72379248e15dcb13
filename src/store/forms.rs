//! Forms that were being filled when the program ended: what was typed and is in no book yet, in a file of the book's
//! folder. Knows the model.

mod keeper;
mod shared;

use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::model::{Moment, Record, SubscriptionId, TenantId, Text, Verb};

use super::canonical::{self, CanonicalError};
use super::error::StoreError;
use super::reader::{self, FORMAT};
pub use keeper::{Found, Keeper};
pub use shared::{Ids, Keys, One, Step};

/// The name of the file in the folder of a book.
pub const NAME: &str = "forms.ron";

/// The largest file that is written or read, in bytes.
pub const LIMIT: u64 = 16 * 1024 * 1024;

/// The line for people at the top.
const COMMENT: &str = "// Partnerbook: forms that were being filled and are not in the book yet. The program alone writes here.\n";

/// The forms that were open at one time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sitting {
    /// When something was typed last, by a clock that may be wrong: for people only.
    pub at: Moment,
    /// The forms, one upon the other, the topmost last.
    pub forms: Vec<Unfinished>,
}

/// A form as it was left.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(clippy::large_enum_variant)] // there are one or two of them
pub enum Unfinished {
    /// Fields of a record, or of several.
    Form(Filled),
    /// The values of an operation.
    Slip(Slip),
    /// The transfer wizard.
    Transfer(Transfer),
}

/// A form for a record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filled {
    /// What it makes of its fields.
    pub aim: Aim,
    /// The record that it started from.
    pub base: Record,
    /// What was typed, by field.
    pub typed: Vec<Typed>,
    /// The name of the field of the cursor.
    pub cursor: Text,
}

/// A field that was changed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Typed {
    /// The name of the field.
    pub field: Text,
    /// What stands in it: untrusted.
    pub text: Text,
}

/// What a form makes of its fields.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Aim {
    /// A new record.
    Add,
    /// A new customer and its relationship with who creates it.
    Create {
        /// The seller.
        seller: TenantId,
        /// The reseller that the seller creates it for.
        reseller: Option<TenantId>,
    },
    /// The record, changed.
    Replace,
    /// Several records, changed alike.
    Edit(Keys),
    /// The operation of this name on the subscription that the form started from.
    Fill(Verb),
    /// A problem of the book is accepted.
    Accept {
        /// The rule, by its id.
        rule: Text,
        /// The record that it is on.
        on: One,
    },
    /// All that refuses a step is accepted, and the step done.
    Insist(Step),
}

/// The values of an operation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slip {
    /// Which operation.
    pub paper: Paper,
    /// What stood in each blank at first, and what stands there, in their order.
    pub blanks: Vec<Blank>,
    /// The place of the cursor among them.
    pub cursor: usize,
}

/// A blank of a slip.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Blank {
    /// What stood in it at first.
    pub before: Text,
    /// What stands in it: untrusted.
    pub text: Text,
}

/// An operation that asks for values.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Paper {
    /// An agreement of a customer.
    Agreement {
        /// Whose.
        customer: TenantId,
        /// Which of those that are recorded, counted from 0; nothing for a new one.
        place: Option<usize>,
    },
    /// The location of a partner.
    Location {
        /// Whose.
        partner: TenantId,
    },
}

/// The transfer wizard.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transfer {
    /// The place of the page among the pages.
    pub page: usize,
    /// What is chosen to move.
    pub what: Ids,
    /// Of these, what is left out.
    pub left_out: Vec<SubscriptionId>,
    /// Of these, what is bought anew when its term ends.
    pub at_term_end: Vec<SubscriptionId>,
    /// Whom Microsoft invoices then.
    pub seller: Option<TenantId>,
    /// Who is on record then.
    pub reseller: Option<TenantId>,
    /// True when the old reseller's relationship is removed.
    pub leaves: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Forms {
    #[serde(rename = "format")]
    _format: u32,
    sittings: Vec<Sitting>,
}

/// The text of the file.
///
/// # Errors
/// When something has no canonical form: a defect of the program.
pub fn text(sittings: &[Sitting]) -> Result<String, CanonicalError> {
    let mut out =
        format!("{COMMENT}#![enable(implicit_some)]\nForms(\n    format: {FORMAT},\n    sittings: [\n");
    for sitting in sittings {
        canonical::write_row(&mut out, sitting)?;
    }
    out.push_str("    ],\n)\n");
    Ok(out)
}

/// What the content of the file says.
///
/// # Errors
/// When it is of a newer format, or anything in it does not belong there.
pub fn read(path: &Path, bytes: Vec<u8>) -> Result<Vec<Sitting>, StoreError> {
    reader::read::<Forms>(path, bytes).map(|forms| forms.sittings)
}

#[cfg(test)]
mod tests;
