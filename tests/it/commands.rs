//! The commands as transcripts: what is written where, and how they end, in a sealed environment with a fixed day.

mod past;

use std::fs;
use std::io::Read as _;
use std::process::Stdio;

use crate::shell::{BAKKER, PROVIDER, Shell, US, files};

#[test]
fn a_book_is_made_filled_checked_and_shown() {
    let mut shell = Shell::new();
    shell.types(&["init"]);
    shell.types(&["init"]);
    shell.types(&["import", PROVIDER, "customers.json", "--us", US]);
    shell.types(&["check"]);
    shell.types(&["check", "--severity", "error", "--only", "R-PSH"]);
    shell.types(&["list", "customers", "--columns", "name,country,region"]);
    shell.types(&["list", "resellers", "country:br"]);
    shell.types(&["list", "relations", "--columns", "from,to,state", "--limit", "2"]);
    insta::assert_snapshot!(shell.told);
}

#[test]
fn french_says_the_same() {
    let mut shell = Shell::french();
    shell.types(&["check"]);
    shell.types(&["import", "customers.json"]);
    shell.types(&["import", PROVIDER, "--us", US]);
    shell.types(&["check", "--only", "R-REG"]);
    shell.types(&["explain", "R-REG-002"]);
    shell.types(&["list", "customers", "chanel:csp"]);
    insta::assert_snapshot!(shell.told);
}

#[test]
fn the_agenda_is_listed_and_narrowed() {
    let mut shell = Shell::new();
    shell.imports(&[PROVIDER, "customers.json", "subscriptions.json", "gdap.json"]);
    shell.types(&["list", "agenda"]);
    shell.types(&["list", "agenda", "what:privileges", "--columns", "day,what,record"]);
    shell.types(&["list", "agenda", "renews:no what:ends"]);
    shell.types(&["list", "agenda", "customer:bakker until:<400d", "--columns", "day,customer"]);
    shell.types(&["list", "agenda", "--limit", "1", "--format", "md"]);
    shell.types(&["list", "agenda", "what:nothing"]);
    shell.types(&["list", "agenda", "chanel:csp"]);
    shell.types(&["list", "customers", "until:any", "--columns", "name"]);
    shell.types(&["--lang", "fr", "list", "agenda", "--limit", "2"]);
    insta::assert_snapshot!(shell.told);
}

#[test]
fn a_rule_is_explained_with_the_facts_that_decide() {
    let mut shell = Shell::new();
    shell.imports(&[PROVIDER, "customers.json", "subscriptions.json", "gdap.json"]);
    shell.types(&["explain", "r-reg-002"]);
    let found = shell.run(&["check", "--json", "--severity", "warning"]).out;
    let found: serde_json::Value = serde_json::from_str(&found).unwrap();
    let rules = found["items"].as_array().unwrap();
    assert!(!rules.is_empty());
    for item in rules {
        let (rule, record) = (item["rule"].as_str().unwrap(), item["records"][0].as_str().unwrap());
        let ran = shell.run(&["explain", rule, record]);
        assert_eq!(ran.code, 1, "{rule} {record}: {}", ran.said);
        assert!(ran.out.contains(item["message"].as_str().unwrap()), "{}", ran.out);
        assert!(ran.out.contains("\n  - "), "no fact is told:\n{}", ran.out);
    }
    let (rule, record) = (rules[0]["rule"].as_str().unwrap(), rules[0]["records"][0].as_str().unwrap());
    shell.types(&["explain", rule, record]);
    shell.types(&["--lang", "fr", "explain", rule, record]);
    shell.types(&["explain", "R-REL-003", record]);
    let json: serde_json::Value =
        serde_json::from_str(&shell.run(&["explain", rule, record, "--json"]).out).unwrap();
    let told = &json["items"][0];
    assert_eq!((&told["rule"], &told["in_force"]), (&rule.into(), &true.into()));
    let fact = &told["cases"][0]["facts"][0];
    for name in ["record", "record_name", "field", "value"] {
        assert!(fact.get(name).is_some(), "{fact}");
    }
    insta::assert_snapshot!(shell.told);
}

