//! The problems list: every finding, the gravest first, with what, why and source beside it.

use super::App;
use super::line::Line;
use super::overlay::{Overlay, Turn};
use super::reader::Reader;
use crate::action::Action;
use crate::edit::{Intent, ops};
use crate::model::Key;
use crate::query::fold::fold;
use crate::rules::Finding;

/// Lines of the list that are kept; the counts above it are always of all.
const LISTED: usize = 10_000;

/// The list of findings.
#[derive(Clone, Debug)]
pub struct Problems {
    /// The findings shown, the gravest first; after all others those that are accepted.
    pub list: Vec<Finding>,
    /// How many of them are accepted.
    pub waived: usize,
    /// How many more there are than are listed.
    pub more: usize,
    /// The line of the cursor.
    pub cursor: usize,
    /// The first line on screen.
    pub offset: usize,
    /// The first line of the text beside it on screen.
    pub side: usize,
    /// What is typed to narrow it.
    pub filter: Line,
    /// True while the filter is typed.
    pub typing: bool,
    stamp: u64,
}

impl Problems {
    /// All findings of the book.
    pub fn new(app: &App) -> Self {
        let mut problems = Self {
            list: Vec::new(),
            waived: 0,
            more: 0,
            cursor: 0,
            offset: 0,
            side: 0,
            filter: Line::default(),
            typing: false,
            stamp: 0,
        };
        problems.fill(app);
        problems
    }

    /// The finding under the cursor.
    pub fn here(&self) -> Option<&Finding> {
        self.list.get(self.cursor)
    }

    /// True when the finding of this line is accepted.
    pub fn is_waived(&self, line: usize) -> bool {
        line < self.list.len() && line >= self.list.len() - self.waived
    }

    /// Lists again when the book has changed since.
    pub(super) fn follow(&mut self, app: &App) {
        if self.stamp != app.book.history().position() {
            self.fill(app);
        }
    }

    fn fill(&mut self, app: &App) {
        self.stamp = app.book.history().position();
        let words: Vec<String> = fold(self.filter.text()).split_whitespace().map(str::to_owned).collect();
        let fits = |finding: &Finding, sign: &str| {
            words.is_empty() || {
                let sentence = app.lang.finding_sentence(app.book.model(), finding);
                let text = fold(&format!("{sign} {} {sentence}", finding.rule.text())).into_owned();
                words.iter().all(|word| text.contains(word.as_str()))
            }
        };
        let mut list = app.book.findings().sorted();
        list.retain(|finding| fits(finding, ""));
        let mut waived = app.book.findings().waived_sorted();
        waived.retain(|finding| fits(finding, app.lang.overlays().waived));
        self.more = list.len().saturating_sub(LISTED) + waived.len().saturating_sub(LISTED);
        list.truncate(LISTED);
        waived.truncate(LISTED);
        self.waived = waived.len();
        self.list = [list, waived].concat();
        self.go(self.cursor);
    }

    fn go(&mut self, line: usize) {
        self.cursor = line.min(self.list.len().saturating_sub(1));
        self.side = 0;
    }

    /// Keeps the cursor among `height` lines on screen.
    pub fn window(&self, height: usize) -> usize {
        let first = self.offset.min(self.cursor);
        first.max((self.cursor + 1).saturating_sub(height.max(1)))
    }

    pub(super) fn typed(&mut self, app: &App, typed: char) -> Turn {
        if self.typing {
            self.filter.type_char(typed);
            self.fill(app);
        }
        Turn::Stay
    }

    pub(super) fn paste(&mut self, app: &App, text: &str) -> Turn {
        if self.typing {
            self.filter.paste(text);
            self.fill(app);
        }
        Turn::Stay
    }

