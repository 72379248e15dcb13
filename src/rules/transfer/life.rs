//! The life of a transfer request (R-TRF-004).

use super::{accepted, begun, field, lacks, moves};
use crate::model::{Key, Transfer, TransferField, TransferKind, TransferStatus};
use crate::rules::catalogue::Look;
use crate::rules::clock::lapse_of_transfer;
use crate::rules::fact::{Fact, Missing, fails, holds};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;
use crate::rules::step::Step;

/// The most that one request moves, where it is for licences of new commerce.
const MOST_ITEMS: usize = 25;

/// True when one state follows another. Microsoft passes through "in progress" by itself: the book may leave it out.
pub fn leads_to(from: TransferStatus, to: TransferStatus) -> bool {
    use TransferStatus as S;
    match from {
        S::Active => to != S::Active && !matches!(to, S::Other(_)),
        S::InProgress => matches!(to, S::Complete | S::PartiallyComplete),
        S::Complete | S::PartiallyComplete | S::Reject | S::Cancel | S::Expired | S::Other(_) => false,
    }
}

/// R-TRF-004: a request is answered within 30 days, else it is dead.
pub(super) fn is_answered_in_time(look: &Look<'_>, t: &Transfer, out: &mut Out<'_>) {
    if t.status != TransferStatus::Active {
        return;
    }
    if holds(has_lapsed(look, t), out) {
        out.find(Reason::TransferLapsed, t.source.map(Key::Partner), Some(field(TransferField::Status)));
    }
}

fn has_lapsed(look: &Look<'_>, t: &Transfer) -> Fact {
    lapse_of_transfer(t).map(|lapses| lapses < look.today).ok_or(lacks(t, TransferField::Created))
}

/// R-TRF-004: a request for licences of new commerce has at most 25 items.
pub(super) fn not_too_many(_: &Look<'_>, t: &Transfer, out: &mut Out<'_>) {
    if !t.is_open() || t.subscriptions.len() <= MOST_ITEMS {
        return;
    }
    let of_new_commerce = match t.kind {
        TransferKind::NewCommerce => Ok(true),
        TransferKind::Unknown | TransferKind::Other(_) => Err(lacks(t, TransferField::Kind)),
        TransferKind::AzureLegacy | TransferKind::AzurePlan | TransferKind::DirectToIndirect => Ok(false),
    };
    if holds(of_new_commerce, out) {
        out.find(Reason::TooManyItems, t.target.map(Key::Partner), Some(field(TransferField::Subscriptions)));
    }
}

/// R-TRF-004: only what waits is accepted, rejected or cancelled, and nothing that is over comes back. What has lapsed
/// is not accepted.
pub(super) fn states_follow_each_other(look: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    let at = Some(field(TransferField::Status));
    for (before, after) in moves(step).filter_map(|(before, after)| Some((before?, after))) {
        let out = out.about(Key::Transfer(after.id));
        if before.status != after.status && fails(follows(before, after), out) {
            let reason = if before.is_open() { Reason::TransferUnderWay } else { Reason::TransferIsOver };
            out.find(reason, after.target.map(Key::Partner), at);
        }
    }
    for (before, after) in accepted(step) {
        let out = out.about(Key::Transfer(after.id));
        if holds(has_lapsed(look, before), out) {
            out.find(Reason::TransferLapsed, after.source.map(Key::Partner), at);
        }
    }
}

fn follows(before: &Transfer, after: &Transfer) -> Fact {
    let odd = |t: &Transfer| matches!(t.status, TransferStatus::Other(_));
    if odd(before) || odd(after) {
        return Err(lacks(after, TransferField::Status));
    }
    Ok(leads_to(before.status, after.status))
}

/// R-TRF-004: the target asks; the current partner where Azure of old is switched or a partner goes indirect.
pub(super) fn the_right_one_asks(_: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    for t in begun(step) {
        let out = out.about(Key::Transfer(t.id));
        let asks = match t.kind {
            TransferKind::NewCommerce | TransferKind::AzurePlan => Ok(t.target),
            TransferKind::AzureLegacy | TransferKind::DirectToIndirect => Ok(t.source),
            TransferKind::Unknown | TransferKind::Other(_) => Err(lacks(t, TransferField::Kind)),
        };
        let asked = t.requested_by.ok_or(lacks(t, TransferField::RequestedBy));
        match asks.and_then(|asks| asked.map(|asked| (asks, asked))) {
            Err(Missing(of, field)) => out.unknown(of, field),
            Ok((Some(asks), asked)) if asks != asked => {
                out.find(
                    Reason::WrongOneAsks,
                    Some(Key::Partner(asks)),
                    Some(field(TransferField::RequestedBy)),
                );
            }
            Ok(_) => {}
        }
    }
}
