//! Subscriptions that move together: of one customer, sold by one partner, and what goes along with them.

use super::{Hold, Target};
use crate::edit::ops::impossible::{At, Impossible};
use crate::model::{
    Channel, Guid, Key, Model, PartnerId, Subscription, SubscriptionId, TenantId, Transfer, TransferId,
    TransferKind, TransferStatus,
};
use rustc_hash::FxHashSet;

/// An unanswered request dies after so many days (R-TRF-004).
const REQUEST_DAYS: i32 = 30;

/// What moves in one go.
#[derive(Debug)]
pub(super) struct Lot<'a> {
    pub(super) customer: TenantId,
    pub(super) source: TenantId,
    /// A base before its add-ons.
    pub(super) items: Vec<&'a Subscription>,
}

impl<'a> Lot<'a> {
    /// These subscriptions, each once, and the running add-ons of each right after it.
    ///
    /// # Errors
    /// There are none, one is not in the book, nobody sells it, or they are of several customers or sellers.
    pub(super) fn of(model: &'a Model, ids: &[SubscriptionId]) -> Result<Self, Impossible> {
        let first = found(model, *ids.first().ok_or(Impossible::Nothing)?)?;
        let source = first.seller.ok_or(Impossible::Held(first.id, Hold::NoSeller))?;
        let (mut items, mut seen) = (Vec::new(), FxHashSet::default());
        for id in ids {
            let chosen = found(model, *id)?;
            if (chosen.customer, chosen.seller) != (first.customer, Some(source)) {
                return Err(Impossible::NotTogether(*id));
            }
            items.extend(with_add_ons(model, chosen).into_iter().filter(|s| seen.insert(s.id)));
        }
        Ok(Self { customer: first.customer, source, items })
    }
}

pub(super) fn found(model: &Model, id: SubscriptionId) -> Result<&Subscription, Impossible> {
    model.subscription(id).ok_or(Impossible::Gone(Key::Subscription(id)))
}

/// The running subscriptions under this one: add-ons of a licence, Azure subscriptions of a plan.
pub(in crate::edit) fn under(model: &Model, id: SubscriptionId) -> impl Iterator<Item = &Subscription> {
    let rows = model.links().subscriptions_by_parent.get(&id);
    model.subscriptions().rows(rows).filter(move |s| s.id != id && s.status.is_live())
}

/// A subscription and its running add-ons.
pub(super) fn with_add_ons<'a>(model: &'a Model, s: &'a Subscription) -> Vec<&'a Subscription> {
    let mut along: Vec<&Subscription> = under(model, s.id).collect();
    along.sort_by_key(|add_on| add_on.id);
    std::iter::once(s).chain(along).collect()
}

/// An id of our own for what continues a subscription at another seller: the same two always give the same one, so
/// that two people who plan one move do not make it twice.
pub(super) fn next_id(model: &Model, old: SubscriptionId, seller: TenantId) -> SubscriptionId {
    let taken = |id: Guid| model.contains(Key::Subscription(SubscriptionId(id)));
    SubscriptionId(own(&[b"moved", &old.0.bytes(), &seller.0.bytes()], taken))
}

fn own(parts: &[&[u8]], taken: impl Fn(Guid) -> bool) -> Guid {
    let [a, b, c, d, ..] = Guid::derived(parts).bytes();
    let first = u64::from(u32::from_be_bytes([a, b, c, d])) + 1;
    (first..u64::MAX).map(Guid::own).find(|id| !taken(*id)).unwrap_or_default()
}

/// The subscription as the target has it. Support and billing move with it (R-TRF-005); product, term and seats stay.
pub(super) fn at_target(at: At<'_>, s: &Subscription, target: Target) -> Result<Subscription, Impossible> {
    let mut moved = s.clone();
    let old_reseller = at.model.reseller_of(s).map(|reseller| reseller.tenant);
    if s.support_contact.is_some() {
        let of_reseller = s.support_contact == old_reseller && s.support_contact != s.seller;
        let of_seller = s.support_contact == s.seller;
        if of_reseller || of_seller {
            moved.support_contact = Some(if of_seller { target.seller } else { target.front() });
        }
    }
    moved.seller = Some(target.seller);
    moved.channel = target.channel(at.model);
    moved.partner_of_record = target.record(at.model)?;
    Ok(moved)
}

/// The transfer of these subscriptions as it is recorded once it is complete.
pub(super) fn transfer(
    at: At<'_>,
    lot: &Lot<'_>,
    items: &[SubscriptionId],
    target: Target,
    kind: TransferKind,
) -> Result<Transfer, Impossible> {
    let moment = Some(at.day.start());
    Ok(Transfer {
        id: transfer_id(at.model, lot, items, target.seller),
        customer: lot.customer,
        source: Some(lot.source),
        target: Some(target.seller),
        kind,
        status: TransferStatus::Complete,
        requested_by: Some(requested_by(kind, lot.source, target.seller)),
        partner_of_record: target.record(at.model)?,
        subscriptions: items.to_vec(),
        created: moment,
        expires: Some(at.day.plus(REQUEST_DAYS).start()),
        completed: moment,
        ..Transfer::default()
    })
}

/// The target asks, but for the procedures in which the current partner does (R-TRF-004).
fn requested_by(kind: TransferKind, source: TenantId, target: TenantId) -> TenantId {
    match kind {
        TransferKind::AzureLegacy | TransferKind::DirectToIndirect => source,
        TransferKind::AzurePlan
        | TransferKind::NewCommerce
        | TransferKind::Unknown
        | TransferKind::Other(_) => target,
    }
}

fn transfer_id(model: &Model, lot: &Lot<'_>, items: &[SubscriptionId], target: TenantId) -> TransferId {
    let first = items.first().map(|id| id.0.bytes()).unwrap_or_default();
    let parts: [&[u8]; 5] =
        [b"transfer", &lot.customer.0.bytes(), &lot.source.0.bytes(), &target.0.bytes(), &first];
    TransferId(own(&parts, |id| model.contains(Key::Transfer(TransferId(id)))))
}

/// The customer's running Azure plan at a target: one per direct-bill partner, one per provider and reseller
/// (R-MP-003).
pub(super) fn plan_of(
    model: &Model,
    customer: TenantId,
    target: Target,
    record: Option<&PartnerId>,
) -> Option<SubscriptionId> {
    let same = |a: Option<&PartnerId>| match (a, record) {
        (Some(a), Some(b)) => a.same(b),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    };
    let is_plan = |s: &&Subscription| {
        s.family == crate::model::Family::AzurePlan
            && s.status.is_live()
            && s.seller == Some(target.seller)
            && (s.channel != Channel::CspIndirect || same(s.partner_of_record.as_ref()))
    };
    model.subscriptions_of(customer).filter(is_plan).map(|s| s.id).min()
}
