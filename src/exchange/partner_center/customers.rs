//! Rows of customers: lists, one by id, search results, the customers of a reseller.

use crate::exchange::fields::Fields;
use crate::exchange::note::NoteKind;
use crate::model::{Country, Guid, RelationshipKind, TenantId, Text};

/// A customer as an export shows it. What is absent is unknown, not empty.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // each field is the model's field of its name, when the export carries it
pub struct CustomerRow {
    pub tenant: TenantId,
    pub name: Option<Text>,
    pub domain: Option<Text>,
    pub custom_domains: Vec<Text>,
    pub country: Option<Country>,
    pub email: Option<Text>,
    pub phone: Option<Text>,
    pub reg_number: Option<Text>,
    pub commerce_id: Option<Guid>,
    pub associated_partner: Option<TenantId>,
    /// What the exporting partner is to the customer.
    pub relation: Option<RelationshipKind>,
    /// Whether the exporting partner has delegated admin privileges; only an answer by id says so.
    pub delegated_access: Option<bool>,
}

/// The parts that both profiles of a customer carry.
#[derive(Default)]
struct Profile {
    tenant: Option<Guid>,
    name: Option<Text>,
    domain: Option<Text>,
    reg_number: Option<Text>,
    email: Option<Text>,
    phone: Option<Text>,
    country: Option<Country>,
}

/// Reads a customer.
pub fn read(row: &mut Fields<'_, '_>) -> Option<CustomerRow> {
    let tenant = row.key("id")?;
    row.skip(&["links", "enableGDAPByDefault"]);
    row.secret("userCredentials");
    let company = row.object("companyProfile", company).unwrap_or_default();
    let billing = row.object("billingProfile", billing).unwrap_or_default();
    check(row, tenant, &company, &billing);
    let known =
        |raw: &str| if raw == "unknown" { Some(None) } else { RelationshipKind::known(raw).map(Some) };
    Some(CustomerRow {
        tenant: TenantId(tenant),
        name: company.name.or(billing.name),
        domain: company.domain,
        custom_domains: row.texts("customDomains"),
        country: billing.country.or(company.country),
        email: company.email.or(billing.email),
        phone: company.phone.or(billing.phone),
        reg_number: company.reg_number,
        commerce_id: row.guid("commerceId"),
        associated_partner: row.guid("associatedPartnerId").map(TenantId),
        relation: row.word("relationshipToPartner", known, |raw| Some(RelationshipKind::read(raw))).flatten(),
        delegated_access: row.flag("allowDelegatedAccess"),
    })
}

fn company(profile: &mut Fields<'_, '_>) -> Profile {
    profile.skip(&["links"]);
    let (country, phone) = profile.object("address", address).unwrap_or_default();
    Profile {
        tenant: profile.guid("tenantId"),
        name: profile.text("companyName"),
        domain: profile.text("domain"),
        reg_number: profile.text("organizationRegistrationNumber"),
        email: profile.text("email"),
        phone: profile.text("phoneNumber").or(phone),
        country,
    }
}

fn billing(profile: &mut Fields<'_, '_>) -> Profile {
    profile.skip(&["id", "firstName", "lastName", "culture", "language", "links"]);
    let (country, phone) = profile.object("defaultAddress", address).unwrap_or_default();
    let (name, email) = (profile.text("companyName"), profile.text("email"));
    Profile { name, email, phone, country, ..Profile::default() }
}

fn address(address: &mut Fields<'_, '_>) -> (Option<Country>, Option<Text>) {
    address.skip(&[
        "region",
        "city",
        "state",
        "addressLine1",
        "addressLine2",
        "postalCode",
        "firstName",
        "middleName",
        "lastName",
    ]);
    (address.country("country"), address.text("phoneNumber"))
}

fn check(row: &mut Fields<'_, '_>, tenant: Guid, company: &Profile, billing: &Profile) {
    if let Some(other) = company.tenant.filter(|other| *other != tenant) {
        row.note("companyProfile.tenantId", NoteKind::Disagrees, &other.to_string());
    }
    if let (Some(one), Some(other)) = (billing.country, company.country)
        && one != other
    {
        row.note("companyProfile.address.country", NoteKind::Disagrees, other.as_str());
    }
}
