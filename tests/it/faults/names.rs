//! Names of books that are none, that no file system takes, or that are no text.

use std::ffi::OsString;

use crate::shell::{Shell, US};

fn runs(shell: &Shell, book: &OsString, args: &[&str]) -> (i32, String) {
    let done = shell.command(args).arg("--book").arg(book).output().unwrap();
    let said = [done.stdout, done.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    let is_hostile = |c: char| c.is_control() && c != '\n' && c != '\t';
    assert!(!said.contains(is_hostile), "{}: {said:?}", book.display());
    (done.status.code().unwrap(), said)
}

#[test]
fn what_names_no_book_is_wrong_use() {
    let shell = Shell::new();
    for name in ["", " ", "Sud Ouest", "a\u{1b}[31mb", "\u{202e}main", &"a".repeat(300), "book.ron"] {
        for command in ["init", "check", "fmt"] {
            let (code, said) = runs(&shell, &name.into(), &[command]);
            assert_eq!(code, 2, "{name:?}: {said}");
            assert!(said.contains("names no book"), "{name:?}: {said}");
        }
    }
    assert!(!shell.home.path().join("books").exists());
}

#[test]
fn a_path_that_is_too_long_is_refused_with_words() {
    let shell = Shell::new();
    let long: OsString = shell.home.path().join("a".repeat(300)).into();
    let (code, said) = runs(&shell, &long, &["init"]);
    assert_eq!(code, 4, "{said}");
    assert!(said.contains("cannot be made: the name is not allowed there. Choose another name."), "{said}");
    assert_eq!(runs(&shell, &long, &["check"]).0, 3);
    let deep: OsString = shell.home.path().join(["a".repeat(200).as_str(); 30].join("/")).into();
    assert_eq!(runs(&shell, &deep, &["init"]).0, 4);
    let file: OsString = shell.home.path().join("file").into();
    std::fs::write(&file, "kept").unwrap();
    let (code, said) = runs(&shell, &file, &["init"]);
    assert_eq!((code, std::fs::read(&file).unwrap()), (3, b"kept".to_vec()), "{said}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_path_with_signs_that_are_no_text_or_no_signs_at_all_is_a_path() {
    use std::os::unix::ffi::OsStringExt as _;
    let shell = Shell::new();
    let home = shell.home.path().as_os_str().to_owned().into_vec();
    for name in [&b"/caf\xe9"[..], b"/\xff\xfe\x80", b"/a\x1b]0;x\x07b", b"/two\nlines\tand more"] {
        let book = OsString::from_vec([&home[..], name].concat());
        for args in [
            &["init"][..],
            &["import", "customers.json", "--us", US],
            &["list", "customers"],
            &["fmt", "--check"],
        ] {
            let (code, said) = runs(&shell, &book, args);
            assert_eq!(code, 0, "{name:?}, {args:?}: {said}");
        }
    }
    let (code, said) = runs(&shell, &OsString::from_vec(b"caf\xe9".to_vec()), &["check"]);
    assert_eq!(code, 2, "{said}");
}
