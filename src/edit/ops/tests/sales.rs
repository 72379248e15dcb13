//! Subscriptions.

use super::*;

fn office() -> Subscription {
    Subscription {
        name: "Office 365 E3".into(),
        family: Family::LicenseNce,
        quantity: Some(5),
        ..Subscription::default()
    }
}

fn bought(net: &Network, purchase: Purchase) -> Subscription {
    let model = &net.books.model;
    let step = add_subscription(model, today(), net.customer, purchase, office()).unwrap();
    assert_eq!((step.verb, step.changes.len()), (Verb::AddSubscription, 1));
    match step.changes.into_iter().next() {
        Some(Change { before: None, after: Some(Record::Subscription(bought)) }) => bought,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_indirect_purchase_has_a_seller_and_a_reseller_on_record() {
    let net = network();
    let s = bought(&net, Purchase::Indirect { seller: net.provider, reseller: Some(net.reseller) });
    let reseller = net.books.model.partner(net.reseller).unwrap();
    assert_eq!((s.channel, s.seller), (Channel::CspIndirect, Some(net.provider)));
    assert_eq!(s.partner_of_record, reseller.partner_id);
    assert_eq!(s.support_contact, Some(net.provider));
    assert_eq!((s.customer, s.quantity, s.creation), (net.customer, Some(5), Some(today().start())));
    assert!(s.id.0.own_number().is_some(), "its id is not known yet");
}

#[test]
fn a_direct_purchase_has_no_partner_of_record() {
    let mut net = network();
    let direct = net.books.direct_bill("Alpina", "DE");
    let s = bought(&net, Purchase::Direct { seller: direct });
    assert_eq!((s.channel, s.seller, s.partner_of_record), (Channel::CspDirect, Some(direct), None));
}

#[test]
fn a_purchase_elsewhere_has_no_seller() {
    let net = network();
    let s = bought(&net, Purchase::Elsewhere(Channel::Ea));
    assert_eq!((s.channel, s.seller, s.support_contact), (Channel::Ea, None, None));
}

#[test]
fn a_reseller_without_location_id_cannot_be_on_record() {
    let mut net = network();
    net.books.edit_partner(net.reseller, |p| p.partner_id = None);
    let model = &net.books.model;
    let purchase = Purchase::Indirect { seller: net.provider, reseller: Some(net.reseller) };
    let missing = Err(Impossible::NoPartnerId(net.reseller));
    assert_eq!(add_subscription(model, today(), net.customer, purchase, office()), missing);
    assert_eq!(set_partner_of_record(model, net.sub, Some(net.reseller)), missing);
}

/// Does a step on the network's subscription, and checks that it differs in one field alone.
fn only(
    net: &Network,
    step: Result<Transaction, Impossible>,
    verb: Verb,
    edit: impl FnOnce(&mut Subscription),
) {
    let model = &net.books.model;
    let after = done(model, step, verb, &[Key::Subscription(net.sub)]);
    let mut expected = model.subscription(net.sub).unwrap().clone();
    edit(&mut expected);
    assert_eq!(after.subscription(net.sub), Some(&expected));
}

#[test]
fn op_15_sets_and_clears_the_partner_of_record_alone() {
    let mut net = network();
    let sud = net.books.reseller("Sud Conseil", "FR");
    let id = net.books.model.partner(sud).unwrap().partner_id.clone();
    let model = &net.books.model;
    only(&net, set_partner_of_record(model, net.sub, Some(sud)), Verb::SetPartnerOfRecord, |s| {
        s.partner_of_record = id;
    });
    only(&net, set_partner_of_record(model, net.sub, None), Verb::SetPartnerOfRecord, |s| {
        s.partner_of_record = None;
    });
    assert_eq!(set_partner_of_record(model, net.sub, Some(net.reseller)), Err(Impossible::Nothing));
}

#[test]
fn op_15_leaves_what_does_not_run_and_reservations() {
    let mut net = network();
    net.books.edit_sub(net.sub, |s| s.status = Status::Suspended);
    let step = set_partner_of_record(&net.books.model, net.sub, None);
    assert_eq!(step, Err(Impossible::NotLive(net.sub, Status::Suspended)));
    net.books.edit_sub(net.sub, |s| (s.status, s.family) = (Status::Active, Family::Reservation));
    let step = set_partner_of_record(&net.books.model, net.sub, None);
    assert_eq!(step, Err(Impossible::FixedAtPurchase(net.sub)));
}

#[test]
fn op_31_sets_and_resets_the_support_contact_alone() {
    let net = network();
    let model = &net.books.model;
    let reseller = Some(net.reseller);
    only(&net, set_support_contact(model, net.sub, reseller), Verb::SetSupportContact, |s| {
        s.support_contact = reseller;
    });
    assert_eq!(set_support_contact(model, net.sub, None), Err(Impossible::Nothing));
}

#[test]
fn op_09_changes_the_books_own_note_alone() {
    let mut net = network();
    net.books.edit_sub(net.sub, |s| {
        (s.channel, s.seller, s.partner_of_record) = (Channel::Ea, None, None);
    });
    let step = support_elsewhere(&net.books.model, net.reseller, net.sub);
    only(&net, step, Verb::SupportElsewhere, |s| s.supported_by = Some(net.reseller));
}

#[test]
fn a_subscription_id_is_taken_once() {
    let net = network();
    let product = Subscription { id: net.sub, ..office() };
    let purchase = Purchase::Elsewhere(Channel::Ea);
    let step = add_subscription(&net.books.model, today(), net.customer, purchase, product);
    assert_eq!(step, Err(Impossible::Taken(Key::Subscription(net.sub))));
    let nobody = SubscriptionId::default();
    let gone = set_support_contact(&net.books.model, nobody, None);
    assert_eq!(gone, Err(Impossible::Gone(Key::Subscription(nobody))));
}
