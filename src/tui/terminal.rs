//! The terminal as a thing to enter and to leave as it was found. Knows nothing of what is drawn.
//!
//! One flag says whether we are inside; `leave` may be called from any thread, any number of times, and undoes
//! everything that `enter` did. While we are outside, what is written to the screen is dropped: a frame that another
//! thread is still drawing cannot land in the user's shell.

use std::io::{self, IsTerminal, Write};
use std::panic;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread::{self, ThreadId};
use std::time::Duration;

use crossterm::queue;
use crossterm::{cursor, event, terminal};

static INSIDE: AtomicBool = AtomicBool::new(false);
/// Held while a piece of a frame is written.
static WRITING: Mutex<()> = Mutex::new(());
static PANIC: Mutex<Option<String>> = Mutex::new(None);

/// Whether the mouse is ours or the terminal's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Mouse {
    /// Clicks, drags and the wheel come to the program.
    #[default]
    Captured,
    /// The terminal keeps the mouse, to select text.
    Free,
}

/// The size of a terminal that does not know its own, as on a serial line.
const USUAL: (u16, u16) = (80, 24);

/// Columns and rows of the terminal.
///
/// # Errors
/// When the terminal cannot be asked.
pub fn size() -> io::Result<(u16, u16)> {
    terminal::size().map(known_size)
}

/// No screen is larger: a terminal that says so is drawn on in part. What is drawn is kept twice in memory.
const LARGEST: (u16, u16) = (1_000, 500);

/// A size as it was told, as far as it is one that a screen has; the usual one when it was not told.
pub fn known_size((columns, rows): (u16, u16)) -> (u16, u16) {
    if columns == 0 || rows == 0 { USUAL } else { (columns.min(LARGEST.0), rows.min(LARGEST.1)) }
}

/// Tells whether there is a terminal to draw on and to read keys from.
pub fn is_available() -> bool {
    io::stdout().is_terminal() && io::stdin().is_terminal()
}

/// Takes the terminal: raw mode, alternate screen, paste, focus and mouse reports, hidden cursor.
///
/// # Errors
/// When the terminal refuses; it is then left as it was.
pub fn enter(mouse: Mouse) -> io::Result<()> {
    if INSIDE.swap(true, Ordering::SeqCst) {
        return Ok(());
    }
    let entered = terminal::enable_raw_mode().and_then(|()| send(&entering(mouse)?));
    if entered.is_err() {
        leave().ok();
    }
    entered
}

/// Gives the terminal back as it was found. Does nothing when we are not inside.
///
/// # Errors
/// When the terminal is gone; everything that can be undone is undone first.
pub fn leave() -> io::Result<()> {
    if !INSIDE.swap(false, Ordering::SeqCst) {
        return Ok(());
    }
    // A piece of a frame that is being written ends first, so that it cannot land behind what is undone here.
    let whole = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    let shown = leaving().and_then(|bytes| send(&bytes));
    drop(whole);
    terminal::disable_raw_mode().and(shown)
}

/// Leaves, but gives up after `limit`: a terminal that takes no more bytes must not keep the program alive.
pub fn leave_within(limit: Duration) {
    let (done, wait) = mpsc::channel();
    let spawned = thread::Builder::new().name("leave".to_owned()).spawn(move || done.send(leave()));
    if spawned.is_ok() {
        wait.recv_timeout(limit).ok();
    }
}

fn entering(mouse: Mouse) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    queue!(bytes, terminal::EnterAlternateScreen, event::EnableBracketedPaste, event::EnableFocusChange)?;
    queue!(bytes, cursor::Hide)?;
    match mouse {
        Mouse::Captured => capture(&mut bytes)?,
        Mouse::Free => {}
    }
    Ok(bytes)
}

fn leaving() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    // A frame may have been cut off in the middle.
    queue!(bytes, terminal::EndSynchronizedUpdate)?;
    queue!(bytes, event::DisableMouseCapture, event::DisableFocusChange, event::DisableBracketedPaste)?;
    queue!(bytes, crossterm::style::ResetColor, terminal::LeaveAlternateScreen, cursor::Show)?;
    Ok(bytes)
}

/// Asks for presses, drags and the wheel, not for every move: an idle program is not woken by the mouse.
#[cfg(unix)]
fn capture(bytes: &mut Vec<u8>) -> io::Result<()> {
    bytes.write_all(b"\x1b[?1000h\x1b[?1002h\x1b[?1006h")
}

#[cfg(not(unix))]
fn capture(bytes: &mut Vec<u8>) -> io::Result<()> {
    queue!(bytes, event::EnableMouseCapture)
}

fn send(bytes: &[u8]) -> io::Result<()> {
    let mut out = open()?;
    out.write_all(bytes)?;
    out.flush()
}

/// A file of its own and not `Stdout`, whose lock could be held by a thread that the terminal keeps waiting.
#[cfg(unix)]
fn open() -> io::Result<std::fs::File> {
    use std::os::fd::AsFd;
    Ok(io::stdout().as_fd().try_clone_to_owned()?.into())
}

#[cfg(not(unix))]
fn open() -> io::Result<io::Stdout> {
    Ok(io::stdout())
}

/// Where frames are written; deaf while we are outside.
#[derive(Debug)]
pub struct Screen {
    #[cfg(unix)]
    out: Gate<std::fs::File>,
    #[cfg(not(unix))]
    out: Gate<io::Stdout>,
}

impl Screen {
    /// Opens the terminal for writing.
    ///
    /// # Errors
    /// When standard output is closed.
    pub fn new() -> io::Result<Self> {
        Ok(Self { out: Gate(open()?) })
    }
}

impl Write for Screen {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[derive(Debug)]
struct Gate<W>(W);

impl<W: Write> Write for Gate<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let _whole = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
        if INSIDE.load(Ordering::SeqCst) { self.0.write(bytes) } else { Ok(bytes.len()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

/// What is called when a thread panics.
pub type Hook = Box<dyn Fn(&panic::PanicHookInfo<'_>) + Sync + Send>;

/// Keeps what a panic says instead of printing it over the screen, and gives the terminal back when it is the thread
/// `ui` that panics. Another thread only leaves its note; the loop reads it and ends in order. Returns the hook that was
/// in its place.
pub fn hook_panics(ui: ThreadId) -> Hook {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let mut note = PANIC.lock().unwrap_or_else(PoisonError::into_inner);
        note.get_or_insert_with(|| info.to_string());
        if thread::current().id() == ui {
            leave().ok();
        }
    }));
    before
}

/// Puts the panic hook back that was there before.
pub fn unhook_panics(before: Hook) {
    panic::set_hook(before);
}

/// Takes the note that the first panic left.
pub fn take_panic() -> Option<String> {
    PANIC.lock().unwrap_or_else(PoisonError::into_inner).take()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaving_undoes_what_entering_did() {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let (enter, leave) = (text(entering(Mouse::Captured).unwrap()), text(leaving().unwrap()));
        for mode in enter.split("\x1b[?").filter_map(|part| part.strip_suffix('h')) {
            assert!(leave.contains(&format!("\x1b[?{mode}l")), "{mode} is not undone in {leave:?}");
        }
        assert!(enter.contains("\x1b[?25l") && leave.ends_with("\x1b[?25h"));
    }

    #[test]
    fn outside_nothing_reaches_the_terminal() {
        let mut gate = Gate(Vec::new());
        gate.write_all(b"a frame too late").unwrap();
        assert_eq!(gate.0, b"");
    }

    #[test]
    fn leaving_without_having_entered_does_nothing() {
        assert!(leave().is_ok());
    }
}
