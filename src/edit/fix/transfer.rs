//! Ways out of what is wrong with a transfer (R-TRF).

use super::steps::{as_fix, change};
use super::{Case, Fix, FixKind, all, choose, edit, step};
use crate::edit::ops::{Purchase, Slot, add_subscription, apply_transfer};
use crate::model::{
    Change, Family, FieldRef, Key, PartnerField, Record, Status, Subscription, SubscriptionId, Transaction,
    Transfer, TransferStatus, Verb,
};

impl<'a> Case<'a> {
    /// The transfer that the finding is about, by itself or by one of its items.
    pub(super) fn transfer(self) -> Option<&'a Transfer> {
        let named = [Some(self.finding.subject), self.finding.other].into_iter().flatten();
        let by_key = named.into_iter().find_map(|key| match key {
            Key::Transfer(id) => self.model.transfers().get(id),
            _ => None,
        });
        by_key.or_else(|| {
            let Key::Subscription(id) = self.finding.subject else { return None };
            let rows = self.model.links().transfers_by_subscription.get(&id);
            self.model.transfers().rows(rows).filter(|t| t.is_open()).min_by_key(|t| t.id)
        })
    }

    fn edit_transfer(self, kind: FixKind, edit: impl FnOnce(&mut Transfer)) -> Option<Fix> {
        let edited = change(self.model, Key::Transfer(self.transfer()?.id), |record| {
            if let Record::Transfer(t) = record {
                edit(t);
            }
        });
        edited.map(|edited| step(kind, edited))
    }
}

/// R-TRF-001: another partner on that side.
pub(super) fn other_party(case: Case<'_>) -> Vec<Fix> {
    let Some((t, field)) = case.transfer().zip(case.finding.field) else { return Vec::new() };
    let record = Box::new(Record::Transfer(t.clone()));
    let slot = Slot::Field { key: Some(Key::Transfer(t.id)), record, field };
    vec![choose(FixKind::ChooseParty, slot)]
}

/// R-TRF-001, R-TRF-003: it does not move along. A request that moves nothing else is cancelled instead.
pub(super) fn drop_item(case: Case<'_>) -> Vec<Fix> {
    let Key::Subscription(id) = case.finding.subject else { return Vec::new() };
    let dropped = case.edit_transfer(FixKind::DropItem, |t| {
        if t.subscriptions == [id] && t.status == TransferStatus::Active {
            t.status = TransferStatus::Cancel;
        } else {
            t.subscriptions.retain(|item| *item != id);
        }
    });
    all([dropped])
}

/// R-TRF-003: the base moves along.
pub(super) fn add_base(case: Case<'_>) -> Vec<Fix> {
    let Some(Key::Subscription(base)) = case.finding.other else { return Vec::new() };
    let added = case.edit_transfer(FixKind::AddBase, |t| {
        if !t.subscriptions.contains(&base) {
            t.subscriptions.push(base);
        }
    });
    all([added]).into_iter().chain(drop_item(case)).collect()
}

/// R-TRF-002: the day of the signature is entered.
pub(super) fn unsigned(case: Case<'_>) -> Vec<Fix> {
    let signed = |id| edit(Key::Partner(id), FieldRef::Partner(PartnerField::MpaSignedOn));
    all([case.partner().map(signed)])
}

/// R-TRF-002: nobody is put on record.
pub(super) fn clear_record(case: Case<'_>) -> Vec<Fix> {
    all([case.edit_transfer(FixKind::ClearRecord, |t| t.partner_of_record = None)])
}

/// R-TRF-002: the target buys the plan that what moves goes under.
pub(super) fn buy_plan(case: Case<'_>) -> Vec<Fix> {
    let (Some(t), Some(seller)) = (case.transfer(), case.partner()) else { return Vec::new() };
    let is_provider = case.model.partner(seller).is_some_and(crate::model::Partner::is_provider);
    let reseller =
        t.partner_of_record.as_ref().and_then(|id| case.model.partner_with_id(id)).map(|p| p.tenant);
    let purchase =
        if is_provider { Purchase::Indirect { seller, reseller } } else { Purchase::Direct { seller } };
    let plan = Subscription {
        name: "Azure plan".into(),
        family: Family::AzurePlan,
        status: Status::Active,
        quantity: Some(1),
        billing_cycle: crate::model::BillingCycle::OneTime,
        ..Subscription::default()
    };
    let bought = add_subscription(case.model, case.day, t.customer, purchase, plan).ok();
    let kind = FixKind::BuyPlan(seller, t.customer);
    bought.map(|bought| step(kind, as_fix(bought))).into_iter().collect()
}

/// R-TRF-004: the request has lapsed.
pub(super) fn lapsed(case: Case<'_>) -> Vec<Fix> {
    all([case.edit_transfer(FixKind::MarkExpired, |t| t.status = TransferStatus::Expired)])
}

/// R-TRF-004: the right one asks.
pub(super) fn let_ask(case: Case<'_>) -> Vec<Fix> {
    let Some(asks) = case.partner() else { return Vec::new() };
    all([case.edit_transfer(FixKind::LetAsk(asks), |t| t.requested_by = Some(asks))])
}

/// R-TRF-005: what was moved gets its record under the target, as accepting would have done.
pub(super) fn add_successor(case: Case<'_>) -> Vec<Fix> {
    let (Some(t), Some(Key::Subscription(item))) = (case.transfer(), case.finding.other) else {
        return Vec::new();
    };
    let alone = Transfer { subscriptions: missing(case, t, item), ..t.clone() };
    let day = t.completed.map_or(case.day, crate::model::Moment::day);
    let changes: Vec<Change> = apply_transfer(case.model, day, &alone).unwrap_or_default();
    let added = Transaction::new(Verb::Fix, changes);
    all([Some(step(FixKind::AddSuccessor, added)), case.edit()])
}

/// Every item from the one that was found on which nothing continues.
fn missing(case: Case<'_>, t: &Transfer, first: SubscriptionId) -> Vec<SubscriptionId> {
    let goes_on = |id: &SubscriptionId| {
        let rows = case.model.links().subscriptions_by_origin.get(id);
        case.model.subscription(*id).is_none_or(|s| s.seller == t.target)
            || case.model.subscriptions().rows(rows).any(|s| s.seller == t.target)
    };
    t.subscriptions.iter().copied().filter(|id| *id == first || !goes_on(id)).collect()
}

/// R-TRF-005: somebody has looked through the roles.
pub(super) fn reviewed(case: Case<'_>) -> Vec<Fix> {
    all([case.edit_transfer(FixKind::MarkReviewed, |t| t.roles_reviewed = true)])
}
