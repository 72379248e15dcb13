//! English: choosing among many, doing one thing on many, what was typed wrong.

use crate::i18n::picks::Picks;

pub(in crate::i18n) static PICKS: Picks = Picks {
    back: "go back",
    other_fields: "The other fields of the form decide with it. Fill them first, then this one.",
    no_way: "No step that could be added here makes it allowed.",
    cannot: "This cannot be fixed here: no step that could be added makes it allowed.",
    do_all: "do it",
    do_allowed: "do the allowed ones, as one step",
    leave_all: "leave all as it is",
    one_by_one: "Several come into question there, or a form is needed. It is done on the record itself.",
    nothing_in_common: "The marked rows have no such operation in common.",
    nothing_offered: "No operation concerns this record.",
    empty: "empty",
    separator: ',',
    counts: |may, may_not, _| format!("{may} allowed, {may_not} not"),
    counting: |may, may_not| format!("{may} allowed, {may_not} not, judging the others"),
    to_allow: |steps, told| match steps {
        1 => format!("To allow it, 1 step: {told}."),
        n => format!("To allow it, {n} steps: {told}."),
    },
    not_allowed: |name, rules| format!("Why {name} is not allowed: {rules}"),
    cannot_because: |rule, why| format!("This cannot be fixed here. {rule}: {why}"),
    with_steps: |name, steps| match steps {
        1 => format!("{name} is chosen in this step:"),
        n => format!("{name} is chosen in these {n} steps, all done as one:"),
    },
    problems: |before, after| format!("Problems in the book: {before} before, {after} after."),
    on_some: |what, done, of| format!("{what} This is {done} of the {of} marked rows."),
    on_none: |of| format!("This can be done on none of the {of} marked rows."),
    left_out: |count| match count {
        1 => "1 row is left out:".to_owned(),
        n => format!("{n} rows are left out:"),
    },
    already: |count| match count {
        1 => "1 row is so already.".to_owned(),
        n => format!("{n} rows are so already."),
    },
    and_more: |count| format!("and {count} more"),
    operations_of: |what| format!("Operations: {what}"),
    undid_on: |records, what| format!("Undid one change on {records}: {what}"),
    values: |field, before, after| format!("{field}: {before} -> {after}"),
    not_a_day: |typed, near| format!("{typed} is not a day. Write {near}, or +30d for 30 days from today."),
    not_our_form: |typed, day| {
        format!("{typed} is not how a day is written here. Write {day}, or +30d for 30 days from today.")
    },
    too_large: |typed, most| format!("{typed} is too large. Write a whole number from 0 to {most}."),
    no_number: |typed, most| format!("{typed} is not a whole number. Write one from 0 to {most}."),
    not_in_list: |typed, values| format!("{typed} is not in the list. Allowed: {values}."),
};
