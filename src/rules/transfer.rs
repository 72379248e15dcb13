//! Transfers of subscriptions between partners (R-TRF): who moves what to whom, whether the target is ready and the item
//! can move, the life of a request, and what is left to do after it. Most is judged when a request is made or answered.

mod after;
mod item;
mod life;
mod parties;
mod ready;
#[cfg(test)]
mod tests;

use super::catalogue::{Judge, Nature, Rule, Validity};
use super::code::{Code, Severity};
use super::fact::{Fact, Missing};
use super::step::Step;
use crate::model::{FieldRef, Key, Record, Transfer, TransferField, TransferStatus, Verb};

pub use life::leads_to;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: Code::Trf001,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "transfer-azure-subscriptions-under-azure-plan; switch-azure-subscriptions-to-a-different-partner; \
                 create-a-transfer (SDK); error-codes (SDK), 900147, 900148",
        judges: &[Judge::Transfer(parties::two_sellers), Judge::Subscription(parties::items_of_the_source)],
    },
    Rule {
        code: Code::Trf002,
        severity: Severity::Error,
        nature: Nature::Operation,
        valid: Validity::ALWAYS,
        source: "transfer-azure-subscriptions-under-azure-plan; switch-azure-subscriptions-to-a-different-partner; \
                 error-codes (SDK), 900131 to 900134, 900138; lifecycle, transfer (mcp)",
        judges: &[Judge::Step(ready::targets_are_ready)],
    },
    Rule {
        code: Code::Trf003,
        severity: Severity::Error,
        nature: Nature::Operation,
        valid: Validity::ALWAYS,
        source: "get-customer-s-subscriptions-transfer-eligibility (SDK); create-a-transfer (SDK); error-codes (SDK), \
                 900101 to 900104, 900145, 900146; lifecycle (mcp)",
        judges: &[Judge::Step(item::items_can_move), Judge::Step(item::nothing_else_changes)],
    },
    Rule {
        code: Code::Trf004,
        severity: Severity::Error,
        nature: Nature::Clock,
        // For which licences there are transfers depends on the day: the judge knows.
        valid: Validity::ALWAYS,
        source: "transfer-azure-subscriptions-under-azure-plan; samples of transfers; 25 items: P2P transfer page (learn); \
                 licences: get-transfer (mcp), 2024-04",
        judges: &[
            Judge::Transfer(life::is_answered_in_time),
            Judge::Transfer(life::not_too_many),
            Judge::Step(life::states_follow_each_other),
            Judge::Step(life::the_right_one_asks),
            Judge::Step(item::licences_by_their_procedure),
        ],
    },
    Rule {
        code: Code::Trf005,
        severity: Severity::Hint,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "transfer-azure-subscriptions-under-azure-plan; switch-azure-subscriptions-to-a-different-partner; \
                 transition-direct-to-indirect; azure-plan-transition",
        judges: &[Judge::Transfer(after::successors_are_linked), Judge::Transfer(after::roles_are_reviewed)],
    },
];

/// A field of a transfer.
fn field(field: TransferField) -> FieldRef {
    FieldRef::Transfer(field)
}

/// The transfer lacks this field.
fn lacks(t: &Transfer, field: TransferField) -> Missing {
    Missing(Key::Transfer(t.id), FieldRef::Transfer(field))
}

/// Whether it is asked for or under way.
fn is_open(t: &Transfer) -> Fact {
    match t.status {
        TransferStatus::Other(_) => Err(lacks(t, TransferField::Status)),
        _ => Ok(t.is_open()),
    }
}

/// The transfers of a step, before and after. An import says what is, and is not judged.
fn moves<'a>(step: &Step<'a>) -> impl Iterator<Item = (Option<&'a Transfer>, &'a Transfer)> + use<'a> {
    let judged = step.verb != Verb::Import;
    step.pairs().filter(move |_| judged).filter_map(|pair| match pair {
        (Some(Record::Transfer(before)), Some(Record::Transfer(after))) => Some((Some(before), after)),
        (None, Some(Record::Transfer(after))) => Some((None, after)),
        _ => None,
    })
}

/// The requests that a step makes, and those whose items or target it changes.
fn begun<'a>(step: &Step<'a>) -> impl Iterator<Item = &'a Transfer> + use<'a> {
    let step = *step;
    let same = move |a: &Transfer, b: &Transfer| {
        a.is_open() && a.subscriptions == b.subscriptions && a.target.map(|id| step.tenant(id)) == b.target
    };
    let begins = move |(before, after): &(Option<&Transfer>, &Transfer)| {
        after.is_open() && !before.is_some_and(|before| same(before, after))
    };
    moves(&step).filter(begins).map(|(_, after)| after)
}

/// The requests that a step answers with yes.
fn accepted<'a>(step: &Step<'a>) -> impl Iterator<Item = (&'a Transfer, &'a Transfer)> + use<'a> {
    moves(step).filter_map(|(before, after)| Some((before?, after))).filter(|(before, after)| {
        before.status == TransferStatus::Active
            && matches!(
                after.status,
                TransferStatus::InProgress | TransferStatus::Complete | TransferStatus::PartiallyComplete
            )
    })
}
