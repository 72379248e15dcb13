//! Which steps with admin privileges and transfers concern a record.

use super::impossible::{Impossible, Standing};
use super::intent::Intent;
use super::offer::{Do, Offer, choose, from_standing, going_on, step};
use super::slot::Slot;
use crate::model::{Admin, Dap, Key, Model, Relationship, TenantId, Transfer, Verb};

/// The steps that go on with granular privileges.
pub(super) const OF_PRIVILEGES: [Verb; 5] = [
    Verb::SendPrivileges,
    Verb::ApprovePrivileges,
    Verb::SucceedPrivileges,
    Verb::EndPrivileges,
    Verb::RemovePrivileges,
];

const OF_TRANSFER: [Verb; 3] = [Verb::AcceptTransfer, Verb::RejectTransfer, Verb::CancelTransfer];

/// The steps of a partner or a customer: new privileges, and going on with those that are there.
pub(super) fn of_side(model: &Model, of: Key) -> Vec<Offer> {
    let new = [Verb::GrantPrivileges, Verb::PreparePrivileges];
    let mut offers: Vec<Offer> = new.map(|verb| choose(verb, Slot::Privileges { of, verb })).into();
    offers.extend(OF_PRIVILEGES.map(|verb| going_on(model, of, verb)));
    offers
}

/// The steps of a partner with a customer.
pub(super) fn of_pair(model: &Model, partner: TenantId, customer: TenantId) -> Vec<Offer> {
    let mut offers = vec![
        step(Intent::GrantPrivileges { partner, customer }),
        step(Intent::PreparePrivileges { partner, customer }),
    ];
    let latest = model.admin_between(partner, customer).max_by_key(|a| (a.is_active(), a.created, a.id));
    offers.extend(latest.map(of_admin).unwrap_or_default());
    offers
}

/// The steps that go on with granular privileges.
pub(super) fn of_admin(admin: &Admin) -> Vec<Offer> {
    let now = Standing::Privileges(admin.status);
    OF_PRIVILEGES.map(|verb| from_standing(Key::Admin(admin.id), now, verb)).into()
}

/// The customer takes the delegated privileges of a relationship away.
pub(super) fn of_relationship(relationship: &Relationship) -> Offer {
    let (key, verb) = (Key::Relationship(relationship.id), Verb::RemovePrivileges);
    match relationship.dap {
        Dap::Granted => step(Intent::RemovePrivileges(key)),
        Dap::NotRequested | Dap::Requested | Dap::RemovedByCustomer | Dap::Other(_) => {
            Offer { verb, does: Err(Impossible::NothingOpen(verb, key)) }
        }
    }
}

/// The steps that go on with a transfer.
pub(super) fn of_transfer(transfer: &Transfer) -> Vec<Offer> {
    let now = Standing::Transfer(transfer.status);
    OF_TRANSFER.map(|verb| from_standing(Key::Transfer(transfer.id), now, verb)).into()
}

/// The steps that go on with a transfer of a subscription that waits.
pub(super) fn of_subscription(model: &Model, id: crate::model::SubscriptionId) -> Vec<Offer> {
    let rows = model.links().transfers_by_subscription.get(&id);
    let open = model.transfers().rows(rows).filter(|t| t.is_open()).min_by_key(|t| t.id);
    open.map(of_transfer).unwrap_or_default()
}

/// The form of a draft, or the wish at once.
pub(super) fn pick(
    model: &Model,
    verb: Verb,
    partner: TenantId,
    customer: TenantId,
) -> Result<Do, Impossible> {
    if verb == Verb::PreparePrivileges {
        let draft = super::granular::draft_privileges(model, partner, customer)?;
        return Ok(Do::Form(Box::new(draft.into())));
    }
    Ok(Do::Step(Intent::GrantPrivileges { partner, customer }))
}
