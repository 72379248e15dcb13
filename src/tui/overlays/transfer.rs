//! The transfer wizard: the pages in the first line, below what the page asks and what becomes of it.

use super::{Popup, Room, cell, level, plain, rule, span, wrapped};
use crate::action::Action;
use crate::app::{App, Shown, Transfer, TransferEntry, TransferPage as Page, TransferPart as Part};
use crate::i18n::overlays::Overlays;
use crate::i18n::transfer::Transfers;
use crate::model::{Key, TenantId};
use crate::tui::signs;
use crate::tui::theme::Role;
use ratatui::text::{Line, Span};

pub(super) fn popup(app: &App, wizard: &Transfer, room: Room) -> Popup {
    let words = app.lang.transfers();
    let mut lines = vec![tabs(app, wizard, room), rule(room), from(app, wizard, room)];
    if wizard.page != Page::What {
        lines.extend(fields(app, wizard, room));
    }
    lines.push(rule(room));
    let (told, keys) = (told(app, room), hints(app, wizard.page, room));
    let used = lines.len() + told.len() + keys.len() + 1;
    let used = u16::try_from(used).unwrap_or(u16::MAX);
    let height = room.height.saturating_sub(used).max(1);
    let list = list(app, wizard, room, height);
    let cursor = list.cursor.and_then(|y| u16::try_from(lines.len() + y).ok()).map(|y| (1, y));
    lines.extend(list.lines);
    lines.extend(told);
    lines.push(rule(room));
    lines.extend(keys);
    Popup { title: words.title.to_owned(), bottom: list.bottom, lines, cursor, width: 102 }
}

/// What the keys do on a page, the most useful first.
fn page_keys(words: &Transfers, overlays: &Overlays, page: Page) -> Vec<(Action, &'static str)> {
    let (next, back) = ((Action::PageDown, words.next_page), (Action::PageUp, words.page_before));
    let (toggle, close) = ((Action::Mark, words.in_or_out), (Action::Leave, words.close));
    match page {
        Page::What => vec![next, toggle, close],
        Page::Whom => {
            vec![next, (Action::Accept, words.pick), (Action::NextField, words.field_after), back, close]
        }
        Page::Check => vec![next, toggle, (Action::Why, overlays.why), back, close],
        Page::Result => vec![(Action::Accept, words.do_it), back, close],
    }
}

/// The keys with their words, on as many lines as they take.
fn hints(app: &App, page: Page, room: Room) -> Vec<Line<'static>> {
    let keys = page_keys(app.lang.transfers(), app.lang.overlays(), page);
    let mut lines = vec![Vec::new()];
    let mut used = 0;
    for (action, label) in keys {
        let Some(key) = app.key_of(action) else { continue };
        let label = label.to_lowercase();
        let wide = crate::tui::text::width(&key) + crate::tui::text::width(&label) + 4;
        if used + wide > room.width + 2 && used > 0 {
            lines.push(Vec::new());
            used = 0;
        }
        used += wide;
        if let Some(line) = lines.last_mut() {
            line.extend([span(room.theme, Role::Key, format!(" {key}")), Span::raw(format!(" {label}  "))]);
        }
    }
    lines.into_iter().map(Line::from).collect()
}

/// The pages, the one that is shown in brackets.
fn tabs(app: &App, wizard: &Transfer, room: Room) -> Line<'static> {
    let words = app.lang.transfers();
    let mut spans = vec![Span::raw(" ")];
    let mut used = 1;
    for (n, (page, name)) in Page::ALL.iter().zip(words.pages).enumerate() {
        let here = *page == wizard.page;
        let text = if here { format!("[{} {name}]  ", n + 1) } else { format!("{} {name}  ", n + 1) };
        used += crate::tui::text::width(&text);
        spans.push(span(room.theme, if here { Role::TitleFocus } else { Role::Text }, text));
    }
    let kept = crate::tui::text::width(words.draft_kept);
    if used + kept < room.width {
        spans.push(Span::raw(" ".repeat(usize::from(room.width - used - kept - 1))));
        spans.push(span(room.theme, Role::Disabled, words.draft_kept));
    }
    Line::from(spans)
}

