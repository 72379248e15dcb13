//! What is kept beside a book, and how it comes back: backups, damage, repair. As commands, in a sealed environment.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use partnerbook::model::{Change, Customer, Guid, Moment, Record, TenantId, Transaction, Verb};
use partnerbook::store::{self, Deed, Entry, Purpose};

use tempfile::TempDir;

const US: &str = "3f0c1a52-7d4e-4b7e-9a61-0c2f5a8e1b01";
const PROVIDER: &str = "resellers-of-provider.json";

/// A config folder of its own.
struct Shell {
    home: TempDir,
    lang: &'static str,
}

/// What a command did.
struct Ran {
    out: String,
    said: String,
    code: i32,
}

impl Shell {
    /// With a book that was saved twice: made empty, then filled.
    fn new(lang: &'static str) -> Self {
        let shell = Self { home: tempfile::tempdir().unwrap(), lang };
        assert_eq!(shell.run(&["init"]).code, 0);
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/partner_center").join(PROVIDER);
        assert_eq!(shell.run(&["import", &file.to_string_lossy(), "--us", US]).code, 0);
        shell
    }

    fn run(&self, args: &[&str]) -> Ran {
        let mut command = Command::new(env!("CARGO_BIN_EXE_partnerbook"));
        command
            .env_clear()
            .env("PARTNERBOOK_CONFIG_DIR", self.home.path())
            .env("PARTNERBOOK_LANG", self.lang)
            .env("PARTNERBOOK_CLOCK", "2026-11-24");
        let done = command.stdin(Stdio::null()).args(["--today", "2026-11-24"]).args(args).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Ran { out: text(done.stdout), said: text(done.stderr), code: done.status.code().unwrap() }
    }

    fn book(&self) -> PathBuf {
        self.home.path().join("books/main")
    }

    fn resellers(&self) -> usize {
        self.run(&["list", "resellers", "--format", "jsonl"]).out.lines().count()
    }
}

#[test]
fn a_backup_is_listed_brought_back_and_taken_back() {
    let shell = Shell::new("en");
    let full = shell.resellers();
    assert!(full > 1);
    let listed: serde_json::Value =
        serde_json::from_str(&shell.run(&["backup", "list", "--json"]).out).unwrap();
    let first = &listed["items"][0];
    assert_eq!(
        (first["number"].as_u64(), first["records"].as_u64(), &first["state"]),
        (Some(1), Some(0), &"whole".into())
    );
    assert!(first["saved"].as_str().is_some_and(|saved| saved.ends_with('Z')), "{first}");

    let done = shell.run(&["backup", "restore", "1"]);
    assert_eq!(done.code, 0, "{}", done.said);
    assert!(done.said.contains("as one step"), "{}", done.said);
    assert_eq!(shell.resellers(), 0);
    let again = shell.run(&["backup", "restore", "1"]);
    assert!(again.said.contains("already as in"), "{}", again.said);
    // The state before is a backup too, and the folder of one is a book by itself.
    let done = shell.run(&["backup", "restore", "2"]);
    assert_eq!((done.code, shell.resellers()), (0, full), "{}", done.said);
    let inside = shell.book().join("backups/000002");
    let listed = shell.run(&["list", "resellers", "--format", "jsonl", "--book", &inside.to_string_lossy()]);
    assert_eq!(listed.out.lines().count(), full);
}

#[test]
fn what_is_asked_for_wrongly_is_said() {
    let shell = Shell::new("en");
    let none = shell.run(&["backup", "restore", "7"]);
    assert_eq!(none.code, 2);
    assert!(none.said.contains("There is no backup 7. There are: 1."), "{}", none.said);
    let french = Shell::new("fr").run(&["backup", "restore", "7"]);
    assert!(french.said.contains("Il n'y a pas de sauvegarde 7"), "{}", french.said);
    // Nobody can be asked here.
    assert_eq!(shell.run(&["backup", "restore", "1"]).code, 0);
    let asked = shell.run(&["backup", "prune"]);
    assert_eq!(asked.code, 2);
    assert!(asked.said.contains("--yes"), "{}", asked.said);
    let gone = shell.run(&["backup", "prune", "--yes"]);
    assert_eq!((gone.code, gone.said.trim_end()), (0, "1 backup removed, 1 left."));
    assert!(!shell.book().join("backups/000001").exists());
    assert_eq!(shell.run(&["backup", "prune", "--yes"]).code, 0);
}

