//! What outlives the program: it is killed in the middle of its work, and goes on where it was.

use std::path::Path;
use std::process::Command;

use rustix::process::Signal;
use tempfile::TempDir;

use crate::pty::{Control, Pty, died_of};

const US: &str = "3f0c1a52-7d4e-4b7e-9a61-0c2f5a8e1b01";

/// A config folder with a book in it.
struct Home(TempDir);

impl Home {
    fn with_a_book() -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/partner_center");
        let file = fixtures.join("resellers-of-provider.json");
        let done = home.command().arg("import").arg(file).args(["--us", US]).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        home
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_partnerbook"));
        command.env("PARTNERBOOK_CONFIG_DIR", self.0.path()).env("PARTNERBOOK_LANG", "en");
        command.env("TERM", "xterm-256color").args(["--today", "2026-11-24"]);
        command
    }

    fn started(&self) -> Pty {
        let pty = Pty::start(&self.command(), Control::Controlling, 120, 36);
        pty.wait_text("1 Providers");
        pty
    }
}

/// Gives the first reseller another name, and waits until the screen says that the disk has it.
fn rename(pty: &Pty, name: &str) {
    pty.send("2gg");
    pty.send("je\x15");
    pty.send(name);
    pty.send("\x13");
    pty.wait_text(&format!("Changed {name}"));
    pty.wait_text("draft saved");
}

#[test]
fn what_the_screen_calls_saved_outlives_a_kill() {
    let home = Home::with_a_book();
    let pty = home.started();
    rename(&pty, "Zoo Services");
    pty.signal(Signal::KILL);
    assert!(died_of(pty.wait_exit(), Signal::KILL));
    let pty = home.started();
    pty.wait_text("Zoo Services");
    pty.wait_text("draft saved");
    pty.send("u");
    pty.wait_text("Undid");
    pty.wait("the old name", |screen| !screen.contents().contains("Zoo Services"));
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
    let files = home.0.path().join("books/main");
    let partners = std::fs::read_to_string(files.join("partners.ron")).unwrap();
    assert!(partners.contains("Zoo Services"), "{partners}");
}
