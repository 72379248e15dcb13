//! Files to import: read, or refused without harm; what they change is one step that the book takes or refuses, and that
//! can be taken back exactly.

use std::sync::LazyLock;

use partnerbook::edit::Book;
use partnerbook::exchange::{Context, Export, Import, Report, read};
use partnerbook::i18n::{Lang, NotImported};
use partnerbook::model::{Day, Model, Partner, TenantId};
use partnerbook::rules::Findings;

use crate::support::harm::assert_harmless;

const NORDWIND: &str = "3f0c1a52-7d4e-4b7e-9a61-0c2f5a8e1b01";
const BAKKER: &str = "7c1b0e54-2f6a-4d3b-8e19-5a40c2d7f301";

/// Files that are in the second book already.
const FILES: [&[u8]; 5] = [
    include_bytes!("../../fixtures/partner_center/resellers-of-provider.json"),
    include_bytes!("../../fixtures/partner_center/customers.json"),
    include_bytes!("../../fixtures/partner_center/subscriptions.json"),
    include_bytes!("../../fixtures/partner_center/agreements.json"),
    include_bytes!("../../fixtures/partner_center/gdap.json"),
];

/// A book with nobody but us, and one with the files in it.
static BOOKS: LazyLock<[Book; 2]> = LazyLock::new(|| {
    let mut model = Model::default();
    model.put(Partner { tenant: tenant(NORDWIND), ..Partner::default() }.into());
    let blank = Book::new(model, today());
    let mut full = blank.clone();
    FILES.iter().for_each(|file| drop(imported(&mut full, &read(file).unwrap())));
    [blank, full]
});

fn tenant(text: &str) -> TenantId {
    text.parse().unwrap()
}

fn today() -> Day {
    "2026-11-24".parse().unwrap()
}

/// Imports the bytes into both books.
pub fn run(data: &[u8]) {
    match read(data) {
        Ok(export) => BOOKS.iter().for_each(|book| into(book, &export)),
        Err(refusal) => Lang::ALL.iter().for_each(|lang| {
            let text = lang.not_imported("file.json", NotImported::Refused(&refusal));
            assert_harmless(&text, "a refusal of an import");
        }),
    }
}

fn into(before: &Book, export: &Export) {
    let mut book = before.clone();
    let Some(report) = imported(&mut book, export) else { return };
    for lang in Lang::ALL {
        let text = lang.import_file("file.json", Ok(&report)).join("\n");
        assert_harmless(&text, "the report of an import");
    }
    assert!(
        *book.findings() == Findings::of(book.model(), today()),
        "the findings are not those of a full check"
    );
    let after = book.model().clone();
    let steps = book.history().len();
    assert!(imported(&mut book, export).is_some());
    assert!(*book.model() == after && book.history().len() == steps, "imported again, it changes something");
    while book.history().len() > before.history().len() {
        drop(book.undo().unwrap());
    }
    let is_as_before = (book.model(), book.baseline()) == (before.model(), before.baseline());
    assert!(is_as_before, "taken back, it is another book");
}

/// Imports a file; nothing when the book refuses the step.
fn imported(book: &mut Book, export: &Export) -> Option<Report> {
    let mut import = Import::new(book.model(), book.baseline());
    let context = Context { us: Some(tenant(NORDWIND)), customer: Some(tenant(BAKKER)) };
    let report = import.add(export, context).unwrap();
    let step = import.finish();
    if !step.is_empty() {
        drop(book.commit(step).ok()?);
    }
    Some(report)
}
