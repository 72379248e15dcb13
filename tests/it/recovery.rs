//! What outlives the program: it is killed in the middle of its work, and goes on where it was.

use rustix::process::Signal;

use crate::home::{Home, rename_kept};
use crate::pty::died_of;

#[test]
fn what_the_screen_calls_saved_outlives_a_kill() {
    let home = Home::with_a_book();
    let pty = home.started();
    rename_kept(&pty, "Zoo Services");
    pty.signal(Signal::KILL);
    assert!(died_of(pty.wait_exit(), Signal::KILL));
    let pty = home.started();
    pty.wait_text("Zoo Services");
    pty.wait_text("draft saved");
    pty.send("u");
    pty.wait_text("Undid");
    // The notice alone says what it was called before that.
    pty.wait("the old name", |screen| screen.contents().matches("Zoo Services").count() == 1);
    pty.signal(Signal::KILL);
    assert!(died_of(pty.wait_exit(), Signal::KILL));
    let pty = home.started();
    pty.send("U");
    pty.wait_text("Zoo Services");
    pty.wait_text("draft saved");
    pty.send("q");
    pty.wait_text("the draft is kept");
    pty.send("s");
    assert!(pty.wait_exit().success());
    let partners = std::fs::read_to_string(home.file("partners.ron")).unwrap();
    assert!(partners.contains("Zoo Services"), "{partners}");
}

#[test]
fn what_is_typed_into_a_form_outlives_a_kill_and_a_hang_up() {
    let home = Home::with_a_book();
    let pty = home.started();
    pty.send("2gg");
    pty.send("je\x15Zoo Serv");
    pty.wait_text("1 field changed, draft kept");
    pty.signal(Signal::KILL);
    assert!(died_of(pty.wait_exit(), Signal::KILL));
    let pty = home.started();
    pty.wait_text("was being filled");
    pty.wait_text("name: Zoo Serv");
    pty.send("r");
    pty.wait_text("1 field changed, draft kept");
    pty.send("ices");
    pty.wait_text("Zoo Services");
    pty.wait_text("1 field changed, draft kept");
    pty.hang_up();
    let pty = home.started();
    pty.wait_text("name: Zoo Services");
    pty.send("r");
    pty.wait_text("1 field changed");
    pty.send("\x13");
    pty.wait_text("Changed Zoo Services");
    pty.wait_text("draft saved");
    pty.send("q");
    pty.wait_text("the draft is kept");
    pty.send("s");
    assert!(pty.wait_exit().success());
    assert!(!home.file("forms.ron").exists());
}
