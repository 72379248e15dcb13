//! Relations as a tree: pictures at three sizes and through every lens, folding, going, and the diagram that is copied.

use insta::assert_snapshot;
use partnerbook::app::{Effect, Mode, Opened, Overlay, Tree};
use partnerbook::i18n::Lang;
use partnerbook::model::Key;

use crate::support::book;
use crate::support::screen::Window;

const PICTURES: [(Lang, u16, u16); 3] = [(Lang::En, 120, 36), (Lang::En, 80, 24), (Lang::Fr, 60, 20)];

fn tree_of(name: &str, lang: Lang, columns: u16, rows: u16) -> Window {
    let opened = Opened {
        name: "main".to_owned(),
        folder: Some("/books/main".into()),
        us: Some(book::tenant(1)),
        mode: Mode::Normal,
        desk: None,
        draft: partnerbook::app::Draft::default(),
    };
    let mut window = Window::of(book::eventful(), opened, lang, columns, rows).without_disk();
    window.keys("g f").types(name).keys("Enter t");
    window
}

fn tree(window: &Window) -> &Tree {
    match window.app.overlays.last() {
        Some(Overlay::Tree(tree)) => tree,
        _ => panic!("no tree:\n{}", window.text()),
    }
}

#[test]
fn relations_at_three_sizes() {
    for (lang, columns, rows) in PICTURES {
        for (name, typed) in
            [("customer", "clinique"), ("partner", "nordlys"), ("subscription", "business premium")]
        {
            let mut window = tree_of(typed, lang, columns, rows);
            window.keys("j j");
            assert_snapshot!(format!("tree-{name}-{}-{columns}x{rows}", lang.code()), window.text());
        }
    }
}

#[test]
fn every_lens_cuts_the_tree_by_its_question() {
    let mut window = tree_of("clinique", Lang::En, 80, 24);
    let mut told = String::new();
    for _ in 0..5 {
        told += &window.text();
        window.keys("Tab");
    }
    assert_snapshot!("tree-lenses", told);
    assert_eq!(window.text(), tree_of("clinique", Lang::En, 80, 24).text(), "they come round");
}

#[test]
fn keys_fold_and_unfold() {
    let mut window = tree_of("clinique", Lang::En, 80, 24);
    let all = tree(&window).lines.len();
    window.keys("Left");
    assert_eq!(tree(&window).lines.len(), all, "the root stays unfolded: there is nothing else to see");
    window.keys("j Left");
    assert!(tree(&window).lines.len() < all, "the first question is folded");
    window.keys("l k");
    assert_eq!(tree(&window).lines.len(), all);
    window.keys("Right Right Right");
    assert_eq!(tree(&window).cursor, 3, "into what is unfolded");
    window.keys("Left Left Left");
    assert!(tree(&window).lines.len() < all && tree(&window).cursor < 3, "out again, folding");
    window.keys("G");
    assert_eq!(tree(&window).cursor, tree(&window).lines.len() - 1);
}

#[test]
fn enter_goes_to_the_record_and_back_comes_to_the_line() {
    let mut window = tree_of("clinique", Lang::En, 80, 24);
    window.keys("j j Enter");
    assert!(
        matches!(window.app.overlays.last(), Some(Overlay::Detail(d)) if d.key == Key::Partner(book::tenant(1)))
    );
    window.keys("Backspace");
    assert_eq!(tree(&window).cursor, 2);
    window.keys("p");
    assert_eq!((window.app.pin, window.app.overlays.len()), (Some(Key::Partner(book::tenant(1))), 0));
}

#[test]
fn a_tie_is_ended_from_its_line_and_the_tree_follows() {
    let mut window = tree_of("nordlys", Lang::En, 120, 36);
    window.keys("j j r e");
    assert!(matches!(window.app.overlays.last(), Some(Overlay::Sheet(_))), "{}", window.text());
    window.keys("Esc");
    assert!(matches!(window.app.overlays.last(), Some(Overlay::Tree(_))));
    assert!(tree_of("nordlys", Lang::En, 120, 36).text() != window.text() || tree(&window).cursor == 2);
}

#[test]
fn a_diagram_is_copied() {
    let mut window = tree_of("clinique", Lang::En, 80, 24);
    window.keys("y m");
    let copied = window.outside.iter().find_map(|effect| match effect {
        Effect::Copy(text) => Some(text.clone()),
        _ => None,
    });
    assert_snapshot!("tree-mermaid", copied.unwrap());
}

#[test]
fn any_window_is_filled_without_harm() {
    for (columns, rows) in [(40, 10), (33, 8), (1, 1), (250, 70), (110, 5)] {
        for name in ["clinique", "nordlys", "atelier"] {
            let mut window = tree_of(name, Lang::En, 120, 36);
            let text = window.resizes(columns, rows).text();
            assert_eq!(text.lines().count(), usize::from(rows));
            assert_eq!(window.keys("w").text().lines().count(), usize::from(rows));
        }
    }
}
