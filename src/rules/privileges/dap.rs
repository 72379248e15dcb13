//! Delegated admin privileges of old: Microsoft removes them since 22 May 2023, in the public cloud (R-ADM-001).

use crate::model::{
    Cloud, Customer, CustomerField, Dap, FieldRef, Key, Model, Record, Relationship, RelationshipField,
    RelationshipState, TenantId, Verb,
};
use crate::rules::catalogue::Look;
use crate::rules::code::Severity;
use crate::rules::fact::{Fact, Missing, holds};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;
use crate::rules::step::Step;

const DAP: Option<FieldRef> = Some(FieldRef::Relationship(RelationshipField::Dap));

/// R-ADM-001: those that are still granted in the public cloud are warned of. In the other clouds, which still have
/// them, they come with a relationship that the customer accepted; one that was removed may leave them behind.
pub(super) fn delegated_ones_are_retired(look: &Look<'_>, r: &Relationship, out: &mut Out<'_>) {
    match r.dap {
        Dap::Granted => {}
        Dap::NotRequested | Dap::Requested | Dap::RemovedByCustomer => return,
        Dap::Other(_) => {
            return out.unknown(Key::Relationship(r.id), FieldRef::Relationship(RelationshipField::Dap));
        }
    }
    let other = Some(Key::Customer(r.customer));
    match cloud(look.model, r.customer) {
        Err(Missing(of, field)) => out.unknown(of, field),
        Ok(Cloud::Public) => out.find(Reason::DapIsRetired, other, DAP),
        Ok(_) if r.state == RelationshipState::Requested => out.find(Reason::DapBeforeAcceptance, other, DAP),
        Ok(_) => {}
    }
}

/// R-ADM-001: none is asked for or granted anew in the public cloud.
pub(super) fn none_is_granted_anew(look: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    if step.verb == Verb::Import {
        return;
    }
    for pair in step.pairs() {
        let (before, Some(Record::Relationship(after))) = pair else { continue };
        let had = matches!(before, Some(Record::Relationship(before)) if has_or_asks(before));
        let out = out.about(Key::Relationship(after.id));
        if !had && has_or_asks(after) && holds(is_public(look.model, after.customer), out) {
            out.find_as(Severity::Error, Reason::DapGrantedAnew, Some(Key::Customer(after.customer)), DAP);
        }
    }
}

fn has_or_asks(r: &Relationship) -> bool {
    matches!(r.dap, Dap::Requested | Dap::Granted)
}

fn is_public(model: &Model, customer: TenantId) -> Fact {
    cloud(model, customer).map(|cloud| cloud == Cloud::Public)
}

fn cloud(model: &Model, customer: TenantId) -> Result<Cloud, Missing> {
    let missing = Missing(Key::Customer(customer), FieldRef::Customer(CustomerField::Cloud));
    match model.customer(customer).map(|Customer { cloud, .. }| *cloud) {
        None | Some(Cloud::Other(_)) => Err(missing),
        Some(known) => Ok(known),
    }
}
