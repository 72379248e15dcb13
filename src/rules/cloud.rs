//! Clouds (R-REG-004 to 006): the public one, the US Government's, Germany's, China's, each apart from the others.

use super::catalogue::{Judge, Look, Nature, Rule, Sale, Validity};
use super::code::{Code, Severity};
use super::fact::{Fact, Missing, any, both, has_role, holds, is_reseller, stands};
use super::finding::Out;
use super::reason::Reason;
use super::step::Step;
use crate::model::{
    Admin, AdminField, Cloud, Customer, CustomerField, Dap, Day, FieldRef, Key, Origin, Partner,
    PartnerField, Partnership, PartnershipField, Record, Relationship, RelationshipField, RelationshipState,
    Role, SubscriptionField, Transfer, TransferField,
};

pub(super) const RULES: &[Rule] = &[
    Rule {
        code: Code::Reg004,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "csp-national-clouds-overview; partner-center-for-microsoft-us-govt-cloud; \
                 developing-for-partner-center-for-microsoft-national-cloud; error-codes 900138",
        judges: &[
            Judge::Relationship(relationship_in_one_cloud),
            Judge::Partnership(partnership_in_one_cloud),
            Judge::Transfer(transfer_in_one_cloud),
        ],
    },
    Rule {
        code: Code::Reg005,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "developing-for-partner-center-for-microsoft-national-cloud; \
                 partner-center-for-microsoft-us-govt-cloud; enroll-in-csp-for-microsoft-us-govt-cloud; \
                 request-a-relationship-with-a-customer",
        judges: &[
            Judge::Partner(us_gov_account),
            Judge::Customer(us_gov_customer),
            Judge::Relationship(us_gov_request),
        ],
    },
    Rule {
        code: Code::Reg006,
        severity: Severity::Error,
        nature: Nature::State,
        valid: Validity::ALWAYS,
        source: "csp-national-clouds-overview; partner-center-for-microsoft-cloud-germany; \
                 Archive/China-multichannel; Archive/China-multipartner; \
                 tenantrelationship-list-delegatedadminrelationships",
        judges: &[
            Judge::Subscription(germany_sale),
            Judge::Relationship(germany_relationship),
            Judge::Step(germany_is_closed),
            Judge::Admin(china_admin),
            Judge::Customer(china_customer),
            Judge::Relationship(china_relationship),
        ],
    },
];

/// Since when the US Government limits are a warning: pages disagree, and requests were announced for that month.
const US_GOV_EASED: Validity = Validity { from: Some((2021, 10, 1)), until: None };
/// While a request could ask for delegated admin privileges at all.
const DAP_OFFERED: Validity = Validity { from: None, until: Some((2023, 5, 21)) };
/// Days on which the German cloud takes new business. The announcement of 2018 is not dated; its last day is taken.
const GERMANY_OPEN: Validity = Validity { from: None, until: Some((2018, 12, 31)) };
/// Days on which services run in the German cloud; its last day is from memory.
const GERMANY_RUNS: Validity = Validity { from: None, until: Some((2021, 10, 29)) };

/// The cloud of a partner, or that its name means nothing to us.
fn partner_cloud(p: &Partner) -> Result<Cloud, Missing> {
    known(p.cloud, Missing(Key::Partner(p.tenant), FieldRef::Partner(PartnerField::Cloud)))
}

fn customer_cloud(c: &Customer) -> Result<Cloud, Missing> {
    known(c.cloud, Missing(Key::Customer(c.tenant), FieldRef::Customer(CustomerField::Cloud)))
}

fn known(cloud: Cloud, missing: Missing) -> Result<Cloud, Missing> {
    match cloud {
        Cloud::Other(_) => Err(missing),
        Cloud::Public | Cloud::UsGov | Cloud::Germany | Cloud::China21Vianet => Ok(cloud),
    }
}

fn differ(a: Result<Cloud, Missing>, b: Result<Cloud, Missing>) -> Fact {
    Ok(a? != b?)
}

/// R-REG-004 on a relationship, removed or not: a link across clouds never was.
fn relationship_in_one_cloud(look: &Look<'_>, r: &Relationship, out: &mut Out<'_>) {
    let (Some(p), Some(c)) = (look.model.partner(r.partner), look.model.customer(r.customer)) else { return };
    if holds(differ(partner_cloud(p), customer_cloud(c)), out) {
        let field = FieldRef::Relationship(RelationshipField::Partner);
        out.find(Reason::OtherCloud, Some(Key::Customer(c.tenant)), Some(field));
    }
}

