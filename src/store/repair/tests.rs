use std::fs;

use super::*;
use crate::model::{Change, Customer, Guid, Key, Model, Moment, Record, TenantId, Transaction, Verb};
use crate::store::journal::Deed;
use crate::store::volume::machine;
use crate::store::{Access, Disk, Meta, Models, Notice, Opened, Purpose, Taken, open};

fn customer(n: u64, name: &str) -> Record {
    Customer { tenant: TenantId(Guid::own(n)), name: name.into(), ..Customer::default() }.into()
}

fn key(n: u64) -> Key {
    customer(n, "").key()
}

/// Six steps: one record three times, two others, and one more at the end.
fn steps() -> Vec<Entry> {
    let edit = |n, before: &str, after: &str| Change::edit(customer(n, before), customer(n, after));
    let changes = [
        edit(1, "a", "b"),
        Change::add(customer(2, "x \"(sum:\" \n é")),
        edit(1, "b", "c"),
        Change::add(customer(3, "y")),
        edit(1, "c", "d"),
        Change::add(customer(4, "z")),
    ];
    (1..).zip(changes).map(|(seq, change)| entry(seq, change)).collect()
}

fn entry(seq: u64, change: Change) -> Entry {
    let deed = Deed::Did(Transaction::new(Verb::Edit, vec![change]));
    Entry { seq, at: Moment::from_seconds(1_790_000_000), deed }
}

/// A book with one customer, saved, and six steps in its journal.
fn book() -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let mut disk = Disk::create(&machine(), home.path()).unwrap();
    let book: Model = [customer(1, "a")].into_iter().collect();
    let models = Models { book, ..Models::default() };
    let _ = disk.save(&Meta::default(), &models, Taken::default(), &mut |_| {}).unwrap();
    let head = journal::Head { id: 0, after: 0 };
    let mut journal = journal::Journal::new(&machine(), home.path(), head, Vec::new());
    let _ = journal.append(steps()).unwrap();
    home
}

fn opened(folder: &Path) -> Opened {
    open(&machine(), folder, Purpose::Write, &mut |_| {}).unwrap()
}

fn name(opened: &Opened, n: u64) -> Option<String> {
    opened.models.book.get(key(n)).map(|_| opened.models.book.name(key(n)).raw().to_owned())
}

fn names(opened: &Opened) -> [Option<String>; 4] {
    [1, 2, 3, 4].map(|n| name(opened, n))
}

/// Takes every step of the journal back, the newest first, as undo does: each must fit.
fn undo_all(opened: &mut Opened) {
    for entry in opened.journal.entries().iter().rev() {
        for change in entry.deed.applied().unwrap().inverse().changes {
            let key = change.key().unwrap();
            assert_eq!(opened.models.book.get(key), change.before, "undo of {} does not fit", entry.seq);
            match change.after {
                Some(after) => drop(opened.models.book.put(after)),
                None => drop(opened.models.book.take(key)),
            }
        }
    }
}

#[test]
fn without_damage_there_is_nothing_to_repair() {
    let home = book();
    let before = fs::read(home.path().join(NAME)).unwrap();
    assert_eq!(journal(&machine(), home.path()), Ok(None));
    // Half a line at the end was never confirmed.
    fs::write(home.path().join(NAME), [&before[..], b"(sum:\"12"].concat()).unwrap();
    assert_eq!(journal(&machine(), home.path()), Ok(None));
}

#[test]
fn after_a_flipped_bit_in_any_line_every_step_is_there_again() {
    let home = book();
    let path = home.path().join(NAME);
    let whole = fs::read(&path).unwrap();
    // The frame of the very last line may look like one that was not written to its end.
    let last = whole[..whole.len() - 1].iter().rposition(|b| *b == b'\n').unwrap();
    let head = whole.iter().position(|b| *b == b'\n').unwrap() + 1;
    let mut tried = 0;
    for place in (0..last - 1).filter(|place| *place < head || place % 3 == 0) {
        let mut bytes = whole.clone();
        bytes[place] ^= 1 << (place % 8);
        fs::write(&path, &bytes).unwrap();
        let Some(repaired) = journal(&machine(), home.path()).unwrap() else {
            // A comment with another letter in it is none the worse.
            assert!(place < head, "byte {place}");
            continue;
        };
        assert_eq!(
            (repaired.steps, &repaired.lost[..], repaired.mended.len()),
            (6, &[][..], 1),
            "byte {place}"
        );
        assert_eq!(fs::read(&repaired.kept).unwrap(), bytes, "the damaged file is kept");
        let mut found = opened(home.path());
        assert!(matches!(found.disk.access(), Access::Write(_)), "byte {place}");
        assert_eq!(found.journal.entries(), steps(), "byte {place}");
        undo_all(&mut found);
        assert_eq!(names(&found), [Some("a".to_owned()), None, None, None]);
        tried += 1;
    }
    assert!(tried > 300, "{tried}");
}

