//! One writer at a time: a lock file which says who has it. Knows the file system and the clock.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Seek as _, Write as _};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::error::{Doing, StoreError};
use super::volume::{self, Volume};
use super::{canonical, files};

/// The lock file's name in the folder of a book. It is never removed: a removed lock file can be locked twice.
pub const NAME: &str = "book.lock";

/// Who has the book open for writing, as far as the lock file says.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename = "Lock")]
pub struct Holder {
    /// The number of the process.
    pub pid: Option<u32>,
    /// Since when, UTC, as `2026-01-31T12:00:00Z`.
    pub since: Option<String>,
    /// The user's login name.
    pub user: Option<String>,
    /// The name of the computer.
    pub host: Option<String>,
}

/// The right to write, until it is dropped.
#[derive(Debug)]
pub enum Lock {
    /// Nobody else writes. The system gives the lock back when the process ends, however it ends.
    Exclusive(Grip),
    /// The file system has no locks (some network file systems): another writer is noticed only when saving.
    Unsupported,
}

/// A locked file.
#[derive(Debug)]
pub struct Grip(File);

impl Drop for Grip {
    /// Closing the file is not enough: a program that is just being started from this one holds it too for a moment, and
    /// the book would look as if it were open elsewhere.
    fn drop(&mut self) {
        // Where this is refused, the lock goes when the last program closes the file.
        let _ = self.0.unlock();
    }
}

/// Takes the lock of the book in `folder` and writes down who has it.
///
/// # Errors
/// [`StoreError::Held`] when another program has it; else when the lock file is a link or cannot be opened or
/// written.
pub fn take(volume: &dyn Volume, folder: &Path) -> Result<Lock, StoreError> {
    let path = folder.join(NAME);
    let mut file = opened(&path).map_err(|e| files::refused(volume, Doing::Lock, &path, &e))?;
    match file.try_lock() {
        Ok(()) => sign(&mut file).map_err(|e| StoreError::system(Doing::Lock, &path, &e))?,
        Err(TryLockError::WouldBlock) => {
            return Err(StoreError::Held(holder(volume, folder)?.unwrap_or_default()));
        }
        Err(TryLockError::Error(error)) if has_no_locks(&error) => return Ok(Lock::Unsupported),
        Err(TryLockError::Error(error)) => return Err(StoreError::system(Doing::Lock, &path, &error)),
    }
    Ok(Lock::Exclusive(Grip(file)))
}

/// The lock file, which is made where there is none.
fn opened(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    volume::private(volume::no_link(&mut options)).read(true).write(true);
    match options.create_new(true).open(path) {
        Ok(file) => volume::keep_private(&file).map(|()| file),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => options.create_new(false).open(path),
        Err(error) => Err(error),
    }
}

/// Who signed the lock file last, if it says so: whether they still hold it, only [`take`] knows.
///
/// # Errors
/// When the file cannot be read.
pub fn holder(volume: &dyn Volume, folder: &Path) -> Result<Option<Holder>, StoreError> {
    let Some(bytes) = files::read_small(volume, &folder.join(NAME))? else { return Ok(None) };
    // Half written by a holder that starts just now: then nobody is named.
    let text = String::from_utf8_lossy(&bytes);
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    Ok(options.from_str(&text).ok())
}

fn sign(file: &mut File) -> io::Result<()> {
    let text = canonical::line(&Holder::this_process()).map_err(io::Error::other)?;
    file.set_len(0)?;
    file.rewind()?;
    file.write_all(format!("Lock{text}\n").as_bytes())
}

impl Holder {
    fn this_process() -> Self {
        let first_of = |names: [&str; 2]| names.iter().find_map(|name| std::env::var(name).ok());
        Self {
            pid: Some(std::process::id()),
            since: Some(jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()),
            user: first_of(["USER", "USERNAME"]),
            host: host_name(),
        }
    }
}

#[cfg(target_os = "linux")]
fn host_name() -> Option<String> {
    let name = std::fs::read_to_string("/proc/sys/kernel/hostname").ok()?;
    Some(name.trim_end().to_owned())
}

#[cfg(not(target_os = "linux"))]
fn host_name() -> Option<String> {
    std::env::var("COMPUTERNAME").or_else(|_| std::env::var("HOSTNAME")).ok()
}

fn has_no_locks(error: &io::Error) -> bool {
    #[cfg(unix)]
    {
        use rustix::io::Errno;
        let known = [Errno::NOTSUP, Errno::NOSYS, Errno::NOLCK];
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
    use crate::store::volume::Machine;

    #[test]
    fn the_second_is_told_who_has_it_until_the_first_lets_go() {
        let folder = tempfile::tempdir().unwrap();
        let first = take(&Machine, folder.path()).unwrap();
        assert!(matches!(first, Lock::Exclusive(_)));
        let Err(StoreError::Held(holder)) = take(&Machine, folder.path()) else { panic!("two writers") };
        assert_eq!(holder.pid, Some(std::process::id()));
        assert!(holder.since.is_some_and(|since| since.ends_with('Z') && since.len() == 20));
        drop(first);
        assert!(matches!(take(&Machine, folder.path()), Ok(Lock::Exclusive(_))));
    }

    #[test]
    fn a_lock_file_of_anything_names_nobody_and_is_signed_anew() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(NAME), [0xff; 4000]).unwrap();
        assert_eq!(holder(&Machine, folder.path()), Ok(None));
        let _lock = take(&Machine, folder.path()).unwrap();
        let holder = holder(&Machine, folder.path()).unwrap().unwrap();
        assert_eq!(holder.pid, Some(std::process::id()));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let (target, link) = (folder.path().join("target"), folder.path().join(NAME));
        std::fs::write(&target, "kept").unwrap();
        std::os::unix::fs::symlink(&target, &link).unwrap();
        assert!(matches!(take(&Machine, folder.path()), Err(StoreError::Link { path }) if path == link));
        assert_eq!(std::fs::read(&target).unwrap(), b"kept");
    }
}
