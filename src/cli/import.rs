//! `import`: files into the book as one step, all or none. A file of a kind that is not imported is named and skipped.

use std::io;
use std::path::{Path, PathBuf};

use super::args::{self, Told};
use super::around::Around;
use super::books::Desk;
use super::fail::{Exit, Fail};
use super::item::Item;
use super::out::Out;
use super::table::{About, Sheet};
use crate::exchange::{self, Context, Export, Import, Kind, Need, Refusal, Report, SIZE_CAP, Unreadable};
use crate::i18n::{Lang, NotImported};
use crate::model::{Model, Transaction, show};
use crate::store::disk::holds_book;
use crate::store::error::Cause;
use crate::store::foreign::{self, Accept, Foreign};
use crate::store::volume::Machine;
use crate::store::{StoreError, files};

/// A file that was read: its name, safe to show, and what it is.
pub struct File {
    name: String,
    content: Result<Export, Kind>,
}

/// Takes files in.
///
/// # Errors
/// When a file cannot be read or does not say enough, or the disk refuses; nothing is written then.
pub fn run(args: &args::Import, around: &Around, out: &mut Out) -> Result<Exit, Fail> {
    let folder = around.folder(None)?;
    let files = read_all(around, &args.files)?;
    let is_there = holds_one(&folder).map_err(|e| around.refused(&e))?;
    if !is_there {
        if let Some(why) = needs_of_new(around, &files, args.told) {
            return Err(why);
        }
        if args.dry_run || files.iter().all(|file| file.content.is_err()) {
            return preview_of_new(around, &files, args.told, out);
        }
    }
    let mut desk = if is_there { Desk::open(around, &folder, out)? } else { Desk::create(around, &folder)? };
    if args.dry_run {
        let brought =
            Brought::new(around, desk.book.model(), desk.book.baseline(), &files, us(&desk, args.told))?;
        brought.tell(around, out, &desk.meta.name.show(), desk.meta.baseline_on.map(|d| d.to_string()))?;
        out.say(around.lang.commands().dry_run);
        return Ok(brought.exit());
    }
    take_in(around, &mut desk, &files, args.told, out)
}

/// Whether there is a book in the folder, which may well be a link.
fn holds_one(folder: &Path) -> Result<bool, StoreError> {
    if !folder.is_dir() {
        return Ok(false);
    }
    holds_book(&Machine, &files::real(&Machine, folder)?)
}

/// What files would bring into a book that is not there yet.
fn preview_of_new(around: &Around, files: &[File], told: Told, out: &mut Out) -> Result<Exit, Fail> {
    let brought = Brought::new(around, &Model::default(), &Model::default(), files, context(told))?;
    brought.tell(around, out, "", None)?;
    if brought.files() > 0 {
        out.say(around.lang.commands().dry_run);
    }
    Ok(brought.exit())
}

/// Puts files that were read into a book and writes it.
///
/// # Errors
/// As [`run`].
pub fn take_in(
    around: &Around,
    desk: &mut Desk,
    files: &[File],
    told: Told,
    out: &mut Out,
) -> Result<Exit, Fail> {
    let brought = Brought::new(around, desk.book.model(), desk.book.baseline(), files, us(desk, told))?;
    let nothing = brought.step.is_empty();
    let mut words = Vec::new();
    if !nothing {
        let receipt = desk.commit(around, brought.step.clone())?;
        words.push((around.lang.commands().imported)(receipt.entry.changes.len(), brought.files()));
        words.push((around.lang.commands().new_problems)(receipt.appeared.len(), receipt.cleared));
    }
    let is_new = desk.meta.us.is_none() && told.us.is_some();
    desk.belongs_to(told.us);
    if !nothing || is_new {
        let saved = desk.save(around)?;
        words.push(around.lang.files().saved(saved.files, &desk.meta.name.show()));
        super::backup::warn(around, saved.unkept.as_ref(), out);
    }
    brought.tell(around, out, &desk.meta.name.show(), desk.meta.baseline_on.map(|d| d.to_string()))?;
    if nothing && brought.files() > 0 {
        out.say(around.lang.files().nothing_new);
    }
    words.iter().filter(|line| !line.is_empty()).for_each(|line| out.say(line));
    Ok(brought.exit())
}

/// The step that takes files in, all of them.
///
/// # Errors
/// When one does not say enough, or is of a kind that is not imported.
pub fn step(around: &Around, desk: &Desk, files: &[File], told: Told) -> Result<Transaction, Fail> {
    let skipped = files.iter().filter_map(|File { name, content }| {
        let kind = *content.as_ref().err()?;
        Some(around.lang.not_imported(name, NotImported::Refused(&Refusal::NotImported(kind))))
    });
    let skipped: Vec<String> = skipped.collect();
    if !skipped.is_empty() {
        return Err(Fail::Said(Exit::Refused, skipped));
    }
    let brought = Brought::new(around, desk.book.model(), desk.book.baseline(), files, us(desk, told))?;
    Ok(brought.step)
}

fn us(desk: &Desk, told: Told) -> Context {
    Context { us: told.us.or(desk.meta.us), customer: told.customer }
}

fn context(told: Told) -> Context {
    Context { us: told.us, customer: told.customer }
}