#[test]
fn help_tells_of_commands_and_of_topics() {
    let mut shell = Shell::new();
    let program = shell.run(&["help"]);
    assert_eq!((program.code, &program.out), (0, &shell.run(&["--help"]).out));
    for command in ["list", "check", "explain", "import", "help"] {
        let ran = shell.run(&["help", command]);
        assert_eq!((ran.code, &ran.out), (0, &shell.run(&[command, "--help"]).out), "{command}");
    }
    assert!(shell.run(&["help", "check"]).out.contains("Exit codes"));
    shell.types(&["help", "rles"]);
    shell.types(&["help", "format"]);
    shell.types(&["help", "filter"]);
    shell.types(&["--lang", "fr", "help", "filter"]);
    let rules = shell.run(&["help", "rules", "--format", "text"]).out;
    for code in partnerbook::rules::Code::ALL {
        let starts = |line: &&str| line.starts_with(&format!("{} ", code.text()));
        assert_eq!(rules.lines().filter(starts).count(), 1, "{}", code.text());
    }
    let json: serde_json::Value = serde_json::from_str(&shell.run(&["help", "rules", "--json"]).out).unwrap();
    let first = json["items"][0].as_object().unwrap();
    for name in ["rule", "severity", "kind", "valid_from", "valid_until", "title", "explains", "source"] {
        assert!(first.contains_key(name), "{name}");
    }
    insta::assert_snapshot!(shell.told);
}

#[test]
fn the_same_import_again_changes_nothing() {
    let mut shell = Shell::new();
    shell.imports(&[PROVIDER, "customers.json", "subscriptions.json", "gdap.json"]);
    let before = files(&shell.book());
    let again = shell.types(&["import", PROVIDER, "customers.json", "--us", US]);
    assert_eq!(again.code, 0);
    assert!(again.said.contains("Nothing"), "{}", again.said);
    let now = files(&shell.book());
    let changed: Vec<_> = now.iter().filter(|file| !before.contains(file)).map(|(path, _)| path).collect();
    assert!(before.len() > 5 && before.len() == now.len() && changed.is_empty(), "{changed:?}");
}

#[test]
fn an_import_is_all_or_nothing() {
    let mut shell = Shell::new();
    let broken = shell.home.path().join("broken.json");
    fs::write(&broken, "{\"items\": [\n  {\"id\": 1 \"name\": 2}\n]}").unwrap();
    let broken = broken.to_string_lossy().into_owned();
    let ran = shell.run(&["import", PROVIDER, &broken, "--us", US]);
    assert_eq!(ran.code, 3);
    assert!(ran.said.contains("line 2") && ran.said.contains("Nothing was imported"), "{}", ran.said);
    shell.types(&["import", PROVIDER]);
    shell.types(&["import", "resellers-of-customer.json", "--us", US]);
    shell.types(&["import", "no-such-file.json"]);
    shell.types(&["import", PROVIDER, "--us", US, "--dry-run"]);
    assert!(!shell.book().exists(), "something was written");
    insta::assert_snapshot!(shell.told);
}

#[test]
fn a_kind_that_is_not_imported_is_named_and_the_rest_comes_in() {
    let shell = Shell::new();
    let order = shell.home.path().join("note.txt");
    fs::write(&order, "Bring milk").unwrap();
    let order = order.to_string_lossy().into_owned();
    let alone = shell.run(&["import", &order]);
    assert_eq!(alone.code, 6, "{}", alone.said);
    assert!(!shell.book().exists());
    let both = shell.run(&["import", &order, PROVIDER, "--us", US]);
    assert_eq!(both.code, 6, "{}", both.said);
    assert_eq!(shell.run(&["list", "resellers", "-q"]).out.lines().count(), 3);
}

