//! Whole books through the disk: what is saved opens as it was, and what is wrong is said and left alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestCaseResult};

use super::bad::{BadFile, Fault, Subject};
use super::disk::{Disk, SHARD_ABOVE};
use super::error::Doing;
use super::volume::Machine;
use super::*;
use crate::model::{
    Agreement, Assignment, Day, FieldRef, Guid, Key, Kind, Model, Moment, Record, Role, Status, Subscription,
    SubscriptionId, TableName, TenantId, Text, Unlisted,
};

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![3 => any::<String>(), 1 => "[a-zà-ÿ' \"\\\\]{0,12}"]
}

/// A value for each kind of field, as a person would type it.
fn typed(kind: Kind, seed: u64, text: &str) -> String {
    let small = usize::try_from(seed % 1000).unwrap();
    let letters = |n: usize| "FRDEUSJP".repeat(2)[small % 8..][..n].to_owned();
    match kind {
        Kind::Text | Kind::Words => text.to_owned(),
        Kind::Digits => seed.to_string(),
        Kind::Number => (seed % 4_000_000_000).to_string(),
        Kind::Flag => "yes".to_owned(),
        Kind::Day => Day::new(1, 1, 1).unwrap().plus(i32::try_from(seed % 3_000_000).unwrap()).to_string(),
        Kind::Moment => Moment::from_seconds(i64::try_from(seed % 200_000_000_000).unwrap()).to_string(),
        Kind::Choice(codes) => codes[small % codes.len()].to_owned(),
        Kind::Choices(codes) => codes[small % codes.len()..].join(","),
        Kind::Country => letters(2),
        Kind::Currency => letters(3),
        Kind::Tenant | Kind::Subscription | Kind::Group | Kind::Id => guid(seed).to_string(),
        Kind::Parts => String::new(),
    }
}

fn guid(seed: u64) -> Guid {
    if seed.is_multiple_of(5) { Guid::own(seed % 50) } else { Guid::derived(&[&seed.to_le_bytes()]) }
}

fn any_record() -> impl Strategy<Value = Record> {
    let values = prop::collection::vec((any::<u64>(), any_text()), 48);
    (prop::sample::select(TableName::ALL.to_vec()), values).prop_map(|(table, values)| {
        let key: Key = format!("{}:{}", table.code(), guid(values[47].0)).parse().unwrap();
        let mut record = Record::empty(key);
        for (field, (seed, text)) in FieldRef::of(table).into_iter().skip(1).zip(&values) {
            if seed % 3 > 0 {
                // A text that the field refuses leaves it as it is.
                let _ = record.set(field, &typed(field.kind(), *seed, text));
            }
        }
        with_parts(record, values[46].0, &values[46].1)
    })
}

/// The fields that are not typed as one line, and words that this version does not know.
fn with_parts(mut record: Record, seed: u64, text: &str) -> Record {
    let texts: Text = text.into();
    match &mut record {
        Record::Partner(partner) if seed.is_multiple_of(3) => {
            partner.roles = partner.roles.clone().with(Role::Other(Unlisted::new(text)));
        }
        Record::Customer(customer) => {
            let agreement =
                Agreement { first_name: texts, template_id: Some(guid(seed)), ..Agreement::default() };
            customer.agreements = vec![Agreement::default(), agreement];
        }
        Record::Subscription(subscription) if seed.is_multiple_of(3) => {
            subscription.status = Status::Other(Unlisted::new(text));
        }
        Record::Admin(admin) => {
            admin.roles = vec![guid(seed)];
            admin.assignments = vec![Assignment { group: guid(seed), roles: vec![], status: texts }];
        }
        Record::Transfer(transfer) => transfer.subscriptions = vec![SubscriptionId(guid(seed))],
        Record::Partner(_)
        | Record::Subscription(_)
        | Record::Partnership(_)
        | Record::Relationship(_)
        | Record::Group(_)
        | Record::Waiver(_) => {}
    }
    record
}

fn model_of(records: impl IntoIterator<Item = Record>) -> Model {
    let mut model = Model::default();
    records.into_iter().for_each(|record| drop(model.put(record)));
    model
}

fn any_models() -> impl Strategy<Value = Models> {
    let model = || prop::collection::vec(any_record(), 0..12).prop_map(model_of);
    (model(), model()).prop_map(|(book, baseline)| Models { book, baseline })
}

