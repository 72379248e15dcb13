//! A form: a line for each field, and below it what is wrong with what stands there.

use super::{Popup, Room, cell, keys, level, plain, rule, span, typed, wrapped};
use crate::action::Action;
use crate::app::{App, Form, FormField, choices_of, names_a_record};
use crate::model::show;
use crate::rules::Finding;
use crate::tui::signs;
use crate::tui::theme::Role;
use ratatui::text::{Line, Span};

const KEYS: &[Action] = &[
    Action::Keep,
    Action::NextField,
    Action::Accept,
    Action::AboutField,
    Action::WhyCandidate,
    Action::Leave,
];

pub(super) fn popup(app: &App, form: &Form, room: Room) -> Popup {
    let changed = form.fields.iter().filter(|field| field.is_changed()).count();
    let label =
        form.fields.iter().map(|f| crate::tui::text::width(app.lang.field(f.field))).max().unwrap_or(0);
    let label = label.min(room.width / 3).min(30);
    let mut body = Vec::new();
    let mut cursor = (0, 0);
    for (n, field) in form.fields.iter().enumerate() {
        let here = n == form.cursor;
        let (line, column) = one(app, field, here, label, room);
        if here {
            cursor = (column, body.len());
        }
        body.push(line);
        body.extend(beside(app, form, field, label, room));
    }
    let rest = others(app, form, room);
    let height = usize::from(room.height).saturating_sub(3 + rest.len()).max(3);
    let first = (cursor.1 + 3).saturating_sub(height).min(body.len().saturating_sub(height));
    let mut lines: Vec<Line<'static>> = body.into_iter().skip(first).take(height).collect();
    lines.extend(rest);
    lines.push(rule(room));
    lines.push(keys(app, room, KEYS));
    let row = u16::try_from(cursor.1.saturating_sub(first)).unwrap_or(0);
    Popup {
        title: form.title.clone(),
        bottom: changed_fields(app, changed),
        lines,
        cursor: Some((cursor.0, row)),
        width: 90,
    }
}

/// How many fields were changed, and whether the disk has what was typed.
pub(super) fn changed_fields(app: &App, changed: usize) -> String {
    let count = app.lang.overlays().changed_fields(changed);
    if changed > 0 && app.is_typing_kept() {
        format!("{count}, {}", app.lang.transfers().draft_kept)
    } else {
        count
    }
}

fn one(app: &App, field: &FormField, here: bool, label: u16, room: Room) -> (Line<'static>, u16) {
    let open = if choices_of(field.field).is_empty() { ("[", "]") } else { ("<", ">") };
    let state = (here, field.is_changed());
    row(room, state, (app.lang.field(field.field), label), &field.line, open, &meaning(app, field))
}

/// The line of a value: whether the cursor is there and it was changed, its label and how wide that is, what is typed
/// between two signs, and what that means.
pub(super) fn row(
    room: Room,
    (here, changed): (bool, bool),
    (name, label): (&str, u16),
    line: &crate::app::Line,
    open: (&str, &str),
    meaning: &str,
) -> (Line<'static>, u16) {
    let theme = room.theme;
    let sign = if here { signs::CURSOR } else { " " };
    let changed = if changed { signs::CHANGED } else { " " };
    let wide = room.width.saturating_sub(label + 8);
    let (text, column) = typed(line, wide);
    let mut spans = vec![
        Span::raw(format!(" {sign}")),
        span(theme, Role::Changed, changed),
        span(theme, Role::Title, cell(theme, name, label)),
        Span::raw(" "),
    ];
    let box_width = if meaning.is_empty() { wide } else { (wide / 2).max(8) };
    spans.push(Span::raw(format!("{}{}{}", open.0, cell(theme, &text, box_width), open.1)));
    if !meaning.is_empty() {
        spans.push(Span::raw(format!(" {}", cell(theme, meaning, wide.saturating_sub(box_width + 1)))));
    }
    let line = Line::from(spans);
    let line = if here { line.style(theme.style(Role::CursorElsewhere)) } else { line };
    (line, label + 5 + column.min(box_width))
}

/// What stands for the text of a field: the name behind an id, the list that can be opened.
fn meaning(app: &App, field: &FormField) -> String {
    let text = field.line.text().trim();
    if text.is_empty() {
        return if names_a_record(field.field) { "v".to_owned() } else { String::new() };
    }
    let meant = app.meaning(field.field, text);
    if meant == show(text) { String::new() } else { meant }
}

/// What is wrong with a field, below it.
fn beside(app: &App, form: &Form, field: &FormField, label: u16, room: Room) -> Vec<Line<'static>> {
    let said = field.wrong.as_ref().map(|wrong| app.wrong(field.field, field.line.text(), wrong));
    let wrong = said.into_iter().flat_map(|said| wrong_with(&said, label, room));
    let said = form.findings_at(Some(field.field)).flat_map(|finding| said_of(app, finding, label, room));
    wrong.chain(said).collect()
}

/// Why a value cannot be stored, and what would do, in lines below its label.
pub(super) fn wrong_with(said: &str, label: u16, room: Room) -> Vec<Line<'static>> {
    let line = |(n, part): (usize, String)| {
        let sign = if n == 0 { signs::ERROR } else { "  " };
        let said = span(room.theme, Role::Error, format!("{sign} {part}"));
        Line::from(vec![Span::raw(" ".repeat(usize::from(label) + 4)), said])
    };
    wrapped(said, room.width.saturating_sub(label + 8)).into_iter().enumerate().map(line).collect()
}

/// What a rule says, in lines below a label.
pub(super) fn said_of(app: &App, finding: &Finding, label: u16, room: Room) -> Vec<Line<'static>> {
    let (first, role) = level(finding.severity);
    let text = format!("{}: {}", finding.rule.text(), app.lang.finding_sentence(app.book.model(), finding));
    let line = |(n, part): (usize, String)| {
        let sign = if n == 0 { first } else { "  " };
        Line::from(vec![
            Span::raw(" ".repeat(usize::from(label) + 4)),
            span(room.theme, role, format!("{sign} ")),
            Span::raw(part),
        ])
    };
    wrapped(&text, room.width.saturating_sub(label + 8)).into_iter().enumerate().map(line).collect()
}

/// Findings that belong to no field that is shown.
fn others(app: &App, form: &Form, room: Room) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    for finding in form.findings_at(None).take(2) {
        let (sign, role) = level(finding.severity);
        let text =
            format!("{}: {}", finding.rule.text(), app.lang.finding_sentence(app.book.model(), finding));
        for (n, part) in wrapped(&text, room.width.saturating_sub(5)).into_iter().enumerate().take(3) {
            let sign = if n == 0 { sign } else { "  " };
            lines.push(Line::from(vec![span(room.theme, role, format!(" {sign} ")), Span::raw(part)]));
        }
    }
    if lines.is_empty() { lines } else { [vec![plain("")], lines].concat() }
}
