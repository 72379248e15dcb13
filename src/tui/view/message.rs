//! The message line: what just happened and the keys that go on from there. A long message grows upwards.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use super::bar::{self, Part};
use crate::app::{App, Notice, Tone};
use crate::tui::signs;
use crate::tui::text;
use crate::tui::theme::{Role, Theme};

/// A message takes at most so many lines.
const MOST: u16 = 4;

/// Draws what just happened. `window` is what a long message may grow over.
pub fn draw(app: &App, theme: Theme, area: Rect, window: Rect, buffer: &mut Buffer) {
    let Some(notice) = &app.notice else { return };
    let mut lines = lines(app, notice, theme, area.width);
    lines.truncate(usize::from(MOST.min(window.height)));
    let height = u16::try_from(lines.len()).unwrap_or(1);
    let y = area.bottom().saturating_sub(height).max(window.y);
    let area = Rect { y, height, ..area };
    Clear.render(area, buffer);
    for (parts, y) in lines.iter().zip(area.top()..area.bottom()) {
        bar::draw(parts, theme, Rect { y, height: 1, ..area }, buffer);
    }
}

fn lines(app: &App, notice: &Notice, theme: Theme, width: u16) -> Vec<Vec<Part>> {
    let (sign, role) = match notice.tone {
        Tone::Done => ("", Role::Text),
        Tone::Refused => (signs::WARNING, Role::Warning),
        Tone::Failed => (signs::ERROR, Role::Error),
    };
    let indent = text::width(sign) + u16::from(!sign.is_empty());
    let wrapped = bar::wrap(&notice.text, width.saturating_sub(indent + 2)).into_iter().enumerate();
    let mut lines: Vec<Vec<Part>> = wrapped
        .map(|(at, words)| {
            let sign = if at == 0 { sign } else { "" };
            let gap = usize::from(indent - text::width(sign));
            let start = [Part::new(" ", theme.style(Role::Text)), Part::new(sign, theme.style(role))];
            start
                .into_iter()
                .chain([Part::new(format!("{:gap$}{words}", ""), theme.style(Role::Text))])
                .collect()
        })
        .collect();
    let hints: Vec<Part> =
        app.hints_for(&notice.actions).iter().flat_map(|hint| bar::hint(hint, theme)).collect();
    append(&mut lines, hints, theme, width);
    lines
}

/// The keys follow the last words, or stand on a line of their own.
fn append(lines: &mut Vec<Vec<Part>>, hints: Vec<Part>, theme: Theme, width: u16) {
    let Some(last) = lines.last_mut().filter(|_| !hints.is_empty()) else { return };
    let gap = Part::new("  ", theme.style(Role::Text));
    if bar::width(last).saturating_add(bar::width(&hints)).saturating_add(2) <= width {
        last.push(gap);
        last.extend(hints);
    } else {
        lines.push([vec![gap], hints].concat());
    }
}
