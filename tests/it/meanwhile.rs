//! Somebody else changes the files while the book is open: nothing of ours and nothing of theirs is lost, and the words
//! say what became of both.

use std::fs;
use std::path::PathBuf;

use insta::assert_snapshot;
use partnerbook::action::Action;
use partnerbook::app::{Chosen, Done, Draft, Effect, Job, Kept, Mode, Msg, Notice, Opened, Overlay};
use partnerbook::i18n::Lang;
use partnerbook::model::{Change, Record, Transaction, Verb};
use partnerbook::store::StoreError;
use partnerbook::store::error::Doing;
use tempfile::TempDir;

use crate::support::book;
use crate::support::screen::{Window, told};

const SIZES: [(u16, u16); 3] = [(120, 36), (80, 24), (60, 20)];

/// A folder with the small book in it.
struct Home(TempDir);

impl Home {
    fn with_a_book() -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        let opened = Opened {
            name: "main".into(),
            folder: Some(home.folder()),
            us: Some(book::tenant(1)),
            mode: Mode::Normal,
            desk: None,
            draft: Draft::default(),
        };
        Window::of(book::book(), opened, Lang::En, 120, 36).keys("Ctrl-s");
        home
    }

    fn folder(&self) -> PathBuf {
        self.0.path().join("main")
    }

    fn opened(&self, lang: Lang, columns: u16, rows: u16) -> Window {
        let mut read = told(Job::Open(self.folder(), book::TODAY.parse().unwrap()));
        let Some(Msg::Done(Done::Opened(reading))) = read.pop() else { panic!("not opened") };
        let opened = reading.opened(lang);
        assert_eq!(opened.mode, Mode::Normal);
        let notices = reading.told(lang);
        let mut window = Window::of(reading.book, opened, lang, columns, rows);
        window.app.say(Notice::done(notices.join(" "), &[]));
        window.app.offer(reading.left);
        window
    }

    /// A hand that writes "theirs" behind the names of all customers.
    fn edited(&self) {
        let file = self.folder().join("customers.ron");
        let text = fs::read_to_string(&file).unwrap();
        fs::write(
            &file,
            text.replace("\", domain", " theirs\", domain").replace("\", country", " theirs\", country"),
        )
        .unwrap();
        assert_ne!(fs::read_to_string(file).unwrap(), text);
    }
}

/// One step, which the journal has: "ours" behind the names of all customers.
fn edit(window: &mut Window) {
    commit(window);
    journaled(window);
}

/// The same, on its way to the journal.
fn commit(window: &mut Window) {
    let change = |customer: &partnerbook::model::Customer| {
        let name = format!("{} ours", customer.name.raw());
        let ours = partnerbook::model::Customer { name: name.as_str().into(), ..customer.clone() };
        Change { before: Some(Record::from(customer.clone())), after: Some(ours.into()) }
    };
    let changes = window.app.book.model().customers().values().map(change).collect();
    window.app.commit(Transaction::new(Verb::Edit, changes)).unwrap();
    window.keys("Esc");
}

/// The journal writes what it was handed.
fn journaled(window: &mut Window) {
    for effect in std::mem::take(&mut window.outside) {
        if let Effect::Journal(desk, entries) = effect {
            desk.queue.lock().unwrap().extend(entries);
            for msg in told(Job::Journal(desk)) {
                let _ = window.app.update(msg);
            }
        }
    }
}

fn names(window: &Window) -> Vec<String> {
    window.app.book.model().customers().values().map(|customer| customer.name.raw().to_owned()).collect()
}

fn said(window: &Window) -> String {
    window.app.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default()
}

#[test]
fn what_both_changed_is_told_whole_over_the_screen() {
    for lang in Lang::ALL {
        for (columns, rows) in SIZES {
            let home = Home::with_a_book();
            let mut window = home.opened(*lang, columns, rows);
            edit(&mut window);
            home.edited();
            window.keys("Ctrl-s m");
            let notice = said(&window);
            assert!(!notice.contains("theirs"), "{notice}");
            window.app.notice = None;
            assert_snapshot!(format!("conflicts-{}-{columns}x{rows}", lang.code()), window.text());
            window.keys("G");
            for name in names(&window) {
                assert!(window.app.overlays.len() == 1 && name.ends_with(" ours"), "{name}");
            }
            assert_snapshot!(format!("conflicts-end-{}-{columns}x{rows}", lang.code()), window.text());
            window.keys("q");
            assert!(window.app.overlays.is_empty(), "{}", window.text());
            window.keys(":").types(lang.action_label(Action::Conflicts)).keys("Enter");
            assert!(matches!(window.app.overlays.last(), Some(Overlay::Reader(_))), "{}", window.text());
            window.keys("Esc");
            assert!(window.app.overlays.is_empty(), "{}", window.text());
        }
    }
}

