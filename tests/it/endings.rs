//! Every way of ending leaves the terminal as it was, and what was done on the disk.

use rustix::process::Signal;

use crate::home::{Home, rename, rename_kept};
use crate::pty::{Control, Pty, died_of};

const DEADLY: [Signal; 4] = [Signal::TERM, Signal::HUP, Signal::INT, Signal::QUIT];

/// Every place at which a test can make the program panic, and what leads there.
const PLACES: [(&str, &str); 7] = [
    ("draw", "j"),
    ("update", "j"),
    ("input", "j"),
    // The deadlines are gathered by a worker.
    ("worker", "ga"),
    ("journal", "u"),
    ("journaled", "u"),
    ("save", "\x13"),
];

#[test]
fn quitting_restores_the_terminal() {
    let home = Home::with_a_book();
    let pty = home.started();
    pty.send("\x03q");
    assert!(pty.wait_exit().success());
    pty.assert_restored();
}

#[test]
fn signals_restore_the_terminal_and_end_the_program_as_they_do() {
    let home = Home::with_a_book();
    for signal in DEADLY {
        let pty = home.started();
        pty.signal(signal);
        let status = pty.wait_exit();
        assert!(died_of(status, signal), "{signal:?}: {status:?}");
        pty.assert_restored();
    }
}

#[test]
fn a_signal_waits_for_a_step_on_its_way_to_the_disk() {
    for signal in DEADLY {
        let home = Home::with_a_book();
        let (pty, [plant]) = home.planted(["journal"]);
        plant.hold();
        rename(&pty, "Zoo Services");
        pty.wait_text("saving the draft");
        pty.signal(signal);
        pty.wait("the terminal as it was", |screen| !screen.alternate_screen());
        assert!(!pty.raw().contains("draft saved"));
        plant.release();
        assert!(died_of(pty.wait_exit(), signal));
        pty.assert_restored();
        home.started().wait_text("Zoo Services");
    }
}

#[test]
fn a_closed_terminal_ends_it_and_keeps_what_was_done() {
    for control in [Control::Controlling, Control::Detached] {
        let home = Home::with_a_book();
        let pty = Pty::start(&home.command(), control, 120, 36);
        pty.wait_text("1 Providers");
        rename_kept(&pty, "Zoo Services");
        let status = pty.hang_up();
        assert!(died_of(status, Signal::HUP) || status.code() == Some(129), "{status:?}");
        home.started().wait_text("Zoo Services");
    }
}

#[test]
fn a_panic_restores_the_terminal_and_keeps_what_was_confirmed() {
    for (place, keys) in PLACES {
        let home = Home::with_a_book();
        let (pty, [plant]) = home.planted([place]);
        rename_kept(&pty, "Zoo Services");
        rename_kept(&pty, "Alpha Co");
        plant.panic("words about Zoo Services");
        pty.send(keys);
        assert_eq!(pty.wait_exit().code(), Some(70), "{place}");
        pty.assert_restored();
        assert_told(&pty, place, &home);
        let pty = home.started();
        pty.wait_text("Zoo Services");
        // What was on its way, here that the last name is taken back, may be there; what was confirmed is.
        if place != "journaled" {
            pty.wait_text("Alpha Co");
        }
    }
}

/// What is said after the screens: what happened, where the steps are, and nothing of the book.
fn assert_told(pty: &Pty, place: &str, home: &Home) {
    let raw = pty.raw();
    let (_, told) = raw.rsplit_once("\x1b[?1049l").unwrap();
    assert!(told.contains("stopped because of an error in itself (src/tui/"), "{place}: {told}");
    assert!(told.contains("is there at the next start"), "{place}: {told}");
    assert!(told.contains(home.file("").parent().unwrap().to_str().unwrap()), "{place}: {told}");
    assert!(!told.contains("Zoo") && !told.contains("words about"), "{place}: {told}");
}

#[test]
fn a_step_whose_writer_panics_is_not_called_saved() {
    let home = Home::with_a_book();
    let (pty, [plant]) = home.planted(["journal"]);
    plant.panic("planted");
    pty.send("2ggje\x15Zoo Services\x13");
    assert_eq!(pty.wait_exit().code(), Some(70));
    assert!(!pty.raw().contains("draft saved"));
    let pty = home.started();
    pty.wait("the book as it was", |screen| !screen.contents().contains("Zoo Services"));
}

#[test]
fn a_panic_waits_for_a_step_on_its_way_to_the_disk() {
    let home = Home::with_a_book();
    let (pty, [writer, drawing]) = home.planted(["journal", "draw"]);
    writer.hold();
    rename(&pty, "Zoo Services");
    pty.wait_text("saving the draft");
    drawing.panic("planted");
    pty.send("j");
    pty.wait("the terminal as it was", |screen| !screen.alternate_screen());
    writer.release();
    assert_eq!(pty.wait_exit().code(), Some(70));
    home.started().wait_text("Zoo Services");
}
