//! French: what we and somebody else both changed.

use crate::i18n::conflicts::Conflicts;

pub(in crate::i18n) static CONFLICTS: Conflicts = Conflicts {
    title: "Modifié des deux côtés",
    said: |records| match records {
        0 | 1 => format!("{records} fiche a été modifiée des deux côtés."),
        n => format!("{n} fiches ont été modifiées des deux côtés."),
    },
    heading: |records| match records {
        0 | 1 => format!("{records} fiche a été modifiée par vous et par quelqu'un d'autre"),
        n => format!("{n} fiches ont été modifiées par vous et par quelqu'un d'autre"),
    },
    stands: "Là où les deux ont modifié la même chose, le vôtre reste. Tout le reste de leurs modifications est aussi dans le carnet.",
    kept: |backups, key| {
        format!(
            "Le leur est dans les fichiers jusqu'au prochain enregistrement, qui garde ces fichiers en sauvegarde. Elle est sous « {backups} » parmi toutes les commandes ({key})."
        )
    },
    list: "Ce qui ne va pas ensemble",
    none: "Rien n'a été modifié des deux côtés depuis l'ouverture de ce carnet.",
};