/// R-REG-004 on a partnership, ended or not.
fn partnership_in_one_cloud(look: &Look<'_>, p: &Partnership, out: &mut Out<'_>) {
    let (Some(a), Some(b)) = (look.model.partner(p.provider), look.model.partner(p.reseller)) else { return };
    if holds(differ(partner_cloud(a), partner_cloud(b)), out) {
        let field = FieldRef::Partnership(PartnershipField::Reseller);
        out.find(Reason::OtherCloud, Some(Key::Partner(b.tenant)), Some(field));
    }
}

/// R-REG-004 on a transfer: source, target and customer.
fn transfer_in_one_cloud(look: &Look<'_>, t: &Transfer, out: &mut Out<'_>) {
    let Some(of_customer) = look.model.customer(t.customer).map(customer_cloud) else { return };
    for (side, field) in [(t.source, TransferField::Source), (t.target, TransferField::Target)] {
        let field = FieldRef::Transfer(field);
        let Some(side) = side else {
            out.unknown(Key::Transfer(t.id), field);
            continue;
        };
        let Some(partner) = look.model.partner(side) else { continue };
        if holds(differ(of_customer, partner_cloud(partner)), out) {
            out.find(Reason::OtherCloud, Some(Key::Partner(side)), Some(field));
        }
    }
}

fn us_gov_severity(today: Day) -> Severity {
    if US_GOV_EASED.holds_on(today) { Severity::Warning } else { Severity::Error }
}

/// R-REG-005 on an account: a US address, no indirect model. That it is validated is not recorded.
fn us_gov_account(look: &Look<'_>, p: &Partner, out: &mut Out<'_>) {
    if p.cloud != Cloud::UsGov {
        return;
    }
    let severity = us_gov_severity(look.today);
    let field = FieldRef::Partner(PartnerField::Country);
    match p.country {
        None => out.unknown(Key::Partner(p.tenant), field),
        Some(country) if country.as_str() != "US" => {
            out.find_as(severity, Reason::UsGovAddress, None, Some(field));
        }
        Some(_) => {}
    }
    if p.is_provider() || p.is_reseller() {
        out.find_as(severity, Reason::UsGovRole, None, Some(FieldRef::Partner(PartnerField::Roles)));
    }
}

/// R-REG-005 on a customer: one partner, one channel.
fn us_gov_customer(look: &Look<'_>, c: &Customer, out: &mut Out<'_>) {
    if c.cloud != Cloud::UsGov {
        return;
    }
    let severity = us_gov_severity(look.today);
    let rows = || look.model.relationships_of(c.tenant);
    if let Some(first) = rows().find(|r| is_open(r) == Ok(true)).map(|r| r.partner)
        && holds(any(rows().filter(|r| r.partner != first).map(is_open)), out)
    {
        out.find_as(severity, Reason::UsGovSecondPartner, None, None);
    }
    let live = look.model.subscriptions_of(c.tenant).filter(|s| s.status.is_live());
    let mut channels = live.map(|s| s.channel).filter(|channel| *channel != crate::model::Channel::Unknown);
    if channels.next().is_some_and(|first| channels.any(|channel| channel != first)) {
        out.find_as(severity, Reason::UsGovSecondChannel, None, None);
    }
}

fn is_open(r: &Relationship) -> Fact {
    both(is_reseller(r), stands(r))
}

/// R-REG-005 on a request: none until they were announced, then none without admin privileges as long as a request
/// could ask for them.
fn us_gov_request(look: &Look<'_>, r: &Relationship, out: &mut Out<'_>) {
    let waits = r.state == RelationshipState::Requested;
    if !waits || look.model.customer(r.customer).is_none_or(|c| c.cloud != Cloud::UsGov) {
        return;
    }
    let customer = Some(Key::Customer(r.customer));
    let asked = r.requested_on.unwrap_or(look.today);
    if !US_GOV_EASED.holds_on(look.today) {
        let field = FieldRef::Relationship(RelationshipField::State);
        out.find(Reason::UsGovRequest, customer, Some(field));
    } else if r.dap == Dap::NotRequested && DAP_OFFERED.holds_on(asked) {
        let field = FieldRef::Relationship(RelationshipField::Dap);
        out.find_as(Severity::Warning, Reason::UsGovNoPrivileges, customer, Some(field));
    }
}

