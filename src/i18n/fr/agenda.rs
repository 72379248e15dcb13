//! French: the agenda.

use crate::i18n::agenda::Agenda;
use crate::rules::Clock;

pub(in crate::i18n) static AGENDA: Agenda = Agenda {
    title: |overdue, ahead| format!("Échéances : {overdue} {}, {ahead} à venir", passed(overdue)),
    overdue: |count| {
        let word = if count < 2 { "Dépassée" } else { "Dépassées" };
        format!("{word} : {count}")
    },
    ahead: |today, count| format!("À partir du {today} : {count}"),
    in_days: |days| match days {
        0 => "aujourd'hui".to_owned(),
        1 => "dans 1 jour".to_owned(),
        -1 => "depuis 1 jour".to_owned(),
        n if n < 0 => format!("depuis {} jours", n.unsigned_abs()),
        n => format!("dans {n} jours"),
    },
    none_match: |typed| format!("Aucune échéance ne correspond à {typed}."),
    no_kind: |typed, known| format!("Le genre d'échéance « {typed} » n'existe pas. Il y a : {known}."),
    gathering: "Les échéances du carnet sont rassemblées.",
    stopped: "La recherche des échéances a été arrêtée. Demander les échéances à nouveau la recommence.",
    empty: "Rien ne se termine, n'expire ni ne sera supprimé : le carnet n'a ni fin d'engagement, ni privilège, demande \
            ou constat accepté avec une fin.",
    no_place: "La fiche de cette échéance n'a pas de ligne à elle, et ce dont elle parle non plus.",
    columns: ["jour", "jours", "quoi", "fiche", "client", "partenaire"],
    clock,
    explains,
};

fn passed(count: usize) -> &'static str {
    if count < 2 { "dépassée" } else { "dépassées" }
}

fn clock(clock: Clock) -> &'static str {
    match clock {
        Clock::PrivilegesEnd => "fin des privilèges",
        Clock::PrivilegesExtend => "les privilèges se prolongent",
        Clock::PrivilegesRequestLapses => "la demande de privilèges expire",
        Clock::Renews => "renouvellement automatique",
        Clock::Ends => "fin, sans renouvellement",
        Clock::TermEnds => "fin, renouvellement inconnu",
        Clock::CancelUntil => "dernier jour pour annuler",
        Clock::Disabled => "désactivé, sauf administrateurs",
        Clock::DataDeleted => "suppression des données",
        Clock::TransferLapses => "la demande de transfert expire",
        Clock::WaiverEnds => "le constat est accepté jusque-là",
        Clock::RevenueIsDue => "examen du chiffre d'affaires",
    }
}

fn explains(clock: Clock) -> &'static str {
    match clock {
        Clock::PrivilegesEnd => {
            "Les privilèges d'administrateur délégués granulaires (GDAP) prennent fin ce jour et ne se prolongent pas. \
             Le partenaire perd alors son accès ; pour les suivants il faut l'accord du client."
        }
        Clock::PrivilegesExtend => {
            "Les privilèges d'administrateur délégués granulaires (GDAP) se prolongent ce jour. Rien n'est perdu ; le \
             client peut y mettre fin avant."
        }
        Clock::PrivilegesRequestLapses => {
            "Le client n'a pas répondu à la demande de privilèges d'administrateur délégués granulaires (GDAP). Elle \
             expire 90 jours après avoir été faite, et il en faut une nouvelle."
        }
        Clock::Renews => {
            "L'engagement se termine ce jour et l'abonnement se renouvelle tout seul. Ce qui doit changer se planifie \
             avant."
        }
        Clock::Ends => {
            "L'engagement se termine ce jour et l'abonnement ne se renouvelle pas. Ses utilisateurs perdent ensuite \
             l'accès, et ses données sont supprimées plus tard."
        }
        Clock::TermEnds => {
            "L'engagement se termine ce jour, et le carnet ne dit pas si l'abonnement se renouvelle. Un export plus \
             récent du portail le dit."
        }
        Clock::CancelUntil => {
            "Jusqu'à la fin de ce jour l'abonnement peut être annulé, ou des licences rendues, avec remboursement. \
             Ensuite il court jusqu'à la fin de son engagement."
        }
        Clock::Disabled => {
            "À partir de ce jour seuls les administrateurs ont accès. Les données sont encore là, et une réactivation \
             les rend."
        }
        Clock::DataDeleted => {
            "Ce jour les données de l'abonnement sont supprimées pour de bon. Jusque-là une réactivation, ou un export \
             par un administrateur, les sauve."
        }
        Clock::TransferLapses => {
            "Le partenaire actuel n'a pas répondu à la demande de transfert. Elle expire 30 jours après avoir été \
             faite, et il en faut une nouvelle."
        }
        Clock::WaiverEnds => {
            "Jusqu'à ce jour compris un constat est accepté, pour la raison qui a été donnée. Le lendemain c'est de \
             nouveau un problème."
        }
        Clock::RevenueIsDue => {
            "À cet anniversaire le programme examine le chiffre d'affaires des douze derniers mois. Sous le seuil, le \
             partenaire peut perdre son inscription."
        }
    }
}
