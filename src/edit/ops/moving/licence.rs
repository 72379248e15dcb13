//! Licences between partners: those of new commerce by a transfer (OP-13), those of old bought anew (OP-14).

use super::lot::{Lot, at_target, found, next_id, transfer, with_add_ons};
use super::{Hold, Target};
use crate::edit::ops::draft::step;
use crate::edit::ops::impossible::{At, Impossible};
use crate::model::{
    Change, Day, Family, Model, Status, Subscription, SubscriptionId, TenantId, Term, Transaction,
    TransferKind, Verb,
};
use rustc_hash::FxHashMap;

/// So many subscriptions go in one request (R-TRF-004).
const ITEMS: usize = 25;

/// When a licence of old is bought anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rebuy {
    /// When its term ends: it runs out, and the new one starts on that day.
    AtTermEnd,
    /// Today: it is suspended the same day. Days that overlap cost twice.
    Today,
}

/// OP-13: licences of new commerce go to another partner with their add-ons, at most 25 in a request. Each goes on under
/// a new id with its product, seats and term; the old one is deleted at the source.
///
/// # Errors
/// A record is not in the book, the subscriptions do not go together, one is no licence of new commerce, or the
/// reseller has no location id.
pub fn transfer_licences(
    model: &Model,
    day: Day,
    ids: &[SubscriptionId],
    target: Target,
) -> Result<Transaction, Impossible> {
    let at = At { model, day };
    let lot = Lot::of(model, ids)?;
    let base = |s: &&&Subscription| s.parent.is_none() && s.family != Family::LicenseNce;
    if let Some(other) = lot.items.iter().find(base) {
        return Err(Impossible::held(other, Hold::NotTransferable));
    }
    let mut changes = successors(at, &lot.items, target, |s| s.status = Status::Deleted)?;
    for request in requests(&lot.items) {
        changes.push(Change::add(transfer(at, &lot, &request, target, TransferKind::NewCommerce)?));
    }
    step(Verb::TransferLicences, changes)
}

/// The items in requests of at most 25; a base and its add-ons are never parted.
fn requests(items: &[&Subscription]) -> Vec<Vec<SubscriptionId>> {
    let mut families: Vec<Vec<SubscriptionId>> = Vec::new();
    for s in items {
        match families.last_mut().filter(|family| s.parent.is_some_and(|base| family.contains(&base))) {
            Some(family) => family.push(s.id),
            None => families.push(vec![s.id]),
        }
    }
    let mut requests: Vec<Vec<SubscriptionId>> = Vec::new();
    for family in families {
        match requests.last_mut().filter(|request| request.len() + family.len() <= ITEMS) {
            Some(request) => request.extend(family),
            None => requests.push(family),
        }
    }
    requests
}

/// Each subscription goes on under a new id at the target, an add-on under the new id of its base; of the old one
/// becomes what is said.
pub(super) fn successors(
    at: At<'_>,
    items: &[&Subscription],
    target: Target,
    ends: impl Fn(&mut Subscription),
) -> Result<Vec<Change>, Impossible> {
    let ids = new_ids(at.model, items, target.seller);
    let mut changes = Vec::new();
    for s in items {
        let mut old = (*s).clone();
        ends(&mut old);
        let mut new = at_target(at, s, target)?;
        new.parent = s.parent.map(|parent| ids.get(&parent).copied().unwrap_or(parent));
        new.transferred_from = Some(s.id);
        new.id = ids.get(&s.id).copied().unwrap_or_default();
        new.order_id = crate::model::Text::default();
        if s.family == Family::AzureLegacy {
            // In Azure it stays the same subscription.
            new.entitlement_id = new.entitlement_id.or(Some(s.id.0));
        }
        changes.extend([Change::edit((*s).clone(), old), Change::add(new)]);
    }
    Ok(changes)
}

fn new_ids(
    model: &Model,
    items: &[&Subscription],
    seller: TenantId,
) -> FxHashMap<SubscriptionId, SubscriptionId> {
    items.iter().map(|s| (s.id, next_id(model, s.id, seller))).collect()
}

