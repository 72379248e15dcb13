//! What people change in the form of a file is put right, what they wrote above the data stays, and nothing is written
//! that is as it should be.

use std::fs;
use std::path::Path;

use super::*;
use crate::model::{Customer, Guid, Subscription, SubscriptionId, TenantId};
use crate::store::disk::Heads;
use crate::store::disk::Models;
use crate::store::volume::{Machine, machine};
use crate::store::{Access, Meta, Notice, Opened, Purpose, Taken, open, save_copy};

fn customer(n: u64) -> Customer {
    Customer { tenant: TenantId(Guid::own(n)), name: format!("Name {n}").into(), ..Customer::default() }
}

fn models() -> Models {
    let mut models = Models::default();
    (1..=3).for_each(|n| drop(models.book.put(customer(n).into())));
    models
}

fn saved() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    drop(save_copy(&machine(), home.path(), &Meta::default(), &models(), Heads::new(), &mut |_| {}).unwrap());
    home
}

fn opened(folder: &Path) -> Opened {
    let opened = open(&machine(), folder, Purpose::Write, &mut |_| {}).unwrap();
    assert!(matches!(opened.disk.access(), Access::Write(_)), "{:?}", opened.disk.access());
    opened
}

fn edit(path: &Path, change: impl FnOnce(String) -> String) {
    fs::write(path, change(fs::read_to_string(path).unwrap())).unwrap();
}

/// The three records, the last first, each on two lines.
fn untidy(text: &str) -> String {
    let (start, rest) = text.split_once("rows: [\n").unwrap();
    let (rows, end) = rest.split_once("    ],").unwrap();
    let rows: Vec<String> = rows.lines().rev().map(|row| row.replace(", name", ",\n  name")).collect();
    format!("{start}rows: [\n{}\n    ],{end}", rows.join("\n"))
}

#[test]
fn what_is_untidy_is_put_right_and_nobody_takes_it_for_an_edit_from_outside() {
    let home = saved();
    let path = home.path().join("customers.ron");
    let before = fs::read(&path).unwrap();
    edit(&path, |text| untidy(&text));
    let mut book = opened(home.path());
    let looked = book.disk.look(None).unwrap();
    let expected = Uneven { file: path.canonicalize().unwrap(), line: 6, how: How::Form, inside: vec![] };
    assert_eq!((looked.files, looked.uneven), (2, vec![expected]));
    assert_eq!(book.disk.format(None).unwrap().files, 1);
    assert_eq!(fs::read(&path).unwrap(), before);
    drop(book);
    let book = opened(home.path());
    assert_eq!((book.notices, book.models), (vec![], models()));
}

#[test]
fn marks_and_line_ends_of_other_systems_are_told_apart() {
    let home = saved();
    let path = home.path().join("customers.ron");
    let header = home.path().join("book.ron");
    edit(&path, |text| format!("\u{feff}{text}"));
    edit(&header, |text| text.replace('\n', "\r\n"));
    let mut book = opened(home.path());
    let looked = book.disk.look(None).unwrap().uneven;
    let found: Vec<(usize, How)> = looked.iter().map(|uneven| (uneven.line, uneven.how)).collect();
    assert_eq!(found, [(1, How::ByteOrderMark), (1, How::LineEnds)]);
    book.disk.format(None).unwrap();
    assert_eq!(book.disk.look(None).unwrap().uneven, []);
    assert!(!fs::read(&header).unwrap().contains(&b'\r'));
}

#[cfg(unix)]
#[test]
fn what_is_canonical_is_not_written() {
    use std::os::unix::fs::MetadataExt as _;
    let home = saved();
    let paths = ["customers.ron", "book.ron"].map(|name| home.path().join(name));
    let inodes = || paths.each_ref().map(|path| fs::metadata(path).unwrap().ino());
    let before = inodes();
    let mut book = opened(home.path());
    assert_eq!(book.disk.format(None).unwrap().files, 0);
    assert_eq!(inodes(), before);
    edit(&paths[0], |text| text.replace("[\n", "[\n\n"));
    drop(book);
    let mut book = opened(home.path());
    book.disk.format(Some(&["book.ron".to_owned()].into())).unwrap();
    assert_eq!(inodes()[0], before[0], "the other file is not meant");
}

#[test]
fn comments_above_the_data_outlive_saves_copies_and_the_step_to_shards() {
    let home = saved();
    for name in ["customers.ron", "book.ron"] {
        edit(&home.path().join(name), |text| {
            format!("// Ask Ines before you edit {name}.\n\n/* twice */\n{text}")
        });
    }
    let kept = |folder: &Path, name: &str| {
        let text = fs::read_to_string(folder.join(name)).unwrap();
        let lines: Vec<&str> = text.lines().skip(1).take(3).collect();
        let whole = name.replace("/00.ron", ".ron");
        assert_eq!(lines, [&format!("// Ask Ines before you edit {whole}."), "", "/* twice */"], "{text}");
    };
    let mut book = opened(home.path());
    book.models.book.put(customer(4).into());
    book.disk.save(&Meta::default(), &book.models, Taken::default(), &mut |_| {}).unwrap();
    let copy = home.path().join("copy");
    let heads = book.disk.heads().clone();
    drop(save_copy(&machine(), &copy, &Meta::default(), &book.models, heads, &mut |_| {}).unwrap());
    for folder in [home.path(), &copy] {
        ["customers.ron", "book.ron"].iter().for_each(|name| kept(folder, name));
    }
    book.disk.shard_above = 1;
    book.models.book.put(customer(5).into());
    book.disk.save(&Meta::default(), &book.models, Taken::default(), &mut |_| {}).unwrap();
    assert_eq!(book.disk.look(None).unwrap().uneven, []);
    kept(home.path(), "customers/00.ron");
}

