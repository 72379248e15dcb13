use super::*;
use crate::model::{Change, Customer, Guid, TenantId, Verb};
use crate::store::bad::Fault;
use crate::store::volume::{Machine, machine};
use std::fs;

/// Names with everything that a line could stumble over.
const NAMES: [&str; 5] = [
    "Nordlys",
    "two\nlines",
    "(sum:\"0123456789abcdef\",entry:(seq:1))",
    "O'Neil \u{202e}Söhne",
    "\0\u{1b}[2J",
];

fn entry(seq: u64) -> Entry {
    let name = NAMES[usize::try_from(seq).unwrap() % NAMES.len()];
    let tenant = TenantId(Guid::own(seq));
    let added = Change::add(Customer { tenant, name: name.into(), ..Customer::default() });
    let deed = Deed::Did(Transaction::new(Verb::AddCustomer, vec![added]));
    Entry { seq, at: Moment::from_seconds(1_790_000_000), deed }
}

fn entries(seqs: std::ops::RangeInclusive<u64>) -> Vec<Entry> {
    seqs.map(entry).collect()
}

fn journal(folder: &Path) -> Journal {
    Journal::new(&machine(), folder, Head { id: 0, after: 0 }, Vec::new())
}

/// What a journal follows, holds, and ends with.
fn said(journal: Journaled) -> (u64, Vec<Entry>, Tail) {
    (journal.head.after, journal.entries, journal.tail)
}

fn found(folder: &Path) -> Journaled {
    read(&Machine, &folder.join(NAME)).unwrap().unwrap()
}

#[test]
fn what_was_confirmed_reads_back_and_nothing_is_doubled() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = journal(folder.path());
    assert_eq!(read(&Machine, &folder.path().join(NAME)), Ok(None));
    assert_eq!(journal.append(entries(1..=2)), Ok(Synced::Kept));
    assert_eq!(journal.append(entries(2..=7)), Ok(Synced::Kept));
    let all = (0, entries(1..=7), Tail::Whole);
    assert_eq!((said(found(folder.path())), journal.last()), (all, 7));
}

#[test]
fn a_journal_goes_on_in_a_file_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    journal(folder.path()).append(entries(1..=3)).map(drop).unwrap();
    let torn = format!("{}(sum:\"12", fs::read_to_string(folder.path().join(NAME)).unwrap());
    fs::write(folder.path().join(NAME), torn).unwrap();
    let before = found(folder.path());
    assert!(matches!(before.tail, Tail::Torn(_)));
    let mut next = Journal::new(&machine(), folder.path(), before.head, before.entries);
    next.append(entries(4..=4)).map(drop).unwrap();
    assert_eq!(said(found(folder.path())), (0, entries(1..=4), Tail::Whole));
}

#[test]
fn a_journal_cut_at_any_byte_keeps_all_whole_lines() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(NAME);
    journal(folder.path()).append(entries(1..=5)).map(drop).unwrap();
    let whole = fs::read(&path).unwrap();
    let starts: Vec<usize> = line_starts(&whole);
    for cut in starts[2]..whole.len() {
        fs::write(&path, &whole[..cut]).unwrap();
        let found = found(folder.path());
        let lines = starts[2..].iter().filter(|start| **start <= cut).count() - 1;
        assert_eq!(found.entries, entries(1..=lines as u64), "cut at {cut}");
        let is_at_line_end = starts.contains(&cut);
        assert_eq!(found.tail == Tail::Whole, is_at_line_end, "cut at {cut}: {:?}", found.tail);
        assert!(!matches!(found.tail, Tail::Damaged(..)), "cut at {cut}");
    }
}

/// Where lines begin, and where the one after the last would.
fn line_starts(bytes: &[u8]) -> Vec<usize> {
    let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
    std::iter::once(0).chain(ends).collect()
}

#[test]
fn no_flipped_bit_is_taken_for_a_torn_tail_or_for_another_edit() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(NAME);
    journal(folder.path()).append(entries(1..=4)).map(drop).unwrap();
    let whole = fs::read(&path).unwrap();
    let starts = line_starts(&whole);
    let last = starts[starts.len() - 2];
    for place in starts[2]..whole.len() {
        for bit in 0..8 {
            let mut bytes = whole.clone();
            bytes[place] ^= 1 << bit;
            fs::write(&path, &bytes).unwrap();
            let found = found(folder.path());
            assert!(entries(1..=4).starts_with(&found.entries), "bit {bit} of byte {place}");
            assert!(found.tail != Tail::Whole, "bit {bit} of byte {place} is not seen");
            // The frame of the very last line may look like a line that was not written to its end.
            let is_damage = matches!(found.tail, Tail::Damaged(..));
            assert!(is_damage || place >= last - 1, "bit {bit} of byte {place}: {:?}", found.tail);
        }
    }
}