/// Where they come from, and how many they are.
fn from(app: &App, wizard: &Transfer, room: Room) -> Line<'static> {
    let words = app.lang.transfers();
    let from = &wizard.from;
    let way = from.way.map(|(seller, reseller)| way(app, seller, reseller)).unwrap_or_default();
    let way = if from.others { format!("{way} {}", words.others) } else { way };
    let label = cell(room.theme, words.from, 6);
    let counted = words.chosen(from.subscriptions, from.customers);
    let space = room.width.saturating_sub(crate::tui::text::width(&counted) + 11);
    plain(format!(" {label} {}  {counted}", cell(room.theme, &way, space)))
}

fn way(app: &App, seller: TenantId, reseller: Option<TenantId>) -> String {
    let partners = std::iter::once(seller).chain(reseller);
    partners.map(|id| name(app, id)).collect::<Vec<_>>().join(" > ")
}

fn name(app: &App, id: TenantId) -> String {
    app.book.model().name(Key::Partner(id)).show().into_owned()
}

/// To whom; a line for each field where it is asked, one line elsewhere.
fn fields(app: &App, wizard: &Transfer, room: Room) -> Vec<Line<'static>> {
    let words = app.lang.transfers();
    if wizard.page != Page::Whom {
        let way = wizard.seller.map(|seller| way(app, seller, wizard.reseller)).unwrap_or_default();
        return vec![plain(format!(" {} {way}", cell(room.theme, words.to, 6)))];
    }
    wizard.parts(app).into_iter().map(|part| field(app, wizard, part, room)).collect()
}

fn field(app: &App, wizard: &Transfer, part: Part, room: Room) -> Line<'static> {
    let words = app.lang.transfers();
    let (label, value) = match part {
        Part::Seller => (words.provider, wizard.seller.map(|id| name(app, id))),
        Part::Reseller => (words.reseller, wizard.reseller.map(|id| name(app, id))),
        Part::Leaves => (words.leaves, Some(if wizard.leaves { words.yes } else { words.no }.to_owned())),
    };
    let here = part == wizard.part;
    let sign = if here { signs::CURSOR } else { " " };
    let to = if part == Part::Seller { words.to } else { "" };
    let value = value.unwrap_or_else(|| words.not_chosen.to_owned());
    let label = if part == Part::Leaves { label.to_owned() } else { cell(room.theme, label, 12) };
    let line = Line::from(format!(" {} {sign} {label} [{value}]", cell(room.theme, to, 4)));
    if here { line.style(room.theme.style(Role::CursorRow)) } else { line }
}

/// The lines of the page that fit, and what is said below them.
struct List {
    lines: Vec<Line<'static>>,
    cursor: Option<usize>,
    bottom: String,
}

fn list(app: &App, wizard: &Transfer, room: Room, height: u16) -> List {
    let height = usize::from(height);
    let entries = wizard.entry_count();
    let below = below(wizard, room);
    let all = entries + below.len();
    let at = match wizard.cursor.checked_sub(entries) {
        None => wizard.cursor,
        Some(text) => entries + below.iter().position(|(n, _)| *n == text).unwrap_or(0),
    };
    let first = (at + 1).saturating_sub(height).min(all.saturating_sub(height));
    let shown = wizard.entries(app, first, height);
    let (rows, several) = (shown.iter().enumerate(), wizard.from.customers > 1);
    let mut lines: Vec<Line<'static>> =
        rows.map(|(n, entry)| row(wizard.page, entry, first + n == at, several, room)).collect();
    let left = height.saturating_sub(lines.len());
    lines.extend(below.into_iter().map(|(_, line)| line).skip(first.saturating_sub(entries)).take(left));
    if all == 0 && wizard.page != Page::Whom {
        lines.push(plain(format!(" {}", app.lang.transfers().being_judged)));
    }
    let cursor = (all > 0 && wizard.page != Page::Whom).then(|| at.saturating_sub(first));
    List { lines, cursor, bottom: bottom(app, wizard, all.saturating_sub(first + height)) }
}

