//! One pane: open as a table of the rows on screen, or closed as one line with its chosen record.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::bar::{self, Part};
use crate::action::Action;
use crate::app::{App, Chosen, Field, Focus as Keys, Mark, Pane, RowLine, Sort, fields};
use crate::query::Pane as Kind;
use crate::rules::Severity;
use crate::tui::border::Edge;
use crate::tui::columns::{Align, Column, Width};
use crate::tui::grid::{self, Cell, Grid, Row};
use crate::tui::layout::{Screen, Shape, Slot};
use crate::tui::signs::{self, Focus};
use crate::tui::theme::{Role, Theme};

/// The sort keys in the order of their words.
const SORTS: [Sort; 6] = [Sort::Name, Sort::End, Sort::State, Sort::Country, Sort::Problems, Sort::Changed];

/// Draws a pane where the layout has put it.
pub fn draw(app: &App, pane: usize, screen: &Screen, theme: Theme, buffer: &mut Buffer) {
    match screen.panes[pane] {
        Slot::Open(area) => open(app, pane, screen, area, theme, buffer),
        Slot::Closed(area) => closed(app, pane, theme, area, buffer),
        Slot::Hidden => {}
    }
}

/// Where the terminal's cursor stands: on the row of the pane's cursor.
pub fn cursor(app: &App, screen: &Screen) -> Option<Position> {
    let Keys::Pane(pane) = app.focus else { return None };
    let rows = screen.rows(pane);
    let line = app.panes[pane].cursor.checked_sub(app.panes[pane].offset)?;
    let y = rows.y.checked_add(u16::try_from(line).ok()?)?;
    (y < rows.bottom()).then_some(Position { x: rows.x, y })
}

/// Which column's heading is at a cell.
pub fn heading_at(app: &App, screen: &Screen, at: Position) -> Option<(usize, Field)> {
    let is_heading = |pane: &usize| screen.has_heading(*pane) && screen.rows(*pane).y == at.y + 1;
    let pane = (0..screen.panes.len()).find(is_heading)?;
    let inside = screen.rows(pane);
    let column = at.x.checked_sub(inside.x)?;
    let table = table(app, pane, screen, Theme::default());
    let mut spans = grid::spans(&table.columns, &table.rows, inside.width).into_iter();
    let (found, _, _) = spans.find(|(_, start, width)| (*start..start + width).contains(&column))?;
    Some((pane, table.fields[found]?))
}

/// The rows on screen, with their columns and what each column is.
struct Table {
    fields: Vec<Option<Field>>,
    columns: Vec<Column<'static>>,
    rows: Vec<Row<'static>>,
}

fn table(app: &App, pane: usize, screen: &Screen, theme: Theme) -> Table {
    let shown = &app.panes[pane];
    let (fields, columns): (Vec<_>, Vec<_>) =
        columns(app, shown.kind, screen.shape, screen.has_heading(pane)).into_iter().unzip();
    let lines = app.lines(pane, shown.offset, screen.heights()[pane]).into_iter().enumerate();
    let cursor = |at: usize| (shown.offset + at == shown.cursor).then(|| focus(app, pane));
    let rows = lines.map(|(at, line)| row(line, &fields, cursor(at), theme)).collect();
    Table { fields, columns, rows }
}

fn focus(app: &App, pane: usize) -> Focus {
    if app.focus == Keys::Pane(pane) { Focus::Here } else { Focus::Elsewhere }
}

fn open(app: &App, pane: usize, screen: &Screen, area: Rect, theme: Theme, buffer: &mut Buffer) {
    let shown = &app.panes[pane];
    let table = table(app, pane, screen, theme);
    let (title, corner, bottom) = (title(app, pane), sorted(app, shown), bottom(app, shown));
    let edge = Edge { theme, focus: focus(app, pane), title: &title, corner: &corner, bottom: &bottom };
    (&Grid { edge, columns: &table.columns, rows: &table.rows }).render(area, buffer);
    if shown.rows.is_empty() {
        empty(app, pane, theme, screen.rows(pane), buffer);
    }
}

