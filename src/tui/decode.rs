//! Bytes from a terminal become events. Holds what is not whole yet: a sequence, a character, a paste; of a paste no more
//! than any line takes. Knows no clock and no terminal.

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

/// More of one paste is left out, in bytes.
const LONGEST_PASTE: usize = 1024 * 1024;
/// A longer sequence is none.
const LONGEST_SEQUENCE: usize = 64;
const END_OF_PASTE: &[u8] = b"\x1b[201~";
const ESC: u8 = 0x1b;
const CTRL_C: u8 = 3;
const BEL: u8 = 7;
const CANCEL: u8 = 0x18;
const SUBSTITUTE: u8 = 0x1a;

/// Whether it follows Esc where a string begins: DCS, SOS, OSC, PM and APC.
fn begins_answer(byte: u8) -> bool {
    matches!(byte, b'P' | b'X' | b']' | b'^' | b'_')
}

/// Turns bytes into events.
#[derive(Debug, Default)]
pub struct Decoder {
    /// A sequence or a character that is not whole.
    held: Vec<u8>,
    paste: Option<Paste>,
    answer: Option<Answer>,
}

/// A string by which a terminal answers what nobody asked here: it is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    /// In the middle of it.
    Inside,
    /// After an Esc, which may begin its end.
    Ending,
}

/// A paste that has not ended.
#[derive(Debug, Default)]
struct Paste {
    text: Vec<u8>,
    /// How many bytes of the end mark have come.
    ending: usize,
}

impl Paste {
    /// Takes a byte; true when it was the last of the end mark.
    fn take(&mut self, byte: u8) -> bool {
        if byte == END_OF_PASTE[self.ending] {
            self.ending += 1;
            return self.ending == END_OF_PASTE.len();
        }
        self.keep(&END_OF_PASTE[..self.ending]);
        self.ending = usize::from(byte == ESC);
        if byte != ESC {
            self.keep(&[byte]);
        }
        false
    }

    fn keep(&mut self, bytes: &[u8]) {
        if self.text.len() < LONGEST_PASTE {
            self.text.extend_from_slice(bytes);
        }
    }

    fn event(self) -> Event {
        // Terminals send the ends of lines as Enter.
        Event::Paste(String::from_utf8_lossy(&self.text).replace("\r\n", "\n").replace('\r', "\n"))
    }
}

impl Decoder {
    /// Takes what was read at once and returns what it makes whole. Ctrl-c that comes alone ends a paste whose end mark
    /// was lost: else no key would be heard any more.
    pub fn feed(&mut self, bytes: &[u8]) -> Vec<Event> {
        if let (Some(_), [CTRL_C]) = (&self.paste, bytes) {
            return self.paste.take().map(Paste::event).into_iter().collect();
        }
        bytes.iter().filter_map(|byte| self.byte(*byte)).collect()
    }

    /// Whether only time tells what was meant: Esc, or the begin of a sequence.
    pub fn is_waiting(&self) -> bool {
        self.paste.is_none() && (self.answer.is_some() || !self.held.is_empty())
    }

    /// Nothing more came for a while: an Esc that waits was the key itself.
    pub fn pause(&mut self) -> Option<Event> {
        let held = std::mem::take(&mut self.held);
        // An answer whose end was lost ends here, or no key would be heard any more.
        self.answer = None;
        match held.as_slice() {
            [ESC] => Some(key(KeyCode::Esc, KeyModifiers::NONE)),
            [ESC, next] if matches!(next, b'[' | b'O') || begins_answer(*next) => {
                Some(key(KeyCode::Char(char::from(*next)), KeyModifiers::ALT))
            }
            _ => None,
        }
    }

    fn byte(&mut self, byte: u8) -> Option<Event> {
        if let Some(paste) = &mut self.paste {
            let is_over = paste.take(byte);
            return if is_over { self.paste.take().map(Paste::event) } else { None };
        }
        if let Some(answer) = self.answer {
            return self.answered(answer, byte);
        }
        self.held.push(byte);
        match whole(&self.held) {
            Whole::NotYet if self.held.len() < LONGEST_SEQUENCE => None,
            Whole::NotYet | Whole::Nothing => {
                self.held.clear();
                None
            }
            Whole::Event(event) => {
                self.held.clear();
                Some(event)
            }
            Whole::Paste => {
                self.held.clear();
                self.paste = Some(Paste::default());
                None
            }
            Whole::Broken => self.again(byte),
            Whole::Answer => {
                self.held.clear();
                self.answer = Some(Answer::Inside);
                self.byte(byte)
            }
        }
    }

