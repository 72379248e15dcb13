//! What was bought elsewhere, and what moves between channels and sellers (R-MC).

mod beside;
mod support;
#[cfg(test)]
mod tests;

use super::catalogue::{Judge, Look, Nature, Rule, Validity};
use super::code::{Code, Severity};
use super::fact::{Fact, holds, is_live, lacks};
use super::finding::Out;
use super::reason::Reason;
use super::step::Step;
use crate::model::{Day, Family, FieldRef, Key, Record, Subscription, SubscriptionField, TransferKind, Verb};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: Code::Mc001,
        severity: Severity::Error,
        nature: Nature::Operation,
        valid: Validity::ALWAYS,
        source: "multichannel; csp-supported-partner-relationships, scenario 3; seed",
        judges: &[
            Judge::Step(support::only_what_may_be_supported),
            Judge::Step(support::elsewhere_is_read_only),
            Judge::Subscription(support::elsewhere_has_no_seller),
        ],
    },
    Rule {
        code: Code::Mc002,
        severity: Severity::Error,
        nature: Nature::Operation,
        // For which licences it holds depends on the day: the judge knows.
        valid: Validity::ALWAYS,
        source: "multichannel; transition-seat-based-services; transfers of new-commerce licences: \
                 get-transfer (mcp), 2024-04",
        judges: &[Judge::Step(licences_stay_with_their_seller)],
    },
    Rule {
        code: Code::Mc003,
        severity: Severity::Warning,
        nature: Nature::Clock,
        valid: Validity::ALWAYS,
        source: "multichannel, table of services",
        judges: &[Judge::Subscription(beside::one_channel_for_usage)],
    },
];

/// R-MC-002: a running licence keeps its seller; from April 2024 on this is so for legacy licences alone, since those of
/// new commerce move by a transfer. The exception is the transition from direct to indirect (OP-19): a transfer of that
/// kind in the same step. To fill in a seller that was not known moves nothing.
fn licences_stay_with_their_seller(look: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    if step.verb == Verb::Import {
        return;
    }
    for (before, after) in step.subscriptions() {
        let Some((before, seller)) = before.and_then(|before| before.seller.map(|seller| (before, seller)))
        else {
            continue;
        };
        let moved = after.seller.is_some_and(|other| other != seller && other != step.tenant(seller));
        let out = out.about(Key::Subscription(after.id));
        if moved
            && !goes_indirect(step, before, after)
            && holds(super::fact::both(is_live(before), is_bound(before, look.today)), out)
        {
            let field = FieldRef::Subscription(SubscriptionField::Seller);
            out.find(Reason::MovedMidTerm, Some(Key::Partner(seller)), Some(field));
        }
    }
}

/// True when a transfer of the same step moves it because a direct-bill partner goes indirect.
fn goes_indirect(step: &Step<'_>, before: &Subscription, after: &Subscription) -> bool {
    step.changes.iter().filter_map(|change| change.after.as_ref()).any(|record| {
        matches!(record, Record::Transfer(t) if t.kind == TransferKind::DirectToIndirect
            && t.subscriptions.contains(&after.id)
            && (t.source, t.target) == (before.seller, after.seller))
    })
}

/// Whether it is a licence that could not be transferred on this day.
fn is_bound(s: &Subscription, today: Day) -> Fact {
    match s.family {
        Family::LicenseLegacy => Ok(true),
        Family::LicenseNce => Ok(Day::new(2024, 4, 1).is_none_or(|transfers| today < transfers)),
        Family::Unknown | Family::Other(_) => Err(lacks(s, SubscriptionField::Family)),
        Family::AzureLegacy
        | Family::AzurePlan
        | Family::AzureSubscription
        | Family::Reservation
        | Family::SavingsPlan
        | Family::SoftwarePerpetual
        | Family::SoftwareSubscription
        | Family::MarketplaceSaas => Ok(false),
    }
}