#[test]
fn a_backup_takes_the_place_of_a_file_that_cannot_be_read() {
    let shell = Shell::new("en");
    let full = shell.resellers();
    let path = shell.book().join("partners.ron");
    let text = fs::read_to_string(&path).unwrap();
    let cut = &text[..text.len() / 2];
    fs::write(&path, cut).unwrap();
    assert_eq!(shell.run(&["list", "resellers"]).code, 3);
    let done = shell.run(&["backup", "restore", "1"]);
    assert_eq!(done.code, 0, "{}", done.said);
    assert!(done.said.contains("taken up again"), "{}", done.said);
    assert_eq!(shell.resellers(), full, "the import after the backup came back from the history");
    assert_eq!(fs::read_to_string(shell.book().join("damaged/000001/partners.ron")).unwrap(), cut);
}

/// Steps that are in the journal and not saved, as the screens leave them: customers with these names.
fn drafts(book: &Path, names: &[&str]) {
    let mut opened = store::open(&store::machine(), book, Purpose::Write, &mut |_| {}).unwrap();
    let next = opened.journal.last() + 1;
    let entry = |(seq, name): (u64, &&str)| {
        let tenant = TenantId(Guid::own(seq));
        let record: Record = Customer { tenant, name: (*name).into(), ..Customer::default() }.into();
        let step = Transaction::new(Verb::AddCustomer, vec![Change::add(record)]);
        Entry { seq, at: Moment::from_seconds(1_790_000_000), deed: Deed::Did(step) }
    };
    let _ = opened.journal.append((next..).zip(names).map(entry).collect()).unwrap();
}

fn customers(shell: &Shell) -> String {
    shell.run(&["list", "customers", "--columns", "name"]).out
}

#[test]
fn a_damaged_journal_is_repaired_and_the_damaged_file_kept() {
    let shell = Shell::new("en");
    let none = shell.run(&["check", "--repair", "--only", "R-TRF"]);
    assert!(none.said.contains("nothing to repair"), "{}", none.said);
    drafts(&shell.book(), &["Clinique du Parc", "Fonderie Delta", "Orion Transport"]);
    let path = shell.book().join("journal.ron");
    let whole = fs::read_to_string(&path).unwrap();
    fs::write(&path, whole.replacen("Fonderie", "Gonderie", 1)).unwrap();
    let looked = shell.run(&["list", "customers"]);
    assert_eq!(looked.code, 3);
    assert!(looked.said.contains("check --repair"), "{}", looked.said);
    assert_eq!(shell.run(&["backup", "restore", "1"]).code, 3, "no backup is needed for a journal");
    let done = shell.run(&["check", "--repair", "--only", "R-TRF"]);
    assert_eq!(done.code, 0, "{}", done.said);
    assert!(done.said.contains("3 steps go on in a new one"), "{}", done.said);
    assert!(done.said.contains("One bit was put right in line 4"), "{}", done.said);
    for name in ["Clinique du Parc", "Fonderie Delta", "Orion Transport"] {
        assert!(customers(&shell).contains(name), "{name}");
    }
    let kept = fs::read_to_string(shell.book().join("damaged/000001/journal.ron")).unwrap();
    assert!(kept.contains("Gonderie"));
}

#[test]
fn what_is_lost_of_a_journal_is_told_by_its_line() {
    let shell = Shell::new("fr");
    drafts(&shell.book(), &["Clinique du Parc", "Fonderie Delta", "Orion Transport"]);
    let path = shell.book().join("journal.ron");
    let whole = fs::read_to_string(&path).unwrap();
    fs::write(&path, whole.replacen("Fonderie Delta", "##############", 1)).unwrap();
    let done = shell.run(&["check", "--repair", "--only", "R-TRF"]);
    assert_eq!(done.code, 1, "{}", done.said);
    assert!(done.said.contains("Le contenu de la ligne 4 est perdu"), "{}", done.said);
    assert!(done.said.contains("2 étapes sont reprises dans un nouveau journal."), "{}", done.said);
    let names = customers(&shell);
    assert!(names.contains("Clinique du Parc") && names.contains("Orion Transport"), "{names}");
}

