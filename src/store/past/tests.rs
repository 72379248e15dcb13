use super::*;
use crate::model::{Change, Customer, Guid, Moment, TenantId, Text, Transaction, Verb};
use crate::store::journal::{Head, Journal, history_name};
use crate::store::volume::machine;
use crate::store::{Deed, Kind};
use std::fs;

fn entry(seq: u64) -> Entry {
    let customer = Customer { tenant: TenantId(Guid::own(seq)), ..Customer::default() };
    let deed = match seq % 3 {
        0 => Deed::Named(Text::from(format!("moment {seq}"))),
        _ => Deed::Did(Transaction::new(Verb::AddCustomer, vec![Change::add(customer)])),
    };
    Entry { seq, at: Moment::from_seconds(1_790_000_000), deed }
}

/// A journal whose entries 1..=9 were saved three by three, and 10 and 11 were not.
fn saved_three_times(folder: &Path) -> Journal {
    let mut journal = Journal::new(&machine(), folder, Head { id: 0, after: 0 }, Vec::new());
    for generation in 1..=3 {
        let last = generation * 3;
        journal.append((last - 2..=last).map(entry).collect()).map(drop).unwrap();
        journal.retire(last, generation, &[]).unwrap();
    }
    journal.append(vec![entry(10), entry(11)]).map(drop).unwrap();
    journal
}

fn history(folder: &Path, generation: u64) -> PathBuf {
    folder.join(HISTORY).join(history_name(generation))
}

/// The numbers that are told, and why no more are.
fn told(past: Past) -> (Vec<u64>, Option<StoreError>) {
    let (mut seqs, mut unread) = (Vec::new(), None);
    for entry in past {
        match entry {
            Ok(entry) => seqs.push(entry.seq),
            Err(error) => unread = Some(error),
        }
    }
    (seqs, unread)
}

fn down(from: u64, to: u64) -> Vec<u64> {
    (to..=from).rev().collect()
}

#[test]
fn everything_is_told_the_newest_first() {
    let folder = tempfile::tempdir().unwrap();
    let journal = saved_three_times(folder.path());
    assert_eq!(told(journal.past(&[])), (down(11, 1), None));
    assert_eq!(told(journal.past(&[entry(11), entry(12)])), (down(12, 1), None), "what waits is told too");
    let mut past = journal.past(&[]);
    assert_eq!((past.newest(), past.reached()), (11, 12));
    assert!(past.by_ref().all(|entry| entry.is_ok_and(|own| own == entry_of(own.seq))));
    assert_eq!((past.reached(), past.next()), (1, None));
}

fn entry_of(seq: u64) -> Entry {
    entry(seq)
}

#[test]
fn a_file_is_read_when_its_entries_are_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let mut past = saved_three_times(folder.path()).past(&[]);
    assert!(past.by_ref().take(5).all(|entry| entry.is_ok()));
    fs::remove_file(history(folder.path(), 1)).unwrap();
    assert_eq!(past.next().map(|entry| entry.map(|entry| entry.seq)), Some(Ok(6)));
}

#[test]
fn where_a_file_is_gone_or_damaged_the_history_ends_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let journal = saved_three_times(folder.path());
    let (second, first) = (history(folder.path(), 2), history(folder.path(), 1));
    let whole = fs::read_to_string(&second).unwrap();
    let hole = StoreError::Hole { path: first.clone(), gone: (4, 6) };
    fs::remove_file(&second).unwrap();
    assert_eq!(told(journal.past(&[])), (down(11, 7), Some(hole)));

    fs::write(&second, whole.replace("moment 6", "moment 7")).unwrap();
    let (seqs, unread) = told(journal.past(&[]));
    assert_eq!((seqs, unread), (down(11, 7), Some(reader::fault_at(&second, 5, 1, Fault::HistoryLine))));

    fs::write(&second, "no journal").unwrap();
    assert_eq!(told(journal.past(&[])).1, Some(reader::fault_at(&second, 1, 1, Fault::JournalHead)));

    fs::write(&second, whole).unwrap();
    fs::remove_file(first).unwrap();
    let mut past = journal.past(&[]);
    assert!(past.by_ref().all(|entry| entry.is_ok()));
    assert_eq!(past.reached(), 4, "the oldest ones are not kept, and nothing is wrong with the rest");
}

#[test]
fn what_a_crash_left_in_two_files_is_told_once() {
    let folder = tempfile::tempdir().unwrap();
    let journal = saved_three_times(folder.path());
    fs::copy(history(folder.path(), 3), history(folder.path(), 4)).unwrap();
    assert_eq!(told(journal.past(&[])), (down(11, 1), None));
    let (at_hand, unread) = before(&machine(), folder.path(), 10);
    assert_eq!(
        (at_hand.iter().map(|entry| entry.seq).collect::<Vec<_>>(), unread),
        ((1..=9).collect(), None)
    );
}

#[test]
fn the_history_of_another_line_of_saves_is_not_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    drop(saved_three_times(folder.path()));
    let third = fs::read(history(folder.path(), 3)).unwrap();
    // Somebody checked out the files of the second save, without a journal.
    let mut journal = Journal::new(&machine(), folder.path(), Head { id: 0, after: 6 }, Vec::new());
    let other = |seq| Entry { at: Moment::from_seconds(1_800_000_000), ..entry(seq) };
    journal.append(vec![other(7), other(8)]).map(drop).unwrap();
    journal.retire(8, 3, &[]).unwrap();
    assert_eq!(fs::read(history(folder.path(), 3)).unwrap(), third);
    let told: Vec<Entry> = journal.past(&[]).map(Result::unwrap).collect();
    assert_eq!(told[..2], [other(8), other(7)]);
    assert_eq!(told[2..], down(6, 1).into_iter().map(entry).collect::<Vec<_>>()[..]);
}

#[test]
fn every_change_has_a_kind() {
    let kinds = |verb, tables: &[Change]| {
        Entry { deed: Deed::Did(Transaction::new(verb, tables.to_vec())), ..entry(1) }.kind()
    };
    let customer = |n| Change::add(Customer { tenant: TenantId(Guid::own(n)), ..Customer::default() });
    assert_eq!(kinds(Verb::Edit, &[customer(1)]), Kind::Edit);
    assert_eq!(kinds(Verb::Edit, &[customer(1), customer(2)]), Kind::Bulk);
    assert_eq!(kinds(Verb::SetSupportContact, &[customer(1), customer(2)]), Kind::Operation("OP-31"));
    assert_eq!(kinds(Verb::Import, &[customer(1), customer(2)]), Kind::Import);
    assert_eq!(kinds(Verb::Restore, &[customer(1)]), Kind::Restore);
    assert_eq!((entry(3).kind(), entry(3).touched()), (Kind::Checkpoint, 0));
}
