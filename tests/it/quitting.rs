//! Leaving while work is under way, or while the disk refuses: nothing is lost, and the words are true.

use std::fs;
use std::path::Path;

use crate::home::{Home, rename_kept};
use crate::pty::Pty;

fn leave(pty: &Pty, answer: &str) {
    pty.send("q");
    pty.wait_text("not saved");
    pty.send(answer);
}

#[test]
fn the_end_waits_for_a_save_and_says_so() {
    let home = Home::with_a_book();
    let (pty, [save]) = home.planted(["save"]);
    rename_kept(&pty, "Zoo Services");
    save.hold();
    pty.send("\x13");
    pty.wait_text("saving");
    leave(&pty, "d");
    pty.wait("the book being saved", |screen| {
        let contents = screen.contents();
        contents.contains("saving") && !contents.contains("not saved")
    });
    save.release();
    assert!(pty.wait_exit().success());
    pty.assert_restored();
    assert!(fs::read_to_string(home.file("partners.ron")).unwrap().contains("Zoo Services"));
}

#[test]
fn leaving_during_a_save_may_save_again() {
    let home = Home::with_a_book();
    let (pty, [save]) = home.planted(["save"]);
    rename_kept(&pty, "Zoo Services");
    save.hold();
    pty.send("\x13");
    pty.wait_text("saving");
    rename_kept(&pty, "Alpha Co");
    save.release();
    pty.wait_text("Saved main");
    leave(&pty, "s");
    assert!(pty.wait_exit().success());
    let partners = fs::read_to_string(home.file("partners.ron")).unwrap();
    assert!(partners.contains("Zoo Services") && partners.contains("Alpha Co"), "{partners}");
}

#[test]
fn a_save_is_not_called_stopped() {
    let home = Home::with_a_book();
    let (pty, [save]) = home.planted(["save"]);
    rename_kept(&pty, "Zoo Services");
    save.hold();
    pty.send("\x13");
    pty.wait_text("saving");
    pty.send("\x03");
    save.release();
    pty.wait_text("Saved main");
    assert!(!pty.raw().contains("Stopped."));
    pty.send("q");
    assert!(pty.wait_exit().success());
}

#[test]
fn leaving_during_an_import_ends_at_once_and_imports_nothing() {
    let home = Home::with_a_book();
    let (pty, [worker]) = home.planted(["worker"]);
    worker.hold();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/partner_center");
    pty.send("I");
    pty.wait_text("Files to import");
    pty.send(&format!("\"{}\"\r", fixtures.join("resellers-of-provider.json").display()));
    pty.wait_text("importing");
    let before = fs::read_to_string(home.file("partners.ron")).unwrap();
    pty.send("q");
    assert!(pty.wait_exit().success());
    pty.assert_restored();
    assert_eq!(fs::read_to_string(home.file("partners.ron")).unwrap(), before);
}

#[test]
fn a_disk_that_refuses_is_told_until_it_takes_everything() {
    let home = Home::with_a_book();
    let pty = home.started();
    rename_kept(&pty, "Zoo Services");
    let (book, away) = (home.folder().join("books/main"), home.folder().join("away"));
    fs::rename(&book, &away).unwrap();
    pty.send("2ggje\x15Alpha Co\x13");
    // The save that is tried at once finds no files either.
    pty.wait_text("NOT SAVED: ");
    pty.wait_text("decide later");
    pty.send("\x1b");
    pty.wait("the panes again", |screen| !screen.contents().contains("decide later"));
    pty.send("q");
    // What the journal had went with its folder: nothing is promised of it.
    pty.wait_text("quit without saving");
    pty.wait_text("2 steps are not saved");
    pty.send("s");
    pty.wait_text("decide later");
    pty.send("\x1b");
    pty.wait("the panes again", |screen| {
        let contents = screen.contents();
        contents.contains("NOT SAVED") && !contents.contains("decide later")
    });
    fs::rename(&away, &book).unwrap();
    pty.send("\x13");
    pty.wait_text("Saved main");
    pty.wait("no complaint", |screen| !screen.contents().contains("NOT SAVED"));
    pty.send("q");
    assert!(pty.wait_exit().success());
    let pty = home.started();
    pty.wait_text("Zoo Services");
    pty.wait_text("Alpha Co");
}
