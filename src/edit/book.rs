//! The book that is worked on: the model, the baseline, the findings, and the one door for changes.

use super::history::History;
use crate::model::merge::fitted;
use crate::model::{Change, Day, Key, Model, Transaction, Verb};
use crate::rules::{Finding, Findings, Look, Step, Verdicts, is_waived, judge, scope};
use rustc_hash::FxHashSet;

/// A book under work. Its model changes through [`Book::commit`], [`Book::undo`] and [`Book::redo`] alone.
#[derive(Clone, Debug)]
pub struct Book {
    model: Model,
    baseline: Model,
    baseline_day: Option<Day>,
    findings: Findings,
    planned: FxHashSet<Key>,
    today: Day,
    history: History,
}

/// What a commit did. The findings it made appear and the number it cleared are for the message to the user.
#[must_use = "a commit must be shown to the user, and written to disk"]
#[derive(Clone, Debug, PartialEq)]
pub struct Receipt {
    /// The step.
    pub entry: Transaction,
    /// Findings that were not there before.
    pub appeared: Vec<Finding>,
    /// How many findings are gone.
    pub cleared: usize,
    /// Records that somebody else changed since, where a step was taken back or done again: what they did stands.
    pub stands: Vec<Key>,
}

/// Why a transaction was refused. Nothing is changed then.
#[derive(Clone, Debug, PartialEq)]
pub enum Rejection {
    /// The record is not as the transaction expects it to be.
    Stale(Key),
    /// It would break these rules; all of them are listed.
    Broken(Vec<Finding>),
    /// Nothing would change.
    Nothing,
}

/// How strictly a transaction is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rigour {
    /// New errors refuse it.
    Edit,
    /// Only a book out of joint refuses it: imports may be faulty, and undo and a moment that is brought back are what
    /// was.
    Lenient,
}

impl Rigour {
    fn of(verb: Verb) -> Self {
        if matches!(verb, Verb::Import | Verb::Restore) { Self::Lenient } else { Self::Edit }
    }
}

impl Book {
    /// A book of these records, judged for a day, with nothing known of the portal.
    pub fn new(model: Model, today: Day) -> Self {
        let findings = Findings::of(&model, today);
        Self::with_findings(model, Model::default(), findings, today)
    }

    /// A book and what the portal last said, whose findings a worker has judged already.
    pub fn with_findings(model: Model, baseline: Model, findings: Findings, today: Day) -> Self {
        let planned = difference(&baseline, &model);
        Self { model, baseline, baseline_day: None, findings, planned, today, history: History::default() }
    }

    /// The same book, whose baseline is of this day.
    #[must_use]
    pub fn dated(self, baseline_day: Option<Day>) -> Self {
        Self { baseline_day, ..self }
    }

    /// From now on the baseline is of this day: that of a backup that was brought back.
    pub fn date(&mut self, baseline_day: Option<Day>) {
        self.baseline_day = baseline_day;
    }

    /// The same book, with what was done to it in earlier runs of the program.
    #[must_use]
    pub fn continued(self, history: History) -> Self {
        Self { history, ..self }
    }

    /// From now on this is the line of steps: the same one, read further back.
    pub fn resume(&mut self, history: History) {
        self.history = history;
    }

    /// The same records and findings, with nothing to undo and no baseline: to try steps on, elsewhere. Cheap.
    #[must_use]
    pub fn to_try(&self) -> Self {
        Self {
            model: self.model.clone(),
            baseline: Model::default(),
            baseline_day: None,
            findings: self.findings.clone(),
            planned: FxHashSet::default(),
            today: self.today,
            history: History::default(),
        }
    }

    /// The records.
    pub fn model(&self) -> &Model {
        &self.model
    }

    /// What the portal last said; empty before the first import.
    pub fn baseline(&self) -> &Model {
        &self.baseline
    }

    /// The day on which the portal last said something.
    pub fn baseline_day(&self) -> Option<Day> {
        self.baseline_day
    }

    /// True once the portal has said something: only then can a record be planned.
    pub fn has_baseline(&self) -> bool {
        self.baseline.keys().next().is_some()
    }

    /// What the rules say.
    pub fn findings(&self) -> &Findings {
        &self.findings
    }

    /// The day the book is judged for.
    pub fn today(&self) -> Day {
        self.today
    }

