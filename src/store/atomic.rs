//! Replacing a file so that a crash at any moment leaves the old one or the new one, whole. Knows the file system.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::error::{Doing, StoreError};
use super::files;

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
    pub fn write(path: &Path, bytes: &[u8]) -> Result<Self, StoreError> {
        refuse_odd(path)?;
        let temporary = temporary_name(path);
        let mut file = create(&temporary)?;
        let mut beside =
            Self { path: path.to_owned(), temporary: Some(temporary.clone()), synced: Synced::Kept };
        file.write_all(bytes).map_err(|e| StoreError::system(Doing::Write, &temporary, &e))?;
        beside.synced = sync(&file).map_err(|e| StoreError::system(Doing::Sync, &temporary, &e))?;
        Ok(beside)
    }

    /// What the disk gives back for the new file.
    ///
    /// # Errors
    /// When it cannot be read, or is gone.
    pub fn read_back(&self) -> Result<Vec<u8>, StoreError> {
        let lost = || StoreError::ReadBack { path: self.path.clone() };
        files::read(self.temporary.as_deref().ok_or_else(lost)?)?.ok_or_else(lost)
    }

    /// Puts the new file in the place of the old one. The folder is not synced: [`sync_folder`] does it once for
    /// several files.
    ///
    /// # Errors
    /// When the system refuses; the old file stands.
    pub fn keep(mut self) -> Result<Synced, StoreError> {
        if let Some(temporary) = &self.temporary {
            fs::rename(temporary, &self.path)
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
            let _ = fs::remove_file(temporary);
        }
    }
}

/// Replaces the file at `path` by `bytes`, whole or not at all, and waits until the disk has it.
///
/// # Errors
/// When `path` is a link or no plain file, or the system refuses. Until the rename the old file stands.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<Synced, StoreError> {
    let synced = Beside::write(path, bytes)?.keep()?;
    Ok(synced.and(sync_folder(folder_of(path))?))
}

/// Waits until the disk has the names in `folder`.
///
/// # Errors
/// When the folder cannot be opened or synced.
pub fn sync_folder(folder: &Path) -> Result<Synced, StoreError> {
    #[cfg(unix)]
    {
        let synced = File::open(folder).and_then(|folder| sync(&folder));
        synced.map_err(|e| StoreError::system(Doing::SyncFolder, folder, &e))
    }
    #[cfg(not(unix))]
    Ok(Synced::Unknown)
}

/// Removes a file of ours; one that is gone already is no error.
///
/// # Errors
/// When the system refuses.
pub fn remove(path: &Path) -> Result<(), StoreError> {
    match fs::remove_file(path) {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(StoreError::system(Doing::Remove, path, &error)),
    }
}

/// Removes the new files and folders that a crash left in `folder`. Only for the one who holds the lock.
///
/// # Errors
/// When the folder cannot be listed, or a leftover cannot be removed.
pub fn sweep(folder: &Path) -> Result<(), StoreError> {
    files::list(folder)?.iter().filter(|path| is_leftover(path)).try_for_each(|path| remove_all(path))
}

fn remove_all(path: &Path) -> Result<(), StoreError> {
    if fs::symlink_metadata(path).is_ok_and(|data| data.is_dir()) {
        return fs::remove_dir_all(path).map_err(|e| StoreError::system(Doing::Remove, path, &e));
    }
    remove(path)
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
pub fn new_folder(folder: &Path) -> Result<PathBuf, StoreError> {
    let new = new_folder_name(folder);
    remove_all(&new)?;
    files::ensure_inner_folder(&new)?;
    Ok(new)
}

/// Gives the filled new folder its name, which nothing has yet, and waits until the disk has it.
///
/// # Errors
/// When the system refuses; a folder that is not empty is never replaced.
pub fn keep_folder(folder: &Path) -> Result<Synced, StoreError> {
    let new = new_folder_name(folder);
    let inside = sync_folder(&new)?;
    fs::rename(&new, folder).map_err(|e| StoreError::system(Doing::Rename, folder, &e))?;
    Ok(inside.and(sync_folder(folder_of(folder))?))
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

fn create(path: &Path) -> Result<File, StoreError> {
    let made = files::private(OpenOptions::new().write(true).create_new(true)).open(path);
    let file = made.map_err(|e| StoreError::system(Doing::Create, path, &e))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let private = file.set_permissions(fs::Permissions::from_mode(0o600));
        private.map_err(|e| StoreError::system(Doing::Create, path, &e))?;
    }
    Ok(file)
}

/// A rename would replace a link by a file in silence, and somebody made that link for a reason.
fn refuse_odd(path: &Path) -> Result<(), StoreError> {
    match fs::symlink_metadata(path) {
        Ok(data) if data.is_symlink() => Err(StoreError::Link { path: path.to_owned() }),
        Ok(data) if !data.is_file() => Err(StoreError::NotAFile { path: path.to_owned() }),
        Ok(_) => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(StoreError::system(Doing::Read, path, &error)),
    }
}

/// Some file systems have no sync: then nothing is promised, and nothing has failed.
fn sync(file: &File) -> io::Result<Synced> {
    match file.sync_all() {
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

    #[test]
    fn a_file_is_replaced_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("partners.ron");
        assert_eq!(replace(&path, b"one").unwrap(), Synced::Kept);
        assert_eq!(replace(&path, b"two").unwrap(), Synced::Kept);
        assert_eq!(fs::read(&path).unwrap(), b"two");
        assert_eq!(files::list(folder.path()).unwrap(), [path]);
    }

    #[test]
    fn a_new_file_that_is_not_kept_goes_away_and_the_old_one_stands() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("partners.ron");
        assert_eq!(replace(&path, b"old"), Ok(Synced::Kept));
        let beside = Beside::write(&path, b"new").unwrap();
        assert_eq!(beside.read_back().unwrap(), b"new");
        drop(beside);
        assert_eq!(fs::read(&path).unwrap(), b"old");
        assert_eq!(files::list(folder.path()).unwrap(), [path]);
    }

    #[cfg(unix)]
    #[test]
    fn links_and_folders_are_refused_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let (target, link) = (folder.path().join("target"), folder.path().join("link"));
        fs::write(&target, "kept").unwrap();
        std::os::unix::fs::symlink(&target, &link).unwrap();
        assert_eq!(replace(&link, b"new"), Err(StoreError::Link { path: link.clone() }));
        assert_eq!(files::read(&link), Err(StoreError::Link { path: link.clone() }));
        assert_eq!(files::list(&link), Err(StoreError::Link { path: link.clone() }));
        let inner = folder.path().join("folder");
        fs::create_dir(&inner).unwrap();
        assert_eq!(replace(&inner, b"new"), Err(StoreError::NotAFile { path: inner.clone() }));
        assert_eq!(files::read(&inner), Err(StoreError::NotAFile { path: inner.clone() }));
        assert_eq!(fs::read(&target).unwrap(), b"kept");
    }

    #[test]
    fn a_missing_folder_is_an_error_and_a_missing_file_is_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("missing/partners.ron");
        let error = replace(&path, b"new").unwrap_err();
        assert!(matches!(error, StoreError::System { doing: Doing::Create, .. }), "{error}");
        assert_eq!(files::read(&folder.path().join("partners.ron")), Ok(None));
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
        sweep(folder.path()).unwrap();
        let kept = [".gitignore", "mine.new", "partners.ron"].map(|name| folder.path().join(name));
        assert_eq!(files::list(folder.path()).unwrap(), kept);
    }
}
