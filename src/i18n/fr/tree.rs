//! Français : les relations sous forme d'arbre.

use crate::i18n::tree::TreeWords;
use crate::survey::tree::{Branch, Lens, More};

pub(in crate::i18n) static TREE: TreeWords = TreeWords {
    unfold: "déplier",
    fold: "replier",
    mermaid: "diagramme Mermaid",
    lens: "vue",
    also_connected: "Également liés",
    above: "déplié plus haut",
    planned: "prévu",
    base: "suit son abonnement de base",
    nobody: "personne",
    no_relationship: "pas de relation active",
    no_partnership: "pas de partenariat actif",
    customers: "clients",
    sells: "vend",
    on_record: "enregistré sur",
    of_record: "partenaire enregistré",
    supports: "assiste",
    copied: "Envoyé au presse-papiers : ces relations en diagramme Mermaid.",
    relations_of: |name| format!("Relations de : {name}"),
    at_cursor: |name| format!("Sous le curseur : {name}"),
    lens_name: |lens| match lens {
        Lens::All => "tout",
        Lens::Sells => "ventes",
        Lens::Admin => "administration",
        Lens::Support => "support",
        Lens::Problems => "problèmes",
    },
    nothing: |lens| match lens {
        Lens::All => "Aucune relation n'est connue.",
        Lens::Sells => "Rien n'est vendu.",
        Lens::Admin => "Rien n'est administré.",
        Lens::Support => "Rien n'est assisté.",
        Lens::Problems => "Aucun problème ici.",
    },
    branch: |branch| match branch {
        Branch::SoldBy => "vendu par",
        Branch::AdministeredBy => "administré par",
        Branch::SupportedBy => "assisté par",
        Branch::Providers => "ses fournisseurs",
        Branch::Resellers => "ses revendeurs",
        Branch::Customers => "ses clients",
        Branch::Administers => "il administre",
        Branch::Supports => "il assiste",
        Branch::Serves => "pour",
        Branch::Base => "dépend de",
        Branch::AddOns => "ses modules complémentaires",
    },
    more: |more| match more {
        More::Nothing => String::new(),
        More::Places(count) => format!("… et {count} de plus"),
        More::Unknown => "… et d'autres".to_owned(),
    },
    seats: |count| match count {
        0 | 1 => format!("{count} licence"),
        n => format!("{n} licences"),
    },
    ends: |day, renews| format!("échéance {day} {renews}"),
    no_tree: |kind| {
        format!("Pas d'arbre de relations ici ({kind}). Nommez un partenaire, un client ou un abonnement.")
    },
};
