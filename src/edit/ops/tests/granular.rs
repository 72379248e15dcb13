//! The life of granular admin privileges, and taking privileges away.

use super::*;
use crate::edit::Rejection;
use crate::model::{Admin, AdminId, AdminRole, AdminStatus, Assignment, Guid};
use crate::rules::{Code, Reason};

fn admin(model: &Model, id: AdminId) -> Admin {
    model.admin().get(id).unwrap().clone()
}

fn new_admin(step: &Transaction) -> Admin {
    match &step.changes[0].after {
        Some(Record::Admin(admin)) => admin.clone(),
        other => panic!("new privileges, not {other:?}"),
    }
}

/// Privileges of the reseller that lapse in six days and do not extend themselves.
fn lapsing() -> (Network, AdminId) {
    let mut net = network();
    let id = net.books.admin(net.reseller, net.customer, "Clinique - 2024");
    net.books.edit_admin(id, |a| {
        a.duration_days = Some(730);
        a.auto_extend_days = Some(0);
        a.roles = vec![AdminRole::HelpdeskAdministrator.id()];
        a.activated = Some(today().plus(-724).start());
        a.end = Some(today().plus(6).start());
        a.assignments = vec![Assignment { group: Guid::own(5), roles: Vec::new(), status: "active".into() }];
    });
    (net, id)
}

#[test]
fn op_07_from_the_draft_to_its_end() {
    let net = network();
    let model = &net.books.model;
    let step = prepare_privileges(model, today(), net.reseller, net.customer);
    let drafted = new_admin(step.as_ref().unwrap());
    let key = Key::Admin(drafted.id);
    assert_eq!((drafted.status, drafted.duration_days), (AdminStatus::Created, Some(730)));
    assert_eq!((drafted.auto_extend_days, drafted.activated, drafted.end), (Some(0), None, None));
    let model = done(model, step, Verb::PreparePrivileges, &[key]);
    let step = send_privileges(&model, today().plus(1), drafted.id);
    let model = done(&model, step, Verb::SendPrivileges, &[key]);
    assert_eq!(admin(&model, drafted.id).status, AdminStatus::ApprovalPending);
    let step = approve_privileges(&model, today().plus(3), drafted.id);
    let model = done(&model, step, Verb::ApprovePrivileges, &[key]);
    let approved = admin(&model, drafted.id);
    assert_eq!(approved.status, AdminStatus::Active);
    assert_eq!(approved.activated, Some(today().plus(3).start()));
    assert_eq!(approved.end, Some(today().plus(733).start()));
    let step = end_privileges(&model, today().plus(9), drafted.id);
    let model = done(&model, step, Verb::EndPrivileges, &[key]);
    assert_eq!(admin(&model, drafted.id).status, AdminStatus::Terminated);
}

#[test]
fn op_07_every_step_says_what_leads_on() {
    use AdminStatus as S;
    let (mut net, id) = lapsing();
    let step = |model: &Model, verb: Verb| match verb {
        Verb::SendPrivileges => send_privileges(model, today(), id),
        Verb::ApprovePrivileges => approve_privileges(model, today(), id),
        Verb::EndPrivileges => end_privileges(model, today(), id),
        Verb::SucceedPrivileges => succeed_privileges(model, today(), id),
        _ => remove_privileges(model, today(), Key::Admin(id)),
    };
    let all = [
        Verb::SendPrivileges,
        Verb::ApprovePrivileges,
        Verb::EndPrivileges,
        Verb::SucceedPrivileges,
        Verb::RemovePrivileges,
    ];
    for status in S::ALL {
        net.books.edit_admin(id, |a| a.status = *status);
        let now = Standing::Privileges(*status);
        for verb in all {
            let ways = next_steps(now);
            match step(&net.books.model, verb) {
                Ok(_) => assert!(ways.contains(&verb), "{verb:?} from {status:?}"),
                Err(why) => {
                    assert!(!ways.contains(&verb), "{verb:?} from {status:?}");
                    let of = Key::Admin(id);
                    assert_eq!(why, Impossible::Standing { step: verb, of, now, next: ways });
                }
            }
        }
    }
}

#[test]
fn op_07_a_step_of_the_life_is_allowed_by_its_rules() {
    let (net, id) = lapsing();
    let mut book = Book::new(net.books.model, today());
    let step = succeed_privileges(book.model(), today(), id).unwrap();
    let successor = new_admin(&step).id;
    let _ = book.commit(step).unwrap();
    for step in [send_privileges, approve_privileges, end_privileges] {
        let step = step(book.model(), today(), successor).unwrap();
        let _ = book.commit(step).unwrap();
    }
    let mut revived = admin(book.model(), successor);
    revived.status = AdminStatus::Active;
    let step =
        Intent::Replace(Key::Admin(successor), revived.into()).transaction(book.model(), today()).unwrap();
    let Err(Rejection::Broken(findings)) = book.commit(step) else { panic!("it comes back") };
    assert!(findings.iter().any(|f| f.reason == Reason::PrivilegesAreOver));
}

#[test]
fn op_07_a_successor_is_a_draft_with_a_free_name() {
    let (mut net, id) = lapsing();
    let succeed = |net: &Network| new_admin(&succeed_privileges(&net.books.model, today(), id).unwrap());
    let old = admin(&net.books.model, id);
    let successor = succeed(&net);
    assert_eq!(successor.name.raw(), "Clinique - 2024 2", "a year is part of the name");
    assert_eq!(
        (successor.status, successor.partner, successor.customer),
        (AdminStatus::Created, old.partner, old.customer)
    );
    assert_eq!((&successor.roles, successor.duration_days), (&old.roles, old.duration_days));
    assert_eq!(successor.assignments[0].status.raw(), "pending", "access waits for the approval");
    net.books.put(successor);
    assert_eq!(succeed(&net).name.raw(), "Clinique - 2024 3");
    net.books.edit_admin(id, |a| a.name = "Clinique 3".into());
    assert_eq!(succeed(&net).name.raw(), "Clinique 4");
    net.books.edit_admin(id, |a| a.name = "é".repeat(50).as_str().into());
    let long = succeed(&net).name;
    assert_eq!((long.raw().chars().count(), long.raw().ends_with(" 2")), (50, true));
}

