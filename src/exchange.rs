//! Foreign formats: Partner Center and Microsoft Graph files into rows and changes. Knows the model; no disk, no
//! words, no rules.
//!
//! [`read`] takes the bytes of one file and says what it is by its content. These kinds are imported:
//!
//! | kind | what it is |
//! |---|---|
//! | `customers`, `customer` | customers: list, search, of a reseller, one by id |
//! | `resellers-of-provider` | partner relationships, exported by a provider |
//! | `providers-of-reseller` | partner relationships, exported by a reseller |
//! | `resellers-of-customer` | the resellers of one customer |
//! | `relationship-request` | the link that asks a customer for a relationship: its parts are shown |
//! | `subscriptions`, `subscription` | of a customer, by partner, by order, add-ons, one; old and new commerce |
//! | `support-contact` | the support contact of a subscription |
//! | `agreements` | agreements of a customer, one or several |
//! | `gdap-relationships`, `gdap-relationship` | granular delegated admin relationships of Microsoft Graph |
//!
//! Every other kind of [`Kind`] is named and left alone: profiles, orders, carts, transfers, analytics, licences,
//! invoices, PowerShell output, the portal's and Insights' delimited files, and so on. An error of the API that was
//! saved instead of data is explained by its code.

pub mod decode;
mod delimited;
mod fields;
pub mod graph;
pub mod head;
pub mod json;
mod kind;
pub mod note;
pub mod partner_center;
mod recognise;
pub mod reconcile;
pub mod rows;
pub mod saved_error;
mod scalar;
pub mod tolerant;

#[cfg(test)]
mod tests;

pub use decode::{SIZE_CAP, Unreadable};
pub use fields::Item;
pub use json::{Fault, JsonError};
pub use kind::Kind;
pub use note::{Aside, Note, NoteKind, Place, Reason};
pub use reconcile::{Context, Counts, Import, Need, Report};
pub use rows::{Export, Extent, Reading, Rows};
pub use saved_error::{Meaning, SavedError};

/// Why a file is not imported.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// Its bytes are no text.
    Unreadable(Unreadable),
    /// It is not JSON, though it looks like it.
    NotJson(JsonError),
    /// It is an error of the API, saved by mistake.
    SavedError(SavedError),
    /// It is known, or not, and not imported.
    NotImported(Kind),
}

/// Reads the bytes of one file.
///
/// # Errors
/// What the file is instead of something that is imported.
pub fn read(bytes: &[u8]) -> Result<Export, Refusal> {
    let decoded = decode::decode(bytes).map_err(Refusal::Unreadable)?;
    if !decoded.text.trim_start().starts_with(['{', '[']) {
        return Err(Refusal::NotImported(delimited::kind_of(&decoded.text)));
    }
    let (json, tolerated) = json::parse(&decoded.text).map_err(Refusal::NotJson)?;
    if let Some(error) = saved_error::read(&json) {
        return Err(Refusal::SavedError(error));
    }
    let kind = recognise::kind_of(&json);
    let reading = Reading {
        encoding: decoded.encoding,
        replaced: decoded.replaced,
        lost_mark: decoded.lost_mark,
        tolerated,
        exported_at: decoded.head.date,
    };
    rows::read(kind, &json, reading, &decoded.head).ok_or(Refusal::NotImported(kind))
}
