//! Admin privileges of a partner on a customer, as they are wished to be: granular ones (OP-07), or delegated ones
//! where those still exist.

use super::draft::{edited, step};
use super::impossible::Impossible;
use super::relationship::dap_is_retired;
use crate::model::{
    Admin, AdminId, AdminStatus, Change, Dap, Day, Guid, Key, Model, TenantId, Text, Transaction, Verb,
};

/// Two years: the longest that granular privileges last (R-ADM-002).
const DAYS: u32 = 730;

/// The longest name that granular privileges take (R-ADM-003), in characters.
const LONGEST_NAME: usize = 50;

/// Directory readers and service support administrator (rules.md 4): the least that lets a partner give support.
const LEAST_ROLES: [[u8; 16]; 2] = [
    [0x88, 0xd8, 0xe3, 0xe3, 0x8f, 0x55, 0x4a, 0x1e, 0x95, 0x3a, 0x9b, 0x98, 0x98, 0xb8, 0x87, 0x6b],
    [0xf0, 0x23, 0xfd, 0x81, 0xa6, 0x37, 0x4b, 0x56, 0x95, 0xfd, 0x79, 0x1a, 0xc0, 0x22, 0x60, 0x33],
];

/// Grants a partner the least privileges that let it give support: granular ones for two years. Where the cloud, or
/// the day, still knows delegated privileges, the active relationship gets those.
///
/// # Errors
/// A record is not in the book, or there is no active relationship where delegated privileges are asked for.
pub fn grant_privileges(
    model: &Model,
    day: Day,
    partner: TenantId,
    customer: TenantId,
) -> Result<Transaction, Impossible> {
    model.partner(partner).ok_or(Impossible::Gone(Key::Partner(partner)))?;
    let cloud = model.customer(customer).ok_or(Impossible::Gone(Key::Customer(customer)))?.cloud;
    if !dap_is_retired(cloud, day) {
        let mut between = model.relationships_between(partner, customer);
        let active = between.find(|r| r.is_active_reseller());
        let active =
            active.ok_or(Impossible::NothingOpen(Verb::RemoveRelationship, Key::Customer(customer)))?;
        return step(Verb::Edit, [edited(active, |r| r.dap = Dap::Granted)]);
    }
    let name = free_name(model, partner, customer);
    let granted = Admin {
        id: free_id(model, partner, customer),
        name,
        partner: Some(partner),
        customer: Some(customer),
        status: AdminStatus::Active,
        duration_days: Some(DAYS),
        roles: LEAST_ROLES.map(Guid::from_bytes).into(),
        created: Some(day.start()),
        activated: Some(day.start()),
        end: Some(day.plus(730).start()),
        ..Admin::default()
    };
    step(Verb::Add, [Change::add(granted)])
}

/// "Sud Conseil - Vidal", cut to fit, with a number where the partner has the name already.
fn free_name(model: &Model, partner: TenantId, customer: TenantId) -> Text {
    let names = [Key::Partner(partner), Key::Customer(customer)].map(|key| model.name(key));
    let whole = format!("{} - {}", names[0].raw(), names[1].raw());
    let rows = model.links().admin_by_partner.get(&partner);
    let taken = |name: &Text| model.admin().rows(rows).any(|admin| admin.name == *name);
    let numbered = |n: usize| -> Text {
        let number = if n == 0 { String::new() } else { format!(" {n}") };
        let room = LONGEST_NAME - number.chars().count();
        let name: String = whole.chars().take(room).collect();
        format!("{name}{number}").into()
    };
    (0..=rows.len()).map(numbered).find(|name| !taken(name)).unwrap_or_default()
}

fn free_id(model: &Model, partner: TenantId, customer: TenantId) -> AdminId {
    let [a, b, c, d, ..] = Guid::derived(&[b"admin", &partner.0.bytes(), &customer.0.bytes()]).bytes();
    let first = u64::from(u32::from_be_bytes([a, b, c, d])) + 1;
    let mut ids = (first..u64::MAX).map(|n| AdminId(Guid::own(n), None));
    ids.find(|id| !model.contains(Key::Admin(*id))).unwrap_or_default()
}
