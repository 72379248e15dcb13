//! Granular admin privileges that nobody uses, that give too much, or that are there twice (R-ADM-007).

use super::{field, is_active, is_own, lacks};
use crate::model::{Admin, AdminField, AdminRole, Guid, Key};
use crate::rules::catalogue::Look;
use crate::rules::fact::{Missing, holds};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;

/// R-ADM-007: only security groups with an active assignment get access. Lists do not carry assignments: none on an
/// imported record is not known to be none.
pub(super) fn somebody_uses_it(_: &Look<'_>, a: &Admin, out: &mut Out<'_>) {
    if !holds(is_active(a), out) || a.has_active_assignment() {
        return;
    }
    if a.assignments.is_empty() && !is_own(a) {
        let Missing(of, field) = lacks(a, AdminField::Assignments);
        return out.unknown(of, field);
    }
    out.find(Reason::NobodyAssigned, a.customer.map(Key::Customer), Some(field(AdminField::Assignments)));
}

/// R-ADM-007: the global administrator may do everything, which hardly any support needs.
pub(super) fn not_too_much(_: &Look<'_>, a: &Admin, out: &mut Out<'_>) {
    if (a.is_active() || a.is_on_its_way()) && a.gives(AdminRole::GlobalAdministrator) {
        out.find(Reason::GlobalAdminGiven, a.customer.map(Key::Customer), Some(field(AdminField::Roles)));
    }
}

/// R-ADM-007: two active relationships of one partner and customer give the same roles.
pub(super) fn not_twice(look: &Look<'_>, a: &Admin, out: &mut Out<'_>) {
    let Some((partner, customer)) =
        a.partner.zip(a.customer).filter(|_| a.is_active() && !a.roles.is_empty())
    else {
        return;
    };
    let mine = roles(a);
    let twin = |other: &&Admin| other.id != a.id && other.is_active() && roles(other) == mine;
    if let Some(twin) = look.model.admin_between(partner, customer).filter(twin).map(|other| other.id).min() {
        out.find(Reason::SameRolesTwice, Some(Key::Admin(twin)), Some(field(AdminField::Roles)));
    }
}

fn roles(a: &Admin) -> Vec<Guid> {
    let mut roles = a.roles.clone();
    roles.sort_unstable();
    roles.dedup();
    roles
}
