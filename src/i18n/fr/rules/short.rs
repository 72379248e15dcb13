//! French: why something is not allowed, in a few words.

use crate::rules::Reason;

/// Why something is not allowed, in a few words beside a candidate.
#[allow(clippy::too_many_lines)] // a table: one arm per reason
pub fn short(reason: Reason) -> &'static str {
    match reason {
        Reason::NamesNobody => "absent du carnet",
        // R-ID
        Reason::NotDigits => "ID partenaire sans chiffres",
        Reason::OddLength => "ID partenaire de longueur inhabituelle",
        Reason::GlobalId => "ID global, pas d'emplacement",
        Reason::SharedPartnerId => "ID partenaire en double",
        Reason::SharedAdminName => "nom en double",
        Reason::NotAHostName => "domaine sans nom d'hôte",
        Reason::SharedDomain => "domaine en double",
        // R-ENR
        // R-REG
        Reason::CustomerInOtherRegion
        | Reason::SellerInOtherRegion
        | Reason::ResellerInOtherRegion
        | Reason::ResellersInTwoRegions => "autre région CSP",
        Reason::CountryNotListed => "pays hors marché CSP",
        Reason::OtherCurrency => "devise d'un autre marché",
        Reason::OtherCloud => "autre cloud",
        Reason::UsGovAddress => "pas d'adresse aux États-Unis",
        Reason::UsGovRole => "US Government : pas d'indirect",
        Reason::UsGovSecondPartner => "US Government : deuxième partenaire",
        Reason::UsGovSecondChannel => "US Government : deuxième canal",
        Reason::UsGovRequest => "US Government : pas de demande",
        Reason::UsGovNoPrivileges => "US Government : privilèges requis",
        Reason::GermanyClosed | Reason::GermanyEnded => "cloud allemand fermé",
        Reason::ChinaAdmin => "21Vianet : pas de GDAP",
        Reason::ChinaAgreement => "21Vianet : pas de contrat enregistré",
        Reason::ChinaInvitation => "21Vianet : le fournisseur invite",
        Reason::OtherSegment => "client d'un autre segment",
        Reason::NotVetted => "qualification non approuvée",
        Reason::NotALicence => "offre spéciale, pas une licence",
        // R-PSH
        Reason::NotAProvider => "pas un fournisseur indirect",
        Reason::NotAReseller => "pas un revendeur indirect",
        Reason::WithItself => "un seul et même compte",
        Reason::PartnersOfOneGroup | Reason::SoldInGroup => "même groupe",
        Reason::NotAccepted => "pas encore accepté",
        Reason::AcceptedBeforeInvited => "accepté avant l'invitation",
        Reason::NoEndDate => "sans date de fin",
        Reason::EndedBeforeAccepted => "terminé avant l'acceptation",
        Reason::Reopened => "terminé, nouvelle invitation requise",
        Reason::SecondOpen => "partenariat déjà ouvert",
        Reason::NotPartners => "pas de partenariat actif",
        // R-REL
        Reason::SellerUnrelated => "vendeur sans relation",
        Reason::ResellerUnrelated => "revendeur sans relation",
        Reason::StillRunning => "un abonnement tourne encore",
        Reason::NotCancelled => "un achat n'est pas annulé",
        Reason::CustomerDidNotAccept => "client n'a pas accepté",
        Reason::AcceptedBeforeRequested => "acceptée avant la demande",
        Reason::RevivedWithoutRequest => "supprimée, nouvelle demande requise",
        Reason::CreatedByReseller => "pas de locataire par un revendeur",
        Reason::NobodyOnRecord => "pas de partenaire enregistré",
        Reason::RecordOffIndirect => "pas une vente indirecte",
        Reason::RecordIsSeller => "c'est le vendeur lui-même",
        Reason::RecordIsNoReseller => "enregistré, mais pas revendeur",
        Reason::RecordUnknown => "ID partenaire de personne",
        Reason::NoPartnership => "pas de partenariat avec le vendeur",
        Reason::SupportUnrelated => "contact de support sans relation",
        Reason::SupportWithoutPrivileges => "contact de support sans privilèges",
        Reason::DutyWithoutAccess => "support dû, plus de privilèges",
        // R-MP
        Reason::ChangesExisting => "l'ajout d'un partenaire le modifie",
        Reason::NoSeller => "pas de vendeur",
        Reason::SellerCannotSell => "vendeur non facturé par Microsoft",
        Reason::FurtherIsOnRecord => "enregistré et aussi supplémentaire",
        Reason::FurtherTwice => "partenaire supplémentaire en double",
        Reason::SecondAzurePlan => "deuxième plan Azure du vendeur",
        // R-MC
        Reason::SoldThroughCsp => "vendu par le CSP",
        Reason::NoSupportInChannel => "pas de support dans ce canal",
        Reason::SupporterUnrelated => "partenaire sans relation",
        Reason::SupporterWithoutPrivileges => "partenaire sans privilèges d'administration",
        Reason::SupportChangesMore => "le support ne change rien d'autre",
        Reason::ReadOnlyElsewhere => "acheté ailleurs, en lecture seule",
        Reason::SellerElsewhere => "acheté ailleurs, sans vendeur",
        Reason::MovedMidTerm => "la licence court chez un autre",
        Reason::RunsTwice => "tourne dans deux canaux",
        // R-ADM
        // R-SUB
        Reason::OverIsOver => "terminé, à racheter",
        Reason::NoSuchStep => "passage d'état impossible",
        Reason::NotBeforeTermEnd => "durée non écoulée",
        Reason::NotInTime => "trop tôt pour cet état",
        Reason::SuspendedByMicrosoft => "suspendu par Microsoft",
        Reason::NoSuchState => "l'ancien commerce n'expire pas",
        Reason::NotActive => "pas à l'état actif",
        Reason::NotOne => "Azure a la quantité 1",
        Reason::TooFewSeats => "sous le minimum de l'offre",
        Reason::TooManySeats => "au-dessus du maximum de l'offre",
        Reason::ManyForSmallBusiness => "plus de 300 sièges, petite entreprise",
        Reason::NotTrialSeats => "un essai a 25 sièges",
        Reason::TrialTooLong => "un essai dure 30 jours",
        Reason::SecondTrial => "deuxième essai de l'offre",
        Reason::TrialOfOwned => "le client a déjà le produit",
        Reason::TooManyOfOffer => "trop d'abonnements de l'offre",
        Reason::SeatsAreBound => "sièges liés jusqu'au terme",
        Reason::SeatsNeverDown => "logiciel : jamais moins de sièges",
        Reason::WindowOver => "délai d'annulation écoulé",
        Reason::NeverCancelled => "offre jamais annulable",
        Reason::DataDeletedSoon => "données bientôt supprimées",
        Reason::DataDeleted => "données supprimées",
        Reason::BilledWhileSuspended => "suspendu mais facturé",
        Reason::DisabledSoon => "expiré, accès bientôt fermé",
        Reason::AdminsOnly => "expiré, accès aux seuls administrateurs",
        Reason::ChangeWithoutRenewal => "changement prévu, sans renouvellement",
        Reason::ChangeWhileNotActive => "changement prévu, pas actif",
        Reason::ExtendedTooEarly => "prolongation inconnue avant mai 2026",
        Reason::TwoRenewals => "deux choix de renouvellement",
        Reason::RenewalUndecided => "renouvellement non décidé",
        Reason::AddOnOtherCustomer => "base d'un autre client",
        Reason::AddOnOtherSeller => "base d'un autre vendeur",
        Reason::BaseNotLive => "sa base n'est pas en cours",
        Reason::BaseNotEligible => "pas pour cette base",
        Reason::NoAzureBeside => "pas d'Azure du même vendeur",
        Reason::RecordIsFixed => "fixé à l'achat",
        Reason::AzureLegacyClosed => "MS-AZR-0145P est fermé",
        Reason::AzureLegacyBesidePlan => "le client a un plan Azure",
        Reason::PairNewCommerce
        | Reason::PairLegacy
        | Reason::PairSoftware
        | Reason::PairPerpetual
        | Reason::PairReservation
        | Reason::PairAzurePlan
        | Reason::PairAzureLegacy
        | Reason::PairMarketplace => "durée et facturation incompatibles",
        Reason::PairTrial => "un essai n'est pas facturé",
        // R-TRF
        // R-SELF
        Reason::SoldToAccount | Reason::AccountAsCustomer => "locataire CSP",
        Reason::PerhapsInGroup => "peut-être le même groupe",
        Reason::ResellerAsCustomer => "son propre revendeur",
        Reason::CustomerAsReseller => "son propre client",
        Reason::SoldToPartner => "partenaire CSP, avant mai 2020",
        // R-HYG
    }
}
