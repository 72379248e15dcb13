//! What a query may ask of others: findings of the rules, the difference from the baseline, marks of the screen.

use crate::model::{Day, Key};

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Worth a look.
    Hint,
    /// Possible, but it will cost.
    Warning,
    /// Forbidden.
    Error,
}

/// How a record differs from the baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Difference {
    /// The baseline does not have it.
    New,
    /// The baseline has it otherwise.
    Changed,
}

/// What is known of a record outside of the record.
pub trait Facts {
    /// The worst finding on it.
    fn worst(&self, key: Key) -> Option<Level>;
    /// True when it has a finding of this level.
    fn has_level(&self, key: Key, level: Level) -> bool;
    /// True when a rule whose code begins so, in any case, has a finding on it.
    fn has_rule(&self, key: Key, rule: &str) -> bool;
    /// How it differs from the baseline; nothing when it does not, or when there is none.
    fn difference(&self, key: Key) -> Option<Difference>;
    /// True when the user has marked it.
    fn is_marked(&self, key: Key) -> bool;
    /// The days on which it ends or lapses, as far as its clocks tell more than is written on it: a request has no end
    /// of its own.
    fn until(&self, key: Key) -> Vec<Day>;
}

/// Nothing is known.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoFacts;

impl Facts for NoFacts {
    fn worst(&self, _: Key) -> Option<Level> {
        None
    }
    fn has_level(&self, _: Key, _: Level) -> bool {
        false
    }
    fn has_rule(&self, _: Key, _: &str) -> bool {
        false
    }
    fn difference(&self, _: Key) -> Option<Difference> {
        None
    }
    fn is_marked(&self, _: Key) -> bool {
        false
    }
    fn until(&self, _: Key) -> Vec<Day> {
        Vec::new()
    }
}
