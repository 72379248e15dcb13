//! Closed lists of words, which stay open for what a newer export brings: an unknown word is kept, never fatal.

use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::sync::{LazyLock, PoisonError, RwLock};

/// A word that is in none of our lists, kept as it came. Two equal words are equal.
///
/// The words live in one list for the life of the program: there are few of them, and a choice stays as small as a
/// number that way.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Unlisted(u32);

static WORDS: LazyLock<RwLock<Words>> = LazyLock::new(RwLock::default);

#[derive(Default)]
struct Words {
    list: Vec<String>,
    place: HashMap<String, u32>,
}

impl Unlisted {
    /// The word `text`.
    pub fn new(text: &str) -> Self {
        let mut words = WORDS.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(&place) = words.place.get(text) {
            return Self(place);
        }
        let place = u32::try_from(words.list.len()).unwrap_or(u32::MAX);
        words.list.push(text.to_owned());
        words.place.insert(text.to_owned(), place);
        Self(place)
    }

    /// The word as it came: untrusted.
    pub fn raw(self) -> String {
        let words = WORDS.read().unwrap_or_else(PoisonError::into_inner);
        words.list.get(self.0 as usize).cloned().unwrap_or_default()
    }
}

impl Ord for Unlisted {
    /// By the words, so that files do not depend on which word was met first.
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        if self == other { std::cmp::Ordering::Equal } else { self.raw().cmp(&other.raw()) }
    }
}

impl PartialOrd for Unlisted {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl std::fmt::Debug for Unlisted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.raw())
    }
}

impl Serialize for Unlisted {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.raw())
    }
}

impl<'de> Deserialize<'de> for Unlisted {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(|text| Self::new(&text))
    }
}

/// Declares a list of words: an enum with a stable code for each, and `Other` for words we do not know.
macro_rules! choice {
    ($(#[$doc:meta])* pub enum $name:ident { $first:ident = $first_code:literal, $($variant:ident = $code:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize)]
        #[allow(missing_docs)] // the variants are the words of the field; see the domain's lists of values
        pub enum $name {
            #[default]
            $first,
            $($variant,)*
            /// A word this version does not know, kept as it came.
            Other($crate::model::choice::Unlisted),
        }

        impl $name {
            /// Every word of the list.
            pub const ALL: &'static [Self] = &[Self::$first, $(Self::$variant),*];

            /// The stable codes, in the order of `ALL`.
            pub const CODES: &'static [&'static str] = &[$first_code, $($code),*];

            /// The stable code; `other` for an unknown word.
            pub fn code(self) -> &'static str {
                match self {
                    Self::$first => $first_code,
                    $(Self::$variant => $code,)*
                    Self::Other(_) => "other",
                }
            }

            /// The word with this code or name, whatever the case; anything else is kept as it came.
            pub fn read(text: &str) -> Self {
                Self::known(text).unwrap_or_else(|| Self::Other($crate::model::choice::Unlisted::new(text)))
            }

            /// The word with this code or name, whatever the case.
            pub fn known(text: &str) -> Option<Self> {
                let text = text.trim();
                if text.eq_ignore_ascii_case($first_code) || text.eq_ignore_ascii_case(stringify!($first)) {
                    return Some(Self::$first);
                }
                $(if text.eq_ignore_ascii_case($code) || text.eq_ignore_ascii_case(stringify!($variant)) {
                    return Some(Self::$variant);
                })*
                None
            }
        }

        impl $crate::model::field::Cell for $name {
            const KIND: $crate::model::field::Kind = $crate::model::field::Kind::Choice(Self::CODES);
            fn value(&self) -> $crate::model::field::Value {
                match self {
                    Self::Other(word) => $crate::model::field::Value::Text(word.raw().into()),
                    listed => $crate::model::field::Value::Choice(listed.code()),
                }
            }
            fn parse(text: &str) -> Result<Self, $crate::model::field::Wrong> {
                if text.trim().is_empty() {
                    return Ok(Self::default());
                }
                Self::known(text).ok_or($crate::model::field::Wrong::NotInList(Self::CODES))
            }
        }
    };
}

