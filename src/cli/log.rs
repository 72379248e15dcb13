//! `log`: what was done to the book, the newest first.

use super::args::Log;
use super::around::Around;
use super::change;
use super::fail::{Exit, Fail};
use super::item::Item;
use super::look::name_of;
use super::out::{self, Out};
use super::table::{About, Sheet};
use crate::i18n::history::minute;
use crate::model::{Change, FieldRef, Guid, Key, Model, Record, Value};
use crate::query::fold::fold;
use crate::store::{Access, Entry, Models, NoMoment, Opened, Past as History, take_back};

/// Lists what was done to the book.
///
/// # Errors
/// When there is no book, or the list cannot be written.
pub fn run(args: &Log, around: &Around, out: &mut Out) -> Result<Exit, Fail> {
    let Opened { meta, models, disk, journal, .. } = around.opened(out)?.1;
    let mut log =
        Reader { around, models, past: journal.past(&[]), wanted: Wanted::of(args.query.as_deref()) };
    let most = args.limit.unwrap_or(usize::MAX);
    let mut items = Vec::new();
    let unread = log.read(most, &mut items).err();
    let about = About::of(name_of(&meta, disk.folder()), meta.baseline_on);
    let listed = items.len();
    Sheet { columns: change::COLUMNS.to_vec(), items }.write(around.format, &about, out)?;
    let words = around.lang.history();
    let is_at_end = unread.is_none() && listed < most;
    out.say(&(words.listed)(listed, listed < most));
    if is_at_end && log.past.reached() > 1 {
        out.say(&(words.not_kept)(log.past.reached()));
    }
    let is_whole = matches!(disk.access(), Access::Look(troubles) if troubles.is_empty());
    match unread {
        Some(no) => {
            out.end()?;
            out::complain(&around.lang.no_moment(&no));
            Ok(Exit::Unreadable)
        }
        None if !is_whole => Ok(Exit::Unreadable),
        None => Ok(Exit::Done),
    }
}

/// Goes back through the history with the book as it was at each change: records are called what they were called then.
struct Reader<'a> {
    around: &'a Around,
    models: Models,
    past: History,
    wanted: Wanted,
}

impl Reader<'_> {
    fn read(&mut self, most: usize, items: &mut Vec<Item>) -> Result<(), NoMoment> {
        while items.len() < most {
            let Some(entry) = self.past.next() else { break };
            let oldest = self.past.reached();
            let entry = entry.map_err(|error| NoMoment::Unread { error: Box::new(error), oldest })?;
            let after = self.models.book.clone();
            // What was changed by hand since is not told: it has no day.
            drop(take_back(&mut self.models, &entry));
            let item = change::item(self.around, &after, &entry);
            if self.wanted.fits(&entry, &item, [&after, &self.models.book]) {
                items.push(item);
            }
        }
        Ok(())
    }
}

/// One thing that is looked for.
enum Term {
    /// A record, or what names it.
    Record(Key),
    /// A record by its id, in whatever table.
    Id(String),
    /// A word: of what was done, or of the name of a record that was touched.
    Word(String),
}

/// What is looked for: all of it.
struct Wanted(Vec<Term>);

impl Wanted {
    fn of(query: Option<&str>) -> Self {
        let term = |word: &str| match (word.parse::<Key>(), word.parse::<Guid>()) {
            (Ok(key), _) => Term::Record(key),
            (_, Ok(id)) => Term::Id(id.to_string()),
            _ => Term::Word(fold(word).into_owned()),
        };
        Self(query.into_iter().flat_map(str::split_whitespace).map(term).collect())
    }

    /// Whether a change is one of those; `models` are the book after it and before.
    fn fits(&self, entry: &Entry, item: &Item, models: [&Model; 2]) -> bool {
        let changes = || {
            let step = entry.deed.applied().into_iter();
            step.flat_map(|step| step.changes.iter().chain(&step.baseline))
        };
        self.0.iter().all(|term| match term {
            Term::Record(key) => {
                let id = key.id_text();
                changes().any(|change| change.key() == Some(*key) || names(change, &id))
            }
            Term::Id(id) => changes()
                .any(|change| change.key().is_some_and(|key| key.id_text() == *id) || names(change, id)),
            Term::Word(word) => {
                says(entry, item, word)
                    || changes().filter_map(Change::key).any(|key| is_called(key, models, word))
            }
        })
    }
}

/// Whether a record that was changed names another one, before or after.
fn names(change: &Change, id: &str) -> bool {
    let of =
        |record: &Record| FieldRef::of(record.key().table()).into_iter().any(|f| holds(&record.get(f), id));
    change.before.iter().chain(&change.after).any(of)
}

fn holds(value: &Value, id: &str) -> bool {
    match value {
        Value::Code(code) => code == id,
        Value::List(values) => values.iter().any(|value| holds(value, id)),
        Value::Empty
        | Value::Text(_)
        | Value::Number(_)
        | Value::Flag(_)
        | Value::Day(_)
        | Value::Moment(_)
        | Value::Choice(_) => false,
    }
}

fn says(entry: &Entry, item: &Item, word: &str) -> bool {
    let told =
        ["kind", "kind_name", "operation", "what"].map(|name| item.get(name).as_str().unwrap_or_default());
    told.iter().any(|text| fold(text).contains(word)) || minute(entry.at).contains(word)
}

fn is_called(key: Key, models: [&Model; 2], word: &str) -> bool {
    let called = |model: &Model, key| fold(model.name(key).raw()).contains(word);
    models.into_iter().filter(|model| model.contains(key)).any(|model| {
        let customer = match key {
            Key::Subscription(id) => model.subscription(id).map(|s| Key::Customer(s.customer)),
            _ => None,
        };
        called(model, key) || customer.is_some_and(|customer| called(model, customer))
    })
}
