//! Who may open a book, who may read its files, and a disk that refuses.

use super::super::error::Doing;
use super::*;

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
        .args(["--exact", "store::tests::access::child_on_a_full_disk", "--ignored", "--nocapture"])
        .env("PARTNERBOOK_TEST_BOOK", home.path())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout);
    assert!(child.status.success() && said.contains("the save was stopped"), "{child:?}");
    assert_eq!(files_of(home.path()), before);
}
