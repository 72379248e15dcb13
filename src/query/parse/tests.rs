use super::*;
use crate::model::Day;
use crate::query::value::{Compare, DateTest, Test, Unit, When};
use proptest::prelude::*;

fn read(text: &str) -> Node {
    parse(text).unwrap_or_else(|problem| panic!("{text}: {problem:?}")).root
}

fn word(text: &str) -> Node {
    Node::Word(text.into())
}

fn field(term: Term, test: Test) -> Node {
    Node::Field(term, vec![test])
}

fn against(compare: Compare, when: When) -> Test {
    Test::Date(DateTest::Against(compare, when))
}

fn day(text: &str) -> When {
    When::Day(text.parse().unwrap())
}

#[test]
fn the_examples_of_the_language_read() {
    use Compare::{AtLeast, Equal, Less, More};
    for (text, node) in [
        ("clin parc", Node::All(vec![word("clin"), word("parc")])),
        ("\"du Parc\"", Node::Phrase("du Parc".into())),
        ("domain:parc", field(Term::Domain, Test::Contains("parc".into()))),
        ("name:=\"Kumo Services\"", field(Term::Name, Test::Equals("Kumo Services".into()))),
        (
            "status:active,suspended",
            Node::Field(Term::Status, vec![Test::Choice("active"), Test::Choice("suspended")]),
        ),
        ("-channel:csp", Node::Not(Box::new(field(Term::Channel, Test::Choice("csp"))))),
        ("not tag:vip", Node::Not(Box::new(field(Term::Tag, Test::Contains("vip".into()))))),
        ("seats:>=50", field(Term::Seats, Test::Number(AtLeast, 50))),
        ("partners:>1", field(Term::Partners, Test::Number(More, 1))),
        ("ends:<30d", field(Term::Ends, against(Less, When::Away(30, Unit::Day)))),
        ("ends:overdue", field(Term::Ends, Test::Date(DateTest::Overdue))),
        ("starts:<7d", field(Term::Starts, against(Less, When::Away(7, Unit::Day)))),
        ("ends:2026-10", field(Term::Ends, against(Equal, When::Month(2026, 10)))),
        (
            "ends:2026-09-15..2026-12-31",
            field(
                Term::Ends,
                Test::Date(DateTest::Between(Some(day("2026-09-15")), Some(day("2026-12-31")))),
            ),
        ),
        ("support:none", field(Term::Support, Test::Missing)),
        ("note:any", field(Term::Note, Test::Present)),
        (
            "(channel:ea or channel:open) ends:<90d",
            Node::All(vec![
                Node::Any(vec![
                    field(Term::Channel, Test::Choice("ea")),
                    field(Term::Channel, Test::Choice("open")),
                ]),
                field(Term::Ends, against(Less, When::Away(90, Unit::Day))),
            ]),
        ),
        (
            "ends:<60d renews:no",
            Node::All(vec![
                field(Term::Ends, against(Less, When::Away(60, Unit::Day))),
                field(Term::Renews, Test::Choice("no")),
            ]),
        ),
        ("has:leftover", field(Term::Has, Test::Choice("leftover"))),
        ("is:planned", field(Term::Is, Test::Choice("planned"))),
    ] {
        assert_eq!(read(text), node, "{text}");
    }
}

#[test]
fn every_form_of_value_reads() {
    for (text, when) in [
        ("today", When::Today),
        ("6w", When::Away(6, Unit::Week)),
        ("3m", When::Away(3, Unit::Month)),
        ("1y", When::Away(1, Unit::Year)),
        ("2026", When::Year(2026)),
        ("2026-10-03", day("2026-10-03")),
    ] {
        assert_eq!(read(&format!("ends:{text}")), field(Term::Ends, against(Compare::Equal, when)), "{text}");
        assert_eq!(
            read(&format!("ends:>={text}")),
            field(Term::Ends, against(Compare::AtLeast, when)),
            "{text}"
        );
    }
    assert_eq!(read("seats:=5"), field(Term::Seats, Test::Number(Compare::Equal, 5)));
    assert_eq!(read("seats:5..10"), field(Term::Seats, Test::Numbers(Some(5), Some(10))));
    assert_eq!(read("seats:5.."), field(Term::Seats, Test::Numbers(Some(5), None)));
    assert_eq!(read("name:\"none\""), field(Term::Name, Test::Contains("none".into())));
    assert_eq!(read("STATUS:Active"), field(Term::Status, Test::Choice("active")));
    assert_eq!(read("agreement:missing"), field(Term::Agreement, Test::Choice("missing")));
    assert_eq!(read("agreement:2024"), field(Term::Agreement, against(Compare::Equal, When::Year(2024))));
    assert_eq!(
        read("ends:..2026"),
        field(Term::Ends, Test::Date(DateTest::Between(None, Some(When::Year(2026)))))
    );
}

