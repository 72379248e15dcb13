//! Opening the screens: a book, the invented network, or the first screen when there is no book yet.

use std::path::{Path, PathBuf};

use super::args::{Args, Demo, Size};
use super::around::Around;
use super::fail::{Exit, Fail};
use super::kind;
use super::out::Out;
use crate::app::{App, Draft, Mode, Notice, Opened, Overlay, Welcome, is_for_a_backup};
use crate::demo;
use crate::edit::Book;
use crate::keymap::nearest;
use crate::model::{Model, show};
use crate::query::parse_for;
use crate::rules::Findings;
use crate::store::{self, Purpose, StoreError, backup};
use crate::tui::jobs;
use crate::tui::run::{Ended, run};
use crate::tui::session::Outcome;

/// How many subscriptions the large network has.
const LARGE: usize = 1_000_000;

/// The names of the commands, for a book that may be a misspelt one.
pub const COMMANDS: &[&str] = &[
    "demo",
    "init",
    "import",
    "apply",
    "check",
    "list",
    "show",
    "who",
    "explain",
    "log",
    "undo",
    "redo",
    "checkpoint",
    "restore",
    "keys",
    "backup",
    "fmt",
    "doctor",
    "help",
];

/// Opens a book on the screens.
///
/// # Errors
/// When there is no terminal, no such book, or the query cannot be read.
pub fn open(args: &Args, around: &Around) -> Result<Exit, Fail> {
    kind::can_show(around.lang)?;
    let folder = around.folder(args.named.as_deref())?;
    let mut app = match store::open(&store::machine(), &folder, purpose(args), &mut |_| {}) {
        Ok(opened) => opened_app(args, around, &folder, opened)?,
        Err(StoreError::NoBook { .. }) if around.name_of_book(args.named.as_deref()).is_none() => {
            first_run(around, folder)?
        }
        Err(error) => return Err(misspelt(args, around).unwrap_or_else(|| around.refused(&error))),
    };
    if let Some(query) = &args.filter {
        filter(&mut app, around, query)?;
    }
    start(app, around)
}

fn purpose(args: &Args) -> Purpose {
    if args.read_only { Purpose::Look } else { Purpose::Write }
}

fn opened_app(args: &Args, around: &Around, folder: &Path, opened: store::Opened) -> Result<App, Fail> {
    let reading = jobs::reading(folder, opened, around.today());
    let mut notices = reading.told(around.lang);
    let mut about = reading.opened(around.lang);
    if args.read_only && about.mode == Mode::Normal {
        about.mode = Mode::ReadOnly(around.lang.commands().asked_read_only.to_owned());
    }
    let backups = if is_for_a_backup(&reading.refused) {
        backup::list(&store::machine(), folder).map_err(|e| around.refused(&e))?
    } else {
        Vec::new()
    };
    let is_offered = is_for_a_backup(&reading.refused);
    if let Mode::ReadOnly(why) = &about.mode {
        notices.insert(0, around.lang.screen().read_only(why));
    }
    let mut app = app(around, reading.book, about)?;
    if is_offered {
        app.offer_backups(backups);
    }
    if !notices.is_empty() {
        app.say(Notice::done(notices.join(" "), &[]));
    }
    app.offer(reading.left);
    Ok(app)
}

/// A book that is not there and has nearly the name of a command.
fn misspelt(args: &Args, around: &Around) -> Option<Fail> {
    let named = args.named.as_ref()?.to_str()?;
    let near = nearest(named, COMMANDS)?;
    Some(Fail::new(Exit::Usage, (around.lang.commands().misspelt)(&show(named), near)))
}

/// An empty book that is not on disk yet, behind the first screen.
fn first_run(around: &Around, folder: PathBuf) -> Result<App, Fail> {
    let opened = Opened {
        name: folder.file_name().map(|name| show(&name.to_string_lossy()).into_owned()).unwrap_or_default(),
        folder: Some(folder.clone()),
        us: None,
        mode: Mode::Normal,
        desk: None,
        draft: Draft::default(),
    };
    let mut app = app(around, Book::new(Model::default(), around.today()), opened)?;
    let demo = Box::new(demo_book(around, demo::small(demo::SEED)));
    app.open(Overlay::Welcome(Box::new(Welcome { folder, cursor: 0, demo })));
    Ok(app)
}

/// Opens the invented network on the screens.
///
/// # Errors
/// When there is no terminal.
pub fn demo(args: &Demo, around: &Around, out: &mut Out) -> Result<Exit, Fail> {
    kind::can_show(around.lang)?;
    let model = match args.size {
        Size::Small => demo::small(args.seed),
        Size::Large => {
            out.say(around.lang.commands().inventing);
            demo::large(args.seed, LARGE)
        }
    };
    let name = around.lang.files().demo_name.to_owned();
    let opened =
        Opened { name, folder: None, us: None, mode: Mode::Demo, desk: None, draft: Draft::default() };
    start(app(around, demo_book(around, model), opened)?, around)
}

fn demo_book(around: &Around, model: Model) -> Book {
    let day = around.demo_day();
    let findings = Findings::of(&model, day);
    let portal = demo::portal(&model);
    Book::with_findings(model, portal, findings, day).dated(Some(demo::day()))
}

fn app(around: &Around, book: Book, opened: Opened) -> Result<App, Fail> {
    let (keymap, unread) = around.keymap()?;
    let mut app = App::new(book, opened, around.lang, keymap);
    if let Some(why) = unread {
        app.say(Notice::failed(why, &[]));
    }
    Ok(app)
}

/// Narrows the first pane in which every field of the query means something.
fn filter(app: &mut App, around: &Around, query: &str) -> Result<(), Fail> {
    let fits = app.panes.iter().position(|pane| parse_for(query, pane.kind).is_ok());
    let Some(pane) = fits else {
        let problem = app.panes.iter().filter_map(|pane| parse_for(query, pane.kind).err()).next_back();
        let words = problem.map(|problem| around.lang.query_problem(&problem)).unwrap_or_default();
        return Err(Fail::new(Exit::Usage, words));
    };
    app.filter(pane, query);
    Ok(())
}

fn start(app: App, around: &Around) -> Result<Exit, Fail> {
    match run(app, around.options) {
        Ok(Ended { outcome: Outcome::Quit, .. }) => Ok(Exit::Done),
        Ok(Ended { outcome: Outcome::Panicked(note), folder }) => {
            Err(panicked(around, &note, folder.as_deref()))
        }
        Err(error) => {
            Err(Fail::new(Exit::Unwritable, (around.lang.commands().terminal)(&show(&error.to_string()))))
        }
    }
}

/// Says where the program stopped, and that what was confirmed is safe. The place alone: what a panic says may hold data
/// of the book.
fn panicked(around: &Around, note: &str, folder: Option<&Path>) -> Fail {
    let place = note.lines().next().and_then(|line| line.split_once(" at ")).map_or("", |(_, at)| at);
    let place = place.trim_end_matches(':');
    let words = around.lang.commands();
    let said = match folder {
        Some(folder) => (words.stopped_at_work)(place, &show(&folder.to_string_lossy())),
        None => (words.stopped)(place),
    };
    Fail::new(Exit::Own, said)
}
