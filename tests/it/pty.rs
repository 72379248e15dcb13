//! A pseudo-terminal to run programs in: types, resizes, hangs up, and reads the screen as an emulator shows it.
//! Waits for what is on the screen, never for a time; the limit only turns a hang into a failure.

use std::fs::File;
use std::io::{PipeReader, PipeWriter, Read, Write, pipe};
use std::num::NonZeroU16;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::process::ExitStatusExt;
use std::process::{Child, Command, ExitStatus};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::fs::{Mode, OFlags, open};
use rustix::process::{Pid, Signal, kill_process};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Termios, Winsize, tcgetattr, tcsetwinsize};
use vt100::{MouseProtocolMode, Parser, Screen};

const LIMIT: Duration = Duration::from_secs(30);
const SENTINEL: &str = "<nothing more follows>";

/// Whether the terminal controls the program: whether closing it sends a hang-up signal.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Control {
    Controlling,
    Detached,
}

/// A program in a terminal of its own.
pub struct Pty {
    master: Arc<OwnedFd>,
    slave: File,
    shared: Arc<Shared>,
    reader: (PipeWriter, JoinHandle<()>),
    leash: Leash,
    before: Termios,
}

struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

struct State {
    parser: Parser,
    raw: Vec<u8>,
    exit: Option<ExitStatus>,
}

impl Pty {
    /// Starts `program` in a terminal of this size.
    pub fn start(program: &Command, control: Control, columns: u16, rows: u16) -> Self {
        let (master, slave) = open_pair();
        let before = tcgetattr(&slave).unwrap();
        let mut child = in_session(program, control);
        child.stdin(slave.try_clone().unwrap()).stdout(slave.try_clone().unwrap());
        child.stderr(slave.try_clone().unwrap());
        resize(&master, columns, rows);
        let parser = Parser::new(cells(rows), cells(columns), 0);
        let state = Mutex::new(State { parser, raw: Vec::new(), exit: None });
        let shared = Arc::new(Shared { state, changed: Condvar::new() });
        let master = Arc::new(master);
        let reader = read(Arc::clone(&master), Arc::clone(&shared));
        let child = child.spawn().unwrap();
        let leash = Leash { pid: Pid::from_child(&child), shared: Arc::clone(&shared) };
        await_exit(child, Arc::clone(&shared));
        Self { master, slave, shared, reader, leash, before }
    }

    /// Types these bytes.
    pub fn send(&self, bytes: &str) {
        File::from(self.master.try_clone().unwrap()).write_all(bytes.as_bytes()).unwrap();
    }

    /// The number of the program's process.
    pub fn pid(&self) -> i32 {
        self.leash.pid.as_raw_nonzero().get()
    }

    /// Sends a signal to the program itself.
    pub fn signal(&self, signal: Signal) {
        kill_process(self.leash.pid, signal).unwrap();
    }

    /// Changes what the window tells of its size, and not the window.
    pub fn tell_size(&self, columns: u16, rows: u16) {
        resize(&self.master, columns, rows);
    }

    /// Changes the size of the window.
    pub fn resize(&self, columns: u16, rows: u16) {
        self.state().parser.screen_mut().set_size(cells(rows), cells(columns));
        resize(&self.master, columns, rows);
    }

    /// Waits until the screen is as asked; says what it was when it never becomes so.
    pub fn wait(&self, what: &str, asked: impl Fn(&Screen) -> bool) {
        let met = self.wait_state(|state| asked(state.parser.screen()));
        assert!(met, "never seen: {what}. On the screen:\n{}", self.contents());
    }

    /// Waits until what the program has sent so far is as asked.
    pub fn wait_raw(&self, what: &str, asked: impl Fn(&str) -> bool) {
        let met = self.wait_state(|state| asked(&String::from_utf8_lossy(&state.raw)));
        assert!(met, "never sent: {what}. On the screen:\n{}", self.contents());
    }

