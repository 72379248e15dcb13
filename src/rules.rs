//! The programme's rules as predicates over the book. Reads the model alone; answers with codes and keys.

mod catalogue;
mod cloud;
mod code;
mod fact;
mod finding;
mod findings;
mod identity;
pub mod judge;
mod multi_channel;
mod multi_partner;
mod partnership;
mod reason;
mod reference;
mod region;
mod relationship;
pub mod scope;
mod segment;
mod self_dealing;
mod step;
#[cfg(test)]
pub(crate) mod testing;

pub use catalogue::{Judge, Look, Nature, Rule, Sale, Validity, all, rule};
pub use code::{Code, Severity};
pub use finding::{Finding, Out, Unjudged, Verdicts};
pub use findings::{Findings, Progress};
pub use reason::Reason;
pub use step::Step;
