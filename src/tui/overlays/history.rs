//! The history: a table of what was done, the newest first.

use super::{browse, span};
use crate::action::Action;
use crate::app::{App, History, Overlay, Told};
use crate::i18n::history::minute;
use crate::tui::border::Edge;
use crate::tui::columns::{Align, Column, Width};
use crate::tui::grid::{self, Cell, Grid, Row};
use crate::tui::signs::{self, Focus};
use crate::tui::theme::{Role, Theme};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;

const KEYS: &[Action] = &[
    Action::Open,
    Action::Restore,
    Action::Checkpoint,
    Action::Filter,
    Action::Undo,
    Action::Redo,
    Action::Help,
    Action::Quit,
];

/// Below so many columns there is room for when and what alone.
const NARROW: u16 = 76;

pub(super) fn draw(app: &App, history: &History, theme: Theme, area: Rect, frame: &mut Frame<'_>) {
    let Some(areas) = browse::areas(area, frame) else { return };
    let cursor = table(app, history, theme, areas.body, frame);
    let typed = browse::title(&title(app, history, theme), &history.browse, areas.top, frame);
    if let Some(at) = typed.or(cursor) {
        frame.set_cursor_position(at);
    }
    let is_on_top = matches!(app.overlays.last(), Some(Overlay::History(_)));
    browse::foot(app, theme, is_on_top.then_some((&history.browse, KEYS)), areas.foot, frame);
}

/// How many changes there are so far, and how safe the newest are.
fn title(app: &App, history: &History, theme: Theme) -> Line<'static> {
    let words = app.lang.looking().title(history.lines(), history.is_over);
    let mut spans = vec![span(theme, Role::Bar, format!(" {words}"))];
    spans.extend(
        crate::tui::view::title::kept_words(app).map(|(word, role)| span(theme, role, format!("  {word}"))),
    );
    if app.is_reading_history() || (!history.is_over && history.lines() == 0) {
        spans.push(span(theme, Role::Text, format!("  {}", app.lang.looking().reading)));
    }
    Line::from(spans)
}

/// The changes on screen; says where the line of the cursor stands.
fn table(app: &App, history: &History, theme: Theme, area: Rect, frame: &mut Frame<'_>) -> Option<Position> {
    let columns = columns(app, area.width);
    let body = grid::body(area, &columns);
    let height = usize::from(body.height);
    let first = (history.browse.cursor + 1).saturating_sub(height.max(1));
    let last = history.lines().min(first + height);
    let row = |n: usize| history.line(n).map(|told| row(app, told, n == history.browse.cursor, theme));
    let rows: Vec<Row<'static>> = (first..last).filter_map(row).collect();
    let below = history.lines() - last;
    let bottom = if below > 0 { app.lang.overlays().more_below(below) } else { end(app, history) };
    let edge = Edge {
        theme,
        focus: Focus::Here,
        title: app.lang.action_label(Action::History),
        corner: "",
        bottom: &bottom,
    };
    (&Grid { edge, columns: &columns, rows: &rows }).render(area, frame.buffer_mut());
    if rows.is_empty() {
        browse::nothing(&nothing(app, history), body, frame);
        return None;
    }
    Some(Position { x: body.x, y: body.y + u16::try_from(history.browse.cursor - first).ok()? })
}

/// What stands below the oldest change.
fn end(app: &App, history: &History) -> String {
    let words = app.lang.looking();
    match &history.error {
        _ if !history.is_over => String::new(),
        Some(_) => words.unread_before(history.reached),
        None if history.reached > 1 => words.not_kept_before(history.reached),
        None => words.begins.to_owned(),
    }
}

/// Why nothing is listed.
fn nothing(app: &App, history: &History) -> String {
    let words = app.lang.looking();
    let typed = crate::model::show(history.browse.filter.text().trim()).into_owned();
    match &history.error {
        Some(why) => app.lang.store_error(why),
        None if !history.is_over => words.reading.to_owned(),
        None if typed.is_empty() => words.empty.to_owned(),
        None => words.none_match(&typed),
    }
}

fn columns(app: &App, width: u16) -> [Column<'static>; 6] {
    let [when, what, kind, records, state] = app.lang.looking().columns;
    let column = |title, align, width, drop| Column { title, align, width, drop, gap: 1 };
    let wide = |fit: Width| if width < NARROW { Width::Fixed(0) } else { fit };
    [
        column("", Align::Left, Width::Fixed(1), None),
        column(when, Align::Left, Width::Fixed(16), None),
        column(what, Align::Left, Width::Fill(16), None),
        column(kind, Align::Left, wide(Width::Fit(12)), Some(2)),
        column(records, Align::Right, wide(Width::Fit(8)), Some(1)),
        column(state, Align::Left, wide(Width::Fit(12)), Some(3)),
    ]
}

fn row(app: &App, told: &Told, here: bool, theme: Theme) -> Row<'static> {
    let words = app.lang.looking();
    let state = match told {
        Told { is_undone: true, .. } => words.undone,
        Told { is_saved: true, .. } => words.last_save,
        Told { .. } => "",
    };
    let role = if told.is_undone { Role::Disabled } else { Role::Text };
    let records = if told.records == 0 { String::new() } else { told.records.to_string() };
    let cells = vec![
        if here { signs::CURSOR } else { " " }.into(),
        Cell::styled(minute(told.at), theme.style(role)),
        Cell::styled(told.text.clone(), theme.style(role)),
        Cell::styled(app.lang.kind(told.kind).to_owned(), theme.style(role)),
        Cell::styled(records, theme.style(role)),
        Cell::styled(state.to_owned(), theme.style(role)),
    ];
    let style = if here { theme.style(Role::CursorRow) } else { Style::new() };
    Row { cells, style }
}
