//! Whole files through [`read`]: our own fixtures of the shapes that Partner Center and Microsoft Graph give out.

use super::partner_center::subscriptions::Next;
use super::*;
use crate::model::{AdminKind, AgreementWay, BillingCycle, RelationshipKind, Status, TenantId, Term};
use proptest::prelude::*;

pub(super) fn fixture(name: &str) -> Vec<u8> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/partner_center/");
    std::fs::read(format!("{folder}{name}")).unwrap()
}

fn export(name: &str) -> Export {
    read(&fixture(name)).unwrap()
}

fn tenant(text: &str) -> TenantId {
    text.parse().unwrap()
}

fn noted(export: &Export) -> Vec<(usize, String, NoteKind)> {
    let notes = export.notes.iter();
    notes.map(|note| (note.place.item, note.place.field.raw().to_owned(), note.kind)).collect()
}

const BAKKER: &str = "7c1b0e54-2f6a-4d3b-8e19-5a40c2d7f301";
const HALDEN: &str = "c81e2d4f-5a6b-4c7d-8e9f-0a1b2c3d4e03";
const NORDWIND: &str = "3f0c1a52-7d4e-4b7e-9a61-0c2f5a8e1b01";

#[test]
fn a_list_of_customers_knows_no_country_and_keeps_bad_rows_aside() {
    let export = export("customers.json");
    let Rows::Customers(rows) = &export.rows else { panic!("customers") };
    assert_eq!((export.kind, rows.len()), (Kind::Customers, 2));
    assert_eq!(rows[0].row.tenant, tenant(BAKKER));
    assert_eq!((rows[0].row.country, rows[0].row.delegated_access), (None, None));
    assert_eq!((rows[1].row.relation, &rows[1].row.domain), (Some(RelationshipKind::Advisor), &None));
    assert_eq!(export.aside, [Aside { item: 3, reason: Reason::BadId("<customer-tenant-id>".into()) }]);
    assert_eq!(export.unknown.get("loyaltyTier"), Some(&2));
    let expected = [
        (2, "companyProfile.tenantId".to_owned(), NoteKind::Placeholder),
        (2, "companyProfile.domain".to_owned(), NoteKind::Placeholder),
    ];
    assert_eq!(noted(&export), expected);
    assert!(!export.extent.is_incomplete());
}

#[test]
fn a_customer_by_id_has_a_country_and_its_password_is_dropped_and_reported() {
    let export = export("customer.json");
    let Rows::Customers(rows) = &export.rows else { panic!("customers") };
    assert_eq!(rows[0].row.country, "NL".parse().ok());
    assert_eq!(rows[0].row.name, Some("Bakker Logistics".into()));
    assert_eq!(rows[0].row.phone, Some("0385550143".into()));
    assert_eq!(rows[0].row.associated_partner, Some(tenant(HALDEN)));
    assert_eq!(rows[0].row.custom_domains, ["bakkerlogistics.example".into()]);
    assert_eq!(noted(&export), [(1, "userCredentials".to_owned(), NoteKind::Secret)]);
    assert!(!format!("{export:?}").contains("Haven!"), "the secret is nowhere");
    assert!(export.unknown.is_empty(), "{:?}", export.unknown);
}

#[test]
fn the_resellers_of_a_provider_are_read_and_a_row_of_the_other_direction_is_kept_aside() {
    let export = export("resellers-of-provider.json");
    let Rows::ResellersOfProvider(rows) = &export.rows else { panic!("resellers") };
    let countries: Vec<_> = rows.iter().map(|item| item.row.country.unwrap().to_string()).collect();
    assert_eq!(countries, ["US", "BR"]);
    assert_eq!(rows[1].row.partner_id, Some("5120533".into()), "a number is text");
    assert_eq!(
        export.aside,
        [Aside { item: 3, reason: Reason::OtherKind("is_indirect_reseller_of".into()) }]
    );
}

#[test]
fn the_other_direction_and_the_resellers_of_a_customer_are_told_apart() {
    let providers = export("providers-of-reseller.json");
    let Rows::ProvidersOfReseller(rows) = &providers.rows else { panic!("providers") };
    assert_eq!(rows[0].row.tenant, tenant(NORDWIND));
    assert_eq!(export("resellers-of-customer.json").kind, Kind::ResellersOfCustomer);
}

#[test]
fn a_request_link_keeps_its_parts_only() {
    let export = export("relationship-request.json");
    let Rows::Link(rows) = &export.rows else { panic!("a link") };
    assert_eq!(
        (rows[0].row.partner, rows[0].row.mspp.clone(), rows[0].row.privileges),
        (Some(tenant(NORDWIND)), None, Some(true))
    );
    assert!(!format!("{export:?}").contains("Adminportal"));
}

