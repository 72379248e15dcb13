//! What becomes of a move, on an everyday network with a second provider.

use super::*;
use crate::edit::ops::moving::Target;
use crate::model::{
    Agreement, AgreementWay, Channel, Customer, Family, Key, Partner, Status, TableName, TenantId,
    TransferStatus,
};
use crate::rules::testing::{Books, Network, day, network};
use crate::rules::{Code, Reason};

struct Case {
    books: Books,
    net: [TenantId; 4],
    sub: SubscriptionId,
}

const SOURCE: usize = 0;
const RESELLER: usize = 1;
const CUSTOMER: usize = 2;
const TARGET: usize = 3;

/// A network whose partners signed and whose customer agreed, and a provider that has nothing to do with it yet.
fn case() -> Case {
    let Network { mut books, provider, reseller, customer, sub } = network();
    let target = books.provider("Alpina Cloud", "DE");
    for id in [provider, reseller, target] {
        books.edit_partner(id, |p: &mut Partner| p.mpa_signed_on = Some(day("2020-01-15")));
    }
    books.edit_customer(customer, |c: &mut Customer| {
        c.agreements = vec![Agreement {
            way: Some(AgreementWay::DirectAcceptance),
            date: Some(day("2021-03-01")),
            ..Agreement::default()
        }];
    });
    Case { books, net: [provider, reseller, customer, target], sub }
}

impl Case {
    fn sold(&mut self, family: Family) -> SubscriptionId {
        let id = self.books.sub(self.net[CUSTOMER], self.net[SOURCE], Some(self.net[RESELLER]));
        self.books.edit_sub(id, |s| s.family = family);
        id
    }

    fn book(&self) -> Book {
        Book::new(self.books.model.clone(), self.books.today)
    }

    fn wish(&self, subscriptions: &[SubscriptionId]) -> Move {
        let target = Target { seller: self.net[TARGET], reseller: Some(self.net[RESELLER]) };
        Move {
            subscriptions: subscriptions.to_vec(),
            at_term_end: FxHashSet::default(),
            target,
            leaves: false,
        }
    }

    fn check(&self, wish: &Move) -> Check {
        check(&mut self.book(), wish, &FxHashSet::default())
    }
}

fn classes(check: &Check) -> Vec<(&Class, bool)> {
    check.items.iter().map(|item| (&item.class, item.taken)).collect()
}

#[test]
fn what_is_chosen_is_sorted_into_three() {
    let mut case = case();
    let legacy = case.sold(Family::LicenseLegacy);
    case.books.edit_sub(legacy, |s| s.commitment_end = Some(day("2026-12-01").start()));
    let software = case.sold(Family::SoftwarePerpetual);
    let elsewhere = case.sold(Family::LicenseLegacy);
    case.books.edit_sub(elsewhere, |s| (s.channel, s.seller) = (Channel::Ea, None));
    let check = case.check(&case.wish(&[case.sub, legacy, software, elsewhere]));
    let until = Hold::TermRuns(Some(day("2026-12-01")));
    let expected = [
        (&Class::Moves(Verb::TransferLicences), true),
        (&Class::Later(until), false),
        (&Class::Never(Hold::NotTransferable), false),
        (&Class::Never(Hold::Elsewhere(Channel::Ea)), false),
    ];
    assert_eq!(classes(&check), expected);
    assert_eq!(check.counts(), [1, 1, 2]);
    let step = check.step.unwrap();
    assert!(step.keys().all(|key| ![legacy, software, elsewhere].map(Key::Subscription).contains(&key)));
}

#[test]
fn a_licence_of_old_can_be_taken_for_the_end_of_its_term() {
    let mut case = case();
    let legacy = case.sold(Family::LicenseLegacy);
    case.books.edit_sub(legacy, |s| s.commitment_end = Some(day("2026-12-01").start()));
    let mut wish = case.wish(&[legacy]);
    assert_eq!(case.check(&wish).step, Err(Stop::Nothing));
    wish.at_term_end.insert(legacy);
    let check = case.check(&wish);
    assert!(check.items[0].taken && check.after.contains(&Note::CostsTwice));
    assert_eq!(check.step.unwrap().verb, Verb::RebuyLicence);
}

#[test]
fn what_is_left_out_is_sorted_and_stays() {
    let mut case = case();
    let other = case.sold(Family::LicenseNce);
    let left_out = FxHashSet::from_iter([case.sub]);
    let mut book = case.book();
    let check = check(&mut book, &case.wish(&[case.sub, other]), &left_out);
    let moves = &Class::Moves(Verb::TransferLicences);
    assert_eq!(classes(&check), [(moves, false), (moves, true)]);
    assert!(check.step.unwrap().keys().all(|key| key != Key::Subscription(case.sub)));
    assert_eq!(book.model(), &case.books.model, "the book is as it was");
}

#[test]
fn add_ons_are_no_line_of_their_own() {
    let mut case = case();
    let add_on = case.sold(Family::LicenseNce);
    case.books.edit_sub(add_on, |s| s.parent = Some(case.sub));
    let check = case.check(&case.wish(&[case.sub, add_on]));
    assert_eq!((check.items.len(), &check.items[0].along), (1, &vec![add_on]));
}

