//! What can be wrong with a query: typed values with their place, for the sentences of `i18n`.

use super::term::{Pane, Term};
use crate::model::{Day, Text};
use std::ops::Range;

/// Why a query cannot be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where, in bytes of the query.
    pub at: Range<usize>,
    /// What.
    pub trouble: Trouble,
    /// Whether more typing may mend it.
    pub progress: Progress,
}

/// Whether a query that cannot be answered is wrong, or only not typed to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// It ends inside a term; the last result stays while it is typed.
    Unfinished,
    /// No further letter makes it right.
    Wrong,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// There is no such field; the second is the one whose name is near.
    UnknownField(Text, Option<Term>),
    /// The field means nothing in this pane.
    NotHere(Term, Pane),
    /// The field has a list of words ([`Term::choices`]) and this is none of them; the last is the nearest.
    UnknownValue(Term, Text, Option<&'static str>),
    /// The field is a number and this is none.
    NotANumber(Term, Text),
    /// The field is a day and this is none; the last is the nearest day of the calendar.
    NotADate(Term, Text, Option<Day>),
    /// The field has no value.
    NoValue(Term),
    /// A quotation is not closed.
    OpenQuote,
    /// A quotation is empty.
    EmptyQuote,
    /// A parenthesis is not closed.
    OpenGroup,
    /// A parenthesis is empty.
    EmptyGroup,
    /// A parenthesis closes nothing.
    StrayClose,
    /// `or` has nothing on one side.
    NothingBesideOr,
    /// `-` or `not` has nothing behind it.
    NothingToNegate,
    /// The query is longer than so many bytes.
    TooLong(usize),
    /// Parentheses or negations are nested deeper than this.
    TooDeep(usize),
}

impl Problem {
    pub(super) fn wrong(at: Range<usize>, trouble: Trouble) -> Self {
        Self { at, trouble, progress: Progress::Wrong }
    }

    pub(super) fn unfinished(at: Range<usize>, trouble: Trouble) -> Self {
        Self { at, trouble, progress: Progress::Unfinished }
    }

    /// True while more typing may mend it.
    pub fn is_unfinished(&self) -> bool {
        self.progress == Progress::Unfinished
    }
}
