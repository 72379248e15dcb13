//! Stock `ron` reads back what the canonical writer wrote, exactly.

use proptest::prelude::*;
use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::{CanonicalError, line};

fn stock<T: DeserializeOwned>(text: &str) -> T {
    ron::from_str(&format!("#![enable(implicit_some)]\n{text}\n"))
        .unwrap_or_else(|error| panic!("{error} in {text}"))
}

fn round_trips<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) {
    let text = line(value).unwrap();
    assert!(!text.contains(['\n', '\r']), "more than one line: {text:?}");
    let back: T = stock(&text);
    assert_eq!(&back, value, "{text}");
    assert_eq!(line(&back).unwrap(), text);
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::option_option)] // the writer must keep the two apart
struct Nested {
    text: String,
    maybe: Option<String>,
    twice: Option<Option<u8>>,
    tag: Option<Tag>,
    tags: Vec<Tag>,
    sign: char,
    count: i64,
    total: u64,
    unit: Option<()>,
    pair: (u8, String),
    wrapped: Wrapped,
    flag: Option<bool>,
    more: Vec<Nested>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Wrapped(Option<String>);

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
enum Tag {
    None,
    Some(u8),
    Nonesuch,
    Text(String),
    Maybe(Option<u8>),
    Two(u8, String),
    Fields { from: u8, to: Option<Box<Tag>> },
    Empty {},
}

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        prop::collection::vec(any::<char>(), 0..12)
            .prop_map(|chars| { chars.into_iter().flat_map(|c| [c, '"', '\\', '\u{301}']).collect() })
    ]
}

fn any_tag() -> impl Strategy<Value = Tag> {
    let leaf = prop_oneof![
        Just(Tag::None),
        any::<u8>().prop_map(Tag::Some),
        Just(Tag::Nonesuch),
        any_text().prop_map(Tag::Text),
        any::<Option<u8>>().prop_map(Tag::Maybe),
        (any::<u8>(), any_text()).prop_map(|(number, text)| Tag::Two(number, text)),
        Just(Tag::Empty {}),
    ];
    leaf.prop_recursive(3, 4, 1, |inner| {
        (any::<u8>(), prop::option::of(inner.prop_map(Box::new)))
            .prop_map(|(from, to)| Tag::Fields { from, to })
    })
}

fn any_nested() -> impl Strategy<Value = Nested> {
    let heads = (
        any_text(),
        prop::option::of(any_text()),
        any::<Option<Option<u8>>>(),
        prop::option::of(any_tag()),
        prop::collection::vec(any_tag(), 0..4),
        any::<char>(),
    );
    let tails =
        (any::<i64>(), any::<u64>(), any::<Option<()>>(), any::<u8>(), any_text(), any::<Option<bool>>());
    let leaf = (heads, tails).prop_map(|(h, t)| Nested {
        text: h.0,
        maybe: h.1.clone(),
        twice: h.2,
        tag: h.3,
        tags: h.4,
        sign: h.5,
        count: t.0,
        total: t.1,
        unit: t.2,
        pair: (t.3, t.4),
        wrapped: Wrapped(h.1),
        flag: t.5,
        more: Vec::new(),
    });
    leaf.prop_recursive(3, 12, 3, |inner| {
        (inner.clone(), prop::collection::vec(inner, 0..3)).prop_map(|(outer, more)| Nested { more, ..outer })
    })
}

proptest! {
    #[test]
    fn any_nested_value_round_trips(value in any_nested()) {
        round_trips(&value);
    }
}

#[test]
fn every_character_round_trips() {
    for chunk in ('\0'..=char::MAX).collect::<Vec<_>>().chunks(4096) {
        let alone: Vec<String> = chunk.iter().map(char::to_string).collect();
        let before_a_letter: Vec<String> = chunk.iter().map(|c| format!("{c}a0")).collect();
        let after_a_letter: Vec<String> = chunk.iter().map(|c| format!("{{e{c}")).collect();
        let together: String = chunk.iter().collect();
        round_trips(&(alone, before_a_letter, after_a_letter, together, chunk.to_vec()));
    }
}

#[test]
fn people_can_read_the_line() {
    let value = Nested {
        text: "O'Neil d'Exploitation, ไทย, नमस्ते, \u{65}\u{301}".into(),
        maybe: Some("a\u{202e}b\u{a0}\u{ad}\t\0".into()),
        twice: Some(None),
        tag: Some(Tag::None),
        tags: vec![Tag::Fields { from: 1, to: None }, Tag::Text("\"".into())],
        sign: '\'',
        count: -7,
        total: 7,
        unit: None,
        pair: (1, "\\".into()),
        wrapped: Wrapped(None),
        flag: Some(true),
        more: vec![],
    };
    let expected = concat!(
        "(text: \"O'Neil d'Exploitation, ไทย, नमस्ते, \u{65}\u{301}\", ",
        r#"maybe: "a\u{202e}b"#,
        "\u{a0}",
        r#"\u{ad}\t\u{0}", twice: Some(None), tag: Some(None), "#,
        r#"tags: [Fields(from: 1, to: None), Text("\"")], sign: '\'', count: -7, total: 7, "#,
        r#"unit: None, pair: (1, "\\"), wrapped: (None), flag: true, more: [])"#,
    );
    assert_eq!(line(&value).unwrap(), expected);
    round_trips(&value);
}

#[test]
fn what_would_not_come_back_is_refused() {
    assert_eq!(line(&1.5_f64), Err(CanonicalError::Float));
    assert_eq!(line(&1_u128), Err(CanonicalError::Wide));
    assert_eq!(line(&std::collections::BTreeMap::from([(1, 2)])), Err(CanonicalError::Map));
}
