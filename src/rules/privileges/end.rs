//! When granular admin privileges and requests for them end (R-ADM-006). The days are those of the agenda.

use super::{field, is_active, lacks};
use crate::model::{Admin, AdminField, AdminStatus, Day, Key, Model, Moment};
use crate::rules::catalogue::Look;
use crate::rules::clock::{admin_end, lapse_of_admin_request};
use crate::rules::code::Severity;
use crate::rules::fact::{Missing, holds};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;

const END: AdminField = AdminField::End;

/// R-ADM-006: a request that nobody answered for 90 days counts as expired.
pub(super) fn requests_lapse(look: &Look<'_>, a: &Admin, out: &mut Out<'_>) {
    if a.status != AdminStatus::ApprovalPending {
        return;
    }
    match lapse_of_admin_request(a) {
        None => out.unknown(Key::Admin(a.id), crate::model::FieldRef::Admin(AdminField::Created)),
        Some(lapses) if lapses < look.today => {
            out.find(
                Reason::PrivilegesRequestLapsed,
                a.customer.map(Key::Customer),
                Some(field(AdminField::Status)),
            );
        }
        Some(_) => {}
    }
}

/// R-ADM-006: active privileges whose end lies behind are an old copy; those that do not extend themselves are warned
/// of 30, 7 and 1 days before they end. With a successor in the book it is a hint, which ceases when that is active.
pub(super) fn privileges_end(look: &Look<'_>, a: &Admin, out: &mut Out<'_>) {
    if !holds(is_active(a), out) {
        return;
    }
    let Some(end) = admin_end(a) else {
        let Missing(of, field) = lacks(a, END);
        return out.unknown(of, field);
    };
    let left = end.since(look.today);
    if left < 0 {
        return out.find_as(
            Severity::Error,
            Reason::PrivilegesEndBehind,
            a.customer.map(Key::Customer),
            Some(field(END)),
        );
    }
    let Some(reason) = urgency(left) else { return };
    let stays_off = a.auto_extend_days.map(|days| days == 0).ok_or(lacks(a, AdminField::AutoExtendDays));
    if holds(stays_off, out) {
        end_is_near(look.model, a, end, reason, out);
    }
}

/// The points at which Microsoft sends its notices.
fn urgency(left: i32) -> Option<Reason> {
    match left {
        ..=1 => Some(Reason::PrivilegesEndInADay),
        2..=7 => Some(Reason::PrivilegesEndInAWeek),
        8..=30 => Some(Reason::PrivilegesEndInAMonth),
        _ => None,
    }
}

fn end_is_near(model: &Model, a: &Admin, end: Day, reason: Reason, out: &mut Out<'_>) {
    match successor(model, a, end) {
        None => out.find(reason, None, Some(field(END))),
        Some(next) if next.is_active() => {}
        Some(next) => {
            let other = Some(Key::Admin(next.id));
            out.find_as(Severity::Hint, Reason::SuccessorWaits, other, Some(field(END)));
        }
    }
}

/// Privileges of the same partner and customer that give the same roles for longer; active ones first.
fn successor<'a>(model: &'a Model, a: &Admin, end: Day) -> Option<&'a Admin> {
    let (partner, customer) = a.partner.zip(a.customer)?;
    let lasts = |next: &&Admin| next.is_on_its_way() || (next.is_active() && admin_end(next) > Some(end));
    let covers = |next: &&Admin| a.roles.iter().all(|role| next.roles.contains(role));
    let all = model.admin_between(partner, customer).filter(|next| next.id != a.id);
    all.filter(lasts).filter(covers).min_by_key(|next| (!next.is_active(), next.id))
}

/// R-ADM-006: an end is the approval and the duration, within a day, and any number of extensions by 180 days.
pub(super) fn adds_up(_: &Look<'_>, a: &Admin, out: &mut Out<'_>) {
    let facts = a.activated.zip(a.end).zip(a.duration_days.and_then(|days| i32::try_from(days).ok()));
    let Some(((activated, end), days)) = facts.filter(|_| a.is_active()) else { return };
    let off = Moment::day(end).since(activated.day().plus(days));
    if off < -1 || !matches!(off.rem_euclid(180), 0 | 1 | 179) {
        out.find(Reason::EndOffDuration, a.customer.map(Key::Customer), Some(field(END)));
    }
}
