//! Keys, pastes, clicks and sizes into the whole program, on a random small book on a disk in memory: nothing panics,
//! nothing harmful is drawn, the findings are those of a full check, the disk gives the same book back, and undoing
//! everything gives the first one.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use partnerbook::action::Action;
use partnerbook::app::{App, Done, Effect, Importing, Job, Kept, Msg};
use partnerbook::exchange::Context as Told;
use partnerbook::i18n::Lang;
use partnerbook::keymap::{Code, Context, Key, Keymap};
use partnerbook::model::{Day, Model};
use partnerbook::rules::Findings;
use partnerbook::store::{Access, Disk, Drive, Meta, Models, Purpose, StoreError, Taken, open};
use partnerbook::tui::jobs;
use partnerbook::tui::layout::layout;
use partnerbook::tui::theme::Theme;
use ratatui::layout::Rect;

use crate::support::harm::assert_harmless;
use crate::support::memory::Memory;
use crate::support::random::{self, TODAY};
use crate::support::screen;

/// Where nothing can be made by mistake on the machine itself.
const FOLDER: &str = "/proc/partnerbook/main";

/// So many deeds are done at most.
const LONGEST: usize = 300;

/// Text that would do harm.
const HOSTILE: &str =
    "\u{1b}]52;c;ZXZpbA==\u{7}\u{1b}[31m\r\n\t\u{9b}\u{202e}evil\u{2066}\u{200b}\u{feff}e\u{301}\u{301}";

const SIZES: [(u16, u16); 7] = [(120, 36), (80, 24), (60, 20), (40, 10), (33, 8), (1, 1), (250, 70)];

/// Every key that means something somewhere.
static KEYS: LazyLock<Vec<Key>> = LazyLock::new(|| {
    let map = Keymap::standard().unwrap();
    let bindings = Context::ALL.iter().flat_map(|context| map.bindings(*context));
    let mut keys: Vec<Key> = bindings.flat_map(|binding| binding.sequence.0.clone()).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
});

/// Files that can be imported.
static FILES: LazyLock<Vec<PathBuf>> = LazyLock::new(|| {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder =
        here.ancestors().map(|above| above.join("tests/fixtures/partner_center")).find(|f| f.is_dir());
    let entries = std::fs::read_dir(folder.unwrap()).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
});

/// The first byte is the language and how many records there are, of four bytes each; the deeds follow.
pub fn run(data: &[u8]) {
    let Some((first, rest)) = data.split_first() else { return };
    let records = usize::from(first % 32) * 4;
    let (records, deeds) = rest.split_at(records.min(rest.len()));
    let lang = if *first < 128 { Lang::En } else { Lang::Fr };
    let mut session = Session::new(random::model(&random::told(records)), lang);
    let mut deeds = Deeds(deeds);
    for _ in 0..LONGEST {
        let Some(deed) = deeds.next() else { break };
        session.does(deed, &mut deeds);
    }
    session.ends();
}

struct Deeds<'a>(&'a [u8]);

impl Deeds<'_> {
    fn next(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    fn more(&mut self) -> u8 {
        self.next().unwrap_or_default()
    }

    fn place(&mut self) -> usize {
        usize::from(self.more())
    }

    fn text(&mut self) -> String {
        let length = self.place().min(self.0.len());
        let (text, rest) = self.0.split_at(length);
        self.0 = rest;
        String::from_utf8_lossy(text).into_owned()
    }
}

/// The program, its disk, and answers of workers that are on their way.
struct Session {
    app: App,
    first: Models,
    drive: Drive,
    late: VecDeque<Msg>,
    holds: bool,
}

impl Session {
    fn new(model: Model, lang: Lang) -> Self {
        let memory = Memory::new();
        memory.put_folders(Path::new(FOLDER));
        let drive: Drive = Arc::new(memory);
        let first = Models { book: model, ..Models::default() };
        let mut disk = Disk::create(&drive, Path::new(FOLDER)).unwrap();
        let meta = Meta { name: format!("main {HOSTILE}").into(), ..Meta::default() };
        disk.save(&meta, &first, Taken::default(), &mut |_| {}).unwrap();
        drop(disk);
        let opened = open(&drive, Path::new(FOLDER), Purpose::Write, &mut |_| {}).unwrap();
        assert!(opened.models == first, "written and read, it is another book");
        let reading = jobs::reading(Path::new(FOLDER), opened, today());
        let opened = reading.opened(lang);
        let app = App::new(reading.book, opened, lang, Keymap::standard().unwrap());
        let mut session = Self { app, first, drive, late: VecDeque::new(), holds: false };
        session.send(Msg::Resize(120, 36));
        session
    }

    fn does(&mut self, deed: u8, more: &mut Deeds<'_>) {
        match deed {
            230 => self.press(Key::plain(Code::Char(char::from(b' ' + more.more() % 95)))),
            231 => self.send(Msg::Resize(1 + u16::from(more.more()), 1 + u16::from(more.more()) / 3)),
            232 => self.send(Msg::HintsDue),
            233 => self.send(Msg::Paste(more.text())),
            234 => self.send(Msg::Click {
                pane: more.place() % 5,
                line: more.place(),
                double: more.more() > 127,
            }),
            235 => self.send(Msg::Wheel { pane: more.place() % 5, by: more.place().cast_signed() - 128 }),
            236 => self.send(Msg::Run(Action::ALL[more.place() % Action::ALL.len()])),
            237 => self.imports(more.place()),
            238 => self.draws(),
            239 => self.send(Msg::Paste("é\u{301}".repeat(4_000))),
            240 => self.send(Msg::Run(Action::Save)),
            241 => self.holds_back(),
            242 => self.send(Msg::Paste(HOSTILE.to_owned())),
            243 => self.press_strange(more),
            244..=250 => {
                let (columns, rows) = SIZES[usize::from(deed - 244)];
                self.send(Msg::Resize(columns, rows));
            }
            251 => self.send(Msg::Paste("2026-10-01".to_owned())),
            252 => self.send(Msg::Paste("FR".to_owned())),
            253 => self.send(Msg::Paste("is:mine has:problem -\"é\" or seats:>3".to_owned())),
            254 => self.press(Key::plain(Code::Enter)),
            255 => self.press(Key::plain(Code::Esc)),
            key => self.press(KEYS[usize::from(key) % KEYS.len()]),
        }
    }

