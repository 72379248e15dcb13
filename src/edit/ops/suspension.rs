//! A subscription is suspended (OP-22), reactivated (OP-23), cancelled (OP-24). Its add-ons go with it; nothing else does.

use super::draft::{edited, step};
use super::impossible::Impossible;
use super::lifecycle::ready;
use crate::model::{Change, Day, Family, Model, Status, Subscription, SubscriptionId, Transaction, Verb};

/// What becomes of the add-ons when their base is reactivated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AddOns {
    /// They stay suspended, to be reactivated one by one.
    Stay,
    /// They are reactivated too.
    Along,
}

/// OP-22: suspends a subscription and its add-ons. What was scheduled for the end of a term is dropped.
///
/// # Errors
/// It is not in the book, or its state or its family leaves nothing to suspend.
pub fn suspend_subscription(model: &Model, day: Day, id: SubscriptionId) -> Result<Transaction, Impossible> {
    let subscription = ready(model, id, Verb::SuspendSubscription)?;
    let along = add_ons(model, id).filter(|s| s.status == Status::Active);
    let suspended = |s: &mut Subscription| {
        (s.status, s.suspended_on) = (Status::Suspended, Some(day));
        s.drop_scheduled_change();
    };
    step(Verb::SuspendSubscription, changes(subscription, along, suspended))
}

/// OP-23: reactivates a suspended subscription, and its add-ons where that is chosen. Dates and seats stay.
///
/// # Errors
/// It is not in the book, or it is not suspended.
pub fn reactivate_subscription(
    model: &Model,
    id: SubscriptionId,
    add_ons_too: AddOns,
) -> Result<Transaction, Impossible> {
    let subscription = ready(model, id, Verb::ReactivateSubscription)?;
    let chosen = add_ons_too == AddOns::Along;
    let along = add_ons(model, id).filter(|s| chosen && s.status == Status::Suspended);
    let active = |s: &mut Subscription| {
        (s.status, s.suspended_on) = (Status::Active, None);
        s.suspension_reasons.clear();
    };
    step(Verb::ReactivateSubscription, changes(subscription, along, active))
}

/// OP-24: cancels a subscription as a whole, and its add-ons, which cannot be without it.
///
/// # Errors
/// It is not in the book, or its state leaves nothing to cancel.
pub fn cancel_subscription(model: &Model, id: SubscriptionId) -> Result<Transaction, Impossible> {
    let subscription = ready(model, id, Verb::CancelSubscription)?;
    let along = add_ons(model, id).filter(|s| matches!(s.status, Status::Active | Status::Suspended));
    let cancelled = |s: &mut Subscription| {
        s.status = Status::Deleted;
        s.drop_scheduled_change();
    };
    step(Verb::CancelSubscription, changes(subscription, along, cancelled))
}

/// The add-ons of a subscription. What stands under an Azure plan is no add-on: it is ended by itself (R-SUB-008). Files
/// may name a subscription as its own base: it is not its add-on for that.
pub(super) fn add_ons(model: &Model, id: SubscriptionId) -> impl Iterator<Item = &Subscription> {
    let rows = model.links().subscriptions_by_parent.get(&id);
    model.subscriptions().rows(rows).filter(move |s| s.id != id && s.family != Family::AzureSubscription)
}

fn changes<'a>(
    base: &Subscription,
    along: impl Iterator<Item = &'a Subscription>,
    edit: impl Fn(&mut Subscription),
) -> Vec<Change> {
    std::iter::once(edited(base, &edit)).chain(along.map(|s| edited(s, &edit))).collect()
}
