//! The picker: the allowed candidates first, then the others with their reasons; the rule of the row under the cursor
//! is spelled out below.

use super::{Popup, Room, cell, keys, level, plain, rule, span, typed, wrapped};
use crate::action::Action;
use crate::app::{App, Candidate, Picker, Purpose};
use crate::edit::Verdict;
use crate::model::Key;
use crate::tui::signs;
use crate::tui::theme::Role;
use ratatui::text::{Line, Span};

const KEYS: &[Action] =
    &[Action::Accept, Action::FixAndChoose, Action::WhyCandidate, Action::HideBarred, Action::Leave];

/// Where nothing is judged there is nothing to explain, to fix or to hide.
const GO_KEYS: &[Action] = &[Action::Accept, Action::Leave];

pub(super) fn popup(app: &App, picker: &Picker, room: Room) -> Popup {
    let words = app.lang.overlays();
    let (title, asked) = match &picker.purpose {
        Purpose::GoTo => (words.go_to.to_owned(), String::new()),
        Purpose::Fill(slot) | Purpose::Field(slot) => {
            (app.lang.slot_title(slot).to_owned(), app.lang.slot_for(app.book.model(), slot))
        }
    };
    let (line, cursor) = typed(&picker.line, room.width.saturating_sub(4));
    let mut lines = vec![head(&line, &asked, room), rule(room)];
    let why = explained(app, picker, room);
    let used = u16::try_from(why.len()).unwrap_or(u16::MAX).saturating_add(6);
    lines.extend(list(app, picker, room, room.height.saturating_sub(used).max(3)));
    lines.push(rule(room));
    lines.extend(why);
    let judged = !matches!(picker.purpose, Purpose::GoTo);
    lines.push(keys(app, room, if judged { KEYS } else { GO_KEYS }));
    let barred = picker.list.len() - picker.allowed;
    let bottom = match picker.purpose {
        Purpose::GoTo => String::new(),
        Purpose::Fill(_) | Purpose::Field(_) => words.counts(picker.allowed, barred),
    };
    Popup { title, bottom, lines, cursor: Some((cursor + 3, 0)), width: 98 }
}

fn head(line: &str, asked: &str, room: Room) -> Line<'static> {
    let left = format!(" > {line}");
    let wide = crate::tui::text::width(&left);
    let asked_wide = crate::tui::text::width(asked);
    if wide + asked_wide + 3 > room.width {
        return plain(left);
    }
    let gap = usize::from(room.width - wide - asked_wide - 1);
    plain(format!("{left}{}{asked}", " ".repeat(gap)))
}

fn list(app: &App, picker: &Picker, room: Room, height: u16) -> Vec<Line<'static>> {
    let words = app.lang.overlays();
    let height = usize::from(height);
    let shown: Vec<&Candidate> = picker.shown().collect();
    if shown.is_empty() {
        return vec![plain(format!("  {}", words.no_candidate))];
    }
    let mut rows = Vec::new();
    let mut at = 0;
    for (n, candidate) in shown.iter().enumerate() {
        if n == picker.allowed && picker.allowed < shown.len() {
            let barred = shown.len() - picker.allowed;
            let sign = room.theme.charset.border(signs::Focus::Elsewhere).horizontal_top;
            rows.push(plain(format!(
                "{} {} {}",
                sign.repeat(3),
                words.not_allowed_now(barred),
                sign.repeat(3)
            )));
        }
        if n == picker.cursor {
            at = rows.len();
        }
        rows.push(row(app, candidate, n == picker.cursor, room, !matches!(picker.purpose, Purpose::GoTo)));
    }
    if picker.more {
        rows.push(plain(format!("  {}", words.more_candidates)));
    }
    let first = (at + 1).saturating_sub(height).min(rows.len().saturating_sub(height));
    rows.into_iter().skip(first).take(height).collect()
}

