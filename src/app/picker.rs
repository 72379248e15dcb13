//! Picking a record: the allowed ones first, then those that are not allowed now, each with its reason and whether a
//! fix would make it allowed.

use super::App;
use super::line::Line;
use super::notice::Notice;
use super::overlay::{Answer, Overlay, Turn};
use super::reader::{Reader, Refused};
use crate::action::Action;
use crate::edit::{Slot, Verdict, fix_and_retry};
use crate::model::{Key, Model};
use crate::query::fold::fold;
use crate::rules::Finding;
use rustc_hash::FxHashMap;

/// So many candidates are judged and listed; more are found by typing.
const LISTED: usize = 200;

/// What a record is picked for.
#[derive(Clone, Debug)]
pub enum Purpose {
    /// To go there.
    GoTo,
    /// To fill a gap in an operation.
    Fill(Slot),
    /// To fill a field of the form below.
    Field(Slot),
}

/// A line of the picker.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The record; nothing for the line that empties a field.
    pub key: Option<Key>,
    /// What the rules say of it.
    pub verdict: Verdict,
}

impl Candidate {
    /// True when it may be chosen as it is.
    pub fn allowed(&self) -> bool {
        self.verdict.allows()
    }
}

/// A list of records to pick one from.
#[derive(Clone, Debug)]
pub struct Picker {
    /// What it is for.
    pub purpose: Purpose,
    /// What is typed.
    pub line: Line,
    /// What is listed: the allowed ones first.
    pub list: Vec<Candidate>,
    /// How many of the list are allowed.
    pub allowed: usize,
    /// True when there are more than are listed.
    pub more: bool,
    /// True when those that are not allowed are hidden.
    pub hide_barred: bool,
    /// The line of the cursor.
    pub cursor: usize,
    verdicts: FxHashMap<Key, Verdict>,
}

impl Picker {
    /// A picker for this purpose, with nothing typed.
    pub fn new(app: &mut App, purpose: Purpose) -> Self {
        let mut picker = Self {
            purpose,
            line: Line::default(),
            list: Vec::new(),
            allowed: 0,
            more: false,
            hide_barred: false,
            cursor: 0,
            verdicts: FxHashMap::default(),
        };
        picker.list(app);
        picker
    }

    /// The candidate under the cursor.
    pub fn here(&self) -> Option<&Candidate> {
        self.shown().nth(self.cursor)
    }

    /// The candidates that are shown.
    pub fn shown(&self) -> impl Iterator<Item = &Candidate> {
        let most = if self.hide_barred { self.allowed } else { self.list.len() };
        self.list.iter().take(most)
    }

    /// Finds and judges what is listed for what is typed.
    fn list(&mut self, app: &mut App) {
        let words: Vec<String> = fold(self.line.text()).split_whitespace().map(str::to_owned).collect();
        let mut found = self.found(app, &words);
        self.more = found.len() > LISTED;
        found.truncate(LISTED);
        let mut list: Vec<Candidate> = found.into_iter().map(|key| self.judged(app, key)).collect();
        if matches!(self.purpose, Purpose::Field(_)) && words.is_empty() {
            list.insert(0, Candidate { key: None, verdict: Verdict::Later });
        }
        list.sort_by_key(|candidate| !candidate.allowed());
        self.allowed = list.iter().filter(|candidate| candidate.allowed()).count();
        self.list = list;
        self.cursor = self.cursor.min(self.shown().count().saturating_sub(1));
    }

    /// The records that fit what is typed, one more than are listed.
    fn found(&self, app: &App, words: &[String]) -> Vec<Key> {
        let model = app.book.model();
        let slot = match &self.purpose {
            Purpose::GoTo if words.is_empty() => return everything(model).take(LISTED + 1).collect(),
            Purpose::GoTo => return super::narrow::find(app, self.line.text(), LISTED + 1),
            Purpose::Fill(slot) | Purpose::Field(slot) => slot,
        };
        let hits = slot
            .table()
            .filter(|_| !words.is_empty())
            .and_then(|table| super::narrow::hits(app, self.line.text(), table).map(|hits| (table, hits)));
        let fits = |key: &Key| {
            if let Some((table, hits)) = &hits {
                key.table() == *table && model.row(*key).is_some_and(|row| hits.rows.has(row))
            } else {
                let name = fold(model.name(*key).raw()).into_owned();
                words.iter().all(|word| name.contains(word.as_str()))
            }
        };
        slot.candidates(model).filter(fits).take(LISTED + 1).collect()
    }

    fn judged(&mut self, app: &mut App, key: Key) -> Candidate {
        let verdict = match &self.purpose {
            Purpose::GoTo => Verdict::Allowed(Vec::new()),
            Purpose::Fill(slot) | Purpose::Field(slot) => {
                self.verdicts.entry(key).or_insert_with(|| slot.verdict(&mut app.book, key)).clone()
            }
        };
        Candidate { key: Some(key), verdict }
    }

    pub(super) fn typed(&mut self, app: &mut App, typed: char) -> Turn {
        self.edit(app, |line| line.type_char(typed))
    }

