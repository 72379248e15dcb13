//! What cannot be read is set aside, whole: in a folder of the book that nothing else is read from. Knows the file system.

use std::path::{Path, PathBuf};

use super::atomic;
use super::backup;
use super::error::StoreError;
use super::files;
use super::volume::Volume;

/// The folder of what was set aside, in the folder of a book.
pub const FOLDER: &str = "damaged";

/// Makes a new numbered folder with these files in it, each by its name, and waits until the disk has them. Only for the one
/// who holds the lock.
///
/// # Errors
/// When the system refuses; nothing is set aside then.
pub fn new(volume: &dyn Volume, book: &Path, kept: &[(&str, Vec<u8>)]) -> Result<PathBuf, StoreError> {
    let all = book.join(FOLDER);
    files::ensure_inner_folder(volume, &all)?;
    atomic::sweep(volume, &all)?;
    let folder = all.join(format!("{:06}", next(volume, &all)?));
    let hidden = atomic::new_folder(volume, &folder)?;
    for (name, bytes) in kept {
        let _ = backup::write(volume, &hidden.join(name), bytes)?;
    }
    let _ = atomic::keep_folder(volume, &folder)?;
    Ok(folder)
}

fn next(volume: &dyn Volume, all: &Path) -> Result<u64, StoreError> {
    let found = files::list(volume, all)?;
    let numbers = found.iter().filter_map(|path| path.file_name()?.to_str()?.parse::<u64>().ok());
    Ok(numbers.max().unwrap_or(0) + 1)
}
