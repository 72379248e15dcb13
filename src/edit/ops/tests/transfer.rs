//! Transfers: asked for, answered, and what an accepted one changes.

use super::*;
use crate::model::{Guid, PartnerId, Transfer, TransferId, TransferKind, TransferStatus};

/// An everyday network and a second provider that is ready to take over.
fn with_target() -> (Network, TenantId) {
    let mut net = network();
    let target = net.books.provider("Meridian Supply", "DE");
    net.books.relationship(target, net.customer);
    net.books.partnership(target, net.reseller);
    (net, target)
}

fn record(net: &Network) -> Option<PartnerId> {
    net.books.model.partner(net.reseller).unwrap().partner_id.clone()
}

fn wish(net: &Network, target: TenantId, kind: TransferKind) -> Transfer {
    Transfer {
        customer: net.customer,
        source: Some(net.provider),
        target: Some(target),
        kind,
        partner_of_record: record(net),
        subscriptions: vec![net.sub],
        ..Transfer::default()
    }
}

/// The book with the request, and its id.
fn requested(net: &Network, wish: Transfer) -> (Model, TransferId) {
    let model = &net.books.model;
    let step = request_transfer(model, today(), wish).unwrap();
    let Some(Key::Transfer(id)) = step.keys().next() else { panic!("a transfer") };
    (after(model, &step), id)
}

#[test]
fn a_request_says_who_asks_and_when_it_lapses() {
    let (net, target) = with_target();
    for (kind, asks) in [
        (TransferKind::NewCommerce, Some(target)),
        (TransferKind::AzurePlan, Some(target)),
        (TransferKind::AzureLegacy, Some(net.provider)),
        (TransferKind::DirectToIndirect, Some(net.provider)),
        (TransferKind::Unknown, None),
    ] {
        let (model, id) = requested(&net, wish(&net, target, kind));
        let request = model.transfers().get(id).unwrap();
        assert_eq!((request.requested_by, request.status), (asks, TransferStatus::Active));
        assert_eq!(request.expires, Some(today().plus(30).start()));
    }
    let model = &net.books.model;
    let nothing = Transfer { subscriptions: Vec::new(), ..wish(&net, target, TransferKind::NewCommerce) };
    assert_eq!(request_transfer(model, today(), nothing), Err(Impossible::Nothing));
    let nobody =
        Transfer { target: Some(TenantId::default()), ..wish(&net, target, TransferKind::NewCommerce) };
    assert!(matches!(request_transfer(model, today(), nobody), Err(Impossible::Gone(_))));
}

#[test]
fn op_13_a_licence_goes_on_under_the_target() {
    let (mut net, target) = with_target();
    net.books.edit_sub(net.sub, |s| {
        (s.quantity, s.auto_renew, s.next_quantity) = (Some(12), Some(true), Some(8));
        s.commitment_end = Some(day("2027-03-01").start());
    });
    let (model, id) = requested(&net, wish(&net, target, TransferKind::NewCommerce));
    let accepted = after(&model, &accept_transfer(&model, today().plus(2), id).unwrap());
    let (before, old) = (model.subscription(net.sub).unwrap(), accepted.subscription(net.sub).unwrap());
    assert_eq!((old.status, old.auto_renew, old.next_quantity), (Status::Deleted, Some(false), None));
    assert_eq!((old.seller, old.quantity), (before.seller, before.quantity));
    let rows = accepted.links().subscriptions_by_origin.get(&net.sub);
    let new = accepted.subscriptions().rows(rows).next().unwrap();
    assert_eq!((new.seller, new.support_contact, new.status), (Some(target), Some(target), Status::Active));
    assert_eq!(
        (new.quantity, new.commitment_end, new.term),
        (before.quantity, before.commitment_end, before.term)
    );
    assert_eq!(new.partner_of_record, record(&net));
    assert_eq!(changed(&model, &accepted).len(), 3, "the transfer, the old licence, the new one");
    let transfer = accepted.transfers().get(id).unwrap();
    assert_eq!(
        (transfer.status, transfer.completed),
        (TransferStatus::Complete, Some(today().plus(2).start()))
    );
}

#[test]
fn op_13_an_add_on_goes_with_its_base() {
    let (mut net, target) = with_target();
    let addon = net.books.sub(net.customer, net.provider, Some(net.reseller));
    let base = net.sub;
    net.books.edit_sub(addon, |s| s.parent = Some(base));
    let both = Transfer { subscriptions: vec![addon, base], ..wish(&net, target, TransferKind::NewCommerce) };
    let (model, id) = requested(&net, both);
    let accepted = after(&model, &accept_transfer(&model, today(), id).unwrap());
    let follower = |of: SubscriptionId| {
        let rows = accepted.links().subscriptions_by_origin.get(&of);
        accepted.subscriptions().rows(rows).next().unwrap().clone()
    };
    assert_eq!(follower(addon).parent, Some(follower(base).id));
    assert_ne!(follower(addon).id, follower(base).id);
}