/// Number, name, and how many are shown of how many.
fn title(app: &App, pane: usize) -> String {
    let shown = &app.panes[pane];
    format!("{} {} {}", pane + 1, app.lang.screen().pane(shown.kind), count(shown))
}

fn count(pane: &Pane) -> String {
    let (shown, total) = (pane.rows.len(), pane.total);
    if shown == total { total.to_string() } else { format!("{shown}/{total}") }
}

/// What the pane is sorted by, unless it is the name.
fn sorted(app: &App, pane: &Pane) -> String {
    let word =
        |sort: &Sort| SORTS.iter().position(|known| known == sort).map(|at| app.lang.screen().sort(at));
    let words: Vec<_> = pane.sort.iter().filter_map(word).collect();
    let turned = if pane.reverse { "-" } else { "" };
    match words[..] {
        [] if !pane.reverse => String::new(),
        [] => format!("{turned}{}", app.lang.screen().sort(0)),
        [..] => format!("{turned}{}", words.join(", ")),
    }
}

fn bottom(app: &App, pane: &Pane) -> String {
    let words = app.lang.window();
    let filter = crate::model::show(pane.filter.line.text().trim());
    let marked = if pane.marks.is_empty() { String::new() } else { (words.marked)(pane.marks.len()) };
    [filter.as_ref(), &marked].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("  ")
}

/// The signs, then the fields of the pane.
fn columns(app: &App, kind: Kind, shape: Shape, has_heading: bool) -> Vec<(Option<Field>, Column<'static>)> {
    let sign = |width, gap| (None, Column { title: "", align: Align::Left, width, drop: None, gap });
    let signs = [sign(Width::Fixed(2), 0), sign(Width::Fixed(2), 1), sign(Width::Fit(1), 1)];
    // The end of a term matters more than the state, that of a partnership more than the country.
    let (name, state) = if kind == Kind::Subscriptions { (16, 2) } else { (12, 5) };
    let names_only = shape == Shape::Narrow;
    let fields = fields(kind).iter().filter(|field| !names_only || **field == Field::Name);
    let words = app.lang.window();
    let column = |field: &Field| {
        let (title, align, width, drop) = match field {
            Field::Name => (words.heading_name, Align::Left, Width::Fill(name), None),
            Field::State => (words.heading_state, Align::Left, Width::Fit(10), Some(state)),
            Field::Quantity => (words.heading_quantity, Align::Right, Width::Fit(7), Some(5)),
            Field::Channel => (words.heading_channel, Align::Left, Width::Fit(7), Some(4)),
            Field::Ends => (words.heading_ends, Align::Left, Width::Fit(10), Some(3)),
            Field::Renews => (words.heading_renews, Align::Left, Width::Fit(7), Some(1)),
            Field::Country => ("", Align::Left, Width::Fit(3), Some(1)),
            Field::Count => ("", Align::Right, Width::Fit(7), Some(2)),
        };
        let title = if has_heading { title } else { "" };
        (Some(*field), Column { title, align, width, drop, gap: 1 })
    };
    signs.into_iter().chain(fields.map(column)).collect()
}

fn row(mut line: RowLine, fields: &[Option<Field>], cursor: Option<Focus>, theme: Theme) -> Row<'static> {
    let mut style = if line.marked { theme.style(Role::Marked) } else { theme.style(Role::Text) };
    style = match cursor {
        Some(Focus::Here) => style.patch(theme.style(Role::CursorRow)),
        Some(Focus::Elsewhere) => style.patch(theme.style(Role::CursorElsewhere)),
        None => style,
    };
    let signs = [Cell::from(place_sign(&line, cursor)), severity(line.worst, theme), planned(&line, theme)]
        .into_iter();
    let mut take = |field: &Field| {
        let cell = line.cells.iter_mut().find(|(known, _)| known == field);
        Cell::from(cell.map(|(_, text)| std::mem::take(text)).unwrap_or_default())
    };
    let cells = signs.chain(fields.iter().flatten().map(&mut take)).collect();
    Row { cells, style }
}

fn place_sign(line: &RowLine, cursor: Option<Focus>) -> String {
    let cursor = if cursor.is_some() { signs::CURSOR } else { "" };
    let marked = if line.marked { signs::MARKED } else { "" };
    format!("{cursor}{marked}")
}