fn any_meta() -> impl Strategy<Value = Meta> {
    (any_text(), any::<Option<u64>>(), any::<Option<u16>>()).prop_map(|(name, us, day)| Meta {
        name: name.into(),
        us: us.map(|seed| TenantId(guid(seed))),
        baseline_on: day.map(|day| Day::new(2026, 1, 1).unwrap().plus(day.into())),
    })
}

fn quiet() -> impl FnMut(Progress) {
    |_| {}
}

fn opened(folder: &Path) -> Opened {
    open(&machine(), folder, Purpose::Write, &mut quiet()).unwrap()
}

/// Every file below a folder, by path.
fn files_of(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for path in files::list(&Machine, folder).unwrap() {
        if path.is_dir() {
            found.extend(files_of(&path));
        } else if path.file_name().unwrap() != lock::NAME {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}

fn same(found: Opened, meta: &Meta, models: &Models) -> Result<Disk, TestCaseError> {
    prop_assert_eq!(&found.meta, meta);
    prop_assert_eq!(&found.models, models);
    prop_assert_eq!(&found.notices, &[]);
    prop_assert!(matches!(found.disk.access(), Access::Write(_)), "{:?}", found.disk.access());
    Ok(found.disk)
}

/// In memory where there is such a place: the disk's promises are tested elsewhere, and hundreds of books take long.
fn fast_folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    tempfile::tempdir_in(memory).or_else(|_| tempfile::tempdir()).unwrap()
}

fn round_trip(meta: &Meta, first: &Models, second: &Models, shard_above: usize) -> TestCaseResult {
    let home = fast_folder();
    let mut disk = Disk::create(&machine(), home.path()).unwrap();
    disk.shard_above = shard_above;
    disk.save(meta, first, Taken::default(), &mut quiet()).unwrap();
    drop(disk);

    let mut disk = same(opened(home.path()), meta, first)?;
    prop_assert_eq!(disk.save(meta, first, Taken::default(), &mut quiet()).unwrap().files, 0);
    disk.shard_above = shard_above;
    disk.save(&Meta::default(), second, Taken::default(), &mut quiet()).unwrap();
    drop(disk);
    same(opened(home.path()), &Meta::default(), second).map(drop)
}

proptest! {
    #[test]
    fn a_book_opens_as_it_was_saved(
        meta in any_meta(),
        first in any_models(),
        second in any_models(),
        shard_above in prop_oneof![19 => Just(SHARD_ABOVE), 1 => 2_usize..4],
    ) {
        round_trip(&meta, &first, &second, shard_above)?;
    }
}

fn subscription(n: u64) -> Subscription {
    let id = SubscriptionId(Guid::derived(&[&n.to_le_bytes()]));
    Subscription { id, name: "Office 365 E3".into(), ..Subscription::default() }
}

#[test]
fn every_character_is_saved_exactly() {
    let characters: Vec<char> = ('\0'..=char::MAX).collect();
    let records = characters.chunks(512).zip(1..).map(|(chunk, n)| {
        let note: String = chunk.iter().collect();
        let tags = chunk.iter().step_by(64).map(|c| Text::from(format!("e{c}a"))).collect();
        Record::from(Subscription { note: note.into(), tags, ..subscription(n) })
    });
    let models = Models { book: model_of(records), baseline: Model::default() };
    round_trip(&Meta::default(), &Models::default(), &models, SHARD_ABOVE).unwrap();
}

/// A small book: a partner, two customers, a subscription.
fn small() -> Models {
    let keys = ["partner:own-1", "customer:own-2", "customer:own-3", "subscription:own-4"];
    let records = keys.map(|key| {
        let key: Key = key.parse().unwrap();
        let mut record = Record::empty(key);
        let name = FieldRef::of(key.table()).into_iter().find(|field| field.name() == "name").unwrap();
        record.set(name, &format!("Name of {}", key.id_text())).unwrap();
        record
    });
    Models { book: model_of(records.clone()), baseline: model_of(records) }
}

fn saved(models: &Models) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    drop(
        save_copy(&machine(), home.path(), &Meta::default(), models, disk::Heads::new(), &mut quiet())
            .unwrap(),
    );
    home
}

#[test]
fn people_can_read_a_table() {
    let home = saved(&small());
    insta::assert_snapshot!(fs::read_to_string(home.path().join("customers.ron")).unwrap());
}

