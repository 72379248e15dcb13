//! The support contact of a subscription. Only its own link says which subscription.

use crate::exchange::fields::Fields;
use crate::exchange::scalar;
use crate::model::{PartnerId, SubscriptionId, TenantId, Text};

/// A support contact as an export shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct SupportRow {
    /// The subscription, of the link.
    pub subscription: Option<SubscriptionId>,
    /// The customer, of the link.
    pub customer: Option<TenantId>,
    /// The partner that supports.
    pub partner: TenantId,
    /// Its Partner ID.
    pub partner_id: Option<PartnerId>,
    /// Its name.
    pub name: Option<Text>,
}

/// Reads a support contact.
pub fn read(row: &mut Fields<'_, '_>) -> Option<SupportRow> {
    let partner = TenantId(row.key("supportTenantId")?);
    let link = row.link("self").unwrap_or_default();
    Some(SupportRow {
        subscription: scalar::subscription_of(&link),
        customer: scalar::customer_of(&link),
        partner,
        partner_id: row.partner_id("supportMpnId"),
        name: row.text("name"),
    })
}
