//! Views and pop-ups over the panes: each becomes lines in a frame, drawn here alone.

mod agenda;
mod browse;
mod detail;
mod form;
mod help;
mod history;
mod lists;
mod picker;
mod slip;
mod texts;
mod transfer;
mod tree;
mod who;

use super::border::Edge;
use super::signs::{self, Focus};
use super::text;
use super::theme::{Role, Theme};
use crate::action::Action;
use crate::app::{App, Overlay};
use crate::rules::Severity;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

/// A pop-up as it is drawn: lines in a frame.
pub(super) struct Popup {
    /// The title of the frame.
    pub title: String,
    /// The text on its bottom edge.
    pub bottom: String,
    /// The lines inside.
    pub lines: Vec<Line<'static>>,
    /// The cursor of the terminal: column and line inside.
    pub cursor: Option<(u16, u16)>,
    /// How wide it would like to be inside.
    pub width: u16,
}

/// What a pop-up may know when it is laid out.
#[derive(Clone, Copy)]
pub(super) struct Room {
    /// The looks.
    pub theme: Theme,
    /// Columns inside the frame.
    pub width: u16,
    /// Lines inside the frame, at most.
    pub height: u16,
}

/// Draws every overlay, the lowest first; what lies under a view is not drawn.
pub fn draw(app: &App, theme: Theme, area: Rect, frame: &mut Frame<'_>) {
    let first = app.overlays.iter().rposition(Overlay::is_view).unwrap_or(0);
    for overlay in &app.overlays[first..] {
        one(app, overlay, theme, area, frame);
    }
}

fn one(app: &App, overlay: &Overlay, theme: Theme, area: Rect, frame: &mut Frame<'_>) {
    match overlay {
        Overlay::Problems(problems) => lists::problems(app, problems, theme, area, frame),
        Overlay::Agenda(view) => agenda::draw(app, view, theme, area, frame),
        Overlay::History(view) => history::draw(app, view, theme, area, frame),
        Overlay::Detail(view) => detail::draw(app, view, theme, area, frame),
        Overlay::Tree(tree) => tree::draw(app, tree, theme, area, frame),
        Overlay::Who(view) => popup(theme, area, frame, |room| who::popup(app, view, room)),
        Overlay::Filter(_) => {}
        Overlay::Picker(picker) => popup(theme, area, frame, |room| picker::popup(app, picker, room)),
        Overlay::Form(form) => popup(theme, area, frame, |room| form::popup(app, form, room)),
        Overlay::Slip(slip) => popup(theme, area, frame, |room| slip::popup(app, slip, room)),
        Overlay::Menu(menu) => popup(theme, area, frame, |room| lists::menu(app, menu, room)),
        Overlay::Sheet(sheet) => popup(theme, area, frame, |room| texts::sheet(app, sheet, room)),
        Overlay::Reader(reader) => popup(theme, area, frame, |room| texts::reader(app, reader, room)),
        Overlay::Help(help) => popup(theme, area, frame, |room| help::popup(app, help, room)),
        Overlay::Prompt(prompt) => popup(theme, area, frame, |room| texts::prompt(app, prompt, room)),
        Overlay::Preview(preview) => popup(theme, area, frame, |room| texts::preview(app, preview, room)),
        Overlay::Transfer(wizard) => popup(theme, area, frame, |room| transfer::popup(app, wizard, room)),
        Overlay::Welcome(welcome) => {
            frame.render_widget(Clear, area);
            popup(theme, area, frame, |room| texts::welcome(app, welcome, room));
        }
    }
}

/// Lays a pop-up out and draws it in the middle. Where there is little room it takes the whole screen.
fn popup(theme: Theme, area: Rect, frame: &mut Frame<'_>, lay_out: impl Fn(Room) -> Popup) {
    let room = |width: u16| Room {
        theme,
        width,
        height: area.height.saturating_sub(if area.height > 24 { 8 } else { 2 }),
    };
    let most = if area.width > 100 { area.width - 16 } else { area.width.saturating_sub(2) };
    let wish = lay_out(room(most)).width.clamp(most.min(40), most);
    let popup = lay_out(room(wish));
    let height = u16::try_from(popup.lines.len()).unwrap_or(u16::MAX).saturating_add(2).min(area.height);
    let width = (wish + 2).min(area.width);
    let place =
        Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height };
    framed(theme, place, frame, &popup);
}

/// Draws lines in a frame at a place.
pub(super) fn framed(theme: Theme, place: Rect, frame: &mut Frame<'_>, popup: &Popup) {
    frame.render_widget(Clear, place);
    let edge = Edge { theme, focus: Focus::Here, title: &popup.title, corner: "", bottom: &popup.bottom };
    edge.render(place, frame.buffer_mut());
    let inner = Edge::inner(place);
    for (line, y) in popup.lines.iter().zip(inner.top()..inner.bottom()) {
        frame.buffer_mut().set_line(inner.x, y, line, inner.width);
    }
    if let Some((x, y)) = popup.cursor {
        let at = Position { x: inner.x + x.min(inner.width.saturating_sub(1)), y: inner.y + y };
        if inner.contains(at) {
            frame.set_cursor_position(at);
        }
    }
}

