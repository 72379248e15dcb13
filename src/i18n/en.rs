//! English.

pub mod actions;
pub mod keys;
pub mod rules;
pub mod screen;
pub mod window;
