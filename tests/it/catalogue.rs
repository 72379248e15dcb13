//! The tables of the program hold every rule and every operation of the programme: each exactly once, with its words, its
//! source, and a test that is called after it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use partnerbook::app::Overlay;
use partnerbook::edit::ops::OpId;
use partnerbook::edit::ops::catalogue::{OPERATIONS, operation};
use partnerbook::i18n::Lang;
use partnerbook::rules::{self, Code, Rule};

use crate::support::screen::Window;

/// The rules of the programme by family, in the order of the catalogue.
const FAMILIES: [(&str, usize); 12] = [
    ("R-ID", 6),
    ("R-ENR", 8),
    ("R-REG", 7),
    ("R-PSH", 4),
    ("R-REL", 9),
    ("R-MP", 3),
    ("R-MC", 3),
    ("R-ADM", 7),
    ("R-SUB", 10),
    ("R-TRF", 5),
    ("R-SELF", 4),
    ("R-HYG", 4),
];

/// The ids of all 70 rules.
fn rule_ids() -> Vec<String> {
    let ids = |(family, count): &(&str, usize)| -> Vec<String> {
        (1..=*count).map(|n| format!("{family}-{n:03}")).collect()
    };
    FAMILIES.iter().flat_map(ids).collect()
}

/// The ids of all 32 operations.
fn operation_ids() -> Vec<String> {
    (1..=32).map(|n| format!("OP-{n:02}")).collect()
}

/// What is not called after a rule or an operation although a test should be.
fn without_test(ids: &[String]) -> Vec<&String> {
    let tests = tests();
    let is_tested = |id: &&String| {
        let name = id.to_lowercase().replace('-', "_");
        tests.iter().any(|test| names(test, &name))
    };
    ids.iter().filter(|id| !is_tested(id)).collect()
}

/// True when the name of a test holds the whole name of a rule or an operation.
fn names(test: &str, name: &str) -> bool {
    let bounds = |at: usize| {
        let end = at + name.len();
        let free = |c: Option<char>| c.is_none_or(|c| c == '_');
        free(test[..at].chars().next_back()) && free(test[end..].chars().next())
    };
    test.match_indices(name).any(|(at, _)| bounds(at))
}

/// The names of all tests of the program.
fn tests() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["src", "tests/it"] {
        sources(&root.join(folder), &mut files);
    }
    let of_file = |file: &PathBuf| test_names(&fs::read_to_string(file).unwrap());
    files.iter().flat_map(of_file).collect()
}

fn sources(folder: &Path, to: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, to);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            to.push(path);
        }
    }
}

/// The functions that follow upon `#[test]`, with any lines of attributes between.
fn test_names(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut is_test = false;
    for line in text.lines().map(str::trim) {
        if let Some(rest) = line.strip_prefix("fn ").filter(|_| is_test) {
            names.extend(rest.split('(').next().map(str::to_owned));
        }
        is_test = line == "#[test]" || (is_test && line.starts_with("#["));
    }
    names
}

#[test]
fn every_rule_is_in_the_program_once() {
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    for rule in rules::all() {
        *found.entry(rule.code.text()).or_default() += 1;
    }
    let ids = rule_ids();
    assert_eq!(ids.len(), 70);
    let missing: Vec<_> = ids.iter().filter(|id| !found.contains_key(id.as_str())).collect();
    assert!(missing.is_empty(), "missing: {missing:?}");
    assert!(found.values().all(|count| *count == 1), "{found:?}");
    let ours = found.keys().filter(|id| id.starts_with("R-")).count();
    assert_eq!(ours, 70, "rules that the programme does not know: {found:?}");
}

#[test]
fn every_rule_says_what_it_asks_and_where_it_comes_from() {
    for id in rule_ids() {
        let rule: &Rule = Code::parse(&id).and_then(rules::rule).unwrap_or_else(|| panic!("{id} is missing"));
        assert!(!rule.source.is_empty() && !rule.judges.is_empty(), "{id}");
        for lang in Lang::ALL {
            assert!(
                !lang.rule_title(rule.code).is_empty() && !lang.rule_explains(rule.code).is_empty(),
                "{id}"
            );
        }
    }
}

#[test]
fn every_rule_has_a_test_called_after_it() {
    let ids = rule_ids();
    let bare = without_test(&ids);
    assert!(bare.is_empty(), "no test is called after {bare:?}");
}

#[test]
fn every_operation_is_in_the_program_once() {
    let found: Vec<String> = OPERATIONS.iter().map(|operation| operation.id.text().to_owned()).collect();
    assert_eq!(found, operation_ids());
    for id in OpId::ALL {
        let operation = operation(*id).unwrap_or_else(|| panic!("{id:?} is missing"));
        assert!(!operation.source.is_empty() && !operation.verbs.is_empty());
        for lang in Lang::ALL {
            let words = lang.operation(*id);
            assert!(!words.title.is_empty() && !words.does.is_empty() && !words.keeps.is_empty(), "{id:?}");
        }
    }
}

#[test]
fn the_preconditions_of_operations_are_rules() {
    let ids = rule_ids();
    for operation in OPERATIONS {
        let unknown: Vec<_> = operation.needs.iter().filter(|id| !ids.contains(&(**id).to_owned())).collect();
        assert!(unknown.is_empty(), "{:?} needs {unknown:?}", operation.id);
        let absent: Vec<_> = operation.needs.iter().filter(|id| Code::parse(id).is_none()).collect();
        assert!(absent.is_empty(), "{:?} needs {absent:?}, which the program does not judge", operation.id);
    }
}

#[test]
fn every_operation_has_a_test_called_after_it() {
    let ids = operation_ids();
    let bare = without_test(&ids);
    assert!(bare.is_empty(), "no test is called after {bare:?}");
}

#[test]
fn a_test_is_called_after_a_rule_by_its_whole_name() {
    assert!(names("r_mp_001_adding_a_partner", "r_mp_001") && names("the_edge_of_r_mp_001", "r_mp_001"));
    assert!(!names("r_mp_0011", "r_mp_001") && !names("or_mp_001", "r_mp_001"));
    let text = "#[test]\n#[should_panic]\nfn a() {}\nfn b() {}\n    #[test]\n    fn r_mp_001_c() {}\n";
    assert_eq!(test_names(text), ["a", "r_mp_001_c"]);
}

#[test]
fn help_lists_every_operation_and_tells_what_its_row_holds() {
    for (lang, kept) in
        [(Lang::En, "reservations keep the old reseller"), (Lang::Fr, "les réservations gardent")]
    {
        let mut window = Window::demo(lang, 120, 36);
        window.keys("? Tab Tab Tab");
        let Some(Overlay::Help(help)) = window.app.overlays.last() else { panic!("no help") };
        assert_eq!(help.list.len(), 32);
        window.types("OP-16").keys("Enter");
        let Some(Overlay::Reader(reader)) = window.app.overlays.last() else {
            panic!("nothing to read:\n{}", window.text())
        };
        let text = reader.plain();
        assert!(text.contains(kept) && text.contains("R-REL-007"), "{text}");
    }
}
