//! What concerns a row, who comes into question, and what the rules say of them.

use super::*;

fn book(net: Network) -> Book {
    Book::new(net.books.model, today())
}

fn does(offers: &[Offer], verb: Verb) -> Vec<Result<Do, Impossible>> {
    offers.iter().filter(|offer| offer.verb == verb).map(|offer| offer.does.clone()).collect()
}

#[test]
fn a_reseller_is_invited_by_a_provider_that_is_picked() {
    let net = network();
    let model = &net.books.model;
    let offers = Intent::for_row(model, Key::Partner(net.reseller));
    let slot = Slot::Provider { reseller: net.reseller };
    assert_eq!(does(&offers, Verb::InviteReseller), [Ok(Do::Choose(slot.clone()))]);
    assert_eq!(slot.candidates(model).collect::<Vec<_>>(), [Key::Partner(net.provider)]);
    let picked = slot.pick(model, Key::Partner(net.provider)).unwrap();
    let intent = Intent::InviteReseller { provider: net.provider, reseller: net.reseller };
    assert_eq!(picked, Do::Step(intent));
    let wrong = Key::Subscription(net.sub);
    assert_eq!(slot.pick(model, wrong), Err(Impossible::NotACandidate(wrong)));
}

#[test]
fn the_one_partnership_is_ended_without_asking_which() {
    let mut net = network();
    let id = partnerships(&net.books.model, net.provider, net.reseller)[0].id;
    let key = Key::Partner(net.provider);
    let end = |net: &Network| does(&Intent::for_row(&net.books.model, key), Verb::EndPartnership);
    assert_eq!(end(&net), [Ok(Do::Step(Intent::EndPartnership(id)))]);
    let accept = does(&Intent::for_row(&net.books.model, key), Verb::AcceptPartnership);
    assert_eq!(accept, [Err(Impossible::NothingOpen(Verb::AcceptPartnership, key))]);
    let sud = net.books.reseller("Sud Conseil", "FR");
    net.books.partnership(net.provider, sud);
    let slot = Slot::Open { of: key, step: Verb::EndPartnership };
    assert_eq!(end(&net), [Ok(Do::Choose(slot.clone()))]);
    assert_eq!(slot.candidates(&net.books.model).count(), 2);
}

#[test]
fn a_pair_tells_what_stands_between_it() {
    let net = network();
    let model = &net.books.model;
    let pair = Intent::for_pair(model, Key::Partner(net.reseller), Key::Customer(net.customer));
    let id = RelationshipId::of(net.reseller, net.customer, 0);
    let remove = Intent::RemoveRelationship(id, DapAfter::Removed);
    assert_eq!(does(&pair, Verb::RemoveRelationship), [Ok(Do::Step(remove))]);
    assert!(matches!(does(&pair, Verb::AcceptRelationship)[0], Err(Impossible::Standing { .. })));
    let pair = Intent::for_pair(model, Key::Partner(net.reseller), Key::Partner(net.provider));
    assert!(matches!(does(&pair, Verb::EndPartnership)[0], Ok(Do::Step(Intent::EndPartnership(_)))));
}

#[test]
fn reseller_and_provider_at_once_are_two_picks() {
    let mut net = network();
    let customer = net.books.customer("Vidal", "FR");
    let model = &net.books.model;
    let offers = Intent::for_row(model, Key::Customer(customer));
    let slots = does(&offers, Verb::RequestRelationship);
    let Some(Ok(Do::Choose(first))) = slots.get(1) else { panic!("{slots:?}") };
    let Ok(Do::Choose(second)) = first.pick(model, Key::Partner(net.reseller)) else { panic!("a choice") };
    assert_eq!(second.candidates(model).next(), Some(Key::Partner(net.provider)));
    let Ok(Do::Step(intent)) = second.pick(model, Key::Partner(net.provider)) else { panic!("a step") };
    assert_eq!(intent.transaction(model, today()).unwrap().changes.len(), 2);
}

