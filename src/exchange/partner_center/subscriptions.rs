//! Rows of subscriptions: of a customer, by partner, one, add-ons, old and new commerce.

use crate::exchange::fields::Fields;
use crate::exchange::note::NoteKind;
use crate::exchange::scalar;
use crate::model::{
    BillingCycle, BillingType, Guid, Moment, PartnerId, Refund, Status, SubscriptionId, TenantId, Term, Text,
};

/// A subscription as an export shows it. What is absent is unknown, not empty.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // each field is the model's field of its name, when the export carries it
pub struct SubscriptionRow {
    pub id: SubscriptionId,
    /// Only the object's own link tells it.
    pub customer: Option<TenantId>,
    pub name: Option<Text>,
    pub friendly_name: Option<Text>,
    pub offer_id: Option<Text>,
    pub product_type: Option<Text>,
    /// Whether Microsoft is the publisher: a fact of the family.
    pub is_microsoft: Option<bool>,
    pub partner_of_record: Option<PartnerId>,
    pub additional_partners: Vec<PartnerId>,
    pub quantity: Option<u32>,
    pub unit: Option<Text>,
    pub parent: Option<SubscriptionId>,
    pub status: Option<Status>,
    pub suspension_reasons: Vec<Text>,
    pub creation: Option<Moment>,
    pub effective: Option<Moment>,
    pub commitment_end: Option<Moment>,
    pub cancel_until: Option<Moment>,
    pub refundable: Option<Vec<Refund>>,
    pub next: Option<Next>,
    pub auto_renew: Option<bool>,
    pub term: Option<Term>,
    pub billing_cycle: Option<BillingCycle>,
    pub billing_type: Option<BillingType>,
    pub is_trial: Option<bool>,
    pub order_id: Option<Text>,
    pub entitlement_id: Option<Guid>,
    pub publisher: Option<Text>,
}

/// What is scheduled for the end of the term.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)] // each field is what it becomes
pub struct Next {
    pub product: Text,
    pub quantity: Option<u32>,
    pub term: Option<Term>,
    pub billing: Option<BillingCycle>,
}

/// Properties that are known and not kept. What `scheduledActions` holds no document shows.
const NOT_KEPT: [&str; 15] = [
    "links",
    "hasPurchasableAddons",
    "renewalTermDuration",
    "scheduledActions",
    "attentionNeeded",
    "actionTaken",
    "actions",
    "contractType",
    "consumptionType",
    "billingCycleEndDate",
    "billingCycleEndDateTime",
    "commitmentEndDateTime",
    "commitmentEndDate",
    "refundOptions",
    "promotionId",
];

/// Reads a subscription.
pub fn read(row: &mut Fields<'_, '_>) -> Option<SubscriptionRow> {
    let id = SubscriptionId(row.key("id")?);
    row.skip(&NOT_KEPT);
    note_request(row);
    let own_link = row.link("self");
    let offer_link = row.link("offer");
    let status = row.word("status", Status::known, Status::read);
    Some(SubscriptionRow {
        id,
        customer: own_link.as_deref().and_then(scalar::customer_of),
        name: row.text("offerName"),
        friendly_name: row.text("friendlyName"),
        offer_id: row
            .text("offerId")
            .or_else(|| offer_link.as_deref().and_then(scalar::offer_of).map(Text::from)),
        product_type: row.object("productType", product_type).flatten(),
        is_microsoft: row.flag("isMicrosoftProduct"),
        partner_of_record: row.partner_id("partnerId"),
        additional_partners: partner_ids(row),
        quantity: row.count("quantity"),
        unit: row.text("unitType").filter(|unit| unit.raw() != "none"),
        parent: row.guid("parentSubscriptionId").map(SubscriptionId),
        status,
        suspension_reasons: row.texts("suspensionReasons"),
        creation: row.moment("creationDate"),
        effective: row.moment("effectiveStartDate"),
        commitment_end: row.moment("commitmentEndDateTime").or_else(|| row.moment("commitmentEndDate")),
        cancel_until: row.moment("cancellationAllowedUntilDate").or_else(|| refund_until(row)),
        refundable: row.object("refundableQuantity", refundable),
        next: next(row, status),
        auto_renew: row.flag("autoRenewEnabled"),
        term: row.word("termDuration", Term::known, Term::read),
        billing_cycle: row.word("billingCycle", BillingCycle::known, BillingCycle::read),
        billing_type: row.word("billingType", BillingType::known, BillingType::read),
        is_trial: row.flag("isTrial"),
        order_id: row.text("orderId"),
        entitlement_id: row.guid("entitlementId"),
        publisher: row.text("publisherName"),
    })
}

/// A body with capital letters and without links was sent, not received; it is read all the same.
fn note_request(row: &mut Fields<'_, '_>) {
    if row.has_exactly("Id") && row.value("links").is_none() {
        row.note("", NoteKind::RequestBody, "");
    }
}

fn product_type(kind: &mut Fields<'_, '_>) -> Option<Text> {
    kind.skip(&["displayName", "subType"]);
    kind.text("id")
}

fn partner_ids(row: &mut Fields<'_, '_>) -> Vec<PartnerId> {
    row.texts("additionalPartnerIds").iter().filter_map(|id| PartnerId::imported(id.raw())).collect()
}

/// Older exports tell the window for cancelling by the refunds; the last one counts.
fn refund_until(row: &mut Fields<'_, '_>) -> Option<Moment> {
    let until = row.objects("refundOptions", |option| {
        option.skip(&["type"]);
        option.moment("expiresAt").or_else(|| option.moment("expiresAfter"))
    });
    until.into_iter().flatten().max()
}

/// Seats that were added and may still be given back.
fn refundable(quantity: &mut Fields<'_, '_>) -> Vec<Refund> {
    quantity.skip(&["totalQuantity"]);
    let rows = quantity.objects("details", |row| {
        let (quantity, until) = (row.count("quantity"), row.moment("allowedUntilDateTime"));
        Some(Refund { quantity: quantity?, until: until? })
    });
    rows.into_iter().flatten().filter(|refund| refund.quantity > 0).collect()
}

/// What is scheduled. A suspension drops it, so that nothing is what a suspended one says by leaving it out.
fn next(row: &mut Fields<'_, '_>, status: Option<Status>) -> Option<Next> {
    let scheduled = row.object("scheduledNextTermInstructions", |scheduled| {
        scheduled.skip(&["customTermEndDate"]);
        let quantity = scheduled.count("quantity");
        let product = scheduled.object("product", next_product).unwrap_or_default();
        Next { quantity, ..product }
    });
    let rests =
        matches!(status, Some(Status::Suspended | Status::Deleted | Status::Expired | Status::Disabled));
    scheduled.or_else(|| rests.then(Next::default))
}

fn next_product(product: &mut Fields<'_, '_>) -> Next {
    product.skip(&["promotionId"]);
    let parts = ["productId", "skuId", "availabilityId"].map(|name| product.text(name));
    let parts: Vec<String> =
        parts.iter().map_while(Option::as_ref).map(|part| part.raw().to_owned()).collect();
    Next {
        product: parts.join(":").as_str().into(),
        quantity: None,
        term: product.word("termDuration", Term::known, Term::read),
        billing: product.word("billingCycle", BillingCycle::known, BillingCycle::read),
    }
}