#[test]
fn a_save_writes_only_what_changed() {
    let home = tempfile::tempdir().unwrap();
    let mut disk = Disk::create(&machine(), home.path()).unwrap();
    disk.shard_above = 100;
    let mut models = Models { book: model_of((0..300).map(|n| subscription(n).into())), ..Models::default() };
    let first = disk.save(&Meta::default(), &models, Taken::default(), &mut quiet()).unwrap();
    assert_eq!((first.files, first.generation), (257, 1));
    let changed = Subscription { name: "Office 365 E5".into(), ..subscription(7) };
    models.book.put(changed.into());
    let second = disk.save(&Meta::default(), &models, Taken::default(), &mut quiet()).unwrap();
    assert_eq!((second.files, second.generation), (2, 2));
    models.book.take(Key::Subscription(subscription(7).id));
    assert_eq!(disk.save(&Meta::default(), &models, Taken::default(), &mut quiet()).unwrap().files, 2);
    drop(disk);
    assert_eq!(opened(home.path()).models, models);
}

#[test]
fn a_table_that_becomes_a_folder_survives_a_kill_in_between() {
    let few = Models { book: model_of((0..50).map(|n| subscription(n).into())), ..Models::default() };
    let many = Models { book: model_of((0..90).map(|n| subscription(n).into())), ..Models::default() };
    let home = saved(&few);
    let (whole, header) = (home.path().join("subscriptions.ron"), home.path().join("book.ron"));
    let before = [fs::read(&whole).unwrap(), fs::read(&header).unwrap()];
    let mut disk = opened(home.path()).disk;
    disk.shard_above = 60;
    disk.save(&Meta::default(), &many, Taken::default(), &mut quiet()).unwrap();
    drop(disk);
    assert!(!whole.exists());

    // As if it had ended after the folder was there: the one file and the old header still stand.
    // The second time the one file is gone too.
    fs::write(&whole, &before[0]).unwrap();
    for _ in 0..2 {
        fs::write(&header, &before[1]).unwrap();
        let found = opened(home.path());
        assert_eq!(found.models, many);
        assert!(matches!(found.disk.access(), Access::Write(_)), "{:?}", found.disk.access());
        assert!(!whole.exists());
    }

    // The same file with an edit in it is somebody's work, and nobody may choose for them.
    fs::write(&whole, [&before[0][..], b"\n"].concat()).unwrap();
    let found = opened(home.path());
    let Access::Look(why) = found.disk.access() else { panic!("writable") };
    assert!(matches!(&why[..], [StoreError::Bad(bad), ..] if bad.fault == Fault::DoubledTable), "{why:?}");
}

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

#[cfg(unix)]
#[test]
fn links_inside_a_book_are_refused() {
    for name in ["customers.ron", "book.ron", "baseline"] {
        let home = saved(&small());
        let (path, away) = (home.path().join(name), home.path().join("away"));
        fs::rename(&path, &away).unwrap();
        std::os::unix::fs::symlink(&away, &path).unwrap();
        let found = opened(home.path());
        let Access::Look(why) = found.disk.access() else { panic!("writable") };
        assert!(
            why.iter().any(|why| matches!(why, StoreError::Link { path: link } if link.ends_with(name))),
            "{why:?}"
        );
        assert_eq!(found.models.book.partners().len(), 1);
    }
}

#[test]
fn the_second_program_looks_only_and_knows_who_writes() {
    let home = saved(&small());
    let first = opened(home.path());
    let mut second = opened(home.path());
    assert_eq!(second.models, first.models);
    let Access::Look(why) = second.disk.access() else { panic!("two writers") };
    assert!(matches!(&why[..], [StoreError::Held(holder)] if holder.pid == Some(std::process::id())));
    assert!(second.disk.save(&Meta::default(), &Models::default(), Taken::default(), &mut quiet()).is_err());
    drop(first);
    assert!(matches!(opened(home.path()).disk.access(), Access::Write(_)));
}

