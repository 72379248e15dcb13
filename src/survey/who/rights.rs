//! Who may administer a customer: delegated and granular privileges, and what is left of them when their ground is gone.

use crate::model::{
    Admin, AdminStatus, Dap, Day, Family, Guid, Key, Model, Moment, PartnershipState, Relationship,
    RelationshipState, TenantId, Transfer, TransferKind, TransferStatus,
};
use crate::rules::{Clock, deadlines};

/// Something that a partner may do in the tenant of a customer, or has asked to be allowed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Right {
    /// Who; unknown when an export does not say.
    pub partner: Option<TenantId>,
    /// What.
    pub power: Power,
    /// The record it comes from: a relationship, granular privileges, a transfer.
    pub because: Key,
    /// Since when.
    pub since: Option<Day>,
    /// Until when; nothing when no end is recorded.
    pub until: Option<Day>,
    /// True when it extends itself at the end.
    pub extends: bool,
    /// Why it is left over: its ground is gone.
    pub left: Option<Left>,
    /// Since when its ground is gone.
    pub left_since: Option<Day>,
}

/// What a partner may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Power {
    /// Administer all services: delegated admin privileges (DAP).
    All,
    /// Administer by these roles: granular delegated admin privileges (GDAP).
    Roles(Vec<Guid>),
    /// Roles on Azure resources, which stay with the old partner after a transfer (R-TRF-005).
    Azure,
    /// Nothing yet: it has asked for it.
    Asked,
    /// Nothing.
    Nothing,
}

/// Why a right is left over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Left {
    /// The partner's reseller relationship was removed (OP-20).
    Relationship,
    /// Every partnership of the reseller has ended (OP-18).
    Partnership,
    /// What it sold was transferred, and nobody has looked through its roles (R-TRF-005).
    Transfer,
}

impl Power {
    /// True for privileges on services: without them no service request is opened for the customer.
    pub fn opens_tickets(&self) -> bool {
        matches!(self, Self::All | Self::Roles(_))
    }

    /// The stable word in output.
    pub fn code(&self) -> &'static str {
        match self {
            Self::All => "dap",
            Self::Roles(_) => "gdap",
            Self::Azure => "azure-roles",
            Self::Asked => "asked",
            Self::Nothing => "nothing",
        }
    }
}

impl Left {
    /// The stable word in output.
    pub fn code(self) -> &'static str {
        match self {
            Self::Relationship => "relationship-removed",
            Self::Partnership => "partnership-ended",
            Self::Transfer => "transferred",
        }
    }
}

/// The rights on a customer, those in force first, those left over last.
pub(super) fn of(model: &Model, today: Day, customer: TenantId) -> Vec<Right> {
    let links = model.links();
    let admin = model.admin().rows(links.admin_by_customer.get(&customer));
    let transfers = model.transfers().rows(links.transfers_by_customer.get(&customer));
    let mut rights: Vec<Right> =
        model.relationships_of(customer).filter_map(|r| delegated(model, r)).collect();
    rights.extend(admin.filter_map(|admin| granular(model, today, customer, admin)));
    rights.extend(transfers.filter(|t| keeps_roles(model, t)).map(azure));
    rights.sort_by_key(|right| (right.left, rank(&right.power)));
    rights
}

fn rank(power: &Power) -> u8 {
    match power {
        Power::All => 0,
        Power::Roles(_) => 1,
        Power::Azure => 2,
        Power::Asked => 3,
        Power::Nothing => 4,
    }
}

/// What a relationship gives. One without privileges is told too, unless granular ones stand in their place.
fn delegated(model: &Model, r: &Relationship) -> Option<Right> {
    let power = match (r.dap, r.state) {
        (Dap::Granted, _) => Power::All,
        (_, RelationshipState::Removed) => return None,
        (Dap::Requested, _) | (_, RelationshipState::Requested) => Power::Asked,
        _ if model.admin_between(r.partner, r.customer).any(is_told) => return None,
        _ => Power::Nothing,
    };
    let left = left_over(model, r.partner, r.customer).filter(|_| power.opens_tickets());
    Some(Right {
        partner: Some(r.partner),
        power,
        because: Key::Relationship(r.id),
        since: r.accepted_on.or(r.requested_on),
        until: None,
        extends: false,
        left,
        left_since: left.and_then(|left| gone_since(model, left, r.partner, r.customer)),
    })
}