#[test]
fn verdicts_leave_the_book_alone() {
    let mut net = network();
    let us = net.books.reseller("Lakeside IT", "US");
    let sud = net.books.reseller("Sud Conseil", "FR");
    let provider = net.provider;
    let mut book = book(net);
    let before = book.model().clone();
    let slot = Slot::Reseller { provider };
    assert!(slot.verdict(&mut book, Key::Partner(sud)).allows());
    assert!(
        matches!(slot.verdict(&mut book, Key::Partner(us)), Verdict::Barred(findings) if !findings.is_empty())
    );
    assert_eq!(book.model(), &before);
    assert!(book.history().is_empty());
}

#[test]
fn likely_candidates_come_first() {
    let mut net = network();
    let related = net.books.reseller("Sud Conseil", "FR");
    net.books.reseller("Kumo", "DE");
    net.books.relationship(related, net.customer);
    let model = &net.books.model;
    let slot = Slot::SupportContact { subscription: net.sub };
    let order: Vec<Key> = slot.candidates(model).collect();
    assert_eq!(order.len(), 4);
    let unrelated: Vec<usize> = (0..4)
        .filter(|n| !matches!(order[*n], Key::Partner(p) if model.is_reseller_of(p, net.customer)))
        .collect();
    assert_eq!(unrelated, [3]);
    let slot = Slot::RecordReseller { subscription: net.sub };
    assert_eq!(slot.candidates(model).next(), Some(Key::Partner(net.reseller)));
}

#[test]
fn a_form_gap_is_judged_by_its_candidate_alone() {
    let mut net = network();
    let us = net.books.account("Lakeshore", "US", Role::IndirectProvider);
    let (provider, customer) = (net.provider, net.customer);
    let mut book = book(net);
    let record = Box::new(Record::Subscription(Subscription {
        id: next_subscription(book.model(), &"new".into()),
        customer,
        channel: Channel::CspIndirect,
        ..Subscription::default()
    }));
    let field = FieldRef::Subscription(SubscriptionField::Seller);
    let slot = Slot::Field { key: None, record, field };
    assert_eq!(slot.table(), Some(TableName::Partner));
    assert!(slot.verdict(&mut book, Key::Partner(provider)).allows());
    assert!(!slot.verdict(&mut book, Key::Partner(us)).allows());
}

#[test]
fn a_partner_of_record_is_typed_as_its_location_id() {
    let net = network();
    let model = &net.books.model;
    let record = Box::new(Record::Subscription(model.subscription(net.sub).unwrap().clone()));
    let field = FieldRef::Subscription(SubscriptionField::PartnerOfRecord);
    let slot = Slot::Field { key: Some(Key::Subscription(net.sub)), record, field };
    let Ok(Do::Step(Intent::Replace(_, Record::Subscription(s)))) =
        slot.pick(model, Key::Partner(net.reseller))
    else {
        panic!("an edited subscription")
    };
    assert_eq!(s.partner_of_record, model.partner(net.reseller).unwrap().partner_id);
}

#[test]
fn what_is_not_a_sale_through_csp_may_be_supported() {
    let mut net = network();
    let offers = Intent::for_row(&net.books.model, Key::Subscription(net.sub));
    assert!(does(&offers, Verb::SupportElsewhere).is_empty());
    net.books.edit_sub(net.sub, |s| s.channel = Channel::Ea);
    let offers = Intent::for_row(&net.books.model, Key::Subscription(net.sub));
    assert_eq!(does(&offers, Verb::SupportElsewhere).len(), 1);
    let offers = Intent::for_row(&net.books.model, Key::Partner(TenantId::default()));
    assert!(offers.is_empty(), "nothing concerns a record that is gone");
}

#[test]
fn every_intent_says_what_its_step_is_called() {
    let net = network();
    let model = &net.books.model;
    for key in model.keys() {
        for offer in Intent::for_row(model, key) {
            if let Ok(Do::Step(intent)) = offer.does {
                assert_eq!(offer.verb, intent.verb());
                let step = intent.transaction(model, today());
                assert!(step.is_err() || step.unwrap().verb == intent.verb() || intent.verb() == Verb::Add);
            }
        }
    }
}