/// OP-14: a licence of old, with its add-ons, is bought anew from another partner. The old one keeps its seller: it runs
/// out without renewal, or is suspended the same day.
///
/// # Errors
/// A record is not in the book, it is no licence of old, its term has no known end where that is waited for, or the
/// reseller has no location id.
pub fn rebuy_licence(
    model: &Model,
    day: Day,
    id: SubscriptionId,
    target: Target,
    when: Rebuy,
) -> Result<Transaction, Impossible> {
    let old = found(model, id)?;
    if !matches!(old.family, Family::LicenseLegacy | Family::LicenseNce) {
        return Err(Impossible::held(old, Hold::NotTransferable));
    }
    if old.seller == Some(target.seller) {
        return Err(Impossible::held(old, Hold::ThereAlready));
    }
    let starts = match when {
        Rebuy::AtTermEnd => old.ends().ok_or(Impossible::held(old, Hold::TermRuns(None)))?.max(day),
        Rebuy::Today => day,
    };
    let ends = |s: &mut Subscription| match when {
        Rebuy::AtTermEnd => run_out(s),
        Rebuy::Today => suspend(s, day),
    };
    let at = At { model, day };
    let mut changes = successors(at, &with_add_ons(model, old), target, ends)?;
    changes.iter_mut().filter(|change| change.before.is_none()).for_each(|new| starting(new, starts, day));
    step(Verb::RebuyLicence, changes)
}

/// It ends with its term, and somebody has decided so.
fn run_out(s: &mut Subscription) {
    s.auto_renew = Some(false);
    s.renewal_decided = true;
    s.extended_term = false;
    s.next_product = crate::model::Text::default();
    (s.next_quantity, s.next_term, s.next_billing) = (None, None, None);
}

/// Suspended on a day, and not to be renewed.
pub(super) fn suspend(s: &mut Subscription, day: Day) {
    run_out(s);
    s.status = Status::Suspended;
    s.suspended_on = Some(day);
}

/// A purchase of its own: its dates are new, and it waits until it starts.
fn starting(new: &mut Change, starts: Day, today: Day) {
    let Some(crate::model::Record::Subscription(s)) = &mut new.after else { return };
    s.status = if starts > today { Status::Pending } else { Status::Active };
    s.creation = Some(starts.start());
    s.effective = Some(starts.start());
    s.commitment_end = months(s.term).map(|months| starts.plus_months(months).start());
    s.cancel_until = None;
    s.refundable.clear();
}

/// The length of a term, where it has one.
fn months(term: Term) -> Option<i32> {
    match term {
        Term::P1M => Some(1),
        Term::P1Y => Some(12),
        Term::P3Y => Some(36),
        Term::P5Y => Some(60),
        Term::P6Y => Some(72),
        Term::None | Term::Other(_) => None,
    }
}

/// OP-19, the subscriptions: those of a direct-bill partner go on at the provider with the partner on record. An old
/// licence is suspended, an old Azure subscription is gone.
pub(super) fn indirectly(
    at: At<'_>,
    ids: &[SubscriptionId],
    target: Target,
) -> Result<Vec<Change>, Impossible> {
    let lot = Lot::of(at.model, ids)?;
    let moves = |s: &Subscription| {
        s.parent.is_some() || matches!(s.family, Family::LicenseLegacy | Family::AzureLegacy)
    };
    if let Some(other) = lot.items.iter().find(|s| !moves(s)) {
        return Err(Impossible::held(other, Hold::NotTransferable));
    }
    let ends = |s: &mut Subscription| match s.family {
        Family::AzureLegacy => s.status = Status::Deleted,
        _ => suspend(s, at.day),
    };
    let mut changes = successors(at, &lot.items, target, ends)?;
    let items: Vec<SubscriptionId> = lot.items.iter().map(|s| s.id).collect();
    changes.push(Change::add(transfer(at, &lot, &items, target, TransferKind::DirectToIndirect)?));
    Ok(changes)
}
