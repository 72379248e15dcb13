//! The journal of a book: whatever stands in it, the book opens, for writing or with a reason; what was taken up can be
//! saved, and reads back as the same.

use std::path::Path;
use std::sync::{Arc, LazyLock, Mutex};

use partnerbook::i18n::Lang;
use partnerbook::model::Day;
use partnerbook::store::book_file::hash;
use partnerbook::store::{
    Access, Disk, Drive, Meta, Models, Notice, Opened, Purpose, Taken, journal, open, save_over,
};
use partnerbook::tui::jobs;

use super::tables::told;
use crate::support::harm::assert_harmless;
use crate::support::memory::Memory;
use crate::support::random::{self, TODAY};

const FOLDER: &str = "/main";

/// A book that was saved once, without a journal.
static SAVED: LazyLock<Memory> = LazyLock::new(|| {
    let memory = Memory::new();
    let drive: Drive = Arc::new(memory.clone());
    let mut disk = Disk::create(&drive, Path::new(FOLDER)).unwrap();
    let models = Models { book: random::model(&random::told(&seeds())), ..Models::default() };
    let meta = Meta { name: "Sud".into(), ..Meta::default() };
    disk.save(&meta, &models, Taken::default(), &mut |_| {}).unwrap();
    memory
});

/// Some records of every table.
fn seeds() -> Vec<u8> {
    (0..160_u8).collect()
}

/// Opens the book with the bytes as its journal: as they are, and with sums that hold.
pub fn run(data: &[u8]) {
    opened(data);
    opened(chained(data).as_bytes());
}

fn opened(journal: &[u8]) {
    let memory = SAVED.copy();
    memory.put(&Path::new(FOLDER).join(journal::NAME), journal);
    let drive: Drive = Arc::new(memory);
    let Opened { meta, models, mut disk, notices, journal, past } = opens(&drive);
    notices.iter().for_each(notice_told);
    match disk.access() {
        Access::Look(why) => {
            assert!(!why.is_empty(), "nothing says why it may not be written");
            return why.iter().for_each(told);
        }
        Access::Write(_) => {}
    }
    assert!(past.is_empty());
    let seq = journal.last();
    let journal = Mutex::new(journal);
    let taken_up = journal.lock().unwrap().entries().len();
    save_over(&mut disk, &journal, &meta, &models, seq, &[], &mut |_| {}).unwrap();
    let again = opens(&drive);
    assert!(matches!(again.disk.access(), Access::Write(_)));
    assert!(!again.notices.iter().any(|notice| matches!(notice, Notice::TakenUp(_))));
    assert!(again.models == models, "saved and opened, it is another book");
    assert_eq!((again.journal.last(), again.past.len()), (seq, taken_up));
    undone(again);
}

fn opens(drive: &Drive) -> Opened {
    open(drive, Path::new(FOLDER), Purpose::Write, &mut |_| {}).unwrap()
}

fn notice_told(notice: &Notice) {
    for lang in Lang::ALL {
        assert_harmless(&lang.store_notice(notice), "a notice of the store");
    }
}

/// Steps back as far as the history goes: steps that do not fit the book are refused, and that is all.
fn undone(opened: Opened) {
    let today: Day = TODAY.parse().unwrap();
    let mut book = jobs::reading(Path::new(FOLDER), opened, today).book;
    while book.undo().is_ok() {}
}

/// A journal whose entries are the lines of the bytes, with their sums: else hardly any change of a byte would get past
/// the first line.
fn chained(data: &[u8]) -> String {
    let head = "Journal(format: 1, id: \"00000000000000a1\", after: 0)";
    let mut text = format!("{head}\n");
    let mut sum = hash(head.as_bytes());
    for line in String::from_utf8_lossy(data).split('\n') {
        let framed = line.split_once("\",entry:").and_then(|(_, entry)| entry.strip_suffix(')'));
        let body = framed.unwrap_or(line);
        if body.is_empty() || body.starts_with("//") || body.starts_with("Journal(") {
            continue;
        }
        sum = hash(&[&sum.to_be_bytes(), body.as_bytes()].concat());
        text.extend([&format!("(sum:\"{sum:016x}\",entry:{body})"), "\n"]);
    }
    text
}
