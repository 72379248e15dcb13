//! Files end to end into a book and its baseline.

use super::super::note::{NoteKind, Reason};
use super::super::read;
use super::super::tests::fixture;
use super::*;
use crate::edit::Book;
use crate::model::{
    Channel, Dap, Family, Partner, PartnershipState, RelationshipKind, RelationshipState, Role, Status,
    Subscription, SubscriptionId,
};

const NORDWIND: &str = "3f0c1a52-7d4e-4b7e-9a61-0c2f5a8e1b01";
const BAKKER: &str = "7c1b0e54-2f6a-4d3b-8e19-5a40c2d7f301";
const HALDEN: &str = "c81e2d4f-5a6b-4c7d-8e9f-0a1b2c3d4e03";
const RIO: &str = "d92f3e50-6b7c-4d8e-9fa0-1b2c3d4e5f04";
const SUITE: &str = "2f6b8da1-4c3e-4072-9b15-d7e9f1032502";
const KANTOOR: &str = "1e5a7c90-3b2d-4f61-8a04-c6d8e0f21401";

fn tenant(text: &str) -> TenantId {
    text.parse().unwrap()
}

fn subscription(book: &Book, id: &str) -> Subscription {
    book.model().subscription(id.parse().unwrap()).cloned().unwrap()
}

fn empty() -> Book {
    Book::new(Model::default(), "2026-11-24".parse().unwrap())
}

/// The context in which every fixture can be imported: exported by Nordwind, about Bakker where it does not say.
const ALL: (&str, &str) = (NORDWIND, BAKKER);

fn context((us, customer): (&str, &str)) -> Context {
    Context { us: us.parse().ok(), customer: customer.parse().ok() }
}

/// Imports files as one step; nothing to do is nothing done.
fn import_as(book: &mut Book, files: &[&str], who: (&str, &str)) -> Vec<Report> {
    let mut import = Import::new(book.model(), book.baseline());
    let take = |name: &&str| import.add(&read(&fixture(name)).unwrap(), context(who)).unwrap();
    let reports = files.iter().map(take).collect();
    let step = import.finish();
    if !step.is_empty() {
        let _ = book.commit(step).unwrap();
    }
    reports
}

fn import(book: &mut Book, files: &[&str]) -> Vec<Report> {
    import_as(book, files, ALL)
}

fn imported(files: &[&str]) -> Book {
    let mut book = empty();
    import(&mut book, files);
    book
}

const EVERY: [&str; 13] = [
    "resellers-of-provider.json",
    "customers.json",
    "customer.json",
    "resellers-of-customer.json",
    "relationship-request.json",
    "subscriptions.json",
    "subscription-request.json",
    "subscription-commented.txt",
    "support-contact.json",
    "agreements.json",
    "agreement-response.txt",
    "gdap.json",
    "gdap-one.json",
];

/// A book edit by hand, past the rules: tests are about imports.
fn plan(book: &mut Book, change: impl FnOnce(&mut Model)) {
    let mut model = book.model().clone();
    change(&mut model);
    let keys = book.model().keys().chain(model.keys()).collect::<std::collections::BTreeSet<_>>();
    let pairs = keys.into_iter().map(|key| (book.model().get(key), model.get(key)));
    let changes = pairs.filter(|(a, b)| a != b).map(|(before, after)| crate::model::Change { before, after });
    let step = Transaction::new(Verb::Import, changes.collect());
    let _ = book.commit(step).unwrap();
}

#[test]
fn the_same_files_again_change_nothing_and_leave_no_plan() {
    let mut book = imported(&EVERY);
    assert_eq!(book.model(), book.baseline(), "what the portal said is not a plan");
    let mut again = Import::new(book.model(), book.baseline());
    let some = ["resellers-of-provider.json", "customers.json", "gdap.json", "agreements.json"];
    for name in some {
        let report = again.add(&read(&fixture(name)).unwrap(), context(ALL)).unwrap();
        assert_eq!((report.rows.new, report.rows.changed, report.rows.confirmed), (0, 0, 0), "{name}");
        assert!(report.rows.same > 0 && report.records.is_empty(), "{name}");
    }
    assert!(again.finish().is_empty());
    let before = book.model().clone();
    import(&mut book, &["support-contact.json", "customer.json", "resellers-of-customer.json"]);
    assert_eq!(book.model(), &before);
}

#[test]
fn several_files_are_one_step_to_undo() {
    let mut book = imported(&EVERY);
    assert!(book.model().count(TableName::Subscription) > 0);
    let _ = book.undo().unwrap();
    assert_eq!((book.model(), book.baseline()), (&Model::default(), &Model::default()));
}

