//! How each family gets to another partner, and a whole move as one step.

use super::*;
use crate::edit::Rejection;
use crate::model::Agreement;
use rustc_hash::FxHashSet;

fn choice<'a>(two: &'a Two, chosen: &[SubscriptionId], target: Target) -> Choice<'a> {
    Choice { model: two.model(), day: today(), target, chosen: chosen.iter().copied().collect() }
}

fn way(two: &Two, id: SubscriptionId) -> Result<Verb, Hold> {
    choice(two, &[id], two.to()).way(two.model().subscription(id).unwrap())
}

#[test]
fn each_family_has_its_operation() {
    let mut two = two();
    let expected = [
        (Family::AzureLegacy, Ok(Verb::SwitchAzure)),
        (Family::AzureSubscription, Ok(Verb::TransferAzure)),
        (Family::AzurePlan, Err(Hold::EmptyPlan)),
        (Family::LicenseNce, Ok(Verb::TransferLicences)),
        (Family::LicenseLegacy, Err(Hold::TermRuns(None))),
        (Family::Reservation, Err(Hold::FixedAtPurchase)),
        (Family::SavingsPlan, Err(Hold::FixedAtPurchase)),
        (Family::SoftwarePerpetual, Err(Hold::NotTransferable)),
        (Family::SoftwareSubscription, Err(Hold::NotTransferable)),
        (Family::MarketplaceSaas, Err(Hold::NotTransferable)),
        (Family::Unknown, Err(Hold::UnknownFamily)),
    ];
    for (family, way_of) in expected {
        let id = two.sold(family);
        assert_eq!(way(&two, id), way_of, "{family:?}");
    }
}

#[test]
fn a_licence_of_old_is_held_until_its_term_ends() {
    let mut two = two();
    let id = two.sold(Family::LicenseLegacy);
    for (ends, expected) in
        [("2026-09-16", Err(Hold::TermRuns(Some(day("2026-09-16"))))), ("2026-09-15", Ok(Verb::RebuyLicence))]
    {
        two.books.edit_sub(id, |s| s.commitment_end = Some(day(ends).start()));
        assert_eq!(way(&two, id), expected, "{ends}");
    }
}

#[test]
fn licences_of_new_commerce_are_transferred_since_april_2024() {
    let mut two = two();
    two.books.edit_sub(two.sub, |s| s.commitment_end = Some(day("2025-01-01").start()));
    for (on, expected) in [
        ("2024-03-31", Err(Hold::TermRuns(Some(day("2025-01-01"))))),
        ("2024-04-01", Ok(Verb::TransferLicences)),
    ] {
        let choice = Choice { day: day(on), ..choice(&two, &[two.sub], two.to()) };
        assert_eq!(choice.way(two.model().subscription(two.sub).unwrap()), expected, "{on}");
    }
}

#[test]
fn only_what_is_active_and_in_no_request_moves() {
    let mut two = two();
    let starts = Some(day("2026-10-01"));
    let expected = [
        (Status::Suspended, Hold::Suspended),
        (Status::Pending, Hold::NotStarted(starts)),
        (Status::Deleted, Hold::Over(Status::Deleted)),
    ];
    for (status, hold) in expected {
        two.books.edit_sub(two.sub, |s| {
            (s.status, s.effective) = (status, starts.map(Day::start));
        });
        assert_eq!(way(&two, two.sub), Err(hold));
    }
    two.books.edit_sub(two.sub, |s| s.status = Status::Active);
    let transfer = two.books.transfer(two.customer, two.source, two.target);
    let open = two.model().transfers().get(transfer).unwrap().clone();
    two.books.put(Transfer { subscriptions: vec![two.sub], ..open.clone() });
    assert_eq!(way(&two, two.sub), Err(Hold::InTransfer(transfer)));
    let over = TransferStatus::Reject;
    two.books.put(Transfer { subscriptions: vec![two.sub], status: over, ..open });
    assert_eq!(way(&two, two.sub), Ok(Verb::TransferLicences));
}

#[test]
fn an_add_on_goes_with_its_base_alone() {
    let mut two = two();
    let add_on = two.sold(Family::LicenseNce);
    two.books.edit_sub(add_on, |s| s.parent = Some(two.sub));
    assert_eq!(way(&two, add_on), Err(Hold::WithoutBase(two.sub)));
    let both = choice(&two, &[two.sub, add_on], two.to());
    assert_eq!(both.way(two.model().subscription(add_on).unwrap()), Ok(Verb::TransferLicences));
}

#[test]
fn what_is_there_already_does_not_move() {
    let two = two();
    let sub = two.model().subscription(two.sub).unwrap();
    for reseller in [Some(two.reseller), None] {
        let here = Target { seller: two.source, reseller };
        assert_eq!(choice(&two, &[two.sub], here).way(sub), Err(Hold::ThereAlready));
    }
}

#[test]
fn a_direct_bill_partner_takes_what_is_its_own_along_when_it_becomes_a_reseller() {
    let mut two = two();
    let direct = two.books.direct_bill("Helvia Direct", "DE");
    let id = two.books.sub(two.customer, direct, None);
    two.books.edit_sub(id, |s| s.family = Family::LicenseLegacy);
    let sub = two.model().subscription(id).unwrap();
    let as_reseller = Target { seller: two.target, reseller: Some(direct) };
    assert_eq!(choice(&two, &[id], as_reseller).way(sub), Ok(Verb::GoIndirect));
    assert_eq!(choice(&two, &[id], two.to()).way(sub), Err(Hold::TermRuns(None)));
}

