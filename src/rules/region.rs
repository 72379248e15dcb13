//! Region (R-REG-001 to 003): who may do business with whom, by where they are.

use super::catalogue::{Judge, Look, Nature, Rule, Sale, Validity};
use super::code::{Code, Severity};
use super::fact::{Fact, Missing, both, holds, is_open, lacks, stands, takes_part};
use super::finding::Out;
use super::reason::Reason;
use crate::model::{
    Country, Currency, Customer, CustomerField, Day, FieldRef, Key, Partner, PartnerField, Partnership,
    PartnershipField, Region, Relationship, RelationshipField, SubscriptionField, TenantId, market_of,
    region_of,
};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: Code::Reg001,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "csp-supported-partner-relationships, scenario 7; regional-authorization-overview; \
                 request-a-relationship-with-a-customer; mpa-indirect-provider-faq",
        judges: &[Judge::Relationship(customer_in_region), Judge::Subscription(sold_in_region)],
    },
    Rule {
        code: Code::Reg002,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "csp-supported-partner-relationships, scenario 8; mpa-indirect-provider-faq; \
                 verify-indirect-reseller-mpa-status, error 2201",
        judges: &[Judge::Partnership(partners_in_one_region), Judge::Subscription(record_in_region)],
    },
    Rule {
        code: Code::Reg003,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "regional-authorization-overview, 15 April 2021; partner-center-supported-languages-and-locales; \
                 announcements of January 2021",
        judges: &[
            Judge::Partner(partner_in_a_market),
            Judge::Customer(customer_in_a_market),
            Judge::Subscription(currency_of_the_market),
        ],
    },
];

/// Since when partners in Europe may be billed in their own currency (announcements, phase 1).
const EUROPEAN_BILLING: Validity = Validity { from: Some((2021, 1, 28)), until: None };

/// The region of a partner, or that its country is missing. A country that is not in the list has none.
fn region_of_partner(p: &Partner) -> Result<Option<Region>, Missing> {
    let missing = Missing(Key::Partner(p.tenant), FieldRef::Partner(PartnerField::Country));
    p.country.map(region_of).ok_or(missing)
}

fn region_of_customer(c: &Customer) -> Result<Option<Region>, Missing> {
    let missing = Missing(Key::Customer(c.tenant), FieldRef::Customer(CustomerField::Country));
    c.country.map(region_of).ok_or(missing)
}

/// Whether the regions differ. A country that is given but not in the list is R-REG-003's finding alone.
fn differ(a: Result<Option<Region>, Missing>, b: Result<Option<Region>, Missing>) -> Fact {
    match (a, b) {
        (Ok(None), _) | (_, Ok(None)) => Ok(false),
        (a, b) => Ok(a? != b?),
    }
}

/// R-REG-001 on a relationship that is not removed, of an account in the programme.
fn customer_in_region(look: &Look<'_>, r: &Relationship, out: &mut Out<'_>) {
    let (Some(p), Some(c)) = (look.model.partner(r.partner), look.model.customer(r.customer)) else { return };
    let differ = differ(region_of_partner(p), region_of_customer(c));
    if holds(both(both(stands(r), takes_part(p)), differ), out) {
        let field = FieldRef::Relationship(RelationshipField::Partner);
        out.find(Reason::CustomerInOtherRegion, Some(Key::Customer(c.tenant)), Some(field));
    }
}

/// R-REG-001 on a sale.
fn sold_in_region(_: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let (Some(p), Some(c)) = (sale.seller, sale.customer) else { return };
    if holds(differ(region_of_partner(p), region_of_customer(c)), out) {
        let field = FieldRef::Subscription(SubscriptionField::Seller);
        out.find(Reason::SellerInOtherRegion, Some(Key::Partner(p.tenant)), Some(field));
    }
}

