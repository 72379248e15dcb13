//! Where everything stands on a screen of a given size. A pure function of the size and of the state: drawing, paging
//! and the mouse use its result.
//!
//! ```text
//! wide, from 110x30      square, from 76x22     accordion, from 56x16   narrow, from 40x10
//! title                  title                  title                   title
//! +--+ +--+ +--+ +--+    +----+ +----+          1 closed                1 closed
//! |  | |  | |  | |  |    |    | |    |          2 closed                2 closed
//! +--+ +--+ +--+ +--+    +----+ +----+          +---------+             +-------+
//! +- inspector -----+    |    | |    |          |         |             |       |
//! +-----------------+    +----+ +----+          +---------+             +-------+
//! status, message        inspector, 2 lines     inspector, 1-2 lines    message, hints
//! hints, 2 lines         status, message, hints status, message, hints  where there is room
//! ```

use ratatui::layout::{Constraint, Layout, Rect};

use crate::app::{App, Focus};

/// The smallest window that shows a pane: columns and rows.
pub const SMALLEST: (u16, u16) = (40, 10);

/// A pane shows at least so many rows, and has a frame.
const PANE_ROWS: u16 = 4 + 2;

/// How the panes are arranged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Side by side, the inspector in a frame below.
    Wide,
    /// Two by two.
    Square,
    /// The focused one open, the others one line each.
    Accordion,
    /// The same with names alone.
    Narrow,
    /// No room: one line says so.
    TooSmall,
}

/// How a pane is on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// With a frame and rows.
    Open(Rect),
    /// As one line with its chosen record.
    Closed(Rect),
    /// Not at all.
    Hidden,
}

/// The parts of the main view. A part for which there is no room is empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// The whole window.
    pub area: Rect,
    /// The arrangement.
    pub shape: Shape,
    /// The title bar.
    pub title: Rect,
    /// The four panes.
    pub panes: [Slot; 4],
    /// The inspector, with its frame in the wide arrangement and when zoomed.
    pub inspector: Rect,
    /// What is followed, pinned and filtered; the line in which a filter is typed.
    pub status: Rect,
    /// What just happened.
    pub message: Rect,
    /// Keys.
    pub hints: Rect,
}

impl Screen {
    /// How many lines each pane has on screen, for paging. A pane that is not open has none.
    pub fn heights(&self) -> [usize; 4] {
        std::array::from_fn(|pane| usize::from(self.rows(pane).height))
    }

    /// Where the rows of a pane are.
    pub fn rows(&self, pane: usize) -> Rect {
        match self.panes[pane] {
            Slot::Open(area) => {
                let inner = super::border::Edge::inner(area);
                let heading = u16::from(self.has_heading(pane)).min(inner.height);
                Rect { y: inner.y + heading, height: inner.height - heading, ..inner }
            }
            Slot::Closed(_) | Slot::Hidden => Rect::ZERO,
        }
    }

    /// Tells whether a line of headings stands above the rows of a pane.
    pub fn has_heading(&self, pane: usize) -> bool {
        self.shape == Shape::Wide && pane == 3
    }

    /// Tells which pane is at a cell, and on which line of it.
    pub fn pane_at(&self, column: u16, row: u16) -> Option<(usize, Option<usize>)> {
        let at = (column, row).into();
        (0..self.panes.len()).find_map(|pane| match self.panes[pane] {
            Slot::Closed(area) if area.contains(at) => Some((pane, None)),
            Slot::Open(area) if area.contains(at) => {
                let rows = self.rows(pane);
                Some((pane, rows.contains(at).then(|| usize::from(row - rows.y))))
            }
            Slot::Open(_) | Slot::Closed(_) | Slot::Hidden => None,
        })
    }
}

/// Lays the main view out.
pub fn layout(area: Rect, app: &App) -> Screen {
    let shape = shape(area);
    let mut screen = bars(area, shape, app);
    let middle = middle(&screen);
    if app.zoom {
        zoomed(&mut screen, middle, app);
        return screen;
    }
    let (panes, inspector) = match shape {
        Shape::Wide => wide(middle, app),
        Shape::Square => square(middle, app),
        Shape::Accordion | Shape::Narrow => accordion(middle, app),
        Shape::TooSmall => ([Slot::Hidden; 4], Rect::ZERO),
    };
    Screen { panes, inspector, ..screen }
}

