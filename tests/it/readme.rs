//! What the README promises: its picture is the real screen, its commands exist, every dependency has its line.

mod svg;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use partnerbook::i18n::Lang;
use partnerbook::tui::draw::draw;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

use crate::support::screen::Window;

const PICTURE: &str = "assets/screen.svg";

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn read(name: &str) -> String {
    fs::read_to_string(path(name)).unwrap_or_default()
}

/// The main view of the demo book, with a provider and a customer chosen.
fn picture() -> String {
    let mut window = Window::demo(Lang::En, 120, 36);
    window.keys("j l l j j j l j");
    let mut terminal = Terminal::new(TestBackend::new(120, 36)).unwrap();
    terminal.draw(|frame| draw(&window.app, window.theme, frame)).unwrap();
    svg::of(terminal.backend().buffer())
}

#[test]
fn the_picture_is_the_screen_as_it_is() {
    let now = picture();
    if std::env::var_os("UPDATE_PICTURE").is_some() {
        fs::write(path(PICTURE), &now).unwrap();
    }
    assert!(now == read(PICTURE), "{PICTURE} is out of date: UPDATE_PICTURE=1 cargo test --test it picture");
    assert!(read("README.md").contains(PICTURE));
}

const BEGIN: &str = "<!-- rules: begin -->\n";
const END: &str = "<!-- rules: end -->";

/// The rules as the program lists them, as a table of Markdown.
fn catalogue() -> String {
    let home = tempfile::tempdir().unwrap();
    let ran = Command::new(env!("CARGO_BIN_EXE_partnerbook"))
        .env_clear()
        .env("PARTNERBOOK_CONFIG_DIR", home.path())
        .args(["help", "rules", "--format", "md", "--lang", "en"])
        .output()
        .unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).unwrap()
}

#[test]
fn the_rules_of_the_readme_are_the_rules_of_the_program() {
    let now = catalogue();
    assert!(now.lines().count() > 30);
    let readme = read("README.md");
    let (before, rest) = readme.split_once(BEGIN).expect("the README has a place for the rules");
    let (written, after) = rest.split_once(END).expect("the place for the rules has an end");
    if written != now && std::env::var_os("UPDATE_README").is_some() {
        return fs::write(path("README.md"), [before, BEGIN, &now, END, after].concat()).unwrap();
    }
    assert!(
        written == now,
        "the rules in README.md are out of date: UPDATE_README=1 cargo test --test it rules_of_the_readme"
    );
}

#[test]
fn the_readme_names_every_dependency() {
    let manifest = read("Cargo.toml");
    let sections = manifest
        .split("\n[")
        .filter(|section| section.starts_with("dependencies]") || section.starts_with("dev-dependencies]"));
    let names: Vec<&str> = sections
        .flat_map(str::lines)
        .filter_map(|line| Some(line.split_once(" = ")?.0))
        .filter(|name| !name.starts_with('#'))
        .collect();
    assert!(names.len() > 20);
    let readme = read("README.md");
    let missing: Vec<_> = names.iter().filter(|name| !readme.contains(&format!("| `{name}` |"))).collect();
    assert!(missing.is_empty(), "the README does not say what these are for: {missing:?}");
}

#[test]
fn the_test_command_of_the_readme_is_what_is_run() {
    assert!(read("README.md").contains("cargo run --release -- demo"));
    assert!(read("README.md").contains("\ncargo test\n") && read(".ci/run").contains("\ncargo test\n"));
}
