//! The terminal: the only place for ratatui and crossterm. Threads, layout, drawing; no decisions.

pub mod border;
pub mod columns;
pub mod grid;
pub mod signs;
#[cfg(test)]
mod testing;
pub mod text;
pub mod theme;
