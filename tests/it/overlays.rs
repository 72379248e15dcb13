//! What lies over the panes: pictures of every view and pop-up, and what keys and inputs that fit nothing do.

use insta::assert_snapshot;
use partnerbook::app::{Mode, Opened, Overlay, Tone, Welcome};
use partnerbook::edit::Book;
use partnerbook::i18n::Lang;

use crate::support::book;
use crate::support::screen::{Window, demo_book};

const PICTURES: [(Lang, u16, u16); 3] = [(Lang::En, 120, 36), (Lang::En, 80, 24), (Lang::Fr, 60, 20)];

fn small(lang: Lang, columns: u16, rows: u16) -> Window {
    let opened = Opened {
        name: "main".to_owned(),
        folder: Some("/books/main".into()),
        us: Some(book::tenant(1)),
        mode: Mode::Normal,
        desk: None,
        draft: partnerbook::app::Draft::default(),
    };
    Window::of(book::book(), opened, lang, columns, rows).without_disk()
}

fn go_to(window: &mut Window, name: &str) {
    window.keys("g f").types(name).keys("Enter");
}

/// How each view or pop-up is reached.
type Way = (&'static str, fn(&mut Window));

const WAYS: [Way; 20] = [
    ("picker", |w| {
        go_to(w, "nordlys");
        w.keys("r p");
    }),
    ("picker-nothing-fits", |w| {
        go_to(w, "nordlys");
        w.keys("r p").types("zzzz");
    }),
    ("form-wrong", |w| {
        go_to(w, "clinique");
        w.keys("e Tab Tab Tab Ctrl-u").types("Atlantis");
    }),
    ("form-refused", |w| {
        go_to(w, "nordlys");
        w.keys("3 a").types("Itself").keys("Shift-Tab").types(&book::tenant(3).to_string());
    }),
    ("form-left", |w| {
        go_to(w, "clinique");
        w.keys("e").types(" et du Lac").keys("Esc");
    }),
    ("relate-menu", |w| {
        go_to(w, "clinique");
        w.keys("r c");
    }),
    ("consequences", |w| {
        go_to(w, "nordlys");
        w.keys("r e Enter");
    }),
    ("why", |w| {
        go_to(w, "azure");
        w.keys("W");
    }),
    ("problems", |w| {
        w.keys("c");
    }),
    ("detail-customer", |w| {
        go_to(w, "clinique");
        w.keys("Enter");
    }),
    ("detail-partner", |w| {
        go_to(w, "nordlys");
        w.keys("Enter");
    }),
    ("detail-subscription", |w| {
        go_to(w, "azure");
        w.keys("Enter");
    }),
    ("help", |w| {
        w.keys("?");
    }),
    ("help-by-word", |w| {
        w.keys("?").types("undo");
    }),
    ("help-by-key", |w| {
        w.keys("?").types("Ctrl-s");
    }),
    ("palette-off", |w| {
        w.keys(":").types("remove");
    }),
    ("preview", |w| {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/partner_center/customers.json");
        w.keys("I").types(&format!("\"{file}\"")).keys("Enter");
    }),
    ("prompt", |w| {
        w.keys("I");
    }),
    ("quit", |w| {
        go_to(w, "clinique");
        w.keys("e").types(" et du Lac").keys("Ctrl-s q");
    }),
    ("welcome", |w| {
        let demo = Box::new(Book::new(book::model(), book::TODAY.parse().unwrap()));
        w.app.open(Overlay::Welcome(Box::new(Welcome { folder: "/books/main".into(), cursor: 0, demo })));
    }),
];

#[test]
fn every_overlay_at_three_sizes() {
    for ((name, way), (lang, columns, rows)) in WAYS.iter().flat_map(|way| PICTURES.map(|at| (way, at))) {
        let mut window = small(lang, columns, rows);
        way(&mut window);
        assert_snapshot!(format!("{name}-{}-{columns}x{rows}", lang.code()), window.text());
    }
}

#[test]
fn every_overlay_fits_any_window_and_is_left_by_esc() {
    for (name, way) in WAYS {
        let mut window = small(Lang::En, 120, 36);
        window.keys("3 j Space");
        let marks = window.app.panes[2].marks.clone();
        way(&mut window);
        let model = window.app.book.model().clone();
        for (columns, rows) in [(40, 10), (33, 8), (1, 1), (250, 70), (60, 20)] {
            let text = window.resizes(columns, rows).text();
            assert_eq!(text.lines().count(), usize::from(rows), "{name}");
        }
        for _ in 0..6 {
            window.keys("Esc");
        }
        assert!(window.outside.iter().all(|e| !is_quit(e)), "{name}: Esc never quits");
        assert_eq!(window.app.panes[2].marks, marks, "{name}: Esc drops no marks");
        assert_eq!(window.app.book.model(), &model, "{name}: Esc changes nothing");
    }
}

fn is_quit(effect: &partnerbook::app::Effect) -> bool {
    matches!(effect, partnerbook::app::Effect::Quit)
}

#[test]
fn a_form_asks_before_typed_text_is_dropped() {
    let mut window = small(Lang::En, 80, 24);
    go_to(&mut window, "clinique");
    window.keys("e").types(" et du Lac").keys("Esc");
    assert!(matches!(window.app.overlays.last(), Some(Overlay::Sheet(_))));
    window.keys("Enter");
    assert!(
        window.text().contains("Clinique du Parc et du Lac"),
        "the safe answer keeps it:\n{}",
        window.text()
    );
    window.keys("Esc").types("s");
    let name = window.app.book.model().customer(book::tenant(5)).unwrap().name.clone();
    assert_eq!(name.raw(), "Clinique du Parc et du Lac");
    assert!(window.app.overlays.is_empty());
}

#[test]
fn many_marked_rows_are_edited_after_a_question_that_loses_nothing() {
    let opened = Opened {
        name: "main".into(),
        folder: None,
        us: None,
        mode: Mode::Demo,
        desk: None,
        draft: partnerbook::app::Draft::default(),
    };
    let mut window = Window::of(demo_book(), opened, Lang::En, 80, 24);
    window.keys("3 m a e");
    while form(&window).here().field.name() != "note" {
        window.keys("Tab");
    }
    window.types("call").keys("Ctrl-s");
    assert!(matches!(window.app.overlays.last(), Some(Overlay::Sheet(_))), "{}", window.text());
    window.keys("Enter");
    assert_eq!(form(&window).here().line.text(), "call", "the safe answer goes back to the form");
    window.keys("Ctrl-s").types("r");
    assert!(window.app.overlays.is_empty());
    assert!(window.app.book.model().customers().values().all(|c| c.note.raw() == "call"));
    window.keys("u");
    assert!(window.app.book.model() == demo_book().model(), "one step");
}

fn form(window: &Window) -> &partnerbook::app::Form {
    match window.app.overlays.last() {
        Some(Overlay::Form(form)) => form,
        _ => panic!("no form:\n{}", window.text()),
    }
}

#[test]
fn a_key_that_is_off_here_says_why() {
    let mut window = small(Lang::En, 80, 24);
    for keys in ["1 Home e", "x", "W", "F", "D", "p", "r p", "r a", "4 r p", "y y", "a"] {
        window.keys(keys);
        let notice = window.app.notice.as_ref();
        assert!(notice.is_some_and(|n| n.tone == Tone::Refused && !n.text.is_empty()), "{keys}: {notice:?}");
    }
}

#[test]
fn a_day_is_completed_and_half_of_one_is_no_end() {
    let mut window = small(Lang::En, 80, 24);
    go_to(&mut window, "azure");
    window.keys("e");
    while form(&window).here().field.name() != "commitment_end" {
        window.keys("Tab");
    }
    for (typed, becomes) in [
        ("+", "+"),
        ("+30d", "2026-10-15"),
        ("+2w", "2026-09-29"),
        ("+1y", "2027-09-15"),
        ("today", "2026-09-15"),
        ("+é", "+é"),
        ("+99999999999d", "+99999999999d"),
        ("+2000000000y", ""),
    ] {
        window.keys("Ctrl-u Ctrl-k").types(typed).keys("Tab Shift-Tab");
        let text = form(&window).here().line.text();
        assert!(text == becomes || becomes.is_empty(), "{typed} became {text}");
    }
}

#[test]
fn a_choice_goes_round_and_a_space_is_typed_elsewhere() {
    let mut window = small(Lang::En, 80, 24);
    go_to(&mut window, "clinique");
    window.keys("e Home").types("La ").keys("Ctrl-e").types(" Nord");
    assert_eq!(form(&window).here().line.text(), "La Clinique du Parc Nord");
    while form(&window).here().field.name() != "cloud" {
        window.keys("Tab");
    }
    let first = form(&window).here().line.text().to_owned();
    window.keys("Space");
    assert_ne!(form(&window).here().line.text(), first);
    window.keys("Left");
    assert_eq!(form(&window).here().line.text(), first);
}

#[test]
fn a_huge_paste_ends_nothing() {
    let mut window = small(Lang::En, 80, 24);
    go_to(&mut window, "clinique");
    window.keys("e").pastes(&"é\u{1b}[2J\n".repeat(1_500_000));
    assert!(!window.text().contains('\u{1b}'));
    window.keys("Esc").types("d");
    window.keys("g f").pastes(&"x ".repeat(5_000_000));
    assert!(!window.text().is_empty());
}
