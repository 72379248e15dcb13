//! The parts of the screen, each a small reader of the state. None of them decides anything.

pub mod bar;
pub mod continuations;
pub mod hints;
pub mod inspector;
pub mod message;
pub mod pane;
pub mod small;
pub mod status;
pub mod title;
