//! What every action is called and does, in French.

#![expect(clippy::too_many_lines, reason = "tables: one line for each action")]

use crate::action::{Action, Group};

/// The heading of a group.
pub fn group(group: Group) -> &'static str {
    match group {
        Group::Moving => "Se déplacer",
        Group::Going => "Aller",
        Group::Showing => "Afficher",
        Group::Sorting => "Trier",
        Group::Marking => "Marquer",
        Group::Editing => "Modifier",
        Group::Relating => "Relier",
        Group::Judging => "Problèmes et raisons",
        Group::Copying => "Copier",
        Group::Book => "Carnet",
        Group::Program => "Programme",
        Group::Typing => "Saisir",
        Group::Answering => "Répondre",
    }
}

/// One to three words.
pub fn label(action: Action) -> &'static str {
    match action {
        Action::RowDown => "bas",
        Action::RowUp => "haut",
        Action::PaneLeft => "volet gauche",
        Action::PaneRight => "volet droit",
        Action::NextSection => "section suivante",
        Action::PreviousSection => "section précédente",
        Action::PaneProviders => "fournisseurs",
        Action::PaneResellers => "revendeurs",
        Action::PaneCustomers => "clients",
        Action::PaneSubscriptions => "abonnements",
        Action::PaneInspector => "inspecteur",
        Action::FirstRow => "début",
        Action::LastRow => "fin",
        Action::PageDown => "page suivante",
        Action::PageUp => "page précédente",
        Action::HalfDown => "demi-page suivante",
        Action::HalfUp => "demi-page précédente",
        Action::SideDown => "défiler en bas",
        Action::SideUp => "défiler en haut",
        Action::NextProblem => "problème suivant",
        Action::PreviousProblem => "problème précédent",
        Action::Open => "ouvrir",
        Action::Back => "retour",
        Action::Forward => "avancer",
        Action::Swap => "échanger les lieux",
        Action::GoTo => "toute fiche",
        Action::Unfinished => "formulaires inachevés",
        Action::Conflicts => "conflits de fusion",
        Action::GoMain => "vue principale",
        Action::StepBack => "reculer d'un pas",
        Action::Follow => "suivre",
        Action::Pin => "épingler",
        Action::Zoom => "agrandir",
        Action::Inspector => "montrer l'inspecteur",
        Action::Filter => "filtrer",
        Action::FilterAll => "filtrer tout",
        Action::Who => "qui peut quoi",
        Action::Tree => "relations",
        Action::History => "historique",
        Action::Restore => "ramener",
        Action::Checkpoint => "nommer",
        Action::Agenda => "échéances",
        Action::SortName => "par nom",
        Action::SortEnd => "par échéance",
        Action::SortState => "par état",
        Action::SortCountry => "par pays",
        Action::SortProblems => "problèmes d'abord",
        Action::SortChanged => "par modification",
        Action::SortAdd => "ajouter un tri",
        Action::SortReverse => "inverser l'ordre",
        Action::Mark => "marquer",
        Action::MarkRange => "marquer une plage",
        Action::MarkAll => "marquer tout",
        Action::MarkInvert => "inverser les marques",
        Action::MarkClear => "effacer les marques",
        Action::MarkProblems => "marquer les problèmes",
        Action::MarkOnly => "marqués seulement",
        Action::Add => "ajouter",
        Action::Duplicate => "dupliquer",
        Action::Edit => "modifier",
        Action::Remove => "retirer",
        Action::Undo => "annuler",
        Action::Redo => "rétablir",
        Action::RelatePartnership => "partenariat",
        Action::RelateCustomer => "relation client",
        Action::RelateAccept => "accepter la demande",
        Action::RelateSupport => "contact de support",
        Action::RelateRecord => "revendeur déclaré",
        Action::RelateAdmin => "privilèges",
        Action::RelateEnd => "terminer la relation",
        Action::Operations => "opérations",
        Action::Transfer => "transférer",
        Action::Problems => "problèmes",
        Action::Why => "pourquoi",
        Action::Fixes => "corrections",
        Action::Waive => "accepter le problème",
        Action::Insist => "insister",
        Action::CopyRow => "copier la ligne",
        Action::CopyId => "copier l'identifiant",
        Action::CopyName => "copier le nom",
        Action::CopyJson => "copier en JSON",
        Action::CopyRon => "copier en RON",
        Action::CopyMarkdown => "copier en Markdown",
        Action::CopyList => "copier la liste",
        Action::Save => "enregistrer",
        Action::SaveQuit => "enregistrer et quitter",
        Action::OpenBook => "ouvrir un carnet",
        Action::Import => "importer",
        Action::Backups => "sauvegardes",
        Action::Help => "aide",
        Action::Palette => "commandes",
        Action::Quit => "fermer",
        Action::QuitAll => "quitter",
        Action::Cancel => "arrêter",
        Action::Redraw => "redessiner",
        Action::Suspend => "suspendre",
        Action::Language => "langue",
        Action::CursorLeft => "curseur à gauche",
        Action::CursorRight => "curseur à droite",
        Action::CursorStart => "début du texte",
        Action::CursorEnd => "fin du texte",
        Action::DeleteWord => "effacer le mot",
        Action::DeleteToStart => "effacer avant",
        Action::DeleteToEnd => "effacer après",
        Action::DeleteBack => "effacer à gauche",
        Action::DeleteHere => "effacer ici",
        Action::CandidateUp => "candidat précédent",
        Action::CandidateDown => "candidat suivant",
        Action::Complete => "compléter",
        Action::NextField => "champ suivant",
        Action::PreviousField => "champ précédent",
        Action::WhyCandidate => "pourquoi pas",
        Action::FixAndChoose => "corriger et choisir",
        Action::HideBarred => "masquer les exclus",
        Action::AboutField => "aide du champ",
        Action::Keep => "garder",
        Action::Accept => "choisir",
        Action::Leave => "sortir",
        Action::SheetSafe => "ne rien changer",
    }
}

