//! Subscriptions and their support contacts.

use super::super::fields::Item;
use super::super::note::{NoteKind, Reason};
use super::super::partner_center::subscriptions::SubscriptionRow;
use super::super::partner_center::support::SupportRow;
use super::super::scalar;
use super::ledger::Ledger;
use super::pair::{Effect, Pair, merge};
use crate::model::{
    BillingCycle, BillingType, Channel, Family, PartnerId, PartnershipState, Subscription, SubscriptionId,
    TenantId, Term, Text,
};

/// Takes in subscriptions of a partner's export, which is us; `about` is the customer of the file.
pub(super) fn take(
    ledger: &mut Ledger,
    rows: &[Item<SubscriptionRow>],
    us: TenantId,
    about: Option<TenantId>,
) {
    ledger.mention(us, None);
    if sale(ledger, None, us).channel.is_none() {
        ledger.note(0, "channel", NoteKind::RoleUnknown);
    }
    for item in rows {
        let effect = take_one(ledger, item, us, about);
        ledger.row([effect]);
    }
}

fn take_one(
    ledger: &mut Ledger,
    item: &Item<SubscriptionRow>,
    us: TenantId,
    about: Option<TenantId>,
) -> Effect {
    let customer = customer_of(ledger, &item.row, about).unwrap_or_default();
    let mut pair = pair(ledger, item.row.id);
    merge_row(&mut pair, &item.row, customer);
    let sale = sale(ledger, item.row.partner_of_record.as_ref(), us);
    merge!(pair, seller: sale.seller.map(Some), channel: sale.channel);
    ledger.note_overruled(item.number, &pair);
    if !pair.is_away() {
        ledger.mention_customer(customer, None);
    }
    ledger.keep(pair)
}

/// The customer of a subscription: its own link, else the one known already, else the one of the file.
pub(super) fn customer_of(
    ledger: &Ledger,
    row: &SubscriptionRow,
    about: Option<TenantId>,
) -> Option<TenantId> {
    let known = [&ledger.baseline, &ledger.book].into_iter().find_map(|model| model.subscription(row.id));
    row.customer.or(known.map(|subscription| subscription.customer)).or(about)
}

fn pair(ledger: &Ledger, id: SubscriptionId) -> Pair<Subscription> {
    let blank = Subscription { id, ..Subscription::default() };
    Pair::new(ledger.book.subscription(id).cloned(), ledger.baseline.subscription(id).cloned(), blank)
}

fn merge_row(pair: &mut Pair<Subscription>, row: &SubscriptionRow, customer: TenantId) {
    merge!(pair,
        customer: Some(customer),
        name: row.name.clone(),
        friendly_name: row.friendly_name.clone(),
        offer_id: row.offer_id.clone(),
        product_type: row.product_type.clone(),
        partner_of_record: row.partner_of_record.clone().map(Some),
        additional_partners: Some(row.additional_partners.clone()).filter(|ids| !ids.is_empty()),
        quantity: row.quantity.map(Some),
        unit: row.unit.clone(),
        parent: row.parent.map(Some),
        status: row.status,
        suspension_reasons: Some(row.suspension_reasons.clone()).filter(|reasons| !reasons.is_empty()),
        creation: row.creation.map(Some),
        effective: row.effective.map(Some),
        commitment_end: row.commitment_end.map(Some),
        cancel_until: row.cancel_until.map(Some),
        refundable: row.refundable.clone(),
        next_product: row.next.as_ref().map(|next| next.product.clone()),
        next_quantity: row.next.as_ref().map(|next| next.quantity),
        next_term: row.next.as_ref().map(|next| next.term),
        next_billing: row.next.as_ref().map(|next| next.billing),
        auto_renew: row.auto_renew.map(Some),
        term: row.term,
        billing_cycle: row.billing_cycle.filter(|cycle| *cycle != BillingCycle::Unknown),
        billing_type: row.billing_type.filter(|kind| *kind != BillingType::Unknown),
        is_trial: row.is_trial,
        order_id: row.order_id.clone(),
        entitlement_id: row.entitlement_id.map(Some),
        publisher: row.publisher.clone(),
    );
    let family = family(pair.base(), row.is_microsoft);
    merge!(pair, family: Some(family).filter(|family| *family != Family::Unknown));
}

