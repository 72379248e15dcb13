//! A link where a file or a folder of the book belongs: refused with its name, and what it leads to is not touched.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use super::around::shell;
use crate::shell::{Shell, files};

/// Puts a link in the place of something of the book, and what stood there elsewhere.
fn linked(shell: &Shell, name: &str, away: &Path) {
    let own = shell.book().join(name);
    let target = away.join("target");
    fs::rename(&own, &target).unwrap();
    symlink(&target, &own).unwrap();
}

#[test]
fn a_link_in_the_place_of_a_file_or_a_folder_is_refused() {
    for name in [
        "book.ron",
        "customers.ron",
        "journal.ron",
        "book.lock",
        "history",
        "baseline",
        "baseline/customers.ron",
    ] {
        let shell = shell();
        super::around::draft(&shell.book(), &["Drafted"]);
        let away = tempfile::tempdir().unwrap();
        linked(&shell, name, away.path());
        let (before, target) = (files(away.path()), fs::read(away.path().join("target")).ok());
        for args in [&["import", "gdap.json"][..], &["fmt"], &["import", "customers.json"]] {
            let ran = shell.run(args);
            if name == "history" && args == ["fmt"] {
                continue; // It needs no history.
            }
            assert!([3, 4].contains(&ran.code), "{name}, {args:?}: {} {}", ran.code, ran.said);
            assert!(ran.said.contains(&format!("{name} is a link.")), "{name}, {args:?}: {}", ran.said);
        }
        let now = (files(away.path()), fs::read(away.path().join("target")).ok());
        assert_eq!(now, (before, target), "{name}: the target was touched");
        assert!(
            fs::symlink_metadata(shell.book().join(name)).unwrap().is_symlink(),
            "{name}: the link is gone"
        );
        assert!(!shell.run(&["list", "resellers"]).out.is_empty(), "{name}: the rest can be looked at");
    }
}

#[test]
fn a_link_in_the_place_of_a_folder_of_shards_is_refused() {
    let shell = shell();
    let away = tempfile::tempdir().unwrap();
    fs::rename(shell.book().join("customers.ron"), away.path().join("00.ron")).unwrap();
    symlink(away.path(), shell.book().join("customers")).unwrap();
    let before = files(away.path());
    let ran = shell.run(&["import", "customers.json"]);
    assert_eq!(ran.code, 3, "{}", ran.said);
    assert!(ran.said.contains("customers is a link."), "{}", ran.said);
    assert_eq!(files(away.path()), before);
}

#[test]
fn the_folder_of_the_book_may_well_be_a_link() {
    let shell = shell();
    let away = tempfile::tempdir().unwrap();
    let real = away.path().join("real");
    fs::rename(shell.book(), &real).unwrap();
    symlink(&real, shell.book()).unwrap();
    let ran = shell.run(&["import", "subscriptions.json", "--customer", crate::shell::BAKKER]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    assert!(real.join("subscriptions.ron").is_file());
}

#[test]
fn a_link_in_the_place_of_the_backups_is_told_and_the_save_goes_on() {
    let shell = shell();
    let away = tempfile::tempdir().unwrap();
    let backups = shell.book().join("backups");
    if backups.exists() {
        fs::rename(&backups, away.path().join("before")).unwrap();
    }
    symlink(away.path(), &backups).unwrap();
    let before = files(away.path());
    let ran = shell.run(&["import", "subscriptions.json", "--customer", crate::shell::BAKKER]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    assert!(ran.said.contains("backups is a link."), "{}", ran.said);
    assert_eq!(files(away.path()), before);
    assert!(fs::symlink_metadata(&backups).unwrap().is_symlink());
    assert!(shell.book().join("subscriptions.ron").is_file());
}
