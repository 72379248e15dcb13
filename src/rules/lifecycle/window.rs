//! Until when a subscription is cancelled (R-SUB-005). The window of each family, as it was on the day of the purchase.

use super::edited;
use crate::model::{
    BillingCycle, Day, Family, FieldRef, Key, Moment, Status, Subscription, SubscriptionField, Term, Verb,
};
use crate::rules::catalogue::Look;
use crate::rules::fact::{Missing, holds, is_csp, lacks};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;
use crate::rules::step::Step;

/// Until when a subscription may be cancelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cancelling {
    /// At any time.
    Always,
    /// To the end of this day, UTC.
    Until(Day),
    /// Never.
    Never,
}

/// R-SUB-005: it is cancelled while its window is open. That a transfer, an upgrade or a migration ends the old
/// subscription is no cancellation; what expired is deleted by time (R-SUB-001).
pub(super) fn cancelled_in_time(look: &Look<'_>, step: &Step<'_>, out: &mut Out<'_>) {
    if goes_on_elsewhere(step.verb) {
        return;
    }
    for (before, after) in edited(step).filter(|(before, after)| is_cancelled(before, after)) {
        let out = out.about(Key::Subscription(after.id));
        if !holds(is_csp(before), out) {
            continue;
        }
        let field = Some(FieldRef::Subscription(SubscriptionField::Status));
        let with_window = if before.cancel_until.is_none() { after } else { before };
        match window(with_window, look.today) {
            Ok(Cancelling::Always) => {}
            Ok(Cancelling::Until(last)) if look.today <= last => {}
            Ok(Cancelling::Until(_)) => out.find(Reason::WindowOver, None, field),
            Ok(Cancelling::Never) => out.find(Reason::NeverCancelled, None, field),
            Err(Missing(of, missing)) => out.unknown(of, missing),
        }
    }
}

fn is_cancelled(before: &Subscription, after: &Subscription) -> bool {
    let runs = matches!(before.status, Status::Active | Status::Suspended | Status::Pending | Status::None);
    runs && after.status == Status::Deleted
}

fn goes_on_elsewhere(verb: Verb) -> bool {
    matches!(
        verb,
        Verb::SwitchAzure
            | Verb::TransferAzure
            | Verb::TransferLicences
            | Verb::AcceptTransfer
            | Verb::GoIndirect
            | Verb::Upgrade
            | Verb::MigrateToNewCommerce
            | Verb::ConsolidateTenants
    )
}

/// Until when it may be cancelled, as it stands on a day; nothing when a fact is missing. What the portal says of its
/// window stands before what the rules of its family say.
pub fn cancelling(s: &Subscription, today: Day) -> Option<Cancelling> {
    window(s, today).ok()
}

pub(super) fn window(s: &Subscription, today: Day) -> Result<Cancelling, Missing> {
    match s.cancel_until.map(Moment::day) {
        Some(last) => Ok(Cancelling::Until(last)),
        None => by_family(s, today),
    }
}

fn by_family(s: &Subscription, today: Day) -> Result<Cancelling, Missing> {
    match s.family {
        Family::LicenseNce => licence(s, today),
        Family::SoftwarePerpetual => {
            bought(s).map(|on| until(on, if is_before(on, 2021, 6) { 60 } else { 30 }))
        }
        Family::SoftwareSubscription => bought(s).map(|on| until(on, software_days(on))),
        Family::MarketplaceSaas => marketplace(s),
        // Microsoft 365 A1 of 72 months (R-SUB-009).
        Family::LicenseLegacy if s.term == Term::P6Y => Ok(Cancelling::Never),
        Family::LicenseLegacy
        | Family::AzureLegacy
        | Family::AzurePlan
        | Family::AzureSubscription
        | Family::Reservation => Ok(Cancelling::Always),
        Family::SavingsPlan => Err(lacks(s, SubscriptionField::CancelUntil)),
        Family::Unknown | Family::Other(_) => Err(lacks(s, SubscriptionField::Family)),
    }
}

fn until(from: Day, days: i32) -> Cancelling {
    Cancelling::Until(from.plus(days))
}

fn is_before(day: Day, year: i16, month: i8) -> bool {
    Day::new(year, month, 1).is_some_and(|first| day < first)
}

fn bought(s: &Subscription) -> Result<Day, Missing> {
    s.creation.or(s.effective).map(Moment::day).ok_or(lacks(s, SubscriptionField::Creation))
}

/// Seven times 24 hours after a purchase or a renewal; 72 hours in the preview, to the end of 2021.
fn licence(s: &Subscription, today: Day) -> Result<Cancelling, Missing> {
    let start = term_start(s, today)?;
    Ok(until(start, if is_before(start, 2022, 1) { 3 } else { 7 }))
}

/// The day on which the term of the day began: the last anniversary, unless it ended before.
fn term_start(s: &Subscription, today: Day) -> Result<Day, Missing> {
    let began = s.began().ok_or(lacks(s, SubscriptionField::Effective))?;
    let months = s.term.months().ok_or(lacks(s, SubscriptionField::Term))?;
    let last = s.ends().map_or(today, |end| end.plus(-1).min(today));
    let ((year, month, _), (of_year, of_month, _)) = (last.parts(), began.parts());
    let elapsed = i32::from(year - of_year) * 12 + i32::from(month - of_month);
    let terms = elapsed.div_euclid(months).max(0);
    let start = began.plus_months(terms * months);
    Ok(if start > last && terms > 0 { began.plus_months((terms - 1) * months) } else { start })
}

/// 60 days before June 2021, 30 from then on, 7 today. From when the 7 hold no document says: the first that know them
/// are of 2024.
fn software_days(on: Day) -> i32 {
    if is_before(on, 2021, 6) {
        60
    } else if is_before(on, 2024, 1) {
        30
    } else {
        7
    }
}

/// 72 hours today; in 2021, and until 2024 as for software, 24 hours of what is billed by the month and 14 days of
/// what is billed by the year.
fn marketplace(s: &Subscription) -> Result<Cancelling, Missing> {
    let on = bought(s)?;
    if !is_before(on, 2024, 1) {
        return Ok(until(on, 3));
    }
    match s.billing_cycle {
        BillingCycle::Monthly => Ok(until(on, 1)),
        BillingCycle::Annual | BillingCycle::Triennial | BillingCycle::OneTime => Ok(until(on, 14)),
        BillingCycle::Unknown | BillingCycle::None | BillingCycle::Other(_) => {
            Err(lacks(s, SubscriptionField::BillingCycle))
        }
    }
}
