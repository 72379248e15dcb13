//! The last answer of a pane, kept while its query is typed: a query that says more is answered among its hits.

use super::bits::Bits;
use super::fuzzy::Typos;
use super::ident::IdStart;
use super::matcher::{Ground, Hits};
use super::node::{Node, Query};
use super::term::{Pane, Term};
use super::value::Test;

/// Remembers the last answer of one pane.
#[derive(Clone, Debug, Default)]
pub struct Search {
    last: Option<Last>,
}

#[derive(Clone, Debug)]
struct Last {
    query: Query,
    pane: Pane,
    stamp: u64,
    typos: Typos,
    rows: Bits,
}

impl Search {
    /// The rows of a pane that a query means. `stamp` is another number whenever the book, the findings, the marks or
    /// the day are others.
    pub fn hits(&mut self, ground: &Ground<'_>, query: &Query, pane: Pane, stamp: u64) -> Hits {
        let usable = |last: &&Last| (last.pane, last.stamp, last.typos) == (pane, stamp, ground.typos);
        let narrower = self.last.as_ref().filter(usable).filter(|last| says_more(query, &last.query));
        let hits = match narrower {
            Some(last) => ground.hits_within(query, pane, &last.rows),
            None => ground.hits(query, pane),
        };
        let rows = hits.rows.clone();
        self.last = Some(Last { query: query.clone(), pane, stamp, typos: ground.typos, rows });
        hits
    }
}

/// True when every hit of the new query is a hit of the old one.
fn says_more(new: &Query, old: &Query) -> bool {
    old.parts().iter().all(|old| new.parts().iter().any(|new| implies(new, old)))
}

/// True when a row that passes the new part passes the old one. A longer fuzzy word may find what a shorter does not.
fn implies(new: &Node, old: &Node) -> bool {
    match (new, old) {
        (Node::Phrase(new), Node::Phrase(old)) => {
            let id = IdStart::read(new).is_some_and(|id| id.is_long());
            new == old || (new.contains(old.as_str()) && !id)
        }
        (Node::Field(a, new), Node::Field(b, old)) if a == b => match (new.as_slice(), old.as_slice()) {
            ([Test::Contains(new)], [Test::Contains(old)]) if grows(*a) => new.contains(old.as_str()),
            (new, old) => new == old,
        },
        (new, old) => new == old,
    }
}

/// Fields of which more text never finds more.
fn grows(term: Term) -> bool {
    matches!(term, Term::Name | Term::Domain | Term::Tag | Term::Note)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::query::fixture::{Known, random_book};
    use crate::query::{Arenas, parse};
    use proptest::prelude::*;

    fn more(new: &str, old: &str) -> bool {
        says_more(&parse(new).unwrap_or_default(), &parse(old).unwrap_or_default())
    }

    #[test]
    fn longer_text_and_further_terms_say_more() {
        for (new, old) in [
            ("parc", ""),
            ("name:parc", "name:par"),
            ("\"du parc\"", "\"du\""),
            ("parc status:active", "parc"),
            ("status:active parc name:x", "parc status:active"),
            ("-parc a", "-parc"),
        ] {
            assert!(more(new, old), "{new} / {old}");
        }
        for (new, old) in [
            ("parc", "par"),
            ("name:par", "name:parc"),
            ("parc or lycee", "parc"),
            ("-name:parc", "-name:par"),
            ("name:parc,lycee", "name:parc"),
            ("provider:111", "provider:11"),
            ("\"5c2f7b\"", "\"5c2f7\""),
        ] {
            assert!(!more(new, old), "{new} / {old}");
        }
    }

    proptest! {
        #[test]
        fn typing_a_query_finds_what_asking_it_finds(
            seed in any::<u64>(),
            text in prop::sample::select(vec!["name:cloud tag:vip", "\"parc\" ends:<90d", "parc sud", "name:o -parc status:active"]),
        ) {
            let model = random_book(seed);
            let (arenas, facts) = (Arenas::new(&model), Known::default());
            let today = "2026-09-15".parse().unwrap();
            let ground = Ground { model: &model, arenas: &arenas, facts: &facts, today, typos: Typos::Low };
            for pane in Pane::ALL.iter().copied() {
                let mut search = Search::default();
                for end in 1..=text.len() {
                    let Ok(query) = parse(&text[..end]) else { continue };
                    prop_assert_eq!(search.hits(&ground, &query, pane, 1).rows, ground.hits(&query, pane).rows);
                }
            }
        }
    }
}