fn shape(area: Rect) -> Shape {
    let fits = |columns, rows| area.width >= columns && area.height >= rows;
    match () {
        () if fits(110, 30) => Shape::Wide,
        () if fits(76, 22) => Shape::Square,
        () if fits(56, 16) => Shape::Accordion,
        () if fits(SMALLEST.0, SMALLEST.1) => Shape::Narrow,
        () => Shape::TooSmall,
    }
}

/// The lines above and below. In the narrow arrangement rows are short: the hints come first, then the message, then
/// the status.
fn bars(area: Rect, shape: Shape, app: &App) -> Screen {
    let (title, status, message, hints) = match shape {
        Shape::Wide => (1, 1, 1, 2),
        Shape::Square | Shape::Accordion => (1, 1, 1, 1),
        Shape::Narrow => {
            let closed = if app.zoom { 0 } else { 3 };
            let spare = area.height - 1 - closed - PANE_ROWS;
            (1, u16::from(spare > 2), u16::from(spare > 1), u16::from(spare > 0))
        }
        Shape::TooSmall => (0, 0, 0, 0),
    };
    let line = |y, height| Rect { y, height, ..area };
    let hints = line(area.bottom() - hints, hints);
    let message = line(hints.y - message, message);
    let status = line(message.y - status, status);
    let panes = [Slot::Hidden; 4];
    Screen { area, shape, title: line(area.y, title), panes, inspector: Rect::ZERO, status, message, hints }
}

fn middle(screen: &Screen) -> Rect {
    let top = screen.title.bottom();
    Rect { y: top, height: screen.status.y - top, ..screen.area }
}

fn zoomed(screen: &mut Screen, middle: Rect, app: &App) {
    match app.focus {
        Focus::Pane(pane) if screen.shape != Shape::TooSmall => screen.panes[pane] = Slot::Open(middle),
        Focus::Inspector(_) if screen.shape != Shape::TooSmall => screen.inspector = middle,
        Focus::Pane(_) | Focus::Inspector(_) => {}
    }
}

/// Takes `rows` for the inspector from the bottom.
fn below(middle: Rect, rows: u16) -> (Rect, Rect) {
    let [panes, inspector] = Layout::vertical([Constraint::Fill(1), Constraint::Length(rows)]).areas(middle);
    (panes, inspector)
}

fn wide(middle: Rect, app: &App) -> ([Slot; 4], Rect) {
    let rows = if app.inspector { (middle.height / 3).clamp(4, 12) } else { 0 };
    let (panes, inspector) = below(middle, rows);
    let weights = [22, 24, 28, 46].map(Constraint::Fill);
    (Layout::horizontal(weights).areas(panes).map(Slot::Open), inspector)
}

fn square(middle: Rect, app: &App) -> ([Slot; 4], Rect) {
    let (panes, inspector) = below(middle, if app.inspector { 2 } else { 0 });
    let upper = panes.height.div_ceil(2);
    let halves: [Rect; 2] = Layout::vertical([Constraint::Length(upper), Constraint::Fill(1)]).areas(panes);
    let [above, under] = halves.map(|half| {
        let sides: [Rect; 2] = Layout::horizontal([Constraint::Fill(38), Constraint::Fill(42)]).areas(half);
        sides
    });
    ([above[0], above[1], under[0], under[1]].map(Slot::Open), inspector)
}

/// The inspector has two lines as long as the open pane keeps some more than it needs.
fn accordion(middle: Rect, app: &App) -> ([Slot; 4], Rect) {
    let spare = middle.height.saturating_sub(3 + PANE_ROWS);
    let rows = if app.inspector { (spare / 2).min(2) } else { 0 };
    let (panes, inspector) = below(middle, rows);
    let open = app.focused();
    let heights: [Constraint; 4] =
        std::array::from_fn(|pane| if pane == open { Constraint::Fill(1) } else { Constraint::Length(1) });
    let areas: [Rect; 4] = Layout::vertical(heights).areas(panes);
    let slot = |pane: usize| if pane == open { Slot::Open(areas[pane]) } else { Slot::Closed(areas[pane]) };
    (std::array::from_fn(slot), inspector)
}

/// Returns where a pop-up of this size stands: in the middle, or the whole window when it does not fit.
pub fn popup(area: Rect, columns: u16, rows: u16) -> Rect {
    if columns > area.width || rows > area.height {
        return area;
    }
    let (x, y) = ((area.width - columns) / 2, (area.height - rows) / 2);
    Rect { x: area.x + x, y: area.y + y, width: columns, height: rows }
}

#[cfg(test)]
mod tests;