/// The journal with this line, from 1, written over.
fn spoilt(whole: &[u8], line: usize) -> Vec<u8> {
    let mut lines: Vec<Vec<u8>> = whole.split(|b| *b == b'\n').map(<[u8]>::to_vec).collect();
    let inner = lines[line - 1].len() - 6;
    lines[line - 1][30..inner].fill(b'#');
    lines.join(&b'\n')
}

#[test]
fn of_a_line_that_is_beyond_repair_later_lines_tell_what_they_can() {
    let home = book();
    let path = home.path().join(NAME);
    let whole = fs::read(&path).unwrap();
    // The lines 3 to 7: the last is the end of the file, and nothing behind it proves that it was confirmed.
    for line in 3..=7 {
        fs::write(&path, spoilt(&whole, line)).unwrap();
        let repaired = journal(&machine(), home.path()).unwrap().unwrap();
        assert_eq!((repaired.lost, repaired.mended), (vec![line], vec![]), "line {line}");
        let mut found = opened(home.path());
        assert!(matches!(found.disk.access(), Access::Write(_)), "line {line}");
        let all = [Some("d"), Some("x \"(sum:\" \n é"), Some("y"), Some("z")].map(|n| n.map(str::to_owned));
        let mut right = all;
        // What the lines 4 and 6 added is in no later line; what they hold of others is.
        match line {
            4 => right[1] = None,
            6 => right[2] = None,
            7 => right[0] = Some("c".to_owned()),
            _ => {}
        }
        assert_eq!(names(&found), right, "line {line}");
        let conflicts = found.notices.iter().filter(|notice| matches!(notice, Notice::Conflict(_))).count();
        assert_eq!(conflicts, usize::from(line == 3), "line {line}: {:?}", found.notices);
        if line > 3 {
            undo_all(&mut found);
            assert_eq!(names(&found), [Some("a".to_owned()), None, None, None], "line {line}");
        }
        fs::remove_file(&path).unwrap();
    }
}

#[test]
fn a_repair_needs_the_lock() {
    let home = book();
    let first = opened(home.path());
    assert!(matches!(journal(&machine(), home.path()), Err(StoreError::Held(_))));
    drop(first);
}

#[test]
fn a_journal_that_says_nothing_any_more_goes_on_where_the_last_save_ended() {
    let home = book();
    let mut found = opened(home.path());
    let taken = Taken { seq: 6, journal: found.journal.id() };
    let _ = found.disk.save(&Meta::default(), &found.models, taken, &mut |_| {}).unwrap();
    let generation = found.disk.generation();
    found.journal.retire(6, generation, &[]).unwrap();
    drop(found);
    let header = home.path().join(crate::store::book_file::NAME);
    let text = fs::read_to_string(&header).unwrap();
    // Also where nobody can tell from book.ron: it is not there, cannot be read, or was changed by hand.
    for header_is in
        [Some(&text), None, Some(&"rubbish".to_owned()), Some(&text.replace("saved: 6", "saved: 0"))]
    {
        match header_is {
            Some(text) => fs::write(&header, text).unwrap(),
            None => fs::remove_file(&header).unwrap(),
        }
        fs::write(home.path().join(NAME), "").unwrap();
        assert!(journal(&machine(), home.path()).unwrap().is_some());
        let found = opened(home.path());
        let told: Vec<u64> = found.journal.past(&[]).map(|entry| entry.unwrap().seq).collect();
        assert_eq!((found.journal.last(), told), (6, vec![6, 5, 4, 3, 2, 1]), "{header_is:?}");
    }
}

#[test]
fn an_unfinished_merge_is_left_to_people() {
    let home = book();
    let path = home.path().join(NAME);
    let whole = fs::read_to_string(&path).unwrap();
    let text = format!("<<<<<<< ours\n{whole}=======\n{whole}>>>>>>> theirs\n");
    fs::write(&path, &text).unwrap();
    let Err(StoreError::Bad(bad)) = journal(&machine(), home.path()) else { panic!("it was repaired") };
    assert_eq!((bad.fault, bad.line), (Fault::MergeMarkers, 1));
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    assert!(!home.path().join(aside::FOLDER).exists());
}
