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
        // R-SUB
        // R-TRF
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
    }
}
