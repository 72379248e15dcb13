//! The only door to a changed book: transactions, undo, operations. Uses the model and the rules.

mod book;
mod history;

pub use book::{Book, Receipt, Rejection};
pub use history::History;

#[cfg(test)]
mod tests;
