//! The work of a picker that takes too long for a key: every candidate judged, and tried whether it can be fixed. Runs
//! on a snapshot of the book.

use super::{Asking, Candidate, LISTED, Remedy, WINDOW};
use crate::edit::Book;
use crate::model::Key;

/// How often the work tells how far it is, and asks whether it is wanted.
const BATCH: usize = 64;

/// Candidates as the rules see them: the first of each kind, and how many there are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judged {
    /// The first that may be chosen.
    pub allowed: Vec<Candidate>,
    /// The first that may not.
    pub barred: Vec<Candidate>,
    /// How many may be chosen, of those that were judged.
    pub may: usize,
    /// How many may not.
    pub may_not: usize,
    /// True when there are more that were not judged.
    pub more: bool,
}

/// All candidates of a picker, to be judged.
#[derive(Debug)]
pub struct Judging {
    /// Which question it answers.
    pub asked: u64,
    /// The question.
    pub asking: Asking,
    /// The book, to try steps on.
    pub book: Book,
}

/// Who hears of the work.
pub trait Listener {
    /// What is known so far.
    fn hears(&self, asked: u64, judged: Judged);
    /// So many of so many are judged.
    fn progress(&self, done: usize, of: usize);
    /// True when nobody wants to know any more.
    fn is_gone(&self) -> bool;
}

impl Judged {
    /// Lists a candidate, as long as there is room, and counts it.
    pub(super) fn take(&mut self, candidate: Candidate) {
        let (list, count) = if candidate.allowed() {
            (&mut self.allowed, &mut self.may)
        } else {
            (&mut self.barred, &mut self.may_not)
        };
        *count += 1;
        if list.len() < LISTED {
            list.push(candidate);
        }
    }

    /// True when every candidate was judged.
    pub fn is_whole(&self) -> bool {
        !self.more
    }

    /// True when there are more than are listed.
    pub fn is_cut(&self) -> bool {
        let counted = self.may + self.may_not;
        self.more || self.allowed.iter().chain(&self.barred).filter(|c| c.key.is_some()).count() < counted
    }
}

impl Judging {
    /// Judges all: first what is on the screen, with its fixes, then the rest.
    pub fn run(mut self, to: &impl Listener) {
        let keys: Vec<Key> = self.asking.candidates(self.book.model()).collect();
        let mut list = self.asking.start();
        for (n, key) in keys.iter().enumerate() {
            if n % BATCH == 0 && n > 0 {
                to.progress(n, keys.len());
                if to.is_gone() {
                    return;
                }
            }
            list.take(self.asking.candidate(&mut self.book, *key));
            if n + 1 == WINDOW && keys.len() > WINDOW && self.try_fixes(&mut list, to) {
                to.hears(self.asked, Judged { more: true, ..list.clone() });
            }
        }
        if self.try_fixes(&mut list, to) {
            to.hears(self.asked, list);
        }
    }

    /// Tries what would make the listed candidates allowed; false when nobody wants to know any more.
    fn try_fixes(&mut self, list: &mut Judged, to: &impl Listener) -> bool {
        for candidate in list.barred.iter_mut().filter(|c| c.remedy == Remedy::Untried) {
            if to.is_gone() {
                return false;
            }
            candidate.remedy = self.asking.remedy(&mut self.book, candidate);
        }
        true
    }
}
