//! A slip: a line for each blank, and below it what is wrong with what stands there.

use super::form::{row, said_of, wrong_with};
use super::{Popup, Room, keys, plain, rule};
use crate::action::Action;
use crate::app::{App, Slip, SlipLine};
use crate::model::{Key, Kind, TenantId};
use ratatui::text::Line;

const KEYS: &[Action] =
    &[Action::Keep, Action::NextField, Action::AboutField, Action::WhyCandidate, Action::Leave];

pub(super) fn popup(app: &App, slip: &Slip, room: Room) -> Popup {
    let changed = slip.lines.iter().filter(|line| line.is_changed()).count();
    let label =
        slip.lines.iter().map(|l| crate::tui::text::width(app.lang.blank(l.blank))).max().unwrap_or(0);
    let label = label.min(room.width / 3).min(30);
    let mut body = Vec::new();
    let mut cursor = (0, 0);
    for (n, line) in slip.lines.iter().enumerate() {
        let here = n == slip.cursor;
        let (drawn, column) = one(app, slip, line, here, label, room);
        if here {
            cursor = (column, body.len());
        }
        body.push(drawn);
        body.extend(beside(app, slip, line, label, room));
    }
    let height = usize::from(room.height).saturating_sub(3).max(3);
    let first = (cursor.1 + 3).saturating_sub(height).min(body.len().saturating_sub(height));
    let mut lines: Vec<Line<'static>> = body.into_iter().skip(first).take(height).collect();
    lines.extend(others(app, slip, room));
    lines.push(rule(room));
    lines.push(keys(app, room, KEYS));
    let row = u16::try_from(cursor.1.saturating_sub(first)).unwrap_or(0);
    Popup {
        title: slip.title.clone(),
        bottom: super::form::changed_fields(app, changed),
        lines,
        cursor: Some((cursor.0, row)),
        width: 90,
    }
}

fn one(app: &App, slip: &Slip, line: &SlipLine, here: bool, label: u16, room: Room) -> (Line<'static>, u16) {
    let open = if slip.choices(line.blank).is_empty() { ("[", "]") } else { ("<", ">") };
    let state = (here, line.is_changed());
    row(room, state, (app.lang.blank(line.blank), label), &line.line, open, &meaning(app, line))
}

/// What stands for the text of a blank: the name behind an id, the word for a code.
fn meaning(app: &App, line: &SlipLine) -> String {
    let (text, model) = (line.line.text().trim(), app.book.model());
    match line.blank.kind() {
        Kind::Tenant => {
            let id: Option<TenantId> = text.parse().ok();
            let key = id.map(Key::Partner).filter(|key| model.contains(*key));
            key.map(|key| model.name(key).show().into_owned()).unwrap_or_default()
        }
        Kind::Choice(_) => app.lang.choice(text).into_owned(),
        _ => String::new(),
    }
}

fn beside(app: &App, slip: &Slip, line: &SlipLine, label: u16, room: Room) -> Vec<Line<'static>> {
    let wrong = line.wrong.iter().flat_map(|wrong| wrong_with(&app.lang.wrong(wrong), label, room));
    let said = slip.findings_at(Some(line.blank)).flat_map(|finding| said_of(app, finding, label, room));
    wrong.chain(said).collect()
}

/// Findings that belong to no blank.
fn others(app: &App, slip: &Slip, room: Room) -> Vec<Line<'static>> {
    let said =
        slip.findings_at(None).take(2).flat_map(|finding| said_of(app, finding, 0, room).into_iter().take(3));
    let lines: Vec<Line<'static>> = said.collect();
    if lines.is_empty() { lines } else { [vec![plain("")], lines].concat() }
}