#[test]
fn a_providers_resellers_become_partners_and_a_foreign_region_is_flagged_not_refused() {
    let mut book = empty();
    let report = &import(&mut book, &["resellers-of-provider.json"])[0];
    assert_eq!((report.rows.new, report.aside.len()), (2, 1));
    assert_eq!(report.records[&TableName::Partner], (3, 0));
    assert_eq!(report.records[&TableName::Partnership], (2, 0));
    let rio = book.model().partner(tenant(RIO)).unwrap();
    assert!(rio.is_reseller() && rio.country == "BR".parse().ok());
    assert!(book.model().partner(tenant(NORDWIND)).unwrap().is_provider());
    assert!(book.model().are_partners(tenant(NORDWIND), tenant(RIO)));
}

#[test]
fn the_same_relation_seen_from_both_sides_is_one_partnership() {
    let mut book = imported(&["resellers-of-provider.json"]);
    import_as(&mut book, &["providers-of-reseller.json"], (HALDEN, ""));
    let between = book.model().partnerships_between(tenant(NORDWIND), tenant(HALDEN));
    assert_eq!(between.count(), 1);
    let nordwind = book.model().partner(tenant(NORDWIND)).unwrap();
    assert_eq!(nordwind.name.raw(), "Nordwind Distribution", "the stub learns its name");
}

#[test]
fn customers_bring_the_relationship_of_the_exporter() {
    let mut book = imported(&["customers.json"]);
    let (us, customer) = (tenant(NORDWIND), tenant(BAKKER));
    assert!(book.model().is_reseller_of(us, customer));
    assert_eq!(book.model().customer(customer).unwrap().country, None);
    let report = &import(&mut book, &["customer.json"])[0];
    assert_eq!((report.rows.changed, report.notes.len()), (1, 1));
    assert_eq!(report.notes[0].kind, NoteKind::Secret);
    let relation = book.model().relationships_between(us, customer).next().unwrap();
    assert_eq!(relation.dap, Dap::Granted);
    assert!(
        book.model().partner(us).unwrap().is_provider(),
        "only a provider creates customers for a reseller"
    );
    assert!(book.model().partner(tenant(HALDEN)).unwrap().is_reseller());
}

#[test]
fn a_poorer_export_clears_nothing() {
    let mut book = imported(&["customer.json", "subscriptions.json"]);
    let before = book.model().clone();
    let reports = import(&mut book, &["customers.json"]);
    let customer = |model: &Model| model.customer(tenant(BAKKER)).cloned();
    assert_eq!(customer(book.model()), customer(&before));
    assert_eq!((reports[0].rows.same, reports[0].rows.new), (1, 1));
    import(&mut book, &["subscription-request.json"]);
    let kantoor = subscription(&book, KANTOOR);
    assert_eq!(kantoor.quantity, Some(30));
    assert!(!kantoor.offer_id.is_empty() && kantoor.creation.is_some(), "absent and null clear nothing");
}

#[test]
fn a_removed_relation_is_removed_and_comes_back_as_a_new_one() {
    let mut book = imported(&["customers.json"]);
    let (us, customer) = (tenant(NORDWIND), tenant(BAKKER));
    let relation = |raw: &str| {
        let text = format!(
            r#"{{"id": "{BAKKER}", "relationshipToPartner": "{raw}", "attributes": {{"objectType": "Customer"}}}}"#
        );
        read(text.as_bytes()).unwrap()
    };
    for (raw, states) in [
        ("none", vec![RelationshipState::Removed]),
        ("none", vec![RelationshipState::Removed]),
        ("reseller", vec![RelationshipState::Removed, RelationshipState::Active]),
    ] {
        let mut import = Import::new(book.model(), book.baseline());
        import.add(&relation(raw), context(ALL)).unwrap();
        let step = import.finish();
        if !step.is_empty() {
            let _ = book.commit(step).unwrap();
        }
        let between = book.model().relationships_between(us, customer);
        assert_eq!(between.map(|found| found.state).collect::<Vec<_>>(), states);
    }
    assert!(
        book.model()
            .relationships_between(us, customer)
            .all(|found| found.kind == RelationshipKind::Reseller)
    );
}

#[test]
fn resellers_of_a_customer_are_related_to_it_through_us() {
    let book = imported(&["resellers-of-customer.json"]);
    let relation = book.model().relationships_between(tenant(HALDEN), tenant(BAKKER)).next().unwrap();
    assert_eq!((relation.state, relation.via_provider), (RelationshipState::Active, Some(tenant(NORDWIND))));
    assert!(book.model().are_partners(tenant(NORDWIND), tenant(HALDEN)));
}

