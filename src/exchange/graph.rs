//! Granular delegated admin relationships of Microsoft Graph (`domain/exchange.md` section 2).

use super::fields::Fields;
use super::note::{NoteKind, Reason};
use crate::model::{AdminId, AdminKind, AdminStatus, Guid, Moment, TenantId, Text, days_of};

/// A granular relationship as an export shows it. The partner is not in it.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs)] // each field is the model's field of its name, when the export carries it
pub struct AdminRow {
    pub id: AdminId,
    pub kind: Option<AdminKind>,
    pub name: Option<Text>,
    pub customer: Option<TenantId>,
    pub customer_name: Option<Text>,
    pub indirect_provider: Option<TenantId>,
    pub consent_pending: Option<bool>,
    pub status: Option<AdminStatus>,
    pub duration_days: Option<u32>,
    pub auto_extend_days: Option<u32>,
    pub roles: Vec<Guid>,
    pub created: Option<Moment>,
    pub modified: Option<Moment>,
    pub activated: Option<Moment>,
    pub end: Option<Moment>,
}

/// Reads a granular relationship.
pub fn read(row: &mut Fields<'_, '_>) -> Option<AdminRow> {
    let id = admin_id(row)?;
    row.skip(&["@odata.context"]);
    let (customer, customer_name) = row.object("customer", customer).unwrap_or_default();
    Some(AdminRow {
        id,
        kind: kind(row),
        name: row.text("displayName"),
        customer,
        customer_name,
        indirect_provider: row.guid("indirectProviderTenantId").map(TenantId),
        consent_pending: row.flag("isPartnerConsentPending"),
        status: row.word("status", AdminStatus::known, AdminStatus::read),
        duration_days: duration(row, "duration"),
        auto_extend_days: duration(row, "autoExtendDuration"),
        roles: row.object("accessDetails", roles).unwrap_or_default(),
        created: row.moment("createdDateTime"),
        modified: row.moment("lastModifiedDateTime"),
        activated: row.moment("activatedDateTime"),
        end: row.moment("endDateTime"),
    })
}

/// Two GUIDs and a dash. The book's own numbers are never taken from a file.
fn admin_id(row: &mut Fields<'_, '_>) -> Option<AdminId> {
    let Some(raw) = row.text("id") else { return row.refuse(Reason::NoId) };
    let real =
        |id: &AdminId| id.0.own_number().is_none() && id.1.is_none_or(|second| second.own_number().is_none());
    match raw.raw().parse().ok().filter(real) {
        Some(id) => Some(id),
        None => row.refuse(Reason::BadId(raw)),
    }
}

fn kind(row: &mut Fields<'_, '_>) -> Option<AdminKind> {
    let name = row.text("@odata.type")?;
    match name.raw().rsplit('.').next().unwrap_or_default() {
        "delegatedAdminRelationship" => Some(AdminKind::Delegated),
        "resellerDelegatedAdminRelationship" => Some(AdminKind::ResellerDelegated),
        _ => {
            row.note("@odata.type", NoteKind::UnknownValue, name.raw());
            None
        }
    }
}

fn customer(customer: &mut Fields<'_, '_>) -> (Option<TenantId>, Option<Text>) {
    (customer.guid("tenantId").map(TenantId), customer.text("displayName"))
}

fn roles(details: &mut Fields<'_, '_>) -> Vec<Guid> {
    details.objects("unifiedRoles", |role| role.guid("roleDefinitionId")).into_iter().flatten().collect()
}

fn duration(row: &mut Fields<'_, '_>, name: &str) -> Option<u32> {
    let raw = row.text(name)?;
    let days = days_of(raw.raw());
    if days.is_none() {
        row.note(name, NoteKind::NotANumber, raw.raw());
    }
    days
}
