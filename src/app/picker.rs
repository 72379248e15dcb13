//! Picking a record: the allowed ones first, then those that are not allowed now, each with its reason and whether a
//! fix would make it allowed. What is shown is judged at once, the rest by a worker.

mod asking;
mod choose;
mod judging;
mod keys;

pub use asking::{Asking, Purpose};
pub use judging::{Judged, Judging, Listener};

use super::App;
use super::job::Job;
use super::line::Line;
use super::message::Task;
use crate::edit::{Slot, Verdict};
use crate::model::{Key, Verb};
use crate::rules::Finding;
use rustc_hash::FxHashMap;

/// So many allowed and so many other candidates are listed; more are found by typing.
const LISTED: usize = 200;

/// So many candidates are judged before the picker is drawn: what fits on a screen.
const WINDOW: usize = 24;

/// What would make a candidate allowed that is not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Remedy {
    /// That is not known yet.
    #[default]
    Untried,
    /// These steps, the choice among them.
    Steps(Vec<Verb>),
    /// Nothing that this program can add to the step; what would still refuse it, as far as rules do.
    Nothing(Option<Finding>),
}

/// A line of the picker.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The record; nothing for the line that empties a field.
    pub key: Option<Key>,
    /// What the rules say of it.
    pub verdict: Verdict,
    /// What would make it allowed, when it is not.
    pub remedy: Remedy,
}

impl Candidate {
    /// True when it may be chosen as it is.
    pub fn allowed(&self) -> bool {
        self.verdict.allows()
    }
}

/// A list of records to pick one from.
#[derive(Clone, Debug)]
pub struct Picker {
    /// What it asks.
    pub asking: Asking,
    /// What is typed.
    pub line: Line,
    /// What is listed: the allowed ones first.
    pub list: Judged,
    /// True when those that are not allowed are hidden.
    pub hide_barred: bool,
    /// The line of the cursor.
    pub cursor: usize,
    /// The question that a worker answers.
    pub(super) asked: Option<u64>,
    known: FxHashMap<Key, Candidate>,
}

impl Picker {
    /// A picker for this purpose, with nothing typed.
    pub fn new(app: &mut App, purpose: Purpose) -> Self {
        let mut picker = Self {
            asking: Asking::new(app, purpose, ""),
            line: Line::default(),
            list: Judged::default(),
            hide_barred: false,
            cursor: 0,
            asked: None,
            known: FxHashMap::default(),
        };
        picker.fill(app);
        // To empty a field is rarely what it is opened for.
        if picker.list.allowed.first().is_some_and(|first| first.key.is_none())
            && picker.list.allowed.len() > 1
        {
            picker.step(app, 1);
        }
        picker
    }

    /// The gap that is filled; nothing where any record may be gone to.
    pub fn slot(&self) -> Option<&Slot> {
        self.asking.purpose.slot()
    }

    /// The candidate under the cursor.
    pub fn here(&self) -> Option<&Candidate> {
        self.at(self.cursor)
    }

    /// The candidate in a line.
    pub fn at(&self, line: usize) -> Option<&Candidate> {
        let allowed = &self.list.allowed;
        let barred = if self.hide_barred { &[] } else { self.list.barred.as_slice() };
        allowed.get(line).or_else(|| barred.get(line.checked_sub(allowed.len())?))
    }

    /// How many lines are shown.
    pub fn lines(&self) -> usize {
        self.list.allowed.len() + if self.hide_barred { 0 } else { self.list.barred.len() }
    }

    /// Finds what fits what is typed, judges the first of it, and leaves the rest to a worker.
    fn fill(&mut self, app: &mut App) {
        let most = if self.asking.is_judged() { self.asking.window() } else { LISTED };
        let mut found: Vec<Key> = self.asking.candidates(app.book.model()).take(most + 1).collect();
        let more = found.len() > most;
        found.truncate(most);
        let mut list = self.asking.start();
        for key in found {
            let candidate =
                self.known.entry(key).or_insert_with(|| self.asking.candidate(&mut app.book, key)).clone();
            list.take(candidate);
        }
        list.more = more;
        let untried = list.barred.iter().any(|candidate| candidate.remedy == Remedy::Untried);
        self.list = list;
        self.asked = None;
        if self.asking.is_judged() && (more || (untried && self.asking.is_fixed())) {
            let asked = app.new_question();
            self.asked = Some(asked);
            let judging = Judging { asked, asking: self.asking.clone(), book: app.book.to_try() };
            app.start(Task::Judge, Job::Judge(Box::new(judging)));
        }
        self.step(app, 0);
    }

    /// Takes in what the worker found; the cursor stays on its record.
    fn merge(&mut self, judged: Judged) {
        let here = self.here().cloned();
        for candidate in judged.allowed.iter().chain(&judged.barred) {
            candidate.key.map(|key| self.known.insert(key, candidate.clone()));
        }
        self.list = judged;
        let place = (0..self.lines()).find(|line| {
            let of = |candidate: Option<&Candidate>| candidate.map(|candidate| candidate.key);
            of(self.at(*line)) == of(here.as_ref())
        });
        self.cursor = place.unwrap_or(self.cursor).min(self.lines().saturating_sub(1));
    }
}

impl App {
    /// A new question for a worker: the answer to an earlier one is not wanted any more.
    pub(super) fn new_question(&mut self) -> u64 {
        self.questions += 1;
        self.questions
    }

    /// Takes what a worker found of the candidates of a picker, if that picker still asks.
    pub(super) fn judged(&mut self, asked: u64, judged: Judged) {
        if judged.is_whole() && self.pickers().any(|picker| picker.asked == Some(asked)) {
            self.running.retain(|(task, _, _)| *task != Task::Judge);
        }
        let mut of = self.pickers().filter(|picker| picker.asked == Some(asked));
        if let Some(picker) = of.next() {
            picker.merge(judged);
        }
    }

    fn pickers(&mut self) -> impl Iterator<Item = &mut Picker> {
        self.overlays.iter_mut().filter_map(|overlay| match overlay {
            super::Overlay::Picker(picker) => Some(picker.as_mut()),
            _ => None,
        })
    }

    /// Stops the worker when no picker waits for it any more.
    pub(super) fn drop_unasked(&mut self) {
        let runs = self.running.iter().any(|(task, _, _)| *task == Task::Judge);
        if runs && !self.pickers().any(|picker| picker.asked.is_some()) {
            self.running.retain(|(task, _, _)| *task != Task::Judge);
            self.effect(super::Effect::Cancel(Task::Judge));
        }
        self.drop_bulk();
    }
}
