//! Menus, and the problems list.

use super::{Popup, Room, cell, framed, keys, level, plain, rule, span, wrapped};
use crate::action::Action;
use crate::app::{App, Menu, Problems, place_of};
use crate::edit::ops::recorded;
use crate::rules::{Finding, Severity, rule as rule_of};
use crate::tui::signs;
use crate::tui::theme::{Role, Theme};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Widget};

const MENU_KEYS: &[Action] = &[Action::Accept, Action::Leave];
const KEYS: &[Action] = &[
    Action::Open,
    Action::Fixes,
    Action::Why,
    Action::Waive,
    Action::Filter,
    Action::SideDown,
    Action::Undo,
    Action::Quit,
];
const WAIVED_KEYS: &[Action] =
    &[Action::Open, Action::Edit, Action::Remove, Action::Why, Action::Filter, Action::Undo, Action::Quit];

pub(super) fn menu(app: &App, menu: &Menu, room: Room) -> Popup {
    let mut lines = Vec::new();
    let (mut cursor, mut end) = (None, 0);
    let digits = menu.items.len().to_string().len();
    for (n, item) in menu.items.iter().enumerate() {
        let here = n == menu.cursor;
        let sign = if here { signs::CURSOR } else { " " };
        let role = if item.does.is_ok() { Role::Text } else { Role::Disabled };
        let off = if item.does.is_ok() { " " } else { signs::ENDED };
        if here {
            cursor = Some((1, lines.len()));
        }
        // The end of a label tells it from its neighbours: it goes on in the next line, never away.
        for (part, words) in wrapped(&item.label, room.width.saturating_sub(8)).into_iter().enumerate() {
            let start =
                if part == 0 { format!(" {sign} {:>digits$} {off} ", n + 1) } else { " ".repeat(6 + digits) };
            let line = Line::from(vec![Span::raw(start), span(room.theme, role, words)]);
            lines.push(if here { line.style(room.theme.style(Role::CursorRow)) } else { line });
        }
        if let (Err(why), true) = (&item.does, here) {
            lines.extend(
                wrapped(why, room.width.saturating_sub(8))
                    .into_iter()
                    .map(|part| plain(format!("       {part}"))),
            );
        }
        if here {
            end = lines.len();
        }
    }
    let height = usize::from(room.height.saturating_sub(2)).max(1);
    // What is off says why below its line: that must be seen too.
    let first = end.saturating_sub(height).min(lines.len().saturating_sub(height));
    let mut lines: Vec<Line<'static>> = lines.into_iter().skip(first).take(height).collect();
    let cursor = cursor.map(|(x, y): (u16, usize)| (x, u16::try_from(y.saturating_sub(first)).unwrap_or(0)));
    lines.push(rule(room));
    lines.push(keys(app, room, MENU_KEYS));
    Popup { title: menu.title.clone(), bottom: String::new(), lines, cursor, width: 76 }
}

pub(super) fn problems(app: &App, problems: &Problems, theme: Theme, area: Rect, frame: &mut Frame<'_>) {
    frame.render_widget(Clear, area);
    if area.height < 4 {
        return;
    }
    let [top, body, foot] = [
        Rect { height: 1, ..area },
        Rect { y: area.y + 1, height: area.height - 2, ..area },
        Rect { y: area.bottom() - 1, height: 1, ..area },
    ];
    title(app, theme, problems, top, frame);
    let (left, right) = split(body);
    list(app, problems, theme, left, frame);
    if let Some(finding) = problems.here() {
        text(app, finding, problems.side, theme, right, frame);
    }
    let line = if let Some(notice) = &app.notice {
        plain(notice.text.clone())
    } else {
        let actions = if problems.is_waived(problems.cursor) { WAIVED_KEYS } else { KEYS };
        keys(app, Room { theme, width: area.width, height: 1 }, actions)
    };
    frame.buffer_mut().set_line(foot.x, foot.y, &line, foot.width);
}

fn title(app: &App, theme: Theme, problems: &Problems, area: Rect, frame: &mut Frame<'_>) {
    let count = |severity| app.book.findings().count(severity);
    let text = app.lang.overlays().problems(
        count(Severity::Integrity) + count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Hint),
        app.book.findings().waived_count(),
    );
    let mut spans = vec![span(theme, Role::Bar, format!(" {text}"))];
    if problems.typing || !problems.filter.is_empty() {
        let typed = crate::model::show(problems.filter.text()).into_owned();
        spans.push(Span::raw(format!("   / {typed}")));
    }
    Line::from(spans).render(area, frame.buffer_mut());
}

/// Beside each other where there is width, one above the other where there is not.
fn split(body: Rect) -> (Rect, Rect) {
    if body.width >= 110 {
        let left = body.width / 2 + 4;
        return (Rect { width: left, ..body }, Rect { x: body.x + left, width: body.width - left, ..body });
    }
    let top = (body.height * 3 / 5).max(3).min(body.height);
    (Rect { height: top, ..body }, Rect { y: body.y + top, height: body.height - top, ..body })
}

