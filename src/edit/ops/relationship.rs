//! Reseller relationships of partners with customers: request (OP-03), accept (OP-04), withdraw, add a further
//! partner (OP-08), remove (OP-20). No subscription is touched, but for a support contact that loses its relationship.

use super::draft::{edited, step};
use super::ids::next_relationship;
use super::impossible::{At, Impossible, Standing};
use crate::model::{
    Change, Cloud, Dap, Day, Key, Model, Origin, Relationship, RelationshipId, RelationshipKind,
    RelationshipState, TenantId, Transaction, Verb,
};

/// Whether delegated admin privileges are asked for with the relationship.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Ask {
    /// The relationship alone: an option of the public cloud.
    #[default]
    Relationship,
    /// With delegated admin privileges. Since 2023-05-22 the public cloud has none to give: granular ones follow.
    WithPrivileges,
}

/// Whether a partner asks alone, or a reseller together with a provider.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Through {
    /// The partner alone.
    #[default]
    Alone,
    /// Reseller and provider at once: one invitation, two linked relationships.
    Provider(TenantId),
}

/// What becomes of the delegated admin privileges when a relationship is removed: two pages of the programme's
/// documentation tell it differently, so the user says which applies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DapAfter {
    /// They go with it (provider, direct-bill partner: remove-a-relationship).
    #[default]
    Removed,
    /// They stay until the customer takes them away (reseller: connect-with-your-customers).
    LeftInPlace,
}

/// OP-03: a partner requests a reseller relationship, alone or together with its provider.
///
/// # Errors
/// A record is not in the book, or everything that would be requested is open or active already.
pub fn request_relationship(
    model: &Model,
    day: Day,
    partner: TenantId,
    customer: TenantId,
    through: Through,
    ask: Ask,
) -> Result<Transaction, Impossible> {
    let at = At { model, day };
    let requested = new_relationships(at, partner, customer, through, ask, Verb::RequestRelationship)?;
    step(Verb::RequestRelationship, requested.into_iter().map(Change::add))
}

/// OP-08: one more partner for a customer: the relationship as it is wished, requested and accepted. The customer's
/// subscriptions, other relationships, privileges and agreements stay as they are (R-MP-001).
///
/// # Errors
/// As for [`request_relationship`].
pub fn add_partner(
    model: &Model,
    day: Day,
    partner: TenantId,
    customer: TenantId,
    through: Through,
    ask: Ask,
) -> Result<Transaction, Impossible> {
    let at = At { model, day };
    let mut wished = new_relationships(at, partner, customer, through, ask, Verb::AddPartner)?;
    for relationship in &mut wished {
        accept(relationship, day);
    }
    step(Verb::AddPartner, wished.into_iter().map(Change::add))
}

/// OP-04: the customer accepts; both relationships when reseller and provider asked at once.
///
/// # Errors
/// The relationship is not in the book, or is not an open request.
pub fn accept_relationship(model: &Model, day: Day, id: RelationshipId) -> Result<Transaction, Impossible> {
    let together = open_request(model, id, Verb::AcceptRelationship)?;
    step(Verb::AcceptRelationship, together.into_iter().map(|r| edited(r, |r| accept(r, day))))
}

/// Withdraws a request that was not accepted; both when reseller and provider asked at once.
///
/// # Errors
/// The relationship is not in the book, or is not an open request.
pub fn withdraw_request(model: &Model, day: Day, id: RelationshipId) -> Result<Transaction, Impossible> {
    let withdrawn = |r: &mut Relationship| {
        r.state = RelationshipState::Removed;
        r.removed_on = Some(day);
        r.dap = Dap::NotRequested;
    };
    let together = open_request(model, id, Verb::WithdrawRequest)?;
    step(Verb::WithdrawRequest, together.into_iter().map(|r| edited(r, withdrawn)))
}

/// OP-20: removes a relationship. The partner is dropped as support contact of the customer's subscriptions;
/// granular privileges, Azure roles and everything of other partners stay.
///
/// # Errors
/// The relationship is not in the book, or is not active.
pub fn remove_relationship(
    model: &Model,
    day: Day,
    id: RelationshipId,
    dap: DapAfter,
) -> Result<Transaction, Impossible> {
    let removed = standing(model, id, Verb::RemoveRelationship)?;
    let relationship = edited(removed, |r| {
        r.state = RelationshipState::Removed;
        r.removed_on = Some(day);
        match dap {
            DapAfter::Removed => r.dap = Dap::NotRequested,
            DapAfter::LeftInPlace => {}
        }
    });
    let named =
        model.subscriptions_of(removed.customer).filter(|s| s.support_contact == Some(removed.partner));
    let dropped = named.map(|s| edited(s, |s| s.support_contact = None));
    step(Verb::RemoveRelationship, std::iter::once(relationship).chain(dropped))
}

