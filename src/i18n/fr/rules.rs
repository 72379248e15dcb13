//! French: the rules, what they ask, and what is wrong with a record. The terms are those of the portal in French.

use crate::model::{CustomerField, FieldRef, PartnerField, SubscriptionField};
use crate::rules::{Code, Reason, Severity};

/// A severity, as a word in a sentence or a column.
pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Integrity => "intégrité",
        Severity::Error => "erreur",
        Severity::Warning => "avertissement",
        Severity::Hint => "remarque",
    }
}

/// What a rule asks, in a few words.
pub fn title(code: Code) -> &'static str {
    match code {
        Code::BookReference => "toute fiche nommée se trouve dans le carnet",
        // R-ID
        Code::Id001 => "un ID de locataire est un GUID",
        Code::Id002 => "un ID partenaire est fait de chiffres",
        Code::Id003 => "les affaires utilisent l'ID d'emplacement, pas l'ID global",
        Code::Id004 => "un locataire CSP, un ID d'emplacement",
        Code::Id005 => "les clés sont uniques",
        Code::Id006 => "un domaine est une étiquette, pas une clé",
        // R-REG
        Code::Reg001 => "ne vendre qu'aux clients de la même région",
        Code::Reg002 => "fournisseur et revendeur sont dans la même région",
        Code::Reg003 => "le pays est un marché CSP, la devise convient",
        Code::Reg004 => "tout reste dans un seul cloud",
        Code::Reg005 => "limites de Microsoft Cloud for US Government",
        Code::Reg006 => "l'Allemagne est fermée, 21Vianet est à part",
        Code::Reg007 => "le segment du client permet l'offre",
        // R-PSH
        Code::Psh001 => "les bons rôles du bon côté d'un partenariat",
        Code::Psh002 => "invité par le fournisseur, actif seulement après acceptation du revendeur",
        Code::Psh003 => "un seul partenariat ouvert par paire",
        Code::Psh004 => "un partenariat utilisé est actif",
        // R-REL
        Code::Rel001 => "le vendeur a une relation de revendeur active",
        Code::Rel002 => "dans le modèle indirect, les deux partenaires ont une relation",
        Code::Rel003 => "une relation n'est supprimée que si plus rien ne tourne",
        Code::Rel004 => "l'acceptation est l'acte du client",
        Code::Rel005 => "une vente indirecte a un partenaire enregistré",
        Code::Rel006 => {
            "le partenaire enregistré est un revendeur indirect, sur les ventes indirectes seulement"
        }
        Code::Rel007 => "le vendeur travaille avec le revendeur enregistré",
        Code::Rel008 => "le contact de support est joignable",
        Code::Rel009 => "les devoirs survivent à la perte des privilèges",
        // R-MP
        Code::Mp001 => "ajouter un partenaire ne change rien de ce qui existe",
        Code::Mp002 => "un vendeur et au plus un partenaire enregistré par abonnement",
        Code::Mp003 => "un plan Azure par client et par vendeur",
        // R-MC
        Code::Mc001 => "quels achats peuvent être repris pour le support",
        Code::Mc002 => "pas de transfert de licences entre partenaires CSP en cours de période",
        Code::Mc003 => "des services à l'usage dans deux canaux sont facturés deux fois",
        // R-SELF
        Code::Self001 => "rien n'est vendu dans un locataire CSP",
        Code::Self002 => "pas de vente à soi-même ni à ses filiales",
        Code::Self003 => "un revendeur n'est pas client de son propre fournisseur",
        Code::Self004 => {
            "pas de revente de services en ligne à un autre partenaire CSP (avant le 12 mai 2020)"
        }
    }
}

