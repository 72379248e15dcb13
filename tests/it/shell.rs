//! A shell to run commands in: sealed, with a fixed day; notes what is typed and what is answered.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// The tenant of the partner whose exports the examples are.
pub const US: &str = "3f0c1a52-7d4e-4b7e-9a61-0c2f5a8e1b01";
/// A customer in them.
pub const BAKKER: &str = "7c1b0e54-2f6a-4d3b-8e19-5a40c2d7f301";
/// The resellers of the partner.
pub const PROVIDER: &str = "resellers-of-provider.json";

/// A config folder of its own, and what was done in it.
pub struct Shell {
    pub home: TempDir,
    pub lang: &'static str,
    /// The day that is asked for; nothing for the clock's.
    pub day: Option<&'static str>,
    pub told: String,
}

/// What a command did.
pub struct Ran {
    pub out: String,
    pub said: String,
    pub code: i32,
}

impl Shell {
    /// A shell in English.
    pub fn new() -> Self {
        let home = tempfile::tempdir().unwrap();
        Self { home, lang: "en", day: Some("2026-11-24"), told: String::new() }
    }

    /// A shell in French.
    pub fn french() -> Self {
        Self { lang: "fr", ..Self::new() }
    }

    /// The program with these arguments, in the folder of example files.
    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_partnerbook"));
        command
            .env_clear()
            .env("PARTNERBOOK_CONFIG_DIR", self.home.path())
            .env("PARTNERBOOK_LANG", self.lang);
        command.current_dir(fixtures()).stdin(Stdio::null());
        // The log has the time by the clock: it stands still on that day.
        command.envs(self.day.map(|day| ("PARTNERBOOK_CLOCK", day)));
        command.args(self.day.map(|day| ["--today", day]).into_iter().flatten()).args(args);
        command
    }

    /// Runs a command without noting it.
    pub fn run(&self, args: &[&str]) -> Ran {
        let done = self.command(args).output().unwrap();
        let text = |bytes: Vec<u8>| {
            let text = String::from_utf8(bytes).unwrap();
            text.replace(&*self.home.path().canonicalize().unwrap().to_string_lossy(), "CONFIG")
                .replace(&*self.home.path().to_string_lossy(), "CONFIG")
        };
        Ran { out: text(done.stdout), said: text(done.stderr), code: done.status.code().unwrap() }
    }

    /// Runs a command and notes it in the transcript.
    pub fn types(&mut self, args: &[&str]) -> Ran {
        let ran = self.run(args);
        writeln!(self.told, "$ partnerbook {}", args.join(" ")).unwrap();
        self.told += &ran.out;
        ran.said.lines().for_each(|line| writeln!(self.told, "! {line}").unwrap());
        writeln!(self.told, "= {}\n", ran.code).unwrap();
        ran
    }

    /// The folder of the main book.
    pub fn book(&self) -> PathBuf {
        self.home.path().join("books/main")
    }

    /// Takes example files in.
    pub fn imports(&self, files: &[&str]) -> Ran {
        let args = [&["import"], files, &["--us", US, "--customer", BAKKER]].concat();
        let ran = self.run(&args);
        assert_eq!(ran.code, 0, "{}", ran.said);
        ran
    }
}

/// The folder of example files.
pub fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/partner_center")
}

/// The content of every file of a folder but the lock, which every program signs.
pub fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("book.lock") {
                found.push((path.clone(), fs::read(path).unwrap()));
            }
        }
    }
    found.sort();
    found
}
