//! Français : enregistrer, ouvrir, importer, quitter.

use crate::i18n::files::Files;

pub(in crate::i18n) static FILES: Files = Files {
    demo_name: "démo",
    demo_not_saved: "Le carnet de démonstration est inventé et n'est jamais enregistré. Ouvrez ou commencez votre propre carnet pour garder votre travail.",
    no_folder: "Ce carnet n'a pas encore de dossier. Ouvrez-en un d'abord.",
    saved_already: "Tout est déjà enregistré.",
    save_first: "Le carnet ouvert contient des étapes non enregistrées. Enregistrez-les avant d'ouvrir un autre carnet.",
    keep_as_copy: "garder le mien en copie",
    merge: "fusionner",
    merge_does: "La fusion lit le leur et y remet vos étapes ; ce qui ne va pas ensemble est listé.",
    take_theirs: "prendre le leur",
    theirs_comes: "Prendre le leur rend le carnet tel que dans les fichiers, en une étape ; l'annuler rétablit le vôtre.",
    took_theirs: "Le carnet est maintenant tel que dans ses fichiers, en une étape. L'annuler rétablit le vôtre.",
    merge_needs_journal: "Vos dernières étapes ne sont pas sur le disque, relire le carnet les perdrait. Enregistrez d'abord une copie.",
    quit_with_draft: "quitter, le brouillon est gardé",
    quit_with_copy: "quitter, la copie est gardée",
    copy_goes: "La copie va dans un dossier à côté du carnet ; rien n'est écrasé.",
    decide_later: "décider plus tard",
    which_book: "Dossier du carnet à ouvrir",
    which_files: "Fichiers à importer (guillemets autour d'un chemin avec espaces)",
    whose_export: "De qui est cet export ? ID de locataire ou nom du partenaire",
    which_customer: "De quel client s'agit-il ? ID de locataire ou nom",
    not_a_tenant: "Ce n'est ni un ID de locataire ni le nom d'un enregistrement du carnet.",
    nothing_new: "Rien à appliquer : le carnet contient déjà tout.",
    save_and_quit: "enregistrer et quitter",
    drop_and_quit: "quitter sans enregistrer",
    import_title: "Importer",
    import_apply: "appliquer en une étape",
    import_told: "répondre à la question",
    import_leave: "tout laisser tel quel",
    welcome: "Bienvenue dans Partnerbook",
    welcome_text: &[
        "Pas encore de carnet. Partnerbook garde partenaires, clients et",
        "abonnements en fichiers texte sur cet ordinateur, sans connexion.",
    ],
    begin: [
        ("Découvrir avec le carnet de démonstration", "un réseau inventé ; rien n'est enregistré"),
        ("Partir de vos exports de l'Espace partenaires", "fichiers JSON ; un aperçu d'abord"),
        ("Commencer un carnet vide", ""),
        ("Ouvrir un carnet reçu d'un collègue", ""),
    ],
    book_will_be: "Votre carnet sera dans",
    language: "Langue",
    other_language: "français (ou English)",
    today: "Aujourd'hui",
    opened: |name| format!("{name} est ouvert."),
    saved: |files, name| match files {
        0 | 1 => format!("{name} enregistré : {files} fichier écrit."),
        n => format!("{name} enregistré : {n} fichiers écrits."),
    },
    not_saved: |why| format!("NON ENREGISTRÉ : {why}"),
    safe_in_journal: |why| {
        format!("Les fichiers ne sont pas écrits, mais vos étapes sont en sûreté dans le journal. {why}")
    },
    safe_in_copy: |why| {
        format!("Les fichiers ne sont pas écrits, mais vos étapes sont en sûreté dans la copie. {why}")
    },
    in_copy_alone: |steps| match steps {
        0 | 1 => {
            "Votre dernière étape n'est que dans la copie : elle ne sera pas dans le carnet relu.".to_owned()
        }
        n => format!(
            "Vos {n} dernières étapes ne sont que dans la copie : elles ne seront pas dans le carnet relu."
        ),
    },
    copied_to: |folder| {
        format!(
            "Votre état est gardé en copie dans {folder}. Le carnet dans son dossier reste tel que l'autre l'a laissé."
        )
    },
    unsaved: |steps| match steps {
        0 | 1 => format!("{steps} étape n'est pas enregistrée."),
        n => format!("{n} étapes ne sont pas enregistrées."),
    },
    lost: |steps| match steps {
        0 | 1 => format!("{steps} étape n'est dans aucun fichier et serait perdue."),
        n => format!("{n} étapes ne sont dans aucun fichier et seraient perdues."),
    },
    kept_as_draft: |steps| match steps {
        0 | 1 => format!(
            "{steps} autre étape n'est pas enregistrée, mais gardée en brouillon pour la prochaine ouverture."
        ),
        n => format!(
            "{n} autres étapes ne sont pas enregistrées, mais gardées en brouillon pour la prochaine ouverture."
        ),
    },
    lose_and_quit: |steps| match steps {
        0 | 1 => format!("perdre {steps} étape et quitter"),
        n => format!("perdre {n} étapes et quitter"),
    },
};

/// The numbers of lines; the first of them when they are many.
pub(in crate::i18n) fn lines(lines: &[usize]) -> String {
    let numbers = crate::i18n::files::few(lines);
    if lines.len() == 1 { format!("ligne {numbers}") } else { format!("lignes {numbers}") }
}
