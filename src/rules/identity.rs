//! Identity (R-ID): ids that mean one thing each. Most of it is held by types and tables; this judges the rest.

use super::catalogue::{Judge, Look, Nature, Rule, Sale, Validity};
use super::code::{Code, Severity};
use super::fact::{Fact, Missing, any, both, holds, takes_part};
use super::finding::Out;
use super::reason::Reason;
use crate::model::{
    Admin, AdminField, Customer, CustomerField, FieldRef, Guid, Key, Partner, PartnerField, PartnerId,
    SubscriptionField,
};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: Code::Id001,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "verify-indirect-reseller-mpa-status, error 2000; find-ids-and-domain-names",
        judges: &[
            Judge::Partner(partner_has_a_guid),
            Judge::Customer(customer_has_a_guid),
            Judge::Subscription(subscription_has_a_guid),
        ],
    },
    Rule {
        code: Code::Id002,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "verify-indirect-reseller-mpa-status, error 2000; lengths from samples only",
        judges: &[Judge::Partner(ids_are_digits), Judge::Subscription(record_is_digits)],
    },
    Rule {
        code: Code::Id003,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "manage-locations; indirect-provider-tasks-in-partner-center",
        judges: &[Judge::Partner(account_has_a_location), Judge::Subscription(record_is_a_location)],
    },
    Rule {
        code: Code::Id004,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "manage-locations; indirect-reseller-tasks-in-partner-center, step 5; mpa-indirect-provider-faq",
        judges: &[Judge::Partner(location_is_its_own), Judge::Partner(location_is_in_its_country)],
    },
    Rule {
        code: Code::Id005,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "multi-tenant-account; customer-resources; subscription-resources",
        judges: &[Judge::Admin(admin_name_is_its_own)],
    },
    Rule {
        code: Code::Id006,
        severity: Severity::Hint,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "license-based-recon-files",
        judges: &[Judge::Customer(domain_is_a_label)],
    },
];

/// R-ID-001: text that is no GUID does not become an id, so what is left is an id of our own, given until the real one
/// is known: the rule waits for it.
fn is_a_guid(id: Guid, of: Key, field: FieldRef, out: &mut Out<'_>) {
    if id.own_number().is_some() {
        out.unknown(of, field);
    }
}

fn partner_has_a_guid(_: &Look<'_>, p: &Partner, out: &mut Out<'_>) {
    is_a_guid(p.tenant.0, Key::Partner(p.tenant), FieldRef::Partner(PartnerField::Tenant), out);
}

fn customer_has_a_guid(_: &Look<'_>, c: &Customer, out: &mut Out<'_>) {
    is_a_guid(c.tenant.0, Key::Customer(c.tenant), FieldRef::Customer(CustomerField::Tenant), out);
}

fn subscription_has_a_guid(_: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let id = sale.subscription.id;
    is_a_guid(id.0, Key::Subscription(id), FieldRef::Subscription(SubscriptionField::Id), out);
}

/// R-ID-002: decimal digits, and five to seven of them as far as anybody has seen.
fn is_digits(id: Option<&PartnerId>, field: FieldRef, out: &mut Out<'_>) {
    let Some(id) = id else { return };
    if !id.is_digits() {
        out.find(Reason::NotDigits, None, Some(field));
    } else if !(5..=7).contains(&id.canonical().len()) {
        out.find_as(Severity::Hint, Reason::OddLength, None, Some(field));
    }
}

fn ids_are_digits(_: &Look<'_>, p: &Partner, out: &mut Out<'_>) {
    is_digits(p.partner_id.as_ref(), FieldRef::Partner(PartnerField::PartnerId), out);
    is_digits(p.global_id.as_ref(), FieldRef::Partner(PartnerField::GlobalId), out);
}

fn record_is_digits(_: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let record = sale.subscription.partner_of_record.as_ref();
    is_digits(record, FieldRef::Subscription(SubscriptionField::PartnerOfRecord), out);
}

/// The partner that has an id for its head office: then it is a global id.
fn head_office(look: &Look<'_>, id: &PartnerId) -> Option<Key> {
    look.model.partners_with_global_id(id).map(|p| Key::Partner(p.tenant)).min()
}

