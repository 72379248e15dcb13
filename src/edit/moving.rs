//! What becomes of a move before it is made: what can move, later or not at all, what is needed first, what stays
//! behind, what comes after, and the one step that does it. Judged once for each change of what is asked, never for a
//! drawing.

mod note;
#[cfg(test)]
mod tests;

pub use note::Note;

use super::fix::fix_and_retry;
use super::ops::moving::{Hold, Move, Need, along, needs, requested, whole};
use super::ops::{Draft, Impossible};
use super::{Book, Rejection};
use crate::model::{Day, Model, Subscription, SubscriptionId, Transaction, Verb};
use crate::rules::Finding;
use rustc_hash::FxHashSet;

/// So many are judged one by one to find which of them the rules refuse.
const JUDGED: usize = 200;

/// What becomes of one subscription.
#[derive(Clone, Debug, PartialEq)]
pub enum Class {
    /// It moves, by this operation.
    Moves(Verb),
    /// Something holds it for now.
    Later(Hold),
    /// Something holds it for good.
    Never(Hold),
    /// The rules refuse it.
    Barred(Vec<Finding>),
}

/// One subscription of a move.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Which.
    pub id: SubscriptionId,
    /// What becomes of it.
    pub class: Class,
    /// What goes along with it.
    pub along: Vec<SubscriptionId>,
    /// True when the step moves it.
    pub taken: bool,
}

/// Why there is no step.
#[derive(Clone, Debug, PartialEq)]
pub enum Stop {
    /// Nothing is left that moves.
    Nothing,
    /// An operation leads nowhere.
    Impossible(Impossible),
    /// The rules refuse the whole.
    Broken(Vec<Finding>),
}

/// What becomes of a move.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// Each subscription that is a move of its own, in the order they were chosen.
    pub items: Vec<Item>,
    /// What the target must have, and whether it has it; nothing where that is not known.
    pub needs: Vec<(Need, Option<bool>)>,
    /// What stays behind.
    pub stays: Vec<Note>,
    /// What comes after.
    pub after: Vec<Note>,
    /// The one step, with what it lacks before it; or why there is none.
    pub step: Result<Transaction, Stop>,
    /// The findings that would appear, none of which refuses it.
    pub appears: Vec<Finding>,
    /// The book as the step leaves it, to name what is new.
    pub seen: Model,
}

impl Check {
    /// How many subscriptions move, move later, and do not move.
    pub fn counts(&self) -> [usize; 3] {
        let mut counts = [0; 3];
        for item in &self.items {
            match item.class {
                Class::Moves(_) => counts[0] += 1,
                Class::Later(_) => counts[1] += 1,
                Class::Never(_) | Class::Barred(_) => counts[2] += 1,
            }
        }
        counts
    }
}

/// Sorts what is chosen, and builds the step of what moves. What is left out is sorted, and stays. The book is as it was
/// afterwards.
#[allow(clippy::implicit_hasher)] // the sets of this program are all of one kind
pub fn check(book: &mut Book, wish: &Move, left_out: &FxHashSet<SubscriptionId>) -> Check {
    let mut items = sorted(book.model(), book.today(), wish, left_out);
    let mut step = tried(book, &taken(wish, &items));
    if let Err(Stop::Broken(_)) = step {
        bar(book, wish, &mut items);
        step = tried(book, &taken(wish, &items));
    }
    let wish = taken(wish, &items);
    let appears = step.as_ref().ok().and_then(|step| book.would(step).ok()).map(|receipt| receipt.appeared);
    let (model, today) = (book.model(), book.today());
    let seen = seen(model, &step);
    Check {
        needs: needs(model, today, &wish),
        stays: note::stays(model, &wish, &items),
        after: note::after(model, &seen, &wish, &items),
        items,
        step,
        appears: appears.unwrap_or_default(),
        seen,
    }
}

/// The book as the step leaves it; as it is where there is none.
fn seen(model: &Model, step: &Result<Transaction, Stop>) -> Model {
    let mut draft = Draft::new(model);
    step.iter().for_each(|step| draft.take(step));
    draft.into_now()
}

/// Each chosen subscription with its class. What goes along with another is no line of its own.
fn sorted(model: &Model, today: Day, wish: &Move, left_out: &FxHashSet<SubscriptionId>) -> Vec<Item> {
    let choice = wish.choice(model, today);
    let chosen = wish.subscriptions.iter().filter_map(|id| model.subscription(*id));
    let item = |s: &Subscription| {
        let way = choice.way(s);
        let taken = wish.way(&choice, s).is_ok() && !left_out.contains(&s.id);
        Item { id: s.id, class: class(way), along: along(model, s.id), taken }
    };
    chosen.filter(|s| !choice.goes_along(s)).map(item).collect()
}

fn class(way: Result<Verb, Hold>) -> Class {
    match way {
        Ok(verb) => Class::Moves(verb),
        Err(hold) if hold.is_for_now() => Class::Later(hold),
        Err(hold) => Class::Never(hold),
    }
}

/// The move of what is taken alone.
fn taken(wish: &Move, items: &[Item]) -> Move {
    let subscriptions = items.iter().filter(|item| item.taken).map(|item| item.id).collect();
    Move { subscriptions, ..wish.clone() }
}

/// The step of a move, with all it lacks, as the rules allow it.
fn tried(book: &mut Book, wish: &Move) -> Result<Transaction, Stop> {
    if wish.subscriptions.is_empty() {
        return Err(Stop::Nothing);
    }
    let step = whole(book.model(), book.today(), wish).map_err(Stop::Impossible)?;
    // The rules of requests speak while a transfer waits, which the wished end state passes over.
    if let Some(request) = requested(book.model(), book.today(), wish)
        && let Err(Rejection::Broken(broken)) = book.would(&request)
    {
        fix_and_retry(book, request).map_err(|_| Stop::Broken(broken))?;
    }
    match book.would(&step) {
        Ok(_) => Ok(step),
        Err(Rejection::Broken(_)) => fix_and_retry(book, step).map_err(Stop::Broken),
        Err(Rejection::Stale(_) | Rejection::Nothing) => Err(Stop::Nothing),
    }
}

/// Finds which of them the rules refuse, each judged by itself.
fn bar(book: &mut Book, wish: &Move, items: &mut [Item]) {
    for item in items.iter_mut().filter(|item| item.taken).take(JUDGED) {
        let alone = Move { subscriptions: vec![item.id], ..wish.clone() };
        if let Err(Stop::Broken(findings)) = tried(book, &alone) {
            item.class = Class::Barred(findings);
            item.taken = false;
        }
    }
}
