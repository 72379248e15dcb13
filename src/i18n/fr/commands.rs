//! French: the commands.

use super::files::lines;
use crate::i18n::commands::Commands;
use crate::i18n::files::few;

pub(in crate::i18n) static COMMANDS: Commands = Commands {
    stopped: |place| {
        format!(
            "Partnerbook s'est arrêté à cause d'une erreur interne ({place}). Ce qui était enregistré est resté tel quel. Signalez cet endroit ; il ne révèle rien du carnet."
        )
    },
    stopped_at_work: |place, folder| {
        format!(
            "Partnerbook s'est arrêté à cause d'une erreur interne ({place}). Chaque étape que l'écran disait enregistrée est sur le disque, dans {folder}, et sera là au prochain démarrage ; une étape qu'il ne disait pas enregistrée peut manquer. Signalez l'endroit ; il ne révèle rien du carnet."
        )
    },
    terminal: |why| {
        format!("Le terminal est défaillant : {why}. Prenez un autre terminal, ou une commande comme list.")
    },
    no_terminal: "Les écrans ont besoin d'un terminal pour les touches et l'affichage. Prenez ici une commande comme list ou check.",
    dumb_terminal: |name| {
        let what = if name.is_empty() {
            "TERM n'indique aucun type de terminal".to_owned()
        } else {
            format!("TERM désigne ce terminal par « {name} », qui n'a pas d'écrans")
        };
        format!(
            "{what}. Donnez à TERM sa vraie valeur, comme xterm-256color, ou prenez une commande comme list ou check."
        )
    },
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
    found: |errors, warnings, hints, waived| {
        let waived = if waived == 0 { String::new() } else { format!(", {}", n(waived, "accepté")) };
        format!(
            "{}, {}, {}{waived}.",
            n(errors, "erreur"),
            n(warnings, "avertissement"),
            n(hints, "remarque")
        )
    },
    unjudged: |list| format!("Non jugé faute de données : {list}."),
    imported: |records, files| format!("Import de {} depuis {}.", n(records, "fiche"), n(files, "fichier")),
    fixes: |list| format!("Solutions : {list}."),
    no_column: |name, near, known| match near {
        Some(near) => format!("La colonne « {name} » n'existe pas. Vouliez-vous dire {near} ?"),
        None => format!("La colonne « {name} » n'existe pas. Il y a : {known}."),
    },
    no_order: |name, known| format!("Le tri par « {name} » n'existe pas. Il y a : {known}."),
    listed: |shown, all| {
        let s = if all < 2 { "" } else { "s" };
        if shown == all { format!("{all} ligne{s}.") } else { format!("{shown} ligne{s} sur {all}.") }
    },
    no_record: |name| {
        format!(
            "Aucune fiche ne s'appelle « {name} ». Écrivez un identifiant, un nom ou une partie d'un nom, ou cherchez avec list."
        )
    },
    several: |name, count| {
        format!("{count} fiches correspondent à « {name} ». Écrivez la clé de l'une d'elles :")
    },
    no_customer: |name, kind| {
        format!(
            "{name} n'est pas un client ({kind}) : qui peut quoi se demande d'un client. Nommez un client ou l'un de ses abonnements."
        )
    },
    valid: |from, until| match (from, until) {
        (Some(from), Some(until)) => format!("Elle vaut du {from} au {until}."),
        (Some(from), None) => format!("Elle vaut à partir du {from}."),
        (None, until) => format!("Elle vaut jusqu'au {}.", until.unwrap_or_default()),
    },
    source: |source| format!("Source : {source}"),
    holds: |rule, record| format!("{rule} n'a rien à dire de {record}."),
    keys_checked: |count| match count {
        0 => "Les touches sont en ordre.".to_owned(),
        1 => "1 problème avec les touches.".to_owned(),
        count => format!("{count} problèmes avec les touches."),
    },
    all_canonical: |files| match files {
        0 | 1 => format!("{files} fichier, sous forme canonique."),
        n => format!("{n} fichiers, tous sous forme canonique."),
    },
    not_canonical: |uneven, files| {
        let are = if uneven < 2 { "n'est" } else { "ne sont" };
        format!(
            "{uneven} sur {} {are} pas sous forme canonique. partnerbook fmt les réécrit.",
            n(files, "fichier")
        )
    },
    formatted: |names| format!("Réécrit sous forme canonique : {}.", few(names)),
    comments_at: |at| format!("commentaires, {}", lines(at)),
    comments_inside: |file, at| {
        format!(
            "{file} a des commentaires parmi ses fiches ({}), qui n'ont pas de place dans la forme canonique. Déplacez-les en tête du fichier pour les garder, ou ajoutez --drop-comments.",
            lines(at)
        )
    },
    nothing_written: "Rien n'a été écrit.",
    not_of_a_book: |file| {
        format!(
            "{file} n'est ni une table d'un carnet ni un book.ron. fmt le laisse tel quel, comme les réglages, les touches et tout ce qui est à vous."
        )
    },
    byte_order_mark: "un indicateur d'ordre des octets au début",
    line_ends: "des fins de ligne de Windows",
    other_form: "un autre ordre, d'autres sauts de ligne ou une autre écriture",
    config_folder: "réglages et carnets",
    keys: "touches",
    language: "langue",
    fine: "lu",
    absent: "aucun",
    yes: "oui",
    no: "non",
    terminal_name: "terminal",
    can_ask: "écrans possibles",
    colours: "couleurs",
    book_folder: "dossier du carnet",
    book: "carnet",
    books: "carnets",
    generation: |count| format!("enregistré {count} fois"),
    records: "fiches",
    problems: "problèmes",
    baseline: "portail, au",
};

fn problems(count: usize) -> String {
    if count < 2 { format!("{count} nouveau problème") } else { format!("{count} nouveaux problèmes") }
}

fn n(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count < 2 { "" } else { "s" })
}
