//! Text from anywhere: shown without harm, cut to any room, typed and pasted into a line, made a name of a folder, put on
//! the clipboard.

use partnerbook::action::Action;
use partnerbook::app::Line;
use partnerbook::config::Slug;
use partnerbook::model::show;
use partnerbook::tui::clipboard;
use partnerbook::tui::text::{fit, head, width};

use crate::support::harm::assert_one_harmless_line;

/// What may be done to a line.
const EDITS: [Action; 10] = [
    Action::CursorLeft,
    Action::CursorRight,
    Action::CursorStart,
    Action::CursorEnd,
    Action::DeleteBack,
    Action::DeleteHere,
    Action::DeleteWord,
    Action::DeleteToStart,
    Action::DeleteToEnd,
    Action::CursorLeft,
];

/// Takes the bytes as text, and each byte as an edit of it.
pub fn run(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let shown = show(&text);
    assert_one_harmless_line(&shown, "a text as it is shown");
    assert_eq!(show(&shown), shown, "shown twice, it is another text");
    for room in [0, 1, 2, 7, 40] {
        assert!(width(&fit(&shown, room, "…")) <= room && width(head(&shown, room)) <= room);
    }
    edited(&text, data);
    let slug = Slug::for_name(&text);
    assert_eq!(slug.as_str().parse(), Ok(slug.clone()));
    let sequence = clipboard::sequence(&text, None).unwrap_or_default();
    let inside = sequence.strip_prefix("\u{1b}]52;c;").and_then(|rest| rest.strip_suffix('\u{7}'));
    assert!(
        inside.unwrap_or_default().chars().all(|c| c.is_ascii_graphic()),
        "the clipboard's text gets out"
    );
}

fn edited(text: &str, edits: &[u8]) {
    let mut line = Line::default();
    for edit in edits.iter().take(64) {
        match usize::from(*edit) % 16 {
            0..4 => line.paste(text),
            4 => line.type_char(char::from(*edit)),
            n => drop(line.act(EDITS[n % EDITS.len()])),
        }
        assert_eq!([line.before(), line.after()].concat(), line.text());
    }
}
