//! English.

pub mod actions;
pub(super) mod agenda;
pub(super) mod apply;
pub(super) mod commands;
pub(super) mod consequences;
pub(super) mod edits;
pub(super) mod explain;
pub mod fields;
pub mod files;
pub mod history;
pub mod imports;
pub mod keys;
pub(super) mod operations;
pub mod overlays;
pub mod picks;
pub mod queries;
pub mod rules;
pub mod screen;
pub(super) mod store;
pub(super) mod topics;
pub(super) mod transfer;
pub mod tree;
pub(super) mod unfinished;
pub(super) mod verbs;
pub mod who;
pub mod window;
