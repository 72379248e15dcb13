//! The picker: the allowed candidates first, then the others with their reasons; the rule of the row under the cursor
//! is spelled out below.

mod explain;

use super::{Popup, Room, cell, keys, plain, rule, span, typed};
use crate::action::Action;
use crate::app::{App, Candidate, Picker, Purpose, Remedy};
use crate::edit::{Impossible, Slot, Verdict};
use crate::model::{Key, TableName};
use crate::rules::Reason;
use crate::tui::signs;
use crate::tui::theme::{Role, Theme};
use ratatui::text::{Line, Span};

const KEYS: &[Action] =
    &[Action::Accept, Action::FixAndChoose, Action::WhyCandidate, Action::HideBarred, Action::Leave];

/// Where nothing is judged there is nothing to explain, to fix or to hide.
const GO_KEYS: &[Action] = &[Action::Accept, Action::Leave];

pub(super) fn popup(app: &App, picker: &Picker, room: Room) -> Popup {
    let words = app.lang.overlays();
    let (title, asked) = match picker.slot() {
        None => (words.go_to.to_owned(), String::new()),
        Some(slot) => (app.lang.slot_title(slot).to_owned(), asked_for(app, picker, slot)),
    };
    let (line, cursor) = typed(&picker.line, room.width.saturating_sub(4));
    let mut lines = vec![head(&line, &asked, room), rule(room)];
    let why = explain::explained(app, picker, room);
    let used = u16::try_from(why.len()).unwrap_or(u16::MAX).saturating_add(6);
    lines.extend(list(app, picker, room, room.height.saturating_sub(used).max(3)));
    lines.push(rule(room));
    lines.extend(why);
    let judged = picker.asking.is_judged();
    lines.push(keys(app, room, if judged { KEYS } else { GO_KEYS }));
    let bottom = if judged { counted(app, picker) } else { String::new() };
    Popup { title, bottom, lines, cursor: Some((cursor + 3, 0)), width: 98 }
}

/// For which record, or for how many.
fn asked_for(app: &App, picker: &Picker, slot: &Slot) -> String {
    match &picker.asking.purpose {
        Purpose::Many(bulk, _) => {
            let table = bulk.keys.first().map_or(TableName::Subscription, |key| key.table());
            app.lang.records(table, bulk.keys.len())
        }
        Purpose::GoTo | Purpose::Fill(_) | Purpose::Field(_) | Purpose::Part(_) => {
            app.lang.slot_for(app.book.model(), slot)
        }
    }
}

/// How many are allowed and how many not, as far as it is known.
fn counted(app: &App, picker: &Picker) -> String {
    let (list, words) = (&picker.list, app.lang.picks());
    if list.more { words.counting(list.may, list.may_not) } else { words.counts(list.may, list.may_not) }
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

/// A line of the list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Row {
    Candidate(usize),
    /// Above those that are not allowed.
    Parting,
    /// Below all, where there are more than are listed.
    More,
}

/// The lines around the cursor; no other is built.
fn list(app: &App, picker: &Picker, room: Room, height: u16) -> Vec<Line<'static>> {
    let height = usize::from(height);
    if picker.lines() == 0 {
        return vec![plain(format!("  {}", app.lang.overlays().no_candidate))];
    }
    let parting = Some(picker.list.allowed.len()).filter(|allowed| *allowed < picker.lines());
    let count = picker.lines() + usize::from(parting.is_some()) + usize::from(picker.list.is_cut());
    let at = picker.cursor + usize::from(parting.is_some_and(|place| picker.cursor >= place));
    let first = (at + 1).saturating_sub(height).min(count.saturating_sub(height));
    let row = |place| match parting {
        Some(parting) if place == parting => Row::Parting,
        Some(parting) if place > parting && place <= picker.lines() => Row::Candidate(place - 1),
        Some(_) | None if place < picker.lines() => Row::Candidate(place),
        Some(_) | None => Row::More,
    };
    (first..count.min(first + height)).map(|place| one(app, picker, row(place), room)).collect()
}

fn one(app: &App, picker: &Picker, row: Row, room: Room) -> Line<'static> {
    let words = app.lang.overlays();
    match row {
        Row::Candidate(n) => match picker.at(n) {
            Some(candidate) => {
                candidate_line(app, candidate, n == picker.cursor, room, picker.asking.is_judged())
            }
            None => plain(""),
        },
        Row::Parting => {
            let sign = room.theme.charset.border(signs::Focus::Elsewhere).horizontal_top.repeat(3);
            let count = app.lang.picks().number(picker.list.may_not);
            plain(format!("{sign} {} {sign}", words.not_allowed_now(&count)))
        }
        Row::More => plain(format!("  {}", words.more_candidates)),
    }
}

fn candidate_line(app: &App, candidate: &Candidate, here: bool, room: Room, judged: bool) -> Line<'static> {
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
    // The reason is what a row is read for: in a small window the facts give way first.
    let (name_width, facts_width) = match (judged, room.width) {
        (false, _) => ((room.width / 3).clamp(12, 40), 26),
        // What is between two records is known by both names, and all candidates are of one table.
        (true, wide) if is_between(key) => ((wide / 2).clamp(17, 60), 0),
        (true, 90..) => (24, 22),
        (true, 70..) => (24, 2),
        (true, _) => (17, 2),
    };
    let name = cell(theme, &app.book.model().name(key).show(), name_width);
    let facts = facts(app, key);
    // Of little room the country is the part that tells most.
    let facts = if facts_width < 4 { facts.split("  ").next().unwrap_or_default() } else { &facts };
    let start = format!("{name}  {} ", cell(theme, facts, facts_width));
    let left = room.width.saturating_sub(8 + crate::tui::text::width(&start));
    let line = Line::from(vec![
        Span::raw(format!(" {sign} ")),
        span(theme, role, cell(theme, word, 4)),
        Span::raw(start),
        span(theme, role, why_and_remedy(app, candidate, left, theme)),
    ]);
    if here { line.style(theme.style(Role::CursorRow)) } else { line }
}

/// The reason, and at the right whether it can be fixed. Where both have no room the reason stays: the explanation
/// below tells the other.
fn why_and_remedy(app: &App, candidate: &Candidate, room: u16, theme: Theme) -> String {
    let (reason, words) = (reason(app, &candidate.verdict), app.lang.overlays());
    let remedy = match &candidate.remedy {
        _ if candidate.allowed() => "",
        Remedy::Untried => "",
        Remedy::Steps(_) => words.can_be_fixed,
        Remedy::Nothing(_) => words.cannot_be_fixed,
    };
    let wide = crate::tui::text::width(remedy);
    let both = crate::tui::text::width(&reason) + wide + 2;
    if remedy.is_empty() || (both > room && room < 30) {
        return crate::tui::text::fit(&reason, room, theme.charset.ellipsis());
    }
    format!("{}  {remedy}", cell(theme, &reason, room.saturating_sub(wide + 2)))
}

fn is_between(key: Key) -> bool {
    matches!(key, Key::Partnership(_) | Key::Relationship(_) | Key::Admin(_) | Key::Transfer(_))
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
        Verdict::Impossible(Impossible::NotPartners { .. }) => {
            app.lang.reason_short(Reason::NotPartners).to_owned()
        }
        Verdict::Impossible(why) => app.lang.impossible(app.book.model(), why),
    }
}
