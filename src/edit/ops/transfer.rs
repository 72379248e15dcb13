//! Transfers of subscriptions between partners: requested, accepted, rejected, cancelled. Who may ask whom for what is
//! for the rules to judge (R-TRF); what an accepted transfer changes on the subscriptions is built here for every
//! procedure (OP-11, 12, 13, 19).

use super::draft::{edited, step};
use super::ids::{next_subscription, next_transfer};
use super::impossible::{Impossible, Standing};
use crate::model::{
    Change, Channel, Day, Family, Guid, Key, Model, Partner, PartnerId, Refund, Status, Subscription,
    SubscriptionId, TenantId, Text, Transaction, Transfer, TransferId, TransferKind, TransferStatus, Verb,
};
use rustc_hash::FxHashSet;

/// A request that nobody answers dies after so many days (R-TRF-004).
const REQUEST_DAYS: i32 = 30;

/// Asks for a transfer: customer, source, target, kind, partner of record and subscriptions are those of the wish; who
/// asks follows from the kind where the wish does not say it.
///
/// # Errors
/// A party is not in the book, its id is another transfer's, or there is nothing to move.
pub fn request_transfer(model: &Model, day: Day, wish: Transfer) -> Result<Transaction, Impossible> {
    model.customer(wish.customer).ok_or(Impossible::Gone(Key::Customer(wish.customer)))?;
    for party in [wish.source, wish.target].into_iter().flatten() {
        model.partner(party).ok_or(Impossible::Gone(Key::Partner(party)))?;
    }
    if wish.subscriptions.is_empty() {
        return Err(Impossible::Nothing);
    }
    let id = if wish.id.0 == Guid::default() { next_transfer(model, wish.customer) } else { wish.id };
    if model.contains(Key::Transfer(id)) {
        return Err(Impossible::Taken(Key::Transfer(id)));
    }
    let request = Transfer {
        id,
        status: TransferStatus::Active,
        requested_by: wish.requested_by.or(who_asks(&wish)),
        created: Some(day.start()),
        expires: Some(day.plus(REQUEST_DAYS).start()),
        completed: None,
        roles_reviewed: false,
        ..wish
    };
    step(Verb::RequestTransfer, [Change::add(request)])
}

/// Who asks for a transfer of this kind (R-TRF-004); nobody where the kind is not known.
pub fn who_asks(transfer: &Transfer) -> Option<TenantId> {
    match transfer.kind {
        TransferKind::NewCommerce | TransferKind::AzurePlan => transfer.target,
        TransferKind::AzureLegacy | TransferKind::DirectToIndirect => transfer.source,
        TransferKind::Unknown | TransferKind::Other(_) => None,
    }
}

/// The source accepts: the transfer is complete, and what it moves is the target's.
///
/// # Errors
/// The transfer is not in the book, does not wait, or names no target.
pub fn accept_transfer(model: &Model, day: Day, id: TransferId) -> Result<Transaction, Impossible> {
    let transfer = waiting(model, id, Verb::AcceptTransfer)?;
    let accepted = edited(transfer, |t| {
        t.status = TransferStatus::Complete;
        t.completed = Some(day.start());
    });
    let moved = apply_transfer(model, day, transfer)?;
    step(Verb::AcceptTransfer, std::iter::once(accepted).chain(moved))
}

/// The source rejects.
///
/// # Errors
/// The transfer is not in the book, or does not wait.
pub fn reject_transfer(model: &Model, id: TransferId) -> Result<Transaction, Impossible> {
    let transfer = waiting(model, id, Verb::RejectTransfer)?;
    step(Verb::RejectTransfer, [edited(transfer, |t| t.status = TransferStatus::Reject)])
}

/// Who asked takes the request back.
///
/// # Errors
/// The transfer is not in the book, or does not wait.
pub fn cancel_transfer(model: &Model, id: TransferId) -> Result<Transaction, Impossible> {
    let transfer = waiting(model, id, Verb::CancelTransfer)?;
    step(Verb::CancelTransfer, [edited(transfer, |t| t.status = TransferStatus::Cancel)])
}

fn waiting(model: &Model, id: TransferId, verb: Verb) -> Result<&Transfer, Impossible> {
    let key = Key::Transfer(id);
    let transfer = model.transfers().get(id).ok_or(Impossible::Gone(key))?;
    let now = Standing::Transfer(transfer.status);
    if super::next_steps(now).contains(&verb) {
        Ok(transfer)
    } else {
        Err(Impossible::standing(verb, key, now))
    }
}

