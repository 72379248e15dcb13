//! French: the commands.

use crate::i18n::commands::Commands;

pub(in crate::i18n) static COMMANDS: Commands = Commands {
    stopped: |place| {
        format!(
            "Partnerbook s'est arrêté à cause d'une erreur interne ({place}). Ce qui était enregistré est resté tel quel. Signalez cet endroit ; il ne révèle rien du carnet."
        )
    },
    terminal: |why| {
        format!("Le terminal est défaillant : {why}. Prenez un autre terminal, ou une commande comme list.")
    },
    no_terminal: "Les écrans ont besoin d'un terminal pour les touches et l'affichage. Prenez ici une commande comme list ou check.",
    no_home: "Le système n'indique pas de dossier pour les réglages. Définissez PARTNERBOOK_CONFIG_DIR.",
    not_a_book: |name| {
        format!(
            "« {name} » ne désigne aucun carnet. Écrivez un nom court en minuscules, chiffres et tirets, ou un chemin avec une barre oblique."
        )
    },
    make_book: "Pour en créer un : partnerbook init, ou partnerbook import FICHIER.",
    misspelt: |named, near| {
        format!("Il n'y a ni carnet ni commande « {named} ». Vouliez-vous dire partnerbook {near} ?")
    },
    not_opened: "Le carnet ne peut pas être ouvert : autre chose dans ce programme le tient. Relancez la commande.",
    asked_read_only: "Il a été ouvert avec --read-only.",
    inventing: "Invention et vérification d'un million d'abonnements ; cela prend quelques secondes.",
    made: |folder| format!("Le carnet est dans {folder}."),
    nothing_imported: "Rien n'a été importé, et rien n'a été écrit.",
    add_flags: |flags| format!("Ajoutez {flags}."),
    dry_run: "Rien n'a été écrit. Retirez --dry-run pour importer.",
    refused: "L'import a été refusé : il ne convient pas au carnet. Rien n'a été écrit.",
    new_problems: |new, gone| match (new, gone) {
        (0, 0) => String::new(),
        (new, 0) => format!("{}. partnerbook check en donne la liste.", problems(new)),
        (new, gone) => {
            format!("{}, {gone} en moins. partnerbook check en donne la liste.", problems(new))
        }
    },
    no_rule: |name, near| match near {
        Some(near) => format!("La règle {name} n'existe pas. Vouliez-vous dire {near} ?"),
        None => format!(
            "La règle {name} n'existe pas. Les règles s'appellent comme R-REG-002, les familles comme R-REG."
        ),
    },
    found: |errors, warnings, hints| {
        format!("{}, {}, {}.", n(errors, "erreur"), n(warnings, "avertissement"), n(hints, "remarque"))
    },
    unjudged: |list| format!("Non jugé faute de données : {list}."),
};

fn problems(count: usize) -> String {
    if count < 2 { format!("{count} nouveau problème") } else { format!("{count} nouveaux problèmes") }
}

fn n(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count < 2 { "" } else { "s" })
}
