//! Accepted problems by keys: from the list, from fixes, and where an edit is refused; and that they come back when
//! their last day is over.

use std::path::Path;
use std::process::Command;

use insta::assert_snapshot;
use partnerbook::app::{Mode, Opened, Overlay, Tone};
use partnerbook::edit::Book;
use partnerbook::i18n::Lang;
use partnerbook::model::{Day, RelationshipState, TableName, WaiverId};
use partnerbook::rules::{Code, Finding};

use tempfile::TempDir;

use crate::support::book;
use crate::support::screen::Window;

const SIZES: [(u16, u16); 2] = [(120, 36), (80, 24)];

fn window(lang: Lang, (columns, rows): (u16, u16)) -> Window {
    of(book::book(), lang, columns, rows)
}

fn of(book: Book, lang: Lang, columns: u16, rows: u16) -> Window {
    let opened = Opened {
        name: "main".to_owned(),
        folder: Some("/books/main".into()),
        us: Some(book::tenant(1)),
        mode: Mode::Normal,
        desk: None,
        draft: partnerbook::app::Draft::default(),
    };
    Window::of(book, opened, lang, columns, rows).without_disk()
}

fn today() -> Day {
    book::TODAY.parse().unwrap()
}

fn go_to(window: &mut Window, name: &str) {
    window.keys("g f").types(name).keys("Enter");
}

