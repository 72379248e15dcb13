//! English: forms, pickers, menus, sheets and texts to read.

use crate::i18n::overlays::Overlays;

pub(in crate::i18n) static OVERLAYS: Overlays = Overlays {
    why: "Why",
    copied_text: "Sent to the clipboard: this text.",
    needs_record: "There is no record under the cursor. Move to one first.",
    do_it: "do it",
    keep_as_is: "keep as it is",
    nothing_to_fix: "This record has no problem to fix.",
    no_fix: "No fix can be offered for this. The reason tells what would have to change.",
    no_problem: "This record has no problem.",
    keep_values: "keep in the book",
    drop_values: "drop what was typed",
    form_changed: "The form has changes that are not in the book.",
    stay: "stay",
    choose_customer: "A subscription belongs to a customer. Choose the customer first.",
    allowed: "ok",
    barred: "no",
    can_be_fixed: "can be fixed",
    cannot_be_fixed: "cannot",
    nobody: "(nobody)",
    go_to: "Go to a record",
    no_candidate: "Nothing in the book fits what is typed.",
    more_candidates: "There are more: type part of a name.",
    was: "was",
    new_id: "not known yet: the book gives one of its own",
    no_problems: "No problems.",
    by_severity: "by severity",
    what: "What",
    why_it_matters: "Why it matters",
    source_heading: "Source",
    touches: "Touches",
    question: "Question",
    commands: "Commands",
    help_keys: "Help: keys",
    help_filter: "Help: words of the filter",
    help_rules: "Help: rules",
    sections: ["Identity", "Problems", "Partners", "Customers", "Subscriptions", "Admin privileges (GDAP)"],
    stays: "Stays as it is:",
    loses: "Is lost or ends:",
    term_elsewhere: "This word means nothing in the focused pane.",
    unchanged: "each stays as it is",
    source: |pages| format!("Source: {pages}"),
    off_on: |action, kind| format!("\"{action}\" does nothing on a {kind}."),
    fixes_of: |name| format!("Fixes for {name}"),
    new_record: |kind| format!("New {kind}"),
    edit_record: |name| format!("Edit {name}"),
    edit_many: |count| format!("Edit {count} marked records"),
    changed_fields: |count| match count {
        0 => "nothing changed".to_owned(),
        1 => "1 field changed".to_owned(),
        n => format!("{n} fields changed"),
    },
    not_allowed_now: |count| format!("not allowed now: {count}"),
    why_not: |name| format!("Why {name} is not allowed"),
    more_below: |lines| format!("{lines} more below"),
    problems: |errors, warnings, hints| {
        let n = |count: usize, word: &str| {
            if count == 1 { format!("1 {word}") } else { format!("{count} {word}s") }
        };
        format!("Problems: {}, {}, {}", n(errors, "error"), n(warnings, "warning"), n(hints, "hint"))
    },
    appears: |count| match count {
        0 => "No new problem appears.".to_owned(),
        1 => "1 new problem appears:".to_owned(),
        n => format!("{n} new problems appear:"),
    },
    clears: |count| match count {
        1 => "1 problem goes away.".to_owned(),
        n => format!("{n} problems go away."),
    },
    copied: |what, name, more| match more {
        0 => format!("Sent to the clipboard: {what}, {name}."),
        n => format!("Sent to the clipboard: {what}, {name} and {n} more."),
    },
    counts: |allowed, barred| format!("{allowed} allowed, {barred} not"),
};
