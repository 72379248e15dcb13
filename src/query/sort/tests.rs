use super::*;
use crate::model::{Customer, Key, Subscription};
use crate::query::fixture::{Dice, Known, book, random_book};
use crate::query::{Arenas, Pane, Typos};
use proptest::prelude::*;

fn ground<'a>(model: &'a Model, arenas: &'a Arenas, facts: &'a Known) -> Ground<'a> {
    Ground { model, arenas, facts, today: "2026-09-15".parse().unwrap(), typos: Typos::Off }
}

fn sorted(pane: Pane, by: &[(SortKey, Flow)]) -> Vec<String> {
    let model = book();
    let (arenas, facts) = (Arenas::new(&model), Known::default());
    let ground = ground(&model, &arenas, &facts);
    let rows = Orders::default().sort(&ground, pane.table(), &ground.everything(pane), by);
    let keys = rows.iter().filter_map(|row| model.key_at(pane.table(), *row));
    keys.map(|key| model.name(key).raw().to_owned()).collect()
}

#[test]
fn rows_stand_in_the_order_of_the_keys() {
    let [clinique, lycee, orion, vidal] =
        ["Clinique du Parc", "Lycée Pasteur", "Orion Transport", "Vidal Frères"];
    for (by, names) in [
        (vec![(SortKey::Name, Flow::Up)], [clinique, lycee, orion, vidal]),
        (vec![(SortKey::Name, Flow::Down)], [vidal, orion, lycee, clinique]),
        (vec![(SortKey::Country, Flow::Up)], [orion, clinique, lycee, vidal]),
        (vec![(SortKey::Country, Flow::Up), (SortKey::Name, Flow::Down)], [orion, lycee, clinique, vidal]),
        (vec![(SortKey::Problems, Flow::Up)], [clinique, lycee, orion, vidal]),
        (vec![(SortKey::Problems, Flow::Up), (SortKey::Name, Flow::Down)], [clinique, lycee, vidal, orion]),
    ] {
        assert_eq!(sorted(Pane::Customers, &by), names, "{by:?}");
    }
    let ends = sorted(Pane::Subscriptions, &[(SortKey::Ends, Flow::Up), (SortKey::Name, Flow::Up)]);
    assert_eq!(
        ends,
        [
            "Visio Plan 2",
            "Dynamics 365 Sales",
            "Defender",
            "M365 Business Premium",
            "Office 365 E3",
            "Azure plan"
        ]
    );
    assert_eq!(sorted(Pane::Subscriptions, &[(SortKey::State, Flow::Down)])[0], "Visio Plan 2");
}

fn any_keys() -> impl Strategy<Value = Vec<(SortKey, Flow)>> {
    let key = prop::sample::select(SortKey::ALL.to_vec());
    let flow = prop::sample::select(vec![Flow::Up, Flow::Down]);
    prop::collection::vec((key, flow), 1..4)
}

const TABLES: [TableName; 3] = [TableName::Partner, TableName::Customer, TableName::Subscription];

/// Puts, changes and takes out a few records.
fn edit(model: &mut Model, dice: &mut Dice) {
    let more = random_book(dice.next());
    let keys: Vec<Key> = more.keys().filter(|_| dice.below(3) == 0).collect();
    keys.into_iter().filter_map(|key| more.get(key)).for_each(|record| drop(model.put(record)));
    let gone: Vec<Key> = model.keys().filter(|_| dice.below(5) == 0).collect();
    gone.into_iter().for_each(|key| drop(model.take(key)));
}

proptest! {
    #[test]
    fn a_kept_order_is_the_order_made_anew(seed in any::<u64>(), by in any_keys(), edits in 0usize..4) {
        let mut dice = Dice(seed);
        let (mut model, mut orders) = (random_book(seed), Orders::default());
        let mut arenas = Arenas::new(&model);
        let facts = Known::random(&model, seed);
        for table in TABLES {
            SortKey::ALL.iter().for_each(|key| orders.keep(&ground(&model, &arenas, &facts), table, *key));
        }
        for _ in 0..edits {
            edit(&mut model, &mut dice);
            arenas.refresh(&model);
            orders.refresh(&ground(&model, &arenas, &facts));
        }
        let ground = ground(&model, &arenas, &facts);
        for table in TABLES {
            let hits: Bits = ground.table(table).rows().filter(|_| dice.below(4) > 0).collect();
            let kept = orders.sort(&ground, table, &hits, &by);
            prop_assert_eq!(&kept, &Orders::default().sort(&ground, table, &hits, &by));
            prop_assert_eq!(kept.iter().copied().collect::<Bits>().rows().collect::<Vec<_>>(), hits.rows().collect::<Vec<_>>());
        }
    }
}

#[test]
fn many_rows_move_at_once_and_few_one_by_one() {
    let mut model = Model::default();
    let customer = |n: u64, name: String| Customer {
        tenant: format!("own-{n}").parse().unwrap(),
        name: name.into(),
        ..Customer::default()
    };
    (1..=700).for_each(|n| drop(model.put(customer(n, format!("x{:04}", 700 - n)).into())));
    let (mut arenas, facts, mut orders) = (Arenas::new(&model), Known::default(), Orders::default());
    orders.keep(&ground(&model, &arenas, &facts), TableName::Customer, SortKey::Name);
    let rows = |model: &Model, arenas: &Arenas, orders: &Orders| {
        let ground = ground(model, arenas, &facts);
        let few: Bits = (0..10).map(Row).collect();
        let all = ground.everything(Pane::Customers);
        [few, all].map(|hits| orders.sort(&ground, TableName::Customer, &hits, &[(SortKey::Name, Flow::Up)]))
    };
    for names in [vec![(5, "a"), (600, "zz")], (1..300).map(|n| (n, "b")).collect()] {
        names.into_iter().for_each(|(n, name)| drop(model.put(customer(n, format!("{name}{n}")).into())));
        arenas.refresh(&model);
        orders.refresh(&ground(&model, &arenas, &facts));
        assert_eq!(rows(&model, &arenas, &orders), rows(&model, &arenas, &Orders::default()));
    }
}

#[test]
fn a_nickname_is_the_name_of_a_subscription() {
    let mut model = Model::default();
    for (n, name, nickname) in [(1, "a", ""), (2, "b", "0"), (3, "c", "")] {
        let id = format!("own-{n}").parse().unwrap();
        model.put(
            Subscription { id, name: name.into(), friendly_name: nickname.into(), ..Subscription::default() }
                .into(),
        );
    }
    let (arenas, facts) = (Arenas::new(&model), Known::default());
    let ground = ground(&model, &arenas, &facts);
    let all = ground.everything(Pane::Subscriptions);
    let rows = Orders::default().sort(&ground, TableName::Subscription, &all, &[(SortKey::Name, Flow::Up)]);
    assert_eq!(rows, [Row(1), Row(0), Row(2)]);
}
