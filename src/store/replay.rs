//! Taking the journal up again: for each record the states it went through are known, so what stands in the files tells
//! how far they are, and whether somebody else changed them. Knows the model.

use std::collections::VecDeque;

use rustc_hash::FxHashMap;

use crate::model::merge::{Clash, Prefer, three_way};
use crate::model::{Change, FieldRef, Key, Model, Record};

use super::fault::Fault;

/// Two changes of one record that cannot both stand: the journal's stands in the book, the other is told.
#[derive(Debug, Clone, PartialEq)]
pub struct Conflict {
    /// The record.
    pub key: Key,
    /// The field that both changed; nothing when one of them removed the record.
    pub field: Option<FieldRef>,
    /// The record as it stood in the files; nothing when it had been removed there.
    pub theirs: Option<Record>,
}

/// The states of a record in the journal, from before its first change to after its last.
#[derive(Debug)]
struct Chain<'a> {
    states: Vec<Option<&'a Record>>,
}

/// The states that the records went through instead, because somebody else had changed them: for each record from before
/// its first change to after its last.
#[derive(Debug, Default)]
pub struct Rebased(FxHashMap<Key, VecDeque<Option<Record>>>);

/// Brings a model to where the journal left it. Where the record in the model is any state of its chain, the last state
/// wins; where it is none, somebody else changed it, and both changes are kept field by field. What both began from is the
/// state that is nearest to the one in the model, because a save may have come half way before the other change. Returns
/// what they disagree on, and the changes as they are on top of the other.
pub fn replay<'a>(
    model: &mut Model,
    changes: impl IntoIterator<Item = &'a Change>,
) -> (Vec<Conflict>, Rebased) {
    let (mut conflicts, mut rebased) = (Vec::new(), Rebased::default());
    for (key, chain) in chains(changes) {
        let found = model.get(key);
        let known = chain.states.contains(&found.as_ref());
        let last = if known || Fault::NoMerge.is_in_force() {
            chain.states.last().copied().flatten().cloned()
        } else {
            let states = on_top(key, &chain, found.as_ref(), &mut conflicts);
            let last = states.back().cloned().flatten();
            rebased.0.insert(key, states);
            last
        };
        match last {
            Some(record) => drop(model.put(record)),
            None => drop(model.take(key)),
        }
    }
    (conflicts, rebased)
}

/// Every state of a chain, with what somebody else did to the record.
fn on_top(
    key: Key,
    chain: &Chain<'_>,
    theirs: Option<&Record>,
    conflicts: &mut Vec<Conflict>,
) -> VecDeque<Option<Record>> {
    let base = nearest(key, chain, theirs);
    let merged = |ours: Option<&Record>| three_way(key, base, ours, theirs.cloned(), Prefer::Ours);
    let clashes = chain.states.last().map(|last| merged(*last).1).unwrap_or_default();
    conflicts.extend(clashes.into_iter().map(|clash| {
        let field = match clash {
            Clash::Field(field) => Some(field),
            Clash::Whole => None,
        };
        Conflict { key, field, theirs: theirs.cloned() }
    }));
    chain.states.iter().map(|state| merged(*state).0).collect()
}

impl Rebased {
    /// Whether every change stands as it was.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Puts the changes, in the order in which they were replayed, on top of what somebody else did: taking one back gives
    /// what they made of the record, not what it was before. A change that does nothing any more is left out.
    pub fn apply(&mut self, changes: &mut Vec<Change>) {
        changes.retain_mut(|change| {
            let Some(states) = change.key().and_then(|key| self.0.get_mut(&key)) else { return true };
            let before = states.pop_front().flatten();
            let after = states.front().cloned().flatten();
            *change = Change { before, after };
            change.before != change.after
        });
    }
}

