//! The order of what was found: permutations of a table by one key, kept and mended after edits, and the hits of a
//! query in their order.

use super::arena::Arena;
use super::bits::Bits;
use super::facet;
use super::facts::Level;
use super::matcher::Ground;
use super::rec::{Rec, slots, versions};
use crate::model::{CHUNK, Enrolment, Model, Moment, Row, TableName};
use rustc_hash::FxBuildHasher;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::hash::BuildHasher;
use std::sync::Arc;

/// What rows are sorted by. What is not recorded comes after what is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SortKey {
    /// The name, case and accents aside.
    Name,
    /// The day it ends.
    Ends,
    /// Where it stands: active, pending, suspended, ended.
    State,
    /// The country code.
    Country,
    /// How bad its worst finding is; errors first.
    Problems,
    /// How many seats.
    Seats,
    /// Where it was bought.
    Channel,
}

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Flow {
    /// The least first.
    #[default]
    Up,
    /// The greatest first; equals stay in their order.
    Down,
}

impl SortKey {
    /// Every key.
    pub const ALL: &'static [Self] =
        &[Self::Name, Self::Ends, Self::State, Self::Country, Self::Problems, Self::Seats, Self::Channel];

    /// True when the order follows from the table alone, so that it can be kept: findings change by themselves, and
    /// the country of a subscription is its customer's.
    pub fn can_be_kept(self, table: TableName) -> bool {
        let alone = matches!(table, TableName::Partner | TableName::Customer | TableName::Subscription);
        match self {
            Self::Problems => false,
            Self::Country => matches!(table, TableName::Partner | TableName::Customer),
            Self::Name | Self::Ends | Self::State | Self::Seats | Self::Channel => alone,
        }
    }
}

const NOTHING: u64 = u64::MAX;

/// From so many rows on the memory they stand in no longer fits near the processor. Few in tests, so that the random
/// books of the tests go both ways.
const MANY: usize = if cfg!(test) { 4 } else { 20_000 };

/// The keys of the rows of one table.
struct Keys<'g> {
    ground: &'g Ground<'g>,
    table: TableName,
    key: SortKey,
    arena: Option<Cow<'g, Arena>>,
}

impl<'g> Keys<'g> {
    fn new(ground: &'g Ground<'g>, table: TableName, key: SortKey) -> Self {
        let arena = (key == SortKey::Name).then(|| ground.arenas.of(table, ground.model));
        Self { ground, table, key, arena }
    }

    fn name(&self, row: Row) -> &str {
        let Some(arena) = &self.arena else { return "" };
        match arena.second(row) {
            nickname if !nickname.is_empty() && self.table == TableName::Subscription => nickname,
            _ => arena.name(row),
        }
    }

    /// A number that puts most rows in order: the whole key, or the first eight bytes of a name.
    fn weight(&self, row: Row) -> u64 {
        if self.key == SortKey::Name {
            return first_bytes(self.name(row));
        }
        let rec = Rec::at(self.ground.model, self.table, row);
        rec.and_then(|rec| self.number(rec)).unwrap_or(NOTHING)
    }

    fn number(&self, rec: Rec<'_>) -> Option<u64> {
        match self.key {
            SortKey::Name => None,
            SortKey::Ends => ends(rec).and_then(|at| u64::try_from(at.seconds() + (1 << 40)).ok()),
            SortKey::State => state(rec, self.ground),
            SortKey::Country => country(rec, self.ground.model),
            SortKey::Problems => self.ground.facts.worst(rec.key()).map(|level| match level {
                Level::Error => 0,
                Level::Warning => 1,
                Level::Hint => 2,
            }),
            SortKey::Seats => match rec {
                Rec::Subscription(s) => s.quantity.map(u64::from),
                _ => None,
            },
            SortKey::Channel => match rec {
                Rec::Subscription(s) => Some(first_bytes(s.channel.short())),
                _ => None,
            },
        }
    }

    /// How two rows of equal weight stand.
    fn tie(&self, a: Row, b: Row) -> Ordering {
        if self.key == SortKey::Name { self.name(a).cmp(self.name(b)) } else { Ordering::Equal }
    }

    /// A number that is another when the key is another, but for one chance in very many.
    fn mark(&self, row: Row) -> u64 {
        if self.key == SortKey::Name { FxBuildHasher.hash_one(self.name(row)) } else { self.weight(row) }
    }

