//! Forms that are being filled when the program ends: what was typed is in a file of the book, and is offered at the next
//! opening, against the book as it is then.

use std::fs;
use std::path::{Path, PathBuf};

use insta::assert_snapshot;
use partnerbook::app::{App, Desk, Effect, Form, Job, Mode, Msg, Opened, Overlay, Task};
use partnerbook::edit::Book;
use partnerbook::edit::ops::Intent;
use partnerbook::i18n::Lang;
use partnerbook::model::{FieldRef, Key, Moment};
use partnerbook::store::forms::{NAME, Sitting, Unfinished, read};
use partnerbook::tui::jobs::{self, Teller};
use tempfile::TempDir;

use crate::support::book;
use crate::support::screen::Window;

/// A folder with the small book in it.
struct Home(TempDir);

struct Nobody;

impl Teller for Nobody {
    fn tell(&self, _: Msg) {}

    fn is_cancelled(&self) -> bool {
        false
    }
}

impl Home {
    fn with_a_book() -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        let mut window = home.unwritten(Lang::En);
        window.keys("Ctrl-s");
        assert!(home.folder().join("book.ron").exists(), "{}", window.text());
        home
    }

    fn folder(&self) -> PathBuf {
        self.0.path().join("main")
    }

    fn file(&self) -> PathBuf {
        self.folder().join(NAME)
    }

    /// The small book, before it is written for the first time.
    fn unwritten(&self, lang: Lang) -> Window {
        let opened = Opened {
            name: "main".into(),
            folder: Some(self.folder()),
            us: Some(book::tenant(1)),
            mode: Mode::Normal,
            desk: None,
            draft: partnerbook::app::Draft::default(),
        };
        Window::of(book::book(), opened, lang, 120, 36)
    }

    /// The book as it is on the disk, in a window, with what was left offered.
    fn opened(&self, lang: Lang) -> Window {
        let reading = jobs::open(&self.folder(), book::TODAY.parse().unwrap(), &Nobody).unwrap();
        let opened = reading.opened(lang);
        assert_eq!(opened.mode, Mode::Normal);
        let mut window = Window::of(reading.book, opened, lang, 120, 36);
        window.app.offer(reading.left);
        window
    }

    /// What the file says.
    fn kept(&self) -> Vec<Sitting> {
        if !self.file().exists() {
            return Vec::new();
        }
        read(&self.file(), fs::read(self.file()).unwrap()).unwrap()
    }

    /// All texts that the file has.
    fn texts(&self) -> Vec<String> {
        let forms = self.kept().into_iter().flat_map(|sitting| sitting.forms);
        let texts = forms.flat_map(|form| match form {
            Unfinished::Form(form) => form.typed.iter().map(|typed| typed.text.raw().to_owned()).collect(),
            Unfinished::Slip(slip) => slip.blanks.iter().map(|blank| blank.text.raw().to_owned()).collect(),
            Unfinished::Transfer(_) => vec!["transfer".to_owned()],
        });
        texts.collect()
    }
}

fn go_to(window: &mut Window, name: &str) {
    window.keys("g f").types(name).keys("Enter");
}

/// Types a longer name for the clinic, and does not confirm it.
fn begin(window: &mut Window) {
    go_to(window, "clinique");
    window.keys("e").types(" et du Lac");
}

fn form(window: &Window) -> &Form {
    match window.app.overlays.last() {
        Some(Overlay::Form(form)) => form,
        _ => panic!("no form:\n{}", window.text()),
    }
}

fn is_offered(window: &Window) -> bool {
    matches!(window.app.overlays.last(), Some(Overlay::Sheet(_)))
}

fn clinic(book: &Book) -> &str {
    book.model().customer(book::tenant(5)).unwrap().name.raw()
}

/// Names the record of the form by something that people typed elsewhere meanwhile.
fn changed(window: &mut Window, field: &str, text: &str) {
    let key = Key::Customer(book::tenant(5));
    let field = FieldRef::of(key.table()).into_iter().find(|known| known.name() == field).unwrap();
    let step = Intent::Edit(vec![key], vec![(field, text.into())]);
    let step = step.transaction(window.app.book.model(), window.app.book.today()).unwrap();
    window.app.commit(step).unwrap();
    window.keys("Ctrl-s");
}

