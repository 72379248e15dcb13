//! `apply`: scripts of edits in a sealed environment: what is confirmed, what is refused, how it ends.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

const US: &str = "3f0c1a52-7d4e-4b7e-9a61-0c2f5a8e1b01";
const BAKKER: &str = "customer:7c1b0e54-2f6a-4d3b-8e19-5a40c2d7f301";

/// A config folder with a book in it.
struct Shell(TempDir);

/// What a command did.
struct Ran {
    out: String,
    said: String,
    code: i32,
}

impl Shell {
    fn new() -> Self {
        let shell = Self(tempfile::tempdir().unwrap());
        let ran = shell.run(&["import", "resellers-of-provider.json", "customers.json", "--us", US]);
        assert_eq!(ran.code, 0, "{}", ran.said);
        shell
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_partnerbook"));
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/partner_center");
        command.env_clear().env("PARTNERBOOK_CONFIG_DIR", self.0.path()).current_dir(fixtures);
        command.stdin(Stdio::null()).env("PARTNERBOOK_CLOCK", "2026-11-24");
        command.args(["--today", "2026-11-24", "--lang", "en"]).args(args);
        command
    }

    fn run(&self, args: &[&str]) -> Ran {
        let done = self.command(args).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ran { out: text(done.stdout), said: text(done.stderr), code: done.status.code().unwrap() }
    }

    /// Applies a script from a file.
    fn apply(&self, script: &str, flags: &[&str]) -> Ran {
        let path = self.0.path().join("script.ron");
        fs::write(&path, script).unwrap();
        self.run(&[&["apply", &path.to_string_lossy()], flags].concat())
    }

    fn book(&self) -> PathBuf {
        self.0.path().join("books/main")
    }

    fn customer(&self, column: &str) -> String {
        let ran = self.run(&["list", "customers", "bakker", "--columns", column]);
        ran.out.lines().nth(1).unwrap_or_default().split('\t').next_back().unwrap_or_default().to_owned()
    }
}

