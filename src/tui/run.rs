//! The program on the terminal: what the user does becomes messages, what the program asks for is done.

use std::io;
use std::path::PathBuf;
use std::sync::PoisonError;
use std::time::Duration;

use ratatui::Frame;
use ratatui::layout::{Position, Rect};

use super::draw::draw;
use super::frames::Letters;
use super::input::{self, Deed, Event};
use super::jobs::{self, Teller};
use super::layout::{Screen, layout};
use super::planted::{self, Place};
use super::runtime::{Command, JobId, Program, Worker};
use super::session::{self, Outcome, Setup};
use super::terminal::{self, Mouse};
use super::theme::Theme;
use super::view::hints;
use super::view::pane::heading_at;
use crate::action::Action;
use crate::app::{App, Desk, Effect, Field, Job, Mode, Msg, Sort, Task};
use crate::model::{Moment, now_by_clock};
use crate::store::Entry;

/// How long a begun sequence of keys waits before what can follow is shown.
const HINTS_AFTER: Duration = Duration::from_millis(300);

/// How many lines the wheel scrolls.
const WHEEL_LINES: isize = 3;

/// How the program looks and what it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Options {
    /// Colours and characters.
    pub theme: Theme,
    /// Who has the mouse.
    pub mouse: Mouse,
    /// Which characters the terminal understands.
    pub letters: Letters,
    /// What tells the time.
    pub clock: Clock,
}

/// What tells the time of each edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Clock {
    /// The clock of the machine.
    #[default]
    Machine,
    /// Nothing does: it is always this moment, for tests.
    Stopped(Moment),
}

impl Clock {
    /// This moment.
    pub fn now(self) -> Moment {
        match self {
            Self::Machine => now_by_clock(),
            Self::Stopped(moment) => moment,
        }
    }
}

/// How the program ended, and what stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// How it ended.
    pub outcome: Outcome,
    /// The folder that has the steps; nothing for a book that is never written.
    pub folder: Option<PathBuf>,
}

/// Runs the program until the user ends it.
///
/// # Errors
/// When there is no terminal, or it fails; it is left as it was found.
pub fn run(app: App, options: Options) -> io::Result<Ended> {
    let mut driver = Driver { app, theme: options.theme, clock: options.clock };
    let (columns, rows) = terminal::size()?;
    drop(driver.update(Message::App(Msg::Resize(columns, rows))));
    let setup = Setup { mouse: options.mouse, palette: options.theme.palette, letters: options.letters };
    let outcome = session::run(&mut driver, setup, Message::Event)?;
    let opened = driver.app.opened;
    Ok(Ended { outcome, folder: opened.folder.filter(|_| opened.mode == Mode::Normal) })
}

/// What reaches the program: from the terminal, or from its own workers and wake-ups.
enum Message {
    Event(Event),
    App(Msg),
}

struct Driver {
    app: App,
    theme: Theme,
    clock: Clock,
}

impl Program for Driver {
    type Msg = Message;

    fn update(&mut self, message: Message) -> Vec<Command<Message>> {
        planted::at(Place::Update);
        // A window that was smaller for a moment has cut off what was drawn, even when its size is the old one again.
        let is_resized = matches!(message, Message::Event(Event::Resize(..)));
        let messages = match message {
            Message::App(msg) => vec![msg],
            Message::Event(event) => self.messages(event),
        };
        self.app.now = self.clock.now();
        let effects: Vec<Effect> = messages.into_iter().flat_map(|msg| self.app.update(msg)).collect();
        self.app.fit(self.screen().heights());
        let effects = effects.into_iter().chain(is_resized.then_some(Effect::Redraw));
        effects.map(command).collect()
    }

    fn draw(&self, frame: &mut Frame<'_>) {
        draw(&self.app, self.theme, frame);
        planted::at(Place::Draw);
    }
}

impl Driver {
    fn screen(&self) -> Screen {
        let (columns, rows) = self.app.size;
        layout(Rect::new(0, 0, columns, rows), &self.app)
    }

