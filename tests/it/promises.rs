//! Random sequences of all operations on random books: what each step promises. `PROPTEST_CASES` sets how many sequences
//! are tried.

use std::cell::RefCell;
use std::collections::BTreeMap;

use partnerbook::edit::ops::catalogue::stray;
use partnerbook::edit::ops::moving::parts_of;
use partnerbook::edit::{Book, Rejection, ops};
use partnerbook::model::{Change, Key, Model, Transaction, Verb};
use partnerbook::rules::{Finding, Findings, Severity};
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};

use crate::support::{operation, random};

/// What became of the steps of a run.
#[derive(Default)]
struct Tally {
    done: BTreeMap<Verb, usize>,
    refused: usize,
    insisted: usize,
}

/// After each step of any sequence of operations: no record outside the operation's list has changed; the findings are
/// those of a full check; no error is there that was not there before, unless it is accepted; what is refused changes
/// nothing, and can be insisted on unless the book itself would be out of joint; undo is exact.
///
/// 100,000 steps and more, with their figures:
///
/// ```text
/// PROPTEST_CASES=18000 cargo test --release --test it promises -- --nocapture
/// ```
#[test]
fn every_operation_keeps_its_promises() {
    let config = ProptestConfig {
        rng_seed: RngSeed::Fixed(20_260_915),
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let (cases, tally) = (config.cases, RefCell::new(Tally::default()));
    let deeds = proptest::collection::vec((operation::deed(), any::<bool>()), 1..24);
    let outcome = TestRunner::new(config).run(&(random::crowd(), deeds), |(records, deeds)| {
        let mut book = Book::new(random::model(&records), random::TODAY.parse().unwrap());
        for (deed, insists) in &deeds {
            let Some(step) = operation::step(deed, &book) else { continue };
            perform(&mut book, &step, *insists, &mut tally.borrow_mut())?;
        }
        Ok(())
    });
    if let Err(why) = outcome {
        panic!("{why}");
    }
    let tally = tally.into_inner();
    let done: usize = tally.done.values().sum();
    println!(
        "{cases} sequences: {done} steps done, {} of them insisted on; {} refused\n{:?}",
        tally.insisted, tally.refused, tally.done
    );
    assert!(done >= cases as usize, "too few steps are done to tell anything: {done}");
}

fn perform(
    book: &mut Book,
    step: &Transaction,
    insists: bool,
    tally: &mut Tally,
) -> Result<(), TestCaseError> {
    let before = book.clone();
    match book.commit(step.clone()) {
        Ok(_) => kept(&before, book, step)?,
        Err(Rejection::Broken(findings)) => {
            tally.refused += 1;
            same(&before, book, "refused, yet changed")?;
            if !insists || findings.iter().any(|finding| finding.severity == Severity::Integrity) {
                return Ok(());
            }
            insist(book, &before, step.clone(), &findings)?;
            tally.insisted += 1;
        }
        Err(Rejection::Stale(_) | Rejection::Nothing) => {
            prop_assert!(false, "an operation builds on the book as it is: {step:?}");
        }
    }
    *tally.done.entry(step.verb).or_default() += 1;
    undone(&before, book)
}

/// The same step with the waivers of all that refuses it is allowed.
fn insist(
    book: &mut Book,
    before: &Book,
    step: Transaction,
    findings: &[Finding],
) -> Result<(), TestCaseError> {
    let acceptance = operation::acceptance(book, 30);
    let whole = ops::insist(book.model(), book.today(), step, findings, &acceptance);
    prop_assert!(whole.is_ok(), "{whole:?}");
    let Ok(whole) = whole else { return Ok(()) };
    let answer = book.commit(whole.clone());
    prop_assert!(answer.is_ok(), "insisted on, yet refused: {answer:?}");
    kept(before, book, &whole)
}

/// What a step that was done promises.
fn kept(before: &Book, after: &Book, step: &Transaction) -> Result<(), TestCaseError> {
    let changes = difference(before.model(), after.model());
    let mut listed: Vec<Key> = step.keys().collect();
    listed.sort_unstable();
    let keys: Vec<Key> = changes.iter().filter_map(Change::key).collect();
    prop_assert_eq!(keys, listed, "a record changed that the step does not list");
    // Waivers are joined to a step that is insisted on.
    let of_waivers = matches!(step.verb, Verb::Waive | Verb::EndWaiver);
    let own = changes.into_iter().filter(|change| of_waivers || !is_of_waiver(change));
    let verbs = [&[step.verb], parts_of(step.verb)].concat();
    let strayed = stray(&Transaction::new(step.verb, own.collect()), &verbs);
    prop_assert!(strayed.is_none(), "{strayed:?} must not change: {step:?}");
    let full = Findings::of(after.model(), after.today());
    prop_assert!(*after.findings() == full, "not the findings of a full check after {step:?}");
    let known = |finding: &&Finding| {
        let of = [before.findings().on(finding.subject), before.findings().waived_on(finding.subject)];
        of.concat().contains(finding)
    };
    let new: Vec<&Finding> =
        full.iter().filter(|finding| finding.severity.refuses()).filter(|finding| !known(finding)).collect();
    prop_assert!(new.is_empty(), "allowed, yet an error appeared: {new:?} after {step:?}");
    Ok(())
}

/// The last step can be taken back to the last record and finding, and done again.
fn undone(before: &Book, after: &Book) -> Result<(), TestCaseError> {
    let mut book = after.clone();
    prop_assert!(book.undo().is_ok());
    same(before, &book, "not as it was")?;
    prop_assert!(book.redo().is_ok());
    same(after, &book, "not done again")
}

fn same(a: &Book, b: &Book, what: &str) -> Result<(), TestCaseError> {
    prop_assert!(a.model() == b.model() && a.findings() == b.findings(), "{what}");
    Ok(())
}

fn is_of_waiver(change: &Change) -> bool {
    operation::is_waiver(change.before.as_ref().or(change.after.as_ref()))
}

/// Every record that differs, in order: whatever the step says of itself.
fn difference(before: &Model, after: &Model) -> Vec<Change> {
    let mut keys: Vec<Key> = before.keys().chain(after.keys()).collect();
    keys.sort_unstable();
    keys.dedup();
    let change = |key: Key| Change { before: before.get(key), after: after.get(key) };
    keys.into_iter().map(change).filter(|change| change.before != change.after).collect()
}
