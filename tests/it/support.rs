//! Things that several tests need.

pub mod operation;
pub mod random;
pub mod screen;
