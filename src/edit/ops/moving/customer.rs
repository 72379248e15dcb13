//! A customer goes from one reseller to another under the same provider (OP-16).

use super::Target;
use super::lot::{Lot, plan_of, with_add_ons};
use crate::edit::ops::draft::{Draft, edited};
use crate::edit::ops::impossible::{At, Impossible};
use crate::edit::ops::relationship::{Ask, DapAfter, Through, add_partner, remove_relationship};
use crate::model::{
    Change, Day, Family, Model, PartnerId, Subscription, SubscriptionId, TenantId, Transaction, Verb,
};

/// OP-16: the reseller is put on record of these subscriptions and of what runs under them; it gives support where the
/// old one did; it gets its relationship with the customer where it has none. The old reseller's relationship is removed
/// when it `leaves` and is on record nowhere else. Seller, ids, terms and seats stay.
///
/// # Errors
/// A record is not in the book, the subscriptions do not go together, or the reseller has no location id.
pub fn move_customer(
    model: &Model,
    day: Day,
    ids: &[SubscriptionId],
    reseller: TenantId,
    leaves: bool,
) -> Result<Transaction, Impossible> {
    let lot = Lot::of(model, ids)?;
    let target = Target { seller: lot.source, reseller: Some(reseller) };
    let record = target.record(model)?;
    let plan = plan_of(model, lot.customer, target, record.as_ref());
    let mut draft = Draft::new(model);
    for s in lot.items.iter().filter(|s| !stays(s, plan)) {
        draft.change(&moved(model, s, reseller, record.as_ref(), plan));
    }
    relate(&mut draft, At { model, day }, &lot, reseller)?;
    if leaves {
        leave(&mut draft, At { model, day }, &lot, reseller)?;
    }
    draft.step(Verb::MoveCustomer)
}

/// A plan stays where the reseller has one already: there is one for each (R-MP-003). What is under it moves.
fn stays(s: &Subscription, plan: Option<SubscriptionId>) -> bool {
    s.family == Family::AzurePlan && plan.is_some_and(|plan| plan != s.id)
}

fn moved(
    model: &Model,
    s: &Subscription,
    reseller: TenantId,
    record: Option<&PartnerId>,
    plan: Option<SubscriptionId>,
) -> Change {
    let old = model.reseller_of(s).map(|old| old.tenant);
    edited(s, |s| {
        s.partner_of_record = record.cloned();
        if s.support_contact.is_some() && s.support_contact == old {
            s.support_contact = Some(reseller);
        }
        if s.family == Family::AzureSubscription {
            s.parent = plan.or(s.parent);
        }
    })
}

/// The reseller's relationship, asked for together with the provider where the two are partners.
fn relate(draft: &mut Draft<'_>, at: At<'_>, lot: &Lot<'_>, reseller: TenantId) -> Result<(), Impossible> {
    if at.model.is_reseller_of(reseller, lot.customer) {
        return Ok(());
    }
    let joint = at.model.are_partners(lot.source, reseller);
    let through = if joint { Through::Provider(lot.source) } else { Through::Alone };
    match add_partner(draft.now(), at.day, reseller, lot.customer, through, Ask::Relationship) {
        Ok(step) => draft.take(&step),
        // A request is open: that it is accepted is a step of its own.
        Err(Impossible::Standing { .. }) => {}
        Err(other) => return Err(other),
    }
    Ok(())
}

/// Removes the relationships of the resellers that were on record, where nothing that runs names them any more.
fn leave(draft: &mut Draft<'_>, at: At<'_>, lot: &Lot<'_>, reseller: TenantId) -> Result<(), Impossible> {
    let mut old: Vec<TenantId> =
        lot.items.iter().filter_map(|s| at.model.reseller_of(s)).map(|old| old.tenant).collect();
    old.sort_unstable();
    old.dedup();
    for id in old.into_iter().filter(|id| *id != reseller) {
        if is_on_record(draft.now(), lot.customer, id) {
            continue;
        }
        let active = draft.now().relationships_between(id, lot.customer).find(|r| r.is_active_reseller());
        if let Some(active) = active.map(|r| r.id) {
            let removed = remove_relationship(draft.now(), at.day, active, DapAfter::LeftInPlace)?;
            draft.take(&removed);
        }
    }
    Ok(())
}

fn is_on_record(model: &Model, customer: TenantId, reseller: TenantId) -> bool {
    let mut running = model.subscriptions_of(customer).filter(|s| s.status.is_live());
    running.any(|s| model.reseller_of(s).is_some_and(|on_record| on_record.tenant == reseller))
}

/// What moves with a subscription: its running add-ons, or what runs under a plan.
pub fn along(model: &Model, id: SubscriptionId) -> Vec<SubscriptionId> {
    let found = model.subscription(id).into_iter();
    found.flat_map(|s| with_add_ons(model, s)).map(|s| s.id).filter(|other| *other != id).collect()
}
