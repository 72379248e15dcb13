//! The journal beside the files: what was done since they were saved, and the journal to go on with.

use std::path::Path;

use super::super::bad::Fault;
use super::super::book_file;
use super::super::fault::Fault as Deliberate;
use super::super::journal::{self, Entry, Head, Journal, Journaled, Tail};
use super::super::reader;
use super::super::replay::replay;
use super::{Notice, Opening};

impl Opening {
    pub(super) fn read_journal(&mut self) {
        let path = self.disk.path(journal::NAME);
        match journal::read(&*self.disk.volume, &path) {
            Ok(Some(found)) => self.take_up(&path, found),
            Ok(None) => self.journaled.head.after = self.disk.header.taken.seq,
            Err(error) => self.troubles.push(error),
        }
    }

    /// Brings the models to where the journal left them. What a save took over of this very journal is in the files; of
    /// another journal nothing is known, and the states of its records tell.
    fn take_up(&mut self, path: &Path, mut found: Journaled) {
        let taken = self.disk.header.taken;
        let is_known = found.head.id == taken.journal || Deliberate::NumbersAlone.is_in_force();
        let known = if is_known { taken.seq } else { 0 };
        let from = found.entries.partition_point(|entry| entry.seq <= known);
        self.replay(&mut found.entries[from..]);
        match found.entries[from..].iter().filter(|entry| entry.deed.applied().is_some()).count() {
            0 => {}
            steps => self.notices.push(Notice::TakenUp(steps)),
        }
        self.note_older_files(found.head.after);
        match found.tail {
            Tail::Whole => {}
            Tail::Torn(line) => self.notices.push(Notice::JournalTorn { line }),
            Tail::Damaged(line, later) => {
                self.troubles.push(reader::fault_at(path, line, 1, Fault::JournalLine(later)));
            }
        }
        self.journaled = found;
    }

    /// Takes the entries up. Where somebody else changed a record too, the entries stand on top of that from now on.
    fn replay(&mut self, entries: &mut [Entry]) {
        let steps = || entries.iter().filter_map(|entry| entry.deed.applied());
        let (mut conflicts, mut book) = replay(&mut self.models.book, steps().flat_map(|step| &step.changes));
        let (others, mut baseline) =
            replay(&mut self.models.baseline, steps().flat_map(|step| &step.baseline));
        conflicts.extend(others);
        if !book.is_empty() || !baseline.is_empty() {
            for step in entries.iter_mut().filter_map(|entry| entry.deed.applied_mut()) {
                book.apply(&mut step.changes);
                baseline.apply(&mut step.baseline);
            }
        }
        // Beside a file that cannot be read every record of it would seem removed; nothing of it is saved anyway.
        if self.troubles.is_empty() {
            self.notices.extend(conflicts.into_iter().map(|conflict| Notice::Conflict(Box::new(conflict))));
        }
    }

    /// A save lets go of the journal last. Where the journal was let go of more than the files say they have, they are
    /// those of an earlier save: a checkout, or a copy that was put back.
    fn note_older_files(&mut self, journal: u64) {
        let files = self.disk.header.taken.seq;
        if journal > files && self.disk.known.contains_key(book_file::NAME) {
            self.notices.push(Notice::OlderFiles { files, journal });
        }
    }

    /// The journal to go on with. Entries that a save took over before it could let them go are let go now.
    pub(super) fn journal(&mut self, is_ours: bool) -> Journal {
        let Journaled { head, entries, .. } = std::mem::replace(
            &mut self.journaled,
            Journaled { head: Head { id: 0, after: 0 }, entries: Vec::new(), tail: Tail::Whole },
        );
        let taken = self.disk.header.taken;
        let is_late = head.id == taken.journal && entries.first().is_some_and(|first| first.seq <= taken.seq);
        let mut journal = Journal::new(&self.disk.volume, &self.disk.folder, head, entries);
        if is_ours && is_late {
            self.troubles.extend(journal.retire(taken.seq, self.disk.header.generation, &[]).err());
        }
        journal
    }
}
