//! Who may do what: the questions with their answers in columns, and the line under the cursor in full.

use super::{Popup, Room, cell, keys_as, level, plain, rule, span, wrapped};
use crate::action::Action;
use crate::app::{App, WhoLine, WhoView};
use crate::tui::signs;
use crate::tui::text;
use crate::tui::theme::Role;
use ratatui::text::{Line, Span};

/// The line under the cursor is told in full on so many lines.
const FULL: usize = 3;

pub(super) fn popup(app: &App, view: &WhoView, room: Room) -> Popup {
    let words = app.lang.who();
    let name = app.book.model().name(crate::model::Key::Customer(view.who.customer));
    let mut lines =
        vec![plain(format!(" {}", words.of_customer(&name.show(), app.book.today()))), rule(room)];
    let top = lines.len();
    let height = usize::from(room.height).saturating_sub(top + FULL + 3).max(1);
    let first = view.window(height);
    let shown: Vec<(usize, &WhoLine)> = view.lines.iter().enumerate().skip(first).take(height).collect();
    let widths = widths(app, view, &shown, room.width);
    for (n, line) in shown {
        lines.push(row(app, view, *line, n == view.cursor, &widths, room));
    }
    let below = view.lines.len().saturating_sub(first + height);
    lines.push(rule(room));
    lines.extend(full(app, view, room));
    lines.push(match &app.notice {
        Some(notice) => plain(format!(" {}", notice.text)),
        None => keys_as(app, room, &hints(app)),
    });
    let cursor = u16::try_from(top + view.cursor - first).ok().map(|y| (1, y));
    let bottom = if below > 0 { app.lang.overlays().more_below(below) } else { String::new() };
    Popup { title: words.title.to_owned(), bottom, lines, cursor, width: 100 }
}

fn hints(app: &App) -> [(Action, &'static str); 5] {
    let label = |action| (action, app.lang.action_label(action));
    let copy = (Action::CopyRow, app.lang.who().copy_answer);
    [label(Action::Open), copy, label(Action::Why), label(Action::Tree), label(Action::Quit)]
}

fn row(app: &App, view: &WhoView, line: WhoLine, here: bool, widths: &[u16], room: Room) -> Line<'static> {
    let cells = view.cells(&app.book, app.lang, line);
    if let WhoLine::Question(_) = line {
        return Line::from(vec![span(room.theme, Role::TitleFocus, format!(" {}", cells.concat()))]);
    }
    let cursor = if here { signs::CURSOR } else { " " };
    let (sign, role) = view.worst(&app.book, line).map_or(("", Role::Text), level);
    let planned = if is_planned(app, view, line) { signs::CHANGED } else { " " };
    let mut spans = vec![Span::raw(format!(" {cursor}")), span(room.theme, role, format!("{sign:<2}"))];
    spans.push(span(room.theme, Role::Changed, format!("{planned} ")));
    if let [only] = cells.as_slice() {
        spans.push(Span::raw(only.clone()));
    } else {
        spans.extend(
            cells.iter().zip(widths).map(|(c, w)| Span::raw(format!("{}  ", cell(room.theme, c, *w)))),
        );
    }
    let line = Line::from(spans);
    if here { line.style(room.theme.style(Role::CursorRow)) } else { line }
}

fn is_planned(app: &App, view: &WhoView, line: WhoLine) -> bool {
    view.because(line).is_some_and(|key| app.book.is_planned(key))
}

/// Columns as wide as what stands in them; where there is no room the widest gives way first.
fn widths(app: &App, view: &WhoView, shown: &[(usize, &WhoLine)], room: u16) -> Vec<u16> {
    let mut widths: Vec<u16> = Vec::new();
    for (_, line) in shown {
        let cells = view.cells(&app.book, app.lang, **line);
        for (n, words) in cells.iter().enumerate().filter(|_| cells.len() > 1) {
            if n == widths.len() {
                widths.push(0);
            }
            widths[n] = widths[n].max(text::width(words));
        }
    }
    let gaps = u16::try_from(widths.len() * 2 + 6).unwrap_or(u16::MAX);
    while widths.iter().sum::<u16>().saturating_add(gaps) > room {
        match widths.iter_mut().max().filter(|widest| **widest > 8) {
            Some(widest) => *widest -= 1,
            None => break,
        }
    }
    widths
}

/// The line under the cursor in full, so that nothing is lost where columns were cut.
fn full(app: &App, view: &WhoView, room: Room) -> Vec<Line<'static>> {
    let line = view.here();
    let text = line.map(|line| view.full(&app.book, app.lang, line));
    let planned = line.filter(|line| is_planned(app, view, *line)).map(|_| app.lang.who().planned.to_owned());
    let text = text.into_iter().chain(planned).collect::<Vec<_>>().join(", ");
    let mut told: Vec<Line<'static>> = wrapped(&text, room.width.saturating_sub(2))
        .into_iter()
        .take(FULL)
        .map(|part| plain(format!(" {part}")))
        .collect();
    told.resize_with(FULL, || plain(""));
    told
}
