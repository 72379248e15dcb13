//! Parts of a form that are kept without being copied on every key, and how they are written: keys as text.

use std::sync::Arc;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::{Key, SubscriptionId, Transaction};

/// Ids of subscriptions.
#[derive(Debug, Clone)]
pub struct Ids(pub Arc<[SubscriptionId]>);

impl PartialEq for Ids {
    /// The same list is not compared id by id.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

impl Serialize for Ids {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.0.iter())
    }
}

impl<'de> Deserialize<'de> for Ids {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Vec::deserialize(from).map(|ids: Vec<SubscriptionId>| Self(ids.into()))
    }
}

/// Keys of records, written as text.
#[derive(Debug, Clone)]
pub struct Keys(pub Arc<[Key]>);

impl PartialEq for Keys {
    /// The same list is not compared record by record.
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

impl Serialize for Keys {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(self.0.iter().map(ToString::to_string))
    }
}

impl<'de> Deserialize<'de> for Keys {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let keys: Vec<One> = Vec::deserialize(from)?;
        Ok(Self(keys.into_iter().map(|One(key)| key).collect()))
    }
}

/// The key of a record, written as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct One(pub Key);

impl Serialize for One {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for One {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map(Self).map_err(|_| D::Error::custom("no record has such a key"))
    }
}

/// A step, written as in the journal.
#[derive(Debug, Clone)]
pub struct Step(pub Arc<Transaction>);

impl PartialEq for Step {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

impl Serialize for Step {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(to)
    }
}

impl<'de> Deserialize<'de> for Step {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Transaction::deserialize(from).map(|step| Self(step.into()))
    }
}