fn lives_in(look: &Look<'_>, customer: crate::model::TenantId, cloud: Cloud) -> bool {
    look.model.customer(customer).is_some_and(|c| c.cloud == cloud)
}

/// R-REG-006 on a sale: nothing bought after the announcement, nothing live after the end.
fn germany_sale(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let Some(c) = sale.customer.filter(|c| c.cloud == Cloud::Germany) else { return };
    let (s, customer) = (sale.subscription, Some(Key::Customer(c.tenant)));
    if s.status.is_live() && !GERMANY_RUNS.holds_on(look.today) {
        let field = FieldRef::Subscription(SubscriptionField::Status);
        out.find(Reason::GermanyEnded, customer, Some(field));
    }
    if s.creation.is_some_and(|created| !GERMANY_OPEN.holds_on(created.day())) {
        let field = FieldRef::Subscription(SubscriptionField::Creation);
        out.find(Reason::GermanyClosed, customer, Some(field));
    }
}

/// R-REG-006 on a relationship: no customer won after the announcement.
fn germany_relationship(look: &Look<'_>, r: &Relationship, out: &mut Out<'_>) {
    let Some(begun) = r.requested_on.or(r.accepted_on) else { return };
    if !GERMANY_OPEN.holds_on(begun) && lives_in(look, r.customer, Cloud::Germany) {
        let field = FieldRef::Relationship(RelationshipField::Customer);
        out.find(Reason::GermanyClosed, Some(Key::Customer(r.customer)), Some(field));
    }
}

/// R-REG-006 on an edit: no new customer and no new service there.
fn germany_is_closed(look: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    if GERMANY_OPEN.holds_on(look.today) {
        return;
    }
    for change in step.changes.iter().filter(|change| change.before.is_none()) {
        match &change.after {
            Some(Record::Customer(c)) if c.cloud == Cloud::Germany => {
                let field = FieldRef::Customer(CustomerField::Cloud);
                out.about(Key::Customer(c.tenant)).find(Reason::GermanyClosed, None, Some(field));
            }
            Some(Record::Subscription(s)) if lives_in(look, s.customer, Cloud::Germany) => {
                let field = FieldRef::Subscription(SubscriptionField::Customer);
                let customer = Some(Key::Customer(s.customer));
                out.about(Key::Subscription(s.id)).find(Reason::GermanyClosed, customer, Some(field));
            }
            _ => {} // other records are no new business
        }
    }
}

/// R-REG-006: 21Vianet has no granular admin privileges.
fn china_admin(look: &Look<'_>, a: &Admin, out: &mut Out<'_>) {
    let china = Cloud::China21Vianet;
    let partner = a.partner.and_then(|p| look.model.partner(p));
    if a.customer.is_some_and(|c| lives_in(look, c, china)) || partner.is_some_and(|p| p.cloud == china) {
        let field = FieldRef::Admin(AdminField::Customer);
        out.find(Reason::ChinaAdmin, a.customer.map(Key::Customer), Some(field));
    }
}

/// R-REG-006: 21Vianet has no agreement records. How an Azure subscription was bought there is not recorded.
fn china_customer(_: &Look<'_>, c: &Customer, out: &mut Out<'_>) {
    if c.cloud == Cloud::China21Vianet && !c.agreements.is_empty() {
        out.find(Reason::ChinaAgreement, None, Some(FieldRef::Customer(CustomerField::Agreements)));
    }
}

/// R-REG-006: a reseller in 21Vianet comes to a customer by its provider's invitation. An export does not say by whose.
fn china_relationship(look: &Look<'_>, r: &Relationship, out: &mut Out<'_>) {
    if r.via_provider.is_some() || !lives_in(look, r.customer, Cloud::China21Vianet) {
        return;
    }
    let Some(partner) = look.model.partner(r.partner) else { return };
    let buys = has_role(partner, &[Role::IndirectProvider, Role::DirectBill]);
    let resells = both(has_role(partner, &[Role::IndirectReseller]), buys.map(|buys| !buys));
    let field = FieldRef::Relationship(RelationshipField::ViaProvider);
    let alone = match r.origin {
        Origin::Imported | Origin::Other(_) => Err(Missing(Key::Relationship(r.id), field)),
        Origin::Typed | Origin::CreatedTenant | Origin::Extension => Ok(true),
    };
    if holds(both(both(is_open(r), resells), alone), out) {
        out.find(Reason::ChinaInvitation, Some(Key::Customer(r.customer)), Some(field));
    }
}

#[cfg(test)]
mod tests;