fn granular(model: &Model, today: Day, customer: TenantId, admin: &Admin) -> Option<Right> {
    if !is_told(admin) {
        return None;
    }
    let power = if admin.is_active() { Power::Roles(admin.roles.clone()) } else { Power::Asked };
    let because = Key::Admin(admin.id);
    let end = deadlines(model, today, because).into_iter().min_by_key(|deadline| deadline.on);
    let left = admin.partner.and_then(|p| left_over(model, p, customer)).filter(|_| admin.is_active());
    Some(Right {
        partner: admin.partner,
        power,
        because,
        since: admin.activated.or(admin.created).map(Moment::day),
        until: end.map(|deadline| deadline.on),
        extends: end.is_some_and(|deadline| deadline.clock == Clock::PrivilegesExtend),
        left,
        left_since: left.zip(admin.partner).and_then(|(left, p)| gone_since(model, left, p, customer)),
    })
}

/// True for privileges that are in force or under way.
fn is_told(admin: &Admin) -> bool {
    match admin.status {
        AdminStatus::Active
        | AdminStatus::Expiring
        | AdminStatus::Created
        | AdminStatus::ApprovalPending
        | AdminStatus::Approved
        | AdminStatus::Activating => true,
        AdminStatus::Expired
        | AdminStatus::TerminationRequested
        | AdminStatus::Terminating
        | AdminStatus::Terminated
        | AdminStatus::Other(_) => false,
    }
}

/// Why privileges of a partner on a customer have lost their ground; nothing while they have it, or none is recorded.
fn left_over(model: &Model, partner: TenantId, customer: TenantId) -> Option<Left> {
    let mut between = model.relationships_between(partner, customer).peekable();
    let related = between.peek().is_some();
    if related && between.all(|r| r.state == RelationshipState::Removed) {
        return Some(Left::Relationship);
    }
    let account = model.partner(partner)?;
    (!account.can_sell() && has_lost_providers(model, partner)).then_some(Left::Partnership)
}

/// The day on which the last of what carried the privileges was gone, where it is recorded.
fn gone_since(model: &Model, left: Left, partner: TenantId, customer: TenantId) -> Option<Day> {
    match left {
        Left::Relationship => {
            model.relationships_between(partner, customer).filter_map(|r| r.removed_on).max()
        }
        Left::Partnership => {
            let rows = model.links().partnerships_by_reseller.get(&partner);
            model.partnerships().rows(rows).filter_map(|p| p.ended_on).max()
        }
        Left::Transfer => None,
    }
}

fn has_lost_providers(model: &Model, reseller: TenantId) -> bool {
    let rows = model.links().partnerships_by_reseller.get(&reseller);
    let mut ended = model.partnerships().rows(rows).map(|p| p.state == PartnershipState::Ended).peekable();
    ended.peek().is_some() && ended.all(|ended| ended)
}

/// True for a finished transfer of Azure whose old roles nobody has looked through.
fn keeps_roles(model: &Model, t: &Transfer) -> bool {
    let is_done = matches!(t.status, TransferStatus::Complete | TransferStatus::PartiallyComplete);
    is_done && !t.roles_reviewed && moves_azure(model, t)
}

fn moves_azure(model: &Model, t: &Transfer) -> bool {
    let is_azure =
        |family| matches!(family, Family::AzureLegacy | Family::AzurePlan | Family::AzureSubscription);
    match t.kind {
        TransferKind::AzureLegacy | TransferKind::AzurePlan => true,
        TransferKind::NewCommerce => false,
        TransferKind::Unknown | TransferKind::DirectToIndirect | TransferKind::Other(_) => {
            t.subscriptions.iter().filter_map(|id| model.subscription(*id)).any(|s| is_azure(s.family))
        }
    }
}

fn azure(t: &Transfer) -> Right {
    Right {
        partner: t.source,
        power: Power::Azure,
        because: Key::Transfer(t.id),
        since: None,
        until: None,
        extends: false,
        left: Some(Left::Transfer),
        left_since: t.completed.map(Moment::day),
    }
}
