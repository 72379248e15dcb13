//! Français : choisir parmi beaucoup, faire une chose sur beaucoup, ce qui a été mal saisi.

use crate::i18n::picks::Picks;

pub(in crate::i18n) static PICKS: Picks = Picks {
    back: "revenir",
    other_fields: "Les autres champs du formulaire décident avec lui. Remplissez-les d'abord, puis celui-ci.",
    no_way: "Aucune étape que l'on pourrait ajouter ici ne le permet.",
    cannot: "Ceci ne peut pas être corrigé ici : aucune étape que l'on pourrait ajouter ne le permet.",
    do_all: "le faire",
    do_allowed: "faire celles qui sont permises, en une seule étape",
    leave_all: "tout laisser tel quel",
    one_by_one: "Plusieurs cas sont possibles, ou un formulaire est nécessaire. Cela se fait sur l'enregistrement même.",
    nothing_in_common: "Les lignes marquées n'ont pas cette opération en commun.",
    nothing_offered: "Aucune opération ne concerne cet enregistrement.",
    empty: "vide",
    separator: '\u{a0}',
    counts: |may, may_not, count| match count {
        0 | 1 => format!("{may} autorisé, {may_not} non"),
        _ => format!("{may} autorisés, {may_not} non"),
    },
    counting: |may, may_not| format!("{may} oui, {may_not} non, les autres sont en cours d'examen"),
    to_allow: |steps, told| match steps {
        0 | 1 => format!("Pour l'autoriser, {steps} étape : {told}."),
        n => format!("Pour l'autoriser, {n} étapes : {told}."),
    },
    not_allowed: |name, rules| format!("Pourquoi {name} n'est pas autorisé : {rules}"),
    cannot_because: |rule, why| format!("Ceci ne peut pas être corrigé ici. {rule} : {why}"),
    with_steps: |name, steps| match steps {
        0 | 1 => format!("{name} est choisi par cette étape :"),
        n => format!("{name} est choisi par ces {n} étapes, faites en une seule :"),
    },
    problems: |before, after| format!("Problèmes dans le carnet : {before} avant, {after} après."),
    on_some: |what, done, of| format!("{what} Cela concerne {done} des {of} lignes marquées."),
    on_none: |of| format!("Ceci ne peut être fait sur aucune des {of} lignes marquées."),
    left_out: |count| match count {
        0 | 1 => format!("{count} ligne est laissée de côté :"),
        n => format!("{n} lignes sont laissées de côté :"),
    },
    already: |count| match count {
        0 | 1 => format!("{count} ligne l'est déjà."),
        n => format!("{n} lignes le sont déjà."),
    },
    and_more: |count| format!("et {count} de plus"),
    operations_of: |what| format!("Opérations : {what}"),
    undid_on: |records, what| format!("Un seul changement annulé ({records}) : {what}"),
    values: |field, before, after| format!("{field} : {before} -> {after}"),
    not_a_day: |typed, near| {
        format!("{typed} n'est pas un jour. Écrivez {near}, ou +30j pour 30 jours à partir d'aujourd'hui.")
    },
    not_our_form: |typed, day| {
        format!(
            "{typed} n'est pas la façon d'écrire un jour ici. Écrivez {day}, ou +30j pour 30 jours à partir d'aujourd'hui."
        )
    },
    too_large: |typed, most| format!("{typed} est trop grand. Écrivez un nombre entier de 0 à {most}."),
    no_number: |typed, most| format!("{typed} n'est pas un nombre entier. Écrivez-en un de 0 à {most}."),
    not_in_list: |typed, values| format!("{typed} n'est pas dans la liste. Valeurs permises : {values}."),
};
