//! Which books there are, and which one is meant. Knows the store.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::slug::Slug;
use crate::model::Text;
use crate::store::error::{Doing, StoreError};
use crate::store::volume::Machine;
use crate::store::{book_file, disk, files};

/// The slug of the book that is opened when none is named.
pub const MAIN: &str = "main";

/// The folder of the books in the config folder.
const BOOKS: &str = "books";

/// The text is neither the slug of a book nor a path: it has no separator, and no slug has such characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotABook(pub Text);

/// A book in the config folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownBook {
    /// Its short name.
    pub slug: Slug,
    /// Its folder.
    pub folder: PathBuf,
    /// What its user calls it; nothing when its header cannot be read.
    pub name: Option<Text>,
}

/// The folder of the book that `named` means: a slug is a book of the config folder, anything with a separator in it
/// (or `.`, `..`) is a path; nothing is the main book.
///
/// # Errors
/// [`NotABook`] for anything else.
pub fn folder_of(config: &Path, named: Option<&OsStr>) -> Result<PathBuf, NotABook> {
    let Some(named) = named else { return Ok(config.join(BOOKS).join(MAIN)) };
    let text = named.to_string_lossy();
    if let Ok(slug) = text.parse::<Slug>() {
        return Ok(config.join(BOOKS).join(slug.as_str()));
    }
    if text.chars().any(std::path::is_separator) || matches!(&*text, "." | "..") {
        return Ok(PathBuf::from(named));
    }
    Err(NotABook(text.into_owned().into()))
}

/// The books of the config folder, by slug.
///
/// # Errors
/// When a folder cannot be listed. A book that cannot be read is listed all the same.
pub fn known_books(config: &Path) -> Result<Vec<KnownBook>, StoreError> {
    let mut found = Vec::new();
    for folder in folders_in(&config.join(BOOKS))? {
        let name = folder.file_name().and_then(OsStr::to_str);
        let Some(slug) = name.and_then(|name| name.parse().ok()) else { continue };
        if disk::holds_book(&Machine, &files::real(&Machine, &folder)?)? {
            let name = name_of(&folder);
            found.push(KnownBook { slug, folder, name });
        }
    }
    Ok(found)
}

fn folders_in(books: &Path) -> Result<Vec<PathBuf>, StoreError> {
    let books = match fs::canonicalize(books) {
        Ok(books) => books,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(StoreError::system(Doing::ListFolder, books, &error)),
    };
    Ok(files::list(&Machine, &books)?.into_iter().filter(|path| path.is_dir()).collect())
}

fn name_of(folder: &Path) -> Option<Text> {
    let path = folder.join(book_file::NAME);
    let bytes = files::read(&Machine, &path).ok().flatten()?;
    book_file::read(&path, bytes).ok().map(|header| header.meta.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Meta, Models, machine, save_copy};

    #[test]
    fn a_name_is_a_book_and_a_path_is_a_path() {
        let config = Path::new("config");
        let folder = |named: &str| folder_of(config, Some(OsStr::new(named)));
        assert_eq!(folder_of(config, None), Ok("config/books/main".into()));
        assert_eq!(folder("sud"), Ok("config/books/sud".into()));
        for path in ["./sud", "../sud", "/tmp/Sud Conseil", ".", "..", "a/b"] {
            assert_eq!(folder(path), Ok(path.into()));
        }
        for odd in ["Sud", "sud conseil", "sud.ron", "\u{202e}"] {
            assert_eq!(folder(odd), Err(NotABook(odd.into())));
        }
    }

    #[test]
    fn books_are_listed_with_their_names_readable_or_not() {
        let config = tempfile::tempdir().unwrap();
        assert_eq!(known_books(config.path()), Ok(Vec::new()));
        for (slug, name) in [("sud", "Sud Conseil"), ("broken", "?")] {
            let folder = folder_of(config.path(), Some(OsStr::new(slug))).unwrap();
            let meta = Meta { name: name.into(), ..Meta::default() };
            drop(
                save_copy(&machine(), &folder, &meta, &Models::default(), disk::Heads::new(), &mut |_| {})
                    .unwrap(),
            );
        }
        let books = config.path().join(BOOKS);
        fs::write(books.join("broken/book.ron"), "Book(").unwrap();
        fs::create_dir(books.join("empty")).unwrap();
        fs::create_dir(books.join("Not a slug")).unwrap();
        fs::write(books.join("file"), "").unwrap();
        let found = known_books(config.path()).unwrap();
        let names: Vec<_> = found.iter().map(|b| (b.slug.as_str(), b.name.as_ref().map(Text::raw))).collect();
        assert_eq!(names, [("broken", None), ("sud", Some("Sud Conseil"))]);
    }
}