#[test]
fn every_edit_is_confirmed_and_saved_at_the_end() {
    let shell = Shell::new();
    let script = "\
// What was found out on the phone.

Set(record: \"Bakker\", fields: [(\"note\", \"called\"), (\"country\", \"NL\")])
Add(table: \"customer\", fields: [(\"name\", \"Hotel du Parc\"), (\"country\", \"FR\")])
Set(record: \"Hotel du Parc\", fields: [(\"note\", \"new\")])
Undo
Redo
Undo
Save
Set(record: \"bakker\", fields: [(\"country\", \"NL\")]) // it is so already
Remove(record: \"Hotel du Parc\")
";
    let ran = shell.apply(script, &[]);
    let own = |line: &str| {
        ran.out.lines().nth(1).unwrap().split(' ').nth(3).map(|key| line.replace("KEY", key)).unwrap()
    };
    let expected = [
        format!("ack 1 Set {BAKKER} note=called country=NL"),
        own("ack 2 Add KEY name=Hotel du Parc country=FR"),
        own("ack 3 Set KEY note=new"),
        own("ack 4 Undo KEY"),
        own("ack 5 Redo KEY"),
        own("ack 6 Undo KEY"),
        "ack 7 Save generation=2".to_owned(),
        format!("ack 8 Set {BAKKER} country=NL"),
        own("ack 9 Remove KEY"),
    ];
    assert_eq!(
        (ran.out.lines().collect::<Vec<_>>(), ran.code),
        (expected.iter().map(String::as_str).collect(), 0),
        "{}",
        ran.said
    );
    assert!(ran.said.contains("9 edits confirmed.") && ran.said.contains("Saved main"), "{}", ran.said);
    assert_eq!((shell.customer("note"), shell.customer("country")), ("called".to_owned(), "NL".to_owned()));
    assert_eq!(shell.run(&["list", "customers", "parc"]).out.lines().count(), 1);
    let nothing = shell.run(&["apply", "-"]);
    assert_eq!(
        (nothing.code, nothing.out + &nothing.said),
        (0, String::new()),
        "an empty script does nothing"
    );
}

#[test]
fn a_refusal_ends_the_script_and_what_was_confirmed_stays() {
    let shell = Shell::new();
    let script = format!(
        "Set(record: \"{BAKKER}\", fields: [(\"note\", \"kept\")])\n\
         Set(record: \"{BAKKER}\", fields: [(\"country\", \"Netherlands\")])\n\
         Set(record: \"Nobody at all\", fields: [(\"note\", \"x\")])\n\
         Set(record: \"{BAKKER}\", fields: [(\"note\", \"after\")])\n"
    );
    let ran = shell.apply(&script, &[]);
    assert_eq!((ran.out.lines().count(), ran.code), (1, 6), "{}", ran.said);
    assert!(
        ran.said.contains("Line 2 is refused: country: This is not a country code.")
            && ran.said.contains("--keep-going"),
        "{}",
        ran.said
    );
    assert_eq!(shell.customer("note"), "kept");
    let ran = shell.apply(&script, &["--keep-going"]);
    assert_eq!((ran.out.lines().count(), ran.code), (2, 6), "{}", ran.said);
    assert!(ran.out.contains("ack 4 Set"), "{}", ran.out);
    assert!(ran.said.contains("Line 3 is refused") && ran.said.contains("2 refused"), "{}", ran.said);
    assert_eq!(shell.customer("note"), "after");
}

#[test]
fn what_the_programme_forbids_is_refused_and_can_be_accepted() {
    let shell = Shell::new();
    let add = "Add(table: \"partnership\", fields: [(\"id\", \"own-77\"), (\"provider\", \"3f0c1a52-7d4e-4b7e-9a61-0c2f5a8e1b01\"), (\"reseller\", \"3f0c1a52-7d4e-4b7e-9a61-0c2f5a8e1b01\"), (\"state\", \"active\")]";
    let ran = shell.apply(&format!("{add})\n"), &[]);
    assert_eq!((ran.out.as_str(), ran.code), ("", 6), "{}", ran.said);
    assert!(ran.said.contains("R-"), "the rule is named: {}", ran.said);
    let waived = format!("{add}, waive: (reason: \"audited\", until: \"2026-12-31\"))\n");
    let ran = shell.apply(&waived, &[]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    assert!(ran.out.starts_with("ack 1 Add partnership:"), "{}", ran.out);
}

#[test]
fn a_line_that_is_no_edit_is_named_and_ends_the_script() {
    let shell = Shell::new();
    let long = format!("Set(record: \"{}\")\n", "x".repeat(2 << 20));
    for (line, words) in [
        ("Sett(record: \"a\")", "did you mean Set?"),
        ("Set(record: \"a\", field: [])", "did you mean fields?"),
        ("Set(record: \"a\", fields: [(\"note\", 1)])", "a text in quotes"),
        ("Add(table: \"customers\", fields: [])", "Did you mean customer?"),
        ("Add(table: \"customer\", fields: [(\"noot\", \"x\")])", "Did you mean note?"),
        ("Import(files: [\"-\"])", "standard input"),
        (long.as_str(), "longer than 1 MiB"),
    ] {
        let ran = shell.apply(
            &format!("Set(record: \"bakker\", fields: [(\"note\", \"x\")])\n\n{line}\nUndo\n"),
            &["--keep-going"],
        );
        let what: String = line.chars().take(40).collect();
        assert_eq!((ran.code, ran.out.lines().count()), (2, 1), "{what}: {}", ran.said);
        assert!(
            ran.said.to_lowercase().contains("line 3") && ran.said.contains(words),
            "{what}: {}",
            ran.said
        );
    }
    assert_eq!(shell.run(&["apply", "nowhere.ron"]).code, 3);
}

#[test]
fn a_draft_stays_in_the_journal_and_is_taken_up_again() {
    let shell = Shell::new();
    let before = fs::read(shell.book().join("customers.ron")).unwrap();
    let ran = shell.apply("Set(record: \"bakker\", fields: [(\"note\", \"draft\")])\n", &["--draft"]);
    assert_eq!(ran.code, 0, "{}", ran.said);
    assert_eq!(fs::read(shell.book().join("customers.ron")).unwrap(), before);
    assert_eq!(shell.customer("note"), "draft");
    assert_eq!(shell.apply("Undo\n", &[]).out, format!("ack 1 Undo {BAKKER}\n"));
    assert_eq!(shell.customer("note"), "");
}

#[test]
fn files_are_taken_in_by_a_script_as_one_step() {
    let shell = Shell::new();
    let script = "Import(files: [\"gdap.json\"])\nUndo\nImport(files: [\"customers.json\"])\nImport(files: [\"nowhere.json\"])\n";
    let ran = shell.apply(script, &["--json"]);
    let acks: Vec<serde_json::Value> =
        ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(ran.code, 6, "{}", ran.said);
    assert_eq!(acks.len(), 3, "{} {}", ran.out, ran.said);
    assert_eq!((&acks[0]["edit"], &acks[1]["edit"]), (&"Import".into(), &"Undo".into()));
    assert_eq!(acks[0]["records"], acks[1]["records"], "the undo takes all of it back");
    assert_eq!(acks[2]["records"], 0, "what was imported before changes nothing");
}

#[test]
fn edits_are_confirmed_one_by_one_while_standard_input_stays_open() {
    let shell = Shell::new();
    let mut child =
        shell.command(&["apply", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let (mut to, mut from) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
    for n in 1..=3 {
        writeln!(to, "Set(record: \"bakker\", fields: [(\"note\", \"{n}\")])").unwrap();
        let mut ack = String::new();
        from.read_line(&mut ack).unwrap();
        assert_eq!(ack, format!("ack {n} Set {BAKKER} note={n}\n"));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    drop(to);
    assert_eq!(shell.customer("note"), "3");
}
