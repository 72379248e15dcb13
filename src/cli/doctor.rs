//! `doctor`: where everything is, what the terminal can do, how the book is.

mod keeping;

use std::env;
use std::path::Path;

use super::args::Format;
use super::around::Around;
use super::fail::{Exit, Fail};
use super::item::Item;
use super::kind;
use super::out::Out;
use super::table::{About, Sheet};
use crate::app::{Reading, is_for_a_backup};
use crate::config::{KEYMAP, Remembered, Settings, known_books};
use crate::i18n::Commands;
use crate::model::{TableName, show};
use crate::rules::Severity;
use crate::store::{self, Notice, Purpose, StoreError, backup};
use crate::tui::jobs;

/// How good what a line tells is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// As it should be.
    Well,
    /// Worth knowing.
    Note,
    /// Something to put right.
    Found,
    /// It cannot be read.
    Unreadable,
}

impl State {
    fn code(self) -> &'static str {
        match self {
            Self::Well => "well",
            Self::Note => "note",
            Self::Found => "found",
            Self::Unreadable => "unreadable",
        }
    }

    fn exit(self) -> Exit {
        match self {
            Self::Well | Self::Note => Exit::Done,
            Self::Found => Exit::Found,
            Self::Unreadable => Exit::Unreadable,
        }
    }
}

/// One thing that is told.
#[derive(Clone, Debug)]
pub struct Line {
    name: &'static str,
    label: &'static str,
    state: State,
    text: String,
}

impl Line {
    /// A line: its name for programs, its label for people, how good it is, what there is to say.
    pub fn new(name: &'static str, label: &'static str, state: State, text: String) -> Self {
        Self { name, label, state, text }
    }

    fn well(name: &'static str, label: &'static str, text: String) -> Self {
        Self::new(name, label, State::Well, text)
    }

    fn item(&self) -> Item {
        Item::new([
            ("name", self.name.into()),
            ("state", self.state.code().into()),
            ("text", self.text.as_str().into()),
        ])
    }
}

/// Tells how things are.
///
/// # Errors
/// When it cannot be written.
pub fn run(around: &Around, out: &mut Out) -> Result<Exit, Fail> {
    let words = around.lang.commands();
    let mut lines = program(around, words)?;
    lines.extend(terminal(around, words));
    let (name, of_book) = book(around, words)?;
    lines.extend(of_book);
    if matches!(around.format, Format::Json | Format::Jsonl) {
        let items = lines.iter().map(Line::item).collect();
        let about = About { book: name, ..About::default() };
        Sheet { columns: Vec::new(), items }.write(around.format, &about, out)?;
    } else {
        write(&lines, out)?;
    }
    Ok(lines.iter().map(|line| line.state).max().map_or(Exit::Done, State::exit))
}

/// For people: what is not as it should be stands out by a sign.
fn write(lines: &[Line], out: &mut Out) -> Result<(), Fail> {
    let widest = lines.iter().map(|line| line.label.chars().count()).max().unwrap_or(0);
    lines.iter().try_for_each(|Line { label, state, text, .. }| {
        let sign = match state {
            State::Well => "",
            State::Note => "i ",
            State::Found => "! ",
            State::Unreadable => "!! ",
        };
        out.data(&format!("{label:<widest$}  {sign}{text}"))
    })
}

fn program(around: &Around, words: &'static Commands) -> Result<Vec<Line>, Fail> {
    let mut lines = vec![Line::well("version", "partnerbook", env!("CARGO_PKG_VERSION").to_owned())];
    lines.push(Line::well("config", words.config_folder, path(&around.config)));
    let settings = Settings::read(&around.config).map(|_| ()).map_err(|e| around.lang.store_error(&e));
    lines.push(state(words, "settings", "settings.ron", &around.config.join("settings.ron"), settings));
    let (keymap, unread) = around.keymap()?;
    let keys = unread.map_or(Ok(()), Err);
    lines.push(state(words, "keymap", KEYMAP, &around.config.join(KEYMAP), keys));
    let remembered = Remembered::read(&around.config).map(|_| ()).map_err(|e| around.lang.store_error(&e));
    let file = around.config.join("remembered.ron");
    lines.push(state(words, "remembered", "remembered.ron", &file, remembered));
    let wrong = keymap.check().len();
    let of_keys = if wrong == 0 { State::Well } else { State::Found };
    lines.push(Line::new("keys", words.keys, of_keys, (words.keys_checked)(wrong)));
    lines.push(Line::well("language", words.language, around.lang.code().to_owned()));
    Ok(lines)
}