/// The chains in the order of their first changes.
fn chains<'a>(changes: impl IntoIterator<Item = &'a Change>) -> Vec<(Key, Chain<'a>)> {
    let mut places: FxHashMap<Key, usize> = FxHashMap::default();
    let mut chains: Vec<(Key, Chain<'a>)> = Vec::new();
    for change in changes {
        let Some(key) = change.key() else { continue };
        let place = *places.entry(key).or_insert_with(|| {
            chains.push((key, Chain { states: vec![change.before.as_ref()] }));
            chains.len() - 1
        });
        chains[place].1.states.push(change.after.as_ref());
    }
    chains
}

/// The state that differs in the fewest fields, the earliest of several.
fn nearest<'a>(key: Key, chain: &Chain<'a>, found: Option<&Record>) -> Option<&'a Record> {
    let empty = Record::empty(key);
    let distance = |state: Option<&Record>| found.map(|found| state.unwrap_or(&empty).differing(found).len());
    chain.states.iter().copied().min_by_key(|state| distance(*state)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Customer, CustomerField, Guid, TenantId};

    fn customer(name: &str, note: &str) -> Record {
        let tenant = TenantId(Guid::own(1));
        Customer { tenant, name: name.into(), note: note.into(), ..Customer::default() }.into()
    }

    fn model(records: &[Record]) -> Model {
        let mut model = Model::default();
        records.iter().for_each(|record| drop(model.put(record.clone())));
        model
    }

    fn replayed(found: &[Record], changes: &[Change]) -> (Option<Record>, Vec<Conflict>) {
        let mut model = model(found);
        let (conflicts, _) = replay(&mut model, changes);
        (model.get(customer("", "").key()), conflicts)
    }

    #[test]
    fn from_any_state_of_its_chain_a_record_gets_to_the_last() {
        let states = ["a", "b", "c"].map(|name| customer(name, ""));
        let changes = [
            Change::edit(states[0].clone(), states[1].clone()),
            Change::edit(states[1].clone(), states[2].clone()),
        ];
        for found in &states {
            assert_eq!(replayed(std::slice::from_ref(found), &changes), (Some(states[2].clone()), vec![]));
        }
    }

    #[test]
    fn what_was_added_and_removed_is_gone_from_wherever_it_is() {
        let changes = [Change::add(customer("a", "")), Change::remove(customer("a", ""))];
        assert_eq!(replayed(&[], &changes), (None, vec![]));
        assert_eq!(replayed(&[customer("a", "")], &changes), (None, vec![]));
    }

    #[test]
    fn changes_of_different_fields_are_both_kept() {
        let changes = [Change::edit(customer("a", ""), customer("b", ""))];
        assert_eq!(replayed(&[customer("a", "theirs")], &changes), (Some(customer("b", "theirs")), vec![]));
    }

    #[test]
    fn changes_of_one_field_are_told_and_ours_stands() {
        let changes = [Change::edit(customer("a", ""), customer("b", ""))];
        let theirs = customer("z", "theirs");
        let (merged, conflicts) = replayed(std::slice::from_ref(&theirs), &changes);
        assert_eq!(merged, Some(customer("b", "theirs")));
        let field = Some(FieldRef::Customer(CustomerField::Name));
        assert_eq!(conflicts, [Conflict { key: theirs.key(), field, theirs: Some(theirs.clone()) }]);
    }

    #[test]
    fn what_was_taken_back_stays_so_when_a_save_came_half_way_before_the_other_change() {
        let states = ["a", "b", "a"].map(|name| customer(name, ""));
        let changes = [
            Change::edit(states[0].clone(), states[1].clone()),
            Change::edit(states[1].clone(), states[2].clone()),
        ];
        assert_eq!(replayed(&[customer("b", "theirs")], &changes), (Some(customer("a", "theirs")), vec![]));
        assert_eq!(replayed(&[customer("a", "theirs")], &changes), (Some(customer("a", "theirs")), vec![]));
    }

    #[test]
    fn a_removal_never_beats_a_change() {
        let changes = [Change::edit(customer("a", ""), customer("b", ""))];
        let (merged, conflicts) = replayed(&[], &changes);
        assert_eq!((merged, conflicts.len()), (Some(customer("b", "")), 1));
        let changes = [Change::remove(customer("a", ""))];
        let (merged, conflicts) = replayed(&[customer("z", "")], &changes);
        assert_eq!((merged, conflicts.len()), (Some(customer("z", "")), 1));
    }

    #[test]
    fn both_made_the_same_record_and_each_keeps_its_fields() {
        let changes = [Change::add(customer("a", ""))];
        let (merged, conflicts) = replayed(&[customer("", "theirs")], &changes);
        assert_eq!((merged, conflicts), (Some(customer("a", "theirs")), vec![]));
    }

    #[test]
    fn taken_back_a_change_gives_what_the_others_made_of_it() {
        let states = ["a", "b", "c"].map(|name| customer(name, ""));
        let steps = [
            Change::edit(states[0].clone(), states[1].clone()),
            Change::edit(states[1].clone(), states[2].clone()),
        ];
        let theirs = customer("z", "theirs");
        let (_, mut rebased) = replay(&mut model(std::slice::from_ref(&theirs)), &steps);
        let mut changes = steps.to_vec();
        rebased.apply(&mut changes);
        let b = customer("b", "theirs");
        assert_eq!(changes, [Change::edit(theirs, b.clone()), Change::edit(b, customer("c", "theirs"))]);
    }

    #[test]
    fn a_removal_that_did_not_happen_is_no_change() {
        let steps = [Change::remove(customer("a", ""))];
        let (_, mut rebased) = replay(&mut model(&[customer("z", "")]), &steps);
        let mut changes = steps.to_vec();
        rebased.apply(&mut changes);
        assert_eq!(changes, []);
    }
}
