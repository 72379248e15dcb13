//! Français : tables, champs, et ce qui peut y figurer.

use crate::model::{
    AdminField, CustomerField, FieldRef, GroupField, Kind, PartnerField, PartnershipField, RelationshipField,
    SubscriptionField, TableName, TransferField, WaiverField, Wrong,
};

/// The word for one record of a table, in French.
pub(in crate::i18n) fn table(table: TableName) -> &'static str {
    match table {
        TableName::Partner => "partenaire",
        TableName::Customer => "client",
        TableName::Subscription => "abonnement",
        TableName::Partnership => "partenariat",
        TableName::Relationship => "relation de revendeur",
        TableName::Admin => "relation d'administration granulaire (GDAP)",
        TableName::Transfer => "transfert",
        TableName::Group => "groupe",
        TableName::Waiver => "constat accepté",
    }
}

/// A record that has no name to call it by.
pub(in crate::i18n) fn this(table: TableName) -> &'static str {
    match table {
        TableName::Partner => "ce partenaire",
        TableName::Customer => "ce client",
        TableName::Subscription => "cet abonnement",
        TableName::Partnership => "ce partenariat",
        TableName::Relationship => "cette relation de revendeur",
        TableName::Admin => "cette relation d'administration granulaire",
        TableName::Transfer => "ce transfert",
        TableName::Group => "ce groupe",
        TableName::Waiver => "ce constat accepté",
    }
}

/// The label of a field.
pub(in crate::i18n) fn field(field: FieldRef) -> &'static str {
    match field {
        FieldRef::Partner(field) => partner(field),
        FieldRef::Customer(field) => customer(field),
        FieldRef::Subscription(field) => subscription(field),
        FieldRef::Partnership(field) => partnership(field),
        FieldRef::Relationship(field) => relationship(field),
        FieldRef::Admin(field) => admin(field),
        FieldRef::Transfer(field) => transfer(field),
        FieldRef::Group(field) => group(field),
        FieldRef::Waiver(field) => waiver(field),
    }
}

fn partner(field: PartnerField) -> &'static str {
    use PartnerField as F;
    match field {
        F::Tenant => "ID de locataire",
        F::Name => "nom",
        F::Roles => "rôles",
        F::PartnerId => "ID partenaire",
        F::GlobalId => "ID global",
        F::Country => "pays",
        F::LocationCountry => "pays de l'emplacement",
        F::Cloud => "cloud",
        F::Enrolment => "inscription",
        F::EnrolledOn => "inscrit le",
        F::MpaSignedOn => "MPA signé le",
        F::RevenueUsd => "chiffre d'affaires, 12 mois (USD)",
        F::Group => "groupe",
        F::Email => "e-mail",
        F::Phone => "téléphone",
        F::Tags => "étiquettes",
        F::Note => "note",
    }
}

fn customer(field: CustomerField) -> &'static str {
    use CustomerField as F;
    match field {
        F::Tenant => "ID de locataire",
        F::Name => "nom",
        F::Domain => "domaine",
        F::CustomDomains => "autres domaines",
        F::Country => "pays",
        F::Cloud => "cloud",
        F::Qualification => "qualification",
        F::Vetting => "vérification",
        F::Agreements => "contrats",
        F::Group => "groupe",
        F::AssociatedPartner => "créé pour",
        F::RegNumber => "numéro d'enregistrement",
        F::Email => "e-mail",
        F::Phone => "téléphone",
        F::CommerceId => "ID de commerce",
        F::Tags => "étiquettes",
        F::Note => "note",
    }
}

