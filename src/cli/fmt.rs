//! `fmt`: the files of a book in their canonical form, or which of them are not.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::args::Fmt;
use super::around::Around;
use super::fail::{Exit, Fail, exit_of};
use super::item::Item;
use super::out::Out;
use super::table::{About, Sheet};
use crate::model::show;
use crate::store::error::Doing;
use crate::store::format::{Alone, Looked, Uneven};
use crate::store::volume::Machine;
use crate::store::{self, Access, Notice, Opened, Purpose, StoreError, book_file};

/// The columns of files that are not in canonical form.
const COLUMNS: &[&str] = &["file", "line", "message"];

/// How far above a file the folder of its book may be: `baseline/customers/3f.ron`.
const DEEPEST: usize = 3;

/// What is formatted.
enum Target {
    /// A book: all of its files, or these.
    Book(Box<Opened>, Option<BTreeSet<String>>),
    /// A file in no book.
    Alone(Box<Alone>),
}

/// Formats files, or tells which are to be. Nothing is written before every file is read.
///
/// # Errors
/// When a file cannot be read or is nothing of a book, or comments would be lost; nothing is written then. And when the
/// disk refuses, or somebody else has the book.
pub fn run(args: &Fmt, around: &Around, out: &mut Out) -> Result<Exit, Fail> {
    let mut targets = targets(args, around, out)?;
    let looked: Vec<Looked> =
        targets.iter().map(Target::look).collect::<Result<_, _>>().map_err(|e| around.refused(&e))?;
    let files = looked.iter().map(|looked| looked.files).sum();
    let uneven: Vec<Uneven> = looked.into_iter().flat_map(|looked| looked.uneven).collect();
    if args.check {
        return tell(around, files, &uneven, out);
    }
    if uneven.is_empty() {
        out.say(&(around.lang.commands().all_canonical)(files));
        return Ok(Exit::Done);
    }
    if !args.drop_comments {
        keep_comments(around, &uneven)?;
    }
    for target in &mut targets {
        let unkept = target.format().map_err(|e| around.refused(&e))?;
        super::backup::warn(around, unkept.as_ref(), out);
    }
    let names: Vec<String> = uneven.iter().map(|uneven| name(&uneven.file)).collect();
    out.say(&(around.lang.commands().formatted)(&names));
    Ok(Exit::Done)
}

/// Lists what is not in canonical form.
fn tell(around: &Around, files: usize, uneven: &[Uneven], out: &mut Out) -> Result<Exit, Fail> {
    let items = uneven.iter().map(|uneven| item(around, uneven)).collect();
    Sheet { columns: COLUMNS.to_vec(), items }.write(around.format, &About::default(), out)?;
    let words = around.lang.commands();
    if uneven.is_empty() {
        out.say(&(words.all_canonical)(files));
        return Ok(Exit::Done);
    }
    out.say(&(words.not_canonical)(uneven.len(), files));
    Ok(Exit::Found)
}

fn item(around: &Around, uneven: &Uneven) -> Item {
    let words = around.lang.commands();
    let comments = (!uneven.inside.is_empty()).then(|| (words.comments_at)(&uneven.inside));
    let parts: Vec<String> =
        [Some(around.lang.form(uneven.how).to_owned()), comments].into_iter().flatten().collect();
    Item::new([
        ("file", uneven.file.to_string_lossy().into_owned().into()),
        ("line", uneven.line.into()),
        ("message", parts.join("; ").into()),
    ])
}

/// Refuses to drop what people wrote.
fn keep_comments(around: &Around, uneven: &[Uneven]) -> Result<(), Fail> {
    let words = around.lang.commands();
    let lost = uneven.iter().filter(|uneven| !uneven.inside.is_empty());
    let mut lines: Vec<String> =
        lost.map(|uneven| (words.comments_inside)(&name(&uneven.file), &uneven.inside)).collect();
    if lines.is_empty() {
        return Ok(());
    }
    lines.push(words.nothing_written.to_owned());
    Err(Fail::Said(Exit::Refused, lines))
}

