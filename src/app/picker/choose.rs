//! How a candidate is chosen: as it is, or with the steps that it lacks, which are shown first.

use super::{Candidate, Picker, Purpose};
use crate::action::Action;
use crate::app::reader::Refused;
use crate::app::{Answer, App, Notice, Overlay, Reader, Reply, Sheet, Turn};
use crate::edit::fix::parts;
use crate::edit::{Rejection, Verdict};
use crate::model::{Key, Transaction};
use crate::rules::Finding;

impl Picker {
    /// Takes the candidate under the cursor. One that is not allowed is explained instead; of many rows some may allow
    /// it, and the others are told then.
    pub(super) fn accept(&mut self, app: &mut App) -> Turn {
        let Some(candidate) = self.here().cloned() else { return Turn::Stay };
        let is_many = matches!(self.asking.purpose, Purpose::Many(..));
        if !candidate.allowed() && !is_many {
            return self.why(app);
        }
        match (&self.asking.purpose, candidate.key) {
            (Purpose::GoTo, Some(key)) => {
                app.reveal_or_open(key);
                Turn::Main
            }
            (Purpose::Fill(slot), Some(key)) => match slot.pick(app.book.model(), key) {
                Ok(next) => app.next(next),
                Err(impossible) => app.refuse_impossible(&impossible),
            },
            (Purpose::Many(bulk, _), Some(key)) => app.go_on_many(bulk.picked(key)),
            (Purpose::Field(_) | Purpose::Part(_), key) => Turn::Answer(Answer::Picked(key)),
            (Purpose::GoTo | Purpose::Fill(_) | Purpose::Many(..), None) => Turn::Stay,
        }
    }

    /// Why the candidate under the cursor is not allowed, rule by rule.
    pub(super) fn why(&self, app: &mut App) -> Turn {
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
        match (&self.asking.purpose, self.here().and_then(|candidate| candidate.key)) {
            (Purpose::Fill(slot), Some(key)) => {
                match slot.transaction(app.book.model(), app.book.today(), key) {
                    Ok(Some(step)) => reader.insisting(step, findings.to_vec()),
                    Ok(None) | Err(_) => reader,
                }
            }
            (Purpose::Field(_) | Purpose::Part(_), Some(key)) => {
                Reader { refused: Some(Refused::Candidate(key)), ..reader }
            }
            (Purpose::GoTo | Purpose::Many(..), _) | (_, None) => reader,
        }
    }

    /// Shows the steps that are missing, to be done with the choice as one step. A candidate that lacks none is chosen.
    pub(super) fn fix_and_choose(&mut self, app: &mut App) -> Turn {
        let Some((candidate, key)) = self.here().and_then(|c| Some((c.clone(), c.key?))) else {
            return self.accept(app);
        };
        if let Purpose::Part(_) = self.asking.purpose
            && !candidate.allowed()
        {
            app.say(Notice::refused(app.lang.picks().other_fields, &[Action::WhyCandidate]));
            return Turn::Stay;
        }
        match self.asking.fixed(&mut app.book, key) {
            Ok(step) if candidate.allowed() && !self.adds(app, key, &step) => self.accept(app),
            Ok(step) => Self::ask_fixed(app, key, step),
            Err(_) if candidate.allowed() => self.accept(app),
            Err(why) => self.cannot(app, &why),
        }
    }

    /// True when the step does more than the choice alone.
    fn adds(&self, app: &App, key: Key, step: &Transaction) -> bool {
        let plain = self
            .slot()
            .and_then(|slot| slot.transaction(app.book.model(), app.book.today(), key).ok().flatten());
        plain.is_some_and(|plain| plain.changes != step.changes)
    }

    fn ask_fixed(app: &mut App, key: Key, step: Transaction) -> Turn {
        let words = app.lang.picks();
        let model = app.book.model();
        let steps = parts(&step);
        let numbered = steps.iter().enumerate().map(|(n, part)| {
            let text = app.lang.step(model, part);
            format!("  {}. {text}", n + 1)
        });
        let mut lines: Vec<String> = numbered.collect();
        let title = words.with_steps(&model.name(key).show(), steps.len());
        if let Ok(receipt) = app.book.would(&step) {
            lines.push(String::new());
            lines.extend(app.before_and_after(&receipt.appeared, receipt.cleared));
        }
        let answers = vec![('r', app.lang.overlays().do_it.into(), Reply::Commit(Box::new(step)))];
        let safe = words.back;
        Turn::Over(Box::new(Overlay::Sheet(Sheet { title, lines, answers, safe, offset: 0 })))
    }

    /// Nothing that the program can add makes it allowed: says what is still in the way.
    fn cannot(&self, app: &mut App, why: &Verdict) -> Turn {
        let text = match why {
            Verdict::Impossible(why) => return app.refuse_impossible(why),
            Verdict::Barred(findings) => app.rejection(&Rejection::Broken(findings.clone())),
            Verdict::Allowed(_) | Verdict::Later => String::new(),
        };
        let words = app.lang.picks();
        let hint =
            if let Purpose::Field(_) = self.asking.purpose { words.other_fields } else { words.no_way };
        app.say(Notice::refused(format!("{text} {hint}").trim().to_owned(), &[Action::WhyCandidate]));
        Turn::Stay
    }
}

impl Candidate {
    /// What the rules say of it, one by one.
    pub fn findings(&self) -> &[crate::rules::Finding] {
        match &self.verdict {
            Verdict::Barred(findings) | Verdict::Allowed(findings) => findings,
            Verdict::Impossible(_) | Verdict::Later => &[],
        }
    }
}