#[test]
fn whose_book_it_is_is_remembered() {
    let shell = Shell::new();
    shell.imports(&[PROVIDER]);
    assert_eq!(shell.run(&["import", "customers.json"]).code, 0);
}

#[test]
fn json_has_an_envelope_and_stable_names() {
    let shell = Shell::new();
    shell.imports(&[PROVIDER, "customers.json", "subscriptions.json", "gdap.json"]);
    for (args, names) in [
        (["list", "relations"], &["id", "from", "to", "kind", "through", "state", "since", "until"][..]),
        (
            ["list", "subscriptions"],
            &["id", "customer", "customer_name", "status", "ends", "seats", "problems"],
        ),
        (
            ["list", "agenda"],
            &["id", "day", "days", "what", "what_name", "record", "record_name", "customer", "partner"],
        ),
        (["list", "problems"], &["rule", "severity", "records", "field", "message", "fixes", "source"]),
    ] {
        let ran = shell.run(&[&args[..], &["--json"]].concat());
        let json: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!((&json["schema"], &json["book"]), (&1.into(), &"main".into()));
        assert_eq!(json["baseline"], "2026-11-24");
        let first = json["items"][0].as_object().unwrap_or_else(|| panic!("{args:?} lists nothing"));
        names.iter().for_each(|name| assert!(first.contains_key(*name), "{args:?} has no {name}"));
        assert!(first.values().all(|value| value != ""), "{first:?}");
        let lines = shell.run(&[&args[..], &["--format", "jsonl"]].concat()).out;
        assert_eq!(lines.lines().count(), json["items"].as_array().unwrap().len());
    }
}

#[test]
fn nothing_from_a_file_reaches_the_terminal_as_a_command() {
    let shell = Shell::new();
    let hostile = "Evil\u{1b}]0;x\u{7}\tA\nB\u{202e}C";
    let text = serde_json::json!({"items": [{
        "id": BAKKER,
        "companyProfile": {"tenantId": BAKKER, "domain": "evil.onmicrosoft.com", "companyName": hostile},
        "relationshipToPartner": "reseller",
    }], "totalCount": 1});
    let file = shell.home.path().join("evil.json");
    fs::write(&file, text.to_string()).unwrap();
    let imported = shell.imports(&[&file.to_string_lossy()]);
    let args: [&[&str]; 7] = [
        &["list", "customers"],
        &["list", "customers", "--format", "text"],
        &["list", "customers", "--format", "md"],
        &["list", "customers", "--json"],
        &["show", BAKKER],
        &["show", BAKKER, "--as", "ron"],
        &["show", &format!("no{hostile}")],
    ];
    for args in args {
        let ran = shell.run(args);
        let all = format!("{}{}{}", ran.out, ran.said, imported.said);
        let is_hostile = |c: char| (c.is_control() && c != '\n' && c != '\t') || c == '\u{202e}';
        assert!(!all.contains(is_hostile), "{args:?}: {all:?}");
    }
    assert!(shell.run(&["list", "customers"]).out.lines().all(|line| line.matches('\t').count() == 6));
    let json: serde_json::Value =
        serde_json::from_str(&shell.run(&["list", "customers", "--json"]).out).unwrap();
    assert_eq!(json["items"][0]["name"], hostile);
}

#[test]
fn a_record_is_found_by_id_by_name_and_by_a_part_that_only_one_has() {
    let mut shell = Shell::new();
    shell.imports(&[PROVIDER, "customers.json"]);
    let rows = shell.run(&["list", "customers", "--columns", "id,name", "-q"]).out;
    let (id, name) = rows.lines().nth(1).unwrap().split_once('\t').unwrap();
    for wanted in [id, &format!("customer:{id}"), name, &name.to_lowercase()] {
        assert!(shell.run(&["show", wanted]).out.starts_with(name), "{wanted}");
    }
    assert_eq!(shell.run(&["show", "no such name"]).code, 2);
    let several = shell.types(&["show", "e"]);
    assert!(several.code == 2 && several.said.lines().count() > 2);
}

