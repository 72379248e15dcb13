//! Text that is pasted: however long and whatever is in it, it is text, and the program goes on hearing keys.

use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use crate::home::Home;
use crate::pty::Pty;

const BEGIN: &str = "\x1b[200~";
const END: &str = "\x1b[201~";

/// Ten megabytes with what would change the terminal.
fn long() -> String {
    "clinic \x1b]0;owned\x07\x1b[31m \u{9b}31m é\n".repeat(320_000)
}

/// The most memory that the program has had, in megabytes.
fn most_memory(pty: &Pty) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", pty.pid())).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    peak.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
}

/// Types bytes and waits until the program has read them.
fn send_alone(pty: &Pty, bytes: &str) {
    let read = || {
        let figures = fs::read_to_string(format!("/proc/{}/io", pty.pid())).unwrap();
        figures.lines().find_map(|line| line.strip_prefix("rchar: ")).unwrap().parse::<usize>().unwrap()
    };
    let before = read();
    let start = Instant::now();
    pty.send(bytes);
    while read() < before + bytes.len() {
        assert!(start.elapsed() < Duration::from_secs(30), "{bytes:?} is never read");
        thread::yield_now();
    }
}

fn assert_harmless(pty: &Pty) {
    let raw = pty.raw();
    assert!(!raw.contains("\x1b]0;") && !raw.contains('\u{9b}') && !raw.contains("\x1b[31m \u{9b}"));
}

#[test]
fn ten_megabytes_are_cut_in_words_wherever_text_is_typed() {
    // A filter, a question, a field of a form.
    for (keys, shown) in [("2gg/", "filter Resellers /"), ("I", "Files to import"), ("2ggje", "> name")] {
        let home = Home::with_a_book();
        let pty = home.started();
        pty.send(keys);
        pty.wait_text(shown);
        let before = most_memory(&pty);
        pty.send(BEGIN);
        pty.send(&long());
        pty.send(END);
        pty.wait_text("it was cut");
        // Keys are heard, and work on what was pasted.
        pty.send("\x15zebra");
        pty.wait_text("zebra");
        pty.wait("the line emptied", |screen| !screen.contents().contains("clinic"));
        let most = most_memory(&pty) - before;
        assert!(most < 24, "{shown}: {most} MB");
        assert_harmless(&pty);
        let before = fs::read(home.file("partners.ron")).unwrap();
        pty.signal(rustix::process::Signal::TERM);
        pty.wait_exit();
        pty.assert_restored();
        assert_eq!(fs::read(home.file("partners.ron")).unwrap(), before);
    }
}

#[test]
fn a_paste_where_no_text_is_typed_is_left_out_in_words() {
    let home = Home::with_a_book();
    let before = fs::read(home.file("journal.ron")).unwrap();
    let pty = home.started();
    pty.send(BEGIN);
    pty.send(&format!("qqxx\x03{}", long()));
    pty.send(END);
    pty.wait_text("what was pasted is left out");
    assert_harmless(&pty);
    pty.send("?");
    pty.wait_text("Help");
    pty.send("\x1b");
    pty.wait("the panes", |screen| !screen.contents().contains("Help"));
    pty.send("q");
    assert!(pty.wait_exit().success());
    assert_eq!(fs::read(home.file("journal.ron")).unwrap(), before);
}

#[test]
fn a_paste_in_pieces_is_one_and_one_without_an_end_is_ended_by_ctrl_c() {
    let home = Home::with_a_book();
    let pty = home.started();
    pty.send("2gg/");
    pty.wait_text("filter Resellers /");
    for piece in ["\x1b[20", "0~hal", "den q", "\x1b[2", "01~"] {
        send_alone(&pty, piece);
    }
    pty.wait_text("halden q");
    pty.send("\x15");
    pty.wait("the line emptied", |screen| !screen.contents().contains("halden q"));
    // Keys that belong to a paste which never ends are text; Ctrl-c alone is not.
    for piece in ["\x1b[200~rio", "\r", "\x03"] {
        send_alone(&pty, piece);
    }
    pty.send("x");
    pty.wait_text("rio x");
}
