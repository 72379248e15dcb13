//! The relations of a record: the tree, and beside it, where there is width, what is at the cursor.

use super::{Room, keys_as, level, plain, span, wrapped};
use crate::action::Action;
use crate::app::{App, LINES, PLAIN_LINES, Tree, TreeLine, TreePlace};
use crate::survey::tree::Item;
use crate::tui::border::Edge;
use crate::tui::signs::{self, Charset, Focus};
use crate::tui::text;
use crate::tui::theme::{Role, Theme};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

/// From so many columns on there is something beside the tree.
const WIDE: u16 = 110;

pub(super) fn draw(app: &App, tree: &Tree, theme: Theme, area: Rect, frame: &mut Frame<'_>) {
    frame.render_widget(Clear, area);
    if area.height < 5 {
        return;
    }
    let top = Rect { height: 1, ..area };
    let foot = Rect { y: area.bottom() - 1, height: 1, ..area };
    let body = Rect { y: area.y + 1, height: area.height - 2, ..area };
    title(app, tree, theme, top, frame);
    let left = if area.width >= WIDE { area.width * 3 / 5 } else { area.width };
    list(app, tree, theme, Rect { width: left, ..body }, frame);
    if left < area.width {
        beside(app, tree, theme, Rect { x: body.x + left, width: body.width - left, ..body }, frame);
    }
    let line = match &app.notice {
        Some(notice) => plain(format!(" {}", notice.text)),
        None => keys_as(app, Room { theme, width: area.width, height: 1 }, &hints(app)),
    };
    frame.buffer_mut().set_line(foot.x, foot.y, &line, foot.width);
}

fn hints(app: &App) -> [(Action, &'static str); 9] {
    let words = app.lang.tree();
    let label = |action| (action, app.lang.action_label(action));
    [
        (Action::PaneRight, words.unfold),
        (Action::PaneLeft, words.fold),
        label(Action::Open),
        (Action::NextSection, words.lens),
        label(Action::Pin),
        label(Action::Why),
        label(Action::Who),
        (Action::CopyMarkdown, words.mermaid),
        label(Action::Quit),
    ]
}

fn title(app: &App, tree: &Tree, theme: Theme, area: Rect, frame: &mut Frame<'_>) {
    let words = app.lang.tree();
    let name = app.book.model().name(tree.root);
    let lens = app.lang.overlays().labelled(words.lens, words.lens_name(tree.lens));
    let room = area.width.saturating_sub(text::width(&lens) + 3);
    let name = text::fit(&words.relations_of(&name.show()), room, theme.charset.ellipsis());
    let gap = usize::from(room.saturating_sub(text::width(&name)));
    let line = Line::from(vec![
        span(theme, Role::Bar, format!(" {name}")),
        Span::raw(" ".repeat(gap)),
        span(theme, Role::Bar, format!(" {lens} ")),
    ]);
    line.render(area, frame.buffer_mut());
}

fn list(app: &App, tree: &Tree, theme: Theme, area: Rect, frame: &mut Frame<'_>) {
    let inner = Edge::inner(area);
    let height = usize::from(inner.height);
    let first = tree.window(height);
    let below = tree.lines.len().saturating_sub(first + height);
    let bottom = if below > 0 { app.lang.overlays().more_below(below) } else { String::new() };
    let edge = Edge { theme, focus: Focus::Here, title: "", corner: "", bottom: &bottom };
    edge.render(area, frame.buffer_mut());
    let shown: Vec<(usize, &TreeLine)> = tree.lines.iter().enumerate().skip(first).take(height).collect();
    let column = column(app, &shown, theme, inner.width);
    for ((n, line), y) in shown.iter().zip(inner.top()..inner.bottom()) {
        let drawn = row(app, line, *n == tree.cursor, column, Room { theme, width: inner.width, height: 1 });
        frame.buffer_mut().set_line(inner.x, y, &drawn, inner.width);
        if *n == tree.cursor {
            frame.set_cursor_position(Position { x: inner.x, y });
        }
    }
    if tree.lines.len() < 2 && inner.height > 1 {
        let nothing = plain(format!("    {}", app.lang.tree().nothing(tree.lens)));
        frame.buffer_mut().set_line(inner.x, inner.y + 1, &nothing, inner.width);
    }
}

/// Where the details begin: behind the widest name, but no further than half of the room.
fn column(app: &App, shown: &[(usize, &TreeLine)], theme: Theme, room: u16) -> u16 {
    let wide = |line: &TreeLine| text::width(&head(app, line, theme));
    shown.iter().map(|(_, line)| wide(line)).max().unwrap_or(0).min(room / 2 + 4)
}

fn head(app: &App, line: &TreeLine, theme: Theme) -> String {
    let signs = match theme.charset {
        Charset::Unicode => LINES,
        Charset::Ascii => PLAIN_LINES,
    };
    format!("{}{}", line.guides(signs), line.text(&app.book, app.lang).0)
}

fn row(app: &App, line: &TreeLine, here: bool, column: u16, room: Room) -> Line<'static> {
    let theme = room.theme;
    let cursor = if here { signs::CURSOR } else { " " };
    let (sign, role) = line.worst(&app.book).map_or(("", Role::Text), level);
    let look = match line.place {
        TreePlace::Item(Item::Branch(..)) => Role::Heading,
        TreePlace::Item(_) | TreePlace::More(_) => Role::Text,
    };
    let head = super::cell(theme, &head(app, line, theme), column);
    let left = room.width.saturating_sub(column + 7);
    let detail = text::fit(&line.text(&app.book, app.lang).1, left, theme.charset.ellipsis());
    let line = Line::from(vec![
        Span::raw(format!("{cursor} ")),
        span(theme, role, format!("{sign:<3}")),
        span(theme, look, head),
        Span::raw(format!("  {detail}")),
    ]);
    if here { line.style(theme.style(Role::CursorRow)) } else { line }
}

