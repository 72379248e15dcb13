//! What moves with an account: a further provider (OP-17), from direct bill to indirect reseller (OP-19), one tenant of a
//! company into another (OP-30).

use super::Target;
use super::lacks::{partners, related};
use super::licence::{indirectly, successors, suspend};
use super::lot::with_add_ons;
use crate::edit::ops::draft::{Draft, edited};
use crate::edit::ops::impossible::{At, Impossible};
use crate::edit::ops::{end_partnership, partnership_of};
use crate::model::{
    Day, Family, Key, Model, Origin, Partner, Record, Role, Subscription, SubscriptionId, TenantId,
    Transaction, Verb,
};
use rustc_hash::FxHashSet;

/// OP-17: a reseller works with a further provider; with `instead_of` the partnership with that one ends. What it sold
/// through another provider stays there until it is moved.
///
/// # Errors
/// A record is not in the book, or there is no active partnership to end.
pub fn add_provider(
    model: &Model,
    day: Day,
    reseller: TenantId,
    provider: TenantId,
    instead_of: Option<TenantId>,
) -> Result<Transaction, Impossible> {
    let mut draft = Draft::new(model);
    if !model.are_partners(provider, reseller) {
        draft.take(&partners(model, day, provider, reseller)?);
    }
    if let Some(old) = instead_of {
        let id = partnership_of(model, old, reseller)
            .ok_or(Impossible::NothingOpen(Verb::EndPartnership, Key::Partner(reseller)))?;
        draft.take(&end_partnership(model, day, id)?);
    }
    draft.step(Verb::AddProvider)
}

/// OP-19: a direct-bill partner becomes an indirect reseller of a provider. It gets the role, the partnership, and for the
/// customers of these subscriptions the provider's relationship by extension, without privileges; the subscriptions
/// go on at the provider with the partner on record. Its tenant and its other direct customers stay.
///
/// # Errors
/// A record is not in the book, the partner does not sell directly or has no location id, or a subscription is not its
/// own or not of the kind that moves this way.
pub fn go_indirect(
    model: &Model,
    day: Day,
    partner: TenantId,
    provider: TenantId,
    ids: &[SubscriptionId],
) -> Result<Transaction, Impossible> {
    let record = model.partner(partner).ok_or(Impossible::Gone(Key::Partner(partner)))?;
    if !record.is_direct_bill() {
        return Err(Impossible::NotDirectBill(partner));
    }
    let mut draft = Draft::new(model);
    draft.change(&edited(record, |p| p.roles = p.roles.clone().with(Role::IndirectReseller)));
    if !model.are_partners(provider, partner) {
        let made = partners(draft.now(), day, provider, partner)?;
        draft.take(&made);
    }
    let target = Target { seller: provider, reseller: Some(partner) };
    for (customer, ids) in by_customer(model, ids)? {
        extend(&mut draft, day, provider, customer)?;
        let at = At { model: draft.now(), day };
        let moved = indirectly(at, &ids, target)?;
        moved.iter().for_each(|change| draft.change(change));
    }
    draft.step(Verb::GoIndirect)
}

/// The subscriptions by customer, in the order they came.
fn by_customer(
    model: &Model,
    ids: &[SubscriptionId],
) -> Result<Vec<(TenantId, Vec<SubscriptionId>)>, Impossible> {
    let mut groups: Vec<(TenantId, Vec<SubscriptionId>)> = Vec::new();
    let mut places = rustc_hash::FxHashMap::default();
    for id in ids {
        let customer = super::lot::found(model, *id)?.customer;
        let place = *places.entry(customer).or_insert(groups.len());
        match groups.get_mut(place) {
            Some((_, ids)) => ids.push(*id),
            None => groups.push((customer, vec![*id])),
        }
    }
    Ok(groups)
}

