//! Ways out of what is wrong with a transfer.

use super::*;
use crate::edit::ops::request_transfer;
use crate::model::{Day, TenantId, Transfer, TransferId, TransferKind, TransferStatus};

fn target(net: &mut Network) -> TenantId {
    let target = net.books.provider("Meridian Supply", "DE");
    net.books.relationship(target, net.customer);
    target
}

/// A transfer of the network's licence, changed so that a rule does not hold.
fn with(net: &mut Network, spoil: impl FnOnce(&mut Transfer)) -> TransferId {
    let target = target(net);
    let id = net.books.transfer(net.customer, net.provider, target);
    let (item, today) = (net.sub, net.books.today);
    let mut transfer = net.books.model.transfers().get(id).unwrap().clone();
    transfer.kind = TransferKind::NewCommerce;
    transfer.subscriptions = vec![item];
    transfer.created = Some(today.start());
    spoil(&mut transfer);
    net.books.put(transfer);
    id
}

#[test]
fn a_transfer_has_two_sellers() {
    let kinds = offered(Reason::PartyCannotSell, |net| {
        let reseller = net.reseller;
        with(net, |t| t.target = Some(reseller));
    });
    assert_eq!(kinds, [FixKind::ChooseParty]);
    let kinds = offered(Reason::ItemOfOtherSeller, |net| {
        let other = net.books.provider("Alpina", "DE");
        with(net, |t| t.source = Some(other));
    });
    assert_eq!(kinds, [FixKind::DropItem]);
}

#[test]
fn a_request_that_lapsed_is_over() {
    let kinds = offered(Reason::TransferLapsed, |net| {
        with(net, |t| t.created = Some(moment("2026-08-01")));
    });
    assert_eq!(kinds, [FixKind::MarkExpired]);
}

#[test]
fn what_a_transfer_left_is_done() {
    let complete = |t: &mut Transfer| (t.status, t.completed) = (TransferStatus::Complete, t.created);
    let kinds = offered(Reason::NoSuccessor, |net| {
        with(net, complete);
    });
    assert_eq!(kinds[0], FixKind::AddSuccessor);
    let kinds = offered(Reason::RolesNotReviewed, |net| {
        with(net, complete);
    });
    assert_eq!(kinds, [FixKind::MarkReviewed]);
}

/// The steps that a request lacks are found and added.
fn made_possible(spoil: impl FnOnce(&mut Network), wish: impl FnOnce(&mut Transfer)) -> usize {
    let mut net = network();
    let target = net.books.provider("Meridian Supply", "DE");
    spoil(&mut net);
    let mut book = Book::new(net.books.model.clone(), net.books.today);
    let mut transfer = Transfer {
        customer: net.customer,
        source: Some(net.provider),
        target: Some(target),
        kind: TransferKind::NewCommerce,
        subscriptions: vec![net.sub],
        ..Transfer::default()
    };
    wish(&mut transfer);
    let today: Day = net.books.today;
    let step = request_transfer(book.model(), today, transfer).unwrap();
    assert!(!Verdict::of(&mut book, &step).allows());
    let whole = fix_and_retry(&mut book, step).unwrap_or_else(|broken| panic!("{broken:?}"));
    let changes = whole.changes.len();
    let _ = book.commit(whole).unwrap();
    changes
}

#[test]
fn what_a_request_lacks_is_added() {
    assert_eq!(made_possible(|_| {}, |_| {}), 2, "a relationship of the target");
    let azure = |net: &mut Network| net.books.edit_sub(net.sub, |s| s.family = Family::AzureSubscription);
    assert_eq!(made_possible(azure, |t| t.kind = TransferKind::AzurePlan), 3, "and a plan");
    let wrong_side = |t: &mut Transfer| t.requested_by = t.source;
    assert_eq!(made_possible(|_| {}, wrong_side), 2, "and the right one asks");
}