/// R-REG-002 on a partnership that has not ended.
fn partners_in_one_region(look: &Look<'_>, p: &Partnership, out: &mut Out<'_>) {
    let (Some(provider), Some(reseller)) = (look.model.partner(p.provider), look.model.partner(p.reseller))
    else {
        return;
    };
    let field = FieldRef::Partnership(PartnershipField::Reseller);
    if let (None, Ok(true), Some(other)) =
        (provider.country, is_open(p), reseller_elsewhere(look, p, reseller))
    {
        return out.find(Reason::ResellersInTwoRegions, Some(Key::Partner(other)), Some(field));
    }
    if holds(both(is_open(p), differ(region_of_partner(provider), region_of_partner(reseller))), out) {
        out.find(Reason::ResellerInOtherRegion, Some(Key::Partner(p.reseller)), Some(field));
    }
}

/// So many partnerships of a provider without a country are compared: a list of resellers that spans two regions
/// shows it at its beginning.
const COMPARED: usize = 32;

/// Another reseller of the same provider, in another region: the provider can be in one of the two at most, wherever
/// it is. An export of a provider's resellers does not say where the provider is.
fn reseller_elsewhere(look: &Look<'_>, p: &Partnership, reseller: &Partner) -> Option<TenantId> {
    let own = region_of(reseller.country?)?;
    let rows = look.model.links().partnerships_by_provider.get(&p.provider);
    let open = look.model.partnerships().rows(rows).take(COMPARED).filter(|other| is_open(other) == Ok(true));
    let mut located = open.filter_map(|other| {
        let reseller = look.model.partner(other.reseller)?;
        Some((reseller.tenant, region_of(reseller.country?)?))
    });
    // All are held against the first, so that of two regions one is told.
    located.next().filter(|(_, first)| *first != own).map(|(tenant, _)| tenant)
}

/// R-REG-002 on a sale with a partner of record.
fn record_in_region(_: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    if s.partner_of_record.is_none() || (s.seller.is_some() && sale.seller.is_none()) {
        return;
    }
    let reseller = sale.reseller.ok_or(lacks(s, SubscriptionField::PartnerOfRecord));
    let seller = sale.seller.ok_or(lacks(s, SubscriptionField::Seller));
    if holds(differ(seller.and_then(region_of_partner), reseller.and_then(region_of_partner)), out) {
        let field = FieldRef::Subscription(SubscriptionField::PartnerOfRecord);
        out.find(Reason::ResellerInOtherRegion, reseller.ok().map(|r| Key::Partner(r.tenant)), Some(field));
    }
}

/// R-REG-003: a country that is given is a market of the programme.
fn is_a_market(country: Option<Country>, of: Key, field: FieldRef, out: &mut Out<'_>) {
    match country {
        None => out.unknown(of, field),
        Some(country) if region_of(country).is_none() => {
            out.find(Reason::CountryNotListed, None, Some(field));
        }
        Some(_) => {}
    }
}

fn partner_in_a_market(_: &Look<'_>, p: &Partner, out: &mut Out<'_>) {
    is_a_market(p.country, Key::Partner(p.tenant), FieldRef::Partner(PartnerField::Country), out);
}

fn customer_in_a_market(_: &Look<'_>, c: &Customer, out: &mut Out<'_>) {
    is_a_market(c.country, Key::Customer(c.tenant), FieldRef::Customer(CustomerField::Country), out);
}

/// R-REG-003 on a currency that is recorded: that of the customer's market, where the list names one. New business in
/// Europe may be billed in any currency of Europe; new is what was created since then, and what has no date.
fn currency_of_the_market(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let (Some(currency), Some(c)) = (sale.subscription.currency, sale.customer) else { return };
    let Some(country) = c.country else {
        return out.unknown(Key::Customer(c.tenant), FieldRef::Customer(CustomerField::Country));
    };
    let Some(market) = market_of(country) else { return };
    let bought = sale.subscription.creation.map_or(look.today, crate::model::Moment::day);
    if market.currency.is_none_or(|own| own == currency) || fits_europe(market.region, currency, bought) {
        return;
    }
    let field = FieldRef::Subscription(SubscriptionField::Currency);
    out.find_as(Severity::Warning, Reason::OtherCurrency, Some(Key::Customer(c.tenant)), Some(field));
}

