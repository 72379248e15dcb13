//! How a book is kept: who has it, the journal, rights, room on the disk. Only looks; knows the file system.

use std::fs::{File, TryLockError};
use std::path::{Path, PathBuf};

use crate::model::Moment;

use super::disk::{Side, table_folder, whole_file};
use super::error::{Doing, StoreError};
use super::journal::{self, Tail};
use super::lock::{self, Holder};
use super::stored::SHELVES;
use super::volume::{Kind, Volume};
use super::{aside, backup, book_file, files, forms};

/// Whether somebody has the book open for writing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Held {
    /// Nobody has it.
    Free,
    /// A program has it, as far as the lock file says which.
    By(Holder),
    /// The file system has no locks.
    Unknown,
}

/// Looks whether somebody has the book in `folder` open for writing.
///
/// # Errors
/// When the lock file cannot be read.
pub fn held(volume: &dyn Volume, folder: &Path) -> Result<Held, StoreError> {
    let path = folder.join(lock::NAME);
    match files::about(volume, &path)?.map(|about| about.kind) {
        None => return Ok(Held::Free),
        Some(Kind::File) => {}
        Some(Kind::Link) => return Err(StoreError::Link { path }),
        Some(Kind::Folder | Kind::Other) => return Err(StoreError::NotAFile { path }),
    }
    let file = File::open(&path).map_err(|e| StoreError::system(Doing::Read, &path, &e))?;
    match file.try_lock_shared() {
        Ok(()) => Ok(Held::Free),
        Err(TryLockError::WouldBlock) => Ok(Held::By(lock::holder(volume, folder)?.unwrap_or_default())),
        Err(TryLockError::Error(_)) => Ok(Held::Unknown),
    }
}

/// What is known of the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalHealth {
    /// How many steps it holds.
    pub steps: usize,
    /// Its size in bytes.
    pub bytes: u64,
    /// How it ends.
    pub tail: Tail,
    /// When its last step was done, by the clock of then.
    pub last: Option<Moment>,
}

/// Looks at the journal of the book in `folder`; nothing when there is none.
///
/// # Errors
/// When it cannot be read.
pub fn journal(volume: &dyn Volume, folder: &Path) -> Result<Option<JournalHealth>, StoreError> {
    let path = folder.join(journal::NAME);
    let Some(found) = journal::read(volume, &path)? else { return Ok(None) };
    let bytes = files::about(volume, &path)?.map_or(0, |about| about.bytes);
    let last = found.entries.last().map(|entry| entry.at);
    Ok(Some(JournalHealth { steps: found.entries.len(), bytes, tail: found.tail, last }))
}

/// What stands in the folder of a book and is none of it.
///
/// # Errors
/// When the folder cannot be listed.
pub fn strangers(volume: &dyn Volume, folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let ours = ours(folder);
    let mut found = files::list(volume, folder)?;
    // Hidden files are people's own, such as those of git, or are swept.
    let is_hidden =
        |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    found.retain(|path| !ours.contains(path) && !is_hidden(path));
    Ok(found)
}

/// The files and folders that a book may have in its folder.
fn ours(folder: &Path) -> Vec<PathBuf> {
    let tables = SHELVES.iter().flat_map(|t| [whole_file(Side::Book, t), table_folder(Side::Book, t)]);
    let ours = [
        book_file::NAME,
        lock::NAME,
        journal::NAME,
        journal::HISTORY,
        backup::FOLDER,
        backup::MANIFEST,
        aside::FOLDER,
        forms::NAME,
        Side::Baseline.folder(),
    ];
    tables.chain(ours.map(str::to_owned)).map(|name| folder.join(name)).collect()
}

/// The folders of a book in which files of it cannot be made, as far as the system tells: its own, that of the baseline
/// and those that keep what was.
pub fn closed(volume: &dyn Volume, folder: &Path) -> Vec<StoreError> {
    let inner = [Side::Baseline.folder(), journal::HISTORY, backup::FOLDER].map(|name| folder.join(name));
    let is_there =
        |path: &PathBuf| matches!(files::about(volume, path), Ok(Some(about)) if about.kind == Kind::Folder);
    let all = [folder.to_owned()].into_iter().chain(inner.into_iter().filter(is_there));
    let refused =
        |path: PathBuf| volume.may_write(&path).err().map(|e| StoreError::system(Doing::Write, &path, &e));
    all.filter_map(refused).collect()
}

