//! Replacing a file so that a crash at any moment leaves the old one or the new one, whole. Knows the file system.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::error::{Doing, StoreError};
use super::fault::Fault;
use super::files;
use super::volume::{Drive, Kind, Volume};

/// Whether the disk promised to keep what was written.
#[must_use = "the user is told when the disk promises nothing"]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Synced {
    /// The disk has it.
    Kept,
    /// The file system has no such promise (some network file systems).
    Unknown,
}

impl Synced {
    /// Both together: kept only when both are.
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Kept, Self::Kept) => Self::Kept,
            (Self::Unknown, Self::Kept | Self::Unknown) | (Self::Kept, Self::Unknown) => Self::Unknown,
        }
    }
}

/// A whole new file beside the one that it is to replace; dropped without [`Beside::keep`] it goes away.
#[must_use = "the old file stands until `keep`"]
#[derive(Debug)]
pub struct Beside {
    volume: Drive,
    path: PathBuf,
    temporary: Option<PathBuf>,
    synced: Synced,
}

/// How the names of new files end that a crash may leave behind.
const ENDING: &str = ".new";

impl Beside {
    /// Writes `bytes` beside `path`, for the user alone, and waits until the disk has them.
    ///
    /// # Errors
    /// When `path` is a link or no plain file, or the system refuses; the old file stands.
    pub fn write(volume: &Drive, path: &Path, bytes: &[u8]) -> Result<Self, StoreError> {
        refuse_odd(&**volume, path)?;
        let temporary = temporary_name(path);
        let failed = |doing| {
            let at = temporary.clone();
            move |e: io::Error| StoreError::system(doing, &at, &e)
        };
        let mut file = volume.create(&temporary).map_err(failed(Doing::Create))?;
        let mut beside = Self {
            volume: volume.clone(),
            path: path.to_owned(),
            temporary: Some(temporary.clone()),
            synced: Synced::Kept,
        };
        file.write(bytes).map_err(failed(Doing::Write))?;
        if !Fault::NoFileSync.is_in_force() {
            beside.synced = synced(file.sync()).map_err(failed(Doing::Sync))?;
        }
        Ok(beside)
    }

    /// What the disk gives back for the new file.
    ///
    /// # Errors
    /// When it cannot be read, or is gone.
    pub fn read_back(&self) -> Result<Vec<u8>, StoreError> {
        let lost = || StoreError::ReadBack { path: self.path.clone() };
        files::read(&*self.volume, self.temporary.as_deref().ok_or_else(lost)?)?.ok_or_else(lost)
    }

    /// Puts the new file in the place of the old one. The folder is not synced: [`sync_folder`] does it once for
    /// several files.
    ///
    /// # Errors
    /// When the system refuses; the old file stands.
    pub fn keep(mut self) -> Result<Synced, StoreError> {
        if let Some(temporary) = &self.temporary {
            self.volume
                .rename(temporary, &self.path)
                .map_err(|e| StoreError::system(Doing::Rename, &self.path, &e))?;
        }
        self.temporary = None;
        Ok(self.synced)
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if let Some(temporary) = &self.temporary {
            // What failed before is what the user hears of; the leftover is swept at the next opening.
            let _ = self.volume.remove(temporary);
        }
    }
}

/// Replaces the file at `path` by `bytes`, whole or not at all, and waits until the disk has it.
///
/// # Errors
/// When `path` is a link or no plain file, or the system refuses. Until the rename the old file stands.
pub fn replace(volume: &Drive, path: &Path, bytes: &[u8]) -> Result<Synced, StoreError> {
    let synced = Beside::write(volume, path, bytes)?.keep()?;
    Ok(synced.and(sync_folder(&**volume, folder_of(path))?))
}

/// Waits until the disk has the names in `folder`.
///
/// # Errors
/// When the folder cannot be opened or synced.
pub fn sync_folder(volume: &dyn Volume, folder: &Path) -> Result<Synced, StoreError> {
    if Fault::NoFolderSync.is_in_force() {
        return Ok(Synced::Kept);
    }
    synced(volume.sync_folder(folder)).map_err(|e| StoreError::system(Doing::SyncFolder, folder, &e))
}

/// Removes a file of ours; one that is gone already is no error.
///
/// # Errors
/// When the system refuses.
pub fn remove(volume: &dyn Volume, path: &Path) -> Result<(), StoreError> {
    match volume.remove(path) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(StoreError::system(Doing::Remove, path, &error)),
    }
}

/// Removes the new files and folders that a crash left in `folder`. Only for the one who holds the lock.
///
/// # Errors
/// When the folder cannot be listed, or a leftover cannot be removed.
pub fn sweep(volume: &dyn Volume, folder: &Path) -> Result<(), StoreError> {
    let found = files::list(volume, folder)?;
    found.iter().filter(|path| is_leftover(path)).try_for_each(|path| remove_all(volume, path))
}

fn remove_all(volume: &dyn Volume, path: &Path) -> Result<(), StoreError> {
    if files::about(volume, path)?.is_some_and(|about| about.kind == Kind::Folder) {
        return volume.remove_folder(path).map_err(|e| StoreError::system(Doing::Remove, path, &e));
    }
    remove(volume, path)
}

/// The name beside `folder` under which a new folder is filled before it takes its place.
pub fn new_folder_name(folder: &Path) -> PathBuf {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    folder.with_file_name(format!(".{name}{ENDING}"))
}

