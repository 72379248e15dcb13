//! Windows of every size, changing all the time: nothing panics, and the last frame is right.

use crate::home::{Home, shown};
use crate::pty::{Control, Pty};

/// Keys that open, move, type and leave, in a window that may be of any size.
const KEYS: [&str; 12] = ["j", "G", "3", "l", "?", "\x03", "/a", "\x03", "r", "\x1b", "ga", "\x03"];

/// Numbers that look random and are the same every time.
struct Dice(u64);

impl Dice {
    fn upto(&mut self, most: u16) -> u16 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        1 + u16::try_from(self.0 >> 48).unwrap() % most
    }
}

#[test]
fn a_storm_of_sizes_and_keys_ends_in_a_right_frame() {
    let home = Home::with_a_book();
    let pty = shown(home.command().arg("demo"));
    let mut dice = Dice(7);
    for _ in 0..50 {
        for key in KEYS {
            let (columns, rows) = if dice.upto(4) == 1 { (500, 200) } else { (120, 40) };
            pty.resize(dice.upto(columns), dice.upto(rows));
            pty.send(key);
        }
    }
    pty.send("\x03\x03\x03");
    pty.resize(120, 36);
    pty.send("?");
    pty.wait_text("Help");
    pty.send("\x1b");
    pty.wait("the panes", |screen| !screen.contents().contains("Help") && is_whole(screen));
    pty.wait_raw("the end of the frame", |raw| raw.ends_with("\x1b[?2026l"));
    let last = pty.contents();
    let repaints = |raw: &str| raw.matches("\x1b[2J").count();
    let before = repaints(&pty.raw());
    pty.send("\x0c");
    pty.wait_raw("a repaint", |raw| {
        repaints(raw) > before && raw.rfind("\x1b[?2026l") > raw.rfind("\x1b[2J")
    });
    assert_eq!(pty.contents(), last);
    pty.send("q");
    assert!(pty.wait_exit().success());
    pty.assert_restored();
}

fn is_whole(screen: &vt100::Screen) -> bool {
    let contents = screen.contents();
    contents.contains("1 Providers")
        && contents.contains("4 Subscriptions")
        && contents.contains("Partnerbook")
}

#[test]
fn a_window_may_begin_as_small_as_can_be() {
    let home = Home::with_a_book();
    for (columns, rows) in [(1, 1), (2, 1), (1, 200)] {
        let pty = Pty::start(&home.command(), Control::Controlling, columns, rows);
        pty.wait("the screens", vt100::Screen::alternate_screen);
        pty.send("j");
        pty.resize(80, 24);
        pty.wait_text("4 Subscriptions");
        pty.send("q");
        assert!(pty.wait_exit().success());
        pty.assert_restored();
    }
}

#[test]
fn a_terminal_that_does_not_know_its_size_is_taken_for_a_usual_one() {
    let home = Home::with_a_book();
    let pty = Pty::start(&home.command(), Control::Controlling, 80, 24);
    for (columns, rows) in [(0, 0), (0, 24), (80, 0)] {
        pty.tell_size(columns, rows);
        pty.send("?");
        pty.wait_text("Help");
        pty.send("\x1b");
        pty.wait("the panes", is_whole);
    }
    pty.resize(120, 36);
    pty.wait("the new size", |screen| screen.contents().lines().any(|line| line.chars().count() == 120));
    pty.send("q");
    assert!(pty.wait_exit().success());
}
