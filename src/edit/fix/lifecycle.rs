//! Ways out of what is wrong with the life of a subscription (R-SUB).

use super::steps::as_fix;
use super::{Case, Fix, FixKind, all, edit, step};
use crate::edit::ops::{AddOns, Renewal, reactivate_subscription, set_renewal};
use crate::model::{Family, FieldRef, Key, OfferKind, Status, Subscription, SubscriptionField, offer_of};

/// The limits of an offer that says nothing (R-SUB-003).
const SEATS: (u32, u32) = (1, 10_000_000);

impl Case<'_> {
    fn edit_field(self, field: SubscriptionField) -> Option<Fix> {
        self.subscription().map(|s| edit(Key::Subscription(s.id), FieldRef::Subscription(field)))
    }
}

/// R-SUB-002, R-SUB-006: it is active again; its add-ons wait.
pub(super) fn reactivate(case: Case<'_>) -> Vec<Fix> {
    let active =
        case.subscription().and_then(|s| reactivate_subscription(case.model, s.id, AddOns::Stay).ok());
    all([active.map(|active| step(FixKind::Reactivate, as_fix(active)))])
}

/// R-SUB-003: the nearest number that is allowed, or another that is typed.
pub(super) fn seats(case: Case<'_>) -> Vec<Fix> {
    let next = case.finding.field == Some(FieldRef::Subscription(SubscriptionField::NextQuantity));
    let clamped = case.edit_subscription(FixKind::ClampQuantity, |s| {
        let offer =
            if next && !s.next_product.is_empty() { s.next_product.clone() } else { s.offer_id.clone() };
        let (least, most) = limits(s, offer.raw());
        let seats = if next { &mut s.next_quantity } else { &mut s.quantity };
        *seats = seats.map(|seats| seats.clamp(least, most));
    });
    all([clamped, case.edit()])
}

fn limits(s: &Subscription, offer_id: &str) -> (u32, u32) {
    let usage = matches!(s.family, Family::AzureLegacy | Family::AzurePlan | Family::AzureSubscription);
    let offer = offer_of(offer_id);
    let least = offer.and_then(|offer| offer.min).unwrap_or(SEATS.0);
    let most = match offer {
        Some(offer) if offer.kind == OfferKind::SmallBusiness => offer.max.unwrap_or(300),
        Some(offer) => offer.max.unwrap_or(SEATS.1),
        None => SEATS.1,
    };
    match (usage, s.is_trial) {
        (true, _) => (1, 1),
        (false, true) => (25, 25),
        (false, false) => (least, most.max(least)),
    }
}

/// R-SUB-004: the smaller number is scheduled for the renewal.
pub(super) fn schedule(case: Case<'_>) -> Vec<Fix> {
    all([case.edit_field(SubscriptionField::NextQuantity)])
}

/// R-SUB-007: it renews, or nothing is scheduled.
pub(super) fn renew_or_drop(case: Case<'_>) -> Vec<Fix> {
    all([renew(case), drop_schedule(case)])
}

fn renew(case: Case<'_>) -> Option<Fix> {
    let s = case.subscription()?;
    let renewal = Renewal { renews: Some(true), extended: false, ..Renewal::of(s) };
    let renewed = set_renewal(case.model, s.id, &renewal).ok()?;
    Some(step(FixKind::RenewOn, as_fix(renewed)))
}

/// R-SUB-007: nothing is scheduled.
pub(super) fn drop_schedule(case: Case<'_>) -> Option<Fix> {
    case.edit_subscription(FixKind::DropSchedule, Subscription::drop_scheduled_change)
}

/// R-SUB-007: it is well as it is, or something else is chosen.
pub(super) fn decide(case: Case<'_>) -> Vec<Fix> {
    let as_is = case.edit_subscription(FixKind::DecideRenewal, |s| s.renewal_decided = true);
    all([as_is, case.edit_field(SubscriptionField::AutoRenew)])
}

/// R-SUB-008: what stands on a base that was suspended or cancelled goes with it, or gets another base.
pub(super) fn follow_base(case: Case<'_>) -> Vec<Fix> {
    let base = case.subscription().and_then(|s| s.parent).and_then(|id| case.model.subscription(id));
    let (state, since) = match base.map(|base| (base.status, base.suspended_on)) {
        Some((Status::Suspended, since)) => (Status::Suspended, since.or(Some(case.day))),
        _ => (Status::Deleted, None),
    };
    let follows = case.edit_subscription(FixKind::Cascade, |s| {
        (s.status, s.suspended_on) = (state, since);
        s.drop_scheduled_change();
    });
    all([follows, case.edit_field(SubscriptionField::Parent)])
}