/// R-ID-003 on an account. That the user confirmed a location is not recorded, so being recorded as global decides.
fn account_has_a_location(look: &Look<'_>, p: &Partner, out: &mut Out<'_>) {
    let Some(owner) = p.partner_id.as_ref().and_then(|id| head_office(look, id)) else { return };
    if holds(takes_part(p), out) {
        out.find(Reason::GlobalId, Some(owner), Some(FieldRef::Partner(PartnerField::PartnerId)));
    }
}

/// R-ID-003 on a sale: the id of a known account is a location.
fn record_is_a_location(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let Some(id) = &sale.subscription.partner_of_record else { return };
    if sale.reseller.is_some_and(Partner::is_csp) {
        return;
    }
    let Some(owner) = head_office(look, id) else { return };
    if holds(sale.reseller.map_or(Ok(true), |r| takes_part(r).map(|known| !known)), out) {
        let field = FieldRef::Subscription(SubscriptionField::PartnerOfRecord);
        out.find(Reason::GlobalId, Some(owner), Some(field));
    }
}

/// How many others are looked through for the one that a finding names.
const FEW: usize = 50;

/// The others that share something which should be one's own.
#[derive(Debug, PartialEq, Eq)]
enum Others {
    Nobody,
    /// The first of few, by its key: then a finding does not depend on where records stand.
    Few(Key),
    /// So many that naming one says nothing.
    Many,
}

fn others(keys: impl Iterator<Item = Key>) -> Others {
    let (mut count, mut first) = (0, None);
    for key in keys.take(FEW + 1) {
        count += 1;
        first = Some(first.map_or(key, |first: Key| first.min(key)));
    }
    match first {
        None => Others::Nobody,
        Some(key) if count <= FEW => Others::Few(key),
        Some(_) => Others::Many,
    }
}

fn find_others(found: &Others, reason: Reason, field: FieldRef, out: &mut Out<'_>) {
    match found {
        Others::Nobody => {}
        Others::Few(key) => out.find(reason, Some(*key), Some(field)),
        Others::Many => out.find(reason, None, Some(field)),
    }
}

/// R-ID-004: no two accounts share a location.
fn location_is_its_own(look: &Look<'_>, p: &Partner, out: &mut Out<'_>) {
    let Some(id) = &p.partner_id else { return };
    let same = || look.model.partners_with_id(id).filter(|other| other.tenant != p.tenant);
    let shared: Fact = any(same().map(|other| both(takes_part(p), takes_part(other))));
    if holds(shared, out) {
        let found = others(same().filter(|other| other.is_csp()).map(|other| Key::Partner(other.tenant)));
        find_others(&found, Reason::SharedPartnerId, FieldRef::Partner(PartnerField::PartnerId), out);
    }
}

/// R-ID-004: the location is in the country of its account, where that of the location is known apart.
fn location_is_in_its_country(_: &Look<'_>, p: &Partner, out: &mut Out<'_>) {
    let Some(location) = p.location_country else { return };
    let missing = Missing(Key::Partner(p.tenant), FieldRef::Partner(PartnerField::Country));
    let apart = p.country.map(|country| country != location).ok_or(missing);
    if holds(both(takes_part(p), apart), out) {
        out.find(Reason::LocationElsewhere, None, Some(FieldRef::Partner(PartnerField::LocationCountry)));
    }
}

/// R-ID-005: tenants and ids are unique by their tables; names of admin privileges are not (R-ADM-003, all states).
fn admin_name_is_its_own(look: &Look<'_>, a: &Admin, out: &mut Out<'_>) {
    let Some(partner) = a.partner.filter(|_| !a.name.is_empty()) else { return };
    let same = look.model.admin_with_name(partner, &a.name).filter(|other| other.id != a.id);
    let found = others(same.map(|other| Key::Admin(other.id)));
    find_others(&found, Reason::SharedAdminName, FieldRef::Admin(AdminField::Name), out);
}

/// R-ID-006: a host name of one customer only. A domain that changes at an import is shown by the import's preview.
fn domain_is_a_label(look: &Look<'_>, c: &Customer, out: &mut Out<'_>) {
    if c.domain.is_empty() {
        return;
    }
    let field = FieldRef::Customer(CustomerField::Domain);
    if !is_host_name(c.domain.raw()) {
        out.find(Reason::NotAHostName, None, Some(field));
    }
    let same = look.model.customers_with_domain(&c.domain).filter(|other| other.tenant != c.tenant);
    find_others(&others(same.map(|other| Key::Customer(other.tenant))), Reason::SharedDomain, field, out);
}

