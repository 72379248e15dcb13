//! The examples of the language on a small book, and random queries on random books against a naive reading.

use super::*;
use crate::model::{Customer, Partner};
use crate::query::fixture::{Known, book, random_book};
use crate::query::parse;
use proptest::prelude::*;

mod naive;

fn today() -> Day {
    "2026-09-15".parse().unwrap()
}

fn found(text: &str, pane: Pane) -> Vec<String> {
    let model = book();
    let (arenas, facts) = (Arenas::new(&model), Known::default());
    let ground = Ground { model: &model, arenas: &arenas, facts: &facts, today: today(), typos: Typos::Low };
    let hits = ground.hits(&parse(text).unwrap(), pane);
    let mut names = Vec::new();
    ground.each_id(pane.table(), &hits.rows, |key| names.push(model.name(key).raw().to_owned()));
    names.sort();
    names
}

fn expect(pane: Pane, cases: &[(&str, &[&str])]) {
    for (query, names) in cases {
        assert_eq!(found(query, pane), *names, "{query}");
    }
}

#[test]
fn words_and_phrases_find_customers() {
    expect(
        Pane::Customers,
        &[
            ("clin parc", &["Clinique du Parc"]),
            ("lycee", &["Lycée Pasteur"]),
            ("Parc", &["Clinique du Parc"]),
            ("pArc", &[]),
            ("\"du parc\"", &["Clinique du Parc"]),
            ("\"du Parc\"", &["Clinique du Parc"]),
            ("\"Du parc\"", &[]),
            ("domain:PARC", &["Clinique du Parc"]),
            ("domain:pasteur.example", &["Lycée Pasteur"]),
            ("name:pasteur", &["Lycée Pasteur"]),
            ("name:=\"clinique du parc\"", &["Clinique du Parc"]),
            ("name:=parc", &[]),
            ("country:fr", &["Clinique du Parc", "Lycée Pasteur"]),
            ("country:germany,belgium", &["Orion Transport"]),
            ("country:none", &["Vidal Frères"]),
            ("region:europe -country:DE", &["Clinique du Parc", "Lycée Pasteur"]),
            ("tag:vip", &["Lycée Pasteur"]),
            ("not tag:vip country:any", &["Clinique du Parc", "Orion Transport"]),
            ("note:any", &["Orion Transport"]),
            ("00000000-0000-4000-8000-0000000000c1", &["Clinique du Parc"]),
            (
                "id:00000000-0000-4000-8000-0000000000c",
                &["Clinique du Parc", "Lycée Pasteur", "Orion Transport", "Vidal Frères"],
            ),
        ],
    );
}

#[test]
fn relations_find_customers() {
    expect(
        Pane::Customers,
        &[
            ("provider:Nordlys", &["Clinique du Parc", "Lycée Pasteur"]),
            ("provider:none", &["Orion Transport", "Vidal Frères"]),
            ("reseller:atelier", &["Clinique du Parc", "Orion Transport"]),
            ("reseller:4847383", &["Clinique du Parc", "Orion Transport"]),
            ("partner:\"sud conseil\"", &["Clinique du Parc", "Lycée Pasteur", "Orion Transport"]),
            ("support:any", &["Lycée Pasteur"]),
            ("partners:>1", &["Clinique du Parc"]),
            ("is:shared", &["Clinique du Parc"]),
            ("partners:0", &["Vidal Frères"]),
            ("subscriptions:>=2", &["Clinique du Parc", "Lycée Pasteur"]),
            ("priv:dap", &["Clinique du Parc"]),
            ("priv:gdap", &["Orion Transport"]),
            ("priv:none", &["Lycée Pasteur", "Vidal Frères"]),
            ("agreement:signed", &["Clinique du Parc"]),
            ("agreement:missing -agreement:none", &[]),
            ("agreement:2024", &["Clinique du Parc"]),
            ("has:leftover", &["Orion Transport"]),
            ("has:addon", &["Clinique du Parc"]),
            ("has:error", &["Clinique du Parc"]),
            ("has:problem", &["Clinique du Parc", "Lycée Pasteur"]),
            ("has:waiver", &["Lycée Pasteur"]),
            ("rule:r-sup", &["Clinique du Parc"]),
            ("is:planned", &["Lycée Pasteur"]),
            ("is:new or is:marked", &["Lycée Pasteur", "Orion Transport"]),
            ("status:active", &[]),
        ],
    );
}

