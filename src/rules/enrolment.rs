//! Enrolment and agreements (R-ENR): who may do business at all, and what must be signed before it. Most of it is judged
//! at the day of the business it speaks of, and only some by the day of the look.

mod agreement;
mod onboarded;
mod restricted;
mod revenue;
mod signed;
mod standing;
#[cfg(test)]
mod tests;

use super::catalogue::{Judge, Nature, Rule, Validity};
use super::code::{Code, Severity};
use super::step::Step;
use crate::model::{Record, Subscription, Transfer, Verb};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: Code::Enr001,
        severity: Severity::Error,
        nature: Nature::State,
        // From 1 February 2020 on, by the day of the business: the judges know.
        valid: Validity::ALWAYS,
        source: "csp-supported-partner-relationships, CSP program requirements; microsoft-partner-agreement; \
                 mpa-indirect-provider-faq; verify-indirect-reseller-mpa-status (SDK), 2203, 2206; error-codes (SDK), \
                 900123, 900124; from when on each tenant signs is our own choice of a day",
        judges: &[Judge::Subscription(signed::sold_after_signing), Judge::Step(signed::new_business)],
    },
    Rule {
        code: Code::Enr002,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "csp-supported-partner-relationships; indirect-provider-tasks-in-partner-center; \
                 indirect-reseller-tasks-in-partner-center; verify-indirect-reseller-mpa-status (SDK), 2200, 2204, \
                 2205; error-codes (SDK), 800015, 800016",
        judges: &[
            Judge::Subscription(onboarded::record_is_enrolled),
            Judge::Partnership(onboarded::partner_is_enrolled),
        ],
    },
    Rule {
        code: Code::Enr003,
        severity: Severity::Error,
        nature: Nature::Operation,
        // The reseller's part begins later than the seller's: the judges know.
        valid: Validity::ALWAYS,
        source: "indirect-provider-tasks-in-partner-center; mpa-indirect-provider-faq; validate-reseller-por (mcp), \
                 900400, 900414; suspended-partner-center-account",
        judges: &[Judge::Step(standing::in_good_standing)],
    },
    Rule {
        code: Code::Enr004,
        severity: Severity::Warning,
        nature: Nature::Clock,
        valid: Validity { from: Some((2021, 1, 1)), until: None },
        source: "direct-partner-new-requirements; transition-direct-to-indirect; \
                 direct-bill-eligibility-requirements",
        judges: &[Judge::Partner(revenue::of_direct_bill)],
    },
    Rule {
        code: Code::Enr005,
        severity: Severity::Error,
        nature: Nature::Operation,
        valid: Validity::ALWAYS,
        source: "restricted-direct-bill-capabilities",
        judges: &[Judge::Step(restricted::buys_nothing_anew)],
    },
    Rule {
        code: Code::Enr006,
        severity: Severity::Warning,
        nature: Nature::Clock,
        valid: Validity { from: Some((2024, 4, 1)), until: None },
        source: "new-indirect-reseller-requirement",
        judges: &[Judge::Partner(revenue::of_reseller)],
    },
    Rule {
        code: Code::Enr007,
        severity: Severity::Error,
        nature: Nature::State,
        // From 1 February 2020 on, by the day of the order: the judges know.
        valid: Validity::ALWAYS,
        source: "confirm-customer-agreement; regional-authorization-overview; purchase-azure-plan; error-codes (SDK), \
                 13605; get-a-list-of-products-by-customer (SDK), purchasePrerequisites",
        judges: &[
            Judge::Subscription(agreement::agreed_before_the_order),
            Judge::Step(agreement::agreed_before_a_new_order),
        ],
    },
    Rule {
        code: Code::Enr008,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "confirm-customer-agreement; confirm-customer-consent-customer-agreement (SDK); \
                 transition-direct-to-indirect",
        judges: &[Judge::Customer(agreement::is_well_formed), Judge::Step(agreement::is_recorded_whole)],
    },
];

/// What a step buys or has bought anew: subscriptions that come to be. Nothing for an import, which orders nothing.
fn bought<'a>(step: &Step<'a>) -> impl Iterator<Item = &'a Subscription> + use<'a> {
    let orders = step.verb != Verb::Import;
    step.subscriptions().filter(move |(before, _)| orders && before.is_none()).map(|(_, after)| after)
}

/// The transfers that a step asks for.
fn transfers<'a>(step: &Step<'a>) -> impl Iterator<Item = &'a Transfer> + use<'a> {
    let orders = step.verb != Verb::Import;
    step.pairs().filter_map(move |pair| match pair {
        (None, Some(Record::Transfer(after))) if orders => Some(after),
        _ => None,
    })
}

/// The subscriptions that a step changes, as they were and as they become.
fn changed<'a>(step: &Step<'a>) -> impl Iterator<Item = (&'a Subscription, &'a Subscription)> + use<'a> {
    let orders = step.verb != Verb::Import;
    step.subscriptions().filter(move |_| orders).filter_map(|(before, after)| Some((before?, after)))
}
