//! Who may do what: pictures at three sizes, where each line leads, and the answer that is copied.

use insta::assert_snapshot;
use partnerbook::app::{Effect, Mode, Opened, Overlay};
use partnerbook::i18n::Lang;
use partnerbook::model::Key;

use crate::support::book;
use crate::support::screen::Window;

const PICTURES: [(Lang, u16, u16); 3] = [(Lang::En, 120, 36), (Lang::En, 80, 24), (Lang::Fr, 60, 20)];

fn window(lang: Lang, columns: u16, rows: u16) -> Window {
    let opened = Opened {
        name: "main".to_owned(),
        folder: Some("/books/main".into()),
        us: Some(book::tenant(1)),
        mode: Mode::Normal,
        desk: None,
        draft: partnerbook::app::Draft::default(),
    };
    Window::of(book::eventful(), opened, lang, columns, rows).without_disk()
}

fn who_of(name: &str, lang: Lang, columns: u16, rows: u16) -> Window {
    let mut window = window(lang, columns, rows);
    window.keys("g f").types(name).keys("Enter w");
    window
}

#[test]
fn who_may_do_what_at_three_sizes() {
    for (lang, columns, rows) in PICTURES {
        let mut window = who_of("clinique", lang, columns, rows);
        assert_snapshot!(format!("who-{}-{columns}x{rows}", lang.code()), window.text());
        window.keys("G");
        assert_snapshot!(format!("who-end-{}-{columns}x{rows}", lang.code()), window.text());
    }
}

#[test]
fn a_subscription_asks_for_its_customer_and_a_partner_says_why_not() {
    let window = who_of("azure plan", Lang::En, 80, 24);
    assert!(
        matches!(window.app.overlays.last(), Some(Overlay::Who(view)) if view.who.customer == book::tenant(5))
    );
    let window = who_of("nordlys", Lang::En, 80, 24);
    assert!(window.app.overlays.is_empty());
    assert!(window.text().contains("\"who may\" does nothing on a partner."), "{}", window.text());
}

#[test]
fn every_line_leads_to_its_record_and_back_to_the_line() {
    let mut window = who_of("clinique", Lang::En, 80, 24);
    let mut led = Vec::new();
    for _ in 0..window_lines(&window) {
        let here = cursor(&window);
        window.keys("Enter");
        if let Some(Overlay::Detail(detail)) = window.app.overlays.last() {
            led.push(detail.key);
            window.keys("Backspace");
        }
        assert_eq!(cursor(&window), here);
        window.keys("j");
    }
    for key in [1, 2, 3, 9].map(|n| Key::Partner(book::tenant(n))) {
        assert!(led.contains(&key), "{key}");
    }
    assert!(led.iter().any(|key| matches!(key, Key::Subscription(_))));
    window.keys("Esc");
    assert!(window.app.overlays.is_empty());
}

fn window_lines(window: &Window) -> usize {
    match window.app.overlays.last() {
        Some(Overlay::Who(view)) => view.lines.len(),
        _ => panic!("not there:\n{}", window.text()),
    }
}

fn cursor(window: &Window) -> usize {
    match window.app.overlays.last() {
        Some(Overlay::Who(view)) => view.cursor,
        _ => panic!("not there:\n{}", window.text()),
    }
}

#[test]
fn the_answer_is_copied_in_sentences() {
    for lang in Lang::ALL {
        let mut window = who_of("clinique", *lang, 80, 24);
        window.keys("y y");
        let copied = window.outside.iter().find_map(|effect| match effect {
            Effect::Copy(text) => Some(text.clone()),
            _ => None,
        });
        assert_snapshot!(format!("who-copied-{}", lang.code()), copied.unwrap());
    }
}

#[test]
fn why_tells_of_the_line_and_operations_begin_from_it() {
    let mut window = who_of("clinique", Lang::En, 120, 36);
    window.keys("G k");
    while !matches!(window.app.overlays.last(), Some(Overlay::Reader(_))) {
        window.keys("k W");
    }
    window.keys("Esc");
    assert!(matches!(window.app.overlays.last(), Some(Overlay::Who(_))));
    window.keys("Home r e");
    let top = window.app.overlays.last();
    let asked = matches!(top, Some(Overlay::Picker(_) | Overlay::Menu(_) | Overlay::Sheet(_)));
    assert!(asked, "ending a relationship begins from here:\n{}", window.text());
    window.keys("Esc");
    assert!(matches!(window.app.overlays.last(), Some(Overlay::Who(_))));
}

#[test]
fn the_four_questions_come_round() {
    let mut window = who_of("clinique", Lang::En, 80, 24);
    let first = cursor(&window);
    let mut seen = vec![first];
    for _ in 0..3 {
        window.keys("Tab");
        seen.push(cursor(&window));
    }
    assert!(seen.windows(2).all(|pair| pair[0] < pair[1]), "{seen:?}");
    assert_eq!(cursor(window.keys("Tab")), first);
    window.keys("Shift-Tab Shift-Tab");
    assert_eq!(cursor(&window), seen[2]);
}
