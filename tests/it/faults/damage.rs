//! What disks do to files: tails torn off, filled with zeros or rubbish, bits flipped. Never taken for something else
//! without a word, and never written over.

use std::fs;
use std::path::{Path, PathBuf};

use partnerbook::store::disk::Heads;
use partnerbook::store::{Meta, Models, Notice, machine, save_copy};

use super::around::{draft, first_name, is_told, opened, renamed, troubles};
use crate::shell::files;
use crate::support::book::model;

const NAMES: [&str; 4] = ["Clinique du Parc", "One", "Two", "Three"];

/// A small book that was saved once, then changed in three steps that were not; in memory where there is such a place:
/// hundreds of openings take long on a disk.
fn book() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    let home = tempfile::tempdir_in(memory).or_else(|_| tempfile::tempdir()).unwrap();
    let models = Models { book: model(), baseline: model() };
    let meta = Meta { name: "Sud".into(), ..Meta::default() };
    drop(save_copy(&machine(), home.path(), &meta, &models, Heads::new(), &mut |_| {}).unwrap());
    draft(home.path(), &NAMES[1..]);
    home
}

fn journal(home: &Path) -> PathBuf {
    home.join("journal.ron")
}

/// How many whole lines of steps there are before a place.
fn steps_before(whole: &[u8], cut: usize) -> usize {
    let ends = whole[..cut].split(|byte| *byte == b'\n').count() - 1;
    ends.saturating_sub(2)
}

/// Opens a book with a spoilt tail of the journal: so many steps are there, and the next one is written where it counts.
fn goes_on(home: &Path, steps: usize, is_torn: bool, what: &str) {
    let mut book = opened(home);
    assert_eq!((first_name(&book), troubles(&book)), (NAMES[steps].to_owned(), vec![]), "{what}");
    let torn = book.notices.iter().any(|notice| matches!(notice, Notice::JournalTorn { .. }));
    assert_eq!(torn, is_torn, "{what}: {:?}", book.notices);
    let entry = renamed(&book, book.journal.last() + 1, NAMES[steps], "Next");
    let _ = book.journal.append(vec![entry]).unwrap();
    drop(book);
    let again = opened(home);
    assert_eq!(
        (first_name(&again), is_told(&again)),
        ("Next".to_owned(), false),
        "{what}: {:?}",
        again.notices
    );
}

#[test]
fn a_journal_cut_anywhere_keeps_the_steps_before_and_takes_the_next() {
    let home = book();
    let whole = fs::read(journal(home.path())).unwrap();
    let head = whole.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(1).unwrap().0 + 1;
    for cut in head..=whole.len() {
        fs::write(journal(home.path()), &whole[..cut]).unwrap();
        let is_torn = whole[cut - 1] != b'\n';
        goes_on(home.path(), steps_before(&whole, cut), is_torn, &format!("cut at {cut}"));
    }
    // Its head was on the disk before any step was confirmed: without one nobody knows what is missing.
    for cut in 0..head - 1 {
        fs::write(journal(home.path()), &whole[..cut]).unwrap();
        assert_eq!(troubles(&opened(home.path())).len(), 1, "cut at {cut}");
        assert_eq!(fs::read(journal(home.path())).unwrap(), &whole[..cut]);
    }
}

#[test]
fn zeros_and_rubbish_behind_the_last_step_are_cut_off() {
    let home = book();
    let whole = fs::read(journal(home.path())).unwrap();
    let half = whole.len() - 30;
    for (kept, tail) in [
        (whole.len(), vec![0; 4096]),
        (whole.len(), b"\xff\xfe rubbish\nmore\n\n".to_vec()),
        (half, vec![0; 700]),
        (half, vec![0xff; 30]),
    ] {
        fs::write(journal(home.path()), [&whole[..kept], &tail].concat()).unwrap();
        goes_on(home.path(), steps_before(&whole, kept), true, &format!("{kept} and {}", tail.len()));
    }
}

/// Flips a bit of every so-manieth byte of a file, opens the book, and hands it over; no opening may write.
fn flipped(home: &Path, file: &str, step: usize, judge: impl Fn(&partnerbook::store::Opened, &str)) {
    let path = home.join(file);
    let whole = fs::read(&path).unwrap();
    for place in (0..whole.len()).step_by(step) {
        let mut bytes = whole.clone();
        bytes[place] ^= 1 << (place % 8);
        fs::write(&path, bytes).unwrap();
        let before = files(home);
        let book = opened(home);
        assert_eq!(files(home), before, "{file}, byte {place}: written at opening");
        judge(&book, &format!("{file}, byte {place}: {:?} {:?}", book.notices, book.disk.access()));
    }
    fs::write(path, whole).unwrap();
}

#[test]
fn a_flipped_bit_in_a_table_is_always_told() {
    let home = book();
    for file in ["customers.ron", "subscriptions.ron", "baseline/partners.ron"] {
        flipped(home.path(), file, 5, |book, what| assert!(is_told(book), "{what}"));
    }
}

#[test]
fn a_flipped_bit_in_book_ron_is_told_or_changes_nothing() {
    let home = book();
    let meant = opened(home.path());
    let (meta, models) = (meant.meta.clone(), meant.models.clone());
    drop(meant);
    flipped(home.path(), "book.ron", 1, |book, what| {
        let is_same = (&book.meta, &book.models) == (&meta, &models);
        assert!(is_told(book) || is_same, "{what}");
        assert_eq!(first_name(book), "Three", "no step is lost: {what}");
    });
}

#[test]
fn a_flipped_bit_in_the_journal_never_costs_a_step_in_silence() {
    let home = book();
    flipped(home.path(), "journal.ron", 3, |book, what| {
        assert!(NAMES.contains(&first_name(book).as_str()), "{what}");
        assert!(is_told(book) || first_name(book) == "Three", "{what}");
    });
}
