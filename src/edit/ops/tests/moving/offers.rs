//! Where the operations are offered, and what picking a partner comes to.

use super::*;
use crate::model::Guid;

fn offered(model: &Model, key: Key, verb: Verb) -> Vec<Result<Do, Impossible>> {
    Intent::for_row(model, key)
        .into_iter()
        .filter(|offer| offer.verb == verb)
        .map(|offer| offer.does)
        .collect()
}

#[test]
fn a_subscription_is_offered_the_operation_of_its_family() {
    let mut two = two();
    for (family, verb) in [
        (Family::LicenseNce, Verb::TransferLicences),
        (Family::LicenseLegacy, Verb::RebuyLicence),
        (Family::AzureLegacy, Verb::SwitchAzure),
        (Family::AzureSubscription, Verb::TransferAzure),
        (Family::AzurePlan, Verb::TransferAzure),
    ] {
        let id = two.sold(family);
        let slot = Slot::NewSeller { what: vec![id], reseller: None };
        assert_eq!(offered(two.model(), Key::Subscription(id), verb), [Ok(Do::Choose(slot))], "{family:?}");
        let slot = Slot::NewReseller { what: vec![id], seller: two.source };
        let moves = offered(two.model(), Key::Subscription(id), Verb::MoveCustomer);
        assert_eq!(moves, [Ok(Do::Choose(slot))]);
    }
    let id = two.sold(Family::Reservation);
    let held = [Err(Impossible::Held(id, Hold::FixedAtPurchase))];
    assert_eq!(offered(two.model(), Key::Subscription(id), Verb::MoveCustomer), held);
    assert_eq!(offered(two.model(), Key::Subscription(id), Verb::TransferLicences), held);
}

#[test]
fn a_customer_is_offered_a_move_for_each_of_its_providers() {
    let mut two = two();
    two.books.sub(two.customer, two.target, Some(two.reseller));
    let direct = two.books.direct_bill("Helvia Direct", "DE");
    two.books.sub(two.customer, direct, None);
    let offers = offered(two.model(), Key::Customer(two.customer), Verb::MoveCustomer);
    assert_eq!(offers.len(), 2, "a direct-bill partner has no resellers");
}

#[test]
fn an_account_is_offered_what_its_roles_allow() {
    let mut two = two();
    let direct = two.books.direct_bill("Helvia Direct", "DE");
    let offers = |id, verb| offered(two.model(), Key::Partner(id), verb).len();
    let all = [Verb::AddProvider, Verb::GoIndirect, Verb::ConsolidateTenants];
    assert_eq!(all.map(|verb| offers(two.reseller, verb)), [1, 0, 0]);
    assert_eq!(all.map(|verb| offers(direct, verb)), [0, 1, 1]);
    assert_eq!(all.map(|verb| offers(two.source, verb)), [0, 0, 1]);
}

#[test]
fn the_reseller_stays_on_record_where_it_works_with_the_new_provider() {
    let two = two();
    let slot = Slot::NewSeller { what: vec![two.sub], reseller: None };
    let step = slot.transaction(two.model(), today(), Key::Partner(two.target)).unwrap().unwrap();
    assert_eq!(step.verb, Verb::TransferLicences);
    let moved = successor(&after(two.model(), &step), two.sub);
    assert_eq!((moved.seller, moved.partner_of_record), (Some(two.target), two.record()));
    let next = slot.pick(two.model(), Key::Partner(two.source));
    let slot = Slot::NewReseller { what: vec![two.sub], seller: two.source };
    assert_eq!(next, Ok(Do::Choose(slot)), "under its own seller it asks for the reseller");
}

#[test]
fn candidates_are_those_who_can_take_it_the_likely_ones_first() {
    let mut two = two();
    let direct = two.books.direct_bill("Helvia Direct", "DE");
    let slot = Slot::NewSeller { what: vec![two.sub], reseller: None };
    let found: Vec<Key> = slot.candidates(two.model()).collect();
    assert_eq!(found[0], Key::Partner(two.source));
    assert!(found.contains(&Key::Partner(direct)) && !found.contains(&Key::Partner(two.reseller)));
    let slot = Slot::FurtherProvider { reseller: two.reseller };
    assert_eq!(slot.candidates(two.model()).count(), 0, "it works with all of them");
    let slot = Slot::OtherAccount { from: direct };
    assert!(slot.candidates(two.model()).all(|key| key != Key::Partner(direct)));
    let slot = Slot::ProviderInstead { partner: direct };
    let step = slot.transaction(two.model(), today(), Key::Partner(two.target)).unwrap().unwrap();
    assert_eq!(step.verb, Verb::GoIndirect);
    let nobody = Key::Subscription(SubscriptionId(Guid::own(1)));
    assert_eq!(slot.pick(two.model(), nobody), Err(Impossible::NotACandidate(nobody)));
}