#[test]
fn or_binds_weaker_than_and_and_not_stronger() {
    assert_eq!(
        read("a b OR -(c or d) e"),
        Node::Any(vec![
            Node::All(vec![word("a"), word("b")]),
            Node::All(vec![Node::Not(Box::new(Node::Any(vec![word("c"), word("d")]))), word("e")]),
        ])
    );
    assert_eq!(read("(a)"), word("a"));
    assert_eq!(read("not not a"), Node::Not(Box::new(Node::Not(Box::new(word("a"))))));
    assert_eq!(
        read("order notes o'neil 12:30 a(b"),
        Node::All(["order", "notes", "o'neil", "12:30", "a(b"].map(word).to_vec())
    );
    assert_eq!(read("  "), Node::default());
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let nearest = |text: &str| text.parse::<Day>().ok();
    for (text, at, trouble) in [
        ("a chanel:csp", 2..8, Trouble::UnknownField("chanel".into(), Some(Term::Channel))),
        ("https://x.example", 0..5, Trouble::UnknownField("https".into(), None)),
        ("status:actve", 7..12, Trouble::UnknownValue(Term::Status, "actve".into(), Some("active"))),
        ("channel:telepathy", 8..17, Trouble::UnknownValue(Term::Channel, "telepathy".into(), None)),
        ("seats:many", 6..10, Trouble::NotANumber(Term::Seats, "many".into())),
        ("ends:2026-02-30", 5..15, Trouble::NotADate(Term::Ends, "2026-02-30".into(), nearest("2026-02-28"))),
        ("ends:2026-13", 5..12, Trouble::NotADate(Term::Ends, "2026-13".into(), nearest("2026-12-01"))),
        ("ends:soon", 5..9, Trouble::NotADate(Term::Ends, "soon".into(), None)),
        ("starts:overdue x", 7..14, Trouble::NotADate(Term::Starts, "overdue".into(), None)),
        ("ends: x", 5..5, Trouble::NoValue(Term::Ends)),
        ("name:\"\"", 5..7, Trouble::EmptyQuote),
        ("()", 0..1, Trouble::EmptyGroup),
        ("a)", 1..2, Trouble::StrayClose),
        (")", 0..1, Trouble::StrayClose),
        ("or a", 0..2, Trouble::NothingBesideOr),
        ("a or or b", 5..7, Trouble::NothingBesideOr),
        ("(a or) b", 3..5, Trouble::NothingBesideOr),
        ("- a", 0..1, Trouble::NothingToNegate),
    ] {
        assert_eq!(parse(text), Err(Problem::wrong(at, trouble)), "{text}");
    }
}

#[test]
fn a_field_of_another_pane_is_named_with_its_place() {
    let trouble = Trouble::NotHere(Term::Seats, Pane::Customers);
    assert_eq!(parse_for("parc seats:5", Pane::Customers), Err(Problem::wrong(5..10, trouble)));
    assert!(parse_for("parc seats:5", Pane::Subscriptions).is_ok());
}

#[test]
fn what_is_still_typed_is_unfinished_not_wrong() {
    for text in [
        "ends:",
        "ends:<",
        "ends:<3",
        "ends:2026-",
        "ends:2026-1",
        "ends:2026-09-1",
        "ends:over",
        "ends:2026-10-01..2",
        "status:act",
        "status:active,",
        "seats:>",
        "seats:no",
        "seats:5.",
        "\"du P",
        "name:=",
        "name:\"Ku",
        "(a or b",
        "(",
        "a or ",
        "a or",
        "-",
        "not ",
        "not",
        "a (b -",
        "agreement:sig",
        "(status:act",
    ] {
        assert!(parse(text).is_err_and(|problem| problem.is_unfinished()), "{text}: {:?}", parse(text));
    }
    for text in ["status:act x", "(status:act)", "ends:<3 x", "ends:2026-02-30", "seats:x"] {
        assert!(parse(text).is_err_and(|problem| !problem.is_unfinished()), "{text}");
    }
}

#[test]
fn length_and_depth_are_bounded() {
    let long = "a".repeat(LONGEST + 1);
    assert_eq!(parse(&long).unwrap_err().trouble, Trouble::TooLong(LONGEST));
    let deep = |n| format!("{}a{}", "(".repeat(n), ")".repeat(n));
    assert!(parse(&deep(DEEPEST)).is_ok());
    assert_eq!(parse(&deep(DEEPEST + 1)).unwrap_err().trouble, Trouble::TooDeep(DEEPEST));
    assert_eq!(parse(&"-".repeat(500)).unwrap_err().trouble, Trouble::TooDeep(DEEPEST));
}

