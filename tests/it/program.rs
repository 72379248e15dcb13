//! The real program in a real pseudo-terminal: few tests of what no test screen shows.

use std::process::Command;

use rustix::process::Signal;

use crate::pty::{Control, Pty, died_of};

fn demo() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_partnerbook"));
    command.arg("demo").env("PARTNERBOOK_LANG", "en").env("TERM", "xterm-256color").env_remove("NO_COLOR");
    command
}

fn started(columns: u16, rows: u16) -> Pty {
    let pty = Pty::start(&demo(), Control::Controlling, columns, rows);
    pty.wait_text("1 Providers");
    pty
}

#[test]
fn it_draws_moves_and_quits() {
    let pty = started(120, 36);
    pty.send("3jj");
    pty.wait_text("Inspector: Adega Barbosa");
    pty.send("q");
    assert!(pty.wait_exit().success());
    pty.assert_restored();
}

#[test]
fn it_follows_the_size_of_the_window() {
    let pty = started(120, 36);
    pty.resize(33, 8);
    pty.wait_text("Partnerbook needs 40x10");
    pty.resize(80, 24);
    pty.wait_text("4 Subscriptions");
    pty.resize(1, 1);
    pty.resize(60, 20);
    pty.wait_text("2 Resellers     14");
    pty.send("q");
    assert!(pty.wait_exit().success());
}

#[test]
fn a_prefix_key_shows_what_can_follow() {
    let pty = started(80, 24);
    pty.send("r");
    pty.wait_text("r ..");
    pty.send("\x1b");
    pty.wait("no pop-up", |screen| !screen.contents().contains("r .."));
    pty.send("q");
    assert!(pty.wait_exit().success());
}

#[test]
fn signals_leave_the_terminal_as_it_was() {
    for signal in [Signal::TERM, Signal::HUP] {
        let pty = started(80, 24);
        pty.signal(signal);
        assert!(died_of(pty.wait_exit(), signal));
        pty.assert_restored();
    }
}

#[test]
fn a_closed_terminal_ends_it() {
    let status = started(80, 24).hang_up();
    assert!(died_of(status, Signal::HUP) || status.code() == Some(129), "{status:?}");
}

#[test]
fn ctrl_z_gives_the_terminal_to_the_shell_and_back() {
    let mut shell = Command::new("sh");
    shell.arg("-i").env("PS1", "prompt> ").env("TERM", "xterm-256color").env_remove("ENV");
    let pty = Pty::start(&shell, Control::Controlling, 80, 24);
    let is_at_prompt = |screen: &vt100::Screen| {
        !screen.alternate_screen() && screen.contents().trim_end().ends_with("prompt>")
    };
    pty.wait("a prompt", is_at_prompt);
    pty.send(&format!("PARTNERBOOK_LANG=en '{}' demo\r", env!("CARGO_BIN_EXE_partnerbook")));
    pty.wait_text("1 Providers");
    pty.send("\x1a");
    pty.wait("the shell", is_at_prompt);
    pty.settle();
    pty.assert_restored();
    pty.send("fg\r");
    pty.wait_text("1 Providers");
    pty.send("q");
    pty.wait("the shell again", is_at_prompt);
    pty.send("exit\r");
    assert!(pty.wait_exit().success());
}

/// Ways of saying that there shall be no colour, and what must not be sent then.
#[test]
fn without_colour_none_is_sent() {
    let pty = Pty::start(demo().env("NO_COLOR", "1"), Control::Controlling, 80, 24);
    pty.wait_text("1 Providers");
    pty.send("3j");
    pty.wait_text("Adega");
    pty.send("q");
    assert!(pty.wait_exit().success());
    let sent = pty.raw();
    assert!(sent.contains("\x1b[7m"), "the cursor row is reversed");
    assert!(!sent.contains("\x1b[;m"), "a reset in the middle of a row");
    let parameters = sent.split("\x1b[").filter_map(|rest| rest.split_once('m')).map(|(before, _)| before);
    let colours: Vec<&str> = parameters.filter(|text| is_colour(text)).collect();
    assert!(colours.is_empty(), "{colours:?}");
}

fn is_colour(parameters: &str) -> bool {
    let numbers: Option<Vec<u8>> = parameters.split(';').map(|number| number.parse().ok()).collect();
    let is_colour = |code: &u8| matches!(code, 30..=38 | 40..=48 | 90..=107);
    numbers.is_some_and(|numbers| numbers.first().is_some_and(is_colour))
}
