//! Azure of the old kind, MS-AZR-0145P, is sold no more (R-SUB-010).

use crate::model::{Day, Family, FieldRef, Key, Moment, Subscription, SubscriptionField, Verb};
use crate::rules::catalogue::{Look, Sale};
use crate::rules::fact::{Fact, any, both, fails, holds, is_csp, is_live, lacks};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;
use crate::rules::step::Step;

const FAMILY: Option<FieldRef> = Some(FieldRef::Subscription(SubscriptionField::Family));

/// R-SUB-010 on what is recorded, by the day on which it was bought.
pub(super) fn bought_in_time(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    if s.family == Family::AzureLegacy && holds(is_csp(s), out) {
        match s.creation.map(Moment::day) {
            Some(on) => judge(look, s, on, out),
            None => out.unknown(Key::Subscription(s.id), FieldRef::Subscription(SubscriptionField::Creation)),
        }
    }
}

/// R-SUB-010 on what is added without a day of purchase: it is bought now.
pub(super) fn bought_now(look: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    if step.verb == Verb::Import {
        return;
    }
    let new = step.subscriptions().filter(|(before, after)| before.is_none() && after.creation.is_none());
    for (_, s) in new.filter(|(_, s)| s.family == Family::AzureLegacy) {
        let out = out.about(Key::Subscription(s.id));
        if holds(is_csp(s), out) {
            judge(look, s, look.today, out);
        }
    }
}

fn judge(look: &Look<'_>, s: &Subscription, on: Day, out: &mut Out<'_>) {
    if Day::new(2021, 7, 21).is_none_or(|closed| on < closed) {
        return;
    }
    let others = || look.model.subscriptions_of(s.customer).filter(|other| other.id != s.id);
    if fails(any(others().map(|other| of_pair(other, s, Family::AzureLegacy, on))), out) {
        out.find(Reason::AzureLegacyClosed, None, FAMILY);
    }
    let plan = |other: &Subscription| both(is_live(other), of_pair(other, s, Family::AzurePlan, on));
    if holds(any(others().map(plan)), out) {
        let first = others().filter(|other| plan(other) == Ok(true)).map(|other| other.id).min();
        out.find(Reason::AzureLegacyBesidePlan, first.map(Key::Subscription), FAMILY);
    }
}

/// Whether the other is of this family, from the same seller, and was there on the day.
fn of_pair(other: &Subscription, s: &Subscription, family: Family, on: Day) -> Fact {
    let kind = match other.family {
        Family::Unknown | Family::Other(_) => Err(lacks(other, SubscriptionField::Family)),
        known => Ok(known == family),
    };
    let seller = match (other.seller, s.seller) {
        (Some(a), Some(b)) => Ok(a == b),
        (None, _) => Err(lacks(other, SubscriptionField::Seller)),
        (_, None) => Err(lacks(s, SubscriptionField::Seller)),
    };
    let earlier = other.creation.map(Moment::day).map(|day| day <= on);
    both(both(kind, seller), earlier.ok_or(lacks(other, SubscriptionField::Creation)))
}
