//! Reading the tables, on several threads, into the models.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use crate::model::Record;

use super::super::book_file::{self, Hash};
use super::super::comments::{self, Comments};
use super::super::disk::{Known, Side, shard_file, whole_file};
use super::super::error::StoreError;
use super::super::files::{self, Stamp};
use super::super::volume::Volume;
use super::super::work;
use super::doubled::doubled;
use super::parts::Part;
use super::{Notice, Opening, Progress};

struct Content {
    hash: Hash,
    stamp: Stamp,
    comments: Comments,
    rows: Vec<Record>,
}

impl Opening {
    /// The rows go into the model in the order of the files, whichever thread is first: a book always opens alike.
    pub(super) fn read_parts(&mut self, parts: &[Part], progress: &mut dyn FnMut(Progress)) {
        let total = parts.len() as u64;
        let mut waiting = BTreeMap::new();
        let mut next = 0;
        progress(Progress { done: 0, total });
        let volume = self.disk.volume.clone();
        let read = |part: &Part| read_part(&*volume, part);
        work::in_parallel(volume.threads(), parts, read, |at, content| {
            waiting.insert(at, content);
            while let Some(content) = waiting.remove(&next) {
                self.take_in(&parts[next], content);
                next += 1;
                progress(Progress { done: next as u64, total });
            }
            ControlFlow::Continue(())
        });
    }

    fn take_in(&mut self, part: &Part, content: Result<Content, StoreError>) {
        let Content { hash, stamp, comments, rows } = match content {
            Ok(content) => content,
            Err(error) => return self.troubles.push(error),
        };
        if self.disk.header.listing.get(&part.name).is_some_and(|saved| *saved != book_file::hash_text(hash))
        {
            self.notices.push(Notice::EditedOutside { file: part.path.clone() });
        }
        self.disk.known.insert(part.name.clone(), Known { hash, stamp: Some(stamp) });
        self.note_comments(&part.name, comments);
        let is_shard = part.name != whole_file(part.side, part.table);
        let mut doubles = Vec::new();
        for (row, record) in rows.into_iter().enumerate() {
            if is_shard {
                self.note_home(part, &record);
            }
            if let Some(old) = self.put(part, record) {
                doubles.push((row, old));
            }
        }
        self.troubles.extend(doubled(&*self.disk.volume, part, &doubles));
    }

    /// A record that a person moved to another shard goes home at the next save of either.
    fn note_home(&mut self, part: &Part, record: &Record) {
        let home = (part.table.shard_of)(record).map(|shard| shard_file(part.side, part.table, shard));
        if let Some(home) = home.filter(|home| *home != part.name) {
            self.disk.stale.extend([home, part.name.clone()]);
        }
    }

    /// Puts a record into its model; returns the one that was there with its id.
    fn put(&mut self, part: &Part, record: Record) -> Option<Record> {
        let model = match part.side {
            Side::Book => &mut self.models.book,
            Side::Baseline => &mut self.models.baseline,
        };
        model.put(record)
    }
}

fn read_part(volume: &dyn Volume, part: &Part) -> Result<Content, StoreError> {
    let missing = || StoreError::Missing { path: part.path.clone() };
    let (bytes, stamp) = files::read_stamped(volume, &part.path)?.ok_or_else(missing)?;
    let hash = book_file::hash(&bytes);
    let comments = comments::of(&bytes);
    Ok(Content { hash, stamp, comments, rows: (part.table.read)(&part.path, bytes)? })
}