#[test]
fn an_opening_tells_them_too_and_leaves_the_other_notices() {
    let home = Home::with_a_book();
    let mut window = home.opened(Lang::En, 80, 24);
    edit(&mut window);
    drop(window);
    home.edited();
    let mut window = home.opened(Lang::En, 80, 24);
    let notice = said(&window);
    assert!(notice.contains("2 records were changed on both sides."), "{notice}");
    assert!(notice.contains("customers.ron was changed outside"), "{notice}");
    assert!(notice.contains("was taken up again.") && !notice.contains("Yours stands"), "{notice}");
    assert!(window.text().contains("theirs was: Clinique du Parc theirs"), "{}", window.text());
    window.keys("Esc");
    assert!(window.app.overlays.is_empty());
    let mut calm = Home::with_a_book().opened(Lang::En, 80, 24);
    calm.keys(":").types("merge conflicts").keys("Enter");
    assert!(said(&calm).contains("Nothing was changed on both sides"), "{}", said(&calm));
}

/// The disk is full for the journal and for the save that is tried at once.
fn refused(window: &mut Window) {
    let full = std::io::Error::from(std::io::ErrorKind::StorageFull);
    let error = StoreError::system(Doing::Write, std::path::Path::new("journal.ron"), &full);
    let _ = window.app.update(Msg::Done(Done::NotJournaled(error)));
    window.outside.clear();
}

#[test]
fn leaving_says_how_many_steps_would_be_lost_and_how_many_are_a_draft() {
    for lang in Lang::ALL {
        for (columns, rows) in SIZES {
            let home = Home::with_a_book();
            let mut window = home.opened(*lang, columns, rows);
            (0..3).for_each(|_| edit(&mut window));
            drop(window);
            // What an earlier run left as a draft is one still.
            let mut window = home.opened(*lang, columns, rows);
            edit(&mut window);
            (0..2).for_each(|_| commit(&mut window));
            refused(&mut window);
            window.keys("q");
            assert_snapshot!(format!("leaving-{}-{columns}x{rows}", lang.code()), window.text());
            window.keys("d");
            assert!(matches!(window.outside.last(), Some(Effect::Quit)));
        }
    }
}

#[test]
fn the_cursors_stay_on_their_records_when_the_same_book_is_read_again() {
    let home = Home::with_a_book();
    let mut window = home.opened(Lang::En, 120, 36);
    window.keys("2 g g j 3 g g j 4 g g j 3");
    let chosen = window.app.panes.clone().map(|pane| pane.chosen);
    assert!(chosen[1..].iter().all(|chosen| chosen.key().is_some()), "{chosen:?}");
    edit(&mut window);
    home.edited();
    window.keys("Ctrl-s m Esc");
    assert_eq!(window.app.panes.clone().map(|pane| pane.chosen), chosen, "{}", window.text());
    assert_eq!(window.app.focused(), 2);
    window.keys("e");
    assert!(window.text().contains("Clinique du Parc ours"), "{}", window.text());
    window.keys("Esc Ctrl-s");
    // A record that is gone leaves its pane at the line of all; another book begins anew.
    let mut other = Home::with_a_book().opened(Lang::En, 120, 36);
    other.keys("3 g g j");
    let elsewhere = home.folder().display().to_string();
    other.keys("o").types(&elsewhere).keys("Enter");
    assert_eq!(other.app.panes[2].chosen, Chosen::All, "{}", other.text());
}

#[test]
fn theirs_is_taken_as_one_step_and_undo_brings_ours_back() {
    for (lang, words) in [(Lang::En, "t  take theirs"), (Lang::Fr, "t  prendre le leur")] {
        let home = Home::with_a_book();
        let mut window = home.opened(lang, 80, 24);
        edit(&mut window);
        edit(&mut window);
        let position = window.app.book.history().position();
        home.edited();
        let theirs = fs::read(home.folder().join("customers.ron")).unwrap();
        window.keys("3 g g j Ctrl-s");
        assert!(window.text().contains(words), "{}", window.text());
        window.keys("t");
        assert!(names(&window).iter().all(|name| name.ends_with(" theirs")), "{:?}", names(&window));
        assert!(window.app.overlays.is_empty() && window.app.is_dirty(), "{}", window.text());
        assert!(said(&window).contains(lang.files().took_theirs), "{}", said(&window));
        assert!(window.app.here().is_some());
        window.keys("u");
        assert!(names(&window).iter().all(|name| name.ends_with(" ours ours")), "{:?}", names(&window));
        assert_eq!(window.app.book.history().position(), position);
        window.keys("U Ctrl-s");
        assert!(!window.app.is_dirty(), "{}", window.text());
        assert_eq!(fs::read(home.folder().join("customers.ron")).unwrap(), theirs, "theirs stands as it was");
    }
}

#[test]
fn the_question_about_changed_files_at_three_sizes_in_both_languages() {
    for lang in Lang::ALL {
        for (columns, rows) in SIZES {
            let home = Home::with_a_book();
            let mut window = home.opened(*lang, columns, rows);
            edit(&mut window);
            let error = StoreError::ChangedOnDisk { file: "customers.ron".into() };
            let _ = window.app.update(Msg::Done(Done::NotSaved(error)));
            assert_eq!(window.app.kept(), Kept::Draft);
            assert_snapshot!(format!("changed-files-{}-{columns}x{rows}", lang.code()), window.text());
        }
    }
}

