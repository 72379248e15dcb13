//! Which operations the records have in common.

use super::{Kin, Shape};
use crate::edit::ops::{Do, Intent, Offer};
use crate::model::{Key, Model, Verb};

/// So many records are asked what they offer; the others are asked when the operation is done, and then told of.
const ASKED: usize = 200;

/// An operation that all of some records offer.
#[derive(Clone, Debug, PartialEq)]
pub struct Common {
    /// What it is; nothing where it leads nowhere from any of them.
    pub kin: Option<Kin>,
    /// As one of the records offers it.
    pub offer: Offer,
}

/// The operations that concern every one of the records, in the order in which the first offers them.
pub fn common(model: &Model, keys: &[Key]) -> Vec<Common> {
    let rows: Vec<Vec<Offer>> = keys.iter().take(ASKED).map(|key| Intent::for_row(model, *key)).collect();
    let in_all = |verb: Verb| rows.iter().all(|offers| offers.iter().any(|offer| offer.verb == verb));
    let mut found: Vec<Common> = Vec::new();
    for one in rows.iter().flat_map(|offers| of_row(offers)) {
        if in_all(one.offer.verb) && !found.iter().any(|known| same(known, &one)) {
            found.push(one);
        }
    }
    let possible: Vec<Verb> =
        found.iter().filter(|one| one.kin.is_some()).map(|one| one.offer.verb).collect();
    found.retain(|one| one.kin.is_some() || !possible.contains(&one.offer.verb));
    found
}

fn of_row(offers: &[Offer]) -> impl Iterator<Item = Common> {
    offers.iter().enumerate().map(|(place, offer)| {
        let kin = offer.does.as_ref().ok().map(|does| kin(&offers[..place], offer.verb, does));
        Common { kin, offer: offer.clone() }
    })
}

fn kin(before: &[Offer], verb: Verb, does: &Do) -> Kin {
    let shape = Shape::of(does);
    let like =
        |offer: &&Offer| offer.verb == verb && offer.does.as_ref().is_ok_and(|does| Shape::of(does) == shape);
    Kin { verb, shape, nth: before.iter().filter(like).count() }
}

fn same(a: &Common, b: &Common) -> bool {
    a.offer.verb == b.offer.verb && a.kin == b.kin
}
