//! A script as a stream of lines: from a file or standard input, one line in memory at a time, none longer than a limit.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};
use std::path::{Path, PathBuf};

/// The longest line, in bytes.
pub const LONGEST: u64 = 1 << 20;

/// A script that is read.
pub struct Script {
    from: Box<dyn BufRead>,
    name: PathBuf,
    number: usize,
}

/// A line with its number, from 1; nothing of it when it is longer than [`LONGEST`].
pub type Line = (usize, Option<Vec<u8>>);

impl Script {
    /// Opens a script; `-` is standard input.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn open(path: &Path) -> io::Result<Self> {
        if path == Path::new("-") {
            return Ok(Self::new(Box::new(BufReader::new(io::stdin())), "stdin"));
        }
        let file = File::open(path)?;
        Ok(Self::new(Box::new(BufReader::new(file)), path))
    }

    fn new(from: Box<dyn BufRead>, name: impl Into<PathBuf>) -> Self {
        Self { from, name: name.into(), number: 0 }
    }

    /// What it is called.
    pub fn name(&self) -> &Path {
        &self.name
    }

    /// The next line, if there is one.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn next(&mut self) -> io::Result<Option<Line>> {
        let mut line = Vec::new();
        self.from.by_ref().take(LONGEST + 1).read_until(b'\n', &mut line)?;
        if line.is_empty() {
            return Ok(None);
        }
        self.number += 1;
        let is_whole = line.ends_with(b"\n") || line.len() as u64 <= LONGEST;
        Ok(Some((self.number, is_whole.then_some(line))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn script(text: Vec<u8>) -> Script {
        Script::new(Box::new(io::Cursor::new(text)), "test")
    }

    #[test]
    fn lines_are_counted_and_the_last_needs_no_end() {
        let mut script = script(b"a\n\nb".to_vec());
        assert_eq!(script.next().unwrap(), Some((1, Some(b"a\n".to_vec()))));
        assert_eq!(script.next().unwrap(), Some((2, Some(b"\n".to_vec()))));
        assert_eq!(script.next().unwrap(), Some((3, Some(b"b".to_vec()))));
        assert_eq!(script.next().unwrap(), None);
    }

    #[test]
    fn of_a_line_without_end_no_more_is_read_than_the_limit() {
        let longest = usize::try_from(LONGEST).unwrap();
        assert_eq!(script(vec![b'x'; longest + 1]).next().unwrap(), Some((1, None)));
        let whole = vec![b'x'; longest];
        assert_eq!(script(whole.clone()).next().unwrap(), Some((1, Some(whole))));
    }
}
