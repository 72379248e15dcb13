//! `checkpoint` and `restore`: a moment gets a name, and a moment is brought back.

use super::args::{Checkpoint, Restore};
use super::around::Around;
use super::books::Desk;
use super::change;
use super::check;
use super::fail::{Exit, Fail};
use super::look::ends;
use super::out::{self, Out};
use crate::edit::{Book, Receipt, Rejection};
use crate::model::Text;
use crate::store::{At, Deed, Models, Past, Then, moment};

/// Gives this moment a name.
///
/// # Errors
/// When the text is no name or is one already, or the book cannot be written.
pub fn checkpoint(args: &Checkpoint, around: &Around, out: &mut Out) -> Result<Exit, Fail> {
    let name = moment::checkpoint(&args.name);
    let name = name.map_err(|bad| Fail::new(Exit::Usage, around.lang.bad_name(bad)))?;
    let mut desk = Desk::open(around, &around.folder(None)?, out)?;
    expect_free(around, desk.past(), &name)?;
    let mut items = Vec::new();
    for entry in desk.confirm_all(around, vec![Deed::Named(name)]).map_err(|e| around.refused(&e))? {
        out.say(&(around.lang.history().set)(&around.lang.deed(desk.book.model(), &entry.deed), entry.seq));
        items.push(change::item(around, desk.book.model(), &entry));
    }
    change::tell(around, &desk.about(), items, out)?;
    Ok(Exit::Done)
}

/// A name stands for one moment. Where the history ends before its beginning no name could be found anyway.
fn expect_free(around: &Around, past: Past, name: &Text) -> Result<(), Fail> {
    let at = At::Name(name.clone());
    for entry in past {
        match entry {
            Ok(entry) if at.is_reached_by(&entry) => {
                let taken = around.lang.name_taken(name, &entry);
                return Err(Fail::new(Exit::Refused, taken));
            }
            Ok(_) => {}
            Err(error) => out::complain(&around.lang.store_error(&error)),
        }
    }
    Ok(())
}

/// Brings a moment back as one step.
///
/// # Errors
/// When there is no such moment, or the book cannot be read or written.
pub fn restore(args: &Restore, around: &Around, out: &mut Out) -> Result<Exit, Fail> {
    let at = around.moment(&args.moment)?;
    let words = around.lang.history();
    if args.dry_run {
        let (folder, opened) = around.opened(out)?;
        let past = opened.journal.past(&[]);
        let then = past_book(around, opened.models.clone(), past, &at, out)?;
        let mut reading = crate::tui::jobs::reading(&folder, opened, around.today());
        let Some(receipt) = brought(around, &mut reading.book, &then)? else { return Ok(same(around, out)) };
        tell(around, &reading.book, &receipt, out);
        let deed = Deed::Did(receipt.entry);
        let item = change::of(around, reading.book.model(), None, &deed);
        change::tell(around, &check::about(&reading), vec![item], out)?;
        out.say(words.dry_run);
        return Ok(ends(&reading, Exit::Done));
    }
    let mut desk = Desk::open(around, &around.folder(None)?, out)?;
    let models = Models { book: desk.book.model().clone(), baseline: desk.book.baseline().clone() };
    let then = past_book(around, models, desk.past(), &at, out)?;
    let Some(receipt) = brought(around, &mut desk.book, &then)? else { return Ok(same(around, out)) };
    let mut items = Vec::new();
    for entry in
        desk.confirm_all(around, vec![Deed::Did(receipt.entry.clone())]).map_err(|e| around.refused(&e))?
    {
        items.push(change::item(around, desk.book.model(), &entry));
    }
    let saved = desk.save(around)?;
    tell(around, &desk.book, &receipt, out);
    change::tell(around, &desk.about(), items, out)?;
    out.say(&around.lang.files().saved(saved.files, &desk.meta.name.show()));
    Ok(Exit::Done)
}

/// The book as it was, and says which moment that is.
fn past_book(around: &Around, models: Models, past: Past, at: &At, out: &mut Out) -> Result<Then, Fail> {
    let then = Then::of(models, None, past, at, around.latest()).map_err(|no| around.no_moment(&no))?;
    around.lang.as_it_was(&at.to_string(), &then).iter().for_each(|line| out.say(line));
    Ok(then)
}

/// Makes the book what it was then; nothing when it is that already.
fn brought(around: &Around, book: &mut Book, then: &Then) -> Result<Option<Receipt>, Fail> {
    match book.commit(book.restoring(&then.models.book)) {
        Ok(receipt) => Ok(Some(receipt)),
        Err(Rejection::Nothing) => Ok(None),
        Err(Rejection::Stale(_) | Rejection::Broken(_)) => {
            Err(Fail::new(Exit::Refused, around.lang.history().misfit))
        }
    }
}

fn tell(around: &Around, book: &Book, receipt: &Receipt, out: &mut Out) {
    out.say(&around.lang.step(book.model(), &receipt.entry));
    let problems = (around.lang.commands().new_problems)(receipt.appeared.len(), receipt.cleared);
    if !problems.is_empty() {
        out.say(&problems);
    }
}

fn same(around: &Around, out: &mut Out) -> Exit {
    out.say(around.lang.history().same);
    Exit::Done
}
