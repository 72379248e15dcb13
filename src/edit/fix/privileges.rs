//! Ways out of what is wrong with admin privileges (R-ADM).

use super::steps::{after, as_fix, change, privileges as grant};
use super::{Case, Fix, FixKind, all, step};
use crate::edit::ops::{approve_privileges, free_name, send_privileges, succeed_privileges, together};
use crate::model::{Admin, AdminRole, AdminStatus, Dap, Key, Record};
use crate::rules::{AUTO_EXTEND_DAYS, LONGEST_DAYS};

impl<'a> Case<'a> {
    fn admin(self) -> Option<&'a Admin> {
        match self.finding.subject {
            Key::Admin(id) => self.model.admin().get(id),
            _ => None,
        }
    }

    /// The same for drafts, on which everything may be edited.
    fn draft(self) -> Option<&'a Admin> {
        self.admin().filter(|a| a.status == AdminStatus::Created)
    }

    fn edit_admin(self, kind: FixKind, edit: impl FnOnce(&mut Admin)) -> Option<Fix> {
        let edited = change(self.model, self.finding.subject, |record| {
            if let Record::Admin(a) = record {
                edit(a);
            }
        });
        edited.map(|edited| step(kind, edited))
    }
}

/// R-ADM-001: granular ones take their place.
pub(super) fn replace_delegated(case: Case<'_>) -> Vec<Fix> {
    let Key::Relationship(id) = case.finding.subject else { return Vec::new() };
    let Some(r) = case.model.relationships().get(id) else { return Vec::new() };
    let gone = change(case.model, case.finding.subject, |record| {
        if let Record::Relationship(r) = record {
            r.dap = Dap::NotRequested;
        }
    });
    let has_granular = case.model.admin_between(r.partner, r.customer).any(Admin::is_active);
    let granted = if has_granular { None } else { grant(case.model, case.day, r.partner, r.customer) };
    let replaced = gone.map(|gone| match granted {
        Some(granted) => together(gone, granted),
        None => gone,
    });
    replaced.map(|replaced| step(FixKind::ReplaceDelegated, replaced)).into_iter().collect()
}

/// R-ADM-002: a draft gets the nearest duration that is allowed.
pub(super) fn duration(case: Case<'_>) -> Vec<Fix> {
    let clamped = case.draft().and_then(|_| {
        case.edit_admin(FixKind::ClampDuration, |a| {
            a.duration_days = a.duration_days.map(|days| days.clamp(1, LONGEST_DAYS));
        })
    });
    all([clamped, case.edit()])
}

/// R-ADM-003, R-ID-005: a draft, or what has no name, gets one that is free.
pub(super) fn name(case: Case<'_>) -> Vec<Fix> {
    let may_be_named = |a: &&Admin| a.status == AdminStatus::Created || a.name.is_empty();
    let named = case.admin().filter(may_be_named).and_then(|a| {
        let partner = a.partner?;
        let whole = match (a.name.is_empty(), a.customer) {
            (true, Some(customer)) => case.model.name(Key::Customer(customer)).raw().to_owned(),
            (true, None) => case.model.name(Key::Partner(partner)).raw().to_owned(),
            (false, _) => a.name.raw().to_owned(),
        };
        let free = free_name(case.model, partner, &whole, 1);
        case.edit_admin(FixKind::NameFreely, |a| a.name = free)
    });
    all([named, case.edit()])
}

/// R-ADM-004: it does not extend itself, or the role that forbids it goes.
pub(super) fn extension(case: Case<'_>) -> Vec<Fix> {
    let may_change = |a: &&Admin| matches!(a.status, AdminStatus::Created | AdminStatus::Active);
    let off = case
        .admin()
        .filter(may_change)
        .and_then(|_| case.edit_admin(FixKind::SwitchOffExtension, |a| a.auto_extend_days = Some(0)));
    let without = case.draft().filter(|a| a.gives(AdminRole::GlobalAdministrator)).and(drop_role(case));
    all([off, without, case.edit()])
}

fn drop_role(case: Case<'_>) -> Option<Fix> {
    // A draft without any role gives nothing: then the role is edited, not dropped.
    case.draft().filter(|a| a.roles.len() > 1)?;
    let global = AdminRole::GlobalAdministrator.id();
    case.edit_admin(FixKind::DropGlobalAdmin, |a| a.roles.retain(|role| *role != global))
}

