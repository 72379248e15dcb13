//! French: what each rule asks, in a few words.

use crate::rules::Code;

/// What a rule asks, in a few words.
pub fn title(code: Code) -> &'static str {
    match code {
        Code::BookReference => "toute fiche nommée se trouve dans le carnet",
        // R-ID
        Code::Id001 => "un ID de locataire est un GUID",
        Code::Id002 => "un ID partenaire est fait de chiffres",
        Code::Id003 => "les affaires utilisent l'ID d'emplacement, pas l'ID global",
        Code::Id004 => "un locataire CSP, un ID d'emplacement, un pays",
        Code::Id005 => "les clés sont uniques",
        Code::Id006 => "un domaine est une étiquette, pas une clé",
        // R-ENR
        Code::Enr001 => "aucune affaire nouvelle sans Contrat Partenaire Microsoft signé",
        Code::Enr002 => "un revendeur est inscrit avant d'être mis sur une affaire",
        Code::Enr003 => "un partenaire qui n'est pas en règle ne passe plus de commandes",
        Code::Enr004 => "un partenaire à facturation directe atteint le chiffre d'affaires demandé",
        Code::Enr005 => "un partenaire à facturation directe restreint n'achète rien de nouveau",
        Code::Enr006 => "un revendeur indirect atteint le chiffre d'affaires minimal",
        Code::Enr007 => "le contrat client Microsoft précède la première commande",
        Code::Enr008 => "un contrat attesté dit qui a signé, quand, et qui atteste",
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
        // R-ADM
        Code::Adm001 => "les privilèges d'administration délégués sont retirés (depuis le 22 mai 2023)",
        Code::Adm002 => "la durée des privilèges d'administration granulaires",
        Code::Adm003 => "le nom des privilèges d'administration granulaires",
        Code::Adm004 => "la prolongation automatique des privilèges d'administration granulaires",
        Code::Adm005 => "les états des privilèges d'administration granulaires, et qui peut les modifier",
        Code::Adm006 => "l'échéance des privilèges d'administration granulaires",
        Code::Adm007 => "des privilèges d'administration granulaires utiles, et pas trop larges",
        // R-SUB
        Code::Sub001 => "l'état ne suit que les passages permis",
        Code::Sub002 => "ni quantité ni durée ne changent hors de l'état actif",
        Code::Sub003 => "la quantité est un entier dans les limites de l'offre",
        Code::Sub004 => "les licences montent à tout moment, ne baissent que dans le délai",
        Code::Sub005 => "l'annulation n'est possible que dans le délai de la famille",
        Code::Sub006 => "les délais qui finissent en perte de données, et le coût d'une suspension",
        Code::Sub007 => "les choix de renouvellement vont ensemble",
        Code::Sub008 => "ce qui dépend d'un abonnement de base ou d'un plan",
        Code::Sub009 => "durée et facturation ne se combinent qu'ainsi",
        Code::Sub010 => "MS-AZR-0145P est fermé",
        // R-TRF
        Code::Trf001 => "qui transfère quoi à qui",
        Code::Trf002 => "la cible d'un transfert est prête",
        Code::Trf003 => "ce qui est transféré peut l'être",
        Code::Trf004 => "la vie d'une demande de transfert",
        Code::Trf005 => "ce qui reste à faire après un transfert",
        // R-SELF
        Code::Self001 => "rien n'est vendu dans un locataire CSP",
        Code::Self002 => "pas de vente à soi-même ni à ses filiales",
        Code::Self003 => "un revendeur n'est pas client de son propre fournisseur",
        Code::Self004 => {
            "pas de revente de services en ligne à un autre partenaire CSP (avant le 12 mai 2020)"
        }
        // R-HYG
        Code::Hyg001 => "les dates ont un sens",
        Code::Hyg002 => "aucune référence ne mène nulle part",
        Code::Hyg003 => "pas de secrets, pas d'exemples",
        Code::Hyg004 => "numéro d'immatriculation, téléphone et contact selon le pays",
    }
}
