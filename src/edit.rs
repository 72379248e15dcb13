//! The only door to a changed book: transactions, undo, operations.
