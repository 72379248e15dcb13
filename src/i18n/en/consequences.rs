//! English: what follows.

use crate::i18n::consequences::Follows;

pub(in crate::i18n) static FOLLOWS: Follows = Follows {
    goes_along: "Is removed or changed along with it:",
    at_least: |text| format!("at least {text}"),
    of_rule: |count, rule, severity, title| format!("{count} of {rule} ({severity}): {title}"),
    in_full: |text| format!("By name, {text}:"),
    and_more: |count| format!("... and {count} more"),
};
