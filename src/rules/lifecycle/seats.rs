//! How many seats a subscription has, and how many subscriptions of one offer a customer (R-SUB-003, R-SUB-004).

use super::window::{Cancelling, window};
use super::{edited, is_over, is_running};
use crate::model::{
    Day, Family, FieldRef, Key, Moment, OfferKind, OfferLimit, Status, Subscription, SubscriptionField,
    offer_of, same_offer, same_product,
};
use crate::rules::catalogue::{Look, Sale};
use crate::rules::code::Severity;
use crate::rules::fact::{Fact, Missing, any, both, holds, is_csp, lacks};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;
use crate::rules::step::Step;

/// The fewest seats of an offer of which nothing else is known.
pub(in crate::rules) const MIN: u32 = 1;
/// The most.
pub(in crate::rules) const MAX: u32 = 10_000_000;
/// The most of an offer for small businesses, when the offer does not say.
const SMALL_BUSINESS: u32 = 300;
/// The seats of a trial.
const TRIAL: u32 = 25;
/// The days of a trial; a day more, since its dates may be those of another zone.
const TRIAL_DAYS: i32 = 31;

/// R-SUB-003: seats are a whole number within the limits of the offer; a trial has 25 for 30 days.
pub(super) fn within_the_limits(_: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    if !holds(is_running(s), out) {
        return;
    }
    judge(s, SubscriptionField::Quantity, out);
    if let (true, Some(began), Some(end)) = (s.is_trial, s.began(), s.ends())
        && end.since(began) > TRIAL_DAYS
    {
        let field = FieldRef::Subscription(SubscriptionField::CommitmentEnd);
        out.find(Reason::TrialTooLong, None, Some(field));
    }
}

/// Judges the seats of a subscription; `field` is the one to look at.
pub(super) fn judge(s: &Subscription, field: SubscriptionField, out: &mut Out<'_>) {
    let Some(seats) = s.quantity else {
        return out.unknown(Key::Subscription(s.id), FieldRef::Subscription(SubscriptionField::Quantity));
    };
    if let Some((severity, reason)) = wrong(s, seats) {
        out.find_as(severity, reason, None, Some(FieldRef::Subscription(field)));
    }
}

fn wrong(s: &Subscription, seats: u32) -> Option<(Severity, Reason)> {
    let offer = offer_of(s.offer_id.raw());
    let (min, max) = (offer.and_then(|o| o.min).unwrap_or(MIN), offer.and_then(|o| o.max).unwrap_or(MAX));
    let small = offer.is_some_and(|o| o.kind == OfferKind::SmallBusiness && o.max.is_none());
    let is_usage = matches!(s.family, Family::AzureLegacy | Family::AzurePlan | Family::AzureSubscription);
    if is_usage {
        (seats != 1).then_some((Severity::Error, Reason::NotOne))
    } else if s.is_trial {
        (seats != TRIAL).then_some((Severity::Error, Reason::NotTrialSeats))
    } else if seats < min {
        Some((Severity::Error, Reason::TooFewSeats))
    } else if seats > max {
        Some((Severity::Error, Reason::TooManySeats))
    } else {
        (small && seats > SMALL_BUSINESS).then_some((Severity::Warning, Reason::ManyForSmallBusiness))
    }
}

/// R-SUB-003: how many subscriptions of an offer a customer may have. What was deleted does not count for an offer that
/// is limited at one time.
pub(super) fn few_enough(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    let Some(limit) = offer_of(s.offer_id.raw()).and_then(|offer| offer.limit) else { return };
    // A second trial is told of as such.
    if s.is_trial || !holds(is_running(s), out) {
        return;
    }
    let (most, deleted_too) = match limit {
        OfferLimit::Lifetime(most) => (most, true),
        OfferLimit::Concurrent(most) => (most, false),
    };
    let counted = |other: &Subscription| deleted_too || other.status != Status::Deleted;
    let of_offer: Vec<_> =
        others(look, s).filter(|other| same_offer_as(s, other) && counted(other)).collect();
    if of_offer.len() >= most {
        out.find(Reason::TooManyOfOffer, first(of_offer.into_iter()), OFFER);
    }
}

