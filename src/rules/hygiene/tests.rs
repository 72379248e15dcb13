//! The family on everyday networks: each rule's passing and failing example, its edges in time, and what is not known.

use super::secret::{holds_a_secret, is_a_placeholder};
use crate::model::{
    AdminId, Agreement, AgreementWay, Guid, Key, Origin, RelationshipId, RelationshipState, SubscriptionId,
    TenantId, Transfer, TransferId,
};
use crate::rules::testing::{Books, day, moment, network};
use crate::rules::{Code, Reason, Severity};

const NONE: &[Reason] = &[];

#[test]
fn r_hyg_001_a_subscription_ends_after_it_begins() {
    let mut net = network();
    let key = Key::Subscription(net.sub);
    net.books.edit_sub(net.sub, |s| {
        s.creation = "2021-01-14T16:57:15Z".parse().ok();
        s.effective = "2021-01-14T16:57:14Z".parse().ok();
        s.commitment_end = "9999-12-14T00:00:00Z".parse().ok();
    });
    assert_eq!(net.books.reasons(Code::Hyg001, key), NONE);
    net.books.edit_sub(net.sub, |s| s.commitment_end = Some(moment("2016-01-01")));
    assert_eq!(net.books.graded(Code::Hyg001, key), [(Reason::EndsBeforeItBegins, Severity::Warning)]);
    net.books.edit_sub(net.sub, |s| s.commitment_end = Some(moment("0001-01-01")));
    assert_eq!(net.books.reasons(Code::Hyg001, key), NONE);
    net.books.edit_sub(net.sub, |s| s.effective = Some(moment("2021-01-13")));
    assert_eq!(net.books.reasons(Code::Hyg001, key), NONE, "the start of the day before");
    net.books.edit_sub(net.sub, |s| s.effective = Some(moment("2021-01-12")));
    assert_eq!(net.books.reasons(Code::Hyg001, key), [Reason::EffectiveBeforeCreation]);
    net.books.edit_sub(net.sub, |s| s.creation = None);
    assert_eq!(net.books.reasons(Code::Hyg001, key), NONE);
}

#[test]
fn r_hyg_001_privileges_requests_and_transfers_end_after_they_begin() {
    let mut net = network();
    let admin = net.books.admin(net.reseller, net.customer, "Support");
    net.books.edit_admin(admin, |a| {
        (a.activated, a.end) = (Some(moment("2026-01-10")), Some(moment("2026-01-10")));
    });
    assert_eq!(net.books.reasons(Code::Hyg001, Key::Admin(admin)), NONE);
    net.books.edit_admin(admin, |a| a.end = Some(moment("2026-01-09")));
    assert_eq!(net.books.reasons(Code::Hyg001, Key::Admin(admin)), [Reason::EndsBeforeItBegins]);
    let id = RelationshipId::of(net.provider, net.customer, 0);
    net.books.edit_relationship(id, |r| {
        (r.requested_on, r.accepted_on) = (Some(day("2026-01-10")), Some(day("2026-01-09")));
    });
    let key = Key::Relationship(id);
    assert_eq!(net.books.reasons(Code::Hyg001, key), [Reason::AcceptedBeforeRequested]);
    // What was typed is R-REL-004's while it is active.
    net.books.edit_relationship(id, |r| r.origin = Origin::Typed);
    assert_eq!(net.books.reasons(Code::Hyg001, key), NONE);
    assert_eq!(net.books.reasons(Code::Rel004, key), [Reason::AcceptedBeforeRequested]);
    net.books.edit_relationship(id, |r| r.state = RelationshipState::Removed);
    assert_eq!(net.books.reasons(Code::Hyg001, key), [Reason::AcceptedBeforeRequested]);
    let id = TransferId(net.books.guid());
    let (created, completed) = (Some(moment("2026-01-10")), Some(moment("2026-01-09")));
    net.books.put(Transfer { id, customer: net.customer, created, completed, ..Transfer::default() });
    assert_eq!(net.books.reasons(Code::Hyg001, Key::Transfer(id)), [Reason::EndsBeforeItBegins]);
}

