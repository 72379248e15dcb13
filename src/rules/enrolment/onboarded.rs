//! R-ENR-002: a reseller is onboarded and enrolled before it is put on business. That it has the role of a reseller is
//! R-REL-006's and R-PSH-001's to say, and that it had signed by the day of an order R-ENR-001's: each is said once.

use super::signed::{has_signed, is_mandatory};
use crate::model::{
    Enrolment, FieldRef, Key, Partner, PartnerField, Partnership, PartnershipField, PartnershipState,
    SubscriptionField,
};
use crate::rules::catalogue::{Look, Sale};
use crate::rules::fact::{Fact, Missing, both, holds, is_live, is_open, known};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;

/// Whether the partner has an account in Partner Center.
fn is_enrolled(partner: &Partner) -> Fact {
    match partner.enrolment {
        Enrolment::Unknown | Enrolment::Other(_) => {
            Err(Missing(Key::Partner(partner.tenant), FieldRef::Partner(PartnerField::Enrolment)))
        }
        known => Ok(known != Enrolment::NotEnrolled),
    }
}

/// R-ENR-002 on a running sale with a reseller of the book on record.
pub(super) fn record_is_enrolled(_: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let Some(reseller) = sale.reseller else { return };
    let stranger = is_enrolled(reseller).map(|enrolled| !enrolled);
    if holds(both(is_live(sale.subscription), stranger), out) {
        let field = FieldRef::Subscription(SubscriptionField::PartnerOfRecord);
        out.find(Reason::NotEnrolled, Some(Key::Partner(reseller.tenant)), Some(field));
    }
}

/// R-ENR-002 on an active partnership: the reseller is enrolled, has a location and has signed.
pub(super) fn partner_is_enrolled(look: &Look<'_>, p: &Partnership, out: &mut Out<'_>) {
    let active = is_open(p).map(|open| open && p.state == PartnershipState::Active);
    let Some(reseller) = look.model.partner(p.reseller).filter(|_| active != Ok(false)) else { return };
    let (other, field) =
        (Some(Key::Partner(p.reseller)), Some(FieldRef::Partnership(PartnershipField::Reseller)));
    if known(active, out) != Some(true) {
        return;
    }
    if holds(is_enrolled(reseller).map(|enrolled| !enrolled), out) {
        return out.find(Reason::NotEnrolled, other, field);
    }
    if reseller.partner_id.is_none() {
        out.unknown(Key::Partner(p.reseller), FieldRef::Partner(PartnerField::PartnerId));
    }
    if is_mandatory(look.today)
        && holds(has_signed(look.model, reseller, look.today).map(|signed| !signed), out)
    {
        out.find(Reason::NotSigned, other, field);
    }
}