/// What a rule asks, why it matters, and how it is read here.
#[allow(clippy::too_many_lines)] // a table: one arm per rule
pub fn explains(code: Code) -> &'static str {
    match code {
        Code::BookReference => {
            "Une fiche ne nomme que des fiches du carnet : un abonnement son client, une relation ses deux côtés. Sans \
             cela, rien ne pourrait être suivi et aucune règle jugée. C'est une règle du carnet lui-même : une \
             modification qui l'enfreint est toujours refusée."
        }
        // R-ID
        Code::Id001 => {
            "L'ID d'un partenaire, d'un client et d'un abonnement est un GUID : 32 chiffres hexadécimaux en cinq groupes. \
             Majuscules et accolades désignent le même ID ; un nom de domaine n'en est pas un. Le carnet ne peut pas \
             contenir une autre forme : la règle n'attend donc que les fiches qui portent un numéro provisoire."
        }
        Code::Id002 => {
            "Un ID partenaire, autrefois ID MPN, est fait de chiffres et de rien d'autre ; l'Espace partenaires refuse le \
             reste. Les ID sont comparés sans les zéros de tête. Aucun document n'en fixe la longueur : hors de cinq à \
             sept chiffres, ce n'est qu'une remarque."
        }
        Code::Id003 => {
            "Les commandes portent l'ID d'un emplacement et non celui du siège : avec l'ID global, il n'y a ni prime ni \
             contrat valable. Un ID est global quand un partenaire du carnet le donne comme tel, et d'emplacement \
             quand un compte CSP l'a comme ID partenaire."
        }
        Code::Id004 => {
            "Un compte CSP et un emplacement vont ensemble, un pour un : deux comptes n'ont pas le même ID partenaire. Un \
             groupe présent dans deux pays a un locataire et un emplacement pour chacun. Le pays d'un emplacement \
             n'est pas noté à part de celui du compte : seul le doublon est jugé."
        }
        Code::Id005 => {
            "Un locataire, un abonnement, une relation d'administration figurent une seule fois dans le carnet ; les \
             tables y veillent. Seul peut encore se répéter le nom de privilèges d'administration délégués granulaires : \
             Microsoft demande qu'un partenaire ne l'emploie qu'une fois, quel que soit l'état."
        }
        Code::Id006 => {
            "Un domaine peut changer, et rester vide jusqu'au deuxième cycle de facturation : les fiches ne sont jamais \
             rapprochées par lui. Deux clients du même domaine, ou un domaine qui n'est pas un nom d'hôte, méritent un \
             regard : l'un des noms est peut-être faux."
        }
        // R-REG
        Code::Reg001 => {
            "Un partenaire vend dans tous les pays de la région de son emplacement, et dans aucun autre (scénario 7). \
             Compte le pays défini dans le locataire du client, non son adresse postale. Un partenaire peut avoir un \
             compte par région. Un document de 2017 montre un fournisseur dont les revendeurs sont dans deux régions ; il \
             est tenu pour dépassé, et de telles données importées sont signalées, non refusées."
        }
        Code::Reg002 => {
            "Un fournisseur indirect ne travaille qu'avec des revendeurs de sa région (scénario 8) : la France et \
             l'Allemagne en forment une, les États-Unis et le Royaume-Uni deux, le Brésil est la sienne. Il en va de même \
             du revendeur enregistré sur un abonnement. Le revendeur peut ouvrir un compte dans la région du fournisseur."
        }
        Code::Reg003 => {
            "Le programme compte 245 pays et régions en 15 zones ; la Chine, Cuba, l'Iran, la Corée du Nord, le Soudan et \
             la Syrie n'y sont pas. Un abonnement est facturé dans la devise du marché du client. Depuis le 28 janvier \
             2021, les devises d'Europe y valent l'une pour l'autre, car les partenaires peuvent être facturés dans la \
             leur. Où la liste ne donne pas de devise, rien n'est jugé."
        }
        Code::Reg004 => {
            "Le cloud public, celui du gouvernement américain, le cloud allemand et 21Vianet sont physiquement séparés : \
             partenaire et client, fournisseur et revendeur, les deux côtés d'un transfert sont dans le même. Rien ne \
             migre de l'un à l'autre. GCC n'est pas un cloud ici : ses clients sont dans le cloud public."
        }
        Code::Reg005 => {
            "Dans le cloud du gouvernement américain, un compte a une adresse aux États-Unis, il n'y a ni fournisseur ni \
             revendeur indirect, et un client a un seul partenaire, un seul canal et aucune demande de relation. Les \
             documents pour développeurs de 2021 le disent, deux autres pages admettent plusieurs partenaires. Jusqu'en \
             septembre 2021 c'est une erreur, dès octobre 2021 un avertissement."
        }
        Code::Reg006 => {
            "Microsoft Cloud Allemagne n'accepte plus de clients ni de services depuis 2018 et a fermé le 29 octobre 2021. \
             21Vianet n'a ni privilèges d'administration granulaires ni contrats enregistrés, et un revendeur y utilise \
             l'invitation de son fournisseur. L'annonce de 2018 est datée du dernier jour de l'année, faute de mieux ; \
             le jour de fermeture est cité de mémoire."
        }
        Code::Reg007 => {
            "Une offre commerciale convient à tout client sauf ceux du cloud GCC ; les offres pour l'éducation et les \
             associations demandent cette qualification, l'éducation une vérification approuvée en plus. Les offres \
             spéciales sont des licences seulement. Les listes de pays par produit et les codes de validation ne sont pas \
             dans le carnet et ne sont pas jugés."
        }
        // R-PSH
        Code::Psh001 => {
            "Un partenariat lie un fournisseur indirect et un revendeur indirect ; un partenaire à facturation directe peut \
             se tenir du côté revendeur pendant sa transition. Ce n'est pas le lien d'une société avec elle-même ou sa \
             filiale : aucun document ne le dit, aucun ne le permet. Les rôles d'un partenariat terminé ne sont pas jugés."
        }
        Code::Psh002 => {
            "Le fournisseur invite, et le partenariat est actif quand un administrateur général du revendeur accepte. Saisi \
             ici, il lui faut le jour d'acceptation ; importé, il ne le porte pas. Ce qui est terminé ne revient pas : il \
             faut une nouvelle invitation."
        }
        Code::Psh003 => {
            "Un fournisseur et un revendeur ont au plus un partenariat invité ou actif. Un revendeur peut avoir plusieurs \
             fournisseurs, un fournisseur beaucoup de revendeurs."
        }
        Code::Psh004 => {
            "Un abonnement indirect en cours nomme un revendeur avec qui son vendeur a un partenariat actif. Mettre fin au \
             partenariat laisse clients, abonnements et privilèges en l'état, mais la prochaine commande ou modification \
             qui nomme ce revendeur est refusée ou non payée."
        }
        // R-REL
        Code::Rel001 => {
            "Qui vend un abonnement par le CSP, fournisseur ou partenaire à facturation directe, figure dans la \
             liste des partenaires du client avec une relation de revendeur active. Sans elle, une commande est \
             refusée. Seuls les abonnements actifs ou en attente sont jugés."
        }
        Code::Rel002 => {
            "Dans le modèle indirect, le fournisseur vend et le revendeur s'occupe du client : les deux ont donc \
             une relation de revendeur ; une seule invitation peut établir les deux. Un revendeur enregistré qui \
             n'en a pas touche la prime mais ne peut pas gérer le client."
        }
        Code::Rel003 => {
            "Une relation est supprimée quand les abonnements du partenaire pour le client sont suspendus ou \
             terminés et que ses réservations et achats de logiciels sont annulés. Un logiciel passé son délai de \
             retour ne s'annule plus ; les documents ne donnent pas d'issue, c'est une affaire pour le support \
             Microsoft. Ce qu'une même étape suspend et quitte est en ordre."
        }
        Code::Rel004 => {
            "Une relation saisie ici n'est active qu'avec le jour où l'administrateur général du client a accepté, \
             pas avant le jour de la demande ; une relation importée ne le porte pas. Font exception les \
             locataires créés par le partenaire lui-même et les relations étendues lors du passage du direct à \
             l'indirect. Un revendeur ne crée pas de locataire : le fournisseur le crée avec le revendeur comme \
             partenaire associé. Ce qui a été supprimé revient par une nouvelle demande."
        }
        Code::Rel005 => {
            "Un abonnement indirect nomme l'ID d'emplacement de son revendeur. Sans lui, la commande est acceptée, \
             mais le revendeur ne touche pas de prime. Les exports laissent le champ vide, ou disent -1, quand il \
             n'y en a pas : cela compte comme absent, pas comme inconnu."
        }
        Code::Rel006 => {
            "Le partenaire enregistré est le revendeur indirect, jamais le vendeur, et ne figure que sur les \
             ventes indirectes ; sur un abonnement à facturation directe, le champ est vide. Un partenaire à \
             facturation directe peut y figurer pendant son passage au modèle indirect. Un ID que personne dans le \
             registre ne porte n'est pas jugé."
        }
        Code::Rel007 => {
            "Pour enregistrer un revendeur, son fournisseur a besoin d'un partenariat actif avec lui, et les deux \
             sont dans une même région. Cela se juge quand le partenaire enregistré ou le vendeur change, pas sur \
             ce qui existait. Qu'un partenariat manquant soit refusé est notre propre conclusion. L'accord et la \
             situation du revendeur, qui comptent aussi, ne sont pas encore jugés."
        }
        Code::Rel008 => {
            "Le contact de support d'un abonnement est son vendeur, ou un partenaire qui a une relation de \
             revendeur active ; un revendeur a besoin en plus de privilèges d'administration chez le client, \
             granulaires aujourd'hui, délégués autrefois. Les autres n'apparaissent pas dans la liste des \
             contacts, et une relation supprimée en retire le partenaire."
        }
        Code::Rel009 => {
            "Un client peut retirer les privilèges d'administration, mais la relation reste, et avec elle le \
             devoir de support du contrat de partenaire. Des privilèges granulaires rendent l'accès ; pour les \
             abonnements Azure que le partenaire provisionne lui-même, il n'en faut pas. Deux documents diffèrent \
             : Microsoft prend-il encore des demandes de service au nom du client ou non."
        }
        // R-MP
        Code::Mp001 => {
            "Un partenaire ajouté à un client, par demande, acceptation ou privilèges granulaires, ne change aucun \
             champ d'aucun abonnement, aucune autre relation, aucun autre privilège et aucun contrat. Les \
             abonnements gardent leurs vendeurs et leurs partenaires enregistrés ; les déplacer est une étape à \
             part. Un contrat que le client signe en acceptant est noté avec elle."
        }
        Code::Mp002 => {
            "Un client peut avoir autant de partenaires qu'il veut, mais chaque abonnement a un seul vendeur, \
             fournisseur ou partenaire à facturation directe, et au plus un partenaire enregistré. La liste des ID \
             partenaires supplémentaires est une information : elle ne se répète pas et ne répète pas le \
             partenaire enregistré."
        }
        Code::Mp003 => {
            "Un partenaire à facturation directe a un plan Azure par client, un fournisseur un par client et par \
             revendeur enregistré ; les abonnements Azure y sont rangés. Un deuxième partenaire peut vendre au \
             client son propre plan. Les documents le décrivent comme la façon de faire, pas comme une \
             interdiction : c'est donc un avertissement."
        }
        // R-MC
        Code::Mc001 => {
            "Un partenaire peut prendre en support ce que le client a acheté directement à Microsoft, comme \
             Advisor, par licence Open, par Contrat Entreprise ou chez un tiers hors CSP ; pas en syndication, pas \
             chez un autre partenaire CSP. Il lui faut une relation de revendeur et des privilèges \
             d'administration, et rien de l'abonnement ne change. Ce qui est acheté ailleurs n'a pas de vendeur \
             ici ; ses licences, sa période et son état sont en lecture seule."
        }
        Code::Mc002 => {
            "Une licence en cours ne passe pas à un autre partenaire CSP : sa période se termine ou elle est \
             annulée, et le nouveau partenaire en vend une nouvelle, avec un double coût pendant un temps. Depuis \
             avril 2024, les licences du nouveau commerce passent par un transfert ; la règle ne vaut donc plus \
             que pour les licences héritées ; le premier exemple d'un tel transfert donne le mois."
        }
        Code::Mc003 => {
            "Des services à l'usage ne changent pas de canal : un nouvel abonnement Azure est acheté par le CSP, \
             et le client annule l'ancien. Quand les deux tournent plus d'un mois, le client paie deux fois, sauf \
             s'ils coexistent exprès et que l'un est marqué ainsi."
        }
        // R-SELF
        Code::Self001 => {
            "Le locataire avec lequel une société participe au CSP n'est pas client du CSP (scénario 4). La même société \
             peut acheter avec un autre locataire, auprès d'un revendeur indirect ou d'un partenaire à facturation \
             directe. Les avantages non revendables sont sur le locataire du partenaire et ne sont pas une vente. Deux \
             documents de 2021 diffèrent ; l'interdiction est lue comme limitée au locataire CSP."
        }
        Code::Self002 => {
            "Un partenaire ne vend ni à lui-même ni à ses filiales, quel que soit leur locataire (scénario 5) ; le contrat \
             l'interdit. Les groupes sont saisis par l'utilisateur : une société sans groupe est seule. Si seuls le nom ou \
             le domaine sont les mêmes, c'est un avertissement."
        }
        Code::Self003 => {
            "Un locataire n'est pas à la fois revendeur et client d'un même fournisseur (scénario 6). Trois issues : le \
             client utilise un autre locataire ; le partenariat prend fin et un autre fournisseur le remplace ; la \
             relation de client reste et le partenariat se fait avec un autre fournisseur. Tant que le partenariat n'est \
             qu'une invitation, c'est un avertissement."
        }
        Code::Self004 => {
            "Jusqu'au 11 mai 2020, aucun partenaire CSP ne revendait de services en ligne à un autre, quel que soit le \
             locataire ; depuis, seul le locataire CSP est fermé. La règle se juge au jour de création de l'abonnement et \
             ne concerne donc que d'anciennes fiches. Où les documents de 2021 diffèrent, la phrase limitée l'emporte."
        }
    }
}

