//! Self-dealing (R-SELF): nobody sells to itself, nor into the tenants of the programme.

use super::catalogue::{Judge, Look, Nature, Rule, Sale, Validity};
use super::code::{Code, Severity};
use super::fact::{any, both, holds, is_csp, is_open, is_reseller, lacks, stands, takes_part};
use super::finding::Out;
use super::reason::Reason;
use super::step::Step;
use crate::model::{
    BillingType, Change, Customer, FieldRef, Key, Partner, Partnership, PartnershipField, PartnershipState,
    Record, Relationship, RelationshipField, RelationshipState, SubscriptionField,
};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: Code::Self001,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "csp-supported-partner-relationships, scenario 4; multipartner; enrolling-in-the-csp-program",
        judges: &[Judge::Subscription(not_sold_to_an_account), Judge::Relationship(no_account_as_customer)],
    },
    Rule {
        code: Code::Self002,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "csp-supported-partner-relationships, scenario 5",
        judges: &[Judge::Subscription(not_sold_in_a_group)],
    },
    Rule {
        code: Code::Self003,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "csp-supported-partner-relationships, scenario 6; indirect-provider-tasks-in-partner-center",
        judges: &[Judge::Relationship(no_reseller_as_customer), Judge::Step(no_customer_as_reseller)],
    },
    Rule {
        code: Code::Self004,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "work-with-other-partners (seed); multichannel; multipartner",
        judges: &[Judge::Subscription(not_sold_to_a_partner)],
    },
];

/// Days on which no CSP partner resold to another on any tenant: by the day of the sale, not of the check.
const BAN_ON_ANY_TENANT: Validity = Validity { from: None, until: Some((2020, 5, 11)) };

/// R-SELF-001 on a sale. Benefits not for resale live on the partner's own tenant; Azure partner shared services do
/// too, but nothing recorded tells them apart.
fn not_sold_to_an_account(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    let Some(account) = look.model.partner(s.customer) else { return };
    if s.billing_type != BillingType::Benefit && holds(both(is_csp(s), takes_part(account)), out) {
        let field = FieldRef::Subscription(SubscriptionField::Customer);
        out.find(Reason::SoldToAccount, Some(Key::Customer(s.customer)), Some(field));
    }
}

/// R-SELF-001 on a relationship; one that is removed is past.
fn no_account_as_customer(look: &Look<'_>, r: &Relationship, out: &mut Out<'_>) {
    let Some(account) = look.model.partner(r.customer) else { return };
    if holds(both(both(is_reseller(r), stands(r)), takes_part(account)), out) {
        let field = FieldRef::Relationship(RelationshipField::Customer);
        out.find(Reason::AccountAsCustomer, Some(Key::Customer(r.customer)), Some(field));
    }
}

/// How close a customer and a partner are.
enum Kinship {
    Apart,
    Perhaps,
    OneGroup,
}

/// R-SELF-002, for the seller and for the reseller on record.
fn not_sold_in_a_group(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let (Some(c), Some(seller)) = (sale.customer, sale.seller) else { return };
    kin(look, c, seller, SubscriptionField::Seller, out);
    if let Some(reseller) = sale.reseller.filter(|reseller| reseller.tenant != seller.tenant) {
        kin(look, c, reseller, SubscriptionField::PartnerOfRecord, out);
    }
}

fn kin(look: &Look<'_>, c: &Customer, p: &Partner, field: SubscriptionField, out: &mut Out<'_>) {
    let (partner, field) = (Some(Key::Partner(p.tenant)), Some(FieldRef::Subscription(field)));
    match kinship(look, c, p) {
        Kinship::Apart => {}
        Kinship::Perhaps => out.find_as(Severity::Warning, Reason::PerhapsInGroup, partner, field),
        Kinship::OneGroup => out.find(Reason::SoldInGroup, partner, field),
    }
}

/// One tenant is one company. Groups are recorded by the user: who has none stands alone, and only then a name or a
/// domain makes us guess.
fn kinship(look: &Look<'_>, c: &Customer, p: &Partner) -> Kinship {
    if c.tenant == p.tenant {
        return Kinship::OneGroup;
    }
    match c.group.zip(p.group) {
        Some((a, b)) if look.model.are_affiliated(a, b) => Kinship::OneGroup,
        None if same_name(c, p) || same_domain(c, p) => Kinship::Perhaps,
        Some(_) | None => Kinship::Apart,
    }
}

fn same_name(c: &Customer, p: &Partner) -> bool {
    let (of_customer, of_partner) = (c.name.raw().trim(), p.name.raw().trim());
    !of_customer.is_empty() && of_customer.eq_ignore_ascii_case(of_partner)
}

