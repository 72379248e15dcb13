//! Ways out of what is wrong with admin privileges.

use super::*;
use crate::model::{AdminId, AdminRole, AdminStatus, Assignment, Enrolment, Guid};

/// Active privileges of the reseller as they should be, changed so that a rule does not hold.
fn with(net: &mut Network, spoil: impl FnOnce(&mut crate::model::Admin)) -> AdminId {
    let id = net.books.admin(net.reseller, net.customer, "Clinique - support");
    net.books.edit_admin(id, |a| {
        a.duration_days = Some(730);
        a.auto_extend_days = Some(0);
        a.roles = vec![AdminRole::HelpdeskAdministrator.id()];
        a.activated = Some(moment("2025-04-03"));
        a.end = Some(moment("2027-04-03"));
        a.assignments = vec![Assignment { group: Guid::own(5), roles: Vec::new(), status: "active".into() }];
    });
    net.books.edit_admin(id, spoil);
    id
}

fn offered_of(reason: Reason, spoil: impl FnOnce(&mut crate::model::Admin)) -> Vec<FixKind> {
    offered(reason, |net| {
        with(net, spoil);
    })
}

#[test]
fn what_lapses_soon_gets_a_successor_or_extends_itself() {
    for (left, reason) in [
        (1, Reason::PrivilegesEndInADay),
        (6, Reason::PrivilegesEndInAWeek),
        (29, Reason::PrivilegesEndInAMonth),
    ] {
        let end = crate::rules::testing::day("2026-09-15").plus(left);
        let kinds = offered_of(reason, |a| {
            (a.end, a.activated) = (Some(end.start()), Some(end.plus(-730).start()));
        });
        assert_eq!(kinds, [FixKind::SucceedPrivileges, FixKind::ExtendPrivileges]);
    }
    let end = crate::rules::testing::day("2026-09-21");
    let kinds = offered_of(Reason::PrivilegesEndInAWeek, |a| {
        (a.end, a.activated) = (Some(end.start()), Some(end.plus(-730).start()));
        a.roles.push(AdminRole::GlobalAdministrator.id());
    });
    assert_eq!(kinds, [FixKind::SucceedPrivileges], "a global administrator does not extend itself");
}

#[test]
fn a_request_that_lapsed_is_made_anew_or_marked() {
    let kinds = offered_of(Reason::PrivilegesRequestLapsed, |a| {
        (a.status, a.created) = (AdminStatus::ApprovalPending, Some(moment("2026-05-01")));
    });
    assert_eq!(kinds, [FixKind::SucceedPrivileges, FixKind::MarkExpired]);
    let kinds = offered_of(Reason::PrivilegesEndBehind, |a| {
        (a.end, a.activated) = (Some(moment("2026-09-01")), Some(moment("2024-09-01")));
    });
    assert_eq!(kinds, [FixKind::MarkExpired, FixKind::SucceedPrivileges]);
}

#[test]
fn drafts_are_put_in_form() {
    let draft = |a: &mut crate::model::Admin| {
        (a.status, a.activated, a.end) = (AdminStatus::Created, None, None);
    };
    let kinds = offered_of(Reason::OddDuration, |a| {
        draft(a);
        a.duration_days = Some(1095);
    });
    assert_eq!(kinds[0], FixKind::ClampDuration);
    let kinds = offered_of(Reason::LongAdminName, |a| {
        draft(a);
        a.name = "é".repeat(51).as_str().into();
    });
    assert_eq!(kinds[0], FixKind::NameFreely);
    let kinds = offered_of(Reason::GlobalAdminExtends, |a| {
        draft(a);
        a.auto_extend_days = Some(180);
        a.roles.push(AdminRole::GlobalAdministrator.id());
    });
    assert_eq!(kinds[..2], [FixKind::SwitchOffExtension, FixKind::DropGlobalAdmin]);
    let kinds = offered_of(Reason::GlobalAdminGiven, |a| {
        draft(a);
        a.roles.push(AdminRole::GlobalAdministrator.id());
    });
    assert_eq!(kinds[0], FixKind::DropGlobalAdmin);
    let kinds = offered_of(Reason::OddAutoExtend, |a| a.auto_extend_days = Some(90));
    assert_eq!(kinds[0], FixKind::SwitchOffExtension);
}

#[test]
fn what_is_wrong_with_active_ones_is_put_right() {
    let kinds = offered_of(Reason::EndOffDuration, |a| a.end = Some(moment("2027-05-20")));
    assert_eq!(kinds[0], FixKind::ComputeEnd);
    let kinds = offered(Reason::PrivilegesOfSuspended, |net| {
        with(net, |_| {});
        net.books.edit_partner(net.reseller, |p| p.enrolment = Enrolment::Suspended);
    });
    assert_eq!(kinds, [FixKind::EndPrivileges]);
    let kinds = offered(Reason::SameRolesTwice, |net| {
        with(net, |_| {});
        with(net, |a| a.name = "again".into());
    });
    assert_eq!(kinds, [FixKind::EndPrivileges]);
    let kinds = offered_of(Reason::NobodyAssigned, |a| a.assignments[0].status = "deleted".into());
    assert!(matches!(kinds[..], [FixKind::EditValue(..)]));
}

#[test]
fn granular_ones_take_the_place_of_delegated_ones() {
    let kinds = offered(Reason::DapIsRetired, |net| {
        let (_, of_reseller) = ids(net);
        net.books.edit_relationship(of_reseller, |r| r.dap = Dap::Granted);
    });
    assert_eq!(kinds, [FixKind::ReplaceDelegated]);
}

#[test]
fn a_successor_that_waits_is_sent_and_approved() {
    let kinds = offered(Reason::SuccessorWaits, |net| {
        let (end, roles) = (moment("2026-09-21"), vec![AdminRole::HelpdeskAdministrator.id()]);
        with(net, |a| (a.end, a.activated) = (Some(end), Some(moment("2024-09-21"))));
        with(net, |a| {
            (a.name, a.status, a.roles) = ("next".into(), AdminStatus::ApprovalPending, roles);
            (a.created, a.activated, a.end) = (Some(moment("2026-09-10")), None, None);
        });
    });
    assert_eq!(kinds, [FixKind::ApprovePrivileges]);
}
