use std::fs;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};

use super::*;
use crate::model::{Change, Customer, Guid, Model, Record, Subscription, SubscriptionId, TenantId};
use crate::store::volume::{Drive, machine};
use crate::store::{Access, Disk, Meta, Models, Opened, Purpose, Taken, open};

fn customer(n: u64, name: &str) -> Record {
    Customer { tenant: TenantId(Guid::own(n)), name: name.into(), ..Customer::default() }.into()
}

fn models(names: &[&str]) -> Models {
    let book: Model = (1..).zip(names).map(|(n, name)| customer(n, name)).collect();
    Models { book, ..Models::default() }
}

fn opened(folder: &Path) -> Opened {
    open(&machine(), folder, Purpose::Write, &mut |_| {}).unwrap()
}

fn saves(disk: &mut Disk, models: &Models) -> Option<StoreError> {
    disk.save(&Meta::default(), models, Taken::default(), &mut |_| {}).unwrap().unkept
}

/// A book that was saved once for each of these states.
fn book(states: &[&[&str]]) -> (tempfile::TempDir, Disk) {
    let home = tempfile::tempdir().unwrap();
    let mut disk = Disk::create(&machine(), home.path()).unwrap();
    for state in states {
        assert_eq!(saves(&mut disk, &models(state)), None);
    }
    (home, disk)
}

fn drive() -> Drive {
    machine()
}

fn soundness(book: &Path) -> Vec<(u64, Soundness)> {
    list(&drive(), book).unwrap().into_iter().map(|backup| (backup.number, backup.soundness)).collect()
}

#[test]
fn the_last_five_states_are_kept_each_a_book_by_itself() {
    let names = ["a", "b", "c", "d", "e", "f", "g"].map(|name| [name]);
    let states: Vec<&[&str]> = names.iter().map(<[&str; 1]>::as_slice).collect();
    let (home, _disk) = book(&states);
    let kept: Vec<(u64, Soundness)> = [6, 5, 4, 3, 2].map(|n| (n, Soundness::Whole)).into();
    assert_eq!(soundness(home.path()), kept);
    for (number, state) in (2..=6).zip(&states[1..]) {
        let folder = folder_of(home.path(), number);
        assert_eq!(read(&drive(), &folder).unwrap().models, models(state));
        assert!(matches!(opened(&folder).disk.access(), Access::Write(_)));
    }
    let newest = &list(&drive(), home.path()).unwrap()[0];
    assert_eq!((newest.records, newest.saved.is_some()), (Some(1), true));
    assert!(newest.bytes > 100);
}

#[test]
fn what_people_wrote_by_hand_is_kept_as_they_wrote_it() {
    let (home, disk) = book(&[&["a"]]);
    drop(disk);
    let path = home.path().join("customers.ron");
    let typed = format!("// mine\n{}", fs::read_to_string(&path).unwrap().replace("\"a\"", "\"typed\""));
    fs::write(&path, &typed).unwrap();
    let mut found = opened(home.path());
    assert_eq!(saves(&mut found.disk, &models(&["b"])), None);
    assert_eq!(fs::read_to_string(folder_of(home.path(), 1).join("customers.ron")).unwrap(), typed);
    assert_eq!(soundness(home.path()), [(1, Soundness::Whole)]);
}

