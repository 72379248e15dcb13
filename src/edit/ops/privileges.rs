//! Admin privileges of a partner on a customer, as they are wished to be: granular ones (OP-07), or delegated ones
//! where those still exist. And the customer's way to take them away (OP-21).

use super::draft::{edited, step};
use super::granular::{draft, standing};
use super::impossible::Impossible;
use super::relationship::dap_is_retired;
use crate::model::{
    Admin, AdminStatus, Change, Dap, Day, Key, Model, RelationshipId, TenantId, Transaction, Verb,
};

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
        return step(Verb::GrantPrivileges, [edited(active, |r| r.dap = Dap::Granted)]);
    }
    let drafted = draft(model, partner, customer);
    let granted = Admin {
        status: AdminStatus::Active,
        created: Some(day.start()),
        activated: Some(day.start()),
        end: drafted
            .duration_days
            .and_then(|days| i32::try_from(days).ok())
            .map(|days| day.plus(days).start()),
        ..drafted
    };
    step(Verb::GrantPrivileges, [Change::add(granted)])
}

/// OP-21: the customer takes away granular privileges, or the delegated ones of a relationship. The relationship stays,
/// and with it the duty to support.
///
/// # Errors
/// The record is not in the book or gives no privileges.
pub fn remove_privileges(model: &Model, day: Day, of: Key) -> Result<Transaction, Impossible> {
    match of {
        Key::Admin(id) => {
            let admin = standing(model, id, Verb::RemovePrivileges)?;
            step(Verb::RemovePrivileges, [edited(admin, |a| super::granular::terminate(a, day))])
        }
        Key::Relationship(id) => remove_delegated(model, id),
        _ => Err(Impossible::NotACandidate(of)),
    }
}

fn remove_delegated(model: &Model, id: RelationshipId) -> Result<Transaction, Impossible> {
    let key = Key::Relationship(id);
    let relationship = model.relationships().get(id).ok_or(Impossible::Gone(key))?;
    if relationship.dap != Dap::Granted {
        return Err(Impossible::NothingOpen(Verb::RemovePrivileges, key));
    }
    step(Verb::RemovePrivileges, [edited(relationship, |r| r.dap = Dap::RemovedByCustomer)])
}