#[test]
fn subscriptions_old_and_new_are_read_with_their_oddities_noted() {
    let export = export("subscriptions.json");
    let Rows::Subscriptions(rows) = &export.rows else { panic!("subscriptions") };
    assert_eq!(export.extent, Extent { announced: Some(12), in_file: 2, more_pages: false });
    assert!(export.extent.is_incomplete());
    let [old, new] = rows.as_slice() else { panic!("two rows") };
    let (old, new) = (&old.row, &new.row);
    assert_eq!((old.customer, new.customer), (Some(tenant(BAKKER)), Some(tenant(BAKKER))));
    assert_eq!(old.offer_id, Some("0F5C2A17-98D3-4B6E-A421-7E1D3C5B9F02".into()), "taken from the link");
    assert_eq!(old.commitment_end, "9999-12-31".parse().ok());
    assert_eq!((old.order_id.clone(), old.unit.clone()), (None, None));
    assert_eq!(new.creation, "2025-06-05T19:26:38Z".parse().ok());
    assert_eq!(new.commitment_end, "2028-06-04T23:59:59Z".parse().ok());
    assert_eq!(new.cancel_until, "2025-06-12T19:26:38Z".parse().ok());
    assert_eq!(new.status, Some(Status::read("hibernating")));
    assert_eq!(new.additional_partners, ["5120533".into()]);
    let kinds: Vec<_> = noted(&export).into_iter().map(|(item, _, kind)| (item, kind)).collect();
    let expected = [
        (1, NoteKind::BlanksInDate),
        (1, NoteKind::NoZone),
        (1, NoteKind::Placeholder),
        (2, NoteKind::UnknownValue),
    ];
    assert_eq!(kinds, expected);
    assert!(export.unknown.is_empty(), "{:?}", export.unknown);
}

#[test]
fn what_is_scheduled_and_what_may_be_given_back_is_read() {
    let export = export("subscriptions-renewal.json");
    let Rows::Subscriptions(rows) = &export.rows else { panic!("subscriptions") };
    let [software, licence, suspended] = rows.as_slice() else { panic!("three rows") };
    let next = software.row.next.clone().unwrap();
    assert_eq!(next.product.raw(), "DG7GMGF0ABCD:000P:DG7GMGF0WXYZ");
    assert_eq!(
        (next.quantity, next.term, next.billing),
        (Some(8), Some(Term::P3Y), Some(BillingCycle::Annual))
    );
    assert_eq!(software.row.refundable, None, "not told");
    let refunds = licence.row.refundable.clone().unwrap();
    let rows: Vec<_> = refunds.iter().map(|refund| (refund.quantity, refund.until.to_string())).collect();
    let expected = [(1, "2026-11-26T08:00:00Z".to_owned()), (3, "2026-11-29T17:41:13Z".to_owned())];
    assert_eq!((rows.as_slice(), licence.row.next.clone()), (expected.as_slice(), None));
    assert_eq!(suspended.row.next, Some(Next::default()), "a suspension drops what was scheduled");
    assert!(export.unknown.is_empty(), "{:?}", export.unknown);
}

#[test]
fn a_request_body_is_the_same_resource_in_other_letters_and_says_what_it_is() {
    let export = export("subscription-request.json");
    let Rows::Subscriptions(rows) = &export.rows else { panic!("subscriptions") };
    let Rows::Subscriptions(listed) = &self::export("subscriptions.json").rows else {
        panic!("subscriptions")
    };
    assert_eq!(rows[0].row.id, listed[0].row.id, "upper and lower case are one id");
    assert_eq!((rows[0].row.quantity, rows[0].row.customer), (Some(30), None));
    assert_eq!(noted(&export), [(1, String::new(), NoteKind::RequestBody)]);
}

#[test]
fn comments_and_trailing_commas_are_read_and_said() {
    let export = export("subscription-commented.txt");
    let Rows::Subscriptions(rows) = &export.rows else { panic!("subscriptions") };
    assert_eq!((rows[0].row.quantity, rows[0].row.customer), (Some(12), Some(tenant(BAKKER))));
    let tolerated = export.reading.tolerated;
    assert_eq!((tolerated.comments, tolerated.commas, tolerated.first_line), (2, 2, 3));
}

#[test]
fn a_support_contact_knows_its_subscription_by_its_link() {
    let export = export("support-contact.json");
    let Rows::Support(rows) = &export.rows else { panic!("a support contact") };
    assert_eq!(rows[0].row.partner, tenant(HALDEN));
    assert_eq!(rows[0].row.customer, Some(tenant(BAKKER)));
    assert_eq!(rows[0].row.subscription, "2f6b8da1-4c3e-4072-9b15-d7e9f1032502".parse().ok());
}