#[test]
fn fields_find_subscriptions() {
    expect(
        Pane::Subscriptions,
        &[
            ("status:active,suspended channel:csp", &["Azure plan", "Defender", "M365 Business Premium"]),
            ("-channel:csp", &["Dynamics 365 Sales", "Office 365 E3", "Visio Plan 2"]),
            ("(channel:ea or channel:open) ends:<90d", &["Dynamics 365 Sales"]),
            ("seats:>=50", &["Office 365 E3"]),
            ("seats:none", &["Azure plan"]),
            ("ends:<30d", &["Defender", "Dynamics 365 Sales", "M365 Business Premium"]),
            ("ends:overdue", &["Visio Plan 2"]),
            ("ends:2026-10", &["Defender", "M365 Business Premium"]),
            ("ends:2026-09-15..2026-12-31", &["Defender", "Dynamics 365 Sales", "M365 Business Premium"]),
            ("ends:none", &["Azure plan"]),
            ("ends:<60d renews:no", &["Dynamics 365 Sales"]),
            ("renews:unknown", &["Azure plan", "Visio Plan 2"]),
            ("starts:<7d", &["Azure plan"]),
            ("support:none status:active", &["Azure plan", "Defender", "M365 Business Premium"]),
            ("support:sud", &["Dynamics 365 Sales", "Office 365 E3"]),
            ("provider:nordlys", &["Azure plan", "Defender", "M365 Business Premium"]),
            ("record:atelier", &["Defender", "M365 Business Premium"]),
            ("record:9999999", &["Azure plan"]),
            ("customer:lycee channel:direct", &["Office 365 E3"]),
            ("country:fr seats:5..50", &["Defender", "Dynamics 365 Sales", "M365 Business Premium"]),
            ("base:none ends:2026-10", &["M365 Business Premium"]),
            ("base:m365", &["Defender"]),
            ("has:addon", &["M365 Business Premium"]),
            ("product:ms-azr", &[]),
            ("product:0145P", &["Azure plan"]),
            ("m365", &["Dynamics 365 Sales", "M365 Business Premium"]),
            ("\"m365\"", &["M365 Business Premium"]),
            ("status:ended", &["Visio Plan 2"]),
            ("agreement:signed", &[]),
        ],
    );
}

#[test]
fn partners_and_relations_are_found_too() {
    expect(
        Pane::Providers,
        &[
            ("", &["Alpina Cloud", "Helvia Direct", "Nordlys Distribution"]),
            ("customer:clinique", &["Nordlys Distribution"]),
            ("reseller:sud", &["Alpina Cloud"]),
            ("is:direct", &["Helvia Direct"]),
        ],
    );
    expect(
        Pane::Resellers,
        &[
            ("provider:nordlys", &["Atelier Cloud"]),
            ("provider:none", &["Helvia Direct"]),
            ("mpn:484", &["Atelier Cloud"]),
            ("customers:>=2", &["Atelier Cloud"]),
            ("agreement:none", &["Helvia Direct", "Sud Conseil"]),
        ],
    );
    expect(
        Pane::Relationships,
        &[
            ("status:pending", &["Sud Conseil - Clinique du Parc"]),
            (
                "provider:nordlys customer:clin",
                &["Nordlys Distribution - Clinique du Parc", "Sud Conseil - Clinique du Parc"],
            ),
            ("atelier orion", &["Atelier Cloud - Orion Transport"]),
            ("country:de -status:ended", &["Atelier Cloud - Orion Transport"]),
        ],
    );
    expect(
        Pane::Partnerships,
        &[("status:active reseller:atelier", &["Nordlys Distribution - Atelier Cloud"])],
    );
    expect(Pane::Waivers, &[("until:<30d", &["R-SUP-001"]), ("status:ended", &[])]);
    // What the clocks tell of privileges, their customer tells too.
    expect(Pane::Customers, &[("until:<7d", &["Orion Transport"]), ("until:>7d", &[])]);
}

