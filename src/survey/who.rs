//! Who may administer, buy for and support a customer, because of what, until when.

mod rights;
mod sales;
mod support;

pub use rights::{Left, Power, Right};
pub use sales::{Hindrance, Sale};
pub use support::{How, Support, supporter_of};

use crate::model::{Day, Key, Model, TenantId};

/// The answer for one customer. Its size is the customer's, never the book's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Who {
    /// The customer.
    pub customer: TenantId,
    /// Who may administer it: what is in force first, what is left over last.
    pub rights: Vec<Right>,
    /// Who buys for it.
    pub sales: Vec<Sale>,
    /// Who supports each of its subscriptions.
    pub supports: Vec<Support>,
}

impl Who {
    /// Who may do what for a customer on a day.
    pub fn of(model: &Model, today: Day, customer: TenantId) -> Self {
        Self {
            customer,
            rights: rights_of(model, today, customer),
            sales: sales::of(model, customer),
            supports: support::of(model, customer),
        }
    }

    /// The rights by which a partner can open service requests with Microsoft for the customer: privileges on services
    /// that are in force. Source: `request-a-relationship-with-a-customer.md`, `customers-revoke-admin-privileges.md`.
    pub fn tickets(&self) -> impl Iterator<Item = &Right> {
        let mut seen = Vec::new();
        self.rights.iter().filter(move |right| {
            let fits = right.left.is_none() && right.power.opens_tickets() && !seen.contains(&right.partner);
            if fits {
                seen.push(right.partner);
            }
            fits
        })
    }
}

/// Who may administer a customer on a day: what is in force first, what is left over last.
pub fn rights_of(model: &Model, today: Day, customer: TenantId) -> Vec<Right> {
    rights::of(model, today, customer)
}

/// The customer that a question about a record is asked of: the customer itself, or the one a subscription serves.
pub fn customer_of(model: &Model, key: Key) -> Option<TenantId> {
    let customer = match key {
        Key::Customer(id) => Some(id),
        Key::Subscription(id) => model.subscription(id).map(|s| s.customer),
        Key::Partner(_)
        | Key::Partnership(_)
        | Key::Relationship(_)
        | Key::Admin(_)
        | Key::Transfer(_)
        | Key::Group(_)
        | Key::Waiver(_) => None,
    };
    customer.filter(|id| model.customer(*id).is_some())
}

#[cfg(test)]
mod tests;
