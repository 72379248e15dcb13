//! Who moves what to whom (R-TRF-001).

use super::{field, is_open, lacks};
use crate::model::{
    Enrolment, FieldRef, Key, Partner, PartnerField, Role, Subscription, SubscriptionField, Transfer,
    TransferField,
};
use crate::rules::catalogue::{Look, Sale};
use crate::rules::fact::{Fact, Missing, fails, has_role, holds};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;

/// R-TRF-001: one partner that Microsoft invoices gives, another takes, and that one is in good standing. Resellers act
/// through their provider. What is over is not judged.
pub(super) fn two_sellers(look: &Look<'_>, t: &Transfer, out: &mut Out<'_>) {
    if !holds(is_open(t), out) {
        return;
    }
    if t.source.is_some() && t.source == t.target {
        return out.find(
            Reason::TransferToItself,
            t.target.map(Key::Partner),
            Some(field(TransferField::Target)),
        );
    }
    for (side, at) in [(t.source, TransferField::Source), (t.target, TransferField::Target)] {
        let Some(id) = side else {
            let Missing(of, field) = lacks(t, at);
            out.unknown(of, field);
            continue;
        };
        let Some(partner) = look.model.partner(id) else { continue };
        if fails(has_role(partner, &[Role::IndirectProvider, Role::DirectBill]), out) {
            out.find(Reason::PartyCannotSell, Some(Key::Partner(id)), Some(field(at)));
        }
        if at == TransferField::Target && fails(may_take(partner), out) {
            out.find(Reason::TargetMayNotBuy, Some(Key::Partner(id)), Some(field(at)));
        }
    }
}

/// Whether its standing lets it take something over.
fn may_take(partner: &Partner) -> Fact {
    match partner.enrolment {
        Enrolment::Unknown | Enrolment::Other(_) => {
            Err(Missing(Key::Partner(partner.tenant), FieldRef::Partner(PartnerField::Enrolment)))
        }
        Enrolment::Restricted | Enrolment::Suspended => Ok(false),
        Enrolment::NotEnrolled
        | Enrolment::Pending
        | Enrolment::Active
        | Enrolment::Deauthorized
        | Enrolment::Offboarded => Ok(true),
    }
}

/// R-TRF-001: everything that moves is sold by the source to the customer of the transfer.
pub(super) fn items_of_the_source(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    let rows = look.model.links().transfers_by_subscription.get(&s.id);
    for t in look.model.transfers().rows(rows).filter(|t| t.is_open()) {
        of_the_source(s, t, out);
    }
}

fn of_the_source(s: &Subscription, t: &Transfer, out: &mut Out<'_>) {
    if s.customer != t.customer {
        let at = FieldRef::Subscription(SubscriptionField::Customer);
        out.find(Reason::ItemOfOtherCustomer, Some(Key::Transfer(t.id)), Some(at));
    }
    let (Some(source), at) = (t.source, SubscriptionField::Seller) else { return };
    match s.seller {
        None => out.unknown(Key::Subscription(s.id), FieldRef::Subscription(at)),
        Some(seller) if seller != source => {
            out.find(Reason::ItemOfOtherSeller, Some(Key::Partner(source)), Some(FieldRef::Subscription(at)));
        }
        Some(_) => {}
    }
}
