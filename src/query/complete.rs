//! What may stand at the cursor of a query: fields of the pane, then values of the field.

use super::term::{Meaning, Pane, Term};
use super::value::print_text;
use crate::model::Text;
use std::ops::Range;

/// What may be put in, and in the place of what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// What is replaced, in bytes of the query; it ends at the cursor.
    pub at: Range<usize>,
    /// What may stand there, the best first.
    pub offers: Vec<Offer>,
}

/// Something that may be put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// A field.
    Field(Term),
    /// A word that the field may have as a value.
    Word(Term, &'static str),
    /// A name from the book: untrusted.
    Name(Term, Text),
}

impl Offer {
    /// What to put in. Never print it: a name may hold escapes.
    pub fn text(&self) -> String {
        match self {
            Self::Field(term) => format!("{}:", term.name()),
            Self::Word(_, word) => (*word).to_owned(),
            Self::Name(_, name) => {
                let mut out = String::new();
                print_text(&mut out, name.raw());
                out
            }
        }
    }
}

const AHEAD: &[&str] = &["<30d", "<60d", "<90d", "overdue", "today"];
const BACK: &[&str] = &["<7d", "<30d", "<1y", "today"];
const EITHER: &[&str] = &["none", "any"];

/// What may stand at the cursor, which is counted in bytes. `names` gives the names a field of names may have, of
/// those that hold the second argument, the best first and not too many.
pub fn complete(
    text: &str,
    cursor: usize,
    pane: Pane,
    names: impl Fn(Term, &str) -> Vec<Text>,
) -> Completion {
    let before = text.get(..cursor).unwrap_or(text);
    let start = term_start(before);
    let typed = &before[start..];
    match typed.split_once(':').map(|(name, values)| (Term::named(name), values)) {
        None => Completion { at: start..before.len(), offers: fields(typed, pane) },
        Some((None, _)) => Completion { at: start..before.len(), offers: Vec::new() },
        Some((Some(term), values)) => {
            let value = values.rsplit(',').next().unwrap_or_default();
            let value = value.strip_prefix('=').unwrap_or(value);
            let offers = values_of(term, value.trim_start_matches('"'), names);
            Completion { at: before.len() - value.len()..before.len(), offers }
        }
    }
}

/// Where the term begins that ends at the end of the text.
fn term_start(text: &str) -> usize {
    let mut start = 0;
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        quoted ^= c == '"';
        let leads = c.is_whitespace() || (at == start && matches!(c, '(' | '-'));
        if leads && !quoted {
            start = at + c.len_utf8();
        }
    }
    start
}

/// The fields that begin so, then those that have it inside.
fn fields(typed: &str, pane: Pane) -> Vec<Offer> {
    let typed = typed.to_lowercase();
    let begin = Term::on(pane).filter(|term| term.name().starts_with(&typed));
    let inside = Term::on(pane).filter(|term| term.name().find(&typed).is_some_and(|at| at > 0));
    begin.chain(inside).map(Offer::Field).collect()
}

fn values_of(term: Term, typed: &str, names: impl Fn(Term, &str) -> Vec<Text>) -> Vec<Offer> {
    let (words, more): (&'static [&'static str], &'static [&'static str]) = match term.meaning() {
        Meaning::Choice(words) => (words, &[]),
        Meaning::ChoiceOrPast(words) => (words, BACK),
        Meaning::Future => (AHEAD, &[]),
        Meaning::Past => (BACK, &[]),
        Meaning::Number | Meaning::Text | Meaning::Related => (&[], &[]),
    };
    let lower = typed.to_lowercase();
    let either = if matches!(term, Term::Has | Term::Is) { &[] } else { EITHER };
    let words = words.iter().chain(more).chain(either).filter(|word| word.starts_with(&lower));
    let mut offers: Vec<_> = words.map(|word| Offer::Word(term, word)).collect();
    if matches!(term.meaning(), Meaning::Text | Meaning::Related) {
        let names = names(term, typed).into_iter().map(|name| Offer::Name(term, name));
        offers.splice(0..0, names);
    }
    offers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offers(text: &str) -> (String, Vec<String>) {
        let names = |term: Term, typed: &str| {
            let all = if term == Term::Provider { vec!["Nordlys", "Alpina Cloud"] } else { vec![] };
            all.into_iter().filter(|name| name.to_lowercase().contains(typed)).map(Text::from).collect()
        };
        let completion = complete(text, text.len(), Pane::Subscriptions, names);
        (text[completion.at].to_owned(), completion.offers.iter().map(Offer::text).collect())
    }

    fn expect(text: &str, replaced: &str, offered: &[&str]) {
        assert_eq!(
            offers(text),
            (replaced.to_owned(), offered.iter().map(|o| (*o).to_owned()).collect()),
            "{text}"
        );
    }

    #[test]
    fn fields_of_the_pane_come_first() {
        expect("ch", "ch", &["channel:"]);
        expect("parc -(st", "st", &["status:", "starts:", "customer:"]);
        expect("en", "en", &["ends:", "renews:"]);
        assert!(!offers("").1.contains(&"agreement:".to_owned()));
        expect("\"du parc", "\"du parc", &[]);
        expect("chanel:c", "chanel:c", &[]);
    }

    #[test]
    fn then_the_values_of_the_field() {
        expect("channel:", "", &["csp", "direct", "advisor", "open", "ea", "other", "none", "any"]);
        expect("channel:csp,E", "E", &["ea"]);
        expect("is:p", "p", &["planned"]);
        expect("ends:<", "<", &["<30d", "<60d", "<90d"]);
        expect("provider:al", "al", &["\"Alpina Cloud\""]);
        expect("provider:=\"al", "\"al", &["\"Alpina Cloud\""]);
        expect("seats:", "", &["none", "any"]);
    }

    #[test]
    fn what_is_offered_reads() {
        for term in Term::ALL {
            let completion =
                complete(&format!("{}:", term.name()), 99, Pane::Customers, |_, _| vec!["a b".into()]);
            for offer in completion.offers {
                let query = format!("{}:{}", term.name(), offer.text());
                assert!(crate::query::parse(&query).is_ok(), "{query}");
            }
        }
    }
}
