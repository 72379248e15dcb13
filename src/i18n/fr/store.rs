//! French: what the disk refused, what is wrong in a file.

use std::io::ErrorKind;

use crate::i18n::store::{Instead, Spot, instead, path, signature, told};
use crate::store::bad::{BadFile, Expected, Fault};
use crate::store::bad::{MOST_ROWS, MOST_VALUES};
use crate::store::error::{Cause, Doing};
use crate::store::{Holder, Notice, StoreError};

/// Why a book or a file cannot be read or written.
pub(in crate::i18n) fn error(error: &StoreError) -> String {
    match error {
        StoreError::System { doing, path: at, cause } => system(*doing, &path(at), *cause),
        StoreError::Link { path: at } => format!(
            "{} est un lien. Les fichiers d'un carnet ne sont jamais suivis ailleurs. Mettez-y le fichier lui-même.",
            path(at)
        ),
        StoreError::NotAFile { path: at } => {
            format!("{} n'est pas un simple fichier. Sortez-le du dossier du carnet.", path(at))
        }
        StoreError::TooLarge { path: at, bytes, limit } => format!(
            "{} est trop grand : {} Mo, et la limite de lecture est de {} Mo. Découpez-le.",
            path(at),
            megabytes(*bytes),
            megabytes(*limit)
        ),
        StoreError::Held(holder) => held(holder),
        StoreError::Newer { path: at, found, known } => format!(
            "{} a été écrit par une version plus récente de Partnerbook (format {found}, cette version connaît {known}). Le fichier reste tel quel. Mettez Partnerbook à jour.",
            path(at)
        ),
        StoreError::Bad(bad) => in_file(bad),
        StoreError::ChangedOnDisk { file } => format!(
            "{} a été modifié, déplacé ou supprimé par un autre programme depuis son ouverture. Rien n'en a été écrasé. Enregistrez une copie, ou rouvrez le carnet.",
            path(file)
        ),
        StoreError::ReadBack { path: at } => format!(
            "{} n'a pas été enregistré : ce qui a été écrit ne se relit pas. Le fichier précédent est toujours là. Enregistrez de nouveau, et signalez-le si cela persiste.",
            path(at)
        ),
        StoreError::ReadOnly { folder } => {
            format!(
                "Le carnet dans {} est ouvert en lecture seule. Enregistrez une copie ailleurs.",
                path(folder)
            )
        }
        StoreError::Missing { path: at } => format!(
            "{} est absent, mais le carnet le cite. Remettez le fichier en place, par exemple depuis une sauvegarde.",
            path(at)
        ),
        StoreError::Hole { path: at, gone: (first, last) } => format!(
            "L'historique a un trou : {} dans aucun fichier, et {} reprend plus loin en arrière. Ce qui précède ne peut pas être suivi ; le carnet lui-même est entier. Remettez le fichier manquant en place, par exemple depuis la gestion de versions : les sauvegardes de Partnerbook ne contiennent pas l'historique.",
            if first == last {
                format!("le changement {first} n'est")
            } else {
                format!("les changements {first} à {last} ne sont")
            },
            path(at)
        ),
        StoreError::Unwritable { path: at, why } => format!(
            "{} n'a pas été enregistré : une valeur n'a pas de place dans le fichier ({why}). C'est une erreur de Partnerbook. Le fichier précédent est toujours là.",
            path(at)
        ),
        StoreError::NoBook { folder } => {
            format!(
                "Il n'y a pas de carnet dans {}. Créez-en un, ou indiquez un autre dossier.",
                path(folder)
            )
        }
        StoreError::Exists { folder } => {
            format!("Il y a déjà un carnet dans {}. Ouvrez-le, ou indiquez un autre dossier.", path(folder))
        }
    }
}

fn megabytes(bytes: u64) -> u64 {
    bytes.div_ceil(1_000_000)
}

