//! English: the agenda.

use crate::i18n::agenda::Agenda;
use crate::rules::Clock;

pub(in crate::i18n) static AGENDA: Agenda = Agenda {
    title: |overdue, ahead| format!("Agenda: {overdue} overdue, {ahead} ahead"),
    overdue: |count| format!("Overdue: {count}"),
    ahead: |today, count| format!("From {today} on: {count}"),
    in_days: |days| match days {
        0 => "today".to_owned(),
        1 => "in 1 day".to_owned(),
        -1 => "1 day ago".to_owned(),
        n if n < 0 => format!("{} days ago", n.unsigned_abs()),
        n => format!("in {n} days"),
    },
    none_match: |typed| format!("No deadline matches {typed}."),
    no_kind: |typed, known| format!("There is no kind of deadline \"{typed}\". There are: {known}."),
    gathering: "Gathering the deadlines of the book.",
    stopped: "Gathering the deadlines was stopped. The agenda asked for again begins anew.",
    empty: "Nothing ends, lapses or is deleted: no end of a term, no privilege, request or accepted finding with an \
            end is in the book.",
    no_place: "The record of this deadline has no row of its own, and neither has what it is about.",
    columns: ["day", "days", "what", "record", "customer", "partner"],
    clock,
    explains,
};

fn clock(clock: Clock) -> &'static str {
    match clock {
        Clock::PrivilegesEnd => "privileges end",
        Clock::PrivilegesExtend => "privileges extend themselves",
        Clock::PrivilegesRequestLapses => "request for privileges lapses",
        Clock::Renews => "renews by itself",
        Clock::Ends => "ends, does not renew",
        Clock::TermEnds => "term ends, renewal unknown",
        Clock::CancelUntil => "last day to cancel",
        Clock::Disabled => "disabled, only admins get in",
        Clock::DataDeleted => "data is deleted",
        Clock::TransferLapses => "transfer request lapses",
        Clock::WaiverEnds => "finding is accepted until then",
        Clock::RevenueIsDue => "revenue is looked at",
    }
}

fn explains(clock: Clock) -> &'static str {
    match clock {
        Clock::PrivilegesEnd => {
            "Granular admin privileges (GDAP) end on this day and do not extend themselves. The partner loses its \
             access then; a successor takes the customer's approval."
        }
        Clock::PrivilegesExtend => {
            "Granular admin privileges (GDAP) extend themselves on this day. Nothing is lost; the customer may end \
             them before."
        }
        Clock::PrivilegesRequestLapses => {
            "The customer has not answered the request for granular admin privileges (GDAP). 90 days after it was \
             made it lapses, and a new one is needed."
        }
        Clock::Renews => {
            "The term ends on this day and the subscription renews by itself. What should change is scheduled before."
        }
        Clock::Ends => {
            "The term ends on this day and the subscription does not renew. Its users lose access afterwards, and its \
             data is deleted later."
        }
        Clock::TermEnds => {
            "The term ends on this day, and the book does not say whether the subscription renews. A newer export of \
             the portal tells."
        }
        Clock::CancelUntil => {
            "Until the end of this day the subscription may be cancelled, or seats given back, against a refund. \
             Afterwards it runs to the end of its term."
        }
        Clock::Disabled => {
            "From this day on only admins get in. The data is still there, and a reactivation brings it back."
        }
        Clock::DataDeleted => {
            "On this day the data of the subscription is deleted for good. Until then a reactivation, or an export by \
             an admin, saves it."
        }
        Clock::TransferLapses => {
            "The current partner has not answered the transfer request. 30 days after it was made it lapses, and a new \
             one is needed."
        }
        Clock::WaiverEnds => {
            "Up to and on this day a finding is accepted, with the reason that was given. From the day after it is a \
             problem again."
        }
        Clock::RevenueIsDue => {
            "On this anniversary the programme looks at the revenue of the last twelve months. What is below the \
             threshold may cost the partner its enrolment."
        }
    }
}