#[test]
fn zeros_and_rubbish_behind_the_last_line_are_a_torn_tail() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(NAME);
    journal(folder.path()).append(entries(1..=2)).map(drop).unwrap();
    let whole = fs::read(&path).unwrap();
    for tail in [&[0; 4096][..], b"\xff\xfe rubbish\nmore\n", b"\n", b"(sum:\"0123\n"] {
        fs::write(&path, [&whole, tail].concat()).unwrap();
        let found = found(folder.path());
        assert_eq!(found.entries, entries(1..=2));
        assert!(matches!(found.tail, Tail::Torn(5)), "{:?}", found.tail);
    }
}

#[test]
fn lines_of_another_journal_do_not_fit_in() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(NAME);
    let mut other = Journal::new(&machine(), folder.path(), Head { id: 0, after: 7 }, Vec::new());
    other.append(entries(8..=8)).map(drop).unwrap();
    let foreign = fs::read_to_string(&path).unwrap();
    fs::remove_file(&path).unwrap();
    journal(folder.path()).append(entries(1..=1)).map(drop).unwrap();
    let spliced = fs::read_to_string(&path).unwrap() + foreign.lines().last().unwrap() + "\n";
    fs::write(&path, spliced).unwrap();
    let found = found(folder.path());
    assert_eq!((found.entries, found.tail), (entries(1..=1), Tail::Damaged(4, 0)));
}

#[test]
fn a_file_that_is_no_journal_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(NAME);
    for text in ["", "Partners(format: 1, rows: [])", "// only a comment\n"] {
        fs::write(&path, text).unwrap();
        let Err(StoreError::Bad(bad)) = read(&Machine, &path) else { panic!("{text}") };
        assert_eq!(bad.fault, Fault::JournalHead);
    }
    fs::write(&path, "Journal(format: 9, something: new)\n").unwrap();
    assert!(matches!(read(&Machine, &path), Err(StoreError::Newer { found: 9, .. })));
}

#[test]
fn lines_of_an_unfinished_merge_are_called_that_wherever_they_stand() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(NAME);
    journal(folder.path()).append(entries(1..=3)).map(drop).unwrap();
    let whole = fs::read_to_string(&path).unwrap();
    let lines: Vec<&str> = whole.lines().collect();
    // Both sides begin anew, or go on alike and then apart.
    for cut in [1, 3, 4] {
        let (alike, own) = (lines[..cut].join("\n"), lines[cut..].join("\n"));
        let text =
            format!("{alike}\n<<<<<<< Updated upstream\n{own}\n=======\n{own}\n>>>>>>> Stashed changes\n");
        fs::write(&path, text).unwrap();
        let right = crate::store::reader::fault_at(&path, cut + 1, 1, Fault::MergeMarkers);
        assert_eq!(read(&Machine, &path), Err(right), "{cut}");
    }
}

#[test]
fn a_save_moves_what_it_took_over_into_the_history() {
    let folder = tempfile::tempdir().unwrap();
    let mut journal = journal(folder.path());
    journal.append(entries(1..=3)).map(drop).unwrap();
    journal.retire(2, 1, &[]).unwrap();
    assert_eq!(said(found(folder.path())), (2, entries(3..=3), Tail::Whole));
    let old = read(&Machine, &folder.path().join(HISTORY).join("000001.ron")).unwrap().unwrap();
    assert_eq!(said(old), (0, entries(1..=2), Tail::Whole));
    journal.append(entries(4..=4)).map(drop).unwrap();
    assert_eq!(found(folder.path()).entries, entries(3..=4));
}

#[test]
fn nothing_is_appended_after_a_failure_until_a_save() {
    let folder = tempfile::tempdir().unwrap();
    let inner = folder.path().join("book");
    fs::create_dir(&inner).unwrap();
    let mut journal = journal(&inner);
    journal.append(entries(1..=1)).map(drop).unwrap();
    fs::rename(&inner, folder.path().join("elsewhere")).unwrap();
    let error = journal.append(entries(2..=2)).unwrap_err();
    assert!(matches!(error, StoreError::ChangedOnDisk { .. }), "{error}");
    fs::rename(folder.path().join("elsewhere"), &inner).unwrap();
    assert_eq!(journal.append(entries(2..=2)), Err(error));
    assert_eq!(journal.last(), 1);
    journal.retire(2, 1, &[]).unwrap();
    assert_eq!(journal.append(entries(3..=3)), Ok(Synced::Kept));
    assert_eq!(said(found(&inner)), (2, entries(3..=3), Tail::Whole));
}
