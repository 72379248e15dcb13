//! A form: the fields of one record, or those that marked records share. What is wrong stands beside its field while
//! it is typed; the rules are asked after every change, and what they refuse is refused here already.

mod accept;
mod begin;
mod text;

pub(super) use text::completed_day;
pub use text::{choices_of, names_a_record};

use super::App;
use super::line::Line;
use super::notice::Notice;
use super::overlay::{Answer, Overlay, Turn};
use super::picker::{Picker, Purpose};
use super::reader::Reader;
use super::sheet::{Reply, Sheet};
use crate::action::Action;
use crate::edit::ops::Fill;
use crate::edit::{Consequences, Impossible, Intent, Rejection, Slot, ops};
use crate::model::{FieldRef, Key, Kind, Record, RelationshipField, SubscriptionField, TableName, Wrong};
use crate::rules::Finding;
use accept::Accepting;
use text::{completed, is_own, stored, text_of};

/// A change of more records than these is asked for first.
const MANY: usize = 20;

/// A field of a form.
#[derive(Clone, Debug)]
pub struct FormField {
    /// Which field.
    pub field: FieldRef,
    /// What stands in it.
    pub line: Line,
    /// Why that cannot be stored.
    pub wrong: Option<Wrong>,
    before: String,
}

impl FormField {
    /// True when it was changed.
    pub fn is_changed(&self) -> bool {
        self.line.text() != self.before
    }
}

/// What a form makes of its fields.
#[derive(Clone, Debug)]
enum Aim {
    Add,
    Create(ops::Creator),
    Replace(Key),
    Edit(Vec<Key>),
    Accept(Accepting),
    Fill(Fill),
}

/// A form over the panes.
#[derive(Clone, Debug)]
pub struct Form {
    /// What it is for, safe to show.
    pub title: String,
    /// The fields.
    pub fields: Vec<FormField>,
    /// The field of the cursor.
    pub cursor: usize,
    /// What the rules refuse of it as it stands.
    pub findings: Vec<Finding>,
    base: Record,
    aim: Aim,
}

impl Form {
    /// A form for a new record that starts from this one.
    pub fn add(app: &mut App, base: Record) -> Self {
        let aim = match (&base, app.creator()) {
            (Record::Customer(_), Some(creator)) => Aim::Create(creator),
            _ => Aim::Add,
        };
        let title = app.lang.overlays().new_record(app.lang.table(base.key().table()));
        Self::new(app, title, base, aim)
    }

    /// A form for a record of the book, with the cursor on a field.
    pub fn edit(app: &mut App, key: Key, field: Option<FieldRef>) -> Option<Self> {
        let base = app.book.model().get(key)?;
        let title = app.lang.overlays().edit_record(&app.book.model().name(key).show());
        let mut form = Self::new(app, title, base, Aim::Replace(key));
        form.cursor = form.fields.iter().position(|f| Some(f.field) == field).unwrap_or(form.cursor);
        Some(form)
    }

    /// A form for what marked records of one table share: an empty field leaves each as it is.
    pub fn edit_many(app: &mut App, keys: Vec<Key>) -> Option<Self> {
        let base = Record::empty(*keys.first()?);
        let title = app.lang.overlays().edit_many(keys.len());
        let mut form = Self::new(app, title, base, Aim::Edit(keys));
        for field in &mut form.fields {
            (field.line, field.before) = (Line::default(), String::new());
        }
        form.fields.retain(|field| !is_own(field.field));
        Some(form)
    }

    /// A form for the few values of an operation on a subscription.
    pub fn fill(app: &mut App, fill: Fill) -> Option<Self> {
        let base = fill.base(app.book.model())?;
        let name = app.book.model().name(fill.key());
        let title = app.lang.overlays().labelled(app.lang.verb(fill.verb()), &name.show());
        Some(Self::new(app, title, base.into(), Aim::Fill(fill)))
    }

    fn new(app: &mut App, title: String, base: Record, aim: Aim) -> Self {
        let all = FieldRef::of(base.key().table()).into_iter().filter(|f| f.kind() != Kind::Parts);
        let shown: Vec<FieldRef> = match &aim {
            Aim::Fill(fill) => fill.fields().iter().copied().map(FieldRef::Subscription).collect(),
            Aim::Add | Aim::Create(_) | Aim::Replace(_) | Aim::Edit(_) | Aim::Accept(_) => all.collect(),
        };
        let fields: Vec<FormField> = shown
            .into_iter()
            .map(|field| {
                let text = text_of(&base, field);
                FormField { field, line: Line::new(&text), wrong: None, before: text }
            })
            .collect();
        // The key comes first in the catalogue, but people begin with the name.
        let begins = |f: &FormField| f.field.name() == "name" && !matches!(aim, Aim::Fill(_));
        let cursor = fields.iter().position(begins).unwrap_or(0);
        let mut form = Self { title, fields, cursor, findings: Vec::new(), base, aim };
        form.judge(app);
        form
    }

    /// The field of the cursor.
    pub fn here(&self) -> &FormField {
        &self.fields[self.cursor]
    }