    /// Takes a byte of an answer. It ends with BEL, or with Esc and a backslash; Ctrl-c and what cancels a sequence end it
    /// too.
    fn answered(&mut self, answer: Answer, byte: u8) -> Option<Event> {
        self.answer = match (answer, byte) {
            (Answer::Ending, b'\\') | (_, BEL | CTRL_C | CANCEL | SUBSTITUTE) => None,
            (_, ESC) => Some(Answer::Ending),
            (Answer::Inside, _) => Some(Answer::Inside),
            (Answer::Ending, _) => {
                // It was broken off by another sequence.
                self.answer = None;
                self.held = vec![ESC];
                return self.byte(byte);
            }
        };
        None
    }

    /// A sequence that another byte breaks off is dropped; an Esc before an Esc was the key.
    fn again(&mut self, byte: u8) -> Option<Event> {
        let is_key = self.held.len() == 2;
        self.held.clear();
        self.held.push(byte);
        is_key.then(|| key(KeyCode::Esc, KeyModifiers::NONE))
    }
}

/// What bytes are.
enum Whole {
    NotYet,
    /// Something that means nothing here.
    Nothing,
    Event(Event),
    /// The begin of a paste.
    Paste,
    /// A sequence that a new Esc breaks off.
    Broken,
    /// The begin of a string by which a terminal answers.
    Answer,
}

fn whole(held: &[u8]) -> Whole {
    let some = |event: Option<Event>| event.map_or(Whole::Nothing, Whole::Event);
    match held {
        [ESC] | [ESC, b'[' | b'O'] | [ESC, b'[', b'['] => Whole::NotYet,
        [ESC, begin] if begins_answer(*begin) => Whole::NotYet,
        [ESC, begin, next] if begins_answer(*begin) && *next != ESC => Whole::Answer,
        // A click as terminals without the extended reports tell it: three bytes of any value.
        [ESC, b'[', b'M', place @ ..] if place.len() < 3 => Whole::NotYet,
        [ESC, b'[', b'M', _, _, _] => Whole::Nothing,
        [ESC, .., ESC] => Whole::Broken,
        [ESC, b'O', last] => some(letter(*last).map(|code| key(code, KeyModifiers::NONE))),
        // The console of Linux.
        [ESC, b'[', b'[', last @ b'A'..=b'E'] => {
            Whole::Event(key(KeyCode::F(last - b'A' + 1), KeyModifiers::NONE))
        }
        [ESC, b'[', parameters @ .., last @ 0x40..=0x7e] => sequence(parameters, *last),
        [ESC, b'[', .., 0x20..=0x3f] => Whole::NotYet,
        [ESC, b'[', ..] => Whole::Nothing,
        [ESC, typed @ ..] => character(typed, KeyModifiers::ALT),
        typed => character(typed, KeyModifiers::NONE),
    }
}

/// A key that types something, or a control character.
fn character(typed: &[u8], held: KeyModifiers) -> Whole {
    let ctrl = |letter: u8| key(KeyCode::Char(char::from(letter)), held | KeyModifiers::CONTROL);
    let event = match typed {
        [b'\r'] => key(KeyCode::Enter, held),
        [b'\t'] => key(KeyCode::Tab, held),
        [0x7f] => key(KeyCode::Backspace, held),
        [0] => ctrl(b' '),
        [byte @ 1..=0x1a] => ctrl(byte - 1 + b'a'),
        [byte @ 0x1c..=0x1f] => ctrl(byte - 0x1c + b'4'),
        _ => match std::str::from_utf8(typed) {
            Ok(text) => {
                let Some(typed) = text.chars().next() else { return Whole::Nothing };
                key(KeyCode::Char(typed), held)
            }
            Err(error) if error.error_len().is_none() => return Whole::NotYet,
            Err(_) => return Whole::Nothing,
        },
    };
    Whole::Event(event)
}

