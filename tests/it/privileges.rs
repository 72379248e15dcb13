//! Granular admin privileges by keys alone, on the demo book: what lapses in six days gets a successor, a draft is filled
//! in a form that refuses what the programme does.

use crate::support::screen::Window;
use partnerbook::demo;
use partnerbook::i18n::Lang;
use partnerbook::model::{Admin, AdminRole, AdminStatus, Model, TransferStatus};
use partnerbook::rules::Code;

const SIZES: [(u16, u16); 2] = [(120, 36), (80, 24)];

fn model(window: &Window) -> Model {
    window.app.book.model().clone()
}

fn named(model: &Model, name: &str) -> Option<Admin> {
    model.admin().values().find(|admin| admin.name.raw() == name).cloned()
}

fn at_the_customer(lang: Lang, (columns, rows): (u16, u16)) -> Window {
    let mut window = Window::demo(lang, columns, rows);
    window.keys("g f").types("cartiera adriatica").keys("Enter");
    window
}

fn everywhere(test: fn(Lang, (u16, u16))) {
    for lang in Lang::ALL {
        SIZES.iter().for_each(|size| test(*lang, *size));
    }
}

const OLD: &str = "Cartiera Adriatica - 2024";
const NEW: &str = "Cartiera Adriatica - 2024 2";

#[test]
fn what_lapses_in_six_days_gets_a_successor_from_its_problem() {
    everywhere(|lang, size| {
        let mut window = at_the_customer(lang, size);
        let start = model(&window);
        assert_eq!(named(&start, OLD).unwrap().end.unwrap().day(), demo::day().plus(6));
        window.keys("F").types("1");
        let drafted = named(&model(&window), NEW).unwrap_or_else(|| panic!("{}", window.text()));
        assert_eq!(
            (drafted.status, drafted.roles),
            (AdminStatus::Created, named(&start, OLD).unwrap().roles)
        );
        window.keys("u");
        assert_eq!(model(&window), start);
    });
}

#[test]
fn a_successor_is_drafted_sent_and_approved_from_the_relate_menu() {
    everywhere(|lang, size| {
        let mut window = at_the_customer(lang, size);
        let start = model(&window);
        assert_eq!(window.app.book.findings().count_of(Code::Adm006), 1);
        window.keys("r g").types("5").types("2024").keys("Enter");
        assert_eq!(named(&model(&window), NEW).unwrap().status, AdminStatus::Created, "{}", window.text());
        window.keys("r g").types("3");
        assert_eq!(named(&model(&window), NEW).unwrap().status, AdminStatus::ApprovalPending);
        window.keys("r g").types("4").types("2024 2").keys("Enter");
        let approved = named(&model(&window), NEW).unwrap();
        assert_eq!(approved.status, AdminStatus::Active, "{}", window.text());
        assert_eq!(approved.end.unwrap().day(), demo::day().plus(730));
        assert_eq!(window.app.book.findings().count_of(Code::Adm006), 0, "nothing lapses any more");
        window.keys("u u u");
        assert_eq!(model(&window), start);
    });
}

/// Opens the form of a draft for the partner of the customer.
fn drafting(lang: Lang, size: (u16, u16)) -> Window {
    let mut window = at_the_customer(lang, size);
    window.keys("r g").types("2").types("ponte").keys("Enter");
    assert!(!window.app.overlays.is_empty(), "{}", window.text());
    window
}

/// What is typed is refused with this on the screen, and nothing is lost or kept.
fn is_refused(window: &mut Window, start: &Model, says: &[&str]) {
    window.keys("Ctrl-s");
    assert_eq!(&model(window), start);
    let text = window.text();
    assert!(!window.app.overlays.is_empty(), "the form stays open\n{text}");
    says.iter().for_each(|said| assert!(text.contains(said), "{said} is not in\n{text}"));
}

#[test]
fn a_draft_refuses_what_the_programme_does_and_takes_what_it_allows() {
    everywhere(|lang, size| {
        let mut window = drafting(lang, size);
        let start = model(&window);
        window.keys("Ctrl-u").types(&"x".repeat(51));
        is_refused(&mut window, &start, &["R-ADM-003", "50"]);
        window.keys("Ctrl-u").types("Cartiera 2026");
        // From the name to the duration, and on to the extension, the roles.
        window.keys("Tab Tab Tab Tab Tab Tab Tab Ctrl-u").types("731");
        is_refused(&mut window, &start, &["R-ADM-002", "730"]);
        window.keys("Ctrl-u").types("P1Y").keys("Tab Ctrl-u").types("P90D");
        is_refused(&mut window, &start, &["R-ADM-004", "180"]);
        window.keys("Ctrl-u").types("P180D").keys("Tab").types(", king");
        let allowed = if lang == Lang::En { "Allowed" } else { "permises" };
        is_refused(&mut window, &start, &[allowed]);
        window.keys("Ctrl-w").types("global administrator");
        is_refused(&mut window, &start, &["R-ADM-004", "180"]);
        window.keys("Ctrl-u").types("helpdesk-administrator").keys("Ctrl-s");
        let drafted = named(&model(&window), "Cartiera 2026").unwrap_or_else(|| panic!("{}", window.text()));
        assert_eq!((drafted.duration_days, drafted.auto_extend_days), (Some(365), Some(180)));
        assert_eq!(drafted.roles, [AdminRole::HelpdeskAdministrator.id()]);
        assert_eq!(drafted.status, AdminStatus::Created);
    });
}

#[test]
fn a_transfer_that_waits_is_accepted_from_its_view() {
    everywhere(|lang, (columns, rows)| {
        let mut window = Window::demo(lang, columns, rows);
        window.keys("g f").types("hartmann medizin").keys("Enter");
        let start = model(&window);
        let waiting =
            |model: &Model| model.transfers().values().find(|t| t.status == TransferStatus::Active).cloned();
        let open = waiting(&start).unwrap();
        let all = start.links().transfers_by_customer.get(&open.customer);
        let row = start.transfers().rows(all).position(|t| t.id == open.id).unwrap();
        // The sections from the partners on: subscriptions, admin privileges, transfers.
        window.keys("Enter Tab Tab Tab");
        for _ in 0..row {
            window.keys("j");
        }
        window.keys("Enter r a");
        let after = model(&window);
        assert_eq!(waiting(&after), None, "{}", window.text());
        let moved = after.links().subscriptions_by_origin.get(&open.subscriptions[0]);
        let moved = after.subscriptions().rows(moved).next().unwrap();
        assert_eq!((moved.seller, moved.quantity), (open.target, Some(60)));
        window.keys("u");
        assert_eq!(model(&window), start);
    });
}

#[test]
fn privileges_have_a_view_of_their_own_from_which_they_are_edited() {
    let mut window = at_the_customer(Lang::En, (120, 36));
    let start = model(&window);
    let row = |model: &Model| {
        let customer = named(model, OLD).unwrap().customer.unwrap();
        let rows = model.links().admin_by_customer.get(&customer);
        model.admin().rows(rows).position(|admin| admin.name.raw() == OLD).unwrap()
    };
    window.keys("Enter Tab Tab");
    for _ in 0..row(&start) {
        window.keys("j");
    }
    window.keys("Enter");
    let text = window.text();
    assert!(text.contains(OLD) && text.contains("Helpdesk Administrator"), "{text}");
    window.keys("r g").types("3");
    assert!(named(&model(&window), NEW).is_some(), "{}", window.text());
}
