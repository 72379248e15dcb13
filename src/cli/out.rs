//! The only place that prints: data to standard output, words to standard error.

use std::io::{self, BufWriter, IsTerminal as _, Stdout, Write as _};
use std::process::ExitCode;

use super::fail::{Exit, Fail};
use crate::i18n::Lang;
use crate::model::show;
use crate::store::error::Cause;

/// Where a command writes.
pub struct Out {
    data: BufWriter<Stdout>,
    quiet: bool,
}

impl Out {
    /// The standard streams; when quiet, only errors are said.
    pub fn new(quiet: bool) -> Self {
        Self { data: BufWriter::new(io::stdout()), quiet }
    }

    /// Writes a line of data.
    ///
    /// # Errors
    /// When it cannot be written; `Fail::Closed` when nobody reads it any more.
    pub fn data(&mut self, line: &str) -> Result<(), Fail> {
        writeln!(self.data, "{line}").map_err(|error| failed(&error))
    }

    /// Says something to people.
    pub fn say(&mut self, line: &str) {
        if !self.quiet {
            self.data.flush().ok();
            complain(line);
        }
    }

    /// Writes what is still waiting.
    ///
    /// # Errors
    /// As [`Out::data`].
    pub fn end(&mut self) -> Result<(), Fail> {
        self.data.flush().map_err(|error| failed(&error))
    }
}

fn failed(error: &io::Error) -> Fail {
    match error.kind() {
        io::ErrorKind::BrokenPipe => Fail::Closed,
        _ => Fail::Full(Cause::from(error)),
    }
}

/// Writes a line for people to standard error. A closed pipe is nobody's fault.
pub fn complain(text: &str) {
    writeln!(io::stderr(), "{text}").ok();
}

/// Says what is wrong with the arguments, or the help that was asked for: that is data, and fails as data does. What is
/// wrong is repeated, and may have come from the name of a file: it is shown without harm, and without colours. All of it
/// is English, and what stops it too.
pub fn usage(error: &clap::Error) -> ExitCode {
    if error.use_stderr() {
        error.to_string().trim_end().split('\n').for_each(|line| complain(&show(line)));
        return Exit::Usage.into();
    }
    let printed = error.print().and_then(|()| io::stdout().flush());
    printed.map_or_else(|error| failed(&error).end(Lang::En), |()| Exit::Done.into())
}

/// True when data goes to a terminal.
pub fn is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// True when somebody can be asked: keys come from a terminal, and words go to one.
pub fn can_ask() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// How many columns the terminal has.
pub fn columns() -> u16 {
    #[cfg(unix)]
    if let Ok(size) = rustix::termios::tcgetwinsize(io::stdout())
        && size.ws_col > 0
    {
        return size.ws_col;
    }
    100
}