/// Why something is not allowed, in a few words beside a candidate.
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
        // R-SELF
        Reason::SoldToAccount | Reason::AccountAsCustomer => "locataire CSP",
        Reason::PerhapsInGroup => "peut-être le même groupe",
        Reason::ResellerAsCustomer => "son propre revendeur",
        Reason::CustomerAsReseller => "son propre client",
        Reason::SoldToPartner => "partenaire CSP, avant mai 2020",
    }
}

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
    }
}

/// That a rule lacks a fact of a record.
pub fn missing(fact: &str, of: &str) -> String {
    format!("ne peut pas être jugé : {fact} de {of} inconnu")
}

/// A fact that a rule may lack; the name of the field in files where rules never ask for it.
pub fn fact(field: FieldRef) -> &'static str {
    match field {
        FieldRef::Partner(PartnerField::Tenant) | FieldRef::Customer(CustomerField::Tenant) => {
            "ID de locataire"
        }
        FieldRef::Partner(PartnerField::Country) | FieldRef::Customer(CustomerField::Country) => "pays",
        FieldRef::Partner(PartnerField::Cloud) | FieldRef::Customer(CustomerField::Cloud) => "cloud",
        FieldRef::Partner(PartnerField::Roles) => "rôle",
        FieldRef::Customer(CustomerField::Qualification) => "type de qualification",
        FieldRef::Customer(CustomerField::Vetting) => "état de la qualification",
        FieldRef::Subscription(SubscriptionField::Id) => "ID",
        FieldRef::Subscription(SubscriptionField::Channel) => "canal",
        FieldRef::Subscription(SubscriptionField::Seller) => "vendeur",
        FieldRef::Subscription(SubscriptionField::PartnerOfRecord) => "partenaire enregistré",
        FieldRef::Subscription(SubscriptionField::Creation) => "jour de création",
        FieldRef::Subscription(SubscriptionField::Segment) => "segment",
        FieldRef::Subscription(SubscriptionField::Family) => "type de produit",
        other => other.name(),
    }
}
