//! What keys do in a form: they type, choose, go to another field, and ask why.

use super::text::{choices_of, completed, names_a_record};
use super::{Aim, Form};
use crate::action::Action;
use crate::app::{Answer, App, Line, Notice, Overlay, Picker, Purpose, Reader, Turn};
use crate::edit::Slot;
use crate::model::{FieldRef, Key, SubscriptionField};
use crate::rules::{Finding, Severity};

impl Form {
    pub(in crate::app) fn typed(&mut self, app: &mut App, typed: char) -> Turn {
        if typed == ' ' && self.cycle(1) {
            self.judge(app);
            return Turn::Stay;
        }
        self.change(app, |line| line.type_char(typed))
    }

    pub(in crate::app) fn paste(&mut self, app: &mut App, text: &str) -> Turn {
        self.change(app, |line| line.paste(text))
    }

    fn change(&mut self, app: &mut App, change: impl FnOnce(&mut Line)) -> Turn {
        change(&mut self.fields[self.cursor].line);
        self.judge(app);
        Turn::Stay
    }

    pub(in crate::app) fn act(&mut self, app: &mut App, action: Action) -> Turn {
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

    pub(super) fn go(&mut self, app: &mut App, by: isize) {
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
        let of = |key| Slot::Field { key, record: Box::new(self.record()), field };
        let purpose = match &self.aim {
            Aim::Replace(key) => Purpose::Field(of(Some(*key))),
            Aim::Add => Purpose::Field(of(None)),
            Aim::Create(_) | Aim::Edit(_) | Aim::Accept(_) | Aim::Fill(_) => Purpose::Part(of(None)),
        };
        Turn::Over(Box::new(Overlay::Picker(Box::new(Picker::new(app, purpose)))))
    }

    pub(in crate::app) fn answered(&mut self, app: &mut App, answer: Answer) -> Turn {
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

    pub(super) fn why(&self, app: &mut App) -> Turn {
        let mut findings: Vec<Finding> = self.findings_at(Some(self.here().field)).copied().collect();
        if findings.is_empty() {
            findings.clone_from(&self.findings);
        }
        if findings.is_empty() {
            app.say(Notice::done(app.lang.overlays().nothing_refused, &[Action::Keep]));
            return Turn::Stay;
        }
        let reader = Reader::findings(app, &findings);
        let refused = self.findings.iter().any(|finding| finding.severity <= Severity::Error);
        let reader = match self.step(app) {
            Ok(step) if refused => reader.insisting(step, self.findings.clone()),
            Ok(_) | Err(_) => reader,
        };
        Turn::Over(Box::new(Overlay::Reader(reader)))
    }

    fn about(&self, app: &mut App) {
        let field = self.here().field;
        let text = app.lang.about_field(field);
        app.say(Notice::done(text, &[]));
    }
}
