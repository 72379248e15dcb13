//! Help and the palette: a line to search with, and what there is to do.

use super::{Popup, Room, cell, keys, plain, rule, span, typed, wrapped};
use crate::action::Action;
use crate::app::{About, App, Help, HelpKind, HelpLine, Page};
use crate::tui::signs;
use crate::tui::theme::Role;
use ratatui::text::{Line, Span};

const KEYS: &[Action] =
    &[Action::Accept, Action::CandidateDown, Action::NextSection, Action::CopyList, Action::Leave];

pub(super) fn popup(app: &App, help: &Help, room: Room) -> Popup {
    let words = app.lang.overlays();
    let (line, cursor) = typed(&help.line, room.width.saturating_sub(4));
    let prompt = if help.kind == HelpKind::Palette { ":" } else { "?" };
    let mut lines = vec![plain(format!(" {prompt} {line}")), rule(room)];
    let height = usize::from(room.height.saturating_sub(4)).max(1);
    lines.extend(list(help, room, height));
    lines.push(rule(room));
    lines.push(keys(app, room, KEYS));
    let title = match (help.kind, help.page) {
        (HelpKind::Palette, _) => words.commands,
        (HelpKind::Help, Page::Keys) => words.help_keys,
        (HelpKind::Help, Page::Filter) => words.help_filter,
        (HelpKind::Help, Page::Rules) => words.help_rules,
        (HelpKind::Help, Page::Operations) => words.help_operations,
    };
    let shown = help.list.iter().filter(|line| !matches!(line.about, About::Group(_))).count();
    let bottom = format!("{shown}/{}", help.of);
    Popup { title: title.to_owned(), bottom, lines, cursor: Some((cursor + 3, 0)), width: 104 }
}

fn list(help: &Help, room: Room, height: usize) -> Vec<Line<'static>> {
    let mut rows = Vec::new();
    let mut at = 0..0;
    for (n, line) in help.list.iter().enumerate() {
        let here = n == help.cursor;
        let first = rows.len();
        rows.extend(row(line, here, room));
        if here {
            at = first..rows.len();
        }
    }
    let first = at.end.saturating_sub(height).min(rows.len().saturating_sub(height));
    rows.into_iter().skip(first.min(at.start)).take(height).collect()
}

fn row(line: &HelpLine, here: bool, room: Room) -> Vec<Line<'static>> {
    let theme = room.theme;
    if matches!(line.about, About::Group(_)) {
        return vec![Line::from(vec![span(theme, Role::TitleFocus, format!(" {}", line.text))])];
    }
    let sign = if here { signs::CURSOR } else { " " };
    let off = if line.off.is_some() { signs::ENDED } else { " " };
    let key_width = (room.width / 5).clamp(10, 20);
    let wide = room.width.saturating_sub(key_width + 6);
    let role = if line.off.is_some() { Role::Disabled } else { Role::Text };
    let text = if here {
        wrapped(&line.text, wide)
    } else {
        vec![crate::tui::text::fit(&line.text, wide, theme.charset.ellipsis())]
    };
    let mut rows = Vec::new();
    for (n, part) in text.into_iter().enumerate() {
        let (lead, key) =
            if n == 0 { (format!(" {sign}{off}"), line.key.as_str()) } else { ("   ".to_owned(), "") };
        let shown = Line::from(vec![
            Span::raw(lead),
            span(theme, Role::Key, cell(theme, key, key_width)),
            Span::raw(" "),
            span(theme, role, cell(theme, &part, wide)),
        ]);
        rows.push(if here { shown.style(theme.style(Role::CursorRow)) } else { shown });
    }
    if let (Some(why), true) = (&line.off, here) {
        let indent = usize::from(key_width) + 4;
        rows.extend(
            wrapped(why, wide).into_iter().map(|part| plain(format!("{}{part}", " ".repeat(indent)))),
        );
    }
    rows
}