fn system(doing: Doing, at: &str, cause: Cause) -> String {
    let did = match doing {
        Doing::MakeFolder => format!("Le dossier {at} ne peut pas être créé"),
        Doing::ListFolder => format!("Le contenu du dossier {at} ne peut pas être lu"),
        Doing::Create | Doing::Write => format!("{at} ne peut pas être écrit"),
        Doing::Sync | Doing::SyncFolder => format!("Le disque n'a pas confirmé {at}"),
        Doing::Rename => format!("Le nouveau {at} ne peut pas prendre la place de l'ancien"),
        Doing::Read => format!("{at} ne peut pas être lu"),
        Doing::Remove => format!("{at} ne peut pas être supprimé"),
        Doing::Lock => format!("{at} ne peut pas être verrouillé"),
    };
    let (why, then) = because(cause);
    format!("{did} : {why}. {then}")
}

/// What the system answered, in a few words.
pub(in crate::i18n) fn cause(cause: Cause) -> String {
    because(cause).0
}

/// That what a command tells cannot be written, and why.
pub(in crate::i18n) fn output(cause: Cause) -> String {
    let (why, then) = because(cause);
    format!("La sortie ne peut pas être écrite : {why}. {then}")
}

fn because(cause: Cause) -> (String, &'static str) {
    let (why, then) = match cause.kind {
        ErrorKind::PermissionDenied => {
            ("l'autorisation est refusée", "Demandez l'autorisation, ou choisissez un autre endroit.")
        }
        ErrorKind::NotFound => ("cela n'existe pas", "Vérifiez le chemin."),
        ErrorKind::NotADirectory => ("une partie du chemin n'est pas un dossier", "Vérifiez le chemin."),
        ErrorKind::IsADirectory => ("c'est un dossier", "Indiquez un fichier."),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            ("il n'y a plus de place", "Libérez de la place, puis réessayez.")
        }
        ErrorKind::ReadOnlyFilesystem => ("le disque est en lecture seule", "Choisissez un autre endroit."),
        ErrorKind::InvalidFilename => ("ce nom n'y est pas permis", "Choisissez un autre nom."),
        _ => return (other_cause(cause), "Vérifiez le disque, puis réessayez."),
    };
    (why.to_owned(), then)
}

fn other_cause(cause: Cause) -> String {
    let code = cause.code.map(|code| format!(", code {code}")).unwrap_or_default();
    format!("le système répond {}{code}", cause.kind)
}

fn held(holder: &Holder) -> String {
    let [pid, user, host, since] = signature(holder);
    let words = [("processus ", pid), ("utilisateur ", user), ("sur ", host), ("depuis ", since)];
    let known: Vec<String> =
        words.into_iter().filter_map(|(word, value)| Some(format!("{word}{}", value?))).collect();
    let who = if known.is_empty() { String::new() } else { format!(" ({})", known.join(", ")) };
    format!(
        "Le carnet est ouvert dans un autre programme{who}. Un seul peut le modifier. Fermez-le là-bas, puis rouvrez-le ici."
    )
}

fn in_file(bad: &BadFile) -> String {
    let spot = Spot::of(bad);
    let record = match &spot.record {
        Some((row, name)) if name.is_empty() => format!(", fiche {row}"),
        Some((row, name)) => format!(", fiche {row} ({name})"),
        None => String::new(),
    };
    let field = if spot.field.is_empty() { String::new() } else { format!(", champ {}", spot.field) };
    format!(
        "{} ne peut pas être lu : ligne {}, colonne {}{record}{field} : {} Le fichier reste tel quel.",
        path(&bad.file),
        spot.line,
        spot.column,
        fault(&bad.fault)
    )
}

