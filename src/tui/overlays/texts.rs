//! Texts to read and questions to answer: reasons, sheets, prompts, the preview of an import, the first screen.

use super::{Popup, Room, keys, level, plain, rule, span, typed, wrapped};
use crate::action::Action;
use crate::app::{App, CHOICES, Preview, Prompt, Reader, ReaderText, Sheet, Welcome};
use crate::tui::signs;
use crate::tui::theme::Role;
use ratatui::text::{Line, Span};

const READER_KEYS: &[Action] =
    &[Action::RowDown, Action::PageDown, Action::Fixes, Action::CopyList, Action::Leave];
const TEXT_KEYS: &[Action] = &[Action::RowDown, Action::PageDown, Action::Leave, Action::CopyList];
const REFUSED_KEYS: &[Action] =
    &[Action::RowDown, Action::PageDown, Action::Fixes, Action::Insist, Action::CopyList, Action::Leave];
const PROMPT_KEYS: &[Action] = &[Action::Accept, Action::Leave];
const WELCOME_KEYS: &[Action] = &[Action::Accept, Action::Language, Action::Help, Action::Quit];

pub(super) fn reader(app: &App, reader: &Reader, room: Room) -> Popup {
    let wide = room.width.saturating_sub(4);
    let mut body = Vec::new();
    for part in &reader.text {
        match part {
            ReaderText::Heading(text) => {
                if !body.is_empty() {
                    body.push(plain(""));
                }
                body.extend(
                    wrapped(text, wide)
                        .into_iter()
                        .map(|l| Line::from(vec![span(room.theme, Role::TitleFocus, format!(" {l}"))])),
                );
            }
            ReaderText::Plain(text) => {
                body.extend(wrapped(text, wide).into_iter().map(|l| plain(format!("   {l}"))));
            }
            ReaderText::Fact(text) => {
                for (n, line) in wrapped(text, wide.saturating_sub(2)).into_iter().enumerate() {
                    let lead = if n == 0 { "-" } else { " " };
                    body.push(plain(format!("   {lead} {line}")));
                }
            }
            ReaderText::Finding(severity, text) => {
                let (sign, role) = level(*severity);
                for (n, line) in wrapped(text, wide.saturating_sub(1)).into_iter().enumerate() {
                    let sign = if n == 0 { sign } else { "" };
                    body.push(Line::from(vec![
                        span(room.theme, role, format!(" {sign:<3}")),
                        Span::raw(line),
                    ]));
                }
            }
        }
    }
    let height = usize::from(room.height.saturating_sub(2)).max(1);
    let first = reader.offset.min(body.len().saturating_sub(height));
    let below = body.len().saturating_sub(first + height);
    let mut lines: Vec<Line<'static>> = body.into_iter().skip(first).take(height).collect();
    lines.push(rule(room));
    let has = match (&reader.refused, reader.about) {
        (Some(_), _) => REFUSED_KEYS,
        (None, Some(_)) => READER_KEYS,
        (None, None) => TEXT_KEYS,
    };
    lines.push(keys(app, room, has));
    let bottom = if below > 0 { app.lang.overlays().more_below(below) } else { String::new() };
    Popup { title: reader.title.clone(), bottom, lines, cursor: None, width: 88 }
}

pub(super) fn sheet(app: &App, sheet: &Sheet, room: Room) -> Popup {
    let wide = room.width.saturating_sub(3);
    let mut body: Vec<Line<'static>> =
        wrapped(&sheet.title, wide).into_iter().map(|l| plain(format!(" {l}"))).collect();
    let text: Vec<String> = sheet.lines.iter().flat_map(|line| indented(line, wide)).collect();
    if !text.is_empty() {
        body.push(rule(room));
    }
    let height = usize::from(room.height).saturating_sub(body.len() + 3 + sheet.answers.len()).max(1);
    let first = sheet.offset.min(text.len().saturating_sub(height));
    let below = text.len().saturating_sub(first + height);
    body.extend(text.into_iter().skip(first).take(height).map(|l| plain(format!(" {l}"))));
    body.push(rule(room));
    for (letter, words, _) in &sheet.answers {
        body.push(Line::from(vec![
            span(room.theme, Role::Key, format!("  {letter}")),
            Span::raw(format!("  {words}")),
        ]));
    }
    let safe: Vec<String> =
        app.keymap.keys_for(app.context(), Action::SheetSafe).iter().map(ToString::to_string).collect();
    body.push(Line::from(vec![
        span(room.theme, Role::Key, format!("  [{}]", safe.join(", "))),
        Span::raw(format!("  {}", sheet.safe)),
    ]));
    let bottom = if below > 0 { app.lang.overlays().more_below(below) } else { String::new() };
    Popup { title: app.lang.overlays().question.to_owned(), bottom, lines: body, cursor: None, width: 76 }
}