/// What others may do with a file or folder of the user's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loose {
    /// The file or folder.
    pub path: PathBuf,
    /// Its rights, such as 644 in octal digits.
    pub mode: u32,
    /// Whether it is a folder.
    pub is_folder: bool,
    /// Whether it belongs to another user.
    pub is_foreign: bool,
}

/// The folder of a book and the files and folders of the book below it that others may read or write, or that belong to
/// others; what else stands in the folder is nobody's business here. At most `most` are told.
///
/// # Errors
/// When a folder cannot be listed.
#[cfg(unix)]
pub fn loose(folder: &Path, most: usize) -> Result<Vec<Loose>, StoreError> {
    use std::os::unix::fs::MetadataExt as _;
    let own = rustix::process::geteuid().as_raw();
    let ours = ours(folder);
    let mut waiting = vec![folder.to_owned()];
    let mut found = Vec::new();
    while let Some(path) = waiting.pop() {
        let failed = |e: std::io::Error| StoreError::system(Doing::Read, &path, &e);
        let about = std::fs::symlink_metadata(&path).map_err(failed)?;
        if about.is_symlink() {
            continue;
        }
        let (mode, is_foreign) = (about.mode() & 0o777, about.uid() != own);
        if mode & 0o077 != 0 || is_foreign {
            found.push(Loose { path: path.clone(), mode, is_folder: about.is_dir(), is_foreign });
        }
        if found.len() >= most {
            break;
        }
        if about.is_dir() {
            let mut inner = files::list(&super::volume::Machine, &path)?;
            inner.retain(|inner| path != folder || ours.contains(inner));
            waiting.extend(inner.into_iter().rev());
        }
    }
    Ok(found)
}

/// Where the system has other rights than these there is nothing to tell.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn loose(_folder: &Path, _most: usize) -> Result<Vec<Loose>, StoreError> {
    Ok(Vec::new())
}

/// How many bytes are free for the user on the disk that `folder` is on; nothing when the system does not say.
pub fn free(folder: &Path) -> Option<u64> {
    #[cfg(unix)]
    {
        let disk = rustix::fs::statvfs(folder).ok()?;
        Some(disk.f_bavail.saturating_mul(disk.f_frsize))
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        None
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;
    use crate::store::volume::Machine;

    #[test]
    fn who_has_a_book_is_told_without_a_trace() {
        let home = tempfile::tempdir().unwrap();
        assert_eq!(held(&Machine, home.path()), Ok(Held::Free));
        assert!(!home.path().join(lock::NAME).exists());
        let lock = lock::take(&Machine, home.path()).unwrap();
        let signed = fs::read(home.path().join(lock::NAME)).unwrap();
        let Ok(Held::By(holder)) = held(&Machine, home.path()) else { panic!("free") };
        assert_eq!(holder.pid, Some(std::process::id()));
        assert_eq!(fs::read(home.path().join(lock::NAME)).unwrap(), signed);
        drop(lock);
        assert_eq!(held(&Machine, home.path()), Ok(Held::Free));
    }

    #[test]
    fn what_others_may_read_is_found_and_links_are_not_followed() {
        let home = tempfile::tempdir().unwrap();
        let inner = home.path().join("baseline");
        // What is not of the book is left alone: people's own files, and those of git.
        for folder in [inner.clone(), home.path().join(".git"), home.path().join("reports")] {
            fs::create_dir(&folder).unwrap();
            fs::write(folder.join("open.ron"), "").unwrap();
            fs::set_permissions(folder.join("open.ron"), fs::Permissions::from_mode(0o644)).unwrap();
        }
        fs::set_permissions(&inner, fs::Permissions::from_mode(0o700)).unwrap();
        fs::set_permissions(home.path(), fs::Permissions::from_mode(0o700)).unwrap();
        std::os::unix::fs::symlink("/", inner.join("link")).unwrap();
        let right = Loose { path: inner.join("open.ron"), mode: 0o644, is_folder: false, is_foreign: false };
        assert_eq!(loose(home.path(), 10), Ok(vec![right]));
    }

    #[test]
    fn strangers_are_told_and_hidden_files_are_not() {
        let home = tempfile::tempdir().unwrap();
        for name in ["book.ron", "customers.ron", "partner.ron", ".gitignore", "notes.txt"] {
            fs::write(home.path().join(name), "").unwrap();
        }
        let right = ["notes.txt", "partner.ron"].map(|name| home.path().join(name));
        assert_eq!(strangers(&Machine, home.path()), Ok(right.into()));
    }

    #[test]
    fn the_disk_has_some_room() {
        let home = tempfile::tempdir().unwrap();
        assert!(free(home.path()).is_some_and(|free| free > 0));
    }
}