#[test]
fn a_second_program_may_look_and_not_write() {
    let shell = Shell::new();
    shell.imports(&[PROVIDER]);
    let held = partnerbook::store::lock::take(&partnerbook::store::volume::Machine, &shell.book()).unwrap();
    let ran = shell.run(&["import", "customers.json"]);
    assert_eq!(ran.code, 4);
    assert!(ran.said.contains(&format!("process {}", std::process::id())), "{}", ran.said);
    assert_eq!(shell.run(&["list", "resellers"]).code, 0);
    drop(held);
    assert_eq!(shell.run(&["import", "customers.json"]).code, 0);
}

#[test]
fn a_damaged_file_is_named_left_as_it_is_and_the_rest_can_be_looked_at() {
    let mut shell = Shell::new();
    shell.imports(&[PROVIDER, "customers.json"]);
    let file = shell.book().join("customers.ron");
    let text = fs::read_to_string(&file).unwrap().replacen("name:", "nmae:", 1);
    fs::write(&file, &text).unwrap();
    let list = shell.run(&["list", "resellers"]);
    assert_eq!((list.code, list.out.lines().count()), (3, 3));
    assert!(list.said.contains("did you mean name?"), "{}", list.said);
    assert_eq!(shell.run(&["import", "customers.json"]).code, 3);
    assert_eq!(fs::read_to_string(&file).unwrap(), text);
    shell.types(&["doctor", "--book", "nowhere"]);
    assert!(shell.told.contains("There is no book in CONFIG/books/nowhere"), "{}", shell.told);
}

#[test]
fn a_closed_pipe_ends_in_silence() {
    let shell = Shell::new();
    shell.imports(&[PROVIDER]);
    for format in ["tsv", "json", "md"] {
        let mut command = shell.command(&["list", "resellers", "-q", "--format", format]);
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut child = command.stdout(writer).stderr(Stdio::piped()).spawn().unwrap();
        let status = child.wait().unwrap();
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!((status.code(), said.as_str()), (Some(0), ""), "{format}");
    }
}

#[test]
fn wrong_use_ends_with_two() {
    let shell = Shell::new();
    let args: [&[&str]; 11] = [
        &["--no-such-flag"],
        &["list", "nonsense"],
        &["check", "--only", "R-NO-001"],
        &["check", "chanel:csp"],
        &["list", "customers", "--sort", "colour"],
        &["explain", "R-REG-02"],
        &["explain", "R-REL-002", "--at", "nosuch"],
        &["--today", "yesterday", "check"],
        &["--filter", "a", "check"],
        &["-b", "Not A Book", "check"],
        &[],
    ];
    shell.imports(&[PROVIDER]);
    for args in args {
        let ran = shell.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}: {}", ran.said);
        assert!(!ran.said.is_empty());
    }
    assert_eq!(Shell::new().run(&["check"]).code, 3, "no book");
}

#[test]
fn help_and_version_are_data() {
    let shell = Shell::new();
    for args in [&["--help"][..], &["-h"], &["-V"], &["import", "--help"]] {
        let ran = shell.run(args);
        assert_eq!((ran.code, ran.said.as_str()), (0, ""));
        assert!(ran.out.contains("partnerbook"));
    }
}

#[test]
fn keys_are_listed_and_in_order() {
    let shell = Shell::new();
    assert_eq!(shell.run(&["keys", "--check"]).code, 0);
    assert!(shell.run(&["keys", "--format", "md"]).out.lines().count() > 50);
    fs::write(shell.home.path().join("keymap.ron"), "Keymap(format: 1, contexts: {\"lits\": {}})").unwrap();
    let ran = shell.run(&["keys"]);
    assert_eq!(ran.code, 3);
    assert!(ran.said.contains("did you mean list?"), "{}", ran.said);
}

