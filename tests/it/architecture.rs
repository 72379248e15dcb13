//! The picture of the modules in the library's first lines is held against the paths in the sources.

mod source;

use source::{Source, bare, tests_cut};
use std::fs;
use std::path::{Path, PathBuf};

/// The floors, the lowest first. A module uses only floors below its own.
const FLOORS: &[&[&str]] = &[
    &["model", "action"],
    &["rules", "query", "keymap"],
    &["edit", "demo", "survey"],
    &["store", "exchange"],
    &["i18n"],
    &["config"],
    &["app"],
    &["tui"],
    &["cli"],
];

/// What lies below and may not be used all the same.
const APART: &[(&str, &[&str])] = &[
    ("store", &["rules", "query", "keymap", "edit", "demo", "survey"]),
    ("exchange", &["rules", "query", "keymap", "edit", "demo", "survey"]),
    ("demo", &["rules", "query", "keymap"]),
];

/// Names and the one module that may say them.
const ONLY_IN: &[(&str, &str)] =
    &[("ratatui", "tui"), ("crossterm", "tui"), ("clap", "cli"), ("anyhow", "cli")];

/// What only tests may do.
const ONLY_IN_TESTS: &[&str] = &[".unwrap()", ".expect(\"", "panic!(", "todo!(", "unimplemented!(", "dbg!("];

/// What only one file may do, and the module that may do it too: the screens are drawn to standard output.
const PRINTS: &[(&str, Option<&str>)] =
    &[("println!(", None), ("print!(", None), ("stdout()", Some("tui")), ("stderr()", None)];
const PRINTER: &str = "cli/out.rs";

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&module))
}

/// What is wrong with the paths of a source.
fn path_faults(source: &Source) -> Vec<String> {
    let own = floor(source.module());
    let is_wrong = |used: &&String| {
        let apart = APART.iter().find(|(module, _)| *module == source.module());
        let is_apart = apart.is_some_and(|(_, others)| others.contains(&used.as_str()));
        is_apart || (used.as_str() != source.module() && floor(used).is_some() && floor(used) >= own)
    };
    let used = source.used();
    used.iter().filter(is_wrong).map(|used| format!("{} uses {used}", source.name())).collect()
}

/// What a source says or does that is not for it.
fn word_faults(source: &Source) -> Vec<String> {
    let foreign = ONLY_IN.iter().filter(|(name, at)| *at != source.module() && source.says(name));
    let foreign = foreign.map(|(name, _)| format!("{} names {name}", source.name()));
    let may = |also: Option<&str>| source.name() == PRINTER || also == Some(source.module());
    let prints =
        PRINTS.iter().filter(|(print, also)| !may(*also) && source.calls(print)).map(|(print, _)| print);
    let unsound = ONLY_IN_TESTS.iter().filter(|call| source.calls(call));
    foreign.chain(prints.chain(unsound).map(|call| format!("{} calls {call}", source.name()))).collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

#[test]
fn the_modules_stand_on_their_floors() {
    let sources = Source::all(&root().join("src"));
    assert!(sources.len() > 100);
    let faults: Vec<String> = sources.iter().flat_map(path_faults).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn every_module_has_a_floor_and_the_library_says_so() {
    let text = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let modules: Vec<&str> =
        text.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert!(modules.len() > 10);
    for module in modules {
        let floor = floor(module).unwrap_or_else(|| panic!("{module} has no floor"));
        let line = text.lines().find(|line| line.starts_with(&format!("//! {floor}  ")));
        assert!(line.is_some_and(|line| line.contains(module)), "lib.rs puts {module} elsewhere");
    }
}

#[test]
fn the_terminal_is_drawn_by_one_module_and_printing_is_done_in_one_file() {
    let sources = Source::all(&root().join("src"));
    let faults: Vec<String> = sources.iter().flat_map(word_faults).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn there_is_one_crossterm_and_no_unsafe_code() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    assert_eq!(lock.matches("name = \"crossterm\"").count(), 1);
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    assert!(manifest.contains("unsafe_code = \"forbid\""));
}

#[test]
fn a_source_on_the_wrong_floor_is_found() {
    for (name, text, used) in [
        ("model/look.rs", "use crate::edit::Book;", "edit"),
        ("rules.rs", "use crate::{model::Key, query};", "query"),
        ("store/open.rs", "fn f() { crate::rules::all(); }", "rules"),
        ("app/pane.rs", "use super::super::tui::run;", "tui"),
        ("app.rs", "use super::{model, cli::out};", "cli"),
        ("edit/ops/slot.rs", "use crate::{\n    model::{Key, Row},\n    app::App,\n};", "app"),
        ("demo.rs", "use crate::rules;", "rules"),
    ] {
        assert_eq!(path_faults(&Source::new(name, text)), [format!("{name} uses {used}")]);
    }
    let fine = Source::new(
        "edit/book.rs",
        "use crate::model::Key;\nuse crate::edit::ops; // crate::app\nuse super::super::rules;",
    );
    assert!(path_faults(&fine).is_empty());
}

#[test]
fn words_for_others_are_found() {
    for (name, text) in [
        ("app.rs", "use ratatui::Frame;"),
        ("model.rs", "fn f() { print!(\"x\") }"),
        ("cli/check.rs", "fn f() { io::stderr() }"),
        ("query.rs", "fn f() { g().unwrap() }"),
        ("i18n/en.rs", "fn f() { io::stdout() }"),
    ] {
        assert_eq!(word_faults(&Source::new(name, text)).len(), 1, "{text}");
    }
    let fine = "/// Never `ratatui`.\nfn f() { g(\"println!(\"); }\n#[cfg(test)]\nmod tests {\n    fn f() { g().unwrap() }\n}\n";
    assert!(word_faults(&Source::new("app.rs", fine)).is_empty());
}

#[test]
fn comments_texts_and_tests_do_not_count() {
    let text = "a /* b */ c // d\n\"e\\\"f\" 'g' '\\'' r#\"h\"i\"# j<'k>";
    assert_eq!(bare(text).split_whitespace().collect::<String>(), "ac\"\"''''\"\"j<'k>");
    assert_eq!(tests_cut("a\n#[cfg(test)]\nmod tests {\n b\n}\n"), "a\n");
    assert_eq!(tests_cut("a\n#[cfg(test)]\nmod tests;\nb\n"), "a\n#[cfg(test)]\nmod tests;\nb\n");
}
