//! Choosing one record of many and doing one thing on many: keys in, screens out.

use insta::assert_snapshot;
use partnerbook::app::{
    Candidate, Effect, Job, Judging, Mode, Msg, Opened, Overlay, Picker, Remedy, Task, Tone,
};
use partnerbook::edit::Book;
use partnerbook::i18n::Lang;
use partnerbook::model::{
    Channel, Family, Guid, Key, Model, Partner, Role, Status, Subscription, SubscriptionId, TenantId,
};
use partnerbook::rules::Findings;

use crate::support::book::{self, tenant};
use crate::support::screen::Window;

const SIZES: [(Lang, u16, u16); 3] = [(Lang::En, 120, 36), (Lang::En, 80, 24), (Lang::Fr, 60, 20)];

fn of(model: &Model, lang: Lang, columns: u16, rows: u16) -> Window {
    let today = book::TODAY.parse().unwrap();
    let book = Book::with_findings(model.clone(), model.clone(), Findings::of(model, today), today);
    let opened = Opened {
        name: "main".into(),
        folder: None,
        us: None,
        mode: Mode::Demo,
        desk: None,
        draft: partnerbook::app::Draft::default(),
    };
    Window::of(book.dated(Some(today)), opened, lang, columns, rows)
}

fn small(lang: Lang, columns: u16, rows: u16) -> Window {
    of(&book::model(), lang, columns, rows)
}

/// The small book with so many more subscriptions of the clinic, sold like its Azure plan.
fn with_subscriptions(count: u32) -> Model {
    let mut model = book::model();
    for n in 0..count {
        let sold = Subscription {
            id: SubscriptionId(Guid::own(u64::from(n) + 1)),
            customer: tenant(5),
            name: format!("Licence {n:03}").as_str().into(),
            family: Family::LicenseNce,
            status: Status::Active,
            channel: Channel::CspIndirect,
            seller: Some(tenant(1)),
            partner_of_record: Some("5120403".into()),
            quantity: Some(10),
            ..Subscription::default()
        };
        model.put(sold.into());
    }
    model
}

fn go_to(window: &mut Window, name: &str) {
    window.keys("g f").types(name).keys("Enter");
}

fn picker(window: &Window) -> &Picker {
    match window.app.overlays.last() {
        Some(Overlay::Picker(picker)) => picker,
        _ => panic!("no picker:\n{}", window.text()),
    }
}

fn support(window: &Window, id: SubscriptionId) -> Option<TenantId> {
    window.app.book.model().subscription(id).unwrap().support_contact
}

/// Marks the licences, in the pane of the subscriptions.
fn mark_licences(window: &mut Window) {
    window.keys("4 /").types("name:licence").keys("Enter m a");
}

/// How each picture is reached.
type Way = (&'static str, fn(&mut Window));

const WAYS: [Way; 6] = [
    ("choose-barred", |w| {
        go_to(w, "orion");
        w.keys("r c").types("2").types("atelier").keys("Enter").types("lakeshore");
    }),
    ("choose-fixed", |w| {
        go_to(w, "orion");
        w.keys("r c").types("2").types("ponte").keys("Enter").types("nordlys").keys("Ctrl-f");
    }),
    ("operations", |w| {
        go_to(w, "nordlys");
        w.keys("r r");
    }),
    ("operations-many", |w| {
        w.keys("4 m a r r");
    }),
    ("form-day", |w| {
        go_to(w, "azure");
        w.keys("e");
        to_field(w, "commitment_end");
        w.keys("Ctrl-u Ctrl-k").types("31/02/2026").keys("Ctrl-s");
    }),
    ("form-number", |w| {
        go_to(w, "azure");
        w.keys("e");
        to_field(w, "quantity");
        w.keys("Ctrl-u Ctrl-k").types("99999999999").keys("Tab Tab Ctrl-s");
    }),
];

fn form_field(window: &Window) -> &'static str {
    match window.app.overlays.last() {
        Some(Overlay::Form(form)) => form.here().field.name(),
        _ => panic!("no form:\n{}", window.text()),
    }
}

