use super::{SEED, day, large, portal, small};
use crate::model::{Channel, Cloud, Key, Model, PartnershipState, Role, TableName};
use crate::rules::{Code, Finding, Findings, Severity, rule};
use std::collections::{BTreeMap, HashSet};

fn findings(model: &Model) -> BTreeMap<(&'static str, &'static str), usize> {
    let mut counts = BTreeMap::new();
    for Finding { rule, severity, .. } in Findings::of(model, day()).sorted() {
        *counts.entry((rule.text(), severity.code())).or_default() += 1;
    }
    counts
}

#[test]
fn the_demo_plays_on_its_day() {
    assert_eq!(day().to_string(), "2026-09-15");
}

#[test]
fn the_same_seed_gives_the_same_book_and_another_another() {
    assert_eq!(small(SEED), small(SEED));
    assert_ne!(small(SEED), small(SEED + 1));
    assert_eq!(large(1, 500), large(1, 500));
}

#[test]
fn the_small_book_has_the_promised_size() {
    let model = small(SEED);
    let with = |role| model.partners().values().filter(|p| p.roles.has(role)).count();
    assert_eq!([Role::IndirectProvider, Role::DirectBill, Role::IndirectReseller].map(with), [4, 2, 14]);
    assert_eq!(model.count(TableName::Customer), 240);
    let subscriptions = model.count(TableName::Subscription);
    assert!((570..=640).contains(&subscriptions), "{subscriptions}");
}

#[test]
fn the_small_book_shows_every_channel_and_three_clouds() {
    let model = small(SEED);
    let channels: HashSet<Channel> = model.subscriptions().values().map(|s| s.channel).collect();
    assert!(Channel::ALL.iter().all(|channel| channels.contains(channel)), "{channels:?}");
    let clouds: HashSet<Cloud> = model.customers().values().map(|c| c.cloud).collect();
    assert_eq!(clouds.len(), 3);
    let states: HashSet<_> = model.partnerships().values().map(|p| p.state).collect();
    assert!(PartnershipState::ALL.iter().all(|state| states.contains(state)));
    let filled = [TableName::Group, TableName::Transfer, TableName::Admin, TableName::Waiver];
    assert!(filled.iter().all(|table| model.count(*table) > 0));
}

/// The deliberate findings: rule, severity, how many.
const MEANT: &[(Code, Severity, usize)] = &[
    (Code::Id002, Severity::Hint, 1),
    (Code::Id004, Severity::Error, 1),
    (Code::Id006, Severity::Hint, 1),
    (Code::Enr001, Severity::Error, 1),
    (Code::Enr004, Severity::Warning, 1),
    (Code::Enr006, Severity::Warning, 1),
    (Code::Enr007, Severity::Error, 1),
    (Code::Enr008, Severity::Error, 1),
    (Code::Reg001, Severity::Error, 1),
    (Code::Reg002, Severity::Error, 1),
    (Code::Reg003, Severity::Warning, 1),
    (Code::Psh004, Severity::Warning, 2),
    (Code::Rel001, Severity::Error, 1),
    (Code::Rel002, Severity::Warning, 1),
    (Code::Rel005, Severity::Warning, 1),
    (Code::Rel008, Severity::Warning, 1),
    (Code::Rel009, Severity::Hint, 1),
    (Code::Mp003, Severity::Warning, 2),
    (Code::Mc003, Severity::Warning, 1),
    (Code::Sub006, Severity::Warning, 2),
    (Code::Sub007, Severity::Hint, 1),
    (Code::Sub008, Severity::Error, 1),
    (Code::Sub009, Severity::Error, 1),
    (Code::Adm001, Severity::Warning, 1),
    (Code::Adm006, Severity::Warning, 1),
    (Code::Adm007, Severity::Hint, 1),
    (Code::Trf005, Severity::Hint, 1),
    (Code::Self001, Severity::Error, 1),
    (Code::Self002, Severity::Error, 1),
    (Code::Hyg001, Severity::Warning, 1),
    (Code::Hyg002, Severity::Warning, 1),
    (Code::Hyg003, Severity::Error, 1),
    (Code::Hyg004, Severity::Error, 1),
    (Code::Hyg004, Severity::Warning, 1),
    (Code::Hyg004, Severity::Hint, 1),
];

#[test]
fn the_rules_find_what_is_meant_and_nothing_else() {
    let judged = MEANT.iter().filter(|(code, ..)| rule(*code).is_some());
    let meant: BTreeMap<_, _> =
        judged.map(|(code, severity, n)| ((code.text(), severity.code()), *n)).collect();
    assert_eq!(findings(&small(SEED)), meant);
}

#[test]
fn another_seed_breaks_no_other_rule() {
    let meant = findings(&small(SEED));
    for seed in 0..8 {
        assert_eq!(findings(&small(seed)), meant, "seed {seed}");
    }
}

#[test]
fn the_large_book_grows_in_proportion() {
    let model = large(SEED, 10_000);
    assert_eq!(model.count(TableName::Subscription), 10_000);
    assert_eq!(model.count(TableName::Customer), 2_000);
    assert_eq!(model.partners().values().filter(|p| p.is_reseller()).count(), 200);
}

#[test]
fn three_records_are_planned_beside_what_the_portal_said() {
    let book = small(SEED);
    let portal = portal(&book);
    let differs = |key: &Key| book.get(*key) != portal.get(*key);
    assert_eq!(book.keys().filter(differs).count(), 3);
    assert!(portal.keys().all(|key| book.contains(key)));
    assert_eq!(findings(&portal).get(&("R-REL-008", "warning")), None);
}
