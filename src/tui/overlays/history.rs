//! The history: a table of what was done, the newest first.

use super::{Room, keys, plain, span, typed, wrapped};
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
use ratatui::widgets::{Clear, Widget};

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
const TYPING: &[Action] = &[Action::Accept, Action::Leave];

/// Below so many columns there is room for when and what alone.
const NARROW: u16 = 76;

pub(super) fn draw(app: &App, history: &History, theme: Theme, area: Rect, frame: &mut Frame<'_>) {
    frame.render_widget(Clear, area);
    if area.height < 4 {
        return;
    }
    let [top, body, foot] = [
        Rect { height: 1, ..area },
        Rect { y: area.y + 1, height: area.height - 2, ..area },
        Rect { y: area.bottom() - 1, height: 1, ..area },
    ];
    let cursor = table(app, history, theme, body, frame);
    let typed = title(app, history, theme, top, frame);
    if let Some(at) = typed.or(cursor) {
        frame.set_cursor_position(at);
    }
    let actions = if history.typing { TYPING } else { KEYS };
    let is_on_top = matches!(app.overlays.last(), Some(Overlay::History(_)));
    let line = match &app.notice {
        Some(notice) => plain(format!(" {}", notice.text)),
        None if is_on_top => keys(app, Room { theme, width: area.width, height: 1 }, actions),
        None => plain(""),
    };
    frame.buffer_mut().set_line(foot.x, foot.y, &line, foot.width);
}

/// How many changes there are so far, how safe the newest are, and what is typed; says where the cursor of the typed line
/// stands.
fn title(app: &App, history: &History, theme: Theme, area: Rect, frame: &mut Frame<'_>) -> Option<Position> {
    let words = app.lang.looking().title(history.lines(), history.is_over);
    let mut spans = vec![span(theme, Role::Bar, format!(" {words}"))];
    spans.extend(
        crate::tui::view::title::kept_words(app).map(|(word, role)| span(theme, role, format!("  {word}"))),
    );
    if app.is_reading_history() || (!history.is_over && history.lines() == 0) {
        spans.push(span(theme, Role::Text, format!("  {}", app.lang.looking().reading)));
    }
    let line = Line::from(spans);
    let used = u16::try_from(line.width()).unwrap_or(area.width).min(area.width);
    line.render(area, frame.buffer_mut());
    if !history.typing && history.filter.is_empty() {
        return None;
    }
    let rest = Rect { x: area.x + used, width: area.width - used, ..area };
    let (text, at) = typed(&history.filter, rest.width.saturating_sub(6));
    plain(format!("   / {text}")).render(rest, frame.buffer_mut());
    history.typing.then(|| Position { x: (rest.x + 5 + at).min(area.right() - 1), y: area.y })
}

/// The changes on screen; says where the line of the cursor stands.
fn table(app: &App, history: &History, theme: Theme, area: Rect, frame: &mut Frame<'_>) -> Option<Position> {
    let columns = columns(app, area.width);
    let body = grid::body(area, &columns);
    let height = usize::from(body.height);
    let first = (history.cursor + 1).saturating_sub(height.max(1));
    let last = history.lines().min(first + height);
    let row = |n: usize| history.line(n).map(|told| row(app, told, n == history.cursor, theme));
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
        nothing(app, history, body, frame);
        return None;
    }
    Some(Position { x: body.x, y: body.y + u16::try_from(history.cursor - first).ok()? })
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
fn nothing(app: &App, history: &History, body: Rect, frame: &mut Frame<'_>) {
    let words = app.lang.looking();
    let typed = crate::model::show(history.filter.text().trim()).into_owned();
    let text = match &history.error {
        Some(why) => app.lang.store_error(why),
        None if !history.is_over => words.reading.to_owned(),
        None if typed.is_empty() => words.empty.to_owned(),
        None => words.none_match(&typed),
    };
    for (line, y) in wrapped(&text, body.width.saturating_sub(2)).into_iter().zip(body.top()..body.bottom()) {
        frame.buffer_mut().set_line(body.x + 1, y, &plain(line), body.width - 1);
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
