//! The agenda: a table of deadlines, what has passed under a heading of its own.

use super::{browse, span};
use crate::action::Action;
use crate::app::{Agenda, AgendaCells, AgendaLine, App, Overlay};
use crate::rules::Deadline;
use crate::tui::border::Edge;
use crate::tui::columns::{Align, Column, Width};
use crate::tui::grid::{self, Cell, Grid, Row};
use crate::tui::signs::{self, Focus};
use crate::tui::theme::{Role, Theme};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::Widget;

const KEYS: &[Action] = &[
    Action::Open,
    Action::Why,
    Action::Fixes,
    Action::Filter,
    Action::CopyRow,
    Action::Undo,
    Action::Help,
    Action::Quit,
];

/// Deadlines nearer than this, in days, are shown as warnings.
const NEAR: i32 = 7;

/// Below so many columns a record is named with its customer instead of beside it.
const WIDE: u16 = 100;

/// Below so many there is room for the record first.
const NARROW: u16 = 70;

pub(super) fn draw(app: &App, agenda: &Agenda, theme: Theme, area: Rect, frame: &mut Frame<'_>) {
    let Some(areas) = browse::areas(area, frame) else { return };
    let cursor = table(app, agenda, theme, areas.body, frame);
    let typed = browse::title(&title(app, agenda, theme), &agenda.browse, areas.top, frame);
    if let Some(at) = typed.or(cursor) {
        frame.set_cursor_position(at);
    }
    let is_on_top = matches!(app.overlays.last(), Some(Overlay::Agenda(_)));
    browse::foot(app, theme, is_on_top.then_some((&agenda.browse, KEYS)), areas.foot, frame);
}

/// How many there are.
fn title(app: &App, agenda: &Agenda, theme: Theme) -> Line<'static> {
    let overdue = agenda.overdue();
    let words = app.lang.agenda().title(overdue, agenda.rows().len() - overdue);
    Line::from(vec![span(theme, Role::Bar, format!(" {words}"))])
}

/// The deadlines on screen; says where the row of the cursor stands.
fn table(app: &App, agenda: &Agenda, theme: Theme, area: Rect, frame: &mut Frame<'_>) -> Option<Position> {
    let columns = columns(app, area.width);
    let body = grid::body(area, &columns);
    let height = usize::from(body.height);
    let (cursor, first) = agenda.window(height);
    let last = agenda.lines().min(first + height);
    let rows: Vec<Row<'static>> =
        (first..last).map(|n| row(app, agenda, agenda.line(n), n == cursor, theme, area.width)).collect();
    let below = agenda.lines() - last;
    let bottom = if below > 0 { app.lang.overlays().more_below(below) } else { String::new() };
    let edge = Edge {
        theme,
        focus: Focus::Here,
        title: app.lang.action_label(Action::Agenda),
        corner: "",
        bottom: &bottom,
    };
    (&Grid { edge, columns: &columns, rows: &rows }).render(area, frame.buffer_mut());
    if rows.is_empty() {
        browse::nothing(&nothing(app, agenda), body, frame);
        return None;
    }
    let line = u16::try_from(cursor - first).ok()?;
    Some(Position { x: body.x, y: body.y + line })
}

/// Why nothing is listed.
fn nothing(app: &App, agenda: &Agenda) -> String {
    let words = app.lang.agenda();
    let typed = crate::model::show(agenda.browse.filter.text().trim()).into_owned();
    match (&agenda.shown, &agenda.no_kind) {
        (None, _) if app.is_gathering() => words.gathering().to_owned(),
        (None, _) => words.stopped().to_owned(),
        (Some(_), Some(word)) => words.no_kind(&crate::model::show(word)),
        (Some(_), None) if typed.is_empty() => words.empty().to_owned(),
        (Some(_), None) => words.none_match(&typed),
    }
}

fn columns(app: &App, width: u16) -> [Column<'static>; 7] {
    let [day, days, what, record, customer, partner] = app.lang.agenda().columns();
    let column = |title, align, width, drop| Column { title, align, width, drop, gap: 1 };
    let (away, most) = if width < NARROW { (Width::Fixed(0), 22) } else { (Width::Fit(6), 32) };
    let beside = if width < WIDE { Width::Fixed(0) } else { Width::Fit(24) };
    [
        column("", Align::Left, Width::Fixed(1), None),
        column(day, Align::Left, Width::Fixed(10), None),
        column(days, Align::Right, away, Some(3)),
        column(what, Align::Left, Width::Fit(most), None),
        column(record, Align::Left, Width::Fill(12), None),
        column(customer, Align::Left, beside, Some(2)),
        column(partner, Align::Left, beside, Some(1)),
    ]
}

fn row(app: &App, agenda: &Agenda, line: AgendaLine, here: bool, theme: Theme, width: u16) -> Row<'static> {
    let words = app.lang.agenda();
    let heading = |text: String| {
        let style = theme.style(Role::Heading);
        Row { cells: vec!["".into(), Cell::styled(text, style)], style: ratatui::style::Style::new() }
    };
    match line {
        AgendaLine::Overdue(count) => heading(words.overdue(count)),
        AgendaLine::Ahead(count) => heading(words.ahead(app.book.today(), count)),
        AgendaLine::Row(n) => match agenda.rows().get(n) {
            Some(deadline) => of_deadline(app, deadline, here, theme, width),
            None => Row::default(),
        },
    }
}

fn of_deadline(app: &App, deadline: &Deadline, here: bool, theme: Theme, width: u16) -> Row<'static> {
    let AgendaCells { days, what, record, customer, partner } = app.deadline_words().cells(deadline);
    let role = match days {
        n if n < 0 => Role::Error,
        n if n < NEAR => Role::Warning,
        _ => Role::Text,
    };
    let record = match width {
        _ if customer.is_empty() || width >= WIDE => record,
        ..NARROW => format!("{record} ({customer})"),
        _ => format!("{customer} / {record}"),
    };
    let sign = if here { signs::CURSOR } else { " " };
    let cells = vec![
        sign.into(),
        Cell::styled(deadline.on.to_string(), theme.style(role)),
        Cell::styled(days.to_string(), theme.style(role)),
        what.into(),
        record.into(),
        customer.into(),
        partner.into(),
    ];
    let style = if here { theme.style(Role::CursorRow) } else { ratatui::style::Style::new() };
    Row { cells, style }
}
