//! The file system as the store needs it: a few calls, so that a test can put a disk in its place that forgets what was
//! not synced and fails at any call.

use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;
use std::{fmt, thread};

use super::error::StoreError;
use super::lock::{self, Lock};

/// A volume that several owners share.
pub type Drive = Arc<dyn Volume>;

/// The most threads that are used: beyond these the disk is what one waits for.
const MOST_THREADS: usize = 4;

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct About {
    /// Its kind.
    pub kind: Kind,
    /// Its size in bytes.
    pub bytes: u64,
    /// When it was last changed, by a clock that may be wrong.
    pub changed: Option<SystemTime>,
    /// Its number in the file system; 0 where there are none.
    pub inode: u64,
}

/// The kind of what stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A plain file.
    File,
    /// A folder.
    Folder,
    /// A symbolic link.
    Link,
    /// A pipe, a device, a socket.
    Other,
}

/// The calls that the store makes. Every error is the system's own; nothing is tried again.
#[allow(clippy::missing_errors_doc)] // every error is the system's own
pub trait Volume: fmt::Debug + Send + Sync {
    /// What stands at the path itself, not behind a link.
    fn about(&self, path: &Path) -> io::Result<About>;
    /// Whether a folder is meant, also by a link.
    fn is_folder(&self, path: &Path) -> io::Result<bool>;
    /// The path without links and dots.
    fn real(&self, path: &Path) -> io::Result<PathBuf>;
    /// What the file is and what is in it. A link at the end of the path is refused; of what is no plain file, or
    /// larger than `limit` bytes, nothing is read.
    fn read(&self, path: &Path, limit: u64) -> io::Result<(About, Vec<u8>)>;
    /// The paths in a folder, in no order.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;
    /// A new file, which only the user reads and writes, whatever the umask.
    fn create(&self, path: &Path) -> io::Result<Box<dyn Handle>>;
    /// The end of a file that is there. A link at the end of the path is refused.
    fn append(&self, path: &Path) -> io::Result<Box<dyn Handle>>;
    /// Gives a file or a folder another name; a file that has it is replaced.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Gives a file a second name; a link at the end of the path is not followed. Where one file cannot have two names, the
    /// system refuses.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Removes a folder with all that is in it.
    fn remove_folder(&self, folder: &Path) -> io::Result<()>;
    /// Makes a folder, which only the user enters, whatever the umask.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;
    /// Waits until the disk has the names in a folder.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Whether files can be made in a folder, as far as the system tells beforehand.
    fn may_write(&self, folder: &Path) -> io::Result<()> {
        let _ = folder;
        Ok(())
    }
    /// Takes the lock of a book's folder.
    ///
    /// # Errors
    /// As [`lock::take`].
    fn lock(&self, folder: &Path) -> Result<Lock, StoreError>;
    /// How many threads may call at once.
    fn threads(&self) -> usize;
}

/// A file that is open for writing.
#[allow(clippy::missing_errors_doc)] // every error is the system's own
pub trait Handle: fmt::Debug + Send {
    /// Writes all of it at the end.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Waits until the disk has all that was written.
    fn sync(&mut self) -> io::Result<()>;
    /// Whether the path still names this very file.
    fn is_at(&self, path: &Path) -> io::Result<bool>;
}

/// The file system of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct Machine;

/// The file system of the machine, to be shared.
pub fn machine() -> Drive {
    Arc::new(Machine)
}

impl From<&Metadata> for About {
    fn from(data: &Metadata) -> Self {
        #[cfg(unix)]
        let inode = std::os::unix::fs::MetadataExt::ino(data);
        #[cfg(not(unix))]
        let inode = 0;
        let kind = if data.is_symlink() {
            Kind::Link
        } else if data.is_dir() {
            Kind::Folder
        } else if data.is_file() {
            Kind::File
        } else {
            Kind::Other
        };
        Self { kind, bytes: data.len(), changed: data.modified().ok(), inode }
    }
}

impl Volume for Machine {
    fn about(&self, path: &Path) -> io::Result<About> {
        fs::symlink_metadata(path).map(|data| About::from(&data))
    }

    fn is_folder(&self, path: &Path) -> io::Result<bool> {
        fs::metadata(path).map(|data| data.is_dir())
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(path)
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<(About, Vec<u8>)> {
        let mut file = no_link(OpenOptions::new().read(true)).open(path)?;
        let about = About::from(&file.metadata()?);
        let mut bytes = Vec::new();
        if about.kind == Kind::File && about.bytes <= limit {
            bytes.reserve(usize::try_from(about.bytes).unwrap_or(0));
            // It may grow while it is read.
            (&mut file).take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
        }
        let bytes_read = bytes.len() as u64;
        Ok((About { bytes: about.bytes.max(bytes_read), ..about }, bytes))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect()
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn Handle>> {
        let file = private(OpenOptions::new().write(true).create_new(true)).open(path)?;
        keep_private(&file)?;
        Ok(Box::new(file))
    }

    fn append(&self, path: &Path) -> io::Result<Box<dyn Handle>> {
        let file = no_link(OpenOptions::new().append(true)).open(path)?;
        Ok(Box::new(file))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        fs::remove_dir_all(folder)
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
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

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        #[cfg(unix)]
        {
            File::open(folder)?.sync_all()
        }
        #[cfg(not(unix))]
        {
            let _ = folder;
            Err(io::ErrorKind::Unsupported.into())
        }
    }

    #[cfg(unix)]
    fn may_write(&self, folder: &Path) -> io::Result<()> {
        Ok(rustix::fs::access(folder, rustix::fs::Access::WRITE_OK)?)
    }

    fn lock(&self, folder: &Path) -> Result<Lock, StoreError> {
        lock::take(self, folder)
    }

    fn threads(&self) -> usize {
        thread::available_parallelism().map_or(1, usize::from).min(MOST_THREADS)
    }
}

impl Handle for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_data()
    }

    fn is_at(&self, path: &Path) -> io::Result<bool> {
        let own = About::from(&self.metadata()?);
        match fs::symlink_metadata(path) {
            Ok(data) => Ok(About::from(&data).inode == own.inode),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }
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

/// Makes a new file one that only the user reads and writes: an umask may have taken that away.
///
/// # Errors
/// When the system refuses.
pub fn keep_private(file: &File) -> io::Result<()> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        file.set_permissions(fs::Permissions::from_mode(0o600))?;
    }
    #[cfg(not(unix))]
    let _ = file;
    Ok(())
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
