//! Subscriptions: bought through CSP or elsewhere, supported although bought elsewhere (OP-09), partner of record
//! (OP-15), support contact (OP-31). Each sets its own field and leaves the rest of the subscription alone.

use super::draft::{edited, step};
use super::ids::next_subscription;
use super::impossible::Impossible;
use crate::model::{
    Change, Channel, Day, Family, Guid, Key, Model, PartnerId, Subscription, SubscriptionId, TenantId,
    Transaction, Verb,
};

/// Where a subscription is bought.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Purchase {
    /// Through CSP, from a provider, with a reseller on record.
    Indirect {
        /// The provider.
        seller: TenantId,
        /// The reseller; none means that nobody earns the incentive (R-REL-005).
        reseller: Option<TenantId>,
    },
    /// Through CSP, from a direct-bill partner.
    Direct {
        /// The direct-bill partner.
        seller: TenantId,
    },
    /// Anywhere else; no partner sells it.
    Elsewhere(Channel),
}

/// A subscription as a purchase leaves it: customer, channel, seller, partner of record, support contact and dates.
///
/// # Errors
/// A record is not in the book, or the reseller has no location id to be written on it.
pub fn template(
    model: &Model,
    day: Day,
    customer: TenantId,
    purchase: Purchase,
    product: Subscription,
) -> Result<Subscription, Impossible> {
    model.customer(customer).ok_or(Impossible::Gone(Key::Customer(customer)))?;
    let (channel, seller, reseller) = match purchase {
        Purchase::Indirect { seller, reseller } => (Channel::CspIndirect, Some(seller), reseller),
        Purchase::Direct { seller } => (Channel::CspDirect, Some(seller), None),
        Purchase::Elsewhere(channel) => (channel, None, None),
    };
    if let Some(seller) = seller {
        model.partner(seller).ok_or(Impossible::Gone(Key::Partner(seller)))?;
    }
    let mut bought = product;
    if bought.id.0 == Guid::default() {
        bought.id = next_subscription(model, &bought.name);
    }
    bought.customer = customer;
    bought.channel = channel;
    bought.seller = seller;
    bought.partner_of_record = reseller.map(|reseller| location_id(model, reseller)).transpose()?;
    bought.support_contact = bought.support_contact.or(seller);
    bought.creation = bought.creation.or(Some(day.start()));
    Ok(bought)
}

/// Adds a subscription bought through CSP or elsewhere.
///
/// # Errors
/// As for [`template`], or there is a subscription with this id already.
pub fn add_subscription(
    model: &Model,
    day: Day,
    customer: TenantId,
    purchase: Purchase,
    product: Subscription,
) -> Result<Transaction, Impossible> {
    let bought = template(model, day, customer, purchase, product)?;
    let key = Key::Subscription(bought.id);
    if model.contains(key) {
        return Err(Impossible::Taken(key));
    }
    step(Verb::AddSubscription, [Change::add(bought)])
}

/// OP-09: a partner supports a subscription bought elsewhere. Only the book's own note on it changes.
///
/// # Errors
/// A record is not in the book, or the partner supports it already.
pub fn support_elsewhere(
    model: &Model,
    partner: TenantId,
    id: SubscriptionId,
) -> Result<Transaction, Impossible> {
    model.partner(partner).ok_or(Impossible::Gone(Key::Partner(partner)))?;
    step(Verb::SupportElsewhere, [edited(found(model, id)?, |s| s.supported_by = Some(partner))])
}

/// OP-15: sets or clears the partner of record.
///
/// # Errors
/// A record is not in the book, the subscription does not run or is a reservation, the reseller has no location id,
/// or nothing would change.
pub fn set_partner_of_record(
    model: &Model,
    id: SubscriptionId,
    reseller: Option<TenantId>,
) -> Result<Transaction, Impossible> {
    let subscription = found(model, id)?;
    if !subscription.status.is_live() {
        return Err(Impossible::NotLive(id, subscription.status));
    }
    if subscription.family == Family::Reservation {
        return Err(Impossible::FixedAtPurchase(id));
    }
    let on_record = reseller.map(|reseller| location_id(model, reseller)).transpose()?;
    step(Verb::SetPartnerOfRecord, [edited(subscription, |s| s.partner_of_record = on_record)])
}

/// OP-31: sets the support contact; none means the seller, which is the default.
///
/// # Errors
/// A record is not in the book, or nothing would change.
pub fn set_support_contact(
    model: &Model,
    id: SubscriptionId,
    contact: Option<TenantId>,
) -> Result<Transaction, Impossible> {
    if let Some(contact) = contact {
        model.partner(contact).ok_or(Impossible::Gone(Key::Partner(contact)))?;
    }
    step(Verb::SetSupportContact, [edited(found(model, id)?, |s| s.support_contact = contact)])
}

fn found(model: &Model, id: SubscriptionId) -> Result<&Subscription, Impossible> {
    model.subscription(id).ok_or(Impossible::Gone(Key::Subscription(id)))
}

fn location_id(model: &Model, reseller: TenantId) -> Result<PartnerId, Impossible> {
    let partner = model.partner(reseller).ok_or(Impossible::Gone(Key::Partner(reseller)))?;
    partner.partner_id.clone().ok_or(Impossible::NoPartnerId(reseller))
}
