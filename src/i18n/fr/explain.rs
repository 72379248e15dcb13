//! French: why a rule holds or not.

use crate::i18n::explain::Explain;
use crate::rules::Nature;

pub(in crate::i18n) static EXPLAIN: Explain = Explain {
    decided_by: "Ce qui décide (si l'un de ces faits était autre, la règle dirait autre chose) :",
    together: "Ce qui décide à plusieurs (un seul de ces faits autrement ne changerait rien) :",
    nothing_decides: "Aucun fait seul de cette fiche ou de celles qu'elle nomme ne décide.",
    on_edits: "Elle est vérifiée lors d'une modification, et n'a donc rien à dire d'une fiche telle qu'elle est.",
    nothing_recorded: "rien d'enregistré",
    parts: " ; ",
    nature: |nature| match nature {
        Nature::State => "fiches",
        Nature::Operation => "modifications",
        Nature::Clock => "fiches, selon le jour",
    },
    kind: |severity, nature| format!("Gravité : {severity}. Vérifiée sur : {nature}."),
    not_yet: |day| format!("Elle ne vaut pas encore le {day}."),
    no_more: |day| format!("Elle ne vaut plus le {day}."),
    the_day: |day| format!("le jour de la vérification : {day}"),
    accepted: |until, reason| {
        let until = until.map(|day| format!(" jusqu'au {day}")).unwrap_or_default();
        if reason.is_empty() { format!("Accepté{until}.") } else { format!("Accepté{until} : {reason}") }
    },
    more: |count| {
        let s = if count < 2 { "" } else { "s" };
        format!("La règle dit quelque chose de {count} autre{s} fiche{s} liée{s} à celle-ci.")
    },
};