fn subscription(field: SubscriptionField) -> &'static str {
    use SubscriptionField as F;
    match field {
        F::Id => "ID d'abonnement",
        F::Customer => "client",
        F::Name => "produit",
        F::FriendlyName => "surnom",
        F::OfferId => "ID d'offre",
        F::Family => "famille",
        F::ProductType => "type de produit",
        F::Channel => "acheté par",
        F::Seller => "vendu par",
        F::PartnerOfRecord => "revendeur associé",
        F::AdditionalPartners => "autres ID partenaire",
        F::SupportContact => "contact de support",
        F::SupportedBy => "pris en charge par",
        F::Quantity => "quantité",
        F::Unit => "unité",
        F::Parent => "abonnement de base",
        F::Status => "état",
        F::SuspensionReasons => "suspendu parce que",
        F::SuspendedOn => "suspendu le",
        F::Creation => "créé le",
        F::Effective => "début",
        F::CommitmentEnd => "échéance",
        F::CancelUntil => "annulable jusqu'au",
        F::Refundable => "licences à rendre",
        F::AutoRenew => "renouvellement automatique",
        F::ExtendedTerm => "durée de service étendue",
        F::RenewalDecided => "renouvellement décidé",
        F::NextProduct => "produit suivant",
        F::NextQuantity => "quantité suivante",
        F::NextTerm => "durée suivante",
        F::NextBilling => "facturation suivante",
        F::Term => "durée",
        F::BillingCycle => "cycle de facturation",
        F::BillingType => "facturé par",
        F::Currency => "devise",
        F::Segment => "segment",
        F::IsTrial => "essai",
        F::Coexists => "coexiste volontairement",
        F::OrderId => "ID de commande",
        F::EntitlementId => "ID Azure",
        F::TransferredFrom => "transféré depuis",
        F::Publisher => "éditeur",
        F::Tags => "étiquettes",
        F::Note => "note",
    }
}

fn partnership(field: PartnershipField) -> &'static str {
    use PartnershipField as F;
    match field {
        F::Id => "id",
        F::Provider => "fournisseur indirect",
        F::Reseller => "revendeur indirect",
        F::State => "état",
        F::InvitedOn => "invité le",
        F::AcceptedOn => "accepté le",
        F::EndedOn => "terminé le",
        F::ProviderHasAccess => "le fournisseur a un accès d'administration",
        F::Origin => "origine",
        F::Note => "note",
    }
}

fn relationship(field: RelationshipField) -> &'static str {
    use RelationshipField as F;
    match field {
        F::Id => "id",
        F::Partner => "partenaire",
        F::Customer => "client",
        F::Kind => "type",
        F::State => "état",
        F::Dap => "privilèges d'administration délégués (DAP)",
        F::ViaProvider => "avec",
        F::RequestedOn => "demandée le",
        F::AcceptedOn => "acceptée le",
        F::RemovedOn => "supprimée le",
        F::Origin => "origine",
        F::Note => "note",
    }
}

fn admin(field: AdminField) -> &'static str {
    use AdminField as F;
    match field {
        F::Id => "id",
        F::Name => "nom",
        F::Kind => "type",
        F::Partner => "partenaire",
        F::Customer => "client",
        F::IndirectProvider => "préparée par",
        F::ConsentPending => "consentement en attente",
        F::Status => "état",
        F::DurationDays => "durée (jours)",
        F::AutoExtendDays => "se prolonge de (jours)",
        F::Roles => "rôles",
        F::Created => "créée le",
        F::Modified => "modifiée le",
        F::Activated => "approuvée le",
        F::End => "échéance",
        F::Assignments => "attributions",
        F::Note => "note",
    }
}

fn transfer(field: TransferField) -> &'static str {
    use TransferField as F;
    match field {
        F::Id => "id",
        F::Customer => "client",
        F::Source => "de",
        F::Target => "vers",
        F::Kind => "procédure",
        F::Status => "état",
        F::RequestedBy => "demandé par",
        F::PartnerOfRecord => "revendeur enregistré",
        F::Subscriptions => "abonnements",
        F::Created => "créé le",
        F::Expires => "expire le",
        F::Completed => "terminé le",
        F::RolesReviewed => "rôles Azure vérifiés",
        F::Note => "note",
    }
}

fn group(field: GroupField) -> &'static str {
    use GroupField as F;
    match field {
        F::Id => "id",
        F::Name => "nom",
        F::Affiliates => "affiliés",
        F::Note => "note",
    }
}

fn waiver(field: WaiverField) -> &'static str {
    use WaiverField as F;
    match field {
        F::Id => "id",
        F::Rule => "règle",
        F::Record => "enregistrement",
        F::Reason => "motif",
        F::Until => "jusqu'au",
    }
}

