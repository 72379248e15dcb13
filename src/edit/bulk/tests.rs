//! One deed on several records: what they have in common, one step, partial refusals.

use super::*;
use crate::edit::{Book, Rejection};
use crate::model::{Channel, FieldRef, SubscriptionField, SubscriptionId, TenantId, Transaction};
use crate::rules::testing::{Network, network};

fn keys(subs: &[SubscriptionId]) -> Arc<[Key]> {
    subs.iter().map(|id| Key::Subscription(*id)).collect()
}

/// A network with three subscriptions of the customer, the last of them of another customer that nobody but the
/// provider serves.
fn three() -> (Network, Vec<SubscriptionId>) {
    let mut net = network();
    let second = net.books.sub(net.customer, net.provider, Some(net.reseller));
    let other = net.books.customer("Vidal", "FR");
    net.books.relationship(net.provider, other);
    let third = net.books.sub(other, net.provider, Some(net.reseller));
    let subs = vec![net.sub, second, third];
    (net, subs)
}

fn support(net: &Network, subs: &[SubscriptionId]) -> Bulk {
    let all = common(&net.books.model, &keys(subs));
    let kin = all.iter().filter_map(|one| one.kin).find(|kin| kin.verb == Verb::SetSupportContact).unwrap();
    Bulk { keys: keys(subs), deed: Deed::Offer(kin, Vec::new()) }
}

fn outcome(bulk: &Bulk, book: &mut Book) -> Outcome {
    let before = book.model().clone();
    let outcome = bulk.outcome(book, &|| false).unwrap();
    assert_eq!(book.model(), &before, "asking changes nothing");
    outcome
}

#[test]
fn one_pick_serves_all_rows_as_one_step() {
    let (net, subs) = three();
    let bulk = support(&net, &subs[..2]);
    let slot = bulk.slot(&net.books.model).unwrap();
    assert_eq!(slot, Slot::SupportContact { subscription: net.sub });
    let bulk = bulk.picked(Key::Partner(net.reseller));
    assert_eq!(bulk.slot(&net.books.model), None);
    let mut book = Book::new(net.books.model, net.books.today);
    let outcome = outcome(&bulk, &mut book);
    assert_eq!((outcome.done, outcome.refused.len()), (2, 0));
    assert!(!outcome.asks());
    let _ = book.commit(outcome.step.unwrap()).unwrap();
    for id in &subs[..2] {
        assert_eq!(book.model().subscription(*id).unwrap().support_contact, Some(net.reseller));
    }
    assert_eq!(book.history().len(), 1, "one step");
}

#[test]
fn rows_that_are_refused_are_told_and_the_others_can_be_done() {
    let (mut net, subs) = three();
    let vidal = net.books.model.subscription(subs[2]).unwrap().customer;
    let (sud, meridian) = (net.books.reseller("Sud Conseil", "FR"), net.books.provider("Meridian", "DE"));
    net.books.partnership(net.provider, sud);
    net.books.relationship(meridian, vidal);
    let _ = [net.customer, vidal].map(|customer| net.books.relationship(sud, customer));
    net.books.edit_sub(subs[2], |s| s.seller = Some(meridian));
    let text = net.books.model.partner(sud).unwrap().partner_id.clone().unwrap().text().raw().to_owned();
    let field = FieldRef::Subscription(SubscriptionField::PartnerOfRecord);
    let bulk = Bulk { keys: keys(&subs), deed: Deed::Edit(vec![(field, text)]) };
    let mut book = Book::new(net.books.model.clone(), net.books.today);
    let some = outcome(&bulk, &mut book);
    assert_eq!((some.done, some.refused.len()), (2, 1), "Sud Conseil is no partner of Meridian");
    assert!(some.asks());
    assert_eq!(some.refused[0].0, Key::Subscription(subs[2]));
    assert!(matches!(&some.refused[0].1, Refusal::Broken(findings) if !findings.is_empty()));
    let before = book.model().subscription(subs[2]).cloned();
    let _ = book.commit(some.step.unwrap()).unwrap();
    assert_eq!(book.model().subscription(subs[2]).cloned(), before);
}

#[test]
fn what_is_as_wished_is_not_refused() {
    let (mut net, subs) = three();
    net.books.edit_sub(subs[0], |s| s.support_contact = Some(net.reseller));
    let bulk = support(&net, &subs[..2]).picked(Key::Partner(net.reseller));
    let mut book = Book::new(net.books.model, net.books.today);
    let outcome = outcome(&bulk, &mut book);
    assert_eq!((outcome.done, outcome.unchanged, outcome.refused.len()), (1, 1, 0));
}

#[test]
fn records_that_go_together_leave_no_reference_behind() {
    let (mut net, subs) = three();
    net.books.edit_sub(subs[1], |s| s.parent = Some(subs[0]));
    let all = common(&net.books.model, &keys(&subs));
    let kin = all.iter().filter_map(|one| one.kin).find(|kin| kin.verb == Verb::Remove).unwrap();
    let bulk = Bulk { keys: keys(&subs), deed: Deed::Offer(kin, Vec::new()) };
    let mut book = Book::new(net.books.model, net.books.today);
    let step: Transaction = outcome(&bulk, &mut book).step.unwrap();
    let before = book.model().clone();
    let _ = book.commit(step).unwrap();
    assert!(subs.iter().all(|id| book.model().subscription(*id).is_none()));
    let _ = book.undo().unwrap();
    assert_eq!(book.model(), &before);
}

#[test]
fn only_what_all_rows_offer_is_common() {
    let (mut net, subs) = three();
    net.books.edit_sub(subs[1], |s| s.channel = Channel::Ea);
    let verbs: Vec<Verb> =
        common(&net.books.model, &keys(&subs)).into_iter().map(|one| one.offer.verb).collect();
    assert!(verbs.contains(&Verb::SetSupportContact) && verbs.contains(&Verb::Remove));
    assert!(!verbs.contains(&Verb::SupportElsewhere), "only one was bought elsewhere");
    let gone = Key::Partner(TenantId::default());
    assert!(common(&net.books.model, &[gone]).is_empty());
}

#[test]
fn work_that_is_stopped_says_nothing() {
    let (net, subs) = three();
    let bulk = support(&net, &subs).picked(Key::Partner(net.reseller));
    let mut book = Book::new(net.books.model, net.books.today);
    assert_eq!(bulk.outcome(&mut book, &|| true), None);
    assert_eq!(book.undo(), Err(Rejection::Nothing));
}
