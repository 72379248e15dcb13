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
    /// OP-05: the customer agreement is recorded.
    RecordAgreement,
    /// OP-07: granular admin privileges as they are wished to be.
    GrantPrivileges,
    /// OP-07: granular admin privileges are drafted.
    PreparePrivileges,
    /// OP-07: the draft is locked and sent to the customer.
    SendPrivileges,
    /// OP-07: the customer approves.
    ApprovePrivileges,
    /// OP-07: granular admin privileges are terminated by the partner.
    EndPrivileges,
    /// OP-07: a successor of granular admin privileges is drafted.
    SucceedPrivileges,
    /// OP-21: the customer takes a partner's admin privileges away.
    RemovePrivileges,
    /// OP-10: usage services bought elsewhere are bought anew through CSP.
    TakeOverUsage,
    /// OP-11: an Azure subscription of old goes to another partner.
    SwitchAzure,
    /// OP-12: Azure subscriptions under a plan are transferred.
    TransferAzure,
    /// OP-13: licences of new commerce are transferred.
    TransferLicences,
    /// OP-14: a licence of old is bought anew from another partner.
    RebuyLicence,
    /// OP-16: a customer goes from one reseller to another of the same provider.
    MoveCustomer,
    /// OP-17: a reseller works with a further provider.
    AddProvider,
    /// OP-19: a direct-bill partner becomes an indirect reseller.
    GoIndirect,
    /// OP-22: a subscription is suspended, its add-ons along.
    SuspendSubscription,
    /// OP-23: a suspended subscription is reactivated.
    ReactivateSubscription,
    /// OP-24: a subscription is cancelled.
    CancelSubscription,
    /// OP-25: what becomes of a subscription at the end of its term.
    SetRenewal,
    /// OP-26: the number of seats is changed.
    SetQuantity,
    /// OP-27: a trial is converted, or an offer upgraded.
    Upgrade,
    /// OP-28: a licence of old is migrated to new commerce.
    MigrateToNewCommerce,
    /// OP-29: a company opens an account in another cloud.
    EnrolInCloud,
    /// OP-30: the business of one tenant goes to another of the same company.
    ConsolidateTenants,
    /// OP-32: a location id is associated with an account.
    AssociateLocation,
    /// A transfer is asked for and waits.
    RequestTransfer,
    /// A transfer that waits is accepted.
    AcceptTransfer,
    /// A transfer that waits is rejected.
    RejectTransfer,
    /// A transfer that waits is cancelled.
    CancelTransfer,
    /// A problem is accepted, with a reason and an end.
    Waive,
    /// A problem is accepted no longer.
    EndWaiver,
    /// The book is brought back to how it was at an earlier moment.
    Restore,
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
            Self::RecordAgreement => Some("OP-05"),
            Self::GrantPrivileges
            | Self::PreparePrivileges
            | Self::SendPrivileges
            | Self::ApprovePrivileges
            | Self::EndPrivileges
            | Self::SucceedPrivileges => Some("OP-07"),
            Self::TakeOverUsage => Some("OP-10"),
            Self::SwitchAzure => Some("OP-11"),
            Self::TransferAzure => Some("OP-12"),
            Self::TransferLicences => Some("OP-13"),
            Self::RebuyLicence => Some("OP-14"),
            Self::MoveCustomer => Some("OP-16"),
            Self::AddProvider => Some("OP-17"),
            Self::GoIndirect => Some("OP-19"),
            Self::RemovePrivileges => Some("OP-21"),
            Self::SuspendSubscription => Some("OP-22"),
            Self::ReactivateSubscription => Some("OP-23"),
            Self::CancelSubscription => Some("OP-24"),
            Self::SetRenewal => Some("OP-25"),
            Self::SetQuantity => Some("OP-26"),
            Self::Upgrade => Some("OP-27"),
            Self::MigrateToNewCommerce => Some("OP-28"),
            Self::EnrolInCloud => Some("OP-29"),
            Self::ConsolidateTenants => Some("OP-30"),
            Self::AssociateLocation => Some("OP-32"),
            Self::Add
            | Self::Edit
            | Self::Remove
            | Self::Import
            | Self::Fix
            | Self::WithdrawInvitation
            | Self::WithdrawRequest
            | Self::AddSubscription
            | Self::RequestTransfer
            | Self::AcceptTransfer
            | Self::RejectTransfer
            | Self::CancelTransfer
            | Self::Waive
            | Self::EndWaiver
            | Self::Restore => None,
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
