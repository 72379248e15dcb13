//! A book and a script of edits, undos, imports and saves; and the states that the book goes through.

use std::fmt::Write as _;
use std::fs::{self, DirBuilder};
use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::judge::Found;

const US: &str = "3f0c1a52-7d4e-4b7e-9a61-0c2f5a8e1b01";

/// A config folder with a book in it.
pub struct Home(TempDir);

impl Home {
    fn with_a_book() -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        let files = ["resellers-of-provider.json", "customers.json"].map(fixture);
        let mut command = home.command(&["import", "--us", US]);
        let done = command.args(files).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        home
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    pub fn book(&self) -> PathBuf {
        self.path().join("books/main")
    }

    /// Another home with the same content.
    pub fn copy(&self) -> Self {
        let other = Self(tempfile::tempdir().unwrap());
        copy_into(&self.path().join("books"), &other.path().join("books"));
        other
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_partnerbook"));
        command.env_clear().env("PARTNERBOOK_CONFIG_DIR", self.path()).stdin(Stdio::null());
        command.env("PARTNERBOOK_CLOCK", "2026-11-24");
        command.args(["--today", "2026-11-24", "--lang", "en"]).args(args);
        command
    }

    /// A script as a file, beside the book.
    pub fn script(&self, script: &str) -> PathBuf {
        let path = self.path().join("script.ron");
        fs::write(&path, script).unwrap();
        path
    }

    /// What is in the book.
    fn listed(&self) -> Result<String, String> {
        let done = self.command(&["list", "customers", "--format", "jsonl"]).output().unwrap();
        if done.status.success() {
            Ok(String::from_utf8(done.stdout).unwrap())
        } else {
            Err(String::from_utf8_lossy(&done.stderr).into_owned())
        }
    }

    /// Opens the book, to look at it; opens it to write, where the last step is taken back and done again and the book is
    /// saved; and looks at it once more.
    pub fn opened_twice(&self) -> Found {
        let all = || {
            let first = self.listed()?;
            let script = self.script("Save\nUndo\nRedo\n");
            let done = self.command(&["apply", &script.to_string_lossy()]).output().unwrap();
            let said = String::from_utf8_lossy(&done.stderr).into_owned();
            // Before the first edit the import can be taken back: there always is a step.
            if !done.status.success() {
                return Err(said);
            }
            Ok((first, self.listed()?))
        };
        match all() {
            Ok((first, second)) => Found { first, second, failed: None },
            Err(failed) => Found { first: String::new(), second: String::new(), failed: Some(failed) },
        }
    }
}

/// The same files, as private as they were.
fn copy_into(from: &Path, to: &Path) {
    DirBuilder::new().mode(0o700).create(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let (path, name) = entry.map(|entry| (entry.path(), entry.file_name())).unwrap();
        if path.is_dir() {
            copy_into(&path, &to.join(name));
        } else {
            fs::copy(&path, to.join(name)).unwrap();
        }
    }
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/partner_center").join(name)
}

/// A book, what is done to it, and the states that it goes through.
pub struct Life {
    pub home: Home,
    lines: Vec<String>,
    /// The book after so many edits.
    pub states: Vec<String>,
}

impl Life {
    /// So many rounds of edits, and a last one that the program refuses.
    pub fn new(rounds: usize) -> Self {
        let home = Home::with_a_book();
        let mut lines: Vec<String> = (1..=rounds).flat_map(round).collect();
        let states = states(&home.copy(), &lines);
        lines.push("Set(record: \"bakker\", fields: [(\"country\", \"nowhere\")])".to_owned());
        Self { home, lines, states }
    }

    pub fn script(&self) -> String {
        self.lines.iter().fold(String::new(), |mut script, line| {
            writeln!(script, "{line}").unwrap();
            script
        })
    }
}

fn round(n: usize) -> Vec<String> {
    let note = |text: &str| format!("Set(record: \"bakker\", fields: [(\"note\", \"{text} {n}\")])");
    let import = fixture("customer.json");
    vec![
        note("first"),
        format!("Add(table: \"customer\", fields: [(\"name\", \"Hotel {n}\"), (\"country\", \"FR\")])"),
        "Undo".to_owned(),
        "Redo".to_owned(),
        "Save".to_owned(),
        note("two\\nlines"),
        format!("Import(files: [{:?}], us: \"{US}\")", import.to_string_lossy()),
        "Undo".to_owned(),
        note("after an undo"),
        format!("Import(files: [{:?}], us: \"{US}\")", import.to_string_lossy()),
        "Save".to_owned(),
        format!("Set(record: \"Hotel {n}\", fields: [(\"name\", \"Gasthof {n}\")])"),
        format!("Remove(record: \"Gasthof {n}\")"),
        note("last"),
    ]
}

/// The book before the first edit, and after each.
fn states(home: &Home, lines: &[String]) -> Vec<String> {
    let mut child = home.command(&["apply", "-"]);
    let mut child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let (mut to, mut from) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    let mut states = vec![home.listed().unwrap()];
    for (n, line) in (1..).zip(lines) {
        writeln!(to, "{line}").unwrap();
        let mut ack = String::new();
        from.read_line(&mut ack).unwrap();
        assert!(ack.starts_with(&format!("ack {n} ")), "{line}: {ack}");
        states.push(home.listed().unwrap());
    }
    drop(to);
    assert!(child.wait().unwrap().success());
    states
}
