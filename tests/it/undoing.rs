//! How far steps can be taken back: over saves and restarts, and over what somebody else changed.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use partnerbook::i18n::Lang;
use partnerbook::store::{self, Purpose};
use partnerbook::tui::jobs;

use crate::shell::{PROVIDER, Ran, Shell};
use crate::support::screen::Window;

/// A book with a few customers.
fn with_customers() -> Shell {
    let shell = Shell::new();
    shell.imports(&[PROVIDER, "customers.json"]);
    shell
}

fn applies(shell: &Shell, script: &str, flags: &[&str]) -> Ran {
    let path = shell.home.path().join("script.ron");
    fs::write(&path, script).unwrap();
    let ran = shell.run(&[&["apply", &path.to_string_lossy()], flags].concat());
    assert_eq!(ran.code, 0, "{}", ran.said);
    ran
}

/// A script that notes so many numbers on one customer, one after the other.
fn notes(count: usize) -> String {
    (1..=count).fold(String::new(), |mut script, n| {
        writeln!(script, "Set(record: \"bakker\", fields: [(\"note\", \"n{n}\")])").unwrap();
        script
    })
}

fn column(shell: &Shell, customer: &str, column: &str) -> String {
    let ran = shell.run(&["list", "customers", customer, "--columns", column]);
    ran.out.lines().nth(1).unwrap_or_default().split('\t').next_back().unwrap_or_default().to_owned()
}

/// Changes a file of the book by hand.
fn by_hand(shell: &Shell, file: &str, from: &str, to: &str) {
    let path = shell.book().join(file);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{text}");
    fs::write(path, text.replace(from, to)).unwrap();
}

fn window(shell: &Shell) -> Window {
    let opened = store::open(&store::machine(), &shell.book(), Purpose::Write, &mut |_| {}).unwrap();
    let reading = jobs::reading(&shell.book(), opened, "2026-11-24".parse().unwrap());
    let opened = reading.opened(Lang::En);
    Window::of(reading.book, opened, Lang::En, 120, 36)
}

#[test]
fn undo_reaches_back_to_the_beginning_however_much_was_done() {
    let shell = with_customers();
    applies(&shell, &notes(1_100), &[]);
    assert_eq!(shell.run(&["undo", "500"]).code, 0);
    assert_eq!(column(&shell, "bakker", "note"), "n600");
    assert_eq!(shell.run(&["undo", "590"]).code, 0, "what was taken back does not use the way back up");
    assert_eq!(column(&shell, "bakker", "note"), "n10");
    let ran = shell.run(&["undo", "50"]);
    assert_eq!(ran.code, 6);
    assert!(ran.said.contains("at the beginning of its history"), "{}", ran.said);
    assert_eq!(shell.run(&["list", "customers"]).out.lines().count(), 1, "the import is taken back too");
}

#[test]
fn on_the_screen_undo_reads_on_where_what_is_at_hand_ends() {
    let shell = with_customers();
    applies(&shell, &notes(600), &[]);
    assert_eq!(shell.run(&["undo", "550"]).code, 0);
    let mut window = window(&shell);
    for _ in 0..51 {
        window.keys("u");
    }
    assert!(window.text().contains("No customers yet"), "{}", window.text());
    window.keys("u");
    assert!(window.text().contains("at the beginning of its history"), "{}", window.text());
    window.keys("Ctrl-r Ctrl-s");
    assert!(!window.text().contains("main*"), "what is saved is known still: {}", window.text());
}

#[test]
fn a_history_that_is_not_whole_is_no_beginning() {
    let shell = with_customers();
    applies(&shell, &notes(3), &[]);
    fs::remove_file(shell.book().join("history/000001.ron")).unwrap();
    let ran = shell.run(&["undo", "9"]);
    assert_eq!(ran.code, 6);
    assert!(ran.said.contains("what was done before change 2 is not kept"), "{}", ran.said);
}

#[test]
fn a_draft_stands_on_top_of_what_was_changed_by_hand() {
    let shell = with_customers();
    let script = "Set(record: \"bakker\", fields: [(\"name\", \"Ours\")])\nSet(record: \"clinique\", fields: [(\"note\", \"n\")])\nRemove(record: \"clinique\")\n";
    applies(&shell, script, &["--draft"]);
    by_hand(&shell, "customers.ron", "Bakker Logistics", "Theirs");
    by_hand(&shell, "customers.ron", "Clinique Val-Fleuri", "Clinique Theirs");
    assert_eq!(column(&shell, "Ours", "name"), "Ours");
    applies(&shell, "Save\n", &[]);
    let ran = shell.run(&["undo", "3"]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    assert_eq!(column(&shell, "Theirs", "name").replace("Clinique ", ""), "Theirs");
    assert_eq!(shell.run(&["list", "customers", "Ours"]).out.lines().count(), 1, "ours is taken back");
    assert_eq!(column(&shell, "clinique", "note"), "", "and so is what was done before the removal");
    assert_eq!(shell.run(&["redo", "3"]).code, 0, "and all of it can be done again");
    assert_eq!(column(&shell, "Ours", "name"), "Ours");
}

#[test]
fn what_somebody_else_changed_since_stands_and_the_way_back_goes_on() {
    let shell = with_customers();
    let script = "Set(record: \"clinique\", fields: [(\"note\", \"n\")])\nSet(record: \"bakker\", fields: [(\"name\", \"Ours\")])\n";
    applies(&shell, script, &[]);
    by_hand(&shell, "customers.ron", "Ours", "Theirs");
    let ran = shell.run(&["undo", "2"]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    assert!(ran.said.contains("Changed by somebody else since, and left so: Theirs."), "{}", ran.said);
    assert_eq!(column(&shell, "clinique", "note"), "");
    assert_eq!(column(&shell, "Theirs", "name"), "Theirs");
}

#[test]
fn beside_a_file_that_cannot_be_read_nothing_is_called_a_conflict() {
    let shell = with_customers();
    applies(&shell, "Set(record: \"bakker\", fields: [(\"name\", \"Ours\")])\n", &["--draft"]);
    by_hand(&shell, "customers.ron", "[", "[\n<<<<<<< ours");
    let ran = shell.run(&["list", "customers"]);
    assert!(!ran.said.contains("changed by the other"), "{}", ran.said);
}

#[test]
fn files_of_an_earlier_save_beside_the_journal_are_told() {
    let shell = with_customers();
    let earlier = shell.home.path().join("earlier");
    fs::create_dir(&earlier).unwrap();
    let copies = |from: &Path, to: &Path| {
        for file in ["book.ron", "customers.ron"] {
            fs::copy(from.join(file), to.join(file)).unwrap();
        }
    };
    copies(&shell.book(), &earlier);
    applies(&shell, "Set(record: \"bakker\", fields: [(\"name\", \"Saved\")])\n", &[]);
    assert!(!shell.run(&["list", "customers"]).said.contains("earlier save"));
    copies(&earlier, &shell.book());
    let ran = shell.run(&["list", "customers"]);
    assert!(ran.said.contains("up to change 1, the history knows of 2"), "{}", ran.said);
}
