//! How a reseller relationship begins, ends and outlives its privileges (R-REL-003, 004, 009).

use crate::model::{
    Dap, Family, FieldRef, Key, Origin, Partner, Record, Relationship, RelationshipField, RelationshipState,
    Role, Status, Subscription, SubscriptionField, TenantId, Verb,
};
use crate::rules::catalogue::Look;
use crate::rules::fact::{Fact, fails, has_granular, has_relationship, has_role, holds, is_live, lacks};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;
use crate::rules::step::Step;

const STATE: Option<FieldRef> = Some(FieldRef::Relationship(RelationshipField::State));
const ACCEPTED: Option<FieldRef> = Some(FieldRef::Relationship(RelationshipField::AcceptedOn));

/// R-REL-003: a relationship is removed only when the partner's subscriptions are suspended or gone, and its
/// reservations and software purchases are cancelled. Judged on the book after the step: what one step both suspends
/// and leaves is carried out in that order.
pub(super) fn nothing_is_left_running(look: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    if step.verb == Verb::Import {
        return;
    }
    let ended = step.changes.iter().filter_map(|change| match &change.before {
        Some(Record::Relationship(before)) if before.is_active_reseller() => Some(before),
        _ => None,
    });
    for r in ended {
        if fails(has_relationship(look.model, r.partner, r.customer), out.about(Key::Relationship(r.id))) {
            blockers(look, r.partner, r.customer, out);
        }
    }
}

fn blockers(look: &Look<'_>, seller: TenantId, customer: TenantId, out: &mut Out<'_>) {
    for s in look.model.subscriptions_of(customer).filter(|s| s.seller == Some(seller)) {
        let other = Some(Key::Subscription(s.id));
        if is_bought_once(s) {
            if holds(is_uncancelled(s), out) {
                out.find(Reason::NotCancelled, other, STATE);
            }
        } else if holds(is_live(s), out) {
            out.find(Reason::StillRunning, other, STATE);
        }
    }
}

/// Reservations and software are cancelled, not suspended.
fn is_bought_once(s: &Subscription) -> bool {
    matches!(s.family, Family::Reservation | Family::SoftwarePerpetual | Family::SoftwareSubscription)
}

/// An order of software has no state of its own in some exports: nothing says it is cancelled then.
fn is_uncancelled(s: &Subscription) -> Fact {
    match s.status {
        Status::Active | Status::Pending | Status::None | Status::Suspended => Ok(true),
        Status::Deleted | Status::Expired | Status::Disabled => Ok(false),
        Status::Other(_) => Err(lacks(s, SubscriptionField::Status)),
    }
}

/// R-REL-004: a relationship made here is active only after the customer accepted, on or after the day of the request;
/// unless the partner created the tenant, or extended its own relationship (OP-19). A reseller creates no tenants: the
/// provider creates them for it.
pub(super) fn the_customer_accepted(look: &Look<'_>, r: &Relationship, out: &mut Out<'_>) {
    if r.state != RelationshipState::Active {
        return;
    }
    match r.origin {
        Origin::Typed => accepted_after_request(r, out),
        Origin::CreatedTenant => created_by_a_seller(look, r, out),
        Origin::Imported | Origin::Extension | Origin::Other(_) => {}
    }
}

fn accepted_after_request(r: &Relationship, out: &mut Out<'_>) {
    let other = Some(Key::Customer(r.customer));
    match (r.requested_on, r.accepted_on) {
        (_, None) => out.find(Reason::CustomerDidNotAccept, other, ACCEPTED),
        (Some(requested), Some(accepted)) if accepted < requested => {
            out.find(Reason::AcceptedBeforeRequested, other, ACCEPTED);
        }
        (_, Some(_)) => {}
    }
}

fn created_by_a_seller(look: &Look<'_>, r: &Relationship, out: &mut Out<'_>) {
    let created_for_it =
        look.model.customer(r.customer).is_some_and(|c| c.associated_partner == Some(r.partner));
    let may_create = |p: &Partner| has_role(p, &[Role::IndirectProvider, Role::DirectBill]);
    let Some(partner) = look.model.partner(r.partner).filter(|_| !created_for_it) else { return };
    if fails(may_create(partner), out) {
        let field = FieldRef::Relationship(RelationshipField::Origin);
        out.find(Reason::CreatedByReseller, Some(Key::Partner(r.partner)), Some(field));
    }
}

/// R-REL-004: what was removed comes back by a new request only.
pub(super) fn none_comes_back(_: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    if step.verb == Verb::Import {
        return;
    }
    for pair in step.pairs() {
        if let (Some(Record::Relationship(before)), Some(Record::Relationship(after))) = pair
            && before.state == RelationshipState::Removed
            && after.state == RelationshipState::Active
        {
            let other = Some(Key::Customer(after.customer));
            out.about(Key::Relationship(after.id)).find(Reason::RevivedWithoutRequest, other, STATE);
        }
    }
}

/// R-REL-009: a partner whose privileges the customer took away still owes support.
pub(super) fn access_is_left(look: &Look<'_>, r: &Relationship, out: &mut Out<'_>) {
    if r.state != RelationshipState::Active || r.dap != Dap::RemovedByCustomer {
        return;
    }
    if fails(has_granular(look.model, r.partner, r.customer), out) {
        let field = FieldRef::Relationship(RelationshipField::Dap);
        out.find(Reason::DutyWithoutAccess, Some(Key::Customer(r.customer)), Some(field));
    }
}
