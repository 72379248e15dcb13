//! The transfer wizard by keys: business that moves between resellers and between providers, on the demo book.

use insta::assert_snapshot;
use partnerbook::app::{Overlay, TransferPage};
use partnerbook::edit::Book;
use partnerbook::edit::moving::Class;
use partnerbook::edit::ops::moving::Hold;
use partnerbook::i18n::Lang;
use partnerbook::model::{
    Family, Key, Model, RelationshipState, Status, Subscription, SubscriptionId, TenantId, Verb,
};

use crate::support::screen::{Window, demo_book};

const PICTURES: [(Lang, u16, u16); 3] = [(Lang::En, 120, 36), (Lang::En, 80, 24), (Lang::Fr, 60, 20)];

fn partner(model: &Model, name: &str) -> TenantId {
    model.partners().values().find(|p| p.name.raw() == name).unwrap().tenant
}

/// Puts the cursor on a record of the panes.
fn go(window: &mut Window, key: Key) {
    window.app.reveal(key);
    window.keys("Esc");
}

fn clinic(model: &Model) -> TenantId {
    model.customers().values().find(|c| c.name.raw() == "Clinique du Parc").unwrap().tenant
}

/// A licence of old in the middle of its term, of a customer that has nothing else, sold through a reseller.
fn mid_term(book: &Book) -> Subscription {
    let model = book.model();
    let fits = |s: &&Subscription| {
        s.family == Family::LicenseLegacy
            && s.status == Status::Active
            && s.parent.is_none()
            && s.seller == Some(partner(model, "Nordlys Distribution"))
            && s.ends().is_some_and(|end| end > book.today())
            && book.findings().on(Key::Subscription(s.id)).is_empty()
    };
    model.subscriptions().values().filter(fits).min_by_key(|s| s.id).unwrap().clone()
}

fn wizard(window: &Window) -> &partnerbook::app::Transfer {
    match window.app.overlays.last() {
        Some(Overlay::Transfer(wizard)) => wizard,
        _ => panic!("no wizard:\n{}", window.text()),
    }
}

fn subscription(window: &Window, id: SubscriptionId) -> Subscription {
    window.app.book.model().subscription(id).unwrap().clone()
}

#[test]
fn a_customer_moves_from_one_reseller_to_another_under_the_same_provider() {
    for (lang, columns, rows) in PICTURES {
        let mut window = Window::demo(lang, columns, rows);
        let name = |page: &str| format!("{page}-{}-{columns}x{rows}", lang.code());
        let model = demo_book().model().clone();
        let clinic = clinic(&model);
        go(&mut window, Key::Customer(clinic));
        window.keys("T");
        assert_snapshot!(name("what"), window.text());
        window.keys("PageDown Tab Enter").types("sud").keys("Enter Enter");
        assert_snapshot!(name("whom"), window.text());
        window.keys("PageDown");
        assert_snapshot!(name("check"), window.text());
        window.keys("Ctrl-s");
        assert_snapshot!(name("result"), window.text());
        window.keys("Enter");
        assert!(window.app.overlays.is_empty(), "{}", window.text());
        let (sud, atelier) = (partner(&model, "Sud Conseil"), partner(&model, "Atelier Cloud"));
        let after = window.app.book.model();
        let sold = after.subscriptions_of(clinic).filter(|s| s.channel.is_csp());
        let on_record: Vec<TenantId> = sold.filter_map(|s| Some(after.reseller_of(s)?.tenant)).collect();
        assert!(on_record.len() > 1 && on_record.iter().all(|id| *id == sud));
        assert!(after.relationships_between(atelier, clinic).all(|r| r.state == RelationshipState::Removed));
        assert_eq!(window.app.book.history().last().unwrap().verb, Verb::MoveCustomer);
        window.keys("u");
        assert!(window.app.book.model() == &model, "one undo takes all of it back");
    }
}

#[test]
fn a_licence_of_old_in_mid_term_is_refused_and_offered_for_the_end_of_its_term() {
    for (lang, columns, rows) in PICTURES {
        let mut window = Window::demo(lang, columns, rows);
        let name = |what: &str| format!("{what}-{}-{columns}x{rows}", lang.code());
        let before = mid_term(&window.app.book);
        let end = before.ends().unwrap();
        go(&mut window, Key::Subscription(before.id));
        window.keys("T PageDown Enter").types("alpina").keys("Enter PageDown");
        let check = wizard(&window).check.as_ref().unwrap();
        assert_eq!(check.items[0].class, Class::Later(Hold::TermRuns(Some(end))));
        assert!(check.step.is_err() && !check.items[0].taken);
        assert_snapshot!(name("mid-term"), window.text());
        window.keys("PageDown");
        assert_eq!(wizard(&window).page, TransferPage::Check, "there is no step to go on with");
        assert!(window.app.notice.is_some());
        window.keys("W");
        assert!(window.text().contains("MC-002") || window.text().contains("mid-term") || lang == Lang::Fr);
        assert_snapshot!(name("mid-term-why"), window.text());
        window.keys("Esc Space");
        assert!(wizard(&window).check.as_ref().unwrap().items[0].taken);
        window.keys("PageDown");
        assert_snapshot!(name("mid-term-planned"), window.text());
        window.keys("Ctrl-s");
        assert!(window.app.overlays.is_empty(), "{}", window.text());
        let old = subscription(&window, before.id);
        assert_eq!((old.seller, old.status, old.auto_renew), (before.seller, Status::Active, Some(false)));
        let model = window.app.book.model();
        let rows = model.links().subscriptions_by_origin.get(&before.id);
        let new = model.subscriptions().rows(rows).next().unwrap();
        assert_eq!((new.status, new.effective), (Status::Pending, Some(end.start())));
        assert_eq!(new.seller, Some(partner(model, "Alpina Cloud")));
    }
}

