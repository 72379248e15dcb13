//! French, in the words of the Partner Center in French.

pub mod actions;
pub(super) mod edits;
pub mod keys;
pub mod rules;
pub mod screen;
pub mod window;
