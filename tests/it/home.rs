//! A config folder with a book in it, and the real program on that book in a pseudo-terminal.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use rustix::fs::{CWD, FileType, Mode, mknodat};
use tempfile::TempDir;

use crate::pty::{Control, Pty};

const US: &str = "3f0c1a52-7d4e-4b7e-9a61-0c2f5a8e1b01";

/// A config folder with a book in it.
pub struct Home(TempDir);

impl Home {
    /// A book of three resellers.
    pub fn with_a_book() -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/partner_center");
        let file = fixtures.join("resellers-of-provider.json");
        let done = home.command().arg("import").arg(file).args(["--us", US]).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        home
    }

    /// The program with this folder.
    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_partnerbook"));
        command.env("PARTNERBOOK_CONFIG_DIR", self.0.path()).env("PARTNERBOOK_LANG", "en");
        command.env("LC_ALL", "C.UTF-8").env("TERM", "xterm-256color").env("PARTNERBOOK_CLOCK", "2026-11-24");
        command.args(["--today", "2026-11-24"]);
        command
    }

    /// The program with its screens drawn.
    pub fn started(&self) -> Pty {
        shown(&self.command())
    }

    /// The program with its screens drawn, and files that act at places in it once they are there.
    pub fn planted<const N: usize>(&self, places: [&str; N]) -> (Pty, [Plant; N]) {
        let plants = places.map(|place| Plant(self.0.path().join(format!("planted-{place}"))));
        let planted =
            places.iter().zip(&plants).map(|(place, plant)| format!("{place}={}", plant.0.display()));
        let planted = planted.collect::<Vec<_>>().join(",");
        (shown(self.command().env("PARTNERBOOK_PLANTED", planted)), plants)
    }

    /// The config folder.
    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    /// A file of the book.
    pub fn file(&self, name: &str) -> PathBuf {
        self.0.path().join("books/main").join(name)
    }
}

/// Starts the program in a usual window and waits for its screens.
pub fn shown(command: &Command) -> Pty {
    let pty = Pty::start(command, Control::Controlling, 120, 36);
    pty.wait_text("1 Providers");
    pty
}

/// What acts at a place in the program once it is there.
pub struct Plant(PathBuf);

impl Plant {
    /// From now on the program panics there with these words.
    pub fn panic(&self, words: &str) {
        fs::write(&self.0, words).unwrap();
    }

    /// From now on the program waits there for [`Self::release`].
    pub fn hold(&self) {
        mknodat(CWD, &self.0, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
    }

    /// Lets the program go on that waits there, once it does.
    pub fn release(self) {
        let gate = fs::OpenOptions::new().write(true).open(&self.0).unwrap();
        // Gone before it opens: the program may be there again at once, and nobody would let it go.
        fs::remove_file(&self.0).unwrap();
        drop(gate);
    }
}

/// Gives the first reseller another name.
pub fn rename(pty: &Pty, name: &str) {
    pty.send("2gg");
    pty.send("je\x15");
    pty.send(name);
    pty.send("\x13");
    pty.wait_text(&format!("Changed {name}"));
}

/// Gives the first reseller another name, and waits until the screen says that the disk has it.
pub fn rename_kept(pty: &Pty, name: &str) {
    rename(pty, name);
    pty.wait_text("draft saved");
}