#[test]
fn every_choice_at_three_sizes() {
    for ((name, way), (lang, columns, rows)) in WAYS.iter().flat_map(|way| SIZES.map(|at| (way, at))) {
        let mut window = small(lang, columns, rows);
        way(&mut window);
        assert_snapshot!(format!("{name}-{}-{columns}x{rows}", lang.code()), window.text());
    }
}

#[test]
fn many_rows_are_asked_for_with_values_and_problems_before_and_after() {
    for (lang, columns, rows) in SIZES {
        let mut window = of(&with_subscriptions(24), lang, columns, rows);
        mark_licences(&mut window);
        window.keys("r s").types("atelier").keys("Enter");
        let name = format!("bulk-sheet-{}-{columns}x{rows}", lang.code());
        assert_snapshot!(name, window.text());
    }
}

#[test]
fn what_is_missing_is_shown_and_done_as_one_step() {
    let mut window = small(Lang::En, 120, 36);
    let before = window.app.book.model().clone();
    go_to(&mut window, "azure");
    window.keys("r s Enter").types("ponte");
    let here = picker(&window).here().unwrap().clone();
    assert_eq!(here.key, Some(Key::Partner(tenant(9))));
    window.keys("Ctrl-f");
    let text = window.text();
    assert!(text.contains("1. ") && text.contains("4. "), "the steps are listed:\n{text}");
    window.keys("Esc");
    assert_eq!(window.app.book.model(), &before, "nothing is done before the answer");
    assert_eq!(picker(&window).here().unwrap().key, here.key, "and the picker is still there");
    window.keys("Ctrl-f").types("r");
    assert!(window.app.overlays.is_empty(), "{}", window.text());
    let id =
        window.app.book.model().subscriptions().values().find(|s| s.name.raw() == "Azure plan").unwrap().id;
    assert_eq!(support(&window, id), Some(tenant(9)));
    window.keys("u");
    assert_eq!(window.app.book.model(), &before, "one step");
}

#[test]
fn a_barred_row_says_whether_it_can_be_fixed_and_enter_explains_it() {
    let mut window = small(Lang::En, 120, 36);
    go_to(&mut window, "nordlys");
    window.keys("r p");
    let of = |name: &str| {
        let list = &picker(&window).list;
        let named = |key: Option<Key>| key.map(|key| window.app.book.model().name(key).raw().to_owned());
        list.barred.iter().find(|c| named(c.key).as_deref() == Some(name)).unwrap().clone()
    };
    assert!(matches!(of("Lakeside IT").remedy, Remedy::Nothing(Some(_))), "another region is never fixed");
    window.keys("Down Down Enter");
    assert!(matches!(window.app.overlays.last(), Some(Overlay::Reader(_))));
    window.keys("Esc Ctrl-f");
    assert_eq!(window.app.notice.as_ref().map(|n| n.tone), Some(Tone::Refused));
    window.keys("F2");
    assert_eq!(picker(&window).lines(), 1, "{}", window.text());
}

#[test]
fn all_candidates_are_counted_though_few_are_listed() {
    let mut model = book::model();
    for n in 0..1_200 {
        let country = if n % 3 == 0 { "US" } else { "FR" };
        let reseller = Partner {
            tenant: TenantId(Guid::own(n + 1)),
            name: format!("Reseller {n:04}").as_str().into(),
            roles: [Role::IndirectReseller].into(),
            country: country.parse().ok(),
            mpa_signed_on: "2024-01-01".parse().ok(),
            ..Partner::default()
        };
        model.put(reseller.into());
    }
    let mut window = of(&model, Lang::En, 120, 36);
    go_to(&mut window, "nordlys");
    window.keys("r p");
    let list = &picker(&window).list;
    assert_eq!((list.may + list.may_not, list.more), (1_203, false));
    assert!(list.may >= 800 && list.allowed.len() == 200 && list.barred.len() == 200);
    assert!(window.text().contains("801 allowed, 402 not"), "{}", window.text());
    let cursor = picker(&window).here().cloned();
    window.keys("PageDown PageDown PageUp PageUp");
    assert_eq!(picker(&window).here().cloned(), cursor);
    window.types("0007");
    assert_eq!(picker(&window).list.may, 1);
    window.keys("Esc");
    assert!(window.app.running.is_empty(), "nothing is judged for a picker that is gone");
}