/// How many move, and how many lines are hidden below.
fn bottom(app: &App, wizard: &Transfer, hidden: usize) -> String {
    let more = if hidden > 0 { app.lang.overlays().more_below(hidden) } else { String::new() };
    let counts = wizard.check.as_ref().filter(|_| matches!(wizard.page, Page::Whom | Page::Check));
    let counts = counts.map(|check| {
        let [moves, later, never] = check.counts();
        app.lang.transfers().counts(moves, later, never)
    });
    let parts = [counts.unwrap_or_default(), more].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("   ")
}

/// The lines below the subscriptions, broken where they are long, each with the number of its text.
fn below(wizard: &Transfer, room: Room) -> Vec<(usize, Line<'static>)> {
    let texts = wizard.below().iter().enumerate();
    let entries = wizard.entry_count();
    texts
        .flat_map(|(n, text)| {
            let here = entries + n == wizard.cursor;
            point(text, here, room).into_iter().map(move |line| (n, line))
        })
        .collect()
}

fn row(page: Page, entry: &TransferEntry, here: bool, several: bool, room: Room) -> Line<'static> {
    let theme = room.theme;
    let here = here && page != Page::Whom;
    let sign = if here { signs::CURSOR } else { " " };
    let taken = if entry.taken { "[x]" } else { "[ ]" };
    let narrow = room.width < 70;
    let name_width = if narrow { 18 } else { (room.width / 4).clamp(18, 30) };
    let mut spans = vec![Span::raw(format!("{sign}{taken} "))];
    if page != Page::What {
        let role = if entry.good { Role::Good } else { Role::Disabled };
        spans.push(span(theme, role, cell(theme, entry.class, 10)));
    }
    spans.push(Span::raw(cell(theme, &entry.name, name_width)));
    // Where there is little room the reason is what a row is read for.
    if !narrow && several {
        spans.push(Span::raw(format!("  {}", cell(theme, &entry.customer, 18))));
    }
    spans.push(Span::raw(format!("  {}", entry.about)));
    let line = Line::from(spans);
    if here { line.style(theme.style(Role::CursorRow)) } else { line }
}

fn point(text: &Shown, here: bool, room: Room) -> Vec<Line<'static>> {
    let theme = room.theme;
    let (indent, mark, role, words) = match text {
        Shown::Heading(words) => ("", "", Role::TitleFocus, words),
        Shown::Point(mark, words) => ("  ", *mark, Role::Text, words),
        Shown::Finding(severity, words) => {
            let (mark, role) = level(*severity);
            ("  ", mark, role, words)
        }
    };
    let mark = if mark.is_empty() { String::new() } else { format!("{mark} ") };
    let hang = crate::tui::text::width(indent) + crate::tui::text::width(&mark);
    let parts = wrapped(words, room.width.saturating_sub(hang + 2));
    let line = |(n, part): (usize, String)| {
        let sign = if here && n == 0 { signs::CURSOR } else { " " };
        let lead = if n == 0 { format!("{indent}{mark}") } else { " ".repeat(usize::from(hang)) };
        let line = if matches!(text, Shown::Heading(_)) {
            Line::from(vec![Span::raw(format!("{sign}{lead}")), span(theme, role, part)])
        } else {
            Line::from(vec![Span::raw(sign), span(theme, role, lead), Span::raw(part)])
        };
        if here { line.style(theme.style(Role::CursorRow)) } else { line }
    };
    parts.into_iter().enumerate().map(line).collect()
}

/// What was just said, where the wizard covers the line that says it.
fn told(app: &App, room: Room) -> Vec<Line<'static>> {
    let covered = app.size.1 <= 24;
    let Some(notice) = app.notice.as_ref().filter(|_| covered) else { return Vec::new() };
    let wide = room.width.saturating_sub(2);
    wrapped(&notice.text, wide)
        .into_iter()
        .take(3)
        .map(|line| Line::from(vec![span(room.theme, Role::Warning, format!(" {line}"))]))
        .collect()
}
