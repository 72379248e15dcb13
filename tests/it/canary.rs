//! A book whose every text is hostile, through every command of the real program: of what the texts would
//! do to a terminal, not one byte gets out.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use partnerbook::model::{
    Agreement, Assignment, Channel, Family, FieldRef, Guid, Key, Kind, Model, Record, RelationshipState,
    Role, Status, TransferStatus,
};
use partnerbook::store::{Disk, Drive, Meta, Models, Taken, machine};
use tempfile::TempDir;

use crate::support::harm::assert_harmless;
use crate::support::random;

/// A clipboard write, a title, a mode that nobody has, a C1 control, overrides, isolates, spaces of no width, a tag, a flood
/// of accents, and what a spreadsheet would run.
const HOSTILE: &str = "=cmd\u{1b}]52;c;RVZJTA==\u{7}\u{1b}]0;canary\u{7}\u{1b}[1337m\u{9b}1337h\r\n\t\u{202e}canary\
    \u{2066}\u{200b}\u{feff}\u{ad}\u{2028}\u{e0041}e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}";

/// A config folder with a hostile name and such a book in it.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        let drive: Drive = machine();
        fs::create_dir_all(home.config().join("books")).unwrap();
        let mut disk = Disk::create(&drive, &home.config().join("books/main")).unwrap();
        let model = model();
        let models = Models { baseline: Model::default(), book: model };
        let meta = Meta { name: HOSTILE.into(), ..Meta::default() };
        disk.save(&meta, &models, Taken::default(), &mut |_| {}).unwrap();
        home
    }

    fn config(&self) -> PathBuf {
        self.0.path().join("config\u{1b}[1337m\u{202e}")
    }

    /// A file beside the book, by a hostile name.
    fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.0.path().join(format!("{name}\u{1b}[1337m\u{202e}.json"));
        fs::write(&path, content).unwrap();
        path
    }

    fn command(&self, lang: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_partnerbook"));
        command.env_clear().env("PARTNERBOOK_CONFIG_DIR", self.config()).env("PARTNERBOOK_LANG", lang);
        command.env("TERM", "xterm-256color").env("LC_ALL", "C.UTF-8").args(["--today", random::TODAY]);
        command
    }

    /// Runs a command and looks at every byte that it writes.
    fn runs<S: AsRef<OsStr>>(&self, lang: &str, args: &[S]) -> String {
        let mut command = self.command(lang);
        let done = command.args(args).stdin(Stdio::null()).output().unwrap();
        let what = format!("{:?}", args.iter().map(AsRef::as_ref).collect::<Vec<_>>());
        assert!(done.status.code().is_some_and(|code| code < 70), "{what}: {done:?}");
        let text = [done.stdout, done.stderr].concat();
        let text = String::from_utf8(text).unwrap();
        assert_harmless(&text.replace('\t', " "), &what);
        text
    }
}

fn model() -> Model {
    let mut model = random::model(&random::told(&(0..=255).collect::<Vec<u8>>()));
    for key in model.keys().collect::<Vec<Key>>() {
        let mut record = model.get(key).unwrap();
        poison(&mut record);
        drop(model.put(record));
    }
    model
}

fn poison(record: &mut Record) {
    for field in FieldRef::of(record.key().table()).into_iter().skip(1) {
        if matches!(field.kind(), Kind::Text) && !matches!(field.name(), "rule" | "record") {
            drop(record.set(field, HOSTILE));
        }
    }
    match record {
        Record::Subscription(s) if s.quantity.is_none_or(|n| n != 5) => s.status = Status::read(HOSTILE),
        Record::Subscription(s) => {
            (s.channel, s.family) = (Channel::read(HOSTILE), Family::read(HOSTILE));
            s.partner_of_record = Some(HOSTILE.into());
        }
        Record::Relationship(r) => r.state = RelationshipState::read(HOSTILE),
        Record::Partner(p) => {
            p.roles = p.roles.clone().with(Role::read(HOSTILE));
            p.partner_id = Some(HOSTILE.into());
        }
        Record::Customer(c) => {
            let agreement =
                Agreement { first_name: HOSTILE.into(), email: HOSTILE.into(), ..Agreement::default() };
            c.agreements = vec![agreement];
        }
        Record::Admin(a) => {
            let assignment = Assignment { group: Guid::own(9), roles: Vec::new(), status: HOSTILE.into() };
            a.assignments = vec![assignment];
        }
        Record::Transfer(t) => t.status = TransferStatus::read(HOSTILE),
        Record::Partnership(_) | Record::Group(_) | Record::Waiver(_) => {}
    }
}

