//! What the lists over the whole screen have in common: a title with the line that narrows them, the list, the keys.

use super::{Room, keys, plain, typed, wrapped};
use crate::action::Action;
use crate::app::{App, Browse};
use crate::tui::theme::Theme;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Clear, Widget};

/// The keys while the list is narrowed.
const TYPING: &[Action] = &[Action::Accept, Action::Leave];

/// The lines of a list over the whole screen.
pub(super) struct Areas {
    /// The title.
    pub(super) top: Rect,
    /// The list.
    pub(super) body: Rect,
    /// What was said last, or the keys.
    pub(super) foot: Rect,
}

/// Clears the screen and divides it; nothing where there is no room for a list.
pub(super) fn areas(area: Rect, frame: &mut Frame<'_>) -> Option<Areas> {
    frame.render_widget(Clear, area);
    (area.height >= 4).then(|| Areas {
        top: Rect { height: 1, ..area },
        body: Rect { y: area.y + 1, height: area.height - 2, ..area },
        foot: Rect { y: area.bottom() - 1, height: 1, ..area },
    })
}

/// The title, and behind it what is typed to narrow the list; says where the cursor of the typed line stands.
pub(super) fn title(
    title: &Line<'_>,
    browse: &Browse,
    area: Rect,
    frame: &mut Frame<'_>,
) -> Option<Position> {
    let used = u16::try_from(title.width()).unwrap_or(area.width).min(area.width);
    title.render(area, frame.buffer_mut());
    if !browse.typing && browse.filter.is_empty() {
        return None;
    }
    let rest = Rect { x: area.x + used, width: area.width - used, ..area };
    let (text, at) = typed(&browse.filter, rest.width.saturating_sub(6));
    plain(format!("   / {text}")).render(rest, frame.buffer_mut());
    browse.typing.then(|| Position { x: (rest.x + 5 + at).min(area.right() - 1), y: area.y })
}

/// What was said last; else the keys, when they are those of this list and not of something over it.
pub(super) fn foot(
    app: &App,
    theme: Theme,
    of_list: Option<(&Browse, &'static [Action])>,
    area: Rect,
    frame: &mut Frame<'_>,
) {
    let line = match (&app.notice, of_list) {
        (Some(notice), _) => plain(format!(" {}", notice.text)),
        (None, Some((browse, actions))) => {
            let actions = if browse.typing { TYPING } else { actions };
            keys(app, Room { theme, width: area.width, height: 1 }, actions)
        }
        (None, None) => plain(""),
    };
    frame.buffer_mut().set_line(area.x, area.y, &line, area.width);
}

/// Why nothing is listed.
pub(super) fn nothing(text: &str, body: Rect, frame: &mut Frame<'_>) {
    for (line, y) in wrapped(text, body.width.saturating_sub(2)).into_iter().zip(body.top()..body.bottom()) {
        frame.buffer_mut().set_line(body.x + 1, y, &plain(line), body.width - 1);
    }
}
