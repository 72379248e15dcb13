//! French: what each rule asks, why it matters, and how it is read here.

use crate::rules::Code;

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
             groupe présent dans deux pays a un locataire et un emplacement pour chacun. Quand le pays de \
             l'emplacement est connu à part, c'est celui du compte ; sinon l'association échoue."
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
        // R-ENR
        Code::Enr001 => {
            "Depuis le 1er février 2020, personne ne vend par le CSP sans Contrat Partenaire Microsoft signé : \
             ni le vendeur, ni le revendeur enregistré. La règle est jugée au jour de l'affaire, en UTC. Les \
             documents de 2021 parlent d'une signature par région, ceux de 2025 d'une par locataire ; aucun ne \
             nomme le jour du changement, et le 1er janvier 2025 est retenu. Avant, la signature d'un autre \
             compte du groupe dans la même région suffit. Azure garde son ID quand il change de vendeur, et nul \
             ne note quand un revendeur a été enregistré : pour les deux, le dernier jour possible est pris. Un \
             jour de signature inconnu est un avertissement pour une commande nouvelle, et rien pour ce qui \
             court."
        }
        Code::Enr002 => {
            "Un revendeur fait trois choses avant d'être mis sur une affaire : il s'inscrit, associe un \
             emplacement et signe le Contrat Partenaire Microsoft. Jusque-là, il peut être invité, mais ni un \
             partenariat ni un partenaire enregistré ne devraient reposer sur lui. Qu'il ait le rôle de \
             revendeur est dit par R-REL-006 et R-PSH-001, et qu'il ait signé au jour d'une commande par \
             R-ENR-001 : rien n'est dit deux fois."
        }
        Code::Enr003 => {
            "Microsoft n'accepte de nouvelles commandes que d'un vendeur dont l'inscription est active. Depuis \
             le 1er septembre 2025, une commande demande aussi un revendeur enregistré ni suspendu, ni privé \
             d'autorisation, ni sorti du programme ; depuis le 1er décembre 2025, de même pour les changements \
             de sièges, de facturation, de période, de produit, de vendeur et de partenaire enregistré. Changer \
             le renouvellement n'en est pas un, et ce qui court peut s'achever. Les partenaires restreints \
             relèvent de R-ENR-005. Les jours sont en UTC."
        }
        Code::Enr004 => {
            "Un partenaire à facturation directe réalise un minimum sur les douze derniers mois : 300 000 \
             dollars US à partir de janvier 2021, 1 000 000 à partir d'octobre 2025. C'est le chiffre noté sur \
             le compte qui est comparé ; Microsoft le mesure au compte global, sans les logiciels perpétuels. \
             Contrat de support, désignation, score de sécurité et évaluation sont demandés aussi, mais restent \
             une liste à tenir, non jugée ici. Qui en est dispensé accepte le constat."
        }
        Code::Enr005 => {
            "Un partenaire à facturation directe sous le seuil est restreint : il peut renouveler, suspendre et \
             changer les sièges de ce qui court, mais n'achète ni abonnement d'aucune famille, ni module, ni \
             réservation, ni logiciel, ne crée pas de locataires de clients et ne demande rien directement à un \
             client. Comme revendeur indirect, il peut encore demander avec un fournisseur. Seules les \
             modifications sont jugées."
        }
        Code::Enr006 => {
            "Depuis le 1er avril 2024, un revendeur indirect réalise 1 000 dollars US en douze mois pour chacun \
             de ses emplacements, regardés à l'anniversaire de son inscription ; la première année est libre. \
             Les avis partent trois mois avant, et l'avertissement commence alors. La suite d'un échec, \
             restreint aussitôt, suspendu après 30 jours et révoqué après 60, n'est dite que par une réponse \
             non confirmée."
        }
        Code::Enr007 => {
            "Depuis le 1er février 2020, le contrat client Microsoft précède la première commande, dans le \
             cloud public ; les clouds nationaux ne le notent pas. Pour l'ancien Azure, le contrat cloud \
             Microsoft convient aussi. Les listes de clients ne portent pas de contrats : qu'aucun ne soit noté \
             ne dit rien de ce qui court, ni d'un client qui a déjà commandé par le CSP. Pour la première \
             commande des autres, c'est un refus. Le jour de la commande compte, en UTC."
        }
        Code::Enr008 => {
            "Une attestation dit qui a signé pour le client (prénom, nom, e-mail) et quel jour, et vient d'un \
             partenaire que Microsoft facture : un fournisseur indirect ou un partenaire à facturation directe \
             avec une relation active. Un revendeur ne peut pas attester. Un contrat figure une fois par \
             signataire et par jour. Quand un client passe d'un partenaire à facturation directe à un \
             fournisseur, une attestation ne suit pas, une acceptation directe suit. Un contrat dont la voie \
             est inconnue n'est pas jugé, et moins est demandé aux exports qu'à ce qui est saisi. Le contrat \
             client Microsoft est jugé à partir de février 2020."
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
             situation du revendeur comptent aussi : R-ENR-001 à R-ENR-003 les jugent sur la même étape."
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
        // R-ADM
        Code::Adm001 => {
            "Les privilèges d'administration délégués venaient avec une relation de revendeur et donnaient au \
             partenaire le rôle d'administrateur général. Microsoft les retire depuis le 22 mai 2023 dans le \
             cloud public et n'en accorde plus : ceux qui restent sont un avertissement, les nouveaux sont \
             refusés. Les autres clouds les ont encore, avec une relation que le client a acceptée. Une page \
             dit qu'ils partent avec une relation supprimée, une autre qu'ils restent pour les revendeurs : \
             ceux qui restent sont donc signalés aussi. Le jour du retrait vient d'un résumé des annonces."
        }
        Code::Adm002 => {
            "Des privilèges d'administration granulaires durent d'un jour à deux ans, soit 730 jours. Le \
             carnet garde des jours ; P2Y et P730D sont la même chose. Sans durée connue, rien n'est jugé."
        }
        Code::Adm003 => {
            "Des privilèges d'administration granulaires ont un nom de 1 à 50 caractères. Un partenaire \
             n'utilise chaque nom qu'une fois, pour tous ses clients et tous les états ; un nom en double est \
             signalé par R-ID-005. Un export sans noms n'est pas jugé."
        }
        Code::Adm004 => {
            "Des privilèges d'administration granulaires prennent fin, ou se prolongent de 180 jours : il n'y \
             a pas d'autre choix. Ceux qui donnent le rôle d'administrateur général ne se prolongent pas. Les \
             anciens exports n'en disent rien, et rien n'est jugé alors."
        }
        Code::Adm005 => {
            "Le partenaire prépare des privilèges d'administration granulaires et les verrouille pour \
             approbation ; le client approuve, et ils sont actifs jusqu'à leur échéance ou leur résiliation. \
             Les états propres à Microsoft entre les deux peuvent manquer ici, parce que le carnet dit ce qui \
             est voulu. Nom, durée, client et rôles ne changent que sur un brouillon, la prolongation aussi \
             tant qu'ils sont actifs. Ce qui a expiré ou a été résilié ne revient pas : il faut un successeur \
             au nouveau nom. Quand un compte est suspendu, ses privilèges sont révoqués, ce qui est un \
             avertissement, pour qu'une suspension puisse être notée."
        }
        Code::Adm006 => {
            "Une demande à laquelle le client ne répond pas s'éteint après 90 jours. Les privilèges actifs \
             qui ne se prolongent pas sont signalés 30, 7 et 1 jours avant leur échéance, quand Microsoft \
             envoie ses avis ; les jours sont en UTC. Avec un successeur dans le carnet, c'est un conseil \
             jusqu'à ce qu'il soit actif. Une échéance passée veut dire que la copie est ancienne, ce qui est \
             une erreur. Une échéance est l'approbation et la durée à un jour près, car un exemple s'écarte \
             de quelques minutes, et un nombre quelconque de prolongations de 180 jours."
        }
        Code::Adm007 => {
            "Seuls les groupes de sécurité qui ont une attribution active ont accès par des privilèges \
             d'administration granulaires. Les listes ne portent pas les attributions : celles d'un \
             enregistrement importé qui n'en a pas ne sont pas jugées. L'administrateur général est plus \
             qu'il n'en faut à presque tout le support, et les mêmes rôles deux fois sont une fois de trop."
        }
        // R-SUB
        Code::Sub001 => {
            "Un abonnement de l'ancien commerce (anciennes licences, ancien Azure) est actif, suspendu ou \
             supprimé, et supprimé est définitif. Une licence du nouveau commerce et un abonnement logiciel \
             expirent aussi à la fin de leur durée, sont désactivés 30 jours plus tard et supprimés après 90 \
             de plus, par le temps seul. Une suspension par Microsoft n'est pas levée par le partenaire ; un \
             motif qui ne nomme ni le client ni le partenaire est lu comme celui de Microsoft. Pour les \
             autres familles les documents ne nomment aucun passage, les deux voies leur sont donc ouvertes. \
             Les jours sont en UTC."
        }
        Code::Sub002 => {
            "Sièges, durée, facturation, partenaire enregistré et changements prévus se modifient tant qu'un \
             abonnement est actif ; sinon l'Espace partenaires refuse. Ce qu'une étape réactive et modifie à \
             la fois se fait dans cet ordre, et compléter une valeur inconnue n'est pas un changement. Que la \
             durée puisse changer en cours de route, une source le nie (lifecycle) et une autre l'offre \
             (policies) : ici c'est possible, à l'état actif."
        }
        Code::Sub003 => {
            "Chaque offre a un plus petit et un plus grand nombre de sièges, 1 et 10000000 sauf si un \
             document dit autre chose ; Azure a 1, un essai 25 pour 30 jours. Un client essaie une offre une \
             fois, et rien de ce qu'il possède. Certaines offres sont limitées à tant d'abonnements à la fois \
             : les suspendus comptent, les supprimés sont pris pour disparus. Les offres pour petites \
             entreprises ont moins de 300 sièges dans les documents et jusqu'à 300 dans les annonces : plus \
             de 300 est donc un avertissement."
        }
        Code::Sub004 => {
            "Plus de sièges, c'est possible à tout moment. Moins, dans le nouveau commerce, seulement tant \
             que le délai d'annulation court, ou dans la mesure des sièges ajoutés dans leurs propres sept \
             jours ; plus tard le nombre plus petit se prévoit pour le renouvellement. Un abonnement logiciel \
             ne perd jamais de sièges, une ancienne licence à tout moment. Les jours sont en UTC, qui peut \
             différer du jour local."
        }
        Code::Sub005 => {
            "Ce que dit le portail du délai passe d'abord. Sinon une licence du nouveau commerce s'annule \
             dans les sept jours de l'achat ou du renouvellement ; la préversion d'octobre 2021 avait 72 \
             heures, lues jusqu'à la fin de 2021. Un logiciel se rendait dans les 60 jours avant juin 2021 et \
             dans les 30 ensuite, bien qu'un document dise encore 60 ; un abonnement logiciel a sept jours \
             dans les sources de 2024 et après. La place de marché a 72 heures aujourd'hui, et avait 24 \
             heures ou 14 jours en 2021. Anciennes licences, Azure et réservations s'annulent à tout moment. \
             Les jours sont en UTC."
        }
        Code::Sub006 => {
            "Les données d'une ancienne licence suspendue sont supprimées après 90 jours, ou 120 avec la \
             première période de facturation ; l'avertissement vient dès le jour 60. Dans le nouveau commerce \
             une suspension arrête le service mais pas la facture, à l'opposé de l'ancien conseil. Une \
             licence expirée reste ouverte 30 jours à ses utilisateurs, 90 de plus aux administrateurs, puis \
             disparaît. Qu'une licence suspendue à la fin de sa durée soit désactivée aussitôt, seul un blog \
             le dit, et ce n'est pas suivi ici. Les jours sont en UTC."
        }
        Code::Sub007 => {
            "Un changement de produit, de sièges, de durée ou de facturation se prévoit pour le \
             renouvellement d'un abonnement actif qui se renouvelle, et doit être achetable. Depuis le 4 mai \
             2026 il y a trois choix : renouvellement, durée de service prolongée ou arrêt. Dans les 30 jours \
             avant la fin, quelqu'un devrait avoir décidé. Une fin en l'an 9999 veut dire qu'il ne se \
             renouvelle jamais. Les jours sont en UTC."
        }
        Code::Sub008 => {
            "Un complément a sa base chez le même client et le même vendeur, part avec elle et ne convient \
             pas à toute base ; les bases connues viennent des documents. Un plan Azure n'est ni suspendu ni \
             annulé tant que des abonnements courent sous lui. Une réservation, ou un logiciel tiers facturé \
             à l'usage, demande un Azure en cours du même vendeur. Dans le nouveau commerce un complément est \
             un abonnement avec sa propre durée, mais sa base lui reste nécessaire."
        }
        Code::Sub009 => {
            "La facturation possible dépend de la famille et de la durée : un mois par mois, un an par mois \
             ou par an, trois ans aussi en une fois, et ainsi de suite. Qu'un mois ne se facture que par mois \
             vient de mémoire et convient à tous les exemples ; de même les cinq ans d'une réservation. Ce \
             qu'un export omet n'est pas jugé. Le partenaire enregistré d'une réservation est fixé à l'achat."
        }
        Code::Sub010 => {
            "Depuis le 21 juillet 2021, un nouveau MS-AZR-0145P ne se vend que là où le même vendeur et le \
             même client en ont déjà un, et jamais à côté d'un plan Azure en cours des deux. Le jour qui \
             compte est celui de la création de l'abonnement, en UTC. La suite est le plan Azure, qui demande \
             le contrat client Microsoft."
        }
        // R-TRF
        Code::Trf001 => {
            "Un transfert va d'un partenaire que Microsoft facture à un autre, et la source vend tout ce qui \
             passe à un seul client. Les revendeurs n'y prennent pas part : leur fournisseur le fait. Une \
             cible restreinte ou suspendue ne reprend rien. Les transferts clos ne sont pas jugés."
        }
        Code::Trf002 => {
            "Avant la demande, la cible a une relation de revendeur avec le client, un contrat client qu'elle \
             a attesté ou que le client a accepté lui-même, et son propre contrat partenaire, dans la même \
             région et le même cloud. Les abonnements Azure ont besoin d'un plan actif de la cible, et \
             l'ancien Azure ne change de partenaire que dans un même pays. Un partenaire enregistré n'est \
             nommé que si la cible est un fournisseur, et travaille avec elle. C'est jugé quand la demande \
             est faite et de nouveau quand elle est acceptée."
        }
        Code::Trf003 => {
            "Ce qui est actif et dans aucune autre demande ouverte peut être transféré. Les modules \
             complémentaires suivent leur base ; les réservations restent quand l'ancien Azure change de \
             partenaire, alors que les demandes d'aujourd'hui les portent ; les produits Marketplace ne \
             suivent qu'un plan Azure. Tant qu'un transfert est ouvert, rien d'autre ne change sur ce qu'il \
             déplace."
        }
        Code::Trf004 => {
            "Aujourd'hui la cible demande ; le partenaire actuel demande quand l'ancien Azure change de \
             partenaire ou quand un partenaire à facturation directe passe à l'indirect. La source accepte ou \
             refuse, et ce qui attend peut être annulé ; après 30 jours sans réponse, en UTC, la demande est \
             éteinte. Une demande de licences a 25 éléments au plus. Les licences du nouveau commerce se \
             transfèrent depuis avril 2024, mois du premier exemple vu ; les anciennes ne passent que lors \
             d'un passage à l'indirect."
        }
        Code::Trf005 => {
            "Ce qui a été transféré continue chez la cible : Azure garde son ID, une licence a un nouvel \
             enregistrement qui nomme l'ancien. Support et facturation suivent, les accords de prix restent. \
             Les rôles de l'ancien partenaire sur les ressources Azure restent, et la cible n'a pas d'accès \
             par défaut : quelqu'un les passe en revue et le coche."
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
        // R-HYG
        Code::Hyg001 => {
            "Ce qui finit le fait après sa création et son entrée en vigueur ; des privilèges finissent après \
             avoir commencé, une acceptation suit sa demande. Un abonnement entre en vigueur au début d'un \
             jour, donc jusqu'à un jour avant sa création, et bien après quand il a été renouvelé. Les années 1 \
             et 9999 disent qu'il n'y a pas de date. Toutes les dates sont lues en UTC."
        }
        Code::Hyg002 => {
            "Les exports ne donnent que des ID : un partenaire enregistré, un abonnement de base, les côtés \
             d'un transfert. Un ID qui ne nomme rien du carnet est gardé et signalé : il est peut-être périmé, \
             ou la fiche manque encore. Ce dont une fiche ne peut se passer, comme le client d'un abonnement, \
             est la règle BOOK-REFERENCE du carnet."
        }
        Code::Hyg003 => {
            "La réponse à la création d'un client contient le premier mot de passe de son administrateur, et \
             des liens d'invitation peuvent porter des clés : ni l'un ni l'autre n'a sa place dans un carnet \
             enregistré, comparé et envoyé. Sont trouvés les textes où une valeur suit un mot comme mot de \
             passe, jeton ou secret, et les jetons par leur début. Les ID tout en zéros et les séries imprimées \
             dans les documents de Microsoft ne désignent rien de réel."
        }
        Code::Hyg004 => {
            "Onze pays demandent, à la création d'un client, un numéro d'immatriculation de tant de chiffres et \
             un téléphone ; treize autres, depuis le 25 mars 2021, un numéro de lettres et de chiffres dont \
             aucun document ne dit la longueur. Ailleurs, l'Espace partenaires n'en accepte pas. Un numéro \
             d'une autre forme est une erreur, un numéro manquant un avertissement. Que le contact d'un \
             partenaire écrive du domaine de l'entreprise, et que le téléphone d'un emplacement ait dix \
             chiffres au plus, sont des remarques."
        }
    }
}