#[test]
fn agreements_are_dated_and_a_saved_request_line_names_the_customer() {
    let export = export("agreements.json");
    let Rows::Agreements(rows) = &export.rows else { panic!("agreements") };
    assert_eq!(rows[0].row.date, "2021-06-14".parse().ok());
    assert_eq!((rows[0].row.way, rows[1].row.way), (Some(AgreementWay::PartnerAttested), None));
    assert_eq!(export.customer, None);
    let saved = self::export("agreement-response.txt");
    assert_eq!((saved.kind, saved.customer), (Kind::Agreements, Some(tenant(BAKKER))));
    assert_eq!(saved.reading.exported_at, "2026-11-16T09:30:00Z".parse().ok());
}

#[test]
fn granular_relationships_of_both_kinds_are_read_and_further_pages_are_missed() {
    let export = export("gdap.json");
    let Rows::Admin(rows) = &export.rows else { panic!("granular relationships") };
    assert!(export.extent.is_incomplete() && export.extent.announced.is_none());
    assert_eq!(
        (rows[0].row.duration_days, rows[0].row.auto_extend_days, rows[0].row.roles.len()),
        (Some(730), Some(180), 1)
    );
    assert_eq!(
        (rows[1].row.kind, rows[1].row.indirect_provider),
        (Some(AdminKind::ResellerDelegated), Some(tenant(NORDWIND)))
    );
    assert_eq!(
        (rows[1].row.activated, rows[1].row.customer_name.clone(), rows[1].row.auto_extend_days),
        (None, None, Some(0))
    );
    let one = self::export("gdap-one.json");
    let Rows::Admin(rows) = &one.rows else { panic!("a granular relationship") };
    assert_eq!((one.kind, rows[0].row.customer, rows[0].row.activated), (Kind::GdapRelationship, None, None));
    assert!(one.unknown.is_empty() && one.notes.is_empty(), "{:?} {:?}", one.unknown, one.notes);
}

#[test]
fn what_is_not_imported_is_named() {
    let refusal = |name: &str| read(&fixture(name)).unwrap_err();
    assert_eq!(refusal("removal.json"), Refusal::NotImported(Kind::RelationRemoval));
    let Refusal::SavedError(error) = refusal("error.json") else { panic!("an error") };
    assert_eq!((error.code.as_str(), error.meaning), ("2201", Some(Meaning::RegionDiffers)));
    assert_eq!(read(b"<html>sign in</html>"), Err(Refusal::Unreadable(Unreadable::WebPage)));
    assert_eq!(
        read(b"{\"a\": 1} {"),
        Err(Refusal::NotJson(JsonError { fault: Fault::SecondDocument, line: 1, column: 10 }))
    );
    assert_eq!(read(b"Microsoft ID,Company name\n"), Err(Refusal::NotImported(Kind::PortalCustomersCsv)));
    assert_eq!(read(b"{\"items\": []}"), Err(Refusal::NotImported(Kind::EmptyList)));
}

#[test]
fn an_empty_list_of_a_known_kind_is_an_import_of_nothing() {
    let text = br#"{"totalCount": 0, "items": [], "links": {"self": {"uri": "/v1/customers"}}}"#;
    assert_eq!(read(text).unwrap().rows, Rows::Customers(Vec::new()));
}

/// Every fixture: what damage is done to.
const FIXTURES: [&str; 17] = [
    "agreement-response.txt",
    "agreements.json",
    "customer.json",
    "customers.json",
    "error.json",
    "gdap-one.json",
    "gdap.json",
    "providers-of-reseller.json",
    "relationship-request.json",
    "removal.json",
    "resellers-of-customer.json",
    "resellers-of-provider.json",
    "subscription-commented.txt",
    "subscription-request.json",
    "subscriptions-renewal.json",
    "subscriptions.json",
    "support-contact.json",
];

proptest! {
    #[test]
    fn damage_is_refused_or_read_and_its_place_is_in_the_file(
        name in prop::sample::select(FIXTURES.as_slice()),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4_u8), 0..4),
    ) {
        let mut bytes = fixture(name);
        for (at, byte, how) in cuts {
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 if bytes.len() > 1 => drop(bytes.remove(at)),
                _ => bytes.truncate(at.max(1)),
            }
        }
        if let Err(Refusal::NotJson(error)) = read(&bytes) {
            let lines = decode::decode(&bytes).unwrap().text.split('\n').map(|line| line.chars().count()).collect::<Vec<_>>();
            let width = lines.get(error.line - 1).copied();
            prop_assert!(width.is_some_and(|width| error.column <= width + 1), "{error:?} {lines:?}");
        }
    }

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes);
        let _ = read(&[b"{".as_slice(), &bytes].concat());
    }
}