#[test]
fn op_07_a_successor_keeps_the_rules_that_the_old_one_broke() {
    let (mut net, id) = lapsing();
    net.books.edit_admin(id, |a| {
        a.duration_days = Some(1095);
        a.auto_extend_days = Some(180);
        a.roles.push(AdminRole::GlobalAdministrator.id());
    });
    let successor = new_admin(&succeed_privileges(&net.books.model, today(), id).unwrap());
    assert_eq!((successor.duration_days, successor.auto_extend_days), (Some(730), Some(0)));
    net.books.put(successor.clone());
    for rule in [Code::Adm002, Code::Adm003, Code::Adm004] {
        assert_eq!(net.books.reasons(rule, Key::Admin(successor.id)), []);
    }
}

#[test]
fn op_07_is_for_the_public_cloud() {
    let mut net = network();
    net.books.edit_customer(net.customer, |c| c.cloud = Cloud::UsGov);
    let step = prepare_privileges(&net.books.model, today(), net.reseller, net.customer);
    assert_eq!(step, Err(Impossible::PublicCloudOnly(net.customer)));
}

#[test]
fn op_07_approval_puts_the_assignments_in_force() {
    let (mut net, id) = lapsing();
    net.books.edit_admin(id, |a| {
        a.status = AdminStatus::ApprovalPending;
        a.assignments[0].status = "pending".into();
    });
    let model = &net.books.model;
    let approved = after(model, &approve_privileges(model, today(), id).unwrap());
    assert!(admin(&approved, id).has_active_assignment());
}

#[test]
fn op_21_the_customer_takes_privileges_away_and_keeps_the_relationship() {
    let (mut net, id) = lapsing();
    let model = &net.books.model;
    let key = Key::Admin(id);
    let without = done(model, remove_privileges(model, today(), key), Verb::RemovePrivileges, &[key]);
    assert_eq!(admin(&without, id).status, AdminStatus::Terminated);
    let relationship = RelationshipId::of(net.reseller, net.customer, 0);
    let key = Key::Relationship(relationship);
    let nothing = remove_privileges(&net.books.model, today(), key);
    assert_eq!(nothing, Err(Impossible::NothingOpen(Verb::RemovePrivileges, key)));
    net.books.edit_relationship(relationship, |r| r.dap = Dap::Granted);
    let model = &net.books.model;
    let without = done(model, remove_privileges(model, today(), key), Verb::RemovePrivileges, &[key]);
    let left = &relationships(&without, net.reseller, net.customer)[0];
    assert_eq!((left.dap, left.state), (Dap::RemovedByCustomer, RelationshipState::Active));
    let customer = Key::Customer(net.customer);
    let wrong = remove_privileges(model, today(), customer);
    assert_eq!(wrong, Err(Impossible::NotACandidate(customer)));
}

#[test]
fn steps_with_privileges_are_offered_where_they_concern() {
    let (net, id) = lapsing();
    let model = &net.books.model;
    let does = |key: Key, verb: Verb| {
        let offers = Intent::for_row(model, key);
        offers.into_iter().find(|offer| offer.verb == verb).map(|offer| offer.does)
    };
    let succeed = Some(Ok(Do::Step(Intent::SucceedPrivileges(id))));
    for key in [Key::Admin(id), Key::Customer(net.customer), Key::Partner(net.reseller)] {
        assert_eq!(does(key, Verb::SucceedPrivileges), succeed);
        assert!(matches!(does(key, Verb::SendPrivileges), Some(Err(_))));
    }
    let slot = Slot::Privileges { of: Key::Customer(net.customer), verb: Verb::PreparePrivileges };
    assert_eq!(
        does(Key::Customer(net.customer), Verb::PreparePrivileges),
        Some(Ok(Do::Choose(slot.clone())))
    );
    assert!(slot.candidates(model).any(|key| key == Key::Partner(net.reseller)));
    let Ok(Do::Form(form)) = slot.pick(model, Key::Partner(net.provider)) else { panic!("a form") };
    assert!(matches!(*form, Record::Admin(a) if a.partner == Some(net.provider)));
    let slot = Slot::Privileges { of: Key::Partner(net.provider), verb: Verb::GrantPrivileges };
    let intent = Intent::GrantPrivileges { partner: net.provider, customer: net.customer };
    assert_eq!(slot.pick(model, Key::Customer(net.customer)), Ok(Do::Step(intent)));
    assert_eq!(slot.candidates(model).next(), Some(Key::Customer(net.customer)));
    let pair = Intent::for_pair(model, Key::Partner(net.reseller), Key::Customer(net.customer));
    assert!(pair.iter().any(|offer| offer.does == Ok(Do::Step(Intent::EndPrivileges(id)))));
}

#[test]
fn a_verdict_on_a_draft_is_that_of_the_rules() {
    let mut net = network();
    net.books.edit_customer(net.customer, |c| c.cloud = Cloud::China21Vianet);
    let slot = Slot::Privileges { of: Key::Customer(net.customer), verb: Verb::PreparePrivileges };
    let reseller = Key::Partner(net.reseller);
    let mut book = Book::new(net.books.model, today());
    let verdict = slot.verdict(&mut book, reseller);
    assert!(matches!(verdict, Verdict::Impossible(Impossible::PublicCloudOnly(_))), "{verdict:?}");
}
