//! What a subscription stands on: an add-on on its base, Azure on its plan, a reservation beside Azure (R-SUB-008).

use super::is_running;
use crate::model::{BillingType, Family, FieldRef, Key, Subscription, SubscriptionField, offer_of};
use crate::rules::catalogue::{Look, Sale};
use crate::rules::fact::{Fact, any, both, fails, holds, is_live, lacks};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;

const PARENT: Option<FieldRef> = Some(FieldRef::Subscription(SubscriptionField::Parent));

/// R-SUB-008: an add-on has its base at the same customer, from the same seller, running while it runs, and of an offer
/// that it may be added to. The same holds for an Azure subscription under its plan.
pub(super) fn stands_on_its_base(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    // That it is not in the book is said by the rule about references.
    let Some(base) = s.parent.and_then(|id| look.model.subscription(id)) else { return };
    if !holds(is_running(s), out) {
        return;
    }
    let other = Some(Key::Subscription(base.id));
    if base.customer != s.customer {
        out.find(Reason::AddOnOtherCustomer, other, PARENT);
    }
    if fails(one_seller(s, base), out) {
        out.find(Reason::AddOnOtherSeller, other, PARENT);
    }
    if holds(both(is_live(s), is_live(base).map(|live| !live)), out) {
        let field = Some(FieldRef::Subscription(SubscriptionField::Status));
        out.find(Reason::BaseNotLive, other, field);
    }
    let offer = offer_of(s.offer_id.raw());
    if offer.is_some_and(|offer| !base.offer_id.is_empty() && !offer.may_stand_on(base.offer_id.raw())) {
        out.find(Reason::BaseNotEligible, other, PARENT);
    }
}

fn one_seller(a: &Subscription, b: &Subscription) -> Fact {
    let of = |s: &Subscription| s.seller.ok_or(lacks(s, SubscriptionField::Seller));
    Ok(of(a)? == of(b)?)
}

/// R-SUB-008: a reservation, and software of others that is metered, need a live Azure plan or subscription of the same
/// seller.
pub(super) fn beside_azure(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    let metered = s.family == Family::MarketplaceSaas && s.billing_type == BillingType::Usage;
    if !(s.family == Family::Reservation || metered) || !holds(both(is_running(s), is_live(s)), out) {
        return;
    }
    let others = look.model.subscriptions_of(s.customer).filter(|other| other.id != s.id);
    if fails(any(others.map(|other| carries(other, s))), out) {
        let field = FieldRef::Subscription(SubscriptionField::Family);
        out.find(Reason::NoAzureBeside, None, Some(field));
    }
}

fn carries(azure: &Subscription, s: &Subscription) -> Fact {
    let usage = match azure.family {
        Family::AzureLegacy | Family::AzurePlan | Family::AzureSubscription => Ok(true),
        Family::Unknown | Family::Other(_) => Err(lacks(azure, SubscriptionField::Family)),
        Family::LicenseLegacy
        | Family::LicenseNce
        | Family::Reservation
        | Family::SavingsPlan
        | Family::SoftwarePerpetual
        | Family::SoftwareSubscription
        | Family::MarketplaceSaas => Ok(false),
    };
    both(both(usage, is_live(azure)), one_seller(azure, s))
}
