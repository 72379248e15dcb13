//! English: the rules, what they ask, and what is wrong with a record.

use crate::model::{CustomerField, FieldRef, PartnerField, SubscriptionField};
use crate::rules::Severity;

mod explains;
mod sentence;
mod short;
mod title;

pub use explains::explains;
pub use sentence::sentence;
pub use short::short;
pub use title::title;

/// A severity, as a word in a sentence or a column.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Integrity => "integrity",
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "hint",
    }
}

/// The seats of an offer.
pub fn limits(least: u32, most: u32) -> String {
    format!("Its offer has {least} to {most} seats.")
}

/// That a rule lacks a fact of a record.
pub fn missing(fact: &str, of: &str) -> String {
    format!("cannot be judged: {fact} of {of} unknown")
}

/// A fact that a rule may lack, where the label of the field would not tell it well.
pub fn fact(field: FieldRef) -> &'static str {
    match field {
        FieldRef::Partner(PartnerField::Tenant) | FieldRef::Customer(CustomerField::Tenant) => "tenant id",
        FieldRef::Partner(PartnerField::Country) | FieldRef::Customer(CustomerField::Country) => "country",
        FieldRef::Partner(PartnerField::Cloud) | FieldRef::Customer(CustomerField::Cloud) => "cloud",
        FieldRef::Partner(PartnerField::Roles) => "roles",
        FieldRef::Customer(CustomerField::Qualification) => "qualification",
        FieldRef::Customer(CustomerField::Vetting) => "qualification check",
        FieldRef::Subscription(SubscriptionField::Id) => "id",
        FieldRef::Subscription(SubscriptionField::Channel) => "channel",
        FieldRef::Subscription(SubscriptionField::Seller) => "seller",
        FieldRef::Subscription(SubscriptionField::PartnerOfRecord) => "partner of record",
        FieldRef::Subscription(SubscriptionField::Creation) => "creation date",
        FieldRef::Subscription(SubscriptionField::Segment) => "segment",
        FieldRef::Subscription(SubscriptionField::Family) => "product family",
        other => super::fields::field(other),
    }
}
