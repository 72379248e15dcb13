//! A program on the real terminal: enters, starts the threads, runs the loop, leaves, whatever happens.

use std::env;
use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{Sender, channel};
use std::thread;

use crossterm::style::force_color_output;
use ratatui::Terminal;

use super::clipboard;
use super::frames::{Frames, Letters};
use super::input::{self, Delivery, Event};
use super::pending;
use super::planted::{self, Place};
use super::runtime::{Ending, Host, Incoming, Program, Runtime, Stop, spawn};
use super::signals::{self, Line};
use super::terminal::{self, Mouse, Screen};
use super::theme::Palette;

/// How the terminal is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Setup {
    /// Who has the mouse.
    pub mouse: Mouse,
    /// Whether there are colours: ours to say, not the environment's, once the theme is chosen.
    pub palette: Palette,
    /// Which characters the terminal understands.
    pub letters: Letters,
}

/// How a session ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The program asked for it.
    Quit,
    /// A thread panicked; this is what it said.
    Panicked(String),
}

/// Runs `program` on the terminal until it ends; `message` makes its messages of what the user does.
///
/// # Errors
/// When there is no terminal, or it fails. It is left as it was found in every case.
pub fn run<P: Program>(program: &mut P, setup: Setup, message: fn(Event) -> P::Msg) -> io::Result<Outcome> {
    let line = Line::new()?;
    force_color_output(setup.palette.is_coloured());
    let hook = terminal::hook_panics(thread::current().id());
    let ended = panic::catch_unwind(AssertUnwindSafe(|| inside(program, setup, &line, message)));
    let left = terminal::leave();
    // After a panic, and when the terminal is gone, nobody else waits for steps on their way to the disk.
    pending::wait(pending::LIMIT);
    terminal::unhook_panics(hook);
    match ended {
        Ok(Ok(Ending::Quit)) => left.map(|()| Outcome::Quit),
        Ok(Ok(Ending::Panicked)) | Err(_) => {
            Ok(Outcome::Panicked(terminal::take_panic().unwrap_or_default()))
        }
        Ok(Err(error)) => {
            line.end_if_gone();
            Err(error)
        }
    }
}

fn inside<P: Program>(
    program: &mut P,
    setup: Setup,
    line: &Line,
    message: fn(Event) -> P::Msg,
) -> io::Result<Ending> {
    let (sender, inbox) = channel();
    let notices = sender.clone();
    let resizes = sender.clone();
    signals::serve(
        move |notice| drop(notices.send(Incoming::Notice(notice))),
        move || tell_size(&resizes, message).unwrap_or_default(),
    )?;
    terminal::enter(setup.mouse)?;
    line.watch()?;
    listen(line.clone(), sender.clone(), message)?;
    let mut screen = Terminal::new(Frames::new(Screen::new()?, setup.letters))?;
    let mut host = Terminals { mouse: setup.mouse, sender: sender.clone(), message };
    Runtime::new(program, &mut screen, &mut host, sender).run(&inbox)
}

/// Tells the program the size of the window.
fn tell_size<M>(sender: &Sender<Incoming<M>>, message: fn(Event) -> M) -> io::Result<()> {
    let (columns, rows) = terminal::size()?;
    sender.send(Incoming::Message(message(Event::Resize(columns, rows)))).ok();
    Ok(())
}

fn listen<M: Send + 'static>(
    line: Line,
    sender: Sender<Incoming<M>>,
    message: fn(Event) -> M,
) -> io::Result<()> {
    let events = sender.clone();
    let deliver = move |event| {
        planted::at(Place::Input);
        match events.send(Incoming::Message(message(event))) {
            Ok(()) => Delivery::Taken,
            Err(_) => Delivery::Refused,
        }
    };
    spawn("input", sender, move || drop(input::read(&line, deliver))).map(drop)
}

/// The real outside.
struct Terminals<M> {
    mouse: Mouse,
    sender: Sender<Incoming<M>>,
    message: fn(Event) -> M,
}

impl<M> Terminals<M> {
    /// Takes the terminal after a stop, and tells its size: who is stopped hears of no resize.
    fn take_again(&self) -> io::Result<()> {
        terminal::enter(self.mouse)?;
        tell_size(&self.sender, self.message)
    }
}

impl<M> Host for Terminals<M> {
    fn stop(&mut self) -> io::Result<Stop> {
        if !signals::can_stop() {
            return Ok(Stop::Impossible);
        }
        terminal::leave()?;
        // Who is stopped may be killed: what is on its way to the disk gets there first.
        pending::wait(pending::LIMIT);
        signals::stop()?;
        self.take_again()?;
        Ok(Stop::Continued)
    }

    fn retake(&mut self) -> io::Result<()> {
        terminal::leave()?;
        self.take_again()
    }

    fn copy(&mut self, text: &str) -> io::Result<()> {
        let Some(sequence) = clipboard::sequence(text, env::var_os("TMUX").as_deref()) else { return Ok(()) };
        let mut screen = Screen::new()?;
        screen.write_all(sequence.as_bytes())?;
        screen.flush()
    }
}
