//! Records by hand.

use super::*;
use crate::model::{Guid, Waiver, WaiverId};

#[test]
fn what_is_typed_is_marked_so() {
    let net = network();
    let id = RelationshipId::of(net.provider, net.provider, 0);
    let typed = Relationship { id, partner: net.provider, customer: net.customer, ..Relationship::default() };
    let step = add(&net.books.model, typed.into()).unwrap();
    let Some(Record::Relationship(r)) = &step.changes[0].after else { panic!("a relationship") };
    assert_eq!(r.origin, Origin::Typed);
    let partner = net.books.model.get(Key::Partner(net.provider)).unwrap();
    assert_eq!(add(&net.books.model, partner), Err(Impossible::Taken(Key::Partner(net.provider))));
}

#[test]
fn what_is_typed_without_an_id_gets_one_of_our_own() {
    let net = network();
    let model = &net.books.model;
    let customer = net.customer;
    for record in [
        Record::from(Partner::default()),
        Customer::default().into(),
        Subscription { customer, ..Subscription::default() }.into(),
        crate::model::Group::default().into(),
    ] {
        let step = add(model, record).unwrap();
        let given = step.changes[0].after.as_ref().unwrap().key();
        assert!(given.id_text().starts_with("own-") && given.id_text() != "own-0", "{given}");
        assert!(add(&after(model, &step), step.changes[0].after.clone().unwrap()).is_err());
    }
}

#[test]
fn a_bulk_edit_is_one_step_and_skips_what_is_so_already() {
    let mut net = network();
    let other = net.books.sub(net.customer, net.provider, Some(net.reseller));
    net.books.edit_sub(other, |s| s.quantity = Some(9));
    let keys = [Key::Subscription(net.sub), Key::Subscription(other)];
    let field = FieldRef::Subscription(SubscriptionField::Quantity);
    let step = edit(&net.books.model, &keys, &[(field, "9".to_owned())]);
    let after = done(&net.books.model, step, Verb::Edit, &keys[..1]);
    assert_eq!(after.subscription(net.sub).unwrap().quantity, Some(9));
    assert_eq!(edit(&after, &keys, &[(field, "9".to_owned())]), Err(Impossible::Nothing));
    let wrong = edit(&after, &keys, &[(field, "many".to_owned())]);
    assert_eq!(wrong, Err(Impossible::Field(field, Wrong::NotANumber)));
}

#[test]
fn the_real_tenant_id_goes_everywhere_it_is_named() {
    let net = network();
    let model = &net.books.model;
    let real = TenantId("d2a5c1f0-0000-4000-8000-00000000000f".parse().unwrap());
    let field = FieldRef::Partner(PartnerField::Tenant);
    let key = Key::Partner(net.provider);
    let step = edit(model, &[key], &[(field, real.to_string())]).unwrap();
    let after = after(model, &step);
    assert!(names(&after, key).is_empty() && !after.contains(key));
    assert_eq!(names(&after, Key::Partner(real)), names(model, key));
    assert_eq!(after.subscription(net.sub).unwrap().seller, Some(real));
    let taken = edit(model, &[key], &[(field, net.reseller.to_string())]);
    assert_eq!(taken, Err(Impossible::Taken(Key::Partner(net.reseller))));

    let field = FieldRef::Customer(crate::model::CustomerField::Tenant);
    let step = edit(model, &[Key::Customer(net.customer)], &[(field, real.to_string())]).unwrap();
    let moved = super::after(model, &step);
    assert_eq!(moved.subscriptions_of(real).count(), 1);
    assert_eq!(moved.relationships_of(real).count(), 2);
    assert!(names(&moved, Key::Customer(net.customer)).is_empty());
}

#[test]
fn a_customer_goes_with_what_means_nothing_without_it() {
    let mut net = network();
    net.books.admin(net.reseller, net.customer, "support");
    let key = Key::Subscription(net.sub);
    let id = WaiverId::of("R-REL-005", &key.to_string());
    let (rule, record) = ("R-REL-005".into(), key.to_string().into());
    net.books.put(Waiver { id, rule, record, ..Waiver::default() });
    let model = &net.books.model;
    let after = after(model, &remove(model, Key::Customer(net.customer)).unwrap());
    let left: Vec<Key> = after.keys().collect();
    let partnership = partnerships(model, net.provider, net.reseller)[0].id;
    let mut expected =
        vec![Key::Partner(net.provider), Key::Partner(net.reseller), Key::Partnership(partnership)];
    expected.sort_unstable_by_key(|key| left.iter().position(|k| k == key));
    assert_eq!(left, expected);
}

#[test]
fn a_partner_goes_and_references_to_it_are_emptied() {
    let mut net = network();
    let id = RelationshipId::of(net.reseller, net.customer, 0);
    net.books.edit_relationship(id, |r| r.via_provider = Some(net.provider));
    let model = &net.books.model;
    let step = remove(model, Key::Partner(net.provider)).unwrap();
    let after = after(model, &step);
    assert!(names(&after, Key::Partner(net.provider)).is_empty());
    assert_eq!(relationships(&after, net.reseller, net.customer)[0].via_provider, None);
    assert_eq!(after.subscription(net.sub).unwrap().seller, None);
    assert_eq!(after.count(TableName::Partnership), 0);
    assert_eq!(step.keys().next(), Some(Key::Partner(net.provider)), "the record itself comes first");
}

#[test]
fn a_copy_has_an_id_of_its_own_and_nothing_that_must_be_unique() {
    let net = network();
    let model = &net.books.model;
    let step = duplicate(model, Key::Partner(net.reseller)).unwrap();
    let Some(Record::Partner(copy)) = &step.changes[0].after else { panic!("a partner") };
    let original = model.partner(net.reseller).unwrap();
    let expected = Partner { tenant: copy.tenant, partner_id: None, ..original.clone() };
    assert_eq!((step.verb, copy), (Verb::Add, &expected));
    assert_ne!(copy.tenant, original.tenant);
    let key = Key::Partnership(partnerships(model, net.provider, net.reseller)[0].id);
    assert_eq!(duplicate(model, key), Err(Impossible::NotCopied(key)));
    let nobody = Key::Customer(TenantId(Guid::own(404)));
    assert_eq!(remove(model, nobody), Err(Impossible::Gone(nobody)));
}
