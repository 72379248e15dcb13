//! The two state machines of subscriptions (rules.md 2): the old commerce and the new one.

use crate::model::{Family, Status};

/// Along which states a subscription lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Life {
    /// Active, suspended, deleted; no grace and no expiry.
    Legacy,
    /// It expires at the end of its term, is disabled, and deleted then.
    NewCommerce,
    /// The documents do not say which of the two; it may go along both.
    Either,
}

impl Life {
    /// The life of the subscriptions of a family; nothing when the family is not known.
    pub fn of(family: Family) -> Option<Self> {
        match family {
            Family::LicenseLegacy | Family::AzureLegacy => Some(Self::Legacy),
            Family::LicenseNce | Family::SoftwareSubscription => Some(Self::NewCommerce),
            Family::AzurePlan
            | Family::AzureSubscription
            | Family::Reservation
            | Family::SavingsPlan
            | Family::SoftwarePerpetual
            | Family::MarketplaceSaas => Some(Self::Either),
            Family::Unknown | Family::Other(_) => None,
        }
    }

    /// True when such a subscription may be in this state at all.
    pub fn knows(self, status: Status) -> bool {
        self != Self::Legacy || !matches!(status, Status::Expired | Status::Disabled)
    }

    /// True when a subscription goes from one state to the other, in its time.
    pub fn leads(self, from: Status, to: Status) -> bool {
        use Status::{Active, Deleted, Disabled, Expired, Pending, Suspended};
        match (from, to) {
            (Pending | Suspended, Active) | (Active, Suspended) | (Active | Suspended, Deleted) => true,
            (Active | Suspended, Expired) | (Expired, Disabled) | (Disabled, Deleted) => self != Self::Legacy,
            _ => false,
        }
    }
}
