//! How often the screen is drawn: once for a burst of keys, and not at all when nothing changes.

use crate::home::Home;
use crate::pty::Pty;

/// What marks the beginning of a frame.
const FRAME: &str = "\x1b[?2026h";

fn frames(raw: &str) -> usize {
    raw.matches(FRAME).count()
}

fn demo() -> Pty {
    crate::home::shown(Home::with_a_book().command().arg("demo"))
}

#[test]
fn a_burst_of_keys_is_few_frames() {
    let home = Home::with_a_book();
    let (pty, [update]) = home.planted(["update"]);
    let before = frames(&pty.raw());
    update.hold();
    // The first key holds the program until all have arrived.
    pty.send(&"jk".repeat(100));
    pty.send("?");
    update.release();
    pty.wait_text("Help");
    let drawn = frames(&pty.raw()) - before;
    assert!((1..=5).contains(&drawn), "{drawn} frames");
}

#[test]
fn what_changes_nothing_draws_nothing() {
    let pty = demo();
    let before = pty.raw().len();
    for _ in 0..50 {
        // The window goes to the back and comes to the front; an end of a paste that never began.
        pty.send("\x1b[O");
        pty.send("\x1b[I");
    }
    pty.send("?");
    pty.wait_text("Help");
    let raw = pty.raw();
    assert_eq!(frames(&raw[before..]), 1, "{:?}", &raw[before..]);
}

#[test]
fn a_frame_is_whole_before_it_is_sent() {
    let pty = demo();
    pty.send("G?");
    pty.wait_text("Help");
    pty.resize(80, 24);
    pty.send("\x1b");
    pty.wait("the panes", |screen| {
        !screen.contents().contains("Help") && screen.contents().contains("4 Subs")
    });
    pty.send("q");
    assert!(pty.wait_exit().success());
    let raw = pty.raw();
    // Leaving ends a frame that may have been cut off.
    assert_eq!(frames(&raw) + 1, raw.matches("\x1b[?2026l").count());
    let outside = raw.split(FRAME).map(|part| part.rsplit("\x1b[?2026l").next().unwrap());
    let drawn: Vec<&str> = outside.skip(1).filter(|part| !part.is_empty()).collect();
    assert_eq!(drawn.len(), 1, "only leaving writes outside of frames: {drawn:?}");
}
