//! The examples of rules.md for admin privileges, the edges of their days, and what is not known.

use crate::model::{
    Admin, AdminId, AdminRole, AdminStatus, Assignment, Change, Cloud, Dap, Enrolment, Guid, Key,
    RelationshipId, RelationshipState, Verb,
};
use crate::rules::testing::{Books, Network, moment, network};
use crate::rules::{Code, Reason, Severity, privileges_lead_to};

/// Privileges of the reseller as they should be, 200 days before their end.
fn granted() -> (Network, AdminId) {
    let mut net = network();
    let id = net.books.admin(net.reseller, net.customer, "Clinique - support");
    let group = net.books.guid();
    net.books.edit_admin(id, |a| {
        a.duration_days = Some(730);
        a.auto_extend_days = Some(0);
        a.roles = vec![AdminRole::UserAdministrator.id()];
        a.activated = Some(moment("2025-04-03"));
        a.end = Some(moment("2027-04-03"));
        a.assignments = vec![Assignment { group, roles: Vec::new(), status: "active".into() }];
    });
    net.books.edit_partner(net.reseller, |p| p.enrolment = Enrolment::Active);
    (net, id)
}

fn of(books: &Books, rule: Code, id: AdminId) -> Vec<(Reason, Severity)> {
    books.graded(rule, Key::Admin(id))
}

fn admin(net: &Network, id: AdminId) -> Admin {
    net.books.model.admin().get(id).unwrap().clone()
}

/// What a rule says of an edit of privileges.
fn edited(net: &Network, rule: Code, id: AdminId, edit: impl FnOnce(&mut Admin)) -> Vec<Reason> {
    let (before, mut after) = (admin(net, id), admin(net, id));
    edit(&mut after);
    let found = net.books.refused(Verb::Edit, rule, &[Change::edit(before.clone(), after.clone())]);
    assert_eq!(net.books.refused(Verb::Import, rule, &[Change::edit(before, after)]), []);
    found.into_iter().map(|(_, reason)| reason).collect()
}

#[test]
fn privileges_that_are_in_order_keep_every_rule() {
    let (net, id) = granted();
    assert_eq!(net.books.all(), []);
    for rule in [Code::Adm002, Code::Adm003, Code::Adm004, Code::Adm006, Code::Adm007] {
        assert!(!net.books.unjudged(rule, Key::Admin(id)), "{rule:?}");
    }
}

#[test]
fn r_adm_001_delegated_privileges_are_a_warning_since_may_2023() {
    let mut net = network();
    let id = RelationshipId::of(net.reseller, net.customer, 0);
    net.books.edit_relationship(id, |r| r.dap = Dap::Granted);
    let found = |net: &Network, on: &str| net.books.on(on).graded(Code::Adm001, Key::Relationship(id));
    assert_eq!(found(&net, "2021-06-01"), []);
    assert_eq!(found(&net, "2023-05-21"), []);
    assert_eq!(found(&net, "2023-05-22"), [(Reason::DapIsRetired, Severity::Warning)]);
    net.books.edit_customer(net.customer, |c| c.cloud = Cloud::UsGov);
    assert_eq!(found(&net, "2026-09-15"), []);
    net.books.edit_relationship(id, |r| r.state = RelationshipState::Requested);
    assert_eq!(found(&net, "2026-09-15"), [(Reason::DapBeforeAcceptance, Severity::Warning)]);
    net.books.edit_customer(net.customer, |c| c.cloud = Cloud::read("moon"));
    assert_eq!(found(&net, "2026-09-15"), []);
    assert!(net.books.unjudged(Code::Adm001, Key::Relationship(id)));
}

#[test]
fn r_adm_001_none_is_granted_anew() {
    let net = network();
    let id = RelationshipId::of(net.reseller, net.customer, 0);
    let before = net.books.model.relationships().get(id).unwrap().clone();
    for dap in [Dap::Requested, Dap::Granted] {
        let after = crate::model::Relationship { dap, ..before.clone() };
        let step = [Change::edit(before.clone(), after)];
        let refused = |on: &str, verb| net.books.on(on).refused(verb, Code::Adm001, &step);
        assert_eq!(refused("2023-05-21", Verb::Edit), []);
        let found = [(Key::Relationship(id), Reason::DapGrantedAnew)];
        assert_eq!(refused("2023-05-22", Verb::Edit), found);
        assert_eq!(refused("2024-02-01", Verb::Edit), found);
        assert_eq!(refused("2024-02-01", Verb::Import), []);
    }
}

