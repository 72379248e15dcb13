//! The whole program but the terminal: keys as text in, the screen as text out. Long work is done in place.

use std::cell::RefCell;

use partnerbook::app::{App, Effect, Job, Mode, Msg, Opened};
use partnerbook::demo;
use partnerbook::edit::Book;
use partnerbook::i18n::Lang;
use partnerbook::keymap::{Code, Key, Keymap, Sequence};
use partnerbook::rules::Findings;
use partnerbook::tui::draw::draw;
use partnerbook::tui::jobs::{self, Teller};
use partnerbook::tui::layout::layout;
use partnerbook::tui::theme::Theme;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// A running program and its window.
pub struct Window {
    pub app: App,
    /// What the program asked to be done outside and no job did: copies, quitting.
    pub outside: Vec<Effect>,
    pub theme: Theme,
    /// What becomes of work that writes.
    pub disk: Writing,
}

/// What becomes of work that writes to the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// It is done.
    Done,
    /// It is dropped: for keys that nobody has chosen, and for folders that are only a name.
    Dropped,
}

/// The invented book, the same in every test.
pub fn demo_book() -> Book {
    let model = demo::small(demo::SEED);
    let findings = Findings::of(&model, demo::day());
    let portal = demo::portal(&model);
    Book::with_findings(model, portal, findings, demo::day()).dated(Some(demo::day()))
}

impl Window {
    /// The demo book in a window of so many columns and rows.
    pub fn demo(lang: Lang, columns: u16, rows: u16) -> Self {
        let opened = Opened {
            name: "main".to_owned(),
            folder: None,
            us: None,
            mode: Mode::Demo,
            desk: None,
            draft: partnerbook::app::Draft::default(),
        };
        Self::of(demo_book(), opened, lang, columns, rows)
    }

    /// Any book.
    pub fn of(book: Book, opened: Opened, lang: Lang, columns: u16, rows: u16) -> Self {
        let app = App::new(book, opened, lang, Keymap::standard().unwrap());
        let mut window = Self { app, outside: Vec::new(), theme: Theme::default(), disk: Writing::Done };
        window.send(Msg::Resize(columns, rows));
        window
    }

    /// The same window, with no disk behind it: its folder is only a name.
    pub fn without_disk(mut self) -> Self {
        self.disk = Writing::Dropped;
        self
    }

    /// Presses one key.
    pub fn press(&mut self, key: Key) {
        self.send(Msg::Key(key));
    }

    /// Presses keys, written as in a keymap with spaces between them: `"j j Enter Ctrl-s"`.
    pub fn keys(&mut self, keys: &str) -> &mut Self {
        let Sequence(keys) = keys.parse().unwrap_or_else(|_| panic!("no keys: {keys}"));
        keys.into_iter().for_each(|key| self.send(Msg::Key(key)));
        self
    }

    /// Types a text, key by key.
    pub fn types(&mut self, text: &str) -> &mut Self {
        text.chars().for_each(|typed| self.send(Msg::Key(Key::plain(Code::Char(typed)))));
        self
    }

    /// Pastes a text.
    pub fn pastes(&mut self, text: &str) -> &mut Self {
        self.send(Msg::Paste(text.to_owned()));
        self
    }

    /// Lets the time pass after which the keys that go on are shown.
    pub fn waits(&mut self) -> &mut Self {
        self.send(Msg::HintsDue);
        self
    }

    /// Changes the size of the window.
    pub fn resizes(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.send(Msg::Resize(columns, rows));
        self
    }

    fn send(&mut self, msg: Msg) {
        let mut waiting = vec![msg];
        while let Some(msg) = waiting.pop() {
            let effects = self.app.update(msg);
            let (columns, rows) = self.app.size;
            self.app.fit(layout(Rect::new(0, 0, columns, rows), &self.app).heights());
            for effect in effects {
                match effect {
                    Effect::Run(_, Job::Save(_)) if self.disk == Writing::Dropped => {}
                    Effect::Run(_, job) => waiting.extend(done(job)),
                    other => self.outside.push(other),
                }
            }
        }
    }

    /// The screen as lines of text, spaces at their ends left out.
    pub fn text(&self) -> String {
        drawn(&self.app, self.theme)
    }
}

/// The screen of a program as lines of text, spaces at their ends left out.
pub fn drawn(app: &App, theme: Theme) -> String {
    let (columns, rows) = app.size;
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
    terminal.draw(|frame| draw(app, theme, frame)).unwrap();
    text(terminal.backend().buffer())
}

fn text(buffer: &Buffer) -> String {
    (0..buffer.area.height).map(|y| line(buffer, y).trim_end().to_owned() + "\n").collect()
}

/// A wide character stands for the two cells it takes.
fn line(buffer: &Buffer, y: u16) -> String {
    let (mut words, mut x) = (String::new(), 0);
    while x < buffer.area.width {
        let symbol = buffer[(x, y)].symbol();
        words.push_str(symbol);
        x += u16::try_from(symbol.width()).unwrap().max(1);
    }
    words
}

/// Keeps what a job tells.
struct Kept(RefCell<Vec<Msg>>);

impl Teller for Kept {
    fn tell(&self, msg: Msg) {
        self.0.borrow_mut().push(msg);
    }

    fn is_cancelled(&self) -> bool {
        false
    }
}

fn done(job: Job) -> Vec<Msg> {
    let mut told = told(job);
    told.reverse();
    told
}

/// Does long work in place; what it tells, in order.
pub fn told(job: Job) -> Vec<Msg> {
    let kept = Kept(RefCell::default());
    jobs::run(job, &kept);
    kept.0.into_inner()
}