#[test]
fn r_hyg_002_a_partner_of_record_of_nobody_is_listed() {
    let mut net = network();
    let key = Key::Subscription(net.sub);
    assert_eq!(net.books.reasons(Code::Hyg002, key), NONE);
    net.books.edit_sub(net.sub, |s| s.partner_of_record = Some("4847433".into()));
    assert_eq!(net.books.graded(Code::Hyg002, key), [(Reason::RecordOfNobody, Severity::Warning)]);
    net.books.edit_sub(net.sub, |s| s.partner_of_record = None);
    assert_eq!(net.books.reasons(Code::Hyg002, key), NONE);
}

#[test]
fn r_hyg_002_other_references_lead_somewhere() {
    let mut net = network();
    let nobody = TenantId(net.books.guid());
    let nothing = SubscriptionId(net.books.guid());
    net.books.edit_sub(net.sub, |s| (s.parent, s.transferred_from) = (Some(nothing), Some(nothing)));
    let loose = [Reason::LooseReference, Reason::LooseReference];
    assert_eq!(net.books.reasons(Code::Hyg002, Key::Subscription(net.sub)), loose);
    let attested = Agreement { attested_by: Some(nobody), ..Agreement::default() };
    net.books.edit_customer(net.customer, |c| {
        c.associated_partner = Some(nobody);
        c.agreements = vec![attested.clone(), attested];
    });
    assert_eq!(net.books.reasons(Code::Hyg002, Key::Customer(net.customer)), loose);
    let admin = net.books.admin(net.reseller, net.customer, "Support");
    net.books.edit_admin(admin, |a| a.indirect_provider = Some(nobody));
    assert_eq!(net.books.reasons(Code::Hyg002, Key::Admin(admin)), [Reason::LooseReference]);
    let transfer = net.books.transfer(net.customer, net.provider, nobody);
    assert_eq!(net.books.reasons(Code::Hyg002, Key::Transfer(transfer)), [Reason::LooseReference]);
    let mut whole = net.books.model.transfers().get(transfer).unwrap().clone();
    (whole.target, whole.subscriptions) = (Some(net.provider), vec![nothing, nothing, net.sub]);
    net.books.put(whole);
    assert_eq!(net.books.reasons(Code::Hyg002, Key::Transfer(transfer)), [Reason::LooseReference]);
}

#[test]
fn r_hyg_003_secrets_are_told_from_words_about_them() {
    for text in [
        "password: 0Krha*Io",
        "Mot de passe : 0Krha*Io",
        "{\"userCredentials\": {\"userName\": \"admin\"",
        "https://store.example/blob?sv=2020&sig=abc%3D",
        "pwd=hunter2",
        "Bearer eyJ0eXAiOiJKV1QiLCJh.eyJ",
    ] {
        assert!(holds_a_secret(text), "{text}");
    }
    for text in [
        "",
        "They forgot their password.",
        "Call about the password reset; note: Monday",
        "password:",
        "design=new",
        "https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=5c2f7b1e",
    ] {
        assert!(!holds_a_secret(text), "{text}");
    }
}

#[test]
fn r_hyg_003_no_secrets_and_no_examples_in_a_record() {
    let mut net = network();
    let key = Key::Customer(net.customer);
    assert_eq!(net.books.reasons(Code::Hyg003, key), NONE);
    net.books.edit_customer(net.customer, |c| c.note = "password: 0Krha*Io".into());
    assert_eq!(net.books.graded(Code::Hyg003, key), [(Reason::Secret, Severity::Error)]);
    net.books.edit_customer(net.customer, |c| {
        (c.note, c.commerce_id) = ("".into(), "aaaabbbb-0000-cccc-1111-dddd2222eeee".parse().ok());
    });
    assert_eq!(net.books.reasons(Code::Hyg003, key), [Reason::Placeholder]);
    net.books.edit_sub(net.sub, |s| (s.friendly_name, s.tags) = ("<guid>".into(), vec!["pwd=x".into()]));
    let found = net.books.reasons(Code::Hyg003, Key::Subscription(net.sub));
    assert_eq!(found, [Reason::Secret, Reason::Placeholder]);
    for (id, expected) in [
        (Guid::default(), true),
        (Guid::own(17), false),
        ("bbbbcccc-1111-dddd-2222-eeee3333ffff".parse().unwrap(), true),
        ("53eb21cb-6b2d-4ee5-9e92-27dfc927e93c".parse().unwrap(), false),
    ] {
        assert_eq!(is_a_placeholder(id), expected, "{id}");
    }
    let admin = AdminId("aaaabbbb-0000-cccc-1111-dddd2222eeee".parse().unwrap(), None);
    net.books.put(crate::model::Admin { id: admin, ..Default::default() });
    assert_eq!(net.books.reasons(Code::Hyg003, Key::Admin(admin)), [Reason::Placeholder]);
}

