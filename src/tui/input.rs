//! The input thread: what the terminal reports becomes events of our own. Decides nothing about keys.

use std::time::{Duration, Instant};

use crossterm::event::{
    self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind,
};

use super::terminal::known_size;
use crate::keymap::{Code, Key};

/// Two presses at one place within this time are one double click.
const DOUBLE_CLICK: Duration = Duration::from_millis(400);

/// What the user did, or what became of the window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed or repeats.
    Key(Key),
    /// A text was pasted: it may hold line ends and control characters, and is never taken for keys.
    Paste(String),
    /// The mouse did something at a cell, counted from the top left.
    Mouse(Mouse),
    /// The window has this many columns and rows now.
    Resize(u16, u16),
    /// The window came to the front or went to the back.
    Focus(Window),
}

/// Where the window is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// In front: it gets the keys.
    Front,
    /// Behind another.
    Back,
}

/// A doing of the mouse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mouse {
    /// What it did.
    pub deed: Deed,
    /// The column, from 0.
    pub column: u16,
    /// The row, from 0.
    pub row: u16,
}

/// What the mouse did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed {
    /// The left button went down.
    Click,
    /// The left button went down twice quickly at one place.
    DoubleClick,
    /// The left button went down with Ctrl held.
    CtrlClick,
    /// The right button went down.
    RightClick,
    /// Moved with the left button held.
    Drag,
    /// The left button went up.
    Release,
    /// The wheel turned away from the user.
    ScrollUp,
    /// The wheel turned towards the user.
    ScrollDown,
}

#[cfg(unix)]
pub use unix::read;

#[cfg(not(unix))]
pub use elsewhere::read;

#[cfg(unix)]
mod unix {
    use std::io;
    use std::os::fd::AsFd;
    use std::time::Instant;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::retry_on_intr;

    use super::{Delivery, Event, Reader};
    use crate::tui::decode::Decoder;
    use crate::tui::signals::Line;

    /// A terminal gives no more at once.
    const AT_ONCE: usize = 4096;
    /// An Esc that nothing follows in this time is the key, not the begin of a sequence.
    const ESC_WAITS: Timespec = Timespec { tv_sec: 0, tv_nsec: 25_000_000 };

    /// Reads events until `deliver` wants no more or the terminal is gone. Blocks; belongs on a thread of its own.
    ///
    /// # Errors
    /// When the terminal cannot be read.
    pub fn read(line: &Line, mut deliver: impl FnMut(Event) -> Delivery) -> io::Result<()> {
        let (mut reader, mut decoder) = (Reader::default(), Decoder::default());
        let mut bytes = [0; AT_ONCE];
        loop {
            let events = if is_readable(line, decoder.is_waiting())? {
                let count = retry_on_intr(|| rustix::io::read(line, &mut bytes))?;
                if count == 0 {
                    return Ok(());
                }
                decoder.feed(&bytes[..count])
            } else {
                decoder.pause().into_iter().collect()
            };
            let now = Instant::now();
            let mut events = events.into_iter().filter_map(|event| reader.event(event, now));
            if events.any(|event| deliver(event) == Delivery::Refused) {
                return Ok(());
            }
        }
    }

    /// Waits for bytes: for ever, or no longer than an Esc does.
    fn is_readable(line: &Line, is_waiting: bool) -> rustix::io::Result<bool> {
        let fd = line.as_fd();
        let mut watched = [PollFd::new(&fd, PollFlags::IN)];
        let limit = is_waiting.then_some(&ESC_WAITS);
        Ok(retry_on_intr(|| poll(&mut watched, limit))? > 0)
    }
}

#[cfg(not(unix))]
mod elsewhere {
    use std::io;
    use std::time::Instant;

    use crossterm::event;

    use super::{Delivery, Event, Reader};
    use crate::tui::signals::Line;

    /// Reads events until `deliver` wants no more or the console fails. Blocks; belongs on a thread of its own.
    ///
    /// # Errors
    /// When the console cannot be read.
    pub fn read(_: &Line, mut deliver: impl FnMut(Event) -> Delivery) -> io::Result<()> {
        let mut reader = Reader::default();
        loop {
            let Some(event) = reader.event(event::read()?, Instant::now()) else { continue };
            if deliver(event) == Delivery::Refused {
                return Ok(());
            }
        }
    }
}

/// Whether somebody still listens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// The event was taken.
    Taken,
    /// Nobody listens any more.
    Refused,
}

/// Turns the events of crossterm into ours; remembers the last press, to tell a double click.
#[derive(Debug, Default)]
struct Reader {
    pressed: Option<(u16, u16, Instant)>,
}

impl Reader {
    fn event(&mut self, event: event::Event, now: Instant) -> Option<Event> {
        match event {
            event::Event::Key(key) => self::key(key).map(Event::Key),
            event::Event::Paste(text) => Some(Event::Paste(text)),
            event::Event::Mouse(mouse) => self.mouse(mouse, now).map(Event::Mouse),
            event::Event::Resize(columns, rows) => {
                let (columns, rows) = known_size((columns, rows));
                Some(Event::Resize(columns, rows))
            }
            event::Event::FocusGained => Some(Event::Focus(Window::Front)),
            event::Event::FocusLost => Some(Event::Focus(Window::Back)),
        }
    }

