//! The book as it was: the changes since are taken back from the present one, the newest first. Knows the model.

use rustc_hash::FxHashSet;

use crate::model::{Day, Key, Moment, Text};

use super::disk::Models;
use super::error::StoreError;
use super::journal::{Deed, Entry};
use super::moment::At;
use super::past::Past;
use super::replay::{Conflict, replay};

/// The book as it was at a moment.
#[derive(Debug)]
pub struct Then {
    /// Book and baseline.
    pub models: Models,
    /// The day of the newest export in the baseline; nothing when there was none, or when it is not kept.
    pub baseline_on: Option<Day>,
    /// The number of the change that was the last one then; 0 for the book before its first.
    pub change: u64,
    /// When that change was made; nothing when it is not kept.
    pub made: Option<Moment>,
    /// How many records were changed outside of the program since, in a way that hides what they were then. An edit by
    /// hand has no day: as far as it goes with what the program did, it stands in every moment.
    pub unclear: usize,
    /// Why the day of the baseline could not be looked up.
    pub unread: Option<StoreError>,
}

/// Why a moment cannot be shown.
#[derive(Debug, Clone, PartialEq)]
pub enum NoMoment {
    /// The day is yet to come.
    Future {
        /// The day.
        day: Day,
        /// The day that it is now.
        today: Day,
    },
    /// No checkpoint has this name.
    Unknown {
        /// The name.
        name: Text,
        /// The names that there are, the newest first.
        known: Vec<Text>,
        /// The number of the oldest change that is kept; above 1 when older ones are not.
        oldest: u64,
    },
    /// No change has this number.
    OutOfRange {
        /// The number.
        number: u64,
        /// The first and the last number that can be shown.
        range: (u64, u64),
    },
    /// The day lies before the oldest change that is kept.
    BeforeKept {
        /// The day.
        day: Day,
        /// The number of that change.
        oldest: u64,
        /// When it was made; nothing when no change is kept.
        made: Option<Moment>,
    },
    /// The history cannot be read up to there.
    Unread {
        /// Why.
        error: Box<StoreError>,
        /// The number of the oldest change that can be read.
        oldest: u64,
    },
}

/// Takes one change back. Where a record is not as the change left it, somebody else changed it since: both changes are
/// kept field by field, and where they disagree the record is as it was before the change.
pub fn take_back(models: &mut Models, entry: &Entry) -> Vec<Conflict> {
    let Some(back) = entry.deed.applied().map(crate::model::Transaction::inverse) else { return Vec::new() };
    let (mut conflicts, _) = replay(&mut models.book, &back.changes);
    conflicts.extend(replay(&mut models.baseline, &back.baseline).0);
    conflicts
}

impl Then {
    /// The book as it was at `at`, from the present one, of which `past` is the past. `baseline_on` is the day of the
    /// present baseline, `today` the present day. The models are cheap to copy; memory is needed for what changed since.
    ///
    /// # Errors
    /// When there is no such moment, or the history does not reach back to it.
    pub fn of(
        models: Models,
        baseline_on: Option<Day>,
        past: Past,
        at: &At,
        today: Day,
    ) -> Result<Self, NoMoment> {
        match at {
            At::Day(day) if *day > today => return Err(NoMoment::Future { day: *day, today }),
            At::Change(number) if *number > past.newest() => {
                return Err(NoMoment::OutOfRange { number: *number, range: (0, past.newest()) });
            }
            At::Day(_) | At::Name(_) | At::Change(_) => {}
        }
        let mut back = Back { models, unclear: FxHashSet::default(), baseline_on, was_other: false, past };
        back.to(at, today)
    }
}

/// The way back.
struct Back {
    models: Models,
    unclear: FxHashSet<Key>,
    /// The day of the present baseline.
    baseline_on: Option<Day>,
    /// Whether a change of the baseline was taken back: then its day was another.
    was_other: bool,
    past: Past,
}

impl Back {
    fn to(&mut self, at: &At, today: Day) -> Result<Then, NoMoment> {
        let (mut known, mut made) = (Vec::new(), None);
        while let Some(entry) = self.past.next() {
            let entry = entry.map_err(|error| self.unread(error))?;
            if at.is_reached_by(&entry) {
                return Ok(self.arrived(entry.seq, Some(entry)));
            }
            if let Deed::Named(name) = &entry.deed {
                known.push(name.clone());
            }
            made = Some(entry.at);
            self.take(&entry);
        }
        let oldest = self.past.reached();
        match at {
            At::Day(day) if oldest > 1 && (made.is_some() || *day < today) => {
                Err(NoMoment::BeforeKept { day: *day, oldest, made })
            }
            At::Change(number) if number.saturating_add(1) < oldest => {
                Err(NoMoment::OutOfRange { number: *number, range: (oldest - 1, self.past.newest()) })
            }
            At::Name(name) => Err(NoMoment::Unknown { name: name.clone(), known, oldest }),
            At::Day(_) | At::Change(_) => Ok(self.arrived(oldest.saturating_sub(1), None)),
        }
    }

    fn take(&mut self, entry: &Entry) {
        let conflicts = take_back(&mut self.models, entry);
        self.unclear.extend(conflicts.into_iter().map(|conflict| conflict.key));
        self.was_other |= is_of_baseline(entry);
    }

    fn arrived(&mut self, change: u64, entry: Option<Entry>) -> Then {
        let made = entry.as_ref().map(|entry| entry.at);
        let day = if self.was_other { self.day_of_baseline(entry) } else { Ok(self.baseline_on) };
        let (baseline_on, unread) = day.map_or_else(|error| (None, Some(error)), |day| (day, None));
        let models = std::mem::take(&mut self.models);
        Then { models, baseline_on, change, made, unclear: self.unclear.len(), unread }
    }

    /// The day of the change that last touched the baseline, from this entry backwards.
    fn day_of_baseline(&mut self, from: Option<Entry>) -> Result<Option<Day>, StoreError> {
        let mut entries = from.map(Ok).into_iter().chain(self.past.by_ref());
        let found = entries.find(|entry| entry.as_ref().map_or(true, is_of_baseline));
        found.transpose().map(|entry| entry.map(|entry| entry.at.day()))
    }

    fn unread(&self, error: StoreError) -> NoMoment {
        NoMoment::Unread { error: Box::new(error), oldest: self.past.reached() }
    }
}

fn is_of_baseline(entry: &Entry) -> bool {
    entry.deed.applied().is_some_and(|step| !step.baseline.is_empty())
}

#[cfg(test)]
mod tests;
