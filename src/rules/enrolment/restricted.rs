//! R-ENR-005: a restricted direct-bill partner buys nothing anew; what runs may be renewed, and its seats changed.

use super::{bought, transfers};
use crate::model::{
    Enrolment, FieldRef, Key, Origin, Partner, Record, Relationship, RelationshipField, RelationshipKind,
    Role, SubscriptionField, TenantId, TransferField, Verb,
};
use crate::rules::catalogue::Look;
use crate::rules::finding::Out;
use crate::rules::reason::Reason;
use crate::rules::step::Step;

/// R-ENR-005: no subscription of any family, no add-on, no transfer to it, no customer tenant, no direct request. As an
/// indirect reseller it may still ask together with a provider.
pub(super) fn buys_nothing_anew(look: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    for s in bought(step) {
        let field = FieldRef::Subscription(SubscriptionField::Seller);
        barred(look, s.seller, Reason::RestrictedBuys, field, out.about(Key::Subscription(s.id)));
    }
    for t in transfers(step) {
        let field = FieldRef::Transfer(TransferField::Target);
        barred(look, t.target, Reason::RestrictedBuys, field, out.about(Key::Transfer(t.id)));
    }
    if step.verb == Verb::Import {
        return;
    }
    for pair in step.pairs() {
        if let (None, Some(Record::Relationship(r))) = pair {
            relationship(look, r, out.about(Key::Relationship(r.id)));
        }
    }
}

fn relationship(look: &Look<'_>, r: &Relationship, out: &mut Out<'_>) {
    let field = FieldRef::Relationship(RelationshipField::Partner);
    if r.origin == Origin::CreatedTenant {
        return barred(look, Some(r.partner), Reason::RestrictedCreates, field, out);
    }
    let through = r.via_provider.is_some() && is_a_reseller(look, r.partner);
    if r.kind == RelationshipKind::Reseller && !through {
        barred(look, Some(r.partner), Reason::RestrictedRequests, field, out);
    }
}

fn is_a_reseller(look: &Look<'_>, partner: TenantId) -> bool {
    look.model.partner(partner).is_some_and(|p| p.roles.has(Role::IndirectReseller))
}

/// An unknown standing is R-ENR-003's to report: it asks for the same field.
fn barred(look: &Look<'_>, partner: Option<TenantId>, reason: Reason, field: FieldRef, out: &mut Out<'_>) {
    let restricted = |p: &&Partner| p.is_direct_bill() && p.enrolment == Enrolment::Restricted;
    if let Some(partner) = partner.and_then(|id| look.model.partner(id)).filter(restricted) {
        out.find(reason, Some(Key::Partner(partner.tenant)), Some(field));
    }
}