#[test]
fn settings_that_cannot_be_read_are_named_and_not_heeded() {
    let shell = Shell::new();
    shell.imports(&[PROVIDER]);
    fs::write(shell.home.path().join("settings.ron"), "Settings(format: 1, langage: \"fr\")").unwrap();
    let ran = shell.run(&["list", "resellers"]);
    assert_eq!(ran.code, 0);
    assert!(ran.said.contains("did you mean language?"), "{}", ran.said);
}

#[test]
fn a_new_book_begins_with_files_or_not_at_all() {
    let shell = Shell::new();
    assert_eq!(shell.run(&["init", "sud", "--from-portal", PROVIDER]).code, 2);
    assert!(!shell.home.path().join("books/sud").exists());
    assert_eq!(shell.run(&["init", "sud", "--from-portal", PROVIDER, "--us", US]).code, 0);
    assert_eq!(shell.run(&["-b", "sud", "list", "resellers"]).out.lines().count(), 3);
    assert_eq!(shell.run(&["init", "sud"]).code, 4);
}

#[cfg(target_os = "linux")]
mod on_a_terminal {
    use super::{PROVIDER, Shell};
    use crate::pty::{Control, Pty};

    fn opens(shell: &Shell, args: &[&str]) -> Pty {
        let mut command = shell.command(args);
        command.env("TERM", "xterm-256color");
        Pty::start(&command, Control::Controlling, 120, 36)
    }

    #[test]
    fn a_book_opens_filtered_and_to_be_looked_at_only() {
        let shell = Shell::new();
        shell.imports(&[PROVIDER, "customers.json"]);
        let pty = opens(&shell, &["--read-only", "--filter", "domain:none"]);
        pty.wait_text("read-only");
        pty.wait_text("domain:none");
        pty.send("q");
        assert!(pty.wait_exit().success());
        pty.assert_restored();
    }

    #[test]
    fn without_a_book_the_first_screen_asks_and_nothing_is_written() {
        let shell = Shell::new();
        let pty = opens(&shell, &[]);
        pty.wait_text("invented network");
        pty.send("q");
        assert!(pty.wait_exit().success());
        assert!(!shell.book().exists());
    }

    #[test]
    fn a_misspelt_command_is_no_book() {
        let shell = Shell::new();
        let pty = opens(&shell, &["chekc"]);
        pty.wait_text("Did you mean partnerbook check?");
        assert_eq!(pty.wait_exit().code(), Some(2));
    }

    #[test]
    fn a_list_on_a_terminal_is_a_table() {
        let shell = Shell::new();
        shell.imports(&[PROVIDER]);
        let pty = opens(&shell, &["list", "resellers"]);
        pty.wait_text("NAME");
        assert_eq!(pty.wait_exit().code(), Some(0));
    }
}

#[test]
fn who_may_do_what_and_relations_are_told_for_people_and_programs() {
    let mut shell = Shell::new();
    shell.imports(&[PROVIDER, "customers.json", "subscriptions.json", "gdap.json"]);
    for format in ["text", "tsv"] {
        assert_eq!(shell.types(&["who", BAKKER, "--format", format]).code, 0);
    }
    for shape in ["tree", "mermaid"] {
        assert_eq!(shell.types(&["show", BAKKER, "--as", shape]).code, 0);
    }
    let items = shell.run(&["who", BAKKER, "--format", "jsonl"]).out;
    let questions: Vec<String> = items
        .lines()
        .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["question"].to_string())
        .collect();
    assert!(questions.contains(&"\"supports\"".to_owned()), "{questions:?}");
    assert_eq!(shell.types(&["who", US]).code, 2);
    assert_eq!(shell.types(&["who", "no such name"]).code, 2);
    insta::assert_snapshot!("who-and-tree", shell.told);
}

#[test]
fn a_file_that_is_not_there_is_not_formatted_and_is_said_to_be_missing() {
    let ran = Shell::new().run(&["fmt", "/nosuch"]);
    assert_eq!(
        (ran.code, ran.said.as_str()),
        (3, "/nosuch cannot be read: it is not there. Check the path.\n")
    );
}
