//! The rows of the table of operations, in the words of rules.md 2.

use super::{Actor, May, OpId, Operation};
use crate::model::{
    AdminField as A, CustomerField as C, FieldRef as F, PartnerField as P, PartnershipField as H,
    RelationshipField as R, SubscriptionField as S, TableName as T, TransferField as X, Verb,
};

/// A partnership is accepted.
const PARTNERSHIP_STARTS: &[F] =
    &[F::Partnership(H::State), F::Partnership(H::AcceptedOn), F::Partnership(H::ProviderHasAccess)];

/// A partnership ends, or an invitation is withdrawn.
pub(super) const PARTNERSHIP_ENDS: &[F] = &[F::Partnership(H::State), F::Partnership(H::EndedOn)];

/// A relationship is accepted.
const RELATIONSHIP_STARTS: &[F] =
    &[F::Relationship(R::State), F::Relationship(R::AcceptedOn), F::Relationship(R::Dap)];

/// A relationship is removed, or a request withdrawn.
pub(super) const RELATIONSHIP_ENDS: &[F] =
    &[F::Relationship(R::State), F::Relationship(R::RemovedOn), F::Relationship(R::Dap)];

/// Granular admin privileges on their way: all but whose they are, and on whom.
const PRIVILEGES: &[F] = &[
    F::Admin(A::Name),
    F::Admin(A::Kind),
    F::Admin(A::IndirectProvider),
    F::Admin(A::ConsentPending),
    F::Admin(A::Status),
    F::Admin(A::DurationDays),
    F::Admin(A::AutoExtendDays),
    F::Admin(A::Roles),
    F::Admin(A::Created),
    F::Admin(A::Modified),
    F::Admin(A::Activated),
    F::Admin(A::End),
    F::Admin(A::Assignments),
];

/// Whether a subscription runs. One that is bought anew elsewhere ends here: it is suspended, deleted, or runs out by
/// what becomes of it at the end of its term.
pub(super) const STANDING: &[F] =
    &[F::Subscription(S::Status), F::Subscription(S::SuspendedOn), F::Subscription(S::SuspensionReasons)];

/// Until when it may be cancelled.
const WINDOW: &[F] = &[F::Subscription(S::CancelUntil)];

/// What becomes of a subscription at the end of its term.
pub(super) const NEXT_TERM: &[F] = &[
    F::Subscription(S::AutoRenew),
    F::Subscription(S::ExtendedTerm),
    F::Subscription(S::RenewalDecided),
    F::Subscription(S::NextProduct),
    F::Subscription(S::NextQuantity),
    F::Subscription(S::NextTerm),
    F::Subscription(S::NextBilling),
];

/// Whose a subscription is: it goes to another partner as it is.
pub(super) const MOVED: &[F] = &[
    F::Subscription(S::Seller),
    F::Subscription(S::PartnerOfRecord),
    F::Subscription(S::SupportContact),
    F::Subscription(S::Channel),
    F::Subscription(S::Parent),
    F::Subscription(S::OrderId),
    F::Subscription(S::EntitlementId),
];

/// The record of a transfer on its way: all but between whom, and of what.
pub(super) const TRANSFER_GOES_ON: &[F] = &[
    F::Transfer(X::Status),
    F::Transfer(X::PartnerOfRecord),
    F::Transfer(X::Expires),
    F::Transfer(X::Completed),
    F::Transfer(X::RolesReviewed),
];

