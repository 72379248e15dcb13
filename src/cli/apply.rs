//! `apply`: the edits of a script, one after another, each confirmed before the next; what is confirmed is told at once.

mod ack;
mod line;
mod script;
mod step;

use std::io;
use std::path::Path;

use super::args;
use super::around::Around;
use super::books::Desk;
use super::fail::{Exit, Fail, exit_of};
use super::out::{Out, complain};
use crate::edit::Receipt;
use crate::model::{Transaction, show};
use crate::store::error::Doing;
use crate::store::{Deed, StoreError};
use ack::Ack;
use line::Edit;
use script::Script;
use step::{Not, Planned};

/// Does the edits of a script.
///
/// # Errors
/// When the book or the script cannot be read, a line is no edit, an edit is refused, or the disk refuses. What was
/// confirmed before stays.
pub fn run(args: &args::Apply, around: &Around, out: &mut Out) -> Result<Exit, Fail> {
    let folder = around.folder(None)?;
    let script = Script::open(&args.script).map_err(|error| unreadable(around, &args.script, &error))?;
    let desk = Desk::open(around, &folder, out)?;
    let mut work = Work { around, desk, tally: Tally::default() };
    match work.through(script, args.keep_going, out) {
        Err(Stop::Unconfirmed(fail)) => Err(fail),
        Err(Stop::At(fail)) => {
            work.end(args.draft, out)?;
            Err(fail)
        }
        Ok(()) => {
            work.end(args.draft, out)?;
            Ok(if work.tally.refused == 0 { Exit::Done } else { Exit::Refused })
        }
    }
}

fn unreadable(around: &Around, script: &Path, error: &io::Error) -> Fail {
    around.refused(&StoreError::system(Doing::Read, script, error))
}

/// Why a script ends early.
enum Stop {
    /// The edit is not confirmed: nothing more can be written.
    Unconfirmed(Fail),
    /// The script goes no further; what was confirmed is there.
    At(Fail),
}

/// What became of the edits.
#[derive(Default)]
struct Tally {
    /// How many edits were read.
    read: usize,
    confirmed: usize,
    refused: usize,
    appeared: usize,
    cleared: usize,
    is_unsaved: bool,
}

/// A script at work on a book.
struct Work<'a> {
    around: &'a Around,
    desk: Desk,
    tally: Tally,
}

impl Work<'_> {
    fn through(&mut self, mut script: Script, keep_going: bool, out: &mut Out) -> Result<(), Stop> {
        let words = self.around.lang.apply();
        let unread = |script: &Script, error| Stop::At(unreadable(self.around, script.name(), &error));
        let mut next = script.next();
        while let Some((line, bytes)) = next.map_err(|error| unread(&script, error))? {
            let bytes = bytes.ok_or_else(|| wrong((words.too_long)(line)))?;
            let edit = line::read(script.name(), line, bytes)
                .map_err(|error| wrong(self.around.lang.store_error(&error)))?;
            if let Some(edit) = edit {
                self.one(&edit, line, keep_going, out)?;
            }
            next = script.next();
        }
        Ok(())
    }

    /// Does an edit, and tells that it is confirmed or why it is refused.
    fn one(&mut self, edit: &Edit, line: usize, keep_going: bool, out: &mut Out) -> Result<(), Stop> {
        let words = self.around.lang.apply();
        self.tally.read += 1;
        match self.done(edit) {
            Ok(ack) => {
                self.tally.confirmed += 1;
                ack.tell(self.tally.read, line, self.around.format, out).map_err(|fail| {
                    Stop::At(if fail == Fail::Closed {
                        Fail::new(Exit::Unwritable, words.unread)
                    } else {
                        fail
                    })
                })
            }
            Err(Not::Wrong(why)) => Err(wrong((words.at)(line, &why))),
            Err(Not::Refused(why)) => {
                self.tally.refused += 1;
                complain(&(words.refused)(line, &why.join("\n  ")));
                let stop = || Stop::At(Fail::new(Exit::Refused, words.stopped));
                if keep_going { Ok(()) } else { Err(stop()) }
            }
            Err(Not::Unconfirmed(error)) => {
                let why = self.around.lang.store_error(&error);
                let fail = Fail::new(exit_of(&error).max(Exit::Unwritable), (words.unconfirmed)(line, &why));
                Err(Stop::Unconfirmed(fail))
            }
        }
    }

    fn done(&mut self, edit: &Edit) -> Result<Ack, Not> {
        match edit {
            Edit::Undo => {
                let receipt = step::undo(self.around, &mut self.desk)?;
                self.confirmed(receipt, Deed::Undid).map(|step| Ack::of_step("Undo", &step))
            }
            Edit::Redo => {
                let receipt = step::redo(self.around, &mut self.desk)?;
                self.confirmed(receipt, Deed::Redid).map(|step| Ack::of_step("Redo", &step))
            }
            Edit::Save => {
                let saved = self.desk.write().map_err(Not::Unconfirmed)?;
                self.tally.is_unsaved = false;
                Ok(Ack::of_save(saved.generation))
            }
            Edit::Set { .. } | Edit::Add { .. } | Edit::Remove { .. } | Edit::Import { .. } => {
                self.step(edit)
            }
        }
    }

    fn step(&mut self, edit: &Edit) -> Result<Ack, Not> {
        let Planned { step, fields, key, waive } = step::plan(self.around, &self.desk, edit)?;
        let step = match step {
            Some(step) => {
                let receipt = step::commit(self.around, &mut self.desk, step, waive)?;
                Some(self.confirmed(receipt, Deed::Did)?)
            }
            None => None,
        };
        if let Edit::Import { us, .. } = edit {
            self.desk.belongs_to(*us);
        }
        let changed = step.map_or(0, |step| step.changes.len());
        Ok(Ack::of_record(edit.word(), self.desk.book.model(), key, &fields, changed))
    }

    /// Waits until the disk has a step.
    fn confirmed(&mut self, receipt: Receipt, deed: fn(Transaction) -> Deed) -> Result<Transaction, Not> {
        self.tally.is_unsaved = true;
        self.desk.confirm(self.around, deed(receipt.entry.clone())).map_err(Not::Unconfirmed)?;
        self.tally.appeared += receipt.appeared.len();
        self.tally.cleared += receipt.cleared;
        Ok(receipt.entry)
    }

    /// Saves what was done, and tells people what that was.
    fn end(&mut self, draft: bool, out: &mut Out) -> Result<(), Fail> {
        let (words, tally) = (self.around.lang.apply(), &self.tally);
        if tally.read > 0 {
            out.say(&(words.told)(tally.confirmed, tally.refused));
        }
        let problems = (self.around.lang.commands().new_problems)(tally.appeared, tally.cleared);
        Some(problems).filter(|line| !line.is_empty()).iter().for_each(|line| out.say(line));
        if !tally.is_unsaved {
            return Ok(());
        }
        if draft {
            out.say(words.draft);
            return Ok(());
        }
        let saved = self.desk.write().map_err(|error| {
            Fail::new(Exit::Unwritable, (words.not_saved)(&self.around.lang.store_error(&error)))
        })?;
        out.say(&self.around.lang.files().saved(saved.files, &show(self.desk.meta.name.raw())));
        Ok(())
    }
}

fn wrong(words: String) -> Stop {
    Stop::At(Fail::new(Exit::Usage, words))
}
