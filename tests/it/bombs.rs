//! Files made to exhaust whoever reads them, against the real program under a limit of memory and of processor time: each
//! is refused, with the place and with what to do.

use std::fs::{self, File};
use std::io::Write as _;
use std::os::unix::process::ExitStatusExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

const US: &str = "3f0c1a52-7d4e-4b7e-9a61-0c2f5a8e1b01";

struct Home(TempDir);

/// What a command said, and its exit code.
struct Ran {
    said: String,
    code: Option<i32>,
}

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn file(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.0.path().join(name);
        fs::write(&path, content).unwrap();
        path
    }

    /// The program, which may take so many MiB of memory and a minute of the processor.
    fn within(&self, mebibytes: u64, args: &[&str]) -> Command {
        let mut command = Command::new("sh");
        let limits = format!("ulimit -v {}; ulimit -t 60; exec \"$0\" \"$@\"", mebibytes * 1024);
        command.env("PARTNERBOOK_CLOCK", "2026-11-24");
        command.args(["-c", &limits, env!("CARGO_BIN_EXE_partnerbook"), "--today", "2026-11-24"]).args(args);
        command.env_clear().env("PARTNERBOOK_CONFIG_DIR", self.0.path()).env("PARTNERBOOK_LANG", "en");
        command.env("PATH", "/usr/bin:/bin").stdin(Stdio::null());
        command
    }

    fn runs(&self, mebibytes: u64, args: &[&str]) -> Ran {
        let done = self.within(mebibytes, args).output().unwrap();
        let said = String::from_utf8_lossy(&[done.stdout, done.stderr].concat()).into_owned();
        Ran { said, code: done.status.code() }
    }

    fn imports(&self, mebibytes: u64, path: &Path) -> Ran {
        self.runs(mebibytes, &["import", path.to_str().unwrap(), "--us", US])
    }
}

fn repeated(piece: &str, bytes: usize) -> Vec<u8> {
    piece.repeat(bytes / piece.len()).into_bytes()
}

/// A file of so many bytes that takes no room on the disk.
fn sparse(home: &Home, name: &str, bytes: u64) -> PathBuf {
    let path = home.0.path().join(name);
    File::create(&path).unwrap().set_len(bytes).unwrap();
    path
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let home = Home::new();
    let path = sparse(&home, "large.json", 3 << 30);
    let ran = home.imports(200, &path);
    assert_eq!(ran.code, Some(3), "{}", ran.said);
    assert!(
        ran.said.contains("3221225472 bytes, at most 268435456 are read") && ran.said.contains("in parts")
    );
    home.runs(200, &["init"]);
    for name in ["journal.ron", "partners.ron", "book.ron"] {
        let path = sparse(&home, &format!("books/main/{name}"), 3 << 30);
        let ran = home.runs(200, &["check"]);
        assert_eq!(ran.code, Some(3), "{name}: {}", ran.said);
        assert!(ran.said.contains(name) && ran.said.contains("large"), "{name}: {}", ran.said);
        fs::remove_file(path).unwrap();
    }
}

#[test]
fn what_has_no_end_is_not_read() {
    let home = Home::new();
    let ran = home.imports(200, Path::new("/dev/zero"));
    assert_eq!(ran.code, Some(3), "{}", ran.said);
    assert!(ran.said.contains("not a file"), "{}", ran.said);
}

/// Small pieces by the million: in memory each may take many times its size.
#[test]
#[ignore = "half a minute: cargo test --test it bombs -- --ignored"]
fn small_pieces_by_the_million_are_refused_with_their_place() {
    let home = Home::new();
    let list = |piece: &str| [&b"{\"items\": [\n"[..], &repeated(piece, 28_000_000)].concat();
    let ran = home.imports(1_500, &home.file("many.json", &list("{},")));
    assert_eq!(ran.code, Some(3), "{}", ran.said);
    assert!(ran.said.contains("too many values") && ran.said.contains("line 2"), "{}", ran.said);
}

