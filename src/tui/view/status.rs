//! The status line: what is followed, pinned and filtered. While a filter is typed, the line it is typed in.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::bar::{self, Part};
use super::pane::chosen_name;
use crate::action::Action;
use crate::app::{App, FilterLine, Line};
use crate::model::show;
use crate::query::{self, Pane as Kind};
use crate::tui::signs;
use crate::tui::text;
use crate::tui::theme::{Role, Theme};

/// Draws the status line.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let words = app.lang.window();
    let text = theme.style(Role::Text);
    let query = show(app.pane().filter.line.text().trim()).into_owned();
    let filter = if query.is_empty() { words.no_filter.to_owned() } else { (words.filter)(&query) };
    let mut parts = vec![Part::new(format!(" {}   ", narrowing(app)), text)];
    parts
        .extend(app.hints_for(&[Action::Follow, Action::Pin]).iter().flat_map(|hint| bar::hint(hint, theme)));
    parts.push(Part::new(format!(" {filter}"), text));
    bar::draw(&parts, theme, area, buffer);
}

/// The pin, else the chain of what is chosen.
fn narrowing(app: &App) -> String {
    let words = app.lang.window();
    if let Some(pin) = app.pin {
        return (words.pinned)(&app.book.model().name(pin).show());
    }
    if !app.follow {
        return words.not_following.to_owned();
    }
    let chosen = (0..3).filter(|pane| app.panes[*pane].chosen != crate::app::Chosen::All);
    let chain: Vec<String> = chosen.map(|pane| chosen_name(app, pane)).collect();
    if chain.is_empty() { words.follows_all.to_owned() } else { (words.following)(&chain.join(" > ")) }
}

/// Draws the line in which a filter is typed, and says where its cursor is.
pub fn prompt(app: &App, filter: &FilterLine, theme: Theme, area: Rect, buffer: &mut Buffer) -> Position {
    let words = app.lang.window();
    let panes = match filter.panes[..] {
        [one] => app.lang.screen().pane(app.panes[one].kind),
        _ => words.filter_all,
    };
    let line = filter.line(app);
    let head = format!(" {} / ", (words.filter_of)(panes));
    let (before, after) = (show(line.near_before()), show(line.after()));
    // The end of a long line stays in sight: what is typed is at the cursor.
    let room = area.width.saturating_sub(text::width(&head) + 1);
    let before = text::tail(&before, room);
    let parts = [
        Part::new(head.clone(), theme.style(Role::Key)),
        Part::new(before, theme.style(Role::Text)),
        Part::new(after, theme.style(Role::Text)),
    ];
    buffer.set_style(area, theme.style(Role::Text));
    let used = bar::draw(&parts, theme, area, buffer);
    let rest = Rect { x: area.x + used, width: area.width - used, ..area };
    bar::draw_right(
        &[Part::new(format!("  {} ", matches(app, filter)), theme.style(Role::Text))],
        rest,
        buffer,
    );
    let x = area.x + (text::width(&head) + text::width(before)).min(area.width.saturating_sub(1));
    Position { x, y: area.y }
}

/// How many rows are left of how many, in each pane that the filter is for.
fn matches(app: &App, filter: &FilterLine) -> String {
    let counts = filter.panes.iter().map(|pane| (app.panes[*pane].rows.len(), app.panes[*pane].total));
    counts.map(|(shown, total)| (app.lang.window().matches)(shown, total)).collect::<Vec<_>>().join("  ")
}

/// What is wrong with the line, else what may stand at its cursor.
pub fn help(app: &App, filter: &FilterLine, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let pane = &app.panes[filter.panes[0]];
    let text = theme.style(Role::Text);
    let parts = match &pane.filter.problem {
        Some(problem) if !problem.is_unfinished() => {
            let sign = Part::new(format!(" {} ", signs::WARNING), theme.style(Role::Warning));
            vec![sign, Part::new(app.lang.query_problem(problem), text)]
        }
        Some(_) | None => vec![Part::new(format!(" {}", offers(filter.line(app), pane.kind)), text)],
    };
    bar::draw(&parts, theme, area, buffer);
}

/// The fields of the pane, or the words of the field at the cursor. Names are not looked for: that takes a key.
fn offers(line: &Line, pane: Kind) -> String {
    let found = query::complete(line.text(), line.before().len(), pane, |_, _| Vec::new());
    found.offers.iter().map(|offer| show(&offer.text()).into_owned()).collect::<Vec<_>>().join("  ")
}
