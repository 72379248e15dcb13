//! The frame of a pane: title left and right on the top edge, a text on the bottom edge, the focus as a double line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Block, Borders, Widget};

use super::signs::Focus;
use super::text;
use super::theme::{Role, Theme};

/// A frame with its texts; the texts are already safe to show.
#[derive(Clone, Copy, Debug)]
pub struct Edge<'a> {
    /// What it looks like.
    pub theme: Theme,
    /// Whether the pane has the focus.
    pub focus: Focus,
    /// The title at the left of the top edge; cut last.
    pub title: &'a str,
    /// A text at the right of the top edge; left out when there is no room.
    pub corner: &'a str,
    /// A text at the right of the bottom edge; left out when there is no room.
    pub bottom: &'a str,
}

impl Edge<'_> {
    /// Returns the part of `area` inside the frame.
    pub fn inner(area: Rect) -> Rect {
        Block::new().borders(Borders::ALL).inner(area)
    }

    fn styles(&self) -> (Style, Style) {
        let (border, title) = match self.focus {
            Focus::Here => (Role::BorderFocus, Role::TitleFocus),
            Focus::Elsewhere => (Role::Border, Role::Title),
        };
        (self.theme.style(border), self.theme.style(title))
    }
}

impl Widget for &Edge<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        if area.is_empty() {
            return;
        }
        let (border, title) = self.styles();
        let set = self.theme.charset.border(self.focus);
        Block::new().borders(Borders::ALL).border_set(set).border_style(border).render(area, buffer);
        let room = area.width.saturating_sub(4);
        let shown = text::fit(&spaced(self.title), room, self.theme.charset.ellipsis());
        buffer.set_string(area.x + 2.min(area.width - 1), area.y, &shown, title);
        right(buffer, area, area.y, room.saturating_sub(text::width(&shown)), self.corner, title);
        right(buffer, area, area.bottom() - 1, room, self.bottom, self.theme.style(Role::Text));
    }
}

/// Writes `words` before the right end of the row `y`, if they fit into `room`.
fn right(buffer: &mut Buffer, area: Rect, y: u16, room: u16, words: &str, style: Style) {
    let shown = spaced(words);
    let width = text::width(&shown);
    if width > 0 && width <= room {
        buffer.set_string(area.right() - 2 - width, y, &shown, style);
    }
}

fn spaced(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!(" {words} ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::signs::Charset;
    use crate::tui::testing::lines;
    use crate::tui::theme::Palette;

    fn drawn(width: u16, height: u16, focus: Focus, charset: Charset) -> Buffer {
        let theme = Theme { palette: Palette::Mono, charset };
        let edge = Edge { theme, focus, title: "2 Resellers 9/14", corner: "all", bottom: "2 marked" };
        let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
        edge.render(buffer.area, &mut buffer);
        buffer.set_style(buffer.area, Style::reset());
        buffer
    }

    #[test]
    fn the_edges_carry_their_texts() {
        let plain = lines(&drawn(32, 3, Focus::Elsewhere, Charset::Ascii));
        assert_eq!(
            plain,
            [
                "+- 2 Resellers 9/14 ----- all -+",
                "|                              |",
                "+------------------- 2 marked -+",
            ]
        );
    }

    #[test]
    fn the_focus_is_a_double_line() {
        assert_eq!(
            lines(&drawn(24, 3, Focus::Here, Charset::Unicode)),
            ["╔═ 2 Resellers 9/14 ═══╗", "║                      ║", "╚═══════════ 2 marked ═╝",]
        );
        assert_eq!(lines(&drawn(24, 3, Focus::Here, Charset::Ascii))[0], "+= 2 Resellers 9/14 ===+");
    }

    #[test]
    fn a_narrow_title_is_cut_and_the_rest_goes() {
        assert_eq!(lines(&drawn(12, 2, Focus::Elsewhere, Charset::Ascii)), ["+- 2 Rese~-+", "+----------+"]);
    }

    #[test]
    fn any_size_can_be_drawn() {
        for (width, height) in (0..9).flat_map(|w| (0..4).map(move |h| (w, h))) {
            drawn(width, height, Focus::Here, Charset::Unicode);
        }
    }
}