/// R-SUB-003: one trial of an offer, and none of what the customer owns.
pub(super) fn tried_once(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    if !s.is_trial || s.offer_id.is_empty() || !holds(is_running(s), out) {
        return;
    }
    let again = others(look, s).filter(|other| other.is_trial && same_offer_as(s, other));
    if let Some(other) = first(again) {
        out.find(Reason::SecondTrial, Some(other), OFFER);
    }
    if holds(any(others(look, s).map(|other| is_owned(s, other))), out) {
        let owned = others(look, s).filter(|other| is_owned(s, other) == Ok(true));
        out.find(Reason::TrialOfOwned, first(owned), OFFER);
    }
}

const OFFER: Option<FieldRef> = Some(FieldRef::Subscription(SubscriptionField::OfferId));

fn others<'a>(look: &Look<'a>, s: &'a Subscription) -> impl Iterator<Item = &'a Subscription> {
    look.model.subscriptions_of(s.customer).filter(move |other| other.id != s.id)
}

fn first<'a>(found: impl Iterator<Item = &'a Subscription>) -> Option<Key> {
    found.map(|other| other.id).min().map(Key::Subscription)
}

fn same_offer_as(s: &Subscription, other: &Subscription) -> bool {
    same_offer(s.offer_id.raw(), other.offer_id.raw())
}

/// Whether the other is the product of the trial, bought and not over.
fn is_owned(trial: &Subscription, other: &Subscription) -> Fact {
    // What it was converted to is not what was owned before.
    let converted = other.transferred_from == Some(trial.id);
    let bought = !other.is_trial && !converted && same_product(trial.offer_id.raw(), other.offer_id.raw());
    both(Ok(bought), is_over(other).map(|over| !over))
}

/// R-SUB-004: seats of the new commerce go down while the window is open, or as far as they were added within seven
/// days; those of software never; those of old licences at any time.
pub(super) fn down_in_the_window(look: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    for (before, after) in edited(step) {
        let (Some(was), Some(is)) = (before.quantity, after.quantity) else { continue };
        let out = out.about(Key::Subscription(after.id));
        if is < was && holds(is_csp(before), out) {
            let field = FieldRef::Subscription(SubscriptionField::Quantity);
            match bound(before, was - is, look.today) {
                Ok(None) => {}
                Ok(Some(reason)) => out.find(reason, None, Some(field)),
                Err(Missing(of, field)) => out.unknown(of, field),
            }
        }
    }
}

fn bound(s: &Subscription, given_back: u32, today: Day) -> Result<Option<Reason>, Missing> {
    match s.family {
        Family::LicenseNce if refundable(s, today) >= given_back => Ok(None),
        Family::LicenseNce => match window(s, today)? {
            Cancelling::Always => Ok(None),
            Cancelling::Until(last) => Ok((last < today).then_some(Reason::SeatsAreBound)),
            Cancelling::Never => Ok(Some(Reason::SeatsAreBound)),
        },
        Family::SoftwareSubscription => Ok(Some(Reason::SeatsNeverDown)),
        Family::Unknown | Family::Other(_) => Err(lacks(s, SubscriptionField::Family)),
        Family::LicenseLegacy
        | Family::AzureLegacy
        | Family::AzurePlan
        | Family::AzureSubscription
        | Family::Reservation
        | Family::SavingsPlan
        | Family::SoftwarePerpetual
        | Family::MarketplaceSaas => Ok(None),
    }
}

/// The seats that may still be given back.
fn refundable(s: &Subscription, today: Day) -> u32 {
    let open = s.refundable.iter().filter(|refund| Moment::day(refund.until) >= today);
    open.fold(0, |sum, refund| sum.saturating_add(refund.quantity))
}
