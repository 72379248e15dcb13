//! Whether a subscription can move: judged on each item of a request that is made, so that each tells its own reasons
//! (R-TRF-003, and the licences of R-TRF-004).

use super::{begun, lacks as transfer_lacks};
use crate::model::{
    Day, Family, FieldRef, Key, Moment, Status, Subscription, SubscriptionField, Transfer, TransferField,
    TransferKind, Verb,
};
use crate::rules::catalogue::Look;
use crate::rules::fact::{Fact, Missing, fails, holds, lacks};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;
use crate::rules::step::Step;

const STATUS: Option<FieldRef> = Some(FieldRef::Subscription(SubscriptionField::Status));
const FAMILY: Option<FieldRef> = Some(FieldRef::Subscription(SubscriptionField::Family));

/// R-TRF-003: what is to move is active, in no other request, and of a kind that moves; an add-on moves with its base.
pub(super) fn items_can_move(look: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    for t in begun(step) {
        for s in t.subscriptions.iter().filter_map(|id| step.subscription(*id)) {
            let out = out.about(Key::Subscription(s.id));
            if fails(is_active(s), out) {
                out.find(Reason::ItemNotActive, None, STATUS);
            }
            in_one_request(look, t, s, out);
            of_a_kind_that_moves(t, s, out);
            with_its_base(t, s, out);
        }
    }
}

fn is_active(s: &Subscription) -> Fact {
    match s.status {
        Status::Other(_) => Err(lacks(s, SubscriptionField::Status)),
        known => Ok(known == Status::Active),
    }
}

fn in_one_request(look: &Look<'_>, t: &Transfer, s: &Subscription, out: &mut Out<'_>) {
    let rows = look.model.links().transfers_by_subscription.get(&s.id);
    let others = look.model.transfers().rows(rows).filter(|other| other.id != t.id && other.is_open());
    if let Some(other) = others.map(|other| other.id).min() {
        out.find(Reason::ItemInOtherRequest, Some(Key::Transfer(other)), STATUS);
    }
}

/// Reservations stay behind when Azure of old is switched, and marketplace products unless they go with an Azure plan.
fn of_a_kind_that_moves(t: &Transfer, s: &Subscription, out: &mut Out<'_>) {
    match (s.family, t.kind) {
        (Family::Unknown | Family::Other(_), _) => {
            let Missing(of, field) = lacks(s, SubscriptionField::Family);
            out.unknown(of, field);
        }
        (Family::Reservation | Family::MarketplaceSaas, TransferKind::Unknown | TransferKind::Other(_)) => {
            let Missing(of, field) = transfer_lacks(t, TransferField::Kind);
            out.unknown(of, field);
        }
        (Family::Reservation, TransferKind::AzureLegacy) => out.find(Reason::ReservationStays, None, FAMILY),
        (
            Family::MarketplaceSaas,
            TransferKind::AzureLegacy | TransferKind::NewCommerce | TransferKind::DirectToIndirect,
        ) => out.find(Reason::MarketplaceStays, None, FAMILY),
        (
            Family::LicenseLegacy
            | Family::LicenseNce
            | Family::AzureLegacy
            | Family::AzurePlan
            | Family::AzureSubscription
            | Family::Reservation
            | Family::SavingsPlan
            | Family::SoftwarePerpetual
            | Family::SoftwareSubscription
            | Family::MarketplaceSaas,
            _,
        ) => {}
    }
}

/// An add-on is a licence with a base; what an Azure plan holds is none.
fn with_its_base(t: &Transfer, s: &Subscription, out: &mut Out<'_>) {
    let is_licence = matches!(s.family, Family::LicenseLegacy | Family::LicenseNce);
    let Some(base) = s.parent.filter(|base| is_licence && !t.subscriptions.contains(base)) else { return };
    let at = FieldRef::Subscription(SubscriptionField::Parent);
    out.find(Reason::AddOnAlone, Some(Key::Subscription(base)), Some(at));
}

