//! How a form ends: its values go into the book, or are dropped.

use super::{Aim, Form};
use crate::app::{App, Notice, Overlay, Reply, Sheet, Turn};
use crate::edit::{Impossible, Rejection};
use crate::model::Record;

/// A change of more records than these is asked for first.
const MANY: usize = 20;

impl Form {
    /// Puts the values into the book. What cannot be stored or is refused keeps the form open, with the reason beside
    /// its field.
    pub(in crate::app) fn keep(&mut self, app: &mut App) -> Turn {
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
            Ok(step) if step.changes.len() > MANY => on_top(app.ask_bulk(step)),
            Ok(step) => self.commit(app, step),
            Err(Impossible::Nothing) => Turn::Close,
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
                Turn::Close
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

    pub(super) fn leave(&mut self, app: &mut App) -> Turn {
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
