//! `doctor`: where everything is, what the terminal can do, how the book is.

use std::env;
use std::path::Path;

use super::around::Around;
use super::fail::{Exit, Fail};
use super::kind;
use super::out::Out;
use crate::app::Reading;
use crate::config::{KEYMAP, Settings, known_books};
use crate::i18n::Commands;
use crate::model::{TableName, show};
use crate::rules::Severity;
use crate::store::{self, Purpose};
use crate::tui::jobs;

/// A label and what there is to say.
type Line = (&'static str, String);

/// Tells how things are.
///
/// # Errors
/// When it cannot be written.
pub fn run(around: &Around, out: &mut Out) -> Result<Exit, Fail> {
    let words = around.lang.commands();
    let mut lines = vec![("partnerbook", env!("CARGO_PKG_VERSION").to_owned())];
    lines.push((words.config_folder, path(&around.config)));
    let settings = Settings::read(&around.config).map(|_| ()).map_err(|e| around.lang.store_error(&e));
    lines.push(("settings.ron", state(words, &around.config.join("settings.ron"), settings)));
    let (keymap, unread) = around.keymap()?;
    let keys = unread.map_or(Ok(()), Err);
    lines.push((KEYMAP, state(words, &around.config.join(KEYMAP), keys)));
    lines.push((words.keys, (words.keys_checked)(keymap.check().len())));
    lines.push((words.language, around.lang.code().to_owned()));
    lines.extend(terminal(around, words));
    let (exit, book) = book(around, words)?;
    lines.extend(book);
    let widest = lines.iter().map(|(label, _)| label.chars().count()).max().unwrap_or(0);
    lines.iter().try_for_each(|(label, value)| out.data(&format!("{label:<widest$}  {value}")))?;
    Ok(exit)
}

fn path(path: &Path) -> String {
    show(&path.to_string_lossy()).into_owned()
}

fn state(words: &Commands, file: &Path, read: Result<(), String>) -> String {
    match read {
        Err(why) => why,
        Ok(()) if file.exists() => words.fine.to_owned(),
        Ok(()) => words.absent.to_owned(),
    }
}

fn terminal(around: &Around, words: &'static Commands) -> Vec<Line> {
    let is = |yes: bool| if yes { words.yes } else { words.no }.to_owned();
    let term = env::var("TERM").map(|term| show(&term).into_owned()).unwrap_or_default();
    let theme = around.options.theme;
    vec![
        (words.terminal_name, term),
        (words.can_ask, is(kind::can_show(around.lang).is_ok())),
        (words.colours, is(theme.palette.is_coloured())),
    ]
}

fn book(around: &Around, words: &'static Commands) -> Result<(Exit, Vec<Line>), Fail> {
    let folder = around.folder(None)?;
    let mut lines = vec![(words.book_folder, path(&folder))];
    let exit = match store::open(&store::machine(), &folder, Purpose::Look, &mut |_| {}) {
        Err(error) => {
            lines.push((words.book, around.lang.store_error(&error)));
            Exit::Done
        }
        Ok(opened) => {
            let generation = opened.disk.generation();
            let reading = jobs::reading(&folder, opened, around.today());
            lines.extend(health(around, words, &reading, generation));
            super::books::ends(&reading, Exit::Done)
        }
    };
    if let Ok(books) = known_books(&around.config) {
        let names: Vec<&str> = books.iter().map(|book| book.slug.as_str()).collect();
        lines.push((words.books, names.join(", ")));
    }
    Ok((exit, lines))
}

fn health(around: &Around, words: &'static Commands, reading: &Reading, generation: u64) -> Vec<Line> {
    let book = &reading.book;
    let count = |table: &TableName| (around.lang.table(*table), book.model().count(*table));
    let records = TableName::ALL.iter().map(count).filter(|(_, n)| *n > 0);
    let records: Vec<String> = records.map(|(what, n)| format!("{what}: {n}")).collect();
    let of = |severity| book.findings().count(severity);
    let errors = of(Severity::Integrity) + of(Severity::Error);
    let baseline = book.baseline_day().map_or_else(|| words.absent.to_owned(), |day| day.to_string());
    let mut lines = vec![
        (words.book, format!("{}, {}", reading.name, (words.generation)(generation))),
        (words.records, records.join(", ")),
        (
            words.problems,
            (words.found)(errors, of(Severity::Warning), of(Severity::Hint), book.findings().waived_count()),
        ),
        (words.baseline, baseline),
    ];
    lines.extend(reading.refused.iter().map(|error| (words.book, around.lang.store_error(error))));
    lines.extend(reading.notices.iter().map(|notice| (words.book, around.lang.store_notice(notice))));
    lines
}