#[test]
fn no_command_writes_what_does_harm() {
    let home = Home::new();
    for kind in ["providers", "resellers", "customers", "subscriptions", "relations", "problems", "agenda"] {
        for format in ["text", "tsv", "json", "jsonl", "md"] {
            home.runs("en", &["list", kind, "--format", format]);
        }
        home.runs("fr", &["list", kind, "--format", "text"]);
    }
    for lang in ["en", "fr"] {
        home.runs(lang, &["check", "--severity", "hint"]);
        home.runs(lang, &["doctor"]);
        home.runs(lang, &["keys", "--check"]);
    }
    let told = home.runs("en", &["list", "customers", "--columns", "name,domain"]);
    assert!(told.contains("\t'=cmd"), "a cell that a spreadsheet would run: {told}");
}

#[test]
fn no_record_is_shown_so_that_it_does_harm() {
    let home = Home::new();
    let mut seen = Vec::new();
    for key in model().keys() {
        let (table, record) = (key.table(), key.to_string());
        if seen.iter().filter(|known| **known == table).count() == 2 {
            continue;
        }
        seen.push(table);
        for shape in ["text", "json", "ron", "tree", "mermaid"] {
            home.runs(if shape == "text" { "fr" } else { "en" }, &["show", &record, "--as", shape]);
        }
        home.runs("en", &["who", &record]);
        home.runs("fr", &["explain", "R-REG-001", &record]);
    }
}

#[test]
fn nothing_that_is_typed_wrong_or_named_badly_does_harm() {
    let home = Home::new();
    let help = home.runs("en", &["--help"]);
    let commands = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let commands: Vec<&str> = commands.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.len() > 10, "{commands:?}");
    for command in commands {
        home.runs("en", &[command, HOSTILE]);
        home.runs("fr", &[command, HOSTILE, "--format", HOSTILE]);
        home.runs("en", &[command, HOSTILE, HOSTILE]);
    }
    home.runs("en", &[HOSTILE]);
    home.runs("en", &["--book", HOSTILE, "doctor"]);
    home.runs("en", &["list", "customers", HOSTILE]);
    home.runs("en", &["list", "customers", "--sort", HOSTILE]);
    home.runs("en", &["list", "customers", "--columns", HOSTILE]);
    home.runs("en", &["show", "=cmd"]);
}

#[test]
fn no_file_that_is_imported_does_harm_by_its_name_or_its_words() {
    let home = Home::new();
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let seeds = ["fuzz/import", "partner_center"].map(|folder| fs::read_dir(fixtures.join(folder)).unwrap());
    let us = "3f0c1a52-7d4e-4b7e-9a61-0c2f5a8e1b01";
    for (n, seed) in seeds.into_iter().flatten().enumerate() {
        let file = home.file(&n.to_string(), &fs::read(seed.unwrap().path()).unwrap());
        let args = [OsStr::new("import"), file.as_os_str(), OsStr::new("--us"), OsStr::new(us)];
        home.runs(["en", "fr"][n % 2], &args);
        home.runs("en", &[&args[..], &["--json".as_ref(), "--dry-run".as_ref()]].concat());
    }
    home.runs("en", &["check", "--severity", "hint"]);
    home.runs("en", &["import", "none\u{1b}[1337m\u{202e}.json"]);
}

#[test]
fn no_broken_file_of_the_book_does_harm_by_what_stands_in_it() {
    let home = Home::new();
    let files = [
        ("partners.ron", format!("Partners(format: 1, rows: [(tenant: {HOSTILE:?}, {HOSTILE}: 1)])")),
        ("customers.ron", format!("Customers(format: 1, rows: [(tenant: \"{HOSTILE}\")])")),
        ("groups.ron", format!("{HOSTILE}(format: 1)")),
        ("journal.ron", format!("{HOSTILE}\n{HOSTILE}")),
    ];
    for (name, text) in files {
        fs::write(home.config().join("books/main").join(name), text).unwrap();
        home.runs("en", &["doctor"]);
        home.runs("fr", &["check"]);
    }
    fs::write(home.config().join("settings.ron"), format!("Settings(format: 1, {HOSTILE}: {HOSTILE:?})"))
        .unwrap();
    home.runs("en", &["doctor"]);
    fs::write(home.config().join("settings.ron"), "Settings(format: 1)").unwrap();
    fs::write(
        home.config().join("keymap.ron"),
        format!("Keymap(format: 1, contexts: {{\"{HOSTILE}\": {{}}}})"),
    )
    .unwrap();
    home.runs("en", &["doctor"]);
    home.runs("fr", &["keys"]);
}
