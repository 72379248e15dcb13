//! The file of the forms, for the one program that has the lock of the book: found at the opening, replaced whole, and
//! never written over while it could not be read.

use std::path::{Path, PathBuf};

use crate::store::atomic;
use crate::store::disk::Disk;
use crate::store::error::{Doing, StoreError};
use crate::store::files;
use crate::store::volume::{Drive, Volume};

use super::{LIMIT, NAME, Sitting, read, text};

/// So many damaged files are kept aside at most.
const ASIDE: usize = 99;

/// What was found at the opening.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// These sittings; none when there is no file.
    Sittings(Vec<Sitting>),
    /// A file that cannot be read: it was given this name.
    Aside(PathBuf, Box<StoreError>),
    /// A file that cannot be read and stays where it is: nothing is kept while it is there.
    Barred(Box<StoreError>),
}

/// Who writes the file.
#[derive(Debug)]
pub struct Keeper {
    volume: Drive,
    path: PathBuf,
    barred: Option<StoreError>,
    /// The number of the newest that was to be kept.
    newest: u64,
}

impl Keeper {
    /// The keeper of the forms of an open book.
    pub fn new(disk: &Disk) -> Self {
        Self::at(&disk.volume, disk.folder())
    }

    pub(super) fn at(volume: &Drive, folder: &Path) -> Self {
        Self { volume: volume.clone(), path: folder.join(NAME), barred: None, newest: 0 }
    }

    /// Reads what was left. A damaged file is put aside under another name, so that nothing in it is lost.
    pub fn open(&mut self) -> Found {
        match self.read() {
            Ok(sittings) => Found::Sittings(sittings),
            Err(error @ (StoreError::Bad(_) | StoreError::Newer { .. } | StoreError::TooLarge { .. })) => {
                match self.put_aside() {
                    Ok(aside) => Found::Aside(aside, Box::new(error)),
                    Err(why) => self.bar(why),
                }
            }
            // A link or a folder is somebody's own: it is left alone.
            Err(error) => self.bar(error),
        }
    }

    fn bar(&mut self, error: StoreError) -> Found {
        self.barred = Some(error.clone());
        Found::Barred(Box::new(error))
    }

    fn read(&self) -> Result<Vec<Sitting>, StoreError> {
        match read_bounded(&*self.volume, &self.path)? {
            Some(bytes) => read(&self.path, bytes),
            None => Ok(Vec::new()),
        }
    }

    fn put_aside(&self) -> Result<PathBuf, StoreError> {
        for number in 1..=ASIDE {
            let aside = self.path.with_file_name(format!("forms-damaged-{number}.ron"));
            if files::about(&*self.volume, &aside)?.is_none() {
                self.volume
                    .rename(&self.path, &aside)
                    .map_err(|e| StoreError::system(Doing::Rename, &aside, &e))?;
                let _ = atomic::sync_folder(&*self.volume, atomic::folder_of(&self.path))?;
                return Ok(aside);
            }
        }
        Err(StoreError::NotAFile { path: self.path.clone() })
    }

    /// Puts these in the place of what was kept, and waits until the disk has them. None at all remove the file. Of
    /// several that come out of order the one with the highest number stands.
    ///
    /// # Errors
    /// When the disk refuses, there is too much, or a file is there that could not be read; the old file stands.
    pub fn keep(&mut self, number: u64, sittings: &[Sitting]) -> Result<(), StoreError> {
        if let Some(barred) = &self.barred {
            return Err(barred.clone());
        }
        if number < self.newest {
            return Ok(());
        }
        self.newest = number;
        if sittings.is_empty() {
            atomic::remove(&*self.volume, &self.path)?;
            return atomic::sync_folder(&*self.volume, atomic::folder_of(&self.path)).map(drop);
        }
        let text = text(sittings).map_err(|why| StoreError::Unwritable { path: self.path.clone(), why })?;
        let bytes = text.len() as u64;
        if bytes > LIMIT {
            return Err(StoreError::TooLarge { path: self.path.clone(), bytes, limit: LIMIT });
        }
        atomic::replace(&self.volume, &self.path, text.as_bytes()).map(drop)
    }
}

/// The content of the file, or `None` when there is none; of one that is too large nothing is read.
fn read_bounded(volume: &dyn Volume, path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    match files::about(volume, path)? {
        None => Ok(None),
        Some(about) if about.bytes > LIMIT => {
            Err(StoreError::TooLarge { path: path.to_owned(), bytes: about.bytes, limit: LIMIT })
        }
        Some(_) => files::read(volume, path),
    }
}
