//! R-HYG-001: what ends does so after it began. The years 1 and 9999 stand for "none" and "never".

use crate::model::{
    Admin, AdminField, FieldRef, Moment, Origin, Relationship, RelationshipField, RelationshipState,
    SubscriptionField, Transfer, TransferField,
};
use crate::rules::catalogue::{Look, Sale};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;

/// A moment that means one.
fn real(moment: Option<Moment>) -> Option<Moment> {
    moment.filter(|moment| (2..9999).contains(&moment.day().parts().0))
}

/// True when both are known and the second lies before the first.
fn is_before(first: Option<Moment>, second: Option<Moment>) -> bool {
    real(first).zip(real(second)).is_some_and(|(first, second)| second < first)
}

/// R-HYG-001 on a subscription. It takes effect at the start of a day, so up to a day before its creation; later it may
/// be by far, after a renewal.
pub(super) fn of_subscription(_: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    use SubscriptionField as F;
    let s = sale.subscription;
    if is_before(s.creation, s.commitment_end) || is_before(s.effective, s.commitment_end) {
        out.find(Reason::EndsBeforeItBegins, None, Some(FieldRef::Subscription(F::CommitmentEnd)));
    }
    let early = |(created, effective): (Moment, Moment)| effective.day() < created.day().plus(-1);
    if real(s.creation).zip(real(s.effective)).is_some_and(early) {
        out.find(Reason::EffectiveBeforeCreation, None, Some(FieldRef::Subscription(F::Effective)));
    }
}

/// R-HYG-001 on a relationship; on an active one that was typed here R-REL-004 says the same.
pub(super) fn of_relationship(_: &Look<'_>, r: &Relationship, out: &mut Out<'_>) {
    let told = r.state == RelationshipState::Active && r.origin == Origin::Typed;
    let odd = r.requested_on.zip(r.accepted_on).is_some_and(|(requested, accepted)| accepted < requested);
    if odd && !told {
        let field = FieldRef::Relationship(RelationshipField::AcceptedOn);
        out.find(Reason::AcceptedBeforeRequested, None, Some(field));
    }
}

/// R-HYG-001 on granular admin privileges.
pub(super) fn of_admin(_: &Look<'_>, a: &Admin, out: &mut Out<'_>) {
    if is_before(a.activated, a.end) {
        out.find(Reason::EndsBeforeItBegins, None, Some(FieldRef::Admin(AdminField::End)));
    }
}

/// R-HYG-001 on a transfer.
pub(super) fn of_transfer(_: &Look<'_>, t: &Transfer, out: &mut Out<'_>) {
    if is_before(t.created, t.completed) || is_before(t.created, t.expires) {
        out.find(Reason::EndsBeforeItBegins, None, Some(FieldRef::Transfer(TransferField::Created)));
    }
}