/// What a control sequence means.
fn sequence(parameters: &[u8], last: u8) -> Whole {
    let Ok(text) = std::str::from_utf8(parameters) else { return Whole::Nothing };
    if let Some(mouse) = text.strip_prefix('<') {
        return mouse_event(mouse, last).map_or(Whole::Nothing, Whole::Event);
    }
    if text.starts_with(['=', '>', '?']) {
        return Whole::Nothing;
    }
    // What follows a colon tells more of a parameter than is asked here.
    let numbers: Vec<u32> = text.split(';').map(number).collect();
    let at = |place: usize| numbers.get(place).copied().unwrap_or_default();
    let held = modifiers(at(1));
    let event = match last {
        b'~' if at(0) == 200 => return Whole::Paste,
        b'~' if at(0) == 27 => char::from_u32(at(2)).and_then(|typed| coded(typed, held)),
        b'~' => numbered(at(0)).map(|code| key(code, held)),
        b'u' => char::from_u32(at(0)).and_then(|typed| coded(typed, held)),
        b'Z' => Some(key(KeyCode::BackTab, KeyModifiers::SHIFT)),
        b'I' => Some(Event::FocusGained),
        b'O' => Some(Event::FocusLost),
        _ if at(0) <= 1 => letter(last).map(|code| key(code, held)),
        _ => None,
    };
    event.map_or(Whole::Nothing, Whole::Event)
}

fn number(parameter: &str) -> u32 {
    parameter.split(':').next().and_then(|digits| digits.parse().ok()).unwrap_or_default()
}

/// A key that is told by the code of its character.
fn coded(typed: char, held: KeyModifiers) -> Option<Event> {
    let code = match typed {
        '\r' => KeyCode::Enter,
        '\t' if held.contains(KeyModifiers::SHIFT) => KeyCode::BackTab,
        '\t' => KeyCode::Tab,
        '\u{1b}' => KeyCode::Esc,
        '\u{7f}' => KeyCode::Backspace,
        _ if typed.is_control() => return None,
        _ => KeyCode::Char(typed),
    };
    Some(key(code, held))
}

fn letter(last: u8) -> Option<KeyCode> {
    Some(match last {
        b'A' => KeyCode::Up,
        b'B' => KeyCode::Down,
        b'C' => KeyCode::Right,
        b'D' => KeyCode::Left,
        b'F' => KeyCode::End,
        b'H' => KeyCode::Home,
        b'M' => KeyCode::Enter,
        b'P'..=b'S' => KeyCode::F(last - b'P' + 1),
        _ => return None,
    })
}

fn numbered(number: u32) -> Option<KeyCode> {
    let function = |first: u8, from: u32| u8::try_from(number - from).ok().map(|n| KeyCode::F(first + n));
    match number {
        1 | 7 => Some(KeyCode::Home),
        2 => Some(KeyCode::Insert),
        3 => Some(KeyCode::Delete),
        4 | 8 => Some(KeyCode::End),
        5 => Some(KeyCode::PageUp),
        6 => Some(KeyCode::PageDown),
        11..=15 => function(1, 11),
        17..=21 => function(6, 17),
        23..=26 => function(11, 23),
        28..=29 => function(15, 28),
        31..=34 => function(17, 31),
        _ => None,
    }
}

fn modifiers(parameter: u32) -> KeyModifiers {
    let bits = parameter.saturating_sub(1);
    let all = [(1, KeyModifiers::SHIFT), (2, KeyModifiers::ALT), (4, KeyModifiers::CONTROL)];
    all.into_iter().filter(|(bit, _)| bits & bit != 0).map(|(_, held)| held).collect()
}

/// A report of the mouse: buttons and what is held, column, row; a small letter for a release.
fn mouse_event(parameters: &str, last: u8) -> Option<Event> {
    let mut numbers = parameters.split(';').map(|digits| digits.parse::<u16>().ok());
    let (buttons, column, row) = (numbers.next()??, numbers.next()??, numbers.next()??);
    let button = match buttons & 0b11 {
        0 => MouseButton::Left,
        1 => MouseButton::Middle,
        2 => MouseButton::Right,
        _ => return None,
    };
    let kind = match (buttons & !0b1_1100, last) {
        (64, _) => MouseEventKind::ScrollUp,
        (65, _) => MouseEventKind::ScrollDown,
        (0..=2, b'M') => MouseEventKind::Down(button),
        (0..=2, b'm') => MouseEventKind::Up(button),
        (32..=34, _) => MouseEventKind::Drag(button),
        _ => return None,
    };
    let all = [(4, KeyModifiers::SHIFT), (8, KeyModifiers::ALT), (16, KeyModifiers::CONTROL)];
    let held = all.into_iter().filter(|(bit, _)| buttons & bit != 0).map(|(_, held)| held).collect();
    let (column, row) = (column.saturating_sub(1), row.saturating_sub(1));
    Some(Event::Mouse(MouseEvent { kind, column, row, modifiers: held }))
}

fn key(code: KeyCode, held: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, held))
}

#[cfg(test)]
mod tests;
