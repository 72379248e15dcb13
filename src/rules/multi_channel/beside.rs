//! Usage services that run in two channels at once (R-MC-003).

use crate::model::{Day, Family, FieldRef, Key, Moment, Subscription, SubscriptionField};
use crate::rules::catalogue::{Look, Sale};
use crate::rules::fact::{Fact, any, both, holds, is_csp, is_live, known, lacks};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;

/// R-MC-003: an Azure subscription that was bought elsewhere runs for more than a month beside one bought through CSP,
/// and neither is marked as wanted.
pub(super) fn one_channel_for_usage(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    let elsewhere = is_csp(s).map(|csp| !csp);
    if s.coexists || !holds(both(both(is_live(s), is_usage(s)), elsewhere), out) {
        return;
    }
    let beside =
        || look.model.subscriptions_of(s.customer).filter(|other| other.id != s.id && !other.coexists);
    if known(any(beside().map(|other| runs_beside(s, other, look.today))), out) == Some(true) {
        let first = beside()
            .filter(|other| runs_beside(s, other, look.today) == Ok(true))
            .map(|other| other.id)
            .min();
        let field = FieldRef::Subscription(SubscriptionField::Coexists);
        out.find(Reason::RunsTwice, first.map(Key::Subscription), Some(field));
    }
}

/// Whether the other is a live Azure subscription through CSP, and both have run for more than a month.
fn runs_beside(s: &Subscription, other: &Subscription, today: Day) -> Fact {
    let is_new = both(both(is_live(other), is_usage(other)), is_csp(other));
    both(is_new, both(is_older(s, today), is_older(other, today)))
}

/// Whether it has run for more than a month.
fn is_older(s: &Subscription, today: Day) -> Fact {
    let start = s.effective.or(s.creation).map(Moment::day);
    start.map(|start| start.plus_months(1) < today).ok_or(lacks(s, SubscriptionField::Effective))
}

/// Whether it is billed by what is used: Azure.
fn is_usage(s: &Subscription) -> Fact {
    match s.family {
        Family::AzureLegacy | Family::AzurePlan | Family::AzureSubscription => Ok(true),
        Family::Unknown | Family::Other(_) => Err(lacks(s, SubscriptionField::Family)),
        Family::LicenseLegacy
        | Family::LicenseNce
        | Family::Reservation
        | Family::SavingsPlan
        | Family::SoftwarePerpetual
        | Family::SoftwareSubscription
        | Family::MarketplaceSaas => Ok(false),
    }
}
