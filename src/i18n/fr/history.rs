//! French: the history.

use crate::i18n::history::History;

pub(in crate::i18n) static HISTORY: History = History {
    edit: "modification",
    bulk: "en masse",
    import: "importation",
    fix: "correction",
    restore: "retour",
    undo: "annulation",
    redo: "rétablissement",
    checkpoint: "repère",
    named: |name| format!("Repère « {name} »."),
    future: |day, today| {
        format!("Le {day} est encore à venir : nous sommes le {today}. Indiquez un jour jusqu'à aujourd'hui.")
    },
    unknown: |name, near, all| match (near, all) {
        (Some(near), _) => format!("Il n'y a pas de repère « {name} ». Vouliez-vous dire « {near} » ?"),
        (None, "") => format!(
            "Il n'y a pas de repère « {name} », ni aucun autre. Un moment est aussi un jour ou le numéro d'un changement."
        ),
        (None, all) => format!("Il n'y a pas de repère « {name} ». Il y a {all}."),
    },
    not_kept: |oldest| format!("Les changements avant le numéro {oldest} ne sont pas gardés."),
    out_of_range: |number, first, last| {
        format!("Il n'y a pas de changement {number} : ceux que l'on peut montrer vont de {first} à {last}.")
    },
    before_kept: |day, oldest, made| {
        let made = made.map(|made| format!(" du {made}")).unwrap_or_default();
        format!(
            "Le {day} précède l'historique gardé : il commence par le changement {oldest}{made}. Indiquez un moment plus tardif."
        )
    },
    unread: |error, oldest| {
        format!(
            "{error} L'historique s'arrête là : le changement {oldest} est le plus ancien qui puisse être lu."
        )
    },
    name_empty: "Un repère a besoin d'un nom fait de lettres visibles.",
    name_too_long: |n, most| format!("Le nom a {n} caractères, et {most} est le maximum. Raccourcissez-le."),
    name_numeric: "Le nom se lit comme un jour ou comme le numéro d'un changement. Ajoutez-y un mot.",
    as_it_was: |at, change, made| {
        let made = made.map(|made| format!(" du {made}")).unwrap_or_default();
        format!("Le carnet tel qu'il était ({at}) : après le changement {change}{made}.")
    },
    before_all: |at| format!("Le carnet tel qu'il était ({at}) : avant son premier changement."),
    unclear: |n| {
        format!(
            "{n} {} hors de Partnerbook depuis. Une modification à la main n'a pas de jour : l'état d'alors peut différer.",
            if n < 2 { "fiche a été modifiée" } else { "fiches ont été modifiées" }
        )
    },
    listed: |n, is_all| match (n, is_all) {
        (n, true) if n < 2 => format!("{n} changement affiché."),
        (n, true) => format!("{n} changements affichés."),
        (1, false) => "Le plus récent est affiché.".to_owned(),
        (n, false) => format!("Les {n} plus récents sont affichés."),
    },
    set: |named, change| format!("{named} C'est le changement {change}."),
    same: "Le carnet est déjà tel qu'il était alors. Rien n'a été écrit.",
    misfit: "Ce moment ne va plus avec le carnet. Rien n'a été écrit.",
    dry_run: "Rien n'a été écrit. Enlevez --dry-run pour le faire.",
    no_moment: |text| {
        format!(
            "« {text} » n'est pas un moment. Écrivez un jour comme 2026-09-15, le nom d'un repère ou le numéro d'un changement."
        )
    },
    name_taken: |name, change, made| {
        format!("Il y a déjà un repère « {name} » : changement {change} du {made}. Choisissez un autre nom.")
    },
};
