//! How granular admin privileges come and go, and what of them may be changed when (R-ADM-005).

use super::{field, lacks};
use crate::model::{
    Admin, AdminField, AdminStatus, Enrolment, FieldRef, Key, PartnerField, Record, TenantId, Verb,
};
use crate::rules::catalogue::Look;
use crate::rules::code::Severity;
use crate::rules::fact::{Fact, Missing, both, holds};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;
use crate::rules::step::{Pair, Step};

/// The states that follow right after one.
fn next(status: AdminStatus) -> &'static [AdminStatus] {
    use AdminStatus as S;
    match status {
        S::Created => &[S::ApprovalPending],
        S::ApprovalPending => &[S::Approved, S::Expired, S::Terminated],
        S::Approved => &[S::Activating],
        S::Activating => &[S::Active],
        S::Active => &[S::Expiring, S::TerminationRequested],
        S::Expiring => &[S::Expired],
        S::TerminationRequested => &[S::Terminating],
        S::Terminating => &[S::Terminated],
        S::Expired | S::Terminated | S::Other(_) => &[],
    }
}

/// True for the states that Microsoft passes through by itself: the book may leave them out.
fn passes(status: AdminStatus) -> bool {
    use AdminStatus as S;
    match status {
        S::Approved | S::Activating | S::Expiring | S::TerminationRequested | S::Terminating => true,
        S::Created | S::ApprovalPending | S::Active | S::Expired | S::Terminated | S::Other(_) => false,
    }
}

/// True when one state follows another, at once or through states that Microsoft passes through by itself.
pub fn leads_to(from: AdminStatus, to: AdminStatus) -> bool {
    next(from).iter().any(|next| *next == to || (passes(*next) && leads_to(*next, to)))
}

/// The privileges of a pair, before and after.
fn edited(pair: Pair<'_>) -> Option<(&Admin, &Admin)> {
    match pair {
        (Some(Record::Admin(before)), Some(Record::Admin(after))) => Some((before, after)),
        _ => None,
    }
}

/// R-ADM-005: a state follows the one before; what has expired or was terminated does not come back.
pub(super) fn states_follow_each_other(_: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    if step.verb == Verb::Import {
        return;
    }
    for (before, after) in step.pairs().filter_map(edited).filter(|(a, b)| a.status != b.status) {
        let out = out.about(Key::Admin(after.id));
        if holds(is_listed(before, after).map(|()| !leads_to(before.status, after.status)), out) {
            let over = matches!(before.status, AdminStatus::Expired | AdminStatus::Terminated);
            let reason = if over { Reason::PrivilegesAreOver } else { Reason::PrivilegesLeap };
            out.find(reason, after.customer.map(Key::Customer), Some(field(AdminField::Status)));
        }
    }
}

fn is_listed(before: &Admin, after: &Admin) -> Result<(), Missing> {
    let odd = [before, after].into_iter().find(|a| matches!(a.status, AdminStatus::Other(_)));
    odd.map_or(Ok(()), |_| Err(lacks(after, AdminField::Status)))
}

/// R-ADM-005: name, duration, customer and roles are edited on drafts alone; whether they extend themselves also while
/// they are active. To fill in what was not known changes nothing.
pub(super) fn only_drafts_are_edited(_: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    if step.verb == Verb::Import {
        return;
    }
    for (before, after) in step.pairs().filter_map(edited) {
        let out = out.about(Key::Admin(after.id));
        for (_, locked) in changed(step, before, after).into_iter().filter(|(changed, _)| *changed) {
            if holds(is_locked(before, locked), out) {
                out.find(Reason::PrivilegesAreLocked, after.customer.map(Key::Customer), Some(field(locked)));
            }
        }
    }
}

fn changed(step: &Step<'_>, before: &Admin, after: &Admin) -> [(bool, AdminField); 5] {
    let customer = before.customer.map(|id| customer_after(step, id));
    [
        (!before.name.is_empty() && before.name != after.name, AdminField::Name),
        (
            before.duration_days.is_some() && before.duration_days != after.duration_days,
            AdminField::DurationDays,
        ),
        (customer.is_some() && customer != after.customer, AdminField::Customer),
        (!before.roles.is_empty() && before.roles != after.roles, AdminField::Roles),
        (
            before.auto_extend_days.is_some() && before.auto_extend_days != after.auto_extend_days,
            AdminField::AutoExtendDays,
        ),
    ]
}

/// The tenant by which a customer goes after the step: another one when it got its real id.
fn customer_after(step: &Step<'_>, before: TenantId) -> TenantId {
    let renamed = step.pairs().find_map(|pair| match pair {
        (Some(Record::Customer(old)), Some(Record::Customer(new))) if old.tenant == before => {
            Some(new.tenant)
        }
        _ => None,
    });
    renamed.unwrap_or(before)
}

fn is_locked(before: &Admin, what: AdminField) -> Fact {
    match before.status {
        AdminStatus::Other(_) => Err(lacks(before, AdminField::Status)),
        AdminStatus::Created => Ok(false),
        AdminStatus::Active => Ok(what != AdminField::AutoExtendDays),
        AdminStatus::ApprovalPending
        | AdminStatus::Approved
        | AdminStatus::Activating
        | AdminStatus::Expiring
        | AdminStatus::Expired
        | AdminStatus::TerminationRequested
        | AdminStatus::Terminating
        | AdminStatus::Terminated => Ok(true),
    }
}

/// R-ADM-005: with its account suspended a partner loses its granular privileges. The book's copy is old then, which is
/// a warning: who records the suspension is not refused.
pub(super) fn a_suspended_account_has_none(look: &Look<'_>, a: &Admin, out: &mut Out<'_>) {
    let Some(partner) = a.partner.and_then(|id| look.model.partner(id)) else { return };
    let suspended = match partner.enrolment {
        Enrolment::Unknown | Enrolment::Other(_) => {
            Err(Missing(Key::Partner(partner.tenant), FieldRef::Partner(PartnerField::Enrolment)))
        }
        known => Ok(known == Enrolment::Suspended),
    };
    if holds(both(super::is_active(a), suspended), out) {
        let other = Some(Key::Partner(partner.tenant));
        out.find_as(Severity::Warning, Reason::PrivilegesOfSuspended, other, Some(field(AdminField::Status)));
    }
}