fn list(app: &App, problems: &Problems, theme: Theme, area: Rect, frame: &mut Frame<'_>) {
    let height = usize::from(area.height.saturating_sub(2));
    let first = problems.window(height);
    let room = area.width.saturating_sub(2);
    let mut lines: Vec<Line<'static>> = Vec::new();
    for (n, finding) in problems.list.iter().enumerate().skip(first).take(height) {
        let is = (n == problems.cursor, problems.is_waived(n));
        lines.push(row(app, finding, is, theme, room));
    }
    if lines.is_empty() {
        lines.push(plain(format!(" {}", app.lang.overlays().no_problems)));
    }
    let cursor = u16::try_from(problems.cursor.saturating_sub(first)).ok().map(|y| (1, y));
    let bottom = if problems.more > 0 { format!("+{}", problems.more) } else { String::new() };
    framed(
        theme,
        area,
        frame,
        &Popup { title: app.lang.overlays().by_severity.to_owned(), bottom, lines, cursor, width: 0 },
    );
}

fn row(app: &App, finding: &Finding, (here, waived): (bool, bool), theme: Theme, room: u16) -> Line<'static> {
    let (sign, role) = if waived { level(Severity::Hint) } else { level(finding.severity) };
    let named = if waived { app.lang.overlays().waived } else { finding.rule.text() };
    let cursor = if here { signs::CURSOR } else { " " };
    let line = Line::from(vec![
        Span::raw(cursor),
        span(theme, role, cell(theme, sign, 3)),
        Span::raw(cell(theme, named, 15)),
        Span::raw(cell(theme, &who(app, finding), room.saturating_sub(19))),
    ]);
    if here { line.style(theme.style(Role::CursorRow)) } else { line }
}

/// The record a finding is on, with the customer of a subscription.
fn who(app: &App, finding: &Finding) -> String {
    let model = app.book.model();
    let name = |key| model.name(key).show().into_owned();
    match finding.subject {
        crate::model::Key::Subscription(id) => {
            let customer = model.subscription(id).map(|s| name(crate::model::Key::Customer(s.customer)));
            format!("{} / {}", customer.unwrap_or_default(), name(finding.subject))
        }
        key => name(key),
    }
}

/// Why a finding is accepted and until when, or was.
fn accepted(app: &App, finding: &Finding) -> Option<String> {
    let waiver = recorded(app.book.model(), finding.rule, finding.subject)?;
    let (words, reason) = (app.lang.overlays(), waiver.reason.show());
    let until = waiver.until.map(|until| until.to_string());
    Some(match until {
        Some(until) if waiver.until < Some(app.book.today()) => words.accepted_before(&reason, &until),
        until => words.accepted_until(&reason, until.as_deref()),
    })
}

fn text(app: &App, finding: &Finding, offset: usize, theme: Theme, area: Rect, frame: &mut Frame<'_>) {
    let words = app.lang.overlays();
    // The frame takes two cells, the indent three.
    let room = area.width.saturating_sub(5);
    let mut lines = Vec::new();
    let mut part = |heading: &str, body: &str| {
        lines.push(Line::from(vec![span(theme, Role::TitleFocus, format!(" {heading}"))]));
        lines.extend(wrapped(body, room).into_iter().map(|line| plain(format!("   {line}"))));
        lines.push(plain(""));
    };
    part(words.what, &app.lang.finding_sentence(app.book.model(), finding));
    if let Some(accepted) = accepted(app, finding) {
        part(words.accepted, &accepted);
    }
    part(words.why_it_matters, app.lang.rule_explains(finding.rule));
    part(words.source_heading, rule_of(finding.rule).map(|rule| rule.source).unwrap_or_default());
    let touched =
        [Some(finding.subject), finding.other].into_iter().flatten().filter_map(|key| place_of(app, key));
    let names: Vec<String> = touched.map(|key| app.book.model().name(key).show().into_owned()).collect();
    part(words.touches, &names.join(", "));
    let last = lines.len().saturating_sub(usize::from(area.height.saturating_sub(2)));
    let lines = lines.into_iter().skip(offset.min(last)).collect();
    let title = format!("{}  {}", finding.rule.text(), app.lang.rule_title(finding.rule));
    let edge = crate::tui::border::Edge {
        theme,
        focus: signs::Focus::Elsewhere,
        title: &title,
        corner: "",
        bottom: "",
    };
    edge.render(area, frame.buffer_mut());
    let inner = crate::tui::border::Edge::inner(area);
    let lines: Vec<Line<'static>> = lines;
    for (line, y) in lines.iter().zip(inner.top()..inner.bottom()) {
        frame.buffer_mut().set_line(inner.x, y, line, inner.width);
    }
}
