//! A key press as a value of our own, with its text form ("Ctrl-s", "Shift-Tab", "g g"); knows no terminal library.

use std::fmt;
use std::str::FromStr;

/// Which key, without what is held with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A key that types this character; upper case and shifted signs as such.
    Char(char),
    /// Enter.
    Enter,
    /// Esc.
    Esc,
    /// Tab.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, from 1 to 24.
    F(u8),
}

/// Names of keys that are not one character.
const NAMED: &[(&str, Code)] = &[
    ("Space", Code::Char(' ')),
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("Backspace", Code::Backspace),
    ("Delete", Code::Delete),
    ("Insert", Code::Insert),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PageUp", Code::PageUp),
    ("PageDown", Code::PageDown),
];

/// One key press. Made by `Key::new` or read from text, so that equal presses are equal values.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// Ctrl is held.
    pub ctrl: bool,
    /// Alt is held.
    pub alt: bool,
    /// Shift is held; never with a character, which shows it itself.
    pub shift: bool,
}

impl Key {
    /// Words for the parts of a key's name, the nearest of which an error can offer.
    pub const NAMES: &'static [&'static str] = &[
        "Space",
        "Enter",
        "Esc",
        "Tab",
        "Backspace",
        "Delete",
        "Insert",
        "Up",
        "Down",
        "Left",
        "Right",
        "Home",
        "End",
        "PageUp",
        "PageDown",
        "Ctrl-",
        "Alt-",
        "Shift-",
        "F1",
    ];

    /// A key alone.
    pub const fn plain(code: Code) -> Key {
        Key { code, ctrl: false, alt: false, shift: false }
    }

    /// A key with what is held, in the one form that compares equal: shift goes into the character, and Ctrl knows
    /// no case, because terminals differ in what they report with caps lock.
    pub fn new(code: Code, ctrl: bool, alt: bool, shift: bool) -> Key {
        let Code::Char(typed) = code else { return Key { code, ctrl, alt, shift } };
        let typed = if ctrl && !alt {
            typed.to_ascii_lowercase()
        } else if shift {
            typed.to_ascii_uppercase()
        } else {
            typed
        };
        Key { code: Code::Char(typed), ctrl, alt, shift: false }
    }

    /// The character that this press types into a line. Ctrl and Alt together are `AltGr` on Windows.
    pub fn text(self) -> Option<char> {
        match self.code {
            Code::Char(typed) if self.ctrl == self.alt && !typed.is_control() => Some(typed),
            _ => None,
        }
    }

    /// The same key as `AltGr` types it, where Ctrl and Alt are only how the terminal reports it: signs, not letters,
    /// because Ctrl-Alt-a is a key of its own.
    pub(super) fn without_alt_gr(self) -> Option<Key> {
        let typed = self.text().filter(|typed| self.ctrl && !typed.is_ascii_alphanumeric())?;
        Some(Key::plain(Code::Char(typed)))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, word) in [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, "Shift-")] {
            f.write_str(if held { word } else { "" })?;
        }
        if let Some((name, _)) = NAMED.iter().find(|(_, code)| *code == self.code) {
            return f.write_str(name);
        }
        match self.code {
            Code::Char(typed) => write!(f, "{typed}"),
            Code::F(number) => write!(f, "F{number}"),
            other => write!(f, "{other:?}"),
        }
    }
}

/// The text is not the name of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownKey;

impl FromStr for Key {
    type Err = UnknownKey;

    fn from_str(text: &str) -> Result<Key, UnknownKey> {
        let (mut rest, mut ctrl, mut alt, mut shift) = (text, false, false, false);
        for (word, held) in [("Ctrl-", &mut ctrl), ("Alt-", &mut alt), ("Shift-", &mut shift)] {
            if let Some(after) = rest.strip_prefix(word) {
                (rest, *held) = (after, true);
            }
        }
        Ok(Key::new(code(rest).ok_or(UnknownKey)?, ctrl, alt, shift))
    }
}

fn code(name: &str) -> Option<Code> {
    if let Some((_, code)) = NAMED.iter().find(|(known, _)| *known == name) {
        return Some(*code);
    }
    let mut characters = name.chars();
    match (characters.next()?, characters.next()) {
        (typed, None) if !typed.is_control() && !typed.is_whitespace() => Some(Code::Char(typed)),
        ('F', Some(_)) => name[1..].parse().ok().filter(|number| (1..=24).contains(number)).map(Code::F),
        _ => None,
    }
}

/// Keys pressed one after the other; never empty when read from text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sequence(pub Vec<Key>);

impl Sequence {
    /// Whether the sequence begins with these keys and goes on after them.
    pub fn continues(&self, prefix: &[Key]) -> bool {
        self.0.len() > prefix.len() && self.0.starts_with(prefix)
    }
}

impl fmt::Display for Sequence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, key) in self.0.iter().enumerate() {
            f.write_str(if at == 0 { "" } else { " " })?;
            write!(f, "{key}")?;
        }
        Ok(())
    }
}

impl FromStr for Sequence {
    type Err = UnknownKey;

    fn from_str(text: &str) -> Result<Sequence, UnknownKey> {
        let keys: Vec<Key> = text.split(' ').map(str::parse).collect::<Result<_, _>>()?;
        Ok(Sequence(keys))
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, Key, NAMED, Sequence};

    fn key(text: &str) -> Key {
        text.parse().unwrap()
    }

    #[test]
    fn text_and_key_are_one() {
        let texts =
            ["g g", "Ctrl-s", "Shift-Tab", "PageDown", "F1", "F12", "Space", "-", "Ctrl--", "G", "Alt-Enter"];
        for text in texts {
            assert_eq!(text.parse::<Sequence>().unwrap().to_string(), text);
        }
        assert!(
            NAMED.iter().all(|(name, code)| key(name) == Key::plain(*code) && key(name).to_string() == *name)
        );
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for text in ["", " ", "g  g", "Ctrl-", "Strg-s", "F0", "F25", "PgDn", "gg", "Fé", "\t", "é\u{301}"]
        {
            assert!(text.parse::<Sequence>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn shift_goes_into_the_character_and_ctrl_knows_no_case() {
        assert_eq!(Key::new(Code::Char('g'), false, false, true), key("G"));
        assert_eq!(Key::new(Code::Char('G'), false, false, true), key("G"));
        assert_eq!(Key::new(Code::Char('S'), true, false, true), key("Ctrl-s"));
        assert_eq!(Key::new(Code::Tab, false, false, true), key("Shift-Tab"));
    }

    #[test]
    fn alt_gr_types_text() {
        assert_eq!(Key::new(Code::Char('@'), true, true, false).text(), Some('@'));
        assert_eq!(Key::new(Code::Char('Ą'), true, true, false).text(), Some('Ą'));
        assert_eq!(key("a").text(), Some('a'));
        assert_eq!(key("Ctrl-a").text(), None);
        assert_eq!(key("Alt-a").text(), None);
        assert_eq!(key("Ctrl-Alt-@").without_alt_gr(), Some(key("@")));
        assert_eq!(key("Ctrl-Alt-a").without_alt_gr(), None);
        assert_eq!(key("@").without_alt_gr(), None);
    }
}
