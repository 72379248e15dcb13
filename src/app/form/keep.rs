//! How a form ends: its values go into the book, or are dropped.

use super::{Aim, Form, FormField};
use crate::app::{App, Notice, Overlay, Reply, Sheet, Turn};
use crate::edit::{Bulk, Consequences, Deed, Impossible, Rejection};
use crate::model::Record;

impl Form {
    /// Puts the values into the book. What cannot be stored or is refused keeps the form open, with the reason beside
    /// its field.
    pub(in crate::app) fn keep(&mut self, app: &mut App) -> Turn {
        self.go(app, 0);
        self.judge(app);
        if let Some(at) = self.fields.iter().position(|field| field.wrong.is_some()) {
            self.cursor = at;
            let FormField { field, line, wrong, .. } = &self.fields[at];
            let text = wrong.as_ref().map(|wrong| app.wrong(*field, line.text(), wrong)).unwrap_or_default();
            app.say(Notice::refused(text, &[]));
            return Turn::Stay;
        }
        if let Aim::Edit(keys) = &self.aim {
            let bulk = Bulk { keys: std::sync::Arc::clone(keys), deed: Deed::Edit(self.changes()) };
            return self.judge_many(app, bulk);
        }
        match self.step(app) {
            Ok(step) if Consequences::leaves(&step) => on_top(app.ask_leaving(step)),
            Ok(step) => self.commit(app, step),
            Err(Impossible::Nothing) => Turn::Close,
            Err(Impossible::Field(field, wrong)) if self.put_beside(app, field, &wrong) => Turn::Stay,
            Err(why) => app.refuse_impossible(&why),
        }
    }

    /// The same change on many records. Where none is typed there is nothing to keep.
    fn judge_many(&self, app: &mut App, bulk: Bulk) -> Turn {
        if self.is_changed() { app.judge_many(bulk) } else { Turn::Close }
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

    pub(super) fn leave(&mut self, app: &mut App) -> Turn {
        if !self.is_changed() {
            return Turn::Close;
        }
        let words = app.lang.overlays();
        let answers = vec![
            ('s', words.keep_values.into(), Reply::KeepForm),
            ('d', words.drop_values.into(), Reply::DropForm),
        ];
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
