//! Français : ce qui s'ensuit.

use crate::i18n::consequences::Follows;

pub(in crate::i18n) static FOLLOWS: Follows = Follows {
    goes_along: "Est supprimé ou modifié en même temps :",
    at_least: |text| format!("au moins {text}"),
    of_rule: |count, rule, severity, title| format!("{count} de {rule} ({severity}) : {title}"),
    in_full: |text| format!("En détail, {text} :"),
    and_more: |count| format!("... et {count} de plus"),
};
