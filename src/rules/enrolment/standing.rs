//! R-ENR-003: a partner that is not in good standing gets no new orders, and since 2025 neither does who sells with such
//! a reseller on record.

use super::{bought, changed, transfers};
use crate::model::{
    Day, Enrolment, FieldRef, Key, Partner, PartnerField, PartnerId, Subscription, SubscriptionField,
    Transfer, TransferField,
};
use crate::rules::catalogue::{Look, Sale};
use crate::rules::fact::{Fact, Missing, fails, holds, is_csp};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;
use crate::rules::step::Step;

const SELLER: FieldRef = FieldRef::Subscription(SubscriptionField::Seller);
const RECORD: FieldRef = FieldRef::Subscription(SubscriptionField::PartnerOfRecord);

fn missing(partner: &Partner) -> Missing {
    Missing(Key::Partner(partner.tenant), FieldRef::Partner(PartnerField::Enrolment))
}

/// Whether Microsoft takes the partner's orders. What a restricted partner may still do is R-ENR-005's to say.
fn may_order(partner: &Partner) -> Fact {
    match partner.enrolment {
        Enrolment::Unknown | Enrolment::Other(_) => Err(missing(partner)),
        Enrolment::Active | Enrolment::Restricted => Ok(true),
        Enrolment::NotEnrolled
        | Enrolment::Pending
        | Enrolment::Suspended
        | Enrolment::Deauthorized
        | Enrolment::Offboarded => Ok(false),
    }
}

/// Whether the reseller has lost its authorisation.
fn is_barred(reseller: &Partner) -> Fact {
    match reseller.enrolment {
        Enrolment::Unknown | Enrolment::Other(_) => Err(missing(reseller)),
        Enrolment::Suspended | Enrolment::Deauthorized | Enrolment::Offboarded => Ok(true),
        Enrolment::NotEnrolled | Enrolment::Pending | Enrolment::Active | Enrolment::Restricted => Ok(false),
    }
}

fn since(today: Day, year: i16, month: i8) -> bool {
    Day::new(year, month, 1).is_none_or(|first| first <= today)
}

/// R-ENR-003: new orders ask for a seller in good standing, from 1 September 2025 on also for a reseller in good
/// standing, and from 1 December 2025 on changes of what runs ask for that too. That renewal is switched is no change.
pub(super) fn in_good_standing(look: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    for s in bought(step).filter(|s| is_csp(s) != Ok(false)) {
        let (sale, out) = (Sale::of(look.model, s), out.about(Key::Subscription(s.id)));
        seller(sale.seller, SELLER, out);
        if since(look.today, 2025, 9) {
            reseller(sale.reseller, RECORD, out);
        }
    }
    for t in transfers(step) {
        transfer(look, t, out.about(Key::Transfer(t.id)));
    }
    if since(look.today, 2025, 12) {
        for (_, s) in changed(step).filter(|(before, after)| is_an_order(step, before, after)) {
            reseller(look.model.reseller_of(s), RECORD, out.about(Key::Subscription(s.id)));
        }
    }
}

fn transfer(look: &Look<'_>, t: &Transfer, out: &mut Out<'_>) {
    let target = t.target.and_then(|id| look.model.partner(id));
    seller(target, FieldRef::Transfer(TransferField::Target), out);
    if since(look.today, 2025, 9) {
        let record = t.partner_of_record.as_ref().and_then(|id| look.model.partner_with_id(id));
        reseller(record, FieldRef::Transfer(TransferField::PartnerOfRecord), out);
    }
}

fn seller(partner: Option<&Partner>, field: FieldRef, out: &mut Out<'_>) {
    if let Some(partner) = partner
        && fails(may_order(partner), out)
    {
        out.find(Reason::SellerNotInGoodStanding, Some(Key::Partner(partner.tenant)), Some(field));
    }
}

fn reseller(partner: Option<&Partner>, field: FieldRef, out: &mut Out<'_>) {
    if let Some(partner) = partner
        && holds(is_barred(partner), out)
    {
        out.find(Reason::ResellerNotAuthorised, Some(Key::Partner(partner.tenant)), Some(field));
    }
}

/// Seats, billing, term, partner of record, seller or product become others: what Microsoft checks the reseller for.
fn is_an_order(step: &Step<'_>, before: &Subscription, after: &Subscription) -> bool {
    let id = |s: &Subscription| s.partner_of_record.as_ref().map(|id: &PartnerId| id.canonical().to_owned());
    before.quantity != after.quantity
        || before.billing_cycle != after.billing_cycle
        || before.term != after.term
        || before.offer_id != after.offer_id
        || before.family != after.family
        || before.seller.map(|seller| step.tenant(seller)) != after.seller
        || id(before) != id(after)
}
