//! What people see: the screens of the demo book at the sizes of the design, in both languages.

use insta::assert_snapshot;
use partnerbook::i18n::Lang;

use crate::support::screen::Window;

const SIZES: [(u16, u16); 5] = [(120, 36), (80, 24), (60, 20), (40, 10), (33, 8)];

#[test]
fn the_main_view_at_every_size() {
    for lang in Lang::ALL {
        for (columns, rows) in SIZES {
            let mut window = Window::demo(*lang, columns, rows);
            window.keys("j l j l j l j");
            assert_snapshot!(format!("main-{}-{columns}x{rows}", lang.code()), window.text());
        }
    }
}

#[test]
fn a_filter_is_typed_in_the_status_line() {
    let mut window = Window::demo(Lang::En, 80, 24);
    window.keys("l l /").types("pasteur");
    assert_snapshot!("filter", window.text());
    window.keys("Esc").keys("/").pastes("a\nb\u{1b}[31mc");
    assert!(window.text().contains("filter Customers / a b[31mc"), "{}", window.text());
}

#[test]
fn a_prefix_key_shows_what_can_follow() {
    let mut window = Window::demo(Lang::En, 80, 24);
    window.keys("r");
    assert!(!window.text().contains("r ..  "));
    assert_snapshot!("after-a-prefix", window.waits().text());
}

#[test]
fn a_resize_keeps_the_cursor_on_screen() {
    let mut window = Window::demo(Lang::En, 120, 36);
    window.keys("3 G");
    let here = window.app.here();
    let name = window.app.book.model().name(here.unwrap()).show().into_owned();
    for (columns, rows) in [(40, 10), (250, 70), (60, 20), (80, 24)] {
        let text = window.resizes(columns, rows).text();
        assert_eq!(window.app.here(), here);
        let cursor = text.lines().find(|line| line.contains(&format!(">    {}", &name[..6])));
        assert!(cursor.is_some(), "{name} is not in sight:\n{text}");
    }
}

#[test]
fn a_filter_says_what_may_stand_there_and_what_is_wrong() {
    let mut window = Window::demo(Lang::En, 120, 36);
    window.keys("4 /");
    assert!(window.text().contains(" name:  id:  "), "{}", window.text());
    window.types("channel:");
    assert!(window.text().contains(" csp  direct  advisor  open  ea  other"), "{}", window.text());
    window.types("ea");
    assert!(window.text().contains("12 of 600"), "{}", window.text());
    window.keys("Ctrl-u").types("chanel:csp");
    assert!(
        window.text().contains("There is no field \"chanel\". Did you mean channel?"),
        "{}",
        window.text()
    );
}

#[test]
fn in_the_smallest_window_a_message_takes_the_title_line() {
    let mut window = Window::demo(Lang::En, 40, 10);
    let text = window.keys("3 j u").text();
    assert!(text.starts_with(" Nothing to undo. The book is at the\n beginning of its history."), "{text}");
    assert!(window.keys("j").text().starts_with(" main"));
}

#[test]
fn what_is_removed_is_marked_no_longer() {
    let mut window = Window::demo(Lang::En, 120, 36);
    window.keys("4 j Space Space");
    let marks = |window: &Window| window.app.pane().marks.len();
    assert_eq!(marks(&window), 2, "{}", window.text());
    window.keys("x");
    if !window.app.overlays.is_empty() {
        window.keys("r");
    }
    assert_eq!(marks(&window), 0, "{}", window.text());
    window.keys("u");
    assert!(window.text().contains("Undid"), "{}", window.text());
}