/// A sentence: what it does.
pub fn does(action: Action) -> &'static str {
    match action {
        Action::RowDown => "Descend d'une ligne.",
        Action::RowUp => "Monte d'une ligne.",
        Action::PaneLeft => "Va au volet de gauche.",
        Action::PaneRight => "Va au volet de droite.",
        Action::NextSection => "Va au volet ou à la section qui suit, puis revient au premier.",
        Action::PreviousSection => "Va au volet ou à la section qui précède, puis revient au dernier.",
        Action::PaneProviders => "Va aux fournisseurs indirects.",
        Action::PaneResellers => "Va aux revendeurs indirects.",
        Action::PaneCustomers => "Va aux clients.",
        Action::PaneSubscriptions => "Va aux abonnements.",
        Action::PaneInspector => "Va à l'inspecteur.",
        Action::FirstRow => "Va à la première ligne.",
        Action::LastRow => "Va à la dernière ligne.",
        Action::PageDown => "Descend d'une page.",
        Action::PageUp => "Monte d'une page.",
        Action::HalfDown => "Descend d'une demi-page.",
        Action::HalfUp => "Monte d'une demi-page.",
        Action::SideDown => {
            "Fait descendre l'inspecteur ou le texte à côté de la liste, sans quitter la liste."
        }
        Action::SideUp => "Fait monter l'inspecteur ou le texte à côté de la liste, sans quitter la liste.",
        Action::NextProblem => "Va à la ligne suivante qui a un problème.",
        Action::PreviousProblem => "Va à la ligne précédente qui a un problème.",
        Action::Open => "Ouvre la fiche ; dans la liste des problèmes, va à la fiche concernée.",
        Action::Back => "Revient là où vous étiez.",
        Action::Forward => "Avance de nouveau après un retour.",
        Action::Swap => "Échange ce lieu avec le précédent.",
        Action::Unfinished => {
            "Propose les formulaires quittés avant leur confirmation, avec ce qui a été saisi."
        }
        Action::Conflicts => "Montre ce que vous et quelqu'un d'autre avez tous deux modifié.",
        Action::GoTo => "Trouve toute fiche du carnet par une partie de son nom ou de son identifiant.",
        Action::GoMain => "Va aux quatre volets.",
        Action::StepBack => {
            "Recule d'un pas : fenêtre, épingle, filtre, vue. Garde les marques et ne quitte jamais le programme."
        }
        Action::Follow => "Active ou arrête le suivi : la sélection restreint ou non les volets à sa droite.",
        Action::Pin => {
            "Ne montre dans tous les volets que ce qui touche cette fiche ; une seconde fois, montre tout."
        }
        Action::Zoom => "Donne tout l'écran au volet actif, et inversement.",
        Action::Inspector => "Montre ou cache l'inspecteur.",
        Action::Filter => "Filtre cette liste par des mots et des termes comme country:FR.",
        Action::FilterAll => "Filtre les quatre volets à la fois.",
        Action::Who => "Montre qui peut administrer ce client, acheter pour lui et l'assister.",
        Action::Tree => "Montre les relations de cette fiche sous forme d'arbre.",
        Action::History => {
            "Liste ce qui a été fait, le plus récent d'abord, et montre le carnet tel qu'il était ; dans le passé, ramène au présent."
        }
        Action::Restore => {
            "Ramène le carnet à ce qu'il était à ce moment, en une étape qui peut être annulée."
        }
        Action::Checkpoint => "Donne un nom au carnet tel qu'il est maintenant, pour le retrouver plus tard.",
        Action::Agenda => "Montre ce qui se termine, expire ou sera supprimé, et quand.",
        Action::SortName => "Trie par nom.",
        Action::SortEnd => "Trie par date de fin.",
        Action::SortState => "Trie par état.",
        Action::SortCountry => "Trie par pays.",
        Action::SortProblems => "Place en tête les lignes qui ont des problèmes, les plus graves d'abord.",
        Action::SortChanged => "Trie par dernière modification, la plus récente d'abord.",
        Action::SortAdd => "Garde l'ordre ; le prochain tri départage les lignes égales.",
        Action::SortReverse => "Inverse l'ordre.",
        Action::Mark => "Marque la ligne, ou enlève sa marque, et descend d'une ligne.",
        Action::MarkRange => "Commence à marquer une plage, ou la termine.",
        Action::MarkAll => "Marque toutes les lignes affichées.",
        Action::MarkInvert => "Marque ce qui ne l'est pas et enlève les autres marques.",
        Action::MarkClear => "Enlève toutes les marques.",
        Action::MarkProblems => "Marque les lignes qui ont des problèmes.",
        Action::MarkOnly => "Ne montre que les lignes marquées, puis toutes.",
        Action::Add => "Ajoute une fiche à ce volet.",
        Action::Duplicate => "Commence une nouvelle fiche avec les valeurs de celle-ci.",
        Action::Edit => {
            "Modifie la fiche dans un formulaire ; avec des marques, ce que les fiches ont en commun."
        }
        Action::Remove => "Retire la fiche ; demande d'abord si d'autres fiches en dépendent.",
        Action::Undo => "Annule la dernière modification et dit laquelle.",
        Action::Redo => "Rétablit la dernière modification annulée.",
        Action::RelatePartnership => {
            "Invite un revendeur indirect à un partenariat avec un fournisseur indirect."
        }
        Action::RelateCustomer => "Demande à un client une relation de revendeur avec un partenaire.",
        Action::RelateAccept => "Note que l'invitation ou la demande de cette ligne est acceptée.",
        Action::RelateSupport => "Choisit le contact de support d'un abonnement.",
        Action::RelateRecord => "Choisit le revendeur indiqué sur un abonnement.",
        Action::RelateAdmin => {
            "Donne ou modifie les privilèges d'administrateur d'un partenaire sur un client."
        }
        Action::RelateEnd => {
            "Termine un partenariat ou une relation de revendeur, et montre d'abord ce qui s'ensuit."
        }
        Action::Operations => "Liste toutes les opérations du programme qui concernent cette ligne.",
        Action::Transfer => "Déplace des clients ou des abonnements vers un autre partenaire, pas à pas.",
        Action::Problems => "Liste les problèmes de tout le carnet.",
        Action::Why => "Explique ce problème ou ce refus : la règle, les faits, la source.",
        Action::Fixes => "Propose des corrections au problème de cette ligne.",
        Action::Waive => "Accepte un problème, avec un motif et une date de fin.",
        Action::Insist => {
            "Fait ce qu'une règle a refusé et accepte le problème avec un motif et une date de fin."
        }
        Action::CopyRow => "Copie la ligne comme texte.",
        Action::CopyId => "Copie l'identifiant.",
        Action::CopyName => "Copie le nom.",
        Action::CopyJson => "Copie la fiche en JSON.",
        Action::CopyRon => "Copie la fiche en RON.",
        Action::CopyMarkdown => "Copie la ligne en tableau Markdown.",
        Action::CopyList => "Copie tout ce qui est listé ici.",
        Action::Save => "Enregistre le carnet.",
        Action::SaveQuit => "Enregistre le carnet et quitte.",
        Action::OpenBook => "Ouvre un autre carnet.",
        Action::Backups => "Liste les derniers enregistrements, chacun peut être rétabli entier.",
        Action::Import => {
            "Lit des fichiers de l'Espace partenaires ou de Microsoft Graph et montre un aperçu."
        }
        Action::Help => {
            "Montre ce que font les touches ici ; se parcourt par mots et exécute ce que vous choisissez."
        }
        Action::Palette => "Trouve toute commande par son nom et l'exécute.",
        Action::Quit => "Ferme cette vue ; depuis les quatre volets, quitte.",
        Action::QuitAll => {
            "Quitte depuis n'importe où ; demande d'abord si des modifications ne sont pas enregistrées."
        }
        Action::Cancel => "Arrête le travail en cours ; sinon recule d'un pas.",
        Action::Redraw => "Redessine l'écran.",
        Action::Suspend => "Va au shell jusqu'à la reprise du programme.",
        Action::Language => "Change de langue.",
        Action::CursorLeft => "Va à gauche dans le texte ; dans un choix, prend le précédent.",
        Action::CursorRight => "Va à droite dans le texte ; dans un choix, prend le suivant.",
        Action::CursorStart => "Va au début du texte.",
        Action::CursorEnd => "Va à la fin du texte.",
        Action::DeleteWord => "Efface le mot avant le curseur.",
        Action::DeleteToStart => "Efface tout avant le curseur.",
        Action::DeleteToEnd => "Efface tout après le curseur.",
        Action::DeleteBack => "Efface le caractère avant le curseur.",
        Action::DeleteHere => "Efface le caractère sous le curseur.",
        Action::CandidateUp => "Va au candidat ou à la ligne antérieure au-dessus.",
        Action::CandidateDown => "Va au candidat ou à la ligne ultérieure au-dessous.",
        Action::Complete => "Complète le mot sous le curseur.",
        Action::NextField => "Va au champ suivant.",
        Action::PreviousField => "Va au champ précédent.",
        Action::WhyCandidate => "Explique pourquoi ce candidat ou cette valeur n'est pas permis.",
        Action::FixAndChoose => "Fait la correction qui permet ce candidat, et le choisit.",
        Action::HideBarred => "Cache ou montre les candidats qui ne sont pas permis.",
        Action::AboutField => "Explique ce champ.",
        Action::Keep => "Met les valeurs du formulaire dans le carnet.",
        Action::Accept => "Prend ce qui est choisi ou saisi.",
        Action::Leave => "Ferme ceci sans rien changer.",
        Action::SheetSafe => "Donne la réponse qui ne change rien.",
    }
}
