//! Any keys, at any size, on a book whose every text is hostile: nothing panics, and nothing that moves, hides or
//! turns text reaches the screen.

use std::sync::LazyLock;

use partnerbook::app::{Mode, Opened};
use partnerbook::demo;
use partnerbook::edit::Book;
use partnerbook::i18n::Lang;
use partnerbook::keymap::{Code, Context, Key, Keymap};
use partnerbook::model::{Model, Text};
use partnerbook::rules::Findings;
use proptest::prelude::*;

use crate::support::screen::Window;

/// A clipboard write, a colour, a bell, a line end, a right-to-left override, an isolate, spaces of no width.
const HOSTILE: &str =
    "\u{1b}]52;c;ZXZpbA==\u{7}\u{1b}[31m\r\n\t\u{9b}\u{202e}evil\u{2066}\u{200b}\u{feff}\u{ad}\u{2028}";

const SIZES: [(u16, u16); 7] = [(120, 36), (80, 24), (60, 20), (40, 10), (33, 8), (1, 1), (250, 70)];

fn poison(text: &Text) -> Text {
    format!("{}{HOSTILE}{}", &text.raw(), text.raw()).into()
}

fn poisoned(mut model: Model) -> Model {
    let partners: Vec<_> = model.partners().values().cloned().collect();
    for mut partner in partners {
        partner.name = poison(&partner.name);
        model.put(partner.into());
    }
    let customers: Vec<_> = model.customers().values().cloned().collect();
    for mut customer in customers {
        (customer.name, customer.domain) = (poison(&customer.name), poison(&customer.domain));
        model.put(customer.into());
    }
    let subscriptions: Vec<_> = model.subscriptions().values().cloned().collect();
    for mut subscription in subscriptions {
        subscription.name = poison(&subscription.name);
        model.put(subscription.into());
    }
    model
}

/// Built once: every window starts from a clone.
static BOOK: LazyLock<(Model, Findings)> = LazyLock::new(|| {
    let model = poisoned(demo::small(demo::SEED));
    let findings = Findings::of(&model, demo::day());
    (model, findings)
});

fn window(lang: Lang, (columns, rows): (u16, u16)) -> Window {
    let (model, findings) = &*BOOK;
    let portal = demo::portal(model);
    let book = Book::with_findings(model.clone(), portal, findings.clone(), demo::day());
    let opened = Opened {
        name: "main".to_owned(),
        folder: None,
        us: None,
        mode: Mode::Demo,
        desk: None,
        draft: partnerbook::app::Draft::default(),
    };
    Window::of(book, opened, lang, columns, rows).without_disk()
}

fn assert_harmless(window: &Window, after: &str) {
    let text = window.text();
    let hostile = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{ad}' | '\u{200b}' | '\u{200e}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
            || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
    };
    let found: Vec<char> = text.chars().filter(|c| hostile(*c)).collect();
    assert!(found.is_empty(), "after {after}: {found:?} in\n{}", text.escape_debug());
}

#[test]
fn hostile_text_is_spelled_out() {
    let text = window(Lang::En, (250, 70)).text();
    assert!(text.contains("<202E>evil<2066>"), "{text}");
}

#[test]
fn no_view_shows_hostile_text_as_it_came() {
    let views = [
        "1 j",
        "2 j",
        "3 j",
        "4 j",
        "3 j Enter",
        "4 j Enter",
        "3 j p",
        "c",
        "c j j",
        "c W",
        "3 j W",
        "3 j F",
        "4 j e",
        "3 j e",
        "1 j a",
        "3 j r c",
        "4 j r s",
        "4 j r o",
        "3 j x",
        "g o",
        ":",
        "?",
        "3 j j Space m o",
        "3 j j e",
        "/ e v i l",
        "b",
        "3 j y y",
    ];
    for (size, keys) in SIZES.iter().flat_map(|size| views.map(|keys| (*size, keys))) {
        let mut window = window(Lang::En, size);
        window.keys(keys);
        assert_harmless(&window, keys);
    }
}

/// Every key that means something somewhere, and letters to type.
static KEYS: LazyLock<Vec<Key>> = LazyLock::new(|| {
    let map = Keymap::standard().unwrap();
    let bindings = Context::ALL.iter().flat_map(|context| map.bindings(*context));
    let mut keys: Vec<Key> = bindings.flat_map(|binding| binding.sequence.0.clone()).collect();
    keys.extend("aeiou clnprst:0259+-\"(".chars().map(|typed| Key::plain(Code::Char(typed))));
    keys.sort_unstable();
    keys.dedup();
    keys
});

#[derive(Clone, Debug)]
enum Deed {
    Press(Key),
    Resize(u16, u16),
    Wait,
    Paste,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        40 => (0..KEYS.len()).prop_map(|at| Deed::Press(KEYS[at])),
        1 => (1..260_u16, 1..80_u16).prop_map(|(columns, rows)| Deed::Resize(columns, rows)),
        1 => (0..SIZES.len()).prop_map(|at| Deed::Resize(SIZES[at].0, SIZES[at].1)),
        1 => Just(Deed::Wait),
        1 => Just(Deed::Paste),
    ]
}

/// So many deeds in a run, at most.
const LONGEST: usize = 60;

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_at_any_size_do_no_harm(deeds in proptest::collection::vec(deed(), 1..LONGEST), french in any::<bool>()) {
        let mut window = window(if french { Lang::Fr } else { Lang::En }, (120, 36));
        for deed in deeds {
            match deed {
                Deed::Press(key) => window.press(key),
                Deed::Resize(columns, rows) => drop(window.resizes(columns, rows)),
                Deed::Wait => drop(window.waits()),
                Deed::Paste => drop(window.pastes(HOSTILE)),
            }
            assert_harmless(&window, "any keys");
        }
        if window.app.looked_at().is_some() {
            window.app.overlays.clear();
            window.app.run(partnerbook::action::Action::History);
        }
        while window.app.book.undo().is_ok() {}
        prop_assert!(window.app.book.model() == &BOOK.0, "undoing everything gives another book");
    }
}
