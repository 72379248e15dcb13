//! A book whose every text is hostile, through every command and every view of the real program: of what the texts would
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

use crate::pty::{Control, Pty};
use crate::support::harm::{assert_harmless, is_harmful};
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
        command
            .env("TERM", "xterm-256color")
            .env("LC_ALL", "C.UTF-8")
            .env("PARTNERBOOK_CLOCK", random::TODAY);
        command.args(["--today", random::TODAY]);
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

/// The pane, and what leads from it to a view.
const VIEWS: [(&str, &str); 14] = [
    ("3", "\r"),
    ("4", "\r"),
    ("3", "w"),
    ("3", "t"),
    ("1", "ga"),
    ("1", "c"),
    ("3", "W"),
    ("3", "e"),
    ("4", "e"),
    ("3", "rr"),
    ("3", "x"),
    ("1", ":"),
    ("1", "?"),
    ("3", "/canary"),
];

#[test]
fn no_view_sends_the_terminal_what_does_harm() {
    let home = Home::new();
    for lang in ["en", "fr"] {
        let pty = Pty::start(&home.command(lang), Control::Controlling, 120, 36);
        pty.wait("the screens", |screen| screen.contents().contains("=cmd"));
        let changes = |keys: &str| {
            let before = pty.contents();
            pty.send(keys);
            pty.wait(keys, |screen| screen.contents() != before);
        };
        let leads = |keys: &str, pane: &str| {
            pty.send(keys);
            pty.wait_text(&format!("╔═ {pane}"));
        };
        // Nobody follows, so that every pane has records; the cursor is on the first.
        [("f4j", "4"), ("3j", "3"), ("2", "2")].iter().for_each(|(keys, pane)| leads(keys, pane));
        for (pane, keys) in VIEWS {
            leads(pane, pane);
            changes(keys);
            leads("\u{3}\u{3}\u{3}2", "2");
        }
        pty.send("3/\u{1b}[200~");
        pty.send(HOSTILE);
        pty.send("\u{1b}[201~");
        pty.wait("what was pasted", |screen| screen.contents().contains("<202E>"));
        pty.send("\u{3}\u{3}yyQ");
        assert!(pty.wait_exit().success());
        let strange = strange(&pty.raw());
        assert!(strange.is_empty(), "{strange:?}");
    }
}

#[test]
fn what_the_program_sends_is_told_from_what_would_do_harm() {
    assert_eq!(
        strange("\u{1b}[?1049h\u{1b}[1;31mé\u{1b}[m\r\n\u{1b}]52;c;QQ==\u{7}\u{1b}7"),
        Vec::<String>::new()
    );
    for harm in
        ["\u{1b}[1337m", "\u{1b}]0;x\u{7}", "\u{9b}2J", "\u{202e}", "\u{1b}]52;c;RVZJTA==\u{7}", "\u{7}"]
    {
        assert!(!strange(harm).is_empty(), "{harm:?}");
    }
}

/// What is sent that the program itself never sends.
fn strange(raw: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = raw;
    while let Some(at) = rest.find(|c: char| is_harmful(c) && !matches!(c, '\r' | '\n')) {
        rest = &rest[at..];
        let length = own(rest).unwrap_or_else(|| {
            found.push(rest.chars().take(12).collect());
            rest.chars().next().map_or(1, char::len_utf8)
        });
        rest = &rest[length..];
    }
    found
}

/// The length of a sequence of the program's own at the beginning of a text.
fn own(text: &str) -> Option<usize> {
    let body = text.strip_prefix('\u{1b}')?;
    if let Some(rest) = body.strip_prefix('[') {
        let end = rest.find(|c: char| !matches!(c, '0'..='9' | ';' | ':' | '?' | '>' | '<' | '='))?;
        let is_letter = rest[end..].starts_with(|c: char| c.is_ascii_alphabetic());
        return (is_letter && !rest[..end].contains("1337")).then_some(2 + end + 1);
    }
    if let Some(rest) = body.strip_prefix("]52;c;") {
        let end = rest.find('\u{7}')?;
        let is_copy =
            rest[..end].bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'='));
        return (is_copy && &rest[..end] != "RVZJTA==").then_some(7 + end + 1);
    }
    body.starts_with(['7', '8', '=', '>', 'c', 'M']).then_some(2)
}
