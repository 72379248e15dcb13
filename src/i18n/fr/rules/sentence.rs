//! French: what is wrong with a record.

use crate::rules::Reason;

/// What is wrong and why. Both names may be shown as they are; `other` is empty where there is no second record.
#[allow(clippy::too_many_lines)] // a table: one arm per reason
pub fn sentence(reason: Reason, subject: &str, other: &str) -> String {
    match reason {
        Reason::NamesNobody => {
            format!("{subject} nomme {other}, absent du carnet. Ce qui est nommé doit s'y trouver.")
        }
        // R-ID
        Reason::NotDigits => format!(
            "L'ID partenaire de {subject} n'est pas fait de chiffres. L'Espace partenaires refuse tout le reste."
        ),
        Reason::OddLength => format!(
            "L'ID partenaire de {subject} est inhabituellement court ou long. Cinq à sept chiffres sont d'usage."
        ),
        Reason::GlobalId => format!(
            "L'ID partenaire de {subject} est l'ID global de {other}. Les affaires utilisent l'ID d'un emplacement ; \
             avec un ID global, aucune prime n'est payée."
        ),
        Reason::SharedPartnerId if other.is_empty() => {
            format!(
                "{subject} a l'ID partenaire de beaucoup d'autres. Un emplacement appartient à un seul compte CSP."
            )
        }
        Reason::SharedPartnerId => format!(
            "{subject} et {other} ont le même ID partenaire. Un emplacement appartient à un seul compte CSP."
        ),
        Reason::LocationElsewhere => format!(
            "L'emplacement de {subject} est dans un autre pays que son compte. Microsoft refuse de les \
             associer."
        ),
        Reason::SharedAdminName => format!(
            "{subject} porte le nom d'autres privilèges d'administration du partenaire. Un nom ne sert qu'une fois."
        ),
        Reason::NotAHostName => format!(
            "Le domaine de {subject} n'est pas un nom d'hôte. Ce n'est qu'une étiquette, mais elle mérite correction."
        ),
        Reason::SharedDomain if other.is_empty() => {
            format!(
                "{subject} a le domaine de beaucoup d'autres. Un domaine est une étiquette, et la leur peut être fausse."
            )
        }
        Reason::SharedDomain => format!(
            "{subject} et {other} ont le même domaine. Ce sont deux locataires ; l'un des noms est peut-être faux."
        ),
        // R-ENR
        Reason::NotSigned => format!(
            "{subject} : {other} n'avait pas encore signé le Contrat Partenaire Microsoft. Sans lui, aucune \
             affaire nouvelle ; son administrateur général le signe dans l'Espace partenaires."
        ),
        Reason::SigningUnknown => format!(
            "{subject} : on ne sait pas si {other} a signé le Contrat Partenaire Microsoft. Sans lui, une \
             commande est refusée ; indiquez le jour de la signature."
        ),
        Reason::NotEnrolled => format!(
            "{subject} : {other} n'est pas inscrit au programme. Un revendeur a un compte dans l'Espace \
             partenaires avant d'être mis sur une affaire ; l'inscription prend trois à cinq jours ouvrés."
        ),
        Reason::SellerNotInGoodStanding => format!(
            "{subject} : {other} n'est pas en règle. Microsoft n'accepte plus ses commandes tant que son \
             inscription n'est pas de nouveau active."
        ),
        Reason::ResellerNotAuthorised => format!(
            "{subject} : le revendeur {other} n'est plus autorisé. Les commandes et modifications où il est \
             enregistré sont refusées ; un autre revendeur peut prendre sa place, ou la période s'achève."
        ),
        Reason::DirectBillRevenue => format!(
            "{subject} réalise en douze mois moins que ce qu'un partenaire à facturation directe doit \
             atteindre. Sans dérogation, son compte est restreint et il doit devenir revendeur indirect."
        ),
        Reason::RestrictedBuys => format!(
            "{subject} : {other} est restreint et n'achète rien de nouveau, modules compris. Un fournisseur \
             indirect peut prendre la commande."
        ),
        Reason::RestrictedCreates => format!(
            "{subject} : {other} est restreint et ne crée pas de locataires de clients. Un fournisseur indirect \
             peut créer le client."
        ),
        Reason::RestrictedRequests => format!(
            "{subject} : {other} est restreint et ne demande aucune relation directe à un client. Comme \
             revendeur indirect, il peut demander avec un fournisseur."
        ),
        Reason::ResellerRevenue => format!(
            "{subject} a réalisé moins de 1 000 dollars US en douze mois. En dessous, un revendeur indirect \
             perd son autorisation et ne peut se réinscrire qu'après un an."
        ),
        Reason::ResellerRevenueSoon => format!(
            "{subject} a réalisé moins de 1 000 dollars US, et sa première année s'achève dans trois mois au \
             plus. Un revendeur indirect en dessous perd alors son autorisation."
        ),
        Reason::NoAgreement => format!(
            "{subject} : {other} n'a accepté aucun contrat client Microsoft. Il précède la première commande : \
             le vendeur l'atteste, ou le client l'accepte directement."
        ),
        Reason::AgreementAfterOrder => format!(
            "{subject} a été commandé avant le contrat noté pour {other}. Soit un contrat antérieur manque dans \
             le carnet, soit une date est fausse."
        ),
        Reason::SignerIncomplete => format!(
            "Un contrat attesté de {subject} ne nomme pas son signataire. Prénom, nom et e-mail sont requis ; \
             le téléphone est facultatif."
        ),
        Reason::AgreementInFuture => format!(
            "Un contrat de {subject} porte un jour à venir. Seul ce qui a été accepté est noté : aujourd'hui, \
             UTC, est le dernier jour."
        ),
        Reason::AgreementUndated => {
            format!("Un contrat de {subject} n'a pas de date. Indiquez le jour où il a été accepté.")
        }
        Reason::NoAttester => format!(
            "Un contrat attesté de {subject} ne dit pas qui l'atteste. C'est un fournisseur indirect ou un \
             partenaire à facturation directe du client."
        ),
        Reason::AttestedByReseller => format!(
            "Un contrat de {subject} est attesté par {other}, qui ne le peut pas. Seul un fournisseur indirect \
             ou un partenaire à facturation directe atteste ; le revendeur s'adresse à son fournisseur."
        ),
        Reason::AttesterUnrelated => format!(
            "Un contrat de {subject} est attesté par {other}, qui n'a pas de relation de revendeur active avec \
             le client. La relation vient d'abord."
        ),
        Reason::AgreementTwice => format!(
            "Un contrat de {subject} est noté deux fois pour un signataire et un jour. Microsoft refuse le \
             second."
        ),
        // R-REG
        Reason::CustomerInOtherRegion => format!(
            "{subject} : le client est dans une autre région CSP que le partenaire. Un partenaire ne vend que dans la \
             région de son emplacement."
        ),
        Reason::SellerInOtherRegion => format!(
            "{subject} : le vendeur {other} est dans une autre région CSP que le client. Un partenaire ne vend que dans \
             la région de son emplacement."
        ),
        Reason::ResellerInOtherRegion => format!(
            "{subject} : le revendeur {other} est dans une autre région CSP que le fournisseur. Un fournisseur ne \
             travaille qu'avec des revendeurs de sa région."
        ),
        Reason::ResellersInTwoRegions => format!(
            "{subject} : le revendeur est dans une autre région CSP que {other}, revendeur du même fournisseur. Le pays \
             du fournisseur n'est pas connu, mais il ne travaille qu'avec des revendeurs d'une seule région."
        ),
        Reason::CountryNotListed => {
            format!("Le pays de {subject} n'est pas un marché du programme. Rien ne peut y être vendu.")
        }
        Reason::OtherCurrency => {
            format!("{subject} est facturé dans une autre devise que celle du marché de son client.")
        }
        Reason::OtherCloud => format!(
            "{subject} : les deux côtés sont dans des clouds différents, {other} dans l'un d'eux. Les clouds sont séparés."
        ),
        Reason::UsGovAddress => format!(
            "{subject} est dans le cloud du gouvernement américain, mais pas aux États-Unis. Un compte y a une adresse \
             américaine."
        ),
        Reason::UsGovRole => format!(
            "{subject} est fournisseur ou revendeur indirect dans le cloud du gouvernement américain. Le modèle indirect \
             n'y existe pas."
        ),
        Reason::UsGovSecondPartner => format!(
            "{subject} a plus d'un partenaire. Un client du cloud du gouvernement américain n'en a qu'un."
        ),
        Reason::UsGovSecondChannel => format!(
            "{subject} achète par plus d'un canal. Un client du cloud du gouvernement américain n'en utilise qu'un."
        ),
        Reason::UsGovRequest => format!(
            "{subject} a fait l'objet d'une demande. Le cloud du gouvernement américain n'a pas de demande de relation."
        ),
        Reason::UsGovNoPrivileges => format!(
            "{subject} a été demandé sans privilèges d'administration. Le cloud du gouvernement américain ne le permet pas."
        ),
        Reason::GermanyClosed => format!(
            "{subject} est nouveau dans Microsoft Cloud Allemagne. Ce cloud n'accepte plus rien de nouveau depuis 2018."
        ),
        Reason::GermanyEnded => {
            format!("{subject} tourne dans Microsoft Cloud Allemagne. Ce cloud a fermé le 29 octobre 2021.")
        }
        Reason::ChinaAdmin => format!(
            "{subject} est dans 21Vianet. Les privilèges d'administration délégués granulaires n'y existent pas."
        ),
        Reason::ChinaAgreement => {
            format!("{subject} est dans 21Vianet et porte un contrat. Les contrats n'y sont pas enregistrés.")
        }
        Reason::ChinaInvitation => format!(
            "{subject} est la relation propre d'un revendeur dans 21Vianet. Les revendeurs y utilisent l'invitation de \
             leur fournisseur."
        ),
        Reason::OtherSegment => format!(
            "{subject} est une offre pour un autre segment que celui de {other}. La qualification d'un client décide des \
             offres qu'il peut acheter."
        ),
        Reason::NotVetted => format!(
            "{subject} est une offre pour l'éducation, et la qualification de {other} n'est pas approuvée. D'ici là, \
             l'offre ne peut pas être achetée."
        ),
        Reason::NotALicence => format!(
            "{subject} est une offre spéciale, mais pas une licence. Les offres spéciales sont des licences seulement."
        ),
        // R-PSH
        Reason::NotAProvider => format!(
            "{subject} : {other} n'est pas un fournisseur indirect. Seuls les fournisseurs invitent des revendeurs."
        ),
        Reason::NotAReseller => format!(
            "{subject} : {other} n'est pas un revendeur indirect. Seuls les revendeurs travaillent avec un fournisseur."
        ),
        Reason::WithItself => {
            format!("{subject} lie un compte à lui-même. Un partenariat a deux sociétés.")
        }
        Reason::PartnersOfOneGroup => {
            format!("{subject} : les deux sont du même groupe. Un partenariat se fait entre deux sociétés.")
        }
        Reason::NotAccepted => {
            format!("{subject} est actif sans jour d'acceptation. Le revendeur doit d'abord accepter.")
        }
        Reason::AcceptedBeforeInvited => {
            format!("{subject} a été accepté avant d'être invité. L'un des jours est faux.")
        }
        Reason::NoEndDate => {
            format!(
                "{subject} est terminé, sans jour de fin. Un partenariat qui se termine a une date de fin."
            )
        }
        Reason::EndedBeforeAccepted => {
            format!("{subject} s'est terminé avant d'être accepté. L'un des jours est faux.")
        }
        Reason::Reopened => format!(
            "{subject} était terminé. Un partenariat terminé demande une nouvelle invitation, qui est une nouvelle fiche."
        ),
        Reason::SecondOpen => {
            format!(
                "{subject} est ouvert deux fois. Une paire a un seul partenariat invité ou actif à la fois."
            )
        }
        Reason::NotPartners => format!(
            "{subject} nomme le revendeur {other}, avec qui son vendeur n'a pas de partenariat actif. La prochaine \
             commande ou modification est refusée ou non payée."
        ),
        // R-REL
        Reason::SellerUnrelated => format!(
            "{subject} est vendu par {other}, qui n'a pas de relation de revendeur active avec le client. On ne \
             commande que pour ses propres clients."
        ),
        Reason::ResellerUnrelated => format!(
            "{subject} nomme le revendeur {other}, qui n'a pas de relation de revendeur active avec le client. Il \
             est rémunéré, mais ne peut pas gérer le client."
        ),
        Reason::StillRunning => format!(
            "{subject} ne peut pas être supprimée tant que {other} tourne. Les abonnements sont d'abord suspendus."
        ),
        Reason::NotCancelled => format!(
            "{subject} ne peut pas être supprimée tant que {other} n'est pas annulé. Réservations et logiciels \
             sont d'abord annulés ; passé le délai de retour, c'est une affaire pour le support Microsoft."
        ),
        Reason::CustomerDidNotAccept => {
            format!("{subject} est active sans jour d'acceptation. Le client doit d'abord accepter.")
        }
        Reason::AcceptedBeforeRequested => {
            format!("{subject} a été acceptée avant d'être demandée. L'un des jours est faux.")
        }
        Reason::RevivedWithoutRequest => format!(
            "{subject} était supprimée. Une relation supprimée ne revient que par une nouvelle demande."
        ),
        Reason::CreatedByReseller => format!(
            "{subject} : {other} aurait créé le locataire du client. Un revendeur n'en crée pas ; son fournisseur \
             le fait pour lui."
        ),
        Reason::NobodyOnRecord => format!(
            "{subject} est une vente indirecte sans partenaire enregistré. La commande est acceptée, mais le \
             revendeur ne touche pas de prime."
        ),
        Reason::RecordOffIndirect => format!(
            "{subject} a un partenaire enregistré sans être une vente indirecte. Seul ce qu'un fournisseur vend \
             par un revendeur en a un."
        ),
        Reason::RecordIsSeller => format!(
            "{subject} : {other} le vend et en est aussi le partenaire enregistré. C'est le revendeur qui est \
             enregistré, jamais le vendeur."
        ),
        Reason::RecordIsNoReseller => format!(
            "{subject} : le partenaire enregistré {other} n'est pas un revendeur indirect. Personne d'autre ne \
             peut y figurer."
        ),
        Reason::RecordUnknown => format!(
            "{subject} nommerait un partenaire enregistré dont personne dans le registre n'a l'ID partenaire. Un \
             fournisseur nomme les revendeurs avec qui il travaille."
        ),
        Reason::NoPartnership => format!(
            "{subject} nommerait le revendeur {other}, avec qui son vendeur n'a pas de partenariat actif. Le \
             revendeur accepte d'abord le fournisseur."
        ),
        Reason::SupportUnrelated => format!(
            "{subject} : le contact de support {other} n'a pas de relation de revendeur active avec le client. \
             L'Espace partenaires ne le propose pas."
        ),
        Reason::SupportWithoutPrivileges => format!(
            "{subject} : le contact de support {other} n'a pas de privilèges d'administration chez le client. Il \
             ne peut rien y faire."
        ),
        Reason::DutyWithoutAccess => format!(
            "{subject} : le client a retiré les privilèges d'administration, et aucuns privilèges granulaires ne \
             sont actifs. Le partenaire doit quand même le support."
        ),
        // R-MP
        Reason::ChangesExisting => format!(
            "{subject} changerait pendant l'ajout d'un partenaire. L'ajout ne change rien de ce qui existe ; tout \
             autre changement est une étape à part."
        ),
        Reason::NoSeller => format!(
            "{subject} est acheté par le CSP, mais n'a pas de vendeur. Microsoft le facture à un partenaire."
        ),
        Reason::SellerCannotSell => format!(
            "{subject} : le vendeur {other} n'est ni fournisseur indirect ni partenaire à facturation directe. \
             Microsoft ne facture personne d'autre."
        ),
        Reason::FurtherIsOnRecord => format!(
            "{subject} nomme son partenaire enregistré aussi parmi les partenaires supplémentaires. Un ID y est \
             une seule fois."
        ),
        Reason::FurtherTwice => {
            format!("{subject} nomme deux fois un partenaire supplémentaire. Un ID y est une seule fois.")
        }
        Reason::SecondAzurePlan => format!(
            "{subject} et {other} sont deux plans Azure d'un même vendeur pour un même client. Un seul plan \
             contient tous les abonnements Azure."
        ),
        // R-MC
        Reason::SoldThroughCsp => format!(
            "{subject} a été vendu par le CSP et ne peut pas être repris pour le support. Il se transfère, ou se \
             rachète à la fin de sa période."
        ),
        Reason::NoSupportInChannel => {
            format!("{subject} a été acheté dans un canal dont rien n'est repris pour le support.")
        }
        Reason::SupporterUnrelated => format!(
            "{subject} : {other} le prendrait en support, mais n'a pas de relation de revendeur active avec le \
             client. Le client accepte d'abord le partenaire."
        ),
        Reason::SupporterWithoutPrivileges => format!(
            "{subject} : {other} le prendrait en support, mais n'a pas de privilèges d'administration chez le \
             client. Le client les accorde d'abord."
        ),
        Reason::SupportChangesMore => format!(
            "{subject} changerait en plus de son support. Canal, quantité, période et payeur restent tels quels."
        ),
        Reason::ReadOnlyElsewhere => format!(
            "{subject} a été acheté hors du CSP. Ses licences, sa période et son état se modifient là où il a été \
             acheté."
        ),
        Reason::SellerElsewhere => format!(
            "{subject} a été acheté hors du CSP, mais nomme le vendeur {other}. Microsoft ne le facture à aucun \
             partenaire CSP."
        ),
        Reason::MovedMidTerm => format!(
            "{subject} court chez {other} et ne passe pas à un autre vendeur avant la fin de sa période. Il se \
             termine ou est annulé, et un nouveau est acheté."
        ),
        Reason::RunsTwice => format!(
            "{subject} tourne depuis plus d'un mois à côté de {other}, acheté par le CSP. Les deux sont payés \
             jusqu'à l'annulation de l'ancien, sauf s'il est marqué comme voulu."
        ),
        // R-ADM
        Reason::DapIsRetired => format!(
            "{subject} : des privilèges d'administration délégués sur {other} sont encore accordés. Microsoft \
             les retire depuis le 22 mai 2023 ; les granulaires prennent leur place."
        ),
        Reason::DapGrantedAnew => format!(
            "{subject} demanderait à {other} des privilèges d'administration délégués, qui ne sont plus \
             accordés depuis le 22 mai 2023. Les granulaires prennent leur place."
        ),
        Reason::DapBeforeAcceptance => format!(
            "{subject} a des privilèges d'administration délégués, mais {other} n'a pas encore accepté la \
             relation. Ils viennent avec elle."
        ),
        Reason::OddDuration => format!(
            "{subject} dure trop de jours ou aucun. Des privilèges d'administration granulaires durent de 1 à \
             730 jours."
        ),
        Reason::NoAdminName => format!(
            "{subject} n'a pas de nom. Des privilèges d'administration granulaires en ont un de 1 à 50 \
             caractères."
        ),
        Reason::LongAdminName => format!("Le nom de {subject} est trop long. Il a 50 caractères au plus."),
        Reason::OddAutoExtend => format!(
            "{subject} se prolongerait d'autre chose que 180 jours. Valeurs permises : 0, c'est-à-dire pas du \
             tout, et 180 jours."
        ),
        Reason::GlobalAdminExtends => format!(
            "{subject} donne le rôle d'administrateur général et se prolongerait de lui-même. Avec ce rôle, \
             la prolongation est de 0 jour ; avec d'autres, elle peut être de 180."
        ),
        Reason::PrivilegesAreOver => format!(
            "{subject} a expiré ou a été résilié et ne revient pas. Un successeur au nouveau nom prend sa \
             place."
        ),
        Reason::PrivilegesLeap => format!(
            "{subject} ne peut pas passer à cet état depuis le sien. Il est préparé, envoyé, approuvé par le \
             client, puis actif jusqu'à son échéance ou sa résiliation."
        ),
        Reason::PrivilegesAreLocked => format!(
            "{subject} n'est plus un brouillon. Nom, durée, client et rôles ne changent que sur un brouillon, \
             et la prolongation aussi tant qu'il est actif ; un successeur peut avoir ce que celui-ci ne peut \
             pas."
        ),
        Reason::PrivilegesOfSuspended => format!(
            "{subject} a l'état actif, mais le compte de {other} est suspendu. Microsoft révoque alors ses \
             privilèges d'administration granulaires."
        ),
        Reason::PrivilegesEndBehind => format!(
            "{subject} a l'état actif, mais son échéance est passée. La copie est ancienne : un nouvel import dit \
             ce qu'il en est."
        ),
        Reason::PrivilegesEndInADay => format!(
            "{subject} arrive à échéance d'ici un jour ({other}) et ne se prolonge pas. L'accès est alors \
             perdu, sauf si un successeur est approuvé avant."
        ),
        Reason::PrivilegesEndInAWeek => format!(
            "{subject} arrive à échéance d'ici une semaine ({other}) et ne se prolonge pas. L'accès est alors \
             perdu, sauf si un successeur est approuvé avant."
        ),
        Reason::PrivilegesEndInAMonth => format!(
            "{subject} arrive à échéance d'ici 30 jours ({other}) et ne se prolonge pas. L'accès est alors \
             perdu, sauf si un successeur est approuvé avant."
        ),
        Reason::SuccessorWaits => format!(
            "{subject} arrive bientôt à échéance, et son successeur {other} n'est pas encore actif. Le client \
             l'approuve avant."
        ),
        Reason::PrivilegesRequestLapsed => format!(
            "{subject} attend une réponse depuis plus de 90 jours. La demande est éteinte ; il en faut une \
             nouvelle pour {other}."
        ),
        Reason::EndOffDuration => format!(
            "{subject} arrive à échéance un autre jour que ne le disent son approbation et sa durée. L'un des \
             trois est faux."
        ),
        Reason::NobodyAssigned => format!(
            "{subject} a l'état actif, mais aucun groupe de sécurité du partenaire n'y a accès. Sans attribution, \
             personne ne peut s'en servir."
        ),
        Reason::GlobalAdminGiven => format!(
            "{subject} donne le rôle d'administrateur général sur {other}. Des rôles moindres suffisent à \
             presque tout le support."
        ),
        Reason::SameRolesTwice => format!(
            "{subject} et {other} donnent les mêmes rôles à un seul partenaire. L'un des deux suffit."
        ),
        // R-SUB
        Reason::OverIsOver => {
            format!("{subject} est terminé et ne revient pas. Un nouvel abonnement est acheté à sa place.")
        }
        Reason::NoSuchStep => format!(
            "{subject} ne peut pas passer de son état à celui-ci. Un abonnement en attente devient actif ; un \
             abonnement actif est suspendu ou annulé ; un abonnement suspendu est réactivé ou annulé."
        ),
        Reason::NotBeforeTermEnd => format!(
            "{subject} ne peut pas encore expirer. Cela arrive à la fin de sa durée, s'il n'est pas \
             renouvelé."
        ),
        Reason::NotInTime => format!(
            "{subject} n'en est pas là. Il est désactivé 30 jours après son expiration, puis supprimé 90 \
             jours plus tard, par le temps seul."
        ),
        Reason::SuspendedByMicrosoft => format!(
            "{subject} a été suspendu par Microsoft. Le partenaire ne peut pas le réactiver ; le motif se \
             règle d'abord avec Microsoft."
        ),
        Reason::NoSuchState => format!(
            "{subject} relève de l'ancien commerce, qui ne connaît ni sursis ni expiration. Un tel abonnement \
             est actif, suspendu ou supprimé."
        ),
        Reason::NotActive => format!(
            "{subject} n'est pas actif. Sièges, durée, facturation, partenaire enregistré et changements \
             prévus se modifient à l'état actif ; il faut d'abord le réactiver."
        ),
        Reason::NotOne => format!("{subject} est facturé à l'usage. Sa quantité est 1."),
        Reason::TooFewSeats => format!(
            "{subject} a moins de sièges que son offre ne le permet. Le minimum est 1, ou ce que dit l'offre."
        ),
        Reason::TooManySeats => format!(
            "{subject} a plus de sièges que son offre ne le permet. Le maximum est 10000000, ou ce que dit \
             l'offre."
        ),
        Reason::ManyForSmallBusiness => format!(
            "{subject} a plus de 300 sièges d'une offre pour petites entreprises. L'offre Entreprise en \
             permet davantage."
        ),
        Reason::NotTrialSeats => format!("{subject} est un essai. Un essai a 25 sièges, ni plus ni moins."),
        Reason::TrialTooLong => format!(
            "{subject} est un essai de plus de 30 jours. Un essai finit après 30 jours et ne se convertit \
             qu'à la main."
        ),
        Reason::SecondTrial => format!(
            "{subject} est un deuxième essai : {other} est un essai de la même offre. Un client essaie chaque \
             offre une fois."
        ),
        Reason::TrialOfOwned => format!(
            "{subject} est un essai d'un produit que le client possède déjà : {other}. On n'essaie pas ce que \
             l'on possède."
        ),
        Reason::TooManyOfOffer => format!(
            "{subject} est de trop : avec {other}, le client a déjà autant d'abonnements de cette offre que \
             permis. Ce qui est suspendu compte jusqu'à sa suppression."
        ),
        Reason::SeatsAreBound => format!(
            "{subject} garde ses sièges jusqu'à la fin de sa durée : le délai pour les rendre est écoulé. Un \
             nombre plus petit peut être prévu pour le renouvellement."
        ),
        Reason::SeatsNeverDown => format!(
            "{subject} est un abonnement logiciel, qui ne perd jamais de sièges. Un nombre plus petit peut \
             être prévu pour le renouvellement."
        ),
        Reason::WindowOver => format!(
            "{subject} ne peut plus être annulé : le délai est écoulé. Laissez-le finir sans renouvellement."
        ),
        Reason::NeverCancelled => format!(
            "{subject} relève d'une offre qui ne s'annule jamais. Il court jusqu'à la fin de sa durée."
        ),
        Reason::DataDeletedSoon => format!(
            "{subject} est suspendu depuis 60 jours ou plus. Ses données sont supprimées après 90 jours ; il \
             faut le réactiver ou sauver les données."
        ),
        Reason::DataDeleted => format!(
            "{subject} est suspendu depuis 90 jours ou plus. Ses données sont supprimées maintenant, au plus \
             tard après 120 jours."
        ),
        Reason::BilledWhileSuspended => format!(
            "{subject} est suspendu, mais facturé jusqu'à la fin de sa durée ; ce qui était prévu est \
             abandonné. Dans le nouveau commerce, une suspension arrête le service, pas la facture."
        ),
        Reason::DisabledSoon => format!(
            "{subject} a expiré. Ses utilisateurs perdent l'accès 30 jours après la fin de sa durée, et ses \
             données sont supprimées 90 jours plus tard."
        ),
        Reason::AdminsOnly => format!(
            "{subject} est désactivé : seuls les administrateurs y accèdent. Ses données sont supprimées 120 \
             jours après la fin de sa durée ; il faut les sauver ou racheter."
        ),
        Reason::ChangeWithoutRenewal => format!(
            "{subject} a un changement prévu pour son renouvellement, mais ne se renouvelle pas. Il faut \
             activer le renouvellement ou abandonner le changement."
        ),
        Reason::ChangeWhileNotActive => format!(
            "{subject} a un changement prévu, mais n'est pas actif. Une suspension abandonne ce qui est \
             prévu."
        ),
        Reason::ExtendedTooEarly => format!(
            "{subject} a la durée de service prolongée, qui existe à partir du 4 mai 2026. Jusque-là, il se \
             renouvelle ou finit."
        ),
        Reason::TwoRenewals => format!(
            "{subject} se renouvelle et passe à la fois à la durée de service prolongée. Il faut choisir : \
             renouvellement, durée prolongée ou arrêt."
        ),
        Reason::RenewalUndecided => format!(
            "{subject} finit sa durée dans les 30 jours, et personne n'a décidé de son renouvellement."
        ),
        Reason::AddOnOtherCustomer => format!(
            "{subject} dépend de {other}, qui appartient à un autre client. Un complément et sa base ont le \
             même client."
        ),
        Reason::AddOnOtherSeller => format!(
            "{subject} dépend de {other}, vendu par un autre partenaire. Un complément et sa base ont le même \
             vendeur."
        ),
        Reason::BaseNotLive => format!(
            "{subject} est en cours, mais {other}, dont il dépend, ne l'est pas. Un complément est suspendu \
             avec sa base, et un plan ne prend pas fin sous un abonnement Azure en cours."
        ),
        Reason::BaseNotEligible => format!(
            "{subject} ne peut pas être ajouté à {other}. Son offre demande l'une d'autres offres comme base."
        ),
        Reason::NoAzureBeside => format!(
            "{subject} demande un plan ou un abonnement Azure en cours du même vendeur, et le client n'en a \
             pas."
        ),
        Reason::PairNewCommerce => format!(
            "{subject} a une durée et une facturation qui ne se combinent pas. Permis : un mois facturé par \
             mois ; un an facturé par mois ou par an ; trois ans facturés par mois, par an ou en une fois \
             pour les trois."
        ),
        Reason::PairLegacy => format!(
            "{subject} a une durée et une facturation qui ne se combinent pas. Permis : 12 mois, ou 36 ou 72 \
             pour certaines offres, facturés par mois ou par an."
        ),
        Reason::PairSoftware => format!(
            "{subject} a une durée et une facturation qui ne se combinent pas. Permis : un an ou trois ans, \
             facturés par an, pour trois ans ou en une fois."
        ),
        Reason::PairPerpetual => {
            format!("{subject} est un logiciel perpétuel. Il n'a pas de durée et se facture en une fois.")
        }
        Reason::PairReservation => format!(
            "{subject} a une durée et une facturation qui ne se combinent pas. Permis : un, trois ou cinq \
             ans, facturés en une fois ou par mois."
        ),
        Reason::PairAzurePlan => format!(
            "{subject} est un plan Azure. Il n'a pas de durée ; sa facturation est unique au catalogue, et il \
             est facturé par mois."
        ),
        Reason::PairAzureLegacy => {
            format!("{subject} est un Azure de l'ancien type. Il n'a pas de durée et se facture par mois.")
        }
        Reason::PairMarketplace => format!(
            "{subject} a une durée et une facturation qui ne se combinent pas. Permis : un mois, ou un, trois \
             ou cinq ans, facturés par mois ou par an."
        ),
        Reason::PairTrial => {
            format!("{subject} est un essai, qui n'est pas facturé. Sa facturation est aucune.")
        }
        Reason::RecordIsFixed => {
            format!("{subject} est une réservation. Son partenaire enregistré est fixé à l'achat.")
        }
        Reason::AzureLegacyClosed => format!(
            "{subject} est un MS-AZR-0145P, vendu depuis le 21 juillet 2021 seulement là où client et vendeur \
             en ont déjà un. Il faut acheter le plan Azure."
        ),
        Reason::AzureLegacyBesidePlan => format!(
            "{subject} est un MS-AZR-0145P, mais le client a {other} chez ce vendeur. À côté d'un plan Azure, \
             l'ancien type ne se vend plus."
        ),
        // R-TRF
        Reason::TransferToItself => {
            format!("{subject} : le transfert va de {other} à lui-même. Il lui faut deux partenaires.")
        }
        Reason::PartyCannotSell => format!(
            "{subject} : {other} participe au transfert, mais n'est ni fournisseur indirect ni partenaire à \
             facturation directe. Les revendeurs passent par leur fournisseur."
        ),
        Reason::TargetMayNotBuy => format!(
            "{subject} : la cible {other} du transfert est restreinte ou suspendue. Elle ne reprend rien."
        ),
        Reason::ItemOfOtherCustomer => format!(
            "{subject} n'est pas du client dont les abonnements sont transférés ({other}). Un transfert \
             concerne un seul client."
        ),
        Reason::ItemOfOtherSeller => format!(
            "{subject} doit être transféré, mais {other} ne le vend pas. La source d'un transfert vend ce \
             qu'elle donne."
        ),
        Reason::TargetUnrelated => format!(
            "{subject} : la cible {other} du transfert n'a pas de relation de revendeur active avec le \
             client. Le client l'accepte d'abord."
        ),
        Reason::TargetWithoutAgreement => format!(
            "{subject} : le contrat client Microsoft n'a été accepté ni par le client lui-même ni par la \
             cible {other}. L'un des deux vient d'abord."
        ),
        Reason::TargetUnsigned => format!(
            "{subject} : la cible {other} du transfert n'a pas encore signé le contrat partenaire Microsoft. \
             Elle le signe d'abord."
        ),
        Reason::TargetInOtherCountry => format!(
            "{subject} : la cible {other} est dans un autre pays que le client. L'ancien Azure ne change de \
             partenaire que dans un même pays."
        ),
        Reason::RecordOnDirectTarget => format!(
            "{subject} : un partenaire enregistré est nommé, mais la cible {other} n'est pas un fournisseur \
             indirect. Seuls les fournisseurs vendent par un revendeur."
        ),
        Reason::NoPlanAtTarget => format!(
            "{subject} a besoin d'un plan Azure de {other} chez le client pour y passer. La cible achète \
             d'abord le plan."
        ),
        Reason::ItemNotActive => format!(
            "{subject} n'est pas actif. Seul ce qui est actif est transféré ; ce qui est suspendu est \
             réactivé d'abord."
        ),
        Reason::ItemInOtherRequest => format!(
            "{subject} est dans une autre demande ouverte ({other}). Son tour vient quand elle est close."
        ),
        Reason::ItemIsMoving => format!(
            "{subject} changerait pendant son transfert ({other}). Rien d'autre ne change avant la fin du \
             transfert."
        ),
        Reason::ReservationStays => format!(
            "{subject} est une réservation et ne suit pas l'ancien Azure. Elle est annulée, ou reste où elle \
             est."
        ),
        Reason::MarketplaceStays => format!(
            "{subject} est un produit Marketplace, qui ne suit qu'un plan Azure. Il est racheté chez la \
             cible."
        ),
        Reason::AddOnAlone => {
            format!("{subject} est un module complémentaire et n'est transféré qu'avec sa base, {other}.")
        }
        Reason::LicenceStays => format!(
            "{subject} est une licence qui ne quitte pas {other} de cette façon. Les licences du nouveau \
             commerce se transfèrent depuis avril 2024 ; les anciennes vont à leur terme et sont rachetées."
        ),
        Reason::TransferLapsed => format!(
            "{subject} : {other} n'a pas répondu à la demande de transfert en 30 jours. Elle est éteinte ; il \
             en faut une nouvelle."
        ),
        Reason::TransferIsOver => {
            format!("{subject} : le transfert est clos et ne revient pas. Il faut une nouvelle demande.")
        }
        Reason::TransferUnderWay => format!(
            "{subject} : le transfert est en route et ne peut plus être retiré. Seul ce qui attend est refusé \
             ou annulé."
        ),
        Reason::TooManyItems => {
            format!("{subject} : le transfert a plus de 25 éléments. La demande est partagée.")
        }
        Reason::WrongOneAsks => format!(
            "{subject} : le transfert est demandé par le mauvais côté. Pour ce qu'il déplace, c'est {other} \
             qui demande."
        ),
        Reason::NoSuccessor => format!(
            "{subject} : {other} a été transféré, mais aucun abonnement de la cible ne lui succède. Il manque \
             l'enregistrement chez la cible."
        ),
        Reason::RolesNotReviewed => format!(
            "{subject} : après le transfert, personne n'a passé en revue les rôles de {other} sur les \
             ressources Azure. Ils restent jusqu'à leur suppression."
        ),
        // R-SELF
        Reason::SoldToAccount => format!(
            "{subject} est vendu à {other}, dont le locataire est un compte CSP. Une société achète pour elle-même avec \
             un autre locataire."
        ),
        Reason::AccountAsCustomer => format!(
            "{subject} : le locataire de {other} est un compte CSP. Une société est cliente avec un autre locataire."
        ),
        Reason::SoldInGroup => {
            format!("{subject} est vendu dans un même groupe : son client appartient au groupe de {other}.")
        }
        Reason::PerhapsInGroup => format!(
            "{subject} est peut-être vendu dans un même groupe : son client a le nom ou le domaine de {other}. Un \
             partenaire ne vend ni à lui-même ni à ses filiales."
        ),
        Reason::ResellerAsCustomer => format!(
            "{subject} : {other} est un revendeur de ce fournisseur. Un revendeur n'est pas client de son propre \
             fournisseur avec le même locataire."
        ),
        Reason::CustomerAsReseller => format!(
            "{subject} : {other} est un client de ce fournisseur. Un client ne devient pas revendeur de son fournisseur \
             avec le même locataire."
        ),
        Reason::SoldToPartner => format!(
            "{subject} a été vendu au groupe de {other}, partenaire CSP, avant le 12 mai 2020. Ce n'était alors permis \
             avec aucun locataire."
        ),
        // R-HYG
        Reason::EndsBeforeItBegins => {
            format!("{subject} finit avant de commencer. L'une des dates est fausse.")
        }
        Reason::EffectiveBeforeCreation => format!(
            "{subject} est entré en vigueur plus d'un jour avant sa création. L'une des dates est fausse."
        ),
        Reason::RecordOfNobody => format!(
            "{subject} : aucun partenaire du carnet n'a l'ID partenaire enregistré. Il est gardé tel quel ; un \
             partenaire avec cet ID peut être ajouté."
        ),
        Reason::LooseReference => format!(
            "{subject} nomme {other}, absent du carnet. Une importation peut l'apporter, ou la référence est \
             périmée."
        ),
        Reason::Secret => format!(
            "Un texte de {subject} contient un mot de passe, un jeton ou un secret semblable. Un carnet est lu \
             par beaucoup : retirez-le, et changez le secret là où il sert."
        ),
        Reason::Placeholder => format!(
            "{subject} porte un ID ou un texte tiré d'un manuel. Il ne désigne rien de réel : indiquez le bon."
        ),
        Reason::NumberMissing => format!(
            "{subject} n'a pas de numéro d'immatriculation. Son pays en demande un avant la création du client \
             : demandez-le au client."
        ),
        Reason::NumberMisformed => format!(
            "Le numéro d'immatriculation de {subject} n'a pas la forme que demande son pays. Seuls les lettres \
             et les chiffres comptent, sans tirets."
        ),
        Reason::NumberNotAsked => format!(
            "{subject} a un numéro d'immatriculation, que l'Espace partenaires n'accepte pas dans son pays. \
             Laissez le champ vide."
        ),
        Reason::PhoneMissing => format!(
            "{subject} n'a pas de numéro de téléphone. Son pays en demande un avec le numéro d'immatriculation."
        ),
        Reason::WebMail => format!(
            "Le contact de {subject} a une adresse de messagerie web. Microsoft attend une adresse du domaine \
             de l'entreprise."
        ),
        Reason::OddPhone => format!(
            "Le téléphone de {subject} n'est pas fait de dix chiffres au plus. Celui d'un emplacement s'écrit \
             sans espaces ni préfixe."
        ),
    }
}