/// What may stand in a field.
pub(in crate::i18n) fn kind(kind: Kind) -> String {
    match kind {
        Kind::Text => "Un texte d'une ligne.".to_owned(),
        Kind::Digits => "Des chiffres, comme 4847383.".to_owned(),
        Kind::Number => "Un nombre entier.".to_owned(),
        Kind::Flag => "yes ou no.".to_owned(),
        Kind::Day | Kind::Moment => {
            "Un jour comme 2026-10-03, aujourd'hui, ou +30j pour 30 jours à partir d'aujourd'hui.".to_owned()
        }
        Kind::Choice(codes) => format!("Au choix : {}.", codes.join(", ")),
        Kind::Choices(codes) => format!("Plusieurs parmi : {}, séparés par des virgules.", codes.join(", ")),
        Kind::Country => "Un code pays de deux lettres comme FR.".to_owned(),
        Kind::Currency => "Un code devise de trois lettres comme EUR.".to_owned(),
        Kind::Tenant => {
            "Un partenaire ou un client, choisi dans une liste, ou un ID de locataire.".to_owned()
        }
        Kind::Subscription => "Un abonnement, choisi dans une liste, ou son ID.".to_owned(),
        Kind::Group => "Un groupe, choisi dans une liste, ou son ID.".to_owned(),
        Kind::Id => "Un ID comme 5c2f7b1e-77aa-4f0c-9d0e-1f0a8f2f9a20.".to_owned(),
        Kind::Words => "Des mots, séparés par des virgules.".to_owned(),
        Kind::Parts => "A ses propres parties.".to_owned(),
    }
}

/// Why a typed value cannot be stored.
pub(in crate::i18n) fn wrong(wrong: &Wrong) -> String {
    match wrong {
        Wrong::NotAnId => "Ce n'est pas un ID. Écrivez-en un comme 5c2f7b1e-77aa-4f0c-9d0e-1f0a8f2f9a20.".to_owned(),
        Wrong::NotADay => "Ce n'est pas un jour du calendrier. Écrivez-en un comme 2026-10-03, ou +30j pour 30 jours à partir d'aujourd'hui.".to_owned(),
        Wrong::NotANumber => "Ce n'est pas un nombre entier.".to_owned(),
        Wrong::NotAFlag => "Écrivez yes ou no.".to_owned(),
        Wrong::NotACountry => "Ce n'est pas un code pays. Écrivez deux lettres, comme FR.".to_owned(),
        Wrong::NotACurrency => "Ce n'est pas un code devise. Écrivez trois lettres, comme EUR.".to_owned(),
        Wrong::NotInList(codes) => format!("Ce n'est pas dans la liste. Valeurs permises : {}.", codes.join(", ")),
        Wrong::NotDigits => "Un ID partenaire ne contient que des chiffres, comme 4847383.".to_owned(),
        Wrong::NotAnOffer => {
            "Ce n'est pas une offre. Écrivez un identifiant d'offre, ou produit, référence et \
             disponibilité comme CFQ7TTC0LH18:0001:CFQ7TTC0P0WS."
                .to_owned()
        }
        Wrong::TooLong(most) => format!("C'est trop long. Il y a place pour {most} caractères au plus."),
        Wrong::HasParts => "Ce champ a ses propres parties et ne se tape pas en une ligne.".to_owned(),
        Wrong::Missing => "Écrivez quelque chose : ce champ ne doit pas rester vide.".to_owned(),
        Wrong::Past => "Ce jour est passé. Écrivez aujourd'hui ou un jour à venir, comme +30j pour 30 jours à partir d'aujourd'hui.".to_owned(),
    }
}