    fn messages(&self, event: Event) -> Vec<Msg> {
        match event {
            Event::Key(key) => vec![Msg::Key(key)],
            Event::Paste(text) => vec![Msg::Paste(text)],
            Event::Resize(columns, rows) => vec![Msg::Resize(columns, rows)],
            Event::Mouse(mouse) => clicked(&self.app, &self.screen(), mouse),
            Event::Focus(_) => Vec::new(),
        }
    }
}

/// What the mouse means at a place of the main view. Nothing is reached by the mouse alone, and what lies on top of
/// the panes is not clicked through.
fn clicked(app: &App, screen: &Screen, mouse: input::Mouse) -> Vec<Msg> {
    if !app.overlays.is_empty() {
        return Vec::new();
    }
    let at = Position { x: mouse.column, y: mouse.row };
    let pane = screen.pane_at(at.x, at.y);
    let click =
        |double| pane.map(|(pane, line)| Msg::Click { pane, line: line.unwrap_or(usize::MAX), double });
    let wheel = |by| pane.map(|(pane, _)| Msg::Wheel { pane, by }).into_iter().collect();
    match mouse.deed {
        Deed::Click => {
            match heading_at(app, screen, at).and_then(|(pane, field)| sort_by(app, pane, field)) {
                Some(action) => on_row(click(false), action),
                None => click(false).or_else(|| hint_at(app, screen, at)).into_iter().collect(),
            }
        }
        Deed::DoubleClick => click(true).into_iter().collect(),
        Deed::CtrlClick => on_row(click(false), Action::Mark),
        Deed::RightClick => on_row(click(false), Action::Palette),
        Deed::ScrollUp => wheel(-WHEEL_LINES),
        Deed::ScrollDown => wheel(WHEEL_LINES),
        Deed::Drag | Deed::Release => Vec::new(),
    }
}

/// First the row, then what is done with it.
fn on_row(click: Option<Msg>, action: Action) -> Vec<Msg> {
    click.into_iter().flat_map(|click| [click, Msg::Run(action)]).collect()
}

/// The action that sorts by a column; a second click turns the order round.
fn sort_by(app: &App, pane: usize, field: Field) -> Option<Action> {
    let (sort, action) = match field {
        Field::Name => (Sort::Name, Action::SortName),
        Field::State => (Sort::State, Action::SortState),
        Field::Ends => (Sort::End, Action::SortEnd),
        Field::Country => (Sort::Country, Action::SortCountry),
        Field::Count | Field::Quantity | Field::Channel | Field::Renews => return None,
    };
    let is_sorted = app.panes[pane].sort == [sort];
    Some(if is_sorted { Action::SortReverse } else { action })
}

fn hint_at(app: &App, screen: &Screen, at: Position) -> Option<Msg> {
    let places = hints::places(app.hints(), screen.hints);
    let place = places.into_iter().find(|place| place.area.contains(at))?;
    Some(Msg::Run(place.hint.action))
}

fn command(effect: Effect) -> Command<Message> {
    match effect {
        Effect::Run(task, job) => {
            let work = Box::new(move |worker: &Worker<Message>| jobs::run(job, &Telling(worker)));
            match task {
                // Half of a book on disk would be worse than the old or the new one.
                Task::Save | Task::Journal | Task::Forms => Command::RunToEnd(id(task), work),
                Task::Open
                | Task::Import
                | Task::Check
                | Task::Order
                | Task::Agenda
                | Task::History
                | Task::Moment
                | Task::Undo
                | Task::Transfer
                | Task::Judge
                | Task::Bulk => Command::Run(id(task), work),
            }
        }
        Effect::Journal(desk, entries) => {
            wait_in_line(&desk, entries);
            let work =
                Box::new(move |worker: &Worker<Message>| jobs::run(Job::Journal(desk), &Telling(worker)));
            // Whoever leaves right after an edit waits until the disk has it.
            Command::RunToEnd(id(Task::Journal), work)
        }
        Effect::Cancel(task) => Command::Cancel(id(task)),
        Effect::Copy(text) => Command::Copy(text),
        Effect::WakeForHints => Command::Wake(HINTS_AFTER, Message::App(Msg::HintsDue)),
        Effect::Suspend => Command::Stop,
        Effect::Redraw => Command::Redraw,
        Effect::Quit => Command::Quit,
    }
}