    /// What was done, for undo and redo.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// True when a record differs from the baseline: it is not in the portal yet.
    pub fn is_planned(&self, key: Key) -> bool {
        self.has_baseline() && self.planned.contains(&key)
    }

    /// How many records differ from the baseline.
    pub fn planned(&self) -> usize {
        if self.has_baseline() { self.planned.len() } else { 0 }
    }

    /// What the judges and screens look at.
    pub fn look(&self) -> Look<'_> {
        Look { model: &self.model, today: self.today }
    }

    /// Applies a step if the rules allow it: the only door to a changed book.
    ///
    /// # Errors
    /// Says why it is refused; the book is as it was then.
    pub fn commit(&mut self, transaction: Transaction) -> Result<Receipt, Rejection> {
        let rigour = Rigour::of(transaction.verb);
        let receipt = self.apply(transaction, rigour)?;
        self.history.push(receipt.entry.clone());
        Ok(receipt)
    }

    /// What a commit would say, without doing it.
    ///
    /// # Errors
    /// Says why it would be refused.
    pub fn would(&mut self, transaction: &Transaction) -> Result<Receipt, Rejection> {
        let receipt = self.apply(transaction.clone(), Rigour::of(transaction.verb))?;
        // What was applied can be put back: the inverse expects just what is there now.
        let _ = self.apply(transaction.inverse(), Rigour::Lenient);
        Ok(receipt)
    }

    /// Takes the last step back.
    ///
    /// # Errors
    /// [`Rejection::Nothing`] when there is nothing to undo.
    pub fn undo(&mut self) -> Result<Receipt, Rejection> {
        let step = self.history.last().cloned().ok_or(Rejection::Nothing)?;
        let receipt = self.apply_fitted(&step.inverse())?;
        self.history.undone_by(&receipt.entry);
        Ok(receipt)
    }

    /// Does the step again that was last taken back.
    ///
    /// # Errors
    /// [`Rejection::Nothing`] when there is nothing to do again.
    pub fn redo(&mut self) -> Result<Receipt, Rejection> {
        let step = self.history.next().cloned().ok_or(Rejection::Nothing)?;
        let receipt = self.apply_fitted(&step)?;
        self.history.redone_by(&receipt.entry);
        Ok(receipt)
    }

    /// Applies a step of the line. Where somebody else changed its records since, what they did stands: the step does what
    /// is left to do, which may be nothing.
    fn apply_fitted(&mut self, step: &Transaction) -> Result<Receipt, Rejection> {
        match self.apply(step.clone(), Rigour::Lenient) {
            Err(Rejection::Stale(_)) => {}
            applied => return applied,
        }
        let mut stands = Vec::new();
        let mut fit = |model: &Model, changes: &[Change]| -> Vec<Change> {
            let fitted = changes.iter().filter_map(|change| {
                let (fitted, is_short) = fitted(change, model);
                stands.extend(change.key().filter(|_| is_short));
                fitted
            });
            fitted.collect()
        };
        let (changes, baseline) = (fit(&self.model, &step.changes), fit(&self.baseline, &step.baseline));
        let fitted = Transaction { verb: step.verb, changes, baseline };
        if fitted.is_empty() {
            return Ok(Receipt { entry: fitted, appeared: Vec::new(), cleared: 0, stands });
        }
        Ok(Receipt { stands, ..self.apply(fitted, Rigour::Lenient)? })
    }

    fn apply(&mut self, transaction: Transaction, rigour: Rigour) -> Result<Receipt, Rejection> {
        if transaction.is_empty() {
            return Err(Rejection::Nothing);
        }
        self.expect(&transaction)?;
        let mut scope = scope::Scope::default();
        transaction.changes.iter().for_each(|change| scope::of_change(&self.model, change, &mut scope));
        write(&mut self.model, &transaction.changes);
        transaction.changes.iter().for_each(|change| scope::of_change(&self.model, change, &mut scope));
        match self.judge(&transaction, &scope, rigour) {
            Ok((appeared, cleared)) => {
                self.write_baseline(&transaction.baseline);
                self.plan(&transaction);
                Ok(Receipt { entry: transaction, appeared, cleared, stands: Vec::new() })
            }
            Err(broken) => {
                write(&mut self.model, &transaction.inverse().changes);
                Err(Rejection::Broken(broken))
            }
        }
    }

    /// Refuses a step that was built on another state of the book.
    fn expect(&self, transaction: &Transaction) -> Result<(), Rejection> {
        let stale = |model: &Model, changes: &[Change]| {
            let mut seen = FxHashSet::default();
            changes.iter().filter_map(|c| Some((c, c.key()?))).find_map(|(change, key)| {
                let twice = !seen.insert(key);
                let other = change.after.as_ref().is_some_and(|after| after.key() != key);
                (twice || other || model.get(key) != change.before).then_some(key)
            })
        };
        let found =
            stale(&self.model, &transaction.changes).or_else(|| stale(&self.baseline, &transaction.baseline));
        found.map_or(Ok(()), |key| Err(Rejection::Stale(key)))
    }

    /// Judges the neighbourhood again. New errors are returned as a refusal, and then nothing is taken over.
    fn judge(
        &mut self,
        transaction: &Transaction,
        scope: &scope::Scope,
        rigour: Rigour,
    ) -> Result<(Vec<Finding>, usize), Vec<Finding>> {
        let look = Look { model: &self.model, today: self.today };
        let mut now = Verdicts::default();
        scope.iter().for_each(|key| judge::record(&look, *key, &mut now));
        let before: FxHashSet<Finding> =
            scope.iter().flat_map(|key| self.findings.on(*key)).copied().collect();
        let mut appeared: Vec<Finding> =
            now.findings.iter().filter(|f| !before.contains(f)).copied().collect();
        // A finding that was accepted so far is not new: a waiver may always be taken back.
        let mut broken = refusals(&appeared, rigour);
        broken.retain(|finding| !self.findings.waived_on(finding.subject).contains(finding));
        if rigour == Rigour::Edit {
            let step = Step { verb: transaction.verb, changes: &transaction.changes, after: &self.model };
            let mut of_step = Verdicts::default();
            judge::step(&look, &step, &mut of_step);
            broken.extend(of_step.findings.iter().filter(|f| f.severity.refuses() && !is_waived(&look, f)));
        }
        if !broken.is_empty() {
            broken.sort_unstable();
            broken.dedup();
            return Err(broken);
        }
        let stays: FxHashSet<&Finding> = now.findings.iter().collect();
        let cleared = before.iter().filter(|finding| !stays.contains(finding)).count();
        scope.iter().for_each(|key| drop(self.findings.forget(*key)));
        self.findings.add(now);
        appeared.sort_unstable();
        Ok((appeared, cleared))
    }

    fn write_baseline(&mut self, changes: &[Change]) {
        if !changes.is_empty() {
            write(&mut self.baseline, changes);
            self.baseline_day = Some(self.today);
        }
    }

    /// The step that makes the book what `then` is. The baseline stays: it is what the portal said last.
    pub fn restoring(&self, then: &Model) -> Transaction {
        let mut keys: Vec<Key> = difference(&self.model, then).into_iter().collect();
        keys.sort_unstable();
        let change = |key| Change { before: self.model.get(key), after: then.get(key) };
        Transaction::new(Verb::Restore, keys.into_iter().map(change).collect())
    }

    /// Keeps the set of planned records up to date for the records of this step.
    fn plan(&mut self, transaction: &Transaction) {
        let of_baseline = transaction.baseline.iter().filter_map(Change::key);
        for key in transaction.keys().chain(of_baseline) {
            if self.baseline.get(key) == self.model.get(key) {
                self.planned.remove(&key);
            } else {
                self.planned.insert(key);
            }
        }
    }
}

/// Puts records in and takes records out, without a judgement.
pub(super) fn write(model: &mut Model, changes: &[Change]) {
    for change in changes {
        match (&change.after, change.key()) {
            (Some(after), _) => drop(model.put(after.clone())),
            (None, Some(key)) => drop(model.take(key)),
            (None, None) => {}
        }
    }
}

/// The records that differ between two models.
fn difference(a: &Model, b: &Model) -> FxHashSet<Key> {
    let differs = |key: &Key| a.get(*key) != b.get(*key);
    a.keys().chain(b.keys()).filter(differs).collect()
}

/// The findings that refuse a step.
fn refusals(appeared: &[Finding], rigour: Rigour) -> Vec<Finding> {
    match rigour {
        Rigour::Edit => appeared.iter().filter(|finding| finding.severity.refuses()).copied().collect(),
        Rigour::Lenient => Vec::new(),
    }
}