#[test]
fn op_12_azure_goes_under_the_plan_of_the_target() {
    let (mut net, target) = with_target();
    let [mine, theirs] = [net.provider, target].map(|seller| {
        let plan = net.books.sub(net.customer, seller, Some(net.reseller));
        net.books.edit_sub(plan, |s| s.family = Family::AzurePlan);
        plan
    });
    net.books.edit_sub(net.sub, |s| (s.family, s.parent) = (Family::AzureSubscription, Some(mine)));
    let (model, id) = requested(&net, wish(&net, target, TransferKind::AzurePlan));
    let accepted = after(&model, &accept_transfer(&model, today(), id).unwrap());
    let moved = accepted.subscription(net.sub).unwrap();
    assert_eq!((moved.seller, moved.parent, moved.status), (Some(target), Some(theirs), Status::Active));
    assert_eq!(changed(&model, &accepted), [Key::Subscription(net.sub), Key::Transfer(id)]);
}

#[test]
fn op_19_a_licence_of_old_is_suspended_where_it_was() {
    let (mut net, target) = with_target();
    let direct = net.books.direct_bill("Hanse Direkt", "DE");
    net.books.edit_sub(net.sub, |s| {
        (s.family, s.seller) = (Family::LicenseLegacy, Some(direct));
        (s.channel, s.partner_of_record) = (Channel::CspDirect, None);
    });
    let wish = Transfer { source: Some(direct), ..wish(&net, target, TransferKind::DirectToIndirect) };
    let (model, id) = requested(&net, wish);
    let accepted = after(&model, &accept_transfer(&model, today(), id).unwrap());
    let old = accepted.subscription(net.sub).unwrap();
    assert_eq!((old.status, old.suspended_on), (Status::Suspended, Some(today())));
    let rows = accepted.links().subscriptions_by_origin.get(&net.sub);
    let new = accepted.subscriptions().rows(rows).next().unwrap();
    assert_eq!((new.channel, new.partner_of_record.is_some()), (Channel::CspIndirect, true));
}

#[test]
fn a_direct_bill_target_has_nobody_on_record() {
    let (mut net, _) = with_target();
    let direct = net.books.direct_bill("Hanse Direkt", "DE");
    net.books.edit_sub(net.sub, |s| s.family = Family::AzureLegacy);
    let (model, id) = requested(&net, wish(&net, direct, TransferKind::AzureLegacy));
    let accepted = after(&model, &accept_transfer(&model, today(), id).unwrap());
    let moved = accepted.subscription(net.sub).unwrap();
    assert_eq!((moved.channel, &moved.partner_of_record), (Channel::CspDirect, &None));
}

#[test]
fn only_what_waits_is_answered() {
    let (net, target) = with_target();
    let (model, id) = requested(&net, wish(&net, target, TransferKind::NewCommerce));
    let key = Key::Transfer(id);
    let rejected = done(&model, reject_transfer(&model, id), Verb::RejectTransfer, &[key]);
    done(&model, cancel_transfer(&model, id), Verb::CancelTransfer, &[key]);
    for step in [
        accept_transfer(&rejected, today(), id),
        reject_transfer(&rejected, id),
        cancel_transfer(&rejected, id),
    ] {
        let Err(Impossible::Standing { now, next, .. }) = step else { panic!("{step:?}") };
        assert_eq!((now, next), (Standing::Transfer(TransferStatus::Reject), &[][..]));
    }
    assert_eq!(
        accept_transfer(&model, today(), TransferId(Guid::own(1))),
        Err(Impossible::Gone(Key::Transfer(TransferId(Guid::own(1)))))
    );
    let offered = |model: &Model, key: Key, verb: Verb| {
        Intent::for_row(model, key).into_iter().find(|offer| offer.verb == verb).map(|offer| offer.does)
    };
    let accept = Some(Ok(Do::Step(Intent::AcceptTransfer(id))));
    assert_eq!(offered(&model, key, Verb::AcceptTransfer), accept);
    assert_eq!(offered(&model, Key::Subscription(net.sub), Verb::AcceptTransfer), accept);
    assert_eq!(offered(&rejected, Key::Subscription(net.sub), Verb::AcceptTransfer), None);
}

#[test]
fn a_transfer_that_is_ready_is_allowed_by_the_rules_from_request_to_end() {
    let (net, target) = with_target();
    let mut book = Book::new(net.books.model.clone(), today());
    let asked =
        request_transfer(book.model(), today(), wish(&net, target, TransferKind::NewCommerce)).unwrap();
    let Some(Key::Transfer(id)) = asked.keys().next() else { panic!("a transfer") };
    let _ = book.commit(asked).unwrap();
    let accepted = accept_transfer(book.model(), today(), id).unwrap();
    let _ = book.commit(accepted).unwrap();
    let left = book.findings().on(Key::Transfer(id));
    let reasons: Vec<crate::rules::Reason> = left.iter().map(|finding| finding.reason).collect();
    assert_eq!(reasons, [crate::rules::Reason::RolesNotReviewed]);
}
