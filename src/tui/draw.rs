//! The state on the screen: reads, never writes. What lies on top is drawn last.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::layout::{Screen, Shape, layout};
use super::overlays;
use super::theme::Theme;
use super::view::{continuations, hints, inspector, message, pane, small, status, title};
use crate::app::{App, FilterLine, Overlay};

/// Draws the whole screen.
pub fn draw(app: &App, theme: Theme, frame: &mut Frame<'_>) {
    let screen = layout(frame.area(), app);
    if screen.shape == Shape::TooSmall {
        return small::draw(app, theme, screen.area, frame.buffer_mut());
    }
    let is_covered = app.overlays.iter().any(Overlay::is_view);
    let cursor = if is_covered { None } else { panes(app, theme, &screen, frame.buffer_mut()) };
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
    overlays::draw(app, theme, room(&screen, is_covered), frame);
    messages(app, theme, &screen, is_covered, frame.buffer_mut());
}

/// Where views and pop-ups may stand. Pop-ups over the panes leave the message and the hints in sight.
fn room(screen: &Screen, is_covered: bool) -> Rect {
    if is_covered || screen.message.is_empty() {
        return screen.area;
    }
    Rect { height: screen.message.y - screen.area.y, ..screen.area }
}

/// Draws the four panes and the filter that is typed, and says where the terminal's cursor belongs.
fn panes(app: &App, theme: Theme, screen: &Screen, buffer: &mut Buffer) -> Option<Position> {
    main_view(app, theme, screen, buffer);
    let filter = app.overlays.iter().find_map(|overlay| match overlay {
        Overlay::Filter(filter) => Some(filter),
        _ => None,
    });
    match filter {
        Some(filter) => Some(draw_filter(app, filter, theme, screen, buffer)),
        None => pane::cursor(app, screen),
    }
}

fn main_view(app: &App, theme: Theme, screen: &Screen, buffer: &mut Buffer) {
    title::draw(app, theme, screen.title, buffer);
    (0..screen.panes.len()).for_each(|number| pane::draw(app, number, screen, theme, buffer));
    inspector::draw(app, theme, screen.inspector, buffer);
    status::draw(app, theme, screen.status, buffer);
    hints::draw(app, theme, screen.hints, buffer);
}

/// A filter is typed in the status line, or in the nearest line there is; the next line helps.
fn draw_filter(
    app: &App,
    filter: &FilterLine,
    theme: Theme,
    screen: &Screen,
    buffer: &mut Buffer,
) -> Position {
    let mut lines = [screen.status, screen.message, screen.hints].into_iter().filter(|line| !line.is_empty());
    let line = Rect { height: 1, ..lines.next().unwrap_or(screen.title) };
    blank(line, buffer);
    if let Some(next) = lines.next() {
        status::help(app, filter, theme, Rect { height: 1, ..next }, buffer);
    }
    status::prompt(app, filter, theme, line, buffer)
}

/// What just happened and what can follow stand on top of everything.
fn messages(app: &App, theme: Theme, screen: &Screen, is_covered: bool, buffer: &mut Buffer) {
    let above = Rect { height: screen.hints.y.saturating_sub(screen.area.y), ..screen.area };
    continuations::draw(app, theme, above, buffer);
    // A view has a line of its own for it.
    if is_covered {
        return;
    }
    // Without a line of its own a message takes the title's, and grows downwards.
    if screen.message.is_empty() {
        return message::draw(app, theme, screen.title, screen.area, buffer);
    }
    let above = Rect { height: screen.message.bottom() - screen.area.y, ..screen.area };
    message::draw(app, theme, screen.message, above, buffer);
}

fn blank(area: Rect, buffer: &mut Buffer) {
    use ratatui::widgets::Widget;
    ratatui::widgets::Clear.render(area, buffer);
}
