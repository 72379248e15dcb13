//! Steps that fixes consist of. What the book lacks is put in as it is wished to be, accepted: the plan orders the
//! portal's steps that make it real.

use crate::edit::ops::{
    Ask, Through, accept_partnership, accept_relationship, add_partner, grant_privileges, invite_reseller,
    together,
};
use crate::model::{
    Change, Day, Key, Model, PartnershipState, Record, RelationshipState, TenantId, Transaction, Verb,
};

/// The book as a step leaves it, rules apart.
pub(super) fn after(model: &Model, step: &Transaction) -> Model {
    let mut after = model.clone();
    for change in &step.changes {
        match (&change.after, change.key()) {
            (Some(record), _) => drop(after.put(record.clone())),
            (None, Some(key)) => drop(after.take(key)),
            (None, None) => {}
        }
    }
    after
}

/// The step as a fix.
pub(super) fn as_fix(step: Transaction) -> Transaction {
    Transaction { verb: Verb::Fix, ..step }
}

/// A change of one record.
pub(super) fn change(model: &Model, key: Key, edit: impl FnOnce(&mut Record)) -> Option<Transaction> {
    let before = model.get(key)?;
    let mut after = before.clone();
    edit(&mut after);
    (before != after).then(|| Transaction::new(Verb::Fix, vec![Change::edit(before, after)]))
}

/// The two become partners: the open invitation is accepted, or a new one made and accepted.
pub(super) fn make_partners(
    model: &Model,
    day: Day,
    provider: TenantId,
    reseller: TenantId,
) -> Option<Transaction> {
    let mut between = model.partnerships_between(provider, reseller);
    if let Some(open) = between.find(|p| p.state == PartnershipState::Invited) {
        return accept_partnership(model, day, open.id).ok().map(as_fix);
    }
    let invited = invite_reseller(model, day, provider, reseller).ok()?;
    accept_new(model, day, invited)
}

fn accept_new(model: &Model, day: Day, invited: Transaction) -> Option<Transaction> {
    let id = invited.keys().find_map(|key| if let Key::Partnership(id) = key { Some(id) } else { None })?;
    let accepted = accept_partnership(&after(model, &invited), day, id).ok()?;
    Some(as_fix(together(invited, accepted)))
}

/// The partner gets a relationship with the customer: the open request is accepted, or a new one made and accepted.
pub(super) fn relate(model: &Model, day: Day, partner: TenantId, customer: TenantId) -> Option<Transaction> {
    let mut between = model.relationships_between(partner, customer);
    if let Some(open) = between.find(|r| r.state == RelationshipState::Requested) {
        return accept_relationship(model, day, open.id).ok().map(as_fix);
    }
    let step = add_partner(model, day, partner, customer, Through::Alone, Ask::WithPrivileges);
    step.ok().map(as_fix)
}

/// The partner gets admin privileges on the customer.
pub(super) fn privileges(
    model: &Model,
    day: Day,
    partner: TenantId,
    customer: TenantId,
) -> Option<Transaction> {
    grant_privileges(model, day, partner, customer).ok().map(as_fix)
}
