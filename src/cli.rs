//! The commands. Starts everything else, the screens too; prints through `out` alone.

mod agenda;
mod apply;
mod args;
mod around;
mod backup;
mod books;
mod change;
mod check;
mod doctor;
mod explain;
mod fail;
mod find;
mod fmt;
mod help;
mod import;
mod init;
mod item;
mod keys;
mod kind;
mod list;
mod log;
mod look;
pub mod out;
mod pick;
mod record;
mod relation;
mod restore;
mod screens;
mod show;
mod table;
mod undo;
mod who;

use crate::i18n::Lang;
use args::{Args, Command};
use around::Around;
use clap::{CommandFactory as _, Parser as _};
use fail::{Exit, Fail};
use out::Out;
use std::panic::{self, AssertUnwindSafe};
use std::process::ExitCode;
use std::sync::{Mutex, PoisonError};

/// Where the first panic was. Never what it said: that may hold data of the book.
static PANICKED_AT: Mutex<Option<String>> = Mutex::new(None);

/// Runs the command that the arguments name.
pub fn main() -> ExitCode {
    let args = match Args::try_parse().and_then(whole) {
        Ok(args) => args,
        Err(error) => return out::usage(&error),
    };
    if let Some(Command::Help(asked)) = &args.command
        && let Some(shown) = help::of_command(asked)
    {
        return shown;
    }
    let around = match Around::new(&args.global) {
        Ok(around) => around,
        Err(fail) => return fail.end(Lang::default()),
    };
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(|at| format!("{}:{}", at.file(), at.line()));
        *PANICKED_AT.lock().unwrap_or_else(PoisonError::into_inner) = place;
    }));
    match panic::catch_unwind(AssertUnwindSafe(|| run(&args, &around))) {
        Ok(Ok(exit)) => exit.into(),
        Ok(Err(fail)) => fail.end(around.lang),
        Err(_) => stopped(&around),
    }
}

/// What clap alone cannot say: flags of the screens mean nothing for a command.
fn whole(args: Args) -> Result<Args, clap::Error> {
    if args.command.is_some() && (args.filter.is_some() || args.read_only) {
        let message = "--filter and --read-only are for the screens, not for a command";
        return Err(Args::command().error(clap::error::ErrorKind::ArgumentConflict, message));
    }
    Ok(args)
}

fn run(args: &Args, around: &Around) -> Result<Exit, Fail> {
    let mut out = Out::new(args.global.quiet);
    around.warn(&mut out);
    let exit = match &args.command {
        None => screens::open(args, around),
        Some(Command::Demo(args)) => screens::demo(args, around, &mut out),
        Some(Command::Init(args)) => init::run(args, around, &mut out),
        Some(Command::Import(args)) => import::run(args, around, &mut out),
        Some(Command::Apply(args)) => apply::run(args, around, &mut out),
        Some(Command::Check(args)) => check::run(args, around, &mut out),
        Some(Command::List(args)) => list::run(args, around, &mut out),
        Some(Command::Show(args)) => show::run(args, around, &mut out),
        Some(Command::Who(args)) => who::run(args, around, &mut out),
        Some(Command::Explain(args)) => explain::run(args, around, &mut out),
        Some(Command::Log(args)) => log::run(args, around, &mut out),
        Some(Command::Undo(args)) => undo::run(args, undo::Way::Back, around, &mut out),
        Some(Command::Redo(args)) => undo::run(args, undo::Way::Again, around, &mut out),
        Some(Command::Checkpoint(args)) => restore::checkpoint(args, around, &mut out),
        Some(Command::Restore(args)) => restore::restore(args, around, &mut out),
        Some(Command::Keys(args)) => keys::run(args, around, &mut out),
        Some(Command::Help(args)) => help::run(args, around, &mut out),
        Some(Command::Backup(args)) => backup::run(args, around, &mut out),
        Some(Command::Fmt(args)) => fmt::run(args, around, &mut out),
        Some(Command::Doctor) => doctor::run(around, &mut out),
    }?;
    out.end()?;
    Ok(exit)
}

fn stopped(around: &Around) -> ExitCode {
    let place = PANICKED_AT.lock().unwrap_or_else(PoisonError::into_inner).take().unwrap_or_default();
    Fail::new(Exit::Own, (around.lang.commands().stopped)(&place)).end(around.lang)
}