/// Puts entries behind those that wait: threads may overtake each other, the line keeps the order.
fn wait_in_line(desk: &Desk, entries: Vec<Entry>) {
    desk.queue.lock().unwrap_or_else(PoisonError::into_inner).extend(entries);
}

fn id(task: Task) -> JobId {
    JobId(match task {
        Task::Save => 0,
        Task::Open => 1,
        Task::Import => 2,
        Task::Check => 3,
        Task::Order => 4,
        Task::Agenda => 5,
        Task::Transfer => 6,
        Task::Judge => 7,
        Task::Bulk => 8,
        Task::Journal => 9,
        Task::Forms => 10,
        Task::History => 11,
        Task::Moment => 12,
        Task::Undo => 13,
    })
}

struct Telling<'a>(&'a Worker<Message>);

impl Teller for Telling<'_> {
    fn tell(&self, msg: Msg) {
        self.0.tell(Message::App(msg));
    }

    fn is_cancelled(&self) -> bool {
        self.0.is_cancelled()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Draft, Opened};
    use crate::edit::Book;
    use crate::i18n::Lang;
    use crate::keymap::Keymap;

    fn driver() -> Driver {
        let book = Book::new(crate::demo::small(crate::demo::SEED), crate::demo::day());
        let opened = Opened {
            name: "main".to_owned(),
            folder: None,
            us: None,
            mode: Mode::Demo,
            desk: None,
            draft: Draft::default(),
        };
        let app = App::new(book, opened, Lang::En, Keymap::standard().unwrap());
        let mut driver = Driver { app, theme: Theme::default(), clock: Clock::default() };
        driver.update(Message::Event(Event::Resize(120, 36)));
        driver
    }

    fn mouse(driver: &mut Driver, deed: Deed, column: u16, row: u16) {
        driver.update(Message::Event(Event::Mouse(input::Mouse { deed, column, row })));
    }

    #[test]
    fn the_layout_says_how_many_lines_a_page_has() {
        assert_eq!(driver().app.panes[2].height, 19);
    }

    #[test]
    fn a_click_focuses_and_moves_the_cursor() {
        let mut driver = driver();
        mouse(&mut driver, Deed::Click, 60, 5);
        assert_eq!((driver.app.focused(), driver.app.pane().cursor), (2, 3));
        mouse(&mut driver, Deed::CtrlClick, 60, 6);
        assert_eq!(driver.app.pane().marks.len(), 1);
    }

    #[test]
    fn the_wheel_scrolls_what_is_under_it_and_leaves_the_focus() {
        let mut driver = driver();
        mouse(&mut driver, Deed::ScrollDown, 60, 5);
        assert_eq!((driver.app.focused(), driver.app.panes[2].offset), (0, 3));
    }

    #[test]
    fn a_heading_sorts_and_sorts_the_other_way() {
        let mut driver = driver();
        let screen = driver.screen();
        let row = screen.rows(3).y - 1;
        let name = (0..120).find(|x| {
            let at = Position { x: *x, y: row };
            heading_at(&driver.app, &screen, at).is_some_and(|(_, field)| field == Field::Name)
        });
        mouse(&mut driver, Deed::Click, name.unwrap(), row);
        assert_eq!((driver.app.focused(), &driver.app.pane().sort), (3, &vec![Sort::Name]));
        assert!(!driver.app.pane().reverse);
        mouse(&mut driver, Deed::Click, name.unwrap(), row);
        assert!(driver.app.pane().reverse);
    }

    #[test]
    fn a_hint_can_be_clicked() {
        let mut driver = driver();
        let hint = hints::places(driver.app.hints(), driver.screen().hints).into_iter();
        let filter = hint.clone().find(|place| place.hint.action == Action::Filter).unwrap().area;
        mouse(&mut driver, Deed::Click, filter.x, filter.y);
        assert_eq!(driver.app.overlays.len(), 1);
    }

    #[test]
    fn a_prefix_key_asks_to_be_woken() {
        let key = "r".parse().map_err(|_| ()).unwrap();
        let commands = driver().update(Message::Event(Event::Key(key)));
        assert!(matches!(commands[..], [Command::Wake(HINTS_AFTER, Message::App(Msg::HintsDue))]));
    }
}