/// The family by `domain/entities.md` 2.8, first match wins; unknown where nothing tells.
fn family(sub: &Subscription, is_microsoft: Option<bool>) -> Family {
    let offer = sub.offer_id.raw().to_ascii_uppercase();
    let product = sub.product_type.raw().to_ascii_lowercase();
    let plan = |name: &Text| name.raw().eq_ignore_ascii_case("azure plan");
    if offer.starts_with("MS-AZR-0145P") {
        Family::AzureLegacy
    } else if offer.starts_with("DZH318Z0BPS6") || plan(&sub.name) || product == "azure plan" {
        Family::AzurePlan
    } else if sub.billing_type == BillingType::Usage && sub.parent.is_some() {
        Family::AzureSubscription
    } else if product == "onlineservicesnce" || offer.starts_with("CFQ7TTC0") {
        Family::LicenseNce
    } else if product.starts_with("software") || offer.starts_with("DG7GMGF") {
        if sub.term == Term::None { Family::SoftwarePerpetual } else { Family::SoftwareSubscription }
    } else if product.starts_with("azurereservations") {
        Family::Reservation
    } else if product == "azuresavingsplan" || sub.billing_type == BillingType::Benefit {
        Family::SavingsPlan
    } else if is_microsoft == Some(false) {
        Family::MarketplaceSaas
    } else if sub.billing_type == BillingType::License && scalar::guid(&offer).is_some() {
        Family::LicenseLegacy
    } else {
        Family::Unknown
    }
}

/// Who sold a subscription and where, as far as the exporting partner's role tells.
struct Sale {
    seller: Option<TenantId>,
    channel: Option<Channel>,
}

/// A provider or a direct-bill partner sells what its export shows; what a reseller's shows was sold by its provider
/// (`domain/exchange.md` 5). A partner of record other than the exporter is only there in the indirect channel.
fn sale(ledger: &Ledger, on_record: Option<&PartnerId>, us: TenantId) -> Sale {
    let Some(partner) = ledger.book.partner(us) else { return Sale { seller: None, channel: None } };
    let own = on_record.is_none_or(|id| partner.partner_id.as_ref().is_some_and(|own| own.same(id)));
    if partner.is_direct_bill() && (own || !partner.is_provider()) {
        return Sale { seller: Some(us), channel: Some(Channel::CspDirect) };
    }
    if partner.is_provider() {
        return Sale { seller: Some(us), channel: Some(Channel::CspIndirect) };
    }
    if partner.is_reseller() {
        return Sale { seller: only_provider(ledger, us), channel: Some(Channel::CspIndirect) };
    }
    Sale { seller: None, channel: None }
}

/// The provider of a reseller that has just one.
fn only_provider(ledger: &Ledger, reseller: TenantId) -> Option<TenantId> {
    let rows = ledger.book.links().partnerships_by_reseller.get(&reseller);
    let mut active = ledger.book.partnerships().rows(rows).filter(|p| p.state == PartnershipState::Active);
    let provider = active.next()?.provider;
    active.all(|partnership| partnership.provider == provider).then_some(provider)
}

/// Takes in support contacts of subscriptions that are known.
pub(super) fn take_support(ledger: &mut Ledger, rows: &[Item<SupportRow>]) {
    for item in rows {
        match support(ledger, item) {
            Ok(effect) => ledger.row([effect]),
            Err(reason) => ledger.put_aside(item.number, reason),
        }
    }
}

fn support(ledger: &mut Ledger, item: &Item<SupportRow>) -> Result<Effect, Reason> {
    let row = &item.row;
    let id = row.subscription.ok_or(Reason::NoSubscription)?;
    if ledger.book.subscription(id).is_none() && ledger.baseline.subscription(id).is_none() {
        return Err(Reason::UnknownSubscription(id.to_string().into()));
    }
    let mut partner = ledger.partner(row.partner);
    partner.need();
    partner.fill(row.name.as_ref(), |partner| &mut partner.name);
    partner.fill(Some(&row.partner_id), |partner| &mut partner.partner_id);
    ledger.keep(partner);
    let mut pair = pair(ledger, id);
    merge!(pair, support_contact: Some(Some(row.partner)));
    ledger.note_overruled(item.number, &pair);
    Ok(ledger.keep(pair))
}
