//! A new customer tenant, made by a partner (OP-06).

use super::draft::step;
use super::ids::{next_relationship, next_tenant};
use super::impossible::{At, Impossible};
use super::relationship::{dap_is_retired, partners};
use crate::model::{
    Change, Customer, Dap, Day, Guid, Key, Model, Origin, Relationship, RelationshipKind, RelationshipState,
    TableName, TenantId, Transaction, Verb,
};

/// Who makes the tenant of a new customer. A reseller cannot: its provider does, for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Creator {
    /// A direct-bill partner, or a provider for itself.
    Seller(TenantId),
    /// A provider for one of its resellers.
    ProviderFor {
        /// The provider.
        provider: TenantId,
        /// The reseller.
        reseller: TenantId,
    },
}

/// OP-06: a customer and its relationship with its creator; made for a reseller, also the reseller's relationship,
/// with admin access in the days of delegated privileges. A tenant id of our own stands in for one that is not known.
///
/// # Errors
/// A partner is not in the book, or the tenant is a customer already.
pub fn create_customer(
    model: &Model,
    day: Day,
    customer: Customer,
    by: Creator,
) -> Result<Transaction, Impossible> {
    let mut customer = customer;
    if customer.tenant.0 == Guid::default() {
        customer.tenant = next_tenant(model, TableName::Customer, &customer.name);
    }
    let key = Key::Customer(customer.tenant);
    if model.contains(key) {
        return Err(Impossible::Taken(key));
    }
    let at = At { model, day };
    let born = match by {
        Creator::Seller(seller) => vec![relationship(at, seller, &customer)?],
        Creator::ProviderFor { provider, reseller } => {
            partners(model, provider, reseller)?;
            customer.associated_partner = Some(reseller);
            let of_reseller = with_access(at, &customer, relationship(at, reseller, &customer)?);
            vec![
                relationship(at, provider, &customer)?,
                Relationship { via_provider: Some(provider), ..of_reseller },
            ]
        }
    };
    let changes = std::iter::once(Change::add(customer)).chain(born.into_iter().map(Change::add));
    step(Verb::AddCustomer, changes)
}

/// A relationship that is born with the tenant: nobody has to accept it.
fn relationship(at: At<'_>, partner: TenantId, customer: &Customer) -> Result<Relationship, Impossible> {
    at.model.partner(partner).ok_or(Impossible::Gone(Key::Partner(partner)))?;
    Ok(Relationship {
        id: next_relationship(at.model, partner, customer.tenant),
        partner,
        customer: customer.tenant,
        kind: RelationshipKind::Reseller,
        state: RelationshipState::Active,
        origin: Origin::CreatedTenant,
        ..Relationship::default()
    })
}

fn with_access(at: At<'_>, customer: &Customer, relationship: Relationship) -> Relationship {
    let dap = if dap_is_retired(customer.cloud, at.day) { Dap::NotRequested } else { Dap::Granted };
    Relationship { dap, ..relationship }
}