/// What is said of a customer's number on a day.
fn numbered(country: &str, number: &str, phone: &str, on: &str) -> Vec<(Reason, Severity)> {
    let mut books = Books::new();
    let customer = books.customer("A company", country);
    books.edit_customer(customer, |c| (c.reg_number, c.phone) = (number.into(), phone.into()));
    books.on(on).graded(Code::Hyg004, Key::Customer(customer))
}

#[test]
fn r_hyg_004_some_countries_ask_for_digits_and_a_phone() {
    const TODAY: &str = "2026-09-15";
    let misformed = [(Reason::NumberMisformed, Severity::Error)];
    assert_eq!(numbered("KZ", "123456789012", "5550100", TODAY), []);
    assert_eq!(numbered("AZ", "12345678", "5550100", TODAY), misformed);
    assert_eq!(numbered("HU", "1234567-890", "5550100", TODAY), misformed);
    assert_eq!(numbered("HU", "1234567890", "", TODAY), [(Reason::PhoneMissing, Severity::Warning)]);
    assert_eq!(numbered("MD", "", "5550100", TODAY), [(Reason::NumberMissing, Severity::Warning)]);
    assert_eq!(numbered("FR", "", "", TODAY), []);
    assert_eq!(numbered("FR", "123", "", TODAY), [(Reason::NumberNotAsked, Severity::Error)]);
}

#[test]
fn r_hyg_004_more_countries_ask_since_25_march_2021() {
    let missing = [(Reason::NumberMissing, Severity::Warning)];
    assert_eq!(numbered("PL", "", "", "2021-03-24"), []);
    assert_eq!(numbered("PL", "", "", "2021-03-25"), missing);
    assert_eq!(numbered("PL", "PL1234567890", "", "2021-03-24"), []);
    assert_eq!(numbered("PL", "PL1234567890", "", "2021-03-25"), []);
    let misformed = [(Reason::NumberMisformed, Severity::Error)];
    assert_eq!(numbered("IN", "AB-12", "", "2021-03-25"), misformed);
}

#[test]
fn r_hyg_004_waits_for_a_country() {
    let mut books = Books::new();
    let customer = books.customer("A company", "");
    let key = Key::Customer(customer);
    assert!(books.reasons(Code::Hyg004, key).is_empty() && books.unjudged(Code::Hyg004, key));
}

#[test]
fn r_hyg_004_the_contact_of_a_partner_is_its_company() {
    let mut books = Books::new();
    let partner = books.reseller("Atelier Cloud", "FR");
    let key = Key::Partner(partner);
    for (email, phone, expected) in [
        ("partners@atelier.example", "0142681234", None),
        ("", "", None),
        ("someone@gmail.com", "", Some(Reason::WebMail)),
        ("someone@Yahoo.co.uk", "", Some(Reason::WebMail)),
        ("someone@home.com", "", None),
        ("partners@atelier.example", "+33142681234", Some(Reason::OddPhone)),
        ("partners@atelier.example", "01 42 68 12 34", Some(Reason::OddPhone)),
        ("partners@atelier.example", "01426812345", Some(Reason::OddPhone)),
    ] {
        books.edit_partner(partner, |p| (p.email, p.phone) = (email.into(), phone.into()));
        let expected = expected.map(|reason| (reason, Severity::Hint));
        assert_eq!(books.graded(Code::Hyg004, key), Vec::from_iter(expected), "{email} {phone}");
    }
}

#[test]
fn an_attestation_by_somebody_of_the_book_is_not_loose() {
    let mut net = network();
    let by = Agreement {
        way: Some(AgreementWay::PartnerAttested),
        attested_by: Some(net.provider),
        ..Agreement::default()
    };
    net.books.edit_customer(net.customer, |c| c.agreements = vec![by]);
    assert_eq!(net.books.reasons(Code::Hyg002, Key::Customer(net.customer)), NONE);
}
