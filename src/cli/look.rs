//! Looking at a book, as it is or as it was.

use std::path::{Path, PathBuf};

use super::around::Around;
use super::fail::{Exit, Fail};
use super::out::{self, Out};
use crate::app::{AsOf, Reading};
use crate::model::{Day, show};
use crate::store::{self, Access, At, Meta, NoMoment, Notice, Opened, Purpose, StoreError, Then};
use crate::tui::jobs;

impl Around {
    /// Opens the book to look at it. What of it cannot be read is said, and the rest is there.
    ///
    /// # Errors
    /// When there is none.
    pub fn opened(&self, out: &mut Out) -> Result<(PathBuf, Opened), Fail> {
        let (folder, opened) = self.open_to_look()?;
        if let Access::Look(troubles) = opened.disk.access() {
            self.tell(&opened.notices, troubles, out);
        }
        Ok((folder, opened))
    }

    fn open_to_look(&self) -> Result<(PathBuf, Opened), Fail> {
        let folder = self.folder(None)?;
        let opened = store::open(&store::machine(), &folder, Purpose::Look, &mut |_| {})
            .map_err(|e| self.refused(&e))?;
        Ok((folder, opened))
    }

    /// Says what there is to say of a book that was opened.
    fn tell(&self, notices: &[Notice], troubles: &[StoreError], out: &mut Out) {
        notices.iter().for_each(|notice| out.say(&self.lang.store_notice(notice)));
        troubles.iter().for_each(|error| out::complain(&self.lang.store_error(error)));
    }

    /// The book as it is, judged.
    ///
    /// # Errors
    /// When there is none.
    pub fn look(&self, out: &mut Out) -> Result<Reading, Fail> {
        let (folder, opened) = self.open_to_look()?;
        let reading = jobs::reading(&folder, opened, self.today());
        self.tell(&reading.notices, &reading.refused, out);
        Ok(reading)
    }

    /// The book as it was at a moment, if one is asked for, judged for the day of that moment unless another is asked
    /// for.
    ///
    /// # Errors
    /// When there is none, or no such moment.
    pub fn look_at(&self, at: Option<&str>, out: &mut Out) -> Result<Reading, Fail> {
        let Some(at) = at.map(|text| self.moment(text)).transpose()? else { return self.look(out) };
        let (folder, mut opened) = self.open_to_look()?;
        let past = opened.journal.past(&[]);
        let models = std::mem::take(&mut opened.models);
        let then = Then::of(models, opened.meta.baseline_on, past, &at, self.latest());
        let then = then.map_err(|no| self.no_moment(&no))?;
        self.lang.as_it_was(&at.to_string(), &then).iter().for_each(|line| out.say(line));
        let day = self.asked_day().unwrap_or_else(|| day_of(&at, &then).unwrap_or_else(|| self.today()));
        let as_of = Some(AsOf { at, change: then.change });
        (opened.models, opened.meta.baseline_on) = (then.models, then.baseline_on);
        let reading = jobs::reading(&folder, opened, day);
        self.tell(&reading.notices, &reading.refused, out);
        Ok(Reading { as_of, ..reading })
    }

    /// Reads a moment.
    ///
    /// # Errors
    /// When the text names none.
    pub fn moment(&self, text: &str) -> Result<At, Fail> {
        let words = self.lang.history();
        text.parse().map_err(|_| Fail::new(Exit::Usage, (words.no_moment)(&show(text))))
    }

    /// The failure of a moment that cannot be shown.
    pub fn no_moment(&self, no: &NoMoment) -> Fail {
        let exit = match no {
            NoMoment::Unread { .. } => Exit::Unreadable,
            NoMoment::Future { .. }
            | NoMoment::Unknown { .. }
            | NoMoment::OutOfRange { .. }
            | NoMoment::BeforeKept { .. } => Exit::Usage,
        };
        Fail::new(exit, self.lang.no_moment(no))
    }
}

/// The name of a book, safe to show: its own, else that of its folder.
pub fn name_of(meta: &Meta, folder: &Path) -> String {
    let of_folder = || folder.file_name().map(|name| show(&name.to_string_lossy()).into_owned());
    let own = meta.name.show().into_owned();
    if own.is_empty() { of_folder().unwrap_or_default() } else { own }
}

/// The day of a moment; nothing for the book before its first change.
fn day_of(at: &At, then: &Then) -> Option<Day> {
    match at {
        At::Day(day) => Some(*day),
        At::Name(_) | At::Change(_) => then.made.map(crate::model::Moment::day),
    }
}

/// How a look at a book ends: a file that could not be read is no success.
pub fn ends(reading: &Reading, exit: Exit) -> Exit {
    if reading.refused.is_empty() { exit } else { Exit::Unreadable }
}
