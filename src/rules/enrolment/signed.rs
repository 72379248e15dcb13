//! R-ENR-001: no new business without a signed Microsoft Partner Agreement, judged at the day of the business.

use super::{bought, changed, transfers};
use crate::model::{
    Day, Enrolment, Family, FieldRef, Key, Model, Moment, Partner, PartnerField, Subscription,
    SubscriptionField, TransferField, region_of,
};
use crate::rules::catalogue::{Look, Sale};
use crate::rules::code::Severity;
use crate::rules::fact::{Fact, Missing, both, holds, is_csp, is_live};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;
use crate::rules::step::Step;

const SELLER: FieldRef = FieldRef::Subscription(SubscriptionField::Seller);
const RECORD: FieldRef = FieldRef::Subscription(SubscriptionField::PartnerOfRecord);

/// Whether the agreement was asked for on this day: mandatory from 1 February 2020 on.
pub(super) fn is_mandatory(on: Day) -> bool {
    Day::new(2020, 2, 1).is_none_or(|first| first <= on)
}

/// Whether each tenant signs for itself on this day. The sources show one signature per region in 2021 and one per
/// tenant in 2025; the day between is our own choice.
fn is_per_tenant(on: Day) -> bool {
    Day::new(2025, 1, 1).is_none_or(|first| first <= on)
}

/// Whether the partner was bound by a signed agreement on a day: its own, or before 2025 that of another account of
/// its group in the same region. Who is not enrolled has signed nothing.
pub(super) fn has_signed(model: &Model, partner: &Partner, on: Day) -> Fact {
    let by = |day: Day| day <= on;
    if partner.mpa_signed_on.is_some_and(by) || (!is_per_tenant(on) && group_has_signed(model, partner, on)) {
        return Ok(true);
    }
    let missing = Missing(Key::Partner(partner.tenant), FieldRef::Partner(PartnerField::MpaSignedOn));
    let never = partner.enrolment == Enrolment::NotEnrolled;
    if partner.mpa_signed_on.is_some() || never { Ok(false) } else { Err(missing) }
}

fn group_has_signed(model: &Model, partner: &Partner, on: Day) -> bool {
    let region = |p: &Partner| p.country.and_then(region_of);
    let Some((group, here)) = partner.group.zip(region(partner)) else { return false };
    let mut signed = model.partners_of_group(group).filter(|p| p.mpa_signed_on.is_some_and(|day| day <= on));
    signed.any(|p| region(p) == Some(here))
}

/// R-ENR-001 on what runs, by the day it was ordered. Azure keeps its id when it changes its seller, and the reseller
/// on record may have come later: no day is known for either, so the latest that it can have been, today, is taken.
pub(super) fn sold_after_signing(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    if !holds(both(is_live(s), is_csp(s)), out) {
        return;
    }
    let Some(ordered) = ordered_under(s, out) else { return };
    let latest = Some(look.today).filter(|today| ordered <= *today);
    let by_seller = if may_have_moved(s) { latest } else { Some(ordered) };
    for (partner, by, field) in [(sale.seller, by_seller, SELLER), (sale.reseller, latest, RECORD)] {
        if let Some((partner, by)) = partner.zip(by)
            && holds(has_signed(look.model, partner, by).map(|signed| !signed), out)
        {
            out.find(Reason::NotSigned, Some(Key::Partner(partner.tenant)), Some(field));
        }
    }
}

fn may_have_moved(s: &Subscription) -> bool {
    match s.family {
        Family::AzureLegacy | Family::AzurePlan | Family::AzureSubscription => true,
        Family::Unknown
        | Family::LicenseLegacy
        | Family::LicenseNce
        | Family::Reservation
        | Family::SavingsPlan
        | Family::SoftwarePerpetual
        | Family::SoftwareSubscription
        | Family::MarketplaceSaas
        | Family::Other(_) => false,
    }
}

/// R-ENR-001 on an edit: an order, a transfer, a new partner of record. A day of signing that is not known is only a
/// warning.
pub(super) fn new_business(look: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    if !is_mandatory(look.today) {
        return;
    }
    for s in bought(step).filter(|s| is_csp(s) == Ok(true)) {
        let (sale, out) = (Sale::of(look.model, s), out.about(Key::Subscription(s.id)));
        signs(look, sale.seller, SELLER, out);
        signs(look, sale.reseller, RECORD, out);
    }
    for (before, s) in changed(step) {
        let (sale, out) = (Sale::of(look.model, s), out.about(Key::Subscription(s.id)));
        if before.seller.map(|seller| step.tenant(seller)) != s.seller && is_csp(s) == Ok(true) {
            signs(look, sale.seller, SELLER, out);
        }
        if before.partner_of_record != s.partner_of_record {
            signs(look, sale.reseller, RECORD, out);
        }
    }
    for t in transfers(step) {
        let field = FieldRef::Transfer(TransferField::Target);
        let target = t.target.and_then(|id| look.model.partner(id));
        signs(look, target, field, out.about(Key::Transfer(t.id)));
    }
}

fn signs(look: &Look<'_>, partner: Option<&Partner>, field: FieldRef, out: &mut Out<'_>) {
    let Some(partner) = partner else { return };
    let other = Some(Key::Partner(partner.tenant));
    match has_signed(look.model, partner, look.today) {
        Ok(true) => {}
        Ok(false) => out.find(Reason::NotSigned, other, Some(field)),
        Err(Missing(of, missing)) => {
            out.find_as(Severity::Warning, Reason::SigningUnknown, other, Some(field));
            out.unknown(of, missing);
        }
    }
}

/// The day of the order, when the agreements of 2020 were asked for on it.
pub(super) fn ordered_under(s: &Subscription, out: &mut Out<'_>) -> Option<Day> {
    if s.creation.is_none() {
        out.unknown(Key::Subscription(s.id), FieldRef::Subscription(SubscriptionField::Creation));
    }
    s.creation.map(Moment::day).filter(|day| is_mandatory(*day))
}