    /// True when anything was changed.
    pub fn is_changed(&self) -> bool {
        self.fields.iter().any(FormField::is_changed)
    }

    /// The findings that belong beside a field; without one, those that belong to none that is shown.
    pub fn findings_at(&self, field: Option<FieldRef>) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| self.place_of(finding) == field)
    }

    /// The field that a finding belongs beside. A relationship that comes with a new customer names it by its key.
    fn place_of(&self, finding: &Finding) -> Option<FieldRef> {
        let shown = |f: &FieldRef| self.fields.iter().any(|field| field.field == *f);
        match finding.field {
            Some(FieldRef::Relationship(RelationshipField::Customer))
                if self.table() == TableName::Customer =>
            {
                FieldRef::of(TableName::Customer).into_iter().next()
            }
            field => field.filter(shown),
        }
    }

    /// The record as the form has it; what cannot be stored is left as it was.
    fn record(&self) -> Record {
        let mut record = self.base.clone();
        for field in self.fields.iter().filter(|field| field.is_changed()) {
            // What is wrong was found when it was typed, and stands beside the field.
            let _ = record.set(field.field, &stored(field.field, field.line.text()));
        }
        record
    }

    fn step(&self, app: &App) -> Result<crate::model::Transaction, Impossible> {
        let intent = match &self.aim {
            Aim::Add => Intent::Add(self.record()),
            Aim::Create(creator) => match self.record() {
                Record::Customer(customer) => Intent::CreateCustomer(customer, *creator),
                other => Intent::Add(other),
            },
            Aim::Replace(key) => Intent::Replace(*key, self.record()),
            Aim::Fill(fill) => match self.record() {
                Record::Subscription(filled) => fill.intent(&filled),
                other => Intent::Add(other),
            },
            Aim::Edit(keys) => {
                let changed = self.fields.iter().filter(|field| field.is_changed());
                let fields = changed.map(|f| (f.field, stored(f.field, f.line.text()))).collect();
                Intent::Edit(keys.clone(), fields)
            }
            Aim::Accept(accepting) => return self.accepted(app, accepting),
        };
        intent.transaction(app.book.model(), app.book.today())
    }

    /// Checks every changed field, and asks the rules what they would refuse.
    fn judge(&mut self, app: &mut App) {
        let today = app.book.today();
        for field in &mut self.fields {
            let mut record = self.base.clone();
            let text = completed(field.field, field.line.text(), today);
            field.wrong = if field.is_changed() { record.set(field.field, &text).err() } else { None };
        }
        let step = self.step(app);
        if let Err(Impossible::Field(at, wrong)) = &step {
            let changed = self.fields.iter_mut().find(|field| field.field == *at && field.is_changed());
            changed.into_iter().for_each(|field| field.wrong = field.wrong.take().or(Some(wrong.clone())));
        }
        self.findings = match step {
            Ok(step) => match app.book.would(&step) {
                Err(Rejection::Broken(findings)) => findings,
                Ok(_) | Err(Rejection::Stale(_) | Rejection::Nothing) => Vec::new(),
            },
            Err(_) => Vec::new(),
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
        change(&mut self.fields[self.cursor].line);
        self.judge(app);
        Turn::Stay
    }

    pub(super) fn act(&mut self, app: &mut App, action: Action) -> Turn {
        match action {
            Action::Leave | Action::Cancel => return self.leave(app),
            Action::Keep => return self.keep(app),
            Action::NextField => self.go(app, 1),
            Action::PreviousField => self.go(app, -1),
            Action::PageDown => self.go(app, 8),
            Action::PageUp => self.go(app, -8),
            Action::Accept => return self.accept(app),
            Action::WhyCandidate => return self.why(app),
            Action::AboutField => self.about(app),
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
        let today = app.book.today();
        let here = &mut self.fields[self.cursor];
        let text = completed(here.field, here.line.text(), today);
        if text != here.line.text() {
            here.line.set(&text);
            self.judge(app);
        }
        self.cursor = self.cursor.saturating_add_signed(by).min(self.fields.len() - 1);
    }

    /// Takes the next of a few choices; false where the field is none of those.
    fn cycle(&mut self, by: isize) -> bool {
        let field = &mut self.fields[self.cursor];
        let choices = choices_of(field.field);
        if choices.is_empty() {
            return false;
        }
        let count = isize::try_from(choices.len()).unwrap_or(isize::MAX);
        let now = choices.iter().position(|code| *code == field.line.text());
        let now = now.and_then(|n| isize::try_from(n).ok());
        let next = now.map_or(if by > 0 { 0 } else { count - 1 }, |n| (n + by).rem_euclid(count));
        field.line.set(choices[usize::try_from(next).unwrap_or(0)]);
        true
    }

    /// Opens the picker of a field that names a record; in other fields goes on to the next.
    fn accept(&mut self, app: &mut App) -> Turn {
        let field = self.here().field;
        if !names_a_record(field) {
            self.go(app, 1);
            return Turn::Stay;
        }
        let key = match &self.aim {
            Aim::Replace(key) => Some(*key),
            Aim::Add | Aim::Create(_) | Aim::Edit(_) | Aim::Accept(_) | Aim::Fill(_) => None,
        };
        let slot = Slot::Field { key, record: Box::new(self.record()), field };
        Turn::Over(Box::new(Overlay::Picker(Box::new(Picker::new(app, Purpose::Field(slot))))))
    }

    pub(super) fn answered(&mut self, app: &mut App, answer: Answer) -> Turn {
        let Answer::Picked(key) = answer;
        let field = self.here().field;
        let text = match key {
            None => String::new(),
            Some(Key::Partner(id)) if field == FieldRef::Subscription(SubscriptionField::PartnerOfRecord) => {
                let partner = app.book.model().partner(id).and_then(|p| p.partner_id.as_ref());
                partner.map(|id| id.text().raw().to_owned()).unwrap_or_default()
            }
            Some(key) => key.id_text(),
        };
        self.fields[self.cursor].line.set(&text);
        self.judge(app);
        Turn::Stay
    }

    fn why(&self, app: &mut App) -> Turn {
        let mut findings: Vec<Finding> = self.findings_at(Some(self.here().field)).copied().collect();
        if findings.is_empty() {
            findings.clone_from(&self.findings);
        }
        if findings.is_empty() {
            app.say(Notice::done(app.lang.overlays().nothing_refused, &[Action::Keep]));
            return Turn::Stay;
        }
        let reader = Reader::findings(app, &findings);
        let reader = match self.step(app) {
            Ok(step) => reader.insisting(step, self.findings.clone()),
            Err(_) => reader,
        };
        Turn::Over(Box::new(Overlay::Reader(reader)))
    }

    fn about(&self, app: &mut App) {
        let field = self.here().field;
        let text = app.lang.about_field(field);
        app.say(Notice::done(text, &[]));
    }

    /// Puts the values into the book. What cannot be stored or is refused keeps the form open, with the reason beside
    /// its field.
    pub(super) fn keep(&mut self, app: &mut App) -> Turn {
        self.go(app, 0);
        self.judge(app);
        if let Some(at) = self.fields.iter().position(|field| field.wrong.is_some()) {
            self.cursor = at;
            let wrong = self.fields[at].wrong.clone();
            let text = wrong.map(|wrong| app.lang.wrong(&wrong)).unwrap_or_default();
            app.say(Notice::refused(text, &[]));
            return Turn::Stay;
        }
        match self.step(app) {
            Ok(step) if Consequences::leaves(&step) => on_top(app.ask_leaving(step)),
            Ok(step) if step.changes.len() > MANY => on_top(app.ask_bulk(step)),
            Ok(step) => self.commit(app, step),
            Err(Impossible::Nothing) => Turn::Close,
            Err(Impossible::Field(field, wrong)) if self.put_beside(app, field, &wrong) => Turn::Stay,
            Err(why) => app.refuse_impossible(&why),
        }
    }

    fn commit(&mut self, app: &mut App, step: crate::model::Transaction) -> Turn {
        let added = step.changes.first().and_then(|c| c.after.as_ref()).map(Record::key);
        match app.commit(step) {
            Ok(()) => {
                if let (Aim::Add | Aim::Create(_), Some(key)) = (&self.aim, added) {
                    let notice = app.notice.take();
                    app.show_new(key);
                    app.notice = notice;
                }
                match &self.aim {
                    Aim::Accept(accepting) => accepting.ends(),
                    Aim::Add | Aim::Create(_) | Aim::Replace(_) | Aim::Edit(_) | Aim::Fill(_) => Turn::Close,
                }
            }
            Err(Rejection::Broken(findings)) => {
                let first = findings.iter().find_map(|finding| self.place_of(finding));
                self.cursor = self.fields.iter().position(|f| Some(f.field) == first).unwrap_or(self.cursor);
                self.findings = findings;
                Turn::Stay
            }
            Err(Rejection::Stale(_) | Rejection::Nothing) => Turn::Stay,
        }
    }

    fn leave(&mut self, app: &mut App) -> Turn {
        if !self.is_changed() {
            return Turn::Close;
        }
        let words = app.lang.overlays();
        let answers =
            vec![('s', words.keep_values, Reply::KeepForm), ('d', words.drop_values, Reply::DropForm)];
        let title = words.form_changed.to_owned();
        Turn::Over(Box::new(Overlay::Sheet(Sheet {
            title,
            lines: Vec::new(),
            answers,
            safe: words.stay,
            offset: 0,
        })))
    }
}

/// The question lies on the form: what was typed is still there when the answer is no.
fn on_top(turn: Turn) -> Turn {
    match turn {
        Turn::Swap(question) => Turn::Over(question),
        Turn::Stay | Turn::Close | Turn::Over(_) | Turn::Answer(_) | Turn::Main => turn,
    }
}

impl Form {
    /// The table it is about.
    pub fn table(&self) -> TableName {
        self.base.key().table()
    }
}
