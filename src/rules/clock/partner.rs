//! When the revenue of an indirect reseller is looked at (R-ENR-006).

use super::Clock;
use crate::model::{Day, Enrolment, Partner};

/// What an indirect reseller has to turn over in twelve months, in US dollars, for each of its locations.
pub(in crate::rules) const RESELLER_MINIMUM: u64 = 1_000;

/// The deadlines of a partner: the next anniversary of a reseller's enrolment, of those since April 2024.
pub(super) fn of(partner: &Partner, today: Day) -> Vec<(Clock, Day)> {
    let asked = partner.is_reseller() && is_in_the_programme(partner.enrolment);
    let enrolled = partner.enrolled_on.filter(|_| asked);
    let first = Day::new(2024, 4, 1).map_or(today, |first| first.max(today));
    enrolled.and_then(|day| anniversary(day, first)).map(|on| (Clock::RevenueIsDue, on)).into_iter().collect()
}

/// The first anniversary of a day on or after another.
fn anniversary(of: Day, from: Day) -> Option<Day> {
    let years = i32::from(from.parts().0) - i32::from(of.parts().0);
    (years.max(1)..).take(2).map(|year| of.plus_months(12 * year)).find(|day| *day >= from)
}

/// Whether the account is enrolled, as far as anybody knows.
pub(in crate::rules) fn is_in_the_programme(enrolment: Enrolment) -> bool {
    match enrolment {
        Enrolment::Unknown
        | Enrolment::Active
        | Enrolment::Restricted
        | Enrolment::Suspended
        | Enrolment::Other(_) => true,
        Enrolment::NotEnrolled | Enrolment::Pending | Enrolment::Deauthorized | Enrolment::Offboarded => {
            false
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Role;

    fn due(enrolled: &str, today: &str) -> Option<String> {
        let partner = Partner {
            roles: [Role::IndirectReseller].into(),
            enrolled_on: enrolled.parse().ok(),
            ..Partner::default()
        };
        of(&partner, today.parse().unwrap()).first().map(|(_, on)| on.to_string())
    }

    #[test]
    fn the_next_anniversary_of_a_reseller_is_its_deadline() {
        assert_eq!(due("2020-05-10", "2026-05-09").as_deref(), Some("2026-05-10"));
        assert_eq!(due("2020-05-10", "2026-05-10").as_deref(), Some("2026-05-10"));
        assert_eq!(due("2020-05-10", "2026-05-11").as_deref(), Some("2027-05-10"));
        assert_eq!(due("2026-03-01", "2026-05-11").as_deref(), Some("2027-03-01"));
        assert_eq!(due("", "2026-05-11"), None);
    }

    #[test]
    fn nothing_is_due_before_april_2024_nor_for_who_is_no_reseller() {
        assert_eq!(due("2015-03-31", "2019-04-01").as_deref(), Some("2025-03-31"));
        assert_eq!(due("2015-04-01", "2019-04-01").as_deref(), Some("2024-04-01"));
        let provider = Partner {
            roles: [Role::IndirectProvider].into(),
            enrolled_on: "2020-05-10".parse().ok(),
            ..Partner::default()
        };
        assert_eq!(of(&provider, "2026-05-09".parse().unwrap()), []);
        let left =
            Partner { enrolment: Enrolment::Offboarded, roles: [Role::IndirectReseller].into(), ..provider };
        assert_eq!(of(&left, "2026-05-09".parse().unwrap()), []);
    }
}