fn fits_europe(region: Region, currency: Currency, bought: Day) -> bool {
    region == Region::Europe
        && matches!(currency.as_str(), "EUR" | "GBP" | "DKK" | "NOK" | "SEK" | "CHF")
        && EUROPEAN_BILLING.holds_on(bought)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Channel, PartnershipState, RelationshipState, Role, Roles};
    use crate::rules::testing::{Books, Network, moment, network};

    const NONE: &[Reason] = &[];

    #[test]
    fn r_reg_001_a_partner_sells_in_its_region() {
        for (partner, customer, expected) in [
            ("FR", "DE", NONE),
            ("US", "CA", &[Reason::CustomerInOtherRegion]),
            ("GB", "ZA", &[Reason::CustomerInOtherRegion]),
            ("FR", "CN", NONE),
            ("", "CN", NONE),
        ] {
            let mut books = Books::new();
            let (p, c) = (books.reseller("Reseller", partner), books.customer("Customer", customer));
            let r = books.relationship(p, c);
            assert_eq!(books.reasons(Code::Reg001, Key::Relationship(r)), expected, "{partner} {customer}");
            books.edit_relationship(r, |r| r.state = RelationshipState::Removed);
            assert_eq!(books.reasons(Code::Reg001, Key::Relationship(r)), NONE);
        }
    }

    #[test]
    fn r_reg_001_concerns_accounts_of_the_programme_and_waits_for_facts() {
        let mut books = Books::new();
        let (p, c) = (books.reseller("Reseller", "US"), books.customer("Customer", "CA"));
        let r = Key::Relationship(books.relationship(p, c));
        books.edit_partner(p, |p| p.roles = [Role::Advisor].into());
        assert!(books.reasons(Code::Reg001, r).is_empty() && !books.unjudged(Code::Reg001, r));
        books.edit_partner(p, |p| p.roles = Roles::default());
        assert!(books.reasons(Code::Reg001, r).is_empty() && books.unjudged(Code::Reg001, r));
        books.edit_partner(p, |p| p.roles = [Role::IndirectReseller].into());
        books.edit_customer(c, |c| c.country = None);
        assert!(books.reasons(Code::Reg001, r).is_empty() && books.unjudged(Code::Reg001, r));
    }

    #[test]
    fn r_reg_001_holds_for_sales_too() {
        let Network { mut books, provider, customer, sub, .. } = network();
        let sub = Key::Subscription(sub);
        books.edit_customer(customer, |c| c.country = "CH".parse().ok());
        assert_eq!(books.all(), []);
        books.edit_customer(customer, |c| c.country = "ZA".parse().ok());
        assert_eq!(books.reasons(Code::Reg001, sub), [Reason::SellerInOtherRegion]);
        books.edit_partner(provider, |p| p.country = None);
        assert!(books.reasons(Code::Reg001, sub).is_empty() && books.unjudged(Code::Reg001, sub));
    }

    #[test]
    fn r_reg_002_provider_and_reseller_are_in_one_region() {
        for (provider, reseller, expected) in [
            ("DE", "FR", NONE),
            ("US", "GB", &[Reason::ResellerInOtherRegion]),
            ("BR", "AR", &[Reason::ResellerInOtherRegion]),
        ] {
            let mut books = Books::new();
            let (p, r) = (books.provider("Provider", provider), books.reseller("Reseller", reseller));
            let c = books.customer("Customer", provider);
            let partnership = books.partnership(p, r);
            let sub = Key::Subscription(books.sub(c, p, Some(r)));
            assert_eq!(books.reasons(Code::Reg002, Key::Partnership(partnership)), expected);
            assert_eq!(books.reasons(Code::Reg002, sub), expected, "{provider} {reseller}");
            books.edit_partnership(partnership, |p| p.state = PartnershipState::Ended);
            assert_eq!(books.reasons(Code::Reg002, Key::Partnership(partnership)), NONE);
        }
    }

    #[test]
    fn r_reg_002_tells_resellers_of_two_regions_apart_without_the_provider() {
        let mut books = Books::new();
        let p = books.provider("Provider", "");
        let (us, br) = (books.reseller("First", "US"), books.reseller("Second", "BR"));
        let (first, second) = (books.partnership(p, us), books.partnership(p, br));
        assert_eq!(books.reasons(Code::Reg002, Key::Partnership(first)), NONE);
        assert!(books.unjudged(Code::Reg002, Key::Partnership(first)));
        let told = [Reason::ResellersInTwoRegions];
        assert_eq!(books.reasons(Code::Reg002, Key::Partnership(second)), told);
        books.edit_partner(br, |r| r.country = "US".parse().ok());
        assert_eq!(books.reasons(Code::Reg002, Key::Partnership(second)), NONE);
    }

    #[test]
    fn r_reg_002_waits_for_countries_sellers_and_unknown_resellers() {
        let Network { mut books, provider, reseller, sub, .. } = network();
        let partnership = books.model.partnerships_between(provider, reseller).next().unwrap().id;
        let (sub_key, partnership) = (Key::Subscription(sub), Key::Partnership(partnership));
        assert!(!books.unjudged(Code::Reg002, sub_key) && !books.unjudged(Code::Reg002, partnership));
        books.edit_sub(sub, |s| s.partner_of_record = Some("9999999".into()));
        assert!(books.unjudged(Code::Reg002, sub_key));
        books.edit_sub(sub, |s| s.seller = None);
        assert!(books.unjudged(Code::Reg002, sub_key));
        books.edit_sub(sub, |s| s.partner_of_record = None);
        assert!(!books.unjudged(Code::Reg002, sub_key));
        books.edit_partner(reseller, |p| p.country = None);
        assert!(books.unjudged(Code::Reg002, partnership));
        assert!(books.all().iter().all(|finding| finding.rule != Code::Reg002));
    }

    #[test]
    fn r_reg_003_a_country_is_a_market() {
        let mut books = Books::new();
        for country in ["CN", "IR", "KP", "CU", "SY", "SD", "UK", "EL"] {
            let (p, c) = (books.reseller("Reseller", country), books.customer("Customer", country));
            for key in [Key::Partner(p), Key::Customer(c)] {
                let found = books.graded(Code::Reg003, key);
                assert_eq!(found, [(Reason::CountryNotListed, Severity::Error)], "{country}");
            }
        }
        for country in ["CH", "GB", "XS", "XE", "XK", "NA"] {
            let c = Key::Customer(books.customer("Customer", country));
            assert!(books.reasons(Code::Reg003, c).is_empty() && !books.unjudged(Code::Reg003, c));
        }
        let c = Key::Customer(books.customer("Customer", ""));
        assert!(books.reasons(Code::Reg003, c).is_empty() && books.unjudged(Code::Reg003, c));
    }

    #[test]
    fn r_reg_003_a_currency_fits_the_market() {
        let other = [(Reason::OtherCurrency, Severity::Warning)];
        for (country, currency, created, fits) in [
            ("CH", "CHF", None, true),
            ("CH", "EUR", None, true),
            ("CH", "EUR", Some("2021-01-28"), true),
            ("CH", "EUR", Some("2021-01-27"), false),
            ("CH", "USD", None, false),
            ("JP", "USD", None, false),
            ("JP", "JPY", None, true),
            ("BA", "EUR", None, true),
            ("CN", "USD", None, true),
        ] {
            let mut books = Books::new();
            let (p, c) = (books.direct_bill("Partner", country), books.customer("Customer", country));
            let sub = books.sub(c, p, None);
            books.edit_sub(sub, |s| {
                s.currency = currency.parse().ok();
                s.creation = created.map(moment);
            });
            let found = books.graded(Code::Reg003, Key::Subscription(sub));
            let expected: &[_] = if fits { &[] } else { &other };
            assert_eq!(found, expected, "{country} {currency} {created:?}");
        }
    }

    #[test]
    fn r_reg_003_a_currency_without_a_country_waits() {
        let Network { mut books, customer, sub, .. } = network();
        books.edit_customer(customer, |c| c.country = None);
        assert!(!books.unjudged(Code::Reg003, Key::Subscription(sub)));
        books.edit_sub(sub, |s| s.currency = "EUR".parse().ok());
        assert!(books.unjudged(Code::Reg003, Key::Subscription(sub)));
        books.edit_sub(sub, |s| s.channel = Channel::MicrosoftDirect);
        assert!(books.reasons(Code::Reg003, Key::Subscription(sub)).is_empty());
    }
}
