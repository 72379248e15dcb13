//! The history: what was done, the newest first; the book as it was; a moment brought back; moments with names.

use std::path::Path;

use insta::assert_snapshot;
use partnerbook::app::{Done, History, Mode, Msg, Opened, Overlay, Task};
use partnerbook::i18n::Lang;
use partnerbook::store::error::Doing;
use partnerbook::store::{Kind, StoreError};
use tempfile::TempDir;

use crate::support::book;
use crate::support::screen::Window;

fn go_to(window: &mut Window, name: &str) {
    window.keys("g f").types(name).keys("Enter");
}

/// Gives the record under the cursor another name.
fn rename(window: &mut Window, name: &str) {
    window.keys("e Ctrl-u").types(name).keys("Ctrl-s");
    assert!(window.app.overlays.is_empty(), "{}", window.text());
}

fn history(window: &Window) -> &History {
    match window.app.overlays.last() {
        Some(Overlay::History(history)) => history,
        _ => panic!("no history:\n{}", window.text()),
    }
}

fn seqs(window: &Window) -> Vec<u64> {
    let history = history(window);
    (0..history.lines()).filter_map(|n| history.line(n)).map(|told| told.seq).collect()
}

fn clinic(window: &Window) -> &str {
    window.app.book.model().customer(book::tenant(5)).unwrap().name.raw()
}

/// The invented book after three steps, the last of them undone.
fn demo(lang: Lang, columns: u16, rows: u16) -> Window {
    let mut window = Window::demo(lang, columns, rows);
    window.keys("3 j");
    rename(&mut window, "Alpha");
    rename(&mut window, "Beta");
    rename(&mut window, "Gamma");
    window.keys("u");
    window
}

/// The small book in a folder.
fn on_disk(home: &TempDir) -> Window {
    let opened = Opened {
        name: "main".into(),
        folder: Some(home.path().join("main")),
        us: Some(book::tenant(1)),
        mode: Mode::Normal,
        desk: None,
        draft: partnerbook::app::Draft::default(),
    };
    let mut window = Window::of(book::book(), opened, Lang::En, 120, 36);
    window.keys("Ctrl-s");
    go_to(&mut window, "clinique");
    window
}

#[test]
fn the_history_at_three_sizes_in_both_languages() {
    for lang in Lang::ALL {
        for (columns, rows) in [(120, 36), (80, 24), (60, 20)] {
            let mut window = demo(*lang, columns, rows);
            window.keys("b");
            assert_snapshot!(format!("history-{}-{columns}x{rows}", lang.code()), window.text());
            window.keys("j j Enter");
            assert_snapshot!(format!("as-it-was-{}-{columns}x{rows}", lang.code()), window.text());
        }
    }
}

#[test]
fn a_book_where_nothing_was_done_says_so() {
    let mut window = Window::demo(Lang::En, 80, 24);
    window.keys("b");
    assert!(window.text().contains("This book begins today"), "{}", window.text());
    window.keys("Enter R Esc");
    assert!(window.app.overlays.is_empty());
}

#[test]
fn each_change_has_its_kind_and_what_was_undone_says_so() {
    let mut window = demo(Lang::En, 120, 36);
    window.keys("b");
    let history = history(&window);
    let told: Vec<(u64, Kind, bool)> =
        (0..history.lines()).filter_map(|n| history.line(n)).map(|t| (t.seq, t.kind, t.is_undone)).collect();
    let (edit, undo) = (Kind::Edit, Kind::Undo);
    assert_eq!(told, [(4, undo, false), (3, edit, true), (2, edit, false), (1, edit, false)]);
    assert!(history.is_over && history.error.is_none());
}

#[test]
fn a_filter_narrows_the_history_and_esc_widens_it() {
    let mut window = demo(Lang::En, 120, 36);
    window.keys("b /").types("alpha");
    assert_eq!(seqs(&window), [1], "{}", window.text());
    window.keys("Enter Esc");
    assert_eq!(seqs(&window), [4, 3, 2, 1]);
    window.keys("/").types("zzz");
    assert!(window.text().contains("No change has \"zzz\" in it."), "{}", window.text());
    window.keys("Esc q");
    assert!(window.app.overlays.is_empty());
}

#[test]
fn the_present_comes_back_exactly_as_it_was_left() {
    let mut window = demo(Lang::En, 120, 36);
    window.keys("4 /").types("office").keys("Enter j j Space 3");
    window.keys("b j j");
    let before = (window.text(), window.app.panes.clone().map(|pane| (pane.cursor, pane.marks)));
    for back in ["b", "q", "Esc"] {
        window.keys("Enter");
        assert!(window.app.looked_at().is_some_and(|looked| looked.change == 2), "{}", window.text());
        assert!(window.text().contains("AS IT WAS"), "{}", window.text());
        window.keys("1 c Esc 2 j / Esc t Esc");
        window.keys(back);
        assert!(window.app.looked_at().is_none(), "{back}: {}", window.text());
        window.app.notice = None;
        let after = (window.text(), window.app.panes.clone().map(|pane| (pane.cursor, pane.marks)));
        assert_eq!(after, before, "{back}");
    }
    window.keys("Esc u U U");
    let name = window.app.book.model().customers().values().filter(|c| c.name.raw() == "Gamma").count();
    assert_eq!(name, 1, "undo goes on where it was");
}

