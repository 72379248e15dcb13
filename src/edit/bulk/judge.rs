//! What a deed on many records comes to. The rows are built one upon the other, so that two of them may touch the same
//! record; then all are judged together, because what one alone may not do, all together may.

use super::Bulk;
use crate::edit::consequences::{Effect, effects};
use crate::edit::fix::fix_and_retry;
use crate::edit::ops::{Impossible, Intent, Verdict, gathered};
use crate::edit::{Book, Rejection};
use crate::model::{Key, Transaction};
use crate::rules::Finding;
use rustc_hash::FxHashMap;

/// Taking out the rows that are refused may bring others to light, but not for ever.
const ROUNDS: usize = 8;

/// Why a record is left out.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// The step leads nowhere from it.
    Impossible(Impossible),
    /// These rules would break.
    Broken(Vec<Finding>),
    /// Several come into question, or a form is needed: it is done on the record itself.
    OneByOne,
}

/// What a deed on many records comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// The step on the records that allow it; nothing when none does.
    pub step: Option<Transaction>,
    /// How many records that is.
    pub done: usize,
    /// How many are as wished already.
    pub unchanged: usize,
    /// The records that are left out, with why.
    pub refused: Vec<(Key, Refusal)>,
    /// Findings that would be new.
    pub appeared: Vec<Finding>,
    /// How many findings would be gone.
    pub cleared: usize,
    /// What stays as it is, though one might think otherwise.
    pub stays: Vec<Effect>,
    /// What is lost.
    pub loses: Vec<Effect>,
}

struct Row {
    key: Key,
    intent: Intent,
    step: Transaction,
}

#[derive(Default)]
struct Plan {
    rows: Vec<Row>,
    refused: Vec<(Key, Refusal)>,
    unchanged: usize,
}

impl Outcome {
    /// True when people are asked before it is done: something ends, or records go along.
    pub fn asks(&self) -> bool {
        let removes = |step: &Transaction| step.changes.iter().any(|change| change.after.is_none());
        let along = self.step.as_ref().is_some_and(|step| removes(step) && step.changes.len() > self.done);
        !self.refused.is_empty() || !self.stays.is_empty() || !self.loses.is_empty() || along
    }
}

impl Bulk {
    /// What it comes to; nothing when it is stopped before it is known. The book is as it was afterwards.
    pub fn outcome(&self, book: &mut Book, is_stopped: &dyn Fn() -> bool) -> Option<Outcome> {
        let mut plan = self.plan(book, &self.keys, is_stopped)?;
        let (unchanged, mut refused) = (plan.unchanged, std::mem::take(&mut plan.refused));
        for _ in 0..ROUNDS {
            let Some(step) = whole(&plan.rows) else { break };
            let broken = match book.would(&step) {
                Ok(receipt) => {
                    let (stays, loses) = follows(book, &plan.rows);
                    let (appeared, cleared, done) = (receipt.appeared, receipt.cleared, plan.rows.len());
                    let step = Some(step);
                    return Some(Outcome { step, done, unchanged, refused, appeared, cleared, stays, loses });
                }
                Err(Rejection::Broken(broken)) => broken,
                Err(Rejection::Nothing) => break,
                Err(Rejection::Stale(key)) => {
                    refused.push((key, Refusal::Impossible(Impossible::Gone(key))));
                    break;
                }
            };
            let left = blame(plan.rows, &broken, &mut refused);
            plan = self.plan(book, &left, is_stopped)?;
            refused.append(&mut plan.refused);
        }
        Some(Outcome::none(unchanged, refused))
    }

    /// What the rules say of it while a gap is being filled.
    pub fn verdict(&self, book: &mut Book) -> Verdict {
        let Some(plan) = self.plan(book, &self.keys, &|| false) else { return Verdict::Later };
        match (whole(&plan.rows), plan.refused.into_iter().next()) {
            (None, Some((_, Refusal::Impossible(why)))) => Verdict::Impossible(why),
            (None, Some((_, Refusal::OneByOne | Refusal::Broken(_)))) => Verdict::Later,
            (None, None) => Verdict::Impossible(Impossible::Nothing),
            (Some(step), _) => Verdict::of(book, &step),
        }
    }

