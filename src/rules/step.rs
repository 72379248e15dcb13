//! An edit as rules see it: what was before, what comes after.

use crate::model::{Change, Key, Model, Record, Subscription, SubscriptionId, TenantId, Verb};

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

/// A record before and after a step.
pub type Pair<'a> = (Option<&'a Record>, Option<&'a Record>);

impl<'a> Step<'a> {
    /// A record as it was before.
    pub fn before(&self, key: Key) -> Option<Record> {
        match self.changes.iter().find(|change| change.key() == Some(key)) {
            Some(change) => change.before.clone(),
            None => self.after.get(key),
        }
    }

    /// Every record it changes. One that got its real id goes and comes in one edit, the two right after each other:
    /// that is one record, not two.
    pub fn pairs(&self) -> impl Iterator<Item = Pair<'a>> + use<'a> {
        let (changes, verb) = (self.changes, self.verb);
        changes.iter().enumerate().filter_map(move |(n, change)| {
            let next = changes.get(n + 1).filter(|_| verb == Verb::Edit);
            let last = n.checked_sub(1).and_then(|n| changes.get(n)).filter(|_| verb == Verb::Edit);
            match (last, next) {
                (Some(last), _) if gets_its_id(last, change) => None,
                (_, Some(next)) if gets_its_id(change, next) => {
                    Some((change.before.as_ref(), next.after.as_ref()))
                }
                _ => Some((change.before.as_ref(), change.after.as_ref())),
            }
        })
    }

    /// The subscriptions it changes or adds: before and after.
    pub fn subscriptions(
        &self,
    ) -> impl Iterator<Item = (Option<&'a Subscription>, &'a Subscription)> + use<'a> {
        self.pairs().filter_map(|pair| match pair {
            (Some(Record::Subscription(before)), Some(Record::Subscription(after))) => {
                Some((Some(before), after))
            }
            (None, Some(Record::Subscription(after))) => Some((None, after)),
            _ => None,
        })
    }

    /// The tenant by which a partner goes after the step: another one when it got its real id.
    pub fn tenant(&self, before: TenantId) -> TenantId {
        if self.after.partner(before).is_some() {
            return before;
        }
        let renamed = self.pairs().find_map(|pair| match pair {
            (Some(Record::Partner(old)), Some(Record::Partner(new))) if old.tenant == before => {
                Some(new.tenant)
            }
            _ => None,
        });
        renamed.unwrap_or(before)
    }

    /// A subscription after the step.
    pub fn subscription(&self, id: SubscriptionId) -> Option<&'a Subscription> {
        self.after.subscription(id)
    }
}

fn gets_its_id(old: &Change, new: &Change) -> bool {
    let table = |change: &Change| change.key().map(Key::table);
    old.after.is_none() && new.before.is_none() && table(old) == table(new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::network;

    #[test]
    fn a_record_that_gets_its_id_is_one_record() {
        let mut net = network();
        let real = TenantId(net.books.guid());
        let (old, customer) = (net.provider, net.customer);
        let before = net.books.model.partner(old).unwrap().clone();
        let renamed = crate::model::Partner { tenant: real, ..before.clone() };
        let other = net.books.model.customer(customer).unwrap().clone();
        let changes = [Change::remove(before), Change::add(renamed), Change::edit(other.clone(), other)];
        net.books.model.take(Key::Partner(old));
        let step = |verb| Step { verb, changes: &changes, after: &net.books.model };
        let pairs: Vec<_> = step(Verb::Edit).pairs().map(|(a, b)| (a.is_some(), b.is_some())).collect();
        assert_eq!(pairs, [(true, true), (true, true)]);
        assert_eq!((step(Verb::Edit).tenant(old), step(Verb::Edit).tenant(customer)), (real, customer));
        assert_eq!((step(Verb::Fix).pairs().count(), step(Verb::Fix).tenant(old)), (3, old));
    }
}
