//! Who may do what for a customer: every line is a record to go to, and the whole is an answer to copy.

use super::App;
use super::notice::Notice;
use super::overlay::{Overlay, Turn};
use super::reader::Reader;
use super::{Detail, Form};
use crate::action::Action;
use crate::edit::Book;
use crate::i18n::Lang;
use crate::i18n::who::QUESTIONS;
use crate::model::{Key, TableName, TenantId};
use crate::rules::{Finding, Severity};
use crate::survey::who::{Right, Who, customer_of};

/// What stands on a line of the view. Answers are told by their place among those of the survey.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhoLine {
    /// The heading of a question, by its number.
    Question(usize),
    /// A question that nobody answers to.
    Nobody(usize),
    /// Who may administer.
    Right(usize),
    /// Who opens service requests: the right that lets it.
    Ticket(usize),
    /// Who buys.
    Sale(usize),
    /// Who supports a subscription.
    Support(usize),
}

/// The view of one customer.
#[derive(Clone, Debug)]
pub struct WhoView {
    /// The answer.
    pub who: Who,
    /// The lines.
    pub lines: Vec<WhoLine>,
    /// The line of the cursor: never a heading.
    pub cursor: usize,
    stamp: u64,
}

impl WhoView {
    /// The answer for a customer.
    pub fn new(book: &Book, customer: TenantId) -> Self {
        let who = Who::of(book.model(), book.today(), customer);
        let lines = lines(&who);
        let mut view = Self { who, lines, cursor: 0, stamp: book.history().position() };
        view.go(0, 1);
        view
    }

    /// The line under the cursor.
    pub fn here(&self) -> Option<WhoLine> {
        self.lines.get(self.cursor).copied()
    }

    /// The first line on screen, so that the cursor is among `height` lines.
    pub fn window(&self, height: usize) -> usize {
        (self.cursor + 1).saturating_sub(height.max(1))
    }

    /// The cells of a line, safe to show: who or what, what it may or who does it, why or until when.
    pub fn cells(&self, book: &Book, lang: Lang, line: WhoLine) -> Vec<String> {
        let words = lang.who();
        let name = |key: Key| book.model().name(key).show().into_owned();
        match line {
            WhoLine::Question(n) => vec![words.question(n).to_owned()],
            WhoLine::Nobody(n) => vec![words.nobody(n).to_owned()],
            WhoLine::Right(n) => self.right(n, |right| right_cells(book, lang, right)),
            WhoLine::Ticket(n) => self.right(n, |right| {
                vec![lang.partner_or_unknown(book.model(), right.partner), words.power(&right.power)]
            }),
            WhoLine::Sale(n) => self.who.sales.get(n).map_or_else(Vec::new, |sale| {
                let through = sale.through.map(|id| words.through(&name(Key::Partner(id))));
                let count = lang.records(TableName::Subscription, sale.subscriptions);
                let hindrance = sale.hindrance.map(|h| words.hindrance(h).to_owned());
                vec![name(Key::Partner(sale.seller)), through.unwrap_or_default(), hindrance.unwrap_or(count)]
            }),
            WhoLine::Support(n) => self.who.supports.get(n).map_or_else(Vec::new, |support| {
                let by = support.by.map(|id| name(Key::Partner(id)));
                let by = by.unwrap_or_else(|| lang.screen().nobody.to_owned());
                vec![name(Key::Subscription(support.subscription)), by, words.how(support.how).to_owned()]
            }),
        }
    }

    fn right<T: Default>(&self, n: usize, tell: impl FnOnce(&Right) -> T) -> T {
        self.who.rights.get(n).map(tell).unwrap_or_default()
    }

    /// A line in full, safe to show: what its cells leave out too.
    pub fn full(&self, book: &Book, lang: Lang, line: WhoLine) -> String {
        match line {
            WhoLine::Right(n) => self.right(n, |right| lang.right(book.model(), right)),
            WhoLine::Question(_)
            | WhoLine::Nobody(_)
            | WhoLine::Ticket(_)
            | WhoLine::Sale(_)
            | WhoLine::Support(_) => {
                let cells = self.cells(book, lang, line);
                cells.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
            }
        }
    }

