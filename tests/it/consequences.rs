//! What follows before something ends: pictures of the sheet, and that nothing is done before it is answered.

use insta::assert_snapshot;
use partnerbook::app::{Mode, Opened, Overlay};
use partnerbook::edit::Book;
use partnerbook::i18n::Lang;
use partnerbook::model::PartnershipState;

use crate::support::book;
use crate::support::screen::Window;

const PICTURES: [(Lang, u16, u16); 4] =
    [(Lang::En, 120, 36), (Lang::Fr, 120, 36), (Lang::En, 80, 24), (Lang::Fr, 80, 24)];

fn window(book: Book, lang: Lang, columns: u16, rows: u16) -> Window {
    let opened = Opened {
        name: "main".to_owned(),
        folder: Some("/books/main".into()),
        us: Some(book::tenant(1)),
        mode: Mode::Normal,
        desk: None,
        draft: partnerbook::app::Draft::default(),
    };
    Window::of(book, opened, lang, columns, rows).without_disk()
}

#[test]
fn a_partnership_with_thirty_subscriptions_tells_what_follows() {
    for (lang, columns, rows) in PICTURES {
        let mut window = window(book::busy(30), lang, columns, rows);
        window.keys("g f").types("nordlys").keys("Enter r e Enter");
        let at = format!("{}-{columns}x{rows}", lang.code());
        assert_snapshot!(format!("ending-{at}"), window.text());
        window.keys("PageDown PageDown");
        assert_snapshot!(format!("ending-names-{at}"), window.text());
        window.keys("Esc Esc");
        assert_eq!(state(&window), PartnershipState::Active, "kept");
        window.keys("r e Enter").types("r");
        assert_eq!(state(&window), PartnershipState::Ended);
        window.keys("u");
        assert_eq!(state(&window), PartnershipState::Active, "undone");
    }
}

fn state(window: &Window) -> PartnershipState {
    window.app.book.model().partnerships().values().next().unwrap().state
}

/// Sets the enrolment of the partner under the cursor by its form.
fn sets_enrolment(window: &mut Window, to: &str) {
    window.keys("e");
    for _ in 0..30 {
        match window.app.overlays.last() {
            Some(Overlay::Form(form)) if form.here().field.name() == "enrolment" => break,
            _ => window.keys("Tab"),
        };
    }
    window.keys("Ctrl-u Ctrl-k").types(to).keys("Ctrl-s");
}

#[test]
fn leaving_the_programme_by_the_form_is_asked_for_first() {
    for (lang, columns, rows) in PICTURES {
        let mut window = window(book::busy(30), lang, columns, rows);
        window.keys("g f").types("atelier").keys("Enter");
        sets_enrolment(&mut window, "offboarded");
        let enrolment =
            |window: &Window| window.app.book.model().partner(book::tenant(3)).unwrap().enrolment.code();
        assert!(matches!(window.app.overlays.last(), Some(Overlay::Sheet(_))), "{}", window.text());
        assert_snapshot!(format!("leaving-{}-{columns}x{rows}", lang.code()), window.text());
        window.keys("Esc");
        assert!(
            matches!(window.app.overlays.last(), Some(Overlay::Form(_))),
            "what was typed is still there"
        );
        assert_ne!(enrolment(&window), "offboarded");
        window.keys("Ctrl-s").types("r");
        assert_eq!(enrolment(&window), "offboarded");
        window.keys("u");
        assert_ne!(enrolment(&window), "offboarded");
    }
}
