//! The filter and the orders, without a screen: what one keystroke asks of the whole table of subscriptions.

use crate::measure::{print, repeat, timed};
use partnerbook::demo;
use partnerbook::model::{Model, TableName};
use partnerbook::query::{Arenas, Flow, Ground, NoFacts, Orders, Pane, SortKey, Typos, parse};

/// Substrings, words and terms, each as typed so far.
const TYPED: [(&str, &[&str]); 4] = [
    ("filter keystroke, substring", &["\"az\"", "\"azur\"", "\"azure pl\""]),
    ("filter keystroke, fuzzy", &["az", "azpl", "azure pln"]),
    ("filter keystroke, field", &["name:exch", "seats:>=50", "channel:csp ends:<30d"]),
    ("filter keystroke, relation", &["reseller:\"cloud 12\"", "customer:brandt"]),
];

/// All of it.
pub fn all(model: &Model) {
    let (mut arenas, folded) = timed(|| Arenas::new(model));
    print("fold the searched text", &[folded]);
    print("fold again, nothing changed", &repeat(5, || arenas.refresh(model)));
    let ground =
        Ground { model, arenas: &arenas, facts: &NoFacts, today: demo::day(), typos: Typos::default() };
    for (what, typed) in TYPED {
        let queries = typed.iter().filter_map(|text| parse(text).ok());
        let times: Vec<_> =
            queries.flat_map(|q| repeat(3, || ground.hits(&q, Pane::Subscriptions))).collect();
        print(what, &times);
    }
    orders(&ground);
}

fn orders(ground: &Ground<'_>) {
    let table = TableName::Subscription;
    let everything = ground.everything(Pane::Subscriptions);
    let mut orders = Orders::default();
    print("order by name, for the first time", &[timed(|| orders.keep(ground, table, SortKey::Name)).1]);
    let by = |key| [(key, Flow::Up)];
    print("sort by name, kept", &repeat(3, || orders.sort(ground, table, &everything, &by(SortKey::Name))));
    print("sort by end date", &repeat(3, || orders.sort(ground, table, &everything, &by(SortKey::Ends))));
    let by_end = [(SortKey::Ends, Flow::Up), (SortKey::Name, Flow::Up)];
    print("sort by end date, then name", &repeat(3, || orders.sort(ground, table, &everything, &by_end)));
    print("mend the orders, nothing changed", &repeat(3, || orders.refresh(ground)));
}
