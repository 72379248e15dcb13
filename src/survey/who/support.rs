//! Who supports each subscription of a customer, those bought elsewhere included.

use crate::model::{Model, Status, Subscription, SubscriptionId, TenantId};

/// Who supports a subscription.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Support {
    /// In which way.
    pub how: How,
    /// Who; nobody where the customer is on its own.
    pub by: Option<TenantId>,
    /// What.
    pub subscription: SubscriptionId,
}

/// In which way a subscription is supported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum How {
    /// By the partner that is named as support contact (OP-31).
    Contact,
    /// By its seller, as nobody else is named (R-REL-008).
    Seller,
    /// By a partner that does not sell it (OP-09).
    Elsewhere,
    /// By nobody that the book knows.
    Nobody,
}

impl How {
    /// The stable word in output.
    pub fn code(self) -> &'static str {
        match self {
            Self::Contact => "support-contact",
            Self::Seller => "seller",
            Self::Elsewhere => "bought-elsewhere",
            Self::Nobody => "nobody",
        }
    }
}

/// The supporters of a customer's subscriptions, by the way they came to it.
pub(super) fn of(model: &Model, customer: TenantId) -> Vec<Support> {
    let mut supports: Vec<Support> =
        model.subscriptions_of(customer).filter(|s| runs(s)).map(support).collect();
    supports.sort_unstable();
    supports
}

/// Who supports a subscription, if it is not over; nobody where nobody is named.
pub fn supporter_of(s: &Subscription) -> Option<Option<TenantId>> {
    runs(s).then(|| support(s).by)
}

/// Who supports one subscription.
fn support(s: &Subscription) -> Support {
    let seller = s.seller.filter(|_| s.channel.is_csp());
    let (how, by) = match (s.support_contact, seller, s.supported_by) {
        (Some(contact), ..) => (How::Contact, Some(contact)),
        (None, Some(seller), _) => (How::Seller, Some(seller)),
        (None, None, Some(by)) => (How::Elsewhere, Some(by)),
        (None, None, None) => (How::Nobody, None),
    };
    Support { how, by, subscription: s.id }
}

/// True unless it is over: a suspended subscription still has somebody to be asked about it.
pub(super) fn runs(s: &Subscription) -> bool {
    !matches!(s.status, Status::Deleted | Status::Expired | Status::Disabled)
}
