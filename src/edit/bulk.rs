//! The same operation, or the same edit, on many records as one step: built row by row, judged as a whole. Rows that the
//! rules refuse are told with their reasons; the others can be done without them.

mod common;
mod judge;

pub use common::{Common, common};
pub use judge::{Outcome, Refusal};

use super::ops::{Do, Impossible, Intent, Offer, Slot};
use crate::model::{FieldRef, Key, Model, Verb};
use std::mem::{Discriminant, discriminant};
use std::sync::Arc;

/// How an operation goes on, whatever the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// It is complete, or goes on with what is open between the record and another.
    Step,
    /// A gap of this kind is filled first.
    Choose(Discriminant<Slot>),
    /// A form is filled first.
    Form,
}

/// What the offers of many records have in common when they are one operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kin {
    /// What it is called.
    pub verb: Verb,
    /// How it goes on.
    pub shape: Shape,
    /// Which of several that are called so and go on so; 0 is the first.
    pub nth: usize,
}

/// What is done to each record.
#[derive(Clone, Debug, PartialEq)]
pub enum Deed {
    /// The operation of this kind that concerns it; the gaps are filled with these, the same for all.
    Offer(Kin, Vec<Key>),
    /// These fields become these texts.
    Edit(Vec<(FieldRef, String)>),
}

/// One deed on many records.
#[derive(Clone, Debug, PartialEq)]
pub struct Bulk {
    /// The records.
    pub keys: Arc<[Key]>,
    /// What is done to each.
    pub deed: Deed,
}

impl Shape {
    /// The shape of what an offer does. What is open between two records is another pair on every row.
    pub fn of(does: &Do) -> Self {
        match does {
            Do::Step(_) | Do::Choose(Slot::Open { .. }) => Self::Step,
            Do::Choose(slot) => Self::Choose(discriminant(slot)),
            Do::Form(_) | Do::Fill(_) | Do::Paper(_) => Self::Form,
        }
    }
}

impl Bulk {
    /// The same with one more gap filled.
    #[must_use]
    pub fn picked(&self, candidate: Key) -> Self {
        let deed = match &self.deed {
            Deed::Offer(kin, picks) => Deed::Offer(*kin, picks.iter().copied().chain([candidate]).collect()),
            Deed::Edit(fields) => Deed::Edit(fields.clone()),
        };
        Self { keys: Arc::clone(&self.keys), deed }
    }

    /// The gap that is to be filled next, as the first record that offers the operation has it. One answer serves all.
    pub fn slot(&self, model: &Model) -> Option<Slot> {
        let Deed::Offer(kin, picks) = &self.deed else { return None };
        let next = |key: &Key| match on_row(model, *key, *kin, picks) {
            Ok(Do::Choose(slot)) if !matches!(slot, Slot::Open { .. }) => Some(slot),
            Ok(_) | Err(_) => None,
        };
        self.keys.iter().find_map(next)
    }

    /// What is done to one record.
    fn intent(&self, model: &Model, key: Key) -> Result<Intent, Refusal> {
        match &self.deed {
            Deed::Edit(fields) => Ok(Intent::Edit(vec![key], fields.clone())),
            Deed::Offer(kin, picks) => match on_row(model, key, *kin, picks) {
                Ok(Do::Step(intent)) => Ok(intent),
                Ok(Do::Choose(_) | Do::Form(_) | Do::Fill(_) | Do::Paper(_)) => Err(Refusal::OneByOne),
                Err(why) => Err(Refusal::Impossible(why)),
            },
        }
    }
}

/// How the operation goes on for one record once the gaps are filled.
fn on_row(model: &Model, key: Key, kin: Kin, picks: &[Key]) -> Result<Do, Impossible> {
    let mut does = offered(model, key, kin)?;
    for pick in picks {
        match &does {
            Do::Choose(slot) => does = slot.pick(model, *pick)?,
            Do::Step(_) | Do::Form(_) | Do::Fill(_) | Do::Paper(_) => break,
        }
    }
    Ok(does)
}

fn offered(model: &Model, key: Key, kin: Kin) -> Result<Do, Impossible> {
    let offers: Vec<Offer> =
        Intent::for_row(model, key).into_iter().filter(|offer| offer.verb == kin.verb).collect();
    let mut fitting =
        offers.iter().filter_map(|offer| offer.does.as_ref().ok()).filter(|d| Shape::of(d) == kin.shape);
    if let Some(does) = fitting.nth(kin.nth) {
        return Ok(does.clone());
    }
    let why = offers.into_iter().find_map(|offer| offer.does.err());
    Err(why.unwrap_or(Impossible::NothingOpen(kin.verb, key)))
}

#[cfg(test)]
mod tests;
