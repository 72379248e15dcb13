//! Which steps lead on from the state of a subscription (rules.md 2, state machines), for each family.

use super::impossible::{Impossible, Standing, next_steps};
use crate::model::{Family, Key, Model, Status, Subscription, SubscriptionId, Verb};

/// The steps that lead on from a state of a subscription of a family.
pub(super) fn steps(family: Family, status: Status) -> &'static [Verb] {
    match status {
        Status::Active => of_active(family),
        Status::Suspended => &[Verb::ReactivateSubscription, Verb::CancelSubscription],
        // Software has no state in some exports.
        Status::None => &[Verb::CancelSubscription],
        // What is over is bought anew.
        Status::Deleted | Status::Expired | Status::Disabled => &[Verb::AddSubscription],
        // What is pending becomes active by itself.
        Status::Pending | Status::Other(_) => &[],
    }
}

/// What is done with an active subscription: licences have seats and terms, Azure has neither.
fn of_active(family: Family) -> &'static [Verb] {
    use Verb::{
        CancelSubscription, MigrateToNewCommerce, SetQuantity, SetRenewal, SuspendSubscription, Upgrade,
    };
    match family {
        Family::LicenseLegacy => {
            &[SetQuantity, SetRenewal, SuspendSubscription, CancelSubscription, Upgrade, MigrateToNewCommerce]
        }
        Family::LicenseNce | Family::Unknown | Family::Other(_) => {
            &[SetQuantity, SetRenewal, SuspendSubscription, CancelSubscription, Upgrade]
        }
        Family::SoftwareSubscription | Family::MarketplaceSaas => {
            &[SetQuantity, SetRenewal, SuspendSubscription, CancelSubscription]
        }
        Family::AzureLegacy | Family::AzurePlan | Family::AzureSubscription => {
            &[SuspendSubscription, CancelSubscription]
        }
        Family::Reservation | Family::SavingsPlan => &[SetRenewal, CancelSubscription],
        Family::SoftwarePerpetual => &[CancelSubscription],
    }
}

/// The subscription, when the step leads on from where it stands.
pub(super) fn ready(model: &Model, id: SubscriptionId, verb: Verb) -> Result<&Subscription, Impossible> {
    let key = Key::Subscription(id);
    let subscription = model.subscription(id).ok_or(Impossible::Gone(key))?;
    let now = Standing::Subscription(subscription.family, subscription.status);
    if next_steps(now).contains(&verb) {
        Ok(subscription)
    } else if subscription.status == Status::Active && verb != Verb::ReactivateSubscription {
        Err(Impossible::OtherFamily { step: verb, of: id, next: next_steps(now) })
    } else {
        Err(Impossible::standing(verb, key, now))
    }
}
