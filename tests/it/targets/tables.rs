//! The files of a book: what reads is written again and reads as the same; what does not is told without harm.

use std::path::Path;

use partnerbook::i18n::Lang;
use partnerbook::model::{Model, Record, Row};
use partnerbook::store::stored::{SHELVES, Shelf};
use partnerbook::store::{StoreError, book_file, header};

use crate::support::harm::assert_one_harmless_line;

/// Reads the bytes as each table and as the head of a book.
pub fn run(data: &[u8]) {
    for shelf in SHELVES {
        match (shelf.read)(Path::new("table.ron"), data.to_vec()) {
            Ok(records) => again(shelf, records, data),
            Err(error) => told(&error),
        }
    }
    match book_file::read(Path::new("book.ron"), data.to_vec()) {
        Ok(header) => {
            let text = book_file::text(&header, "").unwrap();
            assert_eq!(book_file::read(Path::new("book.ron"), text.into_bytes()), Ok(header));
        }
        Err(error) => told(&error),
    }
}

/// Fails when an error does harm to a screen.
pub fn told(error: &StoreError) {
    for lang in Lang::ALL {
        assert_one_harmless_line(&lang.store_error(error), "an error of the store");
    }
}

fn again(shelf: &Shelf, records: Vec<Record>, data: &[u8]) {
    let text = header::text(data.to_vec()).unwrap();
    // `ron` takes `Some"x"` for an option, and not where it only skips it: then no row has a place, or all have one.
    let placed = (0..records.len()).filter(|row| (shelf.place)(&text, *row).is_some()).count();
    assert!(placed == records.len() || placed == 0, "{placed} of {} rows have a place", records.len());
    let first = model(records);
    let text = written(shelf, &first);
    let back = (shelf.read)(Path::new("table.ron"), text.clone().into_bytes()).unwrap();
    let second = model(back);
    assert!(first == second, "written and read, it is another table:\n{text}");
    assert_eq!(written(shelf, &second), text, "written twice, it is another text");
}

fn model(records: Vec<Record>) -> Model {
    let mut model = Model::default();
    records.into_iter().for_each(|record| drop(model.put(record)));
    model
}

fn written(shelf: &Shelf, model: &Model) -> String {
    let rows: Vec<Row> = (shelf.shards)(model, &|_| true).concat();
    assert_eq!(rows.len(), (shelf.count)(model));
    (shelf.text)(model, &rows, "").unwrap()
}
