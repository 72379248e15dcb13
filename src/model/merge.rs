//! Three ways: what two changes of a record began from, and what each made of it.

use super::{Change, FieldRef, Key, Model, Record};

/// Where two changes do not go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clash {
    /// Both changed this field.
    Field(FieldRef),
    /// One removed the record, the other changed it.
    Whole,
}

/// Whose change stands where two clash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prefer {
    /// Ours.
    Ours,
    /// Theirs.
    Theirs,
}

/// The record with both changes, field by field, and where they clash. A change is never beaten by a removal, unless
/// theirs are preferred: then what they did to the record as a whole stands.
pub fn three_way(
    key: Key,
    base: Option<&Record>,
    ours: Option<&Record>,
    theirs: Option<Record>,
    prefer: Prefer,
) -> (Option<Record>, Vec<Clash>) {
    let whole = |record| (record, vec![Clash::Whole]);
    match (ours, theirs) {
        (ours, theirs) if ours == base => (theirs, Vec::new()),
        (ours, theirs) if theirs.as_ref() == base => (ours.cloned(), Vec::new()),
        (Some(ours), Some(theirs)) => {
            let empty = Record::empty(key);
            let (record, clashes) = by_field(base.unwrap_or(&empty), ours, &theirs, prefer);
            (Some(record), clashes)
        }
        (Some(_), None) if prefer == Prefer::Theirs => whole(None),
        (Some(ours), None) => whole(Some(ours.clone())),
        (None, Some(theirs)) => whole(Some(theirs)),
        (None, None) => (None, Vec::new()),
    }
}

fn by_field(base: &Record, ours: &Record, theirs: &Record, prefer: Prefer) -> (Record, Vec<Clash>) {
    let (mut merged, mut clashes) = (theirs.clone(), Vec::new());
    for field in FieldRef::of(ours.key().table()) {
        if is_same(base, ours, field) || is_same(ours, theirs, field) {
            continue;
        }
        let clash = !is_same(base, theirs, field);
        if clash {
            clashes.push(Clash::Field(field));
        }
        if !clash || prefer == Prefer::Ours {
            merged.take_over(field, ours);
        }
    }
    (merged, clashes)
}

/// Whether two records agree in a field, with all its parts.
fn is_same(a: &Record, b: &Record, field: FieldRef) -> bool {
    let mut with = a.clone();
    with.take_over(field, b);
    with == *a
}

/// The same change for a model in which the record is not as the change expects it: what was done to it since stands.
/// Nothing when the change then does nothing; and whether something stands that the change was to change.
pub fn fitted(change: &Change, model: &Model) -> (Option<Change>, bool) {
    let Some(key) = change.key() else { return (None, false) };
    let now = model.get(key);
    let (after, clashes) =
        three_way(key, change.before.as_ref(), change.after.as_ref(), now.clone(), Prefer::Theirs);
    let change = (after != now).then_some(Change { before: now, after });
    (change, !clashes.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Customer, Guid, TenantId};

    fn customer(name: &str, note: &str) -> Record {
        let tenant = TenantId(Guid::own(1));
        Customer { tenant, name: name.into(), note: note.into(), ..Customer::default() }.into()
    }

    /// What becomes of the record, and whether something stands.
    fn fits(change: &Change, now: Option<Record>) -> (Option<Record>, bool) {
        let mut model = Model::default();
        now.iter().for_each(|record| drop(model.put(record.clone())));
        let (change, stands) = fitted(change, &model);
        (change.map_or(now, |change| change.after), stands)
    }

    #[test]
    fn what_was_changed_since_stands_and_the_rest_is_done() {
        let change = Change::edit(customer("b", "two"), customer("a", "one"));
        let (z, a) = (customer("z", "two"), customer("a", "one"));
        assert_eq!(fits(&change, Some(z)), (Some(customer("z", "one")), true));
        assert_eq!(fits(&change, Some(a.clone())), (Some(a), false), "it is so already");
        assert_eq!(fits(&change, None), (None, true), "it was removed since");
    }

    #[test]
    fn what_was_changed_since_is_neither_removed_nor_made_anew() {
        let added = Change::add(customer("a", ""));
        let z = Some(customer("z", ""));
        assert_eq!(fits(&added.swapped(), z.clone()), (z.clone(), true));
        assert_eq!(fits(&added, z.clone()), (z, true));
    }
}
