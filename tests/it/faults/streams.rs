//! Streams that are closed, full, or read no further; and a command that is interrupted.

use std::fs;
use std::io::{Read as _, Write as _};
use std::os::unix::process::ExitStatusExt as _;
use std::process::Stdio;

use rustix::process::{Pid, Signal, kill_process};

use super::around::{ran, shell, under};
use crate::shell::{Shell, US, files};

/// Commands that only write.
const READERS: [&[&str]; 9] = [
    &["list", "customers"],
    &["list", "customers", "--json"],
    &["check"],
    &["keys"],
    &["doctor"],
    &["help"],
    &["help", "rules"],
    &["list", "--help"],
    &["--version"],
];

#[test]
fn without_an_input_a_command_that_reads_it_says_so() {
    let shell = Shell::new();
    let (code, out, said) = ran(&mut under(&shell, "exec \"$@\" <&-", &["import", "-", "--us", US]));
    assert_eq!((code, out.as_str()), (Some(3), ""), "{said}");
    assert!(said.contains("Nothing was imported"), "{said}");
    assert!(!shell.book().exists());
    assert_eq!(ran(&mut under(&shell, "exec \"$@\" <&-", &["init"])).0, Some(0));
    assert_eq!(ran(&mut under(&shell, "exec \"$@\" <&-", &["list", "customers"])).0, Some(0));
}

#[test]
fn without_an_output_a_command_does_its_work() {
    let shell = shell();
    for args in READERS {
        let wanted = i32::from(args == ["check"]);
        let (code, _, said) = ran(&mut under(&shell, "exec \"$@\" >&-", args));
        assert_eq!(code, Some(wanted), "{args:?}: {said}");
        let (code, ..) = ran(&mut under(&shell, "exec \"$@\" >&- 2>&- <&-", args));
        assert_eq!(code, Some(wanted), "{args:?}");
    }
    let (code, _, said) = ran(&mut under(&shell, "exec \"$@\" >&-", &["import", "gdap.json", "--json"]));
    assert_eq!(code, Some(0), "{said}");
    assert!(shell.book().join("admin.ron").is_file());
}

#[test]
fn a_full_output_is_a_failure_with_words() {
    let shell = shell();
    for args in READERS {
        let (code, _, said) = ran(&mut under(&shell, "exec \"$@\" >/dev/full", args));
        assert_eq!(code, Some(4), "{args:?}: {said}");
        assert!(said.contains("cannot be written: no space is left. Free some space"), "{args:?}: {said}");
    }
    for args in READERS {
        let wanted = i32::from(args == ["check"]);
        let (code, out, _) = ran(&mut under(&shell, "exec \"$@\" 2>/dev/full", args));
        assert_eq!(code, Some(wanted), "{args:?}: words are not data");
        assert!(!out.is_empty());
    }
}

#[test]
fn the_words_of_the_system_are_in_the_language_that_is_spoken() {
    let shell = Shell { lang: "fr", ..shell() };
    let (_, _, said) = ran(&mut under(&shell, "exec \"$@\" >/dev/full", &["list", "customers"]));
    let right =
        "La sortie ne peut pas être écrite : il n'y a plus de place. Libérez de la place, puis réessayez.\n";
    assert!(said.ends_with(right), "{said}");
    let said = shell.run(&["import", "/nosuch"]).said;
    assert!(said.starts_with("/nosuch : ne peut pas être ouvert : cela n'existe pas.\n"), "{said}");
}

#[test]
fn a_full_output_never_leaves_half_a_book() {
    let shell = shell();
    let args = ["import", "gdap.json", "--json"];
    let (code, _, said) = ran(&mut under(&shell, "exec \"$@\" >/dev/full", &args));
    assert_eq!(code, Some(4), "{said}");
    assert!(said.contains("Saved main"), "what was done before is told: {said}");
    assert_eq!(shell.run(&["fmt", "--check"]).code, 0);
    assert!(shell.run(&args).said.contains("Nothing to apply"), "all of it is there");
}

#[test]
fn a_reader_that_goes_away_is_nobodys_fault() {
    let shell = shell();
    for args in READERS {
        let mut command = shell.command(args);
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut child = command.stdout(writer).stderr(Stdio::piped()).spawn().unwrap();
        let status = child.wait().unwrap();
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!(status.code(), Some(0), "{args:?}: {said}");
        assert!(!said.contains("panicked") && !said.contains("ipe"), "{args:?}: {said}");
    }
}

#[test]
fn an_import_that_is_interrupted_leaves_the_book_as_it_was() {
    let shell = shell();
    let before = files(&shell.book());
    // Whoever started the tests may ignore the signal, and that is passed on.
    let script = "exec env --default-signal=INT \"$@\"";
    let mut child = under(&shell, script, &["import", "-"]).stdin(Stdio::piped()).spawn().unwrap();
    // More than a pipe holds: it is being read when this returns.
    child.stdin.as_mut().unwrap().write_all(&vec![b' '; 1 << 20]).unwrap();
    kill_process(Pid::from_child(&child), Signal::INT).unwrap();
    let status = child.wait().unwrap();
    assert!(status.signal() == Some(Signal::INT.as_raw()) || status.code() == Some(130), "{status}");
    assert_eq!(files(&shell.book()), before);
    assert_eq!(shell.run(&["import", "gdap.json"]).code, 0);
}

#[test]
fn any_locale_will_do() {
    let shell = Shell { lang: "fr", ..shell() };
    let whole = shell.run(&["check"]);
    assert!(whole.out.contains('é'), "{}", whole.out);
    for locale in ["C", "POSIX", "xx_YY.ISO-8859-1", ""] {
        let mut command = shell.command(&["check"]);
        let (code, out, said) = ran(command.env("LC_ALL", locale).env("LANG", locale));
        assert_eq!((code, &out, &said), (Some(1), &whole.out, &whole.said), "{locale}");
    }
    fs::remove_dir_all(shell.book()).unwrap();
}
