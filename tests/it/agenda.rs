//! The agenda: pictures at the sizes of the design, and what its keys do. The book is the test's own.

use insta::assert_snapshot;
use partnerbook::app::{Effect, Mode, Opened, Overlay};
use partnerbook::edit::Book;
use partnerbook::i18n::Lang;
use partnerbook::model::{
    Admin, AdminId, AdminStatus, Change, Guid, Key, Model, Moment, Subscription, SubscriptionId, Transaction,
    Transfer, TransferId, TransferStatus, Verb, Waiver, WaiverId,
};

use crate::support::book::{self, tenant};
use crate::support::screen::Window;

fn guid(n: u8) -> Guid {
    format!("5c2f7b1e-0000-4000-8000-0000000000{n:02x}").parse().unwrap()
}

fn on(day: &str) -> Option<Moment> {
    day.parse().ok()
}

/// The small book with a deadline of most kinds, one of them overdue.
fn model() -> Model {
    let mut model = book::model();
    for (n, end, renews) in [(7, "2026-09-18", Some(true)), (8, "2026-10-31", Some(false))] {
        let id = SubscriptionId(guid(n));
        let sold = model.subscription(id).unwrap().clone();
        model.put(Subscription { commitment_end: on(end), auto_renew: renews, ..sold }.into());
    }
    let admin = |n: u8, name: &str| Admin {
        id: AdminId(guid(n), None),
        name: name.into(),
        partner: Some(tenant(3)),
        customer: Some(tenant(5)),
        ..Admin::default()
    };
    let asked =
        Admin { status: AdminStatus::ApprovalPending, created: on("2026-06-20"), ..admin(20, "Helpdesk") };
    let held = Admin { status: AdminStatus::Active, end: on("2026-09-12"), ..admin(21, "Intune") };
    let extends = Admin { end: on("2026-09-20"), auto_extend_days: Some(180), ..held.clone() };
    model.put(asked.into());
    model.put(held.into());
    model.put(Admin { id: AdminId(guid(22), None), name: "Security".into(), ..extends }.into());
    let transfer = Transfer {
        id: TransferId(guid(23)),
        customer: tenant(5),
        source: Some(tenant(1)),
        target: Some(tenant(9)),
        status: TransferStatus::Active,
        created: on("2026-09-10"),
        ..Transfer::default()
    };
    model.put(transfer.into());
    let record = Key::Subscription(SubscriptionId(guid(8))).to_string();
    let waiver = Waiver {
        id: WaiverId::of("R-REL-005", &record),
        rule: "R-REL-005".into(),
        record: record.as_str().into(),
        reason: "bought before us".into(),
        until: "2026-12-31".parse().ok(),
    };
    model.put(waiver.into());
    model
}

fn window(model: Model, lang: Lang, columns: u16, rows: u16) -> Window {
    let book = Book::new(model, book::TODAY.parse().unwrap());
    let opened = Opened {
        name: "main".into(),
        folder: None,
        us: None,
        mode: Mode::Normal,
        desk: None,
        draft: partnerbook::app::Draft::default(),
    };
    Window::of(book, opened, lang, columns, rows)
}

fn agenda(lang: Lang, columns: u16, rows: u16) -> Window {
    let mut window = window(model(), lang, columns, rows);
    window.keys("g a");
    window
}

#[test]
fn what_ends_stands_in_the_order_of_days_at_every_size() {
    for (lang, columns, rows) in [(Lang::En, 120, 36), (Lang::En, 80, 24), (Lang::Fr, 60, 20)] {
        let name = format!("agenda-{}-{columns}x{rows}", lang.code());
        assert_snapshot!(name, agenda(lang, columns, rows).text());
    }
}

#[test]
fn a_deadline_is_explained_by_the_facts_that_set_it() {
    for (lang, columns, rows) in [(Lang::En, 120, 36), (Lang::En, 80, 24), (Lang::Fr, 60, 20)] {
        let mut window = agenda(lang, columns, rows);
        window.keys("W");
        assert_snapshot!(format!("agenda-why-{}-{columns}x{rows}", lang.code()), window.text());
    }
}

