//! Deadlines: what ends, lapses or is deleted when. The rules that run by the day and the agenda read the same ones.

mod admin;
pub(super) mod partner;
mod subscription;
mod transfer;

pub(in crate::rules) use subscription::{DISABLED_DAYS, EXPIRED_DAYS, KEPT_DAYS};

use crate::model::{Day, Key, Model};

pub use admin::end as admin_end;
pub(super) use admin::lapses as lapse_of_admin_request;
pub(super) use transfer::lapses as lapse_of_transfer;

/// What happens at a deadline. The words are in `i18n`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Clock {
    /// Granular admin privileges end, and do not extend themselves (R-ADM-006).
    PrivilegesEnd,
    /// Granular admin privileges extend themselves.
    PrivilegesExtend,
    /// A request for granular admin privileges lapses, 90 days after it was made (R-ADM-006).
    PrivilegesRequestLapses,
    /// The term ends and the subscription renews by itself.
    Renews,
    /// The term ends, and the subscription with it.
    Ends,
    /// The term ends, and nothing says whether it renews.
    TermEnds,
    /// The last day for cancelling, or for giving seats back (R-SUB-004, R-SUB-005).
    CancelUntil,
    /// An expired subscription is disabled: only admins get in (R-SUB-006).
    Disabled,
    /// The data of a subscription is deleted (R-SUB-006).
    DataDeleted,
    /// A transfer request lapses, 30 days after it was made (R-TRF-004).
    TransferLapses,
    /// A waiver ends, and its problem is back.
    WaiverEnds,
    /// The anniversary at which a reseller's revenue is looked at (R-ENR-006).
    RevenueIsDue,
}

impl Clock {
    /// Every clock.
    pub const ALL: &'static [Self] = &[
        Self::PrivilegesEnd,
        Self::PrivilegesExtend,
        Self::PrivilegesRequestLapses,
        Self::Renews,
        Self::Ends,
        Self::TermEnds,
        Self::CancelUntil,
        Self::Disabled,
        Self::DataDeleted,
        Self::TransferLapses,
        Self::WaiverEnds,
        Self::RevenueIsDue,
    ];

    /// The stable word in output and filters.
    pub fn code(self) -> &'static str {
        match self {
            Self::PrivilegesEnd => "privileges-end",
            Self::PrivilegesExtend => "privileges-extend",
            Self::PrivilegesRequestLapses => "privileges-request-lapses",
            Self::Renews => "renews",
            Self::Ends => "ends",
            Self::TermEnds => "term-ends",
            Self::CancelUntil => "cancel-until",
            Self::Disabled => "disabled",
            Self::DataDeleted => "data-deleted",
            Self::TransferLapses => "transfer-lapses",
            Self::WaiverEnds => "waiver-ends",
            Self::RevenueIsDue => "revenue-due",
        }
    }
}

/// Something that happens to a record on a day, UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Deadline {
    /// When.
    pub on: Day,
    /// What.
    pub clock: Clock,
    /// To which record.
    pub subject: Key,
}

/// The deadlines of a record as it stands on a day, in no order. Those that have passed are among them: whoever asks
/// for the agenda leaves them out, whoever asks for what is overdue wants them.
pub fn deadlines(model: &Model, today: Day, key: Key) -> Vec<Deadline> {
    let found = match key {
        Key::Subscription(id) => model.subscription(id).map(|s| subscription::of(s, today)),
        Key::Admin(id) => model.admin().get(id).map(admin::of),
        Key::Transfer(id) => model.transfers().get(id).map(transfer::of),
        Key::Waiver(id) => {
            model.waivers().get(id).map(|w| w.until.map(|on| (Clock::WaiverEnds, on)).into_iter().collect())
        }
        Key::Partner(id) => model.partner(id).map(|p| partner::of(p, today)),
        Key::Customer(_) | Key::Partnership(_) | Key::Relationship(_) | Key::Group(_) => None,
    };
    let found: Vec<(Clock, Day)> = found.unwrap_or_default();
    found.into_iter().map(|(clock, on)| Deadline { on, clock, subject: key }).collect()
}
