//! A transaction in the making: changes that change nothing are left out, changes of one record become one.

use super::impossible::Impossible;
use crate::model::{Change, Key, Model, Record, Transaction, Verb};
use rustc_hash::FxHashSet;

/// A step of these changes.
///
/// # Errors
/// [`Impossible::Nothing`] when none of them changes anything.
pub(super) fn step(verb: Verb, changes: impl IntoIterator<Item = Change>) -> Result<Transaction, Impossible> {
    let changes: Vec<Change> = changes.into_iter().filter(|c| c.before != c.after).collect();
    if changes.is_empty() { Err(Impossible::Nothing) } else { Ok(Transaction::new(verb, changes)) }
}

/// A change of a record by a function on a copy of it.
pub(super) fn edited<T: Clone + Into<Record>>(before: &T, edit: impl FnOnce(&mut T)) -> Change {
    let mut after = before.clone();
    edit(&mut after);
    Change::edit(before.clone(), after)
}

/// Two steps as one, under the verb of the first. The second was built on the book as the first leaves it.
#[must_use]
pub fn together(first: Transaction, second: Transaction) -> Transaction {
    let Transaction { verb, changes, baseline } = first;
    Transaction {
        verb,
        changes: merged(changes, second.changes),
        baseline: merged(baseline, second.baseline),
    }
}

/// Steps that build on each other, and the book as they leave it, rules apart.
#[derive(Debug)]
pub(in crate::edit) struct Draft<'a> {
    before: &'a Model,
    now: Model,
    touched: Vec<Key>,
    seen: FxHashSet<Key>,
}

impl<'a> Draft<'a> {
    /// No step yet.
    pub(in crate::edit) fn new(before: &'a Model) -> Self {
        Self { before, now: before.clone(), touched: Vec::new(), seen: FxHashSet::default() }
    }

    /// The book as the steps so far leave it.
    pub(in crate::edit) fn now(&self) -> &Model {
        &self.now
    }

    /// The book as the steps leave it.
    pub(in crate::edit) fn into_now(self) -> Model {
        self.now
    }

    /// Adds a step that was built on the book as it is now.
    pub(in crate::edit) fn take(&mut self, step: &Transaction) {
        step.changes.iter().for_each(|change| self.change(change));
    }

    /// Adds one change.
    pub(in crate::edit) fn change(&mut self, change: &Change) {
        let Some(key) = change.key() else { return };
        if self.seen.insert(key) {
            self.touched.push(key);
        }
        match &change.after {
            Some(after) => drop(self.now.put(after.clone())),
            None => drop(self.now.take(key)),
        }
    }

    /// All steps as one; a record that is as it was is left out.
    ///
    /// # Errors
    /// [`Impossible::Nothing`] when nothing changes.
    pub(in crate::edit) fn step(self, verb: Verb) -> Result<Transaction, Impossible> {
        let Self { before, now, touched, .. } = self;
        let change = |key: Key| Change { before: before.get(key), after: now.get(key) };
        step(verb, touched.into_iter().map(change))
    }
}

/// Many steps as one, under a verb. Each was built on the book as those before it leave it.
#[must_use]
pub fn gathered(verb: Verb, steps: impl Iterator<Item = Transaction>) -> Transaction {
    let (mut changes, mut baseline) = (Vec::new(), Vec::new());
    for step in steps {
        changes.extend(step.changes);
        baseline.extend(step.baseline);
    }
    Transaction { verb, changes: merged(Vec::new(), changes), baseline: merged(Vec::new(), baseline) }
}

fn merged(first: Vec<Change>, second: Vec<Change>) -> Vec<Change> {
    let mut all = first;
    let mut places: rustc_hash::FxHashMap<Key, usize> =
        all.iter().enumerate().filter_map(|(place, change)| Some((change.key()?, place))).collect();
    for change in second {
        let Some(key) = change.key() else { continue };
        if let Some(place) = places.get(&key) {
            all[*place].after = change.after;
            continue;
        }
        places.insert(key, all.len());
        all.push(change);
    }
    all.retain(|change| change.before != change.after);
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Customer, Guid, TenantId};

    fn named(name: &str) -> Customer {
        Customer { tenant: TenantId(Guid::own(1)), name: name.into(), ..Customer::default() }
    }

    #[test]
    fn changes_of_one_record_become_one_and_what_cancels_out_is_left_out() {
        let add = Transaction::new(Verb::Add, vec![Change::add(named("a"))]);
        let edit = Transaction::new(Verb::Edit, vec![Change::edit(named("a"), named("b"))]);
        let remove = Transaction::new(Verb::Remove, vec![Change::remove(named("b"))]);
        let both = together(add, edit);
        assert_eq!(both, Transaction::new(Verb::Add, vec![Change::add(named("b"))]));
        assert!(together(both, remove).is_empty());
    }

    #[test]
    fn steps_of_a_draft_become_one_and_what_cancels_out_is_left_out() {
        let model = Model::default();
        let mut draft = Draft::new(&model);
        draft.take(&Transaction::new(Verb::Add, vec![Change::add(named("a"))]));
        draft.take(&Transaction::new(Verb::Edit, vec![Change::edit(named("a"), named("b"))]));
        assert_eq!(draft.now().count(crate::model::TableName::Customer), 1);
        let whole = Transaction::new(Verb::Fix, vec![Change::add(named("b"))]);
        assert_eq!(draft.step(Verb::Fix), Ok(whole));
        let mut draft = Draft::new(&model);
        draft.take(&Transaction::new(Verb::Add, vec![Change::add(named("a"))]));
        draft.change(&Change::remove(named("a")));
        assert_eq!(draft.step(Verb::Fix), Err(Impossible::Nothing));
    }

    #[test]
    fn a_step_without_a_change_is_nothing() {
        assert_eq!(step(Verb::Edit, [Change::edit(named("a"), named("a"))]), Err(Impossible::Nothing));
    }
}
