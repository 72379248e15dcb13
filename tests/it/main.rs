//! The integration tests: one binary.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "helpers of tests are tests too")]

mod adding;
mod agenda;
mod agreements;
mod any_keys;
mod apply;
mod architecture;
#[cfg(target_os = "linux")]
mod bombs;
#[cfg(target_os = "linux")]
mod canary;
mod catalogue;
mod choosing;
mod commands;
mod consequences;
#[cfg(target_os = "linux")]
mod endings;
mod eras;
mod faults;
mod fmt;
mod history;
#[cfg(target_os = "linux")]
mod home;
mod hostile;
#[cfg(target_os = "linux")]
mod idle;
mod import;
mod journey;
mod keeping;
mod lifecycle;
mod meanwhile;
mod overlays;
#[cfg(target_os = "linux")]
mod pasting;
mod privileges;
#[cfg(target_os = "linux")]
mod program;
mod promises;
mod properties;
#[cfg(target_os = "linux")]
mod pty;
#[cfg(target_os = "linux")]
mod quitting;
mod read_only;
mod readme;
#[cfg(target_os = "linux")]
mod recovery;
#[cfg(target_os = "linux")]
mod redrawing;
#[cfg(target_os = "linux")]
mod resizing;
mod scenarios;
mod screens;
mod shell;
#[cfg(target_os = "linux")]
mod stopping;
mod support;
#[cfg(target_os = "linux")]
mod surroundings;
#[cfg(target_os = "linux")]
mod syscalls;
mod targets;
#[cfg(target_os = "linux")]
mod terminal;
mod transfer;
mod tree;
mod undoing;
mod unfinished;
mod waivers;
mod who;