    fn mouse(&mut self, mouse: MouseEvent, now: Instant) -> Option<Mouse> {
        let deed = match mouse.kind {
            MouseEventKind::Down(MouseButton::Left) => self.press(mouse, now),
            MouseEventKind::Down(MouseButton::Right) => Deed::RightClick,
            MouseEventKind::Drag(MouseButton::Left) => Deed::Drag,
            MouseEventKind::Up(MouseButton::Left) => Deed::Release,
            MouseEventKind::ScrollUp => Deed::ScrollUp,
            MouseEventKind::ScrollDown => Deed::ScrollDown,
            _ => return None,
        };
        Some(Mouse { deed, column: mouse.column, row: mouse.row })
    }

    fn press(&mut self, mouse: MouseEvent, now: Instant) -> Deed {
        if mouse.modifiers.contains(KeyModifiers::CONTROL) {
            return Deed::CtrlClick;
        }
        let before = self.pressed.replace((mouse.column, mouse.row, now));
        let again = before.is_some_and(|(column, row, then)| {
            (column, row) == (mouse.column, mouse.row) && now.saturating_duration_since(then) < DOUBLE_CLICK
        });
        if !again {
            return Deed::Click;
        }
        self.pressed = None;
        Deed::DoubleClick
    }
}

/// Presses and repeats count, releases do not: Windows reports both.
fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let (code, backwards) = code(event.code)?;
    let held = |modifier| event.modifiers.contains(modifier);
    let (ctrl, alt) = (held(KeyModifiers::CONTROL), held(KeyModifiers::ALT));
    Some(Key::new(code, ctrl, alt, backwards || held(KeyModifiers::SHIFT)))
}

/// Returns the key and whether its name says that Shift is held.
fn code(code: KeyCode) -> Option<(Code, bool)> {
    let plain = match code {
        KeyCode::BackTab => return Some((Code::Tab, true)),
        KeyCode::Char(typed) => Code::Char(typed),
        KeyCode::F(number) => Code::F(number),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Insert => Code::Insert,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        _ => return None,
    };
    Some((plain, false))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
        key(KeyEvent::new(code, modifiers))
    }

    #[test]
    fn presses_and_repeats_count_and_releases_do_not() {
        let of = |kind| key(KeyEvent::new_with_kind(KeyCode::Char('e'), KeyModifiers::NONE, kind));
        assert_eq!(of(KeyEventKind::Press), Some(Key::plain(Code::Char('e'))));
        assert_eq!(of(KeyEventKind::Repeat), Some(Key::plain(Code::Char('e'))));
        assert_eq!(of(KeyEventKind::Release), None);
    }

    #[test]
    fn shift_tab_is_one_key_however_it_is_reported() {
        let shift_tab = Key::new(Code::Tab, false, false, true);
        assert_eq!(press(KeyCode::BackTab, KeyModifiers::NONE), Some(shift_tab));
        assert_eq!(press(KeyCode::BackTab, KeyModifiers::SHIFT), Some(shift_tab));
        assert_eq!(press(KeyCode::Tab, KeyModifiers::SHIFT), Some(shift_tab));
    }

    #[test]
    fn what_alt_gr_types_is_text() {
        let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        assert_eq!(press(KeyCode::Char('@'), alt_gr).and_then(Key::text), Some('@'));
        assert_eq!(press(KeyCode::Char('€'), alt_gr).and_then(Key::text), Some('€'));
        assert_eq!(press(KeyCode::Char('z'), KeyModifiers::CONTROL).and_then(Key::text), None);
    }

    #[test]
    fn keys_that_mean_nothing_here_are_dropped() {
        assert_eq!(press(KeyCode::CapsLock, KeyModifiers::NONE), None);
    }

    fn down(column: u16, modifiers: KeyModifiers) -> event::Event {
        let kind = MouseEventKind::Down(MouseButton::Left);
        event::Event::Mouse(MouseEvent { kind, column, row: 3, modifiers })
    }

    #[test]
    fn two_quick_presses_at_one_place_are_a_double_click() {
        let (mut reader, start) = (Reader::default(), Instant::now());
        let mut at = |column, after| match reader.event(down(column, KeyModifiers::NONE), start + after) {
            Some(Event::Mouse(mouse)) => mouse.deed,
            other => panic!("{other:?}"),
        };
        assert_eq!(at(7, Duration::ZERO), Deed::Click);
        assert_eq!(at(7, Duration::from_millis(200)), Deed::DoubleClick);
        assert_eq!(at(7, Duration::from_millis(300)), Deed::Click, "a third press begins anew");
        assert_eq!(at(7, Duration::from_millis(900)), Deed::Click, "too late");
        assert_eq!(at(8, Duration::from_millis(950)), Deed::Click, "elsewhere");
    }

    #[test]
    fn ctrl_makes_a_click_of_its_own() {
        let event = Reader::default().event(down(7, KeyModifiers::CONTROL), Instant::now());
        assert_eq!(event, Some(Event::Mouse(Mouse { deed: Deed::CtrlClick, column: 7, row: 3 })));
    }

    #[test]
    fn a_paste_stays_one_event() {
        let event = Reader::default().event(event::Event::Paste("a\nq".to_owned()), Instant::now());
        assert_eq!(event, Some(Event::Paste("a\nq".to_owned())));
    }
}
