//! The life of a subscription (R-SUB): its states and seats, until when it is cancelled, what becomes of its data, what
//! follows its term, what it stands on. What was bought outside CSP is changed where it was bought, and not judged here.

mod add_on;
mod closed;
mod data;
mod life;
mod pairs;
mod renewal;
mod seats;
mod status;
#[cfg(test)]
mod tests;
mod window;

pub use life::Life;
pub use window::{Cancelling, cancelling};

use super::catalogue::{Judge, Nature, Rule, Validity};
use super::code::{Code, Severity};
use super::fact::{Fact, lacks};
use super::step::Step;
use crate::model::{Status, Subscription, SubscriptionField, Verb};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: Code::Sub001,
        severity: Severity::Error,
        nature: Nature::Operation,
        valid: Validity::ALWAYS,
        source: "create-a-new-subscription; subscription-resources (SDK, Oct-2021); error-codes (SDK), 2011; \
                 lifecycle (mcp); learn: subscription-lifecycle",
        judges: &[Judge::Step(status::along_the_edges), Judge::Subscription(status::legacy_never_expires)],
    },
    Rule {
        code: Code::Sub002,
        severity: Severity::Error,
        nature: Nature::Operation,
        valid: Validity::ALWAYS,
        source: "error-codes (SDK), 2001, 800091, 6000; lifecycle (mcp)",
        judges: &[Judge::Step(status::changed_while_active)],
    },
    Rule {
        code: Code::Sub003,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "error-codes (SDK), 2002; get-addon-offers-by-offer-id (SDK); \
                 get-a-list-of-products-by-customer (SDK); offer-your-customers-trials-of-microsoft-products; \
                 offer-resources (SDK); pricing-and-offers; announcements, 2020",
        judges: &[
            Judge::Subscription(seats::within_the_limits),
            Judge::Subscription(seats::few_enough),
            Judge::Subscription(seats::tried_once),
        ],
    },
    Rule {
        code: Code::Sub004,
        severity: Severity::Error,
        nature: Nature::Operation,
        valid: Validity::ALWAYS,
        source: "change-the-quantity-of-a-subscription (SDK, Oct-2021); lifecycle and policies (mcp)",
        judges: &[Judge::Step(seats::down_in_the_window)],
    },
    Rule {
        code: Code::Sub005,
        severity: Severity::Error,
        nature: Nature::Operation,
        // How long the window is depends on the day of the purchase: the judge knows.
        valid: Validity::ALWAYS,
        source: "policies (mcp), 2026; migrate-subscriptions (Oct-2021); create-a-new-subscription; announcements, \
                 April and May 2021; csp-on-premise-software; azure-reservations-manage; error-codes (SDK), 900117, 800063",
        judges: &[Judge::Step(window::cancelled_in_time)],
    },
    Rule {
        code: Code::Sub006,
        severity: Severity::Warning,
        nature: Nature::Clock,
        valid: Validity::ALWAYS,
        source: "create-a-new-subscription; license-based-billing; learn: subscription-lifecycle; lifecycle and \
                 policies (mcp)",
        judges: &[Judge::Subscription(data::is_kept)],
    },
    Rule {
        code: Code::Sub007,
        severity: Severity::Error,
        nature: Nature::Clock,
        valid: Validity::ALWAYS,
        source: "manage-billing-frequency-software-subs (SDK, Oct-2021); lifecycle and policies (mcp); error-codes \
                 (SDK), 800093",
        judges: &[Judge::Subscription(renewal::choices_fit), Judge::Subscription(renewal::is_decided)],
    },
    Rule {
        code: Code::Sub008,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "create-a-new-subscription; purchase-an-add-on-to-a-subscription (SDK); error-codes (SDK), 27009, \
                 800029, 800011 to 800013, 900115, 900128, 900129; lifecycle (mcp)",
        judges: &[Judge::Subscription(add_on::stands_on_its_base), Judge::Subscription(add_on::beside_azure)],
    },
    Rule {
        code: Code::Sub009,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "subscription-resources (SDK); product-resources (SDK); enums (mcp); \
                 manage-billing-frequency-software-subs (SDK, Oct-2021); azure-reservations-buying; announcements",
        judges: &[Judge::Subscription(pairs::combine), Judge::Step(pairs::record_is_fixed)],
    },
    Rule {
        code: Code::Sub010,
        severity: Severity::Error,
        nature: Nature::Operation,
        valid: Validity { from: Some((2021, 7, 21)), until: None },
        source: "announcements, July 2021; purchase-azure-plan; azure-plan-transition",
        judges: &[Judge::Subscription(closed::bought_in_time), Judge::Step(closed::bought_now)],
    },
];

/// The subscriptions that an edit changes: before and after. What an import says is not judged as an edit.
fn edited<'a>(step: &Step<'a>) -> impl Iterator<Item = (&'a Subscription, &'a Subscription)> + use<'a> {
    let pairs = step.subscriptions().filter_map(|(before, after)| Some((before?, after)));
    let judged = step.verb != Verb::Import;
    pairs.filter(move |_| judged)
}

/// Whether it is over: nobody changes or renews it any more.
fn is_over(s: &Subscription) -> Fact {
    match s.status {
        Status::Deleted | Status::Expired | Status::Disabled => Ok(true),
        Status::Active | Status::Pending | Status::Suspended | Status::None => Ok(false),
        Status::Other(_) => Err(lacks(s, SubscriptionField::Status)),
    }
}

/// Whether it counts: sold through CSP, and not over.
fn is_running(s: &Subscription) -> Fact {
    super::fact::both(super::fact::is_csp(s), is_over(s).map(|over| !over))
}
