//! The keymap's places, its faults and its file, in French.

use super::actions::label;
use crate::keymap::{Context, Fault, FileError, Finding, Known};

/// Where keys are valid, as a heading.
pub fn context(context: Context) -> &'static str {
    match context {
        Context::Any => "Partout",
        Context::List => "Listes : les quatre volets",
        Context::Detail => "Fiche",
        Context::Problems => "Liste des problèmes",
        Context::Tree => "Relations",
        Context::Who => "Qui peut quoi",
        Context::Agenda => "Échéances",
        Context::History => "Historique",
        Context::Wizard => "Transfert",
        Context::Input => "Lignes de saisie",
        Context::Filter => "Filtre",
        Context::Palette => "Commandes",
        Context::Picker => "Sélecteur",
        Context::Form => "Formulaire",
        Context::Help => "Aide",
        Context::Menu => "Choix",
        Context::Welcome => "Premier écran",
        Context::Reader => "Textes à lire",
        Context::Sheet => "Questions",
        Context::Preview => "Aperçu d'un import",
    }
}

/// What is wrong with a keymap.
pub fn finding(finding: &Finding) -> String {
    let place = |at: &Context| at.name();
    match finding {
        Finding::Twice(at, keys, first, second) => {
            format!(
                "{} : {keys} sert à la fois à {} et à {}. La première action l'emporte. Changez l'une des deux.",
                place(at),
                label(*first),
                label(*second)
            )
        }
        Finding::Hidden(at, long, short) => {
            format!(
                "{} : {long} ne peut pas être saisi. {short} agit déjà. Changez l'un des deux.",
                place(at)
            )
        }
        Finding::Alias(at, keys, key, same) => {
            format!(
                "{} : {keys} n'est pas fiable. Beaucoup de terminaux envoient {key} comme {same}. Choisissez une autre touche.",
                place(at)
            )
        }
        Finding::NotSent(at, keys, key) => {
            format!(
                "{} : {keys} n'est pas fiable. Beaucoup de terminaux ne peuvent pas envoyer {key}. Choisissez une autre touche.",
                place(at)
            )
        }
        Finding::AltGr(at, keys, sign) => {
            format!(
                "{} : {keys} est difficile à saisir. Certains claviers n'ont {sign} qu'avec AltGr, ou pas du tout. Choisissez une autre touche.",
                place(at)
            )
        }
        Finding::RemovalOnCtrl(at, keys, action) => {
            format!(
                "{} : {keys} est dangereux pour {}. Une main qui fait défiler peut l'atteindre. Choisissez une touche sans Ctrl.",
                place(at),
                label(*action)
            )
        }
        Finding::Swallowed(at, keys, action) => {
            format!(
                "{} : {keys} ne peut pas être saisi comme texte, parce qu'il sert à {}. Choisissez une touche qui n'écrit rien.",
                place(at),
                label(*action)
            )
        }
        Finding::NoKey(action) => {
            format!(
                "{action} ({}) n'a pas de touche. Donnez-lui-en une, ou passez par les commandes.",
                label(*action)
            )
        }
        Finding::NoWayOut(at) => {
            format!(
                "{} : aucune touche ne permet d'en sortir. Donnez-en une à step-back, leave ou safe-answer.",
                place(at)
            )
        }
    }
}

/// Why a keymap file cannot be used.
pub fn file_error(error: &FileError) -> String {
    let FileError { file, line, column, fault } = error;
    format!("{file} ne peut pas être utilisé : ligne {line}, colonne {column} : {}", said(fault))
}

fn said(fault: &Fault) -> String {
    match fault {
        Fault::Unknown(known, found, Some(near)) => {
            format!("{} {found:?} n'existe pas, vouliez-vous dire {near} ?", kind(*known))
        }
        Fault::Unknown(known, found, None) => format!("{} {found:?} n'existe pas.", kind(*known)),
        Fault::Missing(field) => format!("{field} manque."),
        Fault::Newer(format) => {
            format!("le format {format} est plus récent que ce programme. Mettez le programme à jour.")
        }
        Fault::Syntax(words) => format!("{words}."),
    }
}

fn kind(known: Known) -> &'static str {
    match known {
        Known::Context => "le contexte",
        Known::Action => "l'action",
        Known::Keys => "la touche",
        Known::Group => "le groupe",
        Known::Field => "le champ",
    }
}
