//! The integration tests: one binary.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests are tests too")]

mod adding;
mod any_keys;
mod architecture;
mod choosing;
mod commands;
mod import;
mod journey;
mod overlays;
#[cfg(target_os = "linux")]
mod program;
mod properties;
#[cfg(target_os = "linux")]
mod pty;
mod readme;
mod scenarios;
mod screens;
mod support;
#[cfg(target_os = "linux")]
mod terminal;
