//! Things that several tests need.

pub mod screen;
