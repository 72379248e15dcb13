//! The filter language: read, printed and asked, or told what is wrong without harm.

use std::sync::LazyLock;

use partnerbook::i18n::Lang;
use partnerbook::model::Model;
use partnerbook::query::{
    Arenas, Ground, LONGEST, NoFacts, Pane, Problem, Typos, complete, parse, parse_for,
};

use crate::support::harm::assert_one_harmless_line;
use crate::support::random::{self, TODAY};

static BOOK: LazyLock<(Model, Arenas)> = LazyLock::new(|| {
    let model = random::model(&random::told(&(0..240_u8).collect::<Vec<u8>>()));
    let arenas = Arenas::new(&model);
    (model, arenas)
});

/// Reads the bytes as a query, asks it of every pane, and completes it wherever the cursor may stand.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    match parse(text) {
        Ok(query) => {
            let printed = query.print();
            if printed.len() <= LONGEST {
                assert_eq!(parse(&printed), Ok(query), "{printed}");
            }
        }
        Err(problem) => told(text, &problem),
    }
    Pane::ALL.iter().for_each(|pane| asked(text, *pane));
}

fn asked(text: &str, pane: Pane) {
    let (model, arenas) = &*BOOK;
    let today = TODAY.parse().unwrap();
    let ground = Ground { model, arenas, facts: &NoFacts, today, typos: Typos::Low };
    match parse_for(text, pane) {
        Ok(query) => {
            let everything = ground.everything(pane);
            let hits = ground.hits(&query, pane);
            assert!(hits.rows.rows().all(|row| everything.has(row)), "a hit that is not in the pane");
        }
        Err(problem) => told(text, &problem),
    }
    let ends = (0..=text.len()).filter(|at| text.is_char_boundary(*at));
    for cursor in ends.step_by(1 + text.len() / 8).chain([text.len()]) {
        let found =
            complete(text, cursor, pane, |_, start| vec!["Nordlys \"&\" \u{202e}".into(), start.into()]);
        assert!(
            found.at.end == cursor && text.get(found.at.clone()).is_some(),
            "a completion beside the cursor"
        );
        for offer in found.offers.iter().take(3) {
            let with = [&text[..found.at.start], &offer.text(), &text[cursor..]].concat();
            let _ = parse_for(&with, pane);
        }
    }
}

fn told(text: &str, problem: &Problem) {
    assert!(problem.at.start <= problem.at.end, "{:?} of {text:?}", problem.at);
    for lang in Lang::ALL {
        assert_one_harmless_line(&lang.query_problem(problem), "a problem of a query");
    }
}