    fn press(&mut self, key: Key) {
        self.send(Msg::Key(key));
    }

    fn press_strange(&mut self, more: &mut Deeds<'_>) {
        let (held, code) = (more.more(), more.more());
        let code = match code % 4 {
            0 => Code::F(1 + code % 24),
            1 => Code::Char(char::from_u32(u32::from(code) * 257).unwrap_or('x')),
            2 => Code::Insert,
            _ => Code::Char(char::from(b'a' + code % 26)),
        };
        self.press(Key::new(code, held & 1 != 0, held & 2 != 0, held & 4 != 0));
    }

    fn imports(&mut self, n: usize) {
        let path = FILES[n % FILES.len()].clone();
        let model = self.app.book.model();
        let us = model.sellers().next().map(|(_, seller)| seller.tenant);
        let customer = model.customers().values().next().map(|customer| customer.tenant);
        self.app.import(vec![path], Told { us, customer });
        self.send(Msg::HintsDue);
    }

    /// From now on answers of workers come late, or those that are late come now.
    fn holds_back(&mut self) {
        self.holds = !self.holds;
        self.flows();
    }

    fn flows(&mut self) {
        while !self.holds
            && let Some(msg) = self.late.pop_front()
        {
            self.takes(msg);
        }
    }

    fn send(&mut self, msg: Msg) {
        self.takes(msg);
        self.flows();
    }

    fn takes(&mut self, msg: Msg) {
        let effects = self.app.update(msg);
        let (columns, rows) = self.app.size;
        self.app.fit(layout(Rect::new(0, 0, columns, rows), &self.app).heights());
        effects.into_iter().for_each(|effect| self.outside(effect));
    }

    fn outside(&mut self, effect: Effect) {
        match effect {
            Effect::Run(_, job) => self.runs(job),
            Effect::Journal(desk, entries) => {
                desk.queue.lock().unwrap().extend(entries);
                self.runs(Job::Journal(desk));
            }
            _ => {}
        }
    }

    /// Does long work, but never outside the disk in memory.
    fn runs(&mut self, job: Job) {
        let done = match job {
            Job::Open(folder, today) if folder == Path::new(FOLDER) => self.opens(&folder, today),
            Job::Reopen(again) => {
                drop(again.desk);
                match self.opens(&again.folder, again.today) {
                    Done::Opened(reading) => jobs::read_again(*reading, again.theirs),
                    refused => refused,
                }
            }
            Job::Open(folder, _) => Done::NotOpened(StoreError::NoBook { folder }),
            Job::Save(saving) if saving.copy || saving.desk.is_none() => {
                Done::NotSaved(StoreError::Exists { folder: saving.folder })
            }
            Job::Import(importing) => return self.works(Job::Import(known(*importing))),
            job => return self.works(job),
        };
        self.late.push_back(Msg::Done(done));
    }

    fn works(&mut self, job: Job) {
        self.late.extend(screen::told(job));
    }

    fn opens(&self, folder: &Path, today: Day) -> Done {
        match open(&self.drive, folder, Purpose::Write, &mut |_| {}) {
            Ok(opened) => Done::Opened(Box::new(jobs::reading(folder, opened, today))),
            Err(error) => Done::NotOpened(error),
        }
    }

    fn draws(&self) {
        assert_harmless(&screen::drawn(&self.app, Theme::default()), "a screen");
    }

    fn ends(&mut self) {
        self.holds = false;
        self.flows();
        self.draws();
        let book = &mut self.app.book;
        assert!(
            *book.findings() == Findings::of(book.model(), today()),
            "the findings are not those of a full check"
        );
        let now = Models { book: book.model().clone(), baseline: book.baseline().clone() };
        assert!(
            self.app.kept() != Kept::Failed && self.app.kept() != Kept::OnTheWay,
            "{:?}",
            self.app.kept()
        );
        let found = open(&self.drive, Path::new(FOLDER), Purpose::Look, &mut |_| {}).unwrap();
        assert!(
            matches!(found.disk.access(), Access::Look(why) if why.is_empty()),
            "{:?}",
            found.disk.access()
        );
        assert!(found.models == now, "the disk has another book");
        self.undoes();
    }

    fn undoes(&mut self) {
        let book = &mut self.app.book;
        while book.undo().is_ok() {}
        let is_first = (book.model(), book.baseline()) == (&self.first.book, &self.first.baseline);
        assert!(is_first, "undoing everything gives another book");
    }
}

fn today() -> Day {
    TODAY.parse().unwrap()
}

/// Only files of the tests are read, whatever was typed.
fn known(mut importing: Importing) -> Box<Importing> {
    importing.paths.retain(|path| FILES.contains(path));
    Box::new(importing)
}