#[test]
fn subscriptions_are_sold_by_the_exporter_in_the_channel_of_its_role() {
    let seen = |role: Role, files: &[&str]| {
        let mut book = imported(files);
        let us = Partner { tenant: tenant(NORDWIND), roles: [role].into(), ..Partner::default() };
        plan(&mut book, |model| drop(model.put(us.into())));
        import(&mut book, &["subscriptions.json"]);
        let suite = subscription(&book, SUITE);
        (suite.channel, suite.seller)
    };
    assert_eq!(seen(Role::IndirectProvider, &[]), (Channel::CspIndirect, Some(tenant(NORDWIND))));
    assert_eq!(seen(Role::DirectBill, &[]), (Channel::CspDirect, Some(tenant(NORDWIND))));
    assert_eq!(seen(Role::IndirectReseller, &[]), (Channel::CspIndirect, None));
}

#[test]
fn what_a_reseller_shows_was_sold_by_its_only_provider() {
    let mut book = empty();
    import_as(&mut book, &["providers-of-reseller.json", "subscriptions.json"], (HALDEN, ""));
    let suite = subscription(&book, SUITE);
    assert_eq!((suite.channel, suite.seller), (Channel::CspIndirect, Some(tenant(NORDWIND))));
}

#[test]
fn without_a_role_the_channel_stays_unknown_until_the_role_is_known() {
    let mut book = empty();
    let report = &import(&mut book, &["subscriptions.json"])[0];
    assert!(report.notes.iter().any(|note| note.kind == NoteKind::RoleUnknown));
    assert_eq!(subscription(&book, SUITE).channel, Channel::Unknown);
    let reports = import(&mut book, &["resellers-of-provider.json", "subscriptions.json"]);
    assert_eq!(reports[1].rows.changed, 2);
    assert_eq!(subscription(&book, SUITE).channel, Channel::CspIndirect);
}

#[test]
fn subscriptions_keep_what_they_say() {
    let book = imported(&["subscriptions.json"]);
    let suite = subscription(&book, SUITE);
    assert_eq!((suite.family, suite.status), (Family::LicenseNce, Status::read("hibernating")));
    assert_eq!(suite.partner_of_record, Some("5120417".into()), "kept as text though nobody has it yet");
    assert_eq!(suite.customer, tenant(BAKKER));
    assert!(
        book.model().customer(tenant(BAKKER)).is_some(),
        "the customer is there, with no more than its id"
    );
    assert_eq!(subscription(&book, KANTOOR).ends(), None);
}

#[test]
fn what_is_scheduled_and_refundable_is_kept_until_the_portal_says_otherwise() {
    const LICENCE: &str = "4b8dafc3-6e50-4294-9d37-f90b13254704";
    const SOFTWARE: &str = "3a7c9eb2-5d4f-4183-8c26-e8fa02143603";
    let mut book = imported(&["subscriptions-renewal.json"]);
    assert_eq!(subscription(&book, LICENCE).refundable.len(), 2);
    let software = subscription(&book, SOFTWARE);
    assert!(software.has_scheduled_change() && software.next_quantity == Some(8));
    plan(&mut book, |model| {
        model.put(Subscription { next_quantity: Some(6), ..software.clone() }.into());
    });
    import(&mut book, &["subscriptions-renewal.json"]);
    assert_eq!(subscription(&book, SOFTWARE).next_quantity, Some(6), "the portal says nothing new");
}

#[test]
fn a_subscription_is_one_whatever_the_case_of_its_id() {
    let mut book = imported(&["subscriptions.json"]);
    let report = &import_as(&mut book, &["subscription-request.json"], (NORDWIND, ""))[0];
    assert_eq!((report.rows.changed, book.model().count(TableName::Subscription)), (1, 2));
}

#[test]
fn a_support_contact_needs_a_subscription_that_is_known() {
    let mut book = empty();
    let report = &import(&mut book, &["support-contact.json"])[0];
    assert_eq!(report.aside[0].reason, Reason::UnknownSubscription(SUITE.into()));
    assert_eq!(book.model(), &Model::default());
    import(&mut book, &["subscriptions.json", "support-contact.json"]);
    assert_eq!(subscription(&book, SUITE).support_contact, Some(tenant(HALDEN)));
    assert_eq!(book.model().partner(tenant(HALDEN)).unwrap().name.raw(), "Halden Digital");
}

#[test]
fn agreements_add_up_and_the_same_one_is_completed() {
    let book = imported(&["agreement-response.txt", "agreements.json"]);
    let agreements = &book.model().customer(tenant(BAKKER)).unwrap().agreements;
    assert_eq!(agreements.len(), 2, "the agreement without signer is the one with");
    assert_eq!(agreements[0].email.raw(), "jonna@bakkerlogistics.example");
}

