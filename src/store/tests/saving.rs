//! Saving: what is written, and what stops it.

use super::*;

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