/// The open requests that one invitation holds: this one and, where reseller and provider asked at once, the other.
pub fn linked<'a>(model: &'a Model, relationship: &'a Relationship) -> Vec<&'a Relationship> {
    let same_invitation = |a: &Relationship, b: &Relationship| {
        a.via_provider == Some(b.partner) && a.requested_on == b.requested_on
    };
    let others = model.relationships_of(relationship.customer).filter(|other| {
        other.id != relationship.id
            && other.state == RelationshipState::Requested
            && (same_invitation(relationship, other) || same_invitation(other, relationship))
    });
    std::iter::once(relationship).chain(others).collect()
}

fn open_request(model: &Model, id: RelationshipId, verb: Verb) -> Result<Vec<&Relationship>, Impossible> {
    Ok(linked(model, standing(model, id, verb)?))
}

fn standing(model: &Model, id: RelationshipId, verb: Verb) -> Result<&Relationship, Impossible> {
    let key = Key::Relationship(id);
    let relationship = model.relationships().get(id).ok_or(Impossible::Gone(key))?;
    let now = Standing::Relationship(relationship.state);
    let leads_on = super::next_steps(now).contains(&verb);
    if leads_on { Ok(relationship) } else { Err(Impossible::standing(verb, key, now)) }
}

fn accept(relationship: &mut Relationship, day: Day) {
    relationship.state = RelationshipState::Active;
    relationship.accepted_on = Some(day);
    if relationship.dap == Dap::Requested {
        relationship.dap = Dap::Granted;
    }
}

/// The requests of an invitation, without those that are open or active already.
fn new_relationships(
    at: At<'_>,
    partner: TenantId,
    customer: TenantId,
    through: Through,
    ask: Ask,
    verb: Verb,
) -> Result<Vec<Relationship>, Impossible> {
    if let Through::Provider(provider) = through {
        partners(at.model, provider, partner)?;
    }
    let requested = match through {
        Through::Alone => vec![new_relationship(at, partner, customer, ask, verb)],
        Through::Provider(provider) => vec![
            new_relationship(at, partner, customer, ask, verb)
                .map(|of_reseller| Relationship { via_provider: Some(provider), ..of_reseller }),
            new_relationship(at, provider, customer, ask, verb),
        ],
    };
    let there_already = |result: &Result<_, _>| matches!(result, Err(Impossible::Standing { .. }));
    let all = requested.iter().all(there_already);
    requested.into_iter().filter(|result| all || !there_already(result)).collect()
}

/// A reseller and a provider act together only as active partners. Nobody is its own: a book with such a partnership
/// would get the same relationship twice.
pub(super) fn partners(model: &Model, provider: TenantId, reseller: TenantId) -> Result<(), Impossible> {
    for partner in [provider, reseller] {
        model.partner(partner).ok_or(Impossible::Gone(Key::Partner(partner)))?;
    }
    if provider != reseller && model.are_partners(provider, reseller) {
        Ok(())
    } else {
        Err(Impossible::NotPartners { provider, reseller })
    }
}

fn new_relationship(
    at: At<'_>,
    partner: TenantId,
    customer: TenantId,
    ask: Ask,
    verb: Verb,
) -> Result<Relationship, Impossible> {
    let At { model, day } = at;
    model.partner(partner).ok_or(Impossible::Gone(Key::Partner(partner)))?;
    let cloud = model.customer(customer).ok_or(Impossible::Gone(Key::Customer(customer)))?.cloud;
    if let Some(open) = model.relationships_between(partner, customer).find(|r| is_open(r)) {
        let now = Standing::Relationship(open.state);
        return Err(Impossible::standing(verb, Key::Relationship(open.id), now));
    }
    Ok(Relationship {
        id: next_relationship(model, partner, customer),
        partner,
        customer,
        kind: RelationshipKind::Reseller,
        state: RelationshipState::Requested,
        dap: dap_of(ask, cloud, day),
        requested_on: Some(day),
        origin: Origin::Typed,
        ..Relationship::default()
    })
}

fn is_open(relationship: &Relationship) -> bool {
    relationship.kind == RelationshipKind::Reseller
        && matches!(relationship.state, RelationshipState::Requested | RelationshipState::Active)
}

fn dap_of(ask: Ask, cloud: Cloud, day: Day) -> Dap {
    match ask {
        Ask::Relationship => Dap::NotRequested,
        Ask::WithPrivileges if dap_is_retired(cloud, day) => Dap::NotRequested,
        Ask::WithPrivileges => Dap::Requested,
    }
}

/// Since 2023-05-22 the public cloud grants no delegated admin privileges (R-ADM-001).
pub(super) fn dap_is_retired(cloud: Cloud, day: Day) -> bool {
    cloud == Cloud::Public && Day::new(2023, 5, 22).is_some_and(|retired| day >= retired)
}