#[test]
fn every_key_is_kept_and_offered_after_a_crash() {
    let home = Home::with_a_book();
    let mut window = home.opened(Lang::En);
    begin(&mut window);
    assert_eq!(home.texts(), ["Clinique du Parc et du Lac"]);
    window.types(" 2");
    assert_eq!(home.texts(), ["Clinique du Parc et du Lac 2"]);
    drop(window);
    let mut window = home.opened(Lang::En);
    assert!(
        is_offered(&window) && window.text().contains("Clinique du Parc et du Lac 2"),
        "{}",
        window.text()
    );
    window.types("r");
    assert_eq!(form(&window).here().line.text(), "Clinique du Parc et du Lac 2");
    assert_eq!(form(&window).here().field.name(), "name");
    window.keys("Ctrl-s");
    assert_eq!(clinic(&window.app.book), "Clinique du Parc et du Lac 2");
    assert!(!home.file().exists(), "what is confirmed is in the journal");
}

#[test]
fn the_sheet_is_there_in_both_languages_at_three_sizes() {
    for lang in Lang::ALL {
        for (columns, rows) in [(120, 36), (80, 24), (60, 20)] {
            let home = Home::with_a_book();
            let mut window = home.opened(*lang);
            begin(&mut window);
            window.keys("Tab Tab").types("FR");
            let left = at(home.kept(), 1_790_000_000);
            drop(window);
            let mut window = home.unwritten(*lang);
            window.resizes(columns, rows);
            window.app.offer(left);
            assert_snapshot!(format!("left-{}-{columns}x{rows}", lang.code()), window.text());
        }
    }
}

/// The same, typed at a fixed time.
fn at(mut left: Vec<Sitting>, seconds: i64) -> Vec<Sitting> {
    left.iter_mut().for_each(|sitting| sitting.at = Moment::from_seconds(seconds));
    left
}

#[test]
fn the_safe_answer_keeps_it_beside_what_is_typed_next() {
    let home = Home::with_a_book();
    let mut window = home.opened(Lang::En);
    begin(&mut window);
    drop(window);
    let mut window = home.opened(Lang::En);
    window.keys("Esc");
    assert!(window.app.overlays.is_empty());
    go_to(&mut window, "nordlys");
    window.keys("e").types(" Nord");
    assert_eq!(home.texts().len(), 2, "{:?}", home.texts());
    window.keys("Esc").types("d");
    assert_eq!(home.texts(), ["Clinique du Parc et du Lac"]);
    window.keys("g u");
    assert!(is_offered(&window), "{}", window.text());
    window.types("d");
    assert!(!home.file().exists() && window.app.overlays.is_empty());
    window.keys("g u");
    assert!(window.text().contains("No form was left"), "{}", window.text());
}

#[test]
fn each_answer_of_leaving_a_form_does_what_it_says() {
    let home = Home::with_a_book();
    let mut window = home.opened(Lang::En);
    begin(&mut window);
    window.keys("Esc");
    assert_eq!(home.texts().len(), 1, "the question changes nothing");
    window.keys("Esc");
    assert_eq!((home.texts().len(), form(&window).is_changed()), (1, true));
    window.keys("Esc").types("d");
    assert!(!home.file().exists(), "dropped on purpose");
    begin(&mut window);
    window.keys("Esc").types("s");
    assert_eq!(clinic(&window.app.book), "Clinique du Parc et du Lac");
    assert!(!home.file().exists());
}

#[test]
fn what_is_taken_back_to_what_it_was_is_not_kept() {
    let home = Home::with_a_book();
    let mut window = home.opened(Lang::En);
    begin(&mut window);
    assert!(home.file().exists());
    window.keys("Ctrl-w Ctrl-w Ctrl-w Backspace");
    assert!(!form(&window).is_changed(), "{}", window.text());
    assert!(!home.file().exists());
}

#[test]
fn it_is_judged_against_the_book_as_it_is_now() {
    let home = Home::with_a_book();
    let mut window = home.opened(Lang::En);
    begin(&mut window);
    let left = home.kept();
    window.keys("Esc").types("d");
    changed(&mut window, "note", "call first");
    window.app.offer(left.clone());
    assert!(window.text().contains("has changed since"), "{}", window.text());
    window.types("r");
    let note = form(&window).fields.iter().find(|field| field.field.name() == "note").unwrap();
    assert_eq!((note.line.text(), note.is_changed()), ("call first", false));
    assert!(window.text().contains("has changed since"), "{}", window.text());
    window.keys("Ctrl-s");
    assert_eq!(clinic(&window.app.book), "Clinique du Parc et du Lac");
    window.app.offer(left);
    assert!(window.app.overlays.is_empty(), "the book has it all:\n{}", window.text());
}

