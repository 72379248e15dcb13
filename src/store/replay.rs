//! Taking the journal up again: for each record the states it went through are known, so what stands in the files tells
//! how far they are, and whether somebody else changed them. Knows the model.

use rustc_hash::FxHashMap;

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

/// Brings a model to where the journal left it. Where the record in the model is any state of its chain, the last state
/// wins; where it is none, somebody else changed it, and both changes are kept field by field. What both began from is the
/// state that is nearest to the one in the model, because a save may have come half way before the other change. Returns
/// what they disagree on.
pub fn replay<'a>(model: &mut Model, changes: impl IntoIterator<Item = &'a Change>) -> Vec<Conflict> {
    let mut conflicts = Vec::new();
    for (key, chain) in chains(changes) {
        let found = model.get(key);
        let last = chain.states.last().copied().flatten();
        let known = chain.states.contains(&found.as_ref());
        let merged = if known || Fault::NoMerge.is_in_force() {
            last.cloned()
        } else {
            let base = nearest(key, &chain, found.as_ref());
            merge(key, base, last, found, &mut conflicts)
        };
        match merged {
            Some(record) => drop(model.put(record)),
            None => drop(model.take(key)),
        }
    }
    conflicts
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

/// Three ways: what both began from, ours, theirs.
fn merge(
    key: Key,
    base: Option<&Record>,
    ours: Option<&Record>,
    theirs: Option<Record>,
    conflicts: &mut Vec<Conflict>,
) -> Option<Record> {
    match (ours, theirs) {
        (ours, theirs) if ours == base => theirs,
        (Some(ours), Some(theirs)) => {
            let empty = Record::empty(key);
            Some(by_field(base.unwrap_or(&empty), ours, &theirs, conflicts))
        }
        // One removed what the other changed: the change is kept, whosever it is.
        (Some(ours), None) => {
            conflicts.push(Conflict { key, field: None, theirs: None });
            Some(ours.clone())
        }
        (None, Some(theirs)) => {
            conflicts.push(Conflict { key, field: None, theirs: Some(theirs.clone()) });
            Some(theirs)
        }
        (None, None) => None,
    }
}

fn by_field(base: &Record, ours: &Record, theirs: &Record, conflicts: &mut Vec<Conflict>) -> Record {
    let mut merged = theirs.clone();
    for field in FieldRef::of(ours.key().table()) {
        if is_same(base, ours, field) || is_same(ours, theirs, field) {
            continue;
        }
        if !is_same(base, theirs, field) {
            conflicts.push(Conflict { key: ours.key(), field: Some(field), theirs: Some(theirs.clone()) });
        }
        merged.take_over(field, ours);
    }
    merged
}

/// Whether two records agree in a field, with all its parts.
fn is_same(a: &Record, b: &Record, field: FieldRef) -> bool {
    let mut with = a.clone();
    with.take_over(field, b);
    with == *a
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
        let conflicts = replay(&mut model, changes);
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
}
