//! Reseller relationships (R-REL): who must be related to the customer, how a relationship comes and goes, and who
//! stands as partner of record.

mod life;
mod record;
mod sale;
#[cfg(test)]
mod tests;

use super::catalogue::{Judge, Nature, Rule, Validity};
use super::code::{Code, Severity};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: Code::Rel001,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "connect-with-your-customers; indirect-reseller-tasks-in-partner-center; error-codes (SDK), 20002",
        judges: &[Judge::Subscription(sale::seller_is_related)],
    },
    Rule {
        code: Code::Rel002,
        severity: Severity::Warning,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "connect-with-your-customers; transition-direct-to-indirect; \
                 get-indirect-resellers-of-a-customer (SDK)",
        judges: &[Judge::Subscription(sale::both_are_related)],
    },
    Rule {
        code: Code::Rel003,
        severity: Severity::Error,
        nature: Nature::Operation,
        valid: Validity::ALWAYS,
        source: "remove-a-relationship; remove-a-reseller-relationship-with-a-customer (SDK)",
        judges: &[Judge::Step(life::nothing_is_left_running)],
    },
    Rule {
        code: Code::Rel004,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "request-a-relationship-with-a-customer; transition-direct-to-indirect; \
                 create-a-customer-for-an-indirect-reseller (SDK)",
        judges: &[Judge::Relationship(life::the_customer_accepted), Judge::Step(life::none_comes_back)],
    },
    Rule {
        code: Code::Rel005,
        severity: Severity::Warning,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "create-an-order-for-a-customer-of-an-indirect-reseller (SDK); use-the-reconciliation-files; \
                 get-invoiceline-items (SDK)",
        judges: &[Judge::Subscription(record::somebody_is_on_record)],
    },
    Rule {
        code: Code::Rel006,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "create-an-order (SDK); subscription-resources (SDK); error-codes (SDK), 2072, 800016",
        judges: &[Judge::Subscription(record::a_reseller_is_on_record)],
    },
    Rule {
        code: Code::Rel007,
        severity: Severity::Error,
        nature: Nature::Operation,
        valid: Validity::ALWAYS,
        source: "indirect-provider-tasks-in-partner-center; error-codes (SDK), 900400, 900414; that a missing \
                 partnership is refused is our own conclusion",
        judges: &[Judge::Step(record::seller_works_with_it)],
    },
    Rule {
        code: Code::Rel008,
        severity: Severity::Warning,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "assign-support-contacts; get-a-subscription-s-support-contact (SDK); remove-a-relationship",
        judges: &[Judge::Subscription(sale::support_is_reachable)],
    },
    Rule {
        code: Code::Rel009,
        severity: Severity::Hint,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "request-a-relationship-with-a-customer; customers-revoke-admin-privileges; revoke-reinstate-csp",
        judges: &[Judge::Relationship(life::access_is_left)],
    },
];
