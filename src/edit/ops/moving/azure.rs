//! Azure between partners: bought anew beside what was bought elsewhere (OP-10), the subscriptions of old (OP-11), and
//! those under a plan (OP-12). Resources and roles in Azure are not touched: the old partner's roles stay until somebody
//! takes them away, the new one starts with none.

use super::lot::{Lot, at_target, found, next_id, plan_of, transfer, under};
use super::{Hold, Target};
use crate::edit::ops::draft::step;
use crate::edit::ops::impossible::{At, Impossible};
use crate::model::{
    BillingCycle, BillingType, Change, Day, Family, Model, Status, Subscription, SubscriptionId, Transaction,
    TransferKind, Verb,
};

/// OP-10: a new Azure subscription through CSP beside the one bought elsewhere, which stays until the customer cancels
/// it there (R-MC-003). What runs in it is set up again by hand.
///
/// # Errors
/// A record is not in the book, or it is not a usage service bought outside CSP.
pub fn take_over_usage(
    model: &Model,
    day: Day,
    id: SubscriptionId,
    target: Target,
) -> Result<Transaction, Impossible> {
    let old = found(model, id)?;
    let is_usage = matches!(old.family, Family::AzureLegacy | Family::AzurePlan | Family::AzureSubscription);
    if old.channel.is_csp() || !is_usage {
        return Err(Impossible::held(old, Hold::Elsewhere(old.channel)));
    }
    let record = target.record(model)?;
    let bought = Subscription {
        id: next_id(model, id, target.seller),
        customer: old.customer,
        name: old.name.clone(),
        family: Family::AzureSubscription,
        channel: target.channel(model),
        seller: Some(target.seller),
        parent: plan_of(model, old.customer, target, record.as_ref()),
        partner_of_record: record,
        support_contact: Some(target.seller),
        quantity: Some(1),
        creation: Some(day.start()),
        effective: Some(day.start()),
        billing_cycle: BillingCycle::Monthly,
        billing_type: BillingType::Usage,
        currency: old.currency,
        segment: old.segment,
        ..Subscription::default()
    };
    step(Verb::TakeOverUsage, [Change::add(bought)])
}

/// OP-11: Azure subscriptions of old (MS-AZR-0145P) go to another partner. Each has two ids then: that of Partner
/// Center, and its own in Azure.
///
/// # Errors
/// A record is not in the book, the subscriptions do not go together, one of them is of another family, or the reseller
/// has no location id.
pub fn switch_azure(
    model: &Model,
    day: Day,
    ids: &[SubscriptionId],
    target: Target,
) -> Result<Transaction, Impossible> {
    let at = At { model, day };
    let lot = Lot::of(model, ids)?;
    only(&lot, Family::AzureLegacy)?;
    let moved = lot.items.iter().map(|s| {
        let mut moved = at_target(at, s, target)?;
        moved.entitlement_id = moved.entitlement_id.or(Some(s.id.0));
        Ok(Change::edit((*s).clone(), moved))
    });
    let mut changes = moved.collect::<Result<Vec<_>, _>>()?;
    let items: Vec<SubscriptionId> = lot.items.iter().map(|s| s.id).collect();
    changes.push(Change::add(transfer(at, &lot, &items, target, TransferKind::AzureLegacy)?));
    step(Verb::SwitchAzure, changes)
}

/// OP-12: Azure subscriptions go under the target's plan; of a plan, all that run under it. The plan itself, its
/// reservations and the prices agreed stay with the old partner.
///
/// # Errors
/// As for [`switch_azure`], or nothing runs under a plan.
pub fn transfer_azure(
    model: &Model,
    day: Day,
    ids: &[SubscriptionId],
    target: Target,
) -> Result<Transaction, Impossible> {
    let at = At { model, day };
    let lot = Lot::of(model, &under_plans(model, ids)?)?;
    only(&lot, Family::AzureSubscription)?;
    let plan = plan_of(model, lot.customer, target, target.record(model)?.as_ref());
    let moved = lot.items.iter().map(|s| {
        let moved = Subscription { parent: plan, ..at_target(at, s, target)? };
        Ok(Change::edit((*s).clone(), moved))
    });
    let mut changes = moved.collect::<Result<Vec<_>, _>>()?;
    let items: Vec<SubscriptionId> = lot.items.iter().map(|s| s.id).collect();
    changes.push(Change::add(transfer(at, &lot, &items, target, TransferKind::AzurePlan)?));
    step(Verb::TransferAzure, changes)
}

/// A plan stands for what runs under it.
fn under_plans(model: &Model, ids: &[SubscriptionId]) -> Result<Vec<SubscriptionId>, Impossible> {
    let mut all = Vec::new();
    for id in ids {
        let s = found(model, *id)?;
        if s.family != Family::AzurePlan {
            all.push(*id);
            continue;
        }
        let mut below: Vec<SubscriptionId> = under(model, *id)
            .filter(|s| s.family == Family::AzureSubscription && s.status == Status::Active)
            .map(|s| s.id)
            .collect();
        below.sort_unstable();
        if below.is_empty() {
            return Err(Impossible::held(s, Hold::EmptyPlan));
        }
        all.extend(below);
    }
    Ok(all)
}

fn only(lot: &Lot<'_>, family: Family) -> Result<(), Impossible> {
    match lot.items.iter().find(|s| s.family != family) {
        Some(other) => Err(Impossible::held(other, Hold::NotTransferable)),
        None => Ok(()),
    }
}