/// Reads every file; what is of a kind that is not imported is only named.
///
/// # Errors
/// When one cannot be read: all such files are named.
pub fn read_all(around: &Around, paths: &[PathBuf]) -> Result<Vec<File>, Fail> {
    let mut files = Vec::new();
    let mut wrong = Vec::new();
    for path in paths {
        let name = show(&path.to_string_lossy()).into_owned();
        match read(path) {
            Ok(Ok(export)) => files.push(File { name, content: Ok(export) }),
            Ok(Err(Refusal::NotImported(kind))) => files.push(File { name, content: Err(kind) }),
            Ok(Err(refusal)) => wrong.push(around.lang.not_imported(&name, NotImported::Refused(&refusal))),
            Err(error) => {
                let why = around.lang.cause(Cause::from(&error));
                wrong.push(around.lang.not_imported(&name, NotImported::Unreadable(&why)));
            }
        }
    }
    if wrong.is_empty() {
        return Ok(files);
    }
    wrong.push(around.lang.commands().nothing_imported.to_owned());
    Err(Fail::Said(Exit::Unreadable, wrong))
}

fn read(path: &Path) -> io::Result<Result<Export, Refusal>> {
    let found = if path == Path::new("-") {
        foreign::read_up_to(io::stdin(), SIZE_CAP)?
    } else {
        foreign::read(path, SIZE_CAP, Accept::Pipes)?
    };
    Ok(match found {
        Foreign::Bytes(bytes) => exchange::read(&bytes),
        Foreign::TooLarge(bytes) => Err(Refusal::Unreadable(Unreadable::TooLarge { bytes })),
        Foreign::NotAFile => Err(Refusal::Unreadable(Unreadable::NotAFile)),
    })
}

/// What files that go into a new book do not say, if anything: before its folder is made.
pub fn needs_of_new(around: &Around, files: &[File], told: Told) -> Option<Fail> {
    let nothing = Model::default();
    Brought::new(around, &nothing, &nothing, files, context(told)).err()
}

/// What files bring.
struct Brought<'a> {
    reports: Vec<(&'a str, Result<Report, Kind>)>,
    step: Transaction,
}

impl<'a> Brought<'a> {
    fn new(
        around: &Around,
        book: &Model,
        baseline: &Model,
        files: &'a [File],
        context: Context,
    ) -> Result<Self, Fail> {
        let mut import = Import::new(book, baseline);
        let (mut reports, mut asked) = (Vec::new(), Vec::new());
        for File { name, content } in files {
            match content.as_ref().map(|export| import.add(export, context)) {
                Err(kind) => reports.push((name.as_str(), Err(*kind))),
                Ok(Ok(report)) => reports.push((name.as_str(), Ok(report))),
                Ok(Err(needs)) => asked.push(missing(around.lang, name, &needs)),
            }
        }
        if asked.is_empty() {
            return Ok(Self { reports, step: import.finish() });
        }
        asked.push(around.lang.commands().nothing_imported.to_owned());
        Err(Fail::Said(Exit::Usage, asked))
    }

    /// How many files were taken in.
    fn files(&self) -> usize {
        self.reports.iter().filter(|(_, report)| report.is_ok()).count()
    }

    /// Some files were skipped: not all was done.
    fn exit(&self) -> Exit {
        if self.reports.iter().any(|(_, report)| report.is_err()) { Exit::Refused } else { Exit::Done }
    }

    /// Tells what each file brings: to people as lines, to programs as data.
    fn tell(&self, around: &Around, out: &mut Out, book: &str, baseline: Option<String>) -> Result<(), Fail> {
        for (name, report) in &self.reports {
            let lines = match report {
                Ok(report) => around.lang.import_file(name, Ok(report)),
                Err(kind) => {
                    vec![around.lang.not_imported(name, NotImported::Refused(&Refusal::NotImported(*kind)))]
                }
            };
            lines.iter().for_each(|line| out.say(line));
        }
        let sheet = Sheet { columns: Vec::new(), items: self.items() };
        sheet.write_machine(
            around.format,
            &About { book: book.to_owned(), baseline, ..About::default() },
            out,
        )
    }

    fn items(&self) -> Vec<Item> {
        self.reports.iter().map(|(name, report)| item(name, report)).collect()
    }
}

fn item(name: &str, report: &Result<Report, Kind>) -> Item {
    match report {
        Ok(report) => Item::new([
            ("file", name.into()),
            ("kind", report.kind.name().into()),
            ("imported", true.into()),
            ("new", report.rows.new.into()),
            ("changed", report.rows.changed.into()),
            ("confirmed", report.rows.confirmed.into()),
            ("same", report.rows.same.into()),
            ("away", report.rows.away.into()),
            ("aside", report.aside.len().into()),
            ("announced", report.extent.announced.into()),
            ("in_file", report.extent.in_file.into()),
        ]),
        Err(kind) => {
            Item::new([("file", name.into()), ("kind", kind.name().into()), ("imported", false.into())])
        }
    }
}

/// What a file does not say, and the flag that says it.
fn missing(lang: Lang, name: &str, needs: &[Need]) -> String {
    let flags = needs.iter().map(|need| match need {
        Need::Us => "--us TENANT",
        Need::Customer => "--customer TENANT",
    });
    let flags: Vec<&str> = flags.collect();
    let what = lang.not_imported(name, NotImported::Needs(needs));
    format!("{what} {}", (lang.commands().add_flags)(&flags.join(" ")))
}
