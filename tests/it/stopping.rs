//! Ctrl-z and back, in a shell with job control: the terminal is the shell's while the program is stopped, and whatever
//! becomes of the window meanwhile, the screens are whole afterwards.

use std::process::Command;

use rustix::process::{Pid, Signal, kill_process};

use crate::home::{Home, rename_kept};
use crate::pty::{Control, Pty};

/// A shell in which the program runs with these arguments.
fn in_a_shell(home: &Home, arguments: &str) -> Pty {
    let mut shell = Command::new("sh");
    shell.arg("-i").env("PS1", "prompt> ").env_remove("ENV");
    for (name, value) in home.command().get_envs() {
        shell.env(name, value.unwrap());
    }
    let pty = Pty::start(&shell, Control::Controlling, 120, 36);
    pty.wait("a prompt", is_at_prompt);
    let program = env!("CARGO_BIN_EXE_partnerbook");
    pty.send(&format!("sh -c 'echo $$ >\"$PARTNERBOOK_CONFIG_DIR/pid\"; exec \"{program}\" {arguments}'\r"));
    pty.wait_text("1 Providers");
    pty
}

fn is_at_prompt(screen: &vt100::Screen) -> bool {
    !screen.alternate_screen() && screen.contents().trim_end().ends_with("prompt>")
}

fn stop(pty: &Pty) {
    pty.send("\x1a");
    pty.wait("the shell", is_at_prompt);
    pty.settle();
    pty.assert_restored();
}

fn go_on(pty: &Pty) {
    pty.send("\rfg\r");
    pty.wait("the screens", |screen| screen.alternate_screen() && screen.contents().contains("1 Providers"));
}

fn end(pty: &Pty) {
    pty.wait("the shell again", is_at_prompt);
    pty.send("exit\r");
    assert!(pty.wait_exit().success());
    pty.assert_restored();
}

#[test]
fn the_window_may_change_while_the_program_is_stopped() {
    let home = Home::with_a_book();
    let pty = in_a_shell(&home, "demo");
    pty.send("3G");
    let has_cursor = |screen: &vt100::Screen| screen.contents().contains("║>");
    pty.wait("the cursor row", has_cursor);
    for (columns, rows) in [(80, 14), (200, 50), (120, 36)] {
        stop(&pty);
        pty.resize(columns, rows);
        go_on(&pty);
        pty.wait("the cursor row in the new window", |screen| {
            // The borders of the panes reach from side to side.
            has_cursor(screen)
                && screen.contents().lines().any(|line| line.chars().count() == usize::from(columns))
        });
    }
    pty.send("q");
    end(&pty);
}

#[test]
fn the_journal_goes_on_after_a_stop() {
    let home = Home::with_a_book();
    let pty = in_a_shell(&home, "--today 2026-11-24");
    rename_kept(&pty, "Zoo Services");
    stop(&pty);
    go_on(&pty);
    rename_kept(&pty, "Alpha Co");
    let pid = std::fs::read_to_string(home.folder().join("pid")).unwrap();
    kill_process(Pid::from_raw(pid.trim().parse().unwrap()).unwrap(), Signal::KILL).unwrap();
    pty.wait_text("Killed");
    let pty = home.started();
    pty.wait("both steps", |screen| {
        screen.contents().contains("Zoo Services") && screen.contents().contains("Alpha Co")
    });
    pty.wait_text("2 changes");
}
