//! Français : l'assistant de transfert.

use crate::edit::moving::Note;
use crate::edit::ops::moving::{Hold, Need};
use crate::i18n::Lang;
use crate::i18n::edits::shown;
use crate::i18n::transfer::{Transfers, customer, partner};
use crate::model::{Key, Model, Verb};

pub(in crate::i18n) static TRANSFERS: Transfers = Transfers {
    title: "Transfert",
    pages: ["Quoi", "À qui", "Vérifier", "Résultat"],
    from: "De",
    to: "Vers",
    provider: "fournisseur",
    reseller: "revendeur",
    leaves: "l'ancien revendeur quitte le client",
    yes: "oui",
    no: "non",
    nobody: "(personne)",
    not_chosen: "(à choisir)",
    choose_first: "Choisissez d'abord à qui vont les abonnements.",
    can_move: "part",
    later: "plus tard",
    cannot: "reste",
    left_out: "écarté",
    at_term_end: "racheté ce jour-là",
    needed_first: "D'abord",
    already_true: "Déjà vrai",
    to_check: "À vérifier",
    stays_behind: "Reste",
    afterwards: "Ensuite",
    nothing_moves: "Rien de tout cela ne peut passer chez ce partenaire maintenant.",
    nothing_left: "Aucun abonnement n'est retenu.",
    nothing_chosen: "Aucun abonnement n'est choisi. Placez-vous sur un client ou un abonnement, ou marquez-en.",
    one_step: "Tout se fait en une étape, qu'une seule annulation reprend :",
    draft_kept: "brouillon gardé",
    next_page: "suite",
    page_before: "retour",
    in_or_out: "prendre ou écarter",
    pick: "choisir",
    field_after: "champ",
    do_it: "le faire",
    close: "fermer",
    others: "et d'autres",
    go_on: "continuer le brouillon",
    begin_anew: "recommencer avec ce qui est choisi ici",
    draft_title: "Il y a un brouillon de transfert",
    is_fine: "Rien ne retient cet abonnement.",
    being_judged: "L'examen des abonnements est en cours.",
    chosen: |subscriptions, customers| {
        let of = if customers < 2 { "client" } else { "clients" };
        let what = if subscriptions < 2 { "abonnement" } else { "abonnements" };
        format!("{subscriptions} {what} de {customers} {of}")
    },
    along: |count| match count {
        0 | 1 => format!("{count} suit"),
        n => format!("{n} suivent"),
    },
    counts: |moves, later, never| format!("part {moves}   plus tard {later}   reste {never}"),
    more: |count| match count {
        0 | 1 => format!("et {count} autre"),
        n => format!("et {n} autres"),
    },
};

/// Comment une opération déplace un abonnement.
pub(in crate::i18n) fn way(verb: Verb) -> &'static str {
    match verb {
        Verb::MoveCustomer => "tel quel",
        Verb::TransferLicences => "nouvel ID, même terme",
        Verb::TransferAzure => "sous le nouveau plan",
        Verb::SwitchAzure => "par demande de support",
        Verb::TakeOverUsage => "racheté à côté",
        Verb::RebuyLicence => "racheté",
        Verb::GoIndirect => "nouvel ID, places demandées",
        other => Lang::Fr.verb(other),
    }
}

/// Ce qui retient un abonnement.
pub(in crate::i18n) fn hold(model: &Model, hold: Hold) -> String {
    match hold {
        Hold::TermRuns(Some(day)) => format!("fin le {day}"),
        Hold::TermRuns(None) => "en cours, fin inconnue".to_owned(),
        Hold::Suspended => "suspendu".to_owned(),
        Hold::NotStarted(Some(day)) => format!("commence le {day}"),
        Hold::NotStarted(None) => "pas encore commencé".to_owned(),
        Hold::InTransfer(id) => format!("dans un transfert en cours de {}", shown(model, Key::Transfer(id))),
        Hold::Over(status) => Lang::Fr.choice(status.code()).into_owned(),
        Hold::ThereAlready => "y est déjà".to_owned(),
        Hold::Elsewhere(channel) => {
            let channel = Lang::Fr.choice(channel.code());
            Lang::Fr.overlays().labelled("hors CSP", &channel)
        }
        Hold::NoSeller => "vendeur inconnu".to_owned(),
        Hold::FixedAtPurchase => "les réservations restent où elles furent achetées".to_owned(),
        Hold::WithoutBase(base) => {
            format!("ne part qu'avec {}", shown(model, Key::Subscription(base)))
        }
        Hold::NotTransferable => "ce produit ne se transfère pas".to_owned(),
        Hold::EmptyPlan => "rien ne tourne sous ce plan".to_owned(),
        Hold::UnknownFamily => "nature du produit inconnue".to_owned(),
    }
}