    /// The record that a line comes from: what is planned of it is planned of the line.
    pub fn because(&self, line: WhoLine) -> Option<Key> {
        match line {
            WhoLine::Question(_) | WhoLine::Nobody(_) => None,
            WhoLine::Right(n) | WhoLine::Ticket(n) => self.who.rights.get(n).map(|right| right.because),
            WhoLine::Sale(n) => self.who.sales.get(n).map(|sale| sale.because),
            WhoLine::Support(n) => self.who.supports.get(n).map(|s| Key::Subscription(s.subscription)),
        }
    }

    /// The record that a line goes to.
    pub fn goes(&self, book: &Book, line: WhoLine) -> Option<Key> {
        let key = match line {
            WhoLine::Question(_) | WhoLine::Nobody(_) => None,
            WhoLine::Right(n) | WhoLine::Ticket(n) => self.who.rights.get(n)?.partner.map(Key::Partner),
            WhoLine::Sale(n) => self.who.sales.get(n).map(|sale| Key::Partner(sale.seller)),
            WhoLine::Support(n) => self.who.supports.get(n).map(|s| Key::Subscription(s.subscription)),
        };
        key.filter(|key| book.model().contains(*key))
    }

    /// The findings that concern a line, the gravest first.
    pub fn findings(&self, book: &Book, line: WhoLine) -> Vec<Finding> {
        let mut found = self.because(line).map(|key| book.findings_around(key)).unwrap_or_default();
        found.sort_unstable();
        found
    }

    /// How grave the gravest finding on a line is. What is left over is a warning in itself.
    pub fn worst(&self, book: &Book, line: WhoLine) -> Option<Severity> {
        let left = match line {
            WhoLine::Right(n) => self.right(n, |right| right.left.map(|_| Severity::Warning)),
            _ => None,
        };
        self.because(line).and_then(|key| book.worst_around(key)).into_iter().chain(left).min()
    }

    fn go(&mut self, line: usize, way: isize) {
        let last = self.lines.len().saturating_sub(1);
        let mut at = line.min(last);
        while matches!(self.lines.get(at), Some(WhoLine::Question(_))) {
            let next = at.saturating_add_signed(if at == 0 { 1 } else { way });
            if next > last {
                break;
            }
            at = next;
        }
        self.cursor = at;
    }

    fn step(&mut self, by: isize) {
        self.go(self.cursor.saturating_add_signed(by), by.signum());
    }

    pub(super) fn follow(&mut self, book: &Book) {
        if self.stamp != book.history().position() {
            let cursor = self.cursor;
            *self = Self::new(book, self.who.customer);
            self.go(cursor, -1);
        }
    }

    pub(super) fn act(&mut self, app: &mut App, action: Action) -> Turn {
        if app.book.model().customer(self.who.customer).is_none() {
            return Turn::Close;
        }
        self.follow(&app.book);
        match action {
            Action::RowDown => self.step(1),
            Action::RowUp => self.step(-1),
            Action::PageDown | Action::HalfDown => self.step(10),
            Action::PageUp | Action::HalfUp => self.step(-10),
            Action::FirstRow => self.go(0, 1),
            Action::LastRow => self.go(usize::MAX, -1),
            Action::NextSection => self.turn_section(1),
            Action::PreviousSection => self.turn_section(QUESTIONS - 1),
            Action::Open => return self.open(app),
            Action::Tree => return app.tree_of(self.customer()),
            Action::Why => return self.why(app),
            Action::Fixes => return self.fixes(app),
            Action::Edit => return self.edit(app),
            Action::CopyRow => self.copy(app),
            Action::CopyId | Action::CopyName | Action::CopyJson | Action::CopyRon | Action::CopyMarkdown => {
                app.copy(action, &[self.customer()]);
            }
            Action::Undo | Action::Redo => {
                app.act(action);
                self.follow(&app.book);
            }
            Action::Save => app.save(),
            Action::Help | Action::Palette => return app.help_over(action),
            Action::GoMain => return Turn::Main,
            Action::Who | Action::Back | Action::StepBack | Action::Quit | Action::Cancel => {
                return Turn::Close;
            }
            Action::QuitAll => app.quit(),
            _ if App::relates(action).is_some() => app.relate_on(self.customer(), action),
            _ => app.off_here(action),
        }
        Turn::Stay
    }