fn name(path: &Path) -> String {
    show(&path.to_string_lossy()).into_owned()
}

impl Target {
    fn look(&self) -> Result<Looked, StoreError> {
        match self {
            Self::Book(opened, names) => opened.disk.look(names.as_ref()),
            Self::Alone(alone) => Ok(alone.look()),
        }
    }

    /// Writes it; returns why the state before is not kept as a backup, if it is not.
    fn format(&mut self) -> Result<Option<StoreError>, StoreError> {
        match self {
            Self::Book(opened, names) => Ok(opened.disk.format(names.as_ref())?.unkept),
            Self::Alone(alone) => alone.format(&store::machine()).map(|_| None),
        }
    }
}

/// The book that is meant, or the named files: those of a book through the door of their book.
fn targets(args: &Fmt, around: &Around, out: &mut Out) -> Result<Vec<Target>, Fail> {
    let purpose = if args.check { Purpose::Look } else { Purpose::Write };
    if args.files.is_empty() {
        return Ok(vec![Target::Book(Box::new(book(around, &around.folder(None)?, purpose, out)?), None)]);
    }
    let mut books: BTreeMap<PathBuf, Vec<PathBuf>> = BTreeMap::new();
    let mut targets = Vec::new();
    for file in &args.files {
        if file.is_dir() {
            targets.push(Target::Book(Box::new(book(around, file, purpose, out)?), None));
            continue;
        }
        let path = real(file).map_err(|e| around.refused(&e))?;
        match home_of(&path) {
            Some(folder) => books.entry(folder).or_default().push(path),
            None => targets.push(alone(around, file)?),
        }
    }
    for (folder, paths) in books {
        let opened = book(around, &folder, purpose, out)?;
        let names = paths.iter().map(|path| opened.disk.name_of(path).ok_or_else(|| foreign(around, path)));
        let names = names.collect::<Result<_, _>>()?;
        targets.push(Target::Book(Box::new(opened), Some(names)));
    }
    Ok(targets)
}

/// Opens a book; what formatting does not touch is not told of.
fn book(around: &Around, folder: &Path, purpose: Purpose, out: &mut Out) -> Result<Opened, Fail> {
    let opened =
        store::open(&store::machine(), folder, purpose, &mut |_| {}).map_err(|e| around.refused(&e))?;
    if let Access::Look(why) = opened.disk.access()
        && let Some(first) = why.first()
    {
        let lines = why.iter().map(|error| around.lang.store_error(error)).collect();
        return Err(Fail::Said(exit_of(first), lines));
    }
    let is_told = |notice: &&Notice| {
        matches!(notice, Notice::EditedOutside { .. } | Notice::NoHeader | Notice::NoLocks)
    };
    opened.notices.iter().filter(is_told).for_each(|notice| out.say(&around.lang.store_notice(notice)));
    Ok(opened)
}

fn alone(around: &Around, file: &Path) -> Result<Target, Fail> {
    let read = Alone::read(&Machine, file).map_err(|e| around.refused(&e))?;
    read.map(|alone| Target::Alone(Box::new(alone))).ok_or_else(|| foreign(around, file))
}

fn foreign(around: &Around, file: &Path) -> Fail {
    Fail::new(Exit::Usage, (around.lang.commands().not_of_a_book)(&name(file)))
}

/// The path without links above the file itself.
fn real(file: &Path) -> Result<PathBuf, StoreError> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let real = fs::canonicalize(folder).map_err(|e| StoreError::system(Doing::Read, file, &e))?;
    Ok(file.file_name().map_or_else(|| real.clone(), |name| real.join(name)))
}

/// The folder of the book that a file is in.
fn home_of(path: &Path) -> Option<PathBuf> {
    let above = path.ancestors().skip(1).take(DEEPEST);
    above.into_iter().find(|folder| folder.join(book_file::NAME).is_file()).map(Path::to_owned)
}