#[test]
fn the_filter_narrows_by_words_and_by_kind() {
    let mut window = agenda(Lang::En, 120, 36);
    let rows = |window: &Window| match window.app.overlays.last() {
        Some(Overlay::Agenda(agenda)) => agenda.rows().len(),
        _ => panic!("no agenda:\n{}", window.text()),
    };
    let all = rows(&window);
    for (typed, expected) in [
        ("what:privileges", 3),
        ("what:ends", 1),
        ("ponte", 1),
        ("CLINIQUE extend", 1),
        ("2026-09-18", 2),
        ("what:renews dynamics", 0),
    ] {
        window.keys("/").types(typed).keys("Enter");
        assert_eq!(rows(&window), expected, "{typed}:\n{}", window.text());
        window.keys("Esc");
        assert_eq!(rows(&window), all, "Esc takes the filter away");
    }
    window.keys("/").types("what:nothing");
    assert!(window.text().contains("There is no kind of deadline \"nothing\". There are: privileges-end,"));
    window.keys("Esc").keys("/").types("xyzzy").keys("Enter");
    assert!(window.text().contains("No deadline matches xyzzy."), "{}", window.text());
}

#[test]
fn enter_goes_to_the_record_and_back_comes_to_the_same_line() {
    let mut window = agenda(Lang::En, 120, 36);
    window.keys("/").types("dynamics").keys("Enter");
    let line = window.text().lines().find(|line| line.contains("Dynamics")).unwrap().to_owned();
    window.keys("Enter");
    assert!(window.app.overlays.is_empty());
    assert_eq!(window.app.here(), Some(Key::Subscription(SubscriptionId(guid(8)))));
    window.keys("Backspace");
    assert!(window.text().contains(&line), "{}", window.text());
    window.keys("Backspace");
    assert!(window.app.overlays.is_empty(), "and leaves the agenda again");
}

#[test]
fn what_is_edited_is_gathered_again_and_the_cursor_stays_on_its_deadline() {
    let mut window = agenda(Lang::En, 120, 36);
    window.keys("G k");
    let here = |window: &Window| match window.app.overlays.last() {
        Some(Overlay::Agenda(agenda)) => (*agenda.here().unwrap(), agenda.rows().len()),
        _ => panic!("no agenda:\n{}", window.text()),
    };
    let (deadline, all) = here(&window);
    let before = window.app.book.model().get(Key::Admin(AdminId(guid(21), None)));
    let step = Transaction::new(Verb::Remove, vec![Change { before, after: None }]);
    window.app.commit(step).unwrap();
    window.keys("Ctrl-l");
    assert_eq!(here(&window), (deadline, all - 1));
    window.keys("u");
    assert_eq!(here(&window), (deadline, all));
}

#[test]
fn a_row_is_copied_and_an_empty_book_says_so() {
    let mut window = agenda(Lang::En, 80, 24);
    window.keys("y y");
    let copied = window.outside.iter().find_map(|effect| match effect {
        Effect::Copy(text) => Some(text.clone()),
        _ => None,
    });
    assert_eq!(
        copied.as_deref(),
        Some("2026-09-12\tprivileges end\tIntune\tClinique du Parc\tAtelier Cloud")
    );
    for (lang, words) in [(Lang::En, "Nothing ends, lapses or is deleted"), (Lang::Fr, "Rien ne se termine")]
    {
        let mut window = self::window(Model::default(), lang, 80, 24);
        assert!(window.keys("g a").text().contains(words), "{}", window.text());
        window.keys("W F j G Enter y y");
        assert!(window.keys("q").app.overlays.is_empty());
    }
}

#[test]
fn work_that_is_stopped_says_so_and_can_be_asked_for_again() {
    use partnerbook::app::Msg;
    let mut window = window(model(), Lang::En, 80, 24);
    let open = |window: &mut Window| window.app.update(Msg::Run(partnerbook::action::Action::Agenda));
    let effects = open(&mut window);
    assert!(matches!(effects[..], [Effect::Run(partnerbook::app::Task::Agenda, _)]), "{effects:?}");
    assert!(window.text().contains("Gathering the deadlines of the book."), "{}", window.text());
    window.keys("Ctrl-c");
    assert!(window.text().contains("was stopped"), "{}", window.text());
    window.keys("g a");
    assert!(window.text().contains("Overdue: 1"), "{}", window.text());
}
