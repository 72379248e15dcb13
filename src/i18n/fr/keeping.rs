//! French: backups, damage and repair.

use crate::i18n::keeping::Keeping;

pub(in crate::i18n) static KEEPING: Keeping = Keeping {
    no_backups: "Il n'y a pas encore de sauvegarde. Chaque enregistrement garde l'état d'avant.",
    kept_in: |count, folder| format!("{} dans {folder}.", n(count, "sauvegarde")),
    no_such_backup: |number, known| {
        if known.is_empty() {
            format!(
                "Il n'y a pas de sauvegarde {number}, ni d'autre. Chaque enregistrement garde l'état d'avant."
            )
        } else {
            format!("Il n'y a pas de sauvegarde {number}. Il y a : {known}.")
        }
    },
    is_that_already: |backup| format!("Le carnet est déjà comme dans la {backup}. Rien n'a été modifié."),
    restored: |backup, records| {
        format!(
            "Le carnet est de nouveau comme dans la {backup} : {}, en une seule étape. On peut l'annuler.",
            changed(records)
        )
    },
    rescued: |backup, aside| {
        format!(
            "La {backup} a pris la place des fichiers illisibles. Ceux-ci sont gardés tels quels dans {aside}."
        )
    },
    taken_up: |steps| match steps {
        0 | 1 => {
            "Une étape faite depuis a été reprise comme brouillon. Relisez-la, puis enregistrez.".to_owned()
        }
        steps => format!(
            "{steps} étapes faites depuis ont été reprises comme brouillon. Relisez-les, puis enregistrez."
        ),
    },
    has_gap: "Entre la sauvegarde et ces étapes, d'autres manquent : l'historique ne les contient pas. Lancez partnerbook check.",
    pruned: |gone, left| format!("{}, il en reste {left}.", removed(gone)),
    nothing_to_prune: |left| format!("Il n'y a rien à supprimer : {}.", n(left, "sauvegarde")),
    prune_asks: |gone, left| {
        format!(
            "{} à supprimer définitivement, il en restera {left}. Écrivez oui pour supprimer :",
            n(gone, "sauvegarde")
        )
    },
    prune_needs: "Supprimer des sauvegardes ne peut pas être annulé. Ajoutez --yes pour supprimer sans question.",
    prune_word: "oui",
    not_pruned: "Rien n'a été supprimé.",
    not_kept: |why| format!("L'état d'avant cet enregistrement n'est pas gardé en sauvegarde : {why}"),
    nothing_to_repair: "Le journal n'est pas abîmé. Il n'y a rien à réparer.",
    repaired: |steps, kept| {
        format!(
            "Le journal est réparé : {} dans un nouveau journal. Le fichier abîmé est gardé tel quel dans {kept}.",
            match steps {
                0 => "aucune étape n'est reprise".to_owned(),
                1 => "1 étape est reprise".to_owned(),
                n => format!("{n} étapes sont reprises"),
            }
        )
    },
    mended: |lines| format!("Un bit a été corrigé à la ligne {lines} : les sommes de contrôle le prouvent."),
    lost: |count, lines| match count {
        0 | 1 => format!(
            "Le contenu de la ligne {lines} est perdu. Lancez partnerbook check, puis refaites cette étape."
        ),
        _ => format!(
            "Le contenu des lignes {lines} est perdu. Lancez partnerbook check, puis refaites ces étapes."
        ),
    },
    then_restore: "Une sauvegarde peut prendre leur place : partnerbook backup list, puis partnerbook backup restore N. Les fichiers sont gardés.",
    named: |number, when| format!("sauvegarde {number} du {when}"),
    no_date: "(date inconnue)",
    records: |records| format!("{records} {}", if records < 2 { "fiche" } else { "fiches" }),
    whole: "entière",
    changed: "modifiée depuis",
    unreadable: "illisible",
    menu: "Sauvegardes : en rétablir une",
    offer: "Des fichiers de ce carnet sont illisibles",
    offer_newest: |backup| format!("La sauvegarde lisible la plus récente est la {backup}."),
    offer_none: "Il n'y a pas de sauvegarde lisible.",
    offer_does: "Elle prend la place des fichiers ; ils sont gardés tels quels à côté, et les étapes faites depuis sont reprises.",
    restore_newest: "rétablir cette sauvegarde",
    choose: "en choisir une autre",
    look_only: "consulter seulement",
    is_invented: "Le carnet de démonstration n'est jamais enregistré : il n'a pas de sauvegarde.",
};

fn n(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count < 2 { "" } else { "s" })
}

fn changed(records: usize) -> String {
    if records < 2 { format!("{records} fiche modifiée") } else { format!("{records} fiches modifiées") }
}

fn removed(backups: usize) -> String {
    if backups < 2 {
        format!("{backups} sauvegarde supprimée")
    } else {
        format!("{backups} sauvegardes supprimées")
    }
}
