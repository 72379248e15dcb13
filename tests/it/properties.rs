//! Random books under random steps: what must hold whatever happens. `PROPTEST_CASES` sets how many are tried.

use crate::support::operation;
use crate::support::random::{self, Act, TODAY};
use partnerbook::edit::{Book, Rejection};
use partnerbook::model::{Day, Model, Record, RelationshipState, TableName, Transaction, Verb};
use partnerbook::rules::{Finding, Findings};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// The same cases every time, so that a failure is one for everybody.
fn config() -> ProptestConfig {
    ProptestConfig {
        rng_seed: RngSeed::Fixed(20_190_315),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn today() -> Day {
    TODAY.parse().unwrap()
}

proptest! {
    #![proptest_config(config())]

    /// After every act the findings are those of a full check, and a refused act changes nothing.
    #[test]
    fn findings_are_kept_up_to_date(records in random::records(), acts in random::acts()) {
        let mut book = Book::new(random::model(&records), today());
        for act in acts {
            let before = State::of(&book);
            match perform(&mut book, &act) {
                Done::Changed => same_findings(book.findings(), book.model())?,
                Done::Refused => prop_assert!(before == State::of(&book), "refused, yet changed: {act:?}"),
            }
        }
    }

    /// Every step can be taken back and done again, exactly.
    #[test]
    fn undo_is_exact(records in random::records(), acts in random::acts()) {
        let mut book = Book::new(random::model(&records), today());
        let first = State::of(&book);
        for act in &acts {
            perform(&mut book, act);
        }
        let last = State::of(&book);
        let mut steps = 0;
        while book.undo().is_ok() {
            steps += 1;
        }
        prop_assert!(State::of(&book) == first, "not as it was");
        for _ in 0..steps {
            prop_assert!(book.redo().is_ok());
        }
        prop_assert!(State::of(&book) == last, "not done again");
    }

    /// Every earlier state can be brought back, whatever the rules say of it now, and undone exactly.
    #[test]
    fn restoring_is_exact(records in random::records(), acts in random::acts()) {
        let mut book = Book::new(random::model(&records), today());
        let mut moments = vec![book.model().clone()];
        for act in &acts {
            perform(&mut book, act);
            moments.push(book.model().clone());
        }
        for then in moments {
            let before = State::of(&book);
            if book.commit(book.restoring(&then)).is_err() {
                prop_assert!(*book.model() == then, "refused, though it is another state");
                continue;
            }
            prop_assert!(*book.model() == then, "not as it was then");
            same_findings(book.findings(), book.model())?;
            prop_assert!(book.undo().is_ok());
            prop_assert!(State::of(&book) == before, "not undone");
        }
    }

    /// To ask changes nothing, and the answer is what happens then.
    #[test]
    fn asking_is_not_doing(records in random::records(), sketch in random::sketch(Just(Verb::Edit))) {
        let mut book = Book::new(random::model(&records), today());
        let step = random::step(&sketch, book.model(), book.baseline());
        let before = State::of(&book);
        let answer = book.would(&step);
        prop_assert!(before == State::of(&book), "asked, yet changed");
        prop_assert_eq!(answer, book.commit(step));
    }

    /// R-MP-001: the operations that add a partner leave every existing record equal, but for the request that is
    /// accepted.
    #[test]
    fn r_mp_001_adding_a_partner_changes_nothing_that_exists(
        records in random::records(),
        deeds in proptest::collection::vec(operation::addition(), 1..6),
    ) {
        let mut book = Book::new(random::model(&records), today());
        for deed in deeds {
            let before = book.model().clone();
            let step = operation::step(&deed, &book);
            if step.is_none_or(|step| book.commit(step).is_err()) {
                continue;
            }
            for key in before.keys() {
                prop_assert!(is_as_it_was(before.get(key), book.model().get(key)), "{key} changed");
            }
            for table in [TableName::Subscription, TableName::Admin, TableName::Customer] {
                prop_assert_eq!(before.count(table), book.model().count(table));
            }
        }
    }

    /// What the rules say depends on what the records say, not on where they stand.
    #[test]
    fn rows_do_not_matter(records in random::records()) {
        let model = random::model(&records);
        same_findings(&Findings::of(&model, today()), &random::shuffled(&model))?;
    }
}

/// The same record, or an open request that is accepted.
fn is_as_it_was(before: Option<Record>, after: Option<Record>) -> bool {
    match (before, after) {
        (Some(Record::Relationship(before)), Some(Record::Relationship(after))) => {
            before == after
                || (before.state, after.state) == (RelationshipState::Requested, RelationshipState::Active)
        }
        (before, after) => before == after,
    }
}

/// Everything of a book that a refused act must leave alone.
#[derive(PartialEq)]
struct State {
    model: Model,
    baseline: Model,
    findings: Findings,
    planned: usize,
    steps: usize,
}

impl State {
    fn of(book: &Book) -> Self {
        Self {
            model: book.model().clone(),
            baseline: book.baseline().clone(),
            findings: book.findings().clone(),
            planned: book.planned(),
            steps: book.history().len(),
        }
    }
}

enum Done {
    Changed,
    Refused,
}

fn perform(book: &mut Book, act: &Act) -> Done {
    let step = |sketch, book: &Book| -> Transaction { random::step(sketch, book.model(), book.baseline()) };
    let result: Result<_, Rejection> = match act {
        Act::Commit(sketch) => book.commit(step(sketch, book)),
        Act::Ask(sketch) => {
            let _ = book.would(&step(sketch, book));
            return Done::Refused;
        }
        Act::Do(deed) => match operation::step(deed, book) {
            Some(step) => book.commit(step),
            None => return Done::Refused,
        },
        Act::Undo => book.undo(),
        Act::Redo => book.redo(),
    };
    if result.is_ok() { Done::Changed } else { Done::Refused }
}

/// The findings are those of a full check; else says what differs.
fn same_findings(findings: &Findings, model: &Model) -> Result<(), TestCaseError> {
    let full = Findings::of(model, today());
    let without = |a: &Findings, b: &Findings| -> Vec<Finding> {
        a.sorted().into_iter().filter(|finding| !b.on(finding.subject).contains(finding)).collect()
    };
    let (missed, stale) = (without(&full, findings), without(findings, &full));
    prop_assert!(*findings == full, "missed: {missed:#?}\nstale: {stale:#?}\nor other gaps");
    Ok(())
}
