//! Files that somebody else changed while the book was closed: read, merged, told or refused, and nothing is lost.

use std::fs;
use std::path::Path;

use super::around::{draft, edit, first_name, opened, shell, troubles};
use crate::shell::{PROVIDER, Shell, files};

#[test]
fn a_file_edited_by_hand_is_read_as_it_is_and_told() {
    let shell = shell();
    edit(&shell.book().join("customers.ron"), |text| text.replacen("name: \"", "name: \"By hand ", 1));
    let list = shell.run(&["list", "customers"]);
    assert_eq!((list.code, list.out.matches("By hand").count()), (0, 1), "{}", list.said);
    assert!(list.said.contains("customers.ron was changed outside of Partnerbook"), "{}", list.said);
    assert_eq!(shell.run(&["import", "subscriptions.json", "--customer", crate::shell::BAKKER]).code, 0);
    let again = shell.run(&["list", "customers"]);
    assert!(again.out.contains("By hand") && !again.said.contains("outside"), "told once: {}", again.said);
}

#[test]
fn a_book_ron_edited_by_hand_is_told_too() {
    let shell = shell();
    edit(&shell.book().join("book.ron"), |text| text.replacen("name: \"main\"", "name: \"Sud\"", 1));
    let list = shell.run(&["list", "customers", "--json"]);
    assert!(list.out.contains("\"book\":\"Sud\""), "{}", list.out);
    assert!(list.said.contains("book.ron was changed outside of Partnerbook"), "{}", list.said);
    assert_eq!(shell.run(&["fmt"]).code, 0);
    assert!(!shell.run(&["list", "customers"]).said.contains("outside"));
}

/// Copies tables and `book.ron`, as version control keeps them; what is not in `from` goes away.
fn check_out(from: &Path, to: &Path) {
    let kept = |name: &str| !["journal.ron", "history", "book.lock", "backups"].contains(&name);
    for (folder, target) in [(from.to_owned(), to.to_owned()), (from.join("baseline"), to.join("baseline"))] {
        fs::create_dir_all(&target).unwrap();
        for path in fs::read_dir(&target).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_file() && kept(&path.file_name().unwrap().to_string_lossy()) {
                fs::remove_file(path).unwrap();
            }
        }
        for path in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_file() && kept(&path.file_name().unwrap().to_string_lossy()) {
                fs::copy(&path, target.join(path.file_name().unwrap())).unwrap();
            }
        }
    }
}

/// A book with a saved older state beside it, a newer state that was saved too, and a step that was not.
fn with_a_past() -> (Shell, tempfile::TempDir) {
    let shell = shell();
    let older = tempfile::tempdir().unwrap();
    check_out(&shell.book(), older.path());
    assert_eq!(
        shell.run(&["import", "gdap.json", "subscriptions.json", "--customer", crate::shell::BAKKER]).code,
        0
    );
    draft(&shell.book(), &["Drafted"]);
    (shell, older)
}

#[test]
fn older_files_under_a_journal_are_merged_with_it() {
    let (shell, older) = with_a_past();
    check_out(older.path(), &shell.book());
    let list = shell.run(&["list", "customers"]);
    assert_eq!((list.code, list.out.matches("Drafted").count()), (0, 1), "{}", list.said);
    assert!(list.said.contains("One step that was not saved was taken up again"), "{}", list.said);
    assert_eq!(shell.run(&["import", PROVIDER]).code, 0);
    let book = opened(&shell.book());
    assert_eq!((first_name(&book), troubles(&book)), ("Drafted".to_owned(), vec![]));
}

#[test]
fn what_both_changed_is_told_with_both_values() {
    let (shell, older) = with_a_past();
    let customers = older.path().join("customers.ron");
    let name = first_name(&opened(older.path()));
    fs::remove_file(older.path().join("book.lock")).unwrap();
    edit(&customers, |text| text.replacen(&format!("name: \"{name}\""), "name: \"Theirs\"", 1));
    check_out(older.path(), &shell.book());
    let list = shell.run(&["list", "customers"]);
    assert_eq!((list.code, list.out.matches("Drafted").count()), (0, 1), "{}", list.said);
    assert!(list.said.contains("Yours stands, theirs was: Theirs"), "{}", list.said);
}

/// Damages a file; the program names it, looks at the rest, writes nothing.
fn left_alone(shell: &Shell, file: &str, words: &str, damage: impl FnOnce(String) -> String) {
    let path = shell.book().join(file);
    let whole = fs::read(&path).unwrap();
    edit(&path, damage);
    let before = files(&shell.book());
    for (args, code) in [(&["list", "resellers"][..], 3), (&["import", PROVIDER], 3), (&["fmt"], 3)] {
        let ran = shell.run(args);
        assert_eq!(ran.code, code, "{file}, {args:?}: {}", ran.said);
        assert!(ran.said.contains(words) && ran.said.contains(file), "{file}, {args:?}: {}", ran.said);
    }
    assert_eq!(files(&shell.book()), before, "{file}");
    fs::write(path, whole).unwrap();
}

#[test]
fn files_of_other_formats_are_named_and_left_alone() {
    let shell = shell();
    draft(&shell.book(), &["Drafted"]);
    let newer = "written by a newer version of Partnerbook (format 2, this version knows 1)";
    for file in ["book.ron", "customers.ron", "baseline/customers.ron", "journal.ron"] {
        left_alone(&shell, file, newer, |text| text.replacen("format: 1", "format: 2", 1));
    }
    for file in ["book.ron", "customers.ron"] {
        let unheard = "no version ever wrote format 0";
        left_alone(&shell, file, unheard, |text| text.replacen("format: 1", "format: 0", 1));
        left_alone(&shell, file, "the field format is missing", |text| {
            text.replacen("    format: 1,\n", "", 1)
        });
    }
}

#[test]
fn the_marks_of_an_unfinished_merge_are_named_with_their_line() {
    let shell = shell();
    let merging = |text: String| text.replacen("rows: [\n", "rows: [\n<<<<<<< HEAD\n", 1);
    left_alone(&shell, "customers.ron", "line 6, column 1: lines of an unfinished merge", merging);
    let merging = |text: String| text.replacen("    generation", "=======\n    generation", 1);
    left_alone(&shell, "book.ron", "lines of an unfinished merge stand here. Finish the merge.", merging);
}

#[test]
fn a_file_that_is_gone_is_missed() {
    let shell = shell();
    fs::remove_file(shell.book().join("customers.ron")).unwrap();
    let before = files(&shell.book());
    let ran = shell.run(&["import", PROVIDER]);
    assert_eq!(ran.code, 3);
    assert!(ran.said.contains("customers.ron is not there, but the book lists it"), "{}", ran.said);
    assert_eq!(files(&shell.book()), before);
}