fn indented(line: &str, wide: u16) -> Vec<String> {
    let indent = line.len() - line.trim_start().len();
    let room = wide.saturating_sub(u16::try_from(indent).unwrap_or(0));
    wrapped(line, room).into_iter().map(|part| format!("{}{part}", " ".repeat(indent))).collect()
}

pub(super) fn prompt(app: &App, prompt: &Prompt, room: Room) -> Popup {
    let (line, cursor) = typed(&prompt.line, room.width.saturating_sub(4));
    let mut lines: Vec<Line<'static>> = wrapped(&prompt.title, room.width.saturating_sub(2))
        .into_iter()
        .map(|l| plain(format!(" {l}")))
        .collect();
    let row = u16::try_from(lines.len()).unwrap_or(0);
    lines.push(plain(format!(" > {line}")));
    lines.extend(notice(app, room));
    lines.push(rule(room));
    lines.push(keys(app, room, PROMPT_KEYS));
    Popup { title: String::new(), bottom: String::new(), lines, cursor: Some((cursor + 3, row)), width: 80 }
}

fn notice(app: &App, room: Room) -> Vec<Line<'static>> {
    let text = app.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default();
    if text.is_empty() {
        return Vec::new();
    }
    wrapped(&text, room.width.saturating_sub(2))
        .into_iter()
        .map(|l| Line::from(vec![span(room.theme, Role::Error, format!(" {l}"))]))
        .collect()
}

pub(super) fn preview(app: &App, preview: &Preview, room: Room) -> Popup {
    let words = app.lang.files();
    let wide = room.width.saturating_sub(3);
    let text: Vec<String> = preview.lines.iter().flat_map(|line| indented(line, wide)).collect();
    let height = usize::from(room.height.saturating_sub(3)).max(1);
    let first = preview.offset.min(text.len().saturating_sub(height));
    let below = text.len().saturating_sub(first + height);
    let mut lines: Vec<Line<'static>> =
        text.into_iter().skip(first).take(height).map(|l| plain(format!(" {l}"))).collect();
    lines.push(rule(room));
    let takes = if preview.need().is_some() { words.import_told } else { words.import_apply };
    let key = |action| app.key_of(action).unwrap_or_default();
    let safe = app
        .keymap
        .keys_for(app.context(), Action::SheetSafe)
        .first()
        .map(ToString::to_string)
        .unwrap_or_default();
    lines.push(Line::from(vec![
        span(room.theme, Role::Key, format!(" {}", key(Action::Accept))),
        Span::raw(format!(" {takes}   ")),
        span(room.theme, Role::Key, safe),
        Span::raw(format!(" {}", words.import_leave)),
    ]));
    let bottom = if below > 0 { app.lang.overlays().more_below(below) } else { String::new() };
    Popup { title: words.import_title.to_owned(), bottom, lines, cursor: None, width: 96 }
}

pub(super) fn welcome(app: &App, welcome: &Welcome, room: Room) -> Popup {
    let words = app.lang.files();
    let mut lines: Vec<Line<'static>> = words
        .welcome_text
        .iter()
        .flat_map(|line| wrapped(line, room.width.saturating_sub(2)))
        .map(|line| plain(format!(" {line}")))
        .collect();
    lines.push(rule(room));
    let mut cursor = None;
    for (n, (label, about)) in words.begin.iter().enumerate().take(CHOICES.len()) {
        let here = n == welcome.cursor;
        let sign = if here { signs::CURSOR } else { " " };
        if here {
            cursor = Some((1, u16::try_from(lines.len()).unwrap_or(0)));
        }
        let line = plain(format!(" {sign} {}  {label}", n + 1));
        lines.push(if here { line.style(room.theme.style(Role::CursorRow)) } else { line });
        if !about.is_empty() && room.height > 14 {
            lines.push(plain(format!("      {about}")));
        }
    }
    lines.push(rule(room));
    let folder = crate::model::show(&welcome.folder.to_string_lossy()).into_owned();
    lines.push(plain(format!(" {}  {folder}", words.book_will_be)));
    lines.push(plain(format!(" {}  {}", words.language, words.other_language)));
    lines.push(plain(format!(" {}  {} UTC", words.today, app.book.today())));
    lines.push(rule(room));
    lines.push(keys(app, room, WELCOME_KEYS));
    Popup { title: words.welcome.to_owned(), bottom: String::new(), lines, cursor, width: 88 }
}