#[cfg(unix)]
#[test]
fn doctor_tells_what_is_to_be_put_right() {
    use std::os::unix::fs::PermissionsExt as _;
    let shell = Shell::new("en");
    let state = |name: &str| -> Vec<(String, String)> {
        let told: serde_json::Value = serde_json::from_str(&shell.run(&["doctor", "--json"]).out).unwrap();
        let items = told["items"].as_array().unwrap().iter().filter(|item| item["name"] == name);
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        items.map(|item| (text(&item["state"]), text(&item["text"]))).collect()
    };
    let well = shell.run(&["doctor"]);
    assert_eq!(well.code, 0, "{}", well.out);
    for line in ["open elsewhere", "journal", "backups", "rights", "space on the disk", "settings.ron"] {
        assert!(well.out.contains(line), "{line}: {}", well.out);
    }
    assert_eq!(state("rights"), [("well".to_owned(), "only you may read and write".to_owned())]);
    drafts(&shell.book(), &["Clinique du Parc"]);
    assert!(state("journal")[0].1.starts_with("1 step not saved yet"), "{:?}", state("journal"));
    fs::write(shell.book().join("notes.txt"), "mine").unwrap();
    fs::set_permissions(shell.book().join("notes.txt"), fs::Permissions::from_mode(0o600)).unwrap();
    assert!(state("files").iter().any(|(state, text)| state == "note" && text.contains("notes.txt")));
    assert_eq!(shell.run(&["doctor"]).code, 0, "what is only worth knowing is no finding");

    let file = shell.book().join("partners.ron");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    assert_eq!(shell.run(&["doctor"]).code, 1);
    assert!(state("rights")[0].1.contains("chmod 600"), "{:?}", state("rights"));
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();

    let kept = fs::read(shell.book().join("backups/000001/book.ron")).unwrap();
    fs::write(shell.book().join("backups/000001/book.ron"), "rubbish").unwrap();
    assert_eq!((shell.run(&["doctor"]).code, state("backups")[1].0.as_str()), (1, "found"));
    fs::write(shell.book().join("backups/000001/book.ron"), kept).unwrap();
    fs::write(&file, "rubbish").unwrap();
    let bad = shell.run(&["doctor"]);
    assert_eq!(bad.code, 3);
    assert!(bad.out.contains("partnerbook backup restore N"), "{}", bad.out);
}

/// The lines of doctor with this name: how good each is, and what it says.
fn doctor(shell: &Shell, name: &str) -> Vec<(String, String)> {
    let told: serde_json::Value = serde_json::from_str(&shell.run(&["doctor", "--json"]).out).unwrap();
    let items = told["items"].as_array().unwrap().iter().filter(|item| item["name"] == name);
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    items.map(|item| (text(&item["state"]), text(&item["text"]))).collect()
}

#[test]
fn doctor_finds_what_is_not_there_any_more_or_cannot_be_followed() {
    for name in ["history/000003.ron", "book.ron"] {
        let shell = Shell::new("en");
        assert_eq!(shell.run(&["backup", "restore", "1"]).code, 0);
        let path = shell.book().join(name);
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(shell.run(&["doctor"]).code, 0);
        fs::remove_file(&path).unwrap();
        assert_eq!(shell.run(&["doctor"]).code, 1, "{name}");
        assert!(doctor(&shell, "book").iter().any(|(state, _)| state == "found"), "{name}");
        fs::write(&path, text).unwrap();
    }
    let shell = Shell::new("en");
    fs::write(shell.book().join("history/000002.ron"), "rubbish").unwrap();
    assert_eq!(shell.run(&["doctor"]).code, 1);
}

#[cfg(unix)]
#[test]
fn doctor_leaves_what_is_not_of_the_book_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let shell = Shell::new("en");
    for name in [".git", "reports"] {
        fs::create_dir(shell.book().join(name)).unwrap();
        fs::write(shell.book().join(name).join("HEAD"), "").unwrap();
        fs::set_permissions(shell.book().join(name), fs::Permissions::from_mode(0o755)).unwrap();
    }
    assert_eq!(shell.run(&["doctor"]).code, 0);
    assert_eq!(doctor(&shell, "rights")[0].0, "well");
}

#[test]
fn only_a_backup_that_is_there_can_stand_in_for_a_file() {
    let shell = Shell::new("en");
    fs::write(shell.book().join("partners.ron"), "rubbish").unwrap();
    for is_there in [true, false] {
        if !is_there {
            fs::remove_dir_all(shell.book().join("backups")).unwrap();
        }
        let told = [shell.run(&["doctor"]).out, shell.run(&["check", "--repair"]).said];
        assert_eq!(told.map(|told| told.contains("A backup can stand in")), [is_there; 2]);
    }
}

#[test]
fn after_an_emptied_journal_the_log_and_the_numbers_go_on() {
    let shell = Shell::new("en");
    let log = shell.run(&["log"]).out;
    fs::write(shell.book().join("journal.ron"), "").unwrap();
    let said = shell.run(&["check", "--repair"]).said;
    assert!(said.contains("The journal is repaired: no step goes on in a new one."), "{said}");
    assert_eq!(shell.run(&["log"]).out, log);
    let done = shell.run(&["checkpoint", "After the repair"]);
    assert_eq!(done.code, 0, "{}", done.said);
    assert!(shell.run(&["log"]).out.contains(log.lines().last().unwrap()));
}

