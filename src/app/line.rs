//! A line of text being typed: the text, the cursor, and what keys do to it.

use crate::action::Action;
use unicode_segmentation::UnicodeSegmentation;

/// The longest line that is taken, in bytes: a paste of a whole file must not stop the program.
pub(super) const LONGEST: usize = 16 * 1024;

/// So many characters before the cursor can be on a screen, most of them combining marks.
const NEAR: usize = 3_000;

/// A line of text with a cursor between two characters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    text: String,
    cursor: usize,
}

impl Line {
    /// A line with this text, the cursor at its end.
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), cursor: text.len() }
    }

    /// The text as typed: untrusted.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The part before the cursor: untrusted.
    pub fn before(&self) -> &str {
        &self.text[..self.cursor]
    }

    /// The end of the part before the cursor, more than any screen is wide: untrusted.
    pub fn near_before(&self) -> &str {
        let start = self.before().char_indices().nth_back(NEAR).map_or(0, |(at, _)| at);
        &self.before()[start..]
    }

    /// The part after the cursor: untrusted.
    pub fn after(&self) -> &str {
        &self.text[self.cursor..]
    }

    /// True when nothing is typed.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Puts other text in its place, the cursor at the end.
    pub fn set(&mut self, text: &str) {
        *self = Self::new(text);
    }

    /// Types one character.
    pub fn type_char(&mut self, typed: char) {
        self.insert(typed.encode_utf8(&mut [0; 4]));
    }

    /// Pastes text: line breaks and tabs become spaces, other controls are left out.
    pub fn paste(&mut self, text: &str) {
        let one_line: String = text.chars().take(LONGEST).filter_map(typeable).collect();
        self.insert(&one_line);
    }

    fn insert(&mut self, text: &str) {
        let room = LONGEST.saturating_sub(self.text.len());
        let text = &text[..floor_char_boundary(text, room)];
        self.text.insert_str(self.cursor, text);
        self.cursor += text.len();
    }

    /// Does what an editing key asks; false when the action is none of the line's.
    pub fn act(&mut self, action: Action) -> bool {
        match action {
            Action::CursorLeft => self.cursor = self.left(),
            Action::CursorRight => self.cursor = self.right(),
            Action::CursorStart => self.cursor = 0,
            Action::CursorEnd => self.cursor = self.text.len(),
            Action::DeleteBack => self.delete(self.left(), self.cursor),
            Action::DeleteHere => self.delete(self.cursor, self.right()),
            Action::DeleteWord => self.delete(self.word_start(), self.cursor),
            Action::DeleteToStart => self.delete(0, self.cursor),
            Action::DeleteToEnd => self.text.truncate(self.cursor),
            _ => return false,
        }
        true
    }

    fn delete(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, "");
        self.cursor = from;
    }

    fn left(&self) -> usize {
        self.before().graphemes(true).next_back().map_or(0, |last| self.cursor - last.len())
    }

    fn right(&self) -> usize {
        self.cursor + self.after().graphemes(true).next().map_or(0, str::len)
    }

    fn word_start(&self) -> usize {
        let trimmed = self.before().trim_end();
        trimmed
            .rfind(char::is_whitespace)
            .map_or(0, |space| space + trimmed[space..].chars().next().map_or(0, char::len_utf8))
    }
}

fn typeable(c: char) -> Option<char> {
    match c {
        '\n' | '\t' => Some(' '),
        _ if c.is_control() => None,
        _ => Some(c),
    }
}

fn floor_char_boundary(text: &str, most: usize) -> usize {
    (0..=most.min(text.len())).rev().find(|place| text.is_char_boundary(*place)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cursor_moves_by_what_people_see_as_a_character() {
        let mut line = Line::new("ae\u{301}");
        assert!(line.act(Action::CursorLeft));
        assert_eq!((line.before(), line.after()), ("a", "e\u{301}"));
        line.act(Action::DeleteHere);
        assert_eq!(line.text(), "a");
        line.act(Action::DeleteBack);
        line.act(Action::DeleteBack);
        assert!(line.is_empty());
    }

    #[test]
    fn words_go_one_by_one() {
        let mut line = Line::new("clin parc  ");
        line.act(Action::DeleteWord);
        assert_eq!(line.text(), "clin ");
        line.act(Action::DeleteWord);
        assert_eq!(line.text(), "");
    }

    #[test]
    fn a_paste_is_one_line_and_bounded() {
        let mut line = Line::default();
        line.paste("a\nb\u{1b}[31mc");
        assert_eq!(line.text(), "a b[31mc");
        line.paste(&"é".repeat(10_000_000));
        assert!(line.text().len() <= LONGEST);
    }
}
