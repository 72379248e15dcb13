//! English.

pub mod actions;
pub mod keys;
pub mod rules;