#[test]
fn nests_numbers_and_endless_lines_are_refused_with_their_place() {
    let home = Home::new();
    let cases: [(&str, &str, &str); 8] = [
        ("[", "nested too deeply", "line 1, column 128"),
        ("{\"a\":", "nested too deeply", "line 1"),
        ("9", "out of range", "line 1"),
        ("/*", "", "many.json"),
        ("[1,],", "", "many.json"),
        ("\"\\\\", "", "many.json"),
        (",", "", "many.json"),
        ("a;b\n", "", "many.json"),
    ];
    for (piece, said, place) in cases {
        let begin = if piece == "9" { "[" } else { "" };
        let path = home.file("many.json", &[begin.as_bytes(), &repeated(piece, 4_000_000)].concat());
        let ran = home.imports(600, &path);
        assert!(matches!(ran.code, Some(1..=6)), "{piece}: {:?} {}", ran.code, ran.said);
        assert!(ran.said.contains(said) && ran.said.contains(place), "{piece}: {}", ran.said);
        assert!(ran.said.len() < 2_000, "{piece}: {}", ran.said.len());
    }
}

#[test]
fn tables_of_nothing_but_pieces_are_refused_with_their_place() {
    let home = Home::new();
    home.runs(600, &["init"]);
    let path = home.0.path().join("books/main/partners.ron");
    let head = "Partners(\n    format: 1,\n    rows: [\n";
    let own = "(tenant: \"own-1\"),";
    for piece in ["[", "(a:", "Some(", "\"", "\"\\", "r#", "/*", "9"] {
        fs::write(&path, [head.as_bytes(), &repeated(piece, 1_000_000)].concat()).unwrap();
        let ran = home.runs(600, &["check"]);
        assert_eq!(ran.code, Some(3), "{piece}: {}", ran.said);
        assert!(ran.said.contains("partners.ron") && ran.said.len() < 4_000, "{piece}: {}", ran.said);
        assert!(ran.said.contains("line "), "{piece}: {}", ran.said);
    }
    fs::write(&path, [head, &own.repeat(2_000), "])"].concat()).unwrap();
    let ran = home.runs(600, &["check"]);
    assert_eq!(ran.code, Some(3), "{}", ran.said);
    assert!(ran.said.lines().count() < 40, "each of the doubled is told: {}", ran.said.lines().count());
}

#[test]
fn a_name_of_megabytes_is_shown_in_part_and_stays_whole() {
    let home = Home::new();
    home.runs(600, &["init"]);
    let name = "n".repeat(3_000_000);
    let row = format!("Customers(format: 1, rows: [(tenant: \"own-7\", name: \"{name}\")])");
    fs::write(home.0.path().join("books/main/customers.ron"), row).unwrap();
    let ran = home.runs(1_000, &["list", "customers", "--format", "text"]);
    assert!(ran.said.contains('…') && ran.said.len() < 20_000, "{}", ran.said.len());
    let ran = home.runs(1_000, &["list", "customers", "--json"]);
    assert!(ran.said.contains(&name), "JSON has all of it");
}

#[test]
fn ctrl_c_stops_a_command_that_reads() {
    // Work in the background ignores the signal and hands that on to what it starts; a signal that is handled here, as it
    // always is, is not ignored there.
    let is_default = Arc::new(AtomicBool::new(true));
    signal_hook::flag::register_conditional_default(Signal::INT.as_raw(), is_default).unwrap();
    let home = Home::new();
    let mut command = home.within(600, &["import", "-", "--us", US]);
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    // More than a pipe holds: that it is taken says that the program reads.
    input.write_all(&vec![b' '; 1 << 20]).unwrap();
    kill_process(Pid::from_child(&child), Signal::INT).unwrap();
    let status = child.wait().unwrap();
    assert!(status.signal() == Some(Signal::INT.as_raw()) || status.code() == Some(130), "{status:?}");
    drop(input);
}
