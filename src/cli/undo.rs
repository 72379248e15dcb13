//! `undo`, `redo`: steps taken back and done again, as the screens do it.

use super::args::Steps;
use super::around::Around;
use super::books::Desk;
use super::change;
use super::check;
use super::fail::{Exit, Fail};
use super::item::Item;
use super::look::ends;
use super::out::Out;
use crate::app::Reading;
use crate::edit::{Book, Receipt, Rejection};
use crate::model::Key;
use crate::store::Deed;
use crate::tui::jobs;
use std::sync::PoisonError;

/// Which way along the line of steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Steps are taken back.
    Back,
    /// Steps are done again.
    Again,
}

/// Takes steps back, or does them again, the nearest first.
///
/// # Errors
/// When the book cannot be read, or not be written.
pub fn run(args: &Steps, way: Way, around: &Around, out: &mut Out) -> Result<Exit, Fail> {
    let (mut items, words) = (Vec::new(), around.lang.history());
    if args.dry_run {
        let mut reading = around.look(out)?;
        let about = check::about(&reading);
        let oldest = reach_in(&mut reading, way, args.steps);
        let gone = go(&mut reading.book, way, args.steps);
        for deed in &gone.deeds {
            items.push(change::of(around, reading.book.model(), None, deed));
        }
        let exit = say(around, &reading.book, &gone, (way, args.steps, oldest), &items, out);
        change::tell(around, &about, items, out)?;
        out.say(words.dry_run);
        return Ok(ends(&reading, exit));
    }
    let mut desk = Desk::open(around, &around.folder(None)?, out)?;
    let oldest = if way == Way::Back { desk.reach(args.steps) } else { None };
    let gone = go(&mut desk.book, way, args.steps);
    for entry in desk.confirm_all(around, gone.deeds.clone()).map_err(|e| around.refused(&e))? {
        items.push(change::item(around, desk.book.model(), &entry));
    }
    let saved = if items.is_empty() { None } else { Some(desk.save(around)?) };
    let exit = say(around, &desk.book, &gone, (way, args.steps, oldest), &items, out);
    change::tell(around, &desk.about(), items, out)?;
    if let Some(saved) = saved {
        out.say(&around.lang.files().saved(saved.files, &desk.meta.name.show()));
    }
    Ok(exit)
}

/// Reads so much of the history of a book that is only looked at, that so many steps can be taken back.
fn reach_in(reading: &mut Reading, way: Way, steps: usize) -> Option<u64> {
    let journal = reading.desk.journal.lock().unwrap_or_else(PoisonError::into_inner);
    (way == Way::Back).then(|| jobs::reach(&mut reading.book, &journal, &[], steps)).flatten()
}

/// Steps that were taken back or done again.
struct Gone {
    deeds: Vec<Deed>,
    /// Records that somebody else changed since: what they did stands.
    stands: Vec<Key>,
}

/// Goes as many steps as there are, at most so many.
fn go(book: &mut Book, way: Way, steps: usize) -> Gone {
    let step = |book: &mut Book| -> Result<Receipt, Rejection> {
        match way {
            Way::Back => book.undo(),
            Way::Again => book.redo(),
        }
    };
    let (mut deeds, mut stands) = (Vec::new(), Vec::new());
    while deeds.len() < steps {
        let Ok(receipt) = step(book) else { break };
        stands.extend(receipt.stands);
        deeds.push(match way {
            Way::Back => Deed::Undid(receipt.entry),
            Way::Again => Deed::Redid(receipt.entry),
        });
    }
    stands.sort_unstable();
    stands.dedup();
    Gone { deeds, stands }
}

/// Says what was done, and what was left as it is; fewer steps than were asked for are not all.
fn say(
    around: &Around,
    book: &Book,
    gone: &Gone,
    (way, asked, oldest): (Way, usize, Option<u64>),
    items: &[Item],
    out: &mut Out,
) -> Exit {
    let screen = around.lang.screen();
    for item in items {
        out.say(item.get("what").as_str().unwrap_or_default());
    }
    if let Some(names) = around.lang.few_names(book.model(), &gone.stands) {
        out.say(&screen.stands(&names));
    }
    if items.len() == asked {
        return Exit::Done;
    }
    match (way, oldest.filter(|oldest| *oldest > 1)) {
        (Way::Back, Some(oldest)) => out.say(&screen.none_older(oldest)),
        (Way::Back, None) => out.say(screen.nothing_to_undo),
        (Way::Again, _) => out.say(screen.nothing_to_redo),
    }
    Exit::Refused
}
