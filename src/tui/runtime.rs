//! The loop: waits for a message, takes all that are there, draws one frame. Knows a program only by its trait.
//!
//! Nothing is timed but one wake-up at a time, asked for by the program. Long work runs in threads that tell how far
//! they are and can be cancelled; a thread that panics ends the loop in order.

use std::collections::BTreeMap;
use std::error::Error;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use ratatui::backend::Backend;
use ratatui::{Frame, Terminal};

use super::pending;
use super::signals::Notice;

/// As many messages go into one frame at most: a busy worker cannot keep the screen from being drawn.
const BURST: usize = 1_000;

/// The state machine that the loop drives.
pub trait Program {
    /// What happens to it.
    type Msg: Send + 'static;

    /// Takes a message and answers what is to be done outside.
    fn update(&mut self, msg: Self::Msg) -> Vec<Command<Self::Msg>>;

    /// Draws the state; changes nothing.
    fn draw(&self, frame: &mut Frame<'_>);
}

/// Names a piece of long work, chosen by the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct JobId(pub u64);

/// Long work: runs in a thread of its own and tells its results through the worker.
pub type Job<M> = Box<dyn FnOnce(&Worker<M>) + Send>;

/// What a program asks the loop to do.
pub enum Command<M> {
    /// End the loop.
    Quit,
    /// Give the terminal back, stop, and draw anew when continued.
    Stop,
    /// Put a text on the clipboard; a text over the limit of the terminal is not sent.
    Copy(String),
    /// Draw everything anew, for a screen that something else has written on.
    Redraw,
    /// Start long work; work of the same name is cancelled first.
    Run(JobId, Job<M>),
    /// The same for work that must not be broken off: the end waits for it.
    RunToEnd(JobId, Job<M>),
    /// Tell long work to end early. Its last messages may still come.
    Cancel(JobId),
    /// Send a message back after a time; replaces an earlier wake-up that is still due.
    Wake(Duration, M),
}

/// What long work holds: a way to tell, and the wish to end early.
pub struct Worker<M> {
    sender: Sender<Incoming<M>>,
    cancelled: Arc<AtomicBool>,
}

impl<M> Worker<M> {
    /// Sends a message to the program; once the program has ended, nobody hears it.
    pub fn tell(&self, msg: M) {
        self.sender.send(Incoming::Message(msg)).ok();
    }

    /// Tells whether the work is no longer wanted.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

/// What reaches the loop.
#[derive(Debug)]
pub enum Incoming<M> {
    /// A message for the program.
    Message(M),
    /// A word of the system.
    Notice(Notice),
    /// A thread has panicked; its note is with the panic hook.
    Panicked,
}

/// What lies outside the loop, so that a test can stand in for it.
pub trait Host {
    /// Gives the terminal back, stops until continued, takes the terminal again; or does nothing where nobody could
    /// continue the program.
    ///
    /// # Errors
    /// When the terminal refuses.
    fn stop(&mut self) -> io::Result<Stop>;

    /// Takes the terminal again after somebody else stopped the program.
    ///
    /// # Errors
    /// When the terminal refuses.
    fn retake(&mut self) -> io::Result<()>;

    /// Puts a text on the clipboard.
    ///
    /// # Errors
    /// When the terminal refuses.
    fn copy(&mut self, text: &str) -> io::Result<()>;
}

/// What became of the wish to stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The program was stopped, and continued.
    Continued,
    /// Nobody could have continued it.
    Impossible,
}

/// How the loop ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The program asked for it, or nobody can send a message any more.
    Quit,
    /// A thread panicked.
    Panicked,
}

/// The loop and what it holds.
pub struct Runtime<'a, P: Program, B: Backend, H> {
    program: &'a mut P,
    terminal: &'a mut Terminal<B>,
    host: &'a mut H,
    sender: Sender<Incoming<P::Msg>>,
    jobs: BTreeMap<JobId, Arc<AtomicBool>>,
    awaited: Vec<JoinHandle<()>>,
    wake: Option<(Instant, P::Msg)>,
    flow: Flow,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Flow {
    Running,
    /// We stopped ourselves: the word that we continue is no news.
    Stopped,
    Ended(Ending),
}

