//! What granular admin privileges may look like: how long they last, how they are called, by how much they extend
//! themselves (R-ADM-002 to 004).

use super::{field, is_own, lacks};
use crate::model::{Admin, AdminField, AdminRole};
use crate::rules::catalogue::Look;
use crate::rules::fact::Missing;
use crate::rules::finding::Out;
use crate::rules::reason::Reason;

/// The longest that granular privileges last, in days: two years (R-ADM-002).
pub const LONGEST_DAYS: u32 = 730;

/// The longest name that they take, in characters (R-ADM-003).
pub const LONGEST_NAME: usize = 50;

/// The days by which they extend themselves, when they do (R-ADM-004).
pub const AUTO_EXTEND_DAYS: u32 = 180;

/// R-ADM-002: one day to two years.
pub(super) fn duration(_: &Look<'_>, a: &Admin, out: &mut Out<'_>) {
    match a.duration_days {
        None => missing(lacks(a, AdminField::DurationDays), out),
        Some(1..=LONGEST_DAYS) => {}
        Some(_) => out.find(Reason::OddDuration, None, Some(field(AdminField::DurationDays))),
    }
}

/// R-ADM-003: one to fifty characters. That a partner uses each name once is judged with all other keys (R-ID-005).
pub(super) fn name(_: &Look<'_>, a: &Admin, out: &mut Out<'_>) {
    match a.name.raw().chars().count() {
        0 if is_own(a) => out.find(Reason::NoAdminName, None, Some(field(AdminField::Name))),
        0 => missing(lacks(a, AdminField::Name), out),
        1..=LONGEST_NAME => {}
        _ => out.find(Reason::LongAdminName, None, Some(field(AdminField::Name))),
    }
}

/// R-ADM-004: not at all, or by 180 days; and those of a global administrator not at all.
pub(super) fn auto_extend(_: &Look<'_>, a: &Admin, out: &mut Out<'_>) {
    match a.auto_extend_days {
        None => missing(lacks(a, AdminField::AutoExtendDays), out),
        Some(0) => {}
        Some(AUTO_EXTEND_DAYS) if a.roles.is_empty() && !is_own(a) => {
            missing(lacks(a, AdminField::Roles), out);
        }
        Some(AUTO_EXTEND_DAYS) if a.gives(AdminRole::GlobalAdministrator) => {
            out.find(Reason::GlobalAdminExtends, None, Some(field(AdminField::Roles)));
        }
        Some(AUTO_EXTEND_DAYS) => {}
        Some(_) => out.find(Reason::OddAutoExtend, None, Some(field(AdminField::AutoExtendDays))),
    }
}

fn missing(Missing(of, fact): Missing, out: &mut Out<'_>) {
    out.unknown(of, fact);
}
