//! The terminal: the only place for ratatui and crossterm. Threads, layout, drawing; no decisions.

pub mod border;
pub mod clipboard;
pub mod columns;
#[cfg(unix)]
mod decode;
pub mod draw;
pub mod frames;
pub mod grid;
pub mod input;
pub mod jobs;
pub mod layout;
pub mod overlays;
pub mod pending;
pub mod plain;
pub mod planted;
pub mod run;
pub mod runtime;
pub mod session;
pub mod signals;
pub mod signs;
pub mod terminal;
#[cfg(test)]
mod testing;
pub mod text;
pub mod theme;
pub mod view;
