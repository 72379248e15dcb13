//! Where the user's settings and books are, and what they say. Knows the store and the languages.

mod books;
mod environment;
mod remembered;
mod settings;
mod slug;

pub use books::{KnownBook, MAIN, NotABook, folder_of, known_books};
pub use environment::{Environment, NoHome};
pub use remembered::Remembered;
pub use settings::{Hints, Settings, Theme};
pub use slug::{NotASlug, Slug};

use std::fs;
use std::io;
use std::path::Path;

use crate::store::error::{Doing, StoreError};
use crate::store::volume::Machine;
use crate::store::{files, header, reader};

/// The name of the user's keymap in the config folder.
pub const KEYMAP: &str = "keymap.ron";

/// The text of the user's keymap, if there is one; the keymap itself says what is wrong in it.
///
/// # Errors
/// When the file cannot be read, or is no text.
pub fn keymap_text(folder: &Path) -> Result<Option<String>, StoreError> {
    let path = folder.join(KEYMAP);
    let Some(bytes) = read_linked(&path)? else { return Ok(None) };
    let not_text = |(line, column)| reader::not_text(&path, line, column);
    header::text(bytes).map(Some).map_err(not_text)
}

/// The content of a file of the user's own, or `None` when there is none. Unlike the files of a book it may be a
/// link: people keep their settings elsewhere.
fn read_linked(path: &Path) -> Result<Option<Vec<u8>>, StoreError> {
    match fs::canonicalize(path) {
        Ok(real) => files::read_small(&Machine, &real),
        Err(error) if error.kind() == io::ErrorKind::NotFound && !files::is_link(&Machine, path) => Ok(None),
        Err(error) => Err(StoreError::system(Doing::Read, path, &error)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keymap_is_read_through_a_link_and_may_be_absent() {
        let home = tempfile::tempdir().unwrap();
        assert_eq!(keymap_text(home.path()), Ok(None));
        let own = home.path().join("dotfiles.ron");
        fs::write(&own, "\u{feff}Keymap(format: 1)").unwrap();
        #[cfg(unix)]
        std::os::unix::fs::symlink(&own, home.path().join(KEYMAP)).unwrap();
        #[cfg(not(unix))]
        fs::copy(&own, home.path().join(KEYMAP)).unwrap();
        assert_eq!(keymap_text(home.path()), Ok(Some("Keymap(format: 1)".to_owned())));
        fs::remove_file(own).unwrap();
        #[cfg(unix)]
        assert!(keymap_text(home.path()).is_err(), "a link to nothing is no absent file");
    }
}