fn path(path: &Path) -> String {
    show(&path.to_string_lossy()).into_owned()
}

/// A file of the user's that may well not be there.
fn state(
    words: &Commands,
    name: &'static str,
    label: &'static str,
    file: &Path,
    read: Result<(), String>,
) -> Line {
    match read {
        Err(why) => Line::new(name, label, State::Found, why),
        Ok(()) if file.exists() => Line::well(name, label, words.fine.to_owned()),
        Ok(()) => Line::well(name, label, words.absent.to_owned()),
    }
}

fn terminal(around: &Around, words: &'static Commands) -> Vec<Line> {
    let is = |yes: bool| if yes { words.yes } else { words.no }.to_owned();
    let term = env::var("TERM").map(|term| show(&term).into_owned()).unwrap_or_default();
    let theme = around.options.theme;
    vec![
        Line::well("terminal", words.terminal_name, term),
        Line::well("screens", words.can_ask, is(kind::can_show(around.lang).is_ok())),
        Line::well("colours", words.colours, is(theme.palette.is_coloured())),
    ]
}

/// The name of the book, and how it is.
fn book(around: &Around, words: &'static Commands) -> Result<(String, Vec<Line>), Fail> {
    let folder = around.folder(None)?;
    let mut lines = vec![Line::well("folder", words.book_folder, path(&folder))];
    let mut name = String::new();
    match store::open(&store::machine(), &folder, Purpose::Look, &mut |_| {}) {
        Err(error @ StoreError::NoBook { .. }) => {
            lines.push(Line::new("book", words.book, State::Note, around.lang.store_error(&error)));
        }
        Err(error) => {
            lines.push(Line::new("book", words.book, State::Unreadable, around.lang.store_error(&error)));
        }
        Ok(opened) => {
            let generation = opened.disk.generation();
            let reading = jobs::reading(&folder, opened, around.today());
            lines.extend(health(around, words, &folder, &reading, generation));
            lines.extend(keeping::lines(around, &folder, &reading));
            name.clone_from(&reading.name);
        }
    }
    match known_books(&around.config) {
        Ok(books) => {
            let names: Vec<&str> = books.iter().map(|book| book.slug.as_str()).collect();
            lines.push(Line::well("books", words.books, names.join(", ")));
        }
        Err(error) => {
            lines.push(Line::new("books", words.books, State::Unreadable, around.lang.store_error(&error)));
        }
    }
    Ok((name, lines))
}

fn health(
    around: &Around,
    words: &'static Commands,
    folder: &Path,
    reading: &Reading,
    generation: u64,
) -> Vec<Line> {
    let book = &reading.book;
    let count = |table: &TableName| (around.lang.table(*table), book.model().count(*table));
    let records = TableName::ALL.iter().map(count).filter(|(_, n)| *n > 0);
    let records: Vec<String> = records.map(|(what, n)| format!("{what}: {n}")).collect();
    let of = |severity| book.findings().count(severity);
    let errors = of(Severity::Integrity) + of(Severity::Error);
    let baseline = book.baseline_day().map_or_else(|| words.absent.to_owned(), |day| day.to_string());
    let problems =
        (words.found)(errors, of(Severity::Warning), of(Severity::Hint), book.findings().waived_count());
    let named = format!("{}, {}", reading.name, (words.generation)(generation));
    let mut lines = vec![
        Line::well("book", words.book, named),
        Line::well("records", words.records, records.join(", ")),
        Line::well("problems", words.problems, problems),
        Line::well("baseline", words.baseline, baseline),
    ];
    let told = |state, text| Line::new("book", words.book, state, text);
    lines.extend(reading.refused.iter().map(|e| told(State::Unreadable, around.lang.store_error(e))));
    if is_for_a_backup(&reading.refused) && backup::has_sound(&store::machine(), folder) {
        lines.push(told(State::Note, around.lang.keeping().then_restore.to_owned()));
    }
    lines.extend(
        reading.notices.iter().map(|notice| told(state_of(notice), around.lang.store_notice(notice))),
    );
    lines
}

/// How good it is what an opening tells: what is not there any more is to be put right.
fn state_of(notice: &Notice) -> State {
    match notice {
        Notice::NoHeader | Notice::HistoryUnread(_) | Notice::OlderFiles { .. } => State::Found,
        Notice::EditedOutside { .. }
        | Notice::CommentsInside { .. }
        | Notice::NoLocks
        | Notice::TakenUp(_)
        | Notice::JournalTorn { .. }
        | Notice::Conflict(_)
        | Notice::FormsAside { .. }
        | Notice::FormsBarred(_) => State::Note,
    }
}
