//! The history as it is wound back: change by change, with the book as it was then, so that records are called what they
//! were called.

use crate::app::{App, Desk};
use crate::i18n::{Lang, history::minute};
use crate::model::Moment;
use crate::query::fold::fold;
use crate::store::{Deed, Entry, Kind, Models, Past, StoreError, take_back};
use std::sync::PoisonError;

/// So many changes are read at once.
const PAGE: usize = 200;

/// A change, as the history shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Its number.
    pub seq: u64,
    /// When it was made.
    pub at: Moment,
    /// What kind of change it was.
    pub kind: Kind,
    /// How many records it changed.
    pub records: usize,
    /// What was done, as a sentence, safe to show.
    pub text: String,
    /// True when it was taken back since.
    pub is_undone: bool,
    /// True for the newest change that the files of the book have.
    pub is_saved: bool,
    /// What a filter looks through.
    pub folded: String,
}

/// Where the changes come from.
#[derive(Debug)]
enum Source {
    /// The folder of a book, not looked at yet; and what its journal has not confirmed.
    Folder(Desk, Vec<Entry>),
    /// The folder, as far as it was read.
    Past(Box<Past>),
    /// This run alone, the oldest first.
    Run(Vec<Entry>),
}

/// The history, wound back to some change.
#[derive(Debug)]
pub struct Reel {
    source: Source,
    models: Models,
    lang: Lang,
    undone: Undone,
    /// The number of the newest change that is saved; nothing when that is not known, or was told.
    saved: Option<u64>,
    pub(super) reached: u64,
}

/// A page of the history to read.
#[derive(Debug)]
pub struct Paging {
    /// The question.
    pub asked: u64,
    /// Where to read on.
    pub reel: Reel,
}

/// A page of the history.
#[derive(Debug)]
pub struct Page {
    /// The question that it answers.
    pub asked: u64,
    /// The changes, the newest first.
    pub told: Vec<Told>,
    /// Where to read on; nothing at the end.
    pub reel: Option<Reel>,
    /// Why it ends, when something could not be read.
    pub error: Option<StoreError>,
    /// The number of the oldest change that was read.
    pub reached: u64,
}

/// What was taken back: the newest first, an undo stands before the step that it took back.
#[derive(Debug, Default)]
struct Undone {
    undos: usize,
    redos: usize,
}

impl Undone {
    /// Takes in the next older change; true when it was taken back.
    fn takes(&mut self, deed: &Deed) -> bool {
        match deed {
            Deed::Named(_) => false,
            Deed::Undid(_) if self.redos > 0 => {
                self.redos -= 1;
                false
            }
            Deed::Undid(_) => {
                self.undos += 1;
                false
            }
            Deed::Redid(_) if self.undos == 0 => {
                self.redos += 1;
                false
            }
            Deed::Did(_) | Deed::Redid(_) => {
                let is_undone = self.undos > 0;
                self.undos = self.undos.saturating_sub(1);
                is_undone
            }
        }
    }
}

impl App {
    /// The whole history, at its newest end.
    pub(super) fn new_reel(&self) -> Reel {
        let source = match &self.opened.desk {
            Some(desk) => Source::Folder(desk.clone(), self.unsaved.waiting().to_vec()),
            None => Source::Run(self.unsaved.of_run().to_vec()),
        };
        let book = self.present_book();
        let models = Models { book: book.model().clone(), baseline: book.baseline().clone() };
        let reached = self.unsaved.seq() + 1;
        Reel { source, models, lang: self.lang, undone: Undone::default(), saved: None, reached }
    }
}

impl Reel {
    /// The models as they are before the change that was told last.
    pub fn models(&self) -> &Models {
        &self.models
    }

    /// Looks into the folder, when that was not done yet.
    fn begin(&mut self) {
        if let Source::Folder(desk, waiting) = &self.source {
            let journal = desk.journal.lock().unwrap_or_else(PoisonError::into_inner);
            let last = journal.last();
            self.saved = Some(journal.entries().first().map_or(last, |first| first.seq - 1));
            let past = journal.past(waiting);
            drop(journal);
            self.source = Source::Past(Box::new(past));
        }
    }

    /// The next older change; nothing at the end.
    pub(super) fn older(&mut self) -> Option<Result<Entry, StoreError>> {
        self.begin();
        let next = match &mut self.source {
            Source::Past(past) => past.next(),
            Source::Run(entries) => entries.pop().map(Ok),
            Source::Folder(..) => None,
        };
        if let Some(Ok(entry)) = &next {
            self.reached = entry.seq;
        }
        next
    }

    /// Takes a change back.
    pub(super) fn wind(&mut self, entry: &Entry) -> usize {
        take_back(&mut self.models, entry).len()
    }

    fn tell(&mut self, entry: &Entry) -> Told {
        let text = self.lang.deed(&self.models.book, &entry.deed);
        let kind = entry.kind();
        let is_saved = self.saved.take_if(|saved| *saved >= entry.seq).is_some();
        let words = format!("{} {} {text}", minute(entry.at), self.lang.kind(kind));
        let folded = fold(&words).into_owned();
        let is_undone = self.undone.takes(&entry.deed);
        self.wind(entry);
        let records = entry.touched();
        Told { seq: entry.seq, at: entry.at, kind, records, text, is_undone, is_saved, folded }
    }
}

impl Paging {
    /// Reads a page; nothing comes of it when it is told not to go on.
    pub fn run(self, goes_on: impl Fn() -> bool) -> Option<Page> {
        let Self { asked, mut reel } = self;
        let (mut told, mut error, mut is_over) = (Vec::new(), None, false);
        while told.len() < PAGE && !is_over {
            if !goes_on() {
                return None;
            }
            match reel.older() {
                Some(Ok(entry)) => told.push(reel.tell(&entry)),
                Some(Err(why)) => (error, is_over) = (Some(why), true),
                None => is_over = true,
            }
        }
        let reached = reel.reached;
        Some(Page { asked, told, error, reached, reel: (!is_over).then_some(reel) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Transaction, Verb};

    /// What is undone of deeds written as letters, the oldest first: d did, u undid, r redid, n named.
    fn undone(deeds: &str) -> String {
        let mut undone = Undone::default();
        let step = || Transaction::new(Verb::Edit, Vec::new());
        let of = |letter: char| match letter {
            'd' => Deed::Did(step()),
            'u' => Deed::Undid(step()),
            'r' => Deed::Redid(step()),
            _ => Deed::Named("x".into()),
        };
        let told = deeds.chars().rev().map(|letter| if undone.takes(&of(letter)) { '-' } else { letter });
        told.collect::<Vec<_>>().into_iter().rev().collect()
    }

    #[test]
    fn what_was_taken_back_is_told_apart() {
        for (deeds, told) in [
            ("ddd", "ddd"),
            ("ddu", "d-u"),
            ("dduu", "--uu"),
            ("ddur", "ddur"),
            ("duru", "-u-u"),
            ("dnudur", "-nudur"),
            ("ddudu", "d-u-u"),
        ] {
            assert_eq!(undone(deeds), told, "{deeds}");
        }
    }
}
