//! R-SUB-008, R-SUB-010.

use super::*;
use crate::model::TenantId;

const E1: &str = "91FD106F-4B2C-4938-95AC-F54F74E9A239";
const ARCHIVING: &str = "2828BE95-46BA-4F91-B2FD-0BEF192ECF60";

/// A base and an add-on of it.
fn added() -> (Network, SubscriptionId) {
    let mut net = with(sold(Family::LicenseLegacy), |s| s.offer_id = E1.into());
    let base = net.sub;
    let add_on = another(&mut net, |s| (s.offer_id, s.parent) = (ARCHIVING.into(), Some(base)));
    (net, add_on)
}

fn of_add_on(edit: impl FnOnce(&mut Network, SubscriptionId)) -> Vec<Reason> {
    let (mut net, add_on) = added();
    edit(&mut net, add_on);
    net.books.reasons(Code::Sub008, Key::Subscription(add_on))
}

#[test]
fn r_sub_008_an_add_on_runs_while_its_base_does() {
    assert_eq!(of_add_on(|_, _| {}), NONE);
    for status in [Status::Suspended, Status::Deleted, Status::Expired] {
        let ended = of_add_on(|net, _| net.books.edit_sub(net.sub, |s| s.status = status));
        assert_eq!(ended, [Reason::BaseNotLive], "{status:?}");
    }
    let both = of_add_on(|net, add_on| {
        net.books.edit_sub(net.sub, |s| s.status = Status::Suspended);
        net.books.edit_sub(add_on, |s| s.status = Status::Suspended);
    });
    assert_eq!(both, NONE);
}

#[test]
fn r_sub_008_an_add_on_has_the_customer_the_seller_and_the_base_it_needs() {
    let customer = of_add_on(|net, add_on| {
        let other = net.books.customer("Vidal", "FR");
        net.books.edit_sub(add_on, |s| s.customer = other);
    });
    assert_eq!(customer, [Reason::AddOnOtherCustomer]);
    let seller =
        |id: Option<TenantId>| of_add_on(|net, add_on| net.books.edit_sub(add_on, |s| s.seller = id));
    assert_eq!(seller(Some(network().reseller)), [Reason::AddOnOtherSeller]);
    assert_eq!(seller(None), NONE);
    let base = of_add_on(|net, _| net.books.edit_sub(net.sub, |s| s.offer_id = "CFQ7TTC0LH18:0001".into()));
    assert_eq!(base, [Reason::BaseNotEligible]);
    let untold = of_add_on(|net, _| net.books.edit_sub(net.sub, |s| s.offer_id = "".into()));
    assert_eq!(untold, NONE, "nobody knows the offer of the base");
    let (mut net, add_on) = added();
    net.books.edit_sub(add_on, |s| s.seller = None);
    assert!(net.books.unjudged(Code::Sub008, Key::Subscription(add_on)));
}

#[test]
fn r_sub_008_a_plan_is_not_suspended_under_live_azure() {
    let mut net = with(sold(Family::AzurePlan), |s| s.quantity = Some(1));
    let plan = net.sub;
    let azure = another(&mut net, |s| (s.family, s.parent) = (Family::AzureSubscription, Some(plan)));
    assert_eq!(net.books.reasons(Code::Sub008, Key::Subscription(azure)), NONE);
    net.books.edit_sub(plan, |s| s.status = Status::Suspended);
    assert_eq!(net.books.reasons(Code::Sub008, Key::Subscription(azure)), [Reason::BaseNotLive]);
}

#[test]
fn r_sub_008_a_reservation_stands_beside_azure_of_its_seller() {
    let mut net = sold(Family::Reservation);
    assert_eq!(found(&net, Code::Sub008), [Reason::NoAzureBeside]);
    let plan = another(&mut net, |s| s.family = Family::AzurePlan);
    assert_eq!(found(&net, Code::Sub008), NONE);
    net.books.edit_sub(plan, |s| s.status = Status::Suspended);
    assert_eq!(found(&net, Code::Sub008), [Reason::NoAzureBeside]);
    net.books.edit_sub(plan, |s| (s.status, s.family) = (Status::Active, Family::Unknown));
    assert!(found(&net, Code::Sub008).is_empty() && unjudged(&net, Code::Sub008));
    let saas = |billing| with(sold(Family::MarketplaceSaas), |s| s.billing_type = billing);
    assert_eq!(found(&saas(BillingType::License), Code::Sub008), NONE);
    assert_eq!(found(&saas(BillingType::Usage), Code::Sub008), [Reason::NoAzureBeside]);
}

fn azure(bought: &str) -> Network {
    with(sold(Family::AzureLegacy), |s| {
        (s.quantity, s.creation) = (Some(1), Some(moment(bought)));
    })
}

#[test]
fn r_sub_010_the_old_azure_is_closed_to_new_pairs() {
    assert_eq!(found(&azure("2021-07-20"), Code::Sub010), NONE);
    assert_eq!(found(&azure("2021-07-21"), Code::Sub010), [Reason::AzureLegacyClosed]);
    assert_eq!(
        found(&on(&azure("2021-07-21"), "2021-07-20"), Code::Sub010),
        NONE,
        "the rule is not there yet"
    );
    assert_eq!(found(&on(&azure("2021-07-21"), "2021-07-21"), Code::Sub010), [Reason::AzureLegacyClosed]);
    let mut third = azure("2021-08-10");
    another(&mut third, |s| s.creation = Some(moment("2019-03-01")));
    assert_eq!(found(&third, Code::Sub010), NONE);
    let undated = with(azure("2022-01-01"), |s| s.creation = None);
    assert!(found(&undated, Code::Sub010).is_empty() && unjudged(&undated, Code::Sub010));
}

#[test]
fn r_sub_010_the_old_azure_is_not_sold_beside_a_plan() {
    let mut net = azure("2021-08-10");
    another(&mut net, |s| s.creation = Some(moment("2019-03-01")));
    let plan =
        another(&mut net, |s| (s.family, s.creation) = (Family::AzurePlan, Some(moment("2021-01-01"))));
    assert_eq!(found(&net, Code::Sub010), [Reason::AzureLegacyBesidePlan]);
    net.books.edit_sub(plan, |s| s.creation = Some(moment("2022-01-01")));
    assert_eq!(found(&net, Code::Sub010), NONE, "the plan came later");
    net.books.edit_sub(plan, |s| s.status = Status::Deleted);
    assert_eq!(found(&net, Code::Sub010), NONE);
}

#[test]
fn r_sub_010_what_is_added_without_a_day_is_bought_today() {
    let net = azure("2019-01-01");
    let mut new = net.books.model.subscription(net.sub).unwrap().clone();
    (new.id, new.creation) = (SubscriptionId(crate::model::Guid::own(9)), None);
    let seller = new.seller;
    let refused = |new: &Subscription, day: &str| {
        let changes = [Change::add(new.clone())];
        net.books.on(day).refused(Verb::AddSubscription, Code::Sub010, &changes).len()
    };
    assert_eq!(refused(&new, "2026-09-15"), 0, "the pair has one");
    let mut alone = new.clone();
    alone.seller = seller.map(|_| net.reseller);
    assert_eq!((refused(&alone, "2021-07-20"), refused(&alone, "2021-07-21")), (0, 1));
}