fn wish(two: &Two, subscriptions: &[SubscriptionId]) -> Move {
    let at_term_end = FxHashSet::default();
    Move { subscriptions: subscriptions.to_vec(), at_term_end, target: two.to(), leaves: false }
}

#[test]
fn what_the_target_lacks_comes_first_and_the_rules_allow_the_whole() {
    let Network { mut books, provider, reseller, customer, sub } = network();
    let target = books.provider("Alpina Cloud", "DE");
    for id in [provider, reseller, target] {
        books.edit_partner(id, |p| p.mpa_signed_on = Some(day("2020-01-15")));
    }
    let agreement = Agreement {
        way: Some(crate::model::AgreementWay::PartnerAttested),
        date: Some(day("2021-03-01")),
        first_name: "Anna".into(),
        last_name: "Berg".into(),
        email: "anna@clinique.example".into(),
        attested_by: Some(provider),
        ..Agreement::default()
    };
    books.edit_customer(customer, |c| c.agreements = vec![agreement]);
    let plan = books.sub(customer, provider, Some(reseller));
    books.edit_sub(plan, |s| s.family = Family::AzurePlan);
    let azure = books.sub(customer, provider, Some(reseller));
    books.edit_sub(azure, |s| (s.family, s.parent) = (Family::AzureSubscription, Some(plan)));
    let two = Two { books, source: provider, target, reseller, customer, sub };
    let wish = wish(&two, &[plan, sub]);
    let lacks: Vec<Need> = needs(two.model(), today(), &wish)
        .into_iter()
        .filter(|(_, met)| *met == Some(false))
        .map(|(need, _)| need)
        .collect();
    let expected = [
        Need::Partnership { provider: target, reseller },
        Need::Relationship { partner: target, customer },
        Need::Agreement { seller: target, customer },
        Need::Plan { customer, target: two.to() },
    ];
    assert_eq!(lacks, expected);
    let step = whole(two.model(), today(), &wish).unwrap();
    let mut book = Book::new(two.books.model.clone(), today());
    assert_eq!(book.would(&step).map(|_| ()), Ok(()));
    let after = after(two.model(), &step);
    assert!(needs(&after, today(), &wish).iter().all(|(_, met)| *met != Some(false)));
    let moved = after.subscription(azure).unwrap();
    let plan = after.subscription(moved.parent.unwrap()).unwrap();
    assert_eq!((plan.seller, plan.family), (Some(target), Family::AzurePlan));
    assert_eq!(transfers(&after).len(), 2);
    let _ = book.commit(step).unwrap();
    let _ = book.undo().unwrap();
    assert_eq!(book.model(), two.model(), "one undo takes it all back");
}

#[test]
fn what_does_not_move_is_left_and_nothing_at_all_says_why() {
    let mut two = two();
    let software = two.sold(Family::SoftwarePerpetual);
    let held = Err(Impossible::Held(software, Hold::NotTransferable));
    assert_eq!(whole(two.model(), today(), &wish(&two, &[software])), held);
    let step = whole(two.model(), today(), &wish(&two, &[software, two.sub])).unwrap();
    assert!(step.keys().all(|key| key != Key::Subscription(software)));
    assert_eq!(whole(two.model(), today(), &wish(&two, &[])), Err(Impossible::Nothing));
}

#[test]
fn a_licence_of_old_that_is_waited_for_is_bought_anew() {
    let mut two = two();
    let id = two.sold(Family::LicenseLegacy);
    two.books.edit_sub(id, |s| s.commitment_end = Some(day("2026-12-01").start()));
    let mut wish = wish(&two, &[id]);
    let until = Hold::TermRuns(Some(day("2026-12-01")));
    assert_eq!(whole(two.model(), today(), &wish), Err(Impossible::Held(id, until)));
    wish.at_term_end.insert(id);
    let step = whole(two.model(), today(), &wish).unwrap();
    assert_eq!(step.verb, Verb::RebuyLicence);
    let planned = after(two.model(), &step);
    assert_eq!(
        whole(&planned, today(), &wish),
        Err(Impossible::Held(id, Hold::ThereAlready)),
        "once is enough"
    );
}

#[test]
fn a_reseller_is_no_target() {
    let two = two();
    let target = Target { seller: two.reseller, reseller: None };
    let step = whole(two.model(), today(), &Move { target, ..wish(&two, &[two.sub]) }).unwrap();
    let mut book = Book::new(two.books.model.clone(), today());
    assert!(matches!(book.would(&step), Err(Rejection::Broken(_))));
}

#[test]
fn several_customers_move_as_one_step() {
    let mut two = two();
    let other = two.books.customer("Vidal", "FR");
    two.books.relationship(two.source, other);
    two.books.relationship(two.reseller, other);
    let theirs = two.books.sub(other, two.source, Some(two.reseller));
    let step = whole(two.model(), today(), &wish(&two, &[two.sub, theirs])).unwrap();
    let after = after(two.model(), &step);
    assert_eq!(transfers(&after).len(), 2, "one customer in each");
    assert!(after.is_reseller_of(two.target, other));
}