#[test]
fn r_adm_002_a_day_to_two_years() {
    let (mut net, id) = granted();
    for (days, found) in [(1, 0), (730, 0), (731, 1), (1095, 1), (0, 1)] {
        net.books.edit_admin(id, |a| a.duration_days = Some(days));
        assert_eq!(of(&net.books, Code::Adm002, id).len(), found, "{days}");
    }
    net.books.edit_admin(id, |a| a.duration_days = None);
    assert_eq!(of(&net.books, Code::Adm002, id), []);
    assert!(net.books.unjudged(Code::Adm002, Key::Admin(id)));
}

#[test]
fn r_adm_003_one_to_fifty_characters() {
    let (mut net, id) = granted();
    for (name, found) in [("Contoso admin relationship", vec![]), (&"é".repeat(50), vec![])] {
        net.books.edit_admin(id, |a| a.name = name.into());
        assert_eq!(of(&net.books, Code::Adm003, id), found);
    }
    net.books.edit_admin(id, |a| a.name = "é".repeat(51).as_str().into());
    assert_eq!(of(&net.books, Code::Adm003, id), [(Reason::LongAdminName, Severity::Error)]);
    net.books.edit_admin(id, |a| a.name = "".into());
    assert_eq!(of(&net.books, Code::Adm003, id), []);
    assert!(net.books.unjudged(Code::Adm003, Key::Admin(id)));
    let typed = AdminId(Guid::own(7), None);
    net.books.put(Admin { id: typed, ..Admin::default() });
    assert_eq!(of(&net.books, Code::Adm003, typed), [(Reason::NoAdminName, Severity::Error)]);
}

#[test]
fn r_adm_003_a_name_of_another_customer_is_taken() {
    let (mut net, _) = granted();
    let other = net.books.customer("Vidal", "FR");
    let twin = net.books.admin(net.reseller, other, "Clinique - support");
    assert_eq!(net.books.reasons(Code::Id005, Key::Admin(twin)), [Reason::SharedAdminName]);
}

#[test]
fn r_adm_004_by_180_days_or_not_at_all() {
    let (mut net, id) = granted();
    for (days, found) in [(0, 0), (180, 0), (90, 1), (1, 1)] {
        net.books.edit_admin(id, |a| a.auto_extend_days = Some(days));
        assert_eq!(of(&net.books, Code::Adm004, id).len(), found, "{days}");
    }
    net.books.edit_admin(id, |a| {
        a.auto_extend_days = Some(180);
        a.roles.push(AdminRole::GlobalAdministrator.id());
    });
    assert_eq!(of(&net.books, Code::Adm004, id), [(Reason::GlobalAdminExtends, Severity::Error)]);
    for unknown in [|a: &mut Admin| a.roles.clear(), |a: &mut Admin| a.auto_extend_days = None] {
        let mut net = granted().0;
        net.books.edit_admin(id, |a| a.auto_extend_days = Some(180));
        net.books.edit_admin(id, unknown);
        assert_eq!(of(&net.books, Code::Adm004, id), []);
        assert!(net.books.unjudged(Code::Adm004, Key::Admin(id)));
    }
}

#[test]
fn r_adm_005_states_follow_each_other() {
    use AdminStatus as S;
    for (from, to) in [
        (S::Created, S::ApprovalPending),
        (S::ApprovalPending, S::Active),
        (S::ApprovalPending, S::Expired),
        (S::ApprovalPending, S::Terminated),
        (S::Active, S::Terminated),
        (S::Active, S::Expired),
        (S::Expiring, S::Expired),
        (S::TerminationRequested, S::Terminated),
    ] {
        assert!(privileges_lead_to(from, to), "{from:?} {to:?}");
    }
    for (from, to) in [
        (S::Expired, S::Active),
        (S::Terminated, S::Active),
        (S::Created, S::Active),
        (S::Active, S::Created),
        (S::Active, S::ApprovalPending),
        (S::Expired, S::Terminated),
    ] {
        assert!(!privileges_lead_to(from, to), "{from:?} {to:?}");
    }
    let (mut net, id) = granted();
    assert_eq!(edited(&net, Code::Adm005, id, |a| a.status = S::Terminated), []);
    assert_eq!(edited(&net, Code::Adm005, id, |a| a.status = S::Created), [Reason::PrivilegesLeap]);
    assert_eq!(edited(&net, Code::Adm005, id, |a| a.status = S::read("odd")), []);
    net.books.edit_admin(id, |a| a.status = S::Expired);
    assert_eq!(edited(&net, Code::Adm005, id, |a| a.status = S::Active), [Reason::PrivilegesAreOver]);
}

