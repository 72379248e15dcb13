//! English: what is wrong with a query.

use crate::query::{Pane, Trouble};

/// A sentence or two about what is wrong.
pub fn trouble(trouble: &Trouble) -> String {
    match trouble {
        Trouble::UnknownField(typed, near) => {
            let near = near.map(|term| format!(" Did you mean {}?", term.name())).unwrap_or_default();
            format!("There is no field \"{}\".{near}", typed.show())
        }
        Trouble::NotHere(term, pane) => format!("{} have no field {}.", rows(*pane), term.name()),
        Trouble::UnknownValue(term, typed, near) => {
            let near = near.map(|word| format!(" Did you mean {word}?")).unwrap_or_default();
            let known = term.choices().join(", ");
            format!("{} is never \"{}\".{near} It is one of: {known}.", term.name(), typed.show())
        }
        Trouble::NotANumber(term, typed) => {
            format!(
                "{} is a number, and \"{}\" is none. Write 50, >50, <=50 or 10..50.",
                term.name(),
                typed.show()
            )
        }
        Trouble::NotADate(term, typed, near) => {
            let near = near.map(|day| format!("{day}, ")).unwrap_or_default();
            format!(
                "{} is a day, and \"{}\" is none. Write {near}2026-10, <30d or today.",
                term.name(),
                typed.show()
            )
        }
        Trouble::NoValue(term) => match term.choices() {
            [] => format!("{}: needs a value.", term.name()),
            known => format!("{}: needs a value, one of: {}.", term.name(), known.join(", ")),
        },
        Trouble::OpenQuote => "The quotation is not closed.".to_owned(),
        Trouble::EmptyQuote => "The quotation is empty.".to_owned(),
        Trouble::OpenGroup => "The parenthesis is not closed.".to_owned(),
        Trouble::EmptyGroup => "The parenthesis is empty.".to_owned(),
        Trouble::StrayClose => "The parenthesis closes nothing.".to_owned(),
        Trouble::NothingBesideOr => {
            "\"or\" needs a term on both sides. In quotation marks it is a word.".to_owned()
        }
        Trouble::NothingToNegate => "\"not\" and \"-\" need a term behind them.".to_owned(),
        Trouble::TooLong(most) => format!("The query is too long: {most} bytes are the most."),
        Trouble::TooDeep(most) => format!("The query is nested too deep: {most} levels are the most."),
    }
}

fn rows(pane: Pane) -> &'static str {
    match pane {
        Pane::Providers => "Providers",
        Pane::Resellers => "Resellers",
        Pane::Customers => "Customers",
        Pane::Subscriptions => "Subscriptions",
        Pane::Partnerships => "Partnerships",
        Pane::Relationships => "Reseller relationships",
        Pane::Admin => "Admin relationships",
        Pane::Transfers => "Transfers",
        Pane::Groups => "Groups",
        Pane::Waivers => "Waivers",
    }
}
