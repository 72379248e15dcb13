//! Imports of whole files against the rules: faulty data comes in and is flagged, any order of files leaves a book
//! without dangling references, and the same file again changes nothing.

use partnerbook::edit::Book;
use partnerbook::exchange::{Context, Import, Report, read};
use partnerbook::model::{Country, Model, Partner, TenantId};
use partnerbook::rules::Code;
use proptest::prelude::*;

const NORDWIND: &str = "3f0c1a52-7d4e-4b7e-9a61-0c2f5a8e1b01";
const HALDEN: &str = "c81e2d4f-5a6b-4c7d-8e9f-0a1b2c3d4e03";
const BAKKER: &str = "7c1b0e54-2f6a-4d3b-8e19-5a40c2d7f301";

/// Every fixture that is imported, with the partner whose export it is.
const FILES: [(&str, &str); 14] = [
    ("resellers-of-provider.json", NORDWIND),
    ("providers-of-reseller.json", HALDEN),
    ("customers.json", NORDWIND),
    ("customer.json", NORDWIND),
    ("customers.json", HALDEN),
    ("resellers-of-customer.json", NORDWIND),
    ("relationship-request.json", NORDWIND),
    ("subscriptions.json", NORDWIND),
    ("subscription-request.json", NORDWIND),
    ("subscription-commented.txt", NORDWIND),
    ("support-contact.json", NORDWIND),
    ("agreements.json", NORDWIND),
    ("gdap.json", NORDWIND),
    ("gdap-one.json", HALDEN),
];

fn tenant(text: &str) -> TenantId {
    text.parse().unwrap()
}

fn import(book: &mut Book, (name, us): (&str, &str)) -> Report {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/partner_center/");
    let export = read(&std::fs::read(format!("{folder}{name}")).unwrap()).unwrap();
    let mut import = Import::new(book.model(), book.baseline());
    let context = Context { us: Some(tenant(us)), customer: Some(tenant(BAKKER)) };
    let report = import.add(&export, context).unwrap();
    let step = import.finish();
    if !step.is_empty() {
        let _ = book.commit(step).unwrap();
    }
    report
}

fn book_with_us(country: &str) -> Book {
    let mut model = Model::default();
    let country: Option<Country> = country.parse().ok();
    model.put(Partner { tenant: tenant(NORDWIND), country, ..Partner::default() }.into());
    Book::new(model, "2026-11-24".parse().unwrap())
}

#[test]
fn resellers_of_two_regions_under_one_provider_are_imported_and_flagged() {
    let mut book = book_with_us("US");
    let report = import(&mut book, FILES[0]);
    assert_eq!(report.rows.new, 2);
    let flagged: Vec<_> = book.findings().iter().filter(|finding| finding.rule == Code::Reg002).collect();
    assert_eq!(flagged.len(), 1, "the Brazilian reseller of a provider in the United States: {flagged:?}");
}

proptest! {
    #[test]
    fn any_files_in_any_order_leave_no_dangling_reference_and_again_change_nothing(
        picks in prop::collection::vec(0..FILES.len(), 1..12)
    ) {
        let mut book = book_with_us("US");
        let blank = book.model().clone();
        for pick in &picks {
            import(&mut book, FILES[*pick]);
        }
        prop_assert!(!book.findings().iter().any(|finding| finding.rule == Code::BookReference));
        let before = (book.model().clone(), book.baseline().clone());
        let report = import(&mut book, FILES[picks[picks.len() - 1]]);
        prop_assert_eq!((report.rows.new, report.rows.changed, report.rows.confirmed), (0, 0, 0));
        prop_assert!((book.model(), book.baseline()) == (&before.0, &before.1));
        while book.undo().is_ok() {}
        prop_assert!((book.model(), book.baseline()) == (&blank, &Model::default()));
    }
}
