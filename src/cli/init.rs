//! `init`: a new book, empty or from files.

use super::args::Init;
use super::around::Around;
use super::books::Desk;
use super::fail::{Exit, Fail};
use super::import;
use super::out::Out;

/// Makes a new book. Nothing is written before every file is read.
///
/// # Errors
/// When there is one already, a file cannot be read, or the disk refuses.
pub fn run(args: &Init, around: &Around, out: &mut Out) -> Result<Exit, Fail> {
    let folder = around.folder(args.named.as_deref())?;
    let files = import::read_all(around, &args.from_portal)?;
    if let Some(why) = import::needs_of_new(around, &files, args.told) {
        return Err(why);
    }
    let mut desk = Desk::create(around, &folder)?;
    desk.belongs_to(args.told.us);
    let exit = if files.is_empty() {
        desk.save(around).map(|_| Exit::Done)
    } else {
        import::take_in(around, &mut desk, &files, args.told, out)
    }?;
    out.say(&(around.lang.commands().made)(&desk.place()));
    Ok(exit)
}
