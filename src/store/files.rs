//! Reading files and making folders of ours: no links, no surprises, private to the user. Knows a volume.

use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::error::{Doing, StoreError};
use super::fault::Fault;
use super::volume::{About, Kind, Volume};

/// The largest file that is read, in bytes: a journal can hold the import of a whole channel.
pub const LIMIT: u64 = 2 * 1024 * 1024 * 1024;

/// The largest file of settings, in bytes.
pub const SMALL: u64 = 1024 * 1024;

/// What tells in a moment that a file is probably as it was; only a hash tells for sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    bytes: u64,
    changed: Option<SystemTime>,
    inode: u64,
}

impl From<About> for Stamp {
    fn from(about: About) -> Self {
        Self { bytes: about.bytes, changed: about.changed, inode: about.inode }
    }
}

/// The content of the file, or `None` when there is none.
///
/// # Errors
/// When the file is a link, no plain file, too large, or cannot be read.
pub fn read(volume: &dyn Volume, path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    Ok(read_stamped(volume, path)?.map(|(bytes, _)| bytes))
}

/// The content of a file of settings, or `None` when there is none.
///
/// # Errors
/// As [`read`], and when it is larger than [`SMALL`].
pub fn read_small(volume: &dyn Volume, path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    Ok(read_up_to(volume, path, SMALL)?.map(|(bytes, _)| bytes))
}

/// The content of the file and its stamp from before it was read, or `None` when there is none.
///
/// # Errors
/// As [`read`].
pub fn read_stamped(volume: &dyn Volume, path: &Path) -> Result<Option<(Vec<u8>, Stamp)>, StoreError> {
    read_up_to(volume, path, LIMIT)
}

fn read_up_to(volume: &dyn Volume, path: &Path, limit: u64) -> Result<Option<(Vec<u8>, Stamp)>, StoreError> {
    let (about, bytes) = match volume.read(path, limit) {
        Ok(found) => found,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(refused(volume, Doing::Read, path, &error)),
    };
    check(path, about, limit)?;
    Ok(Some((bytes, Stamp::from(about))))
}

/// The stamp of what stands at `path`, or `None` when nothing does.
///
/// # Errors
/// When the system does not say.
pub fn stamp(volume: &dyn Volume, path: &Path) -> Result<Option<Stamp>, StoreError> {
    Ok(about(volume, path)?.map(Stamp::from))
}

