//! Operations on a subscription that need a few values: which fields are asked for, what they start from, and the
//! operation that they make.

use super::intent::Intent;
use super::term::Renewal;
use super::upgrade::Product;
use crate::model::{
    BillingCycle, Key, Model, Subscription, SubscriptionField, SubscriptionId, Term, Text, Verb,
};

/// An operation whose values are typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// OP-26.
    Quantity(SubscriptionId),
    /// OP-25.
    Renewal(SubscriptionId),
    /// OP-27.
    Upgrade(SubscriptionId),
    /// OP-28.
    Migration(SubscriptionId),
}

impl Fill {
    /// What the step is called.
    pub fn verb(self) -> Verb {
        match self {
            Self::Quantity(_) => Verb::SetQuantity,
            Self::Renewal(_) => Verb::SetRenewal,
            Self::Upgrade(_) => Verb::Upgrade,
            Self::Migration(_) => Verb::MigrateToNewCommerce,
        }
    }

    /// The subscription it is about.
    pub fn subscription(self) -> SubscriptionId {
        match self {
            Self::Quantity(id) | Self::Renewal(id) | Self::Upgrade(id) | Self::Migration(id) => id,
        }
    }

    /// The fields that are asked for.
    pub fn fields(self) -> &'static [SubscriptionField] {
        use SubscriptionField::{
            AutoRenew, BillingCycle, ExtendedTerm, Name, NextBilling, NextProduct, NextQuantity, NextTerm,
            OfferId, Quantity, Term,
        };
        match self {
            Self::Quantity(_) => &[Quantity],
            Self::Renewal(_) => &[AutoRenew, ExtendedTerm, NextQuantity, NextTerm, NextBilling, NextProduct],
            Self::Upgrade(_) => &[OfferId, Name],
            Self::Migration(_) => &[OfferId, Name, Term, BillingCycle],
        }
    }

    /// What the fields start from; nothing when the subscription is not in the book.
    pub fn base(self, model: &Model) -> Option<Subscription> {
        let s = model.subscription(self.subscription())?.clone();
        match self {
            Self::Quantity(_) | Self::Renewal(_) => Some(s),
            Self::Upgrade(_) => Some(Subscription { offer_id: Text::default(), ..s }),
            Self::Migration(_) => Some(new_commerce(s)),
        }
    }

    /// The operation that the fields make.
    pub fn intent(self, filled: &Subscription) -> Intent {
        match self {
            Self::Quantity(id) => Intent::SetQuantity(id, filled.quantity.unwrap_or_default()),
            Self::Renewal(id) => Intent::SetRenewal(id, Renewal::of(filled)),
            Self::Upgrade(id) => Intent::Upgrade(id, Product::of(filled)),
            Self::Migration(id) => Intent::MigrateToNewCommerce(id, Product::of(filled)),
        }
    }

    /// The key of the subscription it is about.
    pub fn key(self) -> Key {
        Key::Subscription(self.subscription())
    }
}

/// The terms of new commerce nearest to those of the old one.
fn new_commerce(s: Subscription) -> Subscription {
    let billing_cycle = match s.billing_cycle {
        BillingCycle::Annual => BillingCycle::Annual,
        _ => BillingCycle::Monthly,
    };
    Subscription { offer_id: Text::default(), term: Term::P1Y, billing_cycle, ..s }
}