impl<'a, P, B, H> Runtime<'a, P, B, H>
where
    P: Program,
    B: Backend,
    B::Error: Error + Send + Sync + 'static,
    H: Host,
{
    /// Makes a loop; `sender` is where its workers send to, the other end of what `run` receives.
    pub fn new(
        program: &'a mut P,
        terminal: &'a mut Terminal<B>,
        host: &'a mut H,
        sender: Sender<Incoming<P::Msg>>,
    ) -> Self {
        Self {
            program,
            terminal,
            host,
            sender,
            jobs: BTreeMap::new(),
            awaited: Vec::new(),
            wake: None,
            flow: Flow::Running,
        }
    }

    /// Runs until the program quits: one frame at the start, then one after each burst of messages.
    ///
    /// # Errors
    /// When the terminal cannot be drawn on.
    pub fn run(mut self, inbox: &Receiver<Incoming<P::Msg>>) -> io::Result<Ending> {
        self.draw()?;
        loop {
            let Some(first) = self.wait(inbox) else { return Ok(Ending::Quit) };
            self.take(first)?;
            for next in inbox.try_iter().take(BURST) {
                self.take(next)?;
            }
            match self.flow {
                Flow::Ended(Ending::Quit) => {
                    // The end may take a while: the last answer is seen to be taken.
                    if self.awaited.iter().any(|work| !work.is_finished()) {
                        self.draw()?;
                    }
                    return Ok(self.finish());
                }
                Flow::Ended(Ending::Panicked) => return Ok(Ending::Panicked),
                Flow::Running | Flow::Stopped => self.draw()?,
            }
        }
    }

    /// Waits for the work that must not be broken off.
    fn finish(self) -> Ending {
        let ended = self.awaited.into_iter().map(JoinHandle::join);
        if ended.filter(Result::is_err).count() > 0 { Ending::Panicked } else { Ending::Quit }
    }

    fn draw(&mut self) -> io::Result<()> {
        let program = &*self.program;
        self.terminal.draw(|frame| program.draw(frame)).map(drop).map_err(io::Error::other)
    }

    /// Waits for a message or for the wake-up; nothing means that nobody is left to send.
    fn wait(&mut self, inbox: &Receiver<Incoming<P::Msg>>) -> Option<Incoming<P::Msg>> {
        let Some((due, msg)) = self.wake.take() else { return inbox.recv().ok() };
        match inbox.recv_timeout(due.saturating_duration_since(Instant::now())) {
            Err(RecvTimeoutError::Timeout) => Some(Incoming::Message(msg)),
            Err(RecvTimeoutError::Disconnected) => None,
            Ok(first) => {
                self.wake = Some((due, msg));
                Some(first)
            }
        }
    }

    fn take(&mut self, incoming: Incoming<P::Msg>) -> io::Result<()> {
        if matches!(self.flow, Flow::Ended(_)) {
            return Ok(());
        }
        match incoming {
            Incoming::Message(msg) => {
                let commands = self.program.update(msg);
                commands.into_iter().try_for_each(|command| self.execute(command))
            }
            Incoming::Notice(Notice::Stop) => self.stop(),
            Incoming::Notice(Notice::Continued) => self.continued(),
            Incoming::Panicked => {
                self.flow = Flow::Ended(Ending::Panicked);
                Ok(())
            }
        }
    }

    fn execute(&mut self, command: Command<P::Msg>) -> io::Result<()> {
        match command {
            Command::Quit => self.flow = Flow::Ended(Ending::Quit),
            Command::Stop => self.stop()?,
            Command::Redraw => self.repaint()?,
            Command::Copy(text) => self.host.copy(&text)?,
            Command::Run(id, job) => drop(self.start(id, job)?),
            Command::RunToEnd(id, job) => {
                let piece = pending::begin();
                let counted = Box::new(move |worker: &Worker<P::Msg>| {
                    let _piece = piece;
                    job(worker);
                });
                let running = self.start(id, counted)?;
                self.awaited.retain(|earlier| !earlier.is_finished());
                self.awaited.push(running);
            }
            Command::Cancel(id) => self.cancel(id),
            Command::Wake(after, msg) => self.wake = Some((Instant::now() + after, msg)),
        }
        Ok(())
    }

    fn start(&mut self, id: JobId, job: Job<P::Msg>) -> io::Result<JoinHandle<()>> {
        self.cancel(id);
        let cancelled = Arc::new(AtomicBool::new(false));
        let worker = Worker { sender: self.sender.clone(), cancelled: Arc::clone(&cancelled) };
        self.jobs.insert(id, cancelled);
        spawn("worker", self.sender.clone(), move || job(&worker))
    }

    fn cancel(&mut self, id: JobId) {
        if let Some(cancelled) = self.jobs.remove(&id) {
            cancelled.store(true, Ordering::Relaxed);
        }
    }

    fn stop(&mut self) -> io::Result<()> {
        match self.host.stop()? {
            Stop::Impossible => return Ok(()),
            Stop::Continued => self.flow = Flow::Stopped,
        }
        self.repaint()
    }

    fn continued(&mut self) -> io::Result<()> {
        if self.flow == Flow::Stopped {
            self.flow = Flow::Running;
            return Ok(());
        }
        self.host.retake()?;
        self.repaint()
    }

    /// Makes the next frame a whole one. Not by `clear`: that asks the terminal a question, and the input thread
    /// would eat the answer.
    fn repaint(&mut self) -> io::Result<()> {
        let size = self.terminal.size().map_err(io::Error::other)?;
        self.terminal.resize(size.into()).map_err(io::Error::other)
    }
}

/// Starts a thread whose panic is told to the loop.
///
/// # Errors
/// When the system has no thread to give.
pub fn spawn<M: Send + 'static>(
    name: &str,
    sender: Sender<Incoming<M>>,
    work: impl FnOnce() + Send + 'static,
) -> io::Result<JoinHandle<()>> {
    let alarm = Alarm(sender);
    let guarded = move || {
        let _alarm = alarm;
        work();
    };
    thread::Builder::new().name(name.to_owned()).spawn(guarded)
}

struct Alarm<M>(Sender<Incoming<M>>);

impl<M> Drop for Alarm<M> {
    fn drop(&mut self) {
        if thread::panicking() {
            self.0.send(Incoming::Panicked).ok();
        }
    }
}

#[cfg(test)]
mod tests;
