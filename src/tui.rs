//! The terminal: the only place for ratatui and crossterm.
