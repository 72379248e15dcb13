//! Which terms go with which billing (R-SUB-009).

use super::{edited, is_running};
use crate::model::{BillingCycle, Family, FieldRef, Key, Subscription, SubscriptionField, Term};
use crate::rules::catalogue::{Look, Sale};
use crate::rules::fact::holds;
use crate::rules::finding::Out;
use crate::rules::reason::Reason;
use crate::rules::step::Step;

/// A term and how it is billed.
type Pair = (Term, BillingCycle);

/// R-SUB-009: term and billing are one of the pairs that the family has. What is not told may be any.
pub(super) fn combine(_: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    if holds(is_running(sale.subscription), out) {
        judge(sale.subscription, SubscriptionField::BillingCycle, out);
    }
}

/// Judges term and billing of a subscription; `field` is the one to look at.
pub(super) fn judge(s: &Subscription, field: SubscriptionField, out: &mut Out<'_>) {
    let Some((pairs, reason)) = allowed(s) else {
        if matches!(s.family, Family::Unknown | Family::Other(_)) {
            out.unknown(Key::Subscription(s.id), FieldRef::Subscription(SubscriptionField::Family));
        }
        return;
    };
    let (term, billing) = (told_term(s, pairs), told_billing(s));
    let fits = |pair: &&Pair| term.is_none_or(|t| t == pair.0) && billing.is_none_or(|b| b == pair.1);
    if !pairs.iter().any(|pair| fits(&pair)) {
        out.find(reason, None, Some(FieldRef::Subscription(field)));
    } else if let Some(missing) = missing(term, billing) {
        out.unknown(Key::Subscription(s.id), FieldRef::Subscription(missing));
    }
}

fn missing(term: Option<Term>, billing: Option<BillingCycle>) -> Option<SubscriptionField> {
    match (term, billing) {
        (None, _) => Some(SubscriptionField::Term),
        (_, None) => Some(SubscriptionField::BillingCycle),
        (Some(_), Some(_)) => None,
    }
}

/// The term; nothing where none is recorded although the family has terms: exports leave it out.
fn told_term(s: &Subscription, pairs: &[Pair]) -> Option<Term> {
    match s.term {
        Term::Other(_) => None,
        Term::None if pairs.iter().all(|pair| pair.0 != Term::None) => None,
        known => Some(known),
    }
}

fn told_billing(s: &Subscription) -> Option<BillingCycle> {
    match s.billing_cycle {
        BillingCycle::Unknown | BillingCycle::Other(_) => None,
        known => Some(known),
    }
}

/// The pairs of a family, and the reason that names them; nothing where the documents name none.
fn allowed(s: &Subscription) -> Option<(&'static [Pair], Reason)> {
    use BillingCycle::{Annual, Monthly, OneTime, Triennial};
    use Term::{None as NoTerm, P1M, P1Y, P3Y, P5Y, P6Y};
    if s.is_trial {
        return Some((TRIAL, Reason::PairTrial));
    }
    let allowed: (&[Pair], Reason) = match s.family {
        Family::LicenseNce => (
            &[(P1M, Monthly), (P1Y, Monthly), (P1Y, Annual), (P3Y, Monthly), (P3Y, Annual), (P3Y, Triennial)],
            Reason::PairNewCommerce,
        ),
        Family::LicenseLegacy => (
            &[(P1Y, Monthly), (P1Y, Annual), (P3Y, Monthly), (P3Y, Annual), (P6Y, Monthly), (P6Y, Annual)],
            Reason::PairLegacy,
        ),
        Family::SoftwareSubscription => (
            &[
                (P1Y, Annual),
                (P1Y, Triennial),
                (P1Y, OneTime),
                (P3Y, Annual),
                (P3Y, Triennial),
                (P3Y, OneTime),
            ],
            Reason::PairSoftware,
        ),
        Family::SoftwarePerpetual => (&[(NoTerm, OneTime)], Reason::PairPerpetual),
        Family::Reservation => (
            &[(P1Y, OneTime), (P1Y, Monthly), (P3Y, OneTime), (P3Y, Monthly), (P5Y, OneTime), (P5Y, Monthly)],
            Reason::PairReservation,
        ),
        Family::AzurePlan => (&[(NoTerm, OneTime), (NoTerm, Monthly)], Reason::PairAzurePlan),
        Family::AzureLegacy => (&[(NoTerm, Monthly)], Reason::PairAzureLegacy),
        Family::MarketplaceSaas => (
            &[
                (P1M, Monthly),
                (P1M, Annual),
                (P1Y, Monthly),
                (P1Y, Annual),
                (P3Y, Monthly),
                (P3Y, Annual),
                (P5Y, Monthly),
                (P5Y, Annual),
            ],
            Reason::PairMarketplace,
        ),
        Family::AzureSubscription | Family::SavingsPlan | Family::Unknown | Family::Other(_) => return None,
    };
    Some(allowed)
}

/// A trial is not billed, whatever its term.
const TRIAL: &[Pair] = &[
    (Term::None, BillingCycle::None),
    (Term::P1M, BillingCycle::None),
    (Term::P1Y, BillingCycle::None),
    (Term::P3Y, BillingCycle::None),
];

/// R-SUB-009: the partner of record of a reservation is fixed when it is bought.
pub(super) fn record_is_fixed(_: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    for (before, after) in edited(step) {
        let changed = before.partner_of_record != after.partner_of_record;
        if changed && before.family == Family::Reservation {
            let field = FieldRef::Subscription(SubscriptionField::PartnerOfRecord);
            out.about(Key::Subscription(after.id)).find(Reason::RecordIsFixed, None, Some(field));
        }
    }
}
