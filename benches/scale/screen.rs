//! The four panes: what a key costs, and what a frame costs at two sizes. Long work that a key starts is done in place
//! and told apart.

use crate::measure::{print, timed};
use partnerbook::app::{App, Effect, Mode, Msg, Opened};
use partnerbook::edit::Book;
use partnerbook::i18n::Lang;
use partnerbook::keymap::{Keymap, Sequence};
use partnerbook::tui::draw::draw;
use partnerbook::tui::jobs::{self, Teller};
use partnerbook::tui::layout::layout;
use partnerbook::tui::theme::Theme;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::Rect;
use std::cell::RefCell;
use std::hint::black_box;
use std::time::Duration;

/// All of it.
pub fn all(book: Book) {
    let Ok(keymap) = Keymap::standard() else { return };
    let opened = Opened {
        name: "scale".into(),
        folder: None,
        us: None,
        mode: Mode::Demo,
        desk: None,
        draft: partnerbook::app::Draft::default(),
    };
    let (app, opening) = timed(|| App::new(book, opened, Lang::En, keymap));
    print("open the screen", &[opening]);
    let mut window = Window { app, long: Vec::new() };
    for (columns, rows) in [(120, 36), (250, 70)] {
        window.resize(columns, rows);
        window.keys("4 g g");
        print(&format!("frame at {columns}x{rows}"), &window.frames(columns, rows));
    }
    moving(&mut window);
    narrowing(&mut window);
    print("long work started by keys", &window.long);
    crate::pick::all(&mut window);
}

/// The pickers alone.
pub fn pickers(book: Book) {
    let Ok(keymap) = Keymap::standard() else { return };
    let opened = Opened {
        name: "scale".into(),
        folder: None,
        us: None,
        mode: Mode::Demo,
        desk: None,
        draft: partnerbook::app::Draft::default(),
    };
    let mut window = Window { app: App::new(book, opened, Lang::En, keymap), long: Vec::new() };
    window.resize(120, 36);
    crate::pick::all(&mut window);
}

fn moving(window: &mut Window) {
    window.keys("4 g g");
    print("row down", &window.keys(&"j ".repeat(100)));
    print("last row", &window.keys("G"));
    print("page up", &window.keys(&"PageUp ".repeat(20)));
    print("sort by end date", &window.keys("s e").split_off(1));
    print("sort by name", &window.keys("s n").split_off(1));
    window.keys("3 g g");
    print("choose another customer", &window.keys(&"j ".repeat(20)));
    window.keys("1 g g");
    print("choose another provider", &window.keys(&"j ".repeat(5)));
    print("pin a provider, and back", &window.keys("p p"));
    window.keys("g g");
}

fn narrowing(window: &mut Window) {
    for (what, typed) in [
        ("key in the filter, phrase", "\" a z u r e Space p l a n \""),
        ("key in the filter, term", "n a m e : e x c h a n g e"),
        ("key in the filter, word", "b u s i b a"),
    ] {
        window.keys("4 /");
        print(what, &window.keys(typed));
        window.keys("Ctrl-u Esc");
    }
}

/// A running program, and how long the work took that it gave away.
pub struct Window {
    /// The program.
    pub app: App,
    /// How long each piece of work took that it gave away.
    pub long: Vec<Duration>,
}

impl Window {
    fn resize(&mut self, columns: u16, rows: u16) {
        self.send(Msg::Resize(columns, rows));
        self.app.fit(layout(Rect::new(0, 0, columns, rows), &self.app).heights());
    }

    /// The time of each key.
    pub fn keys(&mut self, keys: &str) -> Vec<Duration> {
        let keys: Sequence = keys.trim().parse().unwrap_or_default();
        keys.0.into_iter().map(|key| self.send(Msg::Key(key))).collect()
    }

    /// How long the program itself took; the long work is done after it.
    fn send(&mut self, msg: Msg) -> Duration {
        let (effects, took) = timed(|| black_box(self.app.update(msg)));
        for effect in effects {
            if let Effect::Run(_, job) = effect {
                let told = Told::default();
                self.long.push(timed(|| jobs::run(job, &told)).1);
                for msg in told.0.into_inner() {
                    self.send(msg);
                }
            }
        }
        took
    }

    fn frames(&self, columns: u16, rows: u16) -> Vec<Duration> {
        let Ok(mut terminal) = Terminal::new(TestBackend::new(columns, rows));
        let mut frame = || terminal.draw(|frame| draw(&self.app, Theme::default(), frame)).is_ok();
        (0..100).map(|_| timed(&mut frame).1).collect()
    }
}

/// Keeps what a job tells.
#[derive(Default)]
struct Told(RefCell<Vec<Msg>>);

impl Teller for Told {
    fn tell(&self, msg: Msg) {
        self.0.borrow_mut().push(msg);
    }

    fn is_cancelled(&self) -> bool {
        false
    }
}
