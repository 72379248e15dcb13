//! Terminals that are none, that can do little, or that read other letters; streams that are closed.

use std::process::{Command, Output, Stdio};

use crate::home::Home;
use crate::pty::{Control, Pty};

fn assert_refused(output: &Output, words: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains(words) && said.lines().count() == 1 && !said.contains('\x1b'), "{said}");
    assert_eq!(output.stdout, b"");
}

#[test]
fn without_a_terminal_the_screens_are_refused_in_words() {
    let home = Home::with_a_book();
    for words in [&[][..], &["demo"]] {
        let output = home.command().args(words).stdin(Stdio::null()).output().unwrap();
        assert_refused(&output, "The screens need a terminal");
    }
}

/// Runs a line of shell in a terminal, in which `$book` is the program, and returns what is on the screen.
fn in_shell(home: &Home, line: &str) -> Pty {
    let mut shell = Command::new("sh");
    shell.args(["-c", line]).env("book", env!("CARGO_BIN_EXE_partnerbook"));
    for (name, value) in home.command().get_envs() {
        shell.env(name, value.unwrap());
    }
    let pty = Pty::start(&shell, Control::Controlling, 120, 36);
    assert!(pty.wait_exit().success());
    pty
}

#[test]
fn a_stream_that_is_closed_or_no_terminal_is_told_and_nothing_is_drawn() {
    let home = Home::with_a_book();
    for streams in [">&-", "<&-", "</dev/null", ">/dev/null", "| cat", "<&- >&- | cat"] {
        let pty = in_shell(&home, &format!("{{ \"$book\"; echo code $? >&2; }} {streams}"));
        pty.wait_text("The screens need a terminal");
        pty.wait_text("code 2");
        assert!(!pty.raw().contains('\x1b'), "{streams}: {}", pty.raw());
        pty.assert_restored();
    }
    let pty = in_shell(&home, "\"$book\" <&- >&- 2>&-; echo code $?");
    pty.wait_text("code 2");
}

#[test]
fn a_terminal_without_screens_is_told_so() {
    let home = Home::with_a_book();
    for (kind, words) in [("dumb", "calls this terminal \"dumb\""), ("", "names no kind of terminal")] {
        for start in ["", "demo"] {
            let pty = in_shell(&home, &format!("TERM={kind} \"$book\" {start}; echo code $?"));
            pty.wait_text(words);
            pty.wait_text("code 2");
            assert!(!pty.raw().contains('\x1b'), "{}", pty.raw());
        }
    }
    let pty = in_shell(&home, "unset TERM; \"$book\"; echo code $?; \"$book\" list resellers");
    pty.wait_text("code 2");
    pty.wait_text("Halden Digital");
}

#[test]
fn a_terminal_of_other_letters_gets_ascii_alone() {
    for locale in ["C", "POSIX", "fr_FR.ISO-8859-1"] {
        let home = Home::with_a_book();
        let mut command = home.command();
        command.env("LC_ALL", locale).env("PARTNERBOOK_LANG", "fr").arg("demo");
        let pty = Pty::start(&command, Control::Controlling, 120, 36);
        pty.wait_text("non enregistree");
        pty.send("3G?");
        pty.wait_text("Aide");
        pty.send("\x1b");
        pty.wait("the panes", |screen| !screen.contents().contains("Aide"));
        pty.send("/\u{e9}l\u{e8}ve");
        pty.wait_text("eleve");
        pty.send("\x1b");
        pty.wait("the panes", |screen| !screen.contents().contains("eleve"));
        pty.send("q");
        assert!(pty.wait_exit().success());
        assert!(pty.raw().is_ascii(), "{locale}");
        pty.assert_restored();
    }
}
