//! Data hygiene (R-HYG): dates that make sense, names that lead somewhere, no secrets, and what a company's record must
//! hold where its country asks for it.

mod company;
mod dates;
mod loose;
mod secret;
#[cfg(test)]
mod tests;

use super::catalogue::{Judge, Nature, Rule, Validity};
use super::code::{Code, Severity};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: Code::Hyg001,
        severity: Severity::Warning,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "subscription-resources (SDK); get-all-indirect-resellers-analytics (SDK); samples of subscriptions",
        judges: &[
            Judge::Subscription(dates::of_subscription),
            Judge::Relationship(dates::of_relationship),
            Judge::Admin(dates::of_admin),
            Judge::Transfer(dates::of_transfer),
        ],
    },
    Rule {
        code: Code::Hyg002,
        severity: Severity::Warning,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "Partnerbook; the programming interface gives ids only: subscription-resources (SDK)",
        judges: &[
            Judge::Subscription(loose::of_subscription),
            Judge::Customer(loose::of_customer),
            Judge::Admin(loose::of_admin),
            Judge::Transfer(loose::of_transfer),
        ],
    },
    Rule {
        code: Code::Hyg003,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "create-a-customer-for-an-indirect-reseller (SDK), whose answer holds a password; samples",
        judges: &[
            Judge::Partner(secret::in_partner),
            Judge::Customer(secret::in_customer),
            Judge::Subscription(secret::in_subscription),
            Judge::Admin(secret::in_admin),
            Judge::Transfer(secret::in_transfer),
            Judge::Group(secret::in_group),
        ],
    },
    Rule {
        code: Code::Hyg004,
        severity: Severity::Error,
        nature: Nature::State,
        // The second list of countries begins later: the judge knows.
        valid: Validity::ALWAYS,
        source: "reg-number-id; announcements of November 2020 and 2021; customer-resources (SDK), \
                 organizationRegistrationNumber; error-codes (SDK), 600002, 600049 to 600051; \
                 indirect-reseller-tasks-in-partner-center, step 4; manage-locations",
        judges: &[Judge::Customer(company::of_customer), Judge::Partner(company::contact_of_partner)],
    },
];