    pub(super) fn paste(&mut self, app: &mut App, text: &str) -> Turn {
        self.edit(app, |line| line.paste(text))
    }

    fn edit(&mut self, app: &mut App, edit: impl FnOnce(&mut Line)) -> Turn {
        let before = self.line.text().to_owned();
        edit(&mut self.line);
        if self.line.text() != before {
            self.cursor = 0;
            self.list(app);
        }
        Turn::Stay
    }

    pub(super) fn act(&mut self, app: &mut App, action: Action) -> Turn {
        match action {
            Action::Leave | Action::Cancel => Turn::Close,
            Action::CandidateUp => self.step(-1),
            Action::CandidateDown => self.step(1),
            Action::PageUp => self.step(-10),
            Action::PageDown => self.step(10),
            Action::HideBarred => {
                self.hide_barred = !self.hide_barred;
                self.step(0)
            }
            Action::Accept => self.accept(app),
            Action::WhyCandidate => self.why(app),
            Action::FixAndChoose => self.fix_and_choose(app),
            _ => self.edit(app, |line| {
                line.act(action);
            }),
        }
    }

    fn step(&mut self, by: isize) -> Turn {
        let last = self.shown().count().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
        Turn::Stay
    }

    /// Takes the candidate under the cursor. One that is not allowed is explained instead.
    fn accept(&mut self, app: &mut App) -> Turn {
        let Some(candidate) = self.here().cloned() else { return Turn::Stay };
        if !candidate.allowed() {
            return self.why(app);
        }
        match (&self.purpose, candidate.key) {
            (Purpose::GoTo, Some(key)) => {
                app.reveal_or_open(key);
                Turn::Main
            }
            (Purpose::Fill(slot), Some(key)) => match slot.pick(app.book.model(), key) {
                Ok(next) => app.next(next),
                Err(impossible) => app.refuse_impossible(&impossible),
            },
            (Purpose::Field(_), key) => Turn::Answer(Answer::Picked(key)),
            (_, None) => Turn::Stay,
        }
    }

    /// Why the candidate under the cursor is not allowed, rule by rule.
    fn why(&self, app: &mut App) -> Turn {
        match self.here().map(|candidate| &candidate.verdict) {
            Some(Verdict::Barred(findings)) if !findings.is_empty() => {
                Turn::Over(Box::new(Overlay::Reader(self.refused(app, findings))))
            }
            Some(Verdict::Allowed(findings)) if !findings.is_empty() => {
                Turn::Over(Box::new(Overlay::Reader(Reader::findings(app, findings))))
            }
            Some(Verdict::Impossible(why)) => app.refuse_impossible(why),
            Some(Verdict::Barred(_) | Verdict::Allowed(_) | Verdict::Later) => {
                app.say(Notice::done(app.lang.overlays().is_allowed, &[Action::Accept]));
                Turn::Stay
            }
            None => Turn::Stay,
        }
    }

    /// Why the candidate under the cursor is refused. Where it completes a step, that can be insisted on; in a form
    /// it can be taken, and the form be insisted on.
    fn refused(&self, app: &App, findings: &[Finding]) -> Reader {
        let reader = Reader::findings(app, findings);
        match (&self.purpose, self.here().and_then(|candidate| candidate.key)) {
            (Purpose::Fill(slot), Some(key)) => {
                match slot.transaction(app.book.model(), app.book.today(), key) {
                    Ok(Some(step)) => reader.insisting(step, findings.to_vec()),
                    Ok(None) | Err(_) => reader,
                }
            }
            (Purpose::Field(_), Some(key)) => Reader { refused: Some(Refused::Candidate(key)), ..reader },
            (Purpose::GoTo, _) | (_, None) => reader,
        }
    }

    /// Makes the steps that are missing and chooses the candidate, all as one step.
    fn fix_and_choose(&mut self, app: &mut App) -> Turn {
        let (Purpose::Fill(slot), Some(key)) = (&self.purpose, self.here().and_then(|c| c.key)) else {
            return self.accept(app);
        };
        if self.here().is_some_and(Candidate::allowed) {
            return self.accept(app);
        }
        let step = match slot.transaction(app.book.model(), app.book.today(), key) {
            Ok(Some(step)) => step,
            Ok(None) => return Turn::Stay,
            Err(impossible) => return app.refuse_impossible(&impossible),
        };
        match fix_and_retry(&mut app.book, step) {
            Ok(fixed) => app.commit(fixed).map_or(Turn::Stay, |()| Turn::Main),
            Err(findings) => {
                let text = app.rejection(&crate::edit::Rejection::Broken(findings));
                app.say(Notice::refused(text, &[Action::WhyCandidate]));
                Turn::Stay
            }
        }
    }
}

/// Every record that has a pane, the partners first.
fn everything(model: &Model) -> impl Iterator<Item = Key> + '_ {
    let partners = model.partners().values().map(|p| Key::Partner(p.tenant));
    let customers = model.customers().values().map(|c| Key::Customer(c.tenant));
    partners.chain(customers).chain(model.subscriptions().values().map(|s| Key::Subscription(s.id)))
}
