//! What follows the term of a subscription (R-SUB-007).

use super::{is_running, pairs, seats};
use crate::model::{Day, FieldRef, Status, Subscription, SubscriptionField, Text};
use crate::rules::catalogue::{Look, Sale};
use crate::rules::code::Severity;
use crate::rules::fact::{Fact, fails, holds, lacks};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;

/// So many days before its end a renewal should be decided.
pub(in crate::rules) const DECIDE_DAYS: i32 = 30;

/// R-SUB-007: a change is scheduled only for what renews and is active; what is scheduled is a subscription that may be
/// bought; and the extended service term is one of three choices, from 4 May 2026 on.
pub(super) fn choices_fit(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    if !(s.has_scheduled_change() || s.extended_term) || !holds(is_running(s), out) {
        return;
    }
    extended(look, s, out);
    if s.has_scheduled_change() {
        renews(s, out);
        next_is_right(s, out);
    }
}

fn extended(look: &Look<'_>, s: &Subscription, out: &mut Out<'_>) {
    let field = Some(FieldRef::Subscription(SubscriptionField::ExtendedTerm));
    if s.extended_term && Day::new(2026, 5, 4).is_some_and(|first| look.today < first) {
        out.find(Reason::ExtendedTooEarly, None, field);
    }
    if s.extended_term && s.auto_renew == Some(true) {
        out.find(Reason::TwoRenewals, None, field);
    }
}

fn renews(s: &Subscription, out: &mut Out<'_>) {
    let renews: Fact = s.auto_renew.ok_or(lacks(s, SubscriptionField::AutoRenew));
    if fails(renews, out) {
        let field = FieldRef::Subscription(SubscriptionField::AutoRenew);
        out.find(Reason::ChangeWithoutRenewal, None, Some(field));
    }
    if !matches!(s.status, Status::Active | Status::None) {
        let field = FieldRef::Subscription(SubscriptionField::Status);
        out.find(Reason::ChangeWhileNotActive, None, Some(field));
    }
}

/// The subscription as it will be is judged like any other: its seats (R-SUB-003), its term and billing (R-SUB-009).
fn next_is_right(s: &Subscription, out: &mut Out<'_>) {
    let next = next(s);
    if s.next_quantity.is_some() || s.next_product != Text::default() {
        seats::judge(&next, SubscriptionField::NextQuantity, out);
    }
    if s.next_term.is_some() || s.next_billing.is_some() {
        let field = if s.next_billing.is_some() {
            SubscriptionField::NextBilling
        } else {
            SubscriptionField::NextTerm
        };
        pairs::judge(&next, field, out);
    }
}

/// The subscription after the end of its term. A trial is none any more then.
fn next(s: &Subscription) -> Subscription {
    let mut next = s.clone();
    if !s.next_product.is_empty() {
        next.offer_id.clone_from(&s.next_product);
        next.is_trial = false;
    }
    next.quantity = s.next_quantity.or(s.quantity);
    next.term = s.next_term.unwrap_or(s.term);
    next.billing_cycle = s.next_billing.unwrap_or(s.billing_cycle);
    next
}

/// R-SUB-007: within 30 days of its end somebody has decided what becomes of it.
pub(super) fn is_decided(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    let near = s.ends().is_some_and(|end| (0..=DECIDE_DAYS).contains(&end.since(look.today)));
    if near && s.status == Status::Active && !s.renewal_decided && holds(is_running(s), out) {
        let field = FieldRef::Subscription(SubscriptionField::RenewalDecided);
        out.find_as(Severity::Hint, Reason::RenewalUndecided, None, Some(field));
    }
}
