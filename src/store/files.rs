//! Reading files and making folders of ours: no links, no surprises, private to the user. Knows the file system.

use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::error::{Doing, StoreError};

/// The largest file that is read, in bytes.
pub const LIMIT: u64 = 2 * 1024 * 1024 * 1024;

/// What tells in a moment that a file is probably as it was; only a hash tells for sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    bytes: u64,
    changed: Option<SystemTime>,
    inode: u64,
}

impl From<&Metadata> for Stamp {
    fn from(data: &Metadata) -> Self {
        #[cfg(unix)]
        let inode = std::os::unix::fs::MetadataExt::ino(data);
        #[cfg(not(unix))]
        let inode = 0;
        Self { bytes: data.len(), changed: data.modified().ok(), inode }
    }
}

/// The content of the file, or `None` when there is none.
///
/// # Errors
/// When the file is a link, no plain file, too large, or cannot be read.
pub fn read(path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    Ok(read_stamped(path)?.map(|(bytes, _)| bytes))
}

/// The content of the file and its stamp from before it was read, or `None` when there is none.
///
/// # Errors
/// As [`read`].
pub fn read_stamped(path: &Path) -> Result<Option<(Vec<u8>, Stamp)>, StoreError> {
    let Some(mut file) = open(path)? else { return Ok(None) };
    let data = file.metadata().map_err(|e| StoreError::system(Doing::Read, path, &e))?;
    let size = check(path, &data)?;
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    file.read_to_end(&mut bytes).map_err(|e| StoreError::system(Doing::Read, path, &e))?;
    Ok(Some((bytes, Stamp::from(&data))))
}

/// The stamp of what stands at `path`, or `None` when nothing does.
///
/// # Errors
/// When the system does not say.
pub fn stamp(path: &Path) -> Result<Option<Stamp>, StoreError> {
    match fs::symlink_metadata(path) {
        Ok(data) => Ok(Some(Stamp::from(&data))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(StoreError::system(Doing::Read, path, &error)),
    }
}

fn open(path: &Path) -> Result<Option<File>, StoreError> {
    match no_link(OpenOptions::new().read(true)).open(path) {
        Ok(file) => Ok(Some(file)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(refused(Doing::Read, path, &error)),
    }
}

fn check(path: &Path, data: &Metadata) -> Result<u64, StoreError> {
    if !data.is_file() {
        return Err(StoreError::NotAFile { path: path.to_owned() });
    }
    if data.len() > LIMIT {
        return Err(StoreError::TooLarge { path: path.to_owned(), bytes: data.len(), limit: LIMIT });
    }
    Ok(data.len())
}

/// The error for a refused open: a link is told apart from other refusals.
pub fn refused(doing: Doing, path: &Path, error: &io::Error) -> StoreError {
    if is_link(path) {
        return StoreError::Link { path: path.to_owned() };
    }
    StoreError::system(doing, path, error)
}

/// Whether a link stands at `path`.
pub fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|data| data.is_symlink())
}

/// Makes `options` refuse a link at the end of the path, and never wait for a pipe's other end.
pub fn no_link(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        let flags = rustix::fs::OFlags::NOFOLLOW | rustix::fs::OFlags::NONBLOCK;
        options.custom_flags(flags.bits().cast_signed());
    }
    options
}

/// Makes `options` create files that only the user reads and writes.
pub fn private(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    options
}

/// Makes the folder and those above it that are missing, for the user alone whatever the umask.
///
/// # Errors
/// When something else stands there, or the system refuses.
pub fn ensure_folder(folder: &Path) -> Result<(), StoreError> {
    match fs::metadata(folder) {
        Ok(data) if data.is_dir() => return Ok(()),
        Ok(_) => return Err(StoreError::NotAFile { path: folder.to_owned() }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(StoreError::system(Doing::MakeFolder, folder, &error)),
    }
    let parent = folder.parent().filter(|parent| !parent.as_os_str().is_empty());
    if let Some(parent) = parent {
        ensure_folder(parent)?;
    }
    make_folder(folder).map_err(|e| refused(Doing::MakeFolder, folder, &e))?;
    super::atomic::sync_folder(parent.unwrap_or(Path::new("."))).map(|_| ())
}

fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
        builder.mode(0o700);
        builder.create(folder)?;
        // A umask may have taken the user's own rights away.
        fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
    }
    #[cfg(not(unix))]
    builder.create(folder)
}

/// The folder that is meant: a user may well keep a book elsewhere and link to it.
///
/// # Errors
/// When there is none, or the system does not say.
pub fn real(folder: &Path) -> Result<PathBuf, StoreError> {
    fs::canonicalize(folder).map_err(|e| StoreError::system(Doing::Read, folder, &e))
}

/// Makes a folder inside the book; unlike the book's own folder it may not be a link.
///
/// # Errors
/// As [`ensure_folder`], and when a link stands there.
pub fn ensure_inner_folder(folder: &Path) -> Result<(), StoreError> {
    if is_link(folder) {
        return Err(StoreError::Link { path: folder.to_owned() });
    }
    ensure_folder(folder)
}

/// The paths in a folder of the book, sorted; none when there is no such folder.
///
/// # Errors
/// When a link stands there, or the folder cannot be listed to its end.
pub fn list(folder: &Path) -> Result<Vec<PathBuf>, StoreError> {
    if is_link(folder) {
        return Err(StoreError::Link { path: folder.to_owned() });
    }
    let listed = fs::read_dir(folder).and_then(|entries| entries.map(|e| Ok(e?.path())).collect());
    match listed {
        Ok(paths) => Ok(sorted(paths)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
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
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;
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
        let made = ensure_folder(&folder);
        let synced = atomic::replace(&file, b"text");
        let locked = lock::take(&folder);
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
        assert_eq!(read(&pipe), Err(StoreError::NotAFile { path: pipe.clone() }));
    }

    #[test]
    fn a_file_that_is_too_large_is_refused_before_it_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("partners.ron");
        File::create(&path).unwrap().set_len(LIMIT + 1).unwrap();
        assert_eq!(
            read(&path),
            Err(StoreError::TooLarge { path: path.clone(), bytes: LIMIT + 1, limit: LIMIT })
        );
    }
}