/// R-TRF-003: while a transfer is open nothing else changes on what it moves. Labels, notes and marks of our own are
/// not the subscription's.
pub(super) fn nothing_else_changes(look: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    if step.verb == Verb::Import {
        return;
    }
    for (before, after) in step.subscriptions().filter_map(|(before, after)| Some((before?, after))) {
        let Some(changed) = changed(step, before, after) else { continue };
        let rows = look.model.links().transfers_by_subscription.get(&after.id);
        let still_open = |t: &&Transfer| t.is_open() && was_open(step, t);
        let open = look.model.transfers().rows(rows).filter(still_open).map(|t| t.id).min();
        if let Some(open) = open {
            let at = Some(FieldRef::Subscription(changed));
            out.about(Key::Subscription(after.id)).find(Reason::ItemIsMoving, Some(Key::Transfer(open)), at);
        }
    }
}

fn was_open(step: &Step<'_>, t: &Transfer) -> bool {
    use crate::model::Record;
    matches!(step.before(Key::Transfer(t.id)), Some(Record::Transfer(before)) if before.is_open())
}

/// The first field that changes and is the programme's.
fn changed(step: &Step<'_>, a: &Subscription, b: &Subscription) -> Option<SubscriptionField> {
    use SubscriptionField as F;
    let seller = a.seller.map(|id| step.tenant(id));
    let record = a.partner_of_record.as_ref().map(crate::model::PartnerId::canonical)
        != b.partner_of_record.as_ref().map(crate::model::PartnerId::canonical);
    let fields = [
        (a.quantity != b.quantity, F::Quantity),
        (a.status != b.status, F::Status),
        (a.offer_id != b.offer_id, F::OfferId),
        (seller != b.seller, F::Seller),
        (record, F::PartnerOfRecord),
        (a.term != b.term, F::Term),
        (a.billing_cycle != b.billing_cycle, F::BillingCycle),
        (a.auto_renew != b.auto_renew, F::AutoRenew),
        (a.next_product != b.next_product, F::NextProduct),
        (a.next_quantity != b.next_quantity, F::NextQuantity),
        (a.next_term != b.next_term, F::NextTerm),
        (a.next_billing != b.next_billing, F::NextBilling),
    ];
    fields.into_iter().find(|(changed, _)| *changed).map(|(_, field)| field)
}

/// R-TRF-004: licences are transferred between partners from April 2024 on, those of new commerce; before that, and
/// those of old, only when a direct-bill partner goes indirect (OP-19).
pub(super) fn licences_by_their_procedure(look: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    for t in begun(step) {
        for s in t.subscriptions.iter().filter_map(|id| step.subscription(*id)) {
            let out = out.about(Key::Subscription(s.id));
            if holds(stays_behind(t, s, look.today), out) {
                out.find(Reason::LicenceStays, s.seller.map(Key::Partner), FAMILY);
            }
        }
    }
}

fn stays_behind(t: &Transfer, s: &Subscription, today: Day) -> Fact {
    let asked = t.created.map_or(today, Moment::day);
    let too_early = Day::new(2024, 4, 1).is_some_and(|first| asked < first);
    let bound = match s.family {
        Family::LicenseLegacy => true,
        Family::LicenseNce => too_early,
        Family::Unknown | Family::Other(_) => return Err(lacks(s, SubscriptionField::Family)),
        Family::AzureLegacy
        | Family::AzurePlan
        | Family::AzureSubscription
        | Family::Reservation
        | Family::SavingsPlan
        | Family::SoftwarePerpetual
        | Family::SoftwareSubscription
        | Family::MarketplaceSaas => false,
    };
    match t.kind {
        _ if !bound => Ok(false),
        TransferKind::DirectToIndirect => Ok(false),
        TransferKind::Unknown | TransferKind::Other(_) => Err(transfer_lacks(t, TransferField::Kind)),
        TransferKind::AzureLegacy | TransferKind::AzurePlan | TransferKind::NewCommerce => Ok(true),
    }
}
