//! French, in the words of the Partner Center in French.

pub mod actions;
pub(super) mod commands;
pub(super) mod edits;
pub mod fields;
pub mod files;
pub mod imports;
pub mod keys;
pub mod overlays;
pub mod picks;
pub mod queries;
pub mod rules;
pub mod screen;
pub(super) mod store;
pub(super) mod verbs;
pub mod window;
