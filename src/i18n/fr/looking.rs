//! Français : regarder en arrière.

use crate::i18n::looking::Looking;

pub(in crate::i18n) static LOOKING: Looking = Looking {
    columns: ["Quand (UTC)", "Quoi", "Genre", "Fiches", ""],
    reading: "lecture",
    empty: "Ce carnet commence aujourd'hui : rien n'a encore été fait.",
    begins: "le carnet commence ici",
    undone: "annulé",
    last_save: "enregistré",
    which_name: "Nom de ce moment : il permettra de retrouver le carnet tel qu'il est maintenant",
    before_all: "AVANT LE PREMIER CHANGEMENT",
    is_past: "C'est le carnet tel qu'il était : rien ne peut y être modifié. Revenez au présent, ou rétablissez ce moment.",
    is_now: "C'est le carnet tel qu'il est maintenant.",
    same: "Le carnet est identique maintenant : il n'y a rien à rétablir.",
    title: |changes, are_all| match (changes, are_all) {
        (0 | 1, true) => format!("Historique : {changes} changement"),
        (n, true) => format!("Historique : {n} changements"),
        (0 | 1, false) => format!("Historique : {changes} changement jusqu'ici"),
        (n, false) => format!("Historique : {n} changements jusqu'ici"),
    },
    none_match: |typed| format!("Aucun changement ne contient « {typed} »."),
    not_kept_before: |change| format!("les changements avant le numéro {change} ne sont pas gardés"),
    unread_before: |change| format!("les changements avant le numéro {change} ne sont pas lisibles"),
    as_of: |when| format!("TEL QU'IL ÉTAIT {when}"),
    looks: |change, unclear| {
        let unsure = match unclear {
            0 => String::new(),
            1 => " 1 fiche a été modifiée hors de Partnerbook depuis et peut différer.".to_owned(),
            n => format!(" {n} fiches ont été modifiées hors de Partnerbook depuis et peuvent différer."),
        };
        format!(
            "Le carnet tel qu'il était après le changement {change}. Rien ne peut y être modifié.{unsure}"
        )
    },
    unread: |why| match why {
        "" => "L'historique ne remonte pas à ce moment : les changements plus anciens ne sont pas gardés."
            .to_owned(),
        why => format!("L'historique n'est pas lisible jusqu'à ce moment : {why}"),
    },
    named: |name| format!("Ce moment s'appelle maintenant « {name} »."),
};