#[test]
fn nothing_can_be_changed_in_the_past() {
    let mut window = demo(Lang::En, 120, 36);
    window.keys("b j j Enter");
    let model = window.app.book.model().clone();
    for keys in ["e", "a", "D", "x", "u", "U", "r c", "T", "F", "I"] {
        window.keys(keys);
        let text = window.app.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default();
        assert!(text.contains("nothing can be changed"), "{keys}: {text}\n{}", window.text());
        assert!(window.app.overlays.is_empty(), "{keys}");
    }
    assert_eq!(window.app.book.model(), &model);
}

#[test]
fn a_moment_is_brought_back_as_one_step() {
    let home = tempfile::tempdir().unwrap();
    let mut window = on_disk(&home);
    for name in ["One", "Two", "Three"] {
        rename(&mut window, name);
    }
    window.keys("b j j R");
    assert_eq!(clinic(&window), "One", "{}", window.text());
    assert_eq!(seqs(&window), [4, 3, 2, 1], "the list has the step");
    window.keys("Esc u");
    assert_eq!(clinic(&window), "Three", "one step");
    window.keys("b G Enter R");
    assert_eq!(clinic(&window), "One", "from the past itself:\n{}", window.text());
    assert!(window.app.looked_at().is_none());
}

#[test]
fn the_last_save_and_names_of_moments_stand_in_the_list() {
    let home = tempfile::tempdir().unwrap();
    let mut window = on_disk(&home);
    rename(&mut window, "One");
    window.keys("Ctrl-s");
    rename(&mut window, "Two");
    window.keys("b a").types("before the move").keys("Enter");
    let text = window.text();
    let line = |part: &str| text.lines().find(|line| line.contains(part)).unwrap_or_default().to_owned();
    assert!(line("before the move").contains("checkpoint"), "{text}");
    assert!(line("One").contains("last save"), "{text}");
    assert_eq!(history(&window).here().map(|told| told.kind), Some(Kind::Checkpoint));
    window.keys("a").types("2026-09-15").keys("Enter");
    assert!(window.text().contains("reads like a day"), "{}", window.text());
    window.keys("Esc a").types("Before the MOVE").keys("Enter");
    assert!(window.text().contains("There is a checkpoint"), "one moment has one name:\n{}", window.text());
    window.keys("Esc");
    window.keys("Esc");
    rename(&mut window, "Three");
    window.keys("b j Enter");
    assert_eq!(clinic(&window), "Two");
}

#[test]
fn the_way_back_goes_over_a_save_and_a_record_that_was_removed() {
    let home = tempfile::tempdir().unwrap();
    let mut window = on_disk(&home);
    rename(&mut window, "One");
    window.keys("Ctrl-s");
    go_to(&mut window, "azure");
    let here = window.app.here().unwrap();
    window.keys("x");
    if !window.app.overlays.is_empty() {
        window.keys("r");
    }
    assert!(!window.app.book.model().contains(here));
    window.keys("Ctrl-s b j Enter");
    assert!(window.app.book.model().contains(here), "{}", window.text());
    assert_eq!(clinic(&window), "One");
    window.keys("b k");
    window.keys("Esc");
    assert!(!window.app.book.model().contains(here));
}

#[test]
fn what_is_not_saved_stays_in_sight_while_looking_back() {
    let home = tempfile::tempdir().unwrap();
    let mut window = on_disk(&home);
    rename(&mut window, "One");
    window.keys("b Enter");
    let full = std::io::Error::from(std::io::ErrorKind::StorageFull);
    let error = StoreError::system(Doing::Write, Path::new("journal.ron"), &full);
    let _ = window.app.update(Msg::Done(Done::NotJournaled(error)));
    window.app.notice = None;
    assert!(window.app.looked_at().is_some());
    let title = window.text().lines().next().unwrap_or_default().to_owned();
    assert!(title.contains("NOT SAVED") && title.contains("AS IT WAS"), "{title}");
    assert!(window.app.is_dirty());
}

#[test]
fn a_long_history_is_read_by_pages_in_a_worker() {
    let mut window = Window::demo(Lang::En, 80, 24);
    window.keys("3 j");
    for n in 0..450 {
        let key = window.app.here().unwrap();
        let mut record = window.app.book.model().get(key).unwrap();
        let before = record.clone();
        if let partnerbook::model::Record::Customer(customer) = &mut record {
            customer.note = format!("note {n}").as_str().into();
        }
        let change = partnerbook::model::Change { before: Some(before), after: Some(record) };
        let step = partnerbook::model::Transaction::new(partnerbook::model::Verb::Edit, vec![change]);
        window.app.commit(step).unwrap();
    }
    window.keys("b");
    assert_eq!((history(&window).lines(), history(&window).is_over), (200, false));
    window.keys("G");
    assert_eq!(history(&window).lines(), 400);
    window.keys("G G");
    assert_eq!((history(&window).lines(), history(&window).is_over), (450, true));
    assert!(window.text().contains("the book begins here"), "{}", window.text());
    window.keys("g g /").types("note 7");
    assert!(!window.app.running.iter().any(|(task, _, _)| *task == Task::History));
}

#[test]
fn work_for_the_present_does_not_land_in_the_past() {
    let mut window = demo(Lang::En, 120, 36);
    window.keys("b j Enter");
    window.app.running.push((Task::Import, 0, 0));
    window.keys("b");
    assert!(window.app.running.is_empty());
    window.keys("b");
    assert!(window.app.overlays.is_empty(), "b closes the history too:\n{}", window.text());
}
