//! What happens to the files of a book while the program runs: the screen tells the truth, and nothing is lost.

use std::fs;

use rustix::process::Signal;

use super::around::{edit, opened, renamed, shell};
use crate::pty::{Control, Pty, died_of};
use crate::shell::{PROVIDER, Shell};

fn started(shell: &Shell) -> Pty {
    let mut command = shell.command(&[]);
    command.env("TERM", "xterm-256color").env("PATH", std::env::var_os("PATH").unwrap_or_default());
    let pty = Pty::start(&command, Control::Controlling, 120, 36);
    pty.wait_text("1 Providers");
    pty
}

/// Gives the first reseller another name, and waits until the screen says what became of it.
fn rename(pty: &Pty, name: &str, becomes: &str) {
    pty.send("2gg");
    pty.send("je\x15");
    pty.send(name);
    pty.send("\x13");
    pty.wait_text(becomes);
}

#[test]
fn a_folder_that_is_moved_away_and_back_loses_nothing() {
    let shell = shell();
    let away = shell.home.path().join("away");
    let pty = started(&shell);
    rename(&pty, "Zoo Services", "draft saved");
    fs::rename(shell.book(), &away).unwrap();
    rename(&pty, "Ark Services", "NOT SAVED");
    pty.send("\x13");
    pty.wait_text("keep mine as a copy");
    pty.send("\r");
    pty.wait("the question is gone", |screen| !screen.contents().contains("Question"));
    fs::rename(&away, shell.book()).unwrap();
    pty.send("\x13");
    pty.wait_text("Saved main");
    pty.send("q");
    assert!(pty.wait_exit().success());
    let list = shell.run(&["list", "resellers"]);
    assert!(list.out.contains("Ark Services") && list.code == 0, "{}{}", list.out, list.said);
}

#[test]
fn a_folder_that_is_removed_is_told_and_the_book_goes_elsewhere() {
    let shell = shell();
    let pty = started(&shell);
    rename(&pty, "Zoo Services", "draft saved");
    fs::remove_dir_all(shell.book()).unwrap();
    rename(&pty, "Ark Services", "NOT SAVED");
    pty.send("\x13");
    pty.wait_text("keep mine as a copy");
    pty.send("k");
    pty.wait_text("Your state is kept as a copy");
    pty.signal(Signal::KILL);
    assert!(died_of(pty.wait_exit(), Signal::KILL));
    let copy = shell.home.path().join("books/main-copy-2026-11-24");
    let list = shell.run(&["list", "resellers", "--book", &copy.to_string_lossy()]);
    assert!(list.out.contains("Ark Services") && list.code == 0, "{}{}", list.out, list.said);
}

#[test]
fn a_second_program_looks_on_and_is_told_whom_it_waits_for() {
    let shell = shell();
    let first = started(&shell);
    let lock = fs::read_to_string(shell.book().join("book.lock")).unwrap();
    let pid = lock.split_once("pid: ").unwrap().1.split(',').next().unwrap().to_owned();
    let second = started(&shell);
    second.wait_text("read-only");
    second.wait_text(&format!("process {pid}"));
    second.wait_text("since 20");
    second.send("q");
    assert!(second.wait_exit().success());
    let refused = shell.run(&["import", PROVIDER]);
    assert_eq!(refused.code, 4, "{}", refused.said);
    assert!(
        refused.said.contains(&format!("process {pid}")) && refused.said.contains("since 20"),
        "{}",
        refused.said
    );
    first.signal(Signal::KILL);
    assert!(died_of(first.wait_exit(), Signal::KILL));
    assert_eq!(shell.run(&["import", PROVIDER]).code, 0, "a dead program holds nothing");
}

#[test]
fn a_file_edited_by_hand_meanwhile_is_merged_and_never_overwritten() {
    let shell = shell();
    let pty = started(&shell);
    rename(&pty, "Zoo Services", "draft saved");
    let partners = shell.book().join("partners.ron");
    edit(&partners, |text| text.replacen("country: \"", "note: \"By hand\", country: \"", 1));
    let theirs = fs::read(&partners).unwrap();
    pty.send("\x13");
    pty.wait_text("m  merge");
    assert_eq!(fs::read(&partners).unwrap(), theirs);
    pty.send("m");
    pty.wait_text("Opened");
    pty.wait_text("Zoo Services");
    pty.send("\x13");
    pty.wait_text("Saved main");
    pty.send("q");
    assert!(pty.wait_exit().success());
    let merged = fs::read_to_string(&partners).unwrap();
    assert!(merged.contains("By hand") && merged.contains("Zoo Services"), "{merged}");
}

#[test]
fn a_clock_that_goes_back_ten_years_changes_no_order() {
    let shell = shell();
    let folder = shell.book();
    let mut book = opened(&folder);
    let from = super::around::first_name(&book);
    let ten_years = 3652 * 24 * 3600;
    let late = renamed(&book, book.journal.last() + 1, &from, "Late");
    let mut early = renamed(&book, book.journal.last() + 2, "Late", "Early");
    early.at = partnerbook::model::Moment::from_seconds(1_790_000_000 - ten_years);
    let _ = book.journal.append(vec![late.clone()]).unwrap();
    let _ = book.journal.append(vec![early.clone()]).unwrap();
    drop(book);
    let book = opened(&folder);
    assert_eq!(super::around::first_name(&book), "Early");
    assert_eq!(book.journal.entries(), [late, early]);
    drop(book);
    let old =
        shell.command(&["import", "gdap.json"]).env("PARTNERBOOK_TODAY", "2016-11-24").output().unwrap();
    assert!(old.status.success());
    assert!(shell.run(&["list", "customers"]).out.contains("Early"));
}