#[test]
fn one_pick_serves_all_marked_rows_and_is_undone_at_once() {
    let mut window = of(&with_subscriptions(14), Lang::En, 120, 36);
    let before = window.app.book.model().clone();
    mark_licences(&mut window);
    window.keys("r s").types("nordlys").keys("Enter");
    assert!(window.app.overlays.is_empty(), "fourteen rows are done at once:\n{}", window.text());
    assert!((1..=14).all(|n| support(&window, SubscriptionId(Guid::own(n))) == Some(tenant(1))));
    window.keys("u");
    assert_eq!(window.app.book.model(), &before);
    let notice = window.app.notice.as_ref().unwrap().text.clone();
    assert!(notice.starts_with("Undid one change on 14 subscriptions"), "{notice}");
}

#[test]
fn rows_that_are_refused_are_listed_and_the_others_can_be_done() {
    let mut model = with_subscriptions(3);
    let mut far = model.subscription(SubscriptionId(Guid::own(3))).unwrap().clone();
    far.seller = Some(tenant(2));
    model.put(far.into());
    let mut window = of(&model, Lang::En, 120, 36);
    mark_licences(&mut window);
    let before = window.app.book.model().clone();
    window.keys("r o").keys("Enter");
    if matches!(window.app.overlays.last(), Some(Overlay::Menu(_))) {
        window.keys("Enter");
    }
    window.types("ponte").keys("Enter");
    let text = window.text();
    let Some(Overlay::Sheet(sheet)) = window.app.overlays.last() else { panic!("{text}") };
    assert!(sheet.lines.iter().any(|line| line.contains("Licence 002")), "{text}");
    window.keys("Enter");
    assert_eq!(window.app.book.model(), &before, "the safe answer leaves all");
}

#[test]
fn many_marked_rows_are_removed_as_one_step_after_a_question() {
    let mut window = of(&with_subscriptions(1_000), Lang::En, 80, 24);
    let before = window.app.book.model().clone();
    mark_licences(&mut window);
    window.keys("x");
    assert!(matches!(window.app.overlays.last(), Some(Overlay::Sheet(_))), "{}", window.text());
    assert_eq!(window.app.book.model(), &before);
    window.types("r");
    assert_eq!(window.app.book.model().subscriptions().len(), 2);
    window.keys("u");
    assert_eq!(window.app.book.model(), &before, "one step");
}

#[test]
fn the_palette_does_operations_too() {
    let mut window = small(Lang::En, 120, 36);
    go_to(&mut window, "azure");
    window.keys(":").types("support contact: choose");
    assert!(matches!(window.app.overlays.last(), Some(Overlay::Help(_))));
    window.keys("Enter");
    assert!(picker(&window).slot().is_some(), "{}", window.text());
}

#[test]
fn a_wrong_value_gets_the_cursor_and_loses_nothing() {
    let mut window = small(Lang::En, 120, 36);
    go_to(&mut window, "azure");
    window.keys("e");
    to_field(&mut window, "quantity");
    window.keys("Ctrl-u Ctrl-k").types("many").keys("Tab Tab Tab Ctrl-s");
    assert_eq!(form_field(&window), "quantity", "the cursor goes to what is wrong");
    assert!(window.text().contains("many is not a whole number. Write one from 0 to 4294967295."));
    window.keys("Ctrl-u").types("50").keys("Ctrl-s");
    assert!(window.app.overlays.is_empty(), "{}", window.text());
}

fn press(window: &mut Window, key: &str) -> Vec<Effect> {
    window.app.update(Msg::Key(key.parse().map_err(|_| ()).unwrap()))
}

/// Opens the picker of the reseller that Nordlys invites, and keeps the work that it asks for.
fn unanswered(window: &mut Window) -> Box<Judging> {
    go_to(window, "nordlys");
    press(window, "r");
    let effects = press(window, "p");
    let judging = effects.into_iter().find_map(|effect| match effect {
        Effect::Run(Task::Judge, Job::Judge(judging)) => Some(judging),
        _ => None,
    });
    judging.unwrap()
}

