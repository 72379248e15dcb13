//! Organisations that belong together, and findings that the user accepts.

use super::field::{Value, entity, parts};
use super::id::{GroupId, Guid, WaiverId};
use super::{Day, Text};

entity! {
    /// A legal group (entities.md 2.1).
    pub struct Group, GroupField {
        /// An id of our own.
        id: GroupId = Id,
        /// Its name.
        name: Text = Name,
        /// Groups it is affiliated to; one side is enough.
        affiliates: Vec<GroupId> = Affiliates,
        /// A note of our own.
        note: Text = Note,
    }
}

entity! {
    /// A finding that the user accepts, with a reason and an end date.
    pub struct Waiver, WaiverField {
        /// Follows from the rule and the record.
        id: WaiverId = Id,
        /// The rule, like `R-REG-001`.
        rule: Text = Rule,
        /// The record, as its key prints.
        record: Text = Record,
        /// Why it is accepted.
        reason: Text = Reason,
        /// The last day on which it holds; nothing for ever.
        until: Option<Day> = Until,
    }
}

parts! {
    Vec<GroupId>: |id: &GroupId| Value::Code(id.to_string());
}

impl WaiverId {
    /// The id of the waiver of a rule on a record.
    pub fn of(rule: &str, record: &str) -> Self {
        Self(Guid::derived(&[b"waiver", rule.as_bytes(), record.as_bytes()]))
    }
}