    /// The rows with their weights. Many rows are read in the order of the table, whatever their own: a million jumps
    /// through memory take ten times as long as one walk.
    fn weigh(&self, rows: &[Row]) -> Vec<(u64, Row)> {
        if rows.is_sorted() || rows.len() < MANY {
            return rows.iter().map(|row| (self.weight(*row), *row)).collect();
        }
        let mut walk = rows.to_vec();
        walk.sort_unstable();
        let mut weights = vec![NOTHING; walk.last().map_or(0, |last| last.index() + 1)];
        walk.iter().for_each(|row| weights[row.index()] = self.weight(*row));
        rows.iter().map(|row| (weights[row.index()], *row)).collect()
    }

    /// Sorts rows, equals staying in their order.
    fn sort(&self, rows: &mut Vec<Row>, flow: Flow) {
        let mut weighed = self.weigh(rows);
        let order = |a: &(u64, Row), b: &(u64, Row)| a.0.cmp(&b.0).then_with(|| self.tie(a.1, b.1));
        match flow {
            Flow::Up => weighed.sort_by(order),
            Flow::Down => weighed.sort_by(|a, b| order(b, a)),
        }
        rows.clear();
        rows.extend(weighed.into_iter().map(|(_, row)| row));
    }
}

/// The first eight bytes as a number that sorts as they do; nothing comes last.
fn first_bytes(text: &str) -> u64 {
    if text.is_empty() {
        return NOTHING;
    }
    let mut bytes = [0; 8];
    bytes.iter_mut().zip(text.bytes()).for_each(|(to, from)| *to = from);
    u64::from_be_bytes(bytes)
}

fn ends(rec: Rec<'_>) -> Option<Moment> {
    match rec {
        Rec::Subscription(s) => s.ends().map(crate::model::Day::start),
        Rec::Admin(a) => a.end,
        Rec::Transfer(t) => t.expires,
        Rec::Waiver(w) => w.until.map(crate::model::Day::start),
        Rec::Partner(_) | Rec::Customer(_) | Rec::Partnership(_) | Rec::Relationship(_) | Rec::Group(_) => {
            None
        }
    }
}

fn state(rec: Rec<'_>, ground: &Ground<'_>) -> Option<u64> {
    if let Rec::Partner(p) = rec {
        return Enrolment::ALL.iter().position(|standing| *standing == p.enrolment).map(|n| n as u64);
    }
    let word = facet::status(rec, ground.today).first()?;
    ["active", "pending", "suspended", "ended"].iter().position(|own| own == word).map(|n| n as u64)
}

fn country(rec: Rec<'_>, model: &Model) -> Option<u64> {
    let country = match rec {
        Rec::Subscription(s) => model.customer(s.customer).and_then(|c| c.country),
        rec => facet::country(rec),
    };
    country.map(|country| first_bytes(country.as_str()))
}

/// The rows of a table in the order of a key, and for each row its rank.
#[derive(Clone, Debug, Default)]
pub struct Permutation {
    rows: Vec<Row>,
    ranks: Vec<u32>,
    marks: Vec<u64>,
    versions: Vec<u64>,
}

impl Permutation {
    /// The rows in order.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The place of a row in the order; nothing when it is not used.
    pub fn rank(&self, row: Row) -> Option<usize> {
        let rank = self.ranks.get(row.index()).copied().filter(|rank| *rank != u32::MAX);
        rank.map(|rank| rank as usize)
    }

    fn refresh(&mut self, ground: &Ground<'_>, table: TableName, key: SortKey) {
        let now = versions(ground.model, table);
        let keys = Keys::new(ground, table, key);
        let used = ground.table(table);
        let slots = slots(ground.model, table);
        if slots < self.ranks.len() {
            *self = Self::default(); // another book: tables never shrink
        }
        self.ranks.resize(slots, u32::MAX);
        self.marks.resize(slots, NOTHING);
        let stale = now.iter().enumerate().filter(|(n, version)| self.versions.get(*n) != Some(*version));
        let places = stale.flat_map(|(n, _)| n * CHUNK..((n + 1) * CHUNK).min(slots));
        let rows = places.filter_map(|place| u32::try_from(place).ok()).map(Row);
        let moved: Vec<Row> = rows.filter(|row| self.has_moved(*row, &used, &keys)).collect();
        self.versions = now;
        self.replace(&moved, &used, &keys);
    }

    fn has_moved(&self, row: Row, used: &Bits, keys: &Keys<'_>) -> bool {
        let was = self.ranks[row.index()] != u32::MAX;
        was != used.has(row) || (was && self.marks[row.index()] != keys.mark(row))
    }

