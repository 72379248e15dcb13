//! A text to read: why something is a problem or not allowed, rule by rule.

use super::explain::Explainer;
use super::notice::Notice;
use super::overlay::{Answer, Overlay, Turn};
use super::{App, Form};
use crate::action::Action;
use crate::model::{Key, Transaction};
use crate::rules::{Code, Deadline, Finding};
use crate::survey::explain::facts_of_deadline;

/// So many cases are told with the facts that decide them: each is judged again many times.
const JUDGED: usize = 6;

/// One line of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// A heading.
    Heading(String),
    /// A paragraph, broken into lines where it is drawn.
    Plain(String),
    /// A finding's rule and its sentence.
    Finding(crate::rules::Severity, String),
    /// A fact: one of a list under a paragraph.
    Fact(String),
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
    /// Explains findings: what each says, what its rule asks, the facts that decide, the ways out. Findings on one record by
    /// one rule are one case.
    pub fn findings(app: &App, findings: &[Finding]) -> Self {
        let explainer = Explainer { book: &app.book, lang: app.lang };
        let mut text = Vec::new();
        let mut told = Vec::new();
        let mut judged: Vec<(Code, Key)> = Vec::new();
        for finding in findings {
            let case = (finding.rule, finding.subject);
            if judged.contains(&case) {
                continue;
            }
            text.push(explainer.heading(finding.rule));
            if explainer.stands(finding) && judged.len() < JUDGED {
                judged.push(case);
                text.extend(explainer.case(&explainer.judge(finding.rule, finding.subject)));
            } else {
                let sentence = app.lang.finding_sentence(app.book.model(), finding);
                text.push(Text::Finding(finding.severity, sentence));
            }
            if !told.contains(&finding.rule) {
                text.extend(explainer.rule(finding.rule));
                told.push(finding.rule);
            }
        }
        let about =
            findings.first().map(|finding| finding.subject).filter(|key| app.book.model().contains(*key));
        Self { title: app.lang.overlays().why.to_owned(), text, offset: 0, about, refused: None }
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
    pub fn rule(app: &App, code: Code) -> Self {
        let explainer = Explainer { book: &app.book, lang: app.lang };
        let mut text = vec![Text::Heading(app.lang.rule_title(code).to_owned())];
        text.extend(explainer.rule(code));
        Self { title: code.text().to_owned(), text, offset: 0, about: None, refused: None }
    }

    /// Explains a deadline: what happens, which facts of the record say so, and what is wrong with it.
    pub fn deadline(app: &App, deadline: &Deadline) -> Self {
        let explainer = Explainer { book: &app.book, lang: app.lang };
        let cells = app.deadline_words().cells(deadline);
        let in_days = app.lang.agenda().in_days(cells.days);
        let names = [cells.record, cells.customer, cells.partner];
        let names: Vec<String> = names.into_iter().filter(|name| !name.is_empty()).collect();
        let facts = facts_of_deadline(&app.book.look(), deadline);
        let mut text = vec![
            Text::Heading(format!("{}  {}  ({in_days})", deadline.on, cells.what)),
            Text::Plain(names.join(", ")),
            Text::Plain(app.lang.clock_explains(deadline.clock).to_owned()),
        ];
        text.extend(explainer.facts(&facts));
        text.extend(Self::findings(app, &app.book.findings_around(deadline.subject)).text);
        Self {
            title: app.lang.overlays().why.to_owned(),
            text,
            offset: 0,
            about: Some(deadline.subject),
            refused: None,
        }
    }

    /// The text as it is copied.
    pub fn plain(&self) -> String {
        let line = |text: &Text| match text {
            Text::Heading(line) | Text::Plain(line) | Text::Finding(_, line) => line.clone(),
            Text::Fact(line) => format!("- {line}"),
        };
        self.text.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// A line that is not before the last, in a window of so many columns: a word that does not fit leaves at most half of
    /// its two lines blank.
    fn last(&self, columns: u16) -> usize {
        let wide = usize::from(columns.min(88).saturating_sub(10)).max(1);
        let lines = |text: &Text| match text {
            Text::Heading(line) | Text::Plain(line) | Text::Finding(_, line) | Text::Fact(line) => {
                2 + 2 * line.len() / wide
            }
        };
        self.text.iter().map(lines).sum()
    }

    pub(super) fn act(&mut self, app: &mut App, action: Action) -> Turn {
        let last = self.last(app.size.0);
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
