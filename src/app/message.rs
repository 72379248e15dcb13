//! What happens to the program, and what it asks to be done outside: plain data both ways.

use super::Desk;
use super::job::{Done, Job};
use super::picker::Judged;
use crate::action::Action;
use crate::keymap::Key;
use crate::store::Entry;

/// What happens to the program.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The mouse asks for a line of a pane: its number, the line on screen, and whether it is a double click.
    Click {
        /// The number of the pane.
        pane: usize,
        /// The line of the list on screen, 0 the first shown.
        line: usize,
        /// True for the second of two quick clicks.
        double: bool,
    },
    /// The wheel turned over a pane, by so many lines.
    Wheel {
        /// The number of the pane.
        pane: usize,
        /// Lines, negative for up.
        by: isize,
    },
    /// A hint was clicked, or something else that stands for an action.
    Run(Action),
    /// The window has this many columns and rows.
    Resize(u16, u16),
    /// The time is over after which the keys that go on are shown.
    HintsDue,
    /// Long work is so far: done, of all.
    Progress(Task, usize, usize),
    /// What is known so far of the candidates of a picker: the question, and the answer.
    Judged(u64, Judged),
    /// Long work is done.
    Done(Done),
}

/// Long work that can be replaced and cancelled by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Task {
    /// Writing the book.
    Save,
    /// Writing into the journal.
    Journal,
    /// Keeping forms that are not confirmed.
    Forms,
    /// Reading a book.
    Open,
    /// Reading files to import.
    Import,
    /// Judging the whole book.
    Check,
    /// Putting all rows in order.
    Order,
    /// Gathering the deadlines of the book.
    Agenda,
    /// Reading what was done.
    History,
    /// Going back to a moment.
    Moment,
    /// Reading what was done further back, to undo it.
    Undo,
    /// Judging what moves.
    Transfer,
    /// Judging the candidates of a picker.
    Judge,
    /// Judging a step on many records.
    Bulk,
}

/// What the program asks to be done outside.
#[derive(Debug)]
pub enum Effect {
    /// Start long work; work of the same name is cancelled.
    Run(Task, Job),
    /// Write steps into the journal, behind those that wait already, and tell when the disk has them.
    Journal(Desk, Vec<Entry>),
    /// Stop long work.
    Cancel(Task),
    /// Put text on the clipboard.
    Copy(String),
    /// Send [`Msg::HintsDue`] after a third of a second.
    WakeForHints,
    /// Give the terminal back to the shell until it continues the program.
    Suspend,
    /// Draw everything anew.
    Redraw,
    /// End the program.
    Quit,
}
