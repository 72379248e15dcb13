//! A book that may only be looked at: whatever would change it is refused before anything is filled in.

use partnerbook::app::Mode;
use partnerbook::i18n::Lang;

use crate::support::screen::Window;

/// The invented book with a step that could be undone and one that could be done again, to be looked at only.
fn window(lang: Lang) -> Window {
    let mut window = Window::demo(lang, 120, 36);
    for name in ["Alpha", "Beta"] {
        window.keys("3 g g j e Ctrl-u").types(name).keys("Ctrl-s");
    }
    window.keys("u");
    window.app.opened.mode = Mode::ReadOnly("Somebody else has it.".into());
    window
}

#[test]
fn nothing_changes_a_book_that_may_only_be_looked_at() {
    for (lang, words) in [(Lang::En, "to look at only"), (Lang::Fr, "lecture seule")] {
        let mut window = window(lang);
        let (model, position) = (window.app.book.model().clone(), window.app.book.history().position());
        for keys in ["u", "U", "Ctrl-r", "e", "a", "D", "x", "r c", "T", "F", "I"] {
            window.keys(keys);
            let said = window.app.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default();
            assert!(said.contains("Somebody else has it."), "{keys}: {said}\n{}", window.text());
            assert!(said.to_lowercase().contains(words), "{keys}: {said}");
            assert!(window.app.overlays.is_empty(), "{keys}: {}", window.text());
        }
        assert_eq!(window.app.book.model(), &model);
        assert_eq!(window.app.book.history().position(), position);
    }
}

#[test]
fn the_keys_that_are_refused_are_no_hints_and_views_refuse_them_too() {
    let mut window = window(Lang::En);
    let hinted: Vec<&str> = window.app.hints().iter().map(|hint| hint.label).collect();
    assert!(!hinted.contains(&"edit") && hinted.contains(&"help"), "{hinted:?}");
    let model = window.app.book.model().clone();
    window.keys("Enter e");
    assert_eq!(window.app.overlays.len(), 1, "{}", window.text());
    window.keys("u Esc b R");
    assert_eq!(window.app.book.model(), &model, "{}", window.text());
    window.keys("j Enter u e Esc");
    assert_eq!(window.app.book.model(), &model, "{}", window.text());
}
