//! What kind of change an entry of the journal is. Knows the model.

use crate::model::{Key, Transaction, Verb};

use super::journal::{Deed, Entry};

/// What kind of change an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Records were added, edited or removed by hand.
    Edit,
    /// Many records of one table at once, by hand.
    Bulk,
    /// Files were taken in.
    Import,
    /// A problem was mended by an offered fix.
    Fix,
    /// An operation of the programme, by its id: OP-31.
    Operation(&'static str),
    /// An earlier moment was brought back.
    Restore,
    /// A step was taken back.
    Undo,
    /// A step was done again.
    Redo,
    /// The moment got a name.
    Checkpoint,
}

impl Kind {
    /// The stable code, for programs.
    pub fn code(self) -> &'static str {
        match self {
            Self::Edit => "edit",
            Self::Bulk => "bulk",
            Self::Import => "import",
            Self::Fix => "fix",
            Self::Operation(_) => "operation",
            Self::Restore => "restore",
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::Checkpoint => "checkpoint",
        }
    }
}

impl Deed {
    /// What kind of change it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Did(step) => of_step(step),
            Self::Undid(_) => Kind::Undo,
            Self::Redid(_) => Kind::Redo,
            Self::Named(_) => Kind::Checkpoint,
        }
    }

    /// How many records of the book it changes; for a step that changes the baseline alone, how many of that.
    pub fn touched(&self) -> usize {
        self.applied().map_or(0, |step| match step.changes.len() {
            0 => step.baseline.len(),
            changes => changes,
        })
    }
}

impl Entry {
    /// What kind of change it is.
    pub fn kind(&self) -> Kind {
        self.deed.kind()
    }

    /// As [`Deed::touched`].
    pub fn touched(&self) -> usize {
        self.deed.touched()
    }
}

fn of_step(step: &Transaction) -> Kind {
    match (step.verb, step.verb.operation()) {
        (Verb::Import, _) => Kind::Import,
        (Verb::Fix, _) => Kind::Fix,
        (Verb::Restore, _) => Kind::Restore,
        (_, Some(operation)) => Kind::Operation(operation),
        (_, None) if is_of_many(step) => Kind::Bulk,
        (_, None) => Kind::Edit,
    }
}

/// More than one record, all of one table: what hangs on one record is of other tables.
fn is_of_many(step: &Transaction) -> bool {
    let mut tables = step.keys().map(Key::table);
    let first = tables.next();
    let mut rest = tables.peekable();
    rest.peek().is_some() && rest.all(|table| Some(table) == first)
}