/// Makes an empty new folder beside `folder`, for [`keep_folder`].
///
/// # Errors
/// When the system refuses.
pub fn new_folder(volume: &dyn Volume, folder: &Path) -> Result<PathBuf, StoreError> {
    let new = new_folder_name(folder);
    remove_all(volume, &new)?;
    files::ensure_inner_folder(volume, &new)?;
    Ok(new)
}

/// Gives the filled new folder its name, which nothing has yet, and waits until the disk has it.
///
/// # Errors
/// When the system refuses; a folder that is not empty is never replaced.
pub fn keep_folder(volume: &dyn Volume, folder: &Path) -> Result<Synced, StoreError> {
    let new = new_folder_name(folder);
    let inside = sync_folder(volume, &new)?;
    volume.rename(&new, folder).map_err(|e| StoreError::system(Doing::Rename, folder, &e))?;
    Ok(inside.and(sync_folder(volume, folder_of(folder))?))
}

fn is_leftover(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with('.') && name.ends_with(ENDING)
}

/// The folder that a path stands in.
pub fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A name of its own for every new file: two programs may write the settings at once.
fn temporary_name(path: &Path) -> PathBuf {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    path.with_file_name(format!(".{name}.{}-{number}{ENDING}", std::process::id()))
}

/// A rename would replace a link by a file in silence, and somebody made that link for a reason.
fn refuse_odd(volume: &dyn Volume, path: &Path) -> Result<(), StoreError> {
    match files::about(volume, path)?.map(|about| about.kind) {
        Some(Kind::Link) => Err(StoreError::Link { path: path.to_owned() }),
        Some(Kind::Folder | Kind::Other) => Err(StoreError::NotAFile { path: path.to_owned() }),
        Some(Kind::File) | None => Ok(()),
    }
}

/// Some file systems have no sync: then nothing is promised, and nothing has failed.
pub(super) fn synced(result: io::Result<()>) -> io::Result<Synced> {
    match result {
        Ok(()) => Ok(Synced::Kept),
        Err(error) if has_no_sync(&error) => Ok(Synced::Unknown),
        Err(error) => Err(error),
    }
}

fn has_no_sync(error: &io::Error) -> bool {
    #[cfg(unix)]
    {
        use rustix::io::Errno;
        let known = [Errno::INVAL, Errno::NOTSUP, Errno::NOSYS];
        error.raw_os_error().is_some_and(|code| known.iter().any(|errno| errno.raw_os_error() == code))
    }
    #[cfg(not(unix))]
    {
        error.kind() == io::ErrorKind::Unsupported
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::volume::{Machine, machine};
    use std::fs;

    #[test]
    fn a_file_is_replaced_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("partners.ron");
        assert_eq!(replace(&machine(), &path, b"one").unwrap(), Synced::Kept);
        assert_eq!(replace(&machine(), &path, b"two").unwrap(), Synced::Kept);
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(files::list(&Machine, folder.path()).unwrap(), [path]);
    }

    #[test]
    fn a_new_file_that_is_not_kept_goes_away_and_the_old_one_stands() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("partners.ron");
        assert_eq!(replace(&machine(), &path, b"old"), Ok(Synced::Kept));
        let beside = Beside::write(&machine(), &path, b"new").unwrap();
        assert_eq!(beside.read_back().unwrap(), b"new");
        drop(beside);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(files::list(&Machine, folder.path()).unwrap(), [path]);
    }

    #[cfg(unix)]
    #[test]
    fn links_and_folders_are_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let (target, link) = (folder.path().join("target"), folder.path().join("link"));
        fs::write(&target, "kept").unwrap();
        std::os::unix::fs::symlink(&target, &link).unwrap();
        assert_eq!(replace(&machine(), &link, b"new"), Err(StoreError::Link { path: link.clone() }));
        assert_eq!(files::read(&Machine, &link), Err(StoreError::Link { path: link.clone() }));
        assert_eq!(files::list(&Machine, &link), Err(StoreError::Link { path: link.clone() }));
        let inner = folder.path().join("folder");
        fs::create_dir(&inner).unwrap();
        assert_eq!(replace(&machine(), &inner, b"new"), Err(StoreError::NotAFile { path: inner.clone() }));
        assert_eq!(files::read(&Machine, &inner), Err(StoreError::NotAFile { path: inner.clone() }));
        assert_eq!(fs::read(&target).unwrap(), b"kept");
    }

    #[test]
    fn a_missing_folder_is_an_error_and_a_missing_file_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("missing/partners.ron");
        let error = replace(&machine(), &path, b"new").unwrap_err();
        assert!(matches!(error, StoreError::System { doing: Doing::Create, .. }), "{error}");
        assert_eq!(files::read(&Machine, &folder.path().join("partners.ron")), Ok(None));
    }

    #[test]
    fn leftovers_are_swept_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join(".subscriptions.new")).unwrap();
        for name in
            [".subscriptions.new/00.ron", ".partners.ron.12-0.new", "mine.new", ".gitignore", "partners.ron"]
        {
            fs::write(folder.path().join(name), "").unwrap();
        }
        sweep(&Machine, folder.path()).unwrap();
        let kept = [".gitignore", "mine.new", "partners.ron"].map(|name| folder.path().join(name));
        assert_eq!(files::list(&Machine, folder.path()).unwrap(), kept);
    }
}
