//! Steps that lead nowhere: what is in the way, and which steps lead on from there. Codes and keys, no sentences.

use crate::model::{
    Cloud, Day, FieldRef, Key, Model, PartnershipState, RelationshipState, Status, SubscriptionId, TenantId,
    Verb, Wrong,
};

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
    /// The text cannot be stored in the field.
    Field(FieldRef, Wrong),
    /// The key is another record's.
    Taken(Key),
    /// Records of this kind follow from the ones they join: there is only one of each.
    NotCopied(Key),
    /// The cloud takes no new accounts.
    CloudClosed(Cloud),
    /// Customer agreements are recorded in the public cloud alone.
    NoAgreements(TenantId),
    /// Nothing would change.
    Nothing,
    /// The record that was picked is not of the kind that is asked for.
    NotACandidate(Key),
}

/// Where a record stands in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// A partnership.
    Partnership(PartnershipState),
    /// A reseller relationship.
    Relationship(RelationshipState),
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
        Standing::Partnership(PartnershipState::Other(_))
        | Standing::Relationship(RelationshipState::Other(_)) => &[],
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
