//! One subscription, bought through CSP or elsewhere (entities.md 2.7).

use super::choice::{BillingCycle, BillingType, Channel, Family, Segment, Status, Term};
use super::field::{Cell, Kind, Value, Wrong, entity, parts};
use super::id::{Guid, SubscriptionId, TenantId};
use super::{Currency, Day, Moment, PartnerId, Text};
use serde::{Deserialize, Serialize};

entity! {
    /// One subscription.
    pub struct Subscription, SubscriptionField {
        /// Its id.
        id: SubscriptionId = Id,
        /// The customer it serves.
        customer: TenantId = Customer,
        /// The product's name.
        name: Text = Name,
        /// The nickname it was given.
        friendly_name: Text = FriendlyName,
        /// The product: an offer id, or product, SKU and availability.
        offer_id: Text = OfferId,
        /// The family of the product.
        family: Family = Family,
        /// The product type as an export names it.
        product_type: Text = ProductType,
        /// Where it was bought.
        channel: Channel = Channel,
        /// The partner that Microsoft invoices for it.
        seller: Option<TenantId> = Seller,
        /// The reseller of record: the location id written on it.
        partner_of_record: Option<PartnerId> = PartnerOfRecord,
        /// Further location ids written on it, for information.
        additional_partners: Vec<PartnerId> = AdditionalPartners,
        /// The partner named for support.
        support_contact: Option<TenantId> = SupportContact,
        /// The partner that supports it although it was bought elsewhere; known to this program alone.
        supported_by: Option<TenantId> = SupportedBy,
        /// Seats.
        quantity: Option<u32> = Quantity,
        /// What the quantity counts.
        unit: Text = Unit,
        /// The base subscription of an add-on, or the plan of an Azure subscription.
        parent: Option<SubscriptionId> = Parent,
        /// Its state.
        status: Status = Status,
        /// Why it is suspended.
        suspension_reasons: Vec<Text> = SuspensionReasons,
        /// When it was suspended; no export tells it.
        suspended_on: Option<Day> = SuspendedOn,
        /// When it was created.
        creation: Option<Moment> = Creation,
        /// When it took effect.
        effective: Option<Moment> = Effective,
        /// When its term ends; the year 9999 means never.
        commitment_end: Option<Moment> = CommitmentEnd,
        /// Until when it may be cancelled.
        cancel_until: Option<Moment> = CancelUntil,
        /// Seats that may still be given back, each until its day (R-SUB-004).
        refundable: Vec<Refund> = Refundable,
        /// True when it renews by itself; unknown when an export does not say.
        auto_renew: Option<bool> = AutoRenew,
        /// True when it goes on month by month after its term instead of ending (extended service term).
        extended_term: bool = ExtendedTerm,
        /// True when somebody has decided what becomes of it at the end of its term; known to this program alone.
        renewal_decided: bool = RenewalDecided,
        /// The product it changes to at the end of its term.
        next_product: Text = NextProduct,
        /// The seats it changes to at the end of its term.
        next_quantity: Option<u32> = NextQuantity,
        /// The term that follows.
        next_term: Option<Term> = NextTerm,
        /// How often it is billed in the term that follows.
        next_billing: Option<BillingCycle> = NextBilling,
        /// The length of a term.
        term: Term = Term,
        /// How often it is billed.
        billing_cycle: BillingCycle = BillingCycle,
        /// What it is billed by.
        billing_type: BillingType = BillingType,
        /// The currency it is billed in.
        currency: Option<Currency> = Currency,
        /// Whom the offer is made for; unknown when an export does not say.
        segment: Option<Segment> = Segment,
        /// True for a trial.
        is_trial: bool = IsTrial,
        /// True when it runs beside another channel's on purpose (R-MC-003).
        coexists: bool = Coexists,
        /// The id of its order.
        order_id: Text = OrderId,
        /// Its id in Azure.
        entitlement_id: Option<Guid> = EntitlementId,
        /// The subscription that it continues after a transfer.
        transferred_from: Option<SubscriptionId> = TransferredFrom,
        /// The publisher of the product.
        publisher: Text = Publisher,
        /// Labels of our own.
        tags: Vec<Text> = Tags,
        /// A note of our own.
        note: Text = Note,
    }
}

/// Seats that were added and may be given back until a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refund {
    /// How many seats.
    pub quantity: u32,
    /// Until when.
    pub until: Moment,
}

parts! {
    Vec<Refund>: |refund: &Refund| Value::Code(format!("{} {}", refund.quantity, refund.until));
}

impl Cell for Vec<PartnerId> {
    const KIND: Kind = Kind::Words;
    fn value(&self) -> Value {
        Value::List(self.iter().map(Cell::value).collect())
    }
    fn parse(text: &str) -> Result<Self, Wrong> {
        text.split(',').map(str::trim).filter(|id| !id.is_empty()).map(PartnerId::typed).collect()
    }
}

impl Subscription {
    /// The name it goes by: its nickname, else the product's.
    pub fn title(&self) -> &Text {
        if self.friendly_name.is_empty() { &self.name } else { &self.friendly_name }
    }

    /// True when it is suspended for a reason that is neither the partner's nor the customer's. Exports say why in words
    /// of their own; those that name one of the two are theirs.
    pub fn is_suspended_by_microsoft(&self) -> bool {
        let theirs = |reason: &Text| {
            let word = reason.raw().to_ascii_lowercase();
            word.contains("customer") || word.contains("partner")
        };
        !self.suspension_reasons.iter().all(theirs)
    }

    /// True when something is scheduled for the end of its term.
    pub fn has_scheduled_change(&self) -> bool {
        !self.next_product.is_empty()
            || self.next_quantity.is_some()
            || self.next_term.is_some()
            || self.next_billing.is_some()
    }

    /// Drops what is scheduled for the end of its term.
    pub fn drop_scheduled_change(&mut self) {
        self.next_product = Text::default();
        (self.next_quantity, self.next_term, self.next_billing) = (None, None, None);
    }

    /// The day on which it began, as far as it is known.
    pub fn began(&self) -> Option<Day> {
        self.effective.or(self.creation).map(Moment::day)
    }

    /// The day its term ends; nothing when it never does.
    pub fn ends(&self) -> Option<Day> {
        self.commitment_end.map(Moment::day).filter(|day| day.parts().0 < 9999)
    }
}
