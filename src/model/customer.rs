//! One customer tenant and the agreements it signed (entities.md 2.4, 2.6).

use super::choice::{AgreementKind, AgreementWay, Cloud, Qualification, Vetting};
use super::field::{Value, entity, parts};
use super::id::{GroupId, Guid, TenantId};
use super::{Country, Day, Text};
use serde::{Deserialize, Serialize};

entity! {
    /// One customer tenant.
    pub struct Customer, CustomerField {
        /// The tenant.
        tenant: TenantId = Tenant,
        /// The company's name.
        name: Text = Name,
        /// Its primary domain: a label, not a key (R-ID-006).
        domain: Text = Domain,
        /// Its other domains.
        custom_domains: Vec<Text> = CustomDomains,
        /// The country set in the tenant; a list export does not carry it.
        country: Option<Country> = Country,
        /// The cloud the tenant lives in.
        cloud: Cloud = Cloud,
        /// What special offers it qualifies for.
        qualification: Qualification = Qualification,
        /// How far the check of the qualification is.
        vetting: Vetting = Vetting,
        /// The agreements it signed.
        agreements: Vec<Agreement> = Agreements,
        /// The group it belongs to.
        group: Option<GroupId> = Group,
        /// The reseller a provider created it for.
        associated_partner: Option<TenantId> = AssociatedPartner,
        /// The company's registration number, where the country asks for one.
        reg_number: Text = RegNumber,
        /// Its e-mail address.
        email: Text = Email,
        /// Its phone number.
        phone: Text = Phone,
        /// An id of the billing system; not a key.
        commerce_id: Option<Guid> = CommerceId,
        /// Labels of our own.
        tags: Vec<Text> = Tags,
        /// A note of our own.
        note: Text = Note,
    }
}

/// A customer agreement as it was confirmed.
#[derive(Clone, Debug, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Agreement {
    /// Which agreement.
    #[serde(skip_serializing_if = "super::field::is_default")]
    pub kind: AgreementKind,
    /// Who confirmed it; unknown when an export does not say.
    #[serde(skip_serializing_if = "super::field::is_default")]
    pub way: Option<AgreementWay>,
    /// When it was agreed.
    #[serde(skip_serializing_if = "super::field::is_default")]
    pub date: Option<Day>,
    /// The signer's first name.
    #[serde(skip_serializing_if = "super::field::is_default")]
    pub first_name: Text,
    /// The signer's last name.
    #[serde(skip_serializing_if = "super::field::is_default")]
    pub last_name: Text,
    /// The signer's e-mail address.
    #[serde(skip_serializing_if = "super::field::is_default")]
    pub email: Text,
    /// The signer's phone number.
    #[serde(skip_serializing_if = "super::field::is_default")]
    pub phone: Text,
    /// The text that was signed.
    #[serde(skip_serializing_if = "super::field::is_default")]
    pub template_id: Option<Guid>,
    /// The partner that attested it.
    #[serde(skip_serializing_if = "super::field::is_default")]
    pub attested_by: Option<TenantId>,
}

parts! {
    Vec<Agreement>: |a: &Agreement| Value::Code(match a.date {
        Some(date) => format!("{} {date}", a.kind.code()),
        None => a.kind.code().to_owned(),
    });
}

impl Customer {
    /// The newest Microsoft Customer Agreement; one without a date counts as the oldest.
    pub fn customer_agreement(&self) -> Option<&Agreement> {
        let agreed = self.agreements.iter().filter(|a| a.kind == AgreementKind::MicrosoftCustomerAgreement);
        agreed.max_by_key(|a| a.date)
    }
}