    pub(super) fn act(&mut self, app: &mut App, action: Action) -> Turn {
        if self.typing {
            return self.type_filter(app, action);
        }
        match action {
            Action::RowDown => self.go(self.cursor + 1),
            Action::RowUp => self.go(self.cursor.saturating_sub(1)),
            Action::PageDown | Action::HalfDown => self.go(self.cursor + 15),
            Action::PageUp | Action::HalfUp => self.go(self.cursor.saturating_sub(15)),
            Action::FirstRow => self.go(0),
            Action::LastRow => self.go(usize::MAX),
            Action::SideDown => self.side += 1,
            Action::SideUp => self.side = self.side.saturating_sub(1),
            Action::Filter => self.typing = true,
            Action::Open => return self.open(app),
            Action::Why => return self.why(app),
            Action::Fixes => return self.fixes(app),
            Action::Waive => return self.waive(app),
            Action::Edit if self.is_waived(self.cursor) => return self.waive(app),
            Action::Remove if self.is_waived(self.cursor) => self.end_waiver(app),
            Action::Undo | Action::Redo => {
                app.act(action);
                self.follow(app);
            }
            Action::Save => app.save(),
            Action::Help | Action::Palette => return app.help_over(action),
            Action::StepBack if !self.filter.is_empty() => {
                self.filter = Line::default();
                self.fill(app);
            }
            Action::GoMain => return Turn::Main,
            Action::StepBack | Action::Quit | Action::Back | Action::Cancel => return Turn::Close,
            Action::QuitAll => app.quit(),
            _ => app.off_here(action),
        }
        Turn::Stay
    }

    fn type_filter(&mut self, app: &App, action: Action) -> Turn {
        match action {
            Action::Accept => self.typing = false,
            Action::Leave | Action::Cancel => {
                (self.typing, self.filter) = (false, Line::default());
            }
            _ => drop(self.filter.act(action).then_some(())),
        }
        self.fill(app);
        Turn::Stay
    }

    fn open(&self, app: &mut App) -> Turn {
        let Some(finding) = self.here() else { return Turn::Stay };
        let shown = super::place_of(app, finding.subject)
            .or_else(|| finding.other.and_then(|key| super::place_of(app, key)));
        match shown {
            Some(key) => {
                app.reveal(key);
                Turn::Main
            }
            None => Turn::Stay,
        }
    }

    fn fixes(&self, app: &mut App) -> Turn {
        match self.here().copied() {
            Some(finding) if self.is_waived(self.cursor) => app.fixes_for(finding.subject, &[finding]),
            Some(finding) => app.fixes_of(finding.subject),
            None => Turn::Stay,
        }
    }

    /// Accepts the finding under the cursor, or says anew why it is accepted and until when.
    fn waive(&self, app: &mut App) -> Turn {
        self.here().map_or(Turn::Stay, |finding| app.accept(*finding, Turn::Over))
    }

    /// The finding under the cursor is accepted no longer.
    fn end_waiver(&mut self, app: &mut App) {
        let of = self.here().and_then(|f| ops::recorded(app.book.model(), f.rule, f.subject));
        let Some(id) = of.map(|waiver| waiver.id) else { return };
        match Intent::EndWaiver(id).transaction(app.book.model(), app.book.today()) {
            // What is refused is said, and nothing is changed then.
            Ok(step) => drop(app.commit(step)),
            Err(why) => drop(app.refuse_impossible(&why)),
        }
        self.follow(app);
    }

    fn why(&self, app: &App) -> Turn {
        let Some(finding) = self.here() else { return Turn::Stay };
        Turn::Over(Box::new(Overlay::Reader(Reader::findings(app, &[*finding]))))
    }
}

/// The record of the panes that stands for this one: a relationship is shown by its customer, a partnership by its
/// reseller.
pub fn place_of(app: &App, key: Key) -> Option<Key> {
    let model = app.book.model();
    let found = match key {
        Key::Partner(_) | Key::Customer(_) | Key::Subscription(_) => Some(key),
        Key::Partnership(id) => model.partnerships().get(id).map(|p| Key::Partner(p.reseller)),
        Key::Relationship(id) => model.relationships().get(id).map(|r| Key::Customer(r.customer)),
        Key::Admin(id) => model.admin().get(id).and_then(|a| a.customer).map(Key::Customer),
        Key::Transfer(id) => model.transfers().get(id).map(|t| Key::Customer(t.customer)),
        Key::Group(_) | Key::Waiver(_) => None,
    };
    found.filter(|key| model.contains(*key))
}