#[test]
fn r_adm_005_only_drafts_are_edited() {
    let (mut net, id) = granted();
    let (other, role) = (net.books.customer("Vidal", "FR"), AdminRole::GlobalReader.id());
    let locked = [Reason::PrivilegesAreLocked];
    assert_eq!(edited(&net, Code::Adm005, id, |a| a.roles.push(role)), locked);
    assert_eq!(edited(&net, Code::Adm005, id, |a| a.duration_days = Some(30)), locked);
    assert_eq!(edited(&net, Code::Adm005, id, |a| a.customer = Some(other)), locked);
    assert_eq!(edited(&net, Code::Adm005, id, |a| a.name = "new".into()), locked);
    assert_eq!(edited(&net, Code::Adm005, id, |a| a.auto_extend_days = Some(180)), []);
    assert_eq!(edited(&net, Code::Adm005, id, |a| a.assignments.clear()), []);
    net.books.edit_admin(id, |a| a.status = AdminStatus::Expiring);
    assert_eq!(edited(&net, Code::Adm005, id, |a| a.auto_extend_days = Some(180)), locked);
    net.books.edit_admin(id, |a| a.duration_days = None);
    assert_eq!(edited(&net, Code::Adm005, id, |a| a.duration_days = Some(30)), [], "it was not known");
    net.books.edit_admin(id, |a| a.status = AdminStatus::Created);
    assert_eq!(edited(&net, Code::Adm005, id, |a| (a.duration_days, a.name) = (Some(9), "new".into())), []);
    net.books.edit_admin(id, |a| a.status = AdminStatus::read("odd"));
    assert_eq!(edited(&net, Code::Adm005, id, |a| a.name = "new".into()), []);
}

#[test]
fn r_adm_005_a_customer_that_gets_its_id_is_the_same() {
    let (net, id) = granted();
    let real = crate::model::TenantId(Guid::from_bytes([0x5c; 16]));
    let customer = net.books.model.customer(net.customer).unwrap().clone();
    let mut after = crate::model::Record::Customer(customer);
    if let crate::model::Record::Customer(c) = &mut after {
        c.tenant = real;
    }
    let step = crate::edit::ops::replace(&net.books.model, Key::Customer(net.customer), after).unwrap();
    assert!(step.keys().any(|key| key == Key::Admin(id)));
    assert_eq!(net.books.refused(Verb::Edit, Code::Adm005, &step.changes), []);
}

#[test]
fn r_adm_005_a_suspended_account_has_none() {
    let (mut net, id) = granted();
    let found = |net: &Network| of(&net.books, Code::Adm005, id);
    net.books.edit_partner(net.reseller, |p| p.enrolment = Enrolment::Suspended);
    assert_eq!(found(&net), [(Reason::PrivilegesOfSuspended, Severity::Warning)]);
    net.books.edit_partner(net.reseller, |p| p.enrolment = Enrolment::Unknown);
    assert_eq!(found(&net), []);
    assert!(net.books.unjudged(Code::Adm005, Key::Admin(id)));
    net.books.edit_admin(id, |a| a.status = AdminStatus::Terminated);
    assert!(!net.books.unjudged(Code::Adm005, Key::Admin(id)));
}

#[test]
fn r_adm_006_warns_at_30_7_and_1_days() {
    let (net, id) = granted();
    let on = |day: &str| of(&net.books.on(day), Code::Adm006, id);
    let warning = |reason| vec![(reason, Severity::Warning)];
    assert_eq!(on("2027-03-03"), []);
    assert_eq!(on("2027-03-04"), warning(Reason::PrivilegesEndInAMonth));
    assert_eq!(on("2027-03-26"), warning(Reason::PrivilegesEndInAMonth));
    assert_eq!(on("2027-03-27"), warning(Reason::PrivilegesEndInAWeek));
    assert_eq!(on("2027-04-01"), warning(Reason::PrivilegesEndInAWeek));
    assert_eq!(on("2027-04-02"), warning(Reason::PrivilegesEndInADay));
    assert_eq!(on("2027-04-03"), warning(Reason::PrivilegesEndInADay));
    assert_eq!(on("2027-04-04"), [(Reason::PrivilegesEndBehind, Severity::Error)]);
    assert!(Reason::PrivilegesEndInADay < Reason::PrivilegesEndInAWeek, "the more urgent is listed first");
    assert!(Reason::PrivilegesEndInAWeek < Reason::PrivilegesEndInAMonth);
}

#[test]
fn r_adm_006_what_extends_itself_does_not_end() {
    let (mut net, id) = granted();
    net.books.edit_admin(id, |a| a.auto_extend_days = Some(180));
    let on = |net: &Network, day: &str| of(&net.books.on(day), Code::Adm006, id);
    assert_eq!(on(&net, "2027-04-01"), []);
    assert_eq!(on(&net, "2027-04-04"), [(Reason::PrivilegesEndBehind, Severity::Error)]);
    net.books.edit_admin(id, |a| a.auto_extend_days = None);
    assert_eq!(on(&net, "2027-04-01"), []);
    assert!(net.books.on("2027-04-01").unjudged(Code::Adm006, Key::Admin(id)));
    net.books.edit_admin(id, |a| (a.end, a.activated) = (None, None));
    assert!(net.books.unjudged(Code::Adm006, Key::Admin(id)));
}