#[test]
fn what_a_worker_finds_moves_no_cursor_and_late_answers_are_dropped() {
    let mut window = small(Lang::En, 120, 36);
    let judging = unanswered(&mut window);
    press(&mut window, "Down");
    let here = picker(&window).here().unwrap().clone();
    let mut found = picker(&window).list.clone();
    let new = Candidate { key: Some(Key::Partner(tenant(1))), ..found.allowed[0].clone() };
    found.allowed.insert(0, new);
    let late = picker(&window).list.clone();
    window.app.update(Msg::Judged(judging.asked, found));
    assert_eq!(picker(&window).here().unwrap().key, here.key, "the cursor stays on its record");
    assert_eq!(picker(&window).cursor, 2);
    press(&mut window, "a");
    let narrowed = picker(&window).list.clone();
    window.app.update(Msg::Judged(judging.asked, late));
    assert_eq!(picker(&window).list, narrowed, "an answer to what was typed before is dropped");
    let effects = press(&mut window, "Esc");
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Cancel(Task::Judge))));
    assert!(window.app.running.is_empty());
}

/// Goes to a field of the form, from its first on.
fn to_field(window: &mut Window, name: &str) {
    window.keys("PageUp PageUp PageUp PageUp PageUp PageUp PageUp PageUp");
    for _ in 0..80 {
        if form_field(window) == name {
            return;
        }
        window.keys("Tab");
    }
    panic!("no field {name}:\n{}", window.text());
}

#[test]
fn a_field_is_filled_from_its_picker_and_the_form_loses_nothing() {
    let mut window = small(Lang::En, 120, 36);
    let before = window.app.book.model().clone();
    go_to(&mut window, "azure");
    window.keys("e");
    to_field(&mut window, "quantity");
    window.keys("Ctrl-u Ctrl-k").types("50");
    to_field(&mut window, "support_contact");
    window.keys("Enter").types("ponte").keys("Enter");
    assert_eq!(form_field(&window), "support_contact");
    window.keys("Ctrl-s");
    assert!(window.app.overlays.is_empty(), "{}", window.text());
    let model = window.app.book.model();
    let azure = model.subscriptions().values().find(|s| s.name.raw() == "Azure plan").unwrap();
    assert_eq!((azure.quantity, azure.support_contact), (Some(50), Some(tenant(9))));
    window.keys("u");
    assert_eq!(window.app.book.model(), &before, "one step");
}

#[test]
fn a_field_of_many_records_is_not_fixed_from_its_picker() {
    let mut window = of(&with_subscriptions(3), Lang::En, 120, 36);
    let before = window.app.book.model().clone();
    mark_licences(&mut window);
    window.keys("e");
    to_field(&mut window, "seller");
    window.keys("Enter").types("lakeshore").keys("Ctrl-f");
    assert_eq!(window.app.book.model(), &before);
    assert!(!matches!(window.app.overlays.last(), Some(Overlay::Sheet(_))), "{}", window.text());
}

#[test]
fn a_form_of_a_thousand_rows_is_judged_when_it_is_kept_and_refusals_are_listed() {
    let mut window = of(&with_subscriptions(1_000), Lang::En, 120, 36);
    let before = window.app.book.model().clone();
    mark_licences(&mut window);
    window.keys("e");
    to_field(&mut window, "note");
    window.types("call").keys("Ctrl-s");
    let Some(Overlay::Sheet(sheet)) = window.app.overlays.last() else { panic!("{}", window.text()) };
    assert!(sheet.lines.iter().any(|line| line.contains("empty 1,000 -> call 1,000")), "{:?}", sheet.lines);
    window.keys("Esc");
    assert_eq!(form_field(&window), "note", "the form is still there");
    window.keys("Ctrl-s").types("r");
    let model = window.app.book.model();
    assert_eq!(model.subscriptions().values().filter(|s| s.note.raw() == "call").count(), 1_000);
    window.keys("u");
    assert_eq!(window.app.book.model(), &before, "one step");
}
