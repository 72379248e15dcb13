//! French: scripts of edits.

use crate::i18n::apply::ApplyWords;

pub(in crate::i18n) static APPLY: ApplyWords = ApplyWords {
    at: |line, why| format!("Ligne {line} : {why}"),
    too_long: |line| format!("La ligne {line} dépasse 1 Mio. Écrivez une modification par ligne."),
    no_table: |name, near, known| match near {
        Some(near) => format!("La table « {name} » n'existe pas. Vouliez-vous dire {near} ?"),
        None => format!("La table « {name} » n'existe pas. Il y a : {known}."),
    },
    no_field: |name, kind, near, known| match near {
        Some(near) => format!("Le champ « {name} » n'existe pas ({kind}). Vouliez-vous dire {near} ?"),
        None => format!("Le champ « {name} » n'existe pas ({kind}). Il y a : {known}."),
    },
    no_stdin: "Un script ne peut pas importer l'entrée standard. Indiquez un fichier.",
    refused: |line, why| format!("La ligne {line} est refusée : {why}"),
    stopped: "Le script s'arrête ici. Ce qui était confirmé reste. Pour continuer après un refus, ajoutez --keep-going.",
    unconfirmed: |line, why| {
        format!(
            "La ligne {line} n'est PAS CONFIRMÉE : {why} Ce qui était confirmé est sur le disque. Ouvrez le carnet pour voir s'il a cette modification ; rien n'a été fait ensuite."
        )
    },
    unread: "Plus personne ne lit ce qui est confirmé, le script s'arrête donc ici. Ce qui était confirmé reste.",
    told: |confirmed, refused| match (confirmed, refused) {
        (n, 0) => format!("{}.", confirmed_edits(n)),
        (n, 1) => format!("{}, 1 refusée.", confirmed_edits(n)),
        (n, refused) => format!("{}, {refused} refusées.", confirmed_edits(n)),
    },
    draft: "Elles sont dans le journal, comme brouillon. Le prochain enregistrement les enregistre.",
    not_saved: |why| {
        format!(
            "NON ENREGISTRÉ : {why} Chaque modification confirmée est dans le journal et sera là à l'ouverture du carnet."
        )
    },
};

fn confirmed_edits(n: usize) -> String {
    match n {
        0 | 1 => format!("{n} modification confirmée"),
        n => format!("{n} modifications confirmées"),
    }
}