choice! {
    /// The cloud an account or a tenant lives in (entities.md 3.2).
    pub enum Cloud { Public = "public", UsGov = "us-gov", Germany = "germany", China21Vianet = "china", }
}
choice! {
    /// What an account may do in the programme (entities.md 3.1).
    pub enum Role {
        IndirectProvider = "indirect-provider", IndirectReseller = "indirect-reseller", DirectBill = "direct-bill",
        Advisor = "advisor",
    }
}
choice! {
    /// The standing of an account in the programme (entities.md 3.3).
    pub enum Enrolment {
        Unknown = "unknown", NotEnrolled = "not-enrolled", Pending = "pending", Active = "active",
        Restricted = "restricted", Suspended = "suspended", Deauthorized = "deauthorized", Offboarded = "offboarded",
    }
}
choice! {
    /// How a record came to be: rules ask more of what was typed here than of what was imported (rules.md 0.5).
    pub enum Origin { Imported = "imported", Typed = "typed", CreatedTenant = "created-tenant", Extension = "extension", }
}
choice! {
    /// Where a partnership stands (rules.md 2, state machines).
    pub enum PartnershipState { Invited = "invited", Active = "active", Ended = "ended", }
}
choice! {
    /// Where a reseller relationship stands.
    pub enum RelationshipState { Requested = "requested", Active = "active", Removed = "removed", }
}
choice! {
    /// What a partner is to a customer (entities.md 3.6).
    pub enum RelationshipKind {
        Reseller = "reseller", Advisor = "advisor", Syndication = "syndication",
        MicrosoftSupport = "microsoft-support", None = "none",
    }
}
choice! {
    /// Delegated admin privileges of a relationship, the kind before GDAP.
    pub enum Dap {
        NotRequested = "not-requested", Requested = "requested", Granted = "granted",
        RemovedByCustomer = "removed-by-customer",
    }
}
choice! {
    /// What special offers a customer qualifies for (entities.md 3.7).
    pub enum Qualification {
        None = "none", Education = "education", Nonprofit = "nonprofit",
        GovernmentCommunityCloud = "gcc", StateOwnedEntity = "state-owned",
    }
}
choice! {
    /// How far the check of a qualification is.
    pub enum Vetting { None = "none", Approved = "approved", InReview = "in-review", Denied = "denied", }
}
choice! {
    /// Whom an offer is made for.
    pub enum Segment {
        Commercial = "commercial", Education = "education", Nonprofit = "nonprofit", Government = "government",
    }
}
choice! {
    /// The type of a customer agreement (entities.md 2.6).
    pub enum AgreementKind { MicrosoftCustomerAgreement = "mca", MicrosoftCloudAgreement = "cloud-agreement", }
}
choice! {
    /// Who confirmed a customer agreement: the partner for the customer, or the customer itself.
    pub enum AgreementWay { PartnerAttested = "attested", DirectAcceptance = "direct", }
}
choice! {
    /// Where a subscription was bought (entities.md 3.9).
    pub enum Channel {
        Unknown = "unknown", CspIndirect = "csp-indirect", CspDirect = "csp-direct",
        MicrosoftDirect = "direct", Advisor = "advisor", Open = "open", Ea = "ea", Syndication = "syndication",
        ThirdParty = "third-party", China21Vianet = "21vianet",
    }
}
choice! {
    /// The family of a product, which decides what may be done with it (entities.md 2.8).
    pub enum Family {
        Unknown = "unknown", LicenseLegacy = "license-legacy", LicenseNce = "license-nce",
        AzureLegacy = "azure-legacy", AzurePlan = "azure-plan", AzureSubscription = "azure-subscription",
        Reservation = "reservation", SavingsPlan = "savings-plan", SoftwarePerpetual = "software-perpetual",
        SoftwareSubscription = "software-subscription", MarketplaceSaas = "marketplace-saas",
    }
}
choice! {
    /// The state of a subscription (entities.md 3.4).
    pub enum Status {
        Active = "active", None = "none", Pending = "pending", Suspended = "suspended", Deleted = "deleted",
        Expired = "expired", Disabled = "disabled",
    }
}
choice! {
    /// How often a subscription is billed (entities.md 3.5).
    pub enum BillingCycle {
        Unknown = "unknown", Monthly = "monthly", Annual = "annual", Triennial = "triennial",
        OneTime = "one-time", None = "none",
    }
}
choice! {
    /// What a subscription is billed by.
    pub enum BillingType { Unknown = "unknown", License = "license", Usage = "usage", None = "none", Benefit = "benefit", }
}
choice! {
    /// The length of a term.
    pub enum Term { None = "none", P1M = "p1m", P1Y = "p1y", P3Y = "p3y", P5Y = "p5y", P6Y = "p6y", }
}
choice! {
    /// The kind of a granular delegated admin relationship.
    pub enum AdminKind { Delegated = "delegated", ResellerDelegated = "reseller-delegated", }
}
choice! {
    /// The state of a granular delegated admin relationship (entities.md 3.8).
    pub enum AdminStatus {
        Created = "created", ApprovalPending = "approval-pending", Approved = "approved", Activating = "activating",
        Active = "active", Expiring = "expiring", Expired = "expired", TerminationRequested = "termination-requested",
        Terminating = "terminating", Terminated = "terminated",
    }
}
choice! {
    /// The procedure of a transfer (rules.md OP-11, 12, 13, 19).
    pub enum TransferKind {
        Unknown = "unknown", AzureLegacy = "azure-legacy", AzurePlan = "azure-plan", NewCommerce = "new-commerce",
        DirectToIndirect = "direct-to-indirect",
    }
}
choice! {
    /// The state of a transfer (entities.md 3.10).
    pub enum TransferStatus {
        Active = "active", InProgress = "in-progress", Complete = "complete", PartiallyComplete = "partially-complete",
        Reject = "reject", Cancel = "cancel", Expired = "expired",
    }
}

