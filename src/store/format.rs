//! The canonical form of files that stand on the disk: which are not in it, and bringing them there. Knows the model.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use crate::model::Model;

use super::atomic::{self, Beside, Synced};
use super::book_file;
use super::comments;
use super::disk::{Disk, Side, shard_folder, whole_file};
use super::error::{Doing, StoreError};
use super::files;
use super::header;
use super::open::doubled_in;
use super::reader;
use super::save::{Plan, Saved, unwritable};
use super::stored::{SHELVES, Shelf};
use super::volume::{Drive, Volume};

/// Which files of a book are meant, by their paths in its folder; nothing for all.
pub type Meant<'a> = Option<&'a BTreeSet<String>>;

/// A file that is not in canonical form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uneven {
    /// The file.
    pub file: PathBuf,
    /// The line, from 1, where it differs first.
    pub line: usize,
    /// How it differs.
    pub how: How,
    /// The lines where comments begin that the canonical form has no place for.
    pub inside: Vec<usize>,
}

/// How a file differs from its canonical form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// It begins with a byte order mark.
    ByteOrderMark,
    /// Its lines end as on Windows.
    LineEnds,
    /// The order, the line breaks or the spelling.
    Form,
}

/// What was looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Looked {
    /// How many files.
    pub files: usize,
    /// Those that are not in canonical form, by path.
    pub uneven: Vec<Uneven>,
}

impl Disk {
    /// Looks which files of the book are not in canonical form, as they stand; what the journal holds is not in them.
    ///
    /// # Errors
    /// When a file cannot be read, or is not as it was when the book was opened.
    pub fn look(&self, meant: Meant<'_>) -> Result<Looked, StoreError> {
        let mut looked = Looked::default();
        for job in &self.plan_all(meant).jobs {
            looked.take(&self.path(&job.name), &self.bytes_of(&job.name)?, &job.text(&self.saved)?);
        }
        if self.is_there(book_file::NAME) && is_meant(meant, book_file::NAME) {
            let bytes = self.bytes_of(book_file::NAME)?;
            looked.take(&self.path(book_file::NAME), &bytes, &self.header_text()?);
        }
        Ok(looked)
    }

    /// Writes the files of the book in canonical form, as they stand, through the door of every save; `book.ron` has
    /// their new hashes then. What is in canonical form is not written.
    ///
    /// # Errors
    /// As [`Disk::save`].
    pub fn format(&mut self, meant: Meant<'_>) -> Result<Saved, StoreError> {
        let (meta, models, taken) = (self.header.meta.clone(), self.saved.clone(), self.header.taken);
        let mut saved = self.write(&self.plan_all(meant), &meta, &models, taken, &mut |_| {})?;
        let bytes = self.bytes_of(book_file::NAME)?;
        if is_meant(meant, book_file::NAME) && bytes != self.header_text()?.as_bytes() {
            saved.synced = saved.synced.and(self.write_header(self.header.clone())?);
            saved.files += 1;
        }
        Ok(saved)
    }

    /// The path of a file in the folder of the book, if it is one of its tables or `book.ron`.
    pub fn name_of(&self, path: &Path) -> Option<String> {
        self.known.keys().find(|name| self.path(name) == path).cloned()
    }

    fn plan_all(&self, meant: Meant<'_>) -> Plan {
        let mut plan = Plan::default();
        for side in Side::ALL {
            for table in SHELVES {
                let folder = shard_folder(side, table);
                let whole = whole_file(side, table);
                if self.is_there(&whole) && is_meant(meant, &whole) {
                    plan.jobs.push(self.job_of_whole(&self.saved, side, table));
                }
                let shards = self.known.keys().filter(|name| name.starts_with(&folder));
                let shards: BTreeSet<String> = shards.filter(|name| is_meant(meant, name)).cloned().collect();
                if !shards.is_empty() {
                    plan.jobs.extend(self.jobs_of_shards(&self.saved, side, table, shards));
                }
            }
        }
        plan
    }

    fn is_there(&self, name: &str) -> bool {
        self.known.contains_key(name)
    }

    /// The bytes of a file as it was when the book was opened; none of one that is to be made.
    fn bytes_of(&self, name: &str) -> Result<Vec<u8>, StoreError> {
        let file = self.path(name);
        let bytes = files::read(&*self.volume, &file)?;
        if bytes.as_deref().map(book_file::hash) != self.known.get(name).map(|known| known.hash) {
            return Err(StoreError::ChangedOnDisk { file });
        }
        Ok(bytes.unwrap_or_default())
    }

