//! Files that others made, to be imported: never more is read than asked for, and nothing that has no end.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

/// What became of a file that was to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Foreign {
    /// Its content.
    Bytes(Vec<u8>),
    /// It has more bytes than asked for; as many as are known.
    TooLarge(u64),
    /// A folder, a device or something else without an end stands there.
    NotAFile,
}

/// Which files are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Accept {
    /// Plain files only: nobody waits for what another program may never write.
    Files,
    /// Pipes too, for a shell's `<(...)`; who waits can stop it.
    Pipes,
}

/// Reads a file of at most `limit` bytes. Links are followed: the file is the user's own to name.
///
/// # Errors
/// When the system refuses.
pub fn read(path: &Path, limit: u64, accept: Accept) -> io::Result<Foreign> {
    let about = std::fs::metadata(path)?;
    let is_read = about.is_file() || (accept == Accept::Pipes && is_pipe(&about));
    if !is_read {
        return Ok(Foreign::NotAFile);
    }
    if about.len() > limit {
        return Ok(Foreign::TooLarge(about.len()));
    }
    read_up_to(File::open(path)?, limit)
}

/// Reads all of a source of at most `limit` bytes.
///
/// # Errors
/// When the system refuses.
pub fn read_up_to(from: impl io::Read, limit: u64) -> io::Result<Foreign> {
    let mut bytes = Vec::new();
    let read = from.take(limit.saturating_add(1)).read_to_end(&mut bytes)? as u64;
    Ok(if read > limit { Foreign::TooLarge(read) } else { Foreign::Bytes(bytes) })
}

#[cfg(unix)]
fn is_pipe(about: &std::fs::Metadata) -> bool {
    std::os::unix::fs::FileTypeExt::is_fifo(&about.file_type())
}

#[cfg(not(unix))]
fn is_pipe(_: &std::fs::Metadata) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_is_read_than_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file.json");
        std::fs::write(&path, "12345").unwrap();
        let read = |limit| read(&path, limit, Accept::Files).unwrap();
        assert_eq!((read(5), read(4)), (Foreign::Bytes(b"12345".to_vec()), Foreign::TooLarge(5)));
        assert_eq!(read_up_to(io::repeat(0), 1_000).unwrap(), Foreign::TooLarge(1_001));
    }

    #[test]
    fn what_has_no_end_is_no_file() {
        let folder = tempfile::tempdir().unwrap();
        assert_eq!(read(folder.path(), 9, Accept::Pipes).unwrap(), Foreign::NotAFile);
        assert!(read(&folder.path().join("none"), 9, Accept::Pipes).is_err());
        #[cfg(unix)]
        {
            assert_eq!(read(Path::new("/dev/zero"), 9, Accept::Pipes).unwrap(), Foreign::NotAFile);
            let pipe = folder.path().join("pipe");
            let mode = rustix::fs::Mode::from_raw_mode(0o600);
            rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, mode, 0).unwrap();
            assert_eq!(read(&pipe, 9, Accept::Files).unwrap(), Foreign::NotAFile);
        }
    }
}