/// Every operation, in the order of rules.md 2.
pub const OPERATIONS: &[Operation] = &[
    Operation {
        id: OpId::Op01,
        verbs: &[Verb::InviteReseller],
        actors: &[Actor::Provider],
        needs: &["R-PSH-001", "R-PSH-002", "R-PSH-003", "R-REG-002", "R-SELF-003", "R-ENR-002"],
        may: &[May::Add(T::Partnership)],
        source: "indirect-provider-tasks-in-partner-center",
    },
    Operation {
        id: OpId::Op02,
        verbs: &[Verb::AcceptPartnership],
        actors: &[Actor::Reseller],
        needs: &["R-PSH-001", "R-PSH-002", "R-PSH-003", "R-REG-002", "R-SELF-003", "R-ENR-002"],
        may: &[May::Edit(PARTNERSHIP_STARTS)],
        source: "indirect-reseller-tasks-in-partner-center; connect-with-your-customers",
    },
    Operation {
        id: OpId::Op03,
        verbs: &[Verb::RequestRelationship],
        actors: &[Actor::Provider, Actor::Reseller, Actor::DirectBill],
        needs: &[
            "R-REG-001",
            "R-REG-004",
            "R-REG-005",
            "R-REG-006",
            "R-SELF-001",
            "R-SELF-002",
            "R-SELF-003",
            "R-ENR-005",
        ],
        may: &[May::Add(T::Relationship)],
        source: "request-a-relationship-with-a-customer; connect-with-your-customers",
    },
    Operation {
        id: OpId::Op04,
        verbs: &[Verb::AcceptRelationship],
        actors: &[Actor::Customer],
        needs: &["R-REL-004", "R-REG-001", "R-MP-001"],
        may: &[May::Edit(RELATIONSHIP_STARTS), May::Edit(&[F::Customer(C::Agreements)])],
        source: "request-a-relationship-with-a-customer; customers-revoke-admin-privileges",
    },
    Operation {
        id: OpId::Op05,
        verbs: &[Verb::RecordAgreement],
        actors: &[Actor::Provider, Actor::DirectBill, Actor::Customer],
        needs: &["R-ENR-008"],
        may: &[May::Edit(&[F::Customer(C::Agreements)])],
        source: "confirm-customer-agreement",
    },
    Operation {
        id: OpId::Op06,
        verbs: &[Verb::AddCustomer],
        actors: &[Actor::Provider, Actor::DirectBill],
        needs: &["R-REG-001", "R-REG-003", "R-HYG-004", "R-ENR-002", "R-ENR-005"],
        may: &[May::Add(T::Customer), May::Add(T::Relationship)],
        source: "indirect-provider-tasks-in-partner-center; create-a-customer-for-an-indirect-reseller (SDK)",
    },
    Operation {
        id: OpId::Op07,
        verbs: &[
            Verb::GrantPrivileges,
            Verb::PreparePrivileges,
            Verb::SendPrivileges,
            Verb::ApprovePrivileges,
            Verb::EndPrivileges,
            Verb::SucceedPrivileges,
        ],
        actors: &[Actor::Provider, Actor::Reseller, Actor::DirectBill, Actor::Customer],
        needs: &["R-ADM-001", "R-ADM-002", "R-ADM-003", "R-ADM-004", "R-ADM-005", "R-REG-006"],
        may: &[May::Add(T::Admin), May::Edit(PRIVILEGES), May::Edit(&[F::Relationship(R::Dap)])],
        source: "delegatedAdminRelationship (Graph); gdap-obtain-admin-permissions-to-manage-customer (learn)",
    },
    Operation {
        id: OpId::Op08,
        verbs: &[Verb::AddPartner],
        actors: &[Actor::Provider, Actor::Reseller, Actor::DirectBill, Actor::Customer],
        needs: &[
            "R-MP-001",
            "R-REG-001",
            "R-REG-004",
            "R-REG-005",
            "R-REG-006",
            "R-SELF-001",
            "R-SELF-002",
            "R-SELF-003",
            "R-REL-004",
        ],
        may: &[May::Add(T::Relationship), May::Add(T::Admin)],
        source: "multipartner",
    },
    Operation {
        id: OpId::Op09,
        verbs: &[Verb::SupportElsewhere],
        actors: &[Actor::Provider, Actor::Reseller, Actor::DirectBill, Actor::Customer],
        needs: &["R-MC-001"],
        may: &[May::Add(T::Relationship), May::Add(T::Admin), May::Edit(&[F::Subscription(S::SupportedBy)])],
        source: "multichannel",
    },
    Operation {
        id: OpId::Op10,
        verbs: &[Verb::TakeOverUsage],
        actors: &[Actor::Provider, Actor::DirectBill, Actor::Customer],
        needs: &["R-MC-001", "R-MC-003", "R-REL-001", "R-ENR-007", "R-MP-003"],
        may: &[May::Add(T::Subscription), May::Edit(&[F::Subscription(S::Coexists)])],
        source: "multichannel",
    },
    Operation {
        id: OpId::Op11,
        verbs: &[Verb::SwitchAzure],
        actors: &[Actor::Provider, Actor::DirectBill, Actor::Customer],
        needs: &["R-TRF-001", "R-TRF-002", "R-TRF-003", "R-TRF-004", "R-REL-001", "R-ENR-007"],
        may: &[
            May::Add(T::Transfer),
            May::Edit(TRANSFER_GOES_ON),
            May::Edit(&[
                F::Subscription(S::Seller),
                F::Subscription(S::PartnerOfRecord),
                F::Subscription(S::SupportContact),
                F::Subscription(S::Channel),
                F::Subscription(S::OrderId),
                F::Subscription(S::EntitlementId),
            ]),
        ],
        source: "switch-azure-subscriptions-to-a-different-partner",
    },
    Operation {
        id: OpId::Op12,
        verbs: &[Verb::TransferAzure],
        actors: &[Actor::Provider, Actor::DirectBill],
        needs: &["R-TRF-001", "R-TRF-002", "R-TRF-003", "R-TRF-004", "R-REL-001", "R-ENR-001", "R-ENR-007"],
        may: &[
            May::Add(T::Transfer),
            May::Edit(TRANSFER_GOES_ON),
            May::Edit(&[
                F::Subscription(S::Parent),
                F::Subscription(S::Seller),
                F::Subscription(S::PartnerOfRecord),
                F::Subscription(S::SupportContact),
                F::Subscription(S::Channel),
                F::Subscription(S::OrderId),
            ]),
        ],
        source: "transfer-azure-subscriptions-under-azure-plan",
    },
    Operation {
        id: OpId::Op13,
        verbs: &[Verb::TransferLicences],
        actors: &[Actor::Provider, Actor::DirectBill],
        needs: &["R-TRF-001", "R-TRF-002", "R-TRF-003", "R-TRF-004", "R-REL-001", "R-ENR-001", "R-ENR-007"],
        may: &[
            May::Add(T::Transfer),
            May::Edit(TRANSFER_GOES_ON),
            May::Add(T::Subscription),
            May::Edit(STANDING),
            May::Edit(NEXT_TERM),
        ],
        source: "lifecycle, transfer (mcp); transfer-billing-ownership (learn)",
    },
    Operation {
        id: OpId::Op14,
        verbs: &[Verb::RebuyLicence],
        actors: &[Actor::Provider, Actor::DirectBill],
        needs: &["R-MC-002", "R-REL-001", "R-ENR-007"],
        may: &[May::Add(T::Subscription), May::Edit(STANDING), May::Edit(NEXT_TERM)],
        source: "transition-seat-based-services; multichannel",
    },
    Operation {
        id: OpId::Op15,
        verbs: &[Verb::SetPartnerOfRecord],
        actors: &[Actor::Provider],
        needs: &["R-REL-006", "R-REL-007", "R-ENR-001", "R-ENR-002", "R-ENR-003"],
        may: &[May::Edit(&[F::Subscription(S::PartnerOfRecord)])],
        source: "indirect-provider-tasks-in-partner-center; use-the-reconciliation-files",
    },
    Operation {
        id: OpId::Op16,
        verbs: &[Verb::MoveCustomer],
        actors: &[Actor::Provider, Actor::Customer],
        needs: &["R-REL-003", "R-REL-006", "R-REL-007", "R-MP-003"],
        may: &[
            May::Edit(&[
                F::Subscription(S::PartnerOfRecord),
                F::Subscription(S::SupportContact),
                F::Subscription(S::Parent),
            ]),
            May::Add(T::Subscription),
            May::Add(T::Relationship),
            May::Edit(RELATIONSHIP_STARTS),
            May::Edit(RELATIONSHIP_ENDS),
        ],
        source: "composed of OP-03, OP-15, OP-20 and OP-31: no page describes it",
    },
    Operation {
        id: OpId::Op17,
        verbs: &[Verb::AddProvider],
        actors: &[Actor::Reseller, Actor::Provider],
        needs: &["R-PSH-001", "R-PSH-002", "R-PSH-003", "R-REG-002", "R-SELF-003", "R-ENR-002"],
        may: &[May::Add(T::Partnership), May::Edit(PARTNERSHIP_STARTS), May::Edit(PARTNERSHIP_ENDS)],
        source: "indirect-reseller-tasks-in-partner-center; csp-supported-partner-relationships, scenario 6",
    },
    Operation {
        id: OpId::Op18,
        verbs: &[Verb::EndPartnership],
        actors: &[Actor::Provider],
        needs: &["R-PSH-004"],
        may: &[May::Edit(PARTNERSHIP_ENDS)],
        source: "indirect-provider-tasks-in-partner-center; csp-supported-partner-relationships",
    },
    Operation {
        id: OpId::Op19,
        verbs: &[Verb::GoIndirect],
        actors: &[Actor::DirectBill, Actor::Provider, Actor::Customer],
        needs: &["R-ENR-002", "R-PSH-001", "R-TRF-001", "R-TRF-002", "R-TRF-003", "R-TRF-004"],
        may: &[
            May::Edit(&[
                F::Partner(P::Roles),
                F::Partner(P::Enrolment),
                F::Partner(P::EnrolledOn),
                F::Partner(P::MpaSignedOn),
                F::Partner(P::PartnerId),
            ]),
            May::Add(T::Partnership),
            May::Edit(PARTNERSHIP_STARTS),
            May::Add(T::Relationship),
            May::Edit(RELATIONSHIP_STARTS),
            May::Add(T::Transfer),
            May::Edit(TRANSFER_GOES_ON),
            May::Add(T::Subscription),
            May::Edit(MOVED),
            May::Edit(STANDING),
            May::Edit(NEXT_TERM),
        ],
        source: "transition-direct-to-indirect",
    },
    Operation {
        id: OpId::Op20,
        verbs: &[Verb::RemoveRelationship],
        actors: &[Actor::Provider, Actor::Reseller, Actor::DirectBill],
        needs: &["R-REL-003"],
        may: &[May::Edit(RELATIONSHIP_ENDS), May::Edit(&[F::Subscription(S::SupportContact)])],
        source: "remove-a-relationship; connect-with-your-customers",
    },
    Operation {
        id: OpId::Op21,
        verbs: &[Verb::RemovePrivileges],
        actors: &[Actor::Customer],
        needs: &["R-REL-009"],
        may: &[
            May::Edit(&[F::Relationship(R::Dap)]),
            May::Edit(&[F::Admin(A::Status), F::Admin(A::End), F::Admin(A::Modified)]),
        ],
        source: "customers-revoke-admin-privileges",
    },
    Operation {
        id: OpId::Op22,
        verbs: &[Verb::SuspendSubscription],
        actors: &[Actor::Provider, Actor::DirectBill],
        needs: &["R-SUB-001", "R-SUB-006", "R-SUB-008"],
        may: &[May::Edit(STANDING), May::Edit(WINDOW), May::Edit(NEXT_TERM)],
        source: "create-a-new-subscription; subscription-lifecycle (learn)",
    },
    Operation {
        id: OpId::Op23,
        verbs: &[Verb::ReactivateSubscription],
        actors: &[Actor::Provider, Actor::DirectBill],
        needs: &["R-SUB-001", "R-SUB-008"],
        may: &[May::Edit(STANDING), May::Edit(WINDOW)],
        source: "reactivate-a-suspended-a-subscription (SDK)",
    },
    Operation {
        id: OpId::Op24,
        verbs: &[Verb::CancelSubscription],
        actors: &[Actor::Provider, Actor::DirectBill],
        needs: &["R-SUB-001", "R-SUB-005", "R-SUB-008"],
        may: &[
            May::Edit(STANDING),
            May::Edit(WINDOW),
            May::Edit(NEXT_TERM),
            May::Edit(&[F::Subscription(S::Refundable)]),
        ],
        source: "cancel-an-azure-or-software-order (SDK); lifecycle (mcp)",
    },
    Operation {
        id: OpId::Op25,
        verbs: &[Verb::SetRenewal],
        actors: &[Actor::Provider, Actor::DirectBill],
        needs: &["R-SUB-007", "R-SUB-009"],
        may: &[
            May::Edit(NEXT_TERM),
            May::Edit(&[F::Subscription(S::CommitmentEnd), F::Subscription(S::CancelUntil)]),
        ],
        source: "manage-subscriptions-renewal (learn); lifecycle and policies (mcp)",
    },
    Operation {
        id: OpId::Op26,
        verbs: &[Verb::SetQuantity],
        actors: &[Actor::Provider, Actor::DirectBill],
        needs: &["R-SUB-002", "R-SUB-003", "R-SUB-004", "R-ENR-003"],
        may: &[May::Edit(&[F::Subscription(S::Quantity), F::Subscription(S::Refundable)])],
        source: "change-the-quantity-of-a-subscription (SDK)",
    },
    Operation {
        id: OpId::Op27,
        verbs: &[Verb::Upgrade],
        actors: &[Actor::Provider, Actor::DirectBill],
        needs: &["R-SUB-001", "R-SUB-002", "R-SUB-008"],
        may: &[
            May::Add(T::Subscription),
            May::Edit(STANDING),
            May::Edit(WINDOW),
            May::Edit(NEXT_TERM),
            May::Edit(&[
                F::Subscription(S::Name),
                F::Subscription(S::OfferId),
                F::Subscription(S::ProductType),
                F::Subscription(S::Family),
                F::Subscription(S::IsTrial),
                F::Subscription(S::Quantity),
                F::Subscription(S::Effective),
                F::Subscription(S::CommitmentEnd),
                F::Subscription(S::Term),
                F::Subscription(S::BillingCycle),
                F::Subscription(S::OrderId),
            ]),
        ],
        source: "add-licenses-or-services-to-an-existing-subscription; transition-a-new-commerce-subscription (SDK)",
    },
    Operation {
        id: OpId::Op28,
        verbs: &[Verb::MigrateToNewCommerce],
        actors: &[Actor::Provider, Actor::DirectBill],
        needs: &["R-SUB-001", "R-SUB-002", "R-SUB-008", "R-ENR-003"],
        may: &[May::Add(T::Subscription), May::Edit(STANDING), May::Edit(NEXT_TERM)],
        source: "lifecycle and errors (mcp); migrate-subscriptions",
    },
    Operation {
        id: OpId::Op29,
        verbs: &[Verb::EnrolInCloud],
        actors: &[Actor::Provider, Actor::Reseller, Actor::DirectBill],
        needs: &["R-REG-004", "R-REG-005", "R-REG-006"],
        may: &[May::Add(T::Partner), May::Add(T::Group), May::Edit(&[F::Partner(P::Group)])],
        source: "csp-national-clouds-overview; enroll-in-csp-for-microsoft-us-govt-cloud",
    },
    Operation {
        id: OpId::Op30,
        verbs: &[Verb::ConsolidateTenants],
        actors: &[Actor::Provider, Actor::DirectBill, Actor::Customer],
        needs: &["R-REG-001", "R-REL-001", "R-TRF-001"],
        may: &[
            May::Add(T::Relationship),
            May::Edit(RELATIONSHIP_STARTS),
            May::Add(T::Subscription),
            May::Add(T::Transfer),
            May::Edit(TRANSFER_GOES_ON),
            May::Edit(MOVED),
            May::Edit(STANDING),
            May::Edit(NEXT_TERM),
        ],
        source: "csp-regional-authorization-tenant-consolidation",
    },
    Operation {
        id: OpId::Op31,
        verbs: &[Verb::SetSupportContact],
        actors: &[Actor::Provider, Actor::DirectBill],
        needs: &["R-REL-008"],
        may: &[May::Edit(&[F::Subscription(S::SupportContact)])],
        source: "assign-support-contacts",
    },
    Operation {
        id: OpId::Op32,
        verbs: &[Verb::AssociateLocation],
        actors: &[Actor::Provider, Actor::Reseller, Actor::DirectBill],
        needs: &["R-ID-003", "R-ID-004"],
        may: &[May::Edit(&[F::Partner(P::PartnerId), F::Partner(P::LocationCountry)])],
        source: "indirect-reseller-tasks-in-partner-center; manage-locations",
    },
];
