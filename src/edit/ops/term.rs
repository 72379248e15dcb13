//! Seats (OP-26), and what follows the term of a subscription (OP-25).

use super::draft::{edited, step};
use super::impossible::Impossible;
use super::lifecycle::ready;
use crate::model::{
    BillingCycle, Day, Family, Model, Refund, Subscription, SubscriptionId, Term, Text, Transaction, Verb,
};

/// Seats that were added may be given back for so many days (R-SUB-004).
const REFUND_DAYS: i32 = 7;

/// OP-26: sets the number of seats: the new total, not a difference. Seats that are added to a licence of new commerce
/// may be given back within seven days of their own.
///
/// # Errors
/// The subscription is not in the book, is not active, has no seats to change, or has so many already.
pub fn set_quantity(
    model: &Model,
    day: Day,
    id: SubscriptionId,
    total: u32,
) -> Result<Transaction, Impossible> {
    let subscription = ready(model, id, Verb::SetQuantity)?;
    let change = edited(subscription, |s| match s.quantity.replace(total) {
        Some(before) if total > before => added(s, total - before, day),
        Some(before) => given_back(&mut s.refundable, before - total),
        None => {}
    });
    step(Verb::SetQuantity, [change])
}

fn added(s: &mut Subscription, quantity: u32, day: Day) {
    if s.family == Family::LicenseNce {
        s.refundable.push(Refund { quantity, until: day.plus(REFUND_DAYS).start() });
    }
}

/// What was added last is given back first.
fn given_back(refundable: &mut Vec<Refund>, quantity: u32) {
    let mut left = quantity;
    for refund in refundable.iter_mut().rev() {
        let taken = refund.quantity.min(left);
        (refund.quantity, left) = (refund.quantity - taken, left - taken);
    }
    refundable.retain(|refund| refund.quantity > 0);
}

/// What becomes of a subscription at the end of its term: it renews, goes on by the extended service term, or ends; and
/// what changes when it renews. Empty is what stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Renewal {
    /// Whether it renews by itself; unknown leaves it so.
    pub renews: Option<bool>,
    /// Whether it goes on month by month instead.
    pub extended: bool,
    /// The product that follows.
    pub product: Text,
    /// The seats that follow.
    pub quantity: Option<u32>,
    /// The term that follows.
    pub term: Option<Term>,
    /// The billing that follows.
    pub billing: Option<BillingCycle>,
}

impl Renewal {
    /// It runs out.
    pub fn off() -> Self {
        Self { renews: Some(false), ..Self::default() }
    }

    /// What is recorded of a subscription.
    pub fn of(s: &Subscription) -> Self {
        Self {
            renews: s.auto_renew,
            extended: s.extended_term,
            product: s.next_product.clone(),
            quantity: s.next_quantity,
            term: s.next_term,
            billing: s.next_billing,
        }
    }

    fn write(&self, s: &mut Subscription) {
        (s.auto_renew, s.extended_term) = (self.renews, self.extended);
        s.next_product.clone_from(&self.product);
        (s.next_quantity, s.next_term, s.next_billing) = (self.quantity, self.term, self.billing);
        s.renewal_decided = true;
    }
}

/// OP-25: decides what follows the term. The running term, its price and its seats stay.
///
/// # Errors
/// The subscription is not in the book, is not active, has no term, or all is decided so already.
pub fn set_renewal(model: &Model, id: SubscriptionId, renewal: &Renewal) -> Result<Transaction, Impossible> {
    let subscription = ready(model, id, Verb::SetRenewal)?;
    step(Verb::SetRenewal, [edited(subscription, |s| renewal.write(s))])
}
