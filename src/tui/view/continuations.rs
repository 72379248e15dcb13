//! The pop-up after a prefix key: what can follow, above the hint bar.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use super::bar::{self, Part};
use crate::app::App;
use crate::keymap::{Binding, Sequence};
use crate::tui::border::Edge;
use crate::tui::signs::Focus;
use crate::tui::text;
use crate::tui::theme::{Role, Theme};

/// Draws the pop-up at the bottom of `window`, if there is one.
pub fn draw(app: &App, theme: Theme, window: Rect, buffer: &mut Buffer) {
    let Some(next) = app.continuations.as_deref().filter(|next| !next.is_empty()) else { return };
    let pending = app.resolver.pending();
    let entries: Vec<[Part; 2]> = next.iter().map(|binding| entry(app, binding, pending, theme)).collect();
    let cell = entries.iter().map(|entry| bar::width(entry)).max().unwrap_or(1) + 2;
    let across = (window.width.saturating_sub(4) / cell).max(1);
    let rows = u16::try_from(entries.len()).unwrap_or(u16::MAX).div_ceil(across);
    let height = rows.saturating_add(2).min(window.height);
    let area = Rect { y: window.bottom() - height, height, ..window };
    Clear.render(area, buffer);
    let title = app.keymap.prefix_title(&pending.0).map(|group| app.lang.action_group(group));
    let title = format!("{pending} ..  {}", title.unwrap_or_default());
    (&Edge { theme, focus: Focus::Elsewhere, title: title.trim_end(), corner: "", bottom: "" })
        .render(area, buffer);
    let inner = Edge::inner(area);
    for (at, entry) in (0_u16..).zip(&entries) {
        let (column, row) = (at / rows.max(1), at % rows.max(1));
        let x = inner.x + 1 + column * cell;
        let place = Rect { x, y: inner.y + row, width: cell, height: 1 };
        bar::draw(entry, theme, place.intersection(inner), buffer);
    }
}

/// The keys after the prefix, and what they do.
fn entry(app: &App, binding: &Binding, pending: &Sequence, theme: Theme) -> [Part; 2] {
    let rest = Sequence(binding.sequence.0[pending.0.len().min(binding.sequence.0.len())..].to_vec());
    let gap = 3_usize.saturating_sub(usize::from(text::width(&rest.to_string())));
    let label = app.lang.action_label(binding.action);
    let key = Part::new(rest.to_string(), theme.style(Role::Key));
    [key, Part::new(format!("{:gap$}{label}", ""), theme.style(Role::Text))]
}
