//! Things that several tests need.

pub mod book;
pub mod harm;
pub mod memory;
pub mod operation;
pub mod random;
pub mod screen;