fn fault(fault: &Fault) -> String {
    match fault {
        Fault::NotUtf8 => "ces octets ne sont pas de l'UTF-8. Enregistrez le fichier en UTF-8.".to_owned(),
        Fault::MergeMarkers => {
            "des lignes d'une fusion inachevée se trouvent ici. Terminez la fusion.".to_owned()
        }
        Fault::TrailingNuls => {
            "des octets nuls se trouvent à la fin : le disque a perdu ce qui a été écrit. Restaurez le fichier."
                .to_owned()
        }
        Fault::WrongRoot { expected: right, found } => {
            format!("{} se trouve à la place de {right}. Vérifiez que le fichier porte le bon nom.", found.show())
        }
        Fault::UnknownField { found, known } => {
            unknown("le champ", &found.show(), instead(found.raw(), known))
        }
        Fault::MissingField(field) => format!("le champ {field} manque. Ajoutez-le."),
        Fault::DoubledField(field) => format!("le champ {field} figure deux fois. Supprimez-en un."),
        Fault::UnknownChoice { found, known } => {
            unknown("la valeur", &found.show(), instead(found.raw(), known))
        }
        Fault::Expected(what) => format!("il faut ici {}.", expected(*what)),
        Fault::NumberTooLarge => "le nombre est trop grand pour ce champ. Écrivez-en un plus petit.".to_owned(),
        Fault::BadEscape => {
            "la barre oblique inverse n'a pas de sens ici. Écrivez \\\\ pour elle-même, \\u{41} pour un caractère par son numéro."
                .to_owned()
        }
        Fault::Trailing => "quelque chose suit après la fin. Supprimez-le.".to_owned(),
        Fault::Refused(words) | Fault::Syntax(words) => format!("{}.", words.show().trim_end_matches('.')),
        Fault::DoubledId(Some(row)) => {
            format!("la fiche {row} a le même identifiant. Supprimez-en une, ou corrigez son identifiant.")
        }
        Fault::DoubledId(None) => {
            "une fiche d'un autre fichier de la table a le même identifiant. Supprimez-en une, ou corrigez son identifiant."
                .to_owned()
        }
        Fault::TooManyValues => {
            format!("plus de {MOST_VALUES} valeurs se trouvent dans un fichier. Répartissez les fiches en plusieurs fichiers dans un dossier au nom de la table.")
        }
        Fault::TooManyRows => {
            format!("plus de {MOST_ROWS} fiches se trouvent dans un fichier. Répartissez-les en plusieurs fichiers dans un dossier au nom de la table.")
        }
        Fault::DoubledTable => {
            "la table existe deux fois, en fichier et en dossier. Déplacez l'un des deux ailleurs.".to_owned()
        }
        Fault::JournalHead => "ce n'est pas un journal, ou sa première ligne est abîmée. Ce qui était enregistré est montré ; rien n'est écrit avant la réparation par check --repair, qui garde le fichier abîmé et reprend ce qui se lit encore.".to_owned(),
        Fault::JournalLine(later) => format!("cette ligne est abîmée, et {later} lignes entières la suivent. Ce qui la précède est montré ; rien n'est écrit avant sa réparation par check --repair, qui garde le fichier abîmé."),
        Fault::HistoryLine => "cette ligne est abîmée. Ce qui précède ne peut pas être suivi ; le carnet lui-même est entier. Remettez le fichier en place, par exemple depuis la gestion de versions : les sauvegardes de Partnerbook ne contiennent pas l'historique.".to_owned(),
        Fault::UnknownFormat(format) => {
            format!("aucune version n'a jamais écrit le format {format}. Le plus récent est 1.")
        }
    }
}

fn unknown(what: &str, found: &str, instead: Option<Instead>) -> String {
    match instead {
        Some(Instead::Near(near)) => {
            format!("{what} « {found} » n'existe pas, vouliez-vous dire {near} ?")
        }
        Some(Instead::These(names)) => format!("{what} « {found} » n'existe pas. Il y a : {names}."),
        None => format!("{what} « {found} » n'existe pas."),
    }
}