/// True when one's domain is the other's, or below it; a partner's is that of its e-mail address.
fn same_domain(c: &Customer, p: &Partner) -> bool {
    let Some((_, of_partner)) = p.email.raw().rsplit_once('@') else { return false };
    let of_customer = c.domain.raw();
    (is_below(of_customer, of_partner) || is_below(of_partner, of_customer)) && !is_web_mail(of_partner)
}

/// True for `contoso.com` below `contoso.com`, and `eu.contoso.com` too; the upper one has a dot, or it says nothing.
fn is_below(domain: &str, upper: &str) -> bool {
    let Some(cut) = domain.len().checked_sub(upper.len()) else { return false };
    let (front, tail) = (domain.as_bytes()[..cut].last(), &domain.as_bytes()[cut..]);
    upper.contains('.') && front.is_none_or(|c| *c == b'.') && tail.eq_ignore_ascii_case(upper.as_bytes())
}

/// Domains of everybody's mail (rules.md 4), and the one under which every tenant starts.
fn is_web_mail(domain: &str) -> bool {
    const HOSTS: &[&str] = &[
        "gmail.com",
        "googlemail.com",
        "ymail.com",
        "icloud.com",
        "me.com",
        "aol.com",
        "outlook.com",
        "onmicrosoft.com",
    ];
    let of_family =
        |family: &str| domain.get(..family.len()).is_some_and(|start| start.eq_ignore_ascii_case(family));
    HOSTS.iter().any(|host| domain.eq_ignore_ascii_case(host))
        || ["yahoo.", "hotmail.", "live."].into_iter().any(of_family)
}

/// R-SELF-003: the customer of a provider is not its reseller on the same tenant.
fn no_reseller_as_customer(look: &Look<'_>, r: &Relationship, out: &mut Out<'_>) {
    let pair = look.model.partnerships_between(r.partner, r.customer);
    // An active partnership says more than an invitation; they stand in this order.
    let Some(p) = pair.filter(|p| is_open(p) != Ok(false)).max_by_key(|p| (weight(p.state), p.id)) else {
        return;
    };
    if holds(both(stands(r), is_open(p)), out) {
        let severity = if weight(p.state) > 1 { Severity::Error } else { Severity::Warning };
        let field = FieldRef::Relationship(RelationshipField::Customer);
        out.find_as(severity, Reason::ResellerAsCustomer, Some(Key::Partner(r.customer)), Some(field));
    }
}

/// How much a partnership beside a customer relationship says: nothing, a warning, an error.
fn weight(state: PartnershipState) -> u8 {
    match state {
        PartnershipState::Active => 2,
        PartnershipState::Invited => 1,
        PartnershipState::Ended | PartnershipState::Other(_) => 0,
    }
}

/// R-SELF-003 on an edit: no new partnership with a tenant that is an active customer, not even an invitation.
fn no_customer_as_reseller(look: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    for p in step.changes.iter().filter_map(new_partnership) {
        let mut customers = look.model.relationships_between(p.provider, p.reseller);
        if customers.any(|r| r.state == RelationshipState::Active) {
            let field = FieldRef::Partnership(PartnershipField::Reseller);
            let customer = Some(Key::Customer(p.reseller));
            out.about(Key::Partnership(p.id)).find(Reason::CustomerAsReseller, customer, Some(field));
        }
    }
}

fn new_partnership(change: &Change) -> Option<&Partnership> {
    match (&change.before, &change.after) {
        (None, Some(Record::Partnership(p))) if p.state != PartnershipState::Ended => Some(p),
        _ => None,
    }
}

