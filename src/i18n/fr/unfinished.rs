//! Français : les formulaires quittés avant leur confirmation.

use crate::i18n::unfinished::Unfinished;

pub(in crate::i18n) static UNFINISHED: Unfinished = Unfinished {
    go_on: "le reprendre",
    later: "plus tard : la saisie est gardée",
    none: "Aucun formulaire n'a été quitté avant sa confirmation.",
    all_are_gone: "Ce dont il s'agissait n'est plus dans le carnet. La saisie est gardée jusqu'à ce que vous l'abandonniez.",
    step_fits_not: "Le carnet a changé et l'étape n'y correspond plus. La saisie est gardée jusqu'à ce que vous l'abandonniez.",
    not_refused: "Les règles ne refusent plus cette étape : elle peut se faire sans rien accepter.",
    at: |day, time| format!("{day} à {time} UTC"),
    was_filled: |form, at| {
        format!("« {form} » était en cours de saisie ({at}). La saisie n'est pas encore dans le carnet.")
    },
    were_filled: |forms, at| {
        format!(
            "{forms} formulaires étaient en cours de saisie ({at}). La saisie n'est pas encore dans le carnet."
        )
    },
    has_changed: |name| {
        format!("{name} a changé depuis. La saisie est reportée sur la fiche telle qu'elle est maintenant.")
    },
    is_gone: |name| {
        format!("{name} n'est plus dans le carnet. La saisie est gardée jusqu'à ce que vous l'abandonniez.")
    },
    add_anew: |name| {
        format!("{name} n'est plus dans le carnet. Le formulaire l'ajoute à nouveau, avec la saisie.")
    },
    some_are_gone: |records| match records {
        0 | 1 => format!("{records} fiche n'est plus dans le carnet et est laissée de côté."),
        n => format!("{n} fiches ne sont plus dans le carnet et sont laissées de côté."),
    },
    no_problem: |name| {
        format!("{name} n'a plus ce problème. La saisie est gardée jusqu'à ce que vous l'abandonniez.")
    },
    no_field: |field, text| match field {
        "" => format!("Ceci ne va plus dans aucun champ : {text}."),
        field => format!("Le formulaire n'a plus de champ « {field} ». Il contenait : {text}."),
    },
    not_kept: |why| format!("Votre saisie n'est pas gardée avant que vous la confirmiez : {why}"),
};
