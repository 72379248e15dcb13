//! English.

pub mod actions;
pub(super) mod edits;
pub mod keys;
pub mod rules;
pub mod screen;
pub mod window;