    fn header_text(&self) -> Result<String, StoreError> {
        book_file::text(&self.header, self.head_of(book_file::NAME))
            .map_err(|why| unwritable(&self.path(book_file::NAME), why))
    }
}

fn is_meant(meant: Meant<'_>, name: &str) -> bool {
    meant.is_none_or(|names| names.contains(name))
}

impl Looked {
    fn take(&mut self, file: &Path, bytes: &[u8], canonical: &str) {
        self.files += 1;
        if bytes != canonical.as_bytes() {
            let (line, how) = difference(bytes, canonical.as_bytes());
            let inside = comments::of(bytes).inside;
            self.uneven.push(Uneven { file: file.to_owned(), line, how, inside });
        }
    }
}

/// The first line that differs, and how.
fn difference(bytes: &[u8], canonical: &[u8]) -> (usize, How) {
    if bytes.starts_with("\u{feff}".as_bytes()) {
        return (1, How::ByteOrderMark);
    }
    let line_of = |at: usize| bytes[..at].split(|byte| *byte == b'\n').count();
    if let Some(at) = bytes.windows(2).position(|pair| pair == b"\r\n") {
        return (line_of(at), How::LineEnds);
    }
    let same = bytes.iter().zip(canonical).take_while(|(found, right)| found == right).count();
    (line_of(same), How::Form)
}

/// A file of a book that stands by itself: a table or a `book.ron` in no book, as version control hands them out.
#[derive(Debug)]
pub struct Alone {
    path: PathBuf,
    bytes: Vec<u8>,
    text: String,
}

impl Alone {
    /// Reads a file. The name at its top tells what it holds; nothing when that is nothing of a book.
    ///
    /// # Errors
    /// When there is none, it cannot be read, or it is not what its own name at the top says.
    pub fn read(volume: &dyn Volume, path: &Path) -> Result<Option<Self>, StoreError> {
        let missing = || StoreError::system(Doing::Read, path, &io::ErrorKind::NotFound.into());
        let bytes = files::read(volume, path)?.ok_or_else(missing)?;
        let text = reader::text(path, bytes.clone())?;
        let root = header::root_of(&text);
        let comments = comments::find(&text).head;
        let text = if root == book_file::ROOT {
            let header = book_file::read(path, bytes.clone())?;
            book_file::text(&header, &comments).map_err(|why| unwritable(path, why))?
        } else if let Some(table) = SHELVES.iter().find(|table| table.root == root) {
            table_text(path, table, &bytes, &comments)?
        } else if let Some((line, fault)) = header::known_damage(&text) {
            return Err(reader::fault_at(path, line, 1, fault));
        } else {
            return Ok(None);
        };
        Ok(Some(Self { path: path.to_owned(), bytes, text }))
    }

    /// Looks whether it is in canonical form.
    pub fn look(&self) -> Looked {
        let mut looked = Looked::default();
        looked.take(&self.path, &self.bytes, &self.text);
        looked
    }

    /// Writes it in canonical form, unless it is.
    ///
    /// # Errors
    /// When it is not as it was read, or the system refuses; the old file stands then.
    pub fn format(&self, volume: &Drive) -> Result<Synced, StoreError> {
        if self.bytes == self.text.as_bytes() {
            return Ok(Synced::Kept);
        }
        let beside = Beside::write(volume, &self.path, self.text.as_bytes())?;
        if beside.read_back()? != self.text.as_bytes() {
            return Err(StoreError::ReadBack { path: self.path.clone() });
        }
        if files::read(&**volume, &self.path)?.as_ref() != Some(&self.bytes) {
            return Err(StoreError::ChangedOnDisk { file: self.path.clone() });
        }
        let synced = beside.keep()?;
        Ok(synced.and(atomic::sync_folder(&**volume, atomic::folder_of(&self.path))?))
    }
}

fn table_text(path: &Path, table: &Shelf, bytes: &[u8], comments: &str) -> Result<String, StoreError> {
    let mut model = Model::default();
    for (row, record) in (table.read)(path, bytes.to_vec())?.into_iter().enumerate() {
        if let Some(old) = model.put(record) {
            return Err(doubled_in(path, table, bytes.to_vec(), row, &old));
        }
    }
    let rows = (table.shards)(&model, &|_| true).concat();
    let text = (table.text)(&model, &rows, comments).map_err(|why| unwritable(path, why))?;
    let is_same = (table.reads_back)(&model, &rows, path, text.clone().into_bytes());
    if is_same == Ok(true) { Ok(text) } else { Err(StoreError::ReadBack { path: path.to_owned() }) }
}

#[cfg(test)]
mod tests;
