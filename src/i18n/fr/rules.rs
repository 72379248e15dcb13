//! French: the rules, what they ask, and what is wrong with a record. The terms are those of the portal in French.

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
        Severity::Integrity => "intégrité",
        Severity::Error => "erreur",
        Severity::Warning => "avertissement",
        Severity::Hint => "remarque",
    }
}

/// The seats of an offer.
pub fn limits(least: u32, most: u32) -> String {
    format!("Son offre a de {least} à {most} sièges.")
}

/// That a rule lacks a fact of a record.
pub fn missing(fact: &str, of: &str) -> String {
    format!("ne peut pas être jugé : {fact} de {of} inconnu")
}

/// A fact that a rule may lack, where the label of the field would not tell it well.
pub fn fact(field: FieldRef) -> &'static str {
    match field {
        FieldRef::Partner(PartnerField::Tenant) | FieldRef::Customer(CustomerField::Tenant) => {
            "ID de locataire"
        }
        FieldRef::Partner(PartnerField::Country) | FieldRef::Customer(CustomerField::Country) => "pays",
        FieldRef::Partner(PartnerField::Cloud) | FieldRef::Customer(CustomerField::Cloud) => "cloud",
        FieldRef::Partner(PartnerField::Roles) => "rôle",
        FieldRef::Customer(CustomerField::Qualification) => "type de qualification",
        FieldRef::Customer(CustomerField::Vetting) => "état de la qualification",
        FieldRef::Subscription(SubscriptionField::Id) => "ID",
        FieldRef::Subscription(SubscriptionField::Channel) => "canal",
        FieldRef::Subscription(SubscriptionField::Seller) => "vendeur",
        FieldRef::Subscription(SubscriptionField::PartnerOfRecord) => "partenaire enregistré",
        FieldRef::Subscription(SubscriptionField::Creation) => "jour de création",
        FieldRef::Subscription(SubscriptionField::Segment) => "segment",
        FieldRef::Subscription(SubscriptionField::Family) => "type de produit",
        other => super::fields::field(other),
    }
}
