//! Below the list: why the candidate under the cursor is not allowed, rule by rule, and what would allow it.

use super::super::{Room, level, plain, rule, span, wrapped};
use crate::action::Action;
use crate::app::{App, Candidate, Picker, Remedy};
use crate::edit::Verdict;
use crate::tui::theme::Role;
use ratatui::text::{Line, Span};

/// In a window of fewer lines less is told.
const LOW: u16 = 20;

/// The rules of the candidate under the cursor, spelled out, with the way to allow it.
pub(super) fn explained(app: &App, picker: &Picker, room: Room) -> Vec<Line<'static>> {
    let Some(candidate) = picker.here() else { return Vec::new() };
    let mut lines: Vec<Line<'static>> = heading(app, candidate, room).into_iter().collect();
    lines.extend(rules(app, candidate, room));
    lines.extend(way_out(app, candidate, room));
    if !lines.is_empty() {
        lines.push(rule(room));
    }
    lines
}

/// "Why Sud Conseil is not allowed: R-REL-008".
fn heading(app: &App, candidate: &Candidate, room: Room) -> Option<Line<'static>> {
    let key = candidate.key.filter(|_| !candidate.allowed() && room.height > LOW)?;
    let mut rules: Vec<&str> = candidate.findings().iter().map(|finding| finding.rule.text()).collect();
    rules.dedup();
    let name = app.book.model().name(key).show().into_owned();
    let text = app.lang.picks().not_allowed(&name, &rules.join(", "));
    let text = text.trim_end().trim_end_matches(':').trim_end().to_owned();
    let first = wrapped(&text, room.width.saturating_sub(2)).into_iter().next()?;
    Some(Line::from(span(room.theme, Role::TitleFocus, format!(" {first}"))))
}

fn rules(app: &App, candidate: &Candidate, room: Room) -> Vec<Line<'static>> {
    let wide = room.width.saturating_sub(4);
    let most = if room.height > LOW { 3 } else { 1 };
    let mut lines = Vec::new();
    for finding in candidate.findings().iter().take(most) {
        let (sign, role) = level(finding.severity);
        let text =
            format!("{}  {}", finding.rule.text(), app.lang.finding_sentence(app.book.model(), finding));
        for (n, part) in wrapped(&text, wide).into_iter().enumerate().take(3) {
            let sign = if n == 0 { format!(" {sign} ") } else { "    ".to_owned() };
            lines.push(Line::from(vec![span(room.theme, role, sign), Span::raw(part)]));
        }
    }
    if let Verdict::Impossible(why) = &candidate.verdict {
        let text = app.lang.impossible(app.book.model(), why);
        lines.extend(wrapped(&text, wide).into_iter().map(|part| plain(format!(" {part}"))));
    }
    lines
}

/// What would allow it, with the key that shows it.
fn way_out(app: &App, candidate: &Candidate, room: Room) -> Vec<Line<'static>> {
    let words = app.lang.picks();
    let (text, key) = match &candidate.remedy {
        _ if candidate.allowed() => return Vec::new(),
        Remedy::Untried => return Vec::new(),
        Remedy::Steps(steps) => {
            let mut told: Vec<&str> = steps.iter().map(|verb| app.lang.verb(*verb)).collect();
            told.dedup();
            (words.to_allow(steps.len(), &told.join(", ")), app.key_of(Action::FixAndChoose))
        }
        // What stays in the way is told where the reasons above do not tell it already.
        Remedy::Nothing(Some(finding)) if !candidate.findings().contains(finding) => {
            let why = app.lang.finding_sentence(app.book.model(), finding);
            (words.cannot_because(finding.rule.text(), &why), None)
        }
        Remedy::Nothing(_) => (words.cannot.to_owned(), None),
    };
    let mut lines: Vec<Line<'static>> = wrapped(&text, room.width.saturating_sub(12))
        .into_iter()
        .map(|part| plain(format!(" {part}")))
        .collect();
    if let (Some(key), Some(last)) = (key, lines.last_mut()) {
        last.push_span(Span::raw("  "));
        last.push_span(span(room.theme, Role::Key, key));
    }
    lines
}