/// What a transfer changes on the subscriptions it moves. A licence gets a new record under the target, which names the
/// old one; that is over then. Azure and the rest keep their records: an Azure subscription goes under the plan of the
/// target. Quantity, term and its end stay; support and billing go along.
///
/// # Errors
/// The transfer names no target, or a party or a subscription that is not in the book.
pub fn apply_transfer(model: &Model, day: Day, transfer: &Transfer) -> Result<Vec<Change>, Impossible> {
    let target =
        transfer.target.ok_or(Impossible::NothingOpen(Verb::AcceptTransfer, Key::Transfer(transfer.id)))?;
    let target = model.partner(target).ok_or(Impossible::Gone(Key::Partner(target)))?;
    let find = |id: &SubscriptionId| model.subscription(*id).ok_or(Impossible::Gone(Key::Subscription(*id)));
    // Files may name one twice; it moves once.
    let mut seen = FxHashSet::default();
    let named = transfer.subscriptions.iter().filter(|id| seen.insert(**id));
    let mut items = named.map(find).collect::<Result<Vec<_>, _>>()?;
    // A base before its add-ons, which name its successor.
    items.sort_by_key(|s| s.parent.is_some());
    let mut moved = Moved { so_far: model.clone(), renamed: Vec::new(), changes: Vec::new() };
    let side = Side { target, on_record: on_record(transfer, target), day };
    for item in items {
        match item.family {
            Family::LicenseLegacy | Family::LicenseNce => moved.succeeded(item, &side),
            Family::Unknown
            | Family::AzureLegacy
            | Family::AzurePlan
            | Family::AzureSubscription
            | Family::Reservation
            | Family::SavingsPlan
            | Family::SoftwarePerpetual
            | Family::SoftwareSubscription
            | Family::MarketplaceSaas
            | Family::Other(_) => moved.taken_over(item, &side),
        }
    }
    Ok(moved.changes)
}

/// Only a provider sells through a reseller.
fn on_record(transfer: &Transfer, target: &Partner) -> Option<PartnerId> {
    transfer.partner_of_record.clone().filter(|_| target.is_provider())
}

/// Who takes over, on which day.
struct Side<'a> {
    target: &'a Partner,
    on_record: Option<PartnerId>,
    day: Day,
}

impl Side<'_> {
    /// The subscription as the target's: seller, channel, partner of record, support.
    fn sells(&self, s: &mut Subscription) {
        let indirect = self.target.is_provider();
        s.channel = if indirect { Channel::CspIndirect } else { Channel::CspDirect };
        s.seller = Some(self.target.tenant);
        s.partner_of_record.clone_from(&self.on_record);
        s.support_contact = Some(self.target.tenant);
    }

    /// The live plan of the target for a customer; the one with the same reseller on record first.
    fn plan(&self, model: &Model, customer: TenantId) -> Option<SubscriptionId> {
        let mine = |s: &&Subscription| {
            s.family == Family::AzurePlan && s.status.is_live() && s.seller == Some(self.target.tenant)
        };
        let wished = self.on_record.as_ref().map(PartnerId::canonical);
        let same = |s: &Subscription| s.partner_of_record.as_ref().map(PartnerId::canonical) == wished;
        model.subscriptions_of(customer).filter(mine).min_by_key(|s| (!same(s), s.id)).map(|s| s.id)
    }
}

/// What was moved already.
struct Moved {
    so_far: Model,
    renamed: Vec<(SubscriptionId, SubscriptionId)>,
    changes: Vec<Change>,
}

impl Moved {
    fn taken_over(&mut self, item: &Subscription, side: &Side<'_>) {
        let plan = side.plan(&self.so_far, item.customer);
        self.changes.push(edited(item, |s| {
            side.sells(s);
            if s.family == Family::AzureSubscription {
                s.parent = plan.or(s.parent);
            }
        }));
    }

    fn succeeded(&mut self, item: &Subscription, side: &Side<'_>) {
        let successor = self.successor(item, side);
        self.renamed.push((item.id, successor.id));
        self.so_far.put(successor.clone().into());
        self.changes.push(edited(item, |s| over(s, side.day)));
        self.changes.push(Change::add(successor));
    }

    fn successor(&self, item: &Subscription, side: &Side<'_>) -> Subscription {
        let base = item.parent.map(|parent| {
            self.renamed.iter().find(|(old, _)| *old == parent).map_or(parent, |(_, new)| *new)
        });
        let mut successor = Subscription {
            id: next_subscription(&self.so_far, &item.name),
            parent: base,
            creation: Some(side.day.start()),
            effective: Some(side.day.start()),
            cancel_until: None,
            refundable: Vec::<Refund>::new(),
            transferred_from: Some(item.id),
            order_id: Text::default(),
            entitlement_id: None,
            additional_partners: Vec::new(),
            ..item.clone()
        };
        side.sells(&mut successor);
        successor
    }
}

/// The old record of a licence that goes on elsewhere: one of new commerce is deleted, one of old suspended (OP-19).
/// It does not renew, and what was scheduled is dropped.
fn over(s: &mut Subscription, day: Day) {
    if s.family == Family::LicenseLegacy {
        s.status = Status::Suspended;
        s.suspended_on = Some(day);
    } else {
        s.status = Status::Deleted;
    }
    s.auto_renew = Some(false);
    s.next_product = Text::default();
    (s.next_quantity, s.next_term, s.next_billing) = (None, None, None);
}