/// R-ADM-007: the role goes from a draft; on anything else roles do not change (R-ADM-005).
pub(super) fn too_much(case: Case<'_>) -> Vec<Fix> {
    all([drop_role(case), case.draft().and(case.edit())])
}

fn succeeded(case: Case<'_>) -> Option<Fix> {
    let drafted = succeed_privileges(case.model, case.day, case.admin()?.id).ok()?;
    Some(step(FixKind::SucceedPrivileges, as_fix(drafted)))
}

/// R-ADM-005: what cannot be had of these, a successor can have.
pub(super) fn successor(case: Case<'_>) -> Vec<Fix> {
    all([succeeded(case)])
}

/// R-ADM-006: a successor is drafted, or they extend themselves.
pub(super) fn ends_soon(case: Case<'_>) -> Vec<Fix> {
    let may_extend = |a: &&Admin| a.status == AdminStatus::Active && !a.gives(AdminRole::GlobalAdministrator);
    let extends = case.admin().filter(may_extend).and_then(|_| {
        case.edit_admin(FixKind::ExtendPrivileges, |a| a.auto_extend_days = Some(AUTO_EXTEND_DAYS))
    });
    all([succeeded(case), extends])
}

/// R-ADM-006: the successor is the next step further.
pub(super) fn successor_waits(case: Case<'_>) -> Vec<Fix> {
    let Some(Key::Admin(next)) = case.finding.other else { return Vec::new() };
    let sent = send_privileges(case.model, case.day, next).ok();
    let approved = approve_privileges(case.model, case.day, next).ok();
    all([
        sent.map(|sent| step(FixKind::SendPrivileges, as_fix(sent))),
        approved.map(|approved| step(FixKind::ApprovePrivileges, as_fix(approved))),
    ])
}

/// R-ADM-006: the request counts as expired, with a new draft or without.
pub(super) fn request_lapsed(case: Case<'_>) -> Vec<Fix> {
    let Some(expired) = expired(case) else { return Vec::new() };
    let again = case.admin().and_then(|a| {
        let drafted = succeed_privileges(&after(case.model, &expired), case.day, a.id).ok()?;
        Some(step(FixKind::SucceedPrivileges, as_fix(together(expired.clone(), drafted))))
    });
    all([again, Some(step(FixKind::MarkExpired, expired))])
}

fn expired(case: Case<'_>) -> Option<crate::model::Transaction> {
    change(case.model, case.finding.subject, |record| {
        if let Record::Admin(a) = record {
            a.status = AdminStatus::Expired;
        }
    })
}

/// R-ADM-006: until a new import tells better, they have expired.
pub(super) fn end_behind(case: Case<'_>) -> Vec<Fix> {
    all([expired(case).map(|expired| step(FixKind::MarkExpired, expired)), succeeded_too(case)])
}

fn succeeded_too(case: Case<'_>) -> Option<Fix> {
    let expired = expired(case)?;
    let drafted = succeed_privileges(&after(case.model, &expired), case.day, case.admin()?.id).ok()?;
    Some(step(FixKind::SucceedPrivileges, as_fix(together(expired, drafted))))
}

/// R-ADM-006: the end follows from the approval and the duration.
pub(super) fn end_off(case: Case<'_>) -> Vec<Fix> {
    let end = case.admin().and_then(|a| {
        let days = i32::try_from(a.duration_days?).ok()?;
        a.activated.map(|at| at.day().plus(days).start())
    });
    let computed = end.and_then(|end| case.edit_admin(FixKind::ComputeEnd, |a| a.end = Some(end)));
    all([computed, case.edit()])
}

/// R-ADM-005, R-ADM-007: they are not active any more, whichever way their state allows.
pub(super) fn ended(case: Case<'_>) -> Vec<Fix> {
    let to = match case.admin().map(|a| a.status) {
        Some(AdminStatus::Active) => AdminStatus::Terminated,
        Some(AdminStatus::Expiring) => AdminStatus::Expired,
        _ => return Vec::new(),
    };
    all([case.edit_admin(FixKind::EndPrivileges, |a| a.status = to)])
}
