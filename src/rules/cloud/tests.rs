use super::*;
use crate::model::{
    Agreement, Change, Channel, PartnershipState, Status, Subscription, SubscriptionId, TenantId, Verb,
};
use crate::rules::testing::{Books, Network, day, moment, network};

const NONE: &[Reason] = &[];

#[test]
fn r_reg_004_partner_and_customer_live_in_one_cloud() {
    let Network { mut books, provider, reseller, customer, .. } = network();
    assert_eq!(books.all(), []);
    books.edit_customer(customer, |c| c.cloud = Cloud::UsGov);
    for partner in [provider, reseller] {
        let r = books.model.relationships_between(partner, customer).next().unwrap().id;
        assert_eq!(books.reasons(Code::Reg004, Key::Relationship(r)), [Reason::OtherCloud]);
    }
    books.edit_customer(customer, |c| c.cloud = Cloud::read("moon"));
    let r = books.model.relationships_between(provider, customer).next().unwrap().id;
    assert_eq!(books.reasons(Code::Reg004, Key::Relationship(r)), NONE);
    assert!(books.unjudged(Code::Reg004, Key::Relationship(r)));
}

#[test]
fn r_reg_004_provider_and_reseller_live_in_one_cloud() {
    let Network { mut books, provider, reseller, .. } = network();
    let id = books.model.partnerships_between(provider, reseller).next().unwrap().id;
    books.edit_partner(reseller, |p| p.cloud = Cloud::China21Vianet);
    assert_eq!(books.reasons(Code::Reg004, Key::Partnership(id)), [Reason::OtherCloud]);
}

#[test]
fn r_reg_004_a_transfer_stays_in_one_cloud() {
    let Network { mut books, provider, reseller, customer, .. } = network();
    let target = books.direct_bill("Direct", "FR");
    let id = books.transfer(customer, provider, target);
    assert_eq!(books.reasons(Code::Reg004, Key::Transfer(id)), NONE);
    books.edit_partner(target, |p| p.cloud = Cloud::UsGov);
    assert_eq!(books.reasons(Code::Reg004, Key::Transfer(id)), [Reason::OtherCloud]);
    let id = books.transfer(customer, reseller, provider);
    let half = Transfer { target: None, ..books.model.transfers().get(id).unwrap().clone() };
    books.put(half);
    assert!(books.unjudged(Code::Reg004, Key::Transfer(id)));
}

/// A direct-bill partner and an agency in the US Government cloud.
fn agency() -> (Books, TenantId, TenantId) {
    let mut books = Books::new();
    let (partner, customer) = (books.direct_bill("Direct", "US"), books.customer("Agency", "US"));
    books.edit_partner(partner, |p| p.cloud = Cloud::UsGov);
    books.edit_customer(customer, |c| c.cloud = Cloud::UsGov);
    books.relationship(partner, customer);
    (books, partner, customer)
}

#[test]
fn r_reg_005_one_us_partner_and_one_agency() {
    let (mut books, partner, customer) = agency();
    assert_eq!(books.all(), []);
    let second = books.direct_bill("Second", "US");
    books.edit_partner(second, |p| p.cloud = Cloud::UsGov);
    let r = books.relationship(second, customer);
    let key = Key::Customer(customer);
    let found = |today, severity| {
        assert_eq!(books.on(today).graded(Code::Reg005, key), [(Reason::UsGovSecondPartner, severity)]);
    };
    found("2021-09-30", Severity::Error);
    found("2021-10-01", Severity::Warning);
    books.edit_relationship(r, |r| r.state = RelationshipState::Removed);
    books.relationship(partner, customer);
    assert_eq!(books.reasons(Code::Reg005, key), NONE);
}

