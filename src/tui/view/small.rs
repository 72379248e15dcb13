//! What a window shows that is too small for a pane: why, and the way out.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::bar::{self, Part};
use crate::action::Action;
use crate::app::App;
use crate::tui::layout::SMALLEST;
use crate::tui::theme::{Role, Theme};

/// Draws the sentence, broken over the lines there are.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let size = |(columns, rows)| format!("{columns}x{rows}");
    let words = (app.lang.window().too_small)(&size(SMALLEST), &size((area.width, area.height)));
    let quit = app.hints_for(&[Action::Quit]).first().map(|hint| format!(", {} {}", hint.key, hint.label));
    let words = words + &quit.unwrap_or_default();
    for (line, y) in bar::wrap(&words, area.width).into_iter().zip(area.top()..area.bottom()) {
        bar::draw(&[Part::new(line, theme.style(Role::Text))], theme, Rect { y, height: 1, ..area }, buffer);
    }
}
