//! French: what is wrong with a query.

use crate::query::{Pane, Trouble};

/// A sentence or two about what is wrong.
pub fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::UnknownField(typed, near) => {
            let near = near.map(|term| format!(" Vouliez-vous dire {} ?", term.name())).unwrap_or_default();
            format!("Le champ « {} » n'existe pas.{near}", typed.show())
        }
        Trouble::NotHere(term, pane) => format!("{} n'ont pas de champ {}.", rows(*pane), term.name()),
        Trouble::UnknownValue(term, typed, near) => {
            let near = near.map(|word| format!(" Vouliez-vous dire {word} ?")).unwrap_or_default();
            let known = term.choices().join(", ");
            format!("{} n'est jamais « {} ».{near} Valeurs possibles : {known}.", term.name(), typed.show())
        }
        Trouble::NotANumber(term, typed) => format!(
            "{} est un nombre, « {} » n'en est pas un. Écrire 50, >50, <=50 ou 10..50.",
            term.name(),
            typed.show()
        ),
        Trouble::NotADate(term, typed, near) => {
            let near = near.map(|day| format!("{day}, ")).unwrap_or_default();
            let (name, typed) = (term.name(), typed.show());
            format!("{name} est un jour, « {typed} » n'en est pas un. Écrire {near}2026-10, <30d ou today.")
        }
        Trouble::NoValue(term) => match term.choices() {
            [] => format!("{}: attend une valeur.", term.name()),
            known => format!("{}: attend une valeur parmi : {}.", term.name(), known.join(", ")),
        },
        Trouble::OpenQuote => "Les guillemets ne sont pas fermés.".to_owned(),
        Trouble::EmptyQuote => "Les guillemets sont vides.".to_owned(),
        Trouble::OpenGroup => "La parenthèse n'est pas fermée.".to_owned(),
        Trouble::EmptyGroup => "La parenthèse est vide.".to_owned(),
        Trouble::StrayClose => "La parenthèse ne ferme rien.".to_owned(),
        Trouble::NothingBesideOr => {
            "« or » attend un terme de chaque côté. Entre guillemets, c'est un mot.".to_owned()
        }
        Trouble::NothingToNegate => "« not » et « - » attendent un terme derrière eux.".to_owned(),
        Trouble::TooLong(most) => format!("La requête est trop longue : {most} octets au plus."),
        Trouble::TooDeep(most) => format!("La requête est trop imbriquée : {most} niveaux au plus."),
    }
}

fn rows(pane: Pane) -> &'static str {
    match pane {
        Pane::Providers => "Les fournisseurs",
        Pane::Resellers => "Les revendeurs",
        Pane::Customers => "Les clients",
        Pane::Subscriptions => "Les abonnements",
        Pane::Partnerships => "Les partenariats",
        Pane::Relationships => "Les relations de revendeur",
        Pane::Admin => "Les relations d'administration",
        Pane::Transfers => "Les transferts",
        Pane::Groups => "Les groupes",
        Pane::Waivers => "Les dérogations",
    }
}