/// What is at the cursor above, what that is also connected with below.
fn beside(app: &App, tree: &Tree, theme: Theme, area: Rect, frame: &mut Frame<'_>) {
    let under = (area.height / 3).max(4).min(area.height);
    let upper = Rect { height: area.height - under, ..area };
    let lower = Rect { y: area.y + area.height - under, height: under, ..area };
    at_cursor(app, tree, theme, upper, frame);
    let height = usize::from(under.saturating_sub(2));
    let room = area.width.saturating_sub(4);
    let lines: Vec<Line<'static>> = tree
        .connected(&app.book, height)
        .into_iter()
        .map(|c| {
            let (name, rest) = (super::cell(theme, &c.name, room / 2), room.saturating_sub(room / 2 + 1));
            plain(format!(" {name}  {}", text::fit(&c.others, rest, theme.charset.ellipsis())))
        })
        .collect();
    box_of(theme, lower, frame, app.lang.tree().also_connected, &lines);
}

fn at_cursor(app: &App, tree: &Tree, theme: Theme, area: Rect, frame: &mut Frame<'_>) {
    let room = area.width.saturating_sub(4);
    let mut lines: Vec<Line<'static>> = Vec::new();
    let key = tree.here().and_then(|line| line.path.last()?.key());
    let inspection = key.and_then(|key| app.inspect(key));
    let title = inspection.as_ref().map(|i| app.lang.tree().at_cursor(&i.title)).unwrap_or_default();
    for info in inspection.into_iter().flat_map(|i| i.lines) {
        let (sign, role) = info.level.map_or(("", Role::Text), level);
        let text = if info.label.is_empty() {
            info.text
        } else {
            app.lang.overlays().labelled(&info.label, &info.text)
        };
        for (n, part) in wrapped(&text, room.saturating_sub(3)).into_iter().enumerate() {
            let sign = if n == 0 { sign } else { "" };
            lines.push(Line::from(vec![span(theme, role, format!(" {sign:<3}")), Span::raw(part)]));
        }
    }
    for (label, count) in tree.counts(&app.book, app.lang) {
        lines.push(plain(format!("    {}", app.lang.overlays().labelled(label, &count.to_string()))));
    }
    let last = lines.len().saturating_sub(usize::from(area.height.saturating_sub(2)));
    box_of(theme, area, frame, &title, &lines[tree.side.min(last)..]);
}

/// Draws lines in a frame that has no keys.
fn box_of(theme: Theme, area: Rect, frame: &mut Frame<'_>, title: &str, lines: &[Line<'static>]) {
    Edge { theme, focus: Focus::Elsewhere, title, corner: "", bottom: "" }.render(area, frame.buffer_mut());
    let inner = Edge::inner(area);
    for (line, y) in lines.iter().zip(inner.top()..inner.bottom()) {
        frame.buffer_mut().set_line(inner.x, y, line, inner.width);
    }
}
