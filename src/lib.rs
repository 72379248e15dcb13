//! Partnerbook: who sells, provisions, administers and supports what, for whom, in Microsoft's Cloud Solution
//! Provider channel. An offline book, edited by keyboard, judged by the programme's rules.
//!
//! A module uses only modules of floors below its own; `tests/it/architecture.rs` holds this:
//!
//! ```text
//! 8  cli
//! 7  tui
//! 6  app
//! 5  config
//! 4  i18n
//! 3  store · exchange
//! 2  edit · demo · survey
//! 1  rules · query · keymap
//! 0  model · action
//! ```

pub mod action;
pub mod app;
pub mod cli;
pub mod config;
pub mod demo;
pub mod edit;
pub mod exchange;
pub mod i18n;
pub mod keymap;
pub mod model;
pub mod query;
pub mod rules;
pub mod store;
pub mod survey;
pub mod tui;
