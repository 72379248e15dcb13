//! A subscription becomes another: a trial is converted, an offer upgraded (OP-27), a licence of old migrated to new
//! commerce (OP-28).

use super::draft::step;
use super::ids::next_subscription;
use super::impossible::Impossible;
use super::lifecycle::ready;
use super::suspension::add_ons;
use crate::model::{
    BillingCycle, BillingType, Change, Day, Family, FieldRef, Model, Segment, Status, Subscription,
    SubscriptionField, SubscriptionId, Term, Text, Transaction, Verb, Wrong, is_offer_id, same_offer,
};
use crate::rules::{Cancelling, cancelling};

/// What a subscription becomes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Product {
    /// The offer id, or product, SKU and availability.
    pub offer_id: Text,
    /// The product's name.
    pub name: Text,
    /// The length of a term.
    pub term: Term,
    /// How often it is billed.
    pub billing: BillingCycle,
}

impl Product {
    /// The product that a record names.
    pub fn of(s: &Subscription) -> Self {
        Self { offer_id: s.offer_id.clone(), name: s.name.clone(), term: s.term, billing: s.billing_cycle }
    }
}

/// OP-27: a trial becomes a new subscription of twelve months beside it, which stays until it ends; any other
/// subscription changes its offer and keeps its window for cancelling.
///
/// # Errors
/// The subscription is not in the book, is not active, is of a family that is not upgraded, or the offer is none, or
/// the one it has.
pub fn upgrade(model: &Model, day: Day, id: SubscriptionId, to: &Product) -> Result<Transaction, Impossible> {
    let old = ready(model, id, Verb::Upgrade)?;
    check(&to.offer_id)?;
    if same_offer(old.offer_id.raw(), to.offer_id.raw()) {
        return Err(Impossible::Nothing);
    }
    let change = if old.is_trial {
        Change::add(converted(model, day, old, to))
    } else {
        Change::edit(old.clone(), upgraded(day, old, to))
    };
    step(Verb::Upgrade, [change])
}

fn check(offer_id: &Text) -> Result<(), Impossible> {
    let field = FieldRef::Subscription(SubscriptionField::OfferId);
    if is_offer_id(offer_id.raw()) { Ok(()) } else { Err(Impossible::Field(field, Wrong::NotAnOffer)) }
}

/// The paid subscription beside a trial.
fn converted(model: &Model, day: Day, trial: &Subscription, to: &Product) -> Subscription {
    let billing = match to.billing {
        BillingCycle::None | BillingCycle::Unknown => BillingCycle::Monthly,
        known => known,
    };
    let to = Product { term: Term::P1Y, billing, ..to.clone() };
    Subscription { is_trial: false, family: trial.family, ..new(model, day, trial, &to) }
}

fn upgraded(day: Day, old: &Subscription, to: &Product) -> Subscription {
    let mut upgraded = old.clone();
    if let (None, Some(Cancelling::Until(last))) = (old.cancel_until, cancelling(old, day)) {
        upgraded.cancel_until = Some(last.start());
    }
    upgraded.offer_id.clone_from(&to.offer_id);
    upgraded.name.clone_from(&to.name);
    upgraded
}

/// A subscription that takes the place of another: bought today, for the same customer, by the same partners.
fn new(model: &Model, day: Day, old: &Subscription, to: &Product) -> Subscription {
    let mut new = Subscription {
        id: next_subscription(model, &to.name),
        offer_id: to.offer_id.clone(),
        name: to.name.clone(),
        creation: Some(day.start()),
        effective: Some(day.start()),
        commitment_end: to.term.months().map(|months| day.plus_months(months).start()),
        cancel_until: None,
        refundable: Vec::new(),
        renewal_decided: false,
        extended_term: false,
        term: to.term,
        billing_cycle: to.billing,
        billing_type: BillingType::License,
        segment: old.segment.or(Some(Segment::Commercial)),
        order_id: Text::default(),
        product_type: Text::default(),
        entitlement_id: None,
        transferred_from: Some(old.id),
        ..old.clone()
    };
    new.drop_scheduled_change();
    new
}

/// OP-28: a licence of old ends, and one of new commerce begins in its place, with its add-ons. Customer, seller and
/// partner of record stay.
///
/// # Errors
/// The subscription is not in the book, is no active licence of old, its term ends within a day, or the product is none
/// of the catalogue.
pub fn migrate_to_new_commerce(
    model: &Model,
    day: Day,
    id: SubscriptionId,
    to: &Product,
) -> Result<Transaction, Impossible> {
    let old = ready(model, id, Verb::MigrateToNewCommerce)?;
    if old.ends().is_some_and(|end| end.since(day) <= 1) {
        return Err(Impossible::NearTermEnd(id));
    }
    check(&to.offer_id)?;
    let mut after = model.clone();
    let base = migrated(&after, day, old, to);
    after.put(base.clone().into());
    let mut changes = vec![ended(old), Change::add(base.clone())];
    for add_on in add_ons(model, id).filter(|s| s.status == Status::Active) {
        // Which product it becomes is known when it is ordered.
        let to = Product { offer_id: Text::default(), name: add_on.name.clone(), ..to.clone() };
        let new = Subscription { parent: Some(base.id), ..migrated(&after, day, add_on, &to) };
        after.put(new.clone().into());
        changes.extend([ended(add_on), Change::add(new)]);
    }
    step(Verb::MigrateToNewCommerce, changes)
}

fn migrated(model: &Model, day: Day, old: &Subscription, to: &Product) -> Subscription {
    Subscription { family: Family::LicenseNce, ..new(model, day, old, to) }
}

fn ended(old: &Subscription) -> Change {
    let mut ended = Subscription { status: Status::Deleted, ..old.clone() };
    ended.drop_scheduled_change();
    Change::edit(old.clone(), ended)
}