/// R-SELF-004: before the ban was limited to the CSP tenant nothing was sold to a partner's group. Without a group a
/// customer stands alone.
fn not_sold_to_a_partner(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    let Some(group) = sale.customer.and_then(|c| c.group) else { return };
    let sold_then = s.creation.map(|created| BAN_ON_ANY_TENANT.holds_on(created.day()));
    let sold_then = sold_then.ok_or(lacks(s, SubscriptionField::Creation));
    let banned = both(is_csp(s), sold_then);
    if banned == Ok(false) {
        return;
    }
    let partners = || look.model.partners_of_group(group);
    if holds(both(any(partners().map(takes_part)), banned), out) {
        let partner = partners().filter(|p| p.is_csp()).map(|p| Key::Partner(p.tenant)).min();
        out.find(Reason::SoldToPartner, partner, Some(FieldRef::Subscription(SubscriptionField::Customer)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Channel, PartnershipId, Role, Roles, Verb};
    use crate::rules::testing::{Books, Network, moment, network};

    const NONE: &[Reason] = &[];

    #[test]
    fn r_self_001_a_company_buys_for_itself_on_another_tenant() {
        let mut books = Books::new();
        let contoso = books.direct_bill("Contoso", "FR");
        let fabrikam = books.reseller("Fabrikam", "FR");
        let internal = books.customer("fabrikam-internal", "FR");
        books.group(&[fabrikam, internal]);
        books.relationship(contoso, internal);
        let sub = books.sub(internal, contoso, None);
        books.edit_sub(sub, |s| s.creation = Some(moment("2021-06-01")));
        assert_eq!(books.reasons(Code::Self001, Key::Subscription(sub)), NONE);

        books.customer_on(fabrikam);
        let relationship = books.relationship(contoso, fabrikam);
        books.edit_sub(sub, |s| s.customer = fabrikam);
        let (sub_key, key) = (Key::Subscription(sub), Key::Relationship(relationship));
        assert_eq!(books.graded(Code::Self001, sub_key), [(Reason::SoldToAccount, Severity::Error)]);
        assert_eq!(books.reasons(Code::Self001, key), [Reason::AccountAsCustomer]);

        books.edit_sub(sub, |s| s.billing_type = BillingType::Benefit);
        books.edit_relationship(relationship, |r| r.state = RelationshipState::Removed);
        assert_eq!(books.reasons(Code::Self001, sub_key), NONE);
        assert_eq!(books.reasons(Code::Self001, key), NONE);
    }

    #[test]
    fn r_self_001_concerns_resale_and_tenants_of_the_programme() {
        let mut books = Books::new();
        let (seller, account) = (books.direct_bill("Contoso", "FR"), books.reseller("Fabrikam", "FR"));
        books.customer_on(account);
        let sub = books.sub(account, seller, None);
        let relationship = Key::Relationship(books.relationship(seller, account));
        let key = Key::Subscription(sub);
        books.edit_partner(account, |p| p.roles = [Role::Advisor].into());
        assert!(books.reasons(Code::Self001, key).is_empty() && !books.unjudged(Code::Self001, key));
        books.edit_partner(account, |p| p.roles = Roles::default());
        assert!(books.reasons(Code::Self001, key).is_empty() && books.unjudged(Code::Self001, key));
        assert!(books.unjudged(Code::Self001, relationship));
        books.edit_partner(account, |p| p.roles = [Role::IndirectProvider].into());
        books.edit_sub(sub, |s| s.channel = Channel::MicrosoftDirect);
        assert_eq!(books.reasons(Code::Self001, key), NONE);
    }

    #[test]
    fn r_self_002_no_sale_inside_a_group() {
        let Network { mut books, provider, reseller, customer, sub } = network();
        let key = Key::Subscription(sub);
        let sold = [(Reason::SoldInGroup, Severity::Error)];
        let own = books.group(&[customer]);
        books.group(&[provider]);
        let third = books.group(&[reseller]);
        assert_eq!(books.graded(Code::Self002, key), []);
        books.edit_group(third, |g| g.affiliates = vec![own]);
        assert_eq!(books.graded(Code::Self002, key), sold);
        books.edit_group(third, |g| g.affiliates.clear());
        books.edit_partner(provider, |p| p.group = Some(own));
        assert_eq!(books.graded(Code::Self002, key), sold);
        books.edit_sub(sub, |s| s.seller = None);
        assert_eq!(books.graded(Code::Self002, key), []);
    }

    #[test]
    fn r_self_002_is_a_warning_when_only_guessed() {
        let Network { mut books, provider, customer, sub, .. } = network();
        let key = Key::Subscription(sub);
        let guessed = [(Reason::PerhapsInGroup, Severity::Warning)];
        books.edit_customer(customer, |c| c.name = "NORDLYS distribution ".into());
        assert_eq!(books.graded(Code::Self002, key), guessed);
        books.group(&[customer]);
        assert_eq!(books.graded(Code::Self002, key), guessed);
        books.group(&[provider]);
        assert_eq!(books.graded(Code::Self002, key), []);
    }

    #[test]
    fn r_self_002_guesses_by_domain_but_not_by_web_mail() {
        let Network { mut books, provider, customer, sub, .. } = network();
        for (email, domain, guessed) in [
            ("sales@nordlys.example", "nordlys.example", true),
            ("sales@nordlys.example", "Clinic.NORDLYS.example", true),
            ("sales@eu.nordlys.example", "nordlys.example", true),
            ("sales@nordlys.example", "notnordlys.example", false),
            ("sales@nordlys.example", "", false),
            ("", "nordlys.example", false),
            ("sales@example", "nordlys.example", false),
            ("nordlys@gmail.com", "gmail.com", false),
            ("nordlys@yahoo.fr", "yahoo.fr", false),
            ("nordlys@onmicrosoft.com", "clinic.onmicrosoft.com", false),
        ] {
            books.edit_partner(provider, |p| p.email = email.into());
            books.edit_customer(customer, |c| c.domain = domain.into());
            let found = books.reasons(Code::Self002, Key::Subscription(sub));
            assert_eq!(!found.is_empty(), guessed, "{email} {domain}");
        }
    }

    #[test]
    fn r_self_003_a_reseller_is_not_its_own_providers_customer() {
        let Network { mut books, provider, reseller, .. } = network();
        books.customer_on(reseller);
        let id = books.relationship(provider, reseller);
        let key = Key::Relationship(id);
        assert_eq!(books.graded(Code::Self003, key), [(Reason::ResellerAsCustomer, Severity::Error)]);
        let partnership = books.model.partnerships_between(provider, reseller).next().unwrap().id;
        books.edit_partnership(partnership, |p| p.state = PartnershipState::Invited);
        assert_eq!(books.graded(Code::Self003, key), [(Reason::ResellerAsCustomer, Severity::Warning)]);
        books.edit_relationship(id, |r| r.state = RelationshipState::Removed);
        assert_eq!(books.reasons(Code::Self003, key), NONE);
    }

    #[test]
    fn r_self_003_has_three_ways_out() {
        // another tenant of the reseller's group
        let Network { mut books, provider, reseller, customer, .. } = network();
        books.group(&[reseller, customer]);
        let other =
            Key::Relationship(books.model.relationships_between(provider, customer).next().unwrap().id);
        assert_eq!(books.reasons(Code::Self003, other), NONE);
        // the partnership ends, and another provider takes its place
        books.customer_on(reseller);
        let key = Key::Relationship(books.relationship(provider, reseller));
        let partnership = books.model.partnerships_between(provider, reseller).next().unwrap().id;
        books.edit_partnership(partnership, |p| p.state = PartnershipState::Ended);
        let second = books.provider("Second", "DE");
        books.partnership(second, reseller);
        // which is the third way too: customer of the one, reseller of the other
        assert_eq!(books.reasons(Code::Self003, key), NONE);
    }

    #[test]
    fn r_self_003_a_customer_does_not_become_a_reseller() {
        let mut books = Books::new();
        let (provider, reseller) = (books.provider("Provider", "DE"), books.reseller("Reseller", "FR"));
        books.customer_on(reseller);
        let id = PartnershipId::of(provider, reseller, 0);
        let invite = [Change::add(Partnership { id, provider, reseller, ..Partnership::default() })];
        assert_eq!(books.step(Verb::InviteReseller, &invite), []);
        let relationship = books.relationship(provider, reseller);
        let refused = (Code::Self003, Reason::CustomerAsReseller, Key::Partnership(id));
        assert_eq!(books.step(Verb::InviteReseller, &invite), [refused]);
        books.edit_relationship(relationship, |r| r.state = RelationshipState::Removed);
        assert_eq!(books.step(Verb::InviteReseller, &invite), []);
    }

    #[test]
    fn r_self_004_the_old_ban_is_judged_by_the_day_of_the_sale() {
        let mut books = Books::new();
        let (contoso, fabrikam) = (books.direct_bill("Contoso", "FR"), books.reseller("Fabrikam", "FR"));
        let internal = books.customer("fabrikam-internal", "FR");
        let sub = books.sub(internal, contoso, None);
        let key = Key::Subscription(sub);
        assert!(books.reasons(Code::Self004, key).is_empty() && !books.unjudged(Code::Self004, key));
        books.group(&[fabrikam, internal]);
        assert!(books.reasons(Code::Self004, key).is_empty() && books.unjudged(Code::Self004, key));
        for (created, expected) in [
            ("2019-06-01", &[Reason::SoldToPartner][..]),
            ("2020-05-11", &[Reason::SoldToPartner]),
            ("2020-05-12", NONE),
            ("2021-06-01", NONE),
        ] {
            books.edit_sub(sub, |s| s.creation = Some(moment(created)));
            assert_eq!(books.reasons(Code::Self004, key), expected, "{created}");
        }
        books.edit_sub(sub, |s| {
            s.creation = Some(moment("2019-06-01"));
            s.channel = Channel::MicrosoftDirect;
        });
        assert_eq!(books.reasons(Code::Self004, key), NONE);
    }
}
