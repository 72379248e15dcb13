//! English.

pub mod actions;
pub mod keys;