fn row(app: &App, candidate: &Candidate, here: bool, room: Room, judged: bool) -> Line<'static> {
    let words = app.lang.overlays();
    let theme = room.theme;
    let sign = if here { signs::CURSOR } else { " " };
    let Some(key) = candidate.key else {
        let line = Line::from(format!(" {sign}      {}", words.nobody));
        return if here { line.style(theme.style(Role::CursorRow)) } else { line };
    };
    let (word, role) = match (judged, candidate.allowed()) {
        (false, _) => ("", Role::Text),
        (true, true) => (words.allowed, Role::Good),
        (true, false) => (words.barred, Role::Disabled),
    };
    let name_width = (room.width / 3).clamp(12, 40);
    // The reason is what a row is read for: in a small window the facts give way first.
    let facts_width = if room.width < 90 { 12 } else { 26 };
    let mut spans = vec![
        Span::raw(format!(" {sign} ")),
        span(theme, role, cell(theme, word, 4)),
        Span::raw(cell(theme, &app.book.model().name(key).show(), name_width)),
        Span::raw(format!("  {} ", cell(theme, &facts(app, key), facts_width))),
    ];
    let reason = reason(app, &candidate.verdict);
    spans.push(span(theme, role, reason));
    let line = Line::from(spans);
    if here { line.style(theme.style(Role::CursorRow)) } else { line }
}

/// What tells records of the same name apart.
fn facts(app: &App, key: Key) -> String {
    let model = app.book.model();
    let words = app.lang.screen();
    match key {
        Key::Partner(id) => model.partner(id).map(|p| {
            let role = p.roles.iter().map(|role| words.role(role)).next().unwrap_or_default();
            let country = p.country.map(|c| c.to_string()).unwrap_or_default();
            format!("{country:<2}  {role}")
        }),
        Key::Customer(id) => model.customer(id).map(|c| {
            let country = c.country.map(|c| c.to_string()).unwrap_or_default();
            format!("{country:<2}  {}", app.lang.table(key.table()))
        }),
        Key::Subscription(id) => {
            model.subscription(id).map(|s| model.name(Key::Customer(s.customer)).show().into_owned())
        }
        _ => Some(app.lang.table(key.table()).to_owned()),
    }
    .unwrap_or_default()
}

fn reason(app: &App, verdict: &Verdict) -> String {
    match verdict {
        Verdict::Allowed(_) | Verdict::Later => String::new(),
        Verdict::Barred(findings) => {
            findings.first().map(|f| app.lang.reason_short(f.reason).to_owned()).unwrap_or_default()
        }
        Verdict::Impossible(why) => app.lang.impossible(app.book.model(), why),
    }
}

/// The rules of the candidate under the cursor, spelled out.
fn explained(app: &App, picker: &Picker, room: Room) -> Vec<Line<'static>> {
    let Some(candidate) = picker.here() else { return Vec::new() };
    let room_for_text = room.width.saturating_sub(4);
    let mut lines = Vec::new();
    let findings = match &candidate.verdict {
        Verdict::Barred(findings) | Verdict::Allowed(findings) => findings.as_slice(),
        Verdict::Impossible(_) | Verdict::Later => &[],
    };
    for finding in findings.iter().take(3) {
        let (sign, role) = level(finding.severity);
        let text =
            format!("{}  {}", finding.rule.text(), app.lang.finding_sentence(app.book.model(), finding));
        for (n, part) in wrapped(&text, room_for_text).into_iter().enumerate().take(3) {
            let sign = if n == 0 { format!(" {sign} ") } else { "    ".to_owned() };
            lines.push(Line::from(vec![span(room.theme, role, sign), Span::raw(part)]));
        }
    }
    if let Verdict::Impossible(why) = &candidate.verdict {
        lines.extend(
            wrapped(&app.lang.impossible(app.book.model(), why), room_for_text)
                .into_iter()
                .map(|l| plain(format!(" {l}"))),
        );
    }
    if !lines.is_empty() {
        lines.push(rule(room));
    }
    lines
}
