//! A line of words in different styles, cut at the end of its room.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::app::Hint;
use crate::tui::text;
use crate::tui::theme::{Role, Theme};

/// Words of one look; safe to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The words.
    pub text: String,
    /// Their look.
    pub style: Style,
}

impl Part {
    /// Words of a look.
    pub fn new(text: impl Into<String>, style: Style) -> Self {
        Self { text: text.into(), style }
    }
}

/// The width of all parts, in cells.
pub fn width(parts: &[Part]) -> u16 {
    parts.iter().fold(0, |sum, part| sum.saturating_add(text::width(&part.text)))
}

/// Draws the parts one after the other; the one that does not fit is cut. Returns the cells used.
pub fn draw(parts: &[Part], theme: Theme, area: Rect, buffer: &mut Buffer) -> u16 {
    let area = area.intersection(buffer.area);
    let mut used = 0;
    for part in parts {
        let room = area.width - used;
        if area.height == 0 || room == 0 {
            break;
        }
        let shown = text::fit(&part.text, room, theme.charset.ellipsis());
        buffer.set_stringn(area.x + used, area.y, &shown, usize::from(room), part.style);
        used += text::width(&shown).min(room);
    }
    used
}

/// Draws parts at the right end, when they fit whole.
pub fn draw_right(parts: &[Part], area: Rect, buffer: &mut Buffer) {
    let wide = width(parts);
    if wide <= area.width {
        let area = Rect { x: area.right() - wide, width: wide, ..area };
        draw(parts, Theme::default(), area, buffer);
    }
}

/// A key and its word, with two cells after them.
pub fn hint(hint: &Hint, theme: Theme) -> [Part; 2] {
    let key = Part::new(hint.key.clone(), theme.style(Role::Key));
    [key, Part::new(format!(" {}  ", hint.label), theme.style(Role::Text))]
}

/// Breaks a text at spaces into lines of at most `room` cells; a longer word is cut.
pub fn wrap(words: &str, room: u16) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in words.split_whitespace() {
        let word = text::head(word, room);
        match lines.last_mut() {
            Some(line) if line.is_empty() => word.clone_into(line),
            Some(line) if text::width(line).saturating_add(1 + text::width(word)) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::wrap;

    #[test]
    fn lines_break_at_spaces() {
        assert_eq!(
            wrap("Sud Conseil cannot be support contact", 16),
            ["Sud Conseil", "cannot be", "support contact"]
        );
        assert_eq!(wrap("5c2f7b1e-77aa", 4), ["5c2f"]);
        assert_eq!(wrap("", 4), [""]);
        assert_eq!(wrap("東京 クラウド", 5), ["東京", "クラ"]);
    }
}
