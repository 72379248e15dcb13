//! Finding records: the filter language, its evaluation over a million rows, and the order of what was found. Reads
//! the book, never writes it, and speaks no language: what is wrong with a query is a typed value.

pub mod fold;
pub mod fuzzy;

mod arena;
mod bits;
mod complete;
mod facet;
mod facts;
#[cfg(test)]
mod fixture;
mod ident;
mod matcher;
mod node;
mod parse;
mod problem;
mod reach;
mod read;
mod rec;
mod search;
mod sort;
mod term;
mod value;

pub use arena::{Arena, Arenas, Column};
pub use bits::Bits;
pub use complete::{Completion, Offer, complete};
pub use facts::{Difference, Facts, Level, NoFacts};
pub use fuzzy::Typos;
pub use matcher::{Ground, Hits};
pub use node::{Node, Query};
pub use parse::{DEEPEST, LONGEST, parse, parse_for};
pub use problem::{Problem, Progress, Trouble};
pub use rec::Rec;
pub use search::Search;
pub use sort::{Flow, Orders, Permutation, SortKey};
pub use term::{Meaning, Pane, Term, region_word};
pub use value::{Compare, DateTest, Direction, Test, Unit, When};