fn any_when() -> impl Strategy<Value = When> {
    let unit = prop::sample::select(vec![Unit::Day, Unit::Week, Unit::Month, Unit::Year]);
    prop_oneof![
        Just(When::Today),
        (1i16..=9999, 1i8..=12, 1i8..=28).prop_map(|(y, m, d)| When::Day(Day::new(y, m, d).unwrap())),
        (1i16..=9999, 1i8..=12).prop_map(|(y, m)| When::Month(y, m)),
        (1i16..=9999).prop_map(When::Year),
        (0u16..=9999, unit).prop_map(|(n, unit)| When::Away(n, unit)),
    ]
}

fn any_compare() -> impl Strategy<Value = Compare> {
    prop::sample::select(Compare::SIGNS.map(|(_, compare)| compare).to_vec())
}

fn any_date() -> impl Strategy<Value = Test> {
    prop_oneof![
        (any_compare(), any_when()).prop_map(|(compare, when)| against(compare, when)),
        (any_when(), prop::option::of(any_when()))
            .prop_map(|(a, b)| Test::Date(DateTest::Between(Some(a), b))),
        any_when().prop_map(|b| Test::Date(DateTest::Between(None, Some(b)))),
    ]
}

fn any_text() -> impl Strategy<Value = Test> {
    prop_oneof!["\\PC{1,12}".prop_map(Test::Contains), "\\PC{1,12}".prop_map(Test::Equals)]
}

fn any_number() -> impl Strategy<Value = Test> {
    prop_oneof![
        (any_compare(), any::<u64>()).prop_map(|(compare, n)| Test::Number(compare, n)),
        (any::<u64>(), prop::option::of(any::<u64>())).prop_map(|(a, b)| Test::Numbers(Some(a), b)),
        any::<u64>().prop_map(|b| Test::Numbers(None, Some(b))),
    ]
}

fn any_field() -> impl Strategy<Value = Node> {
    let tests = |term: Term| {
        use crate::query::Meaning;
        let own = match term.meaning() {
            Meaning::Text | Meaning::Related => any_text().boxed(),
            Meaning::Number => any_number().boxed(),
            Meaning::Future => prop_oneof![any_date(), Just(Test::Date(DateTest::Overdue))].boxed(),
            Meaning::Past => any_date().boxed(),
            Meaning::Choice(words) => prop::sample::select(words.to_vec()).prop_map(Test::Choice).boxed(),
            Meaning::ChoiceOrPast(words) => {
                prop_oneof![any_date(), prop::sample::select(words.to_vec()).prop_map(Test::Choice)].boxed()
            }
        };
        let test = prop_oneof![3 => own, 1 => Just(Test::Missing), 1 => Just(Test::Present)];
        prop::collection::vec(test, 1..4).prop_map(move |tests| Node::Field(term, tests))
    };
    prop::sample::select(Term::ALL.to_vec()).prop_flat_map(tests)
}

/// Any tree, in the flat form that reading makes.
pub(in crate::query) fn any_node() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![
        "[a-zé][a-z0-9.:'-]{0,6}".prop_filter_map("a word", |text| match parse(&text) {
            Ok(query) if matches!(query.root, Node::Word(_)) => Some(query.root),
            _ => None,
        }),
        "\\PC{1,12}".prop_map(Node::Phrase),
        any_field(),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 2..4).prop_map(Node::all),
            prop::collection::vec(inner.clone(), 2..4).prop_map(Node::any),
            inner.prop_map(|node| Node::Not(Box::new(node))),
        ]
    })
}

proptest! {
    #[test]
    fn printing_reads_back_to_the_same_tree(root in any_node()) {
        let query = Query { root };
        prop_assert_eq!(parse(&query.print()), Ok(query));
    }

    #[test]
    fn any_text_reads_or_is_refused_with_a_place_in_it(text in "[ -~é\"():,=<>.a-z0-9-]{0,40}") {
        match parse(&text) {
            Ok(query) => prop_assert_eq!(parse(&query.print()), Ok(query)),
            Err(problem) => {
                prop_assert!(problem.at.start <= problem.at.end && problem.at.end <= text.len());
                prop_assert!(text.is_char_boundary(problem.at.start) && text.is_char_boundary(problem.at.end));
            }
        }
    }

    #[test]
    fn quotes_and_groups_wait_for_their_end(root in any_node()) {
        let text = Query { root }.print();
        for end in (0..text.len()).filter(|end| text.is_char_boundary(*end)) {
            if let Err(problem) = parse(&text[..end]) {
                let open = matches!(problem.trouble, Trouble::OpenQuote | Trouble::OpenGroup | Trouble::NoValue(_));
                prop_assert!(problem.is_unfinished() || !open, "{}", &text[..end]);
            }
        }
    }
}