/// The provider's relationship by extension of the partner's: with the customer's consent, and without privileges.
pub(super) fn extend(
    draft: &mut Draft<'_>,
    day: Day,
    provider: TenantId,
    customer: TenantId,
) -> Result<(), Impossible> {
    if draft.now().is_reseller_of(provider, customer) {
        return Ok(());
    }
    let mut step = related(At { model: draft.now(), day }, provider, customer)?;
    for change in &mut step.changes {
        if let (None, Some(Record::Relationship(r))) = (&change.before, &mut change.after) {
            r.origin = Origin::Extension;
        }
    }
    draft.take(&step);
    Ok(())
}

/// OP-30: the business of one account of a company goes to another in the same region. Each customer accepts the
/// relationship of the new account and stays in the list of the old one; the same subscriptions run there from the day
/// on, and the old ones are suspended the same day.
///
/// # Errors
/// A record is not in the book, the two are known not to be of one company, or nothing runs at the old one that can go.
pub fn consolidate_tenants(
    model: &Model,
    day: Day,
    from: TenantId,
    to: TenantId,
) -> Result<Transaction, Impossible> {
    let [old, new] = [from, to].map(|id| model.partner(id).ok_or(Impossible::Gone(Key::Partner(id))));
    if !may_be_one_company(old?, new?) {
        return Err(Impossible::NotOneCompany(from, to));
    }
    let mut draft = Draft::new(model);
    for s in run_at(model, from) {
        let at = At { model, day };
        if !draft.now().is_reseller_of(to, s.customer) {
            let step = related(At { model: draft.now(), day }, to, s.customer)?;
            draft.take(&step);
        }
        let reseller = model.reseller_of(s).map(|reseller| reseller.tenant);
        let target = Target { seller: to, reseller };
        let moved = successors(at, &with_add_ons(model, s), target, |s| suspend(s, day))?;
        moved.iter().for_each(|change| draft.change(change));
    }
    draft.step(Verb::ConsolidateTenants)
}

/// Two accounts without a group may be of one company: only what is known to differ refuses.
fn may_be_one_company(a: &Partner, b: &Partner) -> bool {
    a.tenant != b.tenant && a.group.zip(b.group).is_none_or(|(a, b)| a == b)
}

/// What a seller runs that can be set up again elsewhere, without what goes along with another.
fn run_at(model: &Model, seller: TenantId) -> Vec<&Subscription> {
    let sold = model.subscriptions().rows(model.links().subscriptions_by_seller.get(&seller));
    let runs: Vec<&Subscription> = sold.filter(|s| s.status.is_live() && can_be_set_up_again(s)).collect();
    let ids: FxHashSet<SubscriptionId> = runs.iter().map(|s| s.id).collect();
    let mut first: Vec<&Subscription> =
        runs.into_iter().filter(|s| s.parent.is_none_or(|parent| !ids.contains(&parent))).collect();
    first.sort_by_key(|s| s.id);
    first
}

fn can_be_set_up_again(s: &Subscription) -> bool {
    match s.family {
        Family::LicenseLegacy
        | Family::LicenseNce
        | Family::AzureLegacy
        | Family::AzurePlan
        | Family::AzureSubscription => true,
        Family::Unknown
        | Family::Reservation
        | Family::SavingsPlan
        | Family::SoftwarePerpetual
        | Family::SoftwareSubscription
        | Family::MarketplaceSaas
        | Family::Other(_) => false,
    }
}

/// The subscriptions of a direct-bill partner that OP-19 moves: licences of old and Azure of old, without add-ons, which
/// go along.
pub fn move_indirectly(model: &Model, partner: TenantId) -> Vec<SubscriptionId> {
    let sold = model.subscriptions().rows(model.links().subscriptions_by_seller.get(&partner));
    let moves = |s: &&Subscription| {
        s.status == crate::model::Status::Active
            && s.parent.is_none()
            && matches!(s.family, Family::LicenseLegacy | Family::AzureLegacy)
    };
    let mut ids: Vec<SubscriptionId> = sold.filter(moves).map(|s| s.id).collect();
    ids.sort_unstable();
    ids
}