/// The screen without frames and line ends.
fn words(window: &Window) -> String {
    let text = window.text().replace(['║', '│', '\n'], " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn says(window: &Window, wanted: &str) {
    assert!(words(window).contains(wanted), "\"{wanted}\" is not in\n{}", window.text());
}

fn notice(window: &Window) -> String {
    window.app.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default()
}

fn waived(window: &Window) -> Vec<Finding> {
    window.app.book.findings().waived_sorted()
}

/// Puts the cursor of the problems list on the first finding of a rule.
fn at_rule(window: &mut Window, rule: Code) -> Finding {
    window.keys("c");
    loop {
        let Some(Overlay::Problems(problems)) = window.app.overlays.last() else { panic!("no list") };
        let here = *problems.here().unwrap();
        if here.rule == rule {
            return here;
        }
        assert!(problems.cursor + 1 < problems.list.len(), "{rule:?} is not listed:\n{}", window.text());
        window.keys("j");
    }
}

#[test]
fn a_problem_is_accepted_from_the_list_until_a_day_and_comes_back() {
    let told = [
        (Lang::En, "1 waived", "WAIVED", "Until 2026-10-15: agreed with the customer"),
        (Lang::Fr, "1 accepté", "ACCEPTÉ", "Jusqu'au 2026-10-15 : agreed with the customer"),
    ];
    for ((lang, count, sign, why), size) in told.into_iter().flat_map(|told| SIZES.map(|size| (told, size))) {
        let mut window = window(lang, size);
        let before = window.app.book.model().clone();
        let finding = at_rule(&mut window, Code::Rel008);
        window.keys("x").types("agreed with the customer").keys("Tab Ctrl-u").types("+30d").keys("Ctrl-s");
        assert_eq!(waived(&window), [finding]);
        assert!(!window.app.book.findings().on(finding.subject).contains(&finding));
        window.keys("G");
        [count, sign, why].iter().for_each(|words| says(&window, words));
        for (day, back) in [("2026-10-15", false), ("2026-10-16", true)] {
            let later = Book::new(window.app.book.model().clone(), day.parse().unwrap());
            assert_eq!(later.findings().on(finding.subject).contains(&finding), back, "{day}");
        }
        window.keys("u");
        assert!(waived(&window).is_empty() && *window.app.book.model() == before, "one step");
        assert!(!words(&window).contains(sign), "{}", window.text());
    }
}

#[test]
fn an_acceptance_that_is_over_is_said_beside_its_problem() {
    let mut early = window(Lang::En, SIZES[0]);
    at_rule(&mut early, Code::Rel008);
    early.keys("x").types("agreed").keys("Ctrl-s");
    let model = early.app.book.model().clone();
    let mut late = of(Book::new(model, today().plus(60)), Lang::En, 120, 36);
    at_rule(&mut late, Code::Rel008);
    says(&late, "Until 2026-10-15, which is over: agreed");
    late.keys("x");
    says(&late, "2026-12-14");
    late.keys("Ctrl-s");
    assert_eq!(waived(&late).len(), 1);
    assert_eq!(late.app.book.model().count(TableName::Waiver), 1, "it is replaced");
}

#[test]
fn without_a_reason_or_with_a_day_that_is_over_nothing_is_accepted() {
    let told = [
        (Lang::En, "Write something: this must not stay empty.", "This day is over."),
        (Lang::Fr, "Écrivez quelque chose", "Ce jour est passé."),
    ];
    for (lang, empty, over) in told {
        let mut window = window(lang, SIZES[0]);
        at_rule(&mut window, Code::Rel008);
        window.keys("x Ctrl-s");
        says(&window, empty);
        window.types("agreed").keys("Tab Ctrl-u").types("2026-09-14").keys("Ctrl-s");
        says(&window, over);
        says(&window, "agreed");
        window.keys("Ctrl-u").types("someday").keys("Ctrl-s");
        assert!(matches!(window.app.overlays.last(), Some(Overlay::Form(_))));
        assert!(waived(&window).is_empty());
        window.keys("Ctrl-u").types("2026-09-15").keys("Ctrl-s");
        assert_eq!(waived(&window).len(), 1);
    }
}

#[test]
fn what_is_accepted_is_edited_and_taken_back_in_the_list() {
    let mut window = window(Lang::En, SIZES[0]);
    let finding = at_rule(&mut window, Code::Rel008);
    window.keys("x").types("agreed").keys("Ctrl-s G e").types(" by mail").keys("Ctrl-s G");
    says(&window, "Until 2026-10-15: agreed by mail");
    window.keys("/").types("waived").keys("Enter");
    says(&window, "WAIVED");
    window.keys("Esc G Delete");
    assert!(waived(&window).is_empty());
    assert!(window.app.book.findings().on(finding.subject).contains(&finding));
    assert_eq!(notice(&window), "No longer accepted: R-REL-008 (Azure plan). 1 new problem.");
    window.keys("Home Delete");
    assert_eq!(window.app.notice.as_ref().map(|notice| notice.tone), Some(Tone::Refused), "not accepted");
}

#[test]
fn to_accept_is_the_last_way_out_among_the_fixes() {
    for (lang, label) in
        [(Lang::En, "accept R-REL-008 (Azure plan)"), (Lang::Fr, "accepter R-REL-008 (Azure plan)")]
    {
        let mut window = window(lang, SIZES[0]);
        go_to(&mut window, "azure");
        window.keys("F");
        let Some(Overlay::Menu(menu)) = window.app.overlays.last() else { panic!("no menu") };
        let accepting: Vec<usize> =
            (0..menu.items.len()).filter(|n| menu.items[*n].label.starts_with(label)).collect();
        let first = accepting[0];
        assert!(first > 0, "what mends comes first");
        for _ in 0..first {
            window.keys("Down");
        }
        window.keys("Enter").types("agreed").keys("Ctrl-s");
        assert!(waived(&window).iter().any(|finding| finding.rule == Code::Rel008), "{}", window.text());
    }
}

#[test]
fn a_refused_step_is_insisted_on_as_one_step() {
    for (lang, title) in
        [(Lang::En, "Do it all the same, and accept"), (Lang::Fr, "Le faire quand même, et accepter")]
    {
        let mut window = window(lang, SIZES[1]);
        let before = window.app.book.model().clone();
        go_to(&mut window, "clinique");
        window.keys("r e").types("nordlys").keys("Enter");
        says(&window, "R-REL-003");
        assert_eq!(before, *window.app.book.model());
        window.keys("I");
        says(&window, title);
        window.types("moved to another book").keys("Ctrl-s");
        assert!(window.app.overlays.is_empty(), "{}", window.text());
        let model = window.app.book.model();
        let between = model.relationships_between(book::tenant(1), book::tenant(5)).next().unwrap();
        assert_eq!(between.state, RelationshipState::Removed);
        assert!(model.waivers().values().all(|w| w.reason.raw() == "moved to another book"));
        assert!(model.count(TableName::Waiver) > 0);
        window.keys("u");
        assert_eq!(before, *window.app.book.model(), "one step");
    }
}

/// Goes to a field of the form.
fn tab_to(window: &mut Window, field: &str) {
    loop {
        let Some(Overlay::Form(form)) = window.app.overlays.last() else { panic!("no form") };
        if form.here().field.name() == field {
            break;
        }
        window.keys("Tab");
    }
}

#[test]
fn a_refused_form_is_insisted_on() {
    let mut window = window(Lang::En, SIZES[0]);
    go_to(&mut window, "clinique");
    window.keys("e");
    tab_to(&mut window, "country");
    window.keys("Ctrl-u").types("US").keys("Ctrl-s");
    says(&window, "R-REG-001");
    window.keys("Ctrl-t I").types("a branch abroad").keys("Ctrl-s");
    assert!(window.app.overlays.is_empty(), "{}", window.text());
    let customer = window.app.book.model().customer(book::tenant(5)).unwrap().clone();
    assert_eq!(customer.country.map(|country| country.to_string()).as_deref(), Some("US"));
    assert!(waived(&window).iter().any(|finding| finding.rule == Code::Reg001));
}

#[test]
fn a_candidate_that_is_not_allowed_is_insisted_on() {
    let mut window = window(Lang::En, SIZES[0]);
    go_to(&mut window, "nordlys");
    window.keys("r p").types("lakeside").keys("Ctrl-t");
    says(&window, "R-REG-002");
    window.keys("I").types("a pilot").keys("Ctrl-s");
    assert!(window.app.overlays.is_empty(), "{}", window.text());
    assert_eq!(window.app.book.model().partnerships_between(book::tenant(1), book::tenant(4)).count(), 1);
    assert!(waived(&window).iter().any(|finding| finding.rule == Code::Reg002));
}

#[test]
fn a_candidate_for_a_field_is_insisted_on_with_its_form() {
    let mut window = window(Lang::En, SIZES[0]);
    go_to(&mut window, "azure");
    window.keys("e");
    tab_to(&mut window, "seller");
    window.keys("Enter").types("lakeshore").keys("Ctrl-t");
    says(&window, "R-REG-001");
    window.keys("I");
    let Some(Overlay::Form(form)) = window.app.overlays.last() else { panic!("no form:\n{}", window.text()) };
    assert_eq!(form.here().line.text(), book::tenant(2).to_string());
    window.keys("Ctrl-s Ctrl-t I").types("sold by mistake").keys("Ctrl-s");
    assert!(window.app.overlays.is_empty(), "{}", window.text());
    assert!(waived(&window).iter().any(|finding| finding.rule == Code::Rel001), "{:?}", waived(&window));
}

/// What is new on the screen, and how it is reached.
type Way = (&'static str, fn(&mut Window));

const WAYS: [Way; 4] = [
    ("waive", |w| {
        at_rule(w, Code::Rel008);
        w.keys("x").types("agreed with the customer");
    }),
    ("waive-refused", |w| {
        at_rule(w, Code::Rel008);
        w.keys("x").types("agreed").keys("Tab Ctrl-u").types("2026-09-01").keys("Ctrl-s");
    }),
    ("waived", |w| {
        at_rule(w, Code::Rel008);
        w.keys("x").types("agreed with the customer").keys("Ctrl-s G");
    }),
    ("insist", |w| {
        go_to(w, "clinique");
        w.keys("r e").types("nordlys").keys("Enter I").types("moved to another book");
    }),
];

#[test]
fn accepting_at_three_sizes() {
    let pictures = [(Lang::En, 120, 36), (Lang::En, 80, 24), (Lang::Fr, 60, 20)];
    for ((name, way), at) in WAYS.iter().flat_map(|way| pictures.map(|at| (way, at))) {
        let (lang, columns, rows) = at;
        let mut window = window(lang, (columns, rows));
        way(&mut window);
        assert_snapshot!(format!("{name}-{}-{columns}x{rows}", lang.code()), window.text());
    }
}

#[test]
fn integrity_cannot_be_insisted_on() {
    for (lang, why) in [(Lang::En, "cannot be accepted"), (Lang::Fr, "ne peut pas être accepté")] {
        let mut window = window(lang, SIZES[0]);
        let before = window.app.book.model().clone();
        go_to(&mut window, "azure");
        window.keys("e");
        loop {
            let Some(Overlay::Form(form)) = window.app.overlays.last() else { panic!("no form") };
            if form.here().field.name() == "seller" {
                break;
            }
            window.keys("Tab");
        }
        window.keys("Ctrl-u").types(&book::tenant(0x77).to_string()).keys("Ctrl-s Ctrl-t I");
        assert!(notice(&window).contains(why), "{}\n{}", notice(&window), window.text());
        assert_eq!(before, *window.app.book.model());
    }
}

#[test]
fn a_text_that_refuses_nothing_has_nothing_to_insist_on() {
    let mut window = window(Lang::En, SIZES[0]);
    go_to(&mut window, "azure");
    window.keys("W I");
    assert_eq!(window.app.notice.as_ref().map(|notice| notice.tone), Some(Tone::Refused));
}

/// Runs a command on the book of a folder on a day: what it lists, what it says.
fn runs(home: &Path, lang: &str, today: &str, args: &[&str]) -> (String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_partnerbook"));
    command.env_clear().env("PARTNERBOOK_CONFIG_DIR", home).env("PARTNERBOOK_LANG", lang);
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/partner_center");
    command.env("PARTNERBOOK_CLOCK", today);
    let done = command.current_dir(fixtures).args(["--today", today]).args(args).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(done.stdout), text(done.stderr))
}

/// A book of imported files with one problem, which is accepted in a file that was edited by hand.
fn accepted_by_hand() -> TempDir {
    let home = tempfile::tempdir().unwrap();
    let us = "3f0c1a52-7d4e-4b7e-9a61-0c2f5a8e1b01";
    runs(home.path(), "en", "2026-11-24", &["import", "resellers-of-provider.json", "--us", us]);
    let (found, _) = runs(home.path(), "en", "2026-11-24", &["list", "problems", "--json"]);
    let found: serde_json::Value = serde_json::from_str(&found).unwrap();
    let item = &found["items"][0];
    let (rule, record) = (item["rule"].as_str().unwrap(), item["records"][0].as_str().unwrap());
    let id = WaiverId::of(rule, record);
    let row = format!(
        "(id: \"{id}\", rule: \"{rule}\", record: \"{record}\", reason: \"agreed\", until: \"2026-12-31\")"
    );
    let text = format!("#![enable(implicit_some)]\nWaivers(format: 1, rows: [\n{row},\n])\n");
    std::fs::write(home.path().join("books/main/waivers.ron"), text).unwrap();
    home
}

#[test]
fn commands_count_apart_what_is_accepted_and_count_it_again_when_it_is_over() {
    let home = accepted_by_hand();
    for (lang, count) in [("en", "1 waived."), ("fr", "1 accepté.")] {
        let (listed, said) = runs(home.path(), lang, "2026-12-31", &["check"]);
        assert!(said.contains(count) && !listed.contains("R-REG-002"), "{listed}\n{said}");
        let (listed, said) = runs(home.path(), lang, "2027-01-01", &["check"]);
        assert!(!said.contains(count) && listed.contains("R-REG-002"), "{listed}\n{said}");
    }
    let (listed, _) = runs(home.path(), "en", "2026-12-31", &["list", "problems", "--json"]);
    let found: serde_json::Value = serde_json::from_str(&listed).unwrap();
    let item = &found["items"][0];
    assert_eq!((&found["waived"], &item["waived"]), (&1.into(), &true.into()), "{listed}");
    assert_eq!((&item["waived_until"], &item["waived_reason"]), (&"2026-12-31".into(), &"agreed".into()));
    let (listed, _) = runs(home.path(), "en", "2027-01-01", &["list", "problems", "--json"]);
    let found: serde_json::Value = serde_json::from_str(&listed).unwrap();
    assert_eq!((&found["waived"], &found["items"][0]["waived"]), (&0.into(), &false.into()), "{listed}");
    let (shown, _) = runs(home.path(), "en", "2026-12-31", &["list", "problems"]);
    assert!(shown.contains("2026-12-31") && shown.contains("agreed"), "{shown}");
}

#[test]
fn the_filter_finds_what_has_an_accepted_problem() {
    let mut window = window(Lang::En, SIZES[0]);
    at_rule(&mut window, Code::Rel008);
    window.keys("x").types("agreed").keys("Ctrl-s q 4 /").types("has:waiver").keys("Enter");
    let shown = window.text();
    assert!(shown.contains("Azure plan") && !shown.contains("Dynamics 365 Sales"), "{shown}");
}
