//! An edit as rules see it: what was before, what comes after.

use crate::model::{Change, Key, Model, Record, Subscription, SubscriptionId, Verb};

/// An edit that has been applied and is being judged.
#[derive(Clone, Copy, Debug)]
pub struct Step<'a> {
    /// What the user did.
    pub verb: Verb,
    /// Every record it changes.
    pub changes: &'a [Change],
    /// The book after it.
    pub after: &'a Model,
}

impl<'a> Step<'a> {
    /// A record as it was before.
    pub fn before(&self, key: Key) -> Option<Record> {
        match self.changes.iter().find(|change| change.key() == Some(key)) {
            Some(change) => change.before.clone(),
            None => self.after.get(key),
        }
    }

    /// The subscriptions it changes or adds: before and after.
    pub fn subscriptions(
        &self,
    ) -> impl Iterator<Item = (Option<&'a Subscription>, &'a Subscription)> + use<'a> {
        self.changes.iter().filter_map(|change| match (&change.before, &change.after) {
            (Some(Record::Subscription(before)), Some(Record::Subscription(after))) => {
                Some((Some(before), after))
            }
            (None, Some(Record::Subscription(after))) => Some((None, after)),
            _ => None,
        })
    }

    /// A subscription after the step.
    pub fn subscription(&self, id: SubscriptionId) -> Option<&'a Subscription> {
        self.after.subscription(id)
    }
}