#[test]
fn a_record_that_is_gone_can_be_added_anew() {
    let home = Home::with_a_book();
    let mut window = home.opened(Lang::En);
    begin(&mut window);
    let left = home.kept();
    drop(window);
    let mut window = home.unwritten(Lang::En);
    let bare = Book::new(partnerbook::model::Model::default(), book::TODAY.parse().unwrap());
    let opened = Opened { folder: None, ..window.app.opened.clone() };
    window.app.show(bare, opened);
    window.app.offer(left);
    assert!(window.text().contains("is no longer in the book"), "{}", window.text());
    window.types("r");
    assert_eq!(form(&window).here().line.text(), "Clinique du Parc et du Lac");
    window.keys("Ctrl-s");
    assert_eq!(clinic(&window.app.book), "Clinique du Parc et du Lac");
}

#[test]
fn what_fits_no_more_stays_as_text_and_nothing_hostile_comes_in() {
    let home = Home::with_a_book();
    let mut window = home.opened(Lang::En);
    begin(&mut window);
    drop(window);
    let text = fs::read_to_string(home.file()).unwrap();
    assert!(text.contains("typed:[") || text.contains("typed: ["), "{text}");
    let hostile =
        text.replace("typed: [", "typed:[").replace("et du Lac", "\\u{1b}[2J\\u{202e}\\u{7}x").replacen(
            "typed:[",
            "typed:[(field:\"shoe_size\",text:\"44\"),(field:\"country\",text:\"Atlantis\"),",
            1,
        );
    fs::write(home.file(), hostile).unwrap();
    let mut window = home.opened(Lang::En);
    assert!(window.text().contains("no field \"shoe_size\" any more. It held: 44"), "{}", window.text());
    window.types("r");
    assert!(!window.text().contains('\u{1b}') && !window.text().contains('\u{202e}'));
    let country = form(&window).fields.iter().find(|field| field.field.name() == "country").unwrap();
    assert!(country.line.text() == "Atlantis" && country.wrong.is_some(), "{country:?}");
    let name = form(&window).fields.iter().find(|field| field.field.name() == "name").unwrap();
    assert!(!name.line.text().contains(char::is_control), "{name:?}");
}

#[test]
fn a_damaged_file_is_told_and_put_aside() {
    let home = Home::with_a_book();
    fs::write(home.file(), "Forms(format: 1, sittings: [(at:").unwrap();
    let reading = jobs::open(&home.folder(), book::TODAY.parse().unwrap(), &Nobody).unwrap();
    assert!(reading.left.is_empty() && reading.refused.is_empty());
    let told: Vec<String> = reading.notices.iter().map(|notice| Lang::En.store_notice(notice)).collect();
    assert!(told.iter().any(|told| told.contains("forms-damaged-1.ron")), "{told:?}");
    assert!(home.folder().join("forms-damaged-1.ron").exists() && !home.file().exists());
}

#[test]
fn a_book_that_is_looked_at_neither_keeps_nor_offers() {
    let home = Home::with_a_book();
    let mut window = home.opened(Lang::En);
    begin(&mut window);
    let second = jobs::open(&home.folder(), book::TODAY.parse().unwrap(), &Nobody).unwrap();
    assert!(second.left.is_empty() && !second.refused.is_empty(), "the first program has it");
    let left = home.kept();
    drop((window, second));
    let before = fs::read(home.file()).unwrap();
    let mut window = home.opened(Lang::En);
    window.app.overlays.clear();
    window.app.opened.mode = Mode::ReadOnly("so".into());
    window.app.offer(left);
    assert!(window.app.overlays.is_empty());
    begin(&mut window);
    assert_eq!(fs::read(home.file()).unwrap(), before);
    let mut demo = Window::demo(Lang::En, 80, 24);
    demo.keys("3 j e").types("x");
    assert!(demo.outside.is_empty());
}

#[test]
fn a_book_that_was_never_written_is_written_for_what_is_typed() {
    let home = Home(tempfile::tempdir().unwrap());
    let mut window = home.unwritten(Lang::En);
    begin(&mut window);
    assert_eq!(home.texts(), ["Clinique du Parc et du Lac"]);
    drop(window);
    assert!(is_offered(&home.opened(Lang::En)));
}

