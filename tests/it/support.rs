//! Things that several tests need.

pub mod book;
pub mod operation;
pub mod random;
pub mod screen;
pub mod shell;