/// The word for a code of a closed list; nothing for a code that is in none.
#[allow(clippy::too_many_lines)] // a table: one arm per code
pub(in crate::i18n) fn choice(code: &str) -> Option<&'static str> {
    match code {
        "public" => Some("public"),
        "us-gov" => Some("US Government"),
        "germany" => Some("Allemagne"),
        "china" => Some("21Vianet (Chine)"),
        "indirect-provider" => Some("fournisseur indirect"),
        "indirect-reseller" => Some("revendeur indirect"),
        "direct-bill" => Some("partenaire à facturation directe"),
        "advisor" => Some("conseiller"),
        "unknown" => Some("inconnu"),
        "not-enrolled" => Some("non inscrit"),
        "pending" => Some("en attente"),
        "active" => Some("actif"),
        "restricted" => Some("restreint"),
        "suspended" => Some("suspendu"),
        "deauthorized" => Some("autorisation retirée"),
        "offboarded" => Some("sorti du programme"),
        "imported" => Some("importé"),
        "typed" => Some("saisi ici"),
        "created-tenant" => Some("créé avec le locataire"),
        "extension" => Some("étendu"),
        "invited" => Some("invité"),
        "ended" | "complete" => Some("terminé"),
        "requested" => Some("demandé"),
        "removed" | "deleted" => Some("supprimé"),
        "reseller" => Some("revendeur"),
        "syndication" => Some("syndication"),
        "microsoft-support" => Some("support Microsoft"),
        "none" => Some("aucun"),
        "not-requested" => Some("non demandé"),
        "granted" => Some("accordé"),
        "removed-by-customer" => Some("retiré par le client"),
        "education" => Some("éducation"),
        "nonprofit" => Some("organisme à but non lucratif"),
        "gcc" => Some("Government Community Cloud"),
        "state-owned" => Some("entité d'État"),
        "approved" => Some("approuvé"),
        "in-review" => Some("en cours de révision"),
        "denied" => Some("refusé"),
        "commercial" => Some("commercial"),
        "government" => Some("secteur public"),
        "mca" => Some("contrat client Microsoft"),
        "cloud-agreement" => Some("contrat Microsoft Cloud"),
        "attested" => Some("attesté par le partenaire"),
        "csp-indirect" => Some("CSP, par un fournisseur"),
        "csp-direct" => Some("CSP, facturation directe"),
        "direct" => Some("direct"),
        "open" => Some("licence Open"),
        "ea" => Some("Contrat Entreprise"),
        "third-party" => Some("tiers"),
        "21vianet" => Some("21Vianet"),
        "license-legacy" => Some("licence, ancienne"),
        "license-nce" => Some("licence, nouvelle expérience"),
        "azure-legacy" => Some("Azure (MS-AZR-0145P)"),
        "azure-plan" => Some("plan Azure"),
        "azure-subscription" => Some("abonnement Azure"),
        "reservation" => Some("réservation"),
        "savings-plan" => Some("plan d'économies"),
        "software-perpetual" => Some("logiciel perpétuel"),
        "software-subscription" => Some("abonnement logiciel"),
        "marketplace-saas" => Some("place de marché"),
        "expired" => Some("expiré"),
        "disabled" => Some("désactivé"),
        "monthly" => Some("mensuel"),
        "annual" => Some("annuel"),
        "triennial" => Some("triennal"),
        "one-time" => Some("unique"),
        "license" => Some("licence"),
        "usage" => Some("utilisation"),
        "benefit" => Some("avantage"),
        "p1m" => Some("un mois"),
        "p1y" => Some("un an"),
        "p3y" => Some("trois ans"),
        "p5y" => Some("cinq ans"),
        "p6y" => Some("six ans"),
        "new-commerce" => Some("licences, nouvelle expérience"),
        "direct-to-indirect" => Some("du direct à l'indirect"),
        "delegated" => Some("d'un partenaire"),
        "reseller-delegated" => Some("préparée par un fournisseur"),
        "created" => Some("créée"),
        "approval-pending" => Some("en attente d'approbation"),
        "activating" => Some("en cours d'activation"),
        "expiring" => Some("bientôt expirée"),
        "termination-requested" => Some("résiliation demandée"),
        "terminating" => Some("en cours de résiliation"),
        "terminated" => Some("résiliée"),
        "in-progress" => Some("en cours"),
        "partially-complete" => Some("terminé en partie"),
        "reject" => Some("rejeté"),
        "cancel" => Some("annulé"),
        "yes" => Some("oui"),
        "no" => Some("non"),
        // Roles of granular admin privileges; the names are from memory.
        "global-administrator" => Some("Administrateur général"),
        "exchange-administrator" => Some("Administrateur Exchange"),
        "intune-administrator" => Some("Administrateur Intune"),
        "dynamics-365-administrator" => Some("Administrateur Dynamics 365"),
        "teams-administrator" => Some("Administrateur Teams"),
        "directory-readers" => Some("Lecteurs d'annuaire"),
        "directory-writers" => Some("Enregistreurs d'annuaire"),
        "global-reader" => Some("Lecteur général"),
        "helpdesk-administrator" => Some("Administrateur du support technique"),
        "user-administrator" => Some("Administrateur d'utilisateurs"),
        "service-support-administrator" => Some("Administrateur de support de service"),
        "license-administrator" => Some("Administrateur de licence"),
        "privileged-authentication-administrator" => Some("Administrateur d'authentification privilégié"),
        "privileged-role-administrator" => Some("Administrateur de rôle privilégié"),
        "compliance-data-administrator" => Some("Administrateur des données de conformité"),
        _ => None,
    }
}
