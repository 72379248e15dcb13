//! What binds partners and customers: partnerships, reseller relationships, granular admin privileges, transfers.

use super::admin_role::AdminRole;
use super::choice::{
    AdminKind, AdminStatus, Dap, Origin, PartnershipState, RelationshipKind, RelationshipState, TransferKind,
    TransferStatus,
};
use super::field::{Value, entity, parts};
use super::id::{AdminId, Guid, PartnershipId, RelationshipId, SubscriptionId, TenantId, TransferId};
use super::{Day, Moment, PartnerId, Text};
use serde::{Deserialize, Serialize};

entity! {
    /// A partnership of a provider and a reseller (entities.md 2.3).
    pub struct Partnership, PartnershipField {
        /// An id of our own.
        id: PartnershipId = Id,
        /// The indirect provider.
        provider: TenantId = Provider,
        /// The indirect reseller.
        reseller: TenantId = Reseller,
        /// Where it stands.
        state: PartnershipState = State,
        /// When the provider invited.
        invited_on: Option<Day> = InvitedOn,
        /// When the reseller accepted.
        accepted_on: Option<Day> = AcceptedOn,
        /// When it ended.
        ended_on: Option<Day> = EndedOn,
        /// True while the provider still has the admin access to the reseller's account that acceptance gave it.
        provider_has_access: bool = ProviderHasAccess,
        /// How the record came to be.
        origin: Origin = Origin,
        /// A note of our own.
        note: Text = Note,
    }
}

entity! {
    /// The reseller relationship of a partner with a customer (entities.md 2.5).
    pub struct Relationship, RelationshipField {
        /// An id of our own.
        id: RelationshipId = Id,
        /// The partner.
        partner: TenantId = Partner,
        /// The customer.
        customer: TenantId = Customer,
        /// What the partner is to the customer.
        kind: RelationshipKind = Kind,
        /// Where it stands.
        state: RelationshipState = State,
        /// Its delegated admin privileges.
        dap: Dap = Dap,
        /// The provider it was requested together with.
        via_provider: Option<TenantId> = ViaProvider,
        /// When it was requested.
        requested_on: Option<Day> = RequestedOn,
        /// When the customer accepted.
        accepted_on: Option<Day> = AcceptedOn,
        /// When it was removed.
        removed_on: Option<Day> = RemovedOn,
        /// How the record came to be.
        origin: Origin = Origin,
        /// A note of our own.
        note: Text = Note,
    }
}

entity! {
    /// Granular delegated admin privileges of a partner on a customer (entities.md 2.10).
    pub struct Admin, AdminField {
        /// Its id in Microsoft Graph.
        id: AdminId = Id,
        /// Its name, unique per partner.
        name: Text = Name,
        /// Its kind.
        kind: AdminKind = Kind,
        /// The partner that holds it.
        partner: Option<TenantId> = Partner,
        /// The customer that grants it.
        customer: Option<TenantId> = Customer,
        /// The provider that prepared it for a reseller.
        indirect_provider: Option<TenantId> = IndirectProvider,
        /// True while the reseller has not consented.
        consent_pending: bool = ConsentPending,
        /// Its state.
        status: AdminStatus = Status,
        /// How long it lasts, in days.
        duration_days: Option<u32> = DurationDays,
        /// By how much it extends itself, in days; 0 for not at all.
        auto_extend_days: Option<u32> = AutoExtendDays,
        /// The roles it gives, by their ids.
        roles: Vec<Guid> = Roles,
        /// When it was created.
        created: Option<Moment> = Created,
        /// When it was last changed.
        modified: Option<Moment> = Modified,
        /// When the customer approved.
        activated: Option<Moment> = Activated,
        /// When it ends.
        end: Option<Moment> = End,
        /// The security groups it is assigned to.
        assignments: Vec<Assignment> = Assignments,
        /// A note of our own.
        note: Text = Note,
    }
}

/// Roles of a granular admin relationship given to a security group of the partner.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// The security group.
    pub group: Guid,
    /// The roles it gets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Guid>,
    /// The state as Microsoft Graph names it.
    #[serde(default, skip_serializing_if = "Text::is_empty")]
    pub status: Text,
}

entity! {
    /// A transfer of subscriptions between partners (entities.md 2.11).
    pub struct Transfer, TransferField {
        /// Its id.
        id: TransferId = Id,
        /// The customer.
        customer: TenantId = Customer,
        /// The partner that gives.
        source: Option<TenantId> = Source,
        /// The partner that takes.
        target: Option<TenantId> = Target,
        /// What it moves, and by which procedure.
        kind: TransferKind = Kind,
        /// Its state.
        status: TransferStatus = Status,
        /// The partner that asked for it.
        requested_by: Option<TenantId> = RequestedBy,
        /// The reseller of record that the target wants on what it takes.
        partner_of_record: Option<PartnerId> = PartnerOfRecord,
        /// What it moves.
        subscriptions: Vec<SubscriptionId> = Subscriptions,
        /// When it was created.
        created: Option<Moment> = Created,
        /// When the request lapses.
        expires: Option<Moment> = Expires,
        /// When it was completed.
        completed: Option<Moment> = Completed,
        /// True once somebody has looked through the Azure roles of the old partner, which stay (R-TRF-005).
        roles_reviewed: bool = RolesReviewed,
        /// A note of our own.
        note: Text = Note,
    }
}

parts! {
    Vec<SubscriptionId>: |id: &SubscriptionId| Value::Code(id.to_string());
}

impl Relationship {
    /// True when it is an active reseller relationship: `rel` of rules.md 0.3.
    pub fn is_active_reseller(&self) -> bool {
        self.state == RelationshipState::Active && self.kind == RelationshipKind::Reseller
    }
}

impl Admin {
    /// True while it gives privileges.
    pub fn is_active(&self) -> bool {
        matches!(self.status, AdminStatus::Active | AdminStatus::Expiring)
    }

    /// True until it is active: drafted, asked for, approved.
    pub fn is_on_its_way(&self) -> bool {
        matches!(
            self.status,
            AdminStatus::Created
                | AdminStatus::ApprovalPending
                | AdminStatus::Approved
                | AdminStatus::Activating
        )
    }

    /// True when it gives this role.
    pub fn gives(&self, role: AdminRole) -> bool {
        self.roles.contains(&role.id())
    }

    /// True when one of its security groups has access.
    pub fn has_active_assignment(&self) -> bool {
        self.assignments.iter().any(|a| a.status.raw().eq_ignore_ascii_case("active"))
    }
}

impl Transfer {
    /// True while it is asked for or under way.
    pub fn is_open(&self) -> bool {
        matches!(self.status, TransferStatus::Active | TransferStatus::InProgress)
    }
}
