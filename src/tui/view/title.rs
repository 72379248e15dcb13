//! The title bar: which book, for which day, how it stands. Gives up words before figures.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::bar::{self, Part};
use crate::action::Action;
use crate::app::{App, Kept, Mode, Task};
use crate::rules::Severity;
use crate::tui::signs;
use crate::tui::theme::{Role, Theme};

/// How many words there are room for, the most first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Wordiness {
    Full,
    Short,
    Bare,
}

/// Draws the title bar.
pub fn draw(app: &App, theme: Theme, area: Rect, buffer: &mut Buffer) {
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let sides = |wordiness| (left(app, theme, wordiness), right(app, theme, wordiness));
    let fits = |(left, right): &(Vec<Part>, Vec<Part>)| bar::width(left) + bar::width(right) < area.width;
    let all = [Wordiness::Full, Wordiness::Short, Wordiness::Bare].map(sides);
    let Some((left, right)) = all.iter().find(|sides| fits(sides)).or(all.last()) else { return };
    bar::draw(left, theme, area, buffer);
    bar::draw_right(right, area, buffer);
}

fn left(app: &App, theme: Theme, wordiness: Wordiness) -> Vec<Part> {
    let words = app.lang.window();
    let text = theme.style(Role::Text);
    let dirty = if app.is_dirty() { "*" } else { "" };
    let mut parts = vec![Part::new(format!("{}{dirty}", app.opened.name), theme.style(Role::Bar))];
    if wordiness == Wordiness::Full {
        parts.insert(0, Part::new("Partnerbook  ", theme.style(Role::Bar)));
    }
    match &app.opened.mode {
        Mode::Normal => {}
        Mode::Demo => parts.push(Part::new(format!("  {}", words.demo), text)),
        Mode::ReadOnly(_) => {
            parts.push(Part::new(format!("  {}", words.read_only), theme.style(Role::Warning)));
        }
    }
    if let Some(when) = app.looked_at_words() {
        parts.insert(0, Part::new(format!("{when}  "), theme.style(Role::Warning)));
    }
    parts.extend(kept(app, theme, wordiness));
    let day = app.book.today();
    match wordiness {
        Wordiness::Full => parts.push(Part::new(format!("  {}", (words.today)(day)), text)),
        Wordiness::Short => parts.push(Part::new(format!("  {day}"), text)),
        Wordiness::Bare => {}
    }
    parts.extend(app.running.iter().map(|task| Part::new(format!("  {}", running(app, *task)), text)));
    parts
}

/// How safe the steps are that are not saved, in a word.
pub fn kept_words(app: &App) -> Option<(&'static str, Role)> {
    let words = app.lang.window();
    match app.kept() {
        Kept::Nothing => None,
        Kept::Failed => Some((words.not_saved, Role::Error)),
        Kept::Copy => Some((words.copy_kept, Role::Warning)),
        Kept::Draft => Some((words.draft_kept, Role::Text)),
        Kept::OnTheWay => Some((words.draft_on_the_way, Role::Text)),
    }
}

/// The same, where room is scarce. That they are not safe is said however little room there is.
fn kept(app: &App, theme: Theme, wordiness: Wordiness) -> Option<Part> {
    let words = app.lang.window();
    let (word, role) = match app.kept() {
        Kept::Nothing => return None,
        Kept::Failed => (words.not_saved, Role::Error),
        Kept::Copy => (words.copy_kept, Role::Warning),
        _ if wordiness == Wordiness::Bare => return None,
        Kept::Draft => (words.draft_kept, Role::Text),
        Kept::OnTheWay => (words.draft_on_the_way, Role::Text),
    };
    Some(Part::new(format!("  {word}"), theme.style(role)))
}

/// A word for long work, with its share once it is known.
fn running(app: &App, (task, done, of): (Task, usize, usize)) -> String {
    let words = app.lang.window();
    let word = match task {
        Task::Save | Task::Journal | Task::Forms => words.saving,
        Task::Open => words.opening,
        Task::Import => words.importing,
        Task::Check | Task::Transfer | Task::Judge | Task::Bulk => words.checking,
        Task::Order => words.sorting,
        Task::Agenda => words.gathering,
        Task::History | Task::Moment | Task::Undo => app.lang.looking().reading,
    };
    if of == 0 { word.to_owned() } else { format!("{word} {done}/{of}") }
}

fn right(app: &App, theme: Theme, wordiness: Wordiness) -> Vec<Part> {
    let words = app.lang.window();
    let findings = app.book.findings();
    let errors = findings.count(Severity::Integrity) + findings.count(Severity::Error);
    let mut parts = counted(errors, signs::ERROR, theme.style(Role::Error));
    parts.extend(counted(findings.count(Severity::Warning), signs::WARNING, theme.style(Role::Warning)));
    let planned = app.book.planned();
    if planned > 0 {
        let text = match wordiness {
            Wordiness::Full | Wordiness::Short => (words.changes)(planned),
            Wordiness::Bare => format!("{}{planned}", signs::CHANGED),
        };
        parts.push(Part::new(format!("  {text}"), theme.style(Role::Changed)));
    }
    let help = app.hints_for(&[Action::Help]);
    parts.extend(help.iter().flat_map(|hint| {
        let word = if wordiness == Wordiness::Bare { String::new() } else { format!(" {}", hint.label) };
        [
            Part::new(format!("  {}", hint.key), theme.style(Role::Key)),
            Part::new(word, theme.style(Role::Text)),
        ]
    }));
    parts
}

fn counted(count: usize, sign: &str, style: ratatui::style::Style) -> Vec<Part> {
    if count == 0 { Vec::new() } else { vec![Part::new(format!(" {count}{sign}"), style)] }
}