#[test]
fn words_are_scored_and_negations_are_not() {
    let model = book();
    let (arenas, facts) = (Arenas::new(&model), Known::default());
    let ground = Ground { model: &model, arenas: &arenas, facts: &facts, today: today(), typos: Typos::Off };
    let hits = ground.hits(&parse("parc").unwrap(), Pane::Customers);
    assert!(hits.rows.rows().all(|row| hits.score(row) > 0));
    assert!(ground.hits(&parse("-parc").unwrap(), Pane::Customers).scores.is_empty());
}

/// Parts of queries that find something in random books.
const ATOMS: &[&str] = &[
    "parc",
    "lyc",
    "Sud",
    "pArc",
    "\"ud\"",
    "\"Cloud\"",
    "name:cloud",
    "name:=\"sud conseil\"",
    "domain:example",
    "mpn:11",
    "id:00000000-0000-4000-8000-00000000000",
    "country:fr",
    "country:any",
    "country:none",
    "region:europe",
    "cloud:us-gov",
    "tag:vip",
    "tag:none",
    "note:any",
    "provider:cloud",
    "provider:none",
    "provider:any",
    "reseller:sud",
    "reseller:any",
    "customer:parc",
    "customer:any",
    "partner:co",
    "partner:none",
    "support:any",
    "support:none",
    "support:sud",
    "record:any",
    "record:1111",
    "status:active",
    "status:ended",
    "status:planned",
    "channel:csp",
    "channel:direct,ea",
    "product:365",
    "seats:>5",
    "seats:none",
    "seats:3..8",
    "starts:<30d",
    "starts:any",
    "ends:<30d",
    "ends:overdue",
    "ends:none",
    "ends:2026",
    "renews:no",
    "renews:none",
    "renews:any",
    "base:none",
    "base:365",
    "priv:dap",
    "priv:gdap",
    "priv:none",
    "until:any",
    "agreement:signed",
    "agreement:none",
    "agreement:<1y",
    "has:problem",
    "has:error",
    "has:waiver",
    "has:addon",
    "has:leftover",
    "is:marked",
    "is:new",
    "is:planned",
    "is:direct",
    "is:shared",
    "rule:r-sup",
    "partners:>1",
    "partners:0",
    "customers:>=1",
    "subscriptions:<2",
    "subscriptions:any",
];

fn any_query() -> impl Strategy<Value = String> {
    let atom = prop::sample::select(ATOMS.to_vec()).prop_map(str::to_owned);
    atom.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("{a} {b}")),
            (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a} or {b})")),
            inner.prop_map(|a| format!("-({a})")),
        ]
    })
}

proptest! {
    #[test]
    fn the_answer_is_that_of_a_naive_reading(seed in any::<u64>(), text in any_query()) {
        let model = random_book(seed);
        let (arenas, facts) = (Arenas::new(&model), Known::random(&model, seed));
        let ground = Ground { model: &model, arenas: &arenas, facts: &facts, today: today(), typos: Typos::Low };
        let query = parse(&text).unwrap();
        for pane in Pane::ALL.iter().copied() {
            let rows: Vec<Row> = ground.hits(&query, pane).rows.rows().collect();
            prop_assert_eq!(rows, naive::rows(&ground, &query, pane), "{} in {:?}", text, pane);
        }
    }

    #[test]
    fn searched_text_follows_edits_chunk_by_chunk(seed in any::<u64>(), other in any::<u64>()) {
        let (mut model, more) = (random_book(seed), random_book(other));
        let mut arenas = Arenas::new(&model);
        for key in more.keys().collect::<Vec<_>>() {
            model.put(more.get(key).unwrap());
        }
        let first = model.keys().next();
        if let Some(key) = first {
            model.take(key);
        }
        arenas.refresh(&model);
        let fresh = Arenas::new(&model);
        for pane in [Pane::Providers, Pane::Customers, Pane::Subscriptions] {
            for text in ["o", "parc", "name:cloud", "\"365\""] {
                let query = parse(text).unwrap();
                let ask = |arenas| Ground { model: &model, arenas, facts: &crate::query::NoFacts, today: today(), typos: Typos::Off }.hits(&query, pane);
                prop_assert_eq!(ask(&arenas).rows, ask(&fresh).rows);
            }
        }
    }
}