#[test]
fn what_is_needed_is_told_and_supplied() {
    let case = case();
    let check = case.check(&case.wish(&[case.sub]));
    let [source, reseller, customer, target] = case.net;
    let met = |need| check.needs.iter().find(|(of, _)| *of == need).map(|(_, met)| *met);
    assert_eq!(met(Need::Partnership { provider: target, reseller }), Some(Some(false)));
    assert_eq!(met(Need::Relationship { partner: target, customer }), Some(Some(false)));
    assert_eq!(met(Need::Relationship { partner: reseller, customer }), Some(Some(true)));
    assert_eq!(
        met(Need::Agreement { seller: target, customer }),
        Some(Some(true)),
        "the customer itself agreed"
    );
    assert_eq!(met(Need::Plan { customer, target: case.wish(&[]).target }), None, "no Azure, no plan");
    let step = check.step.unwrap();
    assert_eq!((step.touches(TableName::Partnership), step.touches(TableName::Relationship)), (1, 1));
    assert!(check.stays.contains(&Note::Prices(source)) && check.after.contains(&Note::NewIds));
    assert!(check.after.contains(&Note::NoAccess(reseller)));
    assert!(check.seen.is_reseller_of(target, customer));
}

#[test]
fn a_fact_that_is_missing_is_to_be_checked() {
    let mut case = case();
    case.books.edit_partner(case.net[TARGET], |p| (p.mpa_signed_on, p.country) = (None, None));
    case.books.edit_customer(case.net[CUSTOMER], |c| c.agreements.clear());
    let check = case.check(&case.wish(&[case.sub]));
    let [_, _, customer, target] = case.net;
    let unknown: Vec<Need> =
        check.needs.iter().filter(|(_, met)| met.is_none()).map(|(need, _)| *need).collect();
    let expected = [
        Need::Agreement { seller: target, customer },
        Need::PartnerAgreement(target),
        Need::Region { partner: target, customer },
    ];
    assert_eq!(unknown, expected);
}

#[test]
fn what_the_rules_refuse_is_barred_and_the_rest_moves() {
    let mut case = case();
    let other = case.books.customer("Lakeside Foods", "US");
    let far = case.books.sub(other, case.net[SOURCE], Some(case.net[RESELLER]));
    case.books.edit_sub(far, |s| s.quantity = Some(3));
    let check = case.check(&case.wish(&[case.sub, far]));
    let Class::Barred(findings) = &check.items[1].class else { panic!("{:?}", check.items) };
    assert!(findings.iter().any(|finding| finding.rule == Code::Reg001));
    assert_eq!((check.items[0].taken, check.items[1].taken), (true, false));
    assert!(check.step.unwrap().keys().all(|key| key != Key::Subscription(far)));
}

#[test]
fn support_that_goes_to_another_reseller_needs_privileges() {
    let mut case = case();
    let sud = case.books.reseller("Sud Conseil", "FR");
    case.books.edit_partner(sud, |p| p.mpa_signed_on = Some(day("2020-01-15")));
    case.books.partnership(case.net[SOURCE], sud);
    case.books.edit_sub(case.sub, |s| s.support_contact = Some(case.net[RESELLER]));
    let target = Target { seller: case.net[SOURCE], reseller: Some(sud) };
    let wish = Move { target, leaves: true, ..case.wish(&[case.sub]) };
    let check = case.check(&wish);
    assert_eq!(check.items[0].class, Class::Moves(Verb::MoveCustomer));
    let customer = case.net[CUSTOMER];
    assert!(check.needs.contains(&(Need::Privileges { partner: sud, customer }, Some(false))));
    let step = check.step.unwrap();
    assert_eq!((step.verb, step.touches(TableName::Admin)), (Verb::MoveCustomer, 1));
    // That a security group must be assigned is nobody's to supply.
    assert_eq!(check.appears.iter().map(|f| f.reason).collect::<Vec<_>>(), [Reason::NobodyAssigned]);
    assert_eq!(check.stays, [], "the old reseller leaves, nothing is wrong");
    assert!(!check.after.contains(&Note::NoAccess(sud)));
}

#[test]
fn the_rules_of_requests_are_asked_while_the_transfer_waits() {
    let case = case();
    let wish = case.wish(&[case.sub]);
    let request = requested(&case.books.model, case.books.today, &wish).unwrap();
    assert_eq!((request.verb, request.touches(TableName::Subscription)), (Verb::RequestTransfer, 0));
    let transfers = request.changes.iter().filter_map(|change| match &change.after {
        Some(crate::model::Record::Transfer(t)) => Some((t.status, t.completed)),
        _ => None,
    });
    assert_eq!(transfers.collect::<Vec<_>>(), [(TransferStatus::Active, None)]);
    assert_eq!(case.book().would(&request).map(|_| ()), Ok(()));
    let target = Target { seller: case.net[SOURCE], reseller: None };
    assert_eq!(requested(&case.books.model, case.books.today, &Move { target, ..wish }), None);
}

#[test]
fn reservations_and_roles_stay_behind() {
    let mut case = case();
    let plan = case.sold(Family::AzurePlan);
    let azure = case.sold(Family::AzureSubscription);
    case.books.edit_sub(azure, |s| s.parent = Some(plan));
    case.sold(Family::Reservation);
    let check = case.check(&case.wish(&[plan]));
    let source = case.net[SOURCE];
    for note in [Note::AzureRoles(source), Note::Reservations(1), Note::OldPlan, Note::Prices(source)] {
        assert!(check.stays.contains(&note), "{note:?}");
    }
    assert!(check.after.contains(&Note::ReviewRoles) && check.after.contains(&Note::SourceAccepts(source)));
}

#[test]
fn a_suspended_subscription_moves_later() {
    let mut case = case();
    case.books.edit_sub(case.sub, |s| s.status = Status::Suspended);
    let check = case.check(&case.wish(&[case.sub]));
    assert_eq!(classes(&check), [(&Class::Later(Hold::Suspended), false)]);
    assert_eq!(check.step, Err(Stop::Nothing));
}