#[test]
fn r_reg_005_a_us_address_and_no_indirect_model() {
    let (mut books, partner, _) = agency();
    let key = Key::Partner(partner);
    books.edit_partner(partner, |p| p.country = "CA".parse().ok());
    assert_eq!(books.graded(Code::Reg005, key), [(Reason::UsGovAddress, Severity::Warning)]);
    assert_eq!(books.on("2021-09-30").graded(Code::Reg005, key)[0].1, Severity::Error);
    books.edit_partner(partner, |p| p.country = None);
    assert!(books.reasons(Code::Reg005, key).is_empty() && books.unjudged(Code::Reg005, key));
    for role in [Role::IndirectProvider, Role::IndirectReseller] {
        books.edit_partner(partner, |p| p.roles = [role].into());
        assert_eq!(books.reasons(Code::Reg005, key), [Reason::UsGovRole]);
        books.edit_partner(partner, |p| p.cloud = Cloud::Public);
        assert_eq!(books.reasons(Code::Reg005, key), NONE);
        books.edit_partner(partner, |p| p.cloud = Cloud::UsGov);
    }
}

#[test]
fn r_reg_005_one_channel() {
    let (mut books, partner, customer) = agency();
    books.sub(customer, partner, None);
    let other = books.sub(customer, partner, None);
    assert_eq!(books.reasons(Code::Reg005, Key::Customer(customer)), NONE);
    books.edit_sub(other, |s| s.channel = Channel::Unknown);
    assert_eq!(books.reasons(Code::Reg005, Key::Customer(customer)), NONE);
    books.edit_sub(other, |s| s.channel = Channel::Ea);
    assert_eq!(books.reasons(Code::Reg005, Key::Customer(customer)), [Reason::UsGovSecondChannel]);
    books.edit_sub(other, |s| s.status = Status::Deleted);
    assert_eq!(books.reasons(Code::Reg005, Key::Customer(customer)), NONE);
}

#[test]
fn r_reg_005_requests_were_not_possible_then_not_without_privileges() {
    let (mut books, partner, customer) = agency();
    let id = books.model.relationships_between(partner, customer).next().unwrap().id;
    books.edit_relationship(id, |r| r.state = RelationshipState::Requested);
    let key = Key::Relationship(id);
    let on = |today| books.on(today).graded(Code::Reg005, key);
    assert_eq!(on("2021-09-30"), [(Reason::UsGovRequest, Severity::Error)]);
    assert_eq!(on("2021-10-01"), [(Reason::UsGovNoPrivileges, Severity::Warning)]);
    assert_eq!(on("2023-05-21"), [(Reason::UsGovNoPrivileges, Severity::Warning)]);
    assert_eq!(on("2023-05-22"), []);
    books.edit_relationship(id, |r| r.requested_on = Some(day("2022-02-01")));
    assert_eq!(books.reasons(Code::Reg005, key), [Reason::UsGovNoPrivileges]);
    books.edit_relationship(id, |r| r.dap = Dap::Requested);
    assert_eq!(books.reasons(Code::Reg005, key), NONE);
}

#[test]
fn r_reg_006_nothing_runs_in_the_german_cloud_after_its_end() {
    let Network { mut books, customer, sub, .. } = network();
    let key = Key::Subscription(sub);
    assert_eq!(books.reasons(Code::Reg006, key), NONE);
    books.edit_customer(customer, |c| c.cloud = Cloud::Germany);
    assert_eq!(books.on("2021-10-29").reasons(Code::Reg006, key), NONE);
    assert_eq!(books.on("2021-10-30").reasons(Code::Reg006, key), [Reason::GermanyEnded]);
    books.edit_sub(sub, |s| s.status = Status::Deleted);
    assert_eq!(books.reasons(Code::Reg006, key), NONE);
}

