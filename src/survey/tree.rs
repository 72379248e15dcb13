//! The relations of a record as a tree: who sells to it, administers and supports it. What stands below a place is
//! looked up when it is unfolded, a page at a time: a provider has thousands of resellers.

mod below;
mod page;

pub use page::{More, PAGE, Page};

use crate::model::{Channel, Day, Key, Model, SubscriptionId, TenantId};

/// The question by which the tree is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Lens {
    /// Everything.
    #[default]
    All,
    /// Who sells to whom.
    Sells,
    /// Who administers whom.
    Admin,
    /// Who supports whom.
    Support,
    /// What has a problem, and the way to it.
    Problems,
}

impl Lens {
    /// Every lens, in the order in which they come round.
    pub const ALL: &'static [Self] = &[Self::All, Self::Sells, Self::Admin, Self::Support, Self::Problems];
}

/// A question below a record: what follows answers to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Branch {
    /// Who sells to the customer, or sold the subscription.
    SoldBy,
    /// Who administers the customer.
    AdministeredBy,
    /// Who supports the customer's subscriptions.
    SupportedBy,
    /// The providers of a reseller.
    Providers,
    /// The resellers of a provider.
    Resellers,
    /// The customers of a partner.
    Customers,
    /// The customers that a partner administers.
    Administers,
    /// The subscriptions that a partner supports.
    Supports,
    /// The customer that a subscription serves.
    Serves,
    /// The subscription that an add-on belongs to.
    Base,
    /// The add-ons of a subscription.
    AddOns,
}

/// A place in the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// The record that the tree is of.
    Root(Key),
    /// A record: a subscription, or the customer it serves.
    Record(Key),
    /// A question about a record.
    Branch(Branch, Key),
    /// A partnership, a relationship or privileges, seen from one side: the record that binds, and the one it leads to.
    Tie {
        /// What binds.
        by: Key,
        /// The partner it is seen from.
        from: TenantId,
        /// Where it leads.
        to: Key,
    },
    /// A partner that sells to a customer.
    Seller {
        /// The customer.
        customer: TenantId,
        /// The partner that Microsoft invoices.
        seller: TenantId,
    },
    /// The reseller through which a partner sells to a customer.
    Reseller {
        /// The customer.
        customer: TenantId,
        /// The partner that Microsoft invoices.
        seller: TenantId,
        /// The reseller on record.
        reseller: TenantId,
    },
    /// What a customer bought elsewhere.
    Elsewhere {
        /// The customer.
        customer: TenantId,
        /// Where.
        channel: Channel,
    },
    /// A partner that a subscription names: its seller, the reseller on record, who supports it.
    Party {
        /// The subscription.
        subscription: SubscriptionId,
        /// The partner.
        partner: TenantId,
    },
    /// A right on a customer: the record it comes from, and the partner where one is recorded.
    Right {
        /// The customer.
        customer: TenantId,
        /// The record it comes from.
        by: Key,
        /// Who holds it.
        partner: Option<TenantId>,
    },
    /// Who supports subscriptions of a customer; nobody where nobody does.
    Supporter {
        /// The customer.
        customer: TenantId,
        /// Who.
        by: Option<TenantId>,
    },
}

impl Item {
    /// The record that the place leads to.
    pub fn key(self) -> Option<Key> {
        match self {
            Self::Root(key) | Self::Record(key) | Self::Tie { to: key, .. } => Some(key),
            Self::Seller { seller: partner, .. }
            | Self::Reseller { reseller: partner, .. }
            | Self::Party { partner, .. } => Some(Key::Partner(partner)),
            Self::Right { partner, .. } | Self::Supporter { by: partner, .. } => partner.map(Key::Partner),
            Self::Branch(..) | Self::Elsewhere { .. } => None,
        }
    }

    /// The record that binds it to the place above: what is wrong with that is wrong here.
    pub fn by(self) -> Option<Key> {
        match self {
            Self::Tie { by, .. } | Self::Right { by, .. } => Some(by),
            Self::Root(_)
            | Self::Record(_)
            | Self::Branch(..)
            | Self::Seller { .. }
            | Self::Reseller { .. }
            | Self::Elsewhere { .. }
            | Self::Party { .. }
            | Self::Supporter { .. } => None,
        }
    }

    /// True for what is unfolded when the tree is opened: all of one customer or subscription, but of a partner only
    /// the first page of each question.
    pub fn opens_at_first(self) -> bool {
        match self {
            Self::Root(_)
            | Self::Record(_)
            | Self::Branch(..)
            | Self::Seller { .. }
            | Self::Reseller { .. }
            | Self::Elsewhere { .. } => true,
            Self::Tie { .. } | Self::Party { .. } | Self::Right { .. } | Self::Supporter { .. } => false,
        }
    }
}

/// What a tree is read from.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The records.
    pub model: &'a Model,
    /// The day it is of.
    pub today: Day,
    /// The question by which it is cut.
    pub lens: Lens,
    /// Tells whether a record, or what it is shown with, has a problem.
    pub has_problem: &'a dyn Fn(Key) -> bool,
}

impl Ground<'_> {
    /// So many pages of what stands below a place.
    pub fn below(&self, item: Item, pages: usize) -> Page {
        page::pages(self, item, pages)
    }

    /// True when something stands below a place, or may: where too much would have to be looked at, unfolding tells.
    pub fn has_below(&self, item: Item) -> bool {
        let mut all = below::items(self, item);
        all.by_ref().take(page::LOOKED_AT).flatten().any(|below| self.keeps(below)) || all.next().is_some()
    }

    /// True when the lens lets a place be seen.
    fn keeps(&self, item: Item) -> bool {
        match item {
            Item::Branch(..) => self.has_below(item),
            _ if self.lens != Lens::Problems => true,
            _ => item.key().into_iter().chain(item.by()).any(self.has_problem) || self.leads_to_problem(item),
        }
    }

    /// Groups of one customer are looked into; a record speaks for what it is shown with.
    fn leads_to_problem(&self, item: Item) -> bool {
        match item {
            Item::Seller { .. } | Item::Reseller { .. } | Item::Elsewhere { .. } | Item::Supporter { .. } => {
                self.has_below(item)
            }
            Item::Root(_)
            | Item::Record(_)
            | Item::Branch(..)
            | Item::Tie { .. }
            | Item::Party { .. }
            | Item::Right { .. } => false,
        }
    }
}

/// The record whose tree is shown for any record: what binds two is shown by the customer, or by the reseller.
pub fn root_of(model: &Model, key: Key) -> Option<Key> {
    let root = match key {
        Key::Partner(_) | Key::Customer(_) | Key::Subscription(_) => Some(key),
        Key::Partnership(id) => model.partnerships().get(id).map(|p| Key::Partner(p.reseller)),
        Key::Relationship(id) => model.relationships().get(id).map(|r| Key::Customer(r.customer)),
        Key::Admin(id) => model.admin().get(id).and_then(|a| a.customer).map(Key::Customer),
        Key::Transfer(id) => model.transfers().get(id).map(|t| Key::Customer(t.customer)),
        Key::Group(_) | Key::Waiver(_) => None,
    };
    root.filter(|key| model.contains(*key))
}

#[cfg(test)]
mod tests;
