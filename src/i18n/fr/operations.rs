//! French: the operations of the programme: what each is called, what it does, what it leaves alone.

use crate::edit::ops::{Actor, OpId};
use crate::i18n::operations::{Operations, Words};

pub(in crate::i18n) static OPERATIONS: Operations = Operations {
    actors: "Qui la fait",
    needs: "Règles à respecter",
    changes: "Ce qu'elle peut changer",
    keeps: "Ce qui reste tel quel",
    adds: |kind| format!("nouveau : {kind}"),
    removes: |kind| format!("retiré : {kind}"),
    edits: |kind, fields| format!("{kind} : {fields}"),
};

/// The words of an operation.
#[allow(clippy::too_many_lines)] // a table: one arm per operation
pub(in crate::i18n) fn words(id: OpId) -> Words {
    let (title, does, keeps) = match id {
        OpId::Op01 => (
            "Inviter un revendeur",
            "Un fournisseur indirect invite un revendeur indirect à travailler avec lui.",
            "Tout le reste demeure : aucun client, abonnement ni relation de part ou d'autre n'est touché.",
        ),
        OpId::Op02 => (
            "Accepter le fournisseur",
            "Le revendeur accepte l'invitation, et le fournisseur obtient un accès d'administration au compte du revendeur.",
            "Les clients des deux côtés, leurs abonnements, les partenaires enregistrés et les relations de revendeur restent tels quels.",
        ),
        OpId::Op03 => (
            "Demander une relation de revendeur",
            "Un partenaire, ou un revendeur avec son fournisseur, demande une relation de revendeur à un client.",
            "Les abonnements du client, ses autres relations et ses contrats restent tels quels.",
        ),
        OpId::Op04 => (
            "Accepter une relation de revendeur",
            "L'administrateur général du client accepte la demande, et peut-être avec elle le contrat client.",
            "Chaque abonnement reste tel quel dans tous ses champs, et aucun rôle sur les ressources Azure n'est acquis.",
        ),
        OpId::Op05 => (
            "Enregistrer le contrat client",
            "Un fournisseur, un partenaire à facturation directe ou le client lui-même enregistre qui a accepté le contrat client Microsoft, et quand.",
            "Tout le reste demeure tel quel.",
        ),
        OpId::Op06 => (
            "Créer un client",
            "Un fournisseur, pour lui-même ou pour un revendeur, ou un partenaire à facturation directe crée un client avec un nouveau locataire et ses relations.",
            "Tout ce qui existe reste tel quel.",
        ),
        OpId::Op07 => (
            "Ajouter des privilèges d'administration granulaires",
            "Un partenaire prépare des privilèges d'administration granulaires, les envoie, et le client les approuve.",
            "La relation de revendeur, les abonnements, les partenaires enregistrés et les contrats restent tels quels.",
        ),
        OpId::Op08 => (
            "Ajouter un partenaire à un client",
            "Un partenaire de plus obtient une relation de revendeur avec un client qui en a d'autres.",
            "Aucun abonnement, aucune propriété de compte, aucune durée ni aucun partenaire enregistré ne change.",
        ),
        OpId::Op09 => (
            "Prendre en charge une licence achetée ailleurs",
            "Un partenaire qui a une relation et des privilèges prend en charge un abonnement que le client a acheté ailleurs.",
            "L'abonnement garde son canal, sa quantité, sa durée et son payeur.",
        ),
        OpId::Op10 => (
            "Reprendre des services à l'usage",
            "Des services à l'usage achetés ailleurs sont achetés de nouveau par CSP, à côté des anciens jusqu'à ce que le client les annule.",
            "L'ancien abonnement reste tel quel jusqu'à ce que le client l'annule.",
        ),
        OpId::Op11 => (
            "Changer le partenaire d'un abonnement Azure",
            "Un abonnement Azure de l'ancienne offre MS-AZR-0145P passe à un autre partenaire, par un formulaire à trois signatures.",
            "Les ressources Azure demeurent, comme les rôles Azure de l'ancien partenaire jusqu'à leur retrait.",
        ),
        OpId::Op12 => (
            "Transférer des abonnements Azure",
            "La cible demande des abonnements Azure d'un plan, la source accepte, et ils passent sous le plan de la cible.",
            "Les réservations, les rôles sur les ressources Azure et les autres abonnements Azure restent où ils sont.",
        ),
        OpId::Op13 => (
            "Transférer des licences",
            "La cible demande des licences du nouveau commerce, la source accepte, et elles continuent sous de nouveaux ID.",
            "Le produit, la fin de la durée et la quantité restent ceux de la demande ; les compléments suivent leur base.",
        ),
        OpId::Op14 => (
            "Racheter une licence ancienne",
            "Une licence de l'ancien commerce est rachetée auprès d'un autre partenaire, et l'ancienne arrive à échéance ou est suspendue.",
            "L'ancien abonnement garde son vendeur, et les utilisateurs gardent leurs données.",
        ),
        OpId::Op15 => (
            "Désigner le partenaire enregistré",
            "Le fournisseur inscrit l'ID d'emplacement d'un revendeur sur un abonnement, ou l'efface.",
            "Le vendeur, l'état, la quantité, les dates et le contact de support restent tels quels.",
        ),
        OpId::Op16 => (
            "Passer un client à un autre revendeur",
            "Des abonnements d'un client passent d'un revendeur à un autre du même fournisseur, avec le contact de support.",
            "Le vendeur, les ID, les durées, les quantités, le contrat client et la relation du fournisseur demeurent ; les réservations gardent l'ancien revendeur.",
        ),
        OpId::Op17 => (
            "Ajouter ou changer le fournisseur",
            "Un revendeur devient partenaire d'un fournisseur de plus, et met peut-être fin à son partenariat avec le précédent.",
            "Les abonnements du fournisseur précédent et leurs partenaires enregistrés restent jusqu'à leur transfert.",
        ),
        OpId::Op18 => (
            "Mettre fin à un partenariat",
            "Le fournisseur met fin à son partenariat avec un revendeur.",
            "Les clients du revendeur, leurs abonnements, les partenaires enregistrés et les privilèges délégués restent tels quels.",
        ),
        OpId::Op19 => (
            "Passer de la facturation directe à revendeur indirect",
            "Un partenaire à facturation directe devient revendeur indirect d'un fournisseur, à qui passent ses clients et ses abonnements.",
            "Le locataire du partenaire reste le même, et les clients directs qui ne sont pas transférés restent directs.",
        ),
        OpId::Op20 => (
            "Supprimer une relation de revendeur",
            "Un partenaire supprime sa relation de revendeur avec un client une fois que plus rien n'y court.",
            "Le client, les relations et abonnements des autres partenaires, les rôles Azure et les privilèges granulaires demeurent.",
        ),
        OpId::Op21 => (
            "Retirer les privilèges d'administration d'un partenaire",
            "Le client retire les privilèges d'administration d'un partenaire.",
            "La relation de revendeur reste active, les abonnements et renouvellements continuent, et le devoir de support aussi.",
        ),
        OpId::Op22 => (
            "Suspendre un abonnement",
            "Le vendeur suspend un abonnement et ses compléments ; les changements prévus sont abandonnés.",
            "La quantité, la durée, le partenaire enregistré, le vendeur et les relations restent tels quels.",
        ),
        OpId::Op23 => (
            "Réactiver un abonnement",
            "Le vendeur réactive un abonnement qu'il a suspendu, avec les compléments choisis.",
            "Les dates et la quantité restent telles quelles.",
        ),
        OpId::Op24 => (
            "Annuler un abonnement",
            "Le vendeur annule un abonnement entier dans le délai prévu.",
            "Les autres abonnements restent tels quels.",
        ),
        OpId::Op25 => (
            "Décider du renouvellement",
            "Le vendeur décide ce que devient un abonnement à la fin de sa durée.",
            "La durée, le prix et la quantité en cours restent tels quels.",
        ),
        OpId::Op26 => (
            "Changer le nombre de licences",
            "Le vendeur fixe le nouveau total de licences.",
            "La durée, les dates et l'état restent tels quels.",
        ),
        OpId::Op27 => (
            "Convertir un essai ou mettre à niveau",
            "Un essai devient un abonnement payant, ou une offre devient une offre supérieure.",
            "Les données des utilisateurs demeurent, et l'ancien abonnement court jusqu'à la fin de l'opération.",
        ),
        OpId::Op28 => (
            "Migrer vers le nouveau commerce",
            "Une licence de l'ancien commerce prend fin et continue dans le nouveau commerce, avec un nouvel ID et une nouvelle durée.",
            "Le client, le vendeur, le partenaire enregistré et les utilisateurs restent les mêmes.",
        ),
        OpId::Op29 => (
            "S'inscrire à un cloud national",
            "Une entreprise ouvre un compte distinct dans un autre cloud.",
            "Le compte du cloud public, ses clients et ses abonnements demeurent : rien ne se déplace.",
        ),
        OpId::Op30 => (
            "Regrouper des locataires",
            "L'activité d'un locataire d'une entreprise passe à un autre de la même région, et l'ancienne est suspendue le jour même.",
            "Les clients restent dans la liste de l'ancien locataire, et les services continuent si les nouveaux sont provisionnés d'abord.",
        ),
        OpId::Op31 => (
            "Désigner un contact de support",
            "Le vendeur désigne qui assure le support d'un abonnement.",
            "Le partenaire enregistré et le vendeur restent tels quels.",
        ),
        OpId::Op32 => (
            "Associer un ID d'emplacement",
            "Un partenaire associe l'ID de son emplacement à son compte CSP.",
            "Les rôles et le jour de la signature du contrat restent tels quels.",
        ),
    };
    Words { title, does, keeps }
}

/// Who acts.
pub(in crate::i18n) fn actor(actor: Actor) -> &'static str {
    match actor {
        Actor::Provider => "fournisseur indirect",
        Actor::Reseller => "revendeur indirect",
        Actor::DirectBill => "partenaire à facturation directe",
        Actor::Customer => "client",
    }
}
