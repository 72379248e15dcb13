//! The detail view: the sections of a record in frames, each with the rows that fit.

use super::{Room, cell, keys, level, plain, span};
use crate::action::Action;
use crate::app::{App, Detail, Entry, Mark, Section};
use crate::tui::border::Edge;
use crate::tui::signs::{self, Focus};
use crate::tui::theme::{Role, Theme};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

const KEYS: &[Action] = &[
    Action::NextSection,
    Action::Open,
    Action::Back,
    Action::Edit,
    Action::Fixes,
    Action::Why,
    Action::RelateCustomer,
    Action::Undo,
    Action::Quit,
];

pub(super) fn draw(app: &App, view: &Detail, theme: Theme, area: Rect, frame: &mut Frame<'_>) {
    frame.render_widget(Clear, area);
    if area.height < 6 {
        return;
    }
    let top = Rect { height: 1, ..area };
    let foot = Rect { y: area.bottom() - 1, height: 1, ..area };
    let body = Rect { y: area.y + 1, height: area.height - 2, ..area };
    title(app, view, theme, top, frame);
    for (n, place) in places(app, view, body) {
        section(app, view, n, theme, place, frame);
    }
    let line = match &app.notice {
        Some(notice) => plain(format!(" {}", notice.text)),
        None => keys(app, Room { theme, width: area.width, height: 1 }, KEYS),
    };
    frame.buffer_mut().set_line(foot.x, foot.y, &line, foot.width);
}

fn title(app: &App, view: &Detail, theme: Theme, area: Rect, frame: &mut Frame<'_>) {
    let model = app.book.model();
    let planned = match app.mark_of(view.key) {
        Mark::Same => "",
        Mark::New => app.lang.screen().planned_new,
        Mark::Changed => app.lang.screen().planned_changed,
    };
    let mut spans = vec![span(
        theme,
        Role::Bar,
        format!(
            " {}",
            app.lang.overlays().labelled(app.lang.table(view.key.table()), &model.name(view.key).show())
        ),
    )];
    if !planned.is_empty() {
        spans.push(span(
            theme,
            Role::Changed,
            format!("   {} {}: {planned}", signs::CHANGED, app.lang.screen().portal),
        ));
    }
    Line::from(spans).render(area, frame.buffer_mut());
}

/// Where each section stands. Every section has room for a row or two; the one with the keys gets what is left. What
/// does not fit is reached by moving on: the section with the keys is always shown.
fn places(app: &App, view: &Detail, body: Rect) -> Vec<(usize, Rect)> {
    let wanted = |n: usize| {
        let rows = view.count(app, view.sections[n]).max(1);
        u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(2)
    };
    let mut heights: Vec<u16> = (0..view.sections.len()).map(|n| wanted(n).min(4)).collect();
    heights[view.section] = wanted(view.section).min(body.height);
    let total = |heights: &[u16]| heights.iter().map(|h| u32::from(*h)).sum::<u32>();
    while total(&heights) > u32::from(body.height) {
        let far = |n: &usize| n.abs_diff(view.section);
        let last = (0..heights.len()).filter(|n| heights[*n] > 0 && *n != view.section).max_by_key(far);
        match last {
            Some(n) => heights[n] = 0,
            None => heights[view.section] = body.height,
        }
    }
    let mut left = body.height - u16::try_from(total(&heights)).unwrap_or(body.height);
    for (n, height) in heights.iter_mut().enumerate().filter(|(_, height)| **height > 0) {
        let more = wanted(n).saturating_sub(*height).min(left);
        *height += more;
        left -= more;
    }
    let mut y = body.y;
    let shown = heights.into_iter().enumerate().filter(|(_, height)| *height > 0);
    shown
        .map(|(n, height)| {
            let place = Rect { y, height, ..body };
            y += height;
            (n, place)
        })
        .collect()
}

fn section(app: &App, view: &Detail, n: usize, theme: Theme, place: Rect, frame: &mut Frame<'_>) {
    let section = view.sections[n];
    let here = n == view.section;
    let count = view.count(app, section);
    let title = format!("{} {count}", app.lang.overlays().section(section_number(section)));
    let focus = if here { Focus::Here } else { Focus::Elsewhere };
    let inner = Edge::inner(place);
    let height = usize::from(inner.height);
    let cursor = view.cursors[n].min(count.saturating_sub(1));
    let first = (cursor + 1).saturating_sub(height.max(1));
    let below = count.saturating_sub(first + height);
    let bottom = if below > 0 { app.lang.overlays().more_below(below) } else { String::new() };
    Edge { theme, focus, title: &title, corner: "", bottom: &bottom }.render(place, frame.buffer_mut());
    let entries = view.entries(app, section, first, height);
    let widths = widths(&entries, inner.width.saturating_sub(5));
    for ((at, entry), y) in entries.iter().enumerate().zip(inner.top()..inner.bottom()) {
        let on = here && first + at == cursor;
        let line = row(entry, &widths, on, theme);
        frame.buffer_mut().set_line(inner.x, y, &line, inner.width);
        if on {
            frame.set_cursor_position(Position { x: inner.x + 1, y });
        }
    }
}

fn section_number(section: Section) -> usize {
    match section {
        Section::Identity => 0,
        Section::Problems => 1,
        Section::Partners => 2,
        Section::Customers => 3,
        Section::Subscriptions => 4,
        Section::Admin => 5,
        Section::Transfers => 6,
    }
}

/// Columns as wide as what stands in them, the first one cut where there is no room.
fn widths(entries: &[Entry], room: u16) -> Vec<u16> {
    let columns = entries.iter().map(|entry| entry.cells.len()).max().unwrap_or(0);
    let widest = |column: usize| {
        let wide = entries
            .iter()
            .filter_map(|entry| entry.cells.get(column))
            .map(|text| crate::tui::text::width(text));
        wide.max().unwrap_or(0)
    };
    let mut widths: Vec<u16> = (0..columns).map(widest).collect();
    let gaps = u16::try_from(columns.saturating_sub(1) * 2).unwrap_or(0);
    let over = widths.iter().sum::<u16>().saturating_add(gaps).saturating_sub(room);
    if let Some(first) = widths.first_mut() {
        *first = first.saturating_sub(over).max(12.min(*first));
    }
    widths
}

fn row(entry: &Entry, widths: &[u16], here: bool, theme: Theme) -> Line<'static> {
    let cursor = if here { signs::CURSOR } else { " " };
    let (sign, role) = entry.worst.map_or(("", Role::Text), level);
    let mut spans = vec![Span::raw(format!(" {cursor}")), span(theme, role, format!("{sign:<3}"))];
    for (text, width) in entry.cells.iter().zip(widths) {
        spans.push(Span::raw(format!("{}  ", cell(theme, text, *width))));
    }
    let line = Line::from(spans);
    if here { line.style(theme.style(Role::CursorRow)) } else { line }
}
