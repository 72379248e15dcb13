//! The inspector: what there is to know of one record, in a frame or in one or two lines.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use super::bar::{self, Part};
use super::pane::sign;
use crate::action::Action;
use crate::app::{App, Focus as Keys, Info, Inspection};
use crate::tui::border::Edge;
use crate::tui::signs::Focus;
use crate::tui::text;
use crate::tui::theme::{Role, Theme};

/// The fewest rows that are worth a frame.
const FRAMED: u16 = 4;

/// Draws the inspector.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let inspection = app.inspection();
    if area.height < FRAMED {
        lines(inspection.as_ref(), theme, area, buffer);
    } else {
        framed(app, inspection.as_ref(), theme, area, buffer);
    }
}

/// The name with its first line, then what is grave.
fn lines(inspection: Option<&Inspection>, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let Some(inspection) = inspection else { return };
    let (first, rest) =
        inspection.lines.split_first().map_or(("", &[][..]), |(info, rest)| (&*info.text, rest));
    let title = Part::new(format!(" {}", inspection.title), theme.style(Role::Bar));
    let first = vec![title, Part::new(format!("  {first}"), theme.style(Role::Text))];
    let rest = rest
        .iter()
        .map(|info| [vec![Part::new(" ", theme.style(Role::Text))], parts(info, 0, theme)].concat());
    for (parts, y) in [first].into_iter().chain(rest).zip(area.top()..area.bottom()) {
        bar::draw(&parts, theme, Rect { y, height: 1, ..area }, buffer);
    }
}

fn framed(app: &App, inspection: Option<&Inspection>, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let focus = match app.focus {
        Keys::Inspector(_) => Focus::Here,
        Keys::Pane(_) => Focus::Elsewhere,
    };
    let words = app.lang.window();
    let title =
        inspection.map_or_else(|| words.inspector_alone.to_owned(), |shown| (words.inspector)(&shown.title));
    let inner = Edge::inner(area);
    let count = inspection.map_or(0, |shown| shown.lines.len());
    let hidden = count.saturating_sub(app.inspector_offset + usize::from(inner.height));
    let bottom = if hidden > 0 { below(app, hidden) } else { String::new() };
    (&Edge { theme, focus, title: &title, corner: "", bottom: &bottom }).render(area, buffer);
    let Some(inspection) = inspection else {
        bar::draw(
            &[Part::new(format!(" {}", words.nothing_inspected), theme.style(Role::Text))],
            theme,
            inner,
            buffer,
        );
        return;
    };
    let label = inspection
        .lines
        .iter()
        .filter(|info| info.level.is_none())
        .map(|info| text::width(&info.label))
        .max();
    for (info, y) in inspection.lines.iter().skip(app.inspector_offset).zip(inner.top()..inner.bottom()) {
        let line = Rect { x: inner.x + 1, y, width: inner.width.saturating_sub(2), height: 1 };
        bar::draw(&parts(info, label.unwrap_or(0), theme), theme, line, buffer);
    }
}

/// How much is hidden, and the keys that scroll there.
fn below(app: &App, hidden: usize) -> String {
    let keys: Vec<String> =
        [Action::SideDown, Action::SideUp].iter().filter_map(|a| app.key_of(*a)).collect();
    format!("{}  {}", (app.lang.window().more_below)(hidden), keys.join("/"))
}

/// A finding begins with its sign; the label of anything else is as wide as the widest.
fn parts(info: &Info, label: u16, theme: Theme) -> Vec<Part> {
    let text = theme.style(Role::Text);
    if let Some(level) = info.level {
        let (sign, role) = sign(level);
        let code = Part::new(format!("  {}", info.label), theme.style(Role::Bar));
        return vec![Part::new(sign, theme.style(role)), Part::new(format!(" {}", info.text), text), code];
    }
    let gap = usize::from(label.saturating_sub(text::width(&info.label)));
    let label = if info.label.is_empty() && label == 0 {
        String::new()
    } else {
        format!("{}{:gap$}  ", info.label, "")
    };
    vec![Part::new(label, theme.style(Role::Heading)), Part::new(info.text.clone(), text)]
}
