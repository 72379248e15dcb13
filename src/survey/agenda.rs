//! What ends, lapses or is deleted when, over all customers and channels. Which deadlines there are, the rules' clocks say;
//! here they are gathered, sorted and narrowed.

use crate::model::{Day, Key, Model, TenantId};
use crate::rules::{Clock, Deadline, deadlines};

/// After so many records whoever waits is told how far it is.
pub const TOLD_AFTER: usize = 65_536;

/// Deadlines by day: first those that have passed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Agenda {
    rows: Vec<Deadline>,
    overdue: usize,
}

impl Agenda {
    /// Every deadline of a book. `goes_on` hears how many records of how many were looked at, and answers whether to go
    /// on; nothing comes of it when it says no.
    pub fn of(model: &Model, today: Day, mut goes_on: impl FnMut(usize, usize) -> bool) -> Option<Self> {
        let of = crate::model::TableName::ALL.iter().map(|table| model.count(*table)).sum();
        let mut rows = Vec::new();
        for (n, key) in model.keys().enumerate() {
            if n % TOLD_AFTER == 0 && !goes_on(n, of) {
                return None;
            }
            rows.extend(deadlines(model, today, key));
        }
        rows.sort_unstable();
        Some(Self::sorted(rows, today))
    }

    fn sorted(rows: Vec<Deadline>, today: Day) -> Self {
        let overdue = rows.partition_point(|row| row.on < today);
        Self { rows, overdue }
    }

    /// Those deadlines that are wanted.
    #[must_use]
    pub fn only(&self, mut wanted: impl FnMut(&Deadline) -> bool) -> Self {
        let mut keep = |rows: &[Deadline]| rows.iter().filter(|row| wanted(row)).copied().collect::<Vec<_>>();
        let mut rows = keep(&self.rows[..self.overdue]);
        let overdue = rows.len();
        rows.extend(keep(&self.rows[self.overdue..]));
        Self { rows, overdue }
    }

    /// The deadlines, the earliest first.
    pub fn rows(&self) -> &[Deadline] {
        &self.rows
    }

    /// How many of them have passed: they are the first.
    pub fn overdue(&self) -> usize {
        self.overdue
    }

    /// The place of a deadline, or of the one that stands where it would.
    pub fn place_of(&self, deadline: &Deadline) -> usize {
        self.rows.partition_point(|row| row < deadline)
    }
}

/// The sides that a record is about: whom it concerns, and who has to do something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sides {
    /// The customer.
    pub customer: Option<TenantId>,
    /// The partner that is nearest to the customer: of a sale the reseller of record, else the seller.
    pub partner: Option<TenantId>,
}

/// The sides that a record is about. What is accepted has those of its record.
pub fn sides(model: &Model, key: Key) -> Sides {
    let of = |partner, customer| Sides { customer, partner };
    let found = match key {
        Key::Partner(id) => Some(of(Some(id), None)),
        Key::Customer(id) => Some(of(None, Some(id))),
        Key::Subscription(id) => model.subscription(id).map(|s| {
            let reseller = model.reseller_of(s).map(|partner| partner.tenant);
            of(reseller.or(s.seller).or(s.supported_by), Some(s.customer))
        }),
        Key::Partnership(id) => model.partnerships().get(id).map(|p| of(Some(p.reseller), None)),
        Key::Relationship(id) => model.relationships().get(id).map(|r| of(Some(r.partner), Some(r.customer))),
        Key::Admin(id) => model.admin().get(id).map(|a| of(a.partner, a.customer)),
        Key::Transfer(id) => model.transfers().get(id).map(|t| of(t.target, Some(t.customer))),
        Key::Group(_) => None,
        Key::Waiver(_) => accepted(model, key).map(|record| sides(model, record)),
    };
    found.unwrap_or_default()
}

/// The record whose finding is accepted; nothing for other records, and for a waiver of a waiver.
pub fn accepted(model: &Model, waiver: Key) -> Option<Key> {
    let Key::Waiver(id) = waiver else { return None };
    let record = model.waivers().get(id)?.record.raw().parse::<Key>().ok()?;
    (!matches!(record, Key::Waiver(_))).then_some(record)
}

/// What somebody asks of the agenda: kinds of deadlines, and what else was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// The kinds; none when all are wanted.
    pub clocks: Vec<Clock>,
    /// What was typed besides.
    pub rest: String,
}

/// The field that names kinds of deadlines.
const FIELD: &str = "what:";

