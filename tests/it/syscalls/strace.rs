//! `strace` as what does something wrong: it counts the system calls of the program, and kills it at one of them or makes
//! one of them fail.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::os::unix::process::ExitStatusExt as _;
use std::process::{Command, Output};

use super::life::Home;

/// The calls that are meant: on files and on what is open.
const CALLS: &str = "%file,%desc";

/// Calls that may fail on any disk. Not `close`: of a folder the standard library takes that for an error of the program.
const FAILING: &[&str] = &[
    "openat",
    "read",
    "pread64",
    "write",
    "fsync",
    "fdatasync",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "mkdir",
    "mkdirat",
    "flock",
    "fstat",
    "newfstatat",
    "statx",
    "getdents64",
    "fchmod",
    "chmod",
    "lseek",
    "readlink",
];

/// Calls that change what is on the disk.
const WRITING: &[&str] = &["write", "fsync", "fdatasync", "rename", "unlink", "openat"];

/// What is done at a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The program is killed before the call.
    Kill,
    /// The call fails in this way.
    Once(&'static str),
    /// The call and all of its name after it fail in this way.
    FromThenOn(&'static str),
}

impl Fault {
    /// What a call of this name may meet besides a kill.
    pub fn errors_of(name: &str) -> Vec<Self> {
        if !FAILING.contains(&name) {
            return Vec::new();
        }
        let one = [Self::Once("EIO"), Self::FromThenOn("EIO")];
        let full = [Self::Once("ENOSPC"), Self::FromThenOn("ENOSPC")];
        if WRITING.contains(&name) { [one, full].concat() } else { one.to_vec() }
    }

    /// What figures call it.
    pub fn kind(self) -> String {
        match self {
            Self::Kill => "kill".to_owned(),
            Self::Once(error) => format!("{error} once"),
            Self::FromThenOn(error) => format!("{error} from then on"),
        }
    }
}

/// A call and what is done at it.
#[derive(Clone, Debug)]
pub struct Point {
    /// The call.
    pub name: String,
    /// The how manieth of its name, in any thread.
    pub at: usize,
    /// What is done.
    pub fault: Fault,
}

impl Point {
    /// Whether the call changes what is on the disk.
    pub fn writes(&self) -> bool {
        WRITING.contains(&self.name.as_str())
    }

    fn injection(&self) -> String {
        let Self { name, at, fault } = self;
        match fault {
            Fault::Kill => format!("inject={name}:signal=KILL:when={at}"),
            Fault::Once(error) => format!("inject={name}:error={error}:when={at}"),
            Fault::FromThenOn(error) => format!("inject={name}:error={error}:when={at}+"),
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {} {}", self.fault.kind(), self.name, self.at)
    }
}

/// What a traced program did.
pub struct Ran(Output);

impl Ran {
    /// The numbers of the edits that it confirmed.
    pub fn acks(&self) -> Vec<usize> {
        let out = String::from_utf8_lossy(&self.0.stdout).into_owned();
        // What is killed in the middle of a line has not said it.
        let whole = out.split_inclusive('\n').filter(|line| line.ends_with('\n'));
        whole.filter_map(|line| line.strip_prefix("ack ")?.split(' ').next()?.parse().ok()).collect()
    }

    /// Whether it was killed.
    pub fn was_killed(&self) -> bool {
        self.0.status.signal() == Some(9)
    }

    /// What it may never do, whatever happens to it.
    pub fn fault(&self) -> Option<String> {
        let said = String::from_utf8_lossy(&self.0.stderr);
        if let Some(signal) = self.0.status.signal().filter(|signal| *signal != 9) {
            return Some(format!("it crashed by signal {signal}: {said}"));
        }
        match self.0.status.code() {
            Some(70) => Some(format!("an error in the program itself: {said}")),
            Some(124) => Some("it hangs".to_owned()),
            _ => None,
        }
    }
}

/// Looks for `strace`.
///
/// # Errors
/// Says what is missing.
pub fn find() -> Result<(), String> {
    match Command::new("strace").args(["-qq", "-o", "/dev/null", "true"]).output() {
        Ok(done) if done.status.success() => Ok(()),
        Ok(done) => {
            Err(format!("strace may not trace here: {}", String::from_utf8_lossy(&done.stderr).trim()))
        }
        Err(error) => Err(format!(
            "strace is not there ({error}); install it, for instance with apt-get install strace"
        )),
    }
}

/// How often a script makes each call, in the thread that makes it most.
pub fn calls(home: &Home, script: &str) -> BTreeMap<String, usize> {
    let log = home.path().join("calls");
    let filter = format!("trace={CALLS}");
    let ran = traced(home, script, &["-e", &filter, "-o", &log.to_string_lossy()]);
    assert_eq!(ran.fault(), None);
    let mut calls: BTreeMap<(String, String), usize> = BTreeMap::new();
    for line in fs::read_to_string(&log).unwrap().lines() {
        let Some((thread, rest)) = line.split_once(' ') else { continue };
        let Some((name, _)) = rest.trim_start().split_once('(') else { continue };
        // The call that starts the program is not the program's.
        if name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') && name != "execve" {
            *calls.entry((name.to_owned(), thread.to_owned())).or_default() += 1;
        }
    }
    let mut most: BTreeMap<String, usize> = BTreeMap::new();
    for ((name, _), count) in calls {
        let most = most.entry(name).or_default();
        *most = count.max(*most);
    }
    most
}

/// Runs a script, with something wrong at a point.
pub fn run(home: &Home, script: &str, point: &Point) -> Ran {
    let filter = format!("trace={}", point.name);
    traced(home, script, &["-e", &filter, "-e", &point.injection(), "-o", "/dev/null"])
}

/// Whatever the umask, the files are private. A program that hangs is ended, and that is a fault.
fn traced(home: &Home, script: &str, flags: &[&str]) -> Ran {
    let script = home.script(script);
    let words =
        ["-c", "umask 000; exec \"$@\"", "sh", "timeout", "60", "strace", "-f", "-qq", "-e", "signal=none"];
    let program = home.command(&["apply", &script.to_string_lossy()]);
    let mut command = Command::new("sh");
    command.args(words).args(flags).arg("--").arg(program.get_program()).args(program.get_args());
    command.env_clear().envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    Ran(command.output().unwrap())
}
