//! The operations on the life of a subscription that concern its row (OP-22 to OP-28).

use super::fill::Fill;
use super::impossible::Impossible;
use super::intent::Intent;
use super::lifecycle::ready;
use super::offer::{Do, Offer};
use super::suspension::{AddOns, add_ons};
use crate::model::{Model, Status, Subscription, SubscriptionId, Verb};

/// The offers for a subscription that was sold through CSP; what was bought elsewhere is changed there (R-MC-001).
pub(super) fn for_life(model: &Model, subscription: &Subscription) -> Vec<Offer> {
    if !subscription.channel.is_csp() {
        return Vec::new();
    }
    let id = subscription.id;
    let mut offers: Vec<Offer> = [Fill::Quantity(id), Fill::Renewal(id)]
        .map(|fill| offer(model, id, fill.verb(), Do::Fill(fill)))
        .into();
    offers.push(offer(model, id, Verb::SuspendSubscription, Do::Step(Intent::SuspendSubscription(id))));
    offers.extend(reactivations(model, id));
    offers.push(offer(model, id, Verb::CancelSubscription, Do::Step(Intent::CancelSubscription(id))));
    let changes = [Fill::Upgrade(id), Fill::Migration(id)];
    offers.extend(changes.map(|fill| offer(model, id, fill.verb(), Do::Fill(fill))));
    offers
}

fn offer(model: &Model, id: SubscriptionId, verb: Verb, does: Do) -> Offer {
    let ready: Result<_, Impossible> = ready(model, id, verb);
    Offer { verb, does: ready.map(|_| does) }
}

/// Where add-ons were suspended with their base, whether they come back is chosen.
fn reactivations(model: &Model, id: SubscriptionId) -> Vec<Offer> {
    let along = add_ons(model, id).any(|s| s.status == Status::Suspended);
    let chosen: &[AddOns] = if along { &[AddOns::Along, AddOns::Stay] } else { &[AddOns::Stay] };
    let does = |add_ons| Do::Step(Intent::ReactivateSubscription(id, add_ons));
    chosen.iter().map(|add_ons| offer(model, id, Verb::ReactivateSubscription, does(*add_ons))).collect()
}
