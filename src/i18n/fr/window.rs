//! French: the words around the panes.

use crate::i18n::window::Window;

pub(in crate::i18n) static WINDOW: Window = Window {
    demo: "démo, non enregistrée",
    read_only: "lecture seule",
    follows_all: "suivi",
    not_following: "sans suivi",
    no_filter: "filtre : aucun",
    nothing_inspected: "Aucun enregistrement n'est choisi.",
    filter_all: "tous les volets",
    saving: "enregistrement",
    opening: "ouverture",
    importing: "importation",
    checking: "vérification",
    sorting: "tri",
    heading_name: "nom",
    heading_state: "état",
    heading_quantity: "qté",
    heading_channel: "canal",
    heading_ends: "fin",
    heading_renews: "renouv.",
    today: |day| format!("aujourd'hui {day}"),
    changes: |count| match count {
        0 | 1 => format!("{count} modification"),
        n => format!("{n} modifications"),
    },
    following: |chain| format!("suivi : {chain}"),
    inspector: |name| format!("Fiche : {name}"),
    pinned: |name| format!("épinglé : {name}"),
    filter: |query| format!("filtre : {query}"),
    filter_of: |pane| format!("filtrer {pane}"),
    matches: |shown, total| format!("{shown} sur {total}"),
    marked: |count| match count {
        0 | 1 => format!("{count} marqué"),
        n => format!("{n} marqués"),
    },
    more_below: |count| format!("{count} de plus ci-dessous"),
    none_match: |query| format!("Rien ici ne correspond à {query}."),
    none_related: |name| format!("Rien ici n'est lié à {name}."),
    too_small: |needed, now| format!("Partnerbook demande {needed} (ici {now}). Rien n'est perdu. Agrandir"),
    none_yet: [
        "Pas encore de fournisseur.",
        "Pas encore de revendeur.",
        "Pas encore de client.",
        "Pas encore d'abonnement.",
    ],
};
