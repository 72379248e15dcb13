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
use crate::edit::{Book, Receipt, Rejection};
use crate::store::Deed;

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
        for deed in go(&mut reading.book, way, args.steps) {
            items.push(change::of(around, reading.book.model(), None, &deed));
        }
        let exit = say(around, way, args.steps, &items, out);
        change::tell(around, &about, items, out)?;
        out.say(words.dry_run);
        return Ok(ends(&reading, exit));
    }
    let mut desk = Desk::open(around, &around.folder(None)?, out)?;
    let deeds = go(&mut desk.book, way, args.steps);
    for entry in desk.confirm_all(around, deeds).map_err(|e| around.refused(&e))? {
        items.push(change::item(around, desk.book.model(), &entry));
    }
    let saved = if items.is_empty() { None } else { Some(desk.save(around)?) };
    let exit = say(around, way, args.steps, &items, out);
    change::tell(around, &desk.about(), items, out)?;
    if let Some(saved) = saved {
        out.say(&around.lang.files().saved(saved.files, &desk.meta.name.show()));
    }
    Ok(exit)
}

/// Goes as many steps as there are, at most so many.
fn go(book: &mut Book, way: Way, steps: usize) -> Vec<Deed> {
    let step = |book: &mut Book| -> Result<Receipt, Rejection> {
        match way {
            Way::Back => book.undo(),
            Way::Again => book.redo(),
        }
    };
    let mut deeds = Vec::new();
    while deeds.len() < steps {
        let Ok(receipt) = step(book) else { break };
        deeds.push(match way {
            Way::Back => Deed::Undid(receipt.entry),
            Way::Again => Deed::Redid(receipt.entry),
        });
    }
    deeds
}

/// Says what was done; fewer steps than were asked for are not all.
fn say(around: &Around, way: Way, asked: usize, items: &[Item], out: &mut Out) -> Exit {
    for item in items {
        out.say(item.get("what").as_str().unwrap_or_default());
    }
    if items.len() == asked {
        return Exit::Done;
    }
    let screen = around.lang.screen();
    out.say(match way {
        Way::Back => screen.nothing_to_undo,
        Way::Again => screen.nothing_to_redo,
    });
    Exit::Refused
}
