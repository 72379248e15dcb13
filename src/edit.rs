//! The only door to a changed book: transactions, undo, operations. Uses the model and the rules.

mod around;
mod book;
pub mod bulk;
mod consequences;
pub mod fix;
mod history;
pub mod moving;
pub mod ops;

pub use book::{Book, Receipt, Rejection};
pub use bulk::{Bulk, Deed};
pub use consequences::{Consequences, Effect, Matter};
pub use fix::{Does, Fix, FixKind, fix_and_choose, fix_and_retry, fixes};
pub use history::History;
pub use ops::{Do, Impossible, Intent, Offer, Slot, Verdict};

#[cfg(test)]
mod tests;
