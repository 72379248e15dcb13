//! Français : qui peut quoi.

use crate::i18n::who::WhoWords;
use crate::survey::who::{Hindrance, How, Left, Power};

pub(in crate::i18n) static WHO: WhoWords = WhoWords {
    title: "Qui peut quoi",
    planned: "prévu",
    extends: "se prolonge de lui-même",
    copied: "Envoyé au presse-papiers : qui peut quoi, en phrases.",
    questions: ["Peut administrer", "Ouvre des demandes de service", "Achète pour lui", "Assure le support"],
    nobody: [
        "Personne ne peut l'administrer.",
        "Personne ne peut ouvrir de demande de service : il faut des privilèges d'administration en vigueur.",
        "Personne n'achète pour lui par CSP.",
        "Il n'a aucun abonnement à assister.",
    ],
    nobody_supports: "personne",
    of_customer: |name, day| format!("{name}, au {day}"),
    role,
    power: |power| match power {
        Power::All => "tous les services (DAP)",
        Power::Roles(_) => "rôles non renseignés (GDAP)",
        Power::Azure => "rôles Azure, peut-être",
        Power::Asked => "rien encore : demandé",
        Power::Nothing => "rien",
    },
    roles: |count| match count {
        0 | 1 => format!("{count} rôle (GDAP)"),
        n => format!("{n} rôles (GDAP)"),
    },
    left: |left| match left {
        Left::Relationship => "reste : relation supprimée",
        Left::Partnership => "reste : partenariat terminé",
        Left::Transfer => "reste : abonnement transféré",
    },
    left_since: |left, day| match left {
        Left::Relationship => format!("reste : sa relation a été supprimée le {day}"),
        Left::Partnership => format!("reste : son dernier partenariat a pris fin le {day}"),
        Left::Transfer => format!("reste : ce qu'il vendait a été transféré le {day}"),
    },
    how: |how| match how {
        How::Contact => "contact de support désigné",
        How::Seller => "en tant que vendeur",
        How::Elsewhere => "bien qu'acheté ailleurs",
        How::Nobody => "",
    },
    hindrance: |hindrance| match hindrance {
        Hindrance::NoRelationship => "rien de nouveau : pas de relation active",
        Hindrance::NoPartnership => "rien de nouveau : pas de partenariat actif",
    },
    relationship: "relation de revendeur",
    relationship_short: "relation",
    between: " ; ",
    copy_answer: "copier la réponse",
    granular: |name| format!("« {name} »"),
    transfer: "transfert",
    since: |ground, day| format!("{ground} depuis le {day}"),
    until: |day| format!("jusqu'au {day}"),
    through: |name| format!("via {name}"),
    administered: |customer, day, list| format!("Au {day}, {customer} est administré par : {list}."),
    left_over: |list| format!("Restes : {list}."),
    tickets: |list| format!("Les demandes de service auprès de Microsoft sont ouvertes par : {list}."),
    bought: |list| format!("Achats par : {list}."),
    supported: |list| format!("Support par : {list}."),
};

/// The built-in roles that granular privileges name most, as Microsoft Entra calls them in French.
fn role(id: &str) -> Option<&'static str> {
    Some(match id {
        "62e90394-69f5-4237-9190-012177145e10" => "Administrateur général",
        "29232cdf-9323-42fd-ade2-1d097af3e4de" => "Administrateur Exchange",
        "3a2c62db-5318-420d-8d74-23affee5d9d5" => "Administrateur Intune",
        "44367163-eba1-44c3-98af-f5787879f96a" => "Administrateur Dynamics 365",
        "69091246-20e8-4a56-aa4d-066075b2a7a8" => "Administrateur Teams",
        "88d8e3e3-8f55-4a1e-953a-9b9898b8876b" => "Lecteurs de répertoires",
        "9360feb5-f418-4baa-8175-e2a00bac4301" => "Rédacteurs d'annuaire",
        "f2ef992c-3afb-46b9-b7cf-a126ee74c451" => "Lecteur général",
        "729827e3-9c14-49f7-bb1b-9608f156bbb8" => "Administrateur du support technique",
        "fe930be7-5e62-47db-91af-98c3a49a38b1" => "Administrateur d'utilisateurs",
        "f023fd81-a637-4b56-95fd-791ac0226033" => "Administrateur du support de service",
        "4d6ac14f-3453-41d0-bef9-a3e0c569773a" => "Administrateur de licences",
        "7be44c8a-adaf-4e2a-84d6-ab2649e08a13" => "Administrateur d'authentification privilégié",
        "e8611ab8-c189-46e8-94e1-60213ab1f814" => "Administrateur de rôle privilégié",
        "e6d1a23a-da11-4be4-9570-befc86d067a7" => "Administrateur des données de conformité",
        _ => return None,
    })
}