impl Cloud {
    /// True for any cloud but the public one.
    pub fn is_national(self) -> bool {
        self != Self::Public
    }
}

impl Channel {
    /// The short word for it in lists and filters: several channels share `csp` and `other`.
    pub fn short(self) -> &'static str {
        match self {
            Self::CspIndirect | Self::CspDirect => "csp",
            Self::MicrosoftDirect => "direct",
            Self::Advisor => "advisor",
            Self::Open => "open",
            Self::Ea => "ea",
            Self::Unknown | Self::Syndication | Self::ThirdParty | Self::China21Vianet | Self::Other(_) => {
                "other"
            }
        }
    }

    /// True when a CSP partner sold it.
    pub fn is_csp(self) -> bool {
        matches!(self, Self::CspIndirect | Self::CspDirect)
    }
}

impl Status {
    /// True while it runs or is about to: `live` of rules.md 0.3.
    pub fn is_live(self) -> bool {
        matches!(self, Self::Active | Self::Pending)
    }
}

impl Term {
    /// How many months it lasts; nothing where there is none.
    pub fn months(self) -> Option<i32> {
        match self {
            Self::P1M => Some(1),
            Self::P1Y => Some(12),
            Self::P3Y => Some(36),
            Self::P5Y => Some(60),
            Self::P6Y => Some(72),
            Self::None | Self::Other(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_words_are_kept() {
        let odd = Status::read("hibernating");
        assert_eq!(odd.code(), "other");
        assert_eq!(odd, Status::read("hibernating"));
        assert_ne!(odd, Status::read("dreaming"));
        let ron = ron::to_string(&odd).unwrap();
        assert_eq!(ron, r#"Other("hibernating")"#);
        assert_eq!(ron::from_str::<Status>(&ron).unwrap(), odd);
    }

    #[test]
    fn unknown_words_sort_by_their_letters() {
        let (late, early) = (Unlisted::new("zebra of this test"), Unlisted::new("aardvark of this test"));
        assert!(early < late && late <= late);
    }

    #[test]
    fn codes_and_names_read_in_any_case() {
        assert_eq!(Channel::read("CSP-Indirect"), Channel::CspIndirect);
        assert_eq!(Channel::read("cspindirect"), Channel::CspIndirect);
        assert_eq!(Qualification::read("GovernmentCommunityCloud"), Qualification::GovernmentCommunityCloud);
    }
}
