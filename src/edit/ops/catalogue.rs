//! The table of the operations (rules.md 2): what each is called, who does it, which rules are its preconditions, what it
//! may change, and where it comes from. "Must not change" is everything else: [`stray`] finds it in a step.

mod beside;
mod id;
mod may;
mod rows;

pub use id::OpId;
pub(super) use may::checked;
pub use may::{May, stray};
pub use rows::OPERATIONS;

use crate::model::Verb;

/// Who acts in an operation (rules.md 2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Actor {
    /// An indirect provider.
    Provider,
    /// An indirect reseller.
    Reseller,
    /// A direct-bill partner.
    DirectBill,
    /// The customer's Global admin.
    Customer,
}

/// An operation of the programme.
#[derive(Clone, Copy, Debug)]
pub struct Operation {
    /// Its id.
    pub id: OpId,
    /// The steps by which it is done.
    pub verbs: &'static [Verb],
    /// Who does it; several act one after another.
    pub actors: &'static [Actor],
    /// The ids of the rules that are its preconditions. They are judged when its step is committed.
    pub needs: &'static [&'static str],
    /// What it may change. Nothing else of the book may.
    pub may: &'static [May],
    /// The pages it comes from.
    pub source: &'static str,
}

/// The operation with this id.
pub fn operation(id: OpId) -> Option<&'static Operation> {
    OPERATIONS.iter().find(|operation| operation.id == id)
}

/// The operation that a verb is a step of.
pub fn of_verb(verb: Verb) -> Option<&'static Operation> {
    OPERATIONS.iter().find(|operation| operation.verbs.contains(&verb))
}

#[cfg(test)]
mod tests;