    /// The step with all steps that it lacks, as one.
    ///
    /// # Errors
    /// What still refuses it, or why it leads nowhere.
    pub fn with_fixes(&self, book: &mut Book) -> Result<Transaction, Verdict> {
        let plan = self.plan(book, &self.keys, &|| false).ok_or(Verdict::Later)?;
        let step = whole(&plan.rows).ok_or(Verdict::Impossible(Impossible::Nothing))?;
        fix_and_retry(book, step).map_err(Verdict::Barred)
    }

    /// The steps of the rows, each built on the book as those before it leave it.
    fn plan(&self, book: &Book, keys: &[Key], is_stopped: &dyn Fn() -> bool) -> Option<Plan> {
        let mut model = book.model().clone();
        let mut plan = Plan::default();
        for key in keys {
            if is_stopped() {
                return None;
            }
            // It went along with a row before.
            if !model.contains(*key) && book.model().contains(*key) {
                continue;
            }
            let intent = match self.intent(&model, *key) {
                Ok(intent) => intent,
                Err(why) => {
                    plan.refused.push((*key, why));
                    continue;
                }
            };
            match intent.transaction(&model, book.today()) {
                Ok(step) => {
                    crate::edit::book::write(&mut model, &step.changes);
                    plan.rows.push(Row { key: *key, intent, step });
                }
                Err(Impossible::Nothing) => plan.unchanged += 1,
                Err(why) => plan.refused.push((*key, Refusal::Impossible(why))),
            }
        }
        Some(plan)
    }
}

impl Outcome {
    fn none(unchanged: usize, refused: Vec<(Key, Refusal)>) -> Self {
        let (appeared, stays, loses) = (Vec::new(), Vec::new(), Vec::new());
        Self { step: None, done: 0, unchanged, refused, appeared, cleared: 0, stays, loses }
    }
}

fn whole(rows: &[Row]) -> Option<Transaction> {
    let verb = rows.first()?.step.verb;
    Some(gathered(verb, rows.iter().map(|row| row.step.clone()))).filter(|step| !step.is_empty())
}

/// Takes out the rows that findings speak of, and returns the others. Where a finding speaks of none, all are refused.
fn blame(rows: Vec<Row>, broken: &[Finding], refused: &mut Vec<(Key, Refusal)>) -> Vec<Key> {
    let mut places: FxHashMap<Key, usize> = FxHashMap::default();
    for (place, row) in rows.iter().enumerate() {
        for key in std::iter::once(row.key).chain(row.step.keys()) {
            places.entry(key).or_insert(place);
        }
    }
    let mut of: FxHashMap<usize, Vec<Finding>> = FxHashMap::default();
    for finding in broken {
        let place = [Some(finding.subject), finding.other].into_iter().flatten().find_map(|k| places.get(&k));
        let Some(place) = place else {
            refused.extend(rows.iter().map(|row| (row.key, Refusal::Broken(broken.to_vec()))));
            return Vec::new();
        };
        of.entry(*place).or_default().push(*finding);
    }
    let mut left = Vec::new();
    for (place, row) in rows.into_iter().enumerate() {
        match of.remove(&place) {
            Some(findings) => refused.push((row.key, Refusal::Broken(findings))),
            None => left.push(row.key),
        }
    }
    left
}

/// What stays and what is lost on all rows together, each matter once.
fn follows(book: &Book, rows: &[Row]) -> (Vec<Effect>, Vec<Effect>) {
    let (mut stays, mut loses) = (Vec::new(), Vec::new());
    for row in rows {
        let (kept, lost) = effects(book.model(), &row.intent, &row.step);
        kept.into_iter().for_each(|effect| gather(&mut stays, effect));
        lost.into_iter().for_each(|effect| gather(&mut loses, effect));
    }
    for effect in stays.iter_mut().chain(&mut loses) {
        effect.of.sort_unstable();
        effect.of.dedup();
    }
    (stays, loses)
}

fn gather(all: &mut Vec<Effect>, effect: Effect) {
    match all.iter_mut().find(|known| known.matter == effect.matter) {
        Some(known) => {
            known.of.extend(effect.of);
            known.at_least |= effect.at_least;
        }
        None => all.push(effect),
    }
}
