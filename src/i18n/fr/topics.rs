//! French: help on the filter language and the output for programs.

use crate::i18n::topics::Topics;
use crate::query::Term;

pub(in crate::i18n) static TOPICS: Topics = Topics {
    filter: &[
        "Les mots sont approchés, accents et casse ne comptent pas ; une majuscule fait compter la casse. Les termes",
        "s'écrivent champ:valeur. Tous doivent convenir.",
        "",
        "  clin parc                        un nom qui contient les deux, à une ou deux fautes près",
        "  \"du Parc\"                        exactement cela",
        "  ends:<30d renews:no              se termine dans les 30 jours à partir d'aujourd'hui, sans renouvellement",
        "  until:<7d                        se termine ou expire dans les 7 jours : privilèges, demandes, constats acceptés",
        "  status:active,suspended          l'un ou l'autre",
        "  -channel:csp                     pas acheté par CSP ; après -- dans la ligne de commande, ou : not channel:csp",
        "  seats:>=50 partners:>1           des nombres",
        "  ends:2026-09..2026-12            une plage de jours, de mois ou d'années",
        "  ends:overdue                     dans le passé",
        "  support:none note:any            rien d'enregistré ; quelque chose d'enregistré",
        "  domain:parc name:=\"Kumo Cloud\"   une partie ; le tout",
        "  (channel:ea or channel:open) ends:<90d",
        "",
        "Les échéances prennent aussi what:GENRE, par le genre d'échéance ou son début : what:ends, what:privileges.",
    ],
    format: &[
        "--json écrit un objet, --format jsonl un élément par ligne sans le cadre :",
        "",
        "  {\"schema\": 1, \"book\": \"main\", \"baseline\": \"2026-09-01\", \"items\": [..]}",
        "",
        "Les noms ne changent jamais pour un même numéro de schéma ; de nouveaux peuvent s'ajouter. Les jours s'écrivent comme",
        "2026-10-03, UTC. Ce qui n'est pas connu est null, jamais un texte vide. Les identifiants sont toujours là ; NOM_name est",
        "le nom de la fiche dont NOM est l'identifiant, ou les mots pour le code dans NOM. Avec --at le cadre a « at », le moment",
        "tel qu'il a été demandé, et « change », le dernier changement d'alors.",
        "",
        "--format tsv est séparé par des tabulations. Une apostrophe précède un texte qu'un tableur prendrait pour une formule ;",
        "sans elle, c'est ce qui est enregistré. Les caractères de contrôle sont montrés par des signes ; JSON les a tels quels.",
    ],
    no_topic: |topic, near, known| match near {
        Some(near) => format!("Il n'y a pas d'aide sur « {topic} ». Vouliez-vous dire {near} ?"),
        None => format!("Il n'y a pas d'aide sur « {topic} ». Il y en a sur : {known}."),
    },
    text: "texte, =texte",
    name: "un nom, un identifiant",
};

/// What a field asks.
pub fn term(term: Term) -> &'static str {
    match term {
        Term::Name => "Le nom ; d'une relation les noms des deux côtés.",
        Term::Id => "L'identifiant, ou son début.",
        Term::Domain => "Un domaine du client.",
        Term::PartnerId => "L'ID partenaire d'un emplacement, d'un partenaire ou sur un abonnement.",
        Term::Tag => "Une étiquette à vous.",
        Term::Note => "Une note à vous.",
        Term::Country => "Le pays, par son code ou son nom anglais.",
        Term::Region => "La région du programme.",
        Term::Cloud => "Le cloud.",
        Term::Provider => "Un fournisseur auquel cela a affaire.",
        Term::Reseller => "Un revendeur auquel cela a affaire.",
        Term::Customer => "Un client auquel cela a affaire.",
        Term::Partner => "Un partenaire auquel cela a affaire, dans tout rôle.",
        Term::Support => "Le partenaire qui en assure le support.",
        Term::Record => "Le partenaire enregistré.",
        Term::Status => "Où cela en est.",
        Term::Channel => "Où cela a été acheté.",
        Term::Product => "Le produit, par son nom ou son offre.",
        Term::Seats => "Combien de licences.",
        Term::Starts => "Le jour où cela a commencé.",
        Term::Ends => "Le jour où l'engagement se termine.",
        Term::Renews => "Ce qui arrive à la fin de l'engagement.",
        Term::Base => "L'abonnement de base d'un module complémentaire.",
        Term::Privilege => "Des privilèges d'administrateur en vigueur.",
        Term::Until => {
            "Le jour où se terminent des privilèges, une demande ou un constat accepté ; pour un client, l'un des siens."
        }
        Term::Agreement => "Le contrat avec Microsoft, ou le jour de sa signature.",
        Term::Has => "Ce qu'il y a à en dire.",
        Term::Is => "Ce que c'est.",
        Term::Rule => "Une règle qui n'est pas respectée, ou une famille de règles.",
        Term::Partners => "Combien de partenaires.",
        Term::Customers => "Combien de clients.",
        Term::Subscriptions => "Combien d'abonnements.",
    }
}