#[test]
fn what_did_not_change_is_on_the_disk_once_and_never_shared_with_the_book() {
    let home = tempfile::tempdir().unwrap();
    let mut disk = Disk::create(&machine(), home.path()).unwrap();
    disk.shard_above = 1;
    let many = |seats: u32| -> Models {
        let one = |n: u64| -> Record {
            let id = SubscriptionId(Guid::own(n));
            let quantity = if n == 1 { seats } else { 1 };
            Subscription { id, quantity: Some(quantity), ..Subscription::default() }.into()
        };
        Models { book: (1..=3).map(one).collect(), ..Models::default() }
    };
    for seats in 1..=3 {
        assert_eq!(saves(&mut disk, &many(seats)), None);
    }
    let inode = |folder: &Path, name: &str| fs::metadata(folder.join(name)).unwrap().ino();
    let shards = fs::read_dir(home.path().join("subscriptions")).unwrap();
    let names = shards.map(|entry| format!("subscriptions/{}", entry.unwrap().file_name().display()));
    let (one, two) = (folder_of(home.path(), 1), folder_of(home.path(), 2));
    let names: Vec<String> = names.collect();
    let shared = names.iter().filter(|name| inode(&one, name) == inode(&two, name)).count();
    assert_eq!((names.len(), shared), (256, 255));
    assert!(names.iter().all(|name| inode(&two, name) != inode(home.path(), name)));
    assert_eq!(read(&drive(), &one).unwrap().models, many(1));
    assert_eq!(read(&drive(), &two).unwrap().models, many(2));
}

#[test]
fn a_backup_that_somebody_wrote_into_is_told_and_not_linked_to() {
    let (home, mut disk) = book(&[&["a"], &["b"]]);
    let inside = folder_of(home.path(), 1).join("customers.ron");
    let text = fs::read_to_string(&inside).unwrap().replace("\"a\"", "\"z\"");
    fs::write(&inside, &text).unwrap();
    assert_eq!(soundness(home.path()), [(1, Soundness::Changed)]);
    fs::write(&inside, "rubbish").unwrap();
    assert!(matches!(&soundness(home.path())[..], [(1, Soundness::Unreadable(_))]));
    assert_eq!(saves(&mut disk, &models(&["c"])), None);
    assert_eq!(read(&drive(), &folder_of(home.path(), 2)).unwrap().models, models(&["b"]));
}

#[test]
fn a_backup_that_fails_does_not_hinder_the_save_and_is_told() {
    let (home, mut disk) = book(&[&["a"]]);
    let away = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(away.path(), home.path().join(FOLDER)).unwrap();
    let link = StoreError::Link { path: home.path().join(FOLDER) };
    assert_eq!(saves(&mut disk, &models(&["b"])), Some(link));
    drop(disk);
    assert_eq!(opened(home.path()).models, models(&["b"]));
    assert_eq!(fs::read_dir(away.path()).unwrap().count(), 0);
}

#[test]
fn what_a_crash_left_is_no_backup_and_goes_with_the_next() {
    let (home, mut disk) = book(&[&["a"], &["b"]]);
    let half = atomic::new_folder_name(&folder_of(home.path(), 2));
    fs::create_dir(&half).unwrap();
    assert_eq!(soundness(home.path()), [(1, Soundness::Whole)]);
    assert_eq!(saves(&mut disk, &models(&["c"])), None);
    assert!(!half.exists());
    assert_eq!(prune(&*drive(), home.path(), 1), Ok(vec![1]));
    assert_eq!(soundness(home.path()), [(2, Soundness::Whole)]);
}

#[test]
fn backups_are_private_whatever_the_book_is() {
    let (home, mut disk) = book(&[&["a"]]);
    let path = home.path().join("customers.ron");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(saves(&mut disk, &models(&["b"])), None);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let folder = folder_of(home.path(), 1);
    assert_eq!((mode(&folder), mode(&folder.join("customers.ron"))), (0o700, 0o600));
    assert_eq!((mode(&home.path().join(FOLDER)), mode(&folder.join(MANIFEST))), (0o700, 0o600));
}

#[test]
fn a_step_leads_from_one_state_to_another() {
    let (now, then) = (models(&["a", "b"]).book, models(&["z"]).book);
    let found = changes(&now, &then);
    let (old, new) = (customer(1, "a"), customer(1, "z"));
    let right = [
        Change { before: Some(old), after: Some(new) },
        Change { before: Some(customer(2, "b")), after: None },
    ];
    assert_eq!(found, right);
}
