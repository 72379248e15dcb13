//! A set of rows of one table: one bit a row, so that a million rows are 125 kB and sets combine in microseconds.

use crate::model::Row;

/// A set of rows.
#[derive(Clone, Debug, Eq, Default)]
pub struct Bits {
    words: Vec<u64>,
}

impl Bits {
    /// The empty set, with room for the rows of a table with so many slots.
    pub fn none(slots: usize) -> Self {
        Self { words: vec![0; slots.div_ceil(64)] }
    }

    /// Adds a row. A row beyond the room makes more of it.
    pub fn insert(&mut self, row: Row) {
        let place = row.index() / 64;
        if place >= self.words.len() {
            self.words.resize(place + 1, 0);
        }
        self.words[place] |= 1 << (row.index() % 64);
    }

    /// True when the row is in the set.
    pub fn has(&self, row: Row) -> bool {
        self.words.get(row.index() / 64).is_some_and(|word| word >> (row.index() % 64) & 1 == 1)
    }

    /// How many rows are in it.
    pub fn count(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// True when no row is in it.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// The rows, ascending.
    pub fn rows(&self) -> impl Iterator<Item = Row> + '_ {
        self.words.iter().enumerate().flat_map(|(place, word)| ones(place, *word))
    }

    /// How many of the rows from `first` on, up to `length` of them, are in it. `first` and `length` are multiples of 64.
    pub(super) fn count_in(&self, first: Row, length: usize) -> usize {
        let from = (first.index() / 64).min(self.words.len());
        let to = (from + length / 64).min(self.words.len());
        self.words[from..to].iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Leaves only the rows that are in both.
    pub fn keep(&mut self, other: &Self) {
        self.words.truncate(other.words.len());
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a &= b);
    }

    /// Adds the rows of the other.
    pub fn add(&mut self, other: &Self) {
        self.words.resize(self.words.len().max(other.words.len()), 0);
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a |= b);
    }

    /// Takes out the rows of the other.
    pub fn drop(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a &= !b);
    }
}

impl PartialEq for Bits {
    /// True when both hold the same rows, whatever room they have.
    fn eq(&self, other: &Self) -> bool {
        let (short, long) = if self.words.len() < other.words.len() { (self, other) } else { (other, self) };
        let (same, rest) = long.words.split_at(short.words.len());
        *same == *short.words && rest.iter().all(|word| *word == 0)
    }
}

fn ones(place: usize, mut word: u64) -> impl Iterator<Item = Row> {
    std::iter::from_fn(move || {
        let bit = word.trailing_zeros();
        word &= word.checked_sub(1)?;
        u32::try_from(place * 64).ok().map(|first| Row(first + bit))
    })
}

impl FromIterator<Row> for Bits {
    fn from_iter<I: IntoIterator<Item = Row>>(rows: I) -> Self {
        let mut bits = Self::default();
        rows.into_iter().for_each(|row| bits.insert(row));
        bits
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn sets_behave_like_sets(a in prop::collection::btree_set(0u32..300, 0..40), b in prop::collection::btree_set(0u32..300, 0..40)) {
            let bits = |set: &BTreeSet<u32>| set.iter().map(|n| Row(*n)).collect::<Bits>();
            let back = |bits: &Bits| bits.rows().map(|row| row.0).collect::<BTreeSet<_>>();
            let with = |change: fn(&mut Bits, &Bits)| { let mut set = bits(&a); change(&mut set, &bits(&b)); set };
            prop_assert_eq!(back(&bits(&a)), a.clone());
            prop_assert_eq!(back(&with(Bits::keep)), &a & &b);
            prop_assert_eq!(back(&with(Bits::add)), &a | &b);
            prop_assert_eq!(back(&with(Bits::drop)), &a - &b);
            prop_assert_eq!(bits(&a).count(), a.len());
            prop_assert!((0..300).all(|n| bits(&a).has(Row(n)) == a.contains(&n)));
            prop_assert_eq!(bits(&a).count_in(Row(64), 128), a.iter().filter(|n| (64..192).contains(*n)).count());
        }
    }
}