#[test]
fn r_adm_006_a_successor_ends_the_warning_when_it_is_active() {
    let (mut net, id) = granted();
    let heir = net.books.admin(net.reseller, net.customer, "Clinique - support 2");
    net.books.edit_admin(heir, |a| {
        a.status = AdminStatus::ApprovalPending;
        a.roles = vec![AdminRole::UserAdministrator.id()];
        a.end = Some(moment("2029-04-01"));
    });
    let late = |net: &Network| of(&net.books.on("2027-04-01"), Code::Adm006, id);
    assert_eq!(late(&net), [(Reason::SuccessorWaits, Severity::Hint)]);
    net.books.edit_admin(heir, |a| a.status = AdminStatus::Active);
    assert_eq!(late(&net), []);
    net.books.edit_admin(heir, |a| a.roles = vec![AdminRole::GlobalReader.id()]);
    assert_eq!(late(&net), [(Reason::PrivilegesEndInAWeek, Severity::Warning)], "it gives other roles");
}

#[test]
fn r_adm_006_requests_lapse_after_90_days() {
    let (mut net, id) = granted();
    net.books.edit_admin(id, |a| {
        a.status = AdminStatus::ApprovalPending;
        a.created = Some(moment("2026-06-01"));
    });
    let on = |day: &str| of(&net.books.on(day), Code::Adm006, id);
    assert_eq!(on("2026-08-30"), []);
    assert_eq!(on("2026-08-31"), [(Reason::PrivilegesRequestLapsed, Severity::Warning)]);
    net.books.edit_admin(id, |a| a.created = None);
    assert!(net.books.unjudged(Code::Adm006, Key::Admin(id)));
}

#[test]
fn r_adm_006_an_end_is_approval_and_duration() {
    let (mut net, id) = granted();
    let mut found = |end: &str| {
        net.books.edit_admin(id, |a| a.end = Some(moment(end)));
        of(&net.books, Code::Adm006, id).into_iter().map(|(reason, _)| reason).collect::<Vec<_>>()
    };
    // Activated on 2025-04-03 for 730 days: 2027-04-03. The sample's own end is off by a little.
    assert_eq!((found("2027-04-02"), found("2027-04-04")), (vec![], vec![]));
    assert_eq!(found("2027-04-01"), [Reason::EndOffDuration]);
    assert_eq!(found("2027-04-05"), [Reason::EndOffDuration]);
    assert_eq!(found("2027-09-30"), [], "extended once");
    assert_eq!(found("2027-03-03").len(), 1, "never shorter");
}

#[test]
fn r_adm_007_somebody_has_access() {
    let (mut net, id) = granted();
    let found = |net: &Network| of(&net.books, Code::Adm007, id);
    net.books.edit_admin(id, |a| a.assignments[0].status = "deleted".into());
    assert_eq!(found(&net), [(Reason::NobodyAssigned, Severity::Hint)]);
    net.books.edit_admin(id, |a| a.assignments.clear());
    assert_eq!(found(&net), [], "lists do not carry them");
    assert!(net.books.unjudged(Code::Adm007, Key::Admin(id)));
    let typed = AdminId(Guid::own(7), None);
    net.books.put(Admin { id: typed, name: "typed".into(), status: AdminStatus::Active, ..Admin::default() });
    assert_eq!(of(&net.books, Code::Adm007, typed), [(Reason::NobodyAssigned, Severity::Hint)]);
    net.books.edit_admin(typed, |a| a.status = AdminStatus::read("odd"));
    assert!(net.books.unjudged(Code::Adm007, Key::Admin(typed)));
}

#[test]
fn r_adm_007_not_too_much_and_not_twice() {
    let (mut net, id) = granted();
    net.books.edit_admin(id, |a| a.roles.push(AdminRole::GlobalAdministrator.id()));
    assert_eq!(of(&net.books, Code::Adm007, id), [(Reason::GlobalAdminGiven, Severity::Hint)]);
    net.books.edit_admin(id, |a| a.status = AdminStatus::Expired);
    assert_eq!(of(&net.books, Code::Adm007, id), [], "it gives nothing any more");
    let (mut net, id) = granted();
    let twin = net.books.admin(net.reseller, net.customer, "again");
    let roles = admin(&net, id).roles;
    net.books.edit_admin(twin, |a| a.roles = roles);
    assert_eq!(of(&net.books, Code::Adm007, id), [(Reason::SameRolesTwice, Severity::Hint)]);
    net.books.edit_admin(twin, |a| a.roles.push(AdminRole::GlobalReader.id()));
    assert_eq!(of(&net.books, Code::Adm007, id), []);
}
