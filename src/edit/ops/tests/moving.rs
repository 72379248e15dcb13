//! Business that moves between partners.

mod account;
mod azure;
mod customer;
mod licence;
mod offers;
mod whole;

use super::*;
use crate::edit::ops::moving::*;
use crate::model::{PartnerId, Transfer, TransferKind, TransferStatus};
use crate::rules::testing::Books;

/// An everyday network, and a second provider with the same reseller that has a relationship with the customer.
struct Two {
    books: Books,
    source: TenantId,
    target: TenantId,
    reseller: TenantId,
    customer: TenantId,
    sub: SubscriptionId,
}

fn two() -> Two {
    let Network { mut books, provider, reseller, customer, sub } = network();
    let target = books.provider("Alpina Cloud", "DE");
    books.partnership(target, reseller);
    books.relationship(target, customer);
    Two { books, source: provider, target, reseller, customer, sub }
}

impl Two {
    fn to(&self) -> Target {
        Target { seller: self.target, reseller: Some(self.reseller) }
    }

    /// An active subscription of a family, sold by the source through the reseller.
    fn sold(&mut self, family: Family) -> SubscriptionId {
        let id = self.books.sub(self.customer, self.source, Some(self.reseller));
        self.books.edit_sub(id, |s| s.family = family);
        id
    }

    fn model(&self) -> &Model {
        &self.books.model
    }

    fn sub(&self, id: SubscriptionId) -> Subscription {
        self.model().subscription(id).unwrap().clone()
    }

    fn record(&self) -> Option<PartnerId> {
        self.model().partner(self.reseller).unwrap().partner_id.clone()
    }
}

/// What continues a subscription.
fn successor(model: &Model, of: SubscriptionId) -> Subscription {
    let rows = model.links().subscriptions_by_origin.get(&of);
    let mut all = model.subscriptions().rows(rows);
    let one = all.next().unwrap().clone();
    assert_eq!(all.next(), None);
    one
}

fn transfers(model: &Model) -> Vec<Transfer> {
    let mut all: Vec<Transfer> = model.transfers().values().cloned().collect();
    all.sort_by_key(|t| t.subscriptions.len());
    all
}

/// The keys of everything a step touches beside what is named.
fn beside(step: &Transaction, named: &[Key]) -> Vec<Key> {
    step.keys().filter(|key| !named.contains(key)).collect()
}