fn severity(worst: Option<Severity>, theme: Theme) -> Cell<'static> {
    let Some(worst) = worst else { return Cell::default() };
    let (sign, role) = sign(worst);
    Cell::styled(sign, theme.style(role))
}

/// The sign and the look of a severity.
pub fn sign(severity: Severity) -> (&'static str, Role) {
    match severity {
        Severity::Integrity | Severity::Error => (signs::ERROR, Role::Error),
        Severity::Warning => (signs::WARNING, Role::Warning),
        Severity::Hint => (signs::HINT, Role::Hint),
    }
}

fn planned(line: &RowLine, theme: Theme) -> Cell<'static> {
    match line.planned {
        Mark::Same => Cell::default(),
        Mark::New => Cell::styled(signs::ADDED, theme.style(Role::Added)),
        Mark::Changed => Cell::styled(signs::CHANGED, theme.style(Role::Changed)),
    }
}

/// Why the list is empty, and the keys that change that.
fn empty(app: &App, pane: usize, theme: Theme, rows: Rect, buffer: &mut Buffer) {
    let (sentence, actions) = why_empty(app, pane);
    let hints: Vec<Part> = app.hints_for(actions).iter().flat_map(|hint| bar::hint(hint, theme)).collect();
    let lines = bar::wrap(&sentence, rows.width.saturating_sub(2)).into_iter();
    let lines = lines.map(|line| vec![Part::new(line, theme.style(Role::Text))]).chain([hints]);
    let below = rows.y.saturating_add(2)..rows.bottom();
    for (parts, y) in lines.zip(below) {
        bar::draw(
            &parts,
            theme,
            Rect { x: rows.x + 1, y, width: rows.width.saturating_sub(1), height: 1 },
            buffer,
        );
    }
}

fn why_empty(app: &App, pane: usize) -> (String, &'static [Action]) {
    let words = app.lang.window();
    let shown = &app.panes[pane];
    if shown.total == 0 {
        return (words.none_yet(shown.kind).to_owned(), &[Action::Add, Action::Import]);
    }
    if shown.filter.is_on() {
        let query = crate::model::show(shown.filter.line.text().trim());
        return ((words.none_match)(&query), &[Action::StepBack]);
    }
    let above = app.pin.or_else(|| (0..pane).rev().find_map(|left| app.panes[left].chosen.key()));
    let name = above.map(|key| app.book.model().name(key).show().into_owned()).unwrap_or_default();
    let actions: &[Action] = if app.pin.is_some() { &[Action::Pin] } else { &[Action::Follow] };
    ((words.none_related)(&name), actions)
}

/// A closed pane: number, name, count, the chosen record, marks.
fn closed(app: &App, pane: usize, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let shown = &app.panes[pane];
    let (text, strong) = (theme.style(Role::Text), theme.style(Role::CursorElsewhere));
    let names = app.panes.iter().map(|pane| crate::tui::text::width(app.lang.screen().pane(pane.kind)));
    let names = usize::from(names.max().unwrap_or(0));
    let name = app.lang.screen().pane(shown.kind);
    let gap = names - usize::from(crate::tui::text::width(name));
    let head = format!(" {} {name}{:gap$} {:<9} ", pane + 1, "", count(shown));
    let chosen = Part::new(chosen_name(app, pane), strong);
    let used = bar::draw(&[Part::new(head, text), chosen], theme, area, buffer);
    let rest = Rect { x: area.x + used, width: area.width - used, ..area };
    bar::draw_right(&[Part::new(format!("  {} ", bottom(app, shown)), text)], rest, buffer);
}

/// The words for what a pane's cursor stands on.
pub fn chosen_name(app: &App, pane: usize) -> String {
    let shown = &app.panes[pane];
    match shown.chosen {
        Chosen::All => app.lang.screen().all(shown.kind).to_owned(),
        Chosen::Nobody => app.lang.screen().no_reseller.to_owned(),
        Chosen::Record(key) => app.book.model().name(key).show().into_owned(),
    }
}

/// The look of ordinary text, for parts without a role.
pub fn plain(theme: Theme) -> Style {
    theme.style(Role::Text)
}
