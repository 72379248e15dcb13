//! The header of a book as it is found, and the comments of its files.

use std::path::Path;

use super::super::book_file::{self, Header};
use super::super::comments::{self, Comments};
use super::super::disk::Known;
use super::super::error::StoreError;
use super::super::files;
use super::super::volume::Volume;
use super::{Notice, Opening};

impl Opening {
    pub(super) fn read_header(&mut self) {
        let path = self.disk.path(book_file::NAME);
        match read_header(&*self.disk.volume, &path) {
            Ok(Some(FoundHeader { header, is_as_written, known, comments })) => {
                self.disk.header = header;
                if !is_as_written {
                    // How far it says that this journal was saved is not to be relied on either: the states of the
                    // records tell.
                    self.disk.header.taken.journal = 0;
                    self.disk.stale.insert(book_file::NAME.to_owned());
                    self.notices.push(Notice::EditedOutside { file: path.clone() });
                }
                self.disk.known.insert(book_file::NAME.to_owned(), known);
                self.note_comments(book_file::NAME, comments);
            }
            Ok(None) => self.notices.push(Notice::NoHeader),
            Err(error) => self.troubles.push(error),
        }
    }

    /// What people wrote above the data is written back; what they wrote elsewhere they are told of.
    pub(super) fn note_comments(&mut self, name: &str, comments: Comments) {
        if !comments.head.is_empty() {
            self.disk.heads.insert(name.to_owned(), comments.head);
        }
        if !comments.inside.is_empty() {
            let file = self.disk.path(name);
            self.notices.push(Notice::CommentsInside { file, lines: comments.inside });
        }
    }
}

struct FoundHeader {
    header: Header,
    is_as_written: bool,
    known: Known,
    comments: Comments,
}

fn read_header(volume: &dyn Volume, path: &Path) -> Result<Option<FoundHeader>, StoreError> {
    let Some((bytes, stamp)) = files::read_stamped(volume, path)? else { return Ok(None) };
    let hash = book_file::hash(&bytes);
    let comments = comments::of(&bytes);
    let (header, is_as_written) = book_file::read_summed(path, bytes)?;
    Ok(Some(FoundHeader { header, is_as_written, known: Known { hash, stamp: Some(stamp) }, comments }))
}