/// What stands at `path`, or `None` when nothing does.
///
/// # Errors
/// When the system does not say.
pub fn about(volume: &dyn Volume, path: &Path) -> Result<Option<About>, StoreError> {
    match volume.about(path) {
        Ok(about) => Ok(Some(about)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(StoreError::system(Doing::Read, path, &error)),
    }
}

fn check(path: &Path, about: About, limit: u64) -> Result<(), StoreError> {
    if about.kind != Kind::File {
        return Err(StoreError::NotAFile { path: path.to_owned() });
    }
    if about.bytes > limit {
        return Err(StoreError::TooLarge { path: path.to_owned(), bytes: about.bytes, limit });
    }
    Ok(())
}

/// The error for a refused open: a link is told apart from other refusals.
pub fn refused(volume: &dyn Volume, doing: Doing, path: &Path, error: &io::Error) -> StoreError {
    if is_link(volume, path) {
        return StoreError::Link { path: path.to_owned() };
    }
    StoreError::system(doing, path, error)
}

/// Whether a link stands at `path`.
pub fn is_link(volume: &dyn Volume, path: &Path) -> bool {
    volume.about(path).is_ok_and(|about| about.kind == Kind::Link)
}

/// Makes the folder and those above it that are missing, for the user alone whatever the umask.
///
/// # Errors
/// When something else stands there, or the system refuses.
pub fn ensure_folder(volume: &dyn Volume, folder: &Path) -> Result<(), StoreError> {
    match volume.is_folder(folder) {
        Ok(true) => return Ok(()),
        Ok(false) => return Err(StoreError::NotAFile { path: folder.to_owned() }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(StoreError::system(Doing::MakeFolder, folder, &error)),
    }
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty());
    if let Some(parent) = parent {
        ensure_folder(volume, parent)?;
    }
    volume.make_folder(folder).map_err(|e| refused(volume, Doing::MakeFolder, folder, &e))?;
    super::atomic::sync_folder(volume, parent.unwrap_or(Path::new("."))).map(|_| ())
}

/// The folder that is meant: a user may well keep a book elsewhere and link to it.
///
/// # Errors
/// When there is none, or the system does not say.
pub fn real(volume: &dyn Volume, folder: &Path) -> Result<PathBuf, StoreError> {
    volume.real(folder).map_err(|e| StoreError::system(Doing::Read, folder, &e))
}

/// Makes a folder inside the book; unlike the book's own folder it may not be a link.
///
/// # Errors
/// As [`ensure_folder`], and when a link stands there.
pub fn ensure_inner_folder(volume: &dyn Volume, folder: &Path) -> Result<(), StoreError> {
    if is_link(volume, folder) {
        return Err(StoreError::Link { path: folder.to_owned() });
    }
    ensure_folder(volume, folder)?;
    // The folder may be there from a call that could not wait until the disk had its name.
    super::atomic::sync_folder(volume, super::atomic::folder_of(folder)).map(drop)
}

/// The paths in a folder of the book, sorted; none when there is no such folder.
///
/// # Errors
/// When a link stands there, or the folder cannot be listed to its end.
pub fn list(volume: &dyn Volume, folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    if is_link(volume, folder) {
        return Err(StoreError::Link { path: folder.to_owned() });
    }
    match volume.list(folder) {
        Ok(paths) => Ok(sorted(paths)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(_) if Fault::ListError.is_in_force() => Ok(Vec::new()),
        Err(error) => Err(StoreError::system(Doing::ListFolder, folder, &error)),
    }
}

fn sorted(mut paths: Vec<PathBuf>) -> Vec<PathBuf> {
    paths.sort();
    paths
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::fs::{self, File};
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;
    use crate::store::volume::{Machine, machine};
    use crate::store::{atomic, lock};

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    /// Only the loosest umask: a strict one would reach the files of tests that run beside this one.
    #[test]
    fn everything_is_private_whatever_the_umask() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("books/main");
        let file = folder.join("partners.ron");
        let before = rustix::process::umask(rustix::fs::Mode::empty());
        let made = ensure_folder(&Machine, &folder);
        let synced = atomic::replace(&machine(), &file, b"text");
        let locked = lock::take(&Machine, &folder);
        rustix::process::umask(before);
        assert_eq!((made, synced), (Ok(()), Ok(atomic::Synced::Kept)));
        assert!(locked.is_ok());
        assert_eq!((mode(&folder), mode(folder.parent().unwrap())), (0o700, 0o700));
        assert_eq!((mode(&file), mode(&folder.join(lock::NAME))), (0o600, 0o600));
    }

    #[test]
    fn a_pipe_is_no_file_and_is_not_waited_for() {
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("partners.ron");
        let kind = rustix::fs::FileType::Fifo;
        rustix::fs::mknodat(rustix::fs::CWD, &pipe, kind, rustix::fs::Mode::from_raw_mode(0o600), 0).unwrap();
        assert_eq!(read(&Machine, &pipe), Err(StoreError::NotAFile { path: pipe.clone() }));
    }

    #[test]
    fn a_file_that_is_too_large_is_refused_before_it_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("partners.ron");
        File::create(&path).unwrap().set_len(LIMIT + 1).unwrap();
        assert_eq!(
            read(&Machine, &path),
            Err(StoreError::TooLarge { path: path.clone(), bytes: LIMIT + 1, limit: LIMIT })
        );
    }
}
