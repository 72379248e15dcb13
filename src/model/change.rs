//! A change of the book as a value: the record before and after. Undo is the swap.

use super::{Key, Record, TableName};
use serde::{Deserialize, Serialize};

/// One record before and after.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The record as it was; nothing when it is new.
    pub before: Option<Record>,
    /// The record as it becomes; nothing when it is removed.
    pub after: Option<Record>,
}

impl Change {
    /// A record that comes to be.
    pub fn add(after: impl Into<Record>) -> Self {
        Self { before: None, after: Some(after.into()) }
    }

    /// A record that changes.
    pub fn edit(before: impl Into<Record>, after: impl Into<Record>) -> Self {
        Self { before: Some(before.into()), after: Some(after.into()) }
    }

    /// A record that goes.
    pub fn remove(before: impl Into<Record>) -> Self {
        Self { before: Some(before.into()), after: None }
    }

    /// The key of the record; nothing when neither side holds one.
    pub fn key(&self) -> Option<Key> {
        self.before.as_ref().or(self.after.as_ref()).map(Record::key)
    }

    /// The change back.
    #[must_use]
    pub fn swapped(&self) -> Self {
        Self { before: self.after.clone(), after: self.before.clone() }
    }
}

/// What the user did: it names the step in messages and history, and tells operation rules what is going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Verb {
    /// A record was added by hand.
    Add,
    /// A record was edited by hand.
    Edit,
    /// A record was removed.
    Remove,
    /// Files were imported.
    Import,
    /// A problem was mended by an offered fix.
    Fix,
    /// OP-01: a provider invites a reseller.
    InviteReseller,
    /// OP-02: the reseller accepts the provider.
    AcceptPartnership,
    /// An invitation is withdrawn.
    WithdrawInvitation,
    /// OP-18: a partnership ends.
    EndPartnership,
    /// OP-03: a partner requests a reseller relationship.
    RequestRelationship,
    /// OP-04: the customer accepts.
    AcceptRelationship,
    /// A request is withdrawn.
    WithdrawRequest,
    /// OP-20: a reseller relationship is removed.
    RemoveRelationship,
    /// OP-06: a customer is added.
    AddCustomer,
    /// OP-08: a further partner is added to a customer.
    AddPartner,
    /// OP-09: a partner supports a subscription bought elsewhere.
    SupportElsewhere,
    /// A subscription is added.
    AddSubscription,
    /// OP-15: the partner of record is set or changed.
    SetPartnerOfRecord,
    /// OP-31: the support contact is set.
    SetSupportContact,
}

impl Verb {
    /// The operation of the programme it stands for.
    pub fn operation(self) -> Option<&'static str> {
        match self {
            Self::InviteReseller => Some("OP-01"),
            Self::AcceptPartnership => Some("OP-02"),
            Self::RequestRelationship => Some("OP-03"),
            Self::AcceptRelationship => Some("OP-04"),
            Self::AddCustomer => Some("OP-06"),
            Self::AddPartner => Some("OP-08"),
            Self::SupportElsewhere => Some("OP-09"),
            Self::SetPartnerOfRecord => Some("OP-15"),
            Self::EndPartnership => Some("OP-18"),
            Self::RemoveRelationship => Some("OP-20"),
            Self::SetSupportContact => Some("OP-31"),
            Self::Add
            | Self::Edit
            | Self::Remove
            | Self::Import
            | Self::Fix
            | Self::WithdrawInvitation
            | Self::WithdrawRequest
            | Self::AddSubscription => None,
        }
    }

    /// True for the operations that add a partner to a customer and may change nothing else (R-MP-001).
    pub fn adds_a_partner(self) -> bool {
        matches!(self, Self::AddPartner | Self::RequestRelationship | Self::AcceptRelationship)
    }
}

/// One step: what the user did, and every record it changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Transaction {
    /// What the user did.
    pub verb: Verb,
    /// The changes of the book, each key at most once.
    pub changes: Vec<Change>,
    /// The changes of the baseline: only imports have some.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub baseline: Vec<Change>,
}

impl Transaction {
    /// A step that changes the book alone.
    pub fn new(verb: Verb, changes: Vec<Change>) -> Self {
        Self { verb, changes, baseline: Vec::new() }
    }

    /// True when nothing would change.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty() && self.baseline.is_empty()
    }

    /// The step back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let swap = |changes: &[Change]| changes.iter().rev().map(Change::swapped).collect();
        Self { verb: self.verb, changes: swap(&self.changes), baseline: swap(&self.baseline) }
    }

    /// The keys of the changed records of the book.
    pub fn keys(&self) -> impl Iterator<Item = Key> + '_ {
        self.changes.iter().filter_map(Change::key)
    }

    /// How many records of a table it changes.
    pub fn touches(&self, table: TableName) -> usize {
        self.keys().filter(|key| key.table() == table).count()
    }
}
