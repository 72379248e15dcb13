//! A slip: the few values that an operation asks for and that are no record, like the signer of an agreement. What is
//! wrong stands beside its blank while it is typed; the rules are asked after every change.

mod left;

use super::App;
use super::form::completed_day;
use super::line::Line;
use super::notice::Notice;
use super::overlay::{Overlay, Turn};
use super::reader::Reader;
use super::sheet::{Reply, Sheet};
use crate::action::Action;
use crate::edit::Rejection;
use crate::edit::ops::{Blank, Impossible, Paper, attesters};
use crate::model::{Key, Kind, Transaction, Wrong};
use crate::rules::Finding;

/// A blank of a slip.
#[derive(Clone, Debug)]
pub struct SlipLine {
    /// Which.
    pub blank: Blank,
    /// What stands in it.
    pub line: Line,
    /// Why that cannot be stored.
    pub wrong: Option<Wrong>,
    before: String,
}

impl SlipLine {
    /// True when it was changed.
    pub fn is_changed(&self) -> bool {
        self.line.text() != self.before
    }
}

/// A slip over the panes.
#[derive(Clone, Debug)]
pub struct Slip {
    /// What it is for, safe to show.
    pub title: String,
    /// The blanks.
    pub lines: Vec<SlipLine>,
    /// The blank of the cursor.
    pub cursor: usize,
    /// What the rules refuse of it as it stands.
    pub findings: Vec<Finding>,
    paper: Paper,
    attesters: Vec<String>,
}

impl App {
    /// Opens the slip of an operation.
    pub(super) fn fill(&mut self, paper: Paper) -> Turn {
        match Slip::new(self, paper) {
            Ok(slip) => Turn::Swap(Box::new(Overlay::Slip(Box::new(slip)))),
            Err(why) => self.refuse_impossible(&why),
        }
    }
}

impl Slip {
    fn new(app: &mut App, paper: Paper) -> Result<Self, Impossible> {
        let model = app.book.model();
        let texts = paper.start(model, app.book.today())?;
        let line = |(blank, text): (&Blank, String)| SlipLine {
            blank: *blank,
            line: Line::new(&text),
            wrong: None,
            before: text,
        };
        let lines: Vec<SlipLine> = paper.blanks().iter().zip(texts).map(line).collect();
        let attesters = match paper {
            Paper::Agreement { customer, .. } => attesters(model, customer),
            Paper::Location { .. } => Vec::new(),
        };
        let cursor = lines.iter().position(|line| line.line.is_empty()).unwrap_or(0);
        let title = app.lang.paper(model, paper);
        let attesters = attesters.into_iter().map(|id| Key::Partner(id).id_text()).collect();
        let mut slip = Self { title, lines, cursor, findings: Vec::new(), paper, attesters };
        slip.judge(app);
        Ok(slip)
    }

    /// The blank of the cursor.
    pub fn here(&self) -> &SlipLine {
        &self.lines[self.cursor]
    }

    /// True when anything was changed.
    pub fn is_changed(&self) -> bool {
        self.lines.iter().any(SlipLine::is_changed)
    }

    /// The findings that belong beside a blank; without one, those that belong to none.
    pub fn findings_at(&self, blank: Option<Blank>) -> impl Iterator<Item = &Finding> {
        let texts = self.texts();
        self.findings.iter().filter(move |finding| self.paper.place_of(finding, &texts) == blank)
    }

    /// The texts that a blank takes in turn: codes, or the partners of the customer.
    pub fn choices(&self, blank: Blank) -> Vec<String> {
        match blank.kind() {
            Kind::Choice(codes) => codes.iter().map(|code| (*code).to_owned()).collect(),
            Kind::Tenant => self.attesters.clone(),
            _ => Vec::new(),
        }
    }

    fn texts(&self) -> Vec<String> {
        self.lines.iter().map(|line| line.line.text().to_owned()).collect()
    }

    fn step(&self, app: &App) -> Result<Transaction, Impossible> {
        let model = app.book.model();
        self.paper.intent(model, &self.texts()).transaction(model, app.book.today())
    }

    /// Checks every blank, and asks the rules what they would refuse.
    fn judge(&mut self, app: &mut App) {
        for line in &mut self.lines {
            let text = completed(line, app);
            line.wrong = line.blank.check(&text).err().filter(|_| line.is_changed());
        }
        self.findings = match self.step(app).map(|step| app.book.would(&step)) {
            Ok(Err(Rejection::Broken(findings))) => findings,
            Ok(Ok(_) | Err(Rejection::Stale(_) | Rejection::Nothing)) | Err(_) => Vec::new(),
        };
    }

    pub(super) fn typed(&mut self, app: &mut App, typed: char) -> Turn {
        if typed == ' ' && self.cycle(1) {
            self.judge(app);
            return Turn::Stay;
        }
        self.change(app, |line| line.type_char(typed))
    }

