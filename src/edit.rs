//! The only door to a changed book: transactions, undo, operations. Uses the model and the rules.

mod book;
mod history;
pub mod ops;

pub use book::{Book, Receipt, Rejection};
pub use history::History;
pub use ops::{Do, Impossible, Intent, Offer, Slot, Verdict};

#[cfg(test)]
mod tests;
