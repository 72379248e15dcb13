//! Steps that lead nowhere: what is in the way, and which steps lead on from there. Codes and keys, no sentences.

use super::moving::Hold;
use crate::model::{
    AdminStatus, Cloud, Day, Family, FieldRef, Key, Model, PartnershipState, RelationshipState, Status,
    SubscriptionId, TenantId, TransferStatus, Verb, Wrong,
};
use crate::rules::Code;

/// Why an operation cannot even be tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Impossible {
    /// The record is not in the book.
    Gone(Key),
    /// The record does not stand where the step starts from.
    Standing {
        /// The step that was asked for.
        step: Verb,
        /// The record.
        of: Key,
        /// Where it stands.
        now: Standing,
        /// The steps that lead on from there.
        next: &'static [Verb],
    },
    /// No partnership or relationship of the record stands where the step starts from.
    NothingOpen(Verb, Key),
    /// A reseller asks together with a provider whose partner it is; these two have no active partnership.
    NotPartners {
        /// The provider.
        provider: TenantId,
        /// The reseller.
        reseller: TenantId,
    },
    /// The reseller's location id is not known, and it is what is written on a subscription.
    NoPartnerId(TenantId),
    /// The subscription does not run.
    NotLive(SubscriptionId, Status),
    /// The partner of record of a reservation is fixed when it is bought (R-SUB-009).
    FixedAtPurchase(SubscriptionId),
    /// Subscriptions of this family know no such step.
    OtherFamily {
        /// The step that was asked for.
        step: Verb,
        /// The subscription.
        of: SubscriptionId,
        /// The steps that lead on.
        next: &'static [Verb],
    },
    /// The term ends within a day: too near for a migration (OP-28).
    NearTermEnd(SubscriptionId),
    /// The text cannot be stored in the field.
    Field(FieldRef, Wrong),
    /// The key is another record's.
    Taken(Key),
    /// Records of this kind follow from the ones they join: there is only one of each.
    NotCopied(Key),
    /// Granular admin privileges exist in the public cloud alone; this customer is in another (OP-07).
    PublicCloudOnly(TenantId),
    /// The cloud takes no new accounts.
    CloudClosed(Cloud),
    /// Customer agreements are recorded in the public cloud alone.
    NoAgreements(TenantId),
    /// Nothing would change.
    Nothing,
    /// The record that was picked is not of the kind that is asked for.
    NotACandidate(Key),
    /// The step would change this record, which its operation must leave as it is (rules.md 2, "must not change").
    Strays(Key),
    /// What puts the book itself out of joint cannot be accepted.
    NeverAccepted(Code),
    /// A subscription does not move: what holds it.
    Held(SubscriptionId, Hold),
    /// The subscription is another customer's, or another partner's, than those it is to move with.
    NotTogether(SubscriptionId),
    /// The partner does not sell directly, so that it cannot go over to a provider (OP-19).
    NotDirectBill(TenantId),
    /// The two accounts are known to belong to different companies (OP-30).
    NotOneCompany(TenantId, TenantId),
}

/// Where a record stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A partnership.
    Partnership(PartnershipState),
    /// A reseller relationship.
    Relationship(RelationshipState),
    /// A subscription of a family.
    Subscription(Family, Status),
    /// Granular admin privileges.
    Privileges(AdminStatus),
    /// A transfer.
    Transfer(TransferStatus),
}

/// The steps that lead on from a standing (rules.md 2, state machines).
pub fn next_steps(standing: Standing) -> &'static [Verb] {
    match standing {
        Standing::Partnership(PartnershipState::Invited) => {
            &[Verb::AcceptPartnership, Verb::WithdrawInvitation]
        }
        Standing::Partnership(PartnershipState::Active) => &[Verb::EndPartnership],
        Standing::Partnership(PartnershipState::Ended) => &[Verb::InviteReseller],
        Standing::Relationship(RelationshipState::Requested) => {
            &[Verb::AcceptRelationship, Verb::WithdrawRequest]
        }
        Standing::Relationship(RelationshipState::Active) => &[Verb::RemoveRelationship],
        Standing::Relationship(RelationshipState::Removed) => &[Verb::RequestRelationship],
        Standing::Subscription(family, status) => super::lifecycle::steps(family, status),
        Standing::Privileges(status) => with_privileges(status),
        Standing::Transfer(TransferStatus::Active) => {
            &[Verb::AcceptTransfer, Verb::RejectTransfer, Verb::CancelTransfer]
        }
        Standing::Partnership(PartnershipState::Other(_))
        | Standing::Relationship(RelationshipState::Other(_))
        | Standing::Transfer(
            TransferStatus::InProgress
            | TransferStatus::Complete
            | TransferStatus::PartiallyComplete
            | TransferStatus::Reject
            | TransferStatus::Cancel
            | TransferStatus::Expired
            | TransferStatus::Other(_),
        ) => &[],
    }
}

/// What leads on from a state of granular admin privileges (R-ADM-005). Where Microsoft is at work there is nothing to
/// do but to wait, or to draft a successor.
fn with_privileges(status: AdminStatus) -> &'static [Verb] {
    match status {
        AdminStatus::Created => &[Verb::SendPrivileges],
        AdminStatus::ApprovalPending => {
            &[Verb::ApprovePrivileges, Verb::EndPrivileges, Verb::SucceedPrivileges]
        }
        AdminStatus::Active => &[Verb::SucceedPrivileges, Verb::EndPrivileges, Verb::RemovePrivileges],
        AdminStatus::Expiring
        | AdminStatus::Expired
        | AdminStatus::TerminationRequested
        | AdminStatus::Terminating
        | AdminStatus::Terminated => &[Verb::SucceedPrivileges],
        AdminStatus::Approved | AdminStatus::Activating | AdminStatus::Other(_) => &[],
    }
}

impl Impossible {
    pub(super) fn standing(step: Verb, of: Key, now: Standing) -> Self {
        Self::Standing { step, of, now, next: next_steps(now) }
    }
}

/// The book and the day that operations are built on.
#[derive(Clone, Copy, Debug)]
pub(super) struct At<'a> {
    pub(super) model: &'a Model,
    pub(super) day: Day,
}
