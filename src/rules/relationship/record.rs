//! The partner of record: that there is one, that it may stand there, that the seller works with it (R-REL-005 to 007).

use crate::model::{
    FieldRef, Key, Partner, PartnerField, PartnerId, Role, Subscription, SubscriptionField, Verb, region_of,
};
use crate::rules::catalogue::{Look, Sale};
use crate::rules::fact::{Missing, are_partners, both, fails, has_role, holds, is_indirect, is_live};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;
use crate::rules::step::Step;

const RECORD: Option<FieldRef> = Some(FieldRef::Subscription(SubscriptionField::PartnerOfRecord));

/// R-REL-005: an indirect sale names its reseller. Exports say nothing when there is none, so nothing is a finding here.
pub(super) fn somebody_is_on_record(_: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    if s.partner_of_record.is_none() && holds(both(is_live(s), is_indirect(s)), out) {
        out.find(Reason::NobodyOnRecord, s.seller.map(Key::Partner), RECORD);
    }
}

/// R-REL-006: the partner of record is an indirect reseller, never the seller, and only on indirect sales.
pub(super) fn a_reseller_is_on_record(_: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    if s.partner_of_record.is_none() {
        return;
    }
    if fails(is_indirect(s), out) {
        out.find(Reason::RecordOffIndirect, None, RECORD);
    }
    if let Some(seller) = sale.seller
        && is_its_own_id(s, seller, out)
    {
        return out.find(Reason::RecordIsSeller, Some(Key::Partner(seller.tenant)), RECORD);
    }
    // A direct-bill partner on its way to the indirect model may stand here too.
    let may_stand = |p: &Partner| has_role(p, &[Role::IndirectReseller, Role::DirectBill]);
    if let Some(reseller) = sale.reseller
        && fails(may_stand(reseller), out)
    {
        out.find(Reason::RecordIsNoReseller, Some(Key::Partner(reseller.tenant)), RECORD);
    }
}

fn is_its_own_id(s: &Subscription, seller: &Partner, out: &mut Out<'_>) -> bool {
    let missing = Missing(Key::Partner(seller.tenant), FieldRef::Partner(PartnerField::PartnerId));
    let own = seller.partner_id.as_ref().ok_or(missing);
    holds(own.map(|own| s.partner_of_record.as_ref().is_some_and(|id| id.same(own))), out)
}

/// R-REL-007: who is put on record has an active partnership with the seller, in one region. A changed seller puts the
/// same reseller on record anew. The enrolment and the standing that the rule asks for too are judged by R-ENR-002 on
/// what results and by R-ENR-003 on the same step, each said once.
pub(super) fn seller_works_with_it(look: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    if step.verb == Verb::Import {
        return;
    }
    for (before, after) in step.subscriptions() {
        if after.partner_of_record.is_some()
            && !before.is_some_and(|before| is_as_before(step, before, after))
        {
            put_on_record(look, &Sale::of(look.model, after), out.about(Key::Subscription(after.id)));
        }
    }
}

fn is_as_before(step: &Step<'_>, before: &Subscription, after: &Subscription) -> bool {
    let same = |(a, b): (&PartnerId, &PartnerId)| a.same(b);
    let ids = before.partner_of_record.as_ref().zip(after.partner_of_record.as_ref());
    before.seller.map(|seller| step.tenant(seller)) == after.seller && ids.is_some_and(same)
}

fn put_on_record(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    // The rule requires a partner; that nobody in the book has the id is a failure, not a gap.
    let Some(reseller) = sale.reseller else { return out.find(Reason::RecordUnknown, None, RECORD) };
    let Some(seller) = sale.seller else {
        return out.unknown(Key::Subscription(s.id), FieldRef::Subscription(SubscriptionField::Seller));
    };
    let other = Some(Key::Partner(reseller.tenant));
    if fails(are_partners(look.model, seller.tenant, reseller.tenant), out) {
        out.find(Reason::NoPartnership, other, RECORD);
    }
    let regions = seller.country.and_then(region_of).zip(reseller.country.and_then(region_of));
    if regions.is_some_and(|(seller, reseller)| seller != reseller) {
        out.find(Reason::ResellerInOtherRegion, other, RECORD);
    }
}
