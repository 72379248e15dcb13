//! Reading: what is wrong is said with its place and left alone; edits by hand are welcome.

use super::super::bad::{BadFile, Subject};
use super::*;
use crate::model::Text;

/// Opens a small book after `spoil` has changed one of its files; returns why it may only be looked at.
fn spoilt(file: &str, spoil: impl FnOnce(String) -> Vec<u8>) -> Vec<StoreError> {
    let home = saved(&small());
    let path = home.path().join(file);
    fs::write(&path, spoil(fs::read_to_string(&path).unwrap())).unwrap();
    let before = files_of(home.path());
    let mut found = opened(home.path());
    assert_eq!(found.models.book.partners().len(), 1, "the other tables can be looked at");
    assert_eq!(found.models.baseline, small().baseline);
    let refused = found.disk.save(&found.meta, &small(), Taken::default(), &mut quiet());
    assert_eq!(refused, Err(StoreError::ReadOnly { folder: home.path().to_owned() }));
    assert_eq!(files_of(home.path()), before, "nothing unreadable is overwritten");
    let Access::Look(why) = found.disk.access else { panic!("writable") };
    why.into_iter().map(|error| relative(error, home.path())).collect()
}

fn relative(error: StoreError, home: &Path) -> StoreError {
    match error {
        StoreError::Bad(mut bad) => {
            bad.file = bad.file.strip_prefix(home).unwrap().to_owned();
            StoreError::Bad(bad)
        }
        StoreError::Newer { path, found, known } => {
            StoreError::Newer { path: path.strip_prefix(home).unwrap().to_owned(), found, known }
        }
        other => other,
    }
}

fn bad(
    file: &str,
    place: (usize, usize),
    record: Option<Subject>,
    field: Option<&str>,
    fault: Fault,
) -> StoreError {
    let (line, column) = place;
    let field = field.map(Text::from);
    StoreError::Bad(Box::new(BadFile { file: file.into(), line, column, record, field, fault }))
}

fn second_customer() -> Subject {
    Subject { row: 2, id: Some("own-3".into()), name: Some("Name of own-3".into()) }
}