/// Labels of letters, digits and inner dashes, joined by dots. Letters of any script, as domains are shown.
fn is_host_name(text: &str) -> bool {
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    text.len() <= 253 && text.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{SubscriptionId, TenantId};
    use crate::rules::testing::{Books, Network, network};

    const NONE: &[Reason] = &[];

    #[test]
    fn r_id_001_reads_one_id_in_many_forms() {
        let id: Guid = "53EB21CB-6B2D-4EE5-9E92-27DFC927E93C".parse().unwrap();
        assert_eq!(Ok(id), "{53eb21cb-6b2d-4ee5-9e92-27dfc927e93c}".parse());
        assert!("53eb21cb6b2d4ee59e9227dfc927e93c".parse::<Guid>().is_err());
        assert!("contoso.onmicrosoft.com".parse::<Guid>().is_err());
    }

    #[test]
    fn r_id_001_waits_for_the_real_id_of_what_was_typed() {
        let Network { mut books, customer, sub, .. } = network();
        assert!(!books.unjudged(Code::Id001, Key::Customer(customer)));
        assert!(!books.unjudged(Code::Id001, Key::Subscription(sub)));
        let tenant = TenantId(Guid::own(17));
        books.put(Customer { tenant, ..Customer::default() });
        books.put(Partner { tenant, ..Partner::default() });
        let id = SubscriptionId(Guid::own(17));
        books.put(crate::model::Subscription { id, customer, ..Default::default() });
        for key in [Key::Customer(tenant), Key::Partner(tenant), Key::Subscription(id)] {
            assert!(books.unjudged(Code::Id001, key), "{key}");
            assert_eq!(books.reasons(Code::Id001, key), NONE);
        }
    }

    #[test]
    fn r_id_002_digits_are_asked_and_their_number_is_a_hint() {
        let Network { mut books, reseller, sub, .. } = network();
        for (id, expected) in [
            ("4847383", None),
            ("517285", None),
            ("12345", None),
            ("00012345", None),
            ("MPN-4847383", Some((Reason::NotDigits, Severity::Error))),
            ("4 847 383", Some((Reason::NotDigits, Severity::Error))),
            ("53eb21cb-6b2d-4ee5-9e92-27dfc927e93c", Some((Reason::NotDigits, Severity::Error))),
            ("1234", Some((Reason::OddLength, Severity::Hint))),
            ("48473831", Some((Reason::OddLength, Severity::Hint))),
        ] {
            books.edit_partner(reseller, |p| p.partner_id = Some(id.into()));
            books.edit_sub(sub, |s| s.partner_of_record = Some(id.into()));
            for key in [Key::Partner(reseller), Key::Subscription(sub)] {
                assert_eq!(books.graded(Code::Id002, key), Vec::from_iter(expected), "{id} on {key}");
            }
        }
        books.edit_partner(reseller, |p| p.global_id = Some("head office".into()));
        assert_eq!(books.reasons(Code::Id002, Key::Partner(reseller)).len(), 2);
    }

    #[test]
    fn r_id_003_business_uses_the_location() {
        let Network { mut books, reseller, sub, .. } = network();
        books.edit_partner(reseller, |p| p.global_id = Some("5000001".into()));
        assert_eq!(books.all(), []);
        books.edit_sub(sub, |s| s.partner_of_record = Some("5000001".into()));
        assert_eq!(books.reasons(Code::Id003, Key::Subscription(sub)), [Reason::GlobalId]);
        books.edit_partner(reseller, |p| p.partner_id = Some("05000001".into()));
        assert_eq!(books.reasons(Code::Id003, Key::Partner(reseller)), [Reason::GlobalId]);
        books.edit_partner(reseller, |p| p.roles = [crate::model::Role::Advisor].into());
        assert_eq!(books.reasons(Code::Id003, Key::Partner(reseller)), NONE);
    }

    #[test]
    fn r_id_004_a_location_belongs_to_one_account() {
        let mut books = Books::new();
        let (fr, uk) = (books.reseller("Contoso FR", "FR"), books.reseller("Contoso UK", "GB"));
        assert_eq!(books.all(), []);
        books.edit_partner(fr, |p| p.partner_id = Some("4847383".into()));
        books.edit_partner(uk, |p| p.partner_id = Some("04847383".into()));
        for key in [Key::Partner(fr), Key::Partner(uk)] {
            assert_eq!(books.reasons(Code::Id004, key), [Reason::SharedPartnerId]);
        }
        books.edit_partner(uk, |p| p.roles = [crate::model::Role::Advisor].into());
        assert_eq!(books.reasons(Code::Id004, Key::Partner(fr)), NONE);
    }

    #[test]
    fn r_id_004_a_location_is_in_the_country_of_its_account() {
        let mut books = Books::new();
        let uk = books.reseller("Contoso UK", "GB");
        let key = Key::Partner(uk);
        books.edit_partner(uk, |p| p.location_country = "GB".parse().ok());
        assert_eq!(books.reasons(Code::Id004, key), NONE);
        books.edit_partner(uk, |p| p.location_country = "US".parse().ok());
        assert_eq!(books.graded(Code::Id004, key), [(Reason::LocationElsewhere, Severity::Error)]);
        books.edit_partner(uk, |p| p.country = None);
        assert!(books.reasons(Code::Id004, key).is_empty() && books.unjudged(Code::Id004, key));
        books.edit_partner(uk, |p| p.location_country = None);
        assert!(!books.unjudged(Code::Id004, key));
    }

    #[test]
    fn r_id_005_a_tenant_stands_once_and_a_name_of_privileges_too() {
        let Network { mut books, provider, reseller, customer, .. } = network();
        let twin = books.customer("Clinique du Parc", "FR");
        books.admin(provider, customer, "first");
        books.admin(provider, twin, "second");
        books.admin(reseller, customer, "first");
        assert_eq!(books.all(), []);
        let again = books.admin(provider, twin, "first");
        assert_eq!(books.reasons(Code::Id005, Key::Admin(again)), [Reason::SharedAdminName]);
        assert_eq!(books.all().len(), 2);
        books.edit_admin(again, |a| a.name = "third".into());
        assert_eq!(books.all(), []);
    }

    #[test]
    fn r_id_006_a_domain_of_two_tenants_is_a_hint() {
        let Network { mut books, customer, .. } = network();
        let other = books.customer("Contoso", "FR");
        assert_eq!(books.all(), []);
        books.edit_customer(customer, |c| c.domain = "contoso.com".into());
        books.edit_customer(other, |c| c.domain = "Contoso.COM".into());
        for key in [Key::Customer(customer), Key::Customer(other)] {
            assert_eq!(books.graded(Code::Id006, key), [(Reason::SharedDomain, Severity::Hint)]);
        }
        books.edit_customer(other, |c| c.domain = "not a host".into());
        assert_eq!(books.reasons(Code::Id006, Key::Customer(other)), [Reason::NotAHostName]);
        assert_eq!(books.reasons(Code::Id006, Key::Customer(customer)), NONE);
    }

    #[test]
    fn roles_that_nobody_knows_leave_the_location_unjudged() {
        let mut books = Books::new();
        let (one, two) = (books.reseller("One", "FR"), books.reseller("Two", "FR"));
        books.edit_partner(one, |p| p.partner_id = Some("4847383".into()));
        books.edit_partner(two, |p| {
            p.partner_id = Some("4847383".into());
            p.global_id = Some("4847383".into());
            p.roles = crate::model::Roles::default();
        });
        for key in [Key::Partner(one), Key::Partner(two)] {
            assert!(books.reasons(Code::Id004, key).is_empty() && books.unjudged(Code::Id004, key));
        }
        assert_eq!(books.reasons(Code::Id003, Key::Partner(one)), [Reason::GlobalId]);
        assert!(books.unjudged(Code::Id003, Key::Partner(two)));
    }

    #[test]
    fn of_few_the_first_is_named_and_of_many_nobody() {
        let keys: Vec<Key> = (1..=60).map(|n| Key::Customer(TenantId(Guid::own(n)))).collect();
        assert_eq!(others([].into_iter()), Others::Nobody);
        assert_eq!(others(keys[..FEW].iter().rev().copied()), Others::Few(keys[0]));
        assert_eq!(others(keys.into_iter()), Others::Many);
    }

    #[test]
    fn host_names_are_labels_joined_by_dots() {
        for name in ["contoso.com", "localhost", "a-b.example", "müller.example", "株式会社.jp"] {
            assert!(is_host_name(name), "{name}");
        }
        for name in ["contoso..com", ".com", "a b", "-a.com", "a-.com", "http://x", "x@y", ""] {
            assert!(!is_host_name(name), "{name}");
        }
    }
}