#[test]
fn the_wizard_and_a_slip_are_taken_up_as_they_were() {
    let home = Home::with_a_book();
    let mut window = home.opened(Lang::En);
    go_to(&mut window, "azure");
    window.keys("T");
    assert!(!home.file().exists(), "nothing is chosen yet");
    window.keys("PageDown Esc");
    assert_eq!(home.texts(), ["transfer"], "the draft that was left is kept too");
    drop(window);
    let mut window = home.opened(Lang::En);
    assert!(window.text().contains("1 subscription of 1 customer"), "{}", window.text());
    window.types("r");
    let Some(Overlay::Transfer(wizard)) = window.app.overlays.last() else { panic!("{}", window.text()) };
    assert_eq!((wizard.what.len(), wizard.page as usize), (1, 1));
}

#[test]
fn another_book_takes_its_place_and_what_was_typed_stays_with_its_own() {
    let home = Home::with_a_book();
    let other = Home::with_a_book();
    let mut window = home.opened(Lang::En);
    begin(&mut window);
    let folder = other.folder();
    let done = jobs::open(&folder, book::TODAY.parse().unwrap(), &Nobody).unwrap();
    window.app.running.push((Task::Open, 0, 0));
    let _ = window.app.update(Msg::Done(partnerbook::app::Done::Opened(Box::new(done))));
    assert!(window.app.overlays.is_empty() && !other.file().exists());
    assert_eq!(home.texts(), ["Clinique du Parc et du Lac"]);
}

/// The effects of a key on an app whose disk never answers.
fn asked(app: &mut App, key: &str) -> Vec<(u64, usize)> {
    let partnerbook::keymap::Sequence(keys) = key.parse().unwrap_or_else(|_| panic!("{key}"));
    let effects: Vec<Effect> = keys.into_iter().flat_map(|key| app.update(Msg::Key(key))).collect();
    let forms = effects.iter().filter_map(|effect| match effect {
        Effect::Run(Task::Forms, Job::Forms(keeping)) => Some((keeping.number, keeping.now.len())),
        _ => None,
    });
    forms.collect()
}

fn desk_of(window: &Window) -> Desk {
    window.app.opened.desk.clone().unwrap()
}

#[test]
fn one_write_is_under_way_at_most_and_a_refusal_is_told_once() {
    let home = Home::with_a_book();
    let mut window = home.opened(Lang::En);
    let _desk = desk_of(&window);
    go_to(&mut window, "clinique");
    window.keys("e");
    let app = &mut window.app;
    assert_eq!(asked(app, "x"), [(1, 1)]);
    assert_eq!(asked(app, "y z"), [], "the disk is still at the first");
    let refused = || {
        let full = std::io::Error::from(std::io::ErrorKind::StorageFull);
        let at = Path::new("forms.ron");
        partnerbook::store::StoreError::system(partnerbook::store::error::Doing::Write, at, &full)
    };
    let again = app.update(Msg::Done(partnerbook::app::Done::FormsNotKept(refused())));
    assert_eq!(again.len(), 1, "what was typed meanwhile is tried");
    assert!(app.notice.take().is_some_and(|notice| notice.text.contains("is not kept")));
    let none = app.update(Msg::Done(partnerbook::app::Done::FormsNotKept(refused())));
    assert!(none.is_empty() && app.notice.is_none(), "told once, and not tried for ever");
    assert_eq!(asked(app, "w").len(), 1);
    let _ = app.update(Msg::Done(partnerbook::app::Done::FormsKept));
    assert_eq!(asked(app, "Left"), [], "nothing new was typed");
}

#[test]
fn whoever_leaves_has_the_newest_kept_although_the_disk_is_slow() {
    let home = Home::with_a_book();
    let mut window = home.opened(Lang::En);
    go_to(&mut window, "azure");
    window.keys("T");
    let app = &mut window.app;
    assert_eq!(asked(app, "PageDown").len(), 1);
    assert_eq!(asked(app, "PageUp").len(), 0, "the disk is still at the first");
    assert_eq!(asked(app, "Space").len(), 0);
    assert_eq!(asked(app, "Esc").len(), 0);
    assert_eq!(asked(app, "q"), [(2, 1)]);
}
