//! When a suspended or expired subscription costs money, access or data (R-SUB-006).

use super::Life;
use crate::model::{Family, FieldRef, Status, Subscription, SubscriptionField};
use crate::rules::catalogue::{Look, Sale};
use crate::rules::clock::{EXPIRED_DAYS, KEPT_DAYS};
use crate::rules::fact::{Missing, holds, is_csp, lacks};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;

/// A suspended subscription of the old commerce is told of from this day on.
const WARN_DAYS: i32 = 60;

/// R-SUB-006: the data of a suspended subscription of the old commerce is deleted after 90 days; a suspended licence of
/// the new one is billed on; one that expired loses its users after 30 days and its data after 120.
pub(super) fn is_kept(look: &Look<'_>, sale: &Sale<'_>, out: &mut Out<'_>) {
    let s = sale.subscription;
    if !matches!(s.status, Status::Suspended | Status::Expired | Status::Disabled) || !holds(is_csp(s), out) {
        return;
    }
    match lost(look, s) {
        Ok(None) => {}
        Ok(Some((reason, field))) => out.find(reason, None, Some(FieldRef::Subscription(field))),
        Err(Missing(of, field)) => out.unknown(of, field),
    }
}

fn lost(look: &Look<'_>, s: &Subscription) -> Result<Option<(Reason, SubscriptionField)>, Missing> {
    match (Life::of(s.family), s.family) {
        (None, _) => Err(lacks(s, SubscriptionField::Family)),
        (Some(Life::Legacy), _) if s.status == Status::Suspended => suspended(look, s),
        (_, Family::LicenseNce) => Ok(Some((of_licence(look, s), SubscriptionField::Status))),
        (Some(Life::Legacy | Life::NewCommerce | Life::Either), _) => Ok(None),
    }
}

fn suspended(look: &Look<'_>, s: &Subscription) -> Result<Option<(Reason, SubscriptionField)>, Missing> {
    let on = s.suspended_on.ok_or(lacks(s, SubscriptionField::SuspendedOn))?;
    let reason = match look.today.since(on) {
        days if days >= KEPT_DAYS => Some(Reason::DataDeleted),
        days if days >= WARN_DAYS => Some(Reason::DataDeletedSoon),
        _ => None,
    };
    Ok(reason.map(|reason| (reason, SubscriptionField::SuspendedOn)))
}

/// A suspended licence of which the term is over counts as expired.
fn of_licence(look: &Look<'_>, s: &Subscription) -> Reason {
    let since = s.ends().map(|end| look.today.since(end));
    match s.status {
        Status::Suspended if since.is_none_or(|days| days < 0) => Reason::BilledWhileSuspended,
        Status::Disabled => Reason::AdminsOnly,
        _ if since.is_some_and(|days| days >= EXPIRED_DAYS) => Reason::AdminsOnly,
        _ => Reason::DisabledSoon,
    }
}