impl Wish {
    /// Reads `what:ends,privileges` out of a text: a kind is meant by its code or the beginning of it.
    ///
    /// # Errors
    /// The word that no kind begins with.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut wish = Self::default();
        let mut rest = Vec::new();
        for word in text.split_whitespace() {
            let Some(kinds) = word.strip_prefix(FIELD) else {
                rest.push(word);
                continue;
            };
            for kind in kinds.split(',').filter(|kind| !kind.is_empty()) {
                let known = wish.clocks.len();
                wish.clocks.extend(Clock::ALL.iter().filter(|clock| is_meant(**clock, kind)));
                if wish.clocks.len() == known {
                    return Err(kind.to_owned());
                }
            }
        }
        wish.rest = rest.join(" ");
        Ok(wish)
    }

    /// True for the kinds that are wanted.
    pub fn wants(&self, clock: Clock) -> bool {
        self.clocks.is_empty() || self.clocks.contains(&clock)
    }
}

/// A whole code means itself alone: `ends` is not the beginning of another one.
fn is_meant(clock: Clock, typed: &str) -> bool {
    let is_code = Clock::ALL.iter().any(|clock| clock.code() == typed);
    if is_code { clock.code() == typed } else { clock.code().starts_with(typed) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{
        Admin, AdminId, AdminStatus, Guid, Moment, Subscription, SubscriptionId, Waiver, WaiverId,
    };

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn moment(text: &str) -> Moment {
        day(text).start()
    }

    fn ends_on(n: u64, end: &str) -> Subscription {
        Subscription {
            id: SubscriptionId(Guid::own(n)),
            customer: TenantId(Guid::own(50 + n)),
            seller: Some(TenantId(Guid::own(90))),
            status: crate::model::Status::Active,
            commitment_end: Some(moment(end)),
            auto_renew: Some(false),
            ..Subscription::default()
        }
    }

    fn book() -> Model {
        let mut model = Model::default();
        model.put(ends_on(1, "2026-10-01").into());
        model.put(ends_on(2, "2026-09-14").into());
        model.put(ends_on(3, "9999-12-31").into());
        let admin = Admin {
            id: AdminId(Guid::own(4), None),
            status: AdminStatus::Active,
            customer: Some(TenantId(Guid::own(51))),
            end: Some(moment("2026-09-15")),
            ..Admin::default()
        };
        model.put(admin.into());
        let record = Key::Subscription(SubscriptionId(Guid::own(1))).to_string();
        let waiver = Waiver {
            id: WaiverId::of("R-ID-002", &record),
            rule: "R-ID-002".into(),
            record: record.as_str().into(),
            until: Some(day("2027-01-31")),
            ..Waiver::default()
        };
        model.put(waiver.into());
        model
    }

    fn agenda() -> Agenda {
        Agenda::of(&book(), day("2026-09-15"), |_, _| true).unwrap()
    }

    #[test]
    fn deadlines_come_by_day_and_what_has_passed_is_counted() {
        let agenda = agenda();
        let found: Vec<_> = agenda.rows().iter().map(|row| (row.on.to_string(), row.clock)).collect();
        assert_eq!(
            found,
            [
                ("2026-09-14".to_owned(), Clock::Ends),
                ("2026-09-15".to_owned(), Clock::PrivilegesEnd),
                ("2026-10-01".to_owned(), Clock::Ends),
                ("2027-01-31".to_owned(), Clock::WaiverEnds),
            ]
        );
        assert_eq!(agenda.overdue(), 1, "today is not overdue");
        let narrowed = agenda.only(|row| row.clock == Clock::Ends);
        assert_eq!((narrowed.rows().len(), narrowed.overdue()), (2, 1));
        assert_eq!(narrowed.place_of(&agenda.rows()[2]), 1);
        assert_eq!(narrowed.place_of(&agenda.rows()[3]), 2, "past the end");
    }

    #[test]
    fn gathering_stops_when_it_is_told_to() {
        assert_eq!(Agenda::of(&book(), day("2026-09-15"), |_, _| false), None);
        let mut told = Vec::new();
        Agenda::of(&book(), day("2026-09-15"), |done, of| {
            told.push((done, of));
            true
        });
        assert_eq!(told, [(0, 5)]);
    }

    #[test]
    fn a_waiver_is_about_the_sides_of_its_record() {
        let model = book();
        let waiver = model.keys().find(|key| matches!(key, Key::Waiver(_))).unwrap();
        let expected =
            Sides { customer: Some(TenantId(Guid::own(51))), partner: Some(TenantId(Guid::own(90))) };
        assert_eq!(sides(&model, waiver), expected);
    }

    #[test]
    fn kinds_are_read_by_their_beginning_and_the_rest_stays() {
        let wish = Wish::read("parc what:ends,data  clinique").unwrap();
        assert_eq!(
            wish,
            Wish { clocks: vec![Clock::Ends, Clock::DataDeleted], rest: "parc clinique".to_owned() }
        );
        assert_eq!(Wish::read("what:privileges").unwrap().clocks.len(), 3);
        assert_eq!(Wish::read("what:").unwrap(), Wish::default());
        assert_eq!(Wish::read("what:never"), Err("never".to_owned()));
        assert!(Wish::default().wants(Clock::Renews) && !wish.wants(Clock::Renews));
    }
}
