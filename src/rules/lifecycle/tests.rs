mod beside;
mod change;
mod data;
mod pairs;
mod renewal;
mod seats;
mod window;

use crate::model::{
    BillingCycle, BillingType, Change, Channel, Family, Key, Status, Subscription, SubscriptionId, Term, Verb,
};
use crate::rules::testing::{Books, Network, moment, network};
use crate::rules::{Code, Reason};

const NONE: &[Reason] = &[];

/// The network, whose subscription is of this family, bought a year and a half ago, active, with its facts told.
fn sold(family: Family) -> Network {
    let mut net = network();
    net.books.edit_sub(net.sub, |s| {
        s.family = family;
        s.quantity = Some(10);
        (s.creation, s.effective) = (Some(moment("2025-03-01")), Some(moment("2025-03-01")));
        s.commitment_end = Some(moment("2027-03-01"));
        (s.term, s.billing_cycle) = (Term::P1Y, BillingCycle::Annual);
        s.billing_type = BillingType::License;
        s.auto_renew = Some(true);
    });
    net
}

fn with(mut net: Network, edit: impl FnOnce(&mut Subscription)) -> Network {
    net.books.edit_sub(net.sub, edit);
    net
}

/// What a rule says of the subscription of the network.
fn found(net: &Network, rule: Code) -> Vec<Reason> {
    net.books.reasons(rule, Key::Subscription(net.sub))
}

fn unjudged(net: &Network, rule: Code) -> bool {
    net.books.unjudged(rule, Key::Subscription(net.sub))
}

fn change(net: &Network, edit: impl FnOnce(&mut Subscription)) -> Vec<Change> {
    let before = net.books.model.subscription(net.sub).unwrap().clone();
    let mut after = before.clone();
    edit(&mut after);
    vec![Change::edit(before, after)]
}

/// What a rule says of an edit of the subscription.
fn refused(net: &Network, rule: Code, edit: impl FnOnce(&mut Subscription)) -> Vec<Reason> {
    let changes = change(net, edit);
    let found = net.books.refused(Verb::Edit, rule, &changes);
    assert_eq!(net.books.refused(Verb::Import, rule, &changes), [], "an import is not judged as an edit");
    found.into_iter().map(|(_, reason)| reason).collect()
}

fn goes(net: &Network, rule: Code, to: Status) -> Vec<Reason> {
    refused(net, rule, |s| s.status = to)
}

/// Another subscription of the same customer and seller.
fn another(net: &mut Network, edit: impl FnOnce(&mut Subscription)) -> SubscriptionId {
    let id = SubscriptionId(net.books.guid());
    let first = net.books.model.subscription(net.sub).unwrap().clone();
    let mut other = Subscription { id, ..first };
    edit(&mut other);
    net.books.put(other);
    id
}

fn on(net: &Network, day: &str) -> Network {
    let books: Books = net.books.on(day);
    Network { books, ..*net }
}

#[test]
fn what_was_bought_elsewhere_is_not_judged_and_an_unknown_channel_waits() {
    let wrong = |channel| {
        with(sold(Family::LicenseNce), |s| {
            s.channel = channel;
            (s.seller, s.partner_of_record) = (None, None);
            s.quantity = Some(0);
            (s.term, s.billing_cycle) = (Term::P1M, BillingCycle::Annual);
            s.next_quantity = Some(0);
        })
    };
    for rule in [Code::Sub003, Code::Sub007, Code::Sub009] {
        let elsewhere = wrong(Channel::Ea);
        assert!(found(&elsewhere, rule).is_empty() && !unjudged(&elsewhere, rule), "{rule:?}");
        let unknown = wrong(Channel::Unknown);
        assert!(found(&unknown, rule).is_empty() && unjudged(&unknown, rule), "{rule:?}");
        assert!(!found(&wrong(Channel::CspIndirect), rule).is_empty(), "{rule:?}");
    }
    assert_eq!(goes(&wrong(Channel::Ea), Code::Sub001, Status::Expired), []);
}