#[test]
fn comments_among_the_records_are_told_with_their_lines() {
    let home = saved();
    let path = home.path().join("customers.ron");
    edit(&path, |text| text.replace("rows: [\n", "rows: [ // those of the south\n"));
    let book = opened(home.path());
    let file = path.canonicalize().unwrap();
    assert!(book.notices.contains(&Notice::CommentsInside { file, lines: vec![5] }), "{:?}", book.notices);
    assert_eq!(book.disk.look(None).unwrap().uneven[0].inside, [5]);
}

#[test]
fn a_record_in_the_wrong_shard_goes_home_whichever_file_is_named() {
    let subscription = |n: u64| {
        let id = SubscriptionId(Guid::derived(&[&n.to_le_bytes()]));
        Subscription { id, name: "Azure plan".into(), ..Subscription::default() }
    };
    let home = tempfile::tempdir().unwrap();
    let mut disk = Disk::create(&machine(), home.path()).unwrap();
    disk.shard_above = 2;
    let mut models = Models::default();
    (0..20).for_each(|n| drop(models.book.put(subscription(n).into())));
    disk.save(&Meta::default(), &models, Taken::default(), &mut |_| {}).unwrap();
    drop(disk);
    let shards: Vec<PathBuf> = files::list(&Machine, &home.path().join("subscriptions")).unwrap();
    let full: Vec<&PathBuf> =
        shards.iter().filter(|path| fs::read_to_string(path).unwrap().contains("Azure")).collect();
    let row =
        fs::read_to_string(full[0]).unwrap().lines().find(|line| line.contains("Azure")).unwrap().to_owned();
    edit(full[0], |text| text.replace(&format!("{row}\n"), ""));
    edit(full[1], |text| text.replace("rows: [\n", &format!("rows: [\n{row}\n")));
    let mut book = opened(home.path());
    let named = book.disk.name_of(&full[1].canonicalize().unwrap()).unwrap();
    book.disk.format(Some(&[named].into())).unwrap();
    assert!(fs::read_to_string(full[0]).unwrap().contains(&row));
    drop(book);
    let book = opened(home.path());
    assert_eq!((book.models, book.notices), (models, vec![]));
}

#[test]
fn a_file_by_itself_is_known_by_the_name_at_its_top() {
    let home = saved();
    let away = tempfile::tempdir().unwrap();
    let path = away.path().join("merge.tmp");
    let text = fs::read_to_string(home.path().join("customers.ron")).unwrap();
    fs::write(&path, format!("// mine\n{}", untidy(&text))).unwrap();
    let alone = Alone::read(&Machine, &path).unwrap().unwrap();
    assert_eq!(alone.look().uneven.len(), 1);
    let _ = alone.format(&machine()).unwrap();
    let after = fs::read_to_string(&path).unwrap();
    assert_eq!(
        after.lines().filter(|line| *line != "// mine").collect::<Vec<_>>(),
        text.lines().collect::<Vec<_>>()
    );
    assert_eq!(Alone::read(&Machine, &path).unwrap().unwrap().look().uneven, []);
    fs::write(&path, "Settings(\n    theme: \"dark\",\n)\n").unwrap();
    assert!(Alone::read(&Machine, &path).unwrap().is_none());
    fs::write(&path, "<<<<<<< ours\nCustomers(\n").unwrap();
    assert!(matches!(Alone::read(&Machine, &path), Err(StoreError::Bad(_))));
    fs::write(&path, "Something(\n    format: 9,\n)\n").unwrap();
    assert!(matches!(Alone::read(&Machine, &path), Err(StoreError::Newer { found: 9, .. })));
}

#[test]
fn a_file_that_changes_meanwhile_is_left_alone() {
    let home = saved();
    let path = home.path().join("customers.ron");
    edit(&path, |text| untidy(&text));
    let mut book = opened(home.path());
    let alone = Alone::read(&Machine, &path).unwrap().unwrap();
    edit(&path, |text| text.replace("Name 2", "Other 2"));
    assert!(matches!(book.disk.look(None), Err(StoreError::ChangedOnDisk { .. })));
    assert!(matches!(book.disk.format(None), Err(StoreError::ChangedOnDisk { .. })));
    assert!(matches!(alone.format(&machine()), Err(StoreError::ChangedOnDisk { .. })));
    assert!(fs::read_to_string(&path).unwrap().contains("Other 2"));
}