    pub(super) fn paste(&mut self, app: &mut App, text: &str) -> Turn {
        self.change(app, |line| line.paste(text))
    }

    fn change(&mut self, app: &mut App, change: impl FnOnce(&mut Line)) -> Turn {
        change(&mut self.lines[self.cursor].line);
        self.judge(app);
        Turn::Stay
    }

    pub(super) fn act(&mut self, app: &mut App, action: Action) -> Turn {
        match action {
            Action::Leave | Action::Cancel => return self.leave(app),
            Action::Keep => return self.keep(app),
            Action::NextField | Action::Accept => self.go(app, 1),
            Action::PreviousField => self.go(app, -1),
            Action::PageDown => self.go(app, 8),
            Action::PageUp => self.go(app, -8),
            Action::WhyCandidate => return self.why(app),
            Action::AboutField => app.say(Notice::done(app.lang.about_blank(self.here().blank), &[])),
            Action::CursorRight if self.cycle(1) => self.judge(app),
            Action::CursorLeft if self.cycle(-1) => self.judge(app),
            _ => {
                return self.change(app, |line| {
                    line.act(action);
                });
            }
        }
        Turn::Stay
    }

    fn go(&mut self, app: &mut App, by: isize) {
        let text = completed(self.here(), app);
        let here = &mut self.lines[self.cursor];
        if text != here.line.text() {
            here.line.set(&text);
            self.judge(app);
        }
        self.cursor = self.cursor.saturating_add_signed(by).min(self.lines.len() - 1);
    }

    /// Takes the next of a few choices; false where the blank is none of those.
    fn cycle(&mut self, by: isize) -> bool {
        let choices = self.choices(self.here().blank);
        let Ok(count) = isize::try_from(choices.len()) else { return false };
        if count == 0 {
            return false;
        }
        let line = &mut self.lines[self.cursor].line;
        let now = choices.iter().position(|choice| choice == line.text());
        let now = now.and_then(|n| isize::try_from(n).ok());
        let next = now.map_or(if by > 0 { 0 } else { count - 1 }, |n| (n + by).rem_euclid(count));
        line.set(&choices[usize::try_from(next).unwrap_or(0)]);
        true
    }

    fn why(&self, app: &mut App) -> Turn {
        let mut findings: Vec<Finding> = self.findings_at(Some(self.here().blank)).copied().collect();
        if findings.is_empty() {
            findings.clone_from(&self.findings);
        }
        if findings.is_empty() {
            app.say(Notice::done(app.lang.overlays().nothing_refused, &[Action::Keep]));
            return Turn::Stay;
        }
        Turn::Over(Box::new(Overlay::Reader(Reader::findings(app, &findings))))
    }

    /// Does the operation. What cannot be stored or is refused keeps the slip open, with the reason beside its blank.
    pub(super) fn keep(&mut self, app: &mut App) -> Turn {
        self.go(app, 0);
        let check = |line: &SlipLine| line.blank.check(line.line.text()).err();
        if let Some((at, wrong)) = self.lines.iter().enumerate().find_map(|(n, line)| Some((n, check(line)?)))
        {
            self.cursor = at;
            app.say(Notice::refused(app.lang.wrong(&wrong), &[]));
            self.lines[at].wrong = Some(wrong);
            return Turn::Stay;
        }
        match self.step(app) {
            Ok(step) => self.commit(app, step),
            Err(Impossible::Nothing) => Turn::Close,
            Err(why) => app.refuse_impossible(&why),
        }
    }

    fn commit(&mut self, app: &mut App, step: Transaction) -> Turn {
        match app.commit(step) {
            Ok(()) => Turn::Close,
            Err(Rejection::Broken(findings)) => {
                let texts = self.texts();
                let first = findings.iter().find_map(|finding| self.paper.place_of(finding, &texts));
                self.cursor = self.lines.iter().position(|l| Some(l.blank) == first).unwrap_or(self.cursor);
                self.findings = findings;
                Turn::Stay
            }
            Err(Rejection::Stale(_) | Rejection::Nothing) => Turn::Stay,
        }
    }

    fn leave(&self, app: &App) -> Turn {
        if !self.is_changed() {
            return Turn::Close;
        }
        let words = app.lang.overlays();
        let answers = vec![
            ('s', words.keep_values.into(), Reply::KeepForm),
            ('d', words.drop_values.into(), Reply::DropForm),
        ];
        let title = words.form_changed.to_owned();
        let safe = words.stay;
        Turn::Over(Box::new(Overlay::Sheet(Sheet { title, lines: Vec::new(), answers, safe, offset: 0 })))
    }
}

fn completed(line: &SlipLine, app: &App) -> String {
    match line.blank.kind() {
        Kind::Day => completed_day(line.line.text(), app.book.today()),
        _ => line.line.text().to_owned(),
    }
}
