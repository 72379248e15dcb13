//! The life of a subscription by keyboard, from its row in the demo book.

use partnerbook::app::{Form, Overlay};
use partnerbook::i18n::Lang;
use partnerbook::model::{Family, Key, Status, Subscription, SubscriptionId};

use crate::support::screen::Window;

/// The demo, with the cursor on the first subscription of a kind.
fn at(lang: Lang, which: fn(&Subscription) -> bool) -> (Window, SubscriptionId) {
    let mut window = Window::demo(lang, 120, 36);
    let mut fitting: Vec<SubscriptionId> =
        window.app.book.model().subscriptions().values().filter(|s| which(s)).map(|s| s.id).collect();
    fitting.sort_unstable();
    let id = fitting[0];
    window.app.reveal(Key::Subscription(id));
    (window, id)
}

fn is_bound(s: &Subscription) -> bool {
    let began = s.effective.map(|at| at.day().to_string()).unwrap_or_default();
    let licence = s.family == Family::LicenseNce && s.status == Status::Active && s.channel.is_csp();
    licence
        && s.parent.is_none()
        && s.term.months() == Some(12)
        && s.auto_renew == Some(true)
        && began.as_str() < "2026-08"
        && s.quantity > Some(5)
}

/// Chooses an operation of the row by its words.
fn choose(window: &mut Window, words: &str) {
    window.keys("r r");
    let Some(Overlay::Menu(menu)) = window.app.overlays.last() else { panic!("{}", window.text()) };
    let place = menu.items.iter().position(|item| item.label.starts_with(words));
    let place = place.unwrap_or_else(|| panic!("{words} is not in {:?}", menu.items));
    let by = place.abs_diff(menu.cursor);
    let key = if place < menu.cursor { "Up " } else { "Down " };
    window.keys(&format!("{}Enter", key.repeat(by)));
}

fn form(window: &Window) -> &Form {
    match window.app.overlays.last() {
        Some(Overlay::Form(form)) => form,
        _ => panic!("no form:\n{}", window.text()),
    }
}

fn goes_to(window: &mut Window, field: &str) {
    for _ in 0..form(window).fields.len() {
        if form(window).here().field.name() != field {
            window.keys("Tab");
        }
    }
    assert_eq!(form(window).here().field.name(), field);
    window.keys("Ctrl-u Ctrl-k");
}

fn subscription(window: &Window, id: SubscriptionId) -> Subscription {
    window.app.book.model().subscription(id).unwrap().clone()
}

fn words(lang: Lang, en: &'static str, fr: &'static str) -> &'static str {
    match lang {
        Lang::En => en,
        Lang::Fr => fr,
    }
}

#[test]
fn seats_that_are_refused_stay_beside_their_field_until_they_are_right() {
    for lang in [Lang::En, Lang::Fr] {
        let (mut window, id) = at(lang, is_bound);
        let before = subscription(&window, id).quantity.unwrap();
        choose(&mut window, lang.verb(partnerbook::model::Verb::SetQuantity));
        assert_eq!(form(&window).fields.len(), 1);
        for (typed, said) in [
            ("many".to_owned(), words(lang, "not a whole number", "nombre entier")),
            ("0".to_owned(), words(lang, "fewest are 1", "minimum est 1")),
            ((before - 1).to_string(), words(lang, "R-SUB-004", "R-SUB-004")),
        ] {
            goes_to(&mut window, "quantity");
            window.types(&typed).keys("Ctrl-s");
            assert_eq!(form(&window).here().line.text(), typed, "nothing is lost");
            assert!(window.text().contains(said), "{typed}:\n{}", window.text());
        }
        goes_to(&mut window, "quantity");
        window.types(&(before + 4).to_string()).keys("Ctrl-s");
        assert!(window.app.overlays.is_empty(), "{}", window.text());
        let after = subscription(&window, id);
        assert_eq!((after.quantity, after.refundable.len()), (Some(before + 4), 1));
        window.keys("u");
        assert_eq!(subscription(&window, id).quantity, Some(before));
    }
}

#[test]
fn a_renewal_that_does_not_combine_names_what_does() {
    let (mut window, id) = at(Lang::En, is_bound);
    choose(&mut window, "decide the renewal");
    goes_to(&mut window, "next_term");
    window.types("p1m");
    goes_to(&mut window, "next_billing");
    window.types("annual").keys("Ctrl-s");
    assert!(window.text().contains("month billed monthly; a year billed"), "{}", window.text());
    goes_to(&mut window, "next_billing");
    window.types("monthly").keys("Ctrl-s");
    assert!(window.app.overlays.is_empty(), "{}", window.text());
    assert!(subscription(&window, id).has_scheduled_change() && subscription(&window, id).renewal_decided);
}

#[test]
fn a_suspension_says_what_it_costs_first() {
    let (mut window, id) = at(Lang::En, is_bound);
    choose(&mut window, "suspend");
    assert!(window.text().contains("is suspended, yet"), "{}", window.text());
    window.keys("Esc");
    assert_eq!(subscription(&window, id).status, Status::Active);
    choose(&mut window, "suspend");
    window.types("r");
    assert_eq!(subscription(&window, id).status, Status::Suspended);
    choose(&mut window, "reactivate");
    assert_eq!(subscription(&window, id).status, Status::Active);
    window.keys("u u");
    assert_eq!(subscription(&window, id).status, Status::Active);
}

#[test]
fn what_is_over_says_that_it_is_bought_anew() {
    let (mut window, _) = at(Lang::En, |s| s.status == Status::Expired);
    choose(&mut window, "reactivate");
    let notice = window.app.notice.clone().map(|notice| notice.text).unwrap_or_default();
    assert!(notice.contains("is expired") && notice.contains("add a subscription"), "{notice}");
}