#[test]
fn what_is_wrong_is_said_with_its_place_and_left_alone() {
    let file = "customers.ron";
    let edit = |from: &'static str, to: &'static str| {
        move |text: String| {
            assert!(text.contains(from), "{text}");
            text.replacen(from, to, 1).into_bytes()
        }
    };
    let last = r#"name: "Name of own-3")"#;
    let cases = [
        (edit(last, r#"name: "Name of own-3", country: "FRA")"#), 49..54, "country", bad::Expected::Country),
        (edit(last, r#"name: "Name of own-3", tags: 3)"#), 46..47, "tags", bad::Expected::List),
        (edit(last, r#"name: "Name of own-3", group: "own")"#), 47..52, "group", bad::Expected::Id),
    ];
    for (spoil, columns, field, expected) in cases {
        let found = spoilt(file, spoil);
        let [StoreError::Bad(bad)] = &found[..] else { panic!("{found:?}") };
        assert_eq!(
            (bad.line, &bad.record, bad.field.as_ref().map(Text::raw)),
            (7, &Some(second_customer()), Some(field))
        );
        assert_eq!(bad.fault, Fault::Expected(expected));
        assert!((columns.start + 8..=columns.end + 12).contains(&bad.column), "{bad:?}");
    }
    let doubled = Subject { row: 2, id: Some("own-2".into()), name: None };
    assert_eq!(
        spoilt(file, edit("(tenant: \"own-3\"", "(tenant: \"own-2\"")),
        [bad(file, (7, 9), Some(doubled), None, Fault::DoubledId(Some(1)))]
    );
    assert_eq!(
        spoilt(file, |text| [text.as_bytes(), b"\xff"].concat()),
        [bad(file, (10, 1), None, None, Fault::NotUtf8)]
    );
    assert_eq!(
        spoilt(file, |text| [text.as_bytes(), &[0; 40]].concat()),
        [bad(file, (10, 1), None, None, Fault::TrailingNuls)]
    );
    assert_eq!(
        spoilt(file, edit("    rows", "<<<<<<< ours\n    rows")),
        [bad(file, (5, 1), None, None, Fault::MergeMarkers)]
    );
    assert_eq!(
        spoilt(file, edit("Customers(", "Partners(")),
        [bad(file, (3, 1), None, None, Fault::WrongRoot { expected: "Customers", found: "Partners".into() })]
    );
    assert_eq!(
        spoilt(file, edit("format: 1", "format: 0")),
        [bad(file, (1, 1), None, None, Fault::UnknownFormat(0))]
    );
    assert_eq!(
        spoilt(file, edit("    format: 1,\n", "")),
        [bad(file, (8, 1), None, None, Fault::MissingField("format"))]
    );
}

#[test]
fn a_newer_file_is_looked_at_only() {
    for file in ["customers.ron", "book.ron"] {
        let newer =
            |text: String| text.replacen("format: 1,", "format: 2, shape: <unheard of>,", 1).into_bytes();
        assert_eq!(spoilt(file, newer), [StoreError::Newer { path: file.into(), found: 2, known: 1 }]);
    }
}

#[test]
fn a_file_that_is_gone_is_no_empty_table() {
    let home = saved(&small());
    fs::remove_file(home.path().join("customers.ron")).unwrap();
    let found = opened(home.path());
    let Access::Look(why) = found.disk.access() else { panic!("writable") };
    assert_eq!(why[..], [StoreError::Missing { path: home.path().join("customers.ron") }]);
}

#[test]
fn edits_by_hand_are_welcome_and_said() {
    let home = saved(&small());
    let path = home.path().join("customers.ron");
    let text = fs::read_to_string(&path).unwrap().replace("Name of own-3", "Typed by hand");
    fs::write(&path, format!("\u{feff}{}", text.replace('\n', "\r\n"))).unwrap();
    let found = opened(home.path());
    assert_eq!(found.notices, [Notice::EditedOutside { file: path }]);
    assert!(matches!(found.disk.access(), Access::Write(_)));
    let name = found.models.book.name("customer:own-3".parse().unwrap());
    assert_eq!(name.raw(), "Typed by hand");
}

#[test]
fn a_record_in_the_wrong_shard_goes_home_at_the_next_save() {
    let home = tempfile::tempdir().unwrap();
    let mut disk = Disk::create(&machine(), home.path()).unwrap();
    disk.shard_above = 0;
    let models = Models { book: model_of((0..20).map(|n| subscription(n).into())), ..Models::default() };
    disk.save(&Meta::default(), &models, Taken::default(), &mut quiet()).unwrap();
    drop(disk);
    let clean = files_of(home.path());
    let shards = home.path().join("subscriptions");
    let name = |n: u64| format!("{:02x}.ron", subscription(n).id.0.bytes()[0]);
    fs::rename(shards.join(name(3)), shards.join("mine.ron")).unwrap();
    fs::write(shards.join(name(3)), fs::read(shards.join("mine.ron")).unwrap()).unwrap();
    let found = opened(home.path());
    let Access::Look(why) = found.disk.access() else { panic!("writable") };
    let is_doubled =
        |why: &StoreError| matches!(why, StoreError::Bad(bad) if bad.fault == Fault::DoubledId(None));
    assert!(why.iter().all(is_doubled), "{why:?}");
    drop(found);

    let empty = (0..=u8::MAX)
        .map(|shard| format!("{shard:02x}.ron"))
        .find(|shard| (0..20).all(|n| name(n) != *shard));
    fs::write(shards.join(name(3)), fs::read(shards.join(empty.unwrap())).unwrap()).unwrap();
    let mut found = opened(home.path());
    assert_eq!(found.models, models);
    assert_eq!(found.disk.save(&found.meta, &models, Taken::default(), &mut quiet()).unwrap().files, 3);
    drop(found);
    let mut after = files_of(home.path());
    assert!(!String::from_utf8(after.remove(&shards.join("mine.ron")).unwrap()).unwrap().contains("(id"));
    assert_eq!(after.get(&shards.join(name(3))), clean.get(&shards.join(name(3))));
    assert_eq!(opened(home.path()).models, models);
}

#[test]
fn a_book_without_its_header_still_opens() {
    let home = saved(&small());
    fs::remove_file(home.path().join("book.ron")).unwrap();
    let mut found = opened(home.path());
    assert_eq!((found.models, &found.notices[..]), (small(), &[Notice::NoHeader][..]));
    assert_eq!(found.disk.save(&Meta::default(), &small(), Taken::default(), &mut quiet()).unwrap().files, 1);
}
