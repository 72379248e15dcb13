//! What several families ask of the book, in three values: yes, no, and unknown for want of a fact (rules.md 0.5).

use super::finding::Out;
use crate::model::{
    Admin, AdminField, AdminStatus, Channel, Dap, FieldRef, Key, Model, Partner, PartnerField, Partnership,
    PartnershipField, PartnershipState, Relationship, RelationshipField, RelationshipKind, RelationshipState,
    Role, Status, Subscription, SubscriptionField, TenantId,
};

/// The field that would have to be known, and the record that lacks it. A word that this version does not know counts
/// as missing too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Missing(pub Key, pub FieldRef);

/// Yes, no, or what is missing to tell.
pub(super) type Fact = Result<bool, Missing>;

/// Both are so. One that is not decides, whatever the other.
pub(super) fn both(a: Fact, b: Fact) -> Fact {
    match (a, b) {
        (Ok(false), _) | (_, Ok(false)) => Ok(false),
        (Err(missing), _) | (_, Err(missing)) => Err(missing),
        (Ok(true), Ok(true)) => Ok(true),
    }
}

/// One of them is so. Of several gaps the first in the order of keys is told, wherever its record stands.
pub(super) fn any(facts: impl Iterator<Item = Fact>) -> Fact {
    let mut gap: Option<Missing> = None;
    for fact in facts {
        match fact {
            Ok(true) => return Ok(true),
            Ok(false) => {}
            Err(missing) => gap = Some(gap.map_or(missing, |gap| gap.min(missing))),
        }
    }
    gap.map_or(Ok(false), Err)
}

/// The answer, when there is one; else says what is missing.
pub(super) fn known(fact: Fact, out: &mut Out<'_>) -> Option<bool> {
    fact.map_err(|Missing(of, field)| out.unknown(of, field)).ok()
}

/// True when it is known to be so; else says what is missing, if anything.
pub(super) fn holds(fact: Fact, out: &mut Out<'_>) -> bool {
    known(fact, out) == Some(true)
}

/// True when it is known not to be so; else says what is missing, if anything.
pub(super) fn fails(fact: Fact, out: &mut Out<'_>) -> bool {
    known(fact, out) == Some(false)
}

/// The subscription lacks this field.
pub(super) fn lacks(s: &Subscription, field: SubscriptionField) -> Missing {
    Missing(Key::Subscription(s.id), FieldRef::Subscription(field))
}

/// `live` of rules.md 0.3.
pub(super) fn is_live(s: &Subscription) -> Fact {
    match s.status {
        Status::Other(_) => Err(lacks(s, SubscriptionField::Status)),
        known => Ok(known.is_live()),
    }
}

/// Whether a CSP partner sold it.
pub(super) fn is_csp(s: &Subscription) -> Fact {
    match s.channel {
        Channel::Unknown | Channel::Other(_) => Err(lacks(s, SubscriptionField::Channel)),
        known => Ok(known.is_csp()),
    }
}

/// Whether a provider sold it through a reseller.
pub(super) fn is_indirect(s: &Subscription) -> Fact {
    match s.channel {
        Channel::Unknown | Channel::Other(_) => Err(lacks(s, SubscriptionField::Channel)),
        known => Ok(known == Channel::CspIndirect),
    }
}

/// Whether the partner has one of the roles.
pub(super) fn has_role(partner: &Partner, roles: &[Role]) -> Fact {
    let unlisted = partner.roles.iter().any(|role| matches!(role, Role::Other(_)));
    if roles.iter().any(|role| partner.roles.has(*role)) {
        return Ok(true);
    }
    let missing = Missing(Key::Partner(partner.tenant), FieldRef::Partner(PartnerField::Roles));
    if unlisted || partner.roles.is_empty() { Err(missing) } else { Ok(false) }
}

/// `is_csp` of rules.md 0.3: whether the partner's tenant transacts in the programme.
pub(super) fn takes_part(partner: &Partner) -> Fact {
    has_role(partner, &[Role::IndirectProvider, Role::IndirectReseller, Role::DirectBill])
}

/// Whether the relationship is requested or active: not removed.
pub(super) fn stands(r: &Relationship) -> Fact {
    match r.state {
        RelationshipState::Other(_) => {
            Err(Missing(Key::Relationship(r.id), FieldRef::Relationship(RelationshipField::State)))
        }
        known => Ok(known != RelationshipState::Removed),
    }
}

/// Whether the partner is a reseller of the customer, whatever the state.
pub(super) fn is_reseller(r: &Relationship) -> Fact {
    match r.kind {
        RelationshipKind::Other(_) => {
            Err(Missing(Key::Relationship(r.id), FieldRef::Relationship(RelationshipField::Kind)))
        }
        known => Ok(known == RelationshipKind::Reseller),
    }
}

/// Whether the partnership is invited or active: not ended.
pub(super) fn is_open(p: &Partnership) -> Fact {
    match p.state {
        PartnershipState::Other(_) => {
            Err(Missing(Key::Partnership(p.id), FieldRef::Partnership(PartnershipField::State)))
        }
        known => Ok(known != PartnershipState::Ended),
    }
}

/// `rel` of rules.md 0.3: whether the partner has an active reseller relationship with the customer.
pub(super) fn has_relationship(model: &Model, partner: TenantId, customer: TenantId) -> Fact {
    any(model.relationships_between(partner, customer).map(is_active_reseller))
}

fn is_active_reseller(r: &Relationship) -> Fact {
    let active = stands(r).map(|stands| stands && r.state == RelationshipState::Active);
    both(is_reseller(r), active)
}

/// `pship` of rules.md 0.3: whether the two have an active partnership.
pub(super) fn are_partners(model: &Model, provider: TenantId, reseller: TenantId) -> Fact {
    let active = |p: &Partnership| is_open(p).map(|open| open && p.state == PartnershipState::Active);
    any(model.partnerships_between(provider, reseller).map(active))
}

/// Whether the partner may administer the customer's tenant: by delegated privileges of old or by granular ones.
pub(super) fn has_privileges(model: &Model, partner: TenantId, customer: TenantId) -> Fact {
    let of_old = model.relationships_between(partner, customer).map(has_delegated);
    any(of_old.chain(std::iter::once_with(|| has_granular(model, partner, customer))))
}

fn has_delegated(r: &Relationship) -> Fact {
    let dap = match r.dap {
        Dap::Other(_) => {
            Err(Missing(Key::Relationship(r.id), FieldRef::Relationship(RelationshipField::Dap)))
        }
        known => Ok(known == Dap::Granted),
    };
    both(dap, is_active_reseller(r))
}

/// Whether the partner has active granular privileges on the customer. One of an unknown partner may be its own.
pub(super) fn has_granular(model: &Model, partner: TenantId, customer: TenantId) -> Fact {
    let rows = model.links().admin_by_customer.get(&customer);
    any(model.admin().rows(rows).filter(|a| a.partner.is_none_or(|p| p == partner)).map(is_active))
}

fn is_active(a: &Admin) -> Fact {
    let missing = |field| Missing(Key::Admin(a.id), FieldRef::Admin(field));
    let unlisted = matches!(a.status, AdminStatus::Other(_));
    let status = if unlisted { Err(missing(AdminField::Status)) } else { Ok(a.is_active()) };
    both(status, a.partner.map(|_| true).ok_or(missing(AdminField::Partner)))
}