#[test]
fn a_file_changed_by_somebody_else_meanwhile_stops_the_save_before_it_begins() {
    for (file, is_gone) in [("customers.ron", false), ("partners.ron", true), ("groups.ron", false)] {
        let home = saved(&small());
        let mut found = opened(home.path());
        let path = home.path().join(file);
        if is_gone {
            fs::remove_file(&path).unwrap();
        } else {
            fs::write(&path, "// somebody's work").unwrap();
        }
        let before = files_of(home.path());
        let mut models = small();
        for key in ["customer:own-2", "group:own-8"] {
            models.book.put(Record::empty(key.parse().unwrap()));
        }
        let stopped = found.disk.save(&found.meta, &models, Taken::default(), &mut quiet());
        assert_eq!(stopped, Err(StoreError::ChangedOnDisk { file: path }));
        assert_eq!(files_of(home.path()), before);
        let away = home.path().join("copy");
        drop(save_copy(&machine(), &away, &found.meta, &models, disk::Heads::new(), &mut quiet()).unwrap());
        assert_eq!(opened(&away).models, models);
    }
}

#[test]
fn a_file_that_was_only_touched_is_no_change() {
    let home = saved(&small());
    let mut found = opened(home.path());
    let path = home.path().join("customers.ron");
    fs::write(&path, fs::read(&path).unwrap()).unwrap();
    let mut models = small();
    models.book.put(Record::empty("customer:own-9".parse().unwrap()));
    assert_eq!(found.disk.save(&found.meta, &models, Taken::default(), &mut quiet()).unwrap().files, 2);
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
fn an_empty_folder_is_no_book_and_a_book_is_not_made_twice() {
    let home = tempfile::tempdir().unwrap();
    for folder in [home.path().to_owned(), home.path().join("none")] {
        let missing = open(&machine(), &folder, Purpose::Write, &mut quiet()).map(|_| ());
        assert_eq!(missing, Err(StoreError::NoBook { folder }));
    }
    drop(
        save_copy(&machine(), home.path(), &Meta::default(), &small(), disk::Heads::new(), &mut quiet())
            .unwrap(),
    );
    let twice = Disk::create(&machine(), home.path()).map(|_| ());
    assert_eq!(twice, Err(StoreError::Exists { folder: home.path().to_owned() }));
}

#[test]
fn a_book_without_its_header_still_opens() {
    let home = saved(&small());
    fs::remove_file(home.path().join("book.ron")).unwrap();
    let mut found = opened(home.path());
    assert_eq!((found.models, &found.notices[..]), (small(), &[Notice::NoHeader][..]));
    assert_eq!(found.disk.save(&Meta::default(), &small(), Taken::default(), &mut quiet()).unwrap().files, 1);
}

#[cfg(unix)]
#[test]
fn all_files_of_a_book_are_private_whatever_the_umask() {
    use std::os::unix::fs::PermissionsExt as _;
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("books/main");
    let before = rustix::process::umask(rustix::fs::Mode::empty());
    let mut disk = Disk::create(&machine(), &folder).unwrap();
    disk.shard_above = 1;
    let saved = disk.save(&Meta::default(), &small(), Taken::default(), &mut quiet());
    rustix::process::umask(before);
    assert!(saved.is_ok());
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let all = files_of(&folder);
    assert!(all.len() > 512);
    assert!(all.keys().all(|path| mode(path) == 0o600 && mode(path.parent().unwrap()) == 0o700));
}

/// The child of the test below: the system lets no file grow beyond a hundred bytes.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "run by `a_full_disk_stops_a_save_and_the_old_files_stand`"]
fn child_on_a_full_disk() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let Some(home) = std::env::var_os("PARTNERBOOK_TEST_BOOK").map(PathBuf::from) else { return };
    let mut found = opened(&home);
    let told = std::sync::Arc::default();
    signal_hook::flag::register(25, told).unwrap(); // SIGXFSZ would end the program
    setrlimit(Resource::Fsize, Rlimit { current: Some(100), maximum: None }).unwrap();
    let error = found.disk.save(&found.meta, &Models::default(), Taken::default(), &mut quiet()).unwrap_err();
    let StoreError::System { doing: Doing::Write, cause, .. } = error else { panic!("{error}") };
    assert_eq!(cause.kind, std::io::ErrorKind::FileTooLarge);
    println!("the save was stopped");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_stops_a_save_and_the_old_files_stand() {
    let home = saved(&small());
    let before = files_of(home.path());
    let child = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "store::tests::child_on_a_full_disk", "--ignored", "--nocapture"])
        .env("PARTNERBOOK_TEST_BOOK", home.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout);
    assert!(child.status.success() && said.contains("the save was stopped"), "{child:?}");
    assert_eq!(files_of(home.path()), before);
}
