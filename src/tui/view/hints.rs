//! The hint bar: as many keys as fit, the most useful first, on one or two lines.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::bar;
use crate::app::{App, Hint};
use crate::tui::text;
use crate::tui::theme::Theme;

/// A hint on screen: where it is, and what it runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Where.
    pub area: Rect,
    /// Which.
    pub hint: Hint,
}

/// Draws the hints.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    for place in places(app.hints(), area) {
        bar::draw(&bar::hint(&place.hint, theme), theme, place.area, buffer);
    }
}

/// Puts hints side by side, whole ones only; the mouse asks the same.
pub fn places(hints: Vec<Hint>, area: Rect) -> Vec<Place> {
    let (mut x, mut y) = (area.x + 1, area.y);
    let mut places = Vec::new();
    for hint in hints {
        let width = text::width(&hint.key) + text::width(hint.label) + 3;
        let end = x.saturating_add(width);
        if end > area.right().saturating_add(2) {
            (x, y) = (area.x + 1, y + 1);
        }
        if y >= area.bottom() || x.saturating_add(width) > area.right().saturating_add(2) {
            break;
        }
        places.push(Place { area: Rect { x, y, width: width.min(area.right() - x), height: 1 }, hint });
        x = x.saturating_add(width);
    }
    places
}
