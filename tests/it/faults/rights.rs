//! What the system lets the program do: folders that may not be written to, and files that nobody else may read.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::process::Command;

use super::around::{draft, ran, shell, under};
use crate::pty::{Control, Pty};
use crate::shell::{PROVIDER, Shell, US, files};

fn set(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// The program without root's right to write anywhere: whoever is not root has none.
fn plain(shell: &Shell, args: &[&str]) -> Command {
    let program = shell.command(args);
    let mut plain = Command::new("setpriv");
    plain.args(["--bounding-set=-all", "--inh-caps=-all", "--"]);
    if !rustix::process::geteuid().is_root() {
        plain = Command::new("env");
    }
    plain.arg(program.get_program()).args(program.get_args()).env_clear();
    plain.envs(program.get_envs().filter_map(|(name, value)| Some((name, value?))));
    plain.env("PATH", std::env::var_os("PATH").unwrap_or_default()).env("TERM", "xterm-256color");
    plain.current_dir(program.get_current_dir().unwrap()).stdin(std::process::Stdio::null());
    plain
}

#[test]
fn a_folder_that_may_not_be_written_to_opens_to_be_looked_at() {
    let shell = shell();
    draft(&shell.book(), &["Drafted"]);
    let before = files(&shell.book());
    set(&shell.book(), 0o500);
    let (code, out, said) = ran(&mut plain(&shell, &["list", "customers"]));
    assert_eq!((code, out.matches("Drafted").count()), (Some(0), 1), "{said}");
    for args in [&["import", "gdap.json"][..], &["fmt"]] {
        let (code, _, said) = ran(&mut plain(&shell, args));
        assert_eq!(code, Some(4), "{args:?}: {said}");
        assert!(said.contains("books/main cannot be written: permission is denied."), "{args:?}: {said}");
    }
    let (code, out, _) = ran(&mut plain(&shell, &["doctor"]));
    assert_eq!(code, Some(1), "{out}");
    assert!(out.contains("books/main cannot be written: permission is denied."), "{out}");
    let pty = Pty::start(&plain(&shell, &[]), Control::Controlling, 120, 36);
    pty.wait_text("read-only");
    pty.wait_text("permission is denied");
    pty.send("q");
    assert!(pty.wait_exit().success());
    set(&shell.book(), 0o700);
    assert_eq!(files(&shell.book()), before);
    assert_eq!(shell.run(&["import", PROVIDER]).code, 0);
}

#[test]
fn a_file_that_may_not_be_read_is_named() {
    let shell = shell();
    set(&shell.book().join("customers.ron"), 0o000);
    let (code, out, said) = ran(&mut plain(&shell, &["list", "resellers"]));
    assert_eq!(code, Some(3), "{said}");
    assert!(said.contains("customers.ron cannot be read: permission is denied."), "{said}");
    assert!(out.lines().count() > 1, "the rest can be looked at");
    set(&shell.book().join("book.lock"), 0o000);
    let (code, _, said) = ran(&mut plain(&shell, &["import", PROVIDER]));
    assert_eq!(code, Some(4), "{said}");
    assert!(said.contains("book.lock cannot be locked: permission is denied."), "{said}");
}

#[test]
fn a_place_where_no_book_can_be_made_is_named() {
    let shell = Shell::new();
    let closed = shell.home.path().join("books");
    fs::create_dir(&closed).unwrap();
    set(&closed, 0o500);
    let (code, _, said) = ran(&mut plain(&shell, &["init"]));
    assert_eq!(code, Some(4), "{said}");
    assert!(said.contains("books/main cannot be made: permission is denied."), "{said}");
    set(&closed, 0o700);
}

fn modes(folder: &Path) -> Vec<(String, u32)> {
    let mut found = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let about = fs::symlink_metadata(&path).unwrap();
        found.push((path.to_string_lossy().into_owned(), about.permissions().mode() & 0o777));
        if about.is_dir() {
            found.extend(modes(&path));
        }
    }
    found
}

#[test]
fn nobody_else_reads_a_book_whatever_the_umask() {
    for umask in ["000", "022", "077", "277"] {
        let shell = Shell::new();
        let script = format!("umask {umask}; exec \"$@\"");
        for args in [
            &["init"][..],
            &["import", PROVIDER, "customers.json", "--us", US],
            &["import", "gdap.json"],
            &["fmt"],
            &["init", "other", "--from-portal", PROVIDER, "--us", US],
        ] {
            let (code, _, said) = ran(&mut under(&shell, &script, args));
            assert_eq!(code, Some(0), "{args:?}: {said}");
        }
        let found = modes(&shell.home.path().join("books"));
        assert!(found.iter().any(|(path, _)| path.contains("history/")) && found.len() > 12, "{found:?}");
        for (path, mode) in found {
            let wanted = if Path::new(&path).is_dir() { 0o700 } else { 0o600 };
            assert_eq!(mode, wanted, "umask {umask}, {path}: {mode:o}");
        }
    }
}
