//! `fmt`: what a person changed in the form of a file is put right, told, or refused, and never more than that.

use std::fs;
use std::path::{Path, PathBuf};

use crate::shell::{PROVIDER, Shell, files};

fn shell() -> Shell {
    let shell = Shell::new();
    shell.imports(&[PROVIDER, "customers.json"]);
    shell
}

fn edit(path: &Path, change: impl FnOnce(String) -> String) -> Vec<u8> {
    let text = change(fs::read_to_string(path).unwrap());
    fs::write(path, &text).unwrap();
    text.into_bytes()
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

#[test]
fn the_files_of_a_book_are_checked_and_written() {
    let mut shell = shell();
    let (partners, customers) = (shell.book().join("partners.ron"), shell.book().join("customers.ron"));
    let tidy = files(&shell.book());
    shell.types(&["fmt", "--check"]);
    shell.types(&["fmt"]);
    assert_eq!(files(&shell.book()), tidy, "what is canonical is not written");
    edit(&partners, |text| format!("// Ask Ines first.\n{}", text.replace("        (", "\t(")));
    edit(&customers, |text| text.replace('\n', "\r\n"));
    let before = files(&shell.book());
    shell.types(&["fmt", "--check"]);
    assert_eq!(files(&shell.book()), before, "a check writes nothing");
    shell.types(&["--lang", "fr", "fmt", "--check"]);
    assert_eq!(shell.types(&["fmt"]).code, 0);
    assert_eq!(shell.types(&["fmt", "--check"]).code, 0);
    let list = shell.run(&["list", "resellers"]);
    assert!(!list.said.contains("outside"), "{}", list.said);
    assert!(fs::read_to_string(&partners).unwrap().lines().nth(1).unwrap() == "// Ask Ines first.");
    insta::assert_snapshot!(shell.told);
}

#[test]
fn comments_above_the_data_outlive_an_import() {
    let shell = shell();
    let without_the_last = |text: String| {
        let (rows, _) = text.rsplit_once("        (").unwrap();
        format!("// Ask Ines first.\n{rows}    ],\n)\n")
    };
    let tables = ["customers.ron", "baseline/customers.ron"].map(|name| shell.book().join(name));
    let whole = tables.each_ref().map(|path| fs::read_to_string(path).unwrap());
    tables.iter().for_each(|path| drop(edit(path, without_the_last)));
    assert_eq!(shell.run(&["import", "customers.json"]).code, 0);
    for (path, whole) in tables.iter().zip(whole) {
        let now = fs::read_to_string(path).unwrap();
        assert_eq!(now, whole.replacen("\n#![", "\n// Ask Ines first.\n#![", 1));
    }
    assert_eq!(shell.run(&["fmt", "--check"]).code, 0);
}

#[test]
fn comments_among_the_records_are_not_dropped_without_a_word() {
    let mut shell = shell();
    let customers = shell.book().join("customers.ron");
    edit(&customers, |text| text.replace("rows: [\n", "rows: [\n        // of the south\n"));
    let before = files(&shell.book());
    shell.types(&["list", "customers", "--columns", "name", "--limit", "1"]);
    shell.types(&["fmt", "--check"]);
    shell.types(&["fmt"]);
    shell.types(&["--lang", "fr", "fmt"]);
    assert_eq!(files(&shell.book()), before);
    assert_eq!(shell.types(&["fmt", "--drop-comments"]).code, 0);
    assert!(!fs::read_to_string(&customers).unwrap().contains("south"));
    insta::assert_snapshot!(shell.told);
}

/// Formats a book with a damaged file; nothing is touched.
fn refuses(shell: &mut Shell, file: &str, damage: impl FnOnce(String) -> Vec<u8>) {
    let path = shell.book().join(file);
    let whole = fs::read(&path).unwrap();
    fs::write(&path, damage(fs::read_to_string(&path).unwrap())).unwrap();
    edit(&shell.book().join("partners.ron"), |text| text + "\n");
    let before = files(&shell.book());
    assert_eq!(shell.types(&["fmt"]).code, 3);
    assert_eq!(shell.run(&["fmt", "--check"]).code, 3);
    assert_eq!(files(&shell.book()), before, "{file}");
    fs::write(path, whole).unwrap();
}

#[test]
fn what_cannot_be_read_is_named_with_its_line_and_left_alone() {
    let mut shell = shell();
    let merging = |text: String| text.replace("rows: [\n", "rows: [\n<<<<<<< HEAD\n").into_bytes();
    refuses(&mut shell, "customers.ron", merging);
    refuses(&mut shell, "book.ron", |text| format!("<<<<<<< HEAD\n{text}").into_bytes());
    refuses(&mut shell, "customers.ron", |text| {
        format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()
    });
    refuses(&mut shell, "customers.ron", |text| text.replace("format: 1", "format: 2").into_bytes());
    refuses(&mut shell, "customers.ron", |text| text.replace("format: 1", "format: 0").into_bytes());
    refuses(&mut shell, "customers.ron", |text| text.as_bytes()[..text.len() / 2].to_vec());
    refuses(&mut shell, "customers.ron", |text| [text.as_bytes(), &[0; 512]].concat());
    insta::assert_snapshot!(shell.told);
}

#[test]
fn named_files_are_written_through_the_door_of_their_book() {
    let shell = shell();
    let book = shell.book();
    let tables = ["customers.ron", "baseline/customers.ron"];
    let paths: Vec<PathBuf> = tables.iter().map(|name| book.join(name)).collect();
    paths.iter().for_each(|path| drop(edit(path, |text| format!("{text}\n"))));
    let named = shell.run(&["fmt", &text(&paths[1])]);
    assert_eq!(named.code, 0, "{}", named.said);
    assert_eq!(shell.run(&["fmt", "--check", &text(&paths[1]), &text(&book.join("book.ron"))]).code, 0);
    assert_eq!(shell.run(&["fmt", "--check", &text(&paths[0])]).code, 1, "the other is as it was");
    let held = partnerbook::store::lock::take(&partnerbook::store::volume::Machine, &book).unwrap();
    let ran = shell.run(&["fmt", &text(&paths[0])]);
    assert_eq!(ran.code, 4, "{}", ran.said);
    assert!(ran.said.contains("open in another program"), "{}", ran.said);
    assert_eq!(shell.run(&["fmt", "--check"]).code, 1, "to look needs no lock");
    drop(held);
    assert_eq!(shell.run(&["fmt", &text(&book)]).code, 0, "the folder is the whole book");
    assert!(!shell.run(&["list", "customers"]).said.contains("outside"));
}

#[test]
fn a_file_in_no_book_is_known_by_its_top_and_files_of_others_are_left_alone() {
    let shell = shell();
    let away = shell.home.path().join("away.tmp");
    fs::copy(shell.book().join("customers.ron"), &away).unwrap();
    let tidy = fs::read(&away).unwrap();
    edit(&away, |text| text.replace("    rows", "rows"));
    assert_eq!(shell.run(&["fmt", "--check", &text(&away)]).code, 1);
    assert_eq!(shell.run(&["fmt", &text(&away)]).code, 0);
    assert_eq!(fs::read(&away).unwrap(), tidy);
    let keymap = shell.home.path().join("keymap.ron");
    fs::write(&keymap, "// mine\nKeymap(format: 1, contexts: {})").unwrap();
    for path in [keymap, shell.book().join("history/000001.ron")] {
        let before = fs::read(&path).unwrap();
        let ran = shell.run(&["fmt", &text(&away), &text(&path)]);
        assert_eq!(ran.code, 2, "{}", ran.said);
        assert!(ran.said.contains("fmt leaves it as it is"), "{}", ran.said);
        assert_eq!(fs::read(&path).unwrap(), before);
    }
    let ran = shell.run(&["fmt", "no-such-file.ron"]);
    assert_eq!(ran.code, 3, "{}", ran.said);
    assert!(ran.said.contains("not there"), "{}", ran.said);
}

#[test]
fn steps_that_are_not_saved_stay_in_the_journal() {
    let shell = shell();
    let book = shell.book();
    let before = fs::read(book.join("journal.ron")).unwrap();
    edit(&book.join("customers.ron"), |text| format!("{text}\n"));
    assert_eq!(shell.run(&["fmt"]).code, 0);
    assert_eq!(fs::read(book.join("journal.ron")).unwrap(), before);
    assert!(!shell.run(&["list", "customers"]).said.contains("taken up"));
}
