//! Français : formulaires, listes de choix, menus, questions et textes à lire.

use crate::i18n::overlays::Overlays;

pub(in crate::i18n) static OVERLAYS: Overlays = Overlays {
    why: "Pourquoi",
    copied_text: "Envoyé au presse-papiers : ce texte.",
    needs_record: "Aucun enregistrement sous le curseur. Placez-vous d'abord sur un enregistrement.",
    do_it: "le faire",
    keep_as_is: "laisser tel quel",
    nothing_to_fix: "Cet enregistrement n'a aucun problème à corriger.",
    no_fix: "Aucune correction ne peut être proposée. Le motif dit ce qui devrait changer.",
    no_problem: "Cet enregistrement n'a aucun problème.",
    is_allowed: "Ce choix est permis.",
    nothing_refused: "Les règles ne refusent rien ici.",
    keep_values: "garder dans le carnet",
    drop_values: "abandonner la saisie",
    form_changed: "Le formulaire contient des changements qui ne sont pas dans le carnet.",
    stay: "rester",
    choose_customer: "Un abonnement appartient à un client. Choisissez d'abord le client.",
    allowed: "oui",
    barred: "non",
    can_be_fixed: "corrigeable",
    cannot_be_fixed: "impossible",
    nobody: "(personne)",
    go_to: "Aller à un enregistrement",
    no_candidate: "Rien dans le carnet ne correspond à la saisie.",
    more_candidates: "Il y en a d'autres : tapez une partie du nom.",
    was: "avant",
    new_id: "pas encore connu : le carnet en donne un à lui",
    no_problems: "Aucun problème.",
    by_severity: "par gravité",
    what: "Quoi",
    why_it_matters: "Pourquoi c'est important",
    source_heading: "Source",
    touches: "Concerne",
    question: "Question",
    commands: "Commandes",
    help_keys: "Aide : touches",
    help_filter: "Aide : mots du filtre",
    help_rules: "Aide : règles",
    sections: [
        "Identité",
        "Problèmes",
        "Partenaires",
        "Clients",
        "Abonnements",
        "Privilèges d'administration (GDAP)",
    ],
    stays: "Reste tel quel :",
    loses: "Est perdu ou prend fin :",
    term_elsewhere: "Ce mot ne veut rien dire dans le volet actif.",
    unchanged: "chacun reste tel quel",
    source: |pages| format!("Source : {pages}"),
    off_on: |action, kind| format!("« {action} » ne fait rien ici ({kind})."),
    labelled: |label, text| format!("{label} : {text}"),
    fixes_of: |name| format!("Corrections pour {name}"),
    new_record: |kind| format!("Nouvel enregistrement : {kind}"),
    edit_record: |name| format!("Modifier {name}"),
    edit_many: |count| format!("Modifier {count} enregistrements marqués"),
    changed_fields: |count| match count {
        0 => "rien de changé".to_owned(),
        1 => "1 champ changé".to_owned(),
        n => format!("{n} champs changés"),
    },
    not_allowed_now: |count| format!("pas autorisés actuellement : {count}"),
    more_below: |lines| format!("encore {lines} en dessous"),
    problems: |errors, warnings, hints| {
        let n = |count: usize, word: &str| {
            if count < 2 { format!("{count} {word}") } else { format!("{count} {word}s") }
        };
        format!(
            "Problèmes : {}, {}, {}",
            n(errors, "erreur"),
            n(warnings, "avertissement"),
            n(hints, "conseil")
        )
    },
    would_do: |step| format!("Voici ce qui serait fait : {step}"),
    appears: |count| match count {
        0 => "Aucun nouveau problème n'apparaît.".to_owned(),
        1 => "1 nouveau problème apparaît :".to_owned(),
        n => format!("{n} nouveaux problèmes apparaissent :"),
    },
    clears: |count| match count {
        0 | 1 => format!("{count} problème disparaît."),
        n => format!("{n} problèmes disparaissent."),
    },
    copied: |what, name, more| match more {
        0 => format!("Envoyé au presse-papiers : {what}, {name}."),
        n => format!("Envoyé au presse-papiers : {what}, {name} et {n} de plus."),
    },
};