#[test]
fn a_save_that_fails_is_called_not_saved_only_while_steps_are_in_no_file() {
    let home = Home::with_a_book();
    let mut window = home.opened(Lang::En, 120, 36);
    edit(&mut window);
    let full = std::io::Error::from(std::io::ErrorKind::StorageFull);
    let error = StoreError::system(Doing::Write, std::path::Path::new("customers.ron"), &full);
    let _ = window.app.update(Msg::Done(Done::NotSaved(error.clone())));
    assert!(said(&window).contains("your steps are safe in the journal"), "{}", said(&window));
    assert!(!window.text().contains("NOT SAVED"), "{}", window.text());
    commit(&mut window);
    let _ = window.app.update(Msg::Done(Done::NotSaved(error)));
    assert!(said(&window).starts_with("NOT SAVED: "), "{}", said(&window));
}

#[test]
fn a_journal_that_is_gone_with_its_folder_keeps_no_promise() {
    let home = Home::with_a_book();
    let mut window = home.opened(Lang::En, 120, 36);
    edit(&mut window);
    assert_eq!(window.app.kept(), Kept::Draft);
    let away = home.0.path().join("away");
    fs::rename(home.folder(), &away).unwrap();
    window.keys("Ctrl-s");
    assert!(
        window.text().contains("NOT SAVED: ") && window.text().contains("journal.ron"),
        "{}",
        window.text()
    );
    window.keys("Esc q");
    assert!(
        window.text().contains("1 step is not saved.") && !window.text().contains("draft"),
        "{}",
        window.text()
    );
    window.keys("Esc");
    fs::rename(&away, home.folder()).unwrap();
    window.keys("Ctrl-s");
    assert!(said(&window).contains("Saved main") && window.app.kept() == Kept::Nothing, "{}", window.text());
}

#[test]
fn a_copy_is_said_to_keep_the_steps_until_there_are_more_and_lets_theirs_be_merged() {
    for (lang, copied, quits) in [
        (Lang::En, "saved as a copy only", "quit, the copy is kept"),
        (Lang::Fr, "enregistré en copie seulement", "quitter, la copie est gardée"),
    ] {
        let home = Home::with_a_book();
        let mut window = home.opened(lang, 120, 36);
        edit(&mut window);
        commit(&mut window);
        home.edited();
        refused(&mut window);
        window.keys("Ctrl-s m");
        assert!(said(&window).contains(lang.files().merge_needs_journal), "{}", said(&window));
        window.keys("Ctrl-s k");
        assert_eq!(window.app.kept(), Kept::Copy, "{}", window.text());
        assert!(window.text().contains(copied), "{}", window.text());
        commit(&mut window);
        assert_eq!(window.app.kept(), Kept::Failed, "the copy does not have it");
        window.keys("u Ctrl-s k");
        assert_eq!(window.app.kept(), Kept::Copy, "{}", window.text());
        let copies = fs::read_dir(home.0.path()).unwrap().map(|entry| entry.unwrap().file_name());
        assert_eq!(copies.filter(|name| name.to_string_lossy().contains("-copy-")).count(), 2);
        window.keys("q");
        assert!(window.text().contains(quits), "{}", window.text());
        window.keys("Esc Ctrl-s");
        let screen = window.text();
        assert!(!screen.contains("NOT SAVED") && !screen.contains("NON ENREGISTRÉ"), "{screen}");
        let Some(Overlay::Sheet(sheet)) = window.app.overlays.last() else { panic!("{screen}") };
        assert!(sheet.lines.contains(&lang.files().in_copy_alone(3)), "{screen}");
        window.keys("m");
        assert!(window.app.kept() != Kept::Failed && window.app.kept() != Kept::Copy, "{}", window.text());
    }
}

#[test]
fn a_question_about_changed_files_is_asked_once_however_many_saves_find_them() {
    let home = Home::with_a_book();
    let mut window = home.opened(Lang::En, 120, 36);
    edit(&mut window);
    for _ in 0..2 {
        let error = StoreError::ChangedOnDisk { file: "customers.ron".into() };
        let _ = window.app.update(Msg::Done(Done::NotSaved(error)));
    }
    window.keys("Enter");
    assert!(window.app.overlays.is_empty(), "{}", window.text());
}

#[test]
fn the_book_is_read_again_only_when_no_other_work_has_its_folder() {
    let home = Home::with_a_book();
    let mut window = home.opened(Lang::En, 120, 36);
    edit(&mut window);
    home.edited();
    let desk = window.app.opened.desk.clone().unwrap();
    let late = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_millis(200));
        drop(desk);
    });
    window.keys("Ctrl-s m");
    late.join().unwrap();
    assert_eq!(window.app.opened.mode, Mode::Normal, "{}", window.text());
}