    /// Waits until the screen shows `text`.
    pub fn wait_text(&self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    /// Waits until the program has ended and everything it wrote is on the screen.
    pub fn wait_exit(&self) -> ExitStatus {
        assert!(
            self.wait_state(|state| state.exit.is_some()),
            "never ended. On the screen:\n{}",
            self.contents()
        );
        self.settle();
        self.state().exit.unwrap()
    }

    /// Waits until everything written to the terminal so far has been read.
    pub fn settle(&self) {
        let so_far = self.state().raw.len();
        (&self.slave).write_all(SENTINEL.as_bytes()).unwrap();
        assert!(self.wait_state(|state| contains(&state.raw[so_far..], SENTINEL)), "the terminal is stuck");
    }

    /// Closes the terminal, as when its window is closed, and waits for the program to end.
    pub fn hang_up(self) -> ExitStatus {
        let Self { master, slave, shared, reader: (stop, thread), leash: _leash, .. } = self;
        drop(stop);
        thread.join().unwrap();
        drop((master, slave));
        let ended = wait_until(&shared, |state| state.exit.is_some());
        assert!(ended, "still running without a terminal");
        lock(&shared).exit.unwrap()
    }

    /// Returns what the screen shows.
    pub fn contents(&self) -> String {
        self.state().parser.screen().contents()
    }

    /// Returns every byte the program has sent so far, as text.
    pub fn raw(&self) -> String {
        String::from_utf8_lossy(&self.state().raw).into_owned()
    }

    /// Fails unless the terminal is as it was before the program started.
    pub fn assert_restored(&self) {
        let state = self.state();
        let screen = state.parser.screen();
        assert!(!screen.alternate_screen(), "alternate screen left on");
        assert!(!screen.hide_cursor(), "cursor left hidden");
        assert!(!screen.bracketed_paste(), "bracketed paste left on");
        assert_eq!(screen.mouse_protocol_mode(), MouseProtocolMode::None, "mouse left on");
        assert!(!is_left_on(&state.raw, "\x1b[?1004h", "\x1b[?1004l"), "focus reports left on");
        assert!(!is_left_on(&state.raw, "\x1b[?2026h", "\x1b[?2026l"), "a frame left open");
        assert_eq!((screen.fgcolor(), screen.bgcolor()), (vt100::Color::Default, vt100::Color::Default));
        assert!(!screen.bold() && !screen.inverse() && !screen.underline(), "text attributes left on");
        for (what, sequence) in
            [("keyboard flags", "\x1b[>"), ("title", "\x1b]"), ("cursor shape", "\x1b[2 q")]
        {
            assert!(!contains(&state.raw, sequence), "{what} changed");
        }
        let after = tcgetattr(&self.slave).unwrap();
        assert_eq!(format!("{after:?}"), format!("{:?}", self.before), "terminal modes changed");
    }

    fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.shared)
    }

    fn wait_state(&self, met: impl Fn(&State) -> bool) -> bool {
        wait_until(&self.shared, met)
    }
}

/// Kills the program when a failed test leaves it running.
struct Leash {
    pid: Pid,
    shared: Arc<Shared>,
}

impl Drop for Leash {
    fn drop(&mut self) {
        if lock(&self.shared).exit.is_none() {
            kill_process(self.pid, Signal::KILL).ok();
        }
    }
}

/// Returns whether the program died of this signal.
pub fn died_of(status: ExitStatus, signal: Signal) -> bool {
    status.signal() == Some(signal.as_raw())
}

fn open_pair() -> (OwnedFd, File) {
    let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY | OpenptFlags::CLOEXEC).unwrap();
    grantpt(&master).unwrap();
    unlockpt(&master).unwrap();
    let name = ptsname(&master, Vec::new()).unwrap();
    let slave = open(name, OFlags::RDWR | OFlags::NOCTTY | OFlags::CLOEXEC, Mode::empty()).unwrap();
    (master, slave.into())
}

/// Wraps `program` into util-linux `setsid`: a session of its own, without unsafe code of ours.
fn in_session(program: &Command, control: Control) -> Command {
    let mut wrapped = Command::new("setsid");
    if control == Control::Controlling {
        wrapped.arg("--ctty");
    }
    wrapped.arg(program.get_program()).args(program.get_args());
    for (name, value) in program.get_envs() {
        match value {
            Some(value) => wrapped.env(name, value),
            None => wrapped.env_remove(name),
        };
    }
    wrapped
}

fn resize(master: &OwnedFd, columns: u16, rows: u16) {
    tcsetwinsize(master, Winsize { ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 }).unwrap();
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).unwrap()
}

/// Reads the terminal until it is closed or the writing end of the pipe is dropped.
fn read(master: Arc<OwnedFd>, shared: Arc<Shared>) -> (PipeWriter, JoinHandle<()>) {
    let (stop, stopper) = pipe().unwrap();
    let thread = thread::spawn(move || {
        let mut file = File::from(master.try_clone().unwrap());
        drop(master);
        let mut bytes = [0; 4096];
        while is_readable(&file, &stop) {
            let Ok(count) = file.read(&mut bytes) else { return };
            let mut state = lock(&shared);
            state.raw.extend_from_slice(&bytes[..count]);
            state.parser.process(&bytes[..count]);
            shared.changed.notify_all();
        }
    });
    (stopper, thread)
}

fn is_readable(file: &File, stop: &PipeReader) -> bool {
    let stop = stop.as_fd();
    let mut fds = [PollFd::new(file, PollFlags::IN), PollFd::new(&stop, PollFlags::empty())];
    poll(&mut fds, None).is_ok() && fds[1].revents().is_empty()
}

fn await_exit(mut child: Child, shared: Arc<Shared>) {
    thread::spawn(move || {
        let status = child.wait().unwrap();
        lock(&shared).exit = Some(status);
        shared.changed.notify_all();
    });
}

/// A failed assertion poisons the lock; the state is still good to look at.
fn lock(shared: &Shared) -> MutexGuard<'_, State> {
    shared.state.lock().unwrap_or_else(PoisonError::into_inner)
}

fn wait_until(shared: &Shared, met: impl Fn(&State) -> bool) -> bool {
    let waited = shared.changed.wait_timeout_while(lock(shared), LIMIT, |state| !met(state));
    let (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
    met(&state)
}

fn contains(raw: &[u8], text: &str) -> bool {
    raw.windows(text.len()).any(|window| window == text.as_bytes())
}

fn is_left_on(raw: &[u8], on: &str, off: &str) -> bool {
    let last = |text: &str| raw.windows(text.len()).rposition(|window| window == text.as_bytes());
    last(on) > last(off)
}
