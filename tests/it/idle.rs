//! A program that nobody uses sleeps: no timer wakes it, nothing is drawn, no processor time is taken.

use std::fs;
use std::process::Command;
use std::thread;
use std::time::Duration;

use crate::home::{Home, shown};
use crate::pty::Pty;

/// Keys that lead to a screen, and what it shows.
const SCREENS: [(&str, &str); 4] =
    [("", "1 Providers"), ("ga", "Agenda"), ("?", "Help"), ("3jT", "Transfer")];

/// Adds up a figure of every thread of the program.
fn of_threads(pty: &Pty, file: &str, figure: impl Fn(&str) -> u64) -> u64 {
    let tasks = fs::read_dir(format!("/proc/{}/task", pty.pid())).unwrap();
    tasks.map(|task| figure(&fs::read_to_string(task.unwrap().path().join(file)).unwrap())).sum()
}

/// How often threads of the program went to sleep or were made to.
fn switches(pty: &Pty) -> u64 {
    let counts = |status: &str| {
        let lines = status.lines().filter_map(|line| line.split_once("ctxt_switches:"));
        lines.map(|(_, count)| count.trim().parse::<u64>().unwrap()).sum()
    };
    of_threads(pty, "status", counts)
}

/// Processor time so far, in microseconds.
fn processor(pty: &Pty) -> u64 {
    let nanoseconds = |stat: &str| stat.split_whitespace().next().unwrap().parse::<u64>().unwrap();
    of_threads(pty, "schedstat", nanoseconds) / 1_000
}

/// Lets time pass by work of another program.
fn work_elsewhere() {
    for _ in 0..5 {
        let done = Command::new(env!("CARGO_BIN_EXE_partnerbook")).arg("--help").output().unwrap();
        assert!(done.status.success());
    }
}

fn on(screen: (&str, &str)) -> Pty {
    let program = std::env::var_os("PARTNERBOOK_MEASURED");
    let home = Home::with_a_book();
    let mut command = Command::new(program.unwrap_or(env!("CARGO_BIN_EXE_partnerbook").into()));
    for (name, value) in home.command().get_envs() {
        command.env(name, value.unwrap());
    }
    let pty = shown(command.arg("demo"));
    pty.send(screen.0);
    pty.wait_text(screen.1);
    pty
}

#[test]
fn nothing_wakes_an_idle_program() {
    for screen in SCREENS {
        let pty = on(screen);
        // The last of what the keys began may still be at work.
        let is_idle = (0..100).any(|_| {
            let before = (switches(&pty), pty.raw().len());
            work_elsewhere();
            (switches(&pty), pty.raw().len()) == before
        });
        assert!(is_idle, "{} never sleeps", screen.1);
    }
}

/// Not a test: `cargo test --test it -- --ignored --nocapture idle` prints processor time over ten idle seconds;
/// `PARTNERBOOK_MEASURED` names another build of the program.
#[test]
#[ignore = "measures for ten seconds a screen"]
fn ten_seconds() {
    for screen in SCREENS {
        let pty = on(screen);
        thread::sleep(Duration::from_secs(1));
        let before = (processor(&pty), switches(&pty), pty.raw().len());
        thread::sleep(Duration::from_secs(10));
        let (time, woken, sent) =
            (processor(&pty) - before.0, switches(&pty) - before.1, pty.raw().len() - before.2);
        println!("{}: {time} µs of processor time, woken {woken} times, {sent} bytes sent", screen.1);
        assert!(time < 20_000, "{} takes {time} µs in ten idle seconds", screen.1);
    }
}