#[test]
fn r_reg_006_the_german_cloud_takes_nothing_new() {
    let Network { mut books, provider, customer, sub, .. } = network();
    books.edit_customer(customer, |c| c.cloud = Cloud::Germany);
    books.edit_sub(sub, |s| s.status = Status::Deleted);
    let r = books.model.relationships_between(provider, customer).next().unwrap().id;
    for (date, expected) in [("2018-12-31", NONE), ("2019-01-01", &[Reason::GermanyClosed])] {
        books.edit_sub(sub, |s| s.creation = Some(moment(date)));
        assert_eq!(books.reasons(Code::Reg006, Key::Subscription(sub)), expected, "{date}");
        books.edit_relationship(r, |r| r.requested_on = Some(day(date)));
        assert_eq!(books.reasons(Code::Reg006, Key::Relationship(r)), expected, "{date}");
    }
}

#[test]
fn r_reg_006_a_step_adds_nothing_to_the_german_cloud() {
    let Network { mut books, customer, .. } = network();
    let tenant = TenantId(books.guid());
    let add = |cloud| [Change::add(Customer { tenant, cloud, ..Customer::default() })];
    assert_eq!(books.step(Verb::AddCustomer, &add(Cloud::Public)), []);
    let closed = |key| [(Code::Reg006, Reason::GermanyClosed, key)];
    assert_eq!(books.step(Verb::AddCustomer, &add(Cloud::Germany)), closed(Key::Customer(tenant)));
    assert_eq!(books.on("2018-12-31").step(Verb::AddCustomer, &add(Cloud::Germany)), []);
    books.edit_customer(customer, |c| c.cloud = Cloud::Germany);
    let id = SubscriptionId(books.guid());
    let service = [Change::add(Subscription { id, customer, ..Subscription::default() })];
    assert_eq!(books.step(Verb::AddSubscription, &service), closed(Key::Subscription(id)));
    let german = books.model.customer(customer).unwrap().clone();
    let renamed = Customer { name: "renamed".into(), ..german.clone() };
    assert_eq!(books.step(Verb::Edit, &[Change::edit(german, renamed)]), []);
}

#[test]
fn r_reg_006_21vianet_has_no_gdap_and_no_agreements() {
    let Network { mut books, provider, customer, .. } = network();
    let admin = Key::Admin(books.admin(provider, customer, "admin"));
    books.edit_customer(customer, |c| c.agreements = vec![Agreement::default()]);
    assert_eq!(books.reasons(Code::Reg006, admin), NONE);
    assert_eq!(books.reasons(Code::Reg006, Key::Customer(customer)), NONE);
    books.edit_customer(customer, |c| c.cloud = Cloud::China21Vianet);
    assert_eq!(books.reasons(Code::Reg006, admin), [Reason::ChinaAdmin]);
    assert_eq!(books.reasons(Code::Reg006, Key::Customer(customer)), [Reason::ChinaAgreement]);
}

#[test]
fn r_reg_006_a_reseller_in_21vianet_uses_its_providers_invitation() {
    let Network { mut books, provider, reseller, customer, .. } = network();
    books.edit_customer(customer, |c| c.cloud = Cloud::China21Vianet);
    let of = |books: &Books, partner| {
        books.model.relationships_between(partner, customer).next().map(|r| r.id).unwrap()
    };
    let (of_provider, own) = (of(&books, provider), of(&books, reseller));
    assert!(books.unjudged(Code::Reg006, Key::Relationship(own)));
    books.edit_relationship(own, |r| r.origin = Origin::Typed);
    books.edit_relationship(of_provider, |r| r.origin = Origin::Typed);
    assert_eq!(books.reasons(Code::Reg006, Key::Relationship(own)), [Reason::ChinaInvitation]);
    assert_eq!(books.reasons(Code::Reg006, Key::Relationship(of_provider)), NONE);
    books.edit_relationship(own, |r| r.via_provider = Some(provider));
    assert_eq!(books.reasons(Code::Reg006, Key::Relationship(own)), NONE);
    let ended = books.model.partnerships_between(provider, reseller).next().unwrap().id;
    books.edit_partnership(ended, |p| p.state = PartnershipState::Ended);
    assert_eq!(books.reasons(Code::Reg006, Key::Relationship(own)), NONE);
}
