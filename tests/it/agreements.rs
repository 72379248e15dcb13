//! The slip of an agreement by keyboard: what is wrong stands beside its blank, nothing is lost, and what is right is kept.

use crate::support::screen::Window;
use partnerbook::app::{Mode, Opened, Overlay};
use partnerbook::edit::Book;
use partnerbook::i18n::Lang;
use partnerbook::model::{
    Agreement, AgreementKind, AgreementWay, Customer, Guid, Model, Partner, Relationship, RelationshipId,
    RelationshipState, Role, TenantId,
};

fn tenant(n: u8) -> TenantId {
    TenantId(Guid::from_bytes([0x5c, 0x2f, 0x7b, 0x1e, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, n]))
}

/// A customer whose agreement its reseller attested, which it cannot.
fn window(lang: Lang) -> Window {
    let mut model = Model::default();
    for (n, name, role) in
        [(1, "Nordlys", Role::IndirectProvider), (2, "Atelier Cloud", Role::IndirectReseller)]
    {
        let (roles, country) = ([role].into(), "FR".parse().ok());
        model.put(
            Partner { tenant: tenant(n), name: name.into(), roles, country, ..Partner::default() }.into(),
        );
        let (id, state) = (RelationshipId::of(tenant(n), tenant(3), 0), RelationshipState::Active);
        let (partner, customer) = (tenant(n), tenant(3));
        model.put(Relationship { id, partner, customer, state, ..Relationship::default() }.into());
    }
    let agreement = Agreement {
        kind: AgreementKind::MicrosoftCustomerAgreement,
        way: Some(AgreementWay::PartnerAttested),
        date: "2024-05-01".parse().ok(),
        first_name: "Tania".into(),
        last_name: "Carr".into(),
        email: "tania@vidal.example".into(),
        attested_by: Some(tenant(2)),
        ..Agreement::default()
    };
    let (name, country) = ("Vidal".into(), "FR".parse().ok());
    let customer =
        Customer { tenant: tenant(3), name, country, agreements: vec![agreement], ..Customer::default() };
    model.put(customer.into());
    let opened = Opened {
        name: "main".to_owned(),
        folder: None,
        us: None,
        mode: Mode::Normal,
        desk: None,
        draft: partnerbook::app::Draft::default(),
    };
    Window::of(Book::new(model, "2026-09-15".parse().unwrap()), opened, lang, 120, 36)
}

fn agreement(window: &Window) -> Agreement {
    window.app.book.model().customer(tenant(3)).unwrap().agreements[0].clone()
}

fn opened(lang: Lang) -> Window {
    let mut window = window(lang);
    window.keys("g f").types("vidal").keys("Enter F").types("2");
    assert!(matches!(window.app.overlays.last(), Some(Overlay::Slip(_))), "{}", window.text());
    window
}

#[test]
fn a_reseller_as_attester_is_refused_beside_the_blank_and_a_provider_is_taken() {
    for lang in Lang::ALL {
        let mut window = opened(*lang);
        let before = agreement(&window);
        // From the phone, which is empty, up to who attests.
        window.keys("Shift-Tab Shift-Tab Shift-Tab Shift-Tab Shift-Tab Right Ctrl-s");
        assert!(window.app.overlays.is_empty(), "{}", window.text());
        assert_eq!(agreement(&window), Agreement { attested_by: Some(tenant(1)), ..before });
    }
}

#[test]
fn an_impossible_day_and_one_to_come_keep_the_slip_open_with_the_reason() {
    let mut window = opened(Lang::En);
    let before = agreement(&window);
    window
        .keys("Shift-Tab Shift-Tab Shift-Tab Shift-Tab Shift-Tab Right Tab Ctrl-u")
        .types("2026-02-30")
        .keys("Ctrl-s");
    assert!(window.text().contains("2026-02-30"), "{}", window.text());
    assert_eq!(agreement(&window), before);
    window.keys("Ctrl-u").types("+1d").keys("Ctrl-s");
    assert!(window.text().contains("R-ENR-008") && window.text().contains("2026-09-16"), "{}", window.text());
    assert_eq!(agreement(&window), before);
    window.keys("Ctrl-u").types("today").keys("Ctrl-s");
    assert_eq!(agreement(&window).date, "2026-09-15".parse().ok());
    assert!(window.app.overlays.is_empty(), "{}", window.text());
}

#[test]
fn a_missing_e_mail_is_refused_and_leaving_asks() {
    let mut window = opened(Lang::En);
    let before = agreement(&window);
    window.keys("Shift-Tab Ctrl-u Ctrl-s");
    assert!(window.text().contains("R-ENR-008"), "{}", window.text());
    assert_eq!(agreement(&window), before);
    window.keys("Esc");
    assert!(matches!(window.app.overlays.last(), Some(Overlay::Sheet(_))), "{}", window.text());
    window.types("d");
    assert!(window.app.overlays.is_empty());
    assert_eq!(agreement(&window), before);
}