    /// Takes rows out and puts those that are still used where they belong now.
    fn replace(&mut self, moved: &[Row], used: &Bits, keys: &Keys<'_>) {
        if moved.is_empty() {
            return;
        }
        let gone: Bits = moved.iter().copied().collect();
        self.rows.retain(|row| !gone.has(*row));
        moved.iter().for_each(|row| self.ranks[row.index()] = u32::MAX);
        let come: Vec<Row> = moved.iter().copied().filter(|row| used.has(*row)).collect();
        come.iter().for_each(|row| self.marks[row.index()] = keys.mark(*row));
        if come.len() <= FEW {
            come.iter().for_each(|row| self.put(*row, keys));
        } else {
            self.rows.extend(come);
            self.rows.sort_unstable();
            keys.sort(&mut self.rows, Flow::Up);
        }
        for (rank, row) in self.rows.iter().enumerate() {
            self.ranks[row.index()] = u32::try_from(rank).unwrap_or(u32::MAX);
        }
    }

    fn put(&mut self, row: Row, keys: &Keys<'_>) {
        let weight = keys.weight(row);
        let before = |other: &Row| {
            let order =
                keys.weight(*other).cmp(&weight).then_with(|| keys.tie(*other, row)).then(other.cmp(&row));
            order == Ordering::Less
        };
        let place = self.rows.partition_point(before);
        self.rows.insert(place, row);
    }

    /// These rows in the order of the key.
    fn order(&self, hits: &Bits, flow: Flow) -> Vec<Row> {
        let many = hits.count() * 16 > self.rows.len();
        let mut rows: Vec<Row> = if many {
            self.rows.iter().copied().filter(|row| hits.has(*row)).collect()
        } else {
            hits.rows()
                .filter(|row| self.ranks.get(row.index()).is_some_and(|rank| *rank != u32::MAX))
                .collect()
        };
        if !many {
            rows.sort_unstable_by_key(|row| self.ranks[row.index()]);
        }
        if flow == Flow::Down {
            rows.reverse();
            let same = |a: &Row, b: &Row| self.marks[a.index()] == self.marks[b.index()];
            rows.chunk_by_mut(same).for_each(<[Row]>::reverse);
        }
        rows
    }
}

/// Up to so many rows are put in their places one by one; for more it is quicker to sort.
const FEW: usize = 32;

/// The orders that are kept. Cloning them copies pointers.
#[derive(Clone, Debug, Default)]
pub struct Orders {
    kept: Vec<(TableName, SortKey, Arc<Permutation>)>,
}

impl Orders {
    /// Keeps the order of a table by a key from now on, where that can be. Long work on a large table.
    pub fn keep(&mut self, ground: &Ground<'_>, table: TableName, key: SortKey) {
        if key.can_be_kept(table) && self.get(table, key).is_none() {
            let mut order = Permutation::default();
            order.refresh(ground, table, key);
            self.kept.push((table, key, Arc::new(order)));
        }
    }

    /// Mends the kept orders after an edit. The searched text must be up to date.
    pub fn refresh(&mut self, ground: &Ground<'_>) {
        for (table, key, order) in &mut self.kept {
            if order.versions != versions(ground.model, *table) {
                Arc::make_mut(order).refresh(ground, *table, *key);
            }
        }
    }

    /// True when the order of a table by a key is kept.
    pub fn keeps(&self, table: TableName, key: SortKey) -> bool {
        self.get(table, key).is_some()
    }

    /// The kept order of a table by a key.
    pub fn order(&self, table: TableName, key: SortKey) -> Option<&Arc<Permutation>> {
        self.kept.iter().find(|(t, k, _)| (*t, *k) == (table, key)).map(|(.., order)| order)
    }

    fn get(&self, table: TableName, key: SortKey) -> Option<&Permutation> {
        self.order(table, key).map(Arc::as_ref)
    }

    /// These rows by the first key, equals by the second and so on; equals by all stay in the order of rows. Quick when
    /// the last key is kept.
    pub fn sort(
        &self,
        ground: &Ground<'_>,
        table: TableName,
        hits: &Bits,
        by: &[(SortKey, Flow)],
    ) -> Vec<Row> {
        let mut by = by.to_vec();
        let kept =
            by.last().and_then(|(key, flow)| self.get(table, *key).map(|order| order.order(hits, *flow)));
        let mut rows = match kept {
            Some(rows) => {
                by.pop();
                rows
            }
            None => hits.rows().collect(),
        };
        for (key, flow) in by.into_iter().rev() {
            Keys::new(ground, table, key).sort(&mut rows, flow);
        }
        rows
    }
}

#[cfg(test)]
mod tests;
