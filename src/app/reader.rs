//! A text to read: why something is a problem or not allowed, rule by rule.

use super::notice::Notice;
use super::overlay::{Answer, Overlay, Turn};
use super::{App, Form};
use crate::action::Action;
use crate::model::{Key, Transaction};
use crate::rules::{Finding, rule};

/// One line of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// A heading.
    Heading(String),
    /// A paragraph, broken into lines where it is drawn.
    Plain(String),
    /// A finding's rule and its sentence.
    Finding(crate::rules::Severity, String),
}

/// A text in a frame.
#[derive(Clone, Debug)]
pub struct Reader {
    /// Its title, safe to show.
    pub title: String,
    /// Its paragraphs, safe to show.
    pub text: Vec<Text>,
    /// The first line on screen.
    pub offset: usize,
    /// The record whose fixes can be asked for from here.
    pub about: Option<Key>,
    /// What is refused and can be insisted on from here.
    pub refused: Option<Refused>,
}

/// What is refused.
#[derive(Clone, Debug)]
pub enum Refused {
    /// A step, with all that refuses it.
    Step(Box<Transaction>, Vec<Finding>),
    /// A record for a field: the form is refused then, and can be insisted on as a whole.
    Candidate(Key),
}

impl Reader {
    /// Explains findings: what, why it matters, source.
    pub fn findings(app: &App, findings: &[Finding]) -> Self {
        let words = app.lang.overlays();
        let mut text = Vec::new();
        let mut told = Vec::new();
        for finding in findings {
            let sentence = app.lang.finding_sentence(app.book.model(), finding);
            text.push(Text::Heading(format!(
                "{}  {}",
                finding.rule.text(),
                app.lang.rule_title(finding.rule)
            )));
            text.push(Text::Finding(finding.severity, sentence));
            if !told.contains(&finding.rule) {
                text.push(Text::Plain(app.lang.rule_explains(finding.rule).to_owned()));
                let source = rule(finding.rule).map(|rule| rule.source).unwrap_or_default();
                text.push(Text::Plain(words.source(source)));
                told.push(finding.rule);
            }
        }
        let about =
            findings.first().map(|finding| finding.subject).filter(|key| app.book.model().contains(*key));
        Self { title: words.why.to_owned(), text, offset: 0, about, refused: None }
    }

    /// Explains why a step is refused; it can be insisted on.
    pub fn refused(app: &App, step: Transaction, findings: Vec<Finding>) -> Self {
        Self::findings(app, &findings).insisting(step, findings)
    }

    /// The same text, from which the step that all of these refuse can be insisted on.
    #[must_use]
    pub fn insisting(self, step: Transaction, findings: Vec<Finding>) -> Self {
        Self { refused: Some(Refused::Step(Box::new(step), findings)), ..self }
    }

    /// Explains a rule of the catalogue.
    pub fn rule(app: &App, code: crate::rules::Code) -> Self {
        let source = rule(code).map(|rule| rule.source).unwrap_or_default();
        let text = vec![
            Text::Heading(app.lang.rule_title(code).to_owned()),
            Text::Plain(app.lang.rule_explains(code).to_owned()),
            Text::Plain(app.lang.overlays().source(source)),
        ];
        Self { title: code.text().to_owned(), text, offset: 0, about: None, refused: None }
    }

    /// The text as it is copied.
    pub fn plain(&self) -> String {
        let line = |text: &Text| match text {
            Text::Heading(line) | Text::Plain(line) | Text::Finding(_, line) => line.clone(),
        };
        self.text.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    pub(super) fn act(&mut self, app: &mut App, action: Action) -> Turn {
        let last = self.text.len() * 4;
        match action {
            Action::RowDown => self.offset = (self.offset + 1).min(last),
            Action::RowUp => self.offset = self.offset.saturating_sub(1),
            Action::PageDown => self.offset = (self.offset + 10).min(last),
            Action::PageUp => self.offset = self.offset.saturating_sub(10),
            Action::FirstRow => self.offset = 0,
            Action::LastRow => self.offset = last,
            Action::CopyList => {
                app.effect(super::Effect::Copy(self.plain()));
                app.say(Notice::done(app.lang.overlays().copied_text, &[]));
            }
            Action::Fixes => return self.about.map_or(Turn::Stay, |key| app.fixes_of(key)),
            Action::Insist => return self.insist(app),
            Action::Leave | Action::Cancel | Action::Accept => return Turn::Close,
            _ => {}
        }
        Turn::Stay
    }

    /// Asks why, and until when, what refuses the step is accepted.
    fn insist(&self, app: &mut App) -> Turn {
        match self.refused.clone() {
            Some(Refused::Step(step, findings)) => match Form::insist(app, *step, findings) {
                Ok(form) => Turn::Swap(Box::new(Overlay::Form(Box::new(form)))),
                Err(why) => app.refuse_impossible(&why),
            },
            Some(Refused::Candidate(key)) => Turn::Answer(Answer::Picked(Some(key))),
            None => {
                app.off_here(Action::Insist);
                Turn::Stay
            }
        }
    }
}
