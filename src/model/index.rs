//! Maps that are cheap to clone: split into shards, each copied only when it is written to while shared.

use rustc_hash::FxHashMap;
use std::hash::{BuildHasher, Hash};
use std::sync::Arc;

use super::table::Row;

const SHARDS: usize = 256;

/// A map in shards. Cloning it copies 256 pointers.
#[derive(Clone, Debug)]
pub struct Index<K, V> {
    shards: Vec<Arc<FxHashMap<K, V>>>,
}

impl<K: Hash + Eq + Clone, V: Clone> Default for Index<K, V> {
    fn default() -> Self {
        let empty = Arc::new(FxHashMap::default());
        Self { shards: vec![empty; SHARDS] }
    }
}

/// The top bits choose the shard; the map inside uses the others.
fn shard_of(key: &(impl Hash + ?Sized)) -> usize {
    (rustc_hash::FxBuildHasher.hash_one(key) >> 48) as usize % SHARDS
}

impl<K: Hash + Eq + Clone, V: Clone> Index<K, V> {
    /// The value of a key.
    pub fn get(&self, key: &K) -> Option<&V> {
        self.shards[shard_of(key)].get(key)
    }

    /// Puts a value, and returns the one that stood there.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        Arc::make_mut(&mut self.shards[shard_of(&key)]).insert(key, value)
    }

    /// Changes the value of a key in place, from the default when there is none.
    pub fn update(&mut self, key: K, change: impl FnOnce(&mut V))
    where
        V: Default,
    {
        change(Arc::make_mut(&mut self.shards[shard_of(&key)]).entry(key).or_default());
    }

    /// Takes a value out.
    pub fn remove(&mut self, key: &K) -> Option<V> {
        let shard = &mut self.shards[shard_of(key)];
        if shard.contains_key(key) { Arc::make_mut(shard).remove(key) } else { None }
    }

    /// All pairs, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.shards.iter().flat_map(|shard| shard.iter())
    }
}

/// For each key the rows that carry it, in ascending order.
#[derive(Clone, Debug)]
pub struct Multi<K> {
    rows: Index<K, Vec<Row>>,
}

impl<K: Hash + Eq + Clone> Default for Multi<K> {
    fn default() -> Self {
        Self { rows: Index::default() }
    }
}

impl<K: Hash + Eq + Clone> Multi<K> {
    /// The rows of a key.
    pub fn get(&self, key: &K) -> &[Row] {
        self.rows.get(key).map_or(&[], Vec::as_slice)
    }

    pub(super) fn add(&mut self, key: K, row: Row) {
        let shard = Arc::make_mut(&mut self.rows.shards[shard_of(&key)]);
        let rows = shard.entry(key).or_default();
        if let Err(place) = rows.binary_search(&row) {
            rows.insert(place, row);
        }
    }

    pub(super) fn drop(&mut self, key: &K, row: Row) {
        let shard = &mut self.rows.shards[shard_of(key)];
        if !shard.contains_key(key) {
            return;
        }
        let shard = Arc::make_mut(shard);
        if let Some(rows) = shard.get_mut(key) {
            rows.retain(|r| *r != row);
            if rows.is_empty() {
                shard.remove(key);
            }
        }
    }
}
