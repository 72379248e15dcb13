//! The commands of the history: what was done, steps back and again, moments named, shown and brought back.

use std::fs;

use crate::shell::{BAKKER, PROVIDER, Shell, US, files};

const SUBSCRIPTIONS: &str = "subscriptions.json";

/// Three days of imports: partners and customers, a checkpoint before the subscriptions, then those.
fn with_a_history(lang: &'static str) -> Shell {
    let mut shell = Shell { lang, ..Shell::new() };
    for (day, files) in [
        ("2026-09-01", &[PROVIDER][..]),
        ("2026-09-15", &["customers.json"]),
        ("2026-11-24", &[SUBSCRIPTIONS, "gdap.json"]),
    ] {
        shell.day = Some(day);
        shell.imports(files);
        if day == "2026-09-15" {
            assert_eq!(shell.run(&["checkpoint", "before subscriptions"]).code, 0);
        }
    }
    shell
}

/// Everything that the book says now: each table, and the problems.
fn whole(shell: &Shell) -> Vec<String> {
    let kinds = ["providers", "resellers", "customers", "subscriptions", "relations", "problems"];
    kinds.map(|kind| shell.run(&["list", kind, "--format", "jsonl"]).out).to_vec()
}

#[test]
fn what_was_done_is_listed_undone_and_done_again() {
    let mut shell = with_a_history("en");
    shell.types(&["log"]);
    shell.types(&["log", "--limit", "1", "--format", "text"]);
    shell.types(&["log", "BAKKER"]);
    shell.types(&["log", "checkpoint"]);
    shell.types(&["log", &format!("customer:{BAKKER} import")]);
    shell.types(&["log", "no such word"]);
    shell.types(&["undo", "--dry-run"]);
    shell.types(&["undo", "2"]);
    shell.types(&["undo", "7"]);
    shell.types(&["redo"]);
    shell.types(&["redo", "2"]);
    shell.types(&["redo", "--dry-run"]);
    shell.types(&["log", "--limit", "4"]);
    insta::assert_snapshot!(shell.told);
}

#[test]
fn moments_are_named_shown_and_brought_back() {
    let mut shell = with_a_history("en");
    shell.types(&["list", "customers", "--at", "2026-09-14", "--columns", "name"]);
    shell.types(&["list", "customers", "--at", "2026-09-15", "--columns", "name"]);
    shell.types(&["list", "subscriptions", "--at", "Before Subscriptions", "--columns", "product"]);
    shell.types(&["check", "--at", "1", "--only", "R-PSH"]);
    shell.types(&["show", "bakker", "--at", "2026-08-31"]);
    for at in ["before subscription", "after", "9", "2026-02-31"] {
        shell.types(&["list", "customers", "--at", at]);
    }
    let ran = shell.run(&["list", "customers", "--at", "9999-01-01"]);
    assert!(ran.code == 2 && ran.said.contains("9999-01-01 is yet to come"), "{}", ran.said);
    shell.types(&["checkpoint", "BEFORE subscriptions"]);
    shell.types(&["checkpoint", "2026-09-15"]);
    shell.types(&["checkpoint", " \u{202e} "]);
    shell.types(&["checkpoint", " the \u{1b}[2J day "]);
    shell.types(&["restore", "before subscriptions", "--dry-run"]);
    shell.types(&["restore", "before subscriptions"]);
    shell.types(&["restore", "before subscriptions"]);
    shell.types(&["restore", "never"]);
    shell.types(&["log", "--limit", "2"]);
    shell.types(&["undo"]);
    insta::assert_snapshot!(shell.told);
}

#[test]
fn french_tells_the_history_too() {
    let mut shell = with_a_history("fr");
    shell.types(&["log", "--format", "text"]);
    shell.types(&["list", "customers", "--at", "2026-09-15", "--columns", "name"]);
    shell.types(&["list", "customers", "--at", "avant", "--columns", "name"]);
    shell.types(&["checkpoint", "before subscriptions"]);
    shell.types(&["undo"]);
    shell.types(&["undo", "9", "-q"]);
    shell.types(&["restore", "3"]);
    shell.types(&["restore", "3"]);
    insta::assert_snapshot!(shell.told);
}