    fn customer(&self) -> Key {
        Key::Customer(self.who.customer)
    }

    /// Goes to the first line of the question so many further, round the end.
    fn turn_section(&mut self, by: usize) {
        let asked = |line: &WhoLine| matches!(line, WhoLine::Question(_));
        let now = self.lines[..self.cursor].iter().filter(|line| asked(line)).count().saturating_sub(1);
        let wanted = WhoLine::Question((now + by) % QUESTIONS);
        if let Some(at) = self.lines.iter().position(|line| *line == wanted) {
            self.go(at + 1, 1);
        }
    }

    fn open(&self, app: &App) -> Turn {
        match self.here().and_then(|line| self.goes(&app.book, line)) {
            Some(key) => Turn::Over(Box::new(Overlay::Detail(Detail::new(app, key)))),
            None => Turn::Stay,
        }
    }

    fn why(&self, app: &mut App) -> Turn {
        let found = self.here().map(|line| self.findings(&app.book, line)).unwrap_or_default();
        if found.is_empty() {
            app.say(Notice::done(app.lang.overlays().no_problem, &[]));
            return Turn::Stay;
        }
        Turn::Over(Box::new(Overlay::Reader(Reader::findings(app, &found))))
    }

    fn fixes(&self, app: &mut App) -> Turn {
        match self.here().and_then(|line| self.because(line)) {
            Some(key) => app.fixes_of(key),
            None => Turn::Stay,
        }
    }

    fn edit(&self, app: &mut App) -> Turn {
        let form = self.here().and_then(|line| self.because(line)).and_then(|key| Form::edit(app, key, None));
        form.map_or(Turn::Stay, |form| Turn::Over(Box::new(Overlay::Form(Box::new(form)))))
    }

    fn copy(&self, app: &mut App) {
        let text = app.lang.who_answer(app.book.model(), app.book.today(), &self.who);
        app.effect(super::Effect::Copy(text));
        app.say(Notice::done(app.lang.who().copied, &[]));
    }
}

fn lines(who: &Who) -> Vec<WhoLine> {
    let tickets: Vec<usize> = who
        .tickets()
        .filter_map(|ticket| who.rights.iter().position(|right| std::ptr::eq(right, ticket)))
        .collect();
    let answers: [Vec<WhoLine>; QUESTIONS] = [
        (0..who.rights.len()).map(WhoLine::Right).collect(),
        tickets.into_iter().map(WhoLine::Ticket).collect(),
        (0..who.sales.len()).map(WhoLine::Sale).collect(),
        (0..who.supports.len()).map(WhoLine::Support).collect(),
    ];
    let mut lines = Vec::new();
    for (n, answers) in answers.into_iter().enumerate() {
        lines.push(WhoLine::Question(n));
        if answers.is_empty() {
            lines.push(WhoLine::Nobody(n));
        }
        lines.extend(answers);
    }
    lines
}

fn right_cells(book: &Book, lang: Lang, right: &Right) -> Vec<String> {
    let words = lang.who();
    vec![
        lang.partner_or_unknown(book.model(), right.partner),
        words.power(&right.power),
        lang.why_short(book.model(), right),
    ]
}

impl App {
    /// Who may do what for the customer of the row under the cursor.
    pub(super) fn who_here(&mut self) {
        match self.here() {
            Some(key) => {
                let turn = self.who_of(key);
                self.settle(turn);
            }
            None => self.say(Notice::refused(self.lang.overlays().needs_record, &[])),
        }
    }

    /// Who may do what for the customer of a record, over what is open.
    pub(super) fn who_of(&mut self, key: Key) -> Turn {
        let Some(customer) = customer_of(self.book.model(), key) else {
            let text = self.who_off(key).unwrap_or_default();
            self.say(Notice::refused(text, &[Action::Help]));
            return Turn::Stay;
        };
        Turn::Over(Box::new(Overlay::Who(Box::new(WhoView::new(&self.book, customer)))))
    }

    /// Why nobody can be asked who may do what for a record; nothing when it can.
    pub(super) fn who_off(&self, key: Key) -> Option<String> {
        let action = self.lang.action_label(Action::Who);
        let off = || self.lang.overlays().off_on(action, self.lang.table(key.table()));
        customer_of(self.book.model(), key).is_none().then(off)
    }
}