fn expected(what: Expected) -> &'static str {
    match what {
        Expected::Text => "un texte entre guillemets droits",
        Expected::TextEnd => "le guillemet droit qui termine un texte",
        Expected::Character => "un caractère entre apostrophes droites",
        Expected::Boolean => "true ou false",
        Expected::Number => "un nombre entier",
        Expected::List => "une liste entre crochets",
        Expected::ListEnd => "une virgule, ou le crochet ] qui termine la liste",
        Expected::Fields => "des champs entre parenthèses",
        Expected::FieldsEnd => "une virgule, ou la parenthèse ) qui termine la fiche",
        Expected::Colon => "un deux-points après le nom du champ",
        Expected::Comma => "une virgule",
        Expected::Name => "le nom d'un champ ou d'un choix",
        Expected::More => "une suite : le fichier se termine trop tôt",
        Expected::Id => "un identifiant comme 5c2f7b1e-77aa-4f0c-9d0e-1f0a8f2f9a20",
        Expected::Day => "une date comme 2026-10-03",
        Expected::Country => "un code de pays à deux lettres comme FR",
        Expected::Currency => "un code de devise à trois lettres comme EUR",
    }
}

/// Something worth saying about a book that was opened.
pub(in crate::i18n) fn notice(notice: &Notice) -> String {
    match notice {
        Notice::EditedOutside { file } => format!(
            "{} a été modifié hors de Partnerbook depuis le dernier enregistrement : à la main, par la gestion de versions ou par un défaut du disque. Le fichier a été lu tel quel. Si personne ne l'a voulu, restaurez une sauvegarde.",
            path(file)
        ),
        Notice::CommentsInside { file, lines } => format!(
            "{} a des commentaires parmi ses fiches ({}). Le prochain enregistrement de ce fichier les supprime : déplacez-les en tête du fichier pour les garder.",
            path(file),
            super::files::lines(lines)
        ),
        Notice::NoHeader => {
            "Le carnet n'a pas de book.ron : il n'a ni nom ni propriétaire jusqu'au prochain enregistrement."
                .to_owned()
        }
        Notice::NoLocks => {
            "Ce disque ne connaît pas les verrous. Assurez-vous que personne d'autre ne modifie le carnet entre-temps."
                .to_owned()
        }
        Notice::OlderFiles { files, journal } => format!(
            "Les fichiers sont ceux d'un enregistrement antérieur : ils ont ce qui a été fait jusqu'au changement {files}, l'historique va jusqu'au {journal}. Ce qui a été enregistré entre les deux n'y est pas ; cherchez dans les sauvegardes, ou là d'où viennent les fichiers."
        ),
        Notice::TakenUp(steps) => {
            match steps {
                0 | 1 => "Une étape non enregistrée a été reprise.".to_owned(),
                n => format!("{n} étapes non enregistrées ont été reprises."),
            }
        }
        Notice::JournalTorn { line } => format!("Le journal finissait par une ligne incomplète (ligne {line}), jamais confirmée. Elle est laissée de côté."),
        Notice::HistoryUnread(why) => format!("Des étapes d'enregistrements antérieurs ne sont pas lisibles : {} Elles ne peuvent plus être annulées.", error(why)),
        Notice::FormsAside { file, why } => format!(
            "Des formulaires en cours de saisie ne peuvent pas être proposés à nouveau : {} Rien n'en est perdu : le fichier s'appelle maintenant {}.",
            error(why),
            path(file)
        ),
        Notice::FormsBarred(why) => format!(
            "La saisie dans les formulaires n'est pas gardée avant leur confirmation : {} Déplacez-le, puis rouvrez le carnet.",
            error(why)
        ),
        Notice::Conflict(conflict) => {
            let (name, told) = told(conflict);
            match told {
                Some((field, theirs)) => {
                    let label = super::fields::field(field);
                    format!("{name} a aussi été modifié par quelqu'un d'autre : {label}. Le vôtre reste, le leur était : {theirs}.")
                }
                None => format!("{name} a été supprimé par l'un et modifié par l'autre. La fiche est gardée comme modifiée."),
            }
        }
    }
}
