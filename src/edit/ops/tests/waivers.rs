//! Accepted problems: what a waiver needs, what it does to the count, what comes back when it ends.

use super::*;
use crate::edit::ops::{Acceptance, end_waiver, insist, recorded, waive};
use crate::edit::{Book, Rejection};
use crate::model::{FieldRef, WaiverField, WaiverId, Wrong};
use crate::rules::{Code, Finding, Severity};

/// A book with a programme error: the seller lost its relationship with the customer.
fn faulty() -> (Book, Finding) {
    let mut net = network();
    let id = crate::model::RelationshipId::of(net.provider, net.customer, 0);
    net.books.edit_relationship(id, |r| r.state = RelationshipState::Removed);
    let book = Book::new(net.books.model, net.books.today);
    let found = book.findings().sorted();
    let finding = *found.iter().find(|finding| finding.rule == Code::Rel001).unwrap();
    (book, finding)
}

fn until(day: Option<Day>) -> Acceptance {
    Acceptance { reason: "asked for".into(), until: day }
}

#[test]
fn an_accepted_problem_counts_no_more_until_its_last_day_is_over() {
    let (mut book, finding) = faulty();
    let today = book.today();
    let last = today.plus(30);
    let step = waive(book.model(), today, &finding, &until(Some(last))).unwrap();
    assert_eq!(step.verb, Verb::Waive);
    let receipt = book.commit(step).unwrap();
    assert_eq!((receipt.appeared.len(), receipt.cleared), (0, 1));
    assert_eq!(book.findings().waived_sorted(), [finding]);
    assert!(!book.findings().on(finding.subject).contains(&finding));
    for (day, returned) in [(last, false), (last.plus(1), true)] {
        let later = Book::new(book.model().clone(), day);
        let back = later.findings().iter().any(|f| (f.rule, f.subject) == (finding.rule, finding.subject));
        assert_eq!(back, returned, "{day}");
    }
}

#[test]
fn a_reason_and_a_day_that_is_not_over_are_needed() {
    let (book, finding) = faulty();
    let (model, today) = (book.model(), book.today());
    let wrong = |field, wrong| Err(Impossible::Field(FieldRef::Waiver(field), wrong));
    let blank = Acceptance { reason: "  ".into(), until: Some(today) };
    assert_eq!(waive(model, today, &finding, &blank), wrong(WaiverField::Reason, Wrong::Missing));
    assert_eq!(waive(model, today, &finding, &until(None)), wrong(WaiverField::Until, Wrong::Missing));
    let over = until(Some(today.plus(-1)));
    assert_eq!(waive(model, today, &finding, &over), wrong(WaiverField::Until, Wrong::Past));
    assert!(waive(model, today, &finding, &until(Some(today))).is_ok(), "the last day is included");
}

#[test]
fn there_is_one_waiver_of_a_rule_on_a_record() {
    let (mut book, finding) = faulty();
    let today = book.today();
    for days in [10, 20] {
        let step = waive(book.model(), today, &finding, &until(Some(today.plus(days)))).unwrap();
        let _ = book.commit(step).unwrap();
    }
    assert_eq!(book.model().waivers().len(), 1);
    let waiver = recorded(book.model(), finding.rule, finding.subject).unwrap();
    assert_eq!(waiver.until, Some(today.plus(20)));
    let again = waive(book.model(), today, &finding, &until(waiver.until));
    assert_eq!(again, Err(Impossible::Nothing));
}

#[test]
fn taken_back_it_counts_again_although_it_is_an_error() {
    let (mut book, finding) = faulty();
    let today = book.today();
    let step = waive(book.model(), today, &finding, &until(Some(today))).unwrap();
    let _ = book.commit(step).unwrap();
    let id = recorded(book.model(), finding.rule, finding.subject).unwrap().id;
    let step = end_waiver(book.model(), id).unwrap();
    assert_eq!(step.verb, Verb::EndWaiver);
    let receipt = book.commit(step).unwrap();
    assert_eq!(receipt.appeared, [finding]);
    assert_eq!(book.findings().waived_count(), 0);
    assert_eq!(end_waiver(book.model(), id), Err(Impossible::Gone(Key::Waiver(id))));
}

#[test]
fn what_puts_the_book_out_of_joint_is_never_accepted() {
    let (book, finding) = faulty();
    let joint = Finding { severity: Severity::Integrity, ..finding };
    let answer = waive(book.model(), book.today(), &joint, &until(Some(book.today())));
    assert_eq!(answer, Err(Impossible::NeverAccepted(finding.rule)));
    let gone = Finding { subject: Key::Waiver(WaiverId::of("", "")), ..finding };
    let answer = waive(book.model(), book.today(), &gone, &until(Some(book.today())));
    assert_eq!(answer, Err(Impossible::Gone(gone.subject)));
}

#[test]
fn to_insist_is_one_step_that_undo_takes_back_whole() {
    let net = network();
    let mut book = Book::new(net.books.model.clone(), net.books.today);
    let today = book.today();
    let id = crate::model::RelationshipId::of(net.provider, net.customer, 0);
    let step = remove_relationship(book.model(), today, id, DapAfter::Removed).unwrap();
    let Err(Rejection::Broken(refused)) = book.commit(step.clone()) else { panic!("it is allowed") };
    assert!(refused.iter().any(|finding| finding.rule == Code::Rel003), "{refused:?}");
    let whole = insist(book.model(), today, step.clone(), &refused, &until(Some(today.plus(7)))).unwrap();
    assert_eq!((whole.verb, whole.touches(crate::model::TableName::Waiver) > 0), (step.verb, true));
    let before = book.model().clone();
    let receipt = book.commit(whole).unwrap();
    assert!(receipt.appeared.iter().all(|finding| !finding.severity.refuses()), "{:?}", receipt.appeared);
    assert_eq!(book.model().relationships().get(id).unwrap().state, RelationshipState::Removed);
    assert_eq!(book.history().len(), 1);
    let _ = book.undo().unwrap();
    assert!(*book.model() == before);
}

#[test]
fn to_insist_needs_a_reason_too() {
    let (book, finding) = faulty();
    let step = Transaction::new(Verb::Edit, Vec::new());
    let answer = insist(book.model(), book.today(), step, &[finding], &Acceptance::default());
    assert_eq!(answer, Err(Impossible::Field(FieldRef::Waiver(WaiverField::Reason), Wrong::Missing)));
}
