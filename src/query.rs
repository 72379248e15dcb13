//! Finding records: the filter language, its evaluation over a million rows, and the order of what was found. Reads
//! the book, never writes it, and speaks no language: what is wrong with a query is a typed value.

pub mod fold;
pub mod fuzzy;

mod complete;
mod node;
mod parse;
mod problem;
mod read;
mod term;
mod value;

pub use complete::{Completion, Offer, complete};
pub use node::{Node, Query};
pub use parse::{DEEPEST, LONGEST, parse};
pub use problem::{Problem, Progress, Trouble};
pub use term::{Meaning, Pane, Term, region_word};
pub use value::{Compare, DateTest, Direction, Test, Unit, When};
