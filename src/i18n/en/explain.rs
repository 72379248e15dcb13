//! English: why a rule holds or not.

use crate::i18n::explain::Explain;
use crate::rules::Nature;

pub(in crate::i18n) static EXPLAIN: Explain = Explain {
    decided_by: "Decided by (were one of these otherwise, the rule would say something else):",
    together: "Decided by several at once (one of these alone otherwise would change nothing):",
    nothing_decides: "No single fact of this record or of those it names decides it.",
    on_edits: "It is judged on an edit, so it has nothing to say of a record as it stands.",
    nothing_recorded: "nothing recorded",
    parts: "; ",
    nature: |nature| match nature {
        Nature::State => "records",
        Nature::Operation => "edits",
        Nature::Clock => "records, by the day",
    },
    kind: |severity, nature| format!("Severity: {severity}. Judged on: {nature}."),
    not_yet: |day| format!("It does not hold yet on {day}."),
    no_more: |day| format!("It does not hold any more on {day}."),
    the_day: |day| format!("the day of the check: {day}"),
    accepted: |until, reason| {
        let until = until.map(|day| format!(" until {day}")).unwrap_or_default();
        if reason.is_empty() { format!("Accepted{until}.") } else { format!("Accepted{until}: {reason}") }
    },
    more: |count| format!("The rule says something of {count} more that this is related by."),
};