/// Ce qui le libère.
pub(in crate::i18n) fn way_out(hold: Hold) -> &'static str {
    match hold {
        Hold::TermRuns(Some(_)) => {
            "Une licence héritée reste chez son vendeur jusqu'à la fin de l'engagement. Marquez-la \
             pour la laisser s'éteindre et la racheter ce jour-là au nouveau partenaire."
        }
        Hold::TermRuns(None) => {
            "Une licence héritée reste chez son vendeur jusqu'à la fin de l'engagement. Saisissez \
             cette fin pour prévoir l'achat au nouveau partenaire."
        }
        Hold::Suspended => "Réactivez-le d'abord. Seul un abonnement actif se transfère.",
        Hold::NotStarted(_) => "Attendez qu'il ait commencé. Seul un abonnement actif se transfère.",
        Hold::InTransfer(_) => {
            "Un abonnement n'est que dans une demande à la fois. Attendez la réponse, ou annulez la demande."
        }
        Hold::Over(_) => "Ce qui est terminé ne se transfère pas. Le nouveau partenaire le revend.",
        Hold::ThereAlready => "Choisissez un autre partenaire, ou écartez-le.",
        Hold::Elsewhere(_) => {
            "Une licence achetée hors CSP va jusqu'à son terme là où elle fut achetée. Ensuite un partenaire CSP peut \
             la vendre."
        }
        Hold::NoSeller => "Saisissez son vendeur dans le formulaire de l'abonnement.",
        Hold::FixedAtPurchase => {
            "Une réservation ou un plan d'économies garde le partenaire chez qui il fut acheté. Annulez-le là-bas et \
             rachetez-le, ou laissez-le."
        }
        Hold::WithoutBase(_) => "Choisissez l'abonnement de base : ses modules complémentaires le suivent.",
        Hold::NotTransferable => {
            "Les logiciels et les produits de la place de marché ne se transfèrent pas. Le nouveau partenaire les vend."
        }
        Hold::EmptyPlan => "Le plan lui-même reste chez son partenaire. Le nouveau partenaire ouvre le sien.",
        Hold::UnknownFamily => "Saisissez la famille du produit dans le formulaire de l'abonnement.",
    }
}

/// Ce qu'un déplacement demande à sa destination.
pub(in crate::i18n) fn need(model: &Model, need: Need) -> String {
    match need {
        Need::Partnership { provider, reseller } => {
            format!("{} et {} sont partenaires", partner(model, provider), partner(model, reseller))
        }
        Need::Relationship { partner: p, customer: c } => {
            format!("{} a une relation de revendeur avec {}", partner(model, p), customer(model, c))
        }
        Need::Agreement { seller, customer: c } => {
            format!("contrat client de {} avec {}", customer(model, c), partner(model, seller))
        }
        Need::Plan { customer: c, target } => {
            format!("plan Azure de {} chez {}", customer(model, c), partner(model, target.front()))
        }
        Need::Privileges { partner: p, customer: c } => {
            format!("{} a des privilèges d'administration sur {}", partner(model, p), customer(model, c))
        }
        Need::PartnerAgreement(p) => format!("{} a signé le contrat partenaire", partner(model, p)),
        Need::Region { partner: p, customer: c } => {
            format!("{} et {} sont d'une même région CSP", partner(model, p), customer(model, c))
        }
    }
}

/// Ce qu'un déplacement laisse, ou laisse à faire.
pub(in crate::i18n) fn note(model: &Model, note: Note) -> String {
    match note {
        Note::AzureRoles(p) => format!("les rôles Azure de {}, jusqu'à leur retrait", partner(model, p)),
        Note::Reservations(n @ (0 | 1)) => format!("{n} réservation, chez le partenaire de l'achat"),
        Note::Reservations(n) => format!("{n} réservations, chez le partenaire de l'achat"),
        Note::OldPlan => "l'ancien plan Azure, vide".to_owned(),
        Note::Prices(p) => format!("les prix convenus avec {}", partner(model, p)),
        Note::OldRelationship(p) => format!("la relation de revendeur de {}", partner(model, p)),
        Note::OldPrivileges(p) => format!("les privilèges d'administration de {}", partner(model, p)),
        Note::NoAccess(p) => format!("{} commence sans privilèges d'administration", partner(model, p)),
        Note::NewIds => "les abonnements ont de nouveaux identifiants".to_owned(),
        Note::SeatsAsAsked => "les licences changées après la demande ne sont pas reprises".to_owned(),
        Note::CostsTwice => "les jours où les deux tournent coûtent deux fois".to_owned(),
        Note::CancelElsewhere => "le client annule ce qu'il a acheté ailleurs".to_owned(),
        Note::ReviewRoles => "revoir les rôles Azure".to_owned(),
        Note::SourceAccepts(p) => format!("{} accepte la demande sous 30 jours", partner(model, p)),
    }
}