#[test]
fn a_moment_brought_back_and_undone_leaves_the_book_as_it_was() {
    let shell = with_a_history("en");
    let before = whole(&shell);
    assert_eq!(shell.run(&["restore", "0"]).code, 0);
    assert!(whole(&shell).iter().all(String::is_empty), "it was empty once");
    assert_eq!(shell.run(&["undo"]).code, 0);
    assert_eq!(whole(&shell), before);
    let at = |at: &str| shell.run(&["list", "customers", "--format", "jsonl", "--at", at]).out;
    assert_eq!(shell.run(&["restore", "before subscriptions"]).code, 0);
    assert_eq!(whole(&shell)[2], at("3"));
    assert_eq!(whole(&shell)[3], "");
    assert_eq!(at("4"), before[2], "what came after is still there to be looked at");
}

#[test]
fn a_past_book_is_judged_for_its_day_unless_another_is_asked_for() {
    let mut shell = with_a_history("en");
    shell.day = None;
    let of = |shell: &Shell, at: &str| shell.run(&["who", BAKKER, "--at", at, "--format", "text"]).out;
    for (at, day) in
        [("2026-10-01", "2026-10-01"), ("before subscriptions", "2026-09-15"), ("4", "2026-11-24")]
    {
        assert!(of(&shell, at).lines().next().unwrap().contains(day), "{at}: {}", of(&shell, at));
    }
    shell.day = Some("2026-11-24");
    assert!(of(&shell, "2026-10-01").lines().next().unwrap().contains("2026-11-24"));
    let json = shell.run(&["list", "customers", "--json", "--at", "2026-10-01"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(
        (&json["at"], &json["change"], &json["baseline"]),
        (&"2026-10-01".into(), &3.into(), &"2026-09-15".into())
    );
    let log = shell.run(&["log", "--json"]).out;
    let log: serde_json::Value = serde_json::from_str(&log).unwrap();
    let second = &log["items"][1];
    assert_eq!(
        (&second["kind"], &second["checkpoint"]),
        (&"checkpoint".into(), &"before subscriptions".into())
    );
    assert_eq!((&second["change"], &second["touched"]), (&3.into(), &0.into()));
    assert!(json.get("at").is_some() && log.get("at").is_none());
}

#[test]
fn only_looks_have_a_past() {
    let shell = with_a_history("en");
    let refused: [&[&str]; 6] =
        [&["import", PROVIDER], &["undo"], &["log"], &["doctor"], &["checkpoint", "x"], &["keys"]];
    for args in refused {
        assert_eq!(shell.run(&[args, &["--at", "2026-09-15"]].concat()).code, 2, "{args:?}");
    }
    for args in [
        &["list", "relations"][..],
        &["show", BAKKER],
        &["check"],
        &["who", BAKKER],
        &["explain", "R-REL-002"],
    ] {
        let ran = shell.run(&[args, &["--at", "before subscriptions"]].concat());
        assert!(ran.code < 2, "{args:?}: {}", ran.said);
    }
}

#[test]
fn who_writes_history_needs_the_book_to_himself() {
    let shell = with_a_history("en");
    let before = files(&shell.book());
    let held = partnerbook::store::lock::take(&partnerbook::store::volume::Machine, &shell.book()).unwrap();
    for args in [&["undo"][..], &["redo"], &["checkpoint", "x"], &["restore", "1"]] {
        let ran = shell.run(args);
        assert_eq!(ran.code, 4, "{args:?}: {}", ran.said);
    }
    for args in [&["undo", "--dry-run"][..], &["restore", "1", "--dry-run"], &["log"]] {
        assert_eq!(shell.run(args).code, 0, "{args:?}");
    }
    drop(held);
    assert_eq!(files(&shell.book()), before);
    assert_eq!(shell.run(&["log"]).code, 0);
}

#[test]
fn a_history_with_a_hole_says_where_it_ends() {
    let shell = with_a_history("en");
    let file = shell.book().join("history/000002.ron");
    let text = fs::read_to_string(&file).unwrap();
    fs::remove_file(&file).unwrap();
    let log = shell.run(&["log"]);
    assert_eq!((log.code, log.out.lines().count()), (3, 3), "{}", log.said);
    assert!(log.said.contains("change 2 is in no file") && log.said.contains("000001.ron"), "{}", log.said);
    assert_eq!(shell.run(&["list", "customers", "--at", "3"]).code, 0);
    let ran = shell.run(&["list", "customers", "--at", "1"]);
    assert_eq!(ran.code, 3, "{}", ran.said);
    assert!(ran.said.contains("change 3 is the oldest"), "{}", ran.said);
    fs::write(&file, text.replacen("Did", "Dud", 1)).unwrap();
    let log = shell.run(&["log"]);
    assert_eq!((log.code, log.out.lines().count()), (3, 3), "{}", log.said);
    assert!(log.said.contains("000002.ron"), "{}", log.said);
    assert_eq!(shell.run(&["checkpoint", "still possible"]).code, 0);
}

#[test]
fn a_checkpoint_leaves_the_files_alone_and_stays() {
    let shell = with_a_history("en");
    let tables = |shell: &Shell| -> Vec<_> {
        files(&shell.book()).into_iter().filter(|(path, _)| !path.ends_with("journal.ron")).collect()
    };
    let before = tables(&shell);
    assert_eq!(shell.run(&["checkpoint", "today"]).code, 0);
    assert!(tables(&shell) == before, "a checkpoint saved the book");
    let list = shell.run(&["list", "customers", "--at", "today"]);
    assert_eq!((list.code, list.said.contains("taken up")), (0, false), "{}", list.said);
    assert_eq!(
        shell.run(&["import", "subscriptions-renewal.json", "--us", US, "--customer", BAKKER]).code,
        0
    );
    assert_eq!(shell.run(&["list", "customers", "--at", "today"]).code, 0);
}

/// Renames the customer of the examples, one change after the other.
fn renamed(shell: &Shell, names: &[&str]) {
    let set = |name: &&str| format!("Set(record: \"{BAKKER}\", fields: [(\"name\", \"{name}\")])\n");
    let script = shell.home.path().join("names.ron");
    fs::write(&script, names.iter().map(set).collect::<String>()).unwrap();
    let ran = shell.run(&["apply", &script.to_string_lossy()]);
    assert_eq!(ran.code, 0, "{}", ran.said);
}

#[test]
fn what_was_undone_is_called_what_it_was_called_then() {
    let shell = with_a_history("en");
    renamed(&shell, &["name 1", "name 2", "name 3"]);
    let right = ["name 3", "name 2"].map(|name| format!("Undid: Changed {name}."));
    let told = |text: &str| -> Vec<String> {
        let undone =
            text.lines().filter_map(|line| Some(line[line.find("Undid")?..].split('\t').next()?.to_owned()));
        undone.collect()
    };
    assert_eq!(told(&shell.run(&["undo", "2", "--dry-run"]).said), right);
    assert_eq!(told(&shell.run(&["undo", "2"]).said), right);
    let mut log = told(&shell.run(&["log"]).out);
    log.reverse();
    assert_eq!(log, right);
}

#[test]
fn the_log_has_the_time_by_the_clock_whatever_day_the_rules_are_judged_for() {
    let shell = with_a_history("en");
    let shell = Shell { day: None, ..shell };
    let done = shell
        .command(&["--today", "2027-06-01", "checkpoint", "Later"])
        .env("PARTNERBOOK_CLOCK", "2026-11-25")
        .output();
    assert!(done.unwrap().status.success());
    let newest = shell.run(&["log", "--limit", "1"]).out;
    assert!(newest.contains("\t2026-11-25\t"), "{newest}");
    assert_eq!(shell.run(&["--today", "2027-06-01", "checkpoint", "Now"]).code, 0);
    let newest = shell.run(&["log", "--limit", "1"]).out;
    assert!(newest.contains("Now") && !newest.contains("2027-06-01"), "{newest}");
}
