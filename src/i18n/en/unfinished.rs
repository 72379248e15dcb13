//! English: forms that were left before they were confirmed.

use crate::i18n::unfinished::Unfinished;

pub(in crate::i18n) static UNFINISHED: Unfinished = Unfinished {
    go_on: "go on with it",
    later: "later: it is kept",
    none: "No form was left before it was confirmed.",
    all_are_gone: "What it was about is no longer in the book. What was typed is kept until you drop it.",
    step_fits_not: "The book has changed, and the step does not fit it any more. What was typed is kept until you drop it.",
    not_refused: "The rules do not refuse this step any more: it can be done without accepting anything.",
    at: |day, time| format!("{day} at {time} UTC"),
    was_filled: |form, at| {
        format!("\"{form}\" was being filled ({at}). What was typed is not in the book yet.")
    },
    were_filled: |forms, at| {
        format!("{forms} forms were being filled ({at}). What was typed is not in the book yet.")
    },
    has_changed: |name| {
        format!("{name} has changed since. What was typed stands over the record as it is now.")
    },
    is_gone: |name| format!("{name} is no longer in the book. What was typed is kept until you drop it."),
    add_anew: |name| format!("{name} is no longer in the book. The form adds it anew, with what was typed."),
    some_are_gone: |records| match records {
        1 => "1 record is no longer in the book and is left out.".to_owned(),
        n => format!("{n} records are no longer in the book and are left out."),
    },
    no_problem: |name| {
        format!("{name} does not have this problem any more. What was typed is kept until you drop it.")
    },
    no_field: |field, text| match field {
        "" => format!("This fits no field any more: {text}."),
        field => format!("The form has no field \"{field}\" any more. It held: {text}."),
    },
    not_kept: |why| format!("What you type is not kept until you confirm it: {why}"),
};