#[cfg(unix)]
#[test]
fn doctor_sees_who_has_the_book_and_a_clock_that_went_back() {
    let shell = Shell::new("en");
    let mut opened = store::open(&store::machine(), &shell.book(), Purpose::Write, &mut |_| {}).unwrap();
    let seq = opened.journal.last() + 1;
    let tenant = TenantId(Guid::own(1));
    let record: Record = Customer { tenant, name: "Later".into(), ..Customer::default() }.into();
    let deed = Deed::Did(Transaction::new(Verb::AddCustomer, vec![Change::add(record)]));
    let _ =
        opened.journal.append(vec![Entry { seq, at: Moment::from_seconds(99_000_000_000), deed }]).unwrap();
    let told = shell.run(&["doctor"]);
    assert_eq!(told.code, 1);
    assert!(told.out.contains(&format!("process {}", std::process::id())), "{}", told.out);
    assert!(told.out.contains("earlier than the last step"), "{}", told.out);
    drop(opened);
    assert!(!shell.run(&["doctor"]).out.contains(&format!("process {}", std::process::id())));
}

/// The screens: a book on a disk of its own, saved twice, with a file that cannot be read.
mod screens {
    use super::*;
    use partnerbook::app::{Mode, Opened};
    use partnerbook::i18n::Lang;
    use partnerbook::store::backup::{self, Backup};
    use partnerbook::store::{Disk, Meta, Models, Taken, machine};
    use partnerbook::tui::jobs;

    use crate::support::screen::Window;

    fn book() -> TempDir {
        let home = tempfile::tempdir().unwrap();
        let mut disk = Disk::create(&machine(), home.path()).unwrap();
        let mut models = Models::default();
        for n in 1..=3 {
            let tenant = TenantId(Guid::own(n));
            let name = format!("Customer {n}");
            models.book.put(Customer { tenant, name: name.as_str().into(), ..Customer::default() }.into());
            let meta = Meta { name: "Sud".into(), ..Meta::default() };
            disk.save(&meta, &models, Taken::default(), &mut |_| {}).unwrap();
        }
        home
    }

    fn window(home: &Path, lang: Lang, columns: u16, rows: u16) -> Window {
        let today = "2026-11-24".parse().unwrap();
        let opened = store::open(&machine(), home, Purpose::Write, &mut |_| {}).unwrap();
        let reading = jobs::reading(home, opened, today);
        let mut opened: Opened = reading.opened(lang);
        if let Mode::ReadOnly(why) = &mut opened.mode {
            "customers.ron: ...".clone_into(why);
        }
        assert_eq!((opened.draft.seq, opened.draft.saved), (0, 0));
        Window::of(reading.book, opened, lang, columns, rows)
    }

    /// The backups, each of a moment that is always the same.
    fn found(home: &Path) -> Vec<Backup> {
        let saved = Some(Moment::from_seconds(1_790_000_000));
        let found = backup::list(&machine(), home).unwrap();
        found.into_iter().map(|backup| Backup { saved, ..backup }).collect()
    }

    #[test]
    fn backups_are_offered_for_files_that_cannot_be_read_and_one_is_put_in_place() {
        for (lang, code, columns, rows) in
            [(Lang::En, "en", 120, 36), (Lang::En, "en", 80, 24), (Lang::Fr, "fr", 60, 20)]
        {
            let home = book();
            let file = home.path().join("customers.ron");
            fs::write(&file, "rubbish").unwrap();
            let mut window = window(home.path(), lang, columns, rows);
            window.app.offer_backups(found(home.path()));
            insta::assert_snapshot!(format!("backups-offered-{code}-{columns}x{rows}"), window.text());
            window.keys("b");
            insta::assert_snapshot!(format!("backups-{code}-{columns}x{rows}"), window.text());
            window.keys("Enter");
            assert_eq!(window.app.opened.mode, Mode::Normal, "{}", window.text());
            assert_eq!(window.app.book.model().customers().len(), 2, "the state before the last save");
            assert_eq!(fs::read(home.path().join("damaged/000001/customers.ron")).unwrap(), b"rubbish");
        }
    }

    #[test]
    fn a_backup_is_brought_back_as_a_step_that_undo_takes_back() {
        let home = book();
        let mut window = window(home.path(), Lang::En, 120, 36);
        window.keys(":").types("backups").keys("Enter");
        assert!(window.text().contains("1 record, whole"), "{}", window.text());
        window.keys("j Enter");
        assert!(window.text().contains("as one step"), "{}", window.text());
        assert_eq!(window.app.book.model().customers().len(), 1);
        window.keys("u");
        assert_eq!(window.app.book.model().customers().len(), 3);
        let mut demo = Window::demo(Lang::En, 120, 36);
        demo.keys(":").types("backups").keys("Enter");
        assert!(demo.text().contains("has no backups"), "{}", demo.text());
    }
}
