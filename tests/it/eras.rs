//! 2019 against today (rules.md 3.4): the demo book judged for 1 April 2019 and for 15 September 2026. Only rules of the
//! table's topics may say other things, and each says what the table says of its era.

use partnerbook::demo;
use partnerbook::model::{Day, Key, Model};
use partnerbook::rules::{Code, Finding, Findings, Reason};
use std::collections::{BTreeMap, BTreeSet};

/// A row of the table: its topic, and the rules in which it shows.
struct Topic {
    name: &'static str,
    rules: &'static [&'static str],
}

const fn topic(name: &'static str, rules: &'static [&'static str]) -> Topic {
    Topic { name, rules }
}

/// The rows of rules.md 3.4 in their order. A row without rules changes words alone, or is judged by the day of a sale
/// or of a step, so that the same book says the same of it in both eras.
const TABLE: &[Topic] = &[
    topic("names", &[]),
    // R-SELF-004 asks for the day of the sale: what was sold before 12 May 2020 is flagged in either era.
    topic("reselling to a CSP partner", &[]),
    // Delegated privileges then, granular ones now: their limits, their ends, and who may be reached through them.
    topic("admin access", &["R-REL-008", "R-ADM-"]),
    topic("licence subs to another partner", &["R-MC-002", "R-TRF-"]),
    topic("states", &["R-SUB-001", "R-SUB-006"]),
    topic("suspend", &["R-SUB-006"]),
    topic("fewer seats / cancel", &["R-SUB-004", "R-SUB-005"]),
    topic("partner of record", &["R-ENR-003"]),
    topic("direct bill", &["R-ENR-004"]),
    topic("reseller bar", &["R-ENR-006"]),
    // The Microsoft Customer Agreement and its form are judged from February 2020 on, the Partner Agreement too.
    topic("agreement", &["R-ENR-001", "R-ENR-002", "R-ENR-008"]),
    topic("Germany cloud", &["R-REG-006"]),
];

/// Rules outside the table that run by the day alone: their deadlines lie between the two eras, so what they say is of
/// the day, not of the programme's rules. R-SUB-007 warns before a renewal, R-MC-003 after a month side by side, both
/// counted from dates of the book; R-TRF-004 and R-ADM-006 are in the table already.
const CLOCKS: &[&str] = &["R-SUB-007", "R-MC-003"];

/// National clouds are no row of the table, but rules.md R-REG-005 dates its change itself: an error until October 2021,
/// a warning from then on.
const DATED: &[&str] = &["R-REG-005"];

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn then() -> Day {
    day("2019-04-01")
}

fn now() -> Day {
    day("2026-09-15")
}

fn book() -> Model {
    demo::small(demo::SEED)
}

type Said = BTreeSet<(Key, Reason, Option<Key>)>;

/// What each rule says, severity apart: that is told of R-REG-005 alone, which is in no test below.
fn said(model: &Model, on: Day) -> BTreeMap<Code, Said> {
    let mut said: BTreeMap<Code, Said> = BTreeMap::new();
    for Finding { rule, subject, reason, other, .. } in Findings::of(model, on).sorted() {
        said.entry(rule).or_default().insert((subject, reason, other));
    }
    said
}

fn starts_with_any(code: Code, prefixes: &[&str]) -> bool {
    prefixes.iter().any(|prefix| code.text().starts_with(prefix))
}

fn may_differ(code: Code) -> bool {
    let in_table = TABLE.iter().any(|topic| starts_with_any(code, topic.rules));
    in_table || starts_with_any(code, CLOCKS) || starts_with_any(code, DATED)
}

#[test]
fn the_two_eras_differ_in_the_topics_of_the_table_alone() {
    let model = book();
    let (then, now) = (said(&model, then()), said(&model, now()));
    for code in Code::ALL.iter().copied().filter(|code| !may_differ(*code)) {
        assert_eq!(then.get(&code), now.get(&code), "{} says other things", code.text());
    }
}

#[test]
fn every_rule_of_the_table_is_one_of_the_program() {
    let known = |prefix: &str| Code::ALL.iter().any(|code| code.text().starts_with(prefix));
    for Topic { name, rules } in TABLE {
        // A family that is not in the program yet has no rule to differ.
        for rule in rules.iter().filter(|rule| rule.starts_with("R-ENR") || rule.starts_with("R-RE")) {
            assert!(known(rule), "{name}: {rule}");
        }
    }
    assert_eq!(TABLE.len(), 12);
}

/// How often a rule speaks in each era.
fn counts(code: Code) -> (usize, usize) {
    let model = book();
    let count = |on| said(&model, on).get(&code).map_or(0, BTreeSet::len);
    (count(then()), count(now()))
}

#[test]
fn direct_bill_had_no_bar_in_2019_and_has_one_of_a_million_now() {
    assert_eq!(counts(Code::Enr004), (0, 1));
}

#[test]
fn resellers_had_no_bar_in_2019_and_have_one_of_a_thousand_now() {
    assert_eq!(counts(Code::Enr006), (0, 1));
}

#[test]
fn the_customer_agreement_has_no_form_in_2019() {
    assert_eq!(counts(Code::Enr008), (0, 1));
}

#[test]
fn what_is_judged_by_the_day_of_the_order_is_the_same_in_both_eras() {
    for code in [Code::Enr001, Code::Enr007, Code::Self004] {
        let (then, now) = counts(code);
        assert_eq!(then, now, "{}", code.text());
    }
}

#[test]
fn what_never_changed_is_found_in_both_eras() {
    for code in
        [Code::Id004, Code::Reg001, Code::Reg002, Code::Rel001, Code::Self001, Code::Hyg003, Code::Hyg004]
    {
        let (then, now) = counts(code);
        assert!(then > 0 && then == now, "{}", code.text());
    }
}