/// A line of one look.
pub(super) fn plain(text: impl Into<String>) -> Line<'static> {
    Line::from(text.into())
}

/// A part of a line with the look of a role.
pub(super) fn span(theme: Theme, role: Role, text: impl Into<String>) -> Span<'static> {
    Span::styled(text.into(), theme.style(role))
}

/// A line across the pop-up.
pub(super) fn rule(room: Room) -> Line<'static> {
    let sign = room.theme.charset.border(Focus::Elsewhere).horizontal_top;
    plain(sign.repeat(usize::from(room.width)))
}

/// A text in lines no wider than the room, broken at blanks.
pub(super) fn wrapped(text: &str, room: u16) -> Vec<String> {
    let mut lines = Vec::new();
    let mut now = String::new();
    for word in text.split_whitespace() {
        let left = room.saturating_sub(text::width(&now).saturating_add(1));
        if !now.is_empty() && !text::fits(word, left) {
            lines.push(std::mem::take(&mut now));
        }
        if !now.is_empty() {
            now.push(' ');
        }
        now.push_str(broken(word, room, &mut lines));
    }
    lines.push(now);
    lines
}

/// Puts what of a word fills whole lines into lines of its own; returns the rest.
fn broken<'w>(mut word: &'w str, room: u16, lines: &mut Vec<String>) -> &'w str {
    while !text::fits(word, room) {
        let head = text::head(word, room);
        if head.is_empty() {
            break;
        }
        lines.push(head.to_owned());
        word = &word[head.len()..];
    }
    word
}

/// The keys of some actions with their words, as far as they fit on one line.
pub(super) fn keys(app: &App, room: Room, actions: &[Action]) -> Line<'static> {
    let labelled: Vec<_> = actions.iter().map(|action| (*action, app.lang.action_label(*action))).collect();
    keys_as(app, room, &labelled)
}

/// The keys of some actions with the words they have in this view.
pub(super) fn keys_as(app: &App, room: Room, actions: &[(Action, &'static str)]) -> Line<'static> {
    let mut spans = Vec::new();
    let mut used = 0;
    for (action, label) in actions {
        let Some(key) = app.key_of(*action) else { continue };
        let wide = text::width(&key) + text::width(label) + 4;
        if used + wide > room.width + 3 {
            break;
        }
        used += wide;
        spans.extend([span(room.theme, Role::Key, key), Span::raw(format!(" {label}   "))]);
    }
    Line::from(spans)
}

/// The sign and the role of a finding.
pub(super) fn level(severity: Severity) -> (&'static str, Role) {
    match severity {
        Severity::Integrity | Severity::Error => (signs::ERROR, Role::Error),
        Severity::Warning => (signs::WARNING, Role::Warning),
        Severity::Hint => (signs::HINT, Role::Hint),
    }
}

/// A line being typed, with the place of its cursor: what is long is shown around the cursor.
pub(super) fn typed(line: &crate::app::Line, room: u16) -> (String, u16) {
    let before = crate::model::show(line.near_before()).into_owned();
    let after = crate::model::show(line.after()).into_owned();
    let start = text::tail(&before, room.saturating_sub(1));
    let cursor = text::width(start);
    (text::head(&format!("{start}{after}"), room).to_owned(), cursor)
}

/// Fits a text to so many cells, and fills up what it leaves.
pub(super) fn cell(theme: Theme, words: &str, width: u16) -> String {
    let shown = text::fit(words, width, theme.charset.ellipsis());
    let fill = usize::from(width.saturating_sub(text::width(&shown)));
    format!("{shown}{}", " ".repeat(fill))
}

#[cfg(test)]
mod tests {
    use super::{typed, wrapped};
    use crate::action::Action;
    use crate::app::Line;

    #[test]
    fn words_are_not_broken_where_blanks_are() {
        assert_eq!(wrapped("one two three", 7), ["one two", "three"]);
        assert_eq!(wrapped("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrapped("", 4), [""]);
        assert_eq!(wrapped("ab cdefghij k", 4), ["ab", "cdef", "ghij", "k"]);
        assert_eq!(wrapped("東京", 1), ["東京"]);
    }

    #[test]
    fn a_long_line_is_shown_around_its_cursor() {
        let mut line = Line::new(&"é".repeat(5_000));
        line.type_char('x');
        assert_eq!(typed(&line, 5), ("éééx".to_owned(), 4));
        line.act(Action::CursorStart);
        assert_eq!(typed(&line, 5), ("ééééé".to_owned(), 0));
    }
}
