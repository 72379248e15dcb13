//! Whether the target of a transfer is ready for it (R-TRF-002).

use super::{accepted, begun, field};
use crate::model::{
    AgreementKind, AgreementWay, Cloud, Customer, CustomerField, Family, FieldRef, Key, Model, Partner,
    PartnerField, Role, Subscription, SubscriptionField, TenantId, Transfer, TransferField, TransferKind,
    region_of,
};
use crate::rules::catalogue::Look;
use crate::rules::fact::{
    Fact, Missing, any, are_partners, both, fails, has_relationship, has_role, is_live, lacks,
};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;
use crate::rules::step::Step;

/// R-TRF-002: before a request is made, and again when it is accepted, the target has a relationship with the customer,
/// an agreement of it, its own partner agreement, the same region, and what the procedure asks for.
pub(super) fn targets_are_ready(look: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    for t in begun(step).chain(accepted(step).map(|(_, after)| after)) {
        let target = t.target.and_then(|id| look.model.partner(id));
        let (Some(target), Some(customer)) = (target, look.model.customer(t.customer)) else { continue };
        let out = out.about(Key::Transfer(t.id));
        with_the_customer(look, t, target, customer, out);
        in_the_region(t, target, customer, out);
        on_record(look.model, t, target, out);
        plan_for_azure(look.model, t, target.tenant, out);
    }
}

fn with_the_customer(
    look: &Look<'_>,
    t: &Transfer,
    target: &Partner,
    customer: &Customer,
    out: &mut Out<'_>,
) {
    let (other, at) = (Some(Key::Partner(target.tenant)), Some(field(TransferField::Target)));
    if fails(has_relationship(look.model, target.tenant, t.customer), out) {
        out.find(Reason::TargetUnrelated, other, at);
    }
    if fails(has_agreed(customer, target.tenant), out) {
        out.find(Reason::TargetWithoutAgreement, other, at);
    }
    match target.mpa_signed_on {
        None => out.unknown(Key::Partner(target.tenant), FieldRef::Partner(PartnerField::MpaSignedOn)),
        Some(signed) if signed > look.today => out.find(Reason::TargetUnsigned, other, at),
        Some(_) => {}
    }
}

/// Whether the customer accepted the agreement itself, or through this partner. Only the public cloud records any, and
/// lists carry none.
fn has_agreed(customer: &Customer, partner: TenantId) -> Fact {
    let missing = Missing(Key::Customer(customer.tenant), FieldRef::Customer(CustomerField::Agreements));
    if customer.cloud != Cloud::Public {
        return Ok(true);
    }
    if customer.agreements.is_empty() {
        return Err(missing);
    }
    let mca = customer.agreements.iter().filter(|a| a.kind == AgreementKind::MicrosoftCustomerAgreement);
    any(mca.map(|agreement| match (agreement.way, agreement.attested_by) {
        (Some(AgreementWay::DirectAcceptance), _) => Ok(true),
        (_, Some(by)) => Ok(by == partner),
        (Some(AgreementWay::PartnerAttested | AgreementWay::Other(_)) | None, None) => Err(missing),
    }))
}

fn in_the_region(t: &Transfer, target: &Partner, customer: &Customer, out: &mut Out<'_>) {
    let countries = target.country.zip(customer.country);
    let Some((ours, theirs)) = countries else {
        let missing = match target.country {
            None => (Key::Partner(target.tenant), FieldRef::Partner(PartnerField::Country)),
            Some(_) => (Key::Customer(customer.tenant), FieldRef::Customer(CustomerField::Country)),
        };
        return out.unknown(missing.0, missing.1);
    };
    let (other, at) = (Some(Key::Partner(target.tenant)), Some(field(TransferField::Target)));
    let regions = region_of(ours).zip(region_of(theirs));
    if regions.is_some_and(|(ours, theirs)| ours != theirs) {
        out.find(Reason::SellerInOtherRegion, other, at);
    } else if t.kind == TransferKind::AzureLegacy && ours != theirs {
        out.find(Reason::TargetInOtherCountry, other, at);
    }
}

/// Who is to be put on record: only with a provider for target, and as on any indirect sale (R-REL-006, R-REL-007).
fn on_record(model: &Model, t: &Transfer, target: &Partner, out: &mut Out<'_>) {
    let at = Some(field(TransferField::PartnerOfRecord));
    let Some(id) = &t.partner_of_record else { return };
    if fails(has_role(target, &[Role::IndirectProvider]), out) {
        return out.find(Reason::RecordOnDirectTarget, Some(Key::Partner(target.tenant)), at);
    }
    if target.partner_id.as_ref().is_some_and(|own| own.same(id)) {
        return out.find(Reason::RecordIsSeller, Some(Key::Partner(target.tenant)), at);
    }
    let Some(reseller) = model.partner_with_id(id) else {
        return out.find(Reason::RecordUnknown, None, at);
    };
    let other = Some(Key::Partner(reseller.tenant));
    if fails(has_role(reseller, &[Role::IndirectReseller, Role::DirectBill]), out) {
        out.find(Reason::RecordIsNoReseller, other, at);
    }
    if fails(are_partners(model, target.tenant, reseller.tenant), out) {
        out.find(Reason::NoPartnership, other, at);
    }
    let regions = target.country.and_then(region_of).zip(reseller.country.and_then(region_of));
    if regions.is_some_and(|(target, reseller)| target != reseller) {
        out.find(Reason::ResellerInOtherRegion, other, at);
    }
}

/// Azure subscriptions go under a live plan of the target.
fn plan_for_azure(model: &Model, t: &Transfer, target: TenantId, out: &mut Out<'_>) {
    for s in t.subscriptions.iter().filter_map(|id| model.subscription(*id)) {
        if s.family == Family::AzureSubscription {
            let out = out.about(Key::Subscription(s.id));
            if fails(has_plan(model, t.customer, target), out) {
                let at = FieldRef::Subscription(SubscriptionField::Parent);
                out.find(Reason::NoPlanAtTarget, Some(Key::Partner(target)), Some(at));
            }
        }
    }
}

fn has_plan(model: &Model, customer: TenantId, seller: TenantId) -> Fact {
    let of_seller = model.subscriptions_of(customer).filter(|s| s.seller == Some(seller));
    any(of_seller.map(|s| both(is_plan(s), is_live(s))))
}

fn is_plan(s: &Subscription) -> Fact {
    match s.family {
        Family::Unknown | Family::Other(_) => Err(lacks(s, SubscriptionField::Family)),
        listed => Ok(listed == Family::AzurePlan),
    }
}
