//! New customers and privileges on them.

use super::*;

fn vidal() -> Customer {
    Customer { name: "Vidal".into(), country: "FR".parse().ok(), ..Customer::default() }
}

#[test]
fn op_06_a_seller_gets_an_active_relationship() {
    let net = network();
    let model = &net.books.model;
    let step = create_customer(model, today(), vidal(), Creator::Seller(net.provider)).unwrap();
    assert_eq!(step.changes.len(), 2);
    let after = after(model, &step);
    let customer = after.customers().values().find(|c| c.name.raw() == "Vidal").unwrap();
    assert!(customer.tenant.0.own_number().is_some(), "its tenant id is not known yet");
    let r = &relationships(&after, net.provider, customer.tenant)[0];
    assert_eq!((r.state, r.origin), (RelationshipState::Active, Origin::CreatedTenant));
}

#[test]
fn op_06_a_provider_creates_for_its_reseller() {
    let net = network();
    let model = &net.books.model;
    let by = Creator::ProviderFor { provider: net.provider, reseller: net.reseller };
    for (day, dap) in [(day("2021-03-01"), Dap::Granted), (today(), Dap::NotRequested)] {
        let step = create_customer(model, day, vidal(), by).unwrap();
        assert_eq!((step.verb, step.changes.len()), (Verb::AddCustomer, 3));
        let after = after(model, &step);
        let customer = after.customers().values().find(|c| c.name.raw() == "Vidal").unwrap();
        assert_eq!(customer.associated_partner, Some(net.reseller));
        assert!(after.is_reseller_of(net.provider, customer.tenant));
        let r = &relationships(&after, net.reseller, customer.tenant)[0];
        assert_eq!((r.state, r.dap, r.via_provider), (RelationshipState::Active, dap, Some(net.provider)));
    }
}

#[test]
fn op_06_needs_a_partnership_and_a_free_tenant() {
    let mut net = network();
    let stranger = net.books.reseller("Sud Conseil", "FR");
    let model = &net.books.model;
    let by = Creator::ProviderFor { provider: net.provider, reseller: stranger };
    let refused = create_customer(model, today(), vidal(), by);
    assert_eq!(refused, Err(Impossible::NotPartners { provider: net.provider, reseller: stranger }));
    let taken = Customer { tenant: net.customer, ..vidal() };
    let refused = create_customer(model, today(), taken, Creator::Seller(net.provider));
    assert_eq!(refused, Err(Impossible::Taken(Key::Customer(net.customer))));
}

#[test]
fn op_07_privileges_are_granular_today_and_were_delegated_before() {
    let net = network();
    let model = &net.books.model;
    let step = grant_privileges(model, today(), net.reseller, net.customer).unwrap();
    let [Change { before: None, after: Some(Record::Admin(admin)) }] = step.changes.as_slice() else {
        panic!("one new record");
    };
    assert!(admin.is_active() && admin.roles.len() == 2);
    assert_eq!(admin.name.raw(), "Atelier Cloud - Clinique du Parc");
    assert_eq!(admin.duration_days, Some(730));
    let again = grant_privileges(&after(model, &step), today(), net.reseller, net.customer).unwrap();
    let Some(Record::Admin(second)) = &again.changes[0].after else { panic!("one new record") };
    assert_ne!((&second.name, second.id), (&admin.name, admin.id));

    let id = RelationshipId::of(net.reseller, net.customer, 0);
    let step = grant_privileges(model, day("2021-03-01"), net.reseller, net.customer);
    let then = done(model, step, Verb::GrantPrivileges, &[Key::Relationship(id)]);
    assert_eq!(relationships(&then, net.reseller, net.customer)[0].dap, Dap::Granted);
}

#[test]
fn op_07_names_fit_whatever_the_companies_are_called() {
    let mut net = network();
    let long = net.books.customer(&"é".repeat(80), "FR");
    let step = grant_privileges(&net.books.model, today(), net.reseller, long).unwrap();
    let Some(Record::Admin(admin)) = &step.changes[0].after else { panic!("one new record") };
    assert_eq!(admin.name.raw().chars().count(), 50);
}