#[test]
fn granular_privileges_belong_to_the_exporter_but_for_those_it_prepared_for_another() {
    let book = imported(&["gdap.json", "gdap-one.json"]);
    let of =
        |name: &str| book.model().admin().values().find(|admin| admin.name.raw() == name).cloned().unwrap();
    assert_eq!(of("Bakker admin").partner, Some(tenant(NORDWIND)));
    assert_eq!(
        (of("Val-Fleuri admin").partner, of("Val-Fleuri admin").indirect_provider),
        (None, Some(tenant(NORDWIND)))
    );
    assert_eq!(of("Not approved yet").customer, None);
    assert_eq!(book.model().customer(tenant(BAKKER)).unwrap().name.raw(), "Bakker Logistics");
    let mut reseller = empty();
    import_as(&mut reseller, &["gdap.json"], (HALDEN, ""));
    assert!(reseller.model().partner(tenant(HALDEN)).unwrap().is_reseller());
}

#[test]
fn a_plan_survives_an_import_that_says_what_it_said_before_and_yields_to_news() {
    let mut book = imported(&["subscriptions.json"]);
    let id: SubscriptionId = SUITE.parse().unwrap();
    plan(&mut book, |model| {
        let suite = model.subscription(id).cloned().unwrap();
        model.put(
            Subscription { partner_of_record: Some("5120533".into()), quantity: Some(99), ..suite }.into(),
        );
    });
    let report = &import(&mut book, &["subscriptions.json"])[0];
    assert_eq!(report.rows.same, 2);
    assert_eq!(subscription(&book, SUITE).quantity, Some(99));
    let report = &import(&mut book, &["subscription-commented.txt"])[0];
    assert_eq!(subscription(&book, SUITE).quantity, Some(12), "the portal has news of the quantity");
    assert_eq!(
        subscription(&book, SUITE).partner_of_record,
        Some("5120533".into()),
        "and none of the reseller"
    );
    assert!(
        report
            .notes
            .iter()
            .any(|note| note.kind == NoteKind::Overruled && note.place.field.raw() == "quantity")
    );
}

#[test]
fn what_is_planned_to_go_or_to_end_is_not_brought_back() {
    let mut book = imported(&["resellers-of-provider.json", "subscriptions.json"]);
    let (id, customer) = (SUITE.parse::<SubscriptionId>().unwrap(), tenant(BAKKER));
    plan(&mut book, |model| {
        model.take(crate::model::Key::Subscription(id));
        let mut partnership =
            model.partnerships_between(tenant(NORDWIND), tenant(RIO)).next().cloned().unwrap();
        partnership.state = PartnershipState::Ended;
        model.put(partnership.into());
    });
    let reports = import(&mut book, &["resellers-of-provider.json", "subscriptions.json"]);
    assert_eq!((reports[1].rows.away, reports[1].rows.same), (1, 1));
    assert!(book.model().subscription(id).is_none() && book.model().customer(customer).is_some());
    assert!(!book.model().are_partners(tenant(NORDWIND), tenant(RIO)));
}

#[test]
fn what_a_file_cannot_say_is_asked() {
    let import = Import::new(&Model::default(), &Model::default());
    let needs = |name: &str, context: Context| import.needs(&read(&fixture(name)).unwrap(), context);
    let nothing = Context::default();
    assert_eq!(needs("customers.json", nothing), [Need::Us]);
    assert_eq!(needs("resellers-of-customer.json", nothing), [Need::Us, Need::Customer]);
    assert_eq!(needs("agreements.json", nothing), [Need::Customer]);
    assert_eq!(needs("agreement-response.txt", nothing), [], "a saved request line tells the customer");
    assert_eq!(needs("subscriptions.json", nothing), [Need::Us], "the links tell the customer");
    assert_eq!(needs("subscription-request.json", context((NORDWIND, ""))), [Need::Customer]);
    assert_eq!(needs("relationship-request.json", nothing), []);
    let export = read(&fixture("agreements.json")).unwrap();
    assert_eq!(import.clone().add(&export, nothing), Err(vec![Need::Customer]));
}

#[test]
fn a_request_link_changes_nothing_and_shows_its_parts() {
    let mut book = empty();
    let report = &import(&mut book, &["relationship-request.json"])[0];
    assert_eq!(book.model(), &Model::default());
    let link = report.link.as_ref().unwrap();
    assert_eq!((link.partner, link.privileges), (Some(tenant(NORDWIND)), Some(true)));
}
