//! Minimum revenue of direct-bill partners (R-ENR-004) and of indirect resellers (R-ENR-006).

use crate::model::{Day, FieldRef, Key, Partner, PartnerField, Role};
use crate::rules::catalogue::Look;
use crate::rules::clock::partner::{RESELLER_MINIMUM, is_in_the_programme};
use crate::rules::fact::{Fact, Missing, both, has_role, holds};
use crate::rules::finding::Out;
use crate::rules::reason::Reason;

const REVENUE: FieldRef = FieldRef::Partner(PartnerField::RevenueUsd);

/// The last so many months before its first anniversary a reseller is warned: notices are sent then.
const NOTICE_MONTHS: i32 = 3;

/// What a direct-bill partner has to turn over in twelve months, in US dollars.
fn direct_bill_minimum(today: Day) -> u64 {
    let raised = Day::new(2025, 10, 1).is_none_or(|first| first <= today);
    if raised { 1_000_000 } else { 300_000 }
}

/// R-ENR-004: the figure of the last twelve months reaches the bar. The other conditions are a checklist, not judged.
pub(super) fn of_direct_bill(look: &Look<'_>, p: &Partner, out: &mut Out<'_>) {
    let low = turns_over_less(p, direct_bill_minimum(look.today));
    if holds(both(has_role(p, &[Role::DirectBill]), low), out) {
        out.find(Reason::DirectBillRevenue, None, Some(REVENUE));
    }
}

/// R-ENR-006: from its second year on a reseller turns over the minimum; it is told three months ahead.
pub(super) fn of_reseller(look: &Look<'_>, p: &Partner, out: &mut Out<'_>) {
    let begins = |day: &Day| look.today < day.plus_months(12 - NOTICE_MONTHS);
    if !is_in_the_programme(p.enrolment) || p.enrolled_on.as_ref().is_some_and(begins) {
        return;
    }
    let low = turns_over_less(p, RESELLER_MINIMUM);
    if !holds(both(has_role(p, &[Role::IndirectReseller]), low), out) {
        return;
    }
    let Some(enrolled) = p.enrolled_on else {
        return out.unknown(Key::Partner(p.tenant), FieldRef::Partner(PartnerField::EnrolledOn));
    };
    let is_due = enrolled.plus_months(12) < look.today;
    let reason = if is_due { Reason::ResellerRevenue } else { Reason::ResellerRevenueSoon };
    out.find(reason, None, Some(REVENUE));
}

fn turns_over_less(p: &Partner, minimum: u64) -> Fact {
    let missing = Missing(Key::Partner(p.tenant), REVENUE);
    p.revenue_usd.map(|revenue| revenue < minimum).ok_or(missing)
}
