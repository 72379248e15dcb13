//! How the state of a subscription changes, and what is changed only while it is active (R-SUB-001, R-SUB-002).

use super::{Life, edited};
use crate::model::{BillingCycle, FieldRef, Key, Status, Subscription, SubscriptionField, Term, Text};
use crate::rules::catalogue::{Look, Sale};
use crate::rules::clock::{DISABLED_DAYS, EXPIRED_DAYS};
use crate::rules::fact::{Missing, both, holds, is_csp, lacks};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;
use crate::rules::step::Step;

const STATUS: Option<FieldRef> = Some(FieldRef::Subscription(SubscriptionField::Status));

/// R-SUB-001: a state leads to some others only, and to some of them only in its time.
pub(super) fn along_the_edges(look: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    for (before, after) in edited(step).filter(|(before, after)| before.status != after.status) {
        let out = out.about(Key::Subscription(after.id));
        if holds(is_csp(before), out) {
            match edge(look, before, after) {
                Ok(None) => {}
                Ok(Some(reason)) => out.find(reason, None, STATUS),
                Err(Missing(of, field)) => out.unknown(of, field),
            }
        }
    }
}

/// What is wrong with the way from one state to the other.
fn edge(look: &Look<'_>, before: &Subscription, after: &Subscription) -> Result<Option<Reason>, Missing> {
    let (from, to) = (stated(before)?, stated(after)?);
    let life = Life::of(before.family).ok_or(lacks(before, SubscriptionField::Family))?;
    if !life.knows(to) {
        // That there is no such state is said of the record itself.
        return Ok(None);
    }
    if !life.leads(from, to) {
        let over = matches!(from, Status::Deleted | Status::Expired | Status::Disabled);
        return Ok(Some(if over { Reason::OverIsOver } else { Reason::NoSuchStep }));
    }
    match (from, to) {
        (Status::Suspended, Status::Active) => {
            Ok(before.is_suspended_by_microsoft().then_some(Reason::SuspendedByMicrosoft))
        }
        (_, Status::Expired) => expires(look, before),
        (Status::Expired, Status::Disabled) => by_time(look, before, EXPIRED_DAYS),
        (Status::Disabled, Status::Deleted) => by_time(look, before, EXPIRED_DAYS + DISABLED_DAYS),
        _ => Ok(None),
    }
}

/// The state, when it says something.
fn stated(s: &Subscription) -> Result<Status, Missing> {
    match s.status {
        Status::None | Status::Other(_) => Err(lacks(s, SubscriptionField::Status)),
        known => Ok(known),
    }
}

/// It expires when its term is over and it does not renew.
fn expires(look: &Look<'_>, s: &Subscription) -> Result<Option<Reason>, Missing> {
    let end = s.ends().ok_or(lacks(s, SubscriptionField::CommitmentEnd))?;
    let renews = s.status == Status::Active && s.auto_renew == Some(true);
    Ok((look.today < end || renews).then_some(Reason::NotBeforeTermEnd))
}

/// What follows the end of its term after so many days, by time alone.
fn by_time(look: &Look<'_>, s: &Subscription, days: i32) -> Result<Option<Reason>, Missing> {
    let end = s.ends().ok_or(lacks(s, SubscriptionField::CommitmentEnd))?;
    Ok((look.today < end.plus(days)).then_some(Reason::NotInTime))
}

/// R-SUB-001: a subscription of the old commerce is active, suspended or deleted, and nothing else.
pub(super) fn legacy_never_expires(_: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    if !matches!(s.status, Status::Expired | Status::Disabled) {
        return;
    }
    let life = Life::of(s.family).ok_or(lacks(s, SubscriptionField::Family));
    if holds(both(is_csp(s), life.map(|life| !life.knows(s.status))), out) {
        out.find(Reason::NoSuchState, None, STATUS);
    }
}

/// R-SUB-002: seats, term, billing, partner of record and what is scheduled change while it is active. What one step
/// both reactivates and changes is carried out in that order; to fill in what was not known changes nothing; and a
/// schedule that is dropped was dropped by the suspension.
pub(super) fn changed_while_active(_: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    for (before, after) in edited(step) {
        let changed: Vec<SubscriptionField> = changes(before, after).collect();
        let active = |s: &Subscription| s.status == Status::Active;
        if changed.is_empty() || active(before) || active(after) {
            continue;
        }
        let out = out.about(Key::Subscription(after.id));
        if holds(both(is_csp(before), stated(before).map(|_| true)), out) {
            changed
                .into_iter()
                .for_each(|field| out.find(Reason::NotActive, None, Some(FieldRef::Subscription(field))));
        }
    }
}

fn changes<'a>(a: &'a Subscription, b: &'a Subscription) -> impl Iterator<Item = SubscriptionField> + 'a {
    use SubscriptionField as F;
    let same = |set: bool, same: bool| !set || same;
    let fields = [
        (F::Quantity, same(a.quantity.is_some(), a.quantity == b.quantity)),
        (F::Term, same(a.term != Term::None, a.term == b.term)),
        (F::BillingCycle, same(a.billing_cycle != BillingCycle::Unknown, a.billing_cycle == b.billing_cycle)),
        (F::PartnerOfRecord, a.partner_of_record == b.partner_of_record),
        (F::NextProduct, same(b.next_product != Text::default(), a.next_product == b.next_product)),
        (F::NextQuantity, same(b.next_quantity.is_some(), a.next_quantity == b.next_quantity)),
        (F::NextTerm, same(b.next_term.is_some(), a.next_term == b.next_term)),
        (F::NextBilling, same(b.next_billing.is_some(), a.next_billing == b.next_billing)),
    ];
    fields.into_iter().filter_map(|(field, same)| (!same).then_some(field))
}
