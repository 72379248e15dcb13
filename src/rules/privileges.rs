//! Admin privileges (R-ADM): delegated ones, which are retired, and granular ones with their form, their life, their
//! clock and their use.

mod dap;
mod end;
mod extent;
mod form;
mod life;
#[cfg(test)]
mod tests;

use super::catalogue::{Judge, Nature, Rule, Validity};
use super::code::{Code, Severity};
use super::fact::{Fact, Missing};
use crate::model::{Admin, AdminField, AdminStatus, FieldRef, Key};

pub use form::{AUTO_EXTEND_DAYS, LONGEST_DAYS, LONGEST_NAME};
pub use life::leads_to;

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: Code::Adm001,
        severity: Severity::Warning,
        nature: Nature::Clock,
        valid: Validity { from: Some((2023, 5, 22)), until: None },
        source: "customers-revoke-admin-privileges; request-a-relationship-with-a-customer; the day: deprecations (mcp)",
        judges: &[
            Judge::Relationship(dap::delegated_ones_are_retired),
            Judge::Step(dap::none_is_granted_anew),
        ],
    },
    Rule {
        code: Code::Adm002,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "delegatedadminrelationship (Graph); tenantrelationship-post-delegatedadminrelationships (Graph)",
        judges: &[Judge::Admin(form::duration)],
    },
    Rule {
        code: Code::Adm003,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "delegatedadminrelationship (Graph); tenantrelationship-post-delegatedadminrelationships (Graph)",
        judges: &[Judge::Admin(form::name)],
    },
    Rule {
        code: Code::Adm004,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "tenantrelationship-post-delegatedadminrelationships (Graph); gdap auto-extend (learn)",
        judges: &[Judge::Admin(form::auto_extend)],
    },
    Rule {
        code: Code::Adm005,
        severity: Severity::Error,
        nature: Nature::Operation,
        valid: Validity::ALWAYS,
        source: "delegatedadminrelationship (Graph); delegatedadminrelationship-update (Graph); learn Q&A 5792224",
        judges: &[
            Judge::Step(life::states_follow_each_other),
            Judge::Step(life::only_drafts_are_edited),
            Judge::Admin(life::a_suspended_account_has_none),
        ],
    },
    Rule {
        code: Code::Adm006,
        severity: Severity::Warning,
        nature: Nature::Clock,
        valid: Validity::ALWAYS,
        source: "gdap pages (learn); delegatedadminrelationship (Graph); a sample for the day that an end may be off",
        judges: &[
            Judge::Admin(end::requests_lapse),
            Judge::Admin(end::privileges_end),
            Judge::Admin(end::adds_up),
        ],
    },
    Rule {
        code: Code::Adm007,
        severity: Severity::Hint,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "delegatedadminrelationship-list-accessassignments (Graph); gdap pages (learn)",
        judges: &[
            Judge::Admin(extent::somebody_uses_it),
            Judge::Admin(extent::not_too_much),
            Judge::Admin(extent::not_twice),
        ],
    },
];

/// A field of granular privileges.
fn field(field: AdminField) -> FieldRef {
    FieldRef::Admin(field)
}

/// The privileges lack this field.
fn lacks(a: &Admin, field: AdminField) -> Missing {
    Missing(Key::Admin(a.id), FieldRef::Admin(field))
}

/// Whether they give privileges now.
fn is_active(a: &Admin) -> Fact {
    match a.status {
        AdminStatus::Other(_) => Err(lacks(a, AdminField::Status)),
        _ => Ok(a.is_active()),
    }
}

/// True when the record was typed here: what is empty on it is empty, not untold (rules.md 0.5).
fn is_own(a: &Admin) -> bool {
    a.id.0.own_number().is_some()
}
