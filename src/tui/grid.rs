//! A table in a frame that is given only the rows on screen. Draws; keeps no cursor and no order of its own.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::border::Edge;
use super::columns::{Align, Column, widths};
use super::text;
use super::theme::Role;

/// One text of a row, already safe to show.
#[derive(Clone, Debug, Default)]
pub struct Cell<'a> {
    /// The words.
    pub text: Cow<'a, str>,
    /// Their look, on top of the look of the row.
    pub style: Style,
}

impl<'a> Cell<'a> {
    /// Makes a cell with a look of its own.
    pub fn styled(text: impl Into<Cow<'a, str>>, style: Style) -> Self {
        Self { text: text.into(), style }
    }
}

impl<'a, T: Into<Cow<'a, str>>> From<T> for Cell<'a> {
    fn from(text: T) -> Self {
        Self::styled(text, Style::new())
    }
}

/// One row: a cell for each column.
#[derive(Clone, Debug, Default)]
pub struct Row<'a> {
    /// The cells, in the order of the columns.
    pub cells: Vec<Cell<'a>>,
    /// The look of the whole row.
    pub style: Style,
}

/// A framed table of the rows on screen.
#[derive(Clone, Debug)]
pub struct Grid<'a> {
    /// The frame.
    pub edge: Edge<'a>,
    /// The columns.
    pub columns: &'a [Column<'a>],
    /// The rows on screen, the first at the top; what does not fit is not drawn.
    pub rows: &'a [Row<'a>],
}

/// Returns the area of the rows inside `area`, below the heading if there is one.
pub fn body(area: Rect, columns: &[Column<'_>]) -> Rect {
    let inner = Edge::inner(area);
    let heading = u16::from(has_heading(columns)).min(inner.height);
    Rect { y: inner.y + heading, height: inner.height - heading, ..inner }
}

/// Returns the columns on screen with the cells they take, for the mouse: the number of the column, its first
/// cell and its width.
pub fn spans(columns: &[Column<'_>], rows: &[Row<'_>], room: u16) -> Vec<(usize, u16, u16)> {
    let mut next = 0;
    let shown = widths(columns, &natural(columns, rows), room).into_iter().enumerate();
    shown
        .filter(|(_, width)| *width > 0)
        .map(|(at, width)| {
            let start = next;
            next += width + columns[at].gap;
            (at, start, width)
        })
        .collect()
}

impl Widget for &Grid<'_> {
    fn render(self, area: Rect, buffer: &mut Buffer) {
        let area = area.intersection(buffer.area);
        self.edge.render(area, buffer);
        let body = body(area, self.columns);
        if Edge::inner(area).is_empty() {
            return;
        }
        let spans = spans(self.columns, self.rows, body.width);
        if has_heading(self.columns) {
            self.heading(Rect { y: body.y - 1, height: 1, ..body }, &spans, buffer);
        }
        for (row, y) in self.rows.iter().zip(body.top()..body.bottom()) {
            self.row(row, Rect { y, height: 1, ..body }, &spans, buffer);
        }
    }
}

impl Grid<'_> {
    fn heading(&self, line: Rect, spans: &[(usize, u16, u16)], buffer: &mut Buffer) {
        let style = self.edge.theme.style(Role::Heading);
        for &(at, start, width) in spans {
            let column = &self.columns[at];
            self.cell(column.title, column.align, Rect { x: line.x + start, width, ..line }, style, buffer);
        }
    }

    fn row(&self, row: &Row<'_>, line: Rect, spans: &[(usize, u16, u16)], buffer: &mut Buffer) {
        buffer.set_style(line, row.style);
        for &(at, start, width) in spans {
            let Some(cell) = row.cells.get(at) else { continue };
            let width = width + overflow(row, spans, at);
            let place = Rect { x: line.x + start, width, ..line };
            self.cell(&cell.text, self.columns[at].align, place, row.style.patch(cell.style), buffer);
        }
    }

    fn cell(&self, words: &str, align: Align, place: Rect, style: Style, buffer: &mut Buffer) {
        let shown = text::fit(words, place.width, self.edge.theme.charset.ellipsis());
        let indent = match align {
            Align::Left => 0,
            Align::Right => place.width - text::width(&shown).min(place.width),
        };
        let room = usize::from(place.width - indent);
        buffer.set_stringn(place.x + indent, place.y, shown, room, style);
    }
}

/// How many cells a text may take beyond its column: those of the empty columns behind it.
fn overflow(row: &Row<'_>, spans: &[(usize, u16, u16)], at: usize) -> u16 {
    let Some(place) = spans.iter().position(|(column, _, _)| *column == at) else { return 0 };
    let end = |(_, start, width): (usize, u16, u16)| start + width;
    let is_empty = |column: usize| row.cells.get(column).is_none_or(|cell| cell.text.is_empty());
    let empty = spans[place + 1..].iter().take_while(|(column, _, _)| is_empty(*column));
    empty.last().map_or(0, |last| end(*last) - end(spans[place]))
}

fn has_heading(columns: &[Column<'_>]) -> bool {
    columns.iter().any(|column| !column.title.is_empty())
}

/// The widest text of each column. A heading alone does not make a column.
fn natural(columns: &[Column<'_>], rows: &[Row<'_>]) -> Vec<u16> {
    let widest = |at: usize| {
        let texts = rows.iter().filter_map(|row| row.cells.get(at));
        texts.map(|cell| text::width(&cell.text)).max().unwrap_or(0)
    };
    let wide = |(at, column): (usize, &Column<'_>)| match widest(at) {
        0 => 0,
        cells => cells.max(text::width(column.title)),
    };
    columns.iter().enumerate().map(wide).collect()
}

#[cfg(test)]
mod tests;
