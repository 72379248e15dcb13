//! What steps may change that are no operation of the programme by themselves: records by hand, what takes a request
//! back, transfers on their way, accepted problems.

use super::May;
use super::rows::{MOVED, NEXT_TERM, PARTNERSHIP_ENDS, RELATIONSHIP_ENDS, STANDING, TRANSFER_GOES_ON};
use crate::model::{
    AdminField as A, CustomerField as C, FieldRef as F, GroupField as G, PartnerField as P,
    RelationshipField as R, SubscriptionField as S, TableName as T, TransferField as X, Verb,
    WaiverField as W,
};

/// What a step may change that no operation of the table names.
pub(super) fn beside(verb: Verb) -> &'static [May] {
    let listed = BESIDE.iter().find(|(of, _)| *of == verb);
    listed.map_or(&[], |(_, may)| *may)
}

/// Every step that is no operation, but for those that may change anything.
const BESIDE: &[(Verb, &[May])] = &[
    (Verb::Add, ADD_ANY),
    (Verb::Remove, REMOVE_ANY),
    (Verb::AddSubscription, &[May::Add(T::Subscription)]),
    (Verb::WithdrawInvitation, &[May::Edit(PARTNERSHIP_ENDS)]),
    (Verb::WithdrawRequest, &[May::Edit(RELATIONSHIP_ENDS)]),
    (Verb::RequestTransfer, &[May::Add(T::Transfer)]),
    (
        Verb::AcceptTransfer,
        &[
            May::Add(T::Subscription),
            May::Edit(MOVED),
            May::Edit(STANDING),
            May::Edit(NEXT_TERM),
            May::Edit(TRANSFER_GOES_ON),
        ],
    ),
    (Verb::RejectTransfer, &[May::Edit(TRANSFER_GOES_ON)]),
    (Verb::CancelTransfer, &[May::Edit(TRANSFER_GOES_ON)]),
    (Verb::Waive, &[May::Add(T::Waiver), May::Edit(&[F::Waiver(W::Reason), F::Waiver(W::Until)])]),
    (Verb::EndWaiver, &[May::Remove(T::Waiver)]),
];

const ADD_ANY: &[May] = &[
    May::Add(T::Partner),
    May::Add(T::Customer),
    May::Add(T::Subscription),
    May::Add(T::Partnership),
    May::Add(T::Relationship),
    May::Add(T::Admin),
    May::Add(T::Transfer),
    May::Add(T::Group),
    May::Add(T::Waiver),
];

/// A record goes with those that mean nothing without it; in others only what named it is emptied.
const REMOVE_ANY: &[May] = &[
    May::Remove(T::Partner),
    May::Remove(T::Customer),
    May::Remove(T::Subscription),
    May::Remove(T::Partnership),
    May::Remove(T::Relationship),
    May::Remove(T::Admin),
    May::Remove(T::Transfer),
    May::Remove(T::Group),
    May::Remove(T::Waiver),
    May::Edit(&[
        F::Partner(P::Group),
        F::Customer(C::Group),
        F::Customer(C::AssociatedPartner),
        F::Customer(C::Agreements),
        F::Subscription(S::Seller),
        F::Subscription(S::SupportContact),
        F::Subscription(S::SupportedBy),
        F::Subscription(S::Parent),
        F::Subscription(S::TransferredFrom),
        F::Relationship(R::ViaProvider),
        F::Admin(A::Partner),
        F::Admin(A::Customer),
        F::Admin(A::IndirectProvider),
        F::Transfer(X::Source),
        F::Transfer(X::Target),
        F::Transfer(X::RequestedBy),
        F::Transfer(X::Subscriptions),
        F::Group(G::Affiliates),
    ]),
];