#[test]
fn a_draft_is_kept_and_offered() {
    let mut window = Window::demo(Lang::En, 80, 24);
    let model = window.app.book.model().clone();
    let clinic = clinic(&model);
    go(&mut window, Key::Customer(clinic));
    window.keys("T Space PageDown Tab Enter").types("sud").keys("Enter");
    let left = wizard(&window).clone();
    window.keys("Esc");
    assert!(window.app.overlays.is_empty() && window.app.draft.is_some());
    window.keys("T");
    assert_eq!(wizard(&window).reseller, left.reseller, "the same rows go on with it");
    assert_eq!((wizard(&window).page, &wizard(&window).left_out), (TransferPage::Whom, &left.left_out));
    window.keys("Esc k T");
    assert!(matches!(window.app.overlays.last(), Some(Overlay::Menu(_))), "{}", window.text());
    window.types("2");
    assert_ne!(wizard(&window).what, left.what, "begun anew");
    window.keys("Esc");
    go(&mut window, Key::Customer(clinic));
    window.keys("T Enter");
    assert_ne!(wizard(&window).what, left.what, "the draft that was left last is offered first");
    assert!(window.app.book.model() == &model);
}

#[test]
fn marked_rows_move_together_and_rows_without_subscriptions_say_so() {
    let mut window = Window::demo(Lang::En, 120, 36);
    window.keys("1 T");
    assert!(
        window.app.overlays.is_empty() && window.app.notice.is_some(),
        "a provider is no business of its own"
    );
    window.keys("3 j Space Space Space T");
    let customers = wizard(&window).from.customers;
    assert!(customers > 1, "{customers}");
    window.keys("Esc :").types("transfer").keys("Enter");
    assert!(matches!(window.app.overlays.last(), Some(Overlay::Transfer(_))), "{}", window.text());
}

#[test]
fn a_page_is_left_only_once_it_is_answered() {
    let mut window = Window::demo(Lang::En, 80, 24);
    let clinic = clinic(window.app.book.model());
    go(&mut window, Key::Customer(clinic));
    window.keys("T");
    let count = wizard(&window).what.len();
    for _ in 0..count {
        window.keys("Space");
    }
    window.keys("PageDown");
    assert_eq!(wizard(&window).page, TransferPage::What, "all is left out");
    for _ in 0..count {
        window.keys("k");
    }
    window.keys("Space PageDown PageDown");
    assert_eq!(wizard(&window).page, TransferPage::Whom, "nobody is chosen");
    assert!(window.app.notice.is_some());
    window.keys("PageUp");
    assert_eq!(wizard(&window).page, TransferPage::What);
}

#[test]
fn many_subscriptions_are_judged_beside_the_screen() {
    let mut window = Window::demo(Lang::En, 80, 24);
    window.keys("3 m a T PageDown Enter").types("alpina").keys("Enter PageDown");
    let wizard = wizard(&window);
    assert!(wizard.what.len() > 300 && wizard.page == TransferPage::Check);
    let check = wizard.check.as_ref().unwrap();
    let [moves, later, never] = check.counts();
    assert!(moves > 50 && later > 50 && never > 10, "{moves} {later} {never}");
    assert!(check.step.is_ok(), "what the rules refuse is sorted out:\n{}", window.text());
}

#[test]
fn it_fits_any_window() {
    let mut window = Window::demo(Lang::Fr, 120, 36);
    let clinic = clinic(window.app.book.model());
    go(&mut window, Key::Customer(clinic));
    for keys in ["T", "PageDown", "Tab Enter", "Enter", "PageDown", "PageDown"] {
        window.keys(keys);
        for (columns, rows) in [(40, 10), (33, 8), (1, 1), (250, 70), (60, 20)] {
            assert_eq!(window.resizes(columns, rows).text().lines().count(), usize::from(rows));
        }
    }
    for _ in 0..6 {
        window.keys("Esc");
    }
    assert!(window.app.overlays.is_empty());
}
